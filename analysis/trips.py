"""VISITS -> TRIPS: one journey told by several articles is one trip."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from analysis.dates import first_day, last_day
from analysis.merging import (
    count_sources,
    distinct,
    find_copies,
    list_records,
    name_merged,
    order_rows,
)
from analysis.schema import MEMBERS, TRIPS

# Reports of one journey differ by this much; an undated one joins a trip reported this near to it.
SLACK = dt.timedelta(days=3)
NEAR = dt.timedelta(days=60)


def merge_trips(visits: pd.DataFrame, articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return TRIPS and their MEMBERS: same visitor and country, dates that overlap within 3 days.

    A report without a date joins the trip of that visitor and country reported last, if within 60
    days. A postponed or cancelled journey is the trip it was announced as.
    """
    trips: list[list[dict[str, Any]]] = []
    for row in list_records(order_rows(visits, "visit_id")):
        home = next((trip for trip in reversed(trips) if _belongs(row, trip)), None)
        if home is None:
            trips.append([row])
        else:
            home.append(row)
    copies = find_copies(articles)
    merged = [_describe(trip, copies) for trip in trips]
    members = [
        {"row_id": row["visit_id"], "kind": "trip", "merged_id": found["trip_id"], "why": WHY}
        for trip, found in zip(trips, merged, strict=True)
        for row in trip
    ]
    return TRIPS.frame(merged), MEMBERS.frame(members)


WHY = "same visitor and country, compatible dates"


def _belongs(row: dict[str, Any], trip: list[dict[str, Any]]) -> bool:
    first = trip[0]
    key = "visitor_id" if row["visitor_id"] and first["visitor_id"] else "visitor"
    if row[key] != first[key] or row["country"] != first["country"]:
        return False
    dated = [other for other in trip if other["date"]]
    if row["date"] and dated:
        return all(_overlap(row, other) for other in dated)
    last = max(other["published"] for other in trip)
    return bool(pd.isna(row["published"]) or pd.isna(last)) or bool(row["published"] - last <= NEAR)


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    before = first_day(one["date"]) <= last_day(other["date_end"]) + SLACK
    return before and first_day(other["date"]) <= last_day(one["date_end"]) + SLACK


def _describe(trip: list[dict[str, Any]], copies: frozenset[str]) -> dict[str, Any]:
    rows = pd.DataFrame(trip)
    best = max(trip, key=lambda row: (len(row["date"]), row["date"] == row["date_end"]))
    first = trip[0]
    history: list[str] = []
    status = ""
    for row in trip:
        if row["status"] != status:
            status = row["status"]
            day = "" if pd.isna(row["published"]) else f"{row['published']:%Y-%m-%d} "
            history.append(f"{day}{status}")
    return {
        "trip_id": name_merged("trip", first["visit_id"]),
        "leader_id": first["visitor_id"],
        "leader": first["visitor"],
        "leader_country": first["visitor_country"],
        "country": first["country"],
        "city": "; ".join(distinct(c for row in trip for c in row["city"].split("; "))),
        "date": best["date"],
        "date_end": best["date_end"],
        "date_precision": best["date_precision"],
        "met": distinct(row["host"] for row in trip),
        "status": status,
        "history": history,
        "first_report": rows["published"].min(),
        "last_report": rows["published"].max(),
        "articles": rows["article_id"].nunique(),
        "sources": count_sources(rows, copies),
    }
