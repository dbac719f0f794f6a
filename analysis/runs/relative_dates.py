"""Dates that move with the day: what they may be, and which day each one is.

    today, yesterday
    -90d  -12w  -3m  -1y              so many days, weeks, months or years ago
    start of month, end of month      first and last day of this week, month, quarter or year;
    start of last month, …            and of the one before it. A week starts on Monday.

Whole periods are counted by the calendar: a month before 31 March is the last day of February.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from analysis.errors import ParameterError

if TYPE_CHECKING:
    from analysis.reports.parameters import Value

EXPECTED = (
    "Give a date such as 2024-01-31, today, yesterday, -90d, -12w, -3m, -1y, "
    "start of month or end of last quarter (week, month, quarter, year)"
)
_WORDS = {"today": 0, "yesterday": 1}
_BEFORE = re.compile(r"-([0-9]{1,5})([dwmy])")
_EDGE = re.compile(r"(start|end) of (last )?(week|month|quarter|year)")
_MONTHS = {"m": 1, "y": 12, "month": 1, "quarter": 3, "year": 12}


def resolve_date(text: str, today: dt.date) -> str:
    """Return the day (ISO) that a date means; what is no relative date stays as it is.

    Raises ParameterError for one that lies before the calendar begins.
    """
    try:
        day = _find_day(text, today)
    except (OverflowError, ValueError) as error:
        raise ParameterError(f"{text}: lies before the year 1. {EXPECTED}.") from error
    return text if day is None else day.isoformat()


def resolve_parameters(
    parameters: Mapping[str, Value], timezone: str, now: dt.datetime
) -> dict[str, Value]:
    """Return parameters with their dates resolved: today is the day it is in a time zone.

    `now` is an aware time, of the run's start. Raises ParameterError as `resolve_date` does.
    """
    from analysis.reports.parameters import DATES

    today = now.astimezone(ZoneInfo(timezone)).date()
    return {
        name: resolve_date(value, today) if name in DATES and isinstance(value, str) else value
        for name, value in parameters.items()
    }


def _find_day(text: str, today: dt.date) -> dt.date | None:
    words = " ".join(text.split())
    if words in _WORDS:
        return today - dt.timedelta(days=_WORDS[words])
    if before := _BEFORE.fullmatch(words):
        return _go_back(today, int(before[1]), before[2])
    if edge := _EDGE.fullmatch(words):
        return _find_edge(edge[3], today, last=bool(edge[2]), end=edge[1] == "end")
    return None


def _go_back(day: dt.date, count: int, unit: str) -> dt.date:
    if unit in _MONTHS:
        return _add_months(day, -count * _MONTHS[unit])
    return day - dt.timedelta(days=count * (7 if unit == "w" else 1))


def _add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, length))


def _find_edge(unit: str, today: dt.date, *, last: bool, end: bool) -> dt.date:
    """The first or last day of a period: the last is the day before the next one begins."""
    on = end - last
    if unit == "week":
        start = today - dt.timedelta(days=today.weekday()) + dt.timedelta(weeks=on)
    else:
        length = _MONTHS[unit]
        first = today.replace(month=today.month - (today.month - 1) % length, day=1)
        start = _add_months(first, on * length)
    return start - dt.timedelta(days=1) if end else start
