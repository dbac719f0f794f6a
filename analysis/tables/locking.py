"""One writer at a time in a folder of tables; readers need not wait."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Wait until no other process writes to the folder, and keep others out meanwhile.

    The system releases the lock of a process that is killed, so that none is ever left behind.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":  # has no flock; two runs at once are for their user to avoid
        yield
        return
    import fcntl

    with (folder / ".lock").open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
