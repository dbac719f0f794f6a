"""Days, months, seasons and years that a text names, with their year or without.

Each resolver turns a match into a period. UnresolvedError = no known day; ValueError = no date.
"""

from __future__ import annotations

import datetime as dt
import re

from analysis.dates.periods import (
    ONE_DAY,
    Period,
    day,
    days,
    month,
    nth_weekday,
    part_of,
    season,
    year,
)
from analysis.dates.setting import (
    SHIFTS,
    Setting,
    UnresolvedError,
    choose_day,
    choose_month,
    group,
    named_part,
    through,
)
from analysis.dates.words import HOLIDAYS, read_month, read_weekday_name

MONTHS_A_YEAR = 12
ORDINALS = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3}
LAST = frozenset({"last", "final", "closing"})


def _number_of_day(text: str) -> int:
    return int(text.rstrip("sthndr"))


def _year(match: re.Match[str], setting: Setting) -> int | None:
    """Return the year that an expression names itself: "2023", "last year"."""
    if group(match, "y"):
        return int(match["y"])
    if group(match, "ry"):
        return setting.published.year + SHIFTS[group(match, "ry")]
    return None


def _day(match: re.Match[str], number: str, setting: Setting, weekday: str = "") -> dt.date:
    named = _year(match, setting)
    if named is None:
        at = read_month(match["mo"]), _number_of_day(number)
        return choose_day(match, *at, setting, weekday)
    return dt.date(named, read_month(match["mo"]), _number_of_day(number))


def read_iso(match: re.Match[str], _: Setting) -> Period:
    """2024-06-19."""
    return day(dt.date.fromisoformat(match["date"]))


def read_day(match: re.Match[str], setting: Setting) -> Period:
    """19 June, Wednesday, June 19, 2024."""
    return day(_day(match, match["d"], setting, match["w"] or ""))


def read_numeric(match: re.Match[str], _: Setting) -> Period:
    """18/06/2024, 18.06.2024, 6/18/2024. Unresolved where it could be read two ways."""
    one, two = int(match["d"]), int(match["d2"])
    if match["mark"] == "." or one > MONTHS_A_YEAR or one == two:
        return day(dt.date(int(match["y"]), two, one))
    if two <= MONTHS_A_YEAR:
        raise UnresolvedError
    return day(dt.date(int(match["y"]), one, two))


def read_day_of_month(match: re.Match[str], setting: Setting) -> Period:
    """On the 24th: of the month told last, else the nearest that the tense speaks for."""
    published, number = setting.published, _number_of_day(match["d"])
    told = setting.told
    if told is not None and told.precision != "year":
        return day(told.first.replace(day=number))
    ahead = setting.looks_ahead(match)
    near = [month(published.year, published.month + shift) for shift in (-1, 0, 1)]
    days = [one.first.replace(day=number) for one in near if one.last.day >= number]
    if ahead is None:
        return day(min(days, key=lambda date: abs((date - published).days)))
    fitting = [date for date in days if (date >= published if ahead else date <= published)]
    if not fitting:
        raise UnresolvedError
    return day(fitting[0] if ahead else fitting[-1])


def read_day_of_near_month(match: re.Match[str], setting: Setting) -> Period:
    """The 20th of this month, the 3rd of next month."""
    published = setting.published
    whole = month(published.year, published.month + SHIFTS[group(match, "q")])
    return day(whole.first.replace(day=_number_of_day(match["d"])))


def read_holiday(match: re.Match[str], setting: Setting) -> Period:
    """Christmas Day; New Year's Eve 2023."""
    at, named = HOLIDAYS[group(match, "holiday").replace("’", "'")], _year(match, setting)
    return day(dt.date(named, *at) if named else choose_day(match, *at, setting, ""))


def read_days(match: re.Match[str], setting: Setting) -> Period:
    """June 18-19; from 18 to 20 June 2024."""
    first = _day(match, match["d"], setting)
    return days(first, first.replace(day=_number_of_day(match["d2"])))


