"""Charts: the numbers they count, and that every mark leads back to its rows."""

from __future__ import annotations

import itertools
import json
import re
import urllib.request
from collections.abc import Iterator
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import charts
from analysis.charts import axes, style
from analysis.reports.charts import Chart, read_chart
from analysis.schema import (
    ACTS,
    ARTICLES,
    CASES,
    MEMBERS,
    ORIGINS,
    REJECTS,
    RESPONSES,
    STANCES,
    STATEMENTS,
    TRANSFER_ALLEGATIONS,
    VISIT_STATUS,
    VISITS,
    Table,
)
from tests import merging_samples
from tests.merging_samples import ARMS, US, merge_rows

HOSTILE = '</script><img src=x onerror=alert(1)> & "Söhne"'
JUNE = pd.Timestamp("2024-06-20")

Frames = dict[str, pd.DataFrame]


def build(table: Table, *rows: dict[str, Any]) -> pd.DataFrame:
    common = {
        "article_id": "a1",
        "published": JUNE,
        "outlet": "Courier",
        "confidence": "high",
        "start": 0,
    }
    names = set(table.column_names)
    return table.frame(
        {name: value for name, value in {**common, **row}.items() if name in names} for row in rows
    )


def visit(visit_id: str, visitor: str = "Ann", country: str = "FRE", **more: Any) -> dict[str, Any]:
    return {
        "visit_id": visit_id,
        "visitor_id": visitor.lower(),
        "visitor": visitor,
        "visitor_country": "RUR",
        "country": country,
        "date": "2024-06-19",
        "date_end": "2024-06-19",
        "date_precision": "day",
        "status": "occurred",
        "kind": "bilateral",
        **more,
    }


def claim(allegation_id: str, claimant: str = "Seoul", **more: Any) -> dict[str, Any]:
    return {
        "allegation_id": allegation_id,
        "kind": "arms",
        "supplier_id": "RUR",
        "supplier": "Ruritania",
        "supplier_country": "RUR",
        "recipient_id": "FRE",
        "recipient": "Freedonia",
        "recipient_country": "FRE",
        "item": "shells",
        "category": "ammunition",
        "claimant_id": claimant.lower(),
        "claimant": claimant,
        "claimant_country": "KOR",
        "act": "say",
        "nature": "alleged",
        **more,
    }


def statement(
    statement_id: str, speaker: str = "Ann", act: str = "say", **more: Any
) -> dict[str, Any]:
    return {
        "statement_id": statement_id,
        "speaker_id": speaker.lower(),
        "speaker": speaker,
        "speaker_country": "RUR",
        "act": act,
        **more,
    }


def article(article_id: str, day: str = "2024-06-03", **more: Any) -> dict[str, Any]:
    published = pd.Timestamp(day) if day else pd.NaT
    return {"article_id": article_id, "published": published, "title": f"On {article_id}", **more}


def one_of_each(name: str = "Ann") -> Frames:
    """Frames with a row or two each, in which a name appears wherever a text may."""
    return {
        "articles": build(
            ARTICLES,
            article("a1", outlet=name, title=name),
            article("a2", "2024-08-05", outlet=name, duplicate_of="a1"),
            article("a3", "", outlet=name),
        ),
        "rejects": build(REJECTS, {"source_path": "x.md", "reason": name, "detail": "No text."}),
        "visits": build(
            VISITS,
            visit("v1", name, city=name, host=name),
            visit("v2", name, "SGP", date="2024-06", date_end="", date_precision="month"),
            visit("v3", name, date="", date_end="", date_precision="unresolved", status="planned"),
        ),
        "transfer_allegations": build(
            TRANSFER_ALLEGATIONS,
            claim("t1", name, supplier=name, recipient=name, quantity_low=5.0, unit=name),
            claim("t2", name, quantity_low=5.0, quantity_high=9.0, unit=name, act="accuse"),
            claim("t3", name, quantity_high=9.0, unit=name, published=pd.NaT),
        ),
        "responses": build(
            RESPONSES, {"response_id": "r1", "by": name, "stance": "denied", "by_id": "by"}
        ),
        "cases": build(
            CASES,
            {
                "case_id": "c1",
                "kind": "arms",
                "supplier": name,
                "recipient": name,
                "category": "ammunition",
                "first_claim": JUNE,
                "standing": "disputed",
            },
        ),
        "members": build(
            MEMBERS,
            *(
                {"row_id": row_id, "kind": "case", "merged_id": "c1"}
                for row_id in ("t1", "t2", "t3", "r1")
            ),
        ),
        "origins": build(
            ORIGINS,
            *(
                {"row_id": row_id, "origin": name, "chain": [name], "kind": "speaker"}
                for row_id in ("t1", "t2", "t3", "r1")
            ),
        ),
        "statements": build(
            STATEMENTS,
            statement("s1", name),
            statement(
                "s2",
                name,
                "assess",
                likelihood_words=name,
                likelihood_low=55.0,
                likelihood_high=80.0,
            ),
            statement("s3", name, "deny", published=pd.NaT),
        ),
    }


