"""The names of states as charts and labels write them; tables hold ISO3 codes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from analysis.strict_yaml import load_yaml

_STATES = Path(__file__).parent / "dictionaries" / "countries.yaml"


@cache
def _read_names() -> dict[str, str]:
    names = {code: str(entry["name"]) for code, entry in load_yaml(_STATES).items()}
    return {**names, "IGO": "international organisations"}


def name_country(code: str) -> str:
    """Return a state's usual English name; what is no known code stays as it is."""
    return _read_names().get(code, code)


def list_countries() -> dict[str, str]:
    """Return the usual English name of each state by its code, and of IGO."""
    return dict(_read_names())


def name_side(actor_id: str) -> str:
    """Name the state, or the side in one, that an actor's id stands for; "" where it is neither.

    "KEN:rebels" is "Kenya: rebels".
    """
    country, _, side = actor_id.partition(":")
    names = _read_names()
    return ": ".join(filter(None, (names[country], side))) if country in names else ""


def is_country(code: str) -> bool:
    """Tell whether a text is the code of a state, or IGO."""
    return code in _read_names()


def name_countries(codes: Iterable[str]) -> list[str]:
    """Return the name of each, in the same order."""
    return [name_country(code) for code in codes]
