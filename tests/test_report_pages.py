"""Reports as a reader meets them: opened from the disk in a browser, with no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from analysis.coding import extract
from analysis.runs import by_hand
from tests.pages import samples
from tests.pages.driver import CHROMIUM, Browser, Report

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="no Chromium on this machine; install one: apt-get install chromium"
)


_PANEL_FITS = "(p => p.scrollWidth <= p.clientWidth)(document.getElementById('panel'))"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    samples.write_gallery(folder / "notebooks" / "3-visits.ipynb")
    (run,) = by_hand.render(folder=folder / "reports", notebooks=folder / "notebooks", pdf=True)
    assert run.page, run.reason
    return run.page


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The real notebooks on hostile articles."""
    folder = tmp_path_factory.mktemp("hostile")
    extract(samples.write_hostile_articles(folder / "articles.jsonl"), folder / "tables")
    given = {"tables": str(folder / "tables")}
    runs = by_hand.render(["1-corpus", "3-visits"], given, folder=folder / "reports")
    assert [run.reason for run in runs] == ["", ""]
    return {run.report: run.page for run in runs if run.page}


@pytest.fixture(scope="module")
def opened(browser: Browser, page: Path) -> Iterator[Report]:
    with browser.open(page) as report:
        yield report


@pytest.fixture
def report(opened: Report) -> Iterator[Report]:
    """The page as it opens: loading it takes as long as ten of these tests."""
    if opened.is_panel_open():
        opened.close_panel()
    yield opened
    assert (opened.requests, opened.console) == ([], [])


@pytest.fixture(
    scope="module",
    params=[(380, False), (380, True), (1280, False), (1280, True)],
    ids=lambda look: f"{look[0]}-{'dark' if look[1] else 'light'}",
)
def seen(browser: Browser, page: Path, request: pytest.FixtureRequest) -> Iterator[Report]:
    """The page on a phone and on a desk, light and dark."""
    width, dark = request.param
    with browser.open(page, width=width, dark=dark) as report:
        yield report


def test_every_chart_is_drawn_within_the_window(seen: Report) -> None:
    assert seen.charts() == ["timeline", "months", "matrix", "flows", "map", "empty"]
    assert seen.failed_charts() == []
    assert seen.overflow() == []
    assert (seen.requests, seen.console) == ([], [])


def test_nothing_stands_in_the_way_of_anybody(seen: Report) -> None:
    seen.open_table("matrix")
    assert seen.find_flaws() == []
    seen.walk("months", 1)
    seen.press("Enter")
    assert seen.find_flaws() == []
    seen.close_panel()
    seen.search("freedonia")
    assert seen.find_flaws() == []


@pytest.mark.parametrize("chart", ["timeline", "months", "matrix", "flows", "map"])
def test_every_row_is_behind_a_mark_that_can_be_seen(report: Report, chart: str) -> None:
    expected = {"flows": {"v0", "v1", "v2"}, "map": {"v0", "v1", "v2"}}
    assert report.row_ids(chart) == expected.get(chart, {"v0", "v1", "v2", "v3"})


@pytest.mark.parametrize("chart", ["timeline", "months", "matrix", "flows", "map"])
def test_a_click_on_a_mark_opens_its_sentences(report: Report, chart: str) -> None:
    mark = next(mark for mark in report.marks(chart) if "v2" in mark.row_ids)
    report.click(chart, mark)
    panel = report.read_panel()
    assert set(mark.row_ids) <= set(panel.row_ids)
    assert panel.sentences[0].startswith("Mr Firefly said: “I will go.”")
    assert panel.outlets == ("Freedonia Wire",)
    assert "2024-07-09" in panel.text
    assert samples.NOTICE in panel.text
    assert "high confidence" in panel.text


@pytest.mark.parametrize("chart", ["timeline", "months", "matrix", "flows", "map"])
def test_the_keyboard_reaches_every_mark(report: Report, chart: str) -> None:
    marks = report.marks(chart)
    for steps, mark in enumerate(marks, start=1):
        said = report.walk(chart, 1)
        assert said.startswith(f"{steps} of {len(marks)}: {mark.label}")
        report.press("Enter")
        assert report.read_panel().row_ids == mark.row_ids
        report.close_panel()


def test_what_lies_under_a_point_is_shown_with_it(report: Report) -> None:
    under = next(mark for mark in report.marks("timeline") if mark.row_ids == ("v0",))
    report.click("timeline", under)
    assert set(report.read_panel().row_ids) == {"v0", "v1"}


def test_escape_closes_the_panel_and_gives_the_focus_back(report: Report) -> None:
    report.walk("months", 1)
    report.press("Enter")
    report.close_panel()
    focused = "document.activeElement.closest('figure').id"
    assert report.page.evaluate(focused) == "months"
    assert report.walk("months", 1).startswith("2 of 2")


