"""Transfer allegations merged across articles into cases: which are one, who answers it.

The rules:

1. A case is one supplier, recipient, kind and item class. Troops, advisers and workers go to a
   country, whoever of it is named. What has no class is told apart by the thing named.
2. Claims of a case follow each other: a claim published more than half a year after the one before
   it begins a new case. Claims of undated articles join the case of their class if there is only
   one.
3. Arms that leave open what they are ("weapons", "an arms package") are of a specific case of the
   same parties and kind where one claimant tells of both in one article in one nature, and of no
   other. Else they make a case of their own.
4. A response joins the case of the allegation, or of the statement's first allegation, that it
   answers; else the case of that supplier and recipient claimed in its own article; else the one
   claimed last before it. A response to no such case makes none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analysis.merging import (
    Row,
    fold,
    identify,
    order_rows,
    place,
    published_on,
    split_at_gaps,
    split_by,
)
from analysis.reviews.decisions import Decision
from analysis.reviews.regrouping import regroup

SAME_CASE = 183
UNSPECIFIED = "unspecified"
_BESIDE = "item class unsaid; the only one that its claimant tells of in the article"
# Words that leave open what is sent; "body armour" has no class of its own but is no shells.
_OPEN = frozenset(
    """
    a aid ammunition and arms armaments assistance cargo consignments containers deal deals
    deliveries delivery equipment exports goods hardware heavy help kinds lethal long materiel
    material materials military modern munitions new of or other package packages range sale
    sales security shipment shipments short sophisticated supplies support systems the transfer
    transfers war weapon weaponry weapons
    """.split()
)


@dataclass(slots=True)
class Case:
    """Allegations that are one case, and the responses to it with why each belongs.

    `why` says it of the allegations that are here by another rule than that of their class.
    """

    allegations: list[Row]
    responses: list[tuple[Row, str]] = field(default_factory=list)
    why: dict[str, str] = field(default_factory=dict)

    @property
    def claims(self) -> list[Row]:
        """The allegations that somebody claims: all but those told through their denial."""
        return [row for row in self.allegations if is_claim(row)]

    @property
    def category(self) -> str:
        """The item class: the first one that is told."""
        classes = (row["category"] for row in self.allegations)
        return next((name for name in classes if name != UNSPECIFIED), UNSPECIFIED)

    @property
    def rows(self) -> list[Row]:
        """The rows of both tables."""
        return [*self.allegations, *(row for row, _ in self.responses)]

    def stances(self, stance: str) -> list[Row]:
        """The responses of one stance, earliest first."""
        return [row for row, _ in self.responses if row["stance"] == stance]


def is_claim(allegation: Row) -> bool:
    """Tell whether somebody claims a transfer: not one told only through its denial."""
    denied = allegation["act"] in ("deny", "decline")
    return not denied and allegation["nature"] != "denied_only"


def find_cases(allegations: pd.DataFrame) -> list[Case]:
    """Return the cases that the rules make of TRANSFER_ALLEGATIONS, responses aside."""
    groups = split_by(order_rows(allegations, "allegation_id"), _parties_of)
    return [case for rows in groups for case in _find_between(rows)]


def review_cases(cases: list[Case], decisions: Sequence[Decision]) -> list[Case]:
    """Return cases as reviewers want them, before responses join them."""
    rules = {row_id: reason for case in cases for row_id, reason in case.why.items()}
    groups, why = regroup(
        "cases", [case.allegations for case in cases], decisions, lambda row: row["allegation_id"]
    )
    return [Case(sorted(group, key=order_claims), why=rules | why) for group in groups]


def order_claims(row: Row) -> tuple[Any, ...]:
    """Return what allegations are put in order by."""
    return (*place(row), row["allegation_id"])


def _parties_of(row: Row) -> tuple[Any, ...]:
    recipient = identify(row, "recipient")
    if row["kind"] == "personnel" and row["recipient_country"]:
        recipient = (row["recipient_country"],)
    return (identify(row, "supplier"), recipient, row["kind"])


def _find_between(rows: list[Row]) -> list[Case]:
    """Return the cases of one supplier, recipient and kind."""
    told = [row for row in rows if not _leaves_open(row)]
    classes = split_by(told, _class_of)
    cases = [case for claims in classes for case in _split_by_time(claims)]
    specific = [(case, list(case.allegations)) for case in cases if case.category != UNSPECIFIED]
    alone: list[Row] = []
    for row in filter(_leaves_open, rows):
        beside = [case for case, claims in specific if any(_goes_with(row, one) for one in claims)]
        if len(beside) == 1:
            beside[0].allegations.append(row)
            beside[0].why[row["allegation_id"]] = _BESIDE
        else:
            alone.append(row)
    for case in cases:
        case.allegations.sort(key=order_claims)
    return cases + _split_by_time(alone)


def _class_of(row: Row) -> tuple[str, str]:
    """Return the item class; of what has none the thing named: balloons are no body armour."""
    words = re.findall(r"\w+", row["item"].casefold())
    return (row["category"], words[-1] if words and row["category"] == UNSPECIFIED else "")


def _leaves_open(row: Row) -> bool:
    words = re.findall(r"\w+", row["item"].casefold())
    return row["category"] == UNSPECIFIED and _OPEN.issuperset(words)


def _goes_with(row: Row, specific: Row) -> bool:
    """Tell whether a claim that leaves the class open is of what its claimant tells beside it.

    What others in the article tell of, or tell otherwise, may be anything.
    """
    same = all(row[key] == specific[key] for key in ("article_id", "nature"))
    return same and identify(row, "claimant") == identify(specific, "claimant")


def _split_by_time(rows: list[Row]) -> list[Case]:
    dated = [row for row in rows if published_on(row) is not None]
    undated = [row for row in rows if published_on(row) is None]
    runs = split_at_gaps(dated, lambda before, after: _days_between(before, after) > SAME_CASE)
    if len(runs) == 1:
        return [Case([*runs[0], *undated])]
    return [Case(run) for run in [*runs, undated] if run]


def _days_between(before: Row, after: Row) -> int:
    return ((published_on(after) or dt.date.max) - (published_on(before) or dt.date.max)).days


def join_responses(responses: list[Row], cases: list[Case]) -> None:
    """Let each response join the case that it answers, if there is one."""
    answered: dict[str, Case] = {}
    for case in cases:
        for row in case.allegations:
            for row_id in (row["allegation_id"], row["statement_id"]):
                answered.setdefault(row_id, case)
    by_states: dict[tuple[str, str], list[Case]] = {}
    for case in cases:
        by_states.setdefault(states_of(case), []).append(case)
    for row in responses:
        if row["answers"] and row["answers"] in answered:
            answered[row["answers"]].responses.append((row, "answers a claim of this case"))
            continue
        between = by_states.get((row["supplier_country"], row["recipient_country"]), [])
        nearest = _find_answered(row, [case for case in between if _names_parties(row, case)])
        if nearest is not None:
            nearest.responses.append((row, "the last claim on these parties before it"))


def states_of(case: Case) -> tuple[str, str]:
    """Return the states of supplier and recipient."""
    first = case.allegations[0]
    return (first["supplier_country"], first["recipient_country"])


def _names_parties(row: Row, case: Case) -> bool:
    first = case.allegations[0]
    return all(
        not row[side] or fold(row[side]) == fold(first[side]) for side in ("supplier", "recipient")
    )


def _find_answered(response: Row, cases: Sequence[Case]) -> Case | None:
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


def _last_before(case: Case, day: dt.date) -> dt.date | None:
    published = [published_on(row) for row in case.allegations]
    return max((known for known in published if known is not None and known <= day), default=None)
