"""The front page and its feed: what readers see of reports, and operators of runs."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner

from analysis.cli import main
from analysis.runs.engine import run_report
from analysis.runs.expected import find_next_due, find_stale
from analysis.runs.front import LISTED
from analysis.runs.index import write_index
from analysis.runs.locks import hold_run
from analysis.runs.plan import Limits, ReportPlan, Schedule
from analysis.runs.plan_file import read_plan
from analysis.runs.record import Run, write_run
from tests.pages import samples
from tests.pages.driver import Browser, Report
from tests.run_samples import HOSTILE, NOW, add_run, make_page

ATOM = "{http://www.w3.org/2005/Atom}"
DAILY = Schedule("0 6 * * *")
PLANNED = "reports:\n  3-visits:\n    notebooks: [3-visits]\n    schedule: {cron: 0 6 * * *}\n"


def plan(report: str, schedule: Schedule | None = DAILY, minutes: float = 15) -> ReportPlan:
    return ReportPlan(report, (report,), schedule=schedule, limits=Limits(minutes=minutes))


def write_front(folder: Path, *plans: ReportPlan) -> str:
    write_index(folder, {one.name: one for one in plans}, now=NOW)
    return (folder / "index.html").read_text(encoding="utf-8")


def read_words(markup: str) -> str:
    """The words of a part of the page that is visible without scripts."""
    shown = re.sub(r"<(\w+)[^>]* hidden>.*?</\1>", "", markup)
    spaced = re.sub(r"</?(?:p|div|h\d|li|br|span class=.(?:state|when|took))[^>]*>", " ", shown)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", spaced)).split())


def read_story(page: str, heading: str) -> str:
    """The words of one report on the front page."""
    stories = re.findall(r"<article.*?</article>", page, re.DOTALL)
    (story,) = [one for one in stories if f">{heading}<" in one]
    return read_words(story)


def read_runs_told(page: str) -> list[str]:
    """The words of the list of runs, an entry a run."""
    listed = page.partition('<section id="runs"')[2]
    return [read_words(one) for one in re.findall(r"<li .*?</li>", listed, re.DOTALL)]


# The front


def test_the_latest_page_of_a_report_stands_on_the_front(tmp_path: Path) -> None:
    add_run(tmp_path, "3-visits", "published", hours=50)
    add_run(tmp_path, "3-visits", "published", hours=3)
    page = write_front(tmp_path, plan("3-visits"))
    assert read_story(page, "Title of 3-visits") == (
        "Title of 3-visits Who is reported to have met whom? "
        "Articles published until 2026-11-25 · 12 articles · 34 visits since 2026-01-01, actors PRK,RUS "
        "Published 26 Nov 2026, 15:50 UTC Next due 27 Nov 2026, 06:00 UTC"
    )
    assert '<a href="3-visits.html">' in page
    assert '<time datetime="2026-11-26T15:50:42Z">26 Nov 2026, 15:50 UTC</time>' in page


def test_a_page_with_key_figures_opens_with_them(tmp_path: Path) -> None:
    figures = [["17", "alleged transfers"], ["4", "of them denied by a party"]]
    page = make_page("4-transfers", figures=figures)
    add_run(tmp_path, "4-transfers", "published", pages=[page])
    story = read_story(write_front(tmp_path), "Title of 4-transfers")
    assert "17 alleged transfers 4 of them denied by a party Articles published until" in story
    assert "34 visits" not in story
    entry = feedparser.parse(tmp_path / "feed.xml").entries[0]
    assert "17 alleged transfers · 4 of them denied by a party" in entry.summary


def test_a_page_leads_to_its_pdf_while_that_is_there(tmp_path: Path) -> None:
    add_run(tmp_path, "3-visits", "published", pages=[make_page("3-visits", pdf="3-visits.pdf")])
    assert "3-visits.pdf" not in write_front(tmp_path)
    (tmp_path / "3-visits.pdf").write_bytes(b"%PDF")
    assert '<a href="3-visits.pdf">PDF</a>' in write_front(tmp_path)


def test_several_pages_of_one_report_stand_together_under_its_name(tmp_path: Path) -> None:
    pages = [make_page("daily-3-visits", title="Visits"), make_page("daily-5-x", title="Words")]
    add_run(tmp_path, "daily", "published", hours=9, pages=pages)
    add_run(tmp_path, "daily", "published", hours=2, pages=pages[:1])
    story = read_story(write_front(tmp_path), "Visits")
    assert story.startswith("daily Visits Who")
    assert "Of an earlier run, 26 Nov 2026, 09:50 UTC" in story
    assert "Published 26 Nov 2026, 16:50 UTC" in story


def test_a_page_whose_run_has_failed_since_says_so_and_why(tmp_path: Path) -> None:
    add_run(tmp_path, "3-visits", "published", hours=30)
    failed = add_run(tmp_path, "3-visits", "failed", hours=2, cell=7, reason="KeyError: 'day'")
    page = write_front(tmp_path)
    assert (
        "Shows the run of 25 Nov 2026, 12:50 UTC. The one since failed: 3-visits, cell 7: "
        "KeyError: 'day'"
    ) in read_story(page, "Title of 3-visits")
    assert f'href="#run-{failed.name}"' in page
    assert f'id="run-{failed.name}"' in page
    add_run(tmp_path, "3-visits", "timed_out", hours=1, reason="took longer.")
    assert (
        "2 runs since have published nothing; the last one timed out: 3-visits: took longer."
    ) in read_story(write_front(tmp_path), "Title of 3-visits")
    add_run(tmp_path, "3-visits", "published")
    assert "Shows the run of" not in write_front(tmp_path)


def test_a_report_that_has_no_page_yet_is_there_too(tmp_path: Path) -> None:
    add_run(tmp_path, "by-hand", "refused", reason="the page has no charts.")
    page = write_front(tmp_path, plan("3-visits"))
    assert "<li><b>3-visits</b> has not run yet; due <time" in page
    assert "The last run refused by the gate: by-hand: the page" in read_story(page, "by-hand")


def test_planned_reports_stand_in_the_order_of_the_plan_and_pages_first(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        add_run(tmp_path, name, "published")
    page = write_front(tmp_path, plan("new"), plan("c"), plan("b"))
    assert re.findall(r"<h2><a [^>]+>([^<]+)", page) == [
        *("Title of c", "Title of b", "Title of a"),
    ]


def test_what_is_made_by_hand_keeps_its_place_whichever_was_made_last(tmp_path: Path) -> None:
    for name in ("0-briefing", "2-network"):
        add_run(tmp_path, name, "published")
    page = write_front(tmp_path, plan("2-network", None))
    assert re.findall(r"<h2><a [^>]+>([^<]+)", page) == [
        "Title of 0-briefing",
        "Title of 2-network",
    ]


def test_plans_are_read_beside_the_reports_and_wrong_ones_keep_no_index_from_being_written(
    tmp_path: Path,
) -> None:
    reports = tmp_path / "reports"
    add_run(reports, "3-visits", "published", hours=3)
    samples.write_notebook(tmp_path / "notebooks" / "3-visits.ipynb", samples.QUICK)
    (tmp_path / "reports.yaml").write_text(PLANNED, encoding="utf-8")
    assert "Next due" in write_front(reports)
    (tmp_path / "reports.yaml").write_text("reports: [", encoding="utf-8")
    assert "Next due" not in write_front(reports)
    assert "Title of 3-visits" in write_front(reports)


def test_a_page_is_stale_once_the_next_one_should_have_been_there(tmp_path: Path) -> None:
    """Due at six; the run may take 15 minutes, and half an hour to be begun."""
    add_run(tmp_path, "3-visits", "published", hours=3)
    page = write_front(tmp_path, plan("3-visits"))
    assert re.search(r'class="trouble stale" data-due="2026-11-27T06:45:00Z" hidden>', page)
    assert find_stale(plan("3-visits", None), NOW) is None
    assert find_next_due(None, NOW) is None
    assert 'data-due="' not in write_front(tmp_path, plan("3-visits", None))


# Runs


def test_runs_stand_by_report_the_latest_first_with_how_each_ended(tmp_path: Path) -> None:
    add_run(tmp_path, "3-visits", "published", hours=30)
    add_run(tmp_path, "5-statements", "killed", hours=20, reason="ended.", seconds=3725.0)
    failed = add_run(tmp_path, "3-visits", "failed", hours=2, cell=7, reason="KeyError: 'day'")
    told = read_runs_told(write_front(tmp_path))
    assert told == [
        f"failed 26 Nov 2026, 16:50 UTC 42 s 3-visits, cell 7: KeyError: 'day' runs/{failed.name} "
        "since 2026-01-01, actors PRK,RUS",
        "published 25 Nov 2026, 12:50 UTC 42 s Title of 3-visits since 2026-01-01, actors PRK,RUS",
        f"ended from outside 25 Nov 2026, 22:50 UTC 1 h 2 min 5-statements: ended. "
        f"runs/{told[2].split('runs/')[1].split()[0]} since 2026-01-01, actors PRK,RUS",
    ]


def test_a_published_run_leads_to_its_own_page_while_that_is_there(tmp_path: Path) -> None:
    run = add_run(tmp_path, "3-visits", "published")
    link = f'href="runs/{run.name}/3-visits.html"'
    assert link in write_front(tmp_path)
    (run.folder / "3-visits.html").unlink()
    assert link not in write_front(tmp_path)


def test_a_run_under_way_says_by_when_it_should_have_ended(tmp_path: Path) -> None:
    running = add_run(tmp_path, "3-visits", "running", hours=0.1)
    waiting = add_run(tmp_path, "5-statements", "queued", hours=0.05)
    with hold_run(tmp_path, running.name), hold_run(tmp_path, waiting.name):
        page = write_front(tmp_path, plan("3-visits", minutes=20), plan("5-statements"))
    assert read_runs_told(page) == [
        "running since 26 Nov 2026, 18:44 UTC, to end by 26 Nov 2026, 19:04 UTC at the latest",
        "waiting since 26 Nov 2026, 18:47 UTC",
    ]
    gone = re.findall(r'<span class="gone" data-due="([^"]+)" hidden>', page)
    # On the front and in the list; one that waits its turn may do so for hours.
    assert gone == ["2026-11-26T19:04:00Z", "2026-11-27T00:47:00Z"] * 2


def test_a_run_whose_owner_is_gone_reads_as_ended_from_outside(tmp_path: Path) -> None:
    add_run(tmp_path, "3-visits", "running", hours=0.1)
    (told,) = read_runs_told(write_front(tmp_path))
    assert told.startswith("ended from outside 26 Nov 2026, 18:44 UTC")


def test_only_the_latest_runs_are_listed_and_the_rest_counted(tmp_path: Path) -> None:
    for hours in range(LISTED + 3):
        add_run(tmp_path, "3-visits", "failed", hours=LISTED + 3 - hours)
    page = write_front(tmp_path)
    assert len(read_runs_told(page)) == LISTED
    assert "3 earlier runs in runs/" in page


def test_a_record_of_an_older_version_is_listed(tmp_path: Path) -> None:
    run = tmp_path / "runs" / "20261101T060000Z-aaaaaa"
    run.mkdir(parents=True)
    old = {
        **{"report": "3-visits", "title": "Visits", "question": "Who?", "state": "published"},
        **{"reason": "", "cell": None, "parameters": {}, "started": "2026-11-01T06:00:00+00:00"},
        **{"seconds": 4.5, "cutoff": "2026-10-31", "counts": {"visits": 1}, "rejected": 0},
        **{"notices": [], "page_bytes": 9, "versions": {}, "git": {}, "tables": {}},
    }
    (run / "run.json").write_text(json.dumps(old), encoding="utf-8")
    for place in (run, tmp_path):
        (place / "3-visits.html").write_text("page", encoding="utf-8")
    page = write_front(tmp_path)
    assert "Published 1 Nov 2026, 06:00 UTC" in read_story(page, "Visits")
    assert read_runs_told(page) == ["published 1 Nov 2026, 06:00 UTC 4 s Visits"]


def test_a_record_with_no_times_is_listed(tmp_path: Path) -> None:
    run = add_run(tmp_path, "3-visits", "published")
    write_run(replace(run, started="yesterday", ended="", queued=""))
    page = write_front(tmp_path, plan("3-visits"))
    assert "Published 1 Jan 1970" in read_story(page, "Title of 3-visits")
    feedparser.parse(tmp_path / "feed.xml")


def test_a_notice_that_was_not_sent_is_told(tmp_path: Path) -> None:
    run = add_run(tmp_path, "3-visits", "failed")
    told = [{"occasion": "failure", "by": "webhook", "problem": "webhook HOOK: not taken <b>."}]
    (run.folder / "notices.json").write_text(json.dumps(told), encoding="utf-8")
    assert "Not told: webhook HOOK: not taken <b>." in read_runs_told(write_front(tmp_path))[0]


def add_hostile(folder: Path) -> Run:
    """Add a run of whose words a reader's browser should run none."""
    hostile = HOSTILE.replace("\ud800", "")
    page = make_page("3-visits", title=hostile, question=hostile, notices=[hostile])
    given = {"x": hostile}
    run = add_run(
        folder, "3-visits", "published", hours=2, pages=[page], parameters=given, asked=given
    )
    add_run(folder, "3-visits", "failed", hours=1, reason=hostile, parameters=given, asked=given)
    return run


