"""Stretches of the calendar: days, weeks, months, seasons, years."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from analysis.errors import SchemaError

ONE_DAY = dt.timedelta(days=1)
# How many characters of an ISO date each precision keeps.
_KEPT = {"day": 10, "week": 10, "month": 7, "year": 4}
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, and how precisely a text gives it."""

    first: dt.date
    last: dt.date
    precision: str

    def cut(self) -> tuple[str, str, str]:
        """Return first day, last day, cut to what is known, and the precision."""
        kept = _KEPT[self.precision]
        return self.first.isoformat()[:kept], self.last.isoformat()[:kept], self.precision


def first_day(date: str) -> dt.date:
    """Return the first day of an ISO date cut to day, month or year; else SchemaError."""
    try:
        return dt.date.fromisoformat({4: f"{date}-01-01", 7: f"{date}-01"}.get(len(date), date))
    except ValueError as error:
        raise SchemaError(
            f"date {date!r} is not an ISO date. Write it as 2024-06-19, 2024-06 or 2024."
        ) from error


def last_day(date: str) -> dt.date:
    """Return the last day of an ISO date cut to day, month or year; else SchemaError."""
    first = first_day(date)
    if len(date) == 4:
        return first.replace(month=12, day=31)
    return month(first.year, first.month).last if len(date) == 7 else first


def read_period(date: str, date_end: str, precision: str) -> Period | None:
    """Turn the dates of a table back into a period; None where they are unresolved."""
    if not date:
        return None
    return Period(first_day(date), last_day(date_end or date), precision)


def day(date: dt.date) -> Period:
    """Return one day."""
    return Period(date, date, "day")


def days(first: dt.date, last: dt.date) -> Period:
    """Return a stretch of days; ValueError where it ends before it begins."""
    if last < first:
        raise ValueError(f"{last} is before {first}")
    return Period(first, last, "day")


def week(date: dt.date) -> Period:
    """Return the week, Monday to Sunday, that a day lies in."""
    monday = date - ONE_DAY * date.weekday()
    return Period(monday, monday + ONE_DAY * 6, "week")


def weekend(date: dt.date) -> Period:
    """Return the weekend of the week that a day lies in."""
    sunday = week(date).last
    return Period(sunday - ONE_DAY, sunday, "week")


def month(year_number: int, number: int) -> Period:
    """Return a month; numbers outside 1 to 12 count on into the years around."""
    year_number, index = divmod(year_number * 12 + number - 1, 12)
    first = dt.date(year_number, index + 1, 1)
    return Period(
        first, first.replace(day=calendar.monthrange(first.year, first.month)[1]), "month"
    )


def part_of(whole: Period, part: str) -> Period:
    """Return the early, mid or late third of a month; other periods are not divided."""
    if whole.precision != "month" or part not in _PARTS or whole.first.month != whole.last.month:
        return whole
    low, high = _PARTS[part]
    last = whole.first.replace(day=min(high, whole.last.day))
    return Period(whole.first.replace(day=low), last, "week")


def year(number: int) -> Period:
    """Return a year."""
    return Period(dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def season(name: str, year_number: int) -> Period:
    """Return the three months of a northern season; a winter is named by the year it begins in."""
    number = _SEASONS[name]
    return Period(month(year_number, number).first, month(year_number, number + 2).last, "month")


def quarter(date: dt.date, shift: int = 0) -> Period:
    """Return the quarter that a day lies in, or one before or after it."""
    number = (date.month - 1) // 3 * 3 + 1 + shift * 3
    return Period(month(date.year, number).first, month(date.year, number + 2).last, "month")


def nth_weekday(whole: Period, weekday: int, nth: int) -> dt.date:
    """Return the nth Monday (0) … Sunday (6) of a month; -1 = the last."""
    if nth < 0:
        return whole.last - ONE_DAY * ((whole.last.weekday() - weekday) % 7)
    first = whole.first + ONE_DAY * ((weekday - whole.first.weekday()) % 7)
    return first + ONE_DAY * 7 * (nth - 1)


def around(date: dt.date, unit: str, shift: int = 0) -> Period:
    """Return the day, week, month … that a date lies in, or the one `shift` units away."""
    days_away = {"day": 1, "week": 7, "weekend": 7}.get(unit, 0)
    if days_away:
        there = date + ONE_DAY * days_away * shift
        return {"day": day, "week": week, "weekend": weekend}[unit](there)
    if unit == "month":
        return month(date.year, date.month + shift)
    if unit == "quarter":
        return quarter(date, shift)
    return year(date.year + shift * (10 if unit == "decade" else 1))


def stretch(date: dt.date, unit: str, shift: int) -> Period:
    """Return the time from a date to another `shift` units away: the past 30 days."""
    if unit in ("day", "week"):
        other = date + ONE_DAY * shift * (7 if unit == "week" else 1)
    else:
        months = {"month": 1, "year": 12, "decade": 120}[unit] * shift
        there = month(date.year, date.month + months)
        other = there.first.replace(day=min(date.day, there.last.day))
    first, last = min(date, other), max(date, other)
    length = (last - first).days
    return Period(first, last, "week" if length <= 14 else "month" if length < 365 else "year")
