"""Reports: parameters are checked, runs isolated, and only what passes the gate is published."""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from plotly.offline import get_plotlyjs_version

from analysis import reports
from analysis.cli import main as cli
from analysis.errors import ParameterError, ReportError
from analysis.reports import gate
from analysis.reports.charts import embed_json, read_chart
from analysis.reports.frames import clean_table
from analysis.reports.page import TEMPLATES, find_notices, write_dateline
from analysis.reports.parameters import check_parameters
from analysis.reports.shortening import shorten, write_sentences
from analysis.schema import ARTICLES, REJECTS, TABLES, VISITS
from tests.pages import samples

QUICK = ["from analysis import reports", "reports.finish()"]


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    return {"notebooks": tmp_path / "notebooks", "folder": tmp_path / "reports"}


# --- parameters -----------------------------------------------------------------------------


@pytest.fixture
def declared(tmp_path: Path) -> dict[str, reports.Parameter]:
    return reports.read_parameters(samples.write_notebook(tmp_path / "1-x.ipynb", QUICK))


def test_parameters_are_read_with_type_default_and_help(
    declared: dict[str, reports.Parameter],
) -> None:
    assert list(declared) == ["since", "until", "actors", "top", "share", "alleged"]
    assert declared["top"] == reports.Parameter("top", "int", 25, "rows drawn")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("since", "2024-01-31", "2024-01-31"),
        ("since", "", ""),
        ("actors", "PRK, RUS,", ["PRK", "RUS"]),
        ("actors", "", []),
        ("top", "007", 7),
        ("top", "+3", 3),
        ("share", "1", 1.0),
        ("share", "1e-3", 0.001),
        ("alleged", "True", True),
        ("alleged", "false", False),
    ],
)
def test_text_is_read_by_the_declared_type(
    declared: dict[str, reports.Parameter], name: str, text: str, value: object
) -> None:
    read = check_parameters({name: text}, declared, "1-x")[name]
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("since", "01.02.2024", "a date such as 2024-01-31, or empty"),
        ("since", "2024-02-30", "a date"),
        ("since", "20240131", "a date"),
        ("top", "many", "a whole number"),
        ("top", "0", "a whole number from 1"),
        ("top", "-3", "a whole number from 1"),
        ("top", "2.5", "a whole number"),
        ("top", True, "a whole number"),
        ("share", "nan", "a number"),
        ("alleged", "0", "true or false"),
        ("alleged", 1, "true or false"),
        ("actors", [1], "names joined with commas"),
    ],
)
def test_a_value_of_another_type_is_refused_with_what_was_expected(
    declared: dict[str, reports.Parameter], name: str, value: Any, expected: str
) -> None:
    with pytest.raises(ParameterError, match=rf"1-x: parameter {name} is .* Give {expected}"):
        check_parameters({name: value}, declared, "1-x")


def test_a_window_that_ends_before_it_begins_is_refused(
    declared: dict[str, reports.Parameter],
) -> None:
    with pytest.raises(ParameterError, match="since 2024-02-01 is later than until 2024-01-01"):
        check_parameters({"since": "2024-02-01", "until": "2024-01-01"}, declared, "1-x")


def test_an_unknown_name_is_refused_with_the_nearest_known_one(
    declared: dict[str, reports.Parameter],
) -> None:
    with pytest.raises(ParameterError, match=r"no parameter sinse\. Did you mean since\?"):
        check_parameters({"sinse": "2024-01-01"}, declared, "1-x")


@given(st.lists(st.from_regex(r"[A-Z]{3}", fullmatch=True)))
def test_a_list_survives_the_command_line(values: list[str]) -> None:
    actors = {"actors": reports.Parameter("actors", "list", [], "")}
    assert check_parameters({"actors": ",".join(values)}, actors, "x") == {"actors": values}


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ('since = ""', "Write one parameter a line"),
        ("top: int = 5 + 5 * len([])", "is not a literal"),
        ("import pandas", "Write one parameter a line"),
        ("day: date = 1", "declared as date"),
        ('top: int = "25"', "Give a whole number"),
        ("top: int = ", "is not Python"),
    ],
)
def test_a_parameters_cell_that_papermill_would_misread_is_refused(
    tmp_path: Path, source: str, complaint: str
) -> None:
    notebook = samples.write_notebook(tmp_path / "1-x.ipynb", QUICK, parameters=source)
    with pytest.raises(ParameterError, match=complaint):
        reports.read_parameters(notebook)


