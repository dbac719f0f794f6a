"""Whether an actor that a parameter names can be in the tables: a wrong code would give no rows."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from analysis.countries import is_country, list_countries
from analysis.strict_yaml import load_yaml

_ACTORS = Path(__file__).parents[1] / "dictionaries" / "actors.yaml"
# Ids made from the text: `person:abdul-noor`, `organisation:noor-ltd`, `irn-foreign-ministry`.
_MADE = re.compile(r"(?:person|organisation):[\w.'-]+|([a-z]{3})-[\w.'-]+")


def explain_actor(actor: str) -> str:
    """Say why an id or country code can be of no actor; empty where it can.

    Actors are states (ISO 3166-1 alpha-3, IGO), a side inside one (`KEN:opposition`), those of the
    dictionary, and those that articles name and the dictionary lacks.
    """
    code, _, side = actor.partition(":")
    made = _MADE.fullmatch(actor)
    if is_country(code) and (side or actor == code):
        return ""
    if made and (made[1] is None or is_country(made[1].upper())):
        return ""
    if actor in _list_ids():
        return ""
    kind = "country code" if re.fullmatch(r"[A-Z]{2,4}(:.*)?", actor) else "actor"
    return (
        f"{actor!r} is no {kind}.{_hint(actor)} Give ISO 3166 codes such as PRK, or ids of actors"
    )


@cache
def _list_ids() -> frozenset[str]:
    return frozenset(entry["id"] for entry in load_yaml(_ACTORS)["actors"])


def _hint(actor: str) -> str:
    swapped = [code for code in list_countries() if sorted(code) == sorted(actor.upper())]
    if swapped:
        return f" Did you mean {swapped[0]}?"
    by_name = {name.casefold(): code for code, name in list_countries().items()}
    known = [*list_countries(), *by_name, *sorted(_list_ids())]
    for word in (actor, actor.casefold(), actor.casefold().replace(" ", "-")):
        if close := get_close_matches(word, known, n=1, cutoff=0.6):
            return f" Did you mean {by_name.get(close[0], close[0])}?"
    return ""
