"""What a run does: its notebooks side by side, each held against the gate."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

from analysis.errors import ReportError, WorkbookError
from analysis.reports.gate import RefusalError
from analysis.reports.parameters import Value
from analysis.reports.rendering import Job, PageRecord, render_page
from analysis.reports.running import Allowance, StoppedError
from analysis.runs.record import State
from analysis.runs.request import TABLES

# Told of each step: its name, how it stands, seconds, and what there is to say.
Tell = Callable[[str, str, float, str], None]


@dataclass(frozen=True)
class Outcome:
    """How the work of a run ended: its state, why and where it stopped, and what came of it."""

    state: State = "published"
    reason: str = ""
    notebook: str = ""
    cell: int | None = None
    pages: list[PageRecord] = field(default_factory=list)
    durations: dict[str, float] = field(default_factory=dict)
    tables: dict[str, Any] = field(default_factory=dict)


def render_pages(
    jobs: Sequence[Job], allowance: Allowance, facts: Mapping[str, str], tell: Tell
) -> Outcome:
    """Render every page of a run; the first notebook that fails says why the run did.

    `facts` are the run's own lines of the pages' feet.
    """
    tables = _read_provenance(jobs)
    facts = {**{_write_name(key): str(value) for key, value in tables.items()}, **facts}
    # One more than there are cores: a starting kernel mostly waits.
    with ThreadPoolExecutor(min(len(jobs), (os.cpu_count() or 1) + 1)) as pool:
        ready = [replace(job, facts=facts) for job in jobs]
        outcomes = list(pool.map(lambda job: _render(job, allowance, tell), ready))
    failed = [one for one in outcomes if one.state != "published"]
    return replace(
        (failed or outcomes)[0],
        pages=[] if failed else [page for one in outcomes for page in one.pages],
        durations={name: took for one in outcomes for name, took in one.durations.items()},
        tables=tables,
    )


def _render(job: Job, allowance: Allowance, tell: Tell) -> Outcome:
    """Render one page; whatever stops it is the outcome."""
    name = job.report.name
    clock = time.monotonic()
    tell(name, "running", 0.0, "")
    try:
        outcome = Outcome(pages=[render_page(job, allowance)])
    except (WorkbookError, OSError) as error:
        outcome = explain_error(error, name)
    took = round(time.monotonic() - clock, 2)
    tell(name, outcome.state, took, outcome.reason)
    return replace(outcome, durations={name: took})


def explain_error(error: WorkbookError | OSError, notebook: str = "") -> Outcome:
    """Say how a run ends that an error stopped: a page may be refused, all else has failed."""
    cell = error.cell if isinstance(error, RefusalError | StoppedError) else None
    state: State = "failed"
    if isinstance(error, StoppedError):
        state = "timed_out" if error.overdue else "failed"
    elif isinstance(error, ReportError):
        state = "refused"
    return Outcome(state, str(error), notebook, cell)


def _read_provenance(jobs: Sequence[Job]) -> dict[str, Any]:
    """The provenance of the coded tables that the notebooks read, where they have any."""
    from analysis.tables import load_manifest

    named: list[Value] = [job.parameters[TABLES] for job in jobs if TABLES in job.parameters]
    if not named or not isinstance(named[0], str):
        return {}
    try:
        return dict(load_manifest(named[0]).get("provenance", {}))
    except WorkbookError:
        # The notebook itself will say what is wrong with its tables.
        return {}


def _write_name(key: object) -> str:
    return str(key).replace("_", " ").capitalize()
