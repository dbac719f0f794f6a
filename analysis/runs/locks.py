"""Who may do what in a folder of reports: one run of a report, so many runs, one who publishes.

The system releases a lock when its holder dies, however it dies, so none is ever left behind;
what a lock's file says of its holder is for people to read.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from analysis.errors import ReportError

LOCKS = ".locks"
# Ends the names of the files that mark runs as alive.
_MARK = ".run"
# How often a lock that another one holds is tried again.
_PAUSE = 0.2


def _never() -> bool:
    return False


class BusyError(ReportError):
    """Another run of the report is under way."""


@contextmanager
def explain_refusal(folder: Path) -> Iterator[None]:
    """Turn what a folder refuses to take into a ReportError."""
    try:
        yield
    except OSError as error:
        raise ReportError(
            f"{folder}: the reports cannot be written ({error.strerror}). "
            "Make the folder writable, with room for some megabytes."
        ) from error


def name_owner() -> dict[str, Any]:
    """Say who holds a lock: host, process id, and since when (UTC)."""
    since = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return {"host": socket.gethostname(), "pid": os.getpid(), "since": since}


@contextmanager
def hold_report(
    folder: Path, report: str, *, wait: Callable[[], bool] = _never
) -> Iterator[dict[str, Any]]:
    """Keep other runs of a report out; yields who died with the lock in hand, {} where nobody.

    Where another run is under way, waits for its end as long as `wait` says so; raises BusyError
    where it does not.
    """
    with _open(folder, f"{report}.report") as file:
        while not _try(file):
            if not wait():
                owner = _describe(_read_owner(file))
                raise BusyError(f"{report}: another run is under way, {owner}. Wait for it.")
            time.sleep(_PAUSE)
        dead = _read_owner(file)
        _write_owner(file, name_owner())
        try:
            yield dead
        finally:
            # What cannot be cleared reads as the lock of a dead process: said, and taken over.
            with suppress(OSError):
                _write_owner(file, {})


@contextmanager
def hold_run(folder: Path, name: str) -> Iterator[None]:
    """Mark a run as alive as long as this process is."""
    with ExitStack() as stack:
        # Nobody may take the mark for that of a dead run before it is locked.
        with hold_folder(folder):
            file = stack.enter_context(_open(folder, f"{name}{_MARK}"))
            fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            remove_mark(folder, name)


def is_held(folder: Path, name: str) -> bool:
    """Whether the owner of a run is alive."""
    try:
        with (folder / LOCKS / f"{name}{_MARK}").open(encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def remove_mark(folder: Path, name: str) -> None:
    """Remove the file that marked a run as alive."""
    with suppress(OSError):
        (folder / LOCKS / f"{name}{_MARK}").unlink()


def remove_dead_marks(folder: Path) -> None:
    """Remove the marks of runs that were killed; the folder's lock is held meanwhile."""
    with hold_folder(folder):
        for path in (folder / LOCKS).glob(f"*{_MARK}"):
            if not is_held(folder, path.name.removesuffix(_MARK)):
                path.unlink(missing_ok=True)


@contextmanager
def hold_slot(folder: Path, most: int, check: Callable[[], None]) -> Iterator[None]:
    """Wait until fewer than `most` runs are at work in a folder; `check` may raise meanwhile."""
    with ExitStack() as stack:
        slots = [stack.enter_context(_open(folder, f"{n}.slot")) for n in range(1, most + 1)]
        while not any(map(_try, slots)):
            check()
            time.sleep(_PAUSE)
        yield


def hold_folder(folder: Path) -> AbstractContextManager[None]:
    """Keep others from publishing into a folder; held for moments only."""
    return _hold(folder, "folder")


def hold_publication(folder: Path) -> AbstractContextManager[None]:
    """Wait until nobody else copies a folder of reports elsewhere, and keep others from it."""
    return _hold(folder, "publication")


@contextmanager
def _hold(folder: Path, name: str) -> Iterator[None]:
    with _open(folder, name) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def _open(folder: Path, name: str) -> Iterator[IO[str]]:
    path = folder / LOCKS / name
    with explain_refusal(folder):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="utf-8")
    with file:
        try:
            yield file
        finally:
            # A process that is being started may hold a copy of the open file for a moment.
            fcntl.flock(file, fcntl.LOCK_UN)


def _try(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _read_owner(file: IO[str]) -> dict[str, Any]:
    file.seek(0)
    try:
        return dict(json.loads(file.read() or "{}"))
    except (ValueError, TypeError):
        return {"host": "unknown", "pid": 0, "since": ""}


def _write_owner(file: IO[str], owner: dict[str, Any]) -> None:
    file.seek(0)
    file.truncate()
    if owner:
        file.write(json.dumps(owner) + "\n")
    file.flush()


def _describe(owner: dict[str, Any]) -> str:
    if not owner:
        return "just begun"
    return f"by process {owner.get('pid')} on {owner.get('host')} since {owner.get('since')}"
