"""What trips, cases and ties share: which report came first, and how many sources there are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import pandas as pd


def order_rows(rows: pd.DataFrame, row_id: str) -> pd.DataFrame:
    """Put rows in the order of publication, undated last; the same for any order of input."""
    keys = ["published", "article_id", "start", row_id]
    return rows.sort_values(keys, na_position="last", kind="stable").reset_index(drop=True)


def list_records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows as mappings from column to value."""
    records: list[Any] = rows.to_dict("records")
    return records


def name_merged(kind: str, earliest: str) -> str:
    """Return a merged id from the id of its earliest member."""
    return f"{kind}-{hashlib.sha256(earliest.encode()).hexdigest()[:12]}"


def count_sources(rows: pd.DataFrame, copies: frozenset[str]) -> int:
    """Count the outlets of articles that are no copies; copies alone are one source."""
    own = rows.loc[~rows["article_id"].isin(copies), "outlet"]
    return max(1, int(own.nunique())) if len(rows) else 0


def find_copies(articles: pd.DataFrame) -> frozenset[str]:
    """Return the ids of articles that are copies of another."""
    return frozenset(articles.loc[articles["duplicate_of"] != "", "article_id"])


def distinct(values: Iterable[str]) -> list[str]:
    """Return values in order, each once, empty ones left out."""
    return list(dict.fromkeys(value for value in values if value))
