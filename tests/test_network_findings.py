"""What the network shows: influence and its word, brokers, balance, communities, chains, claims."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import network
from analysis.errors import ParameterError
from analysis.schema import ACTORS, STATEMENTS
from analysis.telling_influence import tell_influence
from tests.network_samples import NOBODY, QUADS, build, make_events, tie

STATES = ACTORS.frame(
    {"actor_id": code, "name": name, "kind": kind, "country": country}
    for code, name, kind, country in (
        ("RUR", "Ruritania", "state", "RUR"),
        ("FRE", "Freedonia", "state", "FRE"),
        ("SYL", "Sylvania", "state", "SYL"),
        ("king", "King Rudolf", "person", "RUR"),
        ("un", "UN", "igo", "IGO"),
        ("envoy", "UN envoy", "person", "IGO"),
        ("radio", "Radio Zenda", "media", "RUR"),
    )
)


# ---- Influence


def compare(
    before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> tuple[nx.MultiDiGraph, nx.MultiDiGraph, pd.DataFrame]:
    events = [make_events(*rows) for rows in (before, after)]
    events[1]["event_id"] = "n" + events[1]["event_id"].astype(str).str[1:]
    graphs = [network.build_network(part, STATES, roll_up=True) for part in events]
    return graphs[0], graphs[1], pd.concat(events, ignore_index=True)


def test_influence_is_a_share_of_all_cooperation() -> None:
    before, after, _ = compare(
        [tie("RUR", "FRE", "SUPPORT"), tie("FRE", "SYL", "SUPPORT")],
        [tie("RUR", "FRE", "SUPPORT"), tie("RUR", "FRE", "SUPPORT"), tie("un", "RUR", "SUPPORT")],
    )

    found = network.compare_influence(before, after)

    columns = ["name", "change", "share_before", "share_after", "rank_before", "rank_after"]
    assert found[columns].values.tolist() == [
        ["Ruritania", "rose", 50.0, 100.0, 2, 1],
        ["UN", "appeared", 0.0, 33.33, 0, 3],
        ["Freedonia", "fell", 100.0, 66.67, 1, 2],
        ["Sylvania", "vanished", 50.0, 0.0, 2, 0],
    ]
    assert found["gain"].tolist() == [50.0, 33.33, -33.33, -50.0]


def test_more_of_everything_gains_nobody_influence() -> None:
    one = [tie("RUR", "FRE", "SUPPORT"), tie("FRE", "SYL", "AID")]
    before, after, events = compare(one, one * 3)

    assert (network.compare_influence(before, after)["gain"] == 0).all()
    assert network.explain_gains(before, after, events, STATEMENTS.frame(), STATES).empty


def test_being_attacked_adds_no_influence() -> None:
    before, after, _ = compare(
        [tie("RUR", "FRE", "SUPPORT")],
        [tie("RUR", "FRE", "SUPPORT"), *[tie("RUR", "SYL", "ASSAULT")] * 5],
    )

    found = network.compare_influence(before, after).set_index("actor_id")

    assert found["gain"].tolist() == [0.0, 0.0, 0.0]
    assert (found.loc["SYL", "change"], found.loc["SYL", "share_after"]) == ("appeared", 0.0)


def tell(before: list[dict[str, Any]], after: list[dict[str, Any]], day: str) -> list[str]:
    first, second, events = compare(before, after)
    influence = network.compare_influence(first, second)
    gains = network.explain_gains(first, second, events, STATEMENTS.frame(), STATES)
    (section,) = tell_influence(influence, gains, (first, second), day).sections
    assert section.row_ids <= {*events["event_id"]}
    return [sentence.text for sentence in section.sentences]


def test_who_gained_through_whom_and_on_whose_word_is_told() -> None:
    before = [tie("RUR", "FRE", "SUPPORT"), tie("FRE", "SYL", "SUPPORT")]
    after = [tie("RUR", "FRE", "SUPPORT"), tie("un", "RUR", "SUPPORT")]
    assert tell(before, after, "2024-06-19") == [
        "Ruritania gained influence, from 50 to 100 percent of all cooperation told as fact: "
        "50 points through UN, on the word of the media (Wire 1).",
        "UN gained influence, from 0 to 50 percent of all cooperation told as fact: 50 points "
        "through Ruritania, on the word of the media (Wire 1).",
        "Sylvania lost most, from 50 to 0 percent.",
        "This rests on 2 events before 19 June 2024 and 2 from then on, so few that one article "
        "can move it.",
    ]
    assert tell(before, before, "2024-06-19")[0] == (
        "No actor has a greater share of the cooperation than before."
    )
    assert tell([], [], "") == ["Nothing can be compared."]


@pytest.mark.parametrize(
    ("speaker", "whose"),
    [
        ({"speaker_id": "king", "speaker": "King Rudolf", "speaker_country": "RUR"}, "own side"),
        ({"speaker_id": "FRE", "speaker": "Freedonia", "speaker_country": "FRE"}, "partner's side"),
        ({"speaker_id": "SYL", "speaker": "Sylvania", "speaker_country": "SYL"}, "others"),
        ({"speaker": "a diplomat"}, "others"),
        # A medium is nobody's side, wherever it is published.
        ({"speaker_id": "radio", "speaker": "Radio Zenda", "speaker_country": "RUR"}, "media"),
        (None, "media"),
    ],
)
def test_a_gain_rests_on_the_word_of_who_tells_it(
    speaker: dict[str, Any] | None, whose: str
) -> None:
    told = {"statement_id": "s1"} if speaker else {}
    before, after, events = compare(
        [tie("FRE", "SYL", "SUPPORT")],
        [tie("FRE", "SYL", "SUPPORT"), tie("RUR", "FRE", "SUPPORT", **told)],
    )
    rows = [{"statement_id": "s1", "act": "say", "confidence": "high", **(speaker or {})}]

    found = network.explain_gains(before, after, events, STATEMENTS.frame(rows), STATES)

    row = found[found["actor_id"] == "RUR"].iloc[0]
    assert (row["partner"], row["whose_word"], row["points"]) == ("Freedonia", whose, 50.0)
    assert row["voices"] == f"{(speaker or {}).get('speaker', 'Wire')} 1"
    assert row["row_ids"] == ["n1"]


def test_an_organisation_does_not_speak_for_another() -> None:
    """IGO is no state: the envoy of one body is not the side of another."""
    before, after, events = compare(
        [tie("FRE", "SYL", "SUPPORT")], [tie("un", "FRE", "SUPPORT", statement_id="s1")]
    )
    speaker = {"speaker_id": "envoy", "speaker": "OSCE envoy", "speaker_country": "IGO"}
    said = STATEMENTS.frame([{"statement_id": "s1", "act": "say", "confidence": "high", **speaker}])

    found = network.explain_gains(before, after, events, said, STATES)

    assert set(found.loc[found["actor_id"] == "un", "whose_word"]) == {"others"}


def test_points_of_one_partner_are_divided_by_scores() -> None:
    before, after, events = compare(
        [tie("FRE", "SYL", "AID")],
        [
            tie("RUR", "FRE", "AID", statement_id="s1"),
            tie("RUR", "FRE", "SUPPORT"),
        ],
    )
    said = STATEMENTS.frame(
        [{"statement_id": "s1", "act": "say", "confidence": "high", "speaker_country": "RUR"}]
    )

    found = network.explain_gains(before, after, events, said, STATES)

    rows = found[found["actor_id"] == "RUR"]
    assert rows[["whose_word", "points"]].values.tolist() == [
        ["own side", 63.64],
        ["media", 36.36],
    ]
    assert rows.iloc[0]["voices"] == "somebody unnamed 1"


few = settings(max_examples=15, deadline=None)
ROWS = st.lists(
    st.builds(
        tie,
        st.sampled_from("ABCD"),
        st.sampled_from("ABCDE"),
        st.sampled_from(sorted(QUADS)),
    ),
    max_size=10,
)


@few
@given(ROWS, ROWS)
def test_gains_add_up_over_partners_and_voices(
    first: list[dict[str, Any]], second: list[dict[str, Any]]
) -> None:
    before, after, events = compare(first, second)

    influence = network.compare_influence(before, after).set_index("actor_id")
    gains = network.explain_gains(before, after, events, STATEMENTS.frame(), STATES)

    shares = [influence[f"share_{side}"].sum() for side in ("before", "after")]
    assert all(total == 0 or abs(total - 200) < 0.1 for total in shares)
    assert abs(influence["gain"].sum() - (shares[1] - shares[0])) < 0.1
    pairs = gains.groupby(["actor_id", "partner_id"])
    assert ((pairs["points"].sum() - pairs["gain"].first()).abs() < 0.05).all()
    for actor_id, rows in gains.groupby("actor_id"):
        # Through whom it lost is not among them: the gains are at least the sum of all.
        won = rows.drop_duplicates("partner_id")["gain"].sum()
        assert won >= influence.loc[actor_id, "gain"] - 0.1


# ---- Brokers


def test_the_hub_of_a_star_stands_between_all_pairs() -> None:
    found = network.find_brokers(build(*(tie("hub", leaf) for leaf in "ABCD"), tie("hub", "A")))

    assert found["name"].tolist() == ["hub"]
    row = found.iloc[0]
    assert (row["betweenness"], row["open_pairs"], row["cut_off"]) == (1.0, 6, 3)
    assert row["between"] == "A – B; A – C; A – D; and 3 more"
    assert row["row_ids"] == ["e0", "e1", "e2", "e3", "e4"]


def test_where_all_are_tied_nobody_is_a_broker() -> None:
    assert network.find_brokers(build(tie("A", "B"), tie("B", "C"), tie("C", "A"))).empty


def test_who_can_be_got_round_cuts_nobody_off() -> None:
    found = network.find_brokers(build(*(tie(*pair) for pair in ("AB", "BC", "CD", "DA"))))

    assert found["cut_off"].tolist() == [0, 0, 0, 0]
    assert set(found["constraint"]) == {0.5}


# ---- Balance


@pytest.mark.parametrize(
    ("types", "signs", "balanced", "conflict"),
    [
        (("AID", "AID", "AID"), "+ + +", True, ""),
        (("AID", "ASSAULT", "ASSAULT"), "+ − −", True, "A – C; B – C"),
        (("AID", "AID", "ASSAULT"), "+ + −", False, "B – C"),
        (("ASSAULT", "ASSAULT", "ASSAULT"), "− − −", False, "A – B; A – C; B – C"),
    ],
)
def test_a_triad_is_in_balance_with_an_even_number_of_conflicts(
    types: tuple[str, ...], signs: str, balanced: bool, conflict: str
) -> None:
    pairs = (("A", "B"), ("A", "C"), ("B", "C"))
    graph = build(*(tie(*pair, kind) for pair, kind in zip(pairs, types, strict=True)))

    row = network.find_triads(graph).iloc[0]

    assert (row["signs"], row["balanced"], row["conflict_between"]) == (signs, balanced, conflict)
    assert (row["a"], row["b"], row["c"], row["row_ids"]) == ("A", "B", "C", ["e0", "e1", "e2"])


def test_a_tie_that_is_even_has_no_sign() -> None:
    even = [tie("B", "C", "AID"), tie("B", "C", "ASSAULT", score=-7.0)]

    assert network.find_triads(build(tie("A", "B"), tie("A", "C"), *even)).empty


def test_triads_out_of_balance_come_first() -> None:
    graph = build(
        *(tie(*pair, "AID") for pair in ("AB", "AC", "BC", "BD")), tie("C", "D", "ASSAULT")
    )

    assert network.find_triads(graph)["balanced"].tolist() == [False, True]


# ---- Periods


def at(day: str, actor: str, recipient: str, **more: Any) -> dict[str, Any]:
    return tie(actor, recipient, published=pd.Timestamp(day), **more)


def test_a_network_is_cut_into_months_without_a_gap() -> None:
    events = make_events(
        at("2024-01-31", "A", "B"), at("2024-03-01", "B", "C"), tie("C", "D", published=pd.NaT)
    )

    slices = network.slice_network(events, NOBODY)

    assert {month: list(graph) for month, graph in slices.items()} == {
        "2024-01": ["A", "B"],
        "2024-02": [],
        "2024-03": ["B", "C"],
    }
    assert list(network.slice_network(events, NOBODY, period="quarter")) == ["2024Q1"]
    assert list(network.slice_network(events, NOBODY, period="year")) == ["2024"]


def test_a_period_that_is_none_is_refused() -> None:
    with pytest.raises(ParameterError, match=r"period: 'week' is none\. Use one of: month"):
        network.slice_network(make_events(), NOBODY, period="week")


def test_nothing_dated_has_no_periods() -> None:
    assert network.slice_network(make_events(tie("A", "B", published=pd.NaT)), NOBODY) == {}


def triangle(*names: str) -> list[dict[str, Any]]:
    return [tie(a, b) for a, b in zip(names, (*names[1:], names[0]), strict=True)]


def test_a_community_keeps_its_number_and_who_leaves_it_is_seen() -> None:
    found = network.follow_communities(
        {
            "2024Q1": build(*triangle(*"ABCD"), *triangle(*"XYZ")),
            # D goes over to the others, which are now the larger part; P, Q and R are new.
            "2024Q2": build(*triangle(*"XYZD"), *triangle(*"ABC"), *triangle(*"PQR")),
        }
    )

    numbers = found.set_index(["period", "actor_id"])[["community", "before"]]
    assert numbers.loc["2024Q1", "community"].to_dict() == {
        **dict.fromkeys("ABCD", 1),
        **dict.fromkeys("XYZ", 2),
    }
    second = numbers.loc["2024Q2"]
    assert second["community"].to_dict() == {
        **dict.fromkeys("ABC", 1),
        **dict.fromkeys("DXYZ", 2),
        **dict.fromkeys("PQR", 3),
    }
    assert second["before"].to_dict() == {
        **dict.fromkeys("ABCD", 1),
        **dict.fromkeys("XYZ", 2),
        **dict.fromkeys("PQR", 0),
    }


# ---- From near


CHAIN = build(*(tie(*pair) for pair in ("AB", "BC", "CD", "AX", "XD", "AX", "XY")), tie("P", "Q"))


def test_partners_bring_their_own_ties_but_nobody_else() -> None:
    near = network.find_partners(CHAIN, "X")

    assert sorted(near) == ["A", "D", "X", "Y"]
    assert not near.has_edge("A", "B")
    assert near.name == "X and its partners"


def test_by_default_whoever_has_most_partners_is_seen_from_near() -> None:
    assert network.find_partners(CHAIN).name == "X and its partners"


def test_the_shortest_chain_shows_the_events_of_each_step() -> None:
    chain = network.find_chain(CHAIN, ["D", "A"])

    columns = ["step", "a", "b", "events", "row_ids"]
    assert chain[columns].values.tolist() == [
        [1, "D", "X", 1, ["e4"]],
        [2, "X", "A", 2, ["e3", "e5"]],
    ]


def test_of_chains_as_short_the_better_reported_is_shown() -> None:
    graph = build(*(tie(*pair) for pair in ("AB", "BD", "AC", "CD", "AC", "CD")))

    assert network.find_chain(graph, ["A", "D"])["b"].tolist() == ["C", "D"]


def test_where_no_chain_leads_there_is_none() -> None:
    assert network.find_chain(CHAIN, ["A", "P"]).empty
    assert network.find_chain(CHAIN, ["A", "A"]).empty
    assert network.find_chain(build(tie("A", "B"))).empty


@pytest.mark.parametrize("ends", [["A"], ["A", "B", "C"], "AB"])
def test_a_chain_has_two_ends(ends: Any) -> None:
    with pytest.raises(ParameterError, match="are not two actors"):
        network.find_chain(CHAIN, ends)


def test_an_actor_that_is_not_in_the_network_is_refused_with_some_that_are() -> None:
    with pytest.raises(ParameterError, match="no actor 'Nobody' in this network"):
        network.find_chain(CHAIN, ["A", "Nobody"])
    with pytest.raises(ParameterError, match="such as X, A"):
        network.find_partners(CHAIN, "Nobody")


# ---- Claims apart


CLAIMS = make_events(
    tie("A", "B", "AID"),
    tie("A", "B", "AID", status="alleged", statement_id="sure"),
    tie("A", "B", "AID", status="alleged", statement_id="vague"),
    tie("A", "B", "AID", status="planned"),
)
HEDGED = STATEMENTS.frame(
    {"statement_id": name, "act": "say", "confidence": "high", "likelihood_low": low}
    for name, low in (("sure", 80.0), ("vague", 20.0))
)


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ({}, ["e0", "e1", "e2", "e3"]),
        ({"likely": 55}, ["e0", "e1"]),
        ({"standing": ["disputed"]}, ["e0", "e2"]),
        ({"standing": ["disputed"], "likely": 55}, ["e0"]),
    ],
)
def test_claims_are_chosen_by_standing_and_likelihood_and_facts_stay(
    options: dict[str, Any], kept: list[str]
) -> None:
    standings = {"e1": "alleged", "e2": "disputed"}

    found = network.filter_claims(CLAIMS, HEDGED, standings, **options)

    assert found["event_id"].tolist() == kept


def test_an_unknown_standing_is_refused() -> None:
    with pytest.raises(ParameterError, match="there is no proven"):
        network.filter_claims(CLAIMS, HEDGED, {}, standing=["proven"])


def test_kinds_of_actors_are_tied_like_actors() -> None:
    events = make_events(tie("king", "FRE"), tie("RUR", "FRE", "AID"), tie("un", "ghost"))

    links = network.count_links(network.group_by_kind(network.build_network(events, STATES)))

    assert links[["actor", "recipient", "events"]].values.tolist() == [
        ["igo", "unknown", 1],
        ["person", "state", 1],
        ["state", "state", 1],
    ]
