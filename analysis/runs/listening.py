"""SIGTERM and Ctrl-C as an event that runs and schedules look at, so that they end in order."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType

_ENDING = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def hear_signals(*, once: bool = False) -> Iterator[Event]:
    """Yield an event that SIGTERM and Ctrl-C set.

    With `once` the second signal of a kind ends the process as if nobody had listened.
    """
    stop = Event()

    def end(number: int, _frame: FrameType | None) -> None:
        stop.set()
        if once:
            signal.signal(number, signal.SIG_DFL)

    former = {number: signal.signal(number, end) for number in _ENDING}
    try:
        yield stop
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
