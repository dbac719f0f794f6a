"""The queue as a CSV file for a spreadsheet, and decisions read back from it."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.errors import ReviewError
from analysis.files import write_aside
from analysis.formulas import guard, unguard
from analysis.frames import list_rows
from analysis.reviews.decisions import Decision, check
from analysis.reviews.queue import REVIEWABLE, list_queue
from analysis.reviews.rules import hash_rules
from analysis.reviews.values import Names, editable, read_edit
from analysis.schema import ROW_ID, TABLES
from analysis.tables.csv_files import write_value

Tables = Mapping[str, pd.DataFrame]
Cells = dict[str, str]
Row = Mapping[str, Any]

# What a reviewer fills in, beside changing a row's own columns.
FILL_IN = ("decision", "source_grade", "information_grade", "reason")
# A hash of the row as it was exported, so that a row coded anew meanwhile is not taken for edited.
_STATE = "as_exported"


def export_queue(tables: Tables, table: str, path: Path, *, limit: int = 0) -> int:
    """Write the queue of one table to a CSV file, best first; return the number of rows.

    `limit` 0 writes all. Raises ReviewError for a table whose rows are not reviewed one by one.
    """
    _check_table(table, str(path))
    queue = list_queue(tables, (table,))
    queue = queue.head(limit) if limit else queue
    rows = _rows_by_id(tables[table], table)
    columns = ("table", "row_id", "why", "published", "outlet", *editable(table), "evidence")
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [*FILL_IN, *columns, _STATE], lineterminator="\n", restval="")
    writer.writeheader()
    for entry in queue.to_dict("records"):
        cells = {
            **_write_row(table, rows[entry["row_id"]]),
            "table": table,
            "row_id": entry["row_id"],
            "why": "; ".join(entry["why"]),
        }
        writer.writerow({name: guard(cells[name]) for name in (*columns, _STATE)})
    # With its mark a spreadsheet reads the file as UTF-8.
    write_aside(path, text.getvalue().encode("utf-8-sig"))
    return len(queue)


def import_decisions(
    path: Path, tables: Tables, *, reviewer: str, today: str
) -> tuple[list[Decision], list[str]]:
    """Read what a reviewer filled in and changed; return decisions, and which rows were left out.

    A changed cell is an edit, and `accept` beside it says no more. Rows that are gone, or were
    coded anew since the export, are left out. Raises ReviewError for what cannot be used.
    """
    rules, names = hash_rules(), Names(tables["actors"])
    rows = {table: _rows_by_id(tables[table], table) for table in REVIEWABLE}
    decisions: list[Decision] = []
    left_out: list[str] = []
    for place, cells in _read_lines(path):
        _check_table(cells["table"], place)
        row = rows[cells["table"]].get(cells["row_id"])
        changes = _find_changes(cells, row)
        if not cells["decision"].strip() and not changes:
            continue
        if row is None or cells[_STATE] != _write_row(cells["table"], row)[_STATE]:
            left_out.append(f"{place}: {cells['row_id']} is gone, or coded anew since the export")
            continue
        base = Decision(
            table=cells["table"],
            row_id=cells["row_id"],
            decision=cells["decision"].strip().lower() or "edit",
            source_grade=cells["source_grade"].strip().upper(),
            information_grade=cells["information_grade"].strip(),
            reason=cells["reason"],
            reviewer=reviewer,
            date=today,
            rule_id=row["rule_id"],
            rule=rules.get(row["rule_id"], ""),
            evidence=row["evidence"],
            place=place,
        )
        decisions += _decide(base, changes, row, names)
    return decisions, left_out


def _find_changes(cells: Cells, row: Row | None) -> Cells:
    if row is None:
        return {}
    now = _write_row(cells["table"], row)
    return {k: cells[k] for k in editable(cells["table"]) if k in cells and cells[k] != now[k]}


def _decide(base: Decision, changes: Cells, row: Row, names: Names) -> Iterator[Decision]:
    check(base if base.decision != "edit" else replace(base, field="?"))
    if base.decision == "reject" or (base.decision == "accept" and not changes):
        yield base
        return
    if not changes:
        raise ReviewError(f"{base.place}: says {base.decision!r}, but no cell was changed.")
    for name, value in changes.items():
        edit = replace(base, decision="edit", field=name, value=value)
        read_edit(edit, row, names)
        yield edit


def _check_table(table: str, place: str) -> None:
    if table not in REVIEWABLE:
        raise ReviewError(
            f"{place}: rows of {table!r} are not reviewed one by one. Use {', '.join(REVIEWABLE)}."
        )


def _rows_by_id(frame: pd.DataFrame, table: str) -> dict[str, Row]:
    return {row[ROW_ID[table]]: row for row in list_rows(frame)}


def _write_row(table: str, row: Row) -> Cells:
    """Return a row's cells, and a hash of them."""
    cells = {
        column.name: write_value(column.kind, row[column.name]) for column in TABLES[table].columns
    }
    digest = hashlib.sha256(chr(31).join(cells.values()).encode("utf-8", "surrogatepass"))
    return {**cells, _STATE: digest.hexdigest()[:12]}


def _read_lines(path: Path) -> Iterator[tuple[str, Cells]]:
    """Yield each line's place and cells, the marks against formulas taken off."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(f"{path}: cannot be read ({error}). Save it as CSV, UTF-8.") from error
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)  # a spreadsheet may write another one than it read
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="")
    missing = {*FILL_IN, "table", "row_id", _STATE} - set(reader.fieldnames or ())
    if missing:
        raise ReviewError(f"{path}: has no column {sorted(missing)[0]!r}. Export it anew.")
    for row in reader:
        if "" in row or None in row.values():
            raise ReviewError(
                f"{path}: line {reader.line_num} has more or fewer cells than line 1."
            )
        yield f"{path.name}:{reader.line_num}", {k: unguard(v) for k, v in row.items()}
