"""What one notebook may take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Allowance:
    """What one notebook may take: seconds in all and for a cell, memory, output, new starts.

    `memory_gb` is of its kernel and all that it starts; `retries` are of a kernel that did not
    start. `mark` names the run in the environment of every process; `stopped` tells whether the
    run was asked to end.
    """

    seconds: float = 300.0
    cell_seconds: float = 120.0
    memory_gb: float = 4.0
    # More than a page may have in all.
    output_mb: float = 20.0
    retries: int = 1
    mark: str = "by-hand"
    stopped: Callable[[], bool] = _never
