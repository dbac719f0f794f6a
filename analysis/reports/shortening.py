"""What of a large body of evidence a page holds; the whole then stands beside it as CSV.

Each mark, line of a table and told sentence keeps its most telling rows and says how many more it
stands for. How many it keeps follows from how much they weigh together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.reports.charts import Chart
from analysis.reports.sentences import Section
from analysis.reports.telling import Telling

# A page holds so many sentences and articles in full before it begins to choose.
FULL = 3000
# So many of one mark, where there is room; the panel shows as many (script/1-evidence.js).
SHOWN = (50, 20, 10, 5, 3, 2, 1)
# Lines of a chart's data that such a page lists.
LISTED = 200
# Characters of sentences, and of the particulars of a row or article beside its texts.
_ROOM = 4_000_000
_PARTICULARS = 150

Payload = dict[str, Any]


@dataclass(frozen=True)
class Kept:
    """The evidence that a page holds, and how its marks refer to it.

    `payload` is the evidence itself, whole or shortened, `telling` knows the whole; `most` is how
    many rows of one mark it holds at least, 0 where it holds all.
    """

    payload: Payload
    telling: Telling
    most: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out."""
        return not self.most

    def link(self, row_ids: Sequence[str]) -> str:
        """Write ids as marks carry them: "e-1;e-2;+1204" names two and counts the others."""
        if self.is_whole:
            return ";".join(row_ids)
        rows, articles = self.payload["rows"], self.payload["articles"]
        held = [one for one in row_ids if one in rows or one in articles]
        named = self.telling.choose(held, self.most)
        rest = len(set(row_ids)) - len(named)
        return ";".join([*named, *([f"+{rest}"] if rest else [])])

    def list_rows(self, chart: Chart) -> list[tuple[list[Any], str]]:
        """List the lines of a chart's data with what they lead to: those that stand for most."""
        lines = range(len(chart.rows)) if self.is_whole else choose_lines(chart)
        return [(chart.rows[at], self.link(chart.row_ids[at])) for at in lines]

    def count_rows(self, chart: Chart) -> str:
        """Write "3 rows", "200 of 4,321 rows"."""
        total = len(chart.rows)
        listed = total if self.is_whole else min(total, LISTED)
        cut = f"{listed:,} of " if listed < total else ""
        return f"{cut}{total:,} {'row' if total == 1 else 'rows'}"

    def embed_figure(self, chart: Chart) -> str:
        """Write the figure as JSON for the page, its marks leading to what the page holds."""
        return chart.embed(self.link)


def shorten(telling: Telling, charts: Sequence[Chart], told: Iterable[Section] = ()) -> Kept:
    """Keep the most telling rows of each mark, table row and told sentence.

    A payload that is small enough stays whole. Otherwise the articles of the rows kept stay with
    them, and articles that are themselves what a mark stands for.
    """
    payload = dict(telling.payload)
    if not is_large(payload["rows"], payload["articles"]):
        return Kept(payload, telling)
    linked = [ids for chart in charts for ids in chart.marks]
    linked += [chart.row_ids[at] for chart in charts for at in choose_lines(chart)]
    linked += [list(sentence.row_ids) for section in told for sentence in section.sentences]
    chosen = [telling.choose(ids, SHOWN[0]) for ids in linked]
    # A reader may ask for any tie of a network: each keeps its most telling row.
    ties = {one for chart in charts for ids in chart.ties for one in telling.choose(ids, 1)}
    for most in SHOWN:
        short = _take(payload, ties.union(*(ids[:most] for ids in chosen)))
        if _weigh(short) <= _ROOM:
            break
    return Kept(short, telling, most)


def is_large(rows: Collection[object], articles: Collection[object]) -> bool:
    """Whether a page has no room for all of them."""
    return len(rows) + len(articles) > FULL


def choose_lines(chart: Chart) -> list[int]:
    """Return which lines of a chart's data a short page lists: those that stand for most rows."""
    numbers = range(len(chart.rows))
    most = sorted(numbers, key=lambda at: -len(chart.row_ids[at]))[:LISTED]
    return sorted(most)


def _take(payload: Payload, kept: set[str]) -> Payload:
    """Return the rows kept, and their articles; only an article linked itself keeps its lead."""
    rows, articles = payload["rows"], payload["articles"]
    kept_rows = {row_id: row for row_id, row in rows.items() if row_id in kept}
    named = {row["article"] for row in kept_rows.values()} | {
        one for one in kept if one in articles
    }
    named |= {articles[name]["duplicate_of"] for name in named & articles.keys()}
    kept_articles = {
        name: article if name in kept else {**article, "lead": ""}
        for name, article in articles.items()
        if name in named
    }
    return {**payload, "rows": kept_rows, "articles": kept_articles}


def _weigh(payload: Payload) -> int:
    texts = ("sentence", "label", "lead", "title", "url", "notice")
    entries = [*payload["rows"].values(), *payload["articles"].values()]
    return sum(
        _PARTICULARS
        + sum(len(entry.get(name, "")) for name in texts)
        + sum(map(len, entry.get("also", ())))
        for entry in entries
    )
