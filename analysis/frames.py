"""Rows to frames and back, with columns and types that hold where there are no rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd


def make_frame(rows: list[dict[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """Return the rows as a frame of those columns and types, also where there are none."""
    return pd.DataFrame(
        {
            name: pd.Series([row[name] for row in rows], dtype=dtype)
            for name, dtype in columns.items()
        }
    )


def list_rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame as dictionaries keyed by text."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
