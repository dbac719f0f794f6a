"""Axes of counts, days and quantities: whole numbers, never hours, "1B" for a thousand million."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

# Days closer together than this are drawn as if they were this far apart.
_LEAST_SPAN = pd.Timedelta(days=28)


def count_axis(most: float) -> dict[str, Any]:
    """Return the ticks of an axis of counts: whole numbers, also where there are few."""
    return {"tickformat": ",d", "dtick": 1} if most <= 6 else {"tickformat": ",d", "nticks": 8}


def day_axis(days: Iterable[Any], *, nticks: int = 6) -> dict[str, Any]:
    """Return the ticks of an axis of days: never hours, also where all is said on one day."""
    known = pd.to_datetime(pd.Series(list(days), dtype="object")).dropna()
    axis: dict[str, Any] = {"type": "date", "nticks": nticks}
    if known.empty:
        return axis
    spare = (_LEAST_SPAN - (known.max() - known.min())) / 2
    if spare > pd.Timedelta(0):
        ends = (known.min() - spare, known.max() + spare)
        axis["autorangeoptions"] = {"include": [str(day.date()) for day in ends]}
    return axis


def amount_axis() -> dict[str, Any]:
    """Return the ticks of an axis of quantities: "500M", "1B"; few of them."""
    return {"exponentformat": "B", "nticks": 5}
