"""What the dictionary holds: an actor with its dated offices, what a name may stand for; checks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from analysis.errors import RuleError
from analysis.schema import ACTOR_KINDS

NameKind = Literal[
    "state", "demonym", "capital", "metonym", "city", "nickname", "actor", "surname", "none"
]
# What an entry of actors.yaml may hold.
KEYS = frozenset("id name kind country sector aliases surname offices".split())
# "2024", "2024-06", "2024-06-19".
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Office:
    """One office that one person held, with its dates; an empty date is open.

    `country` is whose office it is where that is not the person's own state.
    """

    role: str
    start: str
    end: str
    country: str = ""

    def held_on(self, day: dt.date | None) -> bool:
        """Tell whether the office was held on that day; True where the day is unknown."""
        if day is None:
            return not self.end
        iso = day.isoformat()
        return self.start <= iso and (not self.end or iso <= self.end + "~")


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the dictionary."""

    actor_id: str
    name: str
    kind: str
    country: str
    sector: str
    surname: str = ""
    offices: tuple[Office, ...] = ()

    def role_on(self, day: dt.date | None) -> str:
        """Return the office held on that day, the latest one where several were."""
        held = self.roles_on(day)
        return held[-1] if held else ""

    def roles_on(self, day: dt.date | None) -> list[str]:
        """Return all offices held on that day: a foreign minister may be vice premier, too."""
        return [office.role for office in self.offices if office.held_on(day)]

    def office_by(self, day: dt.date | None) -> Office | None:
        """Return the office held on that day, else the last one held before it."""
        begun = [o for o in self.offices if day is None or o.start <= day.isoformat()]
        held = [office for office in begun if office.held_on(day)]
        return next(reversed(held or begun), None)

    def left_by(self, day: dt.date) -> int:
        """Return how many years before that day the last office ended; 0 = held, or not begun."""
        office = self.office_by(day)
        return day.year - int(office.end[:4]) if office and not office.held_on(day) else 0

    def serves(self, country: str) -> bool:
        """Tell whether a state is the person's own, or one that he or she held office in."""
        return country == self.country or any(o.country == country for o in self.offices)


@dataclass(frozen=True, slots=True)
class Name:
    """One thing that a name may stand for."""

    kind: NameKind
    actor_id: str
    country: str
    canonical: str
    # A town of its own, though its name stands for the government as the capital's does.
    town: str = ""


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
