"""Dates that count from the publication, or from the date told before.

Each resolver turns a match into a period. UnresolvedError = no known day; ValueError = no date.
"""

from __future__ import annotations

import datetime as dt
import re

from analysis.dates.periods import (
    ONE_DAY,
    Period,
    around,
    day,
    days,
    month,
    part_of,
    quarter,
    stretch,
    week,
    weekend,
    year,
)
from analysis.dates.setting import (
    SHIFTS,
    Setting,
    UnresolvedError,
    choose_weekday,
    group,
    named_part,
)
from analysis.dates.words import read_number, read_weekday_name

_COUNTED_BEFORE = re.compile(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s+[a-z]+\s+$")
# What is under way.
_NOW = re.compile(r"\b(?:is|are)\s+(?:\w+ly\s+)?(?!going|expecting|planning|due)\w+ing\b")
_QUARTERS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3, "final": 3}
_DAY_SHIFTS = {"yesterday": -1, "last night": -1, "tomorrow": 1}


def read_weekday(match: re.Match[str], setting: Setting) -> Period:
    """Thursday; last Tuesday; Monday of next week; the following Friday."""
    name, which = match["w"], group(match, "q")
    if which in ("following", "previous"):
        back = which == "previous"
        return _weekday_from(setting.told_day("day", last=not back), name, -1 if back else 1)
    published = setting.published
    if group(match, "rw"):
        return day(_in_week(published + ONE_DAY * 7 * SHIFTS[group(match, "rw")], name))
    if which in ("last", "next", "coming"):
        # Whoever says "next Tuesday" on a Monday does not mean tomorrow.
        tomorrow = which == "next" and published + ONE_DAY == _in_week(published + ONE_DAY, name)
        start = published + ONE_DAY if tomorrow else published
        return _weekday_from(start, name, -1 if which == "last" else 1)
    if which == "this" and not setting.looks_ahead(match):
        return day(_in_week(published, name))
    return day(choose_weekday(match, name, setting))


def read_weekdays(match: re.Match[str], setting: Setting) -> Period:
    """From Monday to Wednesday; Thursday through Saturday."""
    first = choose_weekday(match, match["w"], setting)
    last = _weekday_from(first, match["w2"], 1)
    whole, week_long = days(first, last.first), ONE_DAY * 7
    if _NOW.search(setting.text):  # "is hosting talks from Monday to Friday"
        now = days(whole.first - week_long, whole.last - week_long)
        return now if now.first < setting.published <= now.last else whole
    return whole


def read_half(match: re.Match[str], setting: Setting) -> Period:
    """The first half of 2023; the second half of the year."""
    number = _year_of_part(match, setting)
    begins = 1 if group(match, "half") == "first" else 7
    return Period(month(number, begins).first, month(number, begins + 5).last, "month")


def read_quarter(match: re.Match[str], setting: Setting) -> Period:
    """The third quarter of 2023; the last quarter of the year."""
    start = dt.date(_year_of_part(match, setting), 1, 1)
    return quarter(start, _QUARTERS[group(match, "nth")])


def _year_of_part(match: re.Match[str], setting: Setting) -> int:
    if group(match, "y"):
        return int(match["y"])
    return setting.published.year + SHIFTS[group(match, "q")]


def _weekday_from(date: dt.date, name: str, direction: int) -> Period:
    """Return the first day of that name after a date, or the last one before it."""
    apart = direction * (read_weekday_name(name) - date.weekday()) % 7 or 7
    return day(date + ONE_DAY * direction * apart)


def _in_week(date: dt.date, name: str) -> dt.date:
    return week(date).first + ONE_DAY * read_weekday_name(name)


def read_near_day(match: re.Match[str], setting: Setting) -> Period:
    """Today, yesterday, tonight, overnight, the day after tomorrow."""
    words = " ".join(match["date"].lower().split())
    last = words.rsplit(" ", 1)[-1]
    shift = _DAY_SHIFTS.get(words, _DAY_SHIFTS.get(last, 0))
    return day(setting.published + ONE_DAY * (shift * 2 if words.startswith("the day ") else shift))


def read_near_period(match: re.Match[str], setting: Setting) -> Period:
    """Last week, this month, later this year, the end of the year, over the weekend."""
    published, unit, which = setting.published, group(match, "u"), group(match, "q")
    if unit == "weekend":
        return _weekend(match, which, setting)
    shift = SHIFTS[which]
    # On a Sunday "will visit this week" means the week that is about to begin.
    if unit == "week" and which == "this" and published.weekday() == 6:
        ahead = group(match, "clip") == "later" or setting.looks_ahead(match)
        shift = int(bool(ahead) and group(match, "clip") != "earlier")
    whole = around(published, unit, shift)
    return part_of(
        _clip(whole, group(match, "clip"), published), named_part(match) or group(match, "clip")
    )