def test_the_front_page_loads_nothing_and_runs_only_its_own_script(tmp_path: Path) -> None:
    add_hostile(tmp_path)
    page = write_front(tmp_path)
    assert re.findall(r"<script[^>]*>", page) == ["<script>"]
    assert not re.search(r"\s(src|style|on\w+)=", page)
    assert re.findall(r"<link[^>]+>", page) == [
        '<link rel="alternate" type="application/atom+xml" title="Attaché reports" href="feed.xml">'
    ]
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert "default-src &#39;none&#39;; script-src &#39;sha256-" in policy
    assert "unsafe" not in policy


# The feed


def read_feed(folder: Path) -> ElementTree.Element:
    return ElementTree.parse(folder / "feed.xml").getroot()


def test_the_feed_has_an_entry_for_each_publication_and_each_failure(tmp_path: Path) -> None:
    published = add_run(tmp_path, "3-visits", "published", hours=3)
    failed = add_run(tmp_path, "3-visits", "failed", hours=2, cell=7, reason="KeyError: 'day'")
    running = add_run(tmp_path, "3-visits", "running")
    with hold_run(tmp_path, running.name):
        write_front(tmp_path)
    feed = feedparser.parse(tmp_path / "feed.xml")
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [
        (entry.title, entry.summary, entry.link, entry.tags[0].term) for entry in feed.entries
    ] == [
        (
            "3-visits: failed",
            "3-visits, cell 7: KeyError: 'day'",
            f"index.html#run-{failed.name}",
            "failure",
        ),
        (
            "Title of 3-visits",
            "Articles published until 2026-11-25 · 12 articles · 34 visits. "
            "since 2026-01-01, actors PRK,RUS.",
            f"runs/{published.name}/3-visits.html",
            "published",
        ),
    ]


