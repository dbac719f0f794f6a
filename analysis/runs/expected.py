"""When the next page of a report is due, and until when one that is there is as fresh as planned.

A page is static: it carries these moments, and its reader's clock compares.
"""

from __future__ import annotations

import datetime as dt

from analysis.reports.page import Due
from analysis.runs.cron import find_next_slot
from analysis.runs.plan import Limits, ReportPlan
from analysis.runs.record import Run

NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
# So long may a timer that asks now and then, and other runs, keep a due run waiting.
_WAITING = dt.timedelta(minutes=30)
# No run waits longer for its turn.
_LONGEST_WAIT = dt.timedelta(hours=6)


def find_next_due(plan: ReportPlan | None, after: dt.datetime) -> dt.datetime | None:
    """Return when a report is next due after a moment (UTC); None where it has no schedule."""
    if plan is None or plan.schedule is None:
        return None
    return find_next_slot(plan.schedule, after)


def find_stale(plan: ReportPlan | None, made: dt.datetime) -> dt.datetime | None:
    """Return from when a page made at a moment (UTC) is older than its schedule allows.

    That is when the page of the next due time should have replaced it, the minutes that a run may
    take included. None where there is no schedule.
    """
    due = find_next_due(plan, made)
    if plan is None or due is None:
        return None
    return due + dt.timedelta(minutes=plan.limits.minutes) + _WAITING


def write_due(plan: ReportPlan, made: dt.datetime) -> Due | None:
    """Write for a page made at a moment (UTC) when the next is due; None without a schedule."""
    due, stale = find_next_due(plan, made), find_stale(plan, made)
    return Due(write_moment(due), stale.isoformat()) if due and stale else None


def find_lost(run: Run, plan: ReportPlan | None) -> dt.datetime:
    """Return from when (UTC) a run that is not known to have ended has probably been ended."""
    return find_end(run, plan) or find_moment(run) + _LONGEST_WAIT


def find_end(run: Run, plan: ReportPlan | None) -> dt.datetime | None:
    """Return by when a run that has begun should have ended (UTC); None where it has not begun."""
    begun = read_moment(run.started)
    limits = plan.limits if plan else Limits()
    return begun + dt.timedelta(minutes=limits.minutes) if begun else None


def write_moment(moment: dt.datetime) -> str:
    """Write a moment (UTC) for people: "26 Nov 2026, 18:50 UTC"."""
    return f"{moment.day} {moment:%b %Y, %H:%M} UTC"


def read_moment(text: str) -> dt.datetime | None:
    """Read a moment as records hold it (UTC where it does not say); None where it is none."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except (ValueError, TypeError):
        return None
    return moment.astimezone(dt.UTC) if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def find_moment(run: Run) -> dt.datetime:
    """Return the last moment (UTC) known of a run: when it ended, began or was asked for."""
    moments = (read_moment(text) for text in (run.ended, run.started, run.queued))
    return next((moment for moment in moments if moment), NEVER)
