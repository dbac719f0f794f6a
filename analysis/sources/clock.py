"""Time, as one thing that can be put in another's place: tests wait for nothing."""

from __future__ import annotations

import datetime as dt
import time
from typing import Protocol


class Clock(Protocol):
    """What fetching asks of time."""

    def now(self) -> float:
        """Seconds that only ever grow, whatever is done to the system's date."""

    def utc(self) -> dt.datetime:
        """The date and time of day, UTC."""

    def sleep(self, seconds: float) -> None:
        """Wait so many seconds."""


class SystemClock:
    """The time of this machine."""

    def now(self) -> float:
        """Seconds that only ever grow, whatever is done to the system's date."""
        return time.monotonic()

    def utc(self) -> dt.datetime:
        """The date and time of day, UTC."""
        return dt.datetime.now(dt.UTC)

    def sleep(self, seconds: float) -> None:
        """Wait so many seconds."""
        time.sleep(seconds)