def test_a_parameter_must_be_known_to_every_chosen_notebook(folders: dict[str, Path]) -> None:
    samples.write_notebook(folders["notebooks"] / "1-with.ipynb", QUICK)
    lacking = folders["notebooks"] / "2-without.ipynb"
    samples.write_notebook(lacking, QUICK, parameters='since: str = ""')
    with pytest.raises(ParameterError, match="2-without: there is no parameter top"):
        reports.render(["1-with", "2-without"], {"top": "3"}, **folders)
    assert not folders["folder"].exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["3-visits", "-p", "sinse", "2024-01-01"], "there is no parameter sinse"),
        (["3-visits", "-p", "top", "many"], "top is 'many'. Give a whole number"),
        (["4-visits"], "there is no report 4-visits"),
    ],
)
def test_a_command_that_cannot_work_is_refused_before_an_article_is_coded(
    tmp_path: Path, arguments: list[str], complaint: str
) -> None:
    refused = CliRunner().invoke(cli, ["report", *arguments, "--tables", str(tmp_path / "tables")])
    assert refused.exit_code == 1
    assert complaint in refused.stderr
    assert list(tmp_path.iterdir()) == []


# --- which notebooks ------------------------------------------------------------------------


def test_reports_are_notebooks_with_parameters_that_end_in_finish(tmp_path: Path) -> None:
    samples.write_notebook(tmp_path / "2-visits.ipynb", QUICK)
    samples.write_notebook(tmp_path / "review.ipynb", ["print('no report')"])
    (found,) = reports.list_reports(tmp_path)
    assert (found.name, found.title) == ("2-visits", "Visits")
    assert found.question == "Who is reported to have met whom?"


def test_an_unknown_report_is_refused_with_the_nearest_known_one(folders: dict[str, Path]) -> None:
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", QUICK)
    with pytest.raises(ReportError, match=r"no report visits\. Did you mean 3-visits\?"):
        reports.render(["visits"], **folders)


def test_a_folder_without_reports_says_what_a_report_is(folders: dict[str, Path]) -> None:
    with pytest.raises(ReportError, match="A report is a notebook with"):
        reports.render(**folders)


# --- evidence -------------------------------------------------------------------------------


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


def test_finish_knows_only_tables() -> None:
    with pytest.raises(ReportError, match="no table travels"):
        reports.finish(travels=_one_visit())


# --- charts and text on the page --------------------------------------------------------------


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


def _payload(sentences: int) -> dict[str, Any]:
    visits = {f"v{number}": {"article": "a1", "confidence": "low"} for number in range(sentences)}
    visits["v99"]["confidence"] = "high"
    entry = {"table": "visits", "label": "", "sentence": "He came, they say.", "rule": "r"}
    articles = {name: {"outlet": "Herald", "duplicate_of": ""} for name in ("a1", "a2")}
    return {"rows": {name: entry | row for name, row in visits.items()}, "articles": articles}


def test_a_page_of_a_few_sentences_holds_them_all() -> None:
    payload = _payload(100)
    assert shorten(payload, []) is payload


def test_a_page_of_many_sentences_holds_the_surest_of_each_mark() -> None:
    figure = _figure()
    figure["data"][0]["customdata"] = [";".join(f"v{number}" for number in range(4000))]
    short = shorten(_payload(4000), [read_chart(figure, "x")])
    assert len(short["rows"]) == 50
    assert "v99" in short["rows"]
    assert list(short["articles"]) == ["a1"]


def test_the_sentences_beside_a_page_are_complete() -> None:
    written = write_sentences(_payload(4000))
    read = pd.read_csv(io.StringIO(written), dtype=str, keep_default_na=False)
    assert len(read) == 4000
    assert set(read["sentence"]) == {"He came, they say."}
    assert set(read["outlet"]) == {"Herald"}


# --- runs -----------------------------------------------------------------------------------


def test_a_run_is_published_with_its_record(folders: dict[str, Path]) -> None:
    samples.write_notebook(
        folders["notebooks"] / "3-visits.ipynb", [samples.TABLES, samples.FINISH]
    )
    (run,) = reports.render(["3-visits"], {"top": "3", "actors": "PRK,RUS"}, **folders)
    assert (run.state, run.reason) == ("published", "")
    assert sorted(path.name for path in run.folder.iterdir()) == [
        "3-visits.html",
        "3-visits.ipynb",
        "run.json",
    ]
    record = json.loads((run.folder / "run.json").read_text(encoding="utf-8"))
    assert record["parameters"]["actors"] == ["PRK", "RUS"]
    assert record["counts"] == {"articles": 3, "visits": 4}
    assert record["versions"]["python"].startswith("3.")
    page = folders["folder"] / "3-visits.html"
    assert page.read_bytes() == (run.folder / "3-visits.html").read_bytes()
    assert record["page_bytes"] == page.stat().st_size
    assert "top 3" in page.read_text(encoding="utf-8")
    assert "3-visits.html" in (folders["folder"] / "index.html").read_text(encoding="utf-8")


