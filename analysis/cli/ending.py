"""How commands that make reports end: in order when told to, and with a code that says how."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.runs.together import Became

# Of several the highest is the command's; docs/scheduling.md lists them.
_CODES = {"published": 0, "refused": 3, "failed": 4, "timed_out": 5, "killed": 6}
_FAILED, _BUSY = 4, 7


def rate(became: Became) -> int:
    """Return the exit code that stands for what became of a report."""
    from analysis.runs.locks import BusyError
    from analysis.runs.record import Run

    if isinstance(became, Run):
        return _CODES.get(became.state, _FAILED)
    return _BUSY if isinstance(became, BusyError) else _FAILED


@contextmanager
def ended_by_signals() -> Iterator[Event]:
    """Let SIGTERM and Ctrl-C end the runs under way, as killed, before this process ends.

    Yields the event that says so to the runs. The second signal of a kind ends the process at once.
    Whatever the runs leave behind ends with them.
    """
    from analysis.reports.processes import adopt_orphans, end_descendants
    from analysis.runs.listening import hear_signals

    # Where a worker or kernel is killed, what it left behind comes to this process.
    adopt_orphans()
    try:
        with hear_signals(once=True) as stop:
            yield stop
    finally:
        end_descendants()
