"""Removes runs that `keep_for` lets go: `attache prune`.

A run is renamed aside before it is deleted, so that one that is listed is always whole; what a
killed prune left is deleted by the next one.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from analysis.runs.earlier import SINCE_RUN
from analysis.runs.expected import find_moment
from analysis.runs.front import find_latest
from analysis.runs.index import write_index
from analysis.runs.locks import explain_refusal, hold_folder
from analysis.runs.plan import KeepFor, ReportPlan
from analysis.runs.record import OPEN, Run, read_runs

_ASIDE = ".pruned-"
# Where since_run names the record of a run.
_NAMED = re.compile(r"(?:^|/)runs/\.?([^/]+)/[^/]+$")


def prune(
    folder: Path, plans: Mapping[str, ReportPlan], *, now: dt.datetime, dry_run: bool = False
) -> list[tuple[Run, int]]:
    """Remove the runs that may go; returns each with its size in bytes, latest first.

    Those stay that a plan's `keep_for` keeps at `now` (UTC), those of reports without a plan, those
    whose page readers see, what those are compared with, and whatever is under way. With `dry_run`
    nothing is removed. Raises ReportError where the folder lets nothing be removed.
    """
    if not (folder / "runs").is_dir():
        return []
    with explain_refusal(folder):
        with hold_folder(folder):
            gone = [(run, _measure(run)) for run in list_removable(folder, plans, now)]
            if dry_run:
                return gone
            for run, _ in gone:
                run.folder.rename(run.folder.with_name(f"{_ASIDE}{run.name}"))
            if gone:
                write_index(folder, plans)
        for aside in (folder / "runs").glob(f"{_ASIDE}*"):
            shutil.rmtree(aside)
    return gone


def list_removable(folder: Path, plans: Mapping[str, ReportPlan], now: dt.datetime) -> list[Run]:
    """List the runs of a folder of reports that nobody needs at `now` (UTC), latest first."""
    runs = read_runs(folder)
    shown = [run for _, run in find_latest(runs, folder)]
    needed = [run for run in runs if run.state in OPEN] + shown
    names = {run.name for run in needed} | {name for run in needed for name in _list_compared(run)}
    names |= {run.name for plan in plans.values() for run in _list_kept(runs, plan, now)}
    return [run for run in runs if run.report in plans and run.name not in names]


def _list_kept(runs: Sequence[Run], plan: ReportPlan, now: dt.datetime) -> Iterator[Run]:
    """The runs that a plan keeps: so many of the latest, and those of so many days.

    Those of the last time of its schedule stay as well: without them it would be due again.
    """
    keep = plan.keep_for
    own = [run for run in runs if run.report == plan.name]
    since = now - dt.timedelta(days=keep.days)
    last = max((run.scheduled for run in own), default="")
    for place, run in enumerate(own):
        if (
            (last and run.scheduled == last)
            or keep == KeepFor()
            or place < keep.runs
            or (keep.days and find_moment(run) >= since)
        ):
            yield run


def _list_compared(run: Run) -> Iterator[str]:
    """Name the runs with which the pages of a run are compared."""
    for parameters in (run.parameters, *(page.parameters for page in run.pages)):
        named = _NAMED.search(str(parameters.get(SINCE_RUN, "")))
        if named:
            yield named[1]


def _measure(run: Run) -> int:
    return sum(path.stat().st_size for path in run.folder.rglob("*") if path.is_file())
