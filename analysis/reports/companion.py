"""The CSV beside a page that has no room for all its rows: every row whole, with its article.

Made for spreadsheets as well as for programs: UTF-8 with its mark, one line a row, and no cell that
a spreadsheet would take for a formula (see analysis/formulas.py).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from analysis.formulas import guard

if TYPE_CHECKING:
    import pandas as pd

_FIRST = ("table", "row_id", "label", "review")
_ARTICLE = ("title", "url", "duplicate_of", "notice")

Cells = dict[str, str]


def write_tables(frames: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Write those tables whose rows have sentences as CSV, without these: a page has them."""
    from analysis.schema import ROW_ID, TABLES
    from analysis.tables.csv_files import to_csv

    return {
        name: to_csv(frame.assign(evidence=""), TABLES[name])
        for name, frame in frames.items()
        if name in ROW_ID and "evidence" in frame
    }


def write_companion(payload: Mapping[str, Any]) -> bytes:
    """Write every row with all its columns and its article; articles without a row come last.

    What was refused is a row too: its reason is the label, the detail the evidence.
    """
    lines = [*_write_rows(payload), *_write_articles(payload)]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, _order_columns(lines), lineterminator="\n", restval="")
    writer.writeheader()
    for line in lines:
        writer.writerow({name: guard(cell) for name, cell in line.items()})
    # With its mark a spreadsheet reads the file as UTF-8.
    return text.getvalue().encode("utf-8-sig", "surrogatepass")


def _write_rows(payload: Mapping[str, Any]) -> Iterator[Cells]:
    cells = _read_tables(payload["tables"])
    for row_id, row in payload["rows"].items():
        article = payload["articles"].get(row["article"], {})
        yield {
            "table": row["table"],
            "row_id": row_id,
            "label": row["label"],
            "review": row["review"],
            **cells.get(row_id, {}),
            "evidence": row["sentence"],
            **{name: article.get(name, "") for name in _ARTICLE},
        }


def _read_tables(tables: Mapping[str, str]) -> dict[str, Cells]:
    """Return the columns of every coded row by its id."""
    from analysis.schema import ROW_ID

    return {
        cells[ROW_ID[name]]: cells
        for name, text in tables.items()
        for cells in csv.DictReader(io.StringIO(text, newline=""))
    }


def _write_articles(payload: Mapping[str, Any]) -> Iterator[Cells]:
    told = {row["article"] for row in payload["rows"].values()}
    for article_id, article in payload["articles"].items():
        if article_id not in told:
            shown = {name: article[name] for name in ("outlet", "published", *_ARTICLE)}
            yield {
                "table": "articles",
                "row_id": article_id,
                "article_id": article_id,
                "evidence": article["lead"],
                **shown,
            }


def _order_columns(lines: Iterable[Cells]) -> list[str]:
    """Return the columns in the order in which the rows bring them, those of the article last."""
    found = dict.fromkeys(name for line in lines for name in line)
    middle = [name for name in found if name not in (*_FIRST, *_ARTICLE)]
    return [*_FIRST, *middle, *_ARTICLE]
