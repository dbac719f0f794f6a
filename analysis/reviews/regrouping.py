"""Decisions that reports are, or are not, of one trip or case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

import pandas as pd

from analysis.merging import make_merged_id, resolve_merged
from analysis.reviews.decisions import Decision
from analysis.reviews.states import APPLIED, State

Report = TypeVar("Report")
# The kind of a merged row, as its id and MEMBERS have it, by table.
KINDS = {"trips": "trip", "cases": "case"}


def regroup(
    table: str,
    groups: Sequence[list[Report]],
    decisions: Iterable[Decision],
    row_id: Callable[[Report], str],
) -> tuple[list[list[Report]], dict[str, str]]:
    """Return groups of reports as reviewers want them, and why each report moved did.

    Merges come before splits. Rows split off with one label make one new group; without a label
    each makes its own.
    """
    mine = [decision for decision in decisions if decision.table == table]
    arranged = _Groups(table, groups, row_id)
    for decision in mine:
        if decision.decision == "merge":
            arranged.merge(decision)
    for decision in mine:
        if decision.decision == "split":
            arranged.split(decision)
    return [group for group in arranged.groups if group], arranged.why


class _Groups(Generic[Report]):
    """Groups of reports, each known by the ids of its reports and by the merged ids these give.

    So an id from before more articles came in, when another report was the earliest, still leads
    to the group.
    """

    def __init__(
        self, table: str, groups: Sequence[list[Report]], row_id: Callable[[Report], str]
    ) -> None:
        self.groups = [list(group) for group in groups]
        self.why: dict[str, str] = {}
        self._kind, self._row_id = KINDS[table], row_id
        self._group_of: dict[str, list[Report]] = {}
        self._split: dict[str, list[Report]] = {}
        for group in self.groups:
            self._name(group)

    def _name(self, group: list[Report]) -> None:
        for report in group:
            row_id = self._row_id(report)
            self._group_of[row_id] = self._group_of[make_merged_id(self._kind, row_id)] = group

    def merge(self, decision: Decision) -> None:
        one, other = (self._group_of.get(name) for name in (decision.row_id, decision.value))
        if one is None or other is None or one is other:
            return
        self.why |= {self._row_id(report): _say("merged", decision) for report in other}
        one += other
        other.clear()
        self._name(one)

    def split(self, decision: Decision) -> None:
        group = self._group_of.get(decision.row_id, [])
        leaving = [report for report in group if self._row_id(report) == decision.row_id]
        if not leaving:
            return
        group.remove(leaving[0])
        label = decision.value or decision.row_id
        if label not in self._split:
            self._split[label] = []
            self.groups.append(self._split[label])
        self._split[label] += leaving
        self._name(self._split[label])
        self.why[decision.row_id] = _say("split off", decision)


def _say(what: str, decision: Decision) -> str:
    because = f": {decision.reason}" if decision.reason else ""
    return f"{what} by {decision.reviewer}, {decision.date}{because}"


def find_merged_states(
    decisions: Iterable[Decision], members: pd.DataFrame
) -> dict[Decision, State]:
    """Return whether each decision on trips and cases could be applied, from MEMBERS."""
    merged_of = resolve_merged(members)
    return {
        decision: APPLIED if _holds(decision, merged_of) else _say_missing(decision, merged_of)
        for decision in decisions
        if decision.table in KINDS
    }


def _holds(decision: Decision, merged_of: Mapping[str, str]) -> bool:
    if decision.decision == "merge":
        both = {merged_of.get(decision.row_id), merged_of.get(decision.value)}
        return None not in both and len(both) == 1
    return decision.row_id in merged_of


def _say_missing(decision: Decision, merged_of: Mapping[str, str]) -> State:
    named = [row_id for _, row_id in sorted(decision.rows)]
    missing = [row_id for row_id in named if row_id not in merged_of]
    kind = KINDS[decision.table]
    why = f"no {kind} has {' or '.join(missing)} now" if missing else f"they are two {kind}s"
    return State("no such row", why)
