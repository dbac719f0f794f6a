"""The charts of the network: every mark leads to its events, claims never look like facts."""

from __future__ import annotations

import re
from typing import Any

import networkx as nx
import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis import network
from analysis.charts import network as charts
from analysis.charts.network.drawing import MOST_DRAWN
from analysis.charts.network.names import place_names
from analysis.charts.network.triads import MOST_LISTED
from analysis.charts.style import QUAD_COLOURS
from analysis.schema import ACTORS, EVENTS, STATEMENTS
from tests.network_samples import build, make_events, tie

HOSTILE = "<script>alert(1)</script> & Sons"

BOTH = build(
    tie("A", "B", "AID"),
    tie("A", "B", "AID", status="alleged"),
    tie("B", "A", "ACCUSE"),
    tie("B", "C", "ASSAULT"),
    tie("C", "B"),
    tie("A C", "D", "SUPPORT"),
    tie("D", "E"),
    status=network.STATUS_ALLEGED,
)
# No three of them are all tied.
TRIANGLE = build(tie("A", "B"), tie("B", "C"), tie("C", "A"))
LATER = build(tie("A", "B", "AID", event_id="later"))


def draw_all(graph: nx.MultiDiGraph, later: nx.MultiDiGraph, **options: Any) -> list[go.Figure]:
    strongest = [charts.count_strongest_ties(g) for g in (graph, network.group_by_kind(graph))]
    near = network.find_partners(graph)
    months = {"2024-03": graph, "2024-04": later}
    return [
        charts.plot_network(
            network.count_links(graph), charts.count_actors(graph), title="t", **options
        ),
        charts.plot_influence(network.compare_influence(graph, later), title="t", **options),
        charts.plot_gains(explain_all(graph, later), title="t", **options),
        charts.plot_strongest_ties(strongest[0], title="t", **options),
        charts.plot_strongest_ties(strongest[1], title="t", name="network-kinds", **options),
        charts.plot_actors(charts.count_actors(graph), title="t", **options),
        charts.plot_brokers(network.find_brokers(graph), title="t", **options),
        charts.plot_balance(charts.count_balance(graph), title="t", **options),
        charts.plot_timelines(charts.count_timelines(months), title="t", **options),
        charts.plot_triads(network.find_triads(TRIANGLE if graph is BOTH else graph), title="t"),
        charts.plot_change(network.compare_networks(graph, later), title="t", **options),
        charts.plot_communities(network.follow_communities(months), title="t", **options),
        charts.plot_network(
            network.count_links(near),
            charts.count_actors(near, within=graph),
            title="t",
            name="network-near",
            zoom=True,
            **options,
        ),
        charts.plot_chain(network.find_chain(graph), title="t"),
    ]


def explain_all(graph: nx.MultiDiGraph, later: nx.MultiDiGraph) -> pd.DataFrame:
    """Explain gains of a network made by hand, as if its events were no statements."""
    ids = {
        row_id
        for g in (graph, later)
        for *_, tie in g.edges(data=True)
        for row_id in tie["row_ids"]
    }
    scores = {
        i: s
        for g in (graph, later)
        for *_, tie in g.edges(data=True)
        for i, s in tie["scores"].items()
    }
    events = EVENTS.frame(
        {
            **tie("A", "B"),
            "event_id": i,
            "score": scores[i],
            "outlet": HOSTILE,
            "status": "occurred",
            "confidence": "high",
        }
        for i in sorted(ids)
    )
    return network.explain_gains(graph, later, events, STATEMENTS.frame(), ACTORS.frame())


def list_marks(figure: go.Figure) -> list[tuple[str, str]]:
    """Return customdata and hover text of each mark."""
    return [
        (ids, text)
        for trace in figure.data
        if trace.hoverinfo != "skip"
        for ids, text in zip(trace.customdata, trace.hovertext, strict=True)
    ]


