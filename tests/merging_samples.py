"""What tests of merged tables share: claims and responses, their sources, all tables merged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.merging import Sources
from analysis.origins import find_origins
from analysis.pipeline import merge
from analysis.schema import ARTICLES, CODED, TABLES

Rows = Sequence[dict[str, Any]]
US = {"claimant_id": "USA", "claimant": "United States", "claimant_country": "USA"}
ARMS = {"kind": "arms", "category": "ammunition"}
# Checked once: checking seven empty tables takes longer than merging a few rows.
EMPTY = {table.name: table.frame() for table in CODED}


def evidence(article_id: str, published: str) -> dict[str, Any]:
    return {
        "article_id": article_id,
        "published": pd.Timestamp(published) if published else pd.NaT,
        "outlet": f"Daily {article_id}",
        "start": 0,
        "confidence": "high",
    }


def claim(article_id: str, published: str = "2024-10-10", **changes: Any) -> dict[str, Any]:
    return {
        **evidence(article_id, published),
        "allegation_id": f"t-{article_id}",
        "kind": "personnel",
        "supplier_id": "PRK",
        "supplier": "North Korea",
        "supplier_country": "PRK",
        "recipient_id": "RUS",
        "recipient": "Russia",
        "recipient_country": "RUS",
        "item": "soldiers",
        "category": "troops",
        "claimant_id": "nis",
        "claimant": "NIS",
        "claimant_country": "KOR",
        "act": "say",
        "nature": "alleged",
        "statement_id": f"s-{article_id}",
        **changes,
    }


def response(article_id: str, published: str = "2024-10-12", **changes: Any) -> dict[str, Any]:
    return {
        **evidence(article_id, published),
        "response_id": f"r-{article_id}",
        "supplier": "North Korea",
        "supplier_country": "PRK",
        "recipient": "Russia",
        "recipient_country": "RUS",
        "by": "Dmitry Peskov",
        "by_country": "RUS",
        "stance": "denied",
        **changes,
    }


def fill(**coded: Rows) -> dict[str, pd.DataFrame]:
    """Return all coded tables; those not given are empty."""
    return EMPTY | {name: TABLES[name].frame(rows) for name, rows in coded.items()}


def shuffle(frame: pd.DataFrame, random: Any) -> pd.DataFrame:
    """Return the rows of a frame in another order: building it anew takes longer than merging."""
    return frame.iloc[random.sample(range(len(frame)), len(frame))].reset_index(drop=True)


def sources_of(articles: pd.DataFrame, **coded: pd.DataFrame) -> Sources:
    """Return the sources of coded tables; those not given are empty."""
    tables = EMPTY | coded
    return Sources(articles, find_origins(tables | {"articles": articles}))


def merge_rows(**coded: Rows) -> dict[str, pd.DataFrame]:
    """Return all tables that follow from coded rows, their articles among them."""
    return merge(fill_with_articles(**coded))


def fill_with_articles(**coded: Rows) -> dict[str, pd.DataFrame]:
    """Return all coded tables and the articles that the rows are of."""
    rows = [row for some in coded.values() for row in some]
    articles = {row["article_id"]: row for row in rows}
    kept = ("article_id", "outlet", "published")
    tables = fill(**coded)
    listed = [{key: row[key] for key in kept} for _, row in sorted(articles.items())]
    return tables | {"articles": ARTICLES.frame(listed)}
