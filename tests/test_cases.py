"""Which allegations are one case, who answers it, and where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cases import merge_cases
from analysis.merging import Sources
from analysis.schema import ARTICLES, RESPONSES, STANCES, TRANSFER_ALLEGATIONS
from tests.merging_samples import ARMS, US, claim, response, shuffle, sources_of

Rows = list[dict[str, Any]]
Frames = tuple[pd.DataFrame, pd.DataFrame]


def merge(
    claims: Rows, responses: Sequence[dict[str, Any]] = (), copies: dict[str, str] | None = None
) -> Frames:
    return merge_cases(*read(claims, responses, copies))


def read(
    claims: Rows, responses: Sequence[dict[str, Any]], copies: dict[str, str] | None = None
) -> tuple[pd.DataFrame, pd.DataFrame, Sources]:
    outlets = {row["article_id"]: row["outlet"] for row in [*claims, *responses]}
    articles = ARTICLES.frame(
        {"article_id": name, "outlet": outlet, "duplicate_of": (copies or {}).get(name, "")}
        for name, outlet in outlets.items()
    )
    told = TRANSFER_ALLEGATIONS.frame(claims)
    answered = RESPONSES.frame(responses)
    return told, answered, sources_of(articles, transfer_allegations=told, responses=answered)


def only(
    claims: Rows, responses: Sequence[dict[str, Any]] = (), copies: dict[str, str] | None = None
) -> dict[str, Any]:
    [case] = merge(claims, responses, copies)[0].to_dict("records")
    return case


def test_no_claims_make_no_cases_even_when_something_is_denied() -> None:
    for frame in merge([], [response("a1")]):
        assert frame.empty


def test_a_case_is_a_ledger_of_who_claims_what_and_when() -> None:
    case = only(
        [
            claim("a1", "2024-10-18", quantity_low=10000, quantity_high=12000, unit="soldiers"),
            claim("a2", "2024-10-28", **US, item="troops", date="2024-10", date_precision="month"),
        ],
        [response("a3", "2024-10-20"), response("a4", "2024-10-29", by="Kim Jong Gyu")],
    )
    assert case["claimants"] == ["NIS", "United States"]
    assert case["items"] == ["soldiers", "troops"]
    assert case["quantities"] == ["NIS: 10,000–12,000 soldiers"]
    assert (case["first_claim"], case["last_claim"]) == (
        pd.Timestamp("2024-10-18"),
        pd.Timestamp("2024-10-28"),
    )
    assert case["denied_by"] == ["Dmitry Peskov", "Kim Jong Gyu"]
    assert case["first_denied"] == pd.Timestamp("2024-10-20")
    assert pd.isna(case["first_confirmed"])
    assert (case["date"], case["date_precision"]) == ("2024-10", "month")
    assert (case["articles"], case["sources"]) == (4, 2)


@pytest.mark.parametrize(
    "other",
    [
        {"recipient_id": "SYR", "recipient": "Syria", "recipient_country": "SYR"},
        {"supplier_id": "RUS", "recipient_id": "PRK"},
        {"category": "workers"},
        {"category": "unspecified", "item": "body armour"},
        {"kind": "arms"},
        {"published": pd.Timestamp("2025-05-01")},
    ],
)
def test_another_party_class_or_period_is_another_case(other: dict[str, Any]) -> None:
    assert len(merge([claim("a1"), claim("a2", **other)])[0]) == 2


def test_claims_chain_while_each_follows_within_half_a_year() -> None:
    chained = [claim("a1", "2024-01-01"), claim("a2", "2024-07-02"), claim("a3", "2025-01-01")]
    assert len(merge(chained)[0]) == 1
    assert len(merge([chained[0], chained[2]])[0]) == 2


UNSAID = {**ARMS, "category": "unspecified", "item": "weapons"}


def test_arms_unspecified_are_what_their_claimant_tells_of_beside_them() -> None:
    shells = claim("a1", "2024-01-10", **ARMS)
    beside = claim("a1", "2024-01-10", allegation_id="t-3", **UNSAID)
    cases, members = merge([shells, beside])
    [case] = cases.to_dict("records")
    assert (case["category"], case["items"]) == ("ammunition", ["weapons", "soldiers"])
    why = dict(zip(members["row_id"], members["why"], strict=True))
    assert why["t-3"] == "item class unsaid; the only one that its claimant tells of in the article"


@pytest.mark.parametrize(
    "other",
    [
        {"article_id": "a2"},
        {"nature": "planned"},
        US,
        {"recipient_id": "SYR", "recipient": "Syria", "recipient_country": "SYR"},
    ],
)
def test_what_others_tell_or_tell_otherwise_may_be_other_arms(other: dict[str, Any]) -> None:
    shells = claim("a1", "2024-01-10", **ARMS)
    article = {"article_id": "a1", "allegation_id": "t-3"}
    open_one = {**claim("a1", "2024-01-10", **UNSAID), **article, **other}
    assert len(merge([shells, open_one])[0]) == 2


@pytest.mark.parametrize("item", ["arms sales", "a new arms package", "lethal weapons", "weaponry"])
def test_words_that_leave_open_what_is_sent_are_one_case(item: str) -> None:
    told = [claim("a1", **UNSAID), claim("a2", **{**UNSAID, "item": item})]
    assert len(merge(told)[0]) == 1


def test_what_has_no_class_is_told_apart_by_the_thing_named() -> None:
    things = [claim("a1", **{**UNSAID, "item": "body armour"})]
    same = claim("a2", **{**UNSAID, "item": "Body armour"})
    assert len(merge([*things, same])[0]) == 1
    assert len(merge([*things, claim("a2", **{**UNSAID, "item": "observation balloons"})])[0]) == 2


def test_troops_go_to_a_country_whoever_of_it_is_named() -> None:
    rebels = {"recipient_id": "", "recipient": "separatists", "recipient_country": "UKR"}
    state = {"recipient_id": "UKR", "recipient": "Ukraine", "recipient_country": "UKR"}
    assert len(merge([claim("a1", **rebels), claim("a2", **state)])[0]) == 1
    arms = [claim("a1", **ARMS, **rebels), claim("a2", **ARMS, **state)]
    assert len(merge(arms)[0]) == 2


def test_arms_unspecified_stay_apart_where_they_may_be_of_several_cases() -> None:
    shells = claim("a1", "2024-01-10", **ARMS)
    missiles = claim("a1", allegation_id="t-2", kind="arms", category="ballistic_missile")
    cases, _ = merge([shells, missiles, claim("a1", allegation_id="t-3", **UNSAID)])
    assert set(cases["category"]) == {"ammunition", "ballistic_missile", "unspecified"}


def test_an_undated_claim_joins_the_only_case_of_its_kind() -> None:
    assert only([claim("a1"), claim("a2", "")])["articles"] == 2
    two = [claim("a1", "2023-01-01"), claim("a2", "2024-10-10"), claim("a3", "")]
    assert len(merge(two)[0]) == 3


@pytest.mark.parametrize(
    ("bounds", "written"),
    [
        ([(11000, 11000)], "NIS: 11,000 soldiers"),
        ([(10000, None)], "NIS: at least 10,000 soldiers"),
        ([(None, 12000)], "NIS: up to 12,000 soldiers"),
        ([(1500, 1500), (3000, None)], "NIS: at least 1,500 soldiers"),
        ([(1500, 1500), (3000, 3000)], "NIS: 1,500–3,000 soldiers"),
    ],
)
def test_quantities_are_the_range_over_all_that_one_claimant_said(
    bounds: list[tuple[float | None, float | None]], written: str
) -> None:
    claims = [
        claim(f"a{i}", quantity_low=low, quantity_high=high, unit="soldiers")
        for i, (low, high) in enumerate(bounds)
    ]
    for row in claims:
        for end in ("quantity_low", "quantity_high"):
            row[end] = float("nan") if row[end] is None else row[end]
    assert only(claims)["quantities"] == [written]


def test_a_response_joins_the_claim_or_statement_it_answers() -> None:
    claims = [claim("a1"), claim("a1", allegation_id="t-arms", statement_id="s-arms", **ARMS)]
    for answers in ("t-arms", "s-arms"):
        cases, _ = merge(claims, [response("a2", answers=answers)])
        denied = cases.set_index("category")["denied_by"]
        assert denied["ammunition"] == ["Dmitry Peskov"]
        assert denied["troops"] == []


def test_a_response_that_answers_nothing_known_joins_the_last_claim_before_it() -> None:
    claims = [
        claim("a1", "2023-09-01", **ARMS),
        claim("a2", "2024-10-10"),
        claim("a3", "2025-06-01"),
    ]
    cases, _ = merge(claims, [response("a4", "2024-10-12", answers="gone")])
    assert list(cases["denied_by"]) == [[], ["Dmitry Peskov"], []]
    in_article, _ = merge(claims, [response("a1", "2024-10-12")])
    assert list(in_article["denied_by"]) == [["Dmitry Peskov"], [], []]


@pytest.mark.parametrize(
    "stray",
    [
        response("a9", "2024-10-09"),
        response("a9", recipient="Syria", recipient_country="SYR"),
        response("a9", recipient="Wagner Group"),
        response("a9", ""),
    ],
)
def test_a_response_before_any_claim_or_on_other_parties_joins_none(stray: dict[str, Any]) -> None:
    assert only([claim("a1")], [stray])["denied_by"] == []


def test_what_is_told_only_through_its_denial_has_no_claimant() -> None:
    told = claim("a1", nature="denied_only", act="deny", claimant="Dmitry Peskov")
    case = only([told], [response("a1", answers="t-a1")])
    assert case["claimants"] == []
    assert pd.isna(case["first_claim"])
    assert case["standing"] == "disputed"


def standing(claims: Rows, *responses: dict[str, Any], **changes: Any) -> str:
    return str(only(claims, list(responses), **changes)["standing"])


def test_a_claim_alone_is_alleged_however_often_it_is_repeated() -> None:
    assert standing([claim("a1"), claim("a2")]) == "alleged"


def test_claimants_of_two_states_through_two_sources_corroborate() -> None:
    assert standing([claim("a1"), claim("a2", **US)]) == "corroborated"
    assert standing([claim("a1"), claim("a2", **US)], copies={"a2": "a1"}) == "alleged"
    assert standing([claim("a1"), claim("a1", allegation_id="t-2", **US)]) == "alleged"
    own = {"claimant_id": "", "claimant": "Daily a2", "claimant_country": "USA"}
    assert standing([claim("a1"), claim("a2", **own)]) == "alleged"


def test_claimants_of_two_states_in_one_article_corroborate_unless_in_one_breath() -> None:
    other = claim("a1", allegation_id="t-2", **US)
    assert standing([claim("a1"), {**other, "start": 80}]) == "corroborated"
    assert standing([claim("a1"), other]) == "alleged"


def test_an_outlet_that_others_cite_corroborates_nothing() -> None:
    own = {"claimant": "Daily a2", "claimant_country": "USA", "claimant_id": ""}
    assert standing([claim("a1"), claim("a2", **own)]) == "alleged"


def test_nine_outlets_that_cite_one_agency_are_one_source() -> None:
    case = only([claim(f"a{number}") for number in range(9)])
    assert (case["articles"], case["sources"]) == (9, 1)


def test_who_denies_a_claim_is_no_source_of_it() -> None:
    assert only([claim("a1")], [response("a2"), response("a3", by="Kim")])["sources"] == 1


def test_a_denial_by_a_party_disputes_even_what_is_corroborated() -> None:
    assert standing([claim("a1"), claim("a2", **US)], response("a3")) == "disputed"
    assert standing([claim("a1")], response("a3", by="Beijing", by_country="CHN")) == "alleged"
    assert standing([claim("a1")], response("a3", stance="declined")) == "alleged"


def test_a_confirmation_by_a_party_acknowledges_even_what_was_denied() -> None:
    confirmed = response("a4", "2025-04-26", by="Valery Gerasimov", stance="confirmed")
    assert standing([claim("a1")], response("a3"), confirmed) == "acknowledged"
    elsewhere = response("a4", by="NATO", by_country="IGO", stance="confirmed")
    assert standing([claim("a1")], elsewhere) == "alleged"


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"act": "confirm"}, "acknowledged"),
        ({"nature": "announced"}, "acknowledged"),
        ({"act": "confirm", "nature": "considered"}, "alleged"),
        ({}, "alleged"),
    ],
)
def test_a_party_acknowledges_by_its_own_words(own: dict[str, str], expected: str) -> None:
    party = {"claimant_id": "RUS", "claimant": "Russia", "claimant_country": "RUS"}
    assert standing([claim("a1", **party, **own)]) == expected


def test_members_name_claims_and_responses_once_and_say_why() -> None:
    cases, members = merge(
        [claim("a1"), claim("a2")], [response("a3"), response("a0", "2020-01-01")]
    )
    assert sorted(members["row_id"]) == ["r-a3", "t-a1", "t-a2"]
    assert set(members["merged_id"]) == set(cases["case_id"])
    assert members["why"].ne("").all()


DAYS = st.dates(dt.date(2023, 1, 1), dt.date(2024, 12, 31)).map(dt.date.isoformat)
PUBLISHED = st.one_of(DAYS, st.just(""))
CLAIMS = st.lists(st.tuples(PUBLISHED, st.sampled_from(["troops", "workers"])), max_size=8)
RESPONSES_TO = st.lists(st.tuples(PUBLISHED, st.sampled_from(STANCES)), max_size=5)


@settings(max_examples=20, deadline=None)
@given(CLAIMS, RESPONSES_TO, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_tables_and_every_claim_one_place(
    told: list[tuple[str, str]], answered: list[tuple[str, str]], random: Any
) -> None:
    claims = [claim(f"a{i}", day, category=category) for i, (day, category) in enumerate(told)]
    responses = [response(f"b{i}", day, stance=stance) for i, (day, stance) in enumerate(answered)]
    told_rows, answers, sources = read(claims, responses)
    first = merge_cases(told_rows, answers, sources)
    again = merge_cases(shuffle(told_rows, random), shuffle(answers, random), sources)
    for frame, other in zip(first, again, strict=True):
        pd.testing.assert_frame_equal(frame, other)
    members = first[1]
    in_cases = [row_id for row_id in members["row_id"] if row_id.startswith("t-")]
    assert sorted(in_cases) == sorted(row["allegation_id"] for row in claims)
    assert members["row_id"].is_unique
