"""Visits merged across articles into distinct journeys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from analysis.merging import (
    Row,
    Sources,
    distinct,
    list_members,
    make_merged_id,
    name_once,
    published_on,
    span_reports,
)
from analysis.reviews.decisions import Decision
from analysis.schema import MEMBERS, TRIPS
from analysis.trips.journeys import Trip, find_trips, order, regroup_trips

# Of two reports of one day the later in this list is the later news.
_NEWS = ("planned", "postponed", "cancelled", "ongoing", "occurred")


def merge_trips(
    visits: pd.DataFrame, sources: Sources, decisions: Sequence[Decision] = ()
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Merge VISITS into TRIPS, one row a distinct journey, and say in MEMBERS why.

    Takes the whole table; the rules are in journeys.py, and what reviewers decided on trips comes
    after them. `status` is that of the latest report, `history` whenever it changed, the dates are
    the most precise. Trips stand in the order of their first report.
    """
    trips = find_trips(visits)
    if decisions:
        trips = regroup_trips(trips, decisions)
    trips.sort(key=lambda trip: order(trip.rows[0]))
    rows = [describe_trip(trip, sources) for trip in trips]
    members = [
        member
        for trip, row in zip(trips, rows, strict=True)
        for member in list_members("trip", row["trip_id"], _explain(trip))
    ]
    return TRIPS.frame(rows), MEMBERS.frame(members)


def _explain(trip: Trip) -> Iterable[tuple[str, str]]:
    ordered = sorted(trip.reports, key=lambda member: order(member[0].row))
    for number, (report, why) in enumerate(ordered):
        yield report.row["visit_id"], why if number else "first report"


def describe_trip(trip: Trip, sources: Sources) -> dict[str, Any]:
    """Return the row of TRIPS that a trip gives."""
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
