"""Who acts in the synthetic tables, and the stories that their articles tell."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, product
from typing import Any

from analysis.countries import name_country
from analysis.schema import CATEGORIES, EVENT_TYPES

FIRST_DAY, DAYS = dt.date(2022, 1, 3), 1080
_STATES = (
    "RUS CHN USA PRK IRN UKR ISR SAU TUR IND PAK FRA GBR DEU JPN KOR EGY BRA ZAF SYR LBN IRQ YEM "
    "ARE QAT ETH SDN LBY DZA MAR NGA KEN ERI SRB HUN POL BLR KAZ UZB VNM MMR THA IDN PHL AUS CAN "
    "MEX CUB VEN NIC COL ARG CHL PER ITA ESP NLD NOR SWE FIN GRC ROU BGR AZE ARM GEO MNG KWT OMN "
    "JOR BGD LKA NPL AFG TKM TJK KGZ MLI NER BFA TCD CAF GNQ AGO MOZ ZWE UGA RWA SGP MYS BHR"
).split()
_KINDS = ("person",) * 6 + ("agency", "armed_force", "organisation", "group")
SYLLABLES = "ba dre ko lin mar nes or pa ru sel tan ul vi wen xa yo zur bel cor dan".split()
_ITEMS = "shells rockets drones missiles rifles radars engines trucks spares boats".split()


@dataclass(frozen=True)
class Actor:
    actor_id: str
    name: str
    kind: str
    country: str

    def fill(self, slot: str, *, state: bool = True) -> dict[str, str]:
        """Return the columns by which a table names it in a slot."""
        named = {f"{slot}_id": self.actor_id, slot: self.name}
        return named | ({f"{slot}_country": self.country} if state else {})


class _Cast:
    """Who acts: states first, then people and bodies; the rank of one is how seldom it is named."""

    def __init__(self, count: int, chance: random.Random) -> None:
        self.actors = [Actor(code, name_country(code), "state", code) for code in _STATES]
        names = [
            f"{''.join(one).title()} {''.join(other).title()}"
            for one, other in product(product(SYLLABLES, repeat=2), repeat=2)
        ]
        for name in chance.sample(names, count):
            kind, country = chance.choice(_KINDS), _choose_state(chance)
            actor_id = name.lower().replace(" ", "-")
            self.actors.append(Actor(actor_id, name, kind, country))
        self._weights = list(accumulate(1 / (rank + 8) ** 0.8 for rank in range(len(self.actors))))

    def choose(self, chance: random.Random, count: int) -> list[Actor]:
        """Choose different actors, the first ones most often."""
        found: dict[str, Actor] = {}
        while len(found) < count:
            (one,) = chance.choices(self.actors, cum_weights=self._weights)
            found[one.actor_id] = one
        return list(found.values())

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The rows of ACTORS; about half are known to the dictionary."""
        return [
            {
                "actor_id": one.actor_id,
                "name": one.name,
                "kind": one.kind,
                "country": one.country,
                "sector": "MIL" if one.kind == "armed_force" else "GOV",
                "known": number % 2 == 0,
            }
            for number, one in enumerate(self.actors)
        ]


def _choose_state(chance: random.Random) -> str:
    return _STATES[min(int(chance.expovariate(1 / 14)), len(_STATES) - 1)]


@dataclass(frozen=True)
class Story:
    """What several articles tell alike: who says what of whom, and who goes where."""

    speaker: Actor
    one: Actor
    other: Actor
    country: str
    item: str
    category: str
    event_type: str
    day: dt.date


class World:
    """The cast and its stories, earliest first."""

    def __init__(self, rows: int, articles: int, seed: int) -> None:
        chance = random.Random(seed)
        self.seed, self.articles = seed, articles
        self._cast = _Cast(max(40, rows // 12), chance)
        self.actors = self._cast.rows
        days = sorted(int(DAYS * chance.random() ** 0.7) for _ in range(max(5, rows // 12)))
        self._stories = [self._invent(chance, FIRST_DAY + dt.timedelta(days=day)) for day in days]

    def find_story(self, number: int, chance: random.Random) -> Story:
        """Return a story of the days around an article, or in three of ten cases one of its own."""
        middle = number * len(self._stories) // self.articles
        near = self._stories[min(max(0, middle + chance.randint(-9, 9)), len(self._stories) - 1)]
        return self._invent(chance, near.day) if chance.random() < 0.3 else near

    def _invent(self, chance: random.Random, day: dt.date) -> Story:
        country, item = _choose_state(chance), chance.choice(_ITEMS)
        category, event_type = chance.choice(CATEGORIES), chance.choice(EVENT_TYPES)
        speaker, one, other = self._cast.choose(chance, 3)
        return Story(speaker, one, other, country, item, category, event_type, day)
