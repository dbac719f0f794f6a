"""Files of articles -> the tables ARTICLES and REJECTS.

Nothing is lost silently: what cannot be read as an article becomes a row of REJECTS with what was
found and what to do about it.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis.articles.adding import add_articles
from analysis.articles.copies import mark_copies
from analysis.articles.files import read_rows
from analysis.articles.records import Row
from analysis.articles.refusals import RefusedError
from analysis.articles.sources import Places, default_source, find_files
from analysis.schema import ARTICLES, REJECTS

__all__ = ["Places", "add_articles", "default_source", "mark_copies", "read_articles"]


def read_articles(source: Places, kept: Path | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read a file, a folder with all below it, a pattern such as "news/*.jsonl", or several.

    Returns ARTICLES, one row an article in order of the files' names, `duplicate_of` still empty,
    and REJECTS, one row an input that was refused. `kept` is a folder of what was found in web
    pages before, which takes a tenth of a second each. Raises ArticleError where there is no file.
    """
    articles: dict[str, Row] = {}
    rejects = []
    for path, name in find_files(source):
        for where, outcome in read_rows(path, name, kept):
            refusal = outcome if isinstance(outcome, RefusedError) else _add_row(outcome, articles)
            if refusal is not None:
                rejects.append(
                    {"source_path": where, "reason": refusal.reason, "detail": refusal.detail}
                )
    return ARTICLES.frame(articles.values()), REJECTS.frame(rejects)


def _add_row(row: Row, articles: dict[str, Row]) -> RefusedError | None:
    """Add an article unless its id is taken."""
    former = articles.setdefault(row["article_id"], row)
    if former is row:
        return None
    where = f"The id {row['article_id']} was read from {former['source_path']} before"
    if former["text"] == row["text"]:
        return RefusedError(
            "same article twice", f"{where}, with the same text. Remove one of them."
        )
    return RefusedError("duplicate id", f"{where}, with another text. Give one of them another id.")
