"""Notebooks rendered by hand, in this process: each is a report of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from analysis.reports.notebooks import choose_reports
from analysis.reports.parameters import Value
from analysis.runs.plan import Limits, ReportPlan
from analysis.runs.record import Run
from analysis.runs.recovery import recover
from analysis.runs.request import read_request
from analysis.runs.setting import Setting
from analysis.runs.together import run_together


def render(
    names: Sequence[str] = (),
    parameters: Mapping[str, Value] | None = None,
    *,
    folder: str | Path = "reports",
    notebooks: str | Path = "notebooks",
    deadline: float = 300.0,
    cell_timeout: float = 120.0,
    pdf: bool = False,
) -> list[Run]:
    """Render the named notebooks, all where none is named; one Run each, in the same order.

    Parameters given as text are read by their declared types. `deadline` and `cell_timeout` are
    seconds for a notebook and for one of its cells; `pdf` prints each page, too. Raises ReportError
    at an unknown notebook and ParameterError at a parameter that one of them lacks, before anything
    runs. A notebook that fails is a Run that is not published: its old page stays, and the others
    go on.
    """
    limits = Limits(minutes=deadline / 60, cell_seconds=cell_timeout)
    plans = [replace(plan, pdf=pdf) for plan in _plan(names, parameters or {}, notebooks, limits)]
    recover(folder)
    setting = Setting(wait=True, supervised=False, codes=False)
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
        read_request(plan, plan.parameters, notebooks)
        plans.append(plan)
    return plans