def test_a_focus_that_moves_on_while_the_panel_closes_is_left_there(report: Report) -> None:
    report.walk("months", 1)
    report.press("Enter")
    moves_on = """() => new Promise((done) => {
      panel.addEventListener('close', () => setTimeout(done), { once: true });
      panel.close();
      document.querySelector("figure[id='matrix'] .plot").focus();
    })"""
    report.page.evaluate(moves_on)
    assert report.page.evaluate("document.activeElement.closest('figure').id") == "matrix"


def test_a_copy_says_what_it_is_a_copy_of(report: Report) -> None:
    report.click("months", report.marks("months")[0])
    panel = report.read_panel()
    assert panel.tally == "2 sentences from 2 articles"
    assert "Copy of Ruritania Herald, 2024-06-02, Minister flies to Freedonia" in panel.text
    assert "Also said in 1 further sentence" in panel.text


def test_a_row_of_a_table_opens_its_sentences(report: Report) -> None:
    report.open_table("flows")
    report.page.click("#flows button.more >> nth=0")
    assert report.read_panel().row_ids == ("v0", "v1")
    report.close_panel()
    assert report.page.evaluate("document.activeElement.textContent") == "2 sentences"


def test_a_table_sorts_by_number_and_by_word(report: Report) -> None:
    report.open_table("flows")
    first = "#flows tbody tr:first-child td:first-child"
    report.page.click("#flows th:nth-child(3) button")
    assert report.page.inner_text(first) == "Firefly"
    report.page.click("#flows th:nth-child(3) button")
    assert report.page.inner_text(first) == "Hentzau"
    assert report.page.get_attribute("#flows th:nth-child(3)", "aria-sort") == "descending"


def test_a_link_opens_one_row(browser: Browser, page: Path) -> None:
    with browser.open(page, row="v3") as report:
        assert report.read_panel().sentences == ("He will travel on to Ruritania.",)
        report.close_panel()
        assert "#row" not in report.page.url


def test_hostile_words_stay_words(report: Report) -> None:
    report.click("matrix", next(m for m in report.marks("matrix") if m.row_ids == ("v2",)))
    panel = report.read_panel()
    assert samples.HOSTILE in panel.text
    assert report.page.title() == "Visits"
    # A link of an article may only lead to the web.
    assert report.page.locator("#panel a[href^='javascript']").count() == 0


def test_the_back_button_closes_the_panel(report: Report) -> None:
    address = report.page.url
    report.walk("months", 1)
    report.press("Enter")
    assert report.page.url.startswith(f"{address}#open=months/")
    report.go_back()
    assert not report.is_panel_open()
    assert report.page.url == address
    assert report.page.evaluate("document.activeElement.closest('figure').id") == "months"


def test_a_mark_and_a_sentence_have_links_of_their_own(
    browser: Browser, page: Path, report: Report
) -> None:
    report.walk("matrix", 1)
    report.press("Enter")
    shown, link = report.read_panel(), "#" + report.page.url.split("#")[1]
    report.page.click("#panel .copy")
    report.page.wait_for_selector("#panel .said:not(:empty)")
    assert report.page.inner_text("#panel .said").startswith(("Link copied", "The link is in"))
    with browser.open(page, link=link) as linked:
        assert linked.read_panel() == shown
        linked.close_panel()
        assert "#" not in linked.page.url


def test_a_link_whose_rows_changed_leads_to_what_is_nearest_and_says_so(report: Report) -> None:
    for link, row_ids, said in (
        ("#open=matrix/changed/v2", ("v2",), "changed since"),
        ("#open=gone/changed/v2", ("v2",), "changed since"),
        ("#row=gone/a2", ("v2", "v3"), "what else its article tells"),
        ("#row=gone", (), "Search the evidence"),
    ):
        report.page.evaluate("link => { location.hash = link; }", link)
        report.page.wait_for_selector("#panel[open] .said:not(:empty)")
        assert said in report.page.inner_text("#panel .said")
        assert report.read_panel().row_ids == row_ids
        report.close_panel()


@pytest.mark.parametrize(
    ("line", "heading", "row_ids"),
    [
        (".figures li >> nth=1", "2 visits planned", ("v2", "v3")),
        (".told li >> nth=0", "Journeys", ("v1", "v0")),
        ("#months .reading", "Visits by month", ("v0", "v1", "v2", "v3")),
    ],
)
def test_a_figure_a_sentence_and_a_reading_open_what_they_rest_on(
    report: Report, line: str, heading: str, row_ids: tuple[str, ...]
) -> None:
    for way in ("mouse", "keyboard"):
        if way == "mouse":
            report.page.click(line)
        else:
            report.page.focus(f"{line} >> a.note")
            report.press("Enter")
        panel = report.read_panel()
        assert (panel.heading, panel.row_ids) == (heading, row_ids)
        report.close_panel()
        assert report.page.evaluate("document.activeElement.className") == "note"


@pytest.mark.parametrize(
    ("words", "announced"),
    [
        ("hentzau", "2 results."),
        ("Freedonia Wire", "2 results."),
        ("2024-07", "2 results."),
        ('"arrived in freedonia" sylvania', "1 result."),
        ("hentzau 2024-07", "Nothing in this page has all of these words."),
        ("", ""),
    ],
)
def test_search_finds_by_words_actor_outlet_and_date(
    report: Report, words: str, announced: str
) -> None:
    assert report.search(words) == announced
    report.press("Escape")
    report.page.wait_for_url(lambda url: "#" not in url)


