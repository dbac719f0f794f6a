"""How events add up to ties between actors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.merging import Sources
from analysis.schema import ACTORS, ARTICLES, EVENT_STATUS, EVENTS
from analysis.ties import merge_ties
from tests.merging_samples import shuffle, sources_of

NAMED = ACTORS.frame(
    [
        {"actor_id": "PRK", "name": "North Korea", "kind": "state", "country": "PRK"},
        {"actor_id": "RUS", "name": "Russia", "kind": "state", "country": "RUS"},
    ]
)


def event(article_id: str, published: str = "2024-10-10", **changes: Any) -> dict[str, Any]:
    return {
        "article_id": article_id,
        "published": pd.Timestamp(published) if published else pd.NaT,
        "outlet": f"Daily {article_id}",
        "start": 0,
        "confidence": "high",
        "event_id": f"e-{article_id}",
        "event_type": "AID",
        "quad": 2,
        "score": 7.0,
        "actor_ids": ["PRK"],
        "actor_countries": ["PRK"],
        "recipient_ids": ["RUS"],
        "recipient_countries": ["RUS"],
        "status": "occurred",
        **changes,
    }


def merge(*rows: dict[str, Any], copies: dict[str, str] | None = None) -> pd.DataFrame:
    events, sources = read(rows, copies)
    return merge_ties(events, NAMED, sources)


def read(
    rows: Sequence[dict[str, Any]], copies: dict[str, str] | None = None
) -> tuple[pd.DataFrame, Sources]:
    outlets = {row["article_id"]: row["outlet"] for row in rows}
    articles = ARTICLES.frame(
        {"article_id": name, "outlet": outlet, "duplicate_of": (copies or {}).get(name, "")}
        for name, outlet in outlets.items()
    )
    events = EVENTS.frame(rows)
    return events, sources_of(articles, events=events)


def pairs(ties: pd.DataFrame) -> set[tuple[str, str]]:
    return set(zip(ties["actor_id"], ties["recipient_id"], strict=True))


def test_no_events_make_no_ties() -> None:
    assert merge().empty


def test_events_of_one_pair_and_type_add_up() -> None:
    ties = merge(
        event("a1"), event("a2", "2024-11-10", status="alleged"), event("a3", "", outlet="Daily a1")
    )
    [tie] = ties.to_dict("records")
    assert (tie["actor"], tie["recipient"], tie["event_type"]) == ("North Korea", "Russia", "AID")
    assert (tie["events"], tie["sources"], tie["score"], tie["quad"]) == (3, 2, 21, 2)
    assert (tie["first"], tie["last"]) == (pd.Timestamp("2024-10-10"), pd.Timestamp("2024-11-10"))
    assert tie["share_alleged"] == pytest.approx(1 / 3)
    assert tie["event_ids"] == ["e-a1", "e-a2", "e-a3"]


def test_direction_and_type_tell_ties_apart() -> None:
    back = {"actor_ids": ["RUS"], "recipient_ids": ["PRK"]}
    assert len(merge(event("a1"), event("a2", **back), event("a3", event_type="CONSULT"))) == 3


@pytest.mark.parametrize("status", EVENT_STATUS)
def test_only_what_occurred_or_goes_on_is_told_as_fact(status: str) -> None:
    [share] = merge(event("a1", status=status))["share_alleged"]
    assert share == (0 if status in ("occurred", "ongoing") else 1)


def test_copies_are_not_counted() -> None:
    [tie] = merge(event("a1"), event("a2"), copies={"a2": "a1"}).to_dict("records")
    assert (tie["events"], tie["event_ids"]) == (1, ["e-a1"])


def test_every_actor_is_tied_to_every_recipient_and_none_to_itself() -> None:
    ties = merge(
        event(
            "a1",
            actor_ids=["PRK", "RUS"],
            actor_countries=["PRK", "RUS"],
            recipient_ids=["RUS", "CHN"],
        )
    )
    assert pairs(ties) == {("PRK", "RUS"), ("PRK", "CHN"), ("RUS", "CHN")}
    assert pairs(merge(event("a1", recipient_ids=["PRK"]))) == set()


def test_an_actor_without_id_goes_by_its_state_and_one_without_name_by_its_id() -> None:
    [tie] = merge(
        event("a1", actor_ids=[], actor_countries=["IRN"], recipient_ids=["unnamed-general"])
    ).to_dict("records")
    assert (tie["actor_id"], tie["actor"], tie["actor_country"]) == ("IRN", "IRN", "IRN")
    assert (tie["recipient"], tie["recipient_country"]) == ("unnamed-general", "RUS")


def test_the_id_is_the_same_whatever_events_it_counts() -> None:
    assert list(merge(event("a1"))["tie_id"]) == list(merge(event("a2"), event("a3"))["tie_id"])


SIDES = st.lists(st.sampled_from(["PRK", "RUS", "CHN"]), max_size=2, unique=True)
DRAWN = st.tuples(SIDES, SIDES, st.sampled_from(["AID", "CONSULT"]), st.floats(-10, 10))


@settings(max_examples=15, deadline=None)
@given(st.lists(DRAWN, max_size=8), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_ties(drawn: list[Any], random: Any) -> None:
    rows = [
        event(
            f"a{number}",
            actor_ids=actors,
            actor_countries=actors,
            recipient_ids=recipients,
            recipient_countries=recipients,
            event_type=kind,
            score=score,
        )
        for number, (actors, recipients, kind, score) in enumerate(drawn)
    ]
    events, sources = read(rows)
    ties = merge_ties(events, NAMED, sources)
    again = merge_ties(shuffle(events, random), NAMED, sources)
    pd.testing.assert_frame_equal(ties, again)
    assert not any(actor == recipient for actor, recipient in pairs(ties))
