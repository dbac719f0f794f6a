"""Transfer allegations merged across articles into cases, with who confirms and who denies.

The rules:

1. A case is one supplier, recipient, kind and item class. `unspecified` is a class of its own:
   "arms" may be shells or missiles, and joins neither.
2. Claims of a case follow each other: a claim published more than 120 days after the one before it
   begins a new case. Claims of undated articles join the case of their kind if there is only one.
3. A response joins the case of the allegation, or of the statement's first allegation, that it
   answers; else the case of that supplier and recipient claimed in its own article; else the one
   claimed last before it. A response to no such case makes none.
4. Standing. Acknowledged: the supplier or the recipient confirms it, in a response, in a claim of
   its own with act `confirm`, or by announcing it. Else disputed: one of them denies it. Else
   corroborated: claimants of two states, neither of them a party nor the outlet's own voice, claim
   it through two independent sources. Else alleged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analysis.dates.periods import first_day, last_day
from analysis.merging import (
    Row,
    Sources,
    distinct,
    fold,
    identify,
    list_members,
    make_merged_id,
    name_once,
    order_rows,
    place,
    published_on,
    span_reports,
    split_at_gaps,
    split_by,
)
from analysis.reviews.decisions import Decision
from analysis.reviews.regrouping import regroup
from analysis.schema import CASES, MEMBERS

SAME_CASE = 120
# What is said of a transfer that has not happened confirms none.
_NO_TRANSFER = ("planned", "considered", "requested", "blocked", "denied_only")


@dataclass(slots=True)
class _Case:
    """Allegations that are one case, and the responses to it with why each belongs.

    `decided` says of allegations that a reviewer moved why they are here.
    """

    allegations: list[Row]
    responses: list[tuple[Row, str]] = field(default_factory=list)
    decided: Mapping[str, str] = field(default_factory=dict)

    @property
    def claims(self) -> list[Row]:
        """The allegations that somebody claims: all but those told through their denial."""
        return [
            row
            for row in self.allegations
            if row["nature"] != "denied_only" and row["act"] not in ("deny", "decline")
        ]

    @property
    def rows(self) -> list[Row]:
        return [*self.allegations, *(row for row, _ in self.responses)]

    def stances(self, stance: str) -> list[Row]:
        """The responses of one stance, earliest first."""
        return [row for row, _ in self.responses if row["stance"] == stance]


def merge_cases(
    allegations: pd.DataFrame,
    responses: pd.DataFrame,
    articles: pd.DataFrame,
    decisions: Sequence[Decision] = (),
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Merge TRANSFER_ALLEGATIONS and RESPONSES into CASES, and say in MEMBERS why.

    Takes the whole tables; the rules are in this module's docstring, and what reviewers decided on
    cases comes after them. One row is one supplier, recipient, item class and period; cases stand
    in the order of their first report.
    """
    sources = Sources(articles)
    groups = split_by(order_rows(allegations, "allegation_id"), _class_of)
    cases = [case for rows in groups for case in _find_cases(rows)]
    if decisions:
        cases = _review(cases, decisions)
    cases.sort(key=lambda case: _order(case.allegations[0]))
    _join_responses(order_rows(responses, "response_id"), cases)
    rows = [_describe(case, sources) for case in cases]
    members = [
        member
        for case, row in zip(cases, rows, strict=True)
        for member in list_members("case", row["case_id"], _explain(case))
    ]
    return CASES.frame(rows), MEMBERS.frame(members)


def _review(cases: list[_Case], decisions: Sequence[Decision]) -> list[_Case]:
    groups, why = regroup(
        "cases", [case.allegations for case in cases], decisions, lambda row: row["allegation_id"]
    )
    return [_Case(sorted(group, key=_order), decided=why) for group in groups]


def _order(row: Row) -> tuple[Any, ...]:
    return (*place(row), row["allegation_id"])


def _class_of(row: Row) -> tuple[Any, ...]:
    return (identify(row, "supplier"), identify(row, "recipient"), row["kind"], row["category"])


def _find_cases(rows: list[Row]) -> list[_Case]:
    dated = [row for row in rows if published_on(row) is not None]
    undated = [row for row in rows if published_on(row) is None]
    runs = split_at_gaps(dated, lambda before, after: _days_between(before, after) > SAME_CASE)
    if len(runs) == 1:
        return [_Case([*runs[0], *undated])]
    return [_Case(run) for run in [*runs, undated] if run]


def _days_between(before: Row, after: Row) -> int:
    return ((published_on(after) or dt.date.max) - (published_on(before) or dt.date.max)).days


def _join_responses(responses: list[Row], cases: list[_Case]) -> None:
    """Let each response join the case that it answers, if there is one."""
    answered: dict[str, _Case] = {}
    for case in cases:
        for row in case.allegations:
            for row_id in (row["allegation_id"], row["statement_id"]):
                answered.setdefault(row_id, case)
    by_states = {
        (supplier, recipient): [case for case in cases if _states_of(case) == (supplier, recipient)]
        for supplier, recipient in {_states_of(case) for case in cases}
    }
    for row in responses:
        if row["answers"] and row["answers"] in answered:
            answered[row["answers"]].responses.append((row, "answers a claim of this case"))
            continue
        between = by_states.get((row["supplier_country"], row["recipient_country"]), [])
        nearest = _find_answered(row, [case for case in between if _names_parties(row, case)])
        if nearest is not None:
            nearest.responses.append((row, "the last claim on these parties before it"))


