"""Every process that a kernel or a run started, found again whatever it did to hide.

A child may lead a session of its own, and outlive its parent. But it inherits its environment, in
which each kernel and each worker bears the mark of its run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

import psutil

# The environment variable that holds the mark.
MARK = "ATTACHE_RUN"
GIGABYTE = 1024**3
# Processes may be born while others are ended.
_ROUNDS = 20
# From <linux/prctl.h>.
_SET_CHILD_SUBREAPER = 36


def end_processes(mark: str, *roots: int) -> int:
    """End all processes whose mark begins with `mark`, those of `roots`, and all below them.

    Returns how many there were. This process and its parents are spared.
    """
    spared = {os.getpid(), *(parent.pid for parent in psutil.Process().parents())}
    ended: set[int] = set()
    for _ in range(_ROUNDS):
        found = [one for one in _find(mark, roots) if one.pid not in spared]
        if not found:
            break
        for process in found:
            with suppress(psutil.Error):
                process.kill()
        psutil.wait_procs(found, timeout=1)
        ended |= {process.pid for process in found}
    return len(ended)


def end_descendants(mark: str = "") -> int:
    """End all processes below this one and, unless it is empty, whatever bears the mark."""
    return end_processes(mark, *(child.pid for child in psutil.Process().children(recursive=True)))


def adopt_orphans() -> None:
    """Become the parent of whatever is left below this process when its parent ends (Linux).

    So that also a child is found that fled its session and threw away its environment.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def measure_memory(root: int, *, alone: bool = False) -> int:
    """The bytes that a process holds in memory, with all below it unless `alone`."""
    held = 0
    for process in islice(_list_tree(root), 1 if alone else None):
        with suppress(psutil.Error):
            held += process.memory_info().rss
    return held


def _find(mark: str, roots: tuple[int, ...]) -> list[psutil.Process]:
    marked = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if mark and process.environ().get(MARK, "").startswith(mark):
                marked.append(process.pid)
    found = {one.pid: one for root in (*roots, *marked) for one in _list_tree(root)}
    return [one for one in found.values() if _is_alive(one)]


def _list_tree(root: int) -> Iterator[psutil.Process]:
    with suppress(psutil.Error):
        top = psutil.Process(root)
        yield top
        yield from top.children(recursive=True)


def _is_alive(process: psutil.Process) -> bool:
    # A zombie only waits for its parent to take note.
    with suppress(psutil.Error):
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    return False
