"""What of a large body of evidence a page holds; the whole then stands beside it as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from analysis.reports.charts import Chart
from analysis.reports.sentences import Section
from analysis.schema import CONFIDENCE

# A page holds so many sentences and articles in full before it begins to choose.
FULL = 3000
# The panel shows so many of one mark; report.js says the same.
SHOWN = 50

_COLUMNS = ("outlet", "published", "title", "url", "duplicate_of", "notice")


def shorten(
    payload: dict[str, Any], charts: Iterable[Chart], told: Iterable[Section] = ()
) -> dict[str, Any]:
    """Keep the most telling rows of each mark, table row and told sentence, the surest first.

    Returns the same payload where it is small enough to stay whole.
    """
    rows, articles = payload["rows"], payload["articles"]
    if len(rows) + len(articles) <= FULL:
        return payload
    kept: set[str] = set()
    linked = [ids for chart in charts for ids in (*chart.marks, *chart.row_ids)]
    linked += [list(sentence.row_ids) for section in told for sentence in section.sentences]
    for ids in linked:
        kept.update(sorted(ids, key=lambda row_id: _rank(rows.get(row_id)))[:SHOWN])
    kept_rows = {row_id: row for row_id, row in rows.items() if row_id in kept}
    named = kept | {row["article"] for row in kept_rows.values()}
    named |= {articles[name]["duplicate_of"] for name in named & articles.keys()}
    kept_articles = {name: article for name, article in articles.items() if name in named}
    return {**payload, "rows": kept_rows, "articles": kept_articles}


def write_sentences(payload: dict[str, Any]) -> str:
    """Write every row with its sentence and its article as CSV, character for character."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    own_columns = ("table", "label", "sentence", "confidence", "rule", "review", "article")
    writer.writerow(("row_id", *own_columns[:-1], "article_id", *_COLUMNS))
    for row_id, row in payload["rows"].items():
        article = payload["articles"].get(row["article"], {})
        own = (row[name] for name in own_columns)
        writer.writerow((row_id, *own, *(article.get(name, "") for name in _COLUMNS)))
    return file.getvalue()


def _rank(row: dict[str, Any] | None) -> int:
    confidence = row["confidence"] if row else ""
    return CONFIDENCE.index(confidence) if confidence in CONFIDENCE else len(CONFIDENCE)
