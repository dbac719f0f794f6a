"""What differs from an earlier briefing, as rows; how it is told is the business of news.py.

Without an earlier briefing everything is new. A claim or visit whose sentence still gives one was
coded anew, by another rule or with other names: it is neither new nor withdrawn, unless a reviewer
rejected it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.briefing.facts import Case, Facts, Journey
from analysis.briefing.recoded import (
    find_recoded_claims,
    find_recoded_journeys,
    list_rejected,
)
from analysis.briefing.record import Held
from analysis.briefing.wording import list_names
from analysis.cases import find_standing
from analysis.frames import list_rows
from analysis.ledgers import read_cases
from analysis.merging import Row, Sources, fold

_STANCES = (("denied", "denied_by"), ("confirmed", "confirmed_by"))


@dataclass(frozen=True)
class NewClaims:
    """The new claims of one case; `before` is what was known of the case, None for a new one."""

    case: Case
    claims: list[Row]
    before: Held | None


@dataclass(frozen=True)
class NewAnswers:
    """The responses by which somebody denies or confirms a known case for the first time."""

    case: Case
    stance: str
    responses: list[Row]


@dataclass(frozen=True)
class LostAnswer:
    """A known case that somebody, by the tables as they are now, neither denies nor confirms."""

    case: Case
    stance: str
    by: str


@dataclass(frozen=True)
class NewStanding:
    """A known case that stands otherwise than before, and what that rests on now."""

    case: Case
    before: str
    why: str


@dataclass(frozen=True)
class Withdrawn:
    """A claim or journey that is no longer in the tables: `told` as it was, and why.

    `row_ids` are the articles that told of it, as far as they are still there.
    """

    told: str
    why: str
    row_ids: tuple[str, ...]


@dataclass(frozen=True)
class JourneyNews:
    """A journey that is new (`before` empty) or whose status was `before`."""

    journey: Journey
    before: str


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
            found.append(NewClaims(case, fresh, find_before(facts, case)))
    return found


def find_new_answers(facts: Facts) -> list[NewAnswers]:
    """Find who denies or confirms a known case and did not before."""
    return [answers for case in facts.cases for answers in _list_new_answers(facts, case)]


def find_lost_answers(facts: Facts) -> list[LostAnswer]:
    """Find the answers to known cases that are no longer in the tables."""
    found = []
    responses = list_rows(facts.whole["responses"])
    for case in facts.cases:
        before = find_before(facts, case) or {}
        given = [row for row in responses if row["response_id"] in case.members]
        for stance, column in _STANCES:
            rows = [row for row in given if row["stance"] == stance]
            left = set(map(fold, list_names(rows, "by")))
            lost = [by for by in before.get(column, ()) if fold(by) not in left]
            found += [LostAnswer(case, stance, by) for by in lost]
    return found


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


def find_withdrawn(facts: Facts) -> list[Withdrawn]:
    """Find the claims that an earlier briefing told and that are no longer in the tables."""
    if facts.earlier is None:
        return []
    recoded = {recoded.held["row_id"] for recoded in find_recoded_claims(facts)}
    here = set(facts.whole["transfer_allegations"]["allegation_id"])
    return [
        _describe_withdrawn(facts, held["told"], [held["row_id"]], [held["article_id"]])
        for held in facts.earlier.claims
        if held["row_id"] not in here | recoded
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
            found.append(JourneyNews(journey, status))
    return found


def find_withdrawn_journeys(facts: Facts) -> list[Withdrawn]:
    """Find the journeys of which no row is left."""
    here = set(facts.whole["visits"]["visit_id"])
    recoded = [recoded.held for recoded in find_recoded_journeys(facts)]
    return [
        _describe_withdrawn(facts, held["told"], held["members"], held["articles"])
        for held in (facts.earlier.journeys if facts.earlier else ())
        if here.isdisjoint(held["members"]) and held not in recoded
    ]


def find_tie_news(facts: Facts) -> list[TieNews]:
    """Find the pairs whose tie appeared, switched sign or vanished; most events first."""
    earlier = facts.earlier.ties if facts.earlier else ()
    before = {(tie["a_id"], tie["b_id"]): tie["balance"] for tie in earlier}
    found = []
    for dyad in facts.dyads:
        pair = (dyad["a_id"], dyad["b_id"])
        if pair not in before:
            found.append(TieNews(dyad, "appeared"))
        elif before[pair] * dyad["balance"] < 0:
            found.append(TieNews(dyad, "switched"))
    left = {(dyad["a_id"], dyad["b_id"]) for dyad in facts.all_dyads}
    gone = [tie for tie in earlier if (tie["a_id"], tie["b_id"]) not in left]
    return [*found, *(TieNews(dict(tie), "vanished") for tie in gone)]


def find_before(facts: Facts, case: Case) -> Held | None:
    """Return what an earlier briefing knew of a case, by any member that they share."""
    return facts.earlier.find_case(case.members) if facts.earlier else None


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
            if row["stance"] == stance and not known & set(map(fold, list_names([row], "by")))
        ]
        if fresh:
            yield NewAnswers(case, stance, fresh)


def _describe_withdrawn(
    facts: Facts, told: str, row_ids: list[str], article_ids: list[str]
) -> Withdrawn:
    left = tuple(one for one in article_ids if one in facts.article_ids)
    return Withdrawn(told, _explain(facts, row_ids, article_ids), left)


def _explain(facts: Facts, row_ids: list[str], article_ids: list[str]) -> str:
    """Say why a row is gone: a reviewer rejected it, its article is gone, or the rules changed."""
    rejected = [row for row_id, row in list_rejected(facts).items() if row_id in row_ids]
    if rejected:
        last = rejected[-1]
        reason = f" (“{last['reason']}”)" if last["reason"] else ""
        return f"{last['reviewer']} rejected it{reason}"
    if not pd.Series(article_ids).isin(facts.whole["articles"]["article_id"]).any():
        return "its article is no longer among the inputs"
    return "the dictionaries and rules no longer find it"
