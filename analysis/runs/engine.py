"""One run of one report: checked, queued, worked off, revealed, its pages put out.

Read in this order: plan, request, record, locks, folders, work, engine.
"""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from analysis.errors import ReportError
from analysis.reports.running import Allowance
from analysis.runs.due import find_served
from analysis.runs.folders import (
    create_run,
    finish_run,
    name_run,
    recover_folder,
    remove_nameless,
    reveal_dead,
)
from analysis.runs.index import write_index
from analysis.runs.locks import (
    BusyError,
    hold_folder,
    hold_report,
    hold_run,
    hold_slot,
    name_owner,
    remove_mark,
)
from analysis.runs.plan import ReportPlan
from analysis.runs.record import Run, read_runs, write_run
from analysis.runs.relative_dates import resolve_parameters
from analysis.runs.request import Asked, plan_jobs, read_request
from analysis.runs.surroundings import read_git, read_versions, write_facts
from analysis.runs.work import Outcome, render_pages


def run_report(
    plan: ReportPlan,
    *,
    scheduled: str = "",
    folder: str | Path = "reports",
    notebooks: str | Path = "notebooks",
    wait: bool = False,
    stop: threading.Event | None = None,
) -> Run:
    """Run a report once; returns the run as it ended, whatever became of it.

    `scheduled` is the time (UTC) that the run serves: where another run has served it, that one is
    returned. Raises BusyError where another run of the report is under way, unless `wait`;
    ReportError and ParameterError at a request that cannot be met, before anything is written.
    `stop` ends the run as killed.
    """
    folder, notebooks = Path(folder), Path(notebooks)
    resolved = resolve_parameters(plan.parameters, plan.timezone, dt.datetime.now(dt.UTC))
    asked = read_request(plan, resolved, notebooks)
    with hold_report(folder, plan.name, wait=wait):
        _settle(folder, plan.name)
        served = find_served(plan, scheduled, read_runs(folder)) if scheduled else None
        if served is not None:
            return served
        return _run(plan, asked, scheduled, folder, notebooks, stop or threading.Event())


def recover(folder: str | Path) -> list[Run]:
    """Settle what killed processes left in a folder of reports; returns the runs revealed.

    Runs whose owner is gone are revealed as killed, pages that were not yet put out are.
    """
    folder = Path(folder)
    dead = {run.report for run in read_runs(folder) if run.folder.name.startswith(".")}
    found = []
    for report in sorted(dead):
        try:
            with hold_report(folder, report, wait=False):
                found += _settle(folder, report)
        except BusyError:
            # It looked after its own dead when it began.
            continue
    if not (folder / "runs").is_dir():
        return []
    remove_nameless(folder)
    finished = recover_folder(folder)
    if found or finished:
        _update_index(folder)
    return found


def _settle(folder: Path, report: str) -> list[Run]:
    """Reveal the dead runs of a report whose lock is held: nobody else is at work on them."""
    hidden = [run for run in read_runs(folder) if run.folder.name.startswith(".")]
    dead = [reveal_dead(run) for run in hidden if run.report == report]
    for run in dead:
        remove_mark(folder, run.name)
    recover_folder(folder)
    return dead


def _run(
    plan: ReportPlan,
    asked: list[Asked],
    scheduled: str,
    folder: Path,
    notebooks: Path,
    stop: threading.Event,
) -> Run:
    name = name_run()
    root = notebooks.resolve().parent
    jobs = plan_jobs(plan, asked, folder, folder / "runs" / f".{name}", root)
    with hold_run(folder, name):
        run = create_run(
            Run(
                report=plan.name,
                state="queued",
                notebooks=[job.report.name for job in jobs],
                parameters={k: v for job in reversed(jobs) for k, v in job.parameters.items()},
                asked=dict(plan.parameters),
                scheduled=scheduled,
                queued=_now(),
                versions=read_versions(),
                git=read_git(notebooks),
                owner=name_owner(),
            ),
            folder,
            name,
        )
        with _ended_as_killed(run):
            with hold_slot(folder, plan.at_once, lambda: None):
                run = _begin(run)
                clock = time.monotonic()
                allowance = Allowance(plan.limits.minutes * 60, plan.limits.cell_seconds)
                facts = write_facts(run.versions, run.git, name)
                outcome = render_pages(jobs, allowance, facts, lambda *step: None)
            if stop.is_set():
                outcome = Outcome("killed", "ended on request.")
            return _end(run, outcome, round(time.monotonic() - clock, 2))


def _begin(run: Run) -> Run:
    run = replace(run, state="running", started=_now())
    write_run(run)
    _update_index(run.folder.parents[1])
    return run


def _end(run: Run, outcome: Outcome, seconds: float) -> Run:
    """Reveal a run as it ended; a published one whose pages find no room has failed."""
    told = {name: getattr(outcome, name) for name in outcome.__dataclass_fields__}
    run = replace(run, ended=_now(), seconds=seconds, **told)
    try:
        run = finish_run(run)
    except ReportError as error:
        if run.state != "published":
            raise
        run = finish_run(replace(run, state="failed", reason=str(error), pages=[]))
    _update_index(run.folder.parents[1])
    return run


@contextmanager
def _ended_as_killed(run: Run) -> Iterator[None]:
    """Reveal a run as killed where this process is asked to end while it is under way."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        _end(run, Outcome("killed", "ended on request."), 0.0)
        raise


def _update_index(folder: Path) -> None:
    with hold_folder(folder):
        write_index(folder)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
