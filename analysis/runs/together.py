"""Several reports at once: those named, or those that are due; whoever ends it ends them all."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from analysis.errors import WorkbookError
from analysis.runs.due import find_due, tell_missed
from analysis.runs.engine import recover, run_report
from analysis.runs.plan import ReportPlan
from analysis.runs.record import Run, read_runs

# What became of a report: its run, or why there is none.
Became = Run | WorkbookError | OSError


def run_named(plans: Sequence[ReportPlan], folder: Path, notebooks: Path) -> list[Became]:
    """Run reports now; returns what became of each, in the same order."""
    recover(folder)
    return run_together([(plan, "") for plan in plans], folder, notebooks)


def run_due(
    plans: Sequence[ReportPlan], folder: Path, notebooks: Path, tell: Callable[[str], None]
) -> list[Became]:
    """Run the reports that are due; returns what became of each. `tell` is told what was missed."""
    recover(folder)
    found = find_due(plans, read_runs(folder), dt.datetime.now(dt.UTC))
    for due in found:
        if due.missed:
            tell_missed(due, folder, tell)
    now = [(due.plan, due.scheduled) for due in found if not due.missed]
    return run_together(now, folder, notebooks)


def run_together(
    asked: Sequence[tuple[ReportPlan, str]], folder: Path, notebooks: Path, *, wait: bool = False
) -> list[Became]:
    """Run reports side by side, each with the time (UTC) that it serves, empty by hand.

    Returns what became of each, in the same order. With `wait`, another run of a report is waited
    for. An exception that ends this process, such as KeyboardInterrupt, ends all runs as killed.
    """
    stop = threading.Event()

    def run(one: tuple[ReportPlan, str]) -> Became:
        plan, scheduled = one
        try:
            return run_report(
                plan,
                scheduled=scheduled,
                folder=folder,
                notebooks=notebooks,
                wait=wait,
                stop=stop,
            )
        except (WorkbookError, OSError) as error:
            return error

    # Each run waits for its turn itself.
    pool = ThreadPoolExecutor(max(len(asked), 1))
    try:
        return list(pool.map(run, asked))
    except BaseException:
        from analysis.reports.kernels import end_kernels

        stop.set()
        pool.shutdown(wait=False, cancel_futures=True)
        end_kernels()
        raise
    finally:
        pool.shutdown()
