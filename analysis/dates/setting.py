"""What surrounds an expression: the text, the day it was published, the date told before."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from analysis.dates.periods import ONE_DAY, Period, month
from analysis.dates.tense import looks_ahead
from analysis.dates.words import read_month, read_weekday_name

_RANKS = {"day": 0, "week": 1, "month": 2, "quarter": 2, "year": 3, "decade": 3}
# How much farther a date may seem when the verb points the other way. Whoever means last year's
# "October 22" in mid-October says so; a verb is no such help.
_AGAINST_TENSE = 12
_AGAINST_WEEKDAY = 8
SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "the": 0, "next": 1, "coming": 1}
_PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


class UnresolvedError(Exception):
    """What an expression counts from is not known: an undated text, no date told before."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The text, the day it was published (None = undated) and the last date told before."""

    text: str
    published_on: dt.date | None
    told: Period | None

    @property
    def published(self) -> dt.date:
        """The day of publication; raises UnresolvedError where the text has none."""
        if self.published_on is None:
            raise UnresolvedError
        return self.published_on

    def looks_ahead(self, match: re.Match[str]) -> bool | None:
        """Tell whether the clause of a match speaks of the future; None = no sign."""
        return looks_ahead(self.text, match.start("date"), match.end("date"))

    def told_day(self, unit: str, *, last: bool = False) -> dt.date:
        """Return the first (or last) day told, from which "two days later" counts.

        Raises UnresolvedError where that is less precise than the unit: no "two days later" than a
        June.
        """
        told = self.told
        if told is None or _RANKS[told.precision] > _RANKS[unit]:
            raise UnresolvedError
        return told.last if last else told.first


def group(match: re.Match[str], name: str) -> str:
    """Return a group of a match in lower case; empty where the expression does not have it."""
    return (match.groupdict().get(name) or "").lower()


def named_part(match: re.Match[str]) -> str:
    """Return which third of a month a match names: early, mid, late; empty = the whole."""
    part = group(match, "part")
    return _PARTS.get(part, part)


def choose_day(
    match: re.Match[str], month_number: int, number: int, setting: Setting, weekday: str
) -> dt.date:
    """Choose the year of a day and month: the nearest that tense and weekday speak for."""
    published, ahead = setting.published, setting.looks_ahead(match)

    def distance(date: dt.date) -> int:
        days = (date - published).days
        if (ahead is True and days < 0) or (ahead is False and days > 0):
            days *= _AGAINST_TENSE
        if weekday and date.weekday() != read_weekday_name(weekday):
            days *= _AGAINST_WEEKDAY
        return abs(days)

    return min(_same_day(published.year, month_number, number), key=distance)


def _same_day(year: int, month_number: int, number: int) -> list[dt.date]:
    """Return a day of the calendar in the years around one; ValueError for a 31 June."""
    # Four years each way, so that a 29 February is among them.
    found = [
        dt.date(near, month_number, number)
        for near in range(year - 4, year + 5)
        if 0 < number <= calendar.monthrange(near, month_number)[1]
    ]
    if not found:
        raise ValueError(f"no month {month_number} has {number} days")
    return found


def choose_month(match: re.Match[str], setting: Setting) -> Period:
    """Choose the year of a month given without one: by tense, else the nearest, rather past."""
    published, number = setting.published, read_month(match["mo"])
    behind = (published.month - number) % 12
    past = month(published.year, published.month - behind)
    if behind == 0:
        return past
    coming = month(published.year, published.month - behind + 12)
    ahead = setting.looks_ahead(match)
    if ahead is None:
        return coming if (12 - behind) * 2 < behind else past
    return coming if ahead else past


def choose_weekday(match: re.Match[str], name: str, setting: Setting) -> dt.date:
    """Choose the week of a weekday by tense, rather past; the day of publication is itself."""
    published = setting.published
    back = (published.weekday() - read_weekday_name(name)) % 7
    if back and setting.looks_ahead(match):
        return published + ONE_DAY * (7 - back)
    return published - ONE_DAY * back


def through(first: Period, last: Period) -> Period:
    """Join two periods to one of the coarser precision; ValueError where they are not in order."""
    if last.last < first.first:
        raise ValueError("a period ends before it begins")
    return Period(
        first.first, last.last, max(first.precision, last.precision, key=_RANKS.__getitem__)
    )
