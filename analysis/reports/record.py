"""What a notebook leaves in the folder of its run, for the next run to compare itself with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MIME = "application/vnd.attache.record+json"
RECORD = "briefing.json"
# What a notebook is told where there is no run to compare with.
NOTHING = "none"


class Record:
    """What the next run of a report compares itself with; a page shows nothing of it."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.content = content

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return {MIME: self.content, "text/plain": str(self)}

    def __str__(self) -> str:
        counts = ", ".join(
            f"{len(held):,} {name}" for name, held in self.content.items() if isinstance(held, list)
        )
        return f"Kept for the next run: {counts}."

    __repr__ = __str__


def find_record(notebook: Any) -> dict[str, Any] | None:
    """Return what an executed notebook leaves for the next run; None where it leaves nothing."""
    shown = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    found = [output.data[MIME] for output in shown if MIME in output.get("data", {})]
    return found[-1] if found else None


def write_record(record: Mapping[str, Any], path: Path) -> None:
    """Write it into a file of the run's folder."""
    text = json.dumps(record, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
