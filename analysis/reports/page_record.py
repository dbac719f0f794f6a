"""What is known of a page without looking into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class PageRecord:
    """What the record of a run says about one of its pages.

    `file`, `companion`, `record` and `pdf` are names in the run's folder, the last three empty
    where the page has none; `bytes` is the page's size, `cutoff` the date of its latest article.
    `figures` are its key figures, each with what it counts.
    """

    notebook: str
    file: str
    title: str
    question: str
    bytes: int = 0
    cutoff: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    rejected: int = 0
    notices: list[str] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)
    companion: str = ""
    record: str = ""
    figures: list[list[str]] = field(default_factory=list)
    pdf: str = ""


def name_companion(page: str) -> str:
    """Name the CSV with all rows that may lie beside a page."""
    return f"{page.removesuffix('.html')}-sentences.csv"
