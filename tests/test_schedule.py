"""When a report is due, and that it is made once for each time, whatever happens to clocks."""

from __future__ import annotations

import datetime as dt
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import islice, pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings, strategies

from analysis.runs import engine
from analysis.runs.cron import check_cron, find_last_slot, find_next_slot, list_slots
from analysis.runs.due import Due, find_due, tell_missed
from analysis.runs.plan import ReportPlan, Schedule
from analysis.runs.record import Run, State, read_runs
from analysis.runs.together import run_due
from analysis.runs.work import Outcome, Task
from tests.conftest import ROOT

BERLIN = "Europe/Berlin"


def at(text: str) -> dt.datetime:
    """A moment, UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def list_next(cron: str, zone: str, after: str, count: int = 3) -> list[str]:
    slots = islice(list_slots(Schedule(cron, zone), at(after)), count)
    return [slot.strftime("%m-%d %H:%M") for slot in slots]


# Times of a schedule


@pytest.mark.parametrize(
    ("cron", "days"),
    [
        ("0 6 * * 1", "Mon Mon Mon"),
        ("0 6 * * 0", "Sun Sun Sun"),
        ("0 6 * * 7", "Sun Sun Sun"),
        ("0 6 * * 1-5", "Thu Fri Mon"),
        ("0 6 * * 5-7", "Fri Sat Sun"),
        ("0 6 * * 0-1", "Sun Mon Sun"),
        ("0 6 * * */2", "Thu Sat Sun"),
        ("0 6 * * MON,wed", "Mon Wed Mon"),
        ("0 6 * * mon-fri/2", "Fri Mon Wed"),
    ],
)
def test_weekdays_are_counted_as_cron_does(cron: str, days: str) -> None:
    slots = islice(list_slots(Schedule(cron), at("2024-06-19 12:00")), 3)
    assert " ".join(slot.strftime("%a") for slot in slots) == days


def test_a_day_that_fits_either_the_month_or_the_week_is_enough_as_in_cron() -> None:
    assert list_next("0 6 1 * 1", "UTC", "2024-06-19", 4) == [
        *("06-24 06:00", "07-01 06:00", "07-08 06:00", "07-15 06:00"),
    ]
    assert list_next("0 6 */2 * 1", "UTC", "2024-06-19", 2) == ["07-01 06:00", "07-15 06:00"]


def test_times_are_those_of_the_time_zone() -> None:
    assert list_next("30 6 * * *", "Asia/Seoul", "2024-06-19", 2) == ["06-19 21:30", "06-20 21:30"]


def test_a_time_that_the_clocks_skip_comes_once_as_soon_as_they_are_put_forward() -> None:
    shown = ["03-30 01:30", "03-31 01:00", "04-01 00:30"]
    assert list_next("30 2 * * *", BERLIN, "2024-03-29 12:00") == shown
    quarters = ["03-31 00:30", "03-31 00:45", "03-31 01:00", "03-31 01:15"]
    assert list_next("*/15 * * * *", BERLIN, "2024-03-31 00:15", 4) == quarters


def test_a_time_that_comes_twice_counts_once() -> None:
    assert list_next("30 2 * * *", BERLIN, "2024-10-26 12:00", 2) == ["10-27 00:30", "10-28 01:30"]
    assert find_last_slot(Schedule("30 2 * * *", BERLIN), at("2024-10-27 01:45")) == at(
        "2024-10-27 00:30"
    )


def test_a_day_that_a_country_left_out_is_made_up_for() -> None:
    schedule = Schedule("0 6 30 12 *", "Pacific/Apia")  # it had no 30 December in 2011
    assert find_last_slot(schedule, at("2012-01-10")) == at("2011-12-30 10:00")


@pytest.mark.parametrize("cron", ["0 0 30 2 *", "0 0 31 4,6,9,11 *"])
def test_a_day_that_never_comes_is_none(cron: str) -> None:
    assert check_cron(cron) == "no such day ever comes"


def test_a_day_of_leap_years_is_found_across_them() -> None:
    schedule = Schedule("0 0 29 2 *")
    assert find_last_slot(schedule, at("2104-01-01")) == at("2096-02-29")
    assert find_next_slot(schedule, at("2096-03-01")) == at("2104-02-29")


ZONES = strategies.sampled_from([BERLIN, "UTC", "America/St_Johns", "Australia/Lord_Howe"])
CRONS = strategies.sampled_from(
    ["30 2 * * *", "*/20 * * * *", "0 6 * * 1", "15 1,2,3 * * *", "0 0 1 * *", "59 23 * * 6"]
)
MOMENTS = strategies.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2030, 1, 1))


@settings(max_examples=40, deadline=None)
@given(CRONS, ZONES, MOMENTS)
def test_the_last_time_is_the_one_before_the_next(
    cron: str, zone: str, moment: dt.datetime
) -> None:
    schedule, now = Schedule(cron, zone), moment.replace(tzinfo=dt.UTC)
    last, upcoming = find_last_slot(schedule, now), find_next_slot(schedule, now)
    assert last is not None
    assert upcoming is not None
    assert last <= now < upcoming
    assert find_next_slot(schedule, last) == upcoming
    assert find_last_slot(schedule, upcoming) == upcoming
    assert find_last_slot(schedule, upcoming - dt.timedelta(seconds=1)) == last


@settings(max_examples=10, deadline=None)
@given(ZONES, MOMENTS)
def test_a_daily_time_comes_once_a_day_whatever_the_clocks_do(
    zone: str, moment: dt.datetime
) -> None:
    slots = islice(list_slots(Schedule("30 2 * * *", zone), moment.replace(tzinfo=dt.UTC)), 400)
    days = [slot.astimezone(ZoneInfo(zone)).date() for slot in slots]
    assert {later - day for day, later in pairwise(days)} == {dt.timedelta(days=1)}


# What is due

DAILY = Schedule("0 6 * * *")
PLAN = ReportPlan("daily", ("3-visits",), {"since": "-90d"}, DAILY)
SIX = "2024-06-20T06:00:00+00:00"


def record(state: State = "published", scheduled: str = "", **known: Any) -> Run:
    """A run of the report `daily`; one without a time was made by hand."""
    return Run("daily", state, scheduled=scheduled, **{"asked": {"since": "-90d"}, **known})


def list_due(now: str, *runs: Run, plan: ReportPlan = PLAN) -> list[tuple[str, bool]]:
    return [(due.scheduled, due.missed) for due in find_due([plan], runs, at(now))]


def test_a_report_is_due_from_its_time_on_until_a_run_serves_it() -> None:
    yesterday = record(scheduled="2024-06-19T06:00:00+00:00")
    assert list_due("2024-06-20 05:59:59", yesterday) == []
    assert list_due("2024-06-20 06:00", yesterday) == [(SIX, False)]
    assert list_due("2024-06-20 23:59", yesterday) == [(SIX, False)]
    assert list_due("2024-06-20 06:00", record(scheduled=SIX), yesterday) == []


def test_however_many_times_were_missed_one_run_makes_up_for_them() -> None:
    old = record(scheduled="2024-03-01T06:00:00+00:00")
    assert list_due("2024-06-20 09:00", old) == [(SIX, False)]
    assert list_due("2024-06-20 09:01", record(scheduled=SIX), old) == []


@pytest.mark.parametrize("state", ["queued", "running", "published", "refused", "failed", "timed_out"])  # fmt: skip
def test_whatever_became_of_a_run_it_has_served_its_time(state: State) -> None:
    assert list_due("2024-06-20 09:00", record(state, SIX)) == []


def test_a_run_that_was_killed_is_tried_once_more() -> None:
    killed = record("killed", SIX)
    assert list_due("2024-06-20 09:00", killed) == [(SIX, False)]
    assert list_due("2024-06-20 09:00", killed, killed) == []
    assert list_due("2024-06-20 09:00", killed, record("failed", SIX)) == []


def test_a_report_without_a_run_is_due_at_once_one_without_a_schedule_never() -> None:
    assert list_due("2024-06-20 21:00") == [(SIX, False)]
    assert list_due("2024-06-20 21:00", plan=replace(PLAN, schedule=None)) == []


def test_runs_of_other_reports_serve_nothing() -> None:
    assert list_due("2024-06-20 09:00", replace(record(scheduled=SIX), report="weekly")) != []


def test_a_run_by_hand_serves_a_time_before_it_if_it_is_the_same_and_was_published() -> None:
    hand = record(started="2024-06-20T07:00:00+00:00")
    assert list_due("2024-06-20 09:00", hand) == []
    assert list_due("2024-06-20 09:00", replace(hand, asked={"since": "-9d"})) != []
    assert list_due("2024-06-20 09:00", replace(hand, state="failed")) != []
    assert list_due("2024-06-20 09:00", replace(hand, started="2024-06-20T05:00:00+00:00")) != []


def test_a_time_is_missed_once_its_grace_is_over() -> None:
    plan = replace(PLAN, schedule=replace(DAILY, grace_hours=2))
    old = record(scheduled="2024-06-19T06:00:00+00:00")
    assert list_due("2024-06-20 08:00", old, plan=plan) == [(SIX, False)]
    assert list_due("2024-06-20 08:01", old, plan=plan) == [(SIX, True)]
    assert list_due("2024-06-20 08:01", plan=plan) == [], "a new report has missed nothing"


def test_a_missed_time_is_told_once(tmp_path: Path) -> None:
    told: list[str] = []
    for day in (20, 20, 21):
        tell_missed(Due(PLAN, at(f"2024-06-{day} 06:00"), True), tmp_path, told.append)
    assert [re.findall(r"run of (\S+) was missed", line) for line in told] == [
        [SIX],
        [SIX.replace("20T", "21T")],
    ]


def test_a_clock_that_is_set_back_makes_no_run_a_second_time() -> None:
    hourly = replace(PLAN, schedule=Schedule("0 * * * *"))
    served = [record(scheduled=f"2024-06-20T{hour:02}:00:00+00:00") for hour in (8, 9, 10)]
    for minute in range(0, 180, 7):
        now = at("2024-06-20 08:00") + dt.timedelta(minutes=minute)
        assert find_due([hourly], served, now) == []
    assert find_due([hourly], served, at("2024-06-20 11:00")) != []
    # Seconds too early by a clock that was ahead.
    assert list_due("2024-06-20 05:59:50", record(scheduled=SIX)) == []


def test_a_run_of_a_clock_that_was_years_ahead_does_not_stop_all_until_then() -> None:
    ahead = record(scheduled="2030-01-01T06:00:00+00:00")
    assert list_due("2024-06-20 09:00", ahead) == [(SIX, False)]


def test_a_record_that_tells_no_time_serves_none() -> None:
    for text in ("soon", "2024-06-20", "2024-06-20T06:00:00"):
        assert list_due("2024-06-20 09:00", record(scheduled=text)) == [(SIX, False)]


@settings(max_examples=20, deadline=None)
@given(
    strategies.sampled_from(["0 6 * * *", "0 * * * *", "30 2 * * *", "0 7 * * 1"]),
    strategies.lists(strategies.integers(-300, 3000), min_size=1, max_size=40),
)
def test_whatever_the_clock_does_no_time_is_served_twice(cron: str, steps: list[int]) -> None:
    """Looks at moments that mostly go on and sometimes back; each run is made as soon as due."""
    plan = replace(PLAN, schedule=Schedule(cron, BERLIN))
    now, runs = at("2024-10-20 00:00"), list[Run]()
    for step in steps:
        now += dt.timedelta(minutes=step)
        for due in find_due([plan], runs, now):
            runs.insert(0, record(scheduled=due.scheduled))
        assert find_due([plan], runs, now) == []
    times = [run.scheduled for run in runs]
    assert len(times) == len(set(times))


# Made once, whoever looks


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is made: names of reports, each taking a moment and no kernel."""
    done: list[str] = []

    def work(task: Task, *_: object) -> Outcome:
        done.append(task.jobs[0].report.name)
        return Outcome("failed", "a test")

    monkeypatch.setattr(engine, "supervise", work)
    return done


