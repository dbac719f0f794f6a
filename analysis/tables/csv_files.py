"""Tables as CSV files for other programs: UTF-8, ISO dates, nothing where a value is missing.

Texts are written character for character, since evidence must stay what it is. A spreadsheet may
take a text that begins with = + - or @ for a formula: import such files there with columns as text.
"""

from __future__ import annotations

import csv
import math
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.contract import Kind, Table
from analysis.errors import TableError
from analysis.files import write_aside
from analysis.schema import TABLES
from analysis.tables.storage import MANIFEST, Tables

_SPECIAL = re.compile(r'[,"\r\n]')
_SEPARATORS = re.compile(r"(\\.|;)", re.DOTALL)


def export_csv(tables: Tables, folder: str | Path) -> None:
    r"""Write each table as `folder/<name>.csv`, replaced in one step.

    Lists are joined with ";"; a ";" or "\" inside an entry has a "\" before it. Where the folder
    held a manifest it is removed at last, so that `load` does not read older tables than these.
    Raises SchemaError for a table that breaks its schema, TableError for one that has none.
    """
    folder = Path(folder)
    for name, frame in tables.items():
        if name not in TABLES:
            raise TableError(f"There is no table {name!r}. There are {', '.join(TABLES)}.")
        content = to_csv(TABLES[name].check(frame), TABLES[name])
        write_aside(folder / f"{name}.csv", content.encode("utf-8"))
    (folder / MANIFEST).unlink(missing_ok=True)


def remove_csv(folder: Path) -> None:
    """Remove what `export_csv` wrote, so that no older tables lie beside newer ones."""
    for name, table in TABLES.items():
        path = folder / f"{name}.csv"
        if path.is_file():
            with path.open("rb") as file:
                ours = file.readline() == (",".join(table.column_names) + "\n").encode()
            if ours:
                path.unlink()


def read_csv(name: str, folder: Path) -> pd.DataFrame:
    """Read a table written by `export_csv`; TableError where columns or values are others."""
    table, path = TABLES[name], folder / f"{name}.csv"
    csv.field_size_limit(sys.maxsize)  # an article may be longer than the 128 kB allowed
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file)) or [[]]
    if header != table.column_names:
        raise TableError(
            f"{path}: its columns are not those of {name}. Run `attache extract` again."
        )
    columns = {}
    for place, column in enumerate(table.columns):
        try:
            values = [_READ[column.kind](row[place]) for row in rows]
        except (ValueError, IndexError) as error:
            raise TableError(
                f"{path}: column {column.name} has a value that is not a {column.kind} ({error}). "
                "Run `attache extract` again."
            ) from error
        columns[column.name] = pd.Series(values, dtype=table.dtypes[column.name])
    return pd.DataFrame(columns)


def write_value(kind: Kind, value: Any) -> str:
    """Write a value as its cell in a CSV file."""
    return _WRITE[kind](value)


def to_csv(frame: pd.DataFrame, table: Table) -> str:
    """Write a checked frame as the text of a CSV file."""
    columns = [map(_WRITE[column.kind], frame[column.name]) for column in table.columns]
    rows = [table.column_names, *zip(*columns, strict=True)]
    return "".join(",".join(map(_quote, row)) + "\n" for row in rows)


def _quote(cell: str) -> str:
    """Quote a cell if it needs it. Python's own writer leaves a lone carriage return unquoted."""
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell


def _write_number(value: float) -> str:
    if pd.isna(value):
        return ""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _write_day(value: pd.Timestamp) -> str:
    return "" if pd.isna(value) else value.date().isoformat()


def _write_list(values: list[str]) -> str:
    return ";".join(re.sub(r"([\\;])", r"\\\1", value) for value in values)


def _read_list(cell: str) -> list[str]:
    values = [""]
    for piece in _SEPARATORS.split(cell):
        if piece == ";":
            values.append("")
        else:
            values[-1] += piece[1:] if piece.startswith("\\") else piece
    return values if cell else []


_WRITE: dict[Kind, Callable[[Any], str]] = {
    "text": str,
    "day": _write_day,
    "list": _write_list,
    "integer": _write_number,
    "number": _write_number,
    "flag": lambda value: "true" if value else "false",
}
_READ: dict[Kind, Callable[[str], Any]] = {
    "text": str,
    "day": lambda cell: pd.Timestamp(cell) if cell else pd.NaT,
    "list": _read_list,
    "integer": lambda cell: int(cell) if cell else pd.NA,
    "number": lambda cell: float(cell) if cell else math.nan,
    "flag": {"true": True, "false": False}.__getitem__,
}
