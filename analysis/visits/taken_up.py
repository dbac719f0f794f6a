"""Journeys that the text takes up without naming them: "the trip was put off", "again in May"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import Row, describe, make_id
from analysis.grammar import POINTING
from analysis.matching import Match
from analysis.roles import Filler
from analysis.statements import find_who_met
from analysis.visits.journeys import sentence_of

# So many sentences behind a plan is told what became of it, and where else it leads.
WITHIN = 2
OF_OTHERS = frozenset({"of", "between", "with"})


def who_told(match: Match, before: list[Row]) -> list[Filler]:
    """Return whose "the trip" is that a sentence takes up: who alone is said to travel before."""
    journey = match.fillers["journey"][0]
    if POINTING.isdisjoint(match.lower[journey.first : journey.end]):
        return []
    last = max((sentence_of(row) for row in before), default=-1)
    names = {row["visitor"] for row in before if sentence_of(row) == last}
    number = next((n for n, m in enumerate(match.reading.mentions) if {m.name} == names), -1)
    if number < 0 or not 0 <= match.sentence.number - last <= WITHIN:
        return []
    return [Filler(journey.first, journey.end, mention=number, how="whose journey it is")]


def who_met(match: Match) -> list[Filler]:
    """Return the two whose "the meeting" is that a sentence takes up: told to have met before."""
    meeting = match.first_filler("meeting") or match.fillers["event"][0]
    lower = match.lower
    definite = not POINTING.isdisjoint(lower[max(0, meeting.first - 1) : meeting.end])
    own = definite and lower[meeting.end] not in OF_OTHERS
    return find_who_met(match.reading, meeting) if own else []


def take_status(row: Row, before: list[Row]) -> None:
    """Give a later leg, told in the present tense, the status of the journey; in place."""
    last = [other for other in before if other["visitor"] == row["visitor"]][-1]
    if row["status"] == "ongoing":
        row["status"] = last["status"]
        for name in ("date", "date_end", "date_precision"):
            row.pop(name, None)


def put_off(match: Match, before: list[Row]) -> Iterator[Row]:
    """Yield the journeys planned in the sentence before, with what becomes of them in this one."""
    journey = match.fillers["journey"][0]
    if POINTING.isdisjoint(match.lower[journey.first : journey.end]):
        return
    for planned in before:
        distance = match.sentence.number - sentence_of(planned)
        if planned["status"] == "planned" and 0 < distance <= WITHIN:
            told = describe(match, confidence=planned["confidence"], implied=planned["implied"])
            row = planned | told | {"status": match.rule.set["status"]}
            row["implied"] = list(row["implied"])
            row["visit_id"] = make_id("visits", row, ("visitor", "country", "status", "date"))
            yield row
