"""Several reports at once: those named, or those that are due; whoever ends it ends them all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from analysis.errors import ParameterError, WorkbookError
from analysis.reports.notebooks import choose_reports
from analysis.reports.parameters import read_parameters
from analysis.runs.due import find_due, tell_missed
from analysis.runs.earlier import SINCE_RUN
from analysis.runs.plan import ReportPlan
from analysis.runs.record import Run, read_runs
from analysis.runs.recovery import recover
from analysis.runs.setting import Setting

# What became of a report: its run, or why there is none.
Became = Run | WorkbookError | OSError


def run_named(
    plans: Sequence[ReportPlan], folder: Path, notebooks: Path, setting: Setting | None = None
) -> list[Became]:
    """Run reports now; returns what became of each, in the same order."""
    setting = setting or Setting()
    tell_killed(recover(folder, setting.tables), plans)
    return run_together([(plan, "") for plan in plans], folder, notebooks, setting)


def run_due(
    plans: Sequence[ReportPlan],
    folder: Path,
    notebooks: Path,
    tell: Callable[[str], None],
    setting: Setting | None = None,
) -> list[Became]:
    """Run the reports that are due; returns what became of each. `tell` is told what was missed."""
    setting = setting or Setting()
    tell_killed(recover(folder, setting.tables), plans)
    found = find_due(plans, read_runs(folder), dt.datetime.now(dt.UTC))
    for due in found:
        if due.missed:
            tell_missed(due, folder, tell)
    now = [(due.plan, due.scheduled) for due in found if not due.missed]
    return run_together(now, folder, notebooks, setting)


def tell_killed(found: Sequence[Run], plans: Sequence[ReportPlan]) -> None:
    """Send the notices of runs that could not send their own: they were killed."""
    if not found:
        return
    from analysis.runs.notices import send_notices

    by_name = {plan.name: plan for plan in plans}
    for run in found:
        if run.report in by_name:
            send_notices(run, by_name[run.report])


def compare_with_last(plans: Sequence[ReportPlan], notebooks: Path) -> list[ReportPlan]:
    """Return plans whose briefings are compared with their last published run.

    Raises ParameterError where a report has no notebook that compares.
    """
    for plan in plans:
        found = choose_reports(plan.notebooks, notebooks)
        if not any(SINCE_RUN in read_parameters(report.path) for report in found):
            raise ParameterError(
                f"{plan.name}: none of its notebooks has the parameter {SINCE_RUN}. "
                "Leave out --since-last."
            )
    return [replace(plan, parameters={**plan.parameters, SINCE_RUN: ""}) for plan in plans]


def run_together(
    asked: Sequence[tuple[ReportPlan, str]], folder: Path, notebooks: Path, setting: Setting
) -> list[Became]:
    """Run reports side by side, each with the time (UTC) that it serves, empty by hand.

    Returns what became of each, in the same order. An exception that ends this process, such as
    KeyboardInterrupt, ends all runs as killed.
    """
    if not asked:
        return []
    # With all that makes pages; what is asked every ten minutes is whether anything is due.
    from analysis.runs.engine import run_report

    def run(one: tuple[ReportPlan, str]) -> Became:
        plan, scheduled = one
        try:
            return run_report(
                plan, scheduled=scheduled, folder=folder, notebooks=notebooks, setting=setting
            )
        except (WorkbookError, OSError) as error:
            return error

    # Each run waits for its turn itself.
    pool = ThreadPoolExecutor(len(asked))
    try:
        return list(pool.map(run, asked))
    except BaseException:
        setting.stop.set()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
