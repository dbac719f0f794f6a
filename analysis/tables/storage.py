"""Tables as Parquet files and a manifest that lists them.

A table's file is named by its content and never changes; the manifest is replaced in one step after
all files are there. So a reader sees either the former tables or the new ones, never a mixture.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.contract import Kind, Table
from analysis.errors import TableError
from analysis.files import write_aside
from analysis.schema import TABLES

Tables = dict[str, pd.DataFrame]

MANIFEST = "manifest.json"
# Coded rows kept between runs, hidden in a folder of tables; what such a folder is known by.
PARTS = ".parts"
_ARROW: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "day": pa.date32(),
    "list": pa.list_(pa.string()),
    "integer": pa.int64(),
    "number": pa.float64(),
    "flag": pa.bool_(),
}


def save(tables: Tables, folder: str | Path, *, provenance: Mapping[str, str | int]) -> None:
    """Save tables as `folder/<name>/<content hash>.parquet` and a manifest.

    The manifest holds, for each table, its files, number of rows and the hash of its schema, and
    the provenance given: same input, same bytes. Files of the generation before stay, for readers
    who have its manifest open; older ones are removed. Raises SchemaError for a table that breaks
    its schema, TableError for one that has none.
    """
    folder = Path(folder)
    former = _list_files(folder)
    entries = {name: _save_table(name, frame, folder) for name, frame in sorted(tables.items())}
    manifest = {"tables": entries, "provenance": dict(sorted(provenance.items()))}
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    write_aside(folder / MANIFEST, text.encode("utf-8"))
    kept = former | _list_files(folder)
    for name in TABLES:
        for path in (folder / name).glob("*.parquet"):
            if path not in kept:
                path.unlink(missing_ok=True)


def load_manifest(folder: str | Path) -> dict[str, Any]:
    """Read what a folder of tables says about itself; TableError where it says nothing."""
    path = Path(folder) / MANIFEST
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        for entry in manifest["tables"].values():
            _ = entry["files"], entry["schema"]
    except FileNotFoundError as error:
        raise TableError(f"{path.parent}: no tables here. Run `attache extract` first.") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TableError(
            f"{path}: cannot be read ({error}). Run `attache extract` again."
        ) from error
    return manifest


def read_parquet(name: str, folder: Path) -> pd.DataFrame:
    """Read one table of the folder's manifest."""
    entry = load_manifest(folder)["tables"].get(name)
    if entry is None:
        raise TableError(f"{folder}: there is no table {name} here. Run `attache extract` first.")
    if entry["schema"] != _hash_schema(TABLES[name]):
        raise TableError(
            f"{folder}: table {name} was written by another version of Attaché. "
            "Run `attache extract` again."
        )
    try:
        parts = [pq.read_table(folder / name / file) for file in entry["files"]]
    except (OSError, pa.ArrowException) as error:
        raise TableError(
            f"{folder}: table {name} cannot be read ({error}). Run `attache extract` again."
        ) from error
    return _to_frame(pa.concat_tables(parts), TABLES[name])


def _save_table(name: str, frame: pd.DataFrame, folder: Path) -> dict[str, Any]:
    if name not in TABLES:
        raise TableError(f"There is no table {name!r}. There are {', '.join(TABLES)}.")
    table = TABLES[name]
    content = to_parquet(table.check(frame), table)
    file = f"{hashlib.sha256(content).hexdigest()[:16]}.parquet"
    if not (folder / name / file).is_file():
        write_aside(folder / name / file, content)
    return {"files": [file], "rows": len(frame), "schema": _hash_schema(table)}


def to_parquet(frame: pd.DataFrame, table: Table) -> bytes:
    """Write a checked frame as the bytes of a Parquet file; equal frames give equal bytes."""
    # Without pandas' own metadata, which names library versions, equal tables are equal files.
    schema = pa.schema([(column.name, _ARROW[column.kind]) for column in table.columns])
    arrays = [pa.array(frame[field.name], type=field.type, from_pandas=True) for field in schema]
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), sink, compression="zstd")
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _to_frame(read: pa.Table, table: Table) -> pd.DataFrame:
    columns = {}
    for column in table.columns:
        values = read.column(column.name)
        if column.kind == "day":
            values = values.cast(pa.timestamp("us"))
        exact = column.kind in ("list", "integer")  # to_pandas makes arrays and floats of these
        values = values.to_pylist() if exact else values.to_pandas()
        columns[column.name] = pd.Series(values, dtype=table.dtypes[column.name])
    return pd.DataFrame(columns)


def _list_files(folder: Path) -> set[Path]:
    """Return the files that the folder's manifest lists; none where it is missing or damaged."""
    try:
        tables = load_manifest(folder)["tables"]
    except TableError:
        return set()
    return {folder / name / file for name, entry in tables.items() for file in entry["files"]}


def _hash_schema(table: Table) -> str:
    columns = [(column.name, column.kind, column.values) for column in table.columns]
    return hashlib.sha256(json.dumps(columns).encode()).hexdigest()[:16]
