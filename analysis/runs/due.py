"""Which reports are due: the last time of their schedule has passed, and no run has served it.

Only the last one counts, so whatever was missed is caught up once. A run serves the time that it
was started for, and those before it; one by hand with the same parameters serves the times before
it if it was published. A run that was killed, by a restart of the machine for example, is tried
once more; all others have had their turn, failed or not.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.files import write_aside
from analysis.runs.cron import find_last_slot, find_next_slot

if TYPE_CHECKING:
    from analysis.runs.plan import ReportPlan
    from analysis.runs.record import Run

# In a folder of reports, what keeping the schedule leaves there.
FOLDER = ".schedule"
_MISSED = "missed.json"
# A run that was killed is tried again until there are so many for one time.
_TRIES = 2


@dataclass(frozen=True)
class Due:
    """A report, and the time (UTC) that no run has served; `missed` once its grace is over."""

    plan: ReportPlan
    slot: dt.datetime
    missed: bool

    @property
    def scheduled(self) -> str:
        """The time as a run records it."""
        return self.slot.isoformat(timespec="seconds")


def find_due(plans: Iterable[ReportPlan], runs: Iterable[Run], now: dt.datetime) -> list[Due]:
    """Return what is due at a moment, given the runs of a folder; reports without runs are, too."""
    held = list(runs)
    found = (_find_one(plan, held, now) for plan in plans)
    return [due for due in found if due is not None]


def find_served(plan: ReportPlan, scheduled: str, runs: Iterable[Run]) -> Run | None:
    """Return the run that has served a time of a report already; None where it is open."""
    slot = _read_time(scheduled)
    if slot is None or plan.schedule is None:
        return None
    upcoming = find_next_slot(plan.schedule, slot) or slot
    own = [run for run in runs if run.report == plan.name]
    serving = [run for run in own if _serves(run, plan, slot, upcoming)]
    killed = [run for run in serving if run.state == "killed"]
    ended = [run for run in serving if run.state != "killed"]
    return next(iter(ended or killed[_TRIES - 1 :]), None)


def tell_missed(due: Due, folder: Path, tell: Callable[[str], None]) -> None:
    """Tell of a time that was missed and is too old to be caught up, once for each."""
    path = folder / FOLDER / _MISSED
    told = _read_told(path)
    if told.get(due.plan.name) == due.scheduled:
        return
    tell(
        f"{due.plan.name}: the run of {due.scheduled} was missed, and its grace is over. "
        f"`attache run {due.plan.name}` makes it now."
    )
    told[due.plan.name] = due.scheduled
    write_aside(path, f"{json.dumps(told, indent=1)}\n".encode())


def _read_told(path: Path) -> dict[str, str]:
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _find_one(plan: ReportPlan, runs: list[Run], now: dt.datetime) -> Due | None:
    slot = find_last_slot(plan.schedule, now) if plan.schedule else None
    if plan.schedule is None or slot is None:
        return None
    grace = dt.timedelta(hours=plan.schedule.grace_hours)
    due = Due(plan, slot, bool(grace) and now - slot > grace)
    if find_served(plan, due.scheduled, runs):
        return None
    new = not any(run.report == plan.name for run in runs)
    return None if due.missed and new else due


def _serves(run: Run, plan: ReportPlan, slot: dt.datetime, upcoming: dt.datetime) -> bool:
    """Whether a run serves a time.

    Where the clock was put back, runs of later times are there already. One that is farther ahead
    than the next time was made by a clock that was wrong, and must not stop all until then.
    """
    if run.scheduled:
        served = _read_time(run.scheduled)
        return served is not None and slot <= served <= upcoming
    started = _read_time(run.started)
    same = started is not None and slot <= started < upcoming
    return same and run.state == "published" and _is_asked(run.asked, plan)


def _is_asked(asked: Mapping[str, object], plan: ReportPlan) -> bool:
    return dict(asked) == dict(plan.parameters)


def _read_time(text: str) -> dt.datetime | None:
    """Read a time (UTC) of a record; None where it is none."""
    try:
        time = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo else None