each_chart = pytest.mark.parametrize(
    "figure", draw_all(BOTH, LATER), ids=lambda figure: figure.layout.meta["name"]
)


@each_chart
def test_every_mark_leads_to_events(figure: go.Figure) -> None:
    known = {row_id for *_, data in BOTH.edges(data=True) for row_id in data["row_ids"]} | {"later"}

    marks = list_marks(figure)

    assert marks
    assert all(ids and set(ids.split(";")) <= known for ids, _ in marks)
    assert all(text for _, text in marks)


@each_chart
def test_the_table_beside_a_chart_leads_to_the_same_events(figure: go.Figure) -> None:
    table = figure.layout.meta["table"]

    assert len(table["rows"]) == len(table["row_ids"]) > 0
    marked = {row_id for ids, _ in list_marks(figure) for row_id in ids.split(";")}
    assert marked == {row_id for ids in table["row_ids"] for row_id in ids}


def test_the_charts_of_a_page_have_names_of_their_own() -> None:
    names = [figure.layout.meta["name"] for figure in draw_all(BOTH, LATER)]

    assert len(names) == len(set(names))


def test_nothing_selected_gives_charts_that_say_so() -> None:
    for figure in draw_all(build(), build()):
        assert figure.layout.annotations[0].text == "Nothing in this selection"
        assert figure.layout.meta["reading"] == "Nothing in this selection."
        assert figure.layout.meta["table"]["rows"] == []


def test_the_same_network_gives_the_same_bytes() -> None:
    first, second = draw_all(BOTH, LATER), draw_all(BOTH, LATER)

    assert [figure.to_json() for figure in first] == [figure.to_json() for figure in second]


def test_hostile_names_are_shown_as_text() -> None:
    actors = ACTORS.frame([{"actor_id": "A", "name": HOSTILE, "kind": "state"}])
    graph = network.build_network(make_events(tie("A", "B"), tie("B", "A", "ACCUSE")), actors)

    for figure in draw_all(graph, build()):
        drawn = figure.to_dict()
        del drawn["layout"]["meta"]  # the page escapes it
        assert not re.search(r"<(?!br>|/?b>)", str(drawn))


# ---- The drawing


def draw(graph: nx.MultiDiGraph, **options: Any) -> go.Figure:
    return charts.plot_network(
        network.count_links(graph), charts.count_actors(graph), title="t", **options
    )


def test_only_what_is_alleged_is_dashed() -> None:
    lines = [trace for trace in draw(BOTH).data if trace.mode == "lines"]

    dashed = {trace.name for trace in lines if trace.line.dash != "solid"}
    assert dashed == {"material cooperation, alleged"}
    assert "material cooperation" in {trace.name for trace in lines if trace.line.dash == "solid"}


def test_an_alleged_tie_says_so_when_pointed_at() -> None:
    texts = [text for _, text in list_marks(draw(BOTH)) if text.startswith("A → B")]

    assert {text.split("<br>")[0] for text in texts} == {"A → B", "A → B (alleged)"}


def test_the_colour_of_an_arc_is_the_class_of_its_events() -> None:
    lines = [t for t in draw(build(tie("A", "B", "ASSAULT"))).data if t.mode == "lines"]

    assert [trace.line.color for trace in lines] == [QUAD_COLOURS[4]]


def test_both_directions_of_a_pair_are_two_arcs_apart() -> None:
    arrows = next(t for t in draw(build(tie("A", "B"), tie("B", "A"))).data if t.mode == "markers")
    middles = list(zip(arrows.x, arrows.y, strict=True))[1::2]

    assert len(set(middles)) == 2


def test_an_arrow_turns_with_its_arc() -> None:
    arrows = next(t for t in draw(build(tie("A", "B"))).data if t.mode == "markers")

    assert arrows.marker.angleref == "previous"
    assert arrows.marker.size[0] == 0
    assert arrows.marker.size[1] > 0


