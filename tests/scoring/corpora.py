"""What is scored: hand-coded articles and sentences, and the tables that the rules find in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis.schema import ARTICLES
from tests.scoring import RULES, Score, compare

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
# The table whose rows a task compares.
SOURCE = {task: "transfer_allegations" if task == "transfer_dyads" else task for task in RULES}

Tables = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Corpus:
    """Articles and the rows expected of them; a table that was not coded by hand is absent."""

    name: str
    articles: pd.DataFrame
    gold: Tables


def load_gold(folder: Path) -> Tables:
    """Read the gold files of a folder; texts as they stand, an empty cell is an empty text."""
    paths = {name: folder / f"{name}.csv" for name in set(SOURCE.values())}
    return {
        name: pd.read_csv(path, dtype=str, keep_default_na=False)
        for name, path in paths.items()
        if path.exists()
    }


def load_sample() -> Corpus:
    """Return the synthetic sample articles with the rows coded by reading them."""
    from analysis.articles import read_articles

    articles, _ = read_articles(ROOT / "data" / "articles" / "sample")
    gold = load_gold(GOLD / "sample")
    # An odd file that nobody coded is there to be read, not to be scored.
    coded = articles["article_id"].isin(pd.concat(gold.values())["article_id"])
    odd = articles["source_path"].str.contains("unusual")
    return Corpus("sample articles", articles[coded | ~odd], gold)


def load_sentences() -> Corpus | None:
    """Return the project's own hand-coded sentences, an article each, if there are any."""
    path = GOLD / "sentences.csv"
    if not path.exists():
        return None
    texts = pd.read_csv(path, dtype=str, keep_default_na=False)
    return Corpus("sentences", to_articles(texts), load_gold(GOLD))


def to_articles(texts: pd.DataFrame) -> pd.DataFrame:
    """Turn rows with article_id, text and perhaps title, outlet, published into ARTICLES."""
    rows = texts.to_dict("records")
    for row in rows:
        row["published"] = pd.Timestamp(row["published"]) if row.get("published") else pd.NaT
        row["words"] = len(str(row["text"]).split())
    known = set(ARTICLES.column_names)
    return ARTICLES.frame({str(k): v for k, v in row.items() if k in known} for row in rows)


def code(articles: pd.DataFrame) -> Tables:
    """Code articles by the rules as they are now."""
    from analysis.pipeline import code_articles
    from analysis.rulebook import load_rulebook

    return code_articles(articles, load_rulebook())


def score(corpus: Corpus, found: Tables | None = None) -> list[Score]:
    """Compare every task that a corpus has gold for; code it first if that is not done."""
    found = found or code(corpus.articles)
    return [
        compare(found[SOURCE[task]], corpus.gold[SOURCE[task]], task)
        for task in RULES
        if SOURCE[task] in corpus.gold
    ]