def test_of_four_that_look_at_once_one_makes_the_report(tmp_path: Path, made: list[str]) -> None:
    plan = replace(PLAN, parameters={"since": "-90d", "until": "today"}, timezone="Asia/Seoul")
    told: list[str] = []
    with ThreadPoolExecutor(4) as pool:
        looks = [
            pool.submit(run_due, [plan], tmp_path, ROOT / "notebooks", told.append)
            for _ in range(4)
        ]
    for look in looks:
        look.result()
    assert made == ["3-visits"]
    (run,) = read_runs(tmp_path)
    assert run.asked == {"since": "-90d", "until": "today"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", run.parameters["since"]), "resolved once, and recorded"
    assert run.scheduled == find_due([plan], [], dt.datetime.now(dt.UTC))[0].scheduled
    assert run_due([plan], tmp_path, ROOT / "notebooks", told.append) == []


def test_who_comes_second_to_a_time_gets_the_first_run(tmp_path: Path, made: list[str]) -> None:
    first = engine.run_report(PLAN, scheduled=SIX, folder=tmp_path, notebooks=ROOT / "notebooks")
    again = engine.run_report(PLAN, scheduled=SIX, folder=tmp_path, notebooks=ROOT / "notebooks")
    assert again.folder == first.folder
    assert made == ["3-visits"]
