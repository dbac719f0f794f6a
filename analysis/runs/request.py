"""What a run is asked to do, checked before anything begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.errors import NotebookError, ParameterError
from analysis.reports.notebooks import Report, choose_reports
from analysis.reports.parameters import Parameter, Value, check_parameters, read_parameters
from analysis.reports.record import RECORD
from analysis.reports.rendering import Job
from analysis.runs.earlier import SINCE_RUN, resolve_since
from analysis.runs.expected import write_due
from analysis.runs.plan import ReportPlan

# The parameter that names the folder of coded tables.
TABLES = "tables"


@dataclass(frozen=True)
class Asked:
    """One notebook of a run: the parameters given, as their types, and all that it has."""

    notebook: Report
    given: dict[str, Value]
    full: dict[str, Value]

    def replace_tables(self, folder: str) -> Asked:
        """Return it with another name of the folder of tables, where it reads any."""
        named: dict[str, Value] = {TABLES: folder} if TABLES in self.full else {}
        return replace(self, full={**self.full, **named})


def read_request(
    plan: ReportPlan, parameters: Mapping[str, Value], notebooks: str | Path
) -> list[Asked]:
    """Read what a plan asks of each of its notebooks.

    Each takes the parameters that it has. Raises ReportError at an unknown notebook, NotebookError
    at one that cannot be read, ParameterError at a value of another type or a parameter that no
    notebook has.
    """
    found = choose_reports(plan.notebooks, notebooks)
    declared = {report.name: _read_declared(report) for report in found}
    known: dict[str, Parameter] = {}
    for own in declared.values():
        known = {**own, **known}
    unknown = {name: value for name, value in parameters.items() if name not in known}
    check_parameters(unknown, known, plan.name)
    return [_read_one(report, parameters, declared[report.name]) for report in found]


def _read_declared(report: Report) -> dict[str, Parameter]:
    if report.problem:
        raise NotebookError(report.problem)
    try:
        return read_parameters(report.path)
    except ParameterError as error:
        raise NotebookError(str(error)) from error


def _read_one(
    report: Report, parameters: Mapping[str, Value], declared: Mapping[str, Parameter]
) -> Asked:
    own = {name: value for name, value in parameters.items() if name in declared}
    given = check_parameters(own, declared, report.name)
    full = {name: found.default for name, found in declared.items()} | given
    return Asked(report, given, full)


def plan_jobs(
    plan: ReportPlan, asked: list[Asked], folder: Path, run: Path, root: Path
) -> list[Job]:
    """Plan the pages of a run in its folder `run`, briefings after the one published last.

    `root` is the project's: paths below it are written from there.
    """
    due = write_due(plan, dt.datetime.now(dt.UTC))
    briefings = [one.notebook.name for one in asked if SINCE_RUN in one.full]
    jobs = []
    for one in asked:
        name = one.notebook.name
        since = resolve_since(plan.name, name, one.full, folder, root)
        record = RECORD if briefings in ([], [name]) else f"{name}-{RECORD}"
        page = plan.name_page(name)
        given, full = one.given | since, one.full | since
        jobs.append(Job(one.notebook, given, full, run, page, record, due=due, pdf=plan.pdf))
    return jobs
