"""What many tests need: the rulebook, and the sample corpus coded once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from analysis.articles import mark_copies, read_articles
from analysis.coding import shared_rulebook
from analysis.evidence import Row
from analysis.pipeline import Tables, code_article, code_articles, merge
from analysis.reading import Article, Reading, read_article
from analysis.rulebook import Rulebook

if TYPE_CHECKING:
    from tests.pages.driver import Browser
    from tests.web import Web

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "articles" / "sample"
PUBLISHED = dt.date(2024, 6, 20)  # a Thursday


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return shared_rulebook()


@pytest.fixture(scope="session")
def read(rulebook: Rulebook):  # type: ignore[no-untyped-def]
    """Read a text as an article published on a Thursday."""

    def read_one(text: str, title: str = "", published: dt.date = PUBLISHED) -> Reading:
        article = Article("a", published, "Daily Courier", title, text)
        return read_article(article, rulebook.actors, rulebook.items, rulebook.grammar)

    return read_one


@pytest.fixture(scope="session")
def code(rulebook: Rulebook):  # type: ignore[no-untyped-def]
    """Code a text as an article published on a Thursday: rows by table."""

    def code_one(text: str, title: str = "") -> dict[str, list[Row]]:
        article = Article("a", PUBLISHED, "Daily Courier", title, text)
        return code_article(article, rulebook)

    return code_one


@pytest.fixture(scope="session")
def sample_articles() -> tuple[pd.DataFrame, pd.DataFrame]:
    articles, rejects = read_articles(SAMPLE)
    return mark_copies(articles), rejects


@pytest.fixture(scope="session")
def extracted(sample_articles: tuple[pd.DataFrame, pd.DataFrame], rulebook: Rulebook) -> Tables:
    """Every table of the sample corpus."""
    articles, rejects = sample_articles
    return merge(code_articles(articles, rulebook) | {"articles": articles, "rejects": rejects})


@pytest.fixture(scope="session")
def local_web() -> Iterator[Web]:
    from tests.web import serve

    yield from serve()


@pytest.fixture
def web(local_web: Web, tmp_path: Path) -> Web:
    """A web that serves nothing yet."""
    local_web.clear(tmp_path / "fetched")
    return local_web


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a network."""
    from tests.pages.driver import CHROMIUM, open_browser

    if not CHROMIUM:
        pytest.skip("no Chromium on this machine; install one: apt-get install chromium")
    with open_browser() as started:
        yield started
