"""A network explored on its page, by mouse and keyboard, offline: what is left, and what follows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.runs import by_hand
from tests.pages.driver import CHROMIUM, Browser, Report
from tests.pages.networks import write_network

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="no Chromium on this machine; install one: apt-get install chromium"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("network")
    write_network(folder / "notebooks" / "2-circle.ipynb")
    (run,) = by_hand.render(folder=folder / "reports", notebooks=folder / "notebooks")
    assert run.page, run.reason
    return run.page


@pytest.fixture(scope="module")
def opened(browser: Browser, page: Path) -> Iterator[Report]:
    with browser.open(page) as report:
        yield report


@pytest.fixture
def report(opened: Report) -> Iterator[Report]:
    """The page with everything shown."""
    if opened.is_panel_open():
        opened.close_panel()
    if not opened.page.locator(".explore button").is_disabled():
        opened.page.click(".explore button")
    yield opened
    assert (opened.requests, opened.console) == ([], [])


def _read(report: Report, part: str) -> str:
    return str(report.page.inner_text(f"#circle {part}"))


def _list_events(report: Report) -> set[str]:
    return report.row_ids("circle")


def _places(report: Report) -> dict[str, tuple[float, float]]:
    """Where each actor stands on the page, by its name."""
    actors = [mark for mark in report.marks("circle") if "→" not in mark.label]
    return {mark.label.split(",")[0]: (round(mark.x), round(mark.y)) for mark in actors}


def test_at_first_facts_are_drawn_and_everything_is_counted(report: Report) -> None:
    assert _list_events(report) == {"e0", "e1", "e2", "e4"}
    assert _read(report, ".counted") == "4 of 4 actors, 4 of 5 events, 3 directed ties"
    assert _read(report, ".left-out") == ""


def test_an_actor_is_searched_by_keyboard_and_let_go_with_escape(report: Report) -> None:
    before = _places(report)
    search = report.page.get_by_role("combobox")
    search.fill("bo")
    assert report.page.get_by_role("option").all_inner_texts() == ["Bob <b>"]
    assert search.get_attribute("aria-expanded") == "true"
    search.press("ArrowDown")
    assert search.get_attribute("aria-activedescendant") == "circle-actors-0"
    search.press("Enter")
    assert search.input_value() == "Bob <b>"
    assert _list_events(report) == {"e0", "e1", "e2"}
    assert _read(report, ".left-out") == "Shown: only ties of Bob <b>."
    after = _places(report)
    assert after.items() <= before.items(), "filtering never moves an actor"
    assert set(before) - set(after) == {"Dan <b>"}
    search.press("Escape")
    assert len(_list_events(report)) == 4


def test_choosing_an_actor_isolates_it_then_opens_its_sentences(report: Report) -> None:
    chosen = next(at for at, m in enumerate(report.marks("circle")) if m.label.startswith("Cid"))
    report.walk_to("circle", chosen)
    report.press("Enter")
    assert not report.is_panel_open()
    assert _read(report, ".left-out") == "Shown: only ties of Cid <b>."
    places = report.marks("circle")
    report.walk_to("circle", next(i for i, m in enumerate(places) if m.label.startswith("Cid")))
    report.press("Enter")
    assert report.read_panel().row_ids == ("e2",)
    report.close_panel()
    report.press("Escape")
    assert _read(report, ".left-out") == ""


def test_classes_period_and_claims_are_filtered_and_all_follows(report: Report) -> None:
    report.page.get_by_label("verbal cooperation").uncheck()
    report.page.get_by_label("also what is only alleged").check()
    assert _list_events(report) == {"e1", "e2", "e3"}
    report.page.get_by_label("Period, first day, as a date").fill("2024-02-20")
    report.page.get_by_label("Period, first day, as a date").dispatch_event("change")
    assert _list_events(report) == {"e1", "e3"}
    assert _read(report, ".reading").startswith(
        "4 actors and 2 directed ties, 1 of them only alleged; most often Ann <b> acts towards "
        "Bob <b>, in 1 event."
    )
    assert _read(report, ".left-out") == (
        "Shown: only material cooperation, verbal conflict, material conflict; only 2024-02-20 to "
        "2024-03-20, without undated events; with what is only alleged."
    )
    report.open_table("circle")
    rows = report.page.locator("#circle tbody tr")
    assert rows.count() == 2
    assert "AID 1" in rows.first.inner_text()
    assert _read(report, "summary") == "The data: 2 rows"


def test_the_sentences_of_a_tie_are_those_of_the_view(report: Report) -> None:
    report.page.get_by_label("verbal cooperation").uncheck()
    arrow = next(mark for mark in report.marks("circle") if mark.label.startswith("Ann <b> → Bob"))
    report.click("circle", arrow)
    assert report.read_panel().row_ids == ("e1",)


def test_sliders_move_one_end_and_never_past_the_other(report: Report) -> None:
    slider = report.page.get_by_label("Period, last day", exact=True)
    slider.fill("35")
    assert slider.get_attribute("aria-valuetext") == "2024-02-14"
    assert _list_events(report) == {"e0", "e2"}
    first = report.page.get_by_label("Period, first day", exact=True)
    first.fill("60")
    assert first.get_attribute("aria-valuetext") == "2024-02-14"


def test_nothing_left_says_so_and_keeps_its_place(report: Report) -> None:
    where = "document.querySelector('#circle .plot').getBoundingClientRect().top + scrollY"
    top = report.page.evaluate(where)
    for name in ("verbal cooperation", "material cooperation", "verbal conflict"):
        report.page.get_by_label(name).uncheck()
    assert _read(report, ".reading").startswith("No event in this selection ties two actors.")
    assert report.page.evaluate(where) == pytest.approx(top, abs=1)


def test_a_view_can_be_linked(browser: Browser, page: Path, report: Report) -> None:
    report.page.get_by_role("combobox").fill("ann")
    report.page.get_by_role("combobox").press("Enter")
    report.page.get_by_label("verbal cooperation").uncheck()
    address = report.page.url
    assert address.endswith("#view&circle.actor=ann&circle.quads=234")
    # A panel is a step of its own: back from it, the view is as it was.
    report.click("circle", next(m for m in report.marks("circle") if "→" in m.label))
    report.close_panel()
    report.page.wait_for_url(address)
    other = report.page.context.new_page()
    other.goto(address)
    other.wait_for_selector("html[data-drawn]", state="attached")
    assert other.inner_text(".left-out").startswith("Shown: only ties of Ann <b>; only material")
    assert other.input_value("[role=combobox]") == "Ann <b>"
    other.emulate_media(media="print")
    assert not other.is_visible(".explore")
    assert other.is_visible(".left-out"), "paper says what is left out"
    other.close()


def test_on_a_phone_the_controls_fit(browser: Browser, page: Path) -> None:
    with browser.open(page, width=380) as report:
        assert report.overflow() == []
        assert (report.requests, report.console) == ([], [])
