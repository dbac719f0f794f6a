"""Rows of a table within a window of publication dates, or about certain actors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from analysis.contract import Table
from analysis.dates import first_day, last_day
from analysis.errors import ParameterError, SchemaError
from analysis.schema import TABLES

Window = tuple[dt.date, dt.date]
# The first and last report of rows that rest on several articles.
_SPANS = {
    "trips": ("first_report", "last_report"),
    "cases": ("first_claim", "last_claim", "first_denied", "first_confirmed"),
    "ties": ("first", "last"),
}


def read_window(since: str, until: str) -> Window | None:
    """Read two ISO dates, empty = open; None where both are. Raises ParameterError."""
    if not since and not until:
        return None
    try:
        first = first_day(since) if since else dt.date.min
        last = last_day(until) if until else dt.date.max
    except (SchemaError, TypeError) as error:
        raise ParameterError(f"since={since!r}, until={until!r}: {error}") from error
    if first > last:
        raise ParameterError(
            f"since={since!r} is after until={until!r}: nothing lies between. Exchange them."
        )
    return first, last


def filter_dates(frame: pd.DataFrame, name: str, window: Window) -> pd.DataFrame:
    """Keep rows published in a window; merged rows whose reports overlap it; nothing undated.

    Tables without publication dates (actors, rejects, members) stay whole.
    """
    columns = _SPANS.get(name, ("published",))
    if not set(columns) <= set(frame.columns):
        return frame
    first, last = (pd.Timestamp(day) for day in window)
    reported = frame[list(columns)]
    return frame[(reported.min(axis=1) <= last) & (reported.max(axis=1) >= first)]


def filter_actors(frame: pd.DataFrame, name: str, actors: Sequence[str]) -> pd.DataFrame:
    """Keep rows in which any actor, by id or ISO3 code, is one of `actors`.

    Tables without actors (articles, rejects, members) stay whole.
    """
    table, wanted = TABLES[name], set(actors)
    columns = _find_actor_columns(table)
    if not columns:
        return frame
    kept = pd.Series(False, index=frame.index)
    for column in columns:
        if column in table.list_columns:
            kept |= frame[column].map(lambda values: not wanted.isdisjoint(values)).astype(bool)
        else:
            kept |= frame[column].isin(wanted)
    return frame[kept]


def _find_actor_columns(table: Table) -> list[str]:
    """Name the columns that hold ids of actors or their countries."""
    names = set(table.column_names)
    return [
        name
        for name in table.column_names
        if name in ("country", "actor_id")
        or name.endswith(("_country", "_countries", "actor_ids", "recipient_ids"))
        # "speaker_id" stands beside "speaker"; "statement_id" names no actor.
        or (name.endswith("_id") and name.removesuffix("_id") in names)
    ]