def test_a_number_of_actors_is_named() -> None:
    points = draw(BOTH, top=2).data[-1]

    assert [text for text in points.text if text] == ["<b>B</b>", "<b>A</b>"]
    assert len(points.text) == 5


def test_names_keep_clear_of_one_another() -> None:
    names, places = ["Ruritania", "Freedonia"], [(0.0, 0.0), (0.0, 0.1)]

    assert place_names(names, places) == ["bottom center", "top center"]
    assert place_names(["Ruritania", ""], places)[0] == "bottom center"
    assert place_names(["Ruritania"], places[:1]) == ["top center"]
    assert place_names(["Ruritania"], [(1.2, 0.0)]) == ["middle left"]


def test_of_a_large_network_the_strongest_are_drawn_and_the_reading_says_so() -> None:
    graph = build(*(tie("hub", f"x{number:03d}") for number in range(MOST_DRAWN + 5)))

    figure = draw(graph)

    assert len(figure.data[-1].x) == MOST_DRAWN
    assert f"the strongest of {MOST_DRAWN + 6} actors" in figure.layout.meta["reading"]


def test_the_reading_never_tells_a_claim_as_a_fact() -> None:
    graph = build(
        tie("A", "B", "AID", status="alleged"),
        tie("A", "B", "AID", status="alleged"),
        tie("B", "A"),
        status=network.STATUS_ALLEGED,
    )

    assert draw(graph).layout.meta["reading"] == (
        "2 actors and 2 directed ties, 1 of them only alleged; "
        "most often A is alleged to act towards B, in 2 events."
    )


# ---- Ties


def test_the_reading_of_the_strongest_tie_says_what_is_only_alleged() -> None:
    figure = charts.plot_strongest_ties(charts.count_strongest_ties(BOTH), title="t")

    assert figure.layout.meta["reading"] == (
        "A acts or is alleged to act towards B in 2 events, 1 of them only alleged, "
        "the most of 7 directed pairs."
    )


def test_strongest_ties_count_each_class_and_standing_apart() -> None:
    counts = charts.count_strongest_ties(BOTH)

    first = counts[counts["actor_id"].eq("A") & counts["recipient_id"].eq("B")]
    assert first[["told", "class", "events", "total"]].values.tolist() == [
        ["fact", "material cooperation", 1, 2],
        ["claim", "material cooperation", 1, 2],
    ]
    assert counts["total"].is_monotonic_decreasing


def test_alleged_segments_are_hatched_otherwise() -> None:
    figure = charts.plot_strongest_ties(charts.count_strongest_ties(BOTH), title="t")
    hatching = {trace.name: trace.marker.pattern.shape for trace in figure.data}

    assert hatching["material cooperation"] is None
    assert hatching["material cooperation, alleged"] == "x"


def test_only_the_top_pairs_are_drawn() -> None:
    figure = charts.plot_strongest_ties(charts.count_strongest_ties(BOTH), title="t", top=1)

    assert {place for trace in figure.data for place in trace.y} == {0}


def test_conflict_points_left_and_cooperation_right() -> None:
    counts = charts.count_balance(build(tie("A", "B", "AID"), tie("B", "A", "ACCUSE")))

    assert counts[["class", "score", "balance"]].values.tolist() == [
        ["material cooperation", 7.0, 0.5556],
        ["verbal conflict", -2.0, 0.5556],
    ]


def test_a_change_shows_both_periods_and_leaves_out_what_stayed() -> None:
    before = build(tie("A", "B"), tie("A", "C"), tie("A", "C"))
    after = build(tie("A", "B", event_id="n1"), tie("A", "D", event_id="n2"))

    figure = charts.plot_change(network.compare_networks(before, after), title="t")

    by_name = {trace.name: trace for trace in figure.data if trace.name}
    assert by_name["before"].customdata == ("e1;e2",)
    assert by_name["after"].customdata == ("n2",)
    assert figure.layout.meta["reading"] == (
        "Of 3 pairs in either period: 1 appeared, 1 vanished, 1 steady; most between A and C, "
        "from 2 events to 0."
    )


