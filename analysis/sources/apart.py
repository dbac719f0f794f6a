"""Reading what may mean harm, in a process of its own that can be ended.

Parsers of feeds, sitemaps and pages can be kept busy for hours by a few hundred kilobytes made for
it. The process is started once and serves until it ends itself.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from analysis.sources.refusing import FetchError

_ROOT = Path(__file__).parents[2]
_BROKE_OFF = "the program that reads it broke off"
_TIMER = 27  # SIGPROF, which Windows does not know
_COMMAND = [sys.executable, "-m", "analysis.sources.worker"]


class _Worker:
    """The process, while it lives."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._busy = Lock()

    def ask(self, task: str, patience: float, arguments: list[str]) -> dict[str, Any]:
        line = json.dumps([task, patience, arguments]).encode() + b"\n"
        with self._busy:
            answer = self._exchange(line)
            ended = 0 if answer else self.end()
        if not answer:
            slow = ended == -_TIMER
            raise FetchError(f"it takes more than {patience:g} s to read" if slow else _BROKE_OFF)
        read: dict[str, Any] = json.loads(answer)
        return read

    def end(self) -> int:
        """End the process, which has nothing to lose; returns what it ended with."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return 0
        process.kill()
        process.communicate()
        return process.returncode

    def _exchange(self, line: bytes) -> bytes:
        # After a fork it is the parent's, whose answers must not be taken for one's own.
        mine = self._owner == os.getpid()
        if self._process is None or not mine or self._process.poll() is not None:
            self.end()
            self._process, self._owner = _start(), os.getpid()
        streams = self._process.stdin, self._process.stdout
        if streams[0] is None or streams[1] is None:
            return b""
        with suppress(BrokenPipeError):
            streams[0].write(line)
            streams[0].flush()
        return streams[1].readline()


def _start() -> subprocess.Popen[bytes]:
    # Found wherever it is started; what a parser warns of is of no use to anybody.
    places = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(places)},
    )


_WORKER = _Worker()
atexit.register(_WORKER.end)


def read_apart(task: str, *arguments: str, patience: float) -> dict[str, Any]:
    """Return what `worker` answers to a task: "page" with a path, "feed" with content and address,
    "sitemap" with content.

    Raises FetchError where it cannot be read, or not in `patience` seconds of work.
    """
    answer = _WORKER.ask(task, patience, list(arguments))
    if "refused" in answer:
        raise FetchError(answer["refused"])
    return answer
