"""What stands around the charts of a page: key figures, notes, what is left out; foreign text."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import key_figures
from analysis.errors import ReportError
from analysis.reports import KeyFigure, KeyFigures, Section, Sentence
from analysis.reports.bounding import bound_label, bound_labels, bound_payload
from analysis.reports.charts import Chart
from analysis.reports.figures import MIME, read_figures
from analysis.reports.notes import write_notes
from analysis.reports.omissions import tell_omissions
from analysis.reports.parameters import Parameter
from analysis.reports.pdf import find_chromium
from analysis.reports.telling import Telling


def make_payload() -> dict[str, Any]:
    article = {"title": "Landed", "url": "https://example.org/1", "duplicate_of": ""}
    row = {"table": "visits", "label": "A visit", "review": ""}
    return {
        "rows": {
            "low": {**row, "sentence": "Perhaps he came.", "article": "a", "confidence": "low"},
            "copy": {**row, "sentence": "He came.", "article": "c", "confidence": "high"},
            "sure": {**row, "sentence": "He landed.", "article": "a", "confidence": "high"},
            "other": {**row, "sentence": "He left.", "article": "b", "confidence": "medium"},
            "x.pdf": {**row, "table": "rejects", "sentence": "A PDF.", "article": ""},
        },
        "articles": {
            "a": {**article, "outlet": "Herald", "published": "2024-06-03"},
            "b": {**article, "outlet": "Post", "published": "", "url": "javascript:alert(1)"},
            "c": {**article, "outlet": "Wire", "published": "2024-06-04", "duplicate_of": "a"},
        },
        "rejected": 1,
        "rejected_rows": 2,
    }


ALL = ("low", "copy", "sure", "other")
TOLD = Section("Journeys", (Sentence("He came.", ALL), Sentence("No row.", ())))
CHART = Chart(
    name="visits",
    title="Visits",
    reading="",
    alt="",
    columns=["visitor", "country", "visits"],
    rows=[["Firefly", "Sylvania", 1], ["Hentzau", None, 3]],
    row_ids=[["other"], ["low", "sure", "copy"]],
    figure={"data": []},
)


def test_a_note_quotes_the_surest_sentence_of_each_article_and_copies_last() -> None:
    (note,) = write_notes([], [TOLD], Telling(make_payload())).values()
    assert [quote.text for quote in note.quotes] == ["He landed.", "He left.", "He came."]
    assert (note.number, note.total, note.rest) == (1, "4 sentences", "3 of 4 sentences.")
    first, second, _ = note.quotes
    assert (first.outlet, first.published, first.url) == (
        "Herald",
        "2024-06-03",
        "https://example.org/1",
    )
    assert (second.published, second.url) == ("undated", ""), "only the web is led to"


def test_a_chart_is_noted_by_the_rows_that_stand_for_most() -> None:
    (note,) = write_notes([], [CHART], Telling(make_payload())).values()
    assert [(quote.lead, quote.text) for quote in note.quotes] == [
        ("Hentzau: 3 sentences", "He landed."),
        ("Firefly, Sylvania: 1 sentence", "He left."),
    ]


def test_a_sentence_is_quoted_once_where_it_says_most() -> None:
    figure = KeyFigure("2", "visits", "told as fact", ("sure",))
    notes = write_notes([figure], [CHART, TOLD], Telling(make_payload()))
    assert [note.number for note in notes.values()] == [1, 2, 3]
    assert notes["", 0].quotes[0].see == notes["visits"].quotes[0].see == 3
    assert notes["Journeys", 0].quotes[0].see == 0


def test_a_page_says_what_it_leaves_out() -> None:
    limits: list[Any] = [
        (Parameter("since", "str", "", "first day"), "2024-01-01"),
        (Parameter("until", "str", "", "last day"), ""),
        (Parameter("top", "int", 25, "rows drawn at most; more are folded"), 10),
        (Parameter("alleged", "bool", False, "draw allegations"), True),
    ]
    told = tell_omissions(make_payload(), limits).sentences
    assert [(one.text, one.row_ids) for one in told] == [
        ("1 article has no date: it lies in no window of time.", ("b",)),
        ("1 article is a copy of another's: it counts as no further source.", ("c",)),
        ("1 input was refused, and nothing of it was read.", ("x.pdf",)),
        ("2 rows were rejected by reviewers and are not shown.", ()),
        ("Only articles published from 2024-01-01 were read for it.", ()),
        (
            "Set for this page: rows drawn at most: 10. What lies beyond is in the data.",
            (),
        ),
    ]


def test_a_page_that_leaves_nothing_out_says_nothing() -> None:
    whole = {"rows": {}, "articles": {}, "rejected": 0, "rejected_rows": 0}
    assert tell_omissions(whole, []).sentences == ()


def test_key_figures_come_back_as_they_were_shown() -> None:
    figures = [KeyFigure("1,200", "claims", "claimed", ("a", "b"))]
    shown = KeyFigures(figures)._repr_mimebundle_()
    assert read_figures(shown[MIME], "x") == figures
    shown[MIME]["figures"][0]["kind"] = "proved"
    with pytest.raises(ReportError, match="'proved' is none of told as fact, claimed"):
        read_figures(shown[MIME], "x")


def test_figures_of_allegations_are_never_told_as_fact(extracted: dict[str, pd.DataFrame]) -> None:
    tables = (extracted[name] for name in ("transfer_allegations", "responses", "members"))
    figures = key_figures.tell_allegations(*tables).figures
    assert {figure.kind for figure in figures} == {"claimed", "counted"}
    claims, transfers, *_ = figures
    assert int(claims.value) == len(claims.row_ids) > int(transfers.value) > 0
    # As many as the chart below has cases, those only denied among them.
    members = extracted["members"]
    cases = members[(members["kind"] == "case") & members["row_id"].isin(transfers.row_ids)]
    assert int(transfers.value) == cases["merged_id"].nunique() == len(extracted["cases"])


def test_figures_of_visits_keep_what_is_only_announced_apart(
    extracted: dict[str, pd.DataFrame],
) -> None:
    visits = extracted["visits"]
    made, journeys, planned, off = key_figures.tell_visits(visits, extracted["members"]).figures
    assert int(made.value) + int(planned.value) + int(off.value) == len(visits)
    assert int(journeys.value) < int(made.value)
    assert {planned.kind, off.kind} == {"announced"}
    assert set(visits.set_index("visit_id").loc[list(planned.row_ids), "status"]) == {"planned"}


def test_figures_of_the_network_count_no_allegation_as_an_event(
    extracted: dict[str, pd.DataFrame],
) -> None:
    facts, conflict, alleged = key_figures.tell_network(extracted["events"]).figures
    assert not set(facts.row_ids) & set(alleged.row_ids)
    assert set(conflict.row_ids) < set(facts.row_ids)
    assert alleged.kind == "claimed"


@pytest.mark.parametrize("name", ["visits", "transfer_allegations", "events", "statements"])
def test_figures_of_nothing_are_nought(extracted: dict[str, pd.DataFrame], name: str) -> None:
    empty = {key: table.iloc[:0] for key, table in extracted.items()}
    tell = {
        "visits": lambda: key_figures.tell_visits(empty["visits"], empty["members"]),
        "transfer_allegations": lambda: key_figures.tell_allegations(
            empty["transfer_allegations"], empty["responses"], empty["members"]
        ),
        "events": lambda: key_figures.tell_network(empty["events"]),
        "statements": lambda: key_figures.tell_statements(empty["statements"]),
    }[name]
    assert {(figure.value, figure.row_ids) for figure in tell().figures} == {("0", ())}


@given(st.text())
def test_no_label_turns_the_words_beside_it_or_grows_without_end(text: str) -> None:
    label = bound_label(text * 50)
    assert len(label) <= 301
    assert not set(label) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_ids_and_addresses_are_never_cut() -> None:
    ids = ";".join(f"v{number}" for number in range(999))
    figure = {"data": [{"customdata": [ids], "text": ["x" * 999], "y": [1, None]}]}
    (trace,) = bound_labels(figure)["data"]
    assert trace == {"customdata": [ids], "text": ["x" * 300 + "…"], "y": [1, None]}


def test_a_sentence_keeps_its_characters_and_a_title_of_megabytes_is_cut() -> None:
    row = {"sentence": "He \u202ecame.", "label": "\u202eA", "also": ["x"] * 50, "article": "a"}
    article = {"title": "T" * 10_000_000, "lead": "L", "url": "https://x.example/" + "p" * 400}
    bounded = bound_payload({"rows": {"v": row}, "articles": {"a": article}, "cutoff": ""})
    shown = bounded["rows"]["v"]
    assert (shown["sentence"], shown["label"], len(shown["also"])) == ("He \u202ecame.", "A", 20)
    assert len(bounded["articles"]["a"]["title"]) == 301
    assert bounded["articles"]["a"]["url"] == article["url"]


def test_without_chromium_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ReportError, match="apt-get install chromium"):
        find_chromium()