def test_a_broker_is_drawn_with_whom_it_stands_between() -> None:
    graph = build(tie("A", "B"), tie("B", "C"), tie("C", "D"))

    figure = charts.plot_brokers(network.find_brokers(graph), title="t")

    assert figure.data[0].x == (66.7, 66.7)
    assert "between A – C" in figure.data[0].hovertext[0]
    assert "1 actor would be cut off" in figure.layout.meta["reading"]


def test_a_gain_is_read_with_partner_and_whose_word() -> None:
    graph = build(tie("A", "B"), tie("C", "D"))
    later = build(tie("A", "B", "AID", event_id="n1"), tie("C", "D", event_id="n2"))

    figure = charts.plot_gains(explain_all(graph, later), title="t")

    assert figure.layout.meta["reading"] == (
        f"A gained 32.4 points, 32.4 of them through B, only on the word of the media ({HOSTILE} 1)."
    )
    assert figure.layout.yaxis.ticktext == ("A<br>through B", "B<br>through A")


def test_months_of_one_pair_are_drawn_with_conflict_below() -> None:
    months = {
        "2024-03": build(tie("A", "B", "AID"), tie("A", "B", "ACCUSE")),
        "2024-04": build(),
        "2024-05": build(tie("B", "A", event_id="n1")),
    }

    figure = charts.plot_timelines(charts.count_timelines(months), title="t")

    bars = {trace.name: (trace.x, trace.y) for trace in figure.data}
    assert bars == {
        "verbal cooperation": (("2024-05-15",), (1.5,)),
        "material cooperation": (("2024-03-15",), (7.0,)),
        "verbal conflict": (("2024-03-15",), (-2.0,)),
    }
    assert figure.layout.meta["reading"] == (
        "A and B have 3 events in 2 months, most by score in 2024-03; "
        "conflict outweighs cooperation in none of these months."
    )


def test_a_part_seen_from_near_fills_the_drawing_and_keeps_its_order() -> None:
    near = network.find_partners(BOTH, "E")
    placed = charts.count_actors(near, within=BOTH)

    figure = charts.plot_network(network.count_links(near), placed, title="t", zoom=True)

    points = figure.data[-1]
    assert sorted(points.x) == [-1, 1]
    order = sorted(range(2), key=lambda place: points.x[place])
    assert order == sorted(range(2), key=lambda place: placed["x"][place])


def test_of_many_triads_all_are_counted_and_some_are_listed() -> None:
    hubs = [tie("A", "B"), *(tie(hub, f"x{n}") for n in range(MOST_LISTED + 5) for hub in "AB")]

    figure = charts.plot_triads(network.find_triads(build(*hubs)), title="t")

    assert figure.data[0].x == (MOST_LISTED + 5,)
    assert len(figure.layout.meta["table"]["rows"]) == MOST_LISTED
    assert len(figure.data[0].customdata[0].split(";")) == 2 * MOST_LISTED + 1


def test_a_chain_is_read_step_by_step() -> None:
    graph = build(tie("A", "B"), tie("B", "C", "ASSAULT"))

    figure = charts.plot_chain(network.find_chain(graph, ["A", "C"]), title="t")

    assert figure.layout.meta["reading"] == (
        "A is linked to C through B, in 2 steps; the weakest is A – B, with 1 event."
    )


def test_an_actor_that_only_acts_has_one_bar() -> None:
    figure = charts.plot_actors(charts.count_actors(build(tie("A", "B"))), title="t")

    assert [(trace.name, trace.customdata) for trace in figure.data] == [
        ("acts", ("e0",)),
        ("is acted towards", ("e0",)),
    ]
    assert isinstance(figure.layout.meta["table"]["rows"][0][0], str)
    assert pd.notna(figure.layout.height)
