"""Claims and journeys coded anew: their rows are gone, while the very sentences give other rows.

By another rule, or with other names. What a reviewer rejected was not coded anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.briefing.facts import Facts
from analysis.briefing.record import Held
from analysis.cases.finding import is_claim
from analysis.frames import list_rows
from analysis.merging import Row, find_row_id

HOLDING = ("applied", "look again")


@dataclass(frozen=True)
class Recoded:
    """A claim or journey as it was told, and the rows that its sentences give now."""

    held: Held
    rows: Sequence[Row]

    @property
    def row_ids(self) -> tuple[str, ...]:
        """The ids of the rows now."""
        return tuple(map(find_row_id, self.rows))


def find_recoded_claims(facts: Facts) -> list[Recoded]:
    """Find the claims that were coded anew."""
    held = facts.earlier.claims if facts.earlier else ()
    rows = filter(is_claim, list_rows(facts.whole["transfer_allegations"]))
    return list(_find(facts, held, rows))


def find_recoded_journeys(facts: Facts) -> list[Recoded]:
    """Find the journeys that were coded anew."""
    held = facts.earlier.journeys if facts.earlier else ()
    return list(_find(facts, held, list_rows(facts.whole["visits"])))


def list_rejected(facts: Facts) -> dict[str, Row]:
    """Map the ids of rejected rows to the decision that holds."""
    reviews = facts.whole["reviews"]
    rejected = reviews[(reviews["decision"] == "reject") & reviews["state"].isin(HOLDING)]
    return {row["row_id"]: row for row in list_rows(rejected)}


def list_held_rows(held: Held) -> list[str]:
    """Return the ids of the rows of what an earlier briefing told."""
    return list(held["members"]) if "members" in held else [held["row_id"]]


def _find(facts: Facts, told: Iterable[Held], rows: Iterable[Row]) -> Iterator[Recoded]:
    known = facts.earlier.row_ids if facts.earlier else frozenset()
    here: set[str] = set()
    fresh: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        row_id = find_row_id(row)
        here.add(row_id)
        if row_id not in known:
            fresh.setdefault((row["article_id"], int(row["start"])), []).append(row)
    gone = here.isdisjoint
    for held in told:
        row_ids = list_held_rows(held)
        now = [row for place in _list_places(held) for row in fresh.get(place, ())]
        if now and gone(row_ids) and list_rejected(facts).keys().isdisjoint(row_ids):
            yield Recoded(held, now)


def _list_places(held: Held) -> list[tuple[str, int]]:
    """Return article and offset of the sentences; the records of former versions have none."""
    if "start" in held:
        return [(held["article_id"], held["start"])]
    return [(article_id, start) for article_id, start in held.get("places", ())]
