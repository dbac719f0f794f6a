"""Coded tables on disk: save, load, filter, export.

`load` is what notebooks call. A folder of tables holds Parquet files with a manifest (`save`) or
one CSV file a table (`export_csv`); `load` reads both.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analysis.errors import ParameterError, TableError
from analysis.files import find_folder
from analysis.schema import TABLES
from analysis.tables.csv_files import export_csv, read_csv, remove_csv
from analysis.tables.locking import lock
from analysis.tables.storage import PARTS, Tables, load_manifest, read_parquet, save
from analysis.tables.windows import filter_actors, filter_dates, read_window

__all__ = [
    "PARTS",
    "Tables",
    "drop_copies",
    "export_csv",
    "find_folder",
    "load",
    "load_all",
    "load_manifest",
    "lock",
    "remove_csv",
    "save",
    "select",
]


def load(
    name: str,
    folder: str | Path = "data/tables",
    *,
    since: str = "",
    until: str = "",
    actors: Sequence[str] = (),
) -> pd.DataFrame:
    """Load one table; what one row is, and its columns, say schema.py and data/README.md.

    `since` and `until` are ISO publication dates, both included, empty = open; cut dates count from
    their first and to their last day (until="2024-06" ends on 30 June). Where either is given, what
    has no date is left out. `actors` are ids or ISO3 codes: a row stays where any of its actors is
    one of them; tables without actors stay whole. A relative folder counts from the project's root.
    Raises ParameterError for a name or value that cannot be, TableError where nothing was coded.
    """
    if name not in TABLES:
        raise ParameterError(f"There is no table {name!r}. There are {', '.join(TABLES)}.")
    frame = _read(name, find_folder(folder))
    return TABLES[name].check(select(frame, name, since=since, until=until, actors=actors))


def select(
    frame: pd.DataFrame,
    name: str,
    *,
    since: str = "",
    until: str = "",
    actors: Sequence[str] = (),
) -> pd.DataFrame:
    """Return the rows of a loaded table that `load` would give for a window and actors."""
    if isinstance(actors, str):
        raise ParameterError(f"actors is the text {actors!r}. Write a list, such as [{actors!r}].")
    window = read_window(since, until)
    if window is not None:
        frame = filter_dates(frame, name, window)
    if actors:
        frame = filter_actors(frame, name, actors)
    return frame.reset_index(drop=True)


def load_all(folder: str | Path = "data/tables") -> Tables:
    """Load every table, by name; raises what `load` raises."""
    return {name: load(name, folder) for name in TABLES}


def drop_copies(table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Leave out the rows of articles that are near-identical copies of others.

    Takes any table with the column `article_id`, and the whole table ARTICLES.
    """
    if "article_id" not in table:
        raise TableError(
            "drop_copies: this table has no column article_id, so its rows are of no one article. "
            "Drop copies from a table with a row an article."
        )
    copies = articles.loc[articles["duplicate_of"] != "", "article_id"]
    return table[~table["article_id"].isin(copies)].reset_index(drop=True)


def _read(name: str, folder: Path) -> pd.DataFrame:
    if (folder / "manifest.json").is_file():
        return read_parquet(name, folder)
    if (folder / f"{name}.csv").is_file():
        return read_csv(name, folder)
    raise TableError(f"{folder}: there is no table {name} here. Run `attache extract` first.")
