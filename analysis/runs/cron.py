"""Times of a schedule: from a cron expression and a time zone to moments, past and to come.

A time that the clocks skip in spring comes as soon as they have been put forward; one that comes
twice in autumn counts the first time. APScheduler's trigger reads the expression and runs on the
clock on the wall; it counts weekdays from Monday as 0, and both kinds of days as one condition:
cron counts from Sunday, and a day that fits either is enough.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from apscheduler.triggers.cron import CronTrigger

    from analysis.runs.plan import Schedule

_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_WEEKDAYS = re.compile(
    rf"(?:(\*)|([0-7]|{'|'.join(_DAYS)})(?:-([0-7]|{'|'.join(_DAYS)}))?)(?:/([0-9]))?"
)
_MINUTE = dt.timedelta(minutes=1)
# 29 February comes after four years, or eight around 2100.
_FARTHEST = dt.timedelta(days=9 * 366)
# A wall may be ahead of what it will show later: clocks go back by up to a day.
_SET_BACK = dt.timedelta(days=1)


def check_cron(cron: str) -> str:
    """Say what is wrong with a cron expression; empty where it is one, and comes up."""
    try:
        triggers = _read_cron(cron)
    except ValueError as error:
        return f"{error}. Give minute, hour, day of month, month, weekday, such as 30 6 * * 1-5"
    if _next_on_wall(triggers, dt.datetime(2024, 1, 1)) is None:
        return "no such day ever comes"
    return ""


def list_slots(schedule: Schedule, after: dt.datetime) -> Iterator[dt.datetime]:
    """Yield the scheduled moments after a moment, in UTC, in order and each once."""
    zone, triggers = ZoneInfo(schedule.timezone), _read_cron(schedule.cron)
    last = after
    wall = _show(after, zone) - _SET_BACK
    while (slot := _next_on_wall(triggers, wall)) is not None:
        moment = _find_moment(slot, zone)
        if moment > last:
            yield moment
            last = moment
        wall = slot + _MINUTE


def find_next_slot(schedule: Schedule, after: dt.datetime) -> dt.datetime | None:
    """Return the first scheduled moment after a moment, in UTC; None where none comes."""
    return next(list_slots(schedule, after), None)


def find_last_slot(schedule: Schedule, now: dt.datetime) -> dt.datetime | None:
    """Return the last scheduled moment up to now, in UTC; None where none was in nine years."""
    zone, triggers = ZoneInfo(schedule.timezone), _read_cron(schedule.cron)
    high = _show(now, zone) + _SET_BACK
    low, found = high - _FARTHEST, None
    # On the wall moments never go back: halve the time in which the last one must be.
    while low < high:
        slot = _next_on_wall(triggers, low + (high - low) // 2)
        if slot is not None and (moment := _find_moment(slot, zone)) <= now:
            low, found = slot + _MINUTE, moment
        else:
            high = low + (high - low) // 2
            if high - low < _MINUTE:
                break
    return found


def _show(moment: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """What a clock on the wall shows at a moment."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _find_moment(wall: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """The first moment at which a clock on the wall shows a time, or has gone past it."""
    while True:
        moment = wall.replace(tzinfo=zone).astimezone(dt.UTC)
        if _show(moment, zone) == wall:
            return moment
        wall += _MINUTE


def _next_on_wall(triggers: tuple[CronTrigger, ...], start: dt.datetime) -> dt.datetime | None:
    """The first time from `start` on, whatever the clocks do."""
    aware = start.replace(tzinfo=dt.UTC)
    found = [trigger.get_next_fire_time(None, aware) for trigger in triggers]
    return min((time.replace(tzinfo=None) for time in found if time), default=None)


@cache
def _read_cron(cron: str) -> tuple[CronTrigger, ...]:
    from apscheduler.triggers.cron import CronTrigger

    fields = cron.split()
    if len(fields) != 5:
        raise ValueError(f"it has {len(fields)} fields, not 5")
    minute, hour, day, month, weekday = fields
    weekday = _name_weekdays(weekday)
    common = {"minute": minute, "hour": hour, "month": month, "timezone": dt.UTC}
    if day.startswith("*") or weekday == "*":
        return (CronTrigger(day=day, day_of_week=weekday, **common),)
    return CronTrigger(day=day, **common), CronTrigger(day_of_week=weekday, **common)


def _name_weekdays(field: str) -> str:
    """Write a weekday field by names: cron and APScheduler number the days differently."""
    if field == "*":
        return field
    days = {day % 7 for part in field.lower().split(",") for day in _expand(part)}
    return ",".join(_DAYS[day] for day in sorted(days))


def _expand(part: str) -> range:
    """The days of one part of a weekday field: 1, mon, 1-5, mon-fri, */2, 5-7."""
    found = _WEEKDAYS.fullmatch(part)
    if found is None:
        raise ValueError(f"{part!r} is no weekday")
    every, first, last, step = found.groups()
    start, end = (0, 6) if every else (_number(first), _number(last or first))
    if start > end or step == "0":
        raise ValueError(f"{part!r} has no weekday in it")
    return range(start, end + 1, int(step or 1))


def _number(day: str) -> int:
    return int(day) if day.isdigit() else _DAYS.index(day)
