"""Where a run lies: hidden while it is made, revealed by one rename, its pages put out after that.

Readers see whole files only. The rename is the moment at which a run has happened; a note says from
before it until all that readers see agrees, so that whoever comes next can finish it.
"""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from analysis.reports.page_record import name_companion
from analysis.runs.locks import LOCKS, explain_refusal, hold_folder, is_held
from analysis.runs.record import Run, end_dead, read_run, read_runs, write_run

_NUMBER = "number"
# Ends the name of the note that a run is being revealed and put out.
_NOTE = ".ending"
# Begins the names of pages that are being put out.
_ASIDE = ".aside-"


def create_run(run: Run, folder: Path, name: str) -> Run:
    """Create the hidden folder of a run with its record; returns it with its folder and number.

    Raises ReportError where nothing can be written.
    """
    hidden = folder / "runs" / f".{name}"
    with explain_refusal(folder), hold_folder(folder):
        hidden.mkdir(parents=True)
        run = replace(run, folder=hidden, number=_next_number(folder))
        write_run(run)
    return run


def name_run() -> str:
    """Make a name for a run that begins with the time (UTC) and is no other's."""
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    return f"{stamp}-{secrets.token_hex(3)}"


def finish_run(run: Run, announce: Callable[[], None]) -> Run:
    """Reveal a run that has ended and put its pages out; returns it with its folder.

    Its note stays until `close_run`. Several files are replaced one after the other: `announce`
    tells readers before that, so that they know of it should this process be killed meanwhile.
    Raises ReportError where the folder takes nothing more; what readers see then stays as it was.
    """
    folder = run.folder.parents[1]
    with explain_refusal(folder), hold_folder(folder):
        if run.state == "published":
            _stage(run, folder)
            if len(_list_files(run)) > 1:
                announce()
        run = _reveal(run)
        if run.state == "published":
            _put_out(run, folder)
    return run


def close_run(run: Run) -> None:
    """Remove the note of a run that is revealed, put out, and listed for readers."""
    with suppress(OSError):  # the next command tries it again
        _name_note(run.folder.parents[1], run.name).unlink()


def reveal_dead(run: Run) -> Run:
    """Reveal a hidden run whose owner is gone, as killed; returns it with its folder."""
    folder = run.folder.parents[1]
    with explain_refusal(folder), hold_folder(folder):
        return _reveal(end_dead(run)) if run.folder.exists() else run


def find_unfinished(folder: Path) -> list[Run]:
    """Put out what killed processes left half published; returns the runs that have yet to be
    listed for readers, and closed. The folder's lock is held.
    """
    unfinished = []
    for note in (folder / LOCKS).glob(f"*{_NOTE}"):
        name = note.name.removesuffix(_NOTE)
        if is_held(folder, name):
            continue
        run = read_run(folder / "runs" / name)
        if run is None:
            note.unlink(missing_ok=True)  # it is still hidden, and will be revealed as killed
            continue
        if run.state == "published":
            _stage(run, folder)
            _put_out(run, folder)
        unfinished.append(run)
    for left in folder.glob(f"{_ASIDE}*"):
        left.unlink(missing_ok=True)
    return unfinished


def remove_nameless(folder: Path) -> None:
    """Remove hidden folders without a record: their run was killed before it had begun."""
    with hold_folder(folder):
        for hidden in (folder / "runs").glob(".[0-9]*"):
            if read_run(hidden) is None and not is_held(folder, hidden.name[1:]):
                shutil.rmtree(hidden, ignore_errors=True)


def _reveal(run: Run) -> Run:
    """Give a run its final record and name; a note says so before it is so."""
    _name_note(run.folder.parents[1], run.name).touch()
    write_run(run)
    revealed = run.folder.with_name(run.name)
    run.folder.rename(revealed)
    return replace(run, folder=revealed)


def _name_note(folder: Path, run: str) -> Path:
    return folder / LOCKS / f"{run}{_NOTE}"


def _next_number(folder: Path) -> int:
    """Number the runs of a folder in the order they began: the clock may be set back."""
    path = folder / LOCKS / _NUMBER
    try:
        last = int(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        last = max((run.number for run in read_runs(folder)), default=0)
    aside = path.with_name(f".{_NUMBER}")
    aside.write_text(str(last + 1), encoding="utf-8")
    aside.replace(path)
    return last + 1


def _stage(run: Run, folder: Path) -> None:
    """Copy a run's pages beside those that readers see: the last step that needs room."""
    for name in _list_files(run):
        shutil.copyfile(run.folder / name, folder / f"{_ASIDE}{name}")


def _put_out(run: Run, folder: Path) -> None:
    """Put each page, and the CSV and PDF that it names, in the place of the former one."""
    # A page after what it leads to.
    for name in _list_files(run):
        (folder / f"{_ASIDE}{name}").replace(folder / name)
    for page in run.pages:
        if not page.companion:
            (folder / name_companion(page.file)).unlink(missing_ok=True)
        if not page.pdf:
            (folder / page.file).with_suffix(".pdf").unlink(missing_ok=True)


def _list_files(run: Run) -> list[str]:
    companions = [name for page in run.pages for name in (page.companion, page.pdf) if name]
    return companions + [page.file for page in run.pages]
