"""What differs from an earlier briefing, as rows; how it is told is the business of news.py.

Without an earlier briefing everything is new. A claim or visit whose sentence still gives one was
coded anew, by another rule or with other names: it is neither new nor withdrawn, unless a reviewer
rejected it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.briefing.facts import Case, Facts, Journey
from analysis.briefing.recoded import (
    find_recoded_claims,
    find_recoded_journeys,
)
from analysis.briefing.record import Held
from analysis.briefing.wording import list_names
from analysis.cases import find_standing
from analysis.ledgers import read_cases
from analysis.merging import Row, Sources, fold

_STANCES = (("denied", "denied_by"), ("confirmed", "confirmed_by"))


@dataclass(frozen=True)
class NewClaims:
    """The new claims of one case; `before` is what was known of the case, None for a new one.

    `reread` where all stand in articles that the earlier briefing had read too.
    """

    case: Case
    claims: list[Row]
    before: Held | None
    reread: bool


@dataclass(frozen=True)
class NewAnswers:
    """The responses by which somebody denies or confirms a known case for the first time."""

    case: Case
    stance: str
    responses: list[Row]


@dataclass(frozen=True)
class NewStanding:
    """A known case that stands otherwise than before, and what that rests on now."""

    case: Case
    before: str
    why: str


@dataclass(frozen=True)
class JourneyNews:
    """A journey that is new (`before` empty), or its status was `before`; `reread` as of claims."""

    journey: Journey
    before: str
    reread: bool


@dataclass(frozen=True)
class TieNews:
    """A pair of actors that appeared, switched sign or is tied no longer."""

    dyad: Row
    change: str


def find_new_claims(facts: Facts) -> list[NewClaims]:
    """Find the cases that somebody makes a new claim about, in the order of the cases."""
    known = _known_ids(facts)
    moved = {row_id for recoded in find_recoded_claims(facts) for row_id in recoded.row_ids}
    found = []
    for case in facts.cases:
        fresh = [row for row in case.claims if row["allegation_id"] not in known | moved]
        if fresh:
            found.append(NewClaims(case, fresh, find_before(facts, case), _is_reread(facts, fresh)))
    return found


def find_new_answers(facts: Facts) -> list[NewAnswers]:
    """Find who denies or confirms a known case and did not before."""
    return [answers for case in facts.cases for answers in _list_new_answers(facts, case)]


def find_new_standings(facts: Facts) -> list[NewStanding]:
    """Find the known cases that stand otherwise than before."""
    pairs = [(case, find_before(facts, case)) for case in facts.cases]
    moved = [
        (case, before["standing"])
        for case, before in pairs
        if before and before["standing"] != case.row["standing"]
    ]
    if not moved:
        return []
    sources = Sources(facts.whole["articles"], facts.whole["origins"])
    known = read_cases(facts.known)
    return [
        NewStanding(case, before, find_standing(known[case.row["case_id"]], sources)[1])
        for case, before in moved
    ]


def find_journey_news(facts: Facts) -> list[JourneyNews]:
    """Find the journeys that are new or whose status changed."""
    found = []
    moved = {row_id for recoded in find_recoded_journeys(facts) for row_id in recoded.row_ids}
    for journey in facts.journeys:
        if journey.members <= moved:
            continue
        before = facts.earlier.find_journey(journey.members) if facts.earlier else None
        status = before["status"] if before else ""
        if status != journey.row["status"]:
            found.append(JourneyNews(journey, status, _is_reread(facts, journey.visits)))
    return found


def find_tie_news(facts: Facts) -> list[TieNews]:
    """Find the pairs whose tie appeared, switched sign or vanished; most events first."""
    earlier = facts.earlier.ties if facts.earlier else ()
    before = {pair: tie["balance"] for tie in earlier for pair in _pair(tie)}
    found = []
    for dyad in facts.dyads:
        balance = next((before[pair] for pair in _pair(dyad) if pair in before), None)
        if balance is None:
            found.append(TieNews(dyad, "appeared"))
        elif balance * dyad["balance"] < 0:
            found.append(TieNews(dyad, "switched"))
    left = {pair for dyad in facts.all_dyads for pair in _pair(dyad)}
    gone = [tie for tie in earlier if left.isdisjoint(_pair(tie))]
    return [*found, *(TieNews(dict(tie), "vanished") for tie in gone)]


def _pair(tie: Row) -> tuple[frozenset[str], frozenset[str]]:
    """Return what a pair is known by: ids, or names where a dictionary gave an actor another id."""
    return frozenset((tie["a_id"], tie["b_id"])), frozenset((fold(tie["a"]), fold(tie["b"])))


def find_before(facts: Facts, case: Case) -> Held | None:
    """Return what an earlier briefing knew of a case, by any member that they share."""
    return facts.earlier.find_case(case.members) if facts.earlier else None


def _is_reread(facts: Facts, rows: Sequence[Row]) -> bool:
    read = facts.earlier.articles if facts.earlier else frozenset()
    return all(row["article_id"] in read for row in rows)


def _known_ids(facts: Facts) -> frozenset[str]:
    return facts.earlier.row_ids if facts.earlier else frozenset()


def _list_new_answers(facts: Facts, case: Case) -> Iterator[NewAnswers]:
    before = find_before(facts, case)
    if before is None:
        return
    for stance, column in _STANCES:
        known = {fold(name) for name in before[column]}
        fresh = [
            row
            for row in case.responses
            if row["stance"] == stance
            and row["response_id"] not in _known_ids(facts)
            and not known & set(map(fold, list_names([row], "by")))
        ]
        if fresh:
            yield NewAnswers(case, stance, fresh)
