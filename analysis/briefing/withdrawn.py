"""What an earlier briefing told and the tables no longer hold, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.briefing.change import find_before
from analysis.briefing.facts import Case, Facts
from analysis.briefing.recoded import (
    find_recoded_claims,
    find_recoded_journeys,
    list_rejected,
)
from analysis.briefing.record import Held
from analysis.briefing.wording import list_names
from analysis.frames import list_rows
from analysis.merging import fold

_STANCES = (("denied", "denied_by"), ("confirmed", "confirmed_by"))


@dataclass(frozen=True)
class Withdrawn:
    """A claim or journey that is no longer in the tables: `told` as it was, and why.

    `row_ids` are the articles that told of it, as far as they are still there.
    """

    told: str
    why: str
    row_ids: tuple[str, ...]


@dataclass(frozen=True)
class LostAnswer:
    """A known case that somebody, by the tables as they are now, neither denies nor confirms."""

    case: Case
    stance: str
    by: str
    why: str


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


def find_withdrawn_journeys(facts: Facts) -> list[Withdrawn]:
    """Find the journeys of which no row is left."""
    here = set(facts.whole["visits"]["visit_id"])
    recoded = [recoded.held for recoded in find_recoded_journeys(facts)]
    return [
        _describe_withdrawn(facts, held["told"], held["members"], held["articles"])
        for held in (facts.earlier.journeys if facts.earlier else ())
        if here.isdisjoint(held["members"]) and held not in recoded
    ]


def find_lost_answers(facts: Facts) -> list[LostAnswer]:
    """Find who no longer denies or confirms a known case; an answer may be to another case now."""
    return [lost for case in facts.cases for lost in _list_lost_answers(facts, case)]


def _list_lost_answers(facts: Facts, case: Case) -> Iterator[LostAnswer]:
    before = find_before(facts, case) or {}
    responses = facts.whole["responses"]
    here = set(responses["response_id"])
    given = list_rows(responses[responses["response_id"].isin(case.members)])
    for stance, column in _STANCES:
        names = list_names([row for row in given if row["stance"] == stance], "by")
        left = set(map(fold, names))
        for by in before.get(column, ()):
            rows = _list_held_answers(before, stance, by)
            if fold(by) not in left and here.isdisjoint(row_id for row_id, _ in rows):
                yield LostAnswer(case, stance, by, _explain_answer(facts, rows))


def _list_held_answers(before: Held, stance: str, by: str) -> list[tuple[str, str]]:
    """List row and article of somebody's answers; the records of former versions have none."""
    return [
        (row_id, article_id)
        for row_id, article_id, held_stance, name in before.get("answers", ())
        if held_stance == stance and fold(name) == fold(by)
    ]


def _explain_answer(facts: Facts, rows: list[tuple[str, str]]) -> str:
    if not rows:
        return "no row says so now"
    row_ids, article_ids = zip(*rows, strict=True)
    return explain_gone(facts, list(row_ids), list(article_ids))


def _describe_withdrawn(
    facts: Facts, told: str, row_ids: list[str], article_ids: list[str]
) -> Withdrawn:
    left = tuple(one for one in article_ids if one in facts.article_ids)
    return Withdrawn(told, explain_gone(facts, row_ids, article_ids), left)


def explain_gone(facts: Facts, row_ids: list[str], article_ids: list[str]) -> str:
    """Say why a row is gone: a reviewer rejected it, its article is gone, or the rules changed."""
    rejected = [row for row_id, row in list_rejected(facts).items() if row_id in row_ids]
    if rejected:
        last = rejected[-1]
        reason = f" (“{last['reason']}”)" if last["reason"] else ""
        return f"{last['reviewer']} rejected it{reason}"
    if not pd.Series(article_ids).isin(facts.whole["articles"]["article_id"]).any():
        return "its article is no longer among the inputs"
    return "the dictionaries and rules no longer find it"
