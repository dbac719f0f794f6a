"""Coded rows in the order in which they are worth a person's look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.frames import list_rows
from analysis.reviews.decisions import ALLOWED
from analysis.reviews.values import editable
from analysis.schema import ROW_ID

Tables = Mapping[str, pd.DataFrame]
Row = Mapping[str, Any]

# What is reviewed row by row, in this order where the rest is equal.
REVIEWABLE = ("transfer_allegations", "visits", "responses", "events", "statements")
# Reports of so many days before the newest article are new.
NEW_DAYS = 30
# A trip or case of so many rows is one that others rest on.
CENTRAL = 3
# Why a row is worth a look, and how much: the sum orders the queue.
REASONS = {
    "decided on, but changed since": 8,
    "new": 3,
    "disputed case": 3,
    "central to its case": 2,
    "central to its trip": 1,
    "low confidence": 2,
    "medium confidence": 1,
}
COLUMNS = (
    "table row_id priority why article_id published outlet rule_id confidence start end evidence"
).split()


def list_queue(tables: Tables, names: tuple[str, ...] = REVIEWABLE) -> pd.DataFrame:
    """Return the rows nobody has decided on, and those decided on that changed since, best first.

    Takes the tables as `load` gives them. One row is one coded row: its table and id, `priority`
    (the sum of REASONS), `why`, and where it stands. Order: priority, then the newest, then as in
    the tables.
    """
    decided, changed = _read_states(tables["reviews"])
    weigh = _Weigh(tables)
    rows = [
        {**row, "table": name, "row_id": row[ROW_ID[name]], "why": why, "place": place}
        for name in names
        for place, row in enumerate(list_rows(tables[name]))
        if row[ROW_ID[name]] not in decided
        for why in [weigh.reasons(row, row[ROW_ID[name]], row[ROW_ID[name]] in changed)]
    ]
    queue = pd.DataFrame(rows, columns=[*COLUMNS, "place"])
    queue["priority"] = [sum(REASONS[reason] for reason in why) for why in queue["why"]]
    queue["order"] = queue["table"].map({name: number for number, name in enumerate(names)})
    by = ["priority", "published", "order", "place"]
    ordered = queue.sort_values(by, ascending=[False, False, True, True], na_position="last")
    return ordered[COLUMNS].reset_index(drop=True)


def _read_states(reviews: pd.DataFrame) -> tuple[set[str], set[str]]:
    """Return the ids of rows whose decisions hold, and of those that must be looked at again."""
    changed = set(reviews.loc[reviews["state"] == "look again", "row_id"])
    applied = set(reviews.loc[reviews["state"] == "applied", "row_id"])
    return applied - changed, changed


class _Weigh:
    """What makes a row worth a look, from the merged tables."""

    def __init__(self, tables: Tables) -> None:
        members, cases = tables["members"], tables["cases"]
        sizes = Counter(members["merged_id"])
        self._member_of = {
            row_id: (kind, merged_id, sizes[merged_id])
            for row_id, kind, merged_id in zip(
                members["row_id"], members["kind"], members["merged_id"], strict=True
            )
        }
        self._disputed = set(cases.loc[cases["standing"] == "disputed", "case_id"])
        newest = tables["articles"]["published"].max()
        self._since = newest - pd.Timedelta(days=NEW_DAYS) if pd.notna(newest) else None

    def reasons(self, row: Row, row_id: str, changed: bool) -> list[str]:
        """Return the keys of REASONS that hold for a row."""
        kind, merged_id, size = self._member_of.get(row_id, ("", "", 0))
        published = row["published"]
        dated = self._since is not None and pd.notna(published)
        holds = {
            "decided on, but changed since": changed,
            "new": dated and published > self._since,
            "disputed case": merged_id in self._disputed,
            "central to its case": kind == "case" and size >= CENTRAL,
            "central to its trip": kind == "trip" and size >= CENTRAL,
            "low confidence": row["confidence"] == "low",
            "medium confidence": row["confidence"] == "medium",
        }
        return [reason for reason, is_so in holds.items() if is_so]


def count_reviewed(tables: Tables, names: tuple[str, ...] = REVIEWABLE) -> pd.DataFrame:
    """Count, a row a table: `rows`, of them `accepted`, `edited`; `rejected` ones; `look again`.

    Rejected rows are no longer among the rows. A row edited counts as edited only.
    """
    reviews = tables["reviews"]
    counts = []
    for name in names:
        mine = reviews[
            (reviews["table"] == name) & reviews["state"].isin(["applied", "look again"])
        ]
        ids = {kind: set(mine.loc[mine["decision"] == kind, "row_id"]) for kind in ALLOWED[name]}
        again = set(mine.loc[mine["state"] == "look again", "row_id"])
        counts.append(
            {
                "table": name,
                "rows": len(tables[name]),
                "accepted": len(ids["accept"] - ids["edit"]),
                "edited": len(ids["edit"] - ids["reject"]),
                "rejected": len(ids["reject"]),
                "look again": len(again),
            }
        )
    return pd.DataFrame(counts)


def summarize(table: str, row: Row) -> str:
    """Say in one line what a row codes: "visitor Hakan Fidan (TUR) · country IRQ", ids left out."""
    shown = [name for name in editable(table) if not name.endswith(("_id", "_ids"))]
    return " · ".join(
        f"{name} {said}"
        for name in shown
        if name.removesuffix("_country") not in shown or not name.endswith("_country")
        for said in [_write_named(name, row)]
        if said
    )


def _write_named(name: str, row: Row) -> str:
    said, state = _write(row[name]), row.get(f"{name}_country", "")
    return f"{said} ({state})" if said and state else said or str(state)


def _write(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:,.0f}"
    return str(value)
