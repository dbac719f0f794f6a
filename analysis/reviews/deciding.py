"""One decision by its id: on a row, an actor, a trip or a case, checked before it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.errors import ReviewError
from analysis.frames import list_rows
from analysis.merging import resolve_merged
from analysis.reviews.decisions import (
    Decision,
    check,
    read_decisions,
    read_file,
    record,
    reviewer_file,
    settle,
    take_back,
)
from analysis.reviews.queue import REVIEWABLE
from analysis.reviews.regrouping import KINDS
from analysis.reviews.rules import hash_rules
from analysis.reviews.values import Names, read_edit
from analysis.schema import ROW_ID

Tables = Mapping[str, pd.DataFrame]
# How many values each decision takes.
_VALUES = {
    "accept": (0, 0, "nothing"),
    "reject": (0, 0, "nothing"),
    "edit": (2, 2, "a column and its new value"),
    "merge": (1, 1, "the id of the other one"),
    "split": (0, 1, "at most a label"),
}
_TABLE_OF = {kind: table for table, kind in KINDS.items()}


def decide(tables: Tables, folder: Path, decision: Decision) -> Decision:
    """Keep a decision in its reviewer's file; return it with its table, rule and sentence.

    `decision.table` may be empty: the id says which it is. Raises ReviewError where the tables hold
    no such row, the value cannot be, or another reviewer decided otherwise.
    """
    found = _fill_in(tables, decision)
    check(found)
    if found.table in KINDS:
        _check_regrouping(tables, found)
    elif found.table == "actors":
        _check_actor(tables, found)
    elif found.decision == "edit":
        row = _find_row(tables, found.table, found.row_id)
        read_edit(found, row, Names(tables["actors"]))
    settle([*read_decisions(folder), found])
    record(reviewer_file(folder, found.reviewer), [found])
    return found


def read_values(decision: str, given: Sequence[str]) -> tuple[str, str]:
    """Return field and value from what is given behind an id: an edit has both, others a value.

    Raises ReviewError where there are too many or too few.
    """
    least, most, what = _VALUES[decision]
    if not least <= len(given) <= most:
        raise ReviewError(f"{decision} takes {what} behind the id, not {len(given)} values.")
    field = given[0] if decision == "edit" else ""
    return field, given[-1] if given else ""


def undo(folder: Path, reviewer: str) -> Decision:
    """Take back the last decision in a reviewer's file and return it; ReviewError for none."""
    path = reviewer_file(folder, reviewer)
    kept = read_file(path) if path.exists() else []
    if not kept:
        raise ReviewError(f"{path}: {reviewer} has decided nothing that could be taken back.")
    take_back(path, kept[-1])
    return kept[-1]


def _fill_in(tables: Tables, decision: Decision) -> Decision:
    """Add the table, and of a coded row the rule and the sentence that the decision rests on."""
    table = decision.table or _find_table(tables, decision)
    if table not in REVIEWABLE:
        return replace(decision, table=table)
    row = _find_row(tables, table, decision.row_id)
    rule = hash_rules().get(row["rule_id"], "")
    seen = {"rule_id": row["rule_id"], "rule": rule, "evidence": row["evidence"]}
    return replace(decision, table=table, **seen)


def _find_table(tables: Tables, decision: Decision) -> str:
    row_id, members = decision.row_id, tables["members"]
    kinds = dict(zip(members["merged_id"], members["kind"], strict=True))
    merged_id = resolve_merged(members).get(row_id, "")
    is_row = row_id in set(members["row_id"])
    if merged_id and (decision.decision in ("merge", "split") or not is_row):
        return _TABLE_OF[kinds[merged_id]]
    decided = tables["reviews"]
    for table in REVIEWABLE:
        rejected = (decided["row_id"] == row_id) & (decided["table"] == table)
        if (tables[table][ROW_ID[table]] == row_id).any() or rejected.any():
            return table
    if Names(tables["actors"]).find(row_id) is not None:
        return "actors"
    raise ReviewError(
        f"{row_id}: no row, actor, trip or case has this id. Ids stand in the tables' *_id "
        "columns; after a change run `attache extract`."
    )


def _find_row(tables: Tables, table: str, row_id: str) -> Mapping[str, Any]:
    """Return a coded row; of one that was rejected, and so is left out, what its decision keeps."""
    frame, decided = tables[table], tables["reviews"]
    rows = list_rows(frame[frame[ROW_ID[table]] == row_id])
    return rows[0] if rows else list_rows(decided[decided["row_id"] == row_id])[-1]


def _check_regrouping(tables: Tables, decision: Decision) -> None:
    """Refuse a merge of what is one already or of two kinds, a split of what stands alone."""
    members = tables["members"]
    resolved = resolve_merged(members)
    mine = resolved.get(decision.row_id)
    if decision.decision == "merge":
        other = resolved.get(decision.value)
        if other is None or other.split("-")[0] != (mine or "").split("-")[0]:
            raise ReviewError(f"{decision.value} is no {KINDS[decision.table]} to merge it with.")
        if other == mine:
            raise ReviewError(f"{decision.row_id} and {decision.value} are one already: {mine}.")
    if decision.decision == "split":
        beside = members[(members["merged_id"] == mine) & (members["row_id"] != decision.row_id)]
        if decision.row_id not in set(members["row_id"]):
            raise ReviewError(f"{decision.row_id}: name the visit or allegation that is split off.")
        if beside.empty:
            raise ReviewError(f"{decision.row_id} stands alone in {mine}: nothing to split off.")


def _check_actor(tables: Tables, decision: Decision) -> None:
    names = Names(tables["actors"])
    if decision.decision == "edit":
        read_edit(decision, {}, names)
    if decision.decision == "merge" and names.find(decision.value) is None:
        raise ReviewError(f"{decision.value}: there is no actor with this id to merge it into.")
