"""Coded tables + decisions -> the tables as reviewed, and what became of each decision.

Rows keep their ids whatever is changed in them. A rejected row is left out, with the event that a
rejected visit or transfer gave; what referred to it refers to nothing. Where the sentence or the
rule behind a decision is no longer what the reviewer saw, it still holds, and is listed to be
looked at again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import pandas as pd

from analysis.frames import list_rows
from analysis.merging import Row
from analysis.reviews.actors import change_actors
from analysis.reviews.decisions import ALLOWED, Decision
from analysis.reviews.regrouping import KINDS
from analysis.reviews.states import State, find_state
from analysis.reviews.values import Names, read_edit
from analysis.schema import ROW_ID

Tables = dict[str, pd.DataFrame]
States = dict[Decision, State]

# Tables whose rows each give an event, by the same rule in the same sentence.
_GIVE_EVENTS = ("visits", "transfer_allegations")
# Columns that name a row of another table.
_REFERENCES = ("statement_id", "answers")


def apply_reviews(
    coded: Tables, decisions: Sequence[Decision], rules: Mapping[str, str]
) -> tuple[Tables, States]:
    """Return the coded tables with decisions applied, and what became of each decision.

    Takes decisions that `settle` lets hold; those on trips and cases are for `merge`. `rules` has a
    hash for each rule id. Raises ReviewError where a value is none that its column can hold.
    """
    mine = [decision for decision in decisions if decision.table not in KINDS]
    if not mine:
        return coded, {}
    places = {table: _index(coded[table], table) for table in {d.table for d in mine}}
    reviewed = {name: frame.copy() for name, frame in coded.items()}
    states = {
        decision: find_state(decision, row, coded, rules)
        for decision in mine
        for row in [_pick(coded[decision.table], places[decision.table], decision.row_id)]
    }
    found = [decision for decision in mine if states[decision].name != "no such row"]
    change_actors(reviewed, [decision for decision in found if decision.table == "actors"])
    names = Names(reviewed["actors"])
    edits = [d for d in found if d.decision == "edit" and d.table != "actors"]
    for table, decided in groupby(sorted(edits, key=_table), key=_table):
        _edit_rows(reviewed[table], places[table], list(decided), names)
    return _leave_out(reviewed, places, [d for d in found if d.decision == "reject"]), states


def _table(decision: Decision) -> str:
    return decision.table


def _index(frame: pd.DataFrame, table: str) -> dict[str, int]:
    """Map the id of each row to its place; of an actor named in several articles to the first."""
    ids = frame[ROW_ID.get(table, "actor_id")].tolist()
    return {row_id: len(ids) - 1 - n for n, row_id in enumerate(reversed(ids))}


def _pick(frame: pd.DataFrame, places: Mapping[str, int], row_id: str) -> Row | None:
    place = places.get(row_id)
    return None if place is None else list_rows(frame.iloc[[place]])[0]


def _edit_rows(
    frame: pd.DataFrame, places: Mapping[str, int], edits: list[Decision], names: Names
) -> None:
    """Write edits into a frame, in the order of its columns: a date also sets its precision."""
    order = {column: place for place, column in enumerate(frame.columns)}
    for decision in sorted(edits, key=lambda decision: order.get(decision.field, -1)):
        row = _pick(frame, places, decision.row_id)
        assert row is not None, "only rows that are there are edited"
        for column, value in read_edit(decision, row, names).items():
            frame.at[frame.index[places[decision.row_id]], column] = value


def _leave_out(
    tables: Tables, places: Mapping[str, Mapping[str, int]], rejected: list[Decision]
) -> Tables:
    if not rejected:
        return tables
    gone = {decision.row_id for decision in rejected}
    events = {
        (row["article_id"], row["start"], row["rule_id"])
        for decision in rejected
        if decision.table in _GIVE_EVENTS
        for row in [_pick(tables[decision.table], places[decision.table], decision.row_id)]
        if row is not None
    }
    gone |= {
        str(row.event_id)
        for row in tables["events"].itertuples(index=False)
        if (row.article_id, row.start, row.rule_id) in events
    }
    return {name: _without(frame, name, gone) for name, frame in tables.items()}


def _without(frame: pd.DataFrame, table: str, gone: set[str]) -> pd.DataFrame:
    """Return a frame without the rows that are gone, and without references to them."""
    if table not in ROW_ID or table not in ALLOWED:
        return frame
    kept = frame[~frame[ROW_ID[table]].isin(gone)].reset_index(drop=True)
    referring = [name for name in _REFERENCES if name in kept and name != ROW_ID[table]]
    return kept.assign(**{name: kept[name].mask(kept[name].isin(gone), "") for name in referring})
