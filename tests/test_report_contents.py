"""What a page says: the evidence handed over, charts taken apart, text that stays text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_notebook, new_output
from plotly.offline import get_plotlyjs_version

from analysis import reports
from analysis.errors import ReportError
from analysis.reports import gate
from analysis.reports.charts import embed_json, read_chart
from analysis.reports.frames import clean_table
from analysis.reports.page import TEMPLATES, find_notices, write_dateline
from analysis.reports.review_state import count_rejected, mark_figure, write_state
from analysis.reports.selection import Selection
from analysis.schema import ARTICLES, REJECTS, REVIEWS, TABLES, VISITS
from tests.pages import samples


def _one_visit(**changed: Any) -> pd.DataFrame:
    row = {
        "article_id": "a1",
        "visit_id": "v1",
        "visitor": "Rupert of Hentzau",
        "country": "FRE",
        "city": "Freedonia City",
        "date": "2024-06",
        "status": "occurred",
        "kind": "bilateral",
        "evidence": "Rupert of Hentzau landed.",
        "confidence": "high",
        "rule_id": "visit.arrived",
        "also": ["He stayed."],
    }
    return VISITS.frame([row | changed])


def _one_article(**changed: Any) -> pd.DataFrame:
    row = {"article_id": "a1", "outlet": "Herald", "published": pd.Timestamp("2024-06-03")}
    return ARTICLES.frame([row | changed])


def test_finish_hands_over_each_row_with_its_sentence_and_article() -> None:
    rejects = REJECTS.frame([{"source_path": "b.pdf", "reason": "binary", "detail": "A PDF."}])
    shown = reports.finish(articles=_one_article(), visits=_one_visit(), rejects=rejects)
    payload = shown.payload
    assert payload["rows"]["v1"] == {
        "table": "visits",
        "article": "a1",
        "sentence": "Rupert of Hentzau landed.",
        "label": "Rupert of Hentzau → Freedonia City, FRE · 2024-06 · occurred",
        "confidence": "high",
        "rule": "visit.arrived",
        "also": ["He stayed."],
        "review": "",
    }
    assert payload["rows"]["b.pdf"]["sentence"] == "A PDF."
    assert payload["articles"]["a1"]["published"] == "2024-06-03"
    assert payload["counts"] == {"articles": 1, "visits": 1}
    assert (payload["cutoff"], payload["rejected"]) == ("2024-06-03", 1)
    assert str(shown) == "Evidence: 1 article, 1 visit, up to 2024-06-03."


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("He landed.\n\nHe left.", "He landed."),
        ("", ""),
        ("word " * 200, "word " * 119 + "…"),
    ],
)
def test_an_article_is_shown_by_its_first_paragraph(text: str, lead: str) -> None:
    payload = reports.finish(articles=_one_article(text=text)).payload
    assert payload["articles"]["a1"]["lead"] == lead


def test_the_evidence_of_every_table_is_json() -> None:
    empty = reports.finish(**{name: table.frame() for name, table in TABLES.items()})
    assert json.loads(json.dumps(empty.payload)) == empty.payload
    assert empty.payload["cutoff"] == ""


def test_an_undated_article_does_not_move_the_cut_off() -> None:
    articles = pd.concat([_one_article(), _one_article(article_id="a2", published=pd.NaT)])
    payload = reports.finish(articles=articles).payload
    assert (payload["articles"]["a2"]["published"], payload["cutoff"]) == ("", "2024-06-03")


def test_a_row_without_its_article_is_refused() -> None:
    with pytest.raises(ReportError, match=r"visits v1 comes from article a1"):
        reports.finish(articles=ARTICLES.frame(), visits=_one_visit())


def _decided(decision: str, **changed: str) -> pd.DataFrame:
    row = {
        "table": "visits",
        "row_id": "v1",
        "decision": decision,
        "reviewer": "Ann",
        "source_grade": "B",
        "information_grade": "2",
        "state": "applied",
    }
    return REVIEWS.frame([row | changed])


def test_finish_says_what_people_decided_on_a_row() -> None:
    def say(reviews: pd.DataFrame) -> str:
        shown = {"articles": _one_article(), "visits": _one_visit(), "reviews": reviews}
        return str(reports.finish(**shown).payload["rows"]["v1"]["review"])

    assert say(_decided("accept")) == "accepted by Ann, grade B2"
    assert say(_decided("edit", state="look again")) == (
        "edited by Ann, grade B2, to be looked at again"
    )
    assert say(_decided("accept", state="superseded")) == ""


def test_a_page_says_how_much_was_reviewed_and_how_much_left_out() -> None:
    rows = {
        "v1": {"article": "a1", "review": "accepted by Ann"},
        "v2": {"article": "a1", "review": ""},
    }
    assert write_state(rows, 0) == (
        "Reviewed: 1 of 2 rows (1 accepted). The others are the coder's proposals."
    )
    assert write_state({"v2": rows["v2"]}, 1).startswith("Not reviewed: every row")
    assert "1 rejected and left out" in write_state({"v2": rows["v2"]}, 1)
    assert write_state({}, 0) == ""
    assert mark_figure(["v1", "v2"], rows) == "1 of 2 rows reviewed"
    assert mark_figure(["v2"], rows) == "unreviewed"
    assert mark_figure(["v1"], rows) == mark_figure([], rows) == ""


def test_only_rejections_of_what_is_shown_are_counted() -> None:
    rejected = _decided("reject", row_id="v9")
    assert count_rejected(rejected, ["visits"]) == 1
    assert count_rejected(rejected, ["statements"]) == 0


def test_finish_knows_only_tables() -> None:
    with pytest.raises(ReportError, match="no table travels"):
        reports.finish(travels=_one_visit())


def _figure(**meta: Any) -> dict[str, Any]:
    table = {"columns": ["visitor"], "rows": [["Hentzau"]], "row_ids": [["v1"]]}
    full = {"name": "visits", "reading": "One visit.", "alt": "A bar.", "table": table} | meta
    return {"data": [{"type": "bar", "x": [1], "customdata": ["v1;v2"]}], "layout": {"meta": full}}


def test_a_chart_knows_the_rows_behind_its_marks() -> None:
    chart = read_chart(_figure(), "3-visits, cell 4")
    assert chart.marks == [["v1", "v2"]]
    assert chart.evidence_ids == {"v1", "v2"}


@pytest.mark.parametrize(
    ("meta", "complaint"),
    [
        ({"reading": ""}, "lacks reading"),
        ({"name": "Visits!"}, "is not like visits-timeline"),
        ({"table": {"columns": ["a"], "rows": [["x"]], "row_ids": []}}, "0 entries of row_ids"),
        ({"table": {"columns": [], "rows": [["x"]], "row_ids": [[]]}}, "1 cells for 0 columns"),
    ],
)
def test_a_chart_without_what_the_page_needs_is_refused(
    meta: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(ReportError, match=rf"3-visits, cell 4.*{complaint}"):
        read_chart(_figure(**meta), "3-visits, cell 4")


@pytest.mark.parametrize(
    ("trace", "complaint"),
    [
        ({"type": "pie", "values": [1]}, "cannot draw pie"),
        ({"type": "bar", "name": "planned", "x": [1]}, "'planned' has no customdata"),
    ],
)
def test_a_trace_that_leads_nowhere_is_refused(trace: dict[str, Any], complaint: str) -> None:
    figure = _figure() | {"data": [trace]}
    with pytest.raises(ReportError, match=complaint):
        read_chart(figure, "3-visits, cell 4")


def test_a_line_that_only_connects_marks_needs_no_rows() -> None:
    line = {"type": "scatter", "mode": "lines", "x": [1, 2], "hoverinfo": "skip"}
    assert read_chart(_figure() | {"data": [line]}, "x").marks == []


@given(st.text())
def test_no_text_ends_the_script_element_that_holds_it(text: str) -> None:
    written = embed_json({"title": f"{text}</script><!--{text}"})
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written)["title"] == f"{text}</script><!--{text}"


def test_a_frame_keeps_its_cells_and_loses_its_style() -> None:
    html = pd.DataFrame({"title": [samples.HOSTILE]})._repr_html_()
    cleaned = clean_table(html)
    assert "<td>&lt;script&gt;" in cleaned
    assert "style" not in cleaned.replace("&lt;", "")


def test_a_notice_says_how_many_articles_carry_it() -> None:
    sample, news = {"notice": "Sample."}, {"notice": ""}
    assert find_notices({"a": sample, "b": sample}) == ["Sample."]
    assert find_notices({"a": sample, "b": news}) == ["1 of 2 articles: Sample."]


def test_a_dateline_counts_in_words() -> None:
    line = write_dateline("2024-06-03", {"articles": 1200, "visits": 1, "responses": 2})
    assert line == "Articles published until 2024-06-03 · 1,200 articles · 1 visit · 2 responses"


def test_a_dateline_tells_the_window_and_the_actors_it_was_made_for() -> None:
    days = {"a": "2024-01-31", "b": "2024-02-01", "c": "2024-06-03", "d": ""}
    payload = {
        "articles": {name: {"published": day} for name, day in days.items()},
        "counts": {"articles": 4, "visits": 1},
        "cutoff": "2024-06-03",
    }
    february = Selection("2024-02-01", "2024-02-29", ("PRK", "kim-jong-un"))
    assert february.count(payload) == {"articles": 1, "visits": 1}
    assert february.tell_actors() == "only with North Korea or kim-jong-un"
    line = write_dateline(february.find_cutoff(payload), {}, since=february.since)
    assert line == "Articles published from 2024-02-01 until 2024-02-29"
    everything = Selection()
    assert (everything.count(payload), everything.tell_actors()) == (payload["counts"], "")
    assert Selection(until="2030-01-01").find_cutoff(payload) == "2024-06-03"


_POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "script-src 'sha256-x'\">"
)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<script src="https://cdn.example/x.js"></script>', "script src"),
        ('<link rel="stylesheet" href="https://cdn.example/x.css">', "<link>"),
        ('<img src="//cdn.example/x.png">', "img src"),
        ('<img srcset="x.png 2x" src="data:,">', "img srcset"),
        ("<iframe></iframe>", "<iframe>"),
        ("<style>@import 'x.css'</style>", "its style loads"),
        ("<style>p { background: url(x.png) }</style>", "its style loads"),
        ('<p onclick="x()">', "script in an attribute"),
        ('<a href="javascript:x()">x</a>', "leads nowhere"),
        ('<p style="color: red">', "blocked by the page's own policy"),
        ('<meta http-equiv="refresh" content="0; url=https://x.example">', "refresh"),
    ],
)
def test_a_page_that_would_load_or_run_something_is_refused(html: str, reason: str) -> None:
    with pytest.raises(gate.RefusalError, match=reason):
        gate.check_page(_POLICY + html, 0)


def test_a_page_may_link_to_its_articles_and_hold_its_pictures() -> None:
    gate.check_page(
        f'{_POLICY}<a href="https://example.org/1">x</a><img src="data:image/png;base64,x">', 0
    )


def test_a_page_without_a_policy_or_a_chart_or_too_large_is_refused() -> None:
    with pytest.raises(gate.RefusalError, match="no strict Content-Security-Policy"):
        gate.check_page("<p>", 0)
    with pytest.raises(gate.RefusalError, match="holds 0 charts, the notebook shows 1"):
        gate.check_page(_POLICY, 1)
    with pytest.raises(gate.RefusalError, match="Narrow the window"):
        gate.check_page(_POLICY, 0, largest=10)


END = new_output("display_data", reports.finish(articles=_one_article())._repr_mimebundle_())


@pytest.mark.parametrize(
    ("outputs", "cell", "complaint"),
    [
        ([new_output("stream", name="stderr", text="careful\n"), END], 1, "stderr: careful"),
        ([new_output("display_data", {"image/png": "iVBO"}), END], 1, "cannot show image"),
        ([END, new_output("stream", text="and on")], 2, "did not reach its end"),
    ],
)
def test_a_notebook_that_is_not_clean_to_its_end_is_refused_with_the_cell(
    outputs: list[Any], cell: int, complaint: str
) -> None:
    cells = [new_code_cell("1", execution_count=1, outputs=[output]) for output in outputs]
    with pytest.raises(gate.RefusalError, match=complaint) as refused:
        gate.check_notebook(new_notebook(cells=cells))
    assert refused.value.cell == cell


def test_the_bundle_is_of_the_version_that_python_draws_with() -> None:
    head = (TEMPLATES / "plotly-report.min.js").read_text(encoding="utf-8")[:200]
    assert f"plotly.js {get_plotlyjs_version()}, " in head, "run: make bundle"
    for kind in ("scatter", "bar", "heatmap", "sankey", "scattergeo", "choropleth"):
        assert kind in head


def test_the_notebooks_of_these_tests_are_valid(tmp_path: Path) -> None:
    nbformat.validate(nbformat.read(samples.write_gallery(tmp_path / "x.ipynb"), as_version=4))