def _states_of(case: _Case) -> tuple[str, str]:
    first = case.allegations[0]
    return (first["supplier_country"], first["recipient_country"])


def _names_parties(row: Row, case: _Case) -> bool:
    first = case.allegations[0]
    return all(
        not row[side] or fold(row[side]) == fold(first[side]) for side in ("supplier", "recipient")
    )


def _find_answered(response: Row, cases: Sequence[_Case]) -> _Case | None:
    """Return the case claimed in the response's article, else the one claimed last before it."""
    for case in cases:
        if any(row["article_id"] == response["article_id"] for row in case.allegations):
            return case
    said = published_on(response)
    if said is None:
        return None
    dated = [(_last_before(case, said), case) for case in cases]
    earlier = [(day, case) for day, case in dated if day is not None]
    return max(earlier, key=lambda pair: pair[0])[1] if earlier else None


def _last_before(case: _Case, day: dt.date) -> dt.date | None:
    published = [published_on(row) for row in case.allegations]
    return max((known for known in published if known is not None and known <= day), default=None)


def _explain(case: _Case) -> Iterator[tuple[str, str]]:
    why = "same supplier, recipient and item class"
    for number, row in enumerate(case.allegations):
        beside = f"{why}, published within {SAME_CASE} days of another"
        by_rule = beside if number else "first report"
        yield row["allegation_id"], case.decided.get(row["allegation_id"], by_rule)
    for row, reason in case.responses:
        yield row["response_id"], reason


def _describe(case: _Case, sources: Sources) -> dict[str, Any]:
    first, claims = case.allegations[0], case.claims
    first_claim, last_claim = span_reports(claims)
    denials, confirmations = case.stances("denied"), case.stances("confirmed")
    return {
        "case_id": make_merged_id("case", first["allegation_id"]),
        "kind": first["kind"],
        **name_once(case.allegations, "supplier"),
        **name_once(case.allegations, "recipient"),
        "category": first["category"],
        "items": distinct(item for row in case.allegations for item in row["item"].split("; ")),
        **_span_dates(case.allegations),
        "claimants": distinct(row["claimant"] for row in claims),
        "first_claim": first_claim,
        "last_claim": last_claim,
        "quantities": list(_list_quantities(claims)),
        "denied_by": distinct(row["by"] or row["by_country"] for row in denials),
        "first_denied": span_reports(denials)[0],
        "confirmed_by": distinct(row["by"] or row["by_country"] for row in confirmations),
        "first_confirmed": span_reports(confirmations)[0],
        "articles": len({row["article_id"] for row in case.rows}),
        "sources": sources.count(case.rows),
        "standing": _find_standing(case, sources),
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


def _list_quantities(claims: Iterable[Row]) -> Iterator[str]:
    """Yield "NIS: 10,000–12,000 soldiers", a claimant and unit each, in the order of the claims."""
    counted = [row for row in claims if _bounds(row) != (None, None)]
    for rows in split_by(counted, lambda row: (fold(row["claimant"]), fold(row["unit"]))):
        yield f"{rows[0]['claimant']}: {write_quantity(rows)}"


def write_quantity(counted: Iterable[Row]) -> str:
    """Write the range of claims that count in one unit: "10,000–12,000 soldiers"."""
    rows = list(counted)
    return f"{_write_range([_bounds(row) for row in rows])} {rows[0]['unit']}".strip()


def _bounds(row: Row) -> tuple[float | None, float | None]:
    low, high = row["quantity_low"], row["quantity_high"]
    return (None if pd.isna(low) else low, None if pd.isna(high) else high)


def _write_range(bounds: list[tuple[float | None, float | None]]) -> str:
    """Write the range over all that one claimant said; an end left open stays open."""
    known = [number for pair in bounds for number in pair if number is not None]
    least, greatest = min(known), max(known)
    no_least = all(low is None for low, _ in bounds)
    no_greatest = any(high is None and low == greatest for low, high in bounds)
    if no_least:
        return f"up to {_write_number(greatest)}"
    if no_greatest:
        return f"at least {_write_number(least)}"
    return "–".join(dict.fromkeys((_write_number(least), _write_number(greatest))))


def _write_number(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,}"


def _find_standing(case: _Case, sources: Sources) -> str:
    if any(_is_party(row["by_country"], case) for row in case.stances("confirmed")):
        return "acknowledged"
    if any(_is_party(row["claimant_country"], case) and _admits(row) for row in case.claims):
        return "acknowledged"
    if any(_is_party(row["by_country"], case) for row in case.stances("denied")):
        return "disputed"
    outside = [row for row in case.claims if _is_independent(row, case)]
    states = {row["claimant_country"] for row in outside}
    return "corroborated" if len(states) > 1 and sources.count(outside) > 1 else "alleged"


def _is_party(country: str, case: _Case) -> bool:
    return bool(country) and country in _states_of(case)


def _admits(claim: Row) -> bool:
    if claim["nature"] in _NO_TRANSFER:
        return False
    return bool(claim["act"] == "confirm" or claim["nature"] == "announced")


def _is_independent(claim: Row, case: _Case) -> bool:
    country = claim["claimant_country"]
    return bool(country) and claim["claimant"] != claim["outlet"] and not _is_party(country, case)
