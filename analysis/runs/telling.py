"""What is said of a run, in the same words on the front page, in the feed and in notices."""

from __future__ import annotations

import datetime as dt

from analysis.reports.page import write_dateline
from analysis.reports.page_record import PageRecord
from analysis.reports.rendering import write_parameters
from analysis.runs.expected import read_moment, write_moment
from analysis.runs.record import Run, State

STATES: dict[State, str] = {
    "queued": "waiting",
    "running": "running",
    "published": "published",
    "refused": "refused by the gate",
    "failed": "failed",
    "timed_out": "timed out",
    "killed": "ended from outside",
}


def tell_state(run: Run) -> str:
    """Say how a run stands or ended."""
    return STATES[run.state]


def tell_titles(run: Run) -> str:
    """Name the pages of a run: "Visits, Statements"; the report where it has none."""
    return ", ".join(page.title for page in run.pages) or run.report


def tell_reason(run: Run) -> str:
    """Say where and why a run stopped: "3-visits, cell 3: ZeroDivisionError: division by zero"."""
    cell = f"cell {run.cell}" if run.cell else ""
    where = ", ".join(filter(None, (run.notebook, cell)))
    return ": ".join(filter(None, (where, run.reason)))


def tell_figures(page: PageRecord) -> str:
    """Say what a page holds: until when, and its key figures, or else how many rows."""
    if not page.figures:
        return write_dateline(page.cutoff, page.counts)
    figures = [" ".join(figure) for figure in page.figures]
    return " · ".join([write_dateline(page.cutoff, {}), *figures])


def tell_outcome(run: Run) -> str:
    """Say in a line what came of a run: what its pages hold, or why there are none."""
    if run.state != "published":
        return tell_reason(run) or tell_state(run)
    alone = len(run.pages) == 1
    figures = [("" if alone else f"{page.title}: ") + tell_figures(page) for page in run.pages]
    return ". ".join(filter(None, [*figures, tell_asked(run)])) + "."


def tell_asked(run: Run) -> str:
    """Say which parameters were asked for, dates resolved; empty where none were.

    Records of an older version do not tell them from the others: then all.
    """
    known = {**run.parameters, **{k: v for page in run.pages for k, v in page.parameters.items()}}
    # Of the tables only who works with several needs to know, and `attache runs --json` says it.
    asked = [name for name in run.asked if name != "tables"]
    shown = {name: known.get(name, run.asked[name]) for name in asked} if run.number else known
    return write_parameters(shown)


def tell_moment(moment: dt.datetime | str | None) -> str:
    """Write a moment for people: "26 Nov 2026, 18:50 UTC"; a text that is none as it is."""
    found = read_moment(moment) if isinstance(moment, str) else moment
    return write_moment(found) if found else str(moment or "")


def tell_duration(seconds: float) -> str:
    """Write how long something took: "42 s", "3 min 5 s", "1 h 4 min"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {rest} s"
    return f"{minutes // 60} h {minutes % 60} min"
