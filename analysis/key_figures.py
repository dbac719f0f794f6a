"""The numbers that open each report, counted from its tables, each with the rows behind it.

What articles tell as fact, what somebody claims and what is only announced are never added up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.cases.finding import is_claim
from analysis.frames import list_rows
from analysis.network import STATUS_FACT
from analysis.reports import KeyFigure, KeyFigures
from analysis.reports.figures import Kind

if TYPE_CHECKING:
    from analysis.briefing import Facts

_MADE = ("occurred", "ongoing")
_VISIT_STATES = (_MADE, ("planned",), ("postponed", "cancelled"))
_CONFLICT = (3, 4)


def tell_briefing(facts: Facts) -> KeyFigures:
    """Count the alleged transfers, those disputed, and the journeys held and announced."""
    disputed = [case for case in facts.cases if case.row["standing"] == "disputed"]
    held = [one for one in facts.journeys if one.row["status"] in _MADE]
    ahead = [one for one in facts.journeys if one.row["status"] == "planned"]
    merged: tuple[tuple[Sequence[Any], str, str, Kind], ...] = (
        (facts.cases, "alleged transfer", "alleged transfers", "claimed"),
        (disputed, "of them denied by a party", "of them denied by a party", "claimed"),
        (held, "journey reported as made", "journeys reported as made", "told as fact"),
        (ahead, "journey announced", "journeys announced", "announced"),
    )
    return KeyFigures(
        _count(len(found), one, many, kind, [row_id for each in found for row_id in each.row_ids])
        for found, one, many, kind in merged
    )


def tell_corpus(
    articles: pd.DataFrame, everything: pd.DataFrame, rejects: pd.DataFrame
) -> KeyFigures:
    """Count the articles read in the window and their outlets; copies, undated, refused in all."""
    ids = list(articles["article_id"])
    copies = everything.loc[everything["duplicate_of"] != "", "article_id"]
    undated = everything.loc[everything["published"].isna(), "article_id"]
    outlets = articles.loc[articles["outlet"] != "", "outlet"].nunique()
    return KeyFigures(
        [
            _count(len(ids), "article read", "articles read", "counted", ids),
            _count(outlets, "outlet", "outlets", "counted", ids),
            _count(len(copies), "copy of another", "copies of others", "counted", copies),
            _count(len(undated), "without a date", "without a date", "counted", undated),
            _count(
                len(rejects), "input refused", "inputs refused", "counted", rejects["source_path"]
            ),
        ]
    )


def tell_network(events: pd.DataFrame) -> KeyFigures:
    """Count the events told as fact, those of them in conflict, and those only alleged."""
    facts = events[events["status"].isin(STATUS_FACT)]
    conflict = facts[facts["quad"].isin(_CONFLICT)]
    alleged = events[events["status"] == "alleged"]
    in_conflict = "of them in conflict"
    return KeyFigures(
        [
            _count_ids(facts["event_id"], "event", "events", "told as fact"),
            _count_ids(conflict["event_id"], in_conflict, in_conflict, "told as fact"),
            _count_ids(alleged["event_id"], "event only alleged", "events only alleged", "claimed"),
        ]
    )


def tell_visits(visits: pd.DataFrame, members: pd.DataFrame) -> KeyFigures:
    """Count the reports of visits made, their journeys, and visits only planned, or called off."""
    ids = [list(visits.loc[visits["status"].isin(each), "visit_id"]) for each in _VISIT_STATES]
    made, planned, off = ids
    journeys = _count_merged(members, "trip", made)
    report, called_off = "report of a visit", "postponed or cancelled"
    return KeyFigures(
        [
            _count_ids(made, f"{report} made", "reports of visits made", "told as fact"),
            _count(journeys, "journey they tell of", "journeys they tell of", "told as fact", made),
            _count_ids(planned, f"{report} planned", "reports of visits planned", "announced"),
            _count_ids(off, called_off, called_off, "announced"),
        ]
    )


def tell_allegations(
    allegations: pd.DataFrame, responses: pd.DataFrame, members: pd.DataFrame
) -> KeyFigures:
    """Count the claims, the alleged transfers they are about, their claimants, and the answers."""
    claims = [row for row in list_rows(allegations) if is_claim(row)]
    ids = [row["allegation_id"] for row in claims]
    # A transfer that is only denied is one, too: somebody must have alleged it.
    said = [*allegations["allegation_id"], *responses["response_id"]]
    transfers = _count_merged(members, "case", said)
    claimants = len({row["claimant_id"] or row["claimant"] or row["outlet"] for row in claims})
    answers = {stance: rows["response_id"] for stance, rows in responses.groupby("stance")}
    denied, declined = (answers.get(stance, ()) for stance in ("denied", "declined"))
    return KeyFigures(
        [
            _count_ids(ids, "claim of a transfer", "claims of transfers", "claimed"),
            _count(transfers, "alleged transfer", "alleged transfers", "claimed", said),
            _count(claimants, "claimant", "claimants", "claimed", ids),
            _count_ids(denied, "denial", "denials", "claimed"),
            _count_ids(declined, "refusal to comment", "refusals to comment", "counted"),
        ]
    )


def tell_statements(statements: pd.DataFrame) -> KeyFigures:
    """Count the statements, the accusations and denials among them, and those with a likelihood."""
    ids = statements["statement_id"]
    accusing, denying = (ids[statements["act"] == act] for act in ("accuse", "deny"))
    hedged = ids[statements["likelihood_words"] != ""]
    with_likelihood = "with words of likelihood"
    return KeyFigures(
        [
            _count_ids(ids, "statement", "statements", "counted"),
            _count_ids(accusing, "accusation", "accusations", "claimed"),
            _count_ids(denying, "denial", "denials", "claimed"),
            _count_ids(hedged, with_likelihood, with_likelihood, "counted"),
        ]
    )


def _count_merged(members: pd.DataFrame, kind: str, row_ids: Iterable[str]) -> int:
    """Count the merged rows of a kind that have one of the rows."""
    found = members[(members["kind"] == kind) & members["row_id"].isin(list(row_ids))]
    return int(found["merged_id"].nunique())


def _count_ids(row_ids: Iterable[str], one: str, many: str, kind: Kind) -> KeyFigure:
    ids = list(row_ids)
    return _count(len(ids), one, many, kind, ids)


def _count(count: int, one: str, many: str, kind: Kind, row_ids: Iterable[str]) -> KeyFigure:
    return KeyFigure(f"{count:,}", one if count == 1 else many, kind, tuple(row_ids))
