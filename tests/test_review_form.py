"""The review form: what it shows and does, and that its keys work in a browser."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from playwright.sync_api import Page, sync_playwright

from analysis import coding, tables
from analysis.reviews import form as review_form
from analysis.reviews import read_decisions
from analysis.reviews.form import ReviewForm, open_form
from tests.conftest import ROOT
from tests.pages.driver import CHROMIUM

TEXT = (
    "Vladimir Putin arrived in Pyongyang on Tuesday. <b>Rain</b> fell.\n\n"
    "South Korea said North Korea had sent artillery shells to Russia."
)


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("coded")
    (folder / "a1.txt").write_text(TEXT, encoding="utf-8")
    coding.extract(folder / "a1.txt", folder / "tables")
    return folder / "tables"


@pytest.fixture
def form(coded: Path, tmp_path: Path) -> ReviewForm:
    return open_form("Ann", coded, tmp_path / "reviews", ("visits", "transfer_allegations"))


def decided(form: ReviewForm) -> list[tuple[str, str]]:
    return [(d.decision, d.field) for d in read_decisions(form.session.folder)]


def test_the_form_shows_the_first_row_in_its_paragraph(form: ReviewForm) -> None:
    view = form.view
    assert view["evidence"]
    assert view["before"] + view["evidence"] + view["behind"] in TEXT
    assert view["progress"] == "0 decided, 0 skipped, 2 to go"
    assert json.loads(json.dumps(view)) == view, "only what JSON can carry"


def test_accept_reject_skip_and_undo_do_what_they_say(form: ReviewForm) -> None:
    form.receive({"action": "accept", "source_grade": "A", "reason": "seen"})
    form.receive({"action": "reject"})
    assert decided(form) == [("accept", ""), ("reject", "")]
    assert form.view["evidence"] == ""
    form.receive({"action": "undo"})
    assert decided(form) == [("accept", "")]
    form.receive({"action": "skip"})
    assert form.view["progress"] == "1 decided, 1 skipped, 0 to go"


def test_accept_with_changed_fields_is_an_edit(form: ReviewForm) -> None:
    field = next(iter(form.view["fields"]))
    before = form.view
    form.receive({"action": "accept", "changes": {field: "nobody-known-by-this-id"}})
    assert "no actor" in form.view["message"]
    assert form.view["evidence"] == before["evidence"], "the row stays"
    form.receive({"action": "accept", "changes": {"date": "2024-06-18"}})
    assert decided(form) == [("edit", "date")]


def test_what_cannot_be_done_is_said_in_the_form(form: ReviewForm) -> None:
    form.receive({"action": "undo"})
    assert "nothing to take back" in form.view["message"]
    form.receive({"action": "format the disk"})
    assert decided(form) == []


def test_the_notebook_runs_on_coded_tables(tmp_path: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "data" / "articles" / "a1.txt").write_text(TEXT, encoding="utf-8")
    coding.extract(tmp_path / "data" / "articles", tmp_path / "data" / "tables")
    notebook = nbformat.read(ROOT / "notebooks" / "review.ipynb", as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "committed without outputs"
    done = NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": str(tmp_path / "notebooks")}}
    ).execute()
    shown = [output for cell in done.cells for output in cell.get("outputs", [])]
    assert any("application/vnd.jupyter.widget-view+json" in o.get("data", {}) for o in shown)
    assert tables.load("reviews", tmp_path / "data" / "tables").empty


# --- the script, with a model that keeps what is sent

PAGE = """<!doctype html><meta charset="utf-8"><body><div id="here"></div><script type="module">
import form from "data:text/javascript;base64,SCRIPT";
window.sent = [];
const listeners = [];
window.model = {
  view: VIEW,
  get() { return this.view; },
  send(content) { window.sent.push(content); },
  on(_name, listener) { listeners.push(listener); },
  show(view) { this.view = view; listeners.forEach((listener) => listener()); },
};
form.render({ model: window.model, el: document.getElementById("here") });
</script>"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine; install one: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Any, form: ReviewForm, tmp_path: Path) -> Iterator[Page]:
    script = (Path(review_form.__file__).parent / "form.js").read_bytes()
    view = json.dumps(form.view).replace("<", "\\u003c")
    encoded = base64.b64encode(script).decode()
    (tmp_path / "form.html").write_text(
        PAGE.replace("SCRIPT", encoded).replace("VIEW", view), encoding="utf-8"
    )
    opened = browser.new_page()
    opened.goto((tmp_path / "form.html").as_uri())
    opened.wait_for_selector(".attache-review")
    yield opened
    opened.close()


def test_keys_decide(page: Page) -> None:
    page.focus(".attache-review")
    for key in "arsux":
        page.keyboard.press(key)
    actions = [sent["action"] for sent in page.evaluate("window.sent")]
    assert actions == ["accept", "reject", "skip", "undo"]


def test_a_field_is_edited_by_keyboard_alone(page: Page) -> None:
    page.focus(".attache-review")
    page.keyboard.press("e")
    page.keyboard.press("End")
    page.keyboard.type("-ar")  # letters typed into a field decide nothing
    assert page.evaluate("window.sent") == []
    page.keyboard.press("Enter")
    [sent] = page.evaluate("window.sent")
    assert sent["action"] == "accept"
    [value] = sent["changes"].values()
    assert value.endswith("-ar")


def test_grades_and_reason_are_sent(page: Page) -> None:
    page.select_option("[aria-label='Source']", "B")
    page.fill(".attache-reason", "two ministries")
    page.click("text=Reject")
    [sent] = page.evaluate("window.sent")
    assert (sent["source_grade"], sent["information_grade"]) == ("B", "6")
    assert sent["reason"] == "two ministries"


def test_words_of_an_article_stay_words(page: Page, form: ReviewForm) -> None:
    hostile = {**form.view, "before": "<img src=x onerror='window.hit=1'>", "summary": "<b>x</b>"}
    page.evaluate("view => window.model.show(view)", hostile)
    assert page.locator(".attache-review img, .attache-review b").count() == 0
    assert page.evaluate("window.hit") is None
    assert page.inner_text(".attache-summary") == "<b>x</b>"


def test_the_end_of_the_queue_is_shown(page: Page, form: ReviewForm) -> None:
    page.evaluate("view => window.model.show(view)", {"progress": "done", "evidence": ""})
    assert "Nothing is left" in page.inner_text(".attache-review")


def test_the_columns_offered_are_those_that_can_be_edited(form: ReviewForm) -> None:
    assert "evidence" not in form.view["fields"]
    assert form.view["fields"]["date"] == {"value": form.session.row["date"], "values": []}