def test_what_is_found_opens_in_the_panel_and_leads_back_to_the_search(report: Report) -> None:
    report.search("on to ruritania")
    assert report.page.inner_text("#search mark >> nth=0") == "on"
    report.press("Enter")
    assert report.read_panel().sentences == ("He will travel on to Ruritania.",)
    report.close_panel()
    assert report.page.evaluate("document.activeElement.id") == "words"
    report.press("Escape")
    report.page.wait_for_url(lambda url: "#" not in url)


def test_forced_colours_reach_the_charts(browser: Browser, page: Path) -> None:
    with browser.open(page) as report:
        report.page.emulate_media(forced_colors="active", color_scheme="dark")
        # Charts are drawn anew for it.
        for place, part in (("body", "color"), ("#months .xtick text", "fill")):
            expect(report.page.locator(place).first).to_have_css(part, "rgb(255, 255, 255)")


def test_a_pdf_has_tags_bookmarks_language_title_and_the_evidence(page: Path) -> None:
    pdf = PdfReader(page.with_suffix(".pdf"))
    root = pdf.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert (root["/Lang"], pdf.metadata.title) == ("en", "Visits")
    assert {"Visits", "By month", "Notes"} <= set(list_bookmarks(pdf.outline))
    text = " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())
    for said in ("Rupert of Hentzau arrived in Freedonia on Sunday.", "Sylvania Post, 2024-06-03"):
        assert said in text
    links = [note["/A"]["/URI"] for sheet in pdf.pages for note in _list_links(sheet)]
    assert "https://example.org/1" in links


def list_bookmarks(outline: list[Any]) -> Iterator[str]:
    for one in outline:
        yield from list_bookmarks(one) if isinstance(one, list) else [str(one.title)]


def _list_links(sheet: Any) -> list[Any]:
    notes = [note.get_object() for note in sheet.get("/Annots", [])]
    return [note for note in notes if "/URI" in note.get("/A", {})]


@pytest.mark.parametrize("name", ["1-corpus", "3-visits"])
def test_articles_that_are_hostile_in_every_part_stay_text(
    browser: Browser, hostile: dict[str, Path], name: str
) -> None:
    with browser.open(hostile[name], width=380) as report:
        everything = report.page.eval_on_selector_all(
            "[data-rows]", "all => all.map(one => one.dataset.rows).join(';')"
        )
        for row in dict.fromkeys(everything.split(";")):
            report.page.evaluate("row => { location.hash = `#row=${row}`; }", row)
            report.page.wait_for_selector("#panel[open]")
            assert report.page.evaluate(_PANEL_FITS), row
        report.close_panel()
        assert report.overflow() == []
        assert report.failed_charts() == []
        assert report.page.title() in ("Corpus", "Visits")
        assert samples.TURNING not in report.page.inner_text("main table, .told, .figures")
        assert (report.requests, report.console) == ([], [])


def test_without_scripts_readings_tables_and_notes_remain(browser: Browser, page: Path) -> None:
    context = browser.without_scripts()
    plain = context.new_page()
    plain.goto(page.as_uri())
    assert plain.locator("noscript p").is_visible()
    assert plain.locator("#months .reading").inner_text().startswith("Two visits in June")
    plain.click("#months summary")
    assert plain.locator("#months td").first.inner_text() == "June"
    plain.click(".told a.note >> nth=1")
    assert plain.url.endswith("#note-9")
    assert "He will travel on to Ruritania." in plain.inner_text("#note-9")
    assert "Freedonia Wire, 2024-07-09: see note 9" in plain.inner_text("#note-2")
    context.close()


def test_on_paper_a_dark_page_is_light_and_its_charts_fit(browser: Browser, page: Path) -> None:
    with browser.open(page, dark=True) as report:
        report.page.emulate_media(media="print", color_scheme="dark")
        report.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        background = "getComputedStyle(document.body).backgroundColor"
        assert report.page.evaluate(background) == "rgb(255, 255, 255)"
        widths = report.page.eval_on_selector_all(
            ".plot .main-svg", "all => all.map(one => one.getBoundingClientRect().width)"
        )
        assert max(widths) <= 690
        # A pattern would be printed as a picture.
        fills = "all => all.map(one => getComputedStyle(one).fill)"
        bars = report.page.eval_on_selector_all("#months .point path", fills)
        assert [fill for fill in bars if "url" in fill] == []
        assert report.page.locator("#months .point .hatching").count() == 1


def test_the_list_of_reports_stands_alone(browser: Browser, page: Path) -> None:
    with browser.open(page.with_name("index.html"), width=380, scripted=False) as report:
        assert report.page.locator("h2 a").first.inner_text() == "Visits"
        assert samples.NOTICE in report.page.inner_text("body")
        assert report.overflow() == []
        assert (report.requests, report.console) == ([], [])
