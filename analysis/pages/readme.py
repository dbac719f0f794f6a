"""The sample corpus, coded -> the rows that README.md shows, so that it shows real ones.

They stand between `<!-- begin rows -->` and `<!-- end rows -->`; the rest is written by hand.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import tables
from analysis.coding import extract
from analysis.pages.codebook import replace_block
from analysis.schema import TABLES

PAGE = Path("README.md")
SAMPLE = Path("data/articles/sample")
# What stands for a row of a table that the sample corpus leaves empty.
NONE = "(none in the sample; analysts write them)"
# The columns that show best what a row is, a table a line.
SHOWN = {
    "articles": "article_id published outlet title",
    "rejects": "source_path reason detail",
    "mentions": "text actor_id via",
    "actors": "actor_id name kind country role",
    "statements": "speaker act target likelihood_words likelihood_low likelihood_high",
    "visits": "visitor country city host date status evidence",
    "transfer_allegations": "claimant act supplier recipient item quantity_low nature",
    "responses": "by stance supplier recipient",
    "events": "event_type mode actor_countries recipient_countries date status score",
    "reviews": "table decision field value reason reviewer state",
    "origins": "outlet via origin kind",
    "members": "kind why",
    "trips": "leader country date met status",
    "cases": "supplier recipient category denied_by standing",
    "ties": "actor recipient event_type quad",
}


def refresh_page(page: str, found: tables.Tables) -> str:
    """Return the page with a row of each table; a row that it shows and that still holds stays."""
    lines = ["| table | one row is | for example |", "|---|---|---|"]
    for name in TABLES:
        cells = list_cells(name, found[name])
        shown = next((cell for cell in cells if f"| {cell} |" in page), cells[0])
        lines.append(f"| `{name}` | {TABLES[name].one_row} | {shown} |")
    return replace_block(page, "rows", "\n".join(lines))


def list_cells(name: str, frame: pd.DataFrame) -> list[str]:
    """Write every row of a table as README shows it; first the sure ones that say much, briefly."""
    if frame.empty:
        return [NONE]
    columns = SHOWN[name].split()
    texts = frame[columns].map(_write_value)
    order = pd.DataFrame(
        {
            "unsure": frame["confidence"] != "high" if "confidence" in frame else False,
            "empty": (texts == "").sum(axis=1),
            "long": texts.sum(axis=1).str.len(),
        }
    ).sort_values(["unsure", "empty", "long"], kind="stable")
    rows = texts.loc[order.index].itertuples(index=False)
    return list(dict.fromkeys(_write_row(columns, row) for row in rows))


def _write_row(columns: list[str], row: Any) -> str:
    filled = [(column, text) for column, text in zip(columns, row, strict=True) if text]
    return " · ".join(f"`{column}` {text}" for column, text in filled)


def _write_value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text.replace("|", "\\|").replace("<", "&lt;")


def main() -> None:
    """Code the sample corpus and refresh the page."""
    with tempfile.TemporaryDirectory() as folder:
        extract(SAMPLE, Path(folder))
        found = {name: tables.load(name, folder) for name in TABLES}
    PAGE.write_text(refresh_page(PAGE.read_text(encoding="utf-8"), found), encoding="utf-8")


if __name__ == "__main__":
    main()
