"""The five reports of the sample corpus in a browser: each chart leads to findings of the fact base.

A finding is a hand-coded row of gold/sample that the coder finds too: the same sentence of the same
article, the same names. It is chosen by what it says, never by a row's id, and the charts' marks are
found by their words. It is reached when the panel shows that very sentence under the outlet that
printed it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from analysis import tables
from analysis.charts.style import QUAD_NAMES
from analysis.charts.transfer_allegations.claims import name_category
from analysis.countries import name_country
from analysis.runs import by_hand
from tests.pages.driver import CHROMIUM, Browser, Mark, Panel, Report

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="no Chromium on this machine; install one: apt-get install chromium"
)

GOLD = Path(__file__).parent / "gold" / "sample"
LARGEST = 2_600_000
# So many findings of a chart are tried.
TRIED = 3
# What makes a coded row the hand-coded one, beside article and sentence.
SLOTS = {
    "visits": ["visitor", "country"],
    "transfer_allegations": ["supplier_country", "recipient_country", "category"],
    "responses": ["supplier_country", "recipient_country", "stance"],
    "statements": ["speaker", "act"],
    "events": ["event_type", "actor_countries", "recipient_countries"],
}


@dataclass(frozen=True)
class Finding:
    """Which rows of the fact base to look for, and the words of the marks that must lead there.

    `where` gives patterns by column, `marks` templates that the row fills.
    """

    table: str
    marks: tuple[str, ...]
    where: dict[str, str] = field(default_factory=dict)


# What is told as fact between two states; the network leaves out an outlet's copy of another's text.
FACT = {
    "duplicate_of": "$",
    "status": "occurred|ongoing",
    "actor_countries": "[A-Z]{3}$",
    "recipient_countries": "[A-Z]{3}$",
}
BETWEEN = {**FACT, "actor_countries": "(RUS|PRK)$", "recipient_countries": "(RUS|PRK)$"}
MADE = {"status": "occurred|ongoing"}
# In the second half of what was coded, which begins in the middle of September 2024.
GAINED = {**MADE, "duplicate_of": "$", "published": "2024-09-(1[3-9]|[23])|2024-1|2025"}
# The middle of what a country covers on the map lies in the country.
COMPACT = {**MADE, "country": "KAZ|MNG|UZB|DEU|ESP|IRN|CHN|UKR"}
ARRIVED = {"lead": "True"}
FINDINGS = {
    "1-corpus": {
        "corpus-received": Finding(
            "events", ("dated copy of another",), {**ARRIVED, "duplicate_of": "s"}
        ),
        "corpus-outlets": Finding("events", ("{outlet}, {month}",), ARRIVED),
        "corpus-gaps": Finding("events", ("{next_day} –",), ARRIVED),
        "corpus-copies": Finding("events", ("{title}",), ARRIVED),
    },
    "2-network": {
        "network-influence": Finding("events", ("{actor},",), {**BETWEEN, "quad": "1|2"}),
        "network-gains": Finding("visits", ("{state} through {place}",), GAINED),
        "network": Finding("events", ("{actor} → {recipient}",), FACT),
        "network-strongest": Finding("events", ("{actor} → {recipient}", "{class}"), BETWEEN),
        "network-kinds": Finding("events", ("{class}",), FACT),
        "network-actors": Finding("events", ("{actor} acts",), FACT),
        "network-brokers": Finding("events", ("{actor}",), BETWEEN),
        "network-balance": Finding("events", ("{actor}", "{recipient}", "{class}"), BETWEEN),
        "network-timelines": Finding(
            "events", ("{actor}", "{recipient}", "{class}", "{month}"), BETWEEN
        ),
        "network-triads": Finding("events", ("triad",), BETWEEN),
        "network-change": Finding("events", ("{actor}", "{recipient}"), FACT),
        "network-communities": Finding("events", ("{actor},",), BETWEEN),
        "network-near": Finding("events", ("{actor} → {recipient}",), BETWEEN),
        "network-chain": Finding("events", ("North Korea – Russia",), BETWEEN),
    },
    "3-visits": {
        "visits-timeline": Finding("visits", ("{visitor} →", "{place}", "{date}"), {"date": "2"}),
        "visits-undated": Finding("visits", ("{visitor} →", "{place}"), {"date": "$"}),
        "visits-journeys": Finding("visits", ("{visitor}",), MADE),
        "visits-map": Finding("visits", ("{place}",), COMPACT),
        "visits-exchanges": Finding("visits", ("{state}, {place}",), MADE),
    },
    "4-transfer-allegations": {
        "allegations-claims": Finding("transfer_allegations", ("{claimant}: {act}", "{day}")),
        "allegations-flows": Finding(
            "transfer_allegations", ("{class}",), {"category": "air_defence|artillery|uav|troops"}
        ),
        "allegations-quantities": Finding(
            "transfer_allegations", ("{claimant}", "{unit}"), {"quantity_low": "[0-9]"}
        ),
        "allegations-contests": Finding(
            "responses", ("{supplier_state} → {recipient_state}", "denied"), {"stance": "denied"}
        ),
        "allegations-ledgers": Finding(
            "responses", ("{by}: denied", "{day}"), {"stance": "denied", "by": "[A-Z]"}
        ),
        "allegations-amounts": Finding(
            "transfer_allegations", ("{claimant}", "{unit}", "{day}"), {"quantity_low": "[0-9]"}
        ),
    },
    "5-statements": {
        "statements-acts": Finding("statements", ("{speaker}, {act}",), {"act": "praise|deny"}),
        "statements-months": Finding("statements", ("{month}, {act}",), {"act": "assess|accuse"}),
        "statements-likelihoods": Finding(
            "statements", ("“{likelihood_words}”", "{speaker}"), {"likelihood_words": "[a-z]"}
        ),
    },
}
each_report = pytest.mark.parametrize("name", FINDINGS)
each_chart = pytest.mark.parametrize(
    ("name", "chart"), [(name, chart) for name, charts in FINDINGS.items() for chart in charts]
)


@pytest.fixture(scope="session")
def pages(
    extracted: dict[str, pd.DataFrame], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("sample")
    tables.save(extracted, folder / "tables", provenance={})
    given = {"tables": str(folder / "tables")}
    others = [name for name in FINDINGS if name != "2-network"]
    # Whom the chain links by default changes with every rule.
    linked = {**given, "chain": "PRK,RUS"}
    with ThreadPoolExecutor(2) as pool:
        render = partial(by_hand.render, folder=folder / "reports")
        both = pool.map(render, [["2-network"], others], [linked, given])
        rendered = [run for runs in both for run in runs]
    assert [run.reason for run in rendered if not run.page] == []
    return {run.report: run.page for run in rendered if run.page}


@pytest.fixture(scope="module")
def opened(browser: Browser, pages: dict[str, Path]) -> Iterator[dict[str, Report]]:
    """Each page, opened once: drawing one takes as long as many of these tests."""
    with browser.open_all(pages) as found:
        yield found


@pytest.fixture
def report(opened: dict[str, Report], name: str) -> Iterator[Report]:
    found = opened[name]
    yield found
    if found.is_panel_open():
        found.close_panel()
    assert (found.requests, found.console) == ([], [])


@pytest.fixture(scope="session")
def found(extracted: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The coded rows that the fact base has too, by table, with the article of each."""
    articles = extracted["articles"][["article_id", "title", "text", "duplicate_of"]]
    both = {}
    for table, slots in SLOTS.items():
        same = ["article_id", "evidence", *slots]
        gold = pd.read_csv(GOLD / f"{table}.csv", dtype=str, keep_default_na=False)[same]
        coded = extracted[table].merge(articles, on="article_id")
        for column in ("actor_countries", "recipient_countries"):
            if column in coded:
                coded[column] = coded[column].str.join(";")
        both[table] = coded.merge(gold.drop_duplicates(), on=same)
    return both


