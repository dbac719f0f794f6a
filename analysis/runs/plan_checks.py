"""Checks of a plan that need more than its own words: notebooks, days to come, names of pages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from analysis.errors import ParameterError
from analysis.reports.notebooks import list_reports
from analysis.reports.parameters import DATES, Parameter, Value, read_parameters
from analysis.reports.parameters import check_parameters as check_values
from analysis.runs.places import Place, suggest
from analysis.runs.plan import ReportPlan
from analysis.runs.relative_dates import EXPECTED, resolve_date
from analysis.runs.secrets import explain_secret

Parameters = Mapping[str, Parameter]
# By notebook: its parameters, or why they cannot be read.
Declared = Mapping[str, Parameters | str]

# A window may turn round on some days of the year only, such as `since: start of year`.
_DAYS_AHEAD = 2 * 366
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Set by the run itself.
_RUNS_OWN = ("tables",)
# A page of the folder of reports itself.
_TAKEN = ("index",)


def read_declared(notebooks: Path) -> dict[str, Parameters | str]:
    """Read which parameters each notebook of a folder declares, or why that cannot be read.

    Somebody may be at work on a notebook: then the runs of its reports fail, and no others.
    """
    declared: dict[str, Parameters | str] = {}
    for report in list_reports(notebooks):
        try:
            declared[report.name] = report.problem or read_parameters(report.path)
        except ParameterError as error:
            declared[report.name] = str(error)
    return declared


def check_parameters(
    place: Place, notebooks: tuple[str, ...], declared: Declared, timezone: str
) -> dict[str, Value]:
    """Read the parameters of a report, each held against the notebooks that declare it."""
    found = {name: declared[name] for name in notebooks}
    known = {name: held for name, held in found.items() if not isinstance(held, str)}
    today = dt.datetime.now(ZoneInfo(timezone)).date()
    values: dict[str, Value] = {}
    before = len(place.problems.found)
    for name, at in place.read_keys().items():
        values[name] = _read_value(at)
        holders = {key: held[name] for key, held in known.items() if name in held}
        if why := explain_secret(name, str(values[name])):
            at.refuse(f"{why}. Secrets come from the environment only: the page shows parameters.")
        elif name in _RUNS_OWN:
            at.refuse("is set by the run. Give the report sources instead.")
        elif not holders and len(known) == len(found) > 0:
            names = sorted({key for held in known.values() for key in held} - {*_RUNS_OWN})
            at.refuse(f"no notebook of the report has it. {suggest(name, names)}")
        elif wrong := _explain_value(name, values[name], holders, today):
            at.refuse(wrong)
    if len(place.problems.found) == before:
        _check_windows(place, values, known, today)
    return values


def check_names(
    plans: Mapping[str, ReportPlan], places: Mapping[str, Place], declared: Declared
) -> None:
    """Refuse reports whose pages would be those of other reports, or of single notebooks."""
    owners = dict.fromkeys(_TAKEN, "the list of reports")
    for plan in plans.values():
        for notebook in plan.notebooks:
            page = plan.name_page(notebook)
            owner = owners.setdefault(page, f"the report {plan.name}")
            if page in declared and (page, plan.notebooks) != (plan.name, (page,)):
                owner = f"`attache report {page}`"
            if owner != f"the report {plan.name}":
                places[plan.name].refuse(
                    f"its page {page}.html is also that of {owner}. Give the report another name."
                )


def _read_value(place: Place) -> Value:
    if place.is_list():
        return [item.read_text() for item in place.read_list()]
    return place.read_text(empty=True)


def _explain_value(
    name: str, value: Value, holders: Mapping[str, Parameter], today: dt.date
) -> str:
    """Say what is wrong with a value, as the first notebook that takes it would."""
    try:
        if name in DATES:
            value = _check_date(value, today)
        for notebook, parameter in holders.items():
            check_values({name: value}, {name: parameter}, notebook)
    except ParameterError as error:
        return str(error)
    return ""


def _check_date(value: Value, today: dt.date) -> Value:
    day = resolve_date(value, today) if isinstance(value, str) else value
    if isinstance(day, str) and (not day or _ISO.fullmatch(day)):
        return day
    raise ParameterError(f"is {value!r}. {EXPECTED}, or leave it empty.")


def _check_windows(
    place: Place, values: Mapping[str, Value], known: Mapping[str, Parameters], today: dt.date
) -> None:
    """Refuse a window that would be turned round on any day of the next two years."""
    windows = {
        (
            str(values.get("since", own["since"].default)),
            str(values.get("until", own["until"].default)),
        )
        for own in known.values()
        if {"since", "until"} <= own.keys()
    }
    for since, until in sorted(windows):
        for ahead in range(_DAYS_AHEAD if since and until else 0):
            day = today + dt.timedelta(days=ahead)
            first, last = resolve_date(since, day), resolve_date(until, day)
            if first > last:
                place.refuse(
                    f"on {day}, since {since!r} ({first}) is later than until {until!r} ({last}). "
                    "Choose an earlier since."
                )
                return
