"""Which visits are one journey, and what a journey says."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.schema import ARTICLES, STATEMENTS, VISIT_STATUS, VISITS
from analysis.trips import merge_trips
from tests.merging_samples import shuffle, sources_of


def visit(article_id: str, published: str = "2024-09-12", **changes: Any) -> dict[str, Any]:
    row = {
        "article_id": article_id,
        "published": pd.Timestamp(published) if published else pd.NaT,
        "outlet": f"Daily {article_id}",
        "start": 0,
        "confidence": "high",
        "visit_id": f"v-{article_id}",
        "visitor_id": "sergei-shoigu",
        "visitor": "Sergei Shoigu",
        "visitor_country": "RUS",
        "country": "PRK",
        "date": "2024-09-10",
        "date_precision": "day",
        "status": "occurred",
        "kind": "bilateral",
        **changes,
    }
    return {**row, "date_end": changes.get("date_end", row["date"])}


def articles_of(rows: list[dict[str, Any]], copies: dict[str, str] | None = None) -> pd.DataFrame:
    outlets = {row["article_id"]: row["outlet"] for row in rows}
    return ARTICLES.frame(
        {"article_id": name, "outlet": outlet, "duplicate_of": (copies or {}).get(name, "")}
        for name, outlet in outlets.items()
    )


Frames = tuple[pd.DataFrame, pd.DataFrame]


def merge_all(rows: list[dict[str, Any]], copies: dict[str, str] | None = None) -> Frames:
    visits = VISITS.frame(rows)
    return merge_trips(visits, sources_of(articles_of(rows, copies), visits=visits))


def merge(*rows: dict[str, Any], copies: dict[str, str] | None = None) -> pd.DataFrame:
    return merge_all(list(rows), copies)[0]


def count(*rows: dict[str, Any]) -> int:
    return len(merge(*rows))


UNDATED = {"date": "", "date_precision": ""}
JUNE = {"date": "2024-06", "date_precision": "month"}


def test_no_visits_make_no_trips() -> None:
    trips, members = merge_all([])
    assert trips.empty
    assert members.empty


def test_one_visit_told_by_two_articles_is_one_trip() -> None:
    trips = merge(
        visit("a1", "2024-09-11", host="Kim Jong-un", city="Pyongyang"),
        visit("a2", "2024-09-12", host="Kim Jong Un", city="Pyongyang; Wonsan"),
    )
    [trip] = trips.to_dict("records")
    assert (trip["leader"], trip["leader_id"], trip["country"]) == (
        "Sergei Shoigu",
        "sergei-shoigu",
        "PRK",
    )
    assert trip["met"] == ["Kim Jong-un"]
    assert trip["city"] == "Pyongyang; Wonsan"
    assert (trip["articles"], trip["sources"]) == (2, 2)
    assert (trip["first_report"], trip["last_report"]) == (
        pd.Timestamp("2024-09-11"),
        pd.Timestamp("2024-09-12"),
    )


@pytest.mark.parametrize(
    "other",
    [
        {"country": "CHN"},
        {"visitor_id": "sergey-lavrov", "visitor": "Sergey Lavrov"},
        {"date": "2024-09-24"},
        {"date": "2023-09-10"},
    ],
)
def test_another_visitor_destination_or_day_is_another_trip(other: dict[str, str]) -> None:
    assert count(visit("a1"), visit("a2", **other)) == 2


def test_without_an_id_the_name_and_the_state_tell_visitors_apart() -> None:
    unknown = {"visitor_id": "", "visitor": "Hong Jang-won", "visitor_country": "KOR"}
    same = {**unknown, "visitor": "Hong Jang Won"}
    assert count(visit("a1", **unknown), visit("a2", **same)) == 1
    assert count(visit("a1", **unknown), visit("a2", **{**same, "visitor_country": "PRK"})) == 2


def test_days_near_each_other_are_one_trip_with_both_ends() -> None:
    [trip] = merge(visit("a1"), visit("a2", date="2024-09-13")).to_dict("records")
    assert (trip["date"], trip["date_end"], trip["date_precision"]) == (
        "2024-09-10",
        "2024-09-13",
        "day",
    )
    assert count(visit("a1"), visit("a2", date="2024-09-17")) == 1
    assert count(visit("a1"), visit("a2", date="2024-09-18")) == 2


def test_a_month_joins_the_day_that_lies_in_it_and_leaves_it_as_precise() -> None:
    [trip] = merge(
        visit("a1", "2024-07-01", date="2024-06-19"), visit("a2", "2024-08-01", **JUNE)
    ).to_dict("records")
    assert (trip["date"], trip["date_precision"]) == ("2024-06-19", "day")


def test_a_week_joins_a_day_at_most_a_week_away() -> None:
    week = {"date": "2024-09-12", "date_end": "2024-09-15", "date_precision": "week"}
    assert count(visit("a1"), visit("a2", **week)) == 1
    later = {"date": "2024-09-19", "date_end": "2024-09-22", "date_precision": "week"}
    assert count(visit("a1"), visit("a2", **later)) == 2


def test_a_month_with_two_visits_goes_to_the_one_nearest_to_its_report() -> None:
    trips = merge(
        visit("a1", "2024-06-04", date="2024-06-03"),
        visit("a2", "2024-06-21", date="2024-06-20"),
        visit("a3", "2024-07-02", **JUNE),
    )
    assert dict(zip(trips["date"], trips["articles"], strict=True)) == {
        "2024-06-03": 1,
        "2024-06-20": 2,
    }


def test_an_undated_visit_joins_the_only_trip_near_its_publication() -> None:
    assert count(visit("a1"), visit("a2", "2024-10-20", **UNDATED)) == 1
    assert count(visit("a1"), visit("a2", "2024-12-20", **UNDATED)) == 2
    two = (visit("a1"), visit("a2", date="2024-09-20"))
    assert count(*two, visit("a3", "2024-09-25", **UNDATED)) == 3


def test_undated_visits_reported_together_are_one_trip() -> None:
    assert count(visit("a1", **UNDATED), visit("a2", "2024-10-01", **UNDATED)) == 1
    assert count(visit("a1", **UNDATED), visit("a2", "2025-10-01", **UNDATED)) == 2


def test_a_plan_joins_the_trip_it_announces_and_the_history_keeps_it() -> None:
    [trip] = merge(
        visit("a1", "2024-09-01", status="planned", date="2024-09-20"),
        visit("a2", "2024-09-05", status="postponed", **UNDATED),
        visit("a3", "2024-09-10", status="ongoing"),
        visit("a4", "2024-09-12"),
        visit("a5", "2024-09-30"),
    ).to_dict("records")
    assert trip["status"] == "occurred"
    assert trip["history"] == [
        "2024-09-01 planned",
        "2024-09-05 postponed",
        "2024-09-10 ongoing",
        "2024-09-12 occurred",
    ]
    assert trip["date"] == "2024-09-10"


def test_a_plan_made_after_the_trip_is_of_another_trip() -> None:
    again = visit("a2", "2024-09-15", status="planned", date="2024-09-25")
    trips = merge(visit("a1"), again)
    assert list(trips["status"]) == ["occurred", "planned"]


def test_a_plan_too_far_from_the_trip_is_of_another_trip() -> None:
    early = visit("a2", "2024-05-01", status="planned", date="2024-05-20")
    assert count(visit("a1"), early) == 2


def test_a_plan_that_was_called_off_is_one_trip_with_the_latest_status() -> None:
    [trip] = merge(
        visit("a1", "2024-09-01", status="planned"),
        visit("a2", "2024-09-08", status="cancelled", **UNDATED),
    ).to_dict("records")
    assert trip["status"] == "cancelled"


PUT_OFF = {"status": "postponed", "date": "2024-02-05"}


@pytest.mark.parametrize("told", ["2024-02-04", "2024-12-01"])
def test_a_postponed_visit_is_the_trip_made_within_half_a_year(told: str) -> None:
    held = visit("a1", "2024-06-20", date="2024-06-18")
    [trip] = merge(held, visit("a2", told, **PUT_OFF)).to_dict("records")
    assert (trip["date"], trip["articles"]) == ("2024-06-18", 2)


@pytest.mark.parametrize("date", ["2024-02-04", "2024-08-30"])
def test_a_postponed_visit_is_no_trip_before_its_date_nor_a_later_one(date: str) -> None:
    assert count(visit("a1", "2024-09-20", date=date), visit("a2", "2024-02-04", **PUT_OFF)) == 2


def test_a_postponed_visit_is_the_next_of_several_trips() -> None:
    trips = merge(
        visit("a1", "2024-06-20", date="2024-06-18"),
        visit("a2", "2024-04-20", date="2024-04-18"),
        visit("a3", "2024-12-01", **PUT_OFF),
    )
    assert dict(zip(trips["date"], trips["articles"], strict=True)) == {
        "2024-04-18": 2,
        "2024-06-18": 1,
    }


def test_a_plan_without_date_is_the_plan_dated_near_its_publication() -> None:
    later = visit("a2", "2025-10-22", status="postponed", date="2024-09", date_precision="month")
    soon = visit("a1", "2024-08-21", status="planned", **UNDATED)
    assert count(soon, later) == 1
    assert count({**soon, "published": pd.Timestamp("2024-05-21")}, later) == 2


def test_an_invitation_repeated_within_half_a_year_is_one() -> None:
    invited = [
        visit("a1", "2024-06-20", status="planned", **UNDATED),
        visit("a2", "2024-10-29", status="planned", **UNDATED),
    ]
    assert count(*invited) == 1
    assert count(*invited, visit("a3", "2025-06-10", status="planned", **UNDATED)) == 2


def test_articles_that_cite_one_ministry_are_one_source() -> None:
    rows = [visit(name, statement_id=f"s-{name}") for name in ("a1", "a2", "a3")]
    told = [
        {
            **{key: rows[at][key] for key in ("article_id", "outlet", "published", "start")},
            **{"statement_id": rows[at]["statement_id"], "act": "say", "confidence": "high"},
            **{"speaker_id": "rus-defence-ministry", "speaker": "Russian defence ministry"},
        }
        for at in (0, 1)
    ]
    visits = VISITS.frame(rows)
    sources = sources_of(articles_of(rows), visits=visits, statements=STATEMENTS.frame(told))
    assert list(merge_trips(visits, sources)[0]["sources"]) == [2]


def test_copies_count_as_articles_but_not_as_sources() -> None:
    [trip] = merge(visit("a1"), visit("a2"), visit("a3"), copies={"a2": "a1"}).to_dict("records")
    assert (trip["articles"], trip["sources"]) == (3, 2)


def test_members_name_every_visit_once_and_say_why() -> None:
    rows = [visit("a1"), visit("a2"), visit("a3", "2024-09-01", status="planned")]
    trips, members = merge_all(rows)
    assert set(members["row_id"]) == {"v-a1", "v-a2", "v-a3"}
    assert set(members["merged_id"]) == set(trips["trip_id"])
    assert members["why"].ne("").all()
    assert dict(zip(members["row_id"], members["why"], strict=True))["v-a3"] == "first report"


def test_the_id_is_that_of_the_earliest_member_whatever_comes_later() -> None:
    [alone] = merge(visit("a1", "2024-09-11"))["trip_id"]
    [later] = merge(visit("a2", "2024-09-12"), visit("a1", "2024-09-11"))["trip_id"]
    [undated] = merge(visit("a0", ""), visit("a1", "2024-09-11"))["trip_id"]
    assert alone == later == undated


DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2024, 6, 30)).map(dt.date.isoformat)
DATES = st.one_of(
    DAYS.map(lambda day: {"date": day, "date_precision": "day"}),
    DAYS.map(lambda day: {"date": day[:7], "date_precision": "month"}),
    st.just({"date": "2024", "date_precision": "year"}),
    st.just(UNDATED),
)
PUBLISHED = st.one_of(DAYS, st.just(""))
REPORTS = st.lists(st.tuples(PUBLISHED, DATES, st.sampled_from(VISIT_STATUS)), max_size=10)


@settings(max_examples=20, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_tables_and_every_visit_one_place(
    reports: list[tuple[str, dict[str, str], str]], random: Any
) -> None:
    rows = [
        visit(f"a{number}", published, **dates, status=status)
        for number, (published, dates, status) in enumerate(reports)
    ]
    visits = VISITS.frame(rows)
    sources = sources_of(articles_of(rows), visits=visits)
    trips, members = merge_trips(visits, sources)
    again = merge_trips(shuffle(visits, random), sources)
    pd.testing.assert_frame_equal(trips, again[0])
    pd.testing.assert_frame_equal(members, again[1])
    assert sorted(members["row_id"]) == sorted(row["visit_id"] for row in rows)
    assert trips["articles"].sum() == len(rows)
