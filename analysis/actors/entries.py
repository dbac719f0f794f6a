"""What the dictionary holds: an actor with its dated offices, and what a name may stand for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

NameKind = Literal[
    "state", "demonym", "capital", "metonym", "city", "nickname", "actor", "surname", "none"
]


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
