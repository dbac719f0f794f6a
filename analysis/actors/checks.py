"""What an entry of actors.yaml may hold."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import Path
from typing import Any

from analysis.errors import RuleError
from analysis.schema import ACTOR_KINDS

KEYS = frozenset("id name kind country sector aliases surname offices".split())
# "2024", "2024-06", "2024-06-19".
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def check_actor(entry: Any, path: Path, countries: Container[str]) -> None:
    """Raise RuleError where an entry lacks a key, has one too many or a value of another form."""
    if not isinstance(entry, dict):
        raise RuleError(f"{path}: {entry!r} is no entry. Write it as {{id: …, name: …}}.")
    where = f"{path}: entry {entry.get('id', entry)}"
    for key in ("id", "name", "kind", "country"):
        if not isinstance(entry.get(key), str) or not entry[key]:
            raise RuleError(f"{where} has no '{key}'. Add it.")
    unknown = sorted(entry.keys() - KEYS)
    if unknown:
        raise RuleError(f"{where} has unknown keys {unknown}. Known are {sorted(KEYS)}.")
    if entry["kind"] not in ACTOR_KINDS:
        raise RuleError(
            f"{path}: {entry['id']} is of kind {entry['kind']}; use one of {ACTOR_KINDS}."
        )
    if entry["country"] != "IGO" and entry["country"] not in countries:
        raise RuleError(f"{where}: {entry['country']!r} is no country. Use three letters, or IGO.")
    if not isinstance(entry.get("aliases") or [], list):
        raise RuleError(f"{where}: 'aliases' is no list. Put it in brackets: [a, b].")
    _check_offices(entry.get("offices") or [], where)


def _check_offices(offices: Any, where: str) -> None:
    held = offices if isinstance(offices, list) else [None]
    for office in held:
        if not isinstance(office, dict) or not office.get("role"):
            raise RuleError(f"{where}: 'offices' is no list of offices, each with its 'role'.")
        for key in ("from", "to"):
            if office.get(key) and not DAY.fullmatch(office[key]):
                raise RuleError(
                    f"{where}: '{key}' is {office[key]!r}. Write a year, a month or a day of one."
                )
