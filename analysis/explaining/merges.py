"""What a trip or case is, by which rules, and how each of its members came to its article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.cases import find_standing
from analysis.frames import list_rows
from analysis.ledgers import read_case
from analysis.merging import Row, Sources, order_rows, resolve_merged

Tables = Mapping[str, pd.DataFrame]
# The table of a merged row and the column that holds its id, by its kind in MEMBERS.
MERGED = {"trip": ("trips", "trip_id"), "case": ("cases", "case_id")}
# The tables whose rows are merged, each with the column of its id.
_REPORTS = {
    "visits": "visit_id",
    "transfer_allegations": "allegation_id",
    "responses": "response_id",
}


def describe_merged(wanted: str, tables: Tables) -> list[str]:
    """Return lines that say what a trip or case is, and its members with why and through whom.

    `wanted` is its id, or one that it had before more articles came in; any other gives no lines.
    Takes articles and all coded and merged tables.
    """
    members = tables["members"]
    merged_id = resolve_merged(members).get(wanted)
    if merged_id is None or wanted in set(members["row_id"]):
        return []
    mine = members[members["merged_id"] == merged_id]
    kind = str(mine["kind"].iloc[0])
    name, column = MERGED[kind]
    (merged,) = list_rows(tables[name][tables[name][column] == merged_id])
    tell = _tell_trip if kind == "trip" else _tell_case
    renamed = [] if wanted == merged_id else [f"{wanted} is now {merged_id}"]
    return [*renamed, *tell(merged, tables), "", *_list_members(mine, tables), ""]


def _tell_trip(trip: Row, tables: Tables) -> Iterator[str]:
    where = ", ".join(filter(None, (trip["country"], trip["city"])))
    yield f"{trip['trip_id']}  {_name(trip, 'leader')} to {where}"
    dates = _write_dates(trip)
    yield f"    dates     {dates}" if dates else "    dates     not said"
    yield f"    status    {trip['status']}; {', '.join(trip['history'])}"
    if trip["met"]:
        yield f"    met       {', '.join(trip['met'])}"
    yield _count_reports(trip)


def _tell_case(case: Row, tables: Tables) -> Iterator[str]:
    sides = f"{_name(case, 'supplier')} to {_name(case, 'recipient')}"
    yield f"{case['case_id']}  {sides}: {case['category']} ({', '.join(case['items'])})"
    sources = Sources(tables["articles"], tables["origins"])
    standing, because = find_standing(read_case(tables, case["case_id"]), sources)
    yield f"    standing  {standing}: {because}"
    if case["quantities"]:
        yield f"    how much  {'; '.join(case['quantities'])}"
    yield _count_reports(case)


def _name(row: Row, slot: str) -> str:
    state = row[f"{slot}_country"]
    return f"{row[slot]} ({state})" if state else str(row[slot])


def _write_dates(row: Row) -> str:
    ends = dict.fromkeys(filter(None, (row["date"], row["date_end"])))
    return f"{' to '.join(ends)}, to the {row['date_precision']}" if ends else ""


def _count_reports(row: Row) -> str:
    articles, sources = row["articles"], row["sources"]
    told = f"{articles} article{'' if articles == 1 else 's'}"
    return f"    told in   {told}, from {sources} independent source{'' if sources == 1 else 's'}"


def _list_members(mine: pd.DataFrame, tables: Tables) -> Iterator[str]:
    """Yield two lines a member, earliest first: why it belongs, and the way it came."""
    why = dict(zip(mine["row_id"], mine["why"], strict=True))
    chains = dict(zip(tables["origins"]["row_id"], tables["origins"]["chain"], strict=True))
    for table, column in _REPORTS.items():
        rows = tables[table]
        for row in order_rows(rows[rows[column].isin(list(why))], column):
            told = f"{row['article_id']}, {row['published'] or 'undated'}"
            yield f"{row[column]}  {table} of {told}: {why[row[column]]}"
            yield f"    by way of {' < '.join(chains[row[column]])}"
