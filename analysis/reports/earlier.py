"""Which earlier run a briefing is compared with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.errors import ParameterError
from analysis.reports.parameters import Value
from analysis.reports.publishing import Run, read_runs
from analysis.reports.record import NOTHING, RECORD

# The parameter that names the record to compare with.
SINCE_RUN = "since_run"
# What may differ between two runs of which one continues the other.
_FREE = (SINCE_RUN, "until", "top", "silent")


def resolve_since(
    report: str, parameters: Mapping[str, Value], folder: Path, root: Path
) -> dict[str, Value]:
    """Return `since_run` as the path of a record, for a report that has this parameter.

    Empty means the run published last with the same other parameters (`until` and how much is
    shown aside), "none" no run, a run's name that run; anything else is a path already. Raises
    ParameterError for a run that left no record. Paths below `root` are written from there, so
    that a page names no folder of this machine.
    """
    if SINCE_RUN not in parameters:
        return {}
    asked = str(parameters[SINCE_RUN])
    if asked == NOTHING:
        return {SINCE_RUN: asked}
    if asked:
        return {SINCE_RUN: _name(_find_named(asked, folder), root)}
    last = next((run for run in read_runs(folder) if _continues(run, report, parameters)), None)
    return {SINCE_RUN: _name(last.folder / RECORD, root) if last else NOTHING}


def _find_named(asked: str, folder: Path) -> Path:
    run = folder / "runs" / asked
    if "/" in asked or asked.endswith(".json"):
        return Path(asked)
    if not (run / RECORD).is_file():
        raise ParameterError(
            f"since_run: {asked} is no run that left a {RECORD} in {folder.name}/runs. "
            f"Give the name of one, a path, or {NOTHING}."
        )
    return run / RECORD


def _continues(run: Run, report: str, parameters: Mapping[str, Value]) -> bool:
    if run.report != report or run.state != "published" or not (run.folder / RECORD).is_file():
        return False
    return _scope(run.parameters) == _scope(parameters)


def _scope(parameters: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in parameters.items() if name not in _FREE}


def _name(record: Path, root: Path) -> str:
    try:
        return record.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return str(record)
