"""Runs as their records tell of them, without a kernel: one of every state, some with hostile words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from analysis.reports.page_record import PageRecord
from analysis.runs.record import OPEN, Run, write_run

NOW = dt.datetime(2026, 11, 26, 18, 50, tzinfo=dt.UTC)
HOSTILE = "</title><script>document.title='owned'</script>\x07 & \u202eevil\ud800"


def add_run(folder: Path, report: str, state: str, *, hours: float = 0, **more: Any) -> Run:
    """Add a run that began so many hours before NOW; a published one puts its page out."""
    number = len(list((folder / "runs").glob("*"))) + 1
    begun = NOW - dt.timedelta(hours=hours)
    name = f"{begun:%Y%m%dT%H%M%SZ}-{number:06x}"
    pages = [make_page(report)] if state == "published" else []
    given = {
        "notebooks": [report],
        "seconds": 42.0,
        "notebook": "" if pages else report,
        "pages": pages,
        "parameters": {"since": "2026-01-01", "actors": ["PRK", "RUS"], "tables": "t", "top": 5},
        "asked": {"since": "start of year", "actors": ["PRK", "RUS"], "tables": "t"},
        **more,
    }
    ended = "" if state in OPEN else (begun + dt.timedelta(seconds=42)).isoformat()
    run = Run(
        report=report,
        state=state,  # type: ignore[arg-type]
        number=number,
        queued=begun.isoformat(),
        started="" if state == "queued" else begun.isoformat(),
        ended=ended,
        folder=folder / "runs" / (f".{name}" if state in OPEN else name),
        **given,
    )
    run.folder.mkdir(parents=True)
    write_run(run)
    for page in run.pages:
        for place in (run.folder, folder):
            (place / page.file).write_text(f"<title>{run.name}</title>", encoding="utf-8")
    return run


def make_page(report: str, **more: Any) -> PageRecord:
    """What a run's record says of its page."""
    said: dict[str, Any] = {
        "title": f"Title of {report}",
        "question": "Who is reported to have met whom?",
        "cutoff": "2026-11-25",
        "counts": {"articles": 12, "visits": 34},
    }
    return PageRecord(notebook=report, file=f"{report}.html", **said | more)
