"""Visits merged across articles into distinct journeys.

The rules, each on the visits of one visitor to one country:

1. Visits dated to the day that overlap, or lie at most 3 days apart, are one trip. Two visits in
   one month whose days are further apart stay two.
2. A visit dated to a week, month or year joins the trip that lies within it; where several do, the
   one nearest to its publication. Otherwise it makes a trip with those that overlap it.
3. A visit without date joins the trip within 60 days of its publication if there is exactly one.
   What is left makes trips of those published within 60 days of each other.
4. A visit reported as planned, postponed or cancelled joins the trip it announces: one not over
   when it was published, within 21 days of the planned date; without a date, the next one that
   begins within 60 days. Plans that nothing came of make trips of their own by the same distances.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analysis.dates.periods import Period, read_period
from analysis.merging import (
    Row,
    Sources,
    distinct,
    identify,
    list_members,
    make_merged_id,
    name_once,
    order_rows,
    place,
    published_on,
    span_reports,
    split_at_gaps,
    split_by,
)
from analysis.schema import MEMBERS, TRIPS

SAME_JOURNEY = 3
UNDATED_REPORT = 60
PLANNED_DATE = 21
_PLANS = ("planned", "postponed", "cancelled")
# Of two reports of one day the later in this list is the later news.
_NEWS = ("planned", "postponed", "cancelled", "ongoing", "occurred")
_FINEST_FIRST = ("day", "week", "month", "year")
_FAR = 1_000_000


@dataclass(frozen=True, slots=True)
class _Report:
    """One visit of one article, its dates read."""

    row: Row
    period: Period | None

    @property
    def published(self) -> dt.date | None:
        return published_on(self.row)

    @property
    def is_plan(self) -> bool:
        return self.row["status"] in _PLANS


@dataclass(slots=True)
class _Trip:
    """Reports that are one journey, with why each belongs; `period` is that of the finest ones."""

    period: Period | None
    reports: list[tuple[_Report, str]] = field(default_factory=list)

    @property
    def rows(self) -> list[Row]:
        return sorted((report.row for report, _ in self.reports), key=_order)


def merge_trips(visits: pd.DataFrame, articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Merge VISITS into TRIPS, one row a distinct journey, and say in MEMBERS why.

    Takes the whole tables; the rules are in this module's docstring. `status` is that of the latest
    report, `history` whenever it changed, the dates are the most precise. Trips stand in the order
    of their first report.
    """
    sources = Sources(articles)
    trips = [
        trip
        for reports in split_by(_read_reports(visits), _same_way)
        for trip in _find_trips(reports)
    ]
    trips.sort(key=lambda trip: _order(trip.rows[0]))
    rows = [_describe(trip, sources) for trip in trips]
    members = [
        member
        for trip, row in zip(trips, rows, strict=True)
        for member in list_members("trip", row["trip_id"], _explain(trip))
    ]
    return TRIPS.frame(rows), MEMBERS.frame(members)


def _read_reports(visits: pd.DataFrame) -> list[_Report]:
    rows = order_rows(visits, "visit_id")
    return [
        _Report(row, read_period(row["date"], row["date_end"], row["date_precision"] or "day"))
        for row in rows
    ]


def _same_way(report: _Report) -> tuple[str, ...]:
    return (*identify(report.row, "visitor"), report.row["country"])


def _order(row: Row) -> tuple[Any, ...]:
    return (*place(row), row["visit_id"])


def _find_trips(reports: list[_Report]) -> list[_Trip]:
    made = [report for report in reports if not report.is_plan]
    trips: list[_Trip] = []
    for precision in _FINEST_FIRST:
        dated = [r for r in made if r.period is not None and r.period.precision == precision]
        trips += _join_dated(dated, trips, SAME_JOURNEY if precision == "day" else 0)
    trips += _join_undated([report for report in made if report.period is None], trips)
    return trips + _join_plans([report for report in reports if report.is_plan], trips)


def _join_dated(reports: list[_Report], trips: list[_Trip], tolerance: int) -> list[_Trip]:
    """Let reports of one precision join finer trips; return the trips that the others make."""
    alone: list[_Report] = []
    for report in reports:
        fitting = [trip for trip in trips if _gap(trip.period, report.period) == 0]
        if fitting:
            nearest = min(fitting, key=lambda trip: _distance(trip, report))
            nearest.reports.append((report, "its dates allow for this journey"))
        else:
            alone.append(report)
    why = "dates overlap" if tolerance == 0 else f"dates at most {tolerance} days apart"
    return _chain_dated(alone, tolerance, why)


def _chain_dated(reports: list[_Report], tolerance: int, why: str) -> list[_Trip]:
    """Make trips of dated reports: each lies within `tolerance` days of another of its trip."""
    trips: list[_Trip] = []
    for report in sorted(reports, key=_by_days):
        if trips and _gap(trips[-1].period, report.period) <= tolerance:
            trip = trips[-1]
            trip.period = _widen(trip.period, report.period)
        else:
            trip = _Trip(report.period)
            trips.append(trip)
        trip.reports.append((report, why))
    return trips


