"""The list of pages and runs that readers open first."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from analysis.reports.page import TEMPLATES, read_static, write_dateline, write_policy
from analysis.reports.rendering import PageRecord, write_parameters
from analysis.runs.plan import ReportPlan
from analysis.runs.record import OPEN, Run, read_runs
from analysis.tables.storage import write_aside

# The list shows this many of the latest runs.
RUNS_LISTED = 40


def write_index(folder: Path, plans: Iterable[ReportPlan] = ()) -> None:
    """Write `index.html` of a folder of reports from the records of its runs."""
    write_aside(folder / "index.html", _write_list(read_runs(folder), folder).encode())


def _write_list(runs: list[Run], folder: Path) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["parameters"] = write_parameters
    latest = _find_latest(runs, folder)
    style = read_static("report.css")
    return environment.get_template("runs.html.j2").render(
        style=style,
        policy=write_policy(style, ()),
        notices=list(dict.fromkeys(notice for page, _ in latest for notice in page.notices)),
        latest=[(page, _write_page_line(page, run)) for page, run in latest],
        runs=[run for run in runs if run.state not in OPEN][:RUNS_LISTED],
    )


def _find_latest(runs: list[Run], folder: Path) -> list[tuple[PageRecord, Run]]:
    """The pages that stand in the folder, each with the run that published it last."""
    found: dict[str, Any] = {}
    for run in runs:
        if run.state == "published":
            for page in run.pages:
                found.setdefault(page.file, (page, run))
    return [found[file] for file in sorted(found) if (folder / file).exists()]


def _write_page_line(page: PageRecord, run: Run) -> str:
    when = f"run {run.started[:16].replace('T', ' ')} UTC"
    line = write_dateline(page.cutoff, page.counts)
    parts = (line, write_parameters(page.parameters), f"{page.bytes / 1e6:.1f} MB", when)
    return " · ".join(part for part in parts if part)
