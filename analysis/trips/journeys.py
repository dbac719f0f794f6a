"""Visits merged across articles into distinct journeys.

The rules, each on the visits of one visitor to one country:

1. Visits dated to the day that overlap, or lie at most a week apart, are one trip: of a journey one
   article dates the arrival, another the last meeting. Two visits in one month whose days are
   further apart stay two.
2. A visit dated to a week, month or year joins the trip that lies within it, to a week also one at
   most a week away; where several do, the one nearest to its publication. Otherwise it makes a trip
   with those that overlap it.
3. A visit without date joins the trip within 60 days of its publication if there is exactly one.
   What is left makes trips of those published within 60 days of each other.
4. A visit reported as planned, postponed or cancelled joins the trip it announces: one not over
   when it was published, within 21 days of the planned date; without a date, the next one that
   begins within 60 days. A postponed one is held where a trip begins within half a year of the day
   it was planned for. Plans that nothing came of make trips of their own by the same distances; one
   without date also joins the plan whose date is near its publication, and an invitation repeated
   within half a year is one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

import pandas as pd

from analysis.dates.periods import Period, read_period
from analysis.merging import (
    Row,
    identify,
    order_rows,
    place,
    published_on,
    split_at_gaps,
    split_by,
)
from analysis.reviews.decisions import Decision
from analysis.reviews.regrouping import regroup

SAME_JOURNEY = 7
UNDATED_REPORT = 60
PLANNED_DATE = 21
PUT_OFF = 183
_PLANS = ("planned", "postponed", "cancelled")
_FINEST_FIRST = ("day", "week", "month", "year")
_FAR = 1_000_000


@dataclass(frozen=True, slots=True)
class Report:
    """One visit of one article, its dates read."""

    row: Row
    period: Period | None

    @property
    def published(self) -> dt.date | None:
        """The publication date; None where the article has none."""
        return published_on(self.row)

    @property
    def is_plan(self) -> bool:
        """Whether it tells of what was to come, not of a journey made."""
        return self.row["status"] in _PLANS


@dataclass(slots=True)
class Trip:
    """Reports that are one journey, with why each belongs; `period` is that of the finest ones."""

    period: Period | None
    reports: list[tuple[Report, str]] = field(default_factory=list)

    @property
    def rows(self) -> list[Row]:
        """The rows of VISITS, earliest first."""
        return sorted((report.row for report, _ in self.reports), key=order)


def find_trips(visits: pd.DataFrame) -> list[Trip]:
    """Return the trips that the rules make of VISITS."""
    groups = split_by(_read_reports(visits), _same_way)
    return [trip for reports in groups for trip in _find_in_group(reports)]


def regroup_trips(trips: list[Trip], decisions: Sequence[Decision]) -> list[Trip]:
    """Return trips as reviewers want them, the dates read anew."""
    groups, why = regroup(
        "trips", [trip.reports for trip in trips], decisions, lambda pair: pair[0].row["visit_id"]
    )
    return [
        Trip(
            _find_period([report for report, _ in group]),
            [(report, why.get(report.row["visit_id"], reason)) for report, reason in group],
        )
        for group in groups
    ]


def read_trips(visits: pd.DataFrame, members: pd.DataFrame) -> list[Trip]:
    """Return the trips that MEMBERS make of VISITS; rows left out are left out of their trips."""
    merged = dict(zip(members["row_id"], members["merged_id"], strict=True))
    reports = [one for one in _read_reports(visits) if one.row["visit_id"] in merged]
    groups = split_by(reports, lambda report: merged[report.row["visit_id"]])
    return [Trip(_find_period(group), [(report, "") for report in group]) for group in groups]


def _find_period(reports: list[Report]) -> Period | None:
    """Return the days of the finest dates among what was made, else among what was planned."""
    made = [report for report in reports if report.period and not report.is_plan]
    dated = made or [report for report in reports if report.period]
    period: Period | None = None
    for precision in reversed(_FINEST_FIRST):
        finer = [r.period for r in dated if r.period and r.period.precision == precision]
        period = reduce(_widen, finer, None) if finer else period
    return period


def _read_reports(visits: pd.DataFrame) -> list[Report]:
    rows = order_rows(visits, "visit_id")
    return [
        Report(row, read_period(row["date"], row["date_end"], row["date_precision"] or "day"))
        for row in rows
    ]


def _same_way(report: Report) -> tuple[str, ...]:
    return (*identify(report.row, "visitor"), report.row["country"])


def order(row: Row) -> tuple[Any, ...]:
    """Return what visits are put in order by."""
    return (*place(row), row["visit_id"])


def _find_in_group(reports: list[Report]) -> list[Trip]:
    made = [report for report in reports if not report.is_plan]
    trips: list[Trip] = []
    for precision in _FINEST_FIRST:
        dated = [r for r in made if r.period is not None and r.period.precision == precision]
        trips += _join_dated(dated, trips, precision)
    trips += _join_undated([report for report in made if report.period is None], trips)
    return trips + _join_plans([report for report in reports if report.is_plan], trips)


def _join(
    reports: list[Report],
    trips: list[Trip],
    fits: Callable[[Trip, Report], bool],
    why: str,
    distance: Callable[[Trip, Report], int],
) -> list[Report]:
    """Let each report join the nearest trip that it fits, and say why; return those left alone."""
    alone: list[Report] = []
    for report in reports:
        fitting = [trip for trip in trips if fits(trip, report)]
        if fitting:
            nearest = min(fitting, key=lambda trip: distance(trip, report))
            nearest.reports.append((report, why.format(**report.row)))
        else:
            alone.append(report)
    return alone


def _join_dated(reports: list[Report], trips: list[Trip], precision: str) -> list[Trip]:
    """Let reports of one precision join finer trips; return the trips that the others make."""
    near = SAME_JOURNEY if precision == "week" else 0
    why = "its dates allow for this journey"
    alone = _join(reports, trips, lambda t, r: _gap(t.period, r.period) <= near, why, _distance)
    if precision == "day":
        return _chain_dated(alone, SAME_JOURNEY, f"dates at most {SAME_JOURNEY} days apart")
    return _chain_dated(alone, 0, "dates overlap")


def _chain_dated(reports: list[Report], tolerance: int, why: str) -> list[Trip]:
    """Make trips of dated reports: each lies within `tolerance` days of another of its trip."""
    trips: list[Trip] = []
    for report in sorted(reports, key=_by_days):
        if trips and _gap(trips[-1].period, report.period) <= tolerance:
            trip = trips[-1]
            trip.period = _widen(trip.period, report.period)
        else:
            trip = Trip(report.period)
            trips.append(trip)
        trip.reports.append((report, why))
    return trips


def _by_days(report: Report) -> tuple[Any, ...]:
    period = report.period
    days = (period.first, period.last) if period else (dt.date.max, dt.date.max)
    return (*days, *order(report.row))


def _join_undated(reports: list[Report], trips: list[Trip]) -> list[Trip]:
    """Let reports without date join the only trip near; return the trips that the others make."""

    def is_only(trip: Trip, report: Report) -> bool:
        return [one for one in trips if _distance(one, report) <= UNDATED_REPORT] == [trip]

    why = f"without date; the only trip within {UNDATED_REPORT} days of its publication"
    return _chain_published(_join(reports, trips, is_only, why, _distance), UNDATED_REPORT)


def _chain_published(reports: list[Report], days: int) -> list[Trip]:
    """Make trips of undated reports, each published within `days` of another of its trip."""
    why = f"without date; published within {days} days of another report"
    runs = split_at_gaps(reports, lambda before, after: _published_apart(before, after) > days)
    return [Trip(None, [(report, why) for report in run]) for run in runs]


def _published_apart(before: Report, after: Report) -> int:
    if before.published is None or after.published is None:
        return 0 if before.published == after.published else _FAR
    return (after.published - before.published).days


def _join_plans(reports: list[Report], trips: list[Trip]) -> list[Trip]:
    """Let plans join the trips they announce; return the trips that the others make.

    Of those, plans without date join a dated one published near them.
    """
    why = "{status} before this journey"
    alone = _join(reports, trips, _is_announced, why, _distance_of_plan)
    dated = [report for report in alone if report.period is not None]
    why = f"planned dates at most {PLANNED_DATE} days apart"
    unmade = _chain_dated(dated, PLANNED_DATE, why)
    undated = [report for report in alone if report.period is None]
    why = f"without date; published within {UNDATED_REPORT} days of this plan or a report"
    undated = _join(undated, unmade, _planned_near, why, _distance)
    return unmade + _chain_published(undated, PUT_OFF)


def _planned_near(trip: Trip, report: Report) -> bool:
    """Tell whether a plan, or a report of it, is near the publication of an undated plan."""
    if report.published is None:
        return False
    days = [day for row in trip.rows if (day := published_on(row)) is not None]
    reported = any(abs((report.published - day).days) <= UNDATED_REPORT for day in days)
    return reported or _distance(trip, report) <= UNDATED_REPORT


def _is_announced(trip: Trip, report: Report) -> bool:
    published, journey = report.published, trip.period
    if journey is None:
        return False
    if report.row["status"] == "postponed" and report.period is not None:
        return journey.last >= report.period.first and _gap(journey, report.period) <= PUT_OFF
    if published is not None and journey.last < published:
        return False
    if report.period is not None:
        return _gap(journey, report.period) <= PLANNED_DATE
    return published is not None and (journey.first - published).days <= UNDATED_REPORT


def _gap(a: Period | None, b: Period | None) -> int:
    """Return the days from one period to the other; 0 where they overlap, far if one is unknown."""
    if a is None or b is None:
        return _FAR
    if a.first <= b.last and b.first <= a.last:
        return 0
    return (b.first - a.last).days if b.first > a.last else (a.first - b.last).days


def _distance(trip: Trip, report: Report) -> int:
    """Return the days from a trip to a report's publication; without one every trip is near."""
    if report.published is None or trip.period is None:
        return 0
    day = Period(report.published, report.published, "day")
    return _gap(trip.period, day)


def _distance_of_plan(trip: Trip, report: Report) -> int:
    """Return the days from the date a journey was put off from, else from its announcement."""
    put_off = report.row["status"] == "postponed" and report.period is not None
    return _gap(trip.period, report.period) if put_off else _distance(trip, report)


def _widen(a: Period | None, b: Period | None) -> Period | None:
    if a is None or b is None:
        return a or b
    return Period(min(a.first, b.first), max(a.last, b.last), a.precision)