def list_findings(finding: Finding, found: dict[str, pd.DataFrame]) -> list[dict[str, Any]]:
    """List the rows of a finding, with the words that charts make of them."""
    rows = [describe(row) for row in found[finding.table].to_dict("records")]
    frame = pd.DataFrame(rows)
    for column, pattern in finding.where.items():
        frame = frame[frame[column].astype(str).str.match(pattern)]
    return frame.to_dict("records")


def describe(row: dict[str, Any]) -> dict[str, Any]:
    """Add to a row what charts write instead of codes and dates."""
    words = {
        name: name_country(row[column])
        for name, column in (
            ("actor", "actor_countries"),
            ("recipient", "recipient_countries"),
            ("place", "country"),
            ("state", "visitor_country"),
            ("supplier_state", "supplier_country"),
            ("recipient_state", "recipient_country"),
        )
        if column in row
    }
    words["class"] = (
        QUAD_NAMES[row["quad"]] if "quad" in row else name_category(row.get("category", ""))
    )
    if not pd.isna(row["published"]):
        words["month"] = f"{row['published']:%Y-%m}"
        words["day"] = f"{row['published']:%Y-%m-%d}"
        words["next_day"] = f"{row['published'] + pd.Timedelta(days=1):%Y-%m-%d}"
    return {**row, **words, "lead": row["text"].lstrip().startswith(row["evidence"])}


