"""A plan in words: what is made of what, when next, and what is not there yet."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from analysis.articles.sources import find_files
from analysis.errors import ArticleError
from analysis.runs.cron import list_slots
from analysis.runs.plan import ReportPlan, Source
from analysis.runs.plan_checks import read_declared
from analysis.runs.relative_dates import resolve_parameters

_TIMES_SHOWN = 3


def describe_plan(plan: ReportPlan, now: dt.datetime) -> list[str]:
    """Describe a report in lines: parameters as they would be now, the next times it is due."""
    facts = {
        "notebooks": ", ".join(plan.notebooks),
        "pages": _list_pages(plan),
        "parameters": _describe_parameters(plan, now),
        "schedule": _describe_schedule(plan),
        "next": _list_times(plan, now),
        "sources": ", ".join(map(_describe_source, plan.sources)) or "data/articles",
        "limits": "{minutes:g} minutes, {cell_seconds:g} seconds a cell, {memory_gb:g} GB a "
        "process, retries of its start: {retries}".format(**vars(plan.limits)),
        "kept": _describe_keeping(plan),
        "told": _describe_notices(plan),
    }
    return [plan.name, *(f"  {name:<12}{fact}" for name, fact in facts.items() if fact)]


def list_gaps(
    plan: ReportPlan, root: Path, environment: Mapping[str, str] = os.environ
) -> Iterator[str]:
    """Tell what a plan names that is not there or of no use, which a run would only find later.

    `root` is the project's: relative paths of sources count from it.
    """
    declared = read_declared(root / "notebooks")
    for held in map(declared.get, plan.notebooks):
        if isinstance(held, str):
            yield f"{plan.name}: {held}"
    for source in plan.sources:
        try:
            if source.kind == "path":
                find_files(root / source.location)
        except ArticleError as error:
            yield f"{plan.name}: {error}"
    for variable in filter(None, (plan.notify.webhook, *plan.secrets)):
        if not environment.get(variable):
            yield f"{plan.name}: the environment variable {variable} is not set here"


def _list_pages(plan: ReportPlan) -> str:
    names = ", ".join(f"{plan.name_page(notebook)}.html" for notebook in plan.notebooks)
    return f"{names}, also as PDF" if plan.pdf else names


def _describe_parameters(plan: ReportPlan, now: dt.datetime) -> str:
    resolved = resolve_parameters(plan.parameters, plan.timezone, now)
    told = []
    for name, value in plan.parameters.items():
        written = ",".join(value) if isinstance(value, list) else str(value)
        told.append(
            f"{name} {written}" + (f" ({resolved[name]})" if resolved[name] != value else "")
        )
    return ", ".join(told) or "defaults"


def _describe_schedule(plan: ReportPlan) -> str:
    if plan.schedule is None:
        return "none: only by hand"
    grace = plan.schedule.grace_hours
    late = f"within {grace:g} hours" if grace else "until the next one"
    return f"{plan.schedule.cron} ({plan.schedule.timezone}), a missed one is caught up {late}"


def _list_times(plan: ReportPlan, now: dt.datetime) -> str:
    if plan.schedule is None:
        return ""
    zone = ZoneInfo(plan.schedule.timezone)
    times = islice(list_slots(plan.schedule, now), _TIMES_SHOWN)
    return ", ".join(f"{time.astimezone(zone):%a %Y-%m-%d %H:%M %Z}" for time in times)


def _describe_source(source: Source) -> str:
    return source.location if source.kind == "path" else f"{source.kind} {source.location}"


def _describe_keeping(plan: ReportPlan) -> str:
    days, runs = plan.keep_for.days, plan.keep_for.runs
    told = [f"runs of {days} days"] * bool(days) + [f"the latest {runs}"] * bool(runs)
    return " and ".join(told) or "all runs"


def _describe_notices(plan: ReportPlan) -> str:
    whom = [*plan.notify.email] + [f"the address in {plan.notify.webhook}"] * bool(
        plan.notify.webhook
    )
    return f"{', '.join(whom)} on {' and '.join(plan.notify.on)}" if whom else ""
