"""Makes the reports that are due, each for the last time of its schedule that has passed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from analysis.runs.due import Due, find_due, tell_missed
from analysis.runs.engine import recover, run_report
from analysis.runs.locks import BusyError
from analysis.runs.plan import ReportPlan
from analysis.runs.record import Run, read_runs


def run_due(
    plans: Sequence[ReportPlan], folder: Path, notebooks: Path, tell: Callable[[str], None]
) -> list[Run]:
    """Run the reports that are due, so many at once as their plan says; returns their runs.

    `tell` is told of times that were missed, and of reports that somebody else is at work on: those
    are left to the next call.
    """
    recover(folder)
    found = find_due(plans, read_runs(folder), dt.datetime.now(dt.UTC))
    for due in found:
        if due.missed:
            tell_missed(due, folder, tell)

    def run(due: Due) -> Run | None:
        try:
            return run_report(due.plan, scheduled=due.scheduled, folder=folder, notebooks=notebooks)
        except BusyError as error:
            tell(str(error))
            return None

    now = [due for due in found if not due.missed]
    with ThreadPoolExecutor(max((due.plan.at_once for due in now), default=1)) as pool:
        return [run for run in pool.map(run, now) if run is not None]
