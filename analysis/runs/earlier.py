"""Which earlier run a briefing is compared with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.errors import ParameterError
from analysis.reports.parameters import Value
from analysis.reports.record import NOTHING, RECORD
from analysis.runs.record import read_run, read_runs

# The parameter that names the record to compare with.
SINCE_RUN = "since_run"
# What may differ between two runs of which one continues the other.
_FREE = (SINCE_RUN, "until", "top", "silent")


def resolve_since(
    report: str, notebook: str, parameters: Mapping[str, Value], folder: Path, root: Path
) -> dict[str, Value]:
    """Return `since_run` as the path of a record, for a notebook that has this parameter.

    Empty means the run of the report that was published last, with the same other parameters
    (`until` and how much is shown aside), "none" no run, a run's name that run; anything else is a
    path already. Raises ParameterError for a run in which the notebook left no record. Paths below
    `root` are written from there, so that a page names no folder of this machine.
    """
    if SINCE_RUN not in parameters:
        return {}
    asked = str(parameters[SINCE_RUN])
    if asked == NOTHING:
        return {SINCE_RUN: asked}
    if asked:
        return {SINCE_RUN: name_path(_find_named(asked, notebook, folder), root)}
    last = _find_last(report, notebook, parameters, folder)
    return {SINCE_RUN: name_path(last, root) if last else NOTHING}


def _find_named(asked: str, notebook: str, folder: Path) -> Path:
    if "/" in asked or asked.endswith(".json"):
        return Path(asked)
    run = read_run(folder / "runs" / asked)
    left = [page.record for page in run.pages if page.notebook == notebook] if run else []
    if run is None or not any(left) or not (run.folder / left[0]).is_file():
        raise ParameterError(
            f"since_run: {asked} is no run that left a {RECORD} in {folder.name}/runs. "
            f"Give the name of one, a path, or {NOTHING}."
        )
    return run.folder / left[0]


def _find_last(
    report: str, notebook: str, parameters: Mapping[str, Value], folder: Path
) -> Path | None:
    for run in read_runs(folder):
        if run.report != report or run.state != "published":
            continue
        for page in run.pages:
            record = run.folder / page.record
            same = _scope(page.parameters) == _scope(parameters)
            if page.notebook == notebook and page.record and same and record.is_file():
                return record
    return None


def _scope(parameters: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in parameters.items() if name not in _FREE}


def name_input(name: str, root: Path) -> str:
    """Name what was read, a path or an address, as a record does."""
    return name if "://" in name else name_path(Path(name), root)


def name_path(path: Path, root: Path) -> str:
    """Name a path from the project's root where it lies below it."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return str(path)