def read_days_across(match: re.Match[str], setting: Setting) -> Period:
    """June 30 to July 2; 30 June - 2 July 2024. The year is that of the end."""
    first = _day(match, match["d"], setting)
    number, at = read_month(match["mo2"]), _number_of_day(match["d2"])
    last = dt.date(first.year, number, at)
    if last < first:
        named = _year(match, setting) is not None
        first = first.replace(year=first.year - 1) if named else first
        last = last if named else last.replace(year=last.year + 1)
    return days(first, last)


def read_month_name(match: re.Match[str], setting: Setting) -> Period:
    """June; late September 2023; last June; April this year."""
    named = _year(match, setting)
    shift = SHIFTS.get(group(match, "q"))
    if named is not None:
        whole = month(named, read_month(match["mo"]))
    elif shift is not None:
        whole = _shifted_month(read_month(match["mo"]), shift, setting.published)
    else:
        whole = choose_month(match, setting)
    return part_of(whole, named_part(match))


def read_week_of_month(match: re.Match[str], setting: Setting) -> Period:
    """The first week of July; the last week of May 2023: seven days from its 1st, 8th, …"""
    whole = read_month_name(match, setting)
    back = -1 if match["nth"].lower() in LAST else 1
    first = whole.first if back > 0 else whole.last - ONE_DAY * 6
    first += ONE_DAY * 7 * ORDINALS.get(match["nth"].lower(), 0)
    return Period(first, first + ONE_DAY * 6, "week")


def read_weekday_of_month(match: re.Match[str], setting: Setting) -> Period:
    """The first Monday of June; the last Friday in May 2023."""
    whole = read_month_name(match, setting)
    nth = match["nth"].lower()
    number = -1 if nth in LAST else ORDINALS[nth] + 1
    return day(nth_weekday(whole, read_weekday_name(match["w"]), number))


def _shifted_month(number: int, shift: int, published: dt.date) -> Period:
    """Return the last June before this month, June this year, or the next June after this month."""
    if shift < 0 and number >= published.month:
        return month(published.year - 1, number)
    return month(published.year + (shift > 0 and number <= published.month), number)


def read_months(match: re.Match[str], setting: Setting) -> Period:
    """From March to May; June-August 2023. A year that is named is that of the end."""
    first = read_month_name(match, setting)
    number = read_month(match["mo2"])
    later = number >= first.first.month
    if _year(match, setting) is not None and not later:
        return through(
            month(first.first.year - 1, first.first.month), month(first.first.year, number)
        )
    return through(first, month(first.first.year + (not later), number))


def read_year(match: re.Match[str], _: Setting) -> Period:
    """In 2019; the 2019 summit."""
    return year(int(match["y"]))


def read_years(match: re.Match[str], _: Setting) -> Period:
    """2014-2019; 2014–15."""
    return through(
        year(int(match["y"])), year(int(match["y"][: 4 - len(match["y2"])] + match["y2"]))
    )


def read_decade(match: re.Match[str], _: Setting) -> Period:
    """The 1990s."""
    return through(year(int(match["y"])), year(int(match["y"]) + 9))


def read_season(match: re.Match[str], setting: Setting) -> Period:
    """Last spring; the summer of 2022; in the autumn."""
    name, named = match["s"].lower(), _year(match, setting)
    if named is not None:
        # "Winter 2023" is the one that ends in 2023.
        return season(name, named - (name == "winter"))
    published = setting.published
    near = [season(name, published.year + shift) for shift in (-2, -1, 0, 1)]
    past = [one for one in near if one.last < published]
    coming = [one for one in near if one.first > published]
    now = [one for one in near if one.first <= published <= one.last]
    which = group(match, "q")
    if which in ("last", "past"):
        return past[-1]
    if which == "next":
        return coming[0]
    if which == "this":
        now = now or [one for one in near if one.first.year == published.year]
    return (now or (coming[:1] if setting.looks_ahead(match) else past[-1:]))[0]
