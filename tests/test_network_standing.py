"""The standing of the case behind an event: how far somebody's word for a transfer has come."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from analysis import network
from analysis.schema import CASES, MEMBERS, TRANSFER_ALLEGATIONS
from tests.network_samples import NOBODY, make_events, tie

SENT = {
    "supplier_country": "RUR",
    "recipient_country": "FRE",
    "sentence_id": "a#1",
    "statement_id": "s1",
    "act": "say",
    "nature": "alleged",
    "category": "artillery",
    "kind": "arms",
    "confidence": "high",
}
AID = {
    "actor_countries": ["RUR"],
    "recipient_countries": ["FRE"],
    "sentence_id": "a#1",
}


def find(events: pd.DataFrame, **standing_of: str) -> dict[str, str]:
    """Find standings where each named allegation is a case of that standing."""
    rows = [
        {**SENT, "allegation_id": name, **({"sentence_id": "b#9"} if name == "far" else {})}
        for name in standing_of
    ]
    allegations = TRANSFER_ALLEGATIONS.frame(rows)
    members = MEMBERS.frame(
        {"row_id": name, "kind": "case", "merged_id": f"case-{name}"} for name in standing_of
    )
    cases = CASES.frame(
        {"case_id": f"case-{name}", "standing": value, "kind": "arms", "category": "artillery"}
        for name, value in standing_of.items()
    )
    return network.find_standings(events, allegations, members, cases)


def make(**more: Any) -> pd.DataFrame:
    return make_events({**tie("RUR", "FRE", "AID", status="alleged"), **AID, **more})


def test_an_event_has_the_standing_of_the_case_told_in_its_sentence() -> None:
    assert find(make(), one="disputed") == {"e0": "disputed"}


def test_the_same_statement_ties_them_too() -> None:
    assert find(make(sentence_id="a#2", statement_id="s1"), one="alleged") == {"e0": "alleged"}


@pytest.mark.parametrize(
    "other",
    [
        {"sentence_id": "a#2"},
        {"event_type": "CONSULT", "quad": 1},
        {"recipient_countries": ["SYL"]},
        {"actor_countries": ["FRE"], "recipient_countries": ["RUR"]},
    ],
)
def test_another_sentence_type_or_direction_has_none(other: dict[str, Any]) -> None:
    assert find(make(**other), one="disputed") == {}


def test_of_several_cases_the_least_established_counts() -> None:
    assert find(make(), one="acknowledged", two="alleged") == {"e0": "alleged"}


def test_the_edge_counts_its_standings() -> None:
    events = make()
    graph = network.build_network(
        events,
        NOBODY,
        status=network.STATUS_ALLEGED,
        standings=find(events, one="disputed"),
    )

    assert graph.edges["RUR", "FRE", "AID claim"]["standings"] == {"disputed": 1}
