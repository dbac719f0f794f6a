"""Dates that move with the day: which day each one is, and in which time zone."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, strategies

from analysis.errors import ParameterError
from analysis.runs.relative_dates import resolve_date, resolve_parameters

DAYS = strategies.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31))
UNITS = strategies.sampled_from(["week", "month", "quarter", "year"])


def find(text: str, today: dt.date) -> dt.date:
    return dt.date.fromisoformat(resolve_date(text, today))


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("today", "2024-06-20", "2024-06-20"),
        ("yesterday", "2024-03-01", "2024-02-29"),
        ("-90d", "2024-06-20", "2024-03-22"),
        ("-12w", "2024-06-20", "2024-03-28"),
        ("-0d", "2024-06-20", "2024-06-20"),
        # A month that is too short ends earlier.
        ("-1m", "2024-03-31", "2024-02-29"),
        ("-1m", "2023-03-31", "2023-02-28"),
        ("-3m", "2024-01-31", "2023-10-31"),
        ("-13m", "2024-01-15", "2022-12-15"),
        ("-1y", "2024-02-29", "2023-02-28"),
        ("-4y", "2024-02-29", "2020-02-29"),
        # A week starts on Monday.
        ("start of week", "2024-06-20", "2024-06-17"),
        ("start of week", "2024-06-17", "2024-06-17"),
        ("end of week", "2024-06-20", "2024-06-23"),
        ("start of last week", "2024-06-20", "2024-06-10"),
        ("end of last week", "2024-06-20", "2024-06-16"),
        ("start of month", "2024-02-29", "2024-02-01"),
        ("end of month", "2024-02-01", "2024-02-29"),
        ("start of last month", "2024-01-31", "2023-12-01"),
        ("end of last month", "2024-03-31", "2024-02-29"),
        ("start of quarter", "2024-06-20", "2024-04-01"),
        ("end of quarter", "2024-06-20", "2024-06-30"),
        ("start of last quarter", "2024-02-10", "2023-10-01"),
        ("end of last quarter", "2024-02-10", "2023-12-31"),
        ("start of year", "2024-06-20", "2024-01-01"),
        ("end of year", "2024-06-20", "2024-12-31"),
        ("end of last year", "2024-06-20", "2023-12-31"),
        ("start  of\tmonth", "2024-06-20", "2024-06-01"),
    ],
)
def test_a_relative_date_is_a_day(text: str, today: str, day: str) -> None:
    assert resolve_date(text, dt.date.fromisoformat(today)) == day


@pytest.mark.parametrize(
    "text", ["", "2024-01-31", "none", "Today", "90d", "-90", "-1.5m", "- 90d", "start of day"]
)
def test_what_is_no_relative_date_stays_as_it_is(text: str) -> None:
    assert resolve_date(text, dt.date(2024, 6, 20)) == text


@pytest.mark.parametrize("text", ["-99999y", "-9999y", "-99999m"])
def test_a_day_before_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ParameterError, match=f"{text}: lies before the year 1. Give a date"):
        resolve_date(text, dt.date(1990, 1, 1))


@given(DAYS, strategies.integers(0, 600))
def test_months_back_keep_the_day_or_end_with_the_month(today: dt.date, months: int) -> None:
    day = find(f"-{months}m", today)
    assert (today.year - day.year) * 12 + today.month - day.month == months
    assert day.day == today.day or (
        day.day < today.day and (day + dt.timedelta(days=1)).month != day.month
    )


@given(DAYS, strategies.integers(0, 60))
def test_a_year_back_is_twelve_months_back(today: dt.date, years: int) -> None:
    assert find(f"-{years}y", today) == find(f"-{years * 12}m", today)


@given(DAYS, DAYS, strategies.integers(0, 600), strategies.sampled_from("dwmy"))
def test_of_two_days_the_later_one_gives_no_earlier_date(
    one: dt.date, other: dt.date, count: int, unit: str
) -> None:
    first, second = sorted((one, other))
    assert find(f"-{count}{unit}", first) <= find(f"-{count}{unit}", second)


@given(DAYS, UNITS)
def test_a_period_holds_today_and_follows_the_last_one(today: dt.date, unit: str) -> None:
    start, end = find(f"start of {unit}", today), find(f"end of {unit}", today)
    assert start <= today <= end
    assert find(f"end of last {unit}", today) == start - dt.timedelta(days=1)
    assert find(f"start of last {unit}", today) == find(f"start of {unit}", start - dt.timedelta(1))
    assert find(f"start of {unit}", end) == start


def test_today_is_the_day_of_the_report_s_time_zone_and_only_dates_are_resolved() -> None:
    asked = {"since": "-1d", "until": "today", "split": "2024-01-01", "focus": "today", "top": 3}
    now = dt.datetime(2024, 6, 20, 22, 30, tzinfo=dt.UTC)
    resolved = {**asked, "since": "2024-06-20", "until": "2024-06-21"}
    assert resolve_parameters(asked, "Asia/Seoul", now) == resolved
    resolved = {**asked, "since": "2024-06-19", "until": "2024-06-20"}
    assert resolve_parameters(asked, "America/New_York", now) == resolved
    assert asked["until"] == "today"
