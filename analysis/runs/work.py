"""What a run does: reads and codes its articles, then its notebooks side by side."""

from __future__ import annotations

import os
import shutil
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from analysis.errors import ReportError, WorkbookError
from analysis.reports.allowance import Allowance
from analysis.reports.gate import RefusalError, describe_error
from analysis.reports.page_record import PageRecord
from analysis.reports.parameters import Value
from analysis.reports.rendering import Job, render_page
from analysis.reports.running import StoppedError
from analysis.runs.coding import Coded, Coding, describe_tables, hash_manifest, read_and_code
from analysis.runs.log import Tell
from analysis.runs.plan import Limits
from analysis.runs.record import State
from analysis.runs.request import TABLES


@dataclass(frozen=True)
class Task:
    """The work of one run: its pages, what they may take, what their feet say, what is coded.

    Without `coding`, the tables that the notebooks name are read as they are.
    """

    run: str
    jobs: tuple[Job, ...]
    limits: Limits
    facts: dict[str, str]
    coding: Coding | None = None


@dataclass(frozen=True)
class Outcome:
    """How the work of a run ended: its state, why and where it stopped, and what came of it."""

    state: State = "published"
    reason: str = ""
    notebook: str = ""
    cell: int | None = None
    pages: list[PageRecord] = field(default_factory=list)
    durations: dict[str, float] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    tables: dict[str, Any] = field(default_factory=dict)


def do_work(task: Task, tell: Tell, stopped: Callable[[], bool]) -> Outcome:
    """Do the work of a run; whatever stops it is the outcome, nothing is raised.

    The first notebook that fails says why the run did.
    """
    durations: dict[str, float] = {}
    coded = Coded()
    try:
        with _own_tables(task.coding):
            if task.coding:
                coded = _code(task.coding, tell, durations)
            outcome = _render_all(task, tell, stopped)
    except (WorkbookError, OSError) as error:
        outcome = explain_error(error)
        tell("read", outcome.state, 0.0, outcome.reason)
    except Exception as error:
        # A fault of our own: the run says so, and the log where.
        outcome = Outcome("failed", describe_error(type(error).__name__, str(error)))
        tell("run", "failed", 0.0, traceback.format_exc())
    return replace(
        outcome,
        durations=durations | outcome.durations,
        inputs=coded.inputs or outcome.inputs,
        tables=outcome.tables | coded.tables,
    )


@contextmanager
def _own_tables(coding: Coding | None) -> Iterator[None]:
    try:
        yield
    finally:
        if coding:
            shutil.rmtree(coding.own, ignore_errors=True)


def _code(coding: Coding, tell: Tell, durations: dict[str, float]) -> Coded:
    clock = time.monotonic()

    def tell_step(step: str, detail: str) -> None:
        nonlocal clock
        durations[step] = round(time.monotonic() - clock, 2)
        clock = time.monotonic()
        tell(step, "done", durations[step], detail)

    return read_and_code(coding, tell_step)


def _render_all(task: Task, tell: Tell, stopped: Callable[[], bool]) -> Outcome:
    folder = task.coding.own if task.coding else _find_tables(task.jobs)
    provenance, tables = describe_tables(folder) if folder else ({}, {})
    facts = {**{_write_name(key): value for key, value in provenance.items()}, **task.facts}
    jobs = [replace(job, facts=facts, given=_give_tables(job, task.coding)) for job in task.jobs]
    render = partial(_render, task=task, tell=tell, stopped=stopped)
    # One more than there are cores: a starting kernel mostly waits.
    with ThreadPoolExecutor(min(len(jobs), (os.cpu_count() or 1) + 1)) as pool:
        outcomes = list(pool.map(render, jobs))
    failed = [one for one in outcomes if one.state != "published"]
    return replace(
        (failed or outcomes)[0],
        pages=[] if failed else [page for one in outcomes for page in one.pages],
        durations={name: took for one in outcomes for name, took in one.durations.items()},
        inputs=hash_manifest(folder) if folder else {},
        tables=tables,
    )


def _render(job: Job, task: Task, tell: Tell, stopped: Callable[[], bool]) -> Outcome:
    """Render one page; whatever stops it is the outcome."""
    name = job.report.name
    clock = time.monotonic()
    tell(name, "running", 0.0, "")
    limits = task.limits
    allowance = Allowance(
        seconds=limits.minutes * 60,
        cell_seconds=limits.cell_seconds,
        memory_gb=limits.memory_gb,
        retries=limits.retries,
        mark=task.run,
        stopped=stopped,
    )
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
    reason = str(error)
    if isinstance(error, OSError):
        where = f"{Path(error.filename).name}: " if error.filename else ""
        reason = f"{where}{error.strerror or error}. Check the disk and its permissions."
    return Outcome(state, " ".join(reason.split()), notebook, cell)


def _give_tables(job: Job, coding: Coding | None) -> dict[str, Value]:
    """What a notebook is given: of the tables, those that are the run's own."""
    own = {TABLES: str(coding.own)} if coding and TABLES in job.parameters else {}
    return {**job.given, **own}


def _find_tables(jobs: Sequence[Job]) -> Path | None:
    from analysis.files import find_folder

    named = [job.parameters[TABLES] for job in jobs if TABLES in job.parameters]
    return find_folder(named[0]) if named and isinstance(named[0], str) else None


def _write_name(key: str) -> str:
    return key.replace("_", " ").capitalize()
