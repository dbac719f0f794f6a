"""What trips, cases and ties share: an order, ids that follow from it, and independent sources.

A merged table is a function of the set of rows it is given: rows are put in order before anything
is decided, so that no order of arrival can change a row or an id.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

import pandas as pd

from analysis.frames import list_rows

Row = Mapping[str, Any]
# What names a row of each table that is merged.
ROW_IDS = ("visit_id", "allegation_id", "response_id", "event_id")
Item = TypeVar("Item")


def order_rows(table: pd.DataFrame, id_column: str) -> list[Row]:
    """Return the rows of an extracted table, earliest first: published, article, start, id.

    Rows of undated articles come last; their `published` is None, else a date.
    """
    published = pd.to_datetime(table["published"]).dt.date.where(table["published"].notna(), None)
    rows = list_rows(table.assign(published=published.astype(object)))
    return sorted(rows, key=lambda row: (*place(row), str(row[id_column])))


def place(row: Row) -> tuple[bool, dt.date, str, int]:
    """Return what a row is ordered by, its id aside."""
    published = published_on(row)
    return (published is None, published or dt.date.max, row["article_id"], int(row["start"]))


def published_on(row: Row) -> dt.date | None:
    """Return the publication date; None for a row of an undated article."""
    published = row["published"]
    return published if isinstance(published, dt.date) and not pd.isna(published) else None


def split_by(items: Iterable[Item], key: Callable[[Item], Hashable]) -> list[list[Item]]:
    """Return the items in groups of one key, each group and the groups in the order of arrival."""
    groups: defaultdict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return list(groups.values())


def split_at_gaps(items: Iterable[Item], apart: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """Return ordered items in runs; a new run begins where an item is apart from the one before."""
    runs: list[list[Item]] = []
    for item in items:
        if runs and not apart(runs[-1][-1], item):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def make_merged_id(kind: str, *parts: str) -> str:
    """Return the id of a merged row, from its earliest member or its key."""
    digest = hashlib.sha256(chr(31).join((kind, *parts)).encode()).hexdigest()
    return f"{kind}-{digest[:12]}"


def identify(row: Row, slot: str) -> tuple[str, ...]:
    """Return what two rows must share to name one actor: the id, else name and state."""
    if row[f"{slot}_id"]:
        return (row[f"{slot}_id"],)
    return (fold(row[slot]), row[f"{slot}_country"])


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return a name without accents, hyphens and case: Kim Jong-un is Kim Jong Un."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(kept.replace("-", " ").replace("'", "").replace("’", "").split())


def distinct(names: Iterable[str]) -> list[str]:
    """Return names in the order of their first naming, each once, empty ones left out."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(fold(name), name)
    return [name for folded, name in first.items() if folded]


def name_once(rows: Iterable[Row], slot: str) -> dict[str, str]:
    """Return id, name and state of a slot from the first of the rows that names it."""
    columns = (f"{slot}_id", slot, f"{slot}_country")
    filled = max(rows, key=lambda row: sum(bool(row[column]) for column in columns))
    return {column: filled[column] for column in columns}


def find_originals(articles: pd.DataFrame) -> dict[str, str]:
    """Return the original of each article that copies another one among the articles."""
    copied = articles.loc[articles["duplicate_of"].isin(list(articles["article_id"]))]
    pairs = zip(copied["article_id"], copied["duplicate_of"], strict=True)
    return {str(copy): str(original) for copy, original in pairs}


class Sources:
    """Which rows are independent: those of one origin are one source (rules in origins.py)."""

    def __init__(self, articles: pd.DataFrame, origins: pd.DataFrame) -> None:
        self._originals = find_originals(articles)
        told = zip(origins["row_id"], origins["origin_id"], origins["kind"], strict=True)
        self._origins = {
            str(row_id): (str(origin_id), str(kind)) for row_id, origin_id, kind in told
        }

    def is_copy(self, row: Row) -> bool:
        """Tell whether a row is of an article that copies another one among the articles."""
        return row["article_id"] in self._originals

    def has_speaker(self, row: Row) -> bool:
        """Tell whether somebody speaks in a row who is no outlet."""
        return self._origins[find_row_id(row)][1] == "speaker"

    def count(self, rows: Iterable[Row]) -> int:
        """Return the number of independent sources of some rows: of their origins."""
        return len({self.find_origin(row) for row in rows})

    def are_independent(self, one: Row, other: Row) -> bool:
        """Tell whether two rows have two origins and are not told in one breath, as jointly."""
        same_sentence = all(one[key] == other[key] for key in ("article_id", "start"))
        return self.find_origin(one) != self.find_origin(other) and not same_sentence

    def find_origin(self, row: Row) -> str:
        """Return the id of who said first what a row tells."""
        return self._origins[find_row_id(row)][0]


def find_row_id(row: Row) -> str:
    """Return the id of a visit, allegation, response or event."""
    return next(str(row[column]) for column in ROW_IDS if column in row)


def span_reports(rows: Iterable[Row]) -> tuple[Any, Any]:
    """Return the first and the last publication date of some rows; NaT where all are undated."""
    published = [day for day in map(published_on, rows) if day is not None]
    if not published:
        return (pd.NaT, pd.NaT)
    return (pd.Timestamp(min(published)), pd.Timestamp(max(published)))


def list_members(
    kind: str, merged_id: str, reasons: Iterable[tuple[str, str]]
) -> Iterator[dict[str, str]]:
    """Yield rows of MEMBERS from pairs of row id and why it belongs."""
    for row_id, why in reasons:
        yield {"row_id": row_id, "kind": kind, "merged_id": merged_id, "why": why}


def resolve_merged(members: pd.DataFrame) -> dict[str, str]:
    """Return the merged row that each id leads to: its own, a member's, and ids that it once had.

    An id follows from the earliest member. So the id that a merged row would have from any of its
    members is one that it had before earlier reports came in, or before others left it.
    """
    resolved: dict[str, str] = {}
    for row_id, kind, merged_id in members[["row_id", "kind", "merged_id"]].itertuples(index=False):
        resolved |= dict.fromkeys((row_id, make_merged_id(kind, row_id), merged_id), merged_id)
    return resolved