def find_marks(
    marks: list[tuple[int, Mark]], finding: Finding, row: dict[str, Any]
) -> list[tuple[int, Mark]]:
    """Find the marks that have all the words of a row."""
    words = [template.format(**row) for template in finding.marks]
    return [(place, mark) for place, mark in marks if all(word in mark.label for word in words)]


def shows(panel: Panel, row: dict[str, Any]) -> bool:
    """Whether a panel has the sentence of a row under its own outlet."""
    return any(row["outlet"] == by and row["evidence"] in shown for by, shown in panel.said)


@each_report
def test_every_chart_of_a_report_is_drawn_with_marks_in_it(report: Report, name: str) -> None:
    assert report.charts() == list(FINDINGS[name])
    assert report.failed_charts() == []
    for chart in report.charts():
        marks = report.marks(chart)
        assert marks, chart
        assert all(mark.row_ids for mark in marks), chart


@each_report
def test_a_report_is_small_enough_to_send(pages: dict[str, Path], name: str) -> None:
    assert pages[name].stat().st_size <= LARGEST


@each_report
def test_nothing_in_a_report_stands_in_the_way_of_anybody(report: Report) -> None:
    assert report.find_flaws(drawn=False) == []


@each_report
def test_a_report_fits_a_phone_in_the_dark(
    browser: Browser, pages: dict[str, Path], name: str
) -> None:
    with browser.open(pages[name], width=380, dark=True) as report:
        assert report.failed_charts() == []
        assert report.overflow() == []
        report.page.click("[data-rows] a.note >> nth=0")
        assert report.find_flaws(drawn=False) == []
        assert (report.requests, report.console) == ([], [])


@each_chart
def test_a_mark_leads_to_the_sentence_of_a_finding_by_mouse_and_by_keyboard(
    report: Report, chart: str, name: str, found: dict[str, pd.DataFrame]
) -> None:
    finding = FINDINGS[name][chart]
    everything = list(enumerate(report.marks(chart)))
    drawn = [
        (row, marks)
        for row in list_findings(finding, found)
        if (marks := find_marks(everything, finding, row))
    ]
    assert drawn, [mark.label for _, mark in everything]
    assert leads(report, chart, *drawn[0], "keyboard")
    # The first one may lie under another mark, where only the keyboard reaches it.
    assert any(leads(report, chart, *one, "mouse") for one in itertools.islice(drawn, TRIED))


def leads(
    report: Report, chart: str, row: dict[str, Any], marks: list[tuple[int, Mark]], way: str
) -> bool:
    """Whether one of the marks of a row opens its sentence, under its outlet."""
    panels = (open_mark(report, chart, place, mark, way) for place, mark in marks)
    return any(panel is not None and shows(panel, row) for panel in panels)


def open_mark(report: Report, chart: str, place: int, mark: Mark, way: str) -> Panel | None:
    """Open a mark by mouse or keyboard, read the panel and close it; None = nothing opened."""
    if way == "mouse":
        try:
            # Where it is now: the page may have been scrolled.
            report.click(chart, report.marks(chart)[place])
        except PlaywrightTimeout:
            return None
    else:
        assert f": {mark.label}. " in report.walk_to(chart, place)
        report.press("Enter")
    panel = report.read_panel()
    report.close_panel()
    return panel


def test_a_title_with_markup_and_a_formula_is_shown_as_written(
    browser: Browser, pages: dict[str, Path], sample_articles: tuple[pd.DataFrame, pd.DataFrame]
) -> None:
    articles, _ = sample_articles
    hostile = articles[articles["title"].str.contains("<script>", regex=False)].iloc[0]
    with browser.open(pages["1-corpus"], row=hostile["article_id"]) as report:
        assert hostile["title"] in report.read_panel().text
        assert report.page.title() == "Corpus"
        assert (report.requests, report.console) == ([], [])
