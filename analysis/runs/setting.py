"""How runs are made, whatever the report."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

from analysis.runs.log import Show, show_nothing


@dataclass(frozen=True)
class Setting:
    """How a run is made.

    `wait` for another run of the report to end, or raise BusyError; `supervised` by this process
    in one of its own, or in this one. It `codes` the articles, or reads the tables that its
    notebooks name as they are. `tables` is the folder where what was coded before is kept,
    `reviews` that of decisions. `stop` ends the run as killed; `show` is told of each step.
    """

    wait: bool = False
    supervised: bool = True
    codes: bool = True
    tables: Path = Path("data/tables")
    reviews: Path = Path("data/reviews")
    stop: threading.Event = field(default_factory=threading.Event)
    show: Show = show_nothing

    def is_waiting(self) -> bool:
        """Whether to wait, still, for another run of the report."""
        return self.wait and not self.stop.is_set()