def _clip(whole: Period, clip: str, published: dt.date) -> Period:
    """Cut "earlier this week" off at the publication, and begin "later this week" there."""
    if whole.precision != "week" or not whole.first <= published <= whole.last:
        return whole
    if clip == "earlier":
        return Period(whole.first, published, "week")
    return Period(published, whole.last, "week") if clip == "later" else whole


def _weekend(match: re.Match[str], which: str, setting: Setting) -> Period:
    """The weekend that has just been, or the coming one, as words and tense have it."""
    published = setting.published
    own = weekend(published)
    before, after = weekend(published - ONE_DAY * 7), weekend(published + ONE_DAY * 7)
    if which in ("last", "past", "previous"):
        return before
    if which in ("next", "coming"):
        return after if published.weekday() >= 5 else own
    if published.weekday() >= 5:
        return own
    ahead = setting.looks_ahead(match)
    if ahead is None:
        ahead = which == "this" and published.weekday() > 1
    return own if ahead else before


def read_two_away(match: re.Match[str], setting: Setting) -> Period:
    """The week after next, the month before last."""
    published, sign = setting.published, 1 if group(match, "way").startswith("after") else -1
    if group(match, "u") == "weekend":
        return weekend(published + ONE_DAY * 14 * sign)
    return around(published, group(match, "u"), 2 * sign)


def read_distance(match: re.Match[str], setting: Setting) -> Period:
    """Two days ago, in two weeks' time; two days earlier or later than the date told before."""
    unit, way = _unit(match), group(match, "way")
    sign = -1 if way in ("ago", "earlier") else 1
    told = way in ("earlier", "later")
    start = setting.told_day(unit, last=way == "later") if told else setting.published
    number = _units(match)
    if "half" in match["date"] and unit == "year":
        return year(month(start.year, start.month + sign * (number * 12 + 6)).first.year)
    return around(start, unit, sign * number)


def read_distance_ahead(match: re.Match[str], setting: Setting) -> Period:
    """In two weeks; ValueError where it is a duration: "visited five states in three days"."""
    counted = _COUNTED_BEFORE.search(setting.text[: match.start()])
    if counted or setting.looks_ahead(match) is not True:
        raise ValueError("no time ahead, but how long something took")
    return read_distance(match, setting)


def _unit(match: re.Match[str]) -> str:
    unit = group(match, "u").rstrip("s")
    return "week" if unit == "fortnight" else unit


def _units(match: re.Match[str]) -> int:
    number = read_number(match["n"]) if group(match, "n") else 1
    return number * 2 if group(match, "u").startswith("fortnight") else number


def read_hours_ago(match: re.Match[str], setting: Setting) -> Period:
    """48 hours ago."""
    return day(setting.published - ONE_DAY * (read_number(match["n"]) // 24))


def read_stretch(match: re.Match[str], setting: Setting) -> Period:
    """The past 30 days, the last two years, the next six months."""
    sign = 1 if group(match, "q") in ("next", "coming") else -1
    return stretch(setting.published, _unit(match), sign * _units(match))


def read_some_days(match: re.Match[str], setting: Setting) -> Period:
    """The coming days; the past few days: within a week of publication, no more is known."""
    published = setting.published
    if group(match, "q") in ("next", "coming"):
        return Period(published, published + ONE_DAY * 7, "week")
    return Period(published - ONE_DAY * 7, published, "week")


def read_vague(_: re.Match[str], __: Setting) -> Period:
    """Several weeks ago, in recent months: a date that cannot be resolved."""
    raise UnresolvedError


def read_same(match: re.Match[str], setting: Setting) -> Period:
    """The same day, that month, later that year."""
    return around(setting.told_day(group(match, "u")), group(match, "u"))


def read_following(match: re.Match[str], setting: Setting) -> Period:
    """The next day, the following month, the previous week, the day before."""
    back = group(match, "q") in ("previous", "preceding", "before")
    start = setting.told_day(group(match, "u"), last=not back)
    return around(start, group(match, "u"), -1 if back else 1)


def read_in_the_day(match: re.Match[str], setting: Setting) -> Period:
    """Earlier in the day: the day told before, else the day of publication."""
    unit = group(match, "u")
    try:
        return around(setting.told_day(unit), unit)
    except UnresolvedError:
        return around(setting.published, unit)
