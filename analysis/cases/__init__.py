"""Transfer allegations merged across articles into cases, with who confirms and who denies.

Standing. Acknowledged: the supplier or the recipient confirms it, in a response, in a claim of
its own with act `confirm`, or by announcing it. Else disputed: one of them denies it. Else
corroborated: two claims have two origins (origins.py), speakers of two states, neither of them
a party nor an outlet, and no joint statement. The number of articles is no matter. Else alleged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from analysis.cases.finding import (
    SAME_CASE,
    Case,
    find_cases,
    join_responses,
    order_claims,
    review_cases,
    states_of,
)
from analysis.cases.quantities import list_ranges
from analysis.dates.periods import first_day, last_day
from analysis.merging import (
    Row,
    Sources,
    distinct,
    list_members,
    make_merged_id,
    name_once,
    order_rows,
    published_on,
    span_reports,
)
from analysis.reviews.decisions import Decision
from analysis.schema import CASES, MEMBERS

# What is said of a transfer that has not happened confirms none.
_NO_TRANSFER = ("planned", "considered", "requested", "blocked", "denied_only")


def merge_cases(
    allegations: pd.DataFrame,
    responses: pd.DataFrame,
    sources: Sources,
    decisions: Sequence[Decision] = (),
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Merge TRANSFER_ALLEGATIONS and RESPONSES into CASES, and say in MEMBERS why.

    Takes the whole tables; the rules are in finding.py, and what reviewers decided on
    cases comes after them. One row is one supplier, recipient, item class and period; cases stand
    in the order of their first report.
    """
    cases = find_cases(allegations)
    if decisions:
        cases = review_cases(cases, decisions)
    cases.sort(key=lambda case: order_claims(case.allegations[0]))
    join_responses(order_rows(responses, "response_id"), cases)
    rows = [describe_case(case, sources) for case in cases]
    members = [
        member
        for case, row in zip(cases, rows, strict=True)
        for member in list_members("case", row["case_id"], _explain(case))
    ]
    return CASES.frame(rows), MEMBERS.frame(members)


def _explain(case: Case) -> Iterator[tuple[str, str]]:
    why = "same supplier, recipient and item class"
    for number, row in enumerate(case.allegations):
        beside = f"{why}, published within {SAME_CASE} days of another"
        by_rule = beside if number else "first report"
        yield row["allegation_id"], case.why.get(row["allegation_id"], by_rule)
    for row, reason in case.responses:
        yield row["response_id"], reason


def describe_case(case: Case, sources: Sources) -> dict[str, Any]:
    """Return the row of CASES that a case gives."""
    first, claims = case.allegations[0], case.claims
    first_claim, last_claim = span_reports(claims)
    denials, confirmations = case.stances("denied"), case.stances("confirmed")
    return {
        "case_id": make_merged_id("case", first["allegation_id"]),
        "kind": first["kind"],
        **name_once(case.allegations, "supplier"),
        **name_once(case.allegations, "recipient"),
        "category": case.category,
        "items": distinct(item for row in case.allegations for item in row["item"].split("; ")),
        **_span_dates(case.allegations),
        "claimants": distinct(row["claimant"] for row in claims),
        "first_claim": first_claim,
        "last_claim": last_claim,
        "quantities": list(list_ranges(claims)),
        "denied_by": distinct(row["by"] or row["by_country"] for row in denials),
        "first_denied": span_reports(denials)[0],
        "confirmed_by": distinct(row["by"] or row["by_country"] for row in confirmations),
        "first_confirmed": span_reports(confirmations)[0],
        "articles": len({row["article_id"] for row in case.rows}),
        "sources": sources.count(claims),
        "standing": find_standing(case, sources)[0],
    }


def _span_dates(rows: Iterable[Row]) -> dict[str, str]:
    """Return the first and the last day that the claims name, as precisely as those claims do."""
    dated = [row for row in rows if row["date"]]
    if not dated:
        return {}
    first = min(dated, key=lambda row: (first_day(row["date"]), -len(row["date"])))
    ends = [row["date_end"] or row["date"] for row in dated]
    last = max(ends, key=lambda end: (last_day(end), len(end)))
    return {"date": first["date"], "date_end": last, "date_precision": first["date_precision"]}


def find_standing(case: Case, sources: Sources) -> tuple[str, str]:
    """Return where a case stands, and why, by the rule in this module's docstring."""
    for row in case.stances("confirmed"):
        if _is_party(row["by_country"], case):
            return "acknowledged", f"{_name(row, 'by')} confirms it"
    for row in case.claims:
        if _is_party(row["claimant_country"], case) and _admits(row):
            return "acknowledged", f"{_name(row, 'claimant')} says so of its own side"
    for row in case.stances("denied"):
        if _is_party(row["by_country"], case):
            return "disputed", f"{_name(row, 'by')} denies it"
    outside = [row for row in case.claims if _is_independent(row, case, sources)]
    for one, other in combinations(_thin_out(outside, sources), 2):
        two_states = one["claimant_country"] != other["claimant_country"]
        if two_states and sources.are_independent(one, other):
            both = f"{_name(one, 'claimant')} and {_name(other, 'claimant')}"
            return "corroborated", f"{both}, neither of them a party, claim it, each for itself"
    return "alleged", "no party answers it, and no two states that are none claim it"


def _thin_out(claims: Iterable[Row], sources: Sources) -> Iterator[Row]:
    """Yield at most two claims of a state and origin, of two sentences: pairs of more say no more.

    One sentence may be a joint statement with another origin; the second is none with it.
    """
    told: defaultdict[tuple[str, str], set[tuple[str, int]]] = defaultdict(set)
    for claim in claims:
        sentences = told[claim["claimant_country"], sources.find_origin(claim)]
        sentence = (claim["article_id"], claim["start"])
        if len(sentences) < 2 and sentence not in sentences:
            sentences.add(sentence)
            yield claim


def _name(row: Row, slot: str) -> str:
    """Name who says it and on which day: "Dmitry Peskov (RUS, 2024-10-20)"."""
    told = filter(None, (row[f"{slot}_country"], str(published_on(row) or "undated")))
    return f"{row[slot] or row[f'{slot}_country']} ({', '.join(told)})"


def _is_party(country: str, case: Case) -> bool:
    return bool(country) and country in states_of(case)


def _admits(claim: Row) -> bool:
    if claim["nature"] in _NO_TRANSFER:
        return False
    return bool(claim["act"] == "confirm" or claim["nature"] == "announced")


def _is_independent(claim: Row, case: Case, sources: Sources) -> bool:
    """Tell whether a claim bears others out; a copy's is its original's, told once more."""
    country = claim["claimant_country"]
    speaks = sources.has_speaker(claim) and not sources.is_copy(claim)
    return bool(country) and speaks and not _is_party(country, case)
