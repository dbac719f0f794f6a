"""What was said of one case, when and on whose word."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import TableError
from analysis.ledgers import COLUMNS, list_ledger, pick_quantities
from analysis.merging import make_merged_id
from analysis.pipeline import merge
from analysis.schema import STANCES, TABLES
from tests.merging_samples import (
    US,
    Rows,
    claim,
    fill_with_articles,
    merge_rows,
    response,
    shuffle,
)


def tables_of(claims: Rows, responses: Rows = ()) -> dict[str, pd.DataFrame]:
    return merge_rows(transfer_allegations=claims, responses=responses)


def ledger_of(claims: Rows, responses: Rows = ()) -> pd.DataFrame:
    tables = tables_of(claims, responses)
    [case_id] = tables["cases"]["case_id"]
    return list_ledger(tables, case_id)


def test_a_ledger_has_each_claim_and_answer_in_order_of_time() -> None:
    ledger = ledger_of(
        [
            claim("a3", "2024-10-28", **US, likelihood="likely"),
            claim("a1", "2024-10-18", quantity_low=10000, unit="soldiers"),
            claim("a5", ""),
        ],
        [
            response("a2", "2024-10-20", answers="t-a1"),
            response("a4", "2024-11-02", stance="declined", by="Kim Jong Gyu", by_country="PRK"),
        ],
    )
    assert list(ledger.columns) == list(COLUMNS)
    assert list(ledger["row_id"]) == ["t-a1", "r-a2", "t-a3", "r-a4", "t-a5"]
    assert list(ledger["entry"]) == ["alleged", "denied", "alleged", "declined", "alleged"]
    assert list(ledger["who"])[:4] == ["NIS", "Dmitry Peskov", "United States", "Kim Jong Gyu"]
    assert ledger.loc[2, "likelihood"] == "likely"
    assert ledger.loc[0, "quantity"] == "at least 10,000"
    assert ledger["published"].isna().tolist() == [False] * 4 + [True]


def test_an_answer_says_whose_claim_it_answers_else_why_it_is_of_this_case() -> None:
    ledger = ledger_of(
        [claim("a1", "2024-10-18")],
        [
            response("a2", "2024-10-20", answers="t-a1"),
            response("a3", "2024-10-21", answers="s-a1"),
            response("a4", "2024-10-22", answers="gone"),
        ],
    )
    assert list(ledger["answers"]) == [
        "",
        "NIS, 2024-10-18",
        "NIS, 2024-10-18",
        "the last claim on these parties before it",
    ]


def test_each_entry_has_its_origin_and_the_way_it_came() -> None:
    ledger = ledger_of([claim("a1"), claim("a2", claimant_id="", claimant="Daily a2")])
    assert list(ledger["origin"]) == ["NIS", "Daily a2"]
    assert list(ledger["chain"]) == [["Daily a1", "NIS"], ["Daily a2"]]


def test_what_is_told_only_through_its_denial_is_no_claim() -> None:
    told = claim("a1", nature="denied_only", act="deny", claimant="Dmitry Peskov")
    assert list(ledger_of([told], [response("a1", answers="t-a1")])["entry"]) == ["denied"]


def test_an_id_from_before_more_articles_came_in_leads_to_the_case() -> None:
    tables = tables_of([claim("a2", "2024-10-18")])
    [former] = tables["cases"]["case_id"]
    more = tables_of([claim("a2", "2024-10-18"), claim("a1", "2024-10-01")])
    [case_id] = more["cases"]["case_id"]
    assert former == make_merged_id("case", "t-a2") != case_id
    pd.testing.assert_frame_equal(list_ledger(more, former), list_ledger(more, case_id))
    assert len(list_ledger(more, "t-a2")) == 2


@pytest.mark.parametrize("name", ["case-000000000000", "", "a1"])
def test_an_id_that_leads_to_no_case_says_where_ids_stand(name: str) -> None:
    with pytest.raises(TableError, match="case_id of the table cases"):
        list_ledger(tables_of([claim("a1")]), name)


def test_only_the_rows_given_are_entered() -> None:
    tables = tables_of([claim("a1", "2024-10-01"), claim("a2", "2024-10-18")])
    [case_id] = tables["cases"]["case_id"]
    told = tables["transfer_allegations"]
    later = tables | {"transfer_allegations": told[told["article_id"] == "a2"]}
    assert list(list_ledger(later, case_id)["row_id"]) == ["t-a2"]
    none = tables | {"transfer_allegations": TABLES["transfer_allegations"].frame()}
    assert list_ledger(none, case_id).empty


def test_quantities_stand_claimant_by_claimant_over_time() -> None:
    tables = tables_of(
        [
            claim("a1", "2024-10-18", quantity_low=1500.0, quantity_high=1500.0, unit="soldiers"),
            claim("a2", "2024-10-20", **US, quantity_low=3000.0, unit="soldiers"),
            claim("a3", "2024-10-23", quantity_low=3000.0, quantity_high=3500.0, unit="soldiers"),
            claim("a4", "2024-10-24"),
        ]
    )
    [case_id] = tables["cases"]["case_id"]
    counted = pick_quantities(list_ledger(tables, case_id), "who")
    assert list(zip(counted["who"], counted["quantity"], strict=True)) == [
        ("NIS", "1,500"),
        ("NIS", "3,000–3,500"),
        ("United States", "at least 3,000"),
    ]
    assert counted["quantity_high"].isna().tolist() == [False, False, True]


def test_without_quantities_the_list_is_empty() -> None:
    tables = tables_of([claim("a1")])
    [case_id] = tables["cases"]["case_id"]
    assert pick_quantities(list_ledger(tables, case_id), "who").empty


DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2024, 3, 31)).map(dt.date.isoformat)
TOLD = st.lists(st.one_of(DAYS, st.just("")), min_size=1, max_size=6)
ANSWERED = st.lists(st.tuples(DAYS, st.sampled_from(STANCES)), max_size=4)


@settings(max_examples=8, deadline=None)
@given(TOLD, ANSWERED, st.randoms(use_true_random=False))
def test_any_order_of_articles_gives_the_same_tables_and_ledgers(
    told: list[str], answered: list[tuple[str, str]], random: Any
) -> None:
    claims = [claim(f"a{number}", day) for number, day in enumerate(told)]
    responses = [
        response(f"b{number}", day, stance=stance) for number, (day, stance) in enumerate(answered)
    ]
    coded = fill_with_articles(transfer_allegations=claims, responses=responses)
    once = merge(coded)
    again = merge({name: shuffle(table, random) for name, table in coded.items()})
    for name in ("origins", "members", "cases"):
        pd.testing.assert_frame_equal(once[name], again[name])
    for case_id in once["cases"]["case_id"]:
        pd.testing.assert_frame_equal(list_ledger(once, case_id), list_ledger(again, case_id))
