"""Notebooks rendered by hand, in this process: each is a report of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event

from analysis.errors import NotebookError
from analysis.reports.notebooks import choose_reports
from analysis.reports.parameters import Value
from analysis.runs.plan import Limits, ReportPlan
from analysis.runs.record import Run
from analysis.runs.recovery import recover
from analysis.runs.request import read_request
from analysis.runs.setting import Setting
from analysis.runs.together import run_together

_LIMITS = Limits(minutes=5, cell_seconds=120)


def render(
    names: Sequence[str] = (),
    parameters: Mapping[str, Value] | None = None,
    *,
    folder: str | Path = "reports",
    notebooks: str | Path = "notebooks",
    limits: Limits = _LIMITS,
    pdf: bool = False,
    stop: Event | None = None,
) -> list[Run]:
    """Render the named notebooks, all where none is named; one Run each, in the same order.

    Parameters given as text are read by their declared types. `limits` are those of each notebook;
    `pdf` prints each page, too; `stop` ends the runs, as killed. Raises ReportError at an unknown
    notebook and ParameterError at a parameter that one of them lacks, before anything runs. A
    notebook that fails is a Run that is not published: its old page stays, and the others go on.
    """
    plans = [replace(plan, pdf=pdf) for plan in _plan(names, parameters or {}, notebooks, limits)]
    recover(folder)
    setting = Setting(wait=True, supervised=False, codes=False, stop=stop or Event())
    asked = [(plan, "") for plan in plans]
    became = run_together(asked, Path(folder), Path(notebooks), setting)
    for one in became:
        if isinstance(one, Exception):
            raise one
    return [one for one in became if isinstance(one, Run)]


def check_request(
    names: Sequence[str] = (),
    parameters: Mapping[str, Value] | None = None,
    *,
    notebooks: str | Path = "notebooks",
) -> None:
    """Raise what `render` would raise before it runs anything: ask before coding articles."""
    _plan(names, parameters or {}, notebooks, Limits())


def _plan(
    names: Sequence[str], parameters: Mapping[str, Value], notebooks: str | Path, limits: Limits
) -> list[ReportPlan]:
    """Plan one report a notebook, its parameters checked."""
    # One more than there are cores: a starting kernel mostly waits.
    at_once = (os.cpu_count() or 1) + 1
    plans = []
    for found in choose_reports(names, notebooks):
        plan = ReportPlan(
            found.name, (found.name,), dict(parameters), limits=limits, at_once=at_once
        )
        with suppress(NotebookError):  # its run tells, the others go on
            read_request(plan, plan.parameters, notebooks)
        plans.append(plan)
    return plans