def draw_all(frames: Frames) -> list[go.Figure]:
    visits, allegations = frames["visits"], frames["transfer_allegations"]
    statements, articles = frames["statements"], frames["articles"]
    timeline = charts.count_timeline(visits)
    contests = charts.count_contests(
        frames["cases"], frames["members"], allegations, frames["responses"]
    )
    ledgers = charts.count_ledgers(
        *(frames[name] for name in ("cases", "members")),
        allegations,
        frames["responses"],
        frames["origins"],
    )
    received = charts.count_received(articles, frames["rejects"])
    return [
        charts.plot_received(received, title="t"),
        charts.plot_by_outlet(charts.count_by_outlet(articles), title="t"),
        charts.plot_gaps(charts.count_gaps(articles), title="t"),
        charts.plot_copies(charts.count_copies(articles), title="t"),
        charts.plot_timeline(timeline, title="t"),
        charts.plot_undated(timeline, title="t"),
        charts.plot_journeys(charts.count_journeys(visits), title="t"),
        charts.plot_destinations(charts.count_destinations(visits), title="t"),
        charts.plot_exchanges(charts.count_exchanges(visits), title="t"),
        charts.plot_claims(charts.count_claims(allegations), title="t"),
        charts.plot_flows(charts.count_flows(allegations), title="t"),
        charts.plot_quantities(charts.count_quantities(allegations), title="t"),
        charts.plot_contests(contests, title="t"),
        charts.plot_ledgers(ledgers, title="t"),
        charts.plot_amounts(charts.count_amounts(ledgers), title="t"),
        charts.plot_acts(charts.count_acts(statements), title="t"),
        charts.plot_acts_by_month(charts.count_acts_by_month(statements), title="t"),
        charts.plot_likelihoods(charts.count_likelihoods(statements), title="t"),
    ]


def read(figure: go.Figure) -> Chart:
    """Take a figure apart as the page does: raises where the page would."""
    return read_chart(json.loads(figure.to_json()), "test")


def list_ids(frames: Frames) -> set[str]:
    columns = (
        ("articles", "article_id"),
        ("rejects", "source_path"),
        ("visits", "visit_id"),
        ("transfer_allegations", "allegation_id"),
        ("responses", "response_id"),
        ("statements", "statement_id"),
    )
    return {row_id for table, column in columns for row_id in frames[table][column]}


FRAMES = one_of_each()
each_chart = pytest.mark.parametrize(
    "figure", draw_all(FRAMES), ids=lambda figure: figure.layout.meta["name"]
)


# ---- What every chart keeps ----


@each_chart
def test_every_mark_and_table_row_leads_to_rows_that_exist(figure: go.Figure) -> None:
    chart = read(figure)
    assert any(chart.marks)
    assert chart.evidence_ids <= list_ids(FRAMES)
    assert all(chart.row_ids)


@each_chart
def test_the_reading_is_a_sentence_and_the_table_is_headed(figure: go.Figure) -> None:
    chart = read(figure)
    assert re.fullmatch(r"[^.]+(\.\d[^.]*)*\.", chart.reading)
    assert chart.alt.endswith(".")
    assert chart.rows
    assert not any("_" in column for column in chart.columns)


def test_the_names_are_unique() -> None:
    names = [figure.layout.meta["name"] for figure in draw_all(FRAMES)]
    assert len(set(names)) == len(names)


def test_the_same_tables_give_the_same_bytes() -> None:
    first, second = draw_all(FRAMES), draw_all(one_of_each())
    assert [figure.to_json() for figure in first] == [figure.to_json() for figure in second]


