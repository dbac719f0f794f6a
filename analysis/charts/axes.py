"""Axes of counts, shares, days and quantities: whole numbers, never hours, "1B" for 10 to the 9."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import pandas as pd

# Days closer together than this are drawn as if they were this far apart.
_LEAST_SPAN = pd.Timedelta(days=28)
# Beyond this ratio of the greatest to the least quantity an axis is logarithmic; over so many
# powers of ten only these are named.
_LOGARITHMIC, _MANY_DECADES = 30, 3


def count_axis(most: float) -> dict[str, Any]:
    """Return the ticks of an axis of counts: whole numbers, also where there are few."""
    return {"tickformat": ",d", "dtick": 1} if most <= 6 else {"tickformat": ",d", "nticks": 8}


def share_axis(most: float) -> dict[str, Any]:
    """Return the ticks of an axis of percentages up to `most`; beyond it only texts may stand."""
    most = min(most, 100)
    step = next(step for step in (1, 2, 5, 10, 20) if most <= 5 * step)
    ticks = list(range(0, math.ceil(most / step) * step + 1, step))
    # Ticks that are listed get no suffix.
    return {"tickvals": ticks, "ticktext": [f"{tick}%" for tick in ticks]}


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


def spans_magnitudes(amounts: pd.Series[float]) -> bool:
    """Tell whether quantities lie too far apart for a linear axis; empty ones do not count."""
    known = amounts.dropna()
    return bool(known.min() > 0 and known.max() > _LOGARITHMIC * known.min())


def amount_axis(amounts: pd.Series[float]) -> dict[str, Any]:
    """Return type and ticks of an axis of quantities: "500M", "1B"; few of them."""
    if not spans_magnitudes(amounts):
        return {"type": "linear", "rangemode": "tozero", "exponentformat": "B", "nticks": 5}
    first, last = (math.floor(math.log10(end)) for end in (amounts.min(), amounts.max()))
    steps = (1, 3) if last - first < _MANY_DECADES else (1,)
    ticks = [step * 10**power for power in range(first, last + 2) for step in steps]
    return {"type": "log", "tickvals": ticks, "ticktext": [_write_amount(tick) for tick in ticks]}


def _write_amount(amount: float) -> str:
    """Write 3000 as "3k"."""
    for size, letter in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if amount >= size:
            return f"{amount / size:g}{letter}"
    return f"{amount:g}"
