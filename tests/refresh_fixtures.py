"""Merge the frozen coded tables anew: `python -m tests.refresh_fixtures`. No coded table changes."""

from __future__ import annotations

from pathlib import Path

from analysis.pipeline import merge
from analysis.schema import CODED, MERGED, READ, REVIEWED
from analysis.tables import export_csv, load

FIXTURES = Path(__file__).parent / "fixtures" / "tables"


def refresh(folder: Path = FIXTURES) -> None:
    """Write the merged tables that follow from the coded ones in a folder."""
    merged = merge({table.name: load(table.name, folder) for table in (*READ, *CODED)})
    export_csv({table.name: merged[table.name] for table in (*REVIEWED, *MERGED)}, folder)


if __name__ == "__main__":
    refresh()