def test_the_feed_is_valid_atom(tmp_path: Path) -> None:
    """What RFC 4287 asks of a feed and of an entry."""
    pages = [make_page("daily-3-visits"), make_page("daily-5-x")]
    add_run(tmp_path, "daily", "published", hours=3, pages=pages)
    add_hostile(tmp_path)
    write_front(tmp_path)
    feed = read_feed(tmp_path)
    entries = feed.findall(f"{ATOM}entry")
    assert [len(feed.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    for entry in entries:
        assert [len(entry.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [
            *(1, 1, 1),
        ]
        links = [link.get("rel") for link in entry.findall(f"{ATOM}link")]
        assert links.count("alternate") == 1
    moments = [one.text or "" for one in feed.iter(f"{ATOM}updated")]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment) for moment in moments)
    assert moments[0] == max(moments)
    ids = [one.text or "" for one in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids) == 4
    assert all(re.fullmatch(r"tag:attache,2026:[\w./%-]+", one) for one in ids)


def test_the_same_runs_give_the_same_feed_wherever_they_lie(tmp_path: Path) -> None:
    for folder in (tmp_path / "here", tmp_path / "there"):
        add_run(folder, "3-visits", "published", hours=3)
        write_front(folder)
    here, there = ((tmp_path / name / "feed.xml").read_bytes() for name in ("here", "there"))
    assert here == there
    assert str(tmp_path).encode() not in here


def test_hostile_words_stay_words_in_the_feed(tmp_path: Path) -> None:
    add_hostile(tmp_path)
    write_front(tmp_path)
    (failed, published) = read_feed(tmp_path).findall(f"{ATOM}entry")
    said = published.findtext(f"{ATOM}title") or ""
    assert said.startswith("</title><script>document.title='owned'</script>\ufffd & ")
    assert "</title><script>" in (failed.findtext(f"{ATOM}summary") or "")


def test_a_folder_without_runs_has_a_valid_feed_and_says_that_there_is_nothing(
    tmp_path: Path,
) -> None:
    page = write_front(tmp_path)
    assert "No report has been published yet." in page
    feed = feedparser.parse(tmp_path / "feed.xml")
    assert (bool(feed.bozo), feed.entries) == (False, [])


# From a schedule to the reader


@pytest.fixture(scope="module")
def scheduled(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run of a report that reports.yaml has made every day."""
    folder = tmp_path_factory.mktemp("scheduled")
    notebooks = folder / "notebooks"
    samples.write_notebook(notebooks / "3-visits.ipynb", samples.QUICK)
    planned = folder / "reports.yaml"
    planned.write_text(PLANNED, encoding="utf-8")
    (daily,) = read_plan(planned).values()
    return run_report(daily, folder=folder / "reports", notebooks=notebooks)


def test_a_scheduled_page_knows_from_when_it_is_too_old(scheduled: Run) -> None:
    assert scheduled.page, scheduled.reason
    page = scheduled.page.read_text(encoding="utf-8")
    started = dt.datetime.fromisoformat(scheduled.started)
    (due,) = re.findall(r'<p class="notice stale" role="note" data-due="([^"]+)" hidden>', page)
    assert dt.datetime.fromisoformat(due) == find_stale(plan("3-visits"), started)
    assert "Next due" in (scheduled.folder.parents[1] / "index.html").read_text(encoding="utf-8")


# The command


def test_runs_are_listed_on_the_terminal(tmp_path: Path) -> None:
    add_run(tmp_path, "3-visits", "published", hours=3)
    add_run(tmp_path, "5-statements", "failed", hours=2, reason="KeyError:\n'day' \x1b[31m", cell=3)
    arguments = ["runs", "--reports", str(tmp_path)]
    told = CliRunner().invoke(main, arguments).stdout.splitlines()
    assert told == [
        "26 Nov 2026, 16:50 UTC 5-statements failed in 42 s: 5-statements, cell 3: "
        "KeyError: 'day' [31m",
        "26 Nov 2026, 15:50 UTC 3-visits published in 42 s: Articles published "
        "until 2026-11-25 · 12 articles · 34 visits. since 2026-01-01, actors PRK,RUS.",
    ]
    chosen = CliRunner().invoke(main, [*arguments, "3-visits", "--json"]).stdout.splitlines()
    (record,) = [json.loads(line) for line in chosen]
    assert (record["report"], record["state"]) == ("3-visits", "published")
    assert record["pages"][0]["file"] == "3-visits.html"
    assert CliRunner().invoke(main, [*arguments, "nowhere"]).stdout == "No runs.\n"


# In a browser


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A front page with everything on it, written at NOW."""
    folder = tmp_path_factory.mktemp("front")
    add_run(folder, "0-briefing", "published", hours=26.5)
    add_run(folder, "3-visits", "published", hours=3)
    add_hostile(folder)
    pages = [make_page("daily-3-visits", title="Visits"), make_page("daily-5-x", title="Words")]
    add_run(folder, "daily", "published", hours=90 * 24, pages=pages)
    running = add_run(folder, "5-statements", "running", hours=0.1)
    with hold_run(folder, running.name):
        write_front(folder, plan("0-briefing"), plan("3-visits"), plan("new"))
    return folder / "index.html"


def find_violations(report: Report) -> list[str]:
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(report.page, options={"runOnly": {"type": "tag", "values": tags}})
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found.response["violations"]]


@pytest.mark.parametrize(
    ("width", "dark"), [(380, False), (1280, True)], ids=["phone", "wide and dark"]
)
def test_the_front_page_stands_alone_and_is_accessible(
    browser: Browser, front: Path, width: int, dark: bool
) -> None:
    with browser.open(front, width=width, dark=dark, scripted=False, now=NOW) as report:
        assert report.overflow() == []
        assert find_violations(report) == []
        # axe's own script is none of the page's.
        assert report.requests == []
        assert [line for line in report.console if "Content Security" not in line] == []
        assert report.page.title() == "Attaché reports"


def test_ages_are_told_by_the_readers_clock(browser: Browser, front: Path) -> None:
    with browser.open(front, scripted=False, now=NOW) as report:
        page = report.page
        ages = page.locator(".story .age")
        assert ages.all_inner_texts() == ["26 hours ago", "1 hour ago", "2 months ago"]
        stale = page.locator(".stale")
        assert [one.is_visible() for one in stale.all()] == [True, False]
        assert "another was due 26 Nov 2026, 06:00 UTC" in stale.first.inner_text()
        gone = page.locator("#runs .gone")
        assert not gone.is_visible()
        # The page stays open for a day.
        page.clock.fast_forward("24:00:00")
        assert ages.nth(1).inner_text() == "25 hours ago"
        assert [one.is_visible() for one in stale.all()] == [True, True]
        assert gone.inner_text() == "; probably ended from outside"
        assert report.console == []


def test_a_clock_that_is_behind_tells_no_age(browser: Browser, front: Path) -> None:
    long_ago = NOW - dt.timedelta(days=900)
    with browser.open(front, scripted=False, now=long_ago) as report:
        assert set(report.page.locator(".age").all_inner_texts()) == {""}


def test_a_page_says_that_it_is_older_than_its_schedule_allows(
    browser: Browser, scheduled: Run
) -> None:
    assert scheduled.page
    started = dt.datetime.fromisoformat(scheduled.started)
    with browser.open(scheduled.page, now=started) as report:
        told = report.page.locator(".stale")
        assert not told.is_visible()
        report.page.clock.fast_forward("48:00:00")
        assert told.inner_text().startswith("This page is older than its schedule allows: another")
        assert (report.requests, report.console) == ([], [])


def test_the_page_kept_of_a_run_leads_to_the_latest_and_to_the_front(
    browser: Browser, scheduled: Run
) -> None:
    with browser.open(scheduled.folder / "3-visits.html") as report:
        links = report.page.locator(".home, .notice a").evaluate_all("all => all.map(a => a.href)")
        reports = scheduled.folder.parents[1]
        assert links == [(reports / name).as_uri() for name in ("index.html", "3-visits.html")]


def test_the_list_of_runs_narrows_to_a_report_and_a_state(browser: Browser, front: Path) -> None:
    with browser.open(front, scripted=False, now=NOW) as report:
        page = report.page
        runs = page.locator(".report li:visible")
        assert runs.count() == 6
        page.get_by_role("combobox", name="State").select_option("published")
        assert page.locator(".choose output").inner_text() == "4 of 6 runs"
        page.get_by_role("combobox", name="Report").select_option("3-visits")
        assert runs.count() == 2
        assert page.locator(".report h3:visible").all_inner_texts() == ["3-visits"]
        # A banner leads to its run, whatever was chosen.
        page.click(".story .trouble:visible a")
        page.locator("li:target").wait_for()  # the browser tells of the new address a moment later
        assert runs.count() == 6


def test_without_scripts_everything_is_there_but_ages(browser: Browser, front: Path) -> None:
    context = browser.without_scripts()
    page = context.new_page()
    page.goto(front.as_uri())
    assert page.locator(".report li:visible").count() == 6
    assert page.locator(".choose").count() == 0
    assert "Published 25 Nov 2026, 16:20 UTC" in page.locator(".story").first.inner_text()
    assert "Next due 26 Nov 2026, 06:00 UTC" in page.locator(".story").first.inner_text()
    context.close()