def test_a_page_says_which_tables_it_was_made_from(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = {"provenance": {"input_hash": "0f1e2d", "rulebook": "c3b4"}}
    monkeypatch.setattr("analysis.tables.load_manifest", lambda folder: manifest)
    parameters = 'tables: str = "data/tables"  # folder with coded tables'
    notebook = folders["notebooks"] / "3-visits.ipynb"
    samples.write_notebook(notebook, QUICK, parameters=parameters)
    (run,) = reports.render(**folders)
    assert run.page, run.reason
    assert run.tables == manifest["provenance"]
    assert "<dt>Input hash</dt><dd>0f1e2d</dd>" in run.page.read_text(encoding="utf-8")


LOST = samples.TIMELINE.replace('rows["visit_id"].tolist()', '["gone"] * len(rows)')
# What goes wrong, the cells after the parameters (cell 2), the cell that is named, and the reason.
BROKEN: dict[str, tuple[list[str], int | None, str]] = {
    "raises": (["1 / 0", *QUICK], 3, "ZeroDivisionError: division by zero"),
    "exits": ([QUICK[0], "import sys; sys.exit(0)", QUICK[1]], 4, "SystemExit"),
    "dies": (["import os; os._exit(0)", *QUICK], 3, "the kernel died"),
    "goes-on": ([*QUICK, "1 + 1"], 5, "did not reach its end"),
    "complains": (["import sys; print('careful', file=sys.stderr)", *QUICK], 3, "stderr: careful"),
    "warns": (["import warnings; warnings.warn('old')", *QUICK], 3, "UserWarning: old"),
    "draws": (["from IPython.display import SVG; SVG('<svg/>')", *QUICK], 3, "cannot show image"),
    "loses": ([samples.TABLES, LOST, samples.FINISH], None, "no sentence, such as gone"),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, reports.Run]:
    folder = tmp_path_factory.mktemp("broken")
    for name, (cells, _, _) in BROKEN.items():
        # The last cell must still look like a report's, or it would not be listed.
        cells = [*cells[:-1], f"{cells[-1]}  # finish()"]  # noqa: PLW2901
        samples.write_notebook(folder / "notebooks" / f"{name}.ipynb", cells)
    runs = reports.render(folder=folder / "reports", notebooks=folder / "notebooks")
    return {run.report: run for run in runs}


@pytest.mark.parametrize("name", BROKEN)
def test_a_run_that_is_not_clean_is_kept_but_not_published(
    broken: dict[str, reports.Run], name: str
) -> None:
    _, cell, reason = BROKEN[name]
    run = broken[name]
    assert (run.state, run.cell, run.page) == ("failed", cell, None)
    assert reason in run.reason
    assert (run.folder / f"{name}.ipynb").exists()
    folder = run.folder.parents[1]
    assert not (folder / f"{name}.html").exists()
    if cell:
        assert f"Cell {cell}: " in (folder / "index.html").read_text(encoding="utf-8")


def test_a_notebook_that_takes_too_long_is_ended(folders: dict[str, Path]) -> None:
    slow = ["import time\nfor _ in range(300): time.sleep(0.1)", *QUICK]
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", slow)
    (run,) = reports.render(**folders, deadline=3)
    assert (run.cell, run.reason) == (3, "took longer than 3 seconds and was ended.")
    assert run.seconds < 20


def test_a_cell_that_takes_too_long_is_named(folders: dict[str, Path]) -> None:
    samples.write_notebook(
        folders["notebooks"] / "3-visits.ipynb", ["import time; time.sleep(60)", *QUICK]
    )
    (run,) = reports.render(**folders, cell_timeout=2)
    assert (run.cell, run.reason) == (3, "the cell took longer than one cell may.")


def test_a_notebook_runs_in_its_own_folder_with_this_interpreter(folders: dict[str, Path]) -> None:
    told = "import os, sys; print(os.getcwd(), sys.executable)"
    notebook = folders["notebooks"] / "3-visits.ipynb"
    samples.write_notebook(notebook, [told, *QUICK])
    (run,) = reports.render(**folders)
    assert run.page, run.reason
    assert f"{notebook.parent.resolve()} {sys.executable}" in run.page.read_text(encoding="utf-8")


def test_a_large_page_has_all_its_sentences_beside_it(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = folders["notebooks"] / "3-visits.ipynb"
    samples.write_notebook(notebook, [samples.TABLES, samples.SANKEY, samples.FINISH])
    monkeypatch.setattr("analysis.reports.shortening.FULL", 3)
    (run,) = reports.render(**folders)
    assert run.page, run.reason
    beside = folders["folder"] / "3-visits-sentences.csv"
    assert list(pd.read_csv(beside)["row_id"]) == ["v0", "v1", "v2", "v3"]
    page = run.page.read_text(encoding="utf-8")
    assert 'href="3-visits-sentences.csv"' in page
    # No mark leads to v3.
    assert "travel on to Ruritania" not in page
    monkeypatch.undo()
    reports.render(**folders)
    assert not beside.exists()


def test_a_record_that_cannot_be_read_does_not_stop_the_next_run(folders: dict[str, Path]) -> None:
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", QUICK)
    for number, text in enumerate(("{", '{"made_by": "another version"}')):
        record = folders["folder"] / "runs" / f"2020010{number}T000000Z-000000" / "run.json"
        record.parent.mkdir(parents=True)
        record.write_text(text, encoding="utf-8")
    (run,) = reports.render(**folders)
    assert run.state == "published"


def test_a_failed_run_leaves_the_old_page_and_the_other_reports(folders: dict[str, Path]) -> None:
    for name in ("1-good", "2-bad"):
        samples.write_notebook(folders["notebooks"] / f"{name}.ipynb", QUICK, title=name)
    reports.render(**folders)
    page = folders["folder"] / "2-bad.html"
    old = page.read_bytes()
    samples.write_notebook(folders["notebooks"] / "2-bad.ipynb", ["1 / 0", *QUICK])
    states = {run.report: run.state for run in reports.render(**folders)}
    assert states == {"1-good": "published", "2-bad": "failed"}
    assert page.read_bytes() == old
    index = (folders["folder"] / "index.html").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in index
    assert 'href="2-bad.html"' in index


def test_a_folder_that_cannot_be_written_is_named(folders: dict[str, Path]) -> None:
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", QUICK)
    # Not chmod: whoever runs these tests as root may write anywhere.
    folders["folder"].write_text("a file where the folder should be")
    with pytest.raises(ReportError, match=r"reports: the reports cannot be written \(Not a dir"):
        reports.render(**folders)


def test_a_full_disk_leaves_the_old_page(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", QUICK)
    reports.render(**folders)
    page, index = (folders["folder"] / name for name in ("3-visits.html", "index.html"))
    old = page.read_bytes(), index.read_bytes()

    def fill(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("analysis.reports.publishing._replace", fill)
    with pytest.raises(ReportError, match="No space left on device"):
        reports.render(**folders)
    assert (page.read_bytes(), index.read_bytes()) == old


def test_two_runs_at_once_do_not_meet(folders: dict[str, Path]) -> None:
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", QUICK)
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda top: reports.render((), {"top": top}, **folders)[0], "12"))
    assert [run.state for run in both] == ["published", "published"]
    assert both[0].folder != both[1].folder
    for top, run in zip((1, 2), both, strict=True):
        assert json.loads((run.folder / "run.json").read_text())["parameters"]["top"] == top
    page = (folders["folder"] / "3-visits.html").read_bytes()
    assert page in {(run.folder / "3-visits.html").read_bytes() for run in both}


def test_a_killed_run_leaves_the_old_page(folders: dict[str, Path]) -> None:
    notebook = folders["notebooks"] / "3-visits.ipynb"
    samples.write_notebook(notebook, QUICK)
    (run,) = reports.render(**folders)
    old = (folders["folder"] / "3-visits.html").read_bytes()
    started = notebook.with_name("started")
    waiting = f"import time, pathlib; pathlib.Path({str(started)!r}).touch(); time.sleep(60)"
    samples.write_notebook(notebook, [waiting, *QUICK])
    command = (
        "from analysis import reports; "
        f"reports.render(notebooks={str(notebook.parent)!r}, folder={str(folders['folder'])!r})"
    )
    process = subprocess.Popen([sys.executable, "-c", command], stderr=subprocess.DEVNULL)
    while not started.exists():
        assert process.poll() is None
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert (folders["folder"] / "3-visits.html").read_bytes() == old
    assert list(run.folder.parent.glob("[0-9]*")) == [run.folder]


# --- the gate on pages ------------------------------------------------------------------------

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


# --- what is vendored -------------------------------------------------------------------------


def test_the_bundle_is_of_the_version_that_python_draws_with() -> None:
    head = (TEMPLATES / "plotly-report.min.js").read_text(encoding="utf-8")[:200]
    assert f"plotly.js {get_plotlyjs_version()}, " in head, "run: make bundle"
    for kind in ("scatter", "bar", "heatmap", "sankey", "scattergeo", "choropleth"):
        assert kind in head


def test_the_notebooks_of_these_tests_are_valid(tmp_path: Path) -> None:
    nbformat.validate(nbformat.read(samples.write_gallery(tmp_path / "x.ipynb"), as_version=4))
