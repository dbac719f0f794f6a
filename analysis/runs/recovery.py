"""What killed processes left behind: runs that never ended, pages half put out, their processes."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from analysis.reports.processes import end_processes
from analysis.runs.coding import place_tables
from analysis.runs.folders import close_run, find_unfinished, remove_nameless, reveal_dead
from analysis.runs.locks import (
    BusyError,
    explain_refusal,
    hold_folder,
    hold_report,
    remove_dead_marks,
    remove_mark,
)
from analysis.runs.record import Run, read_runs
from analysis.runs.withholding import withhold

# How the folders of kernels' sockets begin; the run's name follows.
_SOCKETS = "attache-"


def recover(folder: str | Path, tables: Path = Path("data/tables")) -> list[Run]:
    """Settle what killed processes left in a folder of reports; returns the runs revealed.

    Runs whose owner is gone are revealed as killed, pages that were not yet put out are.
    """
    folder = Path(folder)
    if not (folder / "runs").is_dir():
        return []
    found = []
    for report in sorted({run.report for run in _list_hidden(folder)}):
        # Where a run is under way, it looked after the dead of its report when it began.
        with suppress(BusyError), hold_report(folder, report):
            found += settle(folder, report, tables)
    remove_nameless(folder)
    remove_dead_marks(folder)
    _finish(folder)
    return found


def settle(folder: Path, report: str, tables: Path) -> list[Run]:
    """Reveal the dead runs of a report whose lock is held: nobody else is at work on them."""
    dead = []
    for run in _list_hidden(folder):
        if run.report == report:
            clear_up(run.name, tables)
            remove_mark(folder, run.name)
            dead.append(reveal_dead(withhold(run, ())))
    _finish(folder)
    return dead


def _finish(folder: Path) -> None:
    """Put out what was revealed and left at that, and list it for readers."""
    with explain_refusal(folder), hold_folder(folder):
        unfinished = find_unfinished(folder)
        if unfinished:
            from analysis.runs.index import write_index

            write_index(folder)
        for run in unfinished:
            close_run(run)


def clear_up(run: str, tables: Path) -> None:
    """End what is left of the processes of a run, and remove its sockets and its own tables."""
    from analysis.files import find_folder

    end_processes(run)
    for sockets in Path(tempfile.gettempdir()).glob(f"{_SOCKETS}{run}-*"):
        shutil.rmtree(sockets, ignore_errors=True)
    shutil.rmtree(place_tables(find_folder(tables), run), ignore_errors=True)


def _list_hidden(folder: Path) -> list[Run]:
    return [run for run in read_runs(folder) if run.folder.name.startswith(".")]
