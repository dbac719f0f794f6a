"""Words coded per second on one core, and what each step takes of it.

    python -m benchmarks.coding [PATH] [--words 200000]

PATH is a folder or file of articles, the sample corpus by default; repeated to the number of words.
spaCy's blank tokenizer, new to the texts, tells how fast the machine is: coding as a share of its
speed compares machines.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from math import ceil
from pathlib import Path

import pandas as pd
import spacy

from analysis.articles import read_articles
from analysis.coding import BATCH, shared_rulebook
from analysis.evidence import Row
from analysis.matching import find_matches
from analysis.pipeline import code_article, to_articles
from analysis.reading import Article, Reading, read_article
from analysis.rulebook import Rulebook
from analysis.strict_yaml import collection_paused
from analysis.text import read_text

SAMPLE = Path(__file__).parent.parent / "data" / "articles" / "sample"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--words", type=int, default=200_000)
    options = parser.parse_args()
    started = time.process_time()
    rulebook = shared_rulebook()
    print(f"load the rulebook        {time.process_time() - started:6.2f} s")
    articles, _ = read_articles(options.path)
    distinct = list(to_articles(articles))
    tokenizer = spacy.blank("en").tokenizer
    bare = count_words(distinct) / measure(lambda: [tokenizer(a.text) for a in distinct])
    corpus = repeat(distinct, options.words)
    words = count_words(corpus)
    print(f"{words:,} words in {len(corpus):,} articles, CPU time on one core")
    for article in corpus[:50]:
        code_article(article, rulebook)  # fill the tokenizer's cache
    whole = measure(lambda: code(corpus, rulebook))
    steps = {
        "tokens and sentences": measure(lambda: [read_text(a.text) for a in corpus]),
        "… and names, items, tags": measure(lambda: [read(a, rulebook) for a in corpus]),
        "… and rules": measure(lambda: [match(a, rulebook) for a in corpus]),
    }
    for name, seconds in [*steps.items(), ("whole coding", whole)]:
        print(f"{name:<24} {words / seconds:>9,.0f} words/s  {seconds / whole:5.0%} of the whole")
    print(
        f"bare spaCy tokenizer     {bare:>9,.0f} words/s; coding reaches {words / whole / bare:.3f}"
    )
    rows: list[Row] = code_article(corpus[0], rulebook)["mentions"]
    frame = measure(lambda: pd.DataFrame(rows))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"one table of {len(rows)} rows {frame * 1000:.1f} ms; peak memory {peak:,.0f} MB")


@collection_paused()
def code(articles: list[Article], rulebook: Rulebook) -> None:
    """Code articles as `attache extract` does, which keeps the rows of a batch at a time."""
    for first in range(0, len(articles), BATCH):
        rows = [code_article(article, rulebook) for article in articles[first : first + BATCH]]
        del rows


def repeat(articles: list[Article], words: int) -> list[Article]:
    return articles * ceil(words / count_words(articles))


def count_words(articles: list[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def read(article: Article, rulebook: Rulebook) -> Reading:
    return read_article(article, rulebook.actors, rulebook.items, rulebook.grammar)


def match(article: Article, rulebook: Rulebook) -> object:
    return find_matches(read(article, rulebook), rulebook)


def measure(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    main()