def test_nothing_selected_gives_an_empty_titled_chart_that_says_so() -> None:
    empty = {name: frame.head(0) for name, frame in FRAMES.items()}
    for figure in draw_all(empty):
        assert not figure.data
        assert figure.layout.title.text == "t"
        assert figure.layout.annotations[0].text == style.NOTHING
        assert read(figure).reading == f"{style.NOTHING}."
        assert read(figure).rows == []


def test_counting_changes_no_table() -> None:
    frames = one_of_each()
    draw_all(frames)
    for name, frame in one_of_each().items():
        pd.testing.assert_frame_equal(frames[name], frame)


def test_hostile_names_are_text_wherever_plotly_reads_markup() -> None:
    for figure in draw_all(one_of_each(HOSTILE)):
        chart = read(figure)
        for text in walk_texts(chart.figure):
            assert not re.search(r"<(?!br>)", text), (chart.name, text)


def walk_texts(value: Any, key: str = "") -> Iterator[str]:
    """Yield every text that plotly draws; `customdata` is never drawn."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name not in ("customdata", "hovertemplate", "template"):
                yield from walk_texts(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from walk_texts(item, key)
    elif isinstance(value, str):
        yield value


@given(st.text(max_size=40))
def test_any_text_can_be_a_label(text: str) -> None:
    label = style.shorten(text)
    assert "<" not in label
    assert len(re.sub(r"&\w+;", "&", label)) <= 26


def test_a_long_list_is_cut_in_the_drawing_and_whole_in_the_table() -> None:
    many = build(VISITS, *(visit(f"v{n}", f"Visitor {n:02}") for n in range(40)))
    timeline = charts.plot_timeline(charts.count_timeline(many), title="t", top=10)
    assert len(timeline.layout.yaxis.tickvals) == 10
    assert len(read(timeline).rows) == 40
    assert "30 of them not drawn" in read(timeline).reading
    journeys = charts.plot_journeys(charts.count_journeys(many), title="t", top=10)
    assert "30 other visitors" in journeys.data[0].node.label
    assert read(journeys).evidence_ids == set(many["visit_id"])


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Kim Jong Un", ["Kim Jong Un"]),
        (
            "foreign minister of the Democratic People's Republic of Korea",
            ["foreign minister of the", "Democratic People's Republic…"],
        ),
        ("Iran → Russia\ndrones, 2024-10", ["Iran → Russia", "drones, 2024-10"]),
        ("A & B", ["A &amp; B"]),
        ("", [""]),
    ],
)
def test_a_label_has_two_lines_at_most_and_breaks_between_words(
    label: str, lines: list[str]
) -> None:
    assert style.wrap(label).split("<br>") == lines


def test_rows_are_high_enough_for_their_labels() -> None:
    heights = []
    for label in ("Ann", "minister of foreign affairs of Ruritania"):
        figure = go.Figure()
        style.label_rows(figure, [label] * 10)
        heights.append(figure.layout.height)
    assert heights == [120 + 240, 120 + 360]


def test_a_reader_sees_names_of_states_not_codes() -> None:
    visits = build(VISITS, visit("v1", country="PRK", visitor_country="RUS", date=""))
    timeline = charts.count_timeline(visits)
    for figure in (
        charts.plot_undated(timeline, title="t"),
        charts.plot_journeys(charts.count_journeys(visits), title="t"),
        charts.plot_destinations(charts.count_destinations(visits), title="t"),
        charts.plot_exchanges(charts.count_exchanges(visits), title="t"),
    ):
        chart = read(figure)
        assert "North Korea" in json.dumps(chart.rows)
        shown = [*walk_texts({**chart.figure, "locations": []}), chart.reading]
        # The map finds its shapes by code.
        assert sum("PRK" in text for text in shown) == (chart.name == "visits-map")


def test_jupyter_offers_no_upload_of_a_chart() -> None:
    assert pio.renderers["plotly_mimetype"].config["showSendToCloud"] is False


# ---- Colours ----


def list_looks() -> dict[str, style.Look]:
    groups = {"act": style.ACT, "stance": style.STANCE, "visit": style.VISIT, "quad": style.QUAD}
    return {
        f"{group} {name}": look for group, names in groups.items() for name, look in names.items()
    }


# The same thing, said in a statement or counted as a response.
SAME = {
    frozenset({"act deny", "stance denied"}),
    frozenset({"act confirm", "stance confirmed"}),
    frozenset({"act decline", "stance declined"}),
}


def test_every_value_of_the_tables_has_a_look() -> None:
    assert set(style.ACT) == set(ACTS)
    assert set(style.STANCE) == {"alleged", *STANCES}
    assert set(style.VISIT) == set(VISIT_STATUS)
    assert set(style.QUAD) == {1, 2, 3, 4}


def test_no_colour_means_two_things() -> None:
    looks = list_looks()
    for one, other in itertools.combinations(looks, 2):
        if frozenset({one, other}) in SAME:
            assert looks[one] == looks[other]
        else:
            assert distance(looks[one].colour, looks[other].colour) > 10, (one, other)


@pytest.mark.parametrize("looks", [style.ACT, style.STANCE, style.VISIT, style.QUAD])
def test_colour_is_never_the_only_cue(looks: dict[Any, style.Look]) -> None:
    assert len({look.symbol for look in looks.values()}) == len(looks)
    # plotly has eight hatchings, and there are ten acts: two pairs share one.
    assert len({look.pattern for look in looks.values()}) == min(len(looks), 8)


@pytest.mark.parametrize("page", ["#ffffff", "#14171a"])
def test_colours_stand_out_on_light_and_dark_pages(page: str) -> None:
    for name, look in list_looks().items():
        dark, light = sorted((luminance(look.colour), luminance(page)))
        assert (light + 0.05) / (dark + 0.05) >= 3, name


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def distance(one: str, other: str) -> float:
    """CIE76: about 2 is just noticeable."""
    return sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5


def lab(colour: str) -> tuple[float, float, float]:
    red, green, blue = linear(colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, luminance(colour), z)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


# ---- Corpus ----


def test_articles_are_counted_by_outlet_and_week() -> None:
    articles = build(
        ARTICLES,
        article("a1", "2024-06-03"),
        article("a2", "2024-06-09", duplicate_of="a1"),
        article("a3", "2024-06-10"),
        article("a4", "2024-06-10", outlet=""),
        article("a5", ""),
    )
    counts = charts.count_by_outlet(articles).set_index(["outlet", "period"])
    assert counts["articles"].to_dict() == {
        ("Courier", "2024-06-03"): 2,
        ("Courier", "2024-06-10"): 1,
        ("no outlet given", "2024-06-10"): 1,
    }
    assert counts.loc[("Courier", "2024-06-03"), "copies"] == 1


def test_a_long_window_is_counted_by_month() -> None:
    counts = charts.count_by_outlet(
        build(ARTICLES, article("a1", "2023-01-31"), article("a2", "2024-06-01"))
    )
    assert list(counts["period"]) == ["2023-01", "2024-06"]
    figure = charts.plot_by_outlet(counts, title="t")
    assert len(figure.data[0].x) == 18  # every month between, so that the gap is seen


def test_a_gap_counts_the_days_between() -> None:
    articles = build(
        ARTICLES,
        article("a1", "2024-06-01"),
        article("a2", "2024-06-16"),
        article("a3", "2024-06-30"),
    )
    gaps = charts.count_gaps(articles, days=14)
    assert gaps.to_dict("records") == [
        {
            "first_day": pd.Timestamp("2024-06-02"),
            "last_day": pd.Timestamp("2024-06-15"),
            "days": 14,
            "row_ids": ["a1", "a2"],
        }
    ]


def test_every_input_is_counted_once() -> None:
    received = charts.count_received(FRAMES["articles"], FRAMES["rejects"])
    assert dict(zip(received["outcome"], received["inputs"], strict=True)) == {
        "dated": 1,
        "dated copy of another": 1,
        "undated": 1,
        "refused: Ann": 1,
    }


def test_a_copy_is_counted_with_its_original_even_outside_the_window() -> None:
    articles = build(
        ARTICLES,
        article("a1", outlet="Courier"),
        article("a2", outlet="Herald", duplicate_of="a1"),
        article("a3", outlet="Echo", duplicate_of="gone"),
    )
    counts = charts.count_copies(articles).set_index("title")
    assert counts.loc["On a1", "row_ids"] == ["a1", "a2"]
    assert counts.loc["On a1", "outlets"] == ["Courier", "Herald"]
    assert counts.loc["gone", "row_ids"] == ["a3"]


# ---- Visits ----


def test_reports_of_one_visit_are_one_mark() -> None:
    visits = build(VISITS, visit("v1"), visit("v2", article_id="a2"), visit("v3", status="planned"))
    counts = charts.count_timeline(visits).set_index("status")
    assert counts["reports"].to_dict() == {"occurred": 2, "planned": 1}
    assert counts.loc["occurred", "row_ids"] == ["v1", "v2"]


@pytest.mark.parametrize(
    ("date", "date_end", "begins", "ends"),
    [
        ("2024-06-18", "2024-06-19", "2024-06-18", "2024-06-20"),
        ("2024-06-19", "", "2024-06-19", "2024-06-20"),
        ("2024-06", "2024-06", "2024-06-01", "2024-07-01"),
        ("2024", "2024", "2024-01-01", "2025-01-01"),
        ("2024-02", "2024-03-03", "2024-02-01", "2024-03-04"),
    ],
)
def test_a_visit_spans_all_days_that_it_may_have_taken(
    date: str, date_end: str, begins: str, ends: str
) -> None:
    [counts] = charts.count_timeline(
        build(VISITS, visit("v1", date=date, date_end=date_end, status="planned"))
    ).to_dict("records")
    assert (counts["begins"], counts["ends"]) == (pd.Timestamp(begins), pd.Timestamp(ends))


def test_a_visit_told_as_over_ends_by_the_day_of_its_report() -> None:
    day = pd.Timestamp("2024-06-10")
    rows = [
        visit(status, date="2024-06", date_end="2024-06", status=status, published=day)
        for status in ("occurred", "planned")
    ]
    ends = charts.count_timeline(build(VISITS, *rows)).set_index("status")["ends"]
    assert str(ends["occurred"].date()) == "2024-06-11"
    assert str(ends["planned"].date()) == "2024-07-01"


def test_a_visit_without_a_date_is_listed_apart() -> None:
    counts = charts.count_timeline(FRAMES["visits"])
    assert read(charts.plot_undated(counts, title="t")).evidence_ids == {"v3"}
    assert read(charts.plot_timeline(counts, title="t")).evidence_ids == {"v1", "v2"}


def test_history_does_not_press_the_timeline_against_the_edge() -> None:
    visits = build(VISITS, visit("v1"), visit("v2", date="1961-07-06", date_end="1961-07-06"))
    chart = read(charts.plot_timeline(charts.count_timeline(visits), title="t"))
    assert {row_id for ids in chart.marks for row_id in ids} == {"v1"}
    assert "1 of them not drawn" in chart.reading


def test_an_imprecise_date_is_drawn_paler() -> None:
    figure = charts.plot_timeline(charts.count_timeline(FRAMES["visits"]), title="t")
    [bar] = [trace for trace in figure.data if trace.type == "bar"]
    assert list(bar.base) == ["2024-06-01"]
    assert bar.marker.opacity[0] < 0.5


def test_visits_are_counted_by_journey_destination_and_pair_of_states() -> None:
    visits = build(
        VISITS,
        visit("v1"),
        visit("v2"),
        visit("v3", "Bob", "RUR", visitor_country="FRE"),
        visit("v4", "Bob", "", visitor_country="FRE"),
    )
    journeys = charts.count_journeys(visits)
    assert journeys.iloc[0][["visitor", "country", "reports"]].to_list() == ["Ann", "FRE", 2]
    destinations = charts.count_destinations(visits).set_index("country")
    assert destinations["reports"].to_dict() == {"FRE": 2, "": 1, "RUR": 1}
    exchanges = charts.plot_exchanges(charts.count_exchanges(visits), title="t")
    assert "3 pairs, 1 of them in both directions" in read(exchanges).reading


def test_two_visitors_of_one_name_stay_two() -> None:
    visits = build(VISITS, visit("v1", visitor_id="kim-1"), visit("v2", visitor_id="kim-2"))
    assert list(charts.count_journeys(visits)["visitor"]) == ["Ann (kim-1)", "Ann (kim-2)"]


def test_small_states_are_points_and_unplaced_ones_are_told_of() -> None:
    visits = build(
        VISITS, visit("v1", country="SGP"), visit("v2", country="FRA"), visit("v3", country="")
    )
    figure = charts.plot_destinations(charts.count_destinations(visits), title="t")
    shapes, points = figure.data
    assert list(shapes.locations) == ["FRA"]
    assert list(points.customdata) == ["v1"]
    assert "1 of them cannot be placed on a map" in read(figure).reading


def test_in_jupyterlab_the_map_brings_its_outlines_and_other_charts_bring_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[dict[str, Any]] = []
    monkeypatch.setattr(pio, "show", lambda figure, **options: shown.append(options))
    monkeypatch.setattr(pio.renderers, "render_on_display", True)
    monkeypatch.setattr(pio.renderers, "default", "plotly_mimetype")
    visits = build(VISITS, visit("v1", country="FRA"))
    charts.plot_destinations(charts.count_destinations(visits), title="t")._ipython_display_()
    charts.plot_journeys(charts.count_journeys(visits), title="t")._ipython_display_()
    address = shown[0]["config"]["topojsonURL"] + "world_110m.json"
    with urllib.request.urlopen(address.partition("#")[0]) as outlines:
        assert "land" in json.load(outlines)["objects"]
    assert shown[1] == {}


# ---- Transfer allegations ----


def test_claims_are_counted_by_claimant_act_and_day() -> None:
    claims = build(
        TRANSFER_ALLEGATIONS,
        claim("t1"),
        claim("t2", category="uav"),
        claim("t3", act="accuse"),
        claim("t4", nature="denied_only", claimant=""),
    )
    counts = charts.count_claims(claims).set_index("act")
    assert counts["claims"].to_dict() == {"accuse": 1, "say": 2}


def test_a_denied_transfer_that_nobody_claims_is_no_flow() -> None:
    denied = build(TRANSFER_ALLEGATIONS, claim("t1", nature="denied_only", quantity_low=3.0))
    assert charts.count_flows(denied).empty
    assert charts.count_claims(denied).empty
    assert charts.count_quantities(denied).empty


def test_flows_count_claims_and_different_claimants() -> None:
    claims = build(TRANSFER_ALLEGATIONS, claim("t1"), claim("t2"), claim("t3", "Kyiv"))
    [flow] = charts.count_flows(claims).to_dict("records")
    assert (flow["claims"], flow["claimants"], flow["category"]) == (3, 2, "ammunition")
    figure = charts.plot_flows(charts.count_flows(claims), title="t")
    assert list(figure.data[0].link.value) == [3, 3]
    assert list(figure.data[0].link.customdata) == ["t1;t2;t3"] * 2


def test_an_open_end_is_drawn_as_an_arrow_never_as_a_number() -> None:
    claims = build(
        TRANSFER_ALLEGATIONS,
        claim("t1", quantity_low=100.0, unit="shells"),
        claim("t2", quantity_high=300.0, unit="shells"),
        claim("t3", quantity_low=100.0, quantity_high=200.0, unit="shells"),
    )
    counts = charts.count_quantities(claims)
    assert counts[["low", "high"]].isna().to_numpy().sum() == 2
    figure = charts.plot_quantities(counts, title="t")
    texts = {
        mark.customdata[0]: mark.hovertext[0]
        for mark in figure.data
        if "open" in str(mark.marker.symbol)
    }
    assert "at least 100 shells" in texts["t1"]
    assert "up to 300 shells" in texts["t2"]
    assert set(texts) == {"t1", "t2"}
    [lengths] = [list(trace.error_x.array) for trace in figure.data if trace.error_x.array]
    assert sorted(lengths) == [0, 0, 100]


def test_the_ranges_of_a_claimant_share_a_row() -> None:
    claims = build(
        TRANSFER_ALLEGATIONS,
        claim("t1", quantity_low=100.0, unit="shells"),
        claim("t2", quantity_low=100.0, unit="shells", published=pd.Timestamp("2024-07-01")),
        claim("t3", quantity_low=300.0, unit="shells", published=pd.NaT),
        claim("t4", "Kyiv", quantity_low=100.0, unit="shells"),
    )
    counts = charts.count_quantities(claims)
    assert counts[["claimant", "low", "claims"]].values.tolist() == [
        ["Seoul", 100, 2],
        ["Seoul", 300, 1],
        ["Kyiv", 100, 1],
    ]
    assert str(counts.loc[0, "last"].date()) == "2024-07-01"
    figure = charts.plot_quantities(counts, title="t")
    assert figure.layout.yaxis.ticktext == ("Seoul", "Kyiv")
    assert list(figure.data[0].y) == [0, 0, 1]


def test_each_unit_has_its_panel_and_those_beyond_are_told_of() -> None:
    units = ["shells", "shells", "soldiers", "ships"]
    claims = build(
        TRANSFER_ALLEGATIONS,
        *(claim(f"t{n}", quantity_low=n + 1.0, unit=unit) for n, unit in enumerate(units)),
    )
    chart = charts.plot_quantities(charts.count_quantities(claims), title="t", units=2)
    assert [note.text for note in chart.layout.annotations] == ["shells", "ships"]
    assert "the 2 most frequent are drawn, 1 quantity" in read(chart).reading


def test_claims_stand_against_denials_and_confirmations() -> None:
    responses = build(
        RESPONSES,
        {"response_id": "r1", "stance": "denied"},
        {"response_id": "r2", "stance": "confirmed"},
        {"response_id": "r3", "stance": "declined"},
    )
    claims = build(TRANSFER_ALLEGATIONS, claim("t1"), claim("t2"))
    members = build(
        MEMBERS,
        *({"row_id": row, "kind": "case", "merged_id": "c1"} for row in ("t1", "t2", "r1", "r2")),
    )
    counts = charts.count_contests(FRAMES["cases"], members, claims, responses)
    assert list(zip(counts["case_id"], counts["stance"], counts["reports"], strict=True)) == [
        ("c1", "alleged", 2),
        ("c1", "denied", 1),
        ("c1", "confirmed", 1),
        ("", "declined", 1),
    ]
    chart = read(charts.plot_contests(counts, title="t"))
    assert chart.reading == "1 case: 1 disputed; 1 report in no case."
    beyond = charts.plot_contests(counts, title="t", top=0)
    assert beyond.layout.yaxis.ticktext == ("belongs to no case",)
    sides = {trace["name"]: trace["x"] for trace in chart.figure["data"]}
    assert sides == {"alleged": [2], "denied": [-1], "confirmed": [1], "declined": [-1]}


def count_two_cases() -> pd.DataFrame:
    """A case of three claims and a denial, and one of a single claim."""
    soldiers = {"unit": "soldiers", "quantity_low": 1500.0, "quantity_high": 1500.0}
    tables = merge_rows(
        transfer_allegations=[
            merging_samples.claim("a1", "2024-10-18", **soldiers),
            merging_samples.claim("a3", "2024-10-20", **US, **(soldiers | {"quantity_high": None})),
            merging_samples.claim(
                "a4", "2024-10-23", **(soldiers | {"quantity_low": 3000.0, "quantity_high": 3500.0})
            ),
            merging_samples.claim("a5", "2024-10-24", **ARMS),
        ],
        responses=[merging_samples.response("a2", "2024-10-19", answers="t-a1")],
    )
    names = ("cases", "members", "transfer_allegations", "responses", "origins")
    return charts.count_ledgers(*(tables[name] for name in names))


def test_ledgers_stand_case_by_case_each_in_order_of_time() -> None:
    ledgers = count_two_cases()
    assert list(zip(ledgers["who"], ledgers["entry"], strict=True)) == [
        ("NIS", "alleged"),
        ("Dmitry Peskov", "denied"),
        ("United States", "alleged"),
        ("NIS", "alleged"),
        ("NIS", "alleged"),
    ]
    assert list(ledgers["row_ids"])[:2] == [["t-a1"], ["r-a2"]]
    chart = read(charts.plot_ledgers(ledgers, title="t", cases=1))
    assert chart.reading == (
        "Most is said of North Korea → Russia, troops, disputed: NIS first (2024-10-18), 4 entries; "
        "Dmitry Peskov denied it on 2024-10-19; 1 entry not drawn."
    )
    points = {trace["name"]: (trace["x"], trace["y"]) for trace in chart.figure["data"]}
    assert points["denied"] == (["2024-10-19"], [1])
    assert points["alleged"] == (["2024-10-18", "2024-10-20", "2024-10-23"], [0, 2, 0])


def test_quantities_of_a_case_are_lines_of_claimants_with_their_ranges() -> None:
    amounts = charts.count_amounts(count_two_cases())
    assert list(zip(amounts["who"], amounts["quantity"], strict=True)) == [
        ("NIS", "1,500"),
        ("NIS", "3,000–3,500"),
        ("United States", "at least 1,500"),
    ]
    chart = read(charts.plot_amounts(amounts, title="t"))
    nis, usa = chart.figure["data"]
    assert (nis["name"], nis["y"], nis["error_y"]["array"]) == (
        "NIS",
        [1500.0, 3000.0],
        [0.0, 500.0],
    )
    assert (usa["name"], usa["text"]) == ("United States", [" ≥"])
    assert chart.reading == (
        "Of North Korea → Russia, troops, in soldiers: NIS said 1,500 on 2024-10-18, "
        "NIS 3,000–3,500 on 2024-10-23."
    )


def test_one_claim_of_a_quantity_does_not_grow() -> None:
    chart = read(charts.plot_amounts(charts.count_amounts(count_two_cases())[:1], title="t"))
    assert (chart.marks, len(chart.rows)) == ([], 1)
    assert (
        chart.reading
        == "No case has two dated claims of a quantity in one unit; 1 claim not drawn."
    )


def test_an_axis_of_days_shows_four_weeks_at_least_and_never_hours() -> None:
    one_day = axes.day_axis([pd.Timestamp("2024-06-19"), pd.NaT])
    assert one_day["autorangeoptions"] == {"include": ["2024-06-05", "2024-07-03"]}
    for days in ([], ["2024-01-01", "2024-06-01"]):
        assert "autorangeoptions" not in axes.day_axis(map(pd.Timestamp, days))


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (0, [0]),
        (3.2, [0, 1, 2, 3, 4]),
        (41, [0, 10, 20, 30, 40, 50]),
        (100, [0, 20, 40, 60, 80, 100]),
    ],
)
def test_an_axis_of_shares_ends_at_the_greatest_and_never_passes_all(
    most: float, ticks: list[int]
) -> None:
    axis = axes.share_axis(most)
    assert (axis["tickvals"], axis["ticktext"][-1]) == (ticks, f"{ticks[-1]}%")


def test_an_axis_of_quantities_is_logarithmic_where_they_lie_far_apart() -> None:
    near, far = pd.Series([100.0, 2000.0, None]), pd.Series([600.0, 25_000.0])
    assert axes.amount_axis(near)["type"] == "linear"
    assert axes.amount_axis(far) == {
        "type": "log",
        "tickvals": [100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000],
        "ticktext": ["100", "300", "1k", "3k", "10k", "30k", "100k", "300k"],
    }
    assert axes.amount_axis(pd.Series([1.0, 3e9]))["ticktext"][-2:] == ["1B", "10B"]


def test_panels_leave_their_first_heading_room_below_the_legend() -> None:
    figure = charts.plot_ledgers(count_two_cases(), title="t")
    assert figure.layout.yaxis.domain[1] < 1
    assert figure.layout.annotations[0].y == figure.layout.yaxis.domain[1]


# ---- Statements ----


def test_statements_are_counted_by_speaker_and_act() -> None:
    statements = build(
        STATEMENTS,
        statement("s1"),
        statement("s2"),
        statement("s3", act="deny"),
        statement("s4", ""),
    )
    counts = charts.count_acts(statements).set_index(["speaker", "act"])
    assert counts["statements"].to_dict() == {
        ("Ann", "say"): 2,
        ("nobody named", "say"): 1,
        ("Ann", "deny"): 1,
    }


def test_statements_are_counted_by_month() -> None:
    statements = build(
        STATEMENTS,
        statement("s1"),
        statement("s2", published=pd.Timestamp("2024-08-01")),
        statement("s3", published=pd.NaT),
    )
    counts = charts.count_acts_by_month(statements)
    assert counts[["month", "act", "statements"]].to_dict("records") == [
        {"month": "2024-06", "act": "say", "statements": 1},
        {"month": "2024-08", "act": "say", "statements": 1},
    ]


def test_a_likelihood_keeps_the_words_and_their_band() -> None:
    likely = {"likelihood_words": "highly likely", "likelihood_low": 80.0, "likelihood_high": 95.0}
    statements = build(
        STATEMENTS,
        statement("s1", act="assess", **likely),
        statement("s2", act="assess", **likely),
        statement("s3"),
    )
    [counts] = charts.count_likelihoods(statements).to_dict("records")
    assert (counts["words"], counts["low"], counts["high"]) == ("highly likely", 80, 95)
    assert counts["row_ids"] == ["s1", "s2"]
    [band] = charts.plot_likelihoods(charts.count_likelihoods(statements), title="t").data
    assert (list(band.base), list(band.x)) == ([80], [15])