def _by_days(report: _Report) -> tuple[Any, ...]:
    period = report.period
    days = (period.first, period.last) if period else (dt.date.max, dt.date.max)
    return (*days, *_order(report.row))


def _join_undated(reports: list[_Report], trips: list[_Trip]) -> list[_Trip]:
    """Let reports without date join the only trip near; return the trips that the others make."""
    alone: list[_Report] = []
    for report in reports:
        near = [trip for trip in trips if _distance(trip, report) <= UNDATED_REPORT]
        if len(near) == 1:
            why = f"without date; the only trip within {UNDATED_REPORT} days of its publication"
            near[0].reports.append((report, why))
        else:
            alone.append(report)
    return _chain_published(alone)


def _chain_published(reports: list[_Report]) -> list[_Trip]:
    why = f"without date; published within {UNDATED_REPORT} days of another report"
    runs = split_at_gaps(reports, _published_apart)
    return [_Trip(None, [(report, why) for report in run]) for run in runs]


def _published_apart(before: _Report, after: _Report) -> bool:
    if before.published is None or after.published is None:
        return before.published != after.published
    return (after.published - before.published).days > UNDATED_REPORT


def _join_plans(reports: list[_Report], trips: list[_Trip]) -> list[_Trip]:
    """Let plans join the trips they announce; return the trips that the others make."""
    alone: list[_Report] = []
    for report in reports:
        announced = [trip for trip in trips if _announces(report, trip)]
        if announced:
            trip = min(announced, key=lambda trip: _distance(trip, report))
            trip.reports.append((report, f"{report.row['status']} before this journey"))
        else:
            alone.append(report)
    dated = [report for report in alone if report.period is not None]
    why = f"planned dates at most {PLANNED_DATE} days apart"
    unmade = _chain_dated(dated, PLANNED_DATE, why)
    return unmade + _join_loose_plans([r for r in alone if r.period is None], unmade)


def _join_loose_plans(reports: list[_Report], unmade: list[_Trip]) -> list[_Trip]:
    """Let plans without date join a dated plan published near them; chain the others."""
    alone: list[_Report] = []
    for report in reports:
        near = [trip for trip in unmade if _reported_near(trip, report)]
        if near:
            near[0].reports.append((report, f"published within {UNDATED_REPORT} days of a report"))
        else:
            alone.append(report)
    return _chain_published(alone)


def _reported_near(trip: _Trip, report: _Report) -> bool:
    days = [published_on(row) for row in trip.rows]
    return any(
        abs((report.published - day).days) <= UNDATED_REPORT
        for day in days
        if day is not None and report.published is not None
    )


def _announces(report: _Report, trip: _Trip) -> bool:
    published, journey = report.published, trip.period
    if journey is None or (published is not None and journey.last < published):
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


def _distance(trip: _Trip, report: _Report) -> int:
    """Return the days from a trip to a report's publication; without one every trip is near."""
    if report.published is None or trip.period is None:
        return 0
    day = Period(report.published, report.published, "day")
    return _gap(trip.period, day)


def _widen(a: Period | None, b: Period | None) -> Period | None:
    if a is None or b is None:
        return a or b
    return Period(min(a.first, b.first), max(a.last, b.last), a.precision)


def _explain(trip: _Trip) -> Iterable[tuple[str, str]]:
    ordered = sorted(trip.reports, key=lambda member: _order(member[0].row))
    for number, (report, why) in enumerate(ordered):
        yield report.row["visit_id"], why if number else "first report"


def _describe(trip: _Trip, sources: Sources) -> dict[str, Any]:
    rows = trip.rows
    first, last = span_reports(rows)
    leader = {
        f"leader{k.removeprefix('visitor')}": v for k, v in name_once(rows, "visitor").items()
    }
    date, date_end, precision = trip.period.cut() if trip.period else ("", "", "")
    history = _list_history(rows)
    return {
        "trip_id": make_merged_id("trip", rows[0]["visit_id"]),
        **leader,
        "country": rows[0]["country"],
        "city": "; ".join(distinct(city for row in rows for city in row["city"].split("; "))),
        "date": date,
        "date_end": date_end,
        "date_precision": precision,
        "met": distinct(row["host"] for row in rows),
        "status": history[-1][1],
        "history": [f"{day} {status}".strip() for day, status in history],
        "first_report": first,
        "last_report": last,
        "articles": len({row["article_id"] for row in rows}),
        "sources": sources.count(rows),
    }


def _list_history(rows: list[Row]) -> list[tuple[str, str]]:
    """Return day of report and status whenever it changed; undated reports cannot change it."""
    dated = [(day.isoformat(), row["status"]) for row in rows if (day := published_on(row))]
    reports = dated or [("", row["status"]) for row in rows]
    reports = sorted(set(reports), key=lambda report: (report[0], _NEWS.index(report[1])))
    return [
        report
        for number, report in enumerate(reports)
        if number == 0 or report[1] != reports[number - 1][1]
    ]
