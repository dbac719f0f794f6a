"""The five reports of the sample corpus in a browser: each chart leads to findings of the fact base.

A finding is chosen by what it says (who, where, when), never by a row's id: the tables may be coded
anew. It counts as found when the panel shows the very sentence that the hand-coded row in
gold/sample has, under the outlet that printed it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import pandas as pd
import pytest

from analysis import reports, tables
from tests.pages.driver import CHROMIUM, Browser, Mark, Panel, Report, open_browser

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="no Chromium on this machine; install one: apt-get install chromium"
)

GOLD = Path(__file__).parent / "gold" / "sample"
LARGEST = 2_600_000


@dataclass(frozen=True)
class Finding:
    """Rows of the fact base, by table and content, and words of the marks that must lead there.

    `content` gives the beginnings of columns; an empty one is a column that must be empty.
    """

    table: str
    content: dict[str, str]
    marks: tuple[str, ...]


TOUR = {"article_id": "s001", "fact_id": "nkru-0014"}
SPAIN = {"actor_countries": "UKR", "recipient_countries": "ESP"}
VIETNAM = {"actor_countries": "RUS", "recipient_countries": "VNM"}
SUMMIT = {"event_type": "CONSULT", "fact_id": "nkru-0021"}
FINDINGS = {
    "1-corpus": {
        "corpus-received": Finding(
            "events", {"article_id": "s002", "fact_id": "nkru-0014"}, ("dated copy of another",)
        ),
        "corpus-outlets": Finding("events", TOUR, ("Sample Wire Service", "2023-07")),
        "corpus-gaps": Finding("events", TOUR, ("2023-07-28",)),
        "corpus-copies": Finding("events", TOUR, ("Kim shows Russia's defence chief",)),
    },
    "2-network": {
        "network": Finding("events", VIETNAM, ("Russia → Vietnam",)),
        "network-strongest": Finding(
            "events", SUMMIT, ("North Korea → Russia", "verbal cooperation")
        ),
        "network-actors": Finding("events", SPAIN, ("Ukraine acts",)),
        "network-bridges": Finding("events", VIETNAM, ("Russia – Vietnam",)),
        "network-balance": Finding(
            "events", SUMMIT, ("North Korea – Russia", "verbal cooperation")
        ),
        "network-change": Finding("events", SUMMIT, ("North Korea – Russia", "before")),
    },
    "3-visits": {
        "visits-timeline": Finding(
            "visits",
            {"visitor": "Yoon Suk Yeol", "country": "UKR", "date": "2023-07"},
            ("Yoon Suk Yeol", "Ukraine", "2023-07"),
        ),
        "visits-undated": Finding("visits", {"date": "", "status": "planned"}, ("planned",)),
        "visits-journeys": Finding(
            "visits", {"visitor": "Yoon Suk Yeol", "country": "UKR"}, ("Yoon Suk Yeol",)
        ),
        "visits-map": Finding("visits", {"country": "ESP", "date": "2024-05"}, ("Spain",)),
        "visits-exchanges": Finding(
            "visits", {"country": "ESP", "date": "2024-05"}, ("Ukraine", "Spain")
        ),
    },
    "4-transfer-allegations": {
        "allegations-claims": Finding(
            "transfer_allegations",
            {"claimant": "Volodymyr Zelensk", "fact_id": "nkru-0116"},
            ("Volodymyr Zelensk", "2024-10-17"),
        ),
        "allegations-flows": Finding(
            "transfer_allegations",
            {"supplier_country": "RUS", "category": "air_defence"},
            ("air defence",),
        ),
        "allegations-quantities": Finding(
            "transfer_allegations",
            {"claimant": "Volodymyr Zelensk", "quantity_low": "10000"},
            ("Volodymyr Zelensk", "10,000 soldiers"),
        ),
        "allegations-contests": Finding(
            "responses",
            {"supplier_country": "IRN", "recipient_country": "RUS", "stance": "denied"},
            ("Iran → Russia", "denied"),
        ),
    },
    "5-statements": {
        "statements-acts": Finding(
            "statements",
            {"speaker": "Vladimir Putin", "act": "praise"},
            ("Vladimir Putin, praise",),
        ),
        "statements-months": Finding(
            "statements", {"speaker": "Kim Yong-hyun", "act": "assess"}, ("2024-10", "assess")
        ),
        "statements-likelihoods": Finding(
            "statements",
            {"speaker": "Kim Yong-hyun", "act": "assess"},
            ("highly likely", "Kim Yong-hyun"),
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
    runs = reports.render([], {"tables": str(folder / "tables")}, folder=folder / "reports")
    assert [run.reason for run in runs if not run.page] == []
    return {run.report: run.page for run in runs if run.page}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as started:
        yield started


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


@cache
def read_gold(table: str) -> pd.DataFrame:
    return pd.read_csv(GOLD / f"{table}.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="session")
def outlets(sample_articles: tuple[pd.DataFrame, pd.DataFrame]) -> dict[str, str]:
    articles, _ = sample_articles
    return dict(zip(articles["article_id"], articles["outlet"], strict=True))


def list_said(finding: Finding, outlets: dict[str, str]) -> list[tuple[str, str]]:
    """List the outlets and sentences of a finding: several where outlets repeat one another."""
    rows = read_gold(finding.table)
    for column, beginning in finding.content.items():
        said = rows[column]
        rows = rows[said.str.startswith(beginning) if beginning else said == ""]
    assert len(rows), f"the fact base has no such finding: {finding.content}"
    return [
        (outlets[article_id], evidence)
        for article_id, evidence in zip(rows["article_id"], rows["evidence"], strict=True)
    ]


def find_marks(report: Report, chart: str, words: tuple[str, ...]) -> list[tuple[int, Mark]]:
    """Find the marks that have all the words, with their places in the order of the keyboard."""
    marks = list(enumerate(report.marks(chart)))
    found = [(at, mark) for at, mark in marks if all(word in mark.label for word in words)]
    assert found, [mark.label for _, mark in marks]
    return found


def shows(panel: Panel, said: list[tuple[str, str]]) -> bool:
    """Whether a panel has one of the sentences under its own outlet."""
    return any(
        outlet == printed_by and sentence in shown
        for (outlet, sentence), (printed_by, shown) in product(said, panel.said)
    )


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
def test_a_report_fits_a_phone(browser: Browser, pages: dict[str, Path], name: str) -> None:
    with browser.open(pages[name], width=390) as report:
        assert report.failed_charts() == []
        assert report.overflow() == []
        assert (report.requests, report.console) == ([], [])


@each_chart
@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_a_mark_leads_to_the_sentence_of_a_finding(
    report: Report, chart: str, name: str, outlets: dict[str, str], way: str
) -> None:
    finding = FINDINGS[name][chart]
    said = list_said(finding, outlets)
    panels = []
    for place, mark in find_marks(report, chart, finding.marks):
        if way == "mouse":
            report.click(chart, mark)
        else:
            assert f": {mark.label}. " in report.walk_to(chart, place)
            report.press("Enter")
        panels.append(report.read_panel())
        report.close_panel()
        if shows(panels[-1], said):
            return
    pytest.fail(f"{said} is not in {[panel.said for panel in panels]}")


def test_a_title_with_markup_and_a_formula_is_shown_as_written(
    browser: Browser, pages: dict[str, Path], sample_articles: tuple[pd.DataFrame, pd.DataFrame]
) -> None:
    articles, _ = sample_articles
    hostile = articles[articles["title"].str.contains("<script>", regex=False)].iloc[0]
    with browser.open(pages["1-corpus"], row=hostile["article_id"]) as report:
        assert hostile["title"] in report.read_panel().text
        assert report.page.title() == "Corpus"
        assert (report.requests, report.console) == ([], [])
