"""The sample corpus: synthetic, says so, written as the news writes, and coded by hand."""

from __future__ import annotations

import csv
import os
import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from analysis.pipeline import Tables
from analysis.rulebook import Rulebook
from analysis.schema import CODED
from tests.conftest import ROOT, SAMPLE

CODED_NAMES = {table.name for table in CODED}
# Rows of tables; what else lies there says which of them are one trip or case.
GOLD = {
    path.stem: path
    for path in (ROOT / "tests" / "gold" / "sample").glob("*.csv")
    if path.stem in CODED_NAMES
}
CHRONOLOGY = Path(os.environ.get("ATTACHE_FACTS", "chronology.csv"))
# Life goes on: articles without any politics, in which a coder must find nothing.
EVERYDAY = ["s009", "s022", "s041", "s049", "s073", "s085", "s109", "s116"]


@pytest.fixture(scope="module")
def articles(sample_articles: tuple[pd.DataFrame, pd.DataFrame]) -> pd.DataFrame:
    return sample_articles[0]


@pytest.fixture(scope="module")
def gold() -> dict[str, pd.DataFrame]:
    return {name: pd.read_csv(p, dtype=str, keep_default_na=False) for name, p in GOLD.items()}


# What it is


def test_there_are_enough_articles_of_a_newspapers_length(articles: pd.DataFrame) -> None:
    assert len(articles) >= 100
    assert articles["words"].between(120, 450).all()


def test_seven_outlets_and_more_say_in_their_name_that_they_are_samples(
    articles: pd.DataFrame,
) -> None:
    assert articles["outlet"].nunique() >= 7
    assert articles["outlet"].str.contains("Sample").all()


def test_every_article_says_that_it_is_synthetic(articles: pd.DataFrame) -> None:
    assert articles["notice"].str.contains("Synthetic sample article").all()
    for path in SAMPLE.rglob("*.md"):
        assert "sample: Synthetic sample article" in path.read_text("utf-8"), path.name


def test_every_article_names_the_facts_it_rests_on(articles: pd.DataFrame) -> None:
    facts = articles.set_index("article_id")["facts"]
    assert list(facts.index[facts.map(len) == 0]) == EVERYDAY
    assert {
        fact for named in facts for fact in named if not re.fullmatch(r"nkru-\d{4}", fact)
    } == set()


def test_articles_are_published_from_july_2023_to_the_end_of_2025(articles: pd.DataFrame) -> None:
    published = articles["published"].dropna()
    assert published.between("2023-07-01", "2025-12-31").all()
    assert set(published.dt.year) == {2023, 2024, 2025}
    assert list(articles.loc[articles["published"].isna(), "article_id"]) == ["s902"]


def test_addresses_lead_nowhere(articles: pd.DataFrame) -> None:
    assert articles["url"].str.fullmatch(r"https://sample\.example/\w+").all()


@pytest.mark.skipif(not CHRONOLOGY.is_file(), reason="ATTACHE_FACTS names no fact base")
def test_the_facts_named_are_in_the_fact_base(articles: pd.DataFrame) -> None:
    with CHRONOLOGY.open(encoding="utf-8", newline="") as file:
        known = {row["event_id"] for row in csv.DictReader(file)}
    assert {fact for named in articles["facts"] for fact in named} <= known


# As the news writes


def test_wire_copies_run_in_two_or_three_outlets(articles: pd.DataFrame) -> None:
    originals = articles.set_index("article_id")["outlet"]
    copies = articles[articles["duplicate_of"] != ""]
    assert copies["duplicate_of"].nunique() >= 10
    assert set(originals[copies["duplicate_of"]]) == {"Sample Wire Service"}
    for original, group in copies.groupby("duplicate_of"):
        outlets = [originals[original], *group["outlet"]]
        assert len(outlets) == len(set(outlets)) <= 3


def test_what_the_articles_tell_is_varied(gold: dict[str, pd.DataFrame]) -> None:
    def count(table: str, column: str) -> Counter[str]:
        return Counter(gold[table][column])

    statuses = count("visits", "status")
    assert min(statuses[s] for s in ("planned", "ongoing", "postponed", "cancelled")) >= 5
    assert min(count("responses", "stance")[s] for s in ("denied", "confirmed", "declined")) >= 5
    assert len(count("transfer_allegations", "nature")) >= 6
    assert len(count("statements", "act")) == 10


def test_claimants_contradict_each_other_in_their_counts(gold: dict[str, pd.DataFrame]) -> None:
    counted = gold["transfer_allegations"].query("quantity_low != ''")
    shells = counted[counted["category"] == "ammunition"]
    assert shells.groupby("quantity_low")["claimant"].first().nunique() >= 3


@pytest.mark.parametrize(
    "variants",
    [
        ["Zelenskyy", "Zelensky", "Zelenskiy"],
        ["Sergei Lavrov", "Sergey Lavrov"],
        ["Kim Jong Un", "Kim Jong-un"],
        ["Choe Son Hui", "Choe Son-hui"],
    ],
)
def test_names_are_spelt_as_each_outlet_spells_them(
    articles: pd.DataFrame, variants: list[str]
) -> None:
    for variant in variants:
        assert articles["text"].str.contains(rf"\b{variant}\b").sum() > 1, variant


def test_real_people_are_paraphrased(articles: pd.DataFrame, rulebook: Rulebook) -> None:
    """Beside a real name, quotation marks hold a few words that are on record, never a sentence."""
    people = [actor for actor in rulebook.actors.actors.values() if actor.kind == "person"]
    names = "|".join(sorted({re.escape(actor.surname or actor.name) for actor in people}))
    verb = r"(?:said|says|told|added|warned|replied|wrote|asked|insisted|declared)"
    long_quote = r"[\"“](?:[^\s\"”]+\s+){5,}[^\"”]*[\"”]"
    spoken = re.compile(
        rf"{long_quote},? (?:(?:{names})\b[^.\"“]{{0,40}} {verb}|{verb} (?:\w+ ){{0,4}}(?:{names})\b)"
        rf"|\b(?:{names}) {verb}(?: \w+){{0,5}}[,:] {long_quote}"
    )
    found = [match[0] for text in articles["text"] for match in spoken.finditer(text)]
    assert found == []


# What a reader must refuse, or treat with care


def test_the_unusual_files_are_treated_as_the_reader_is_told(
    sample_articles: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    articles, rejects = sample_articles
    assert dict(zip(rejects["source_path"], rejects["reason"], strict=True)) == {
        "unusual/empty.txt": "empty",
        "unusual/french.md": "not English",
        "unusual/picture.txt": "binary",
    }
    unusual = articles[articles["source_path"].str.startswith("unusual/")]
    assert set(unusual["source_path"].str.split("#").str[0]) == {
        f"unusual/{name}"
        for name in ("hostile-title.md", "page.html", "records.jsonl", "undated.md")
    }


def test_a_hostile_title_is_kept_as_it_is(articles: pd.DataFrame) -> None:
    title = articles.set_index("article_id").loc["s903", "title"]
    assert "<script>alert(1)</script>" in title
    assert '=HYPERLINK("' in title


def test_the_undated_article_is_coded(extracted: Tables) -> None:
    assert "s902" in set(extracted["mentions"]["article_id"])


def test_nothing_is_found_in_everyday_life(extracted: Tables) -> None:
    for name in ("visits", "transfer_allegations", "responses", "events"):
        assert set(extracted[name]["article_id"]).isdisjoint(EVERYDAY), name


# The rows expected from it


def test_expected_rows_quote_their_article(
    articles: pd.DataFrame, gold: dict[str, pd.DataFrame]
) -> None:
    texts = articles.set_index("article_id")["text"]
    for name, rows in gold.items():
        for row in rows.itertuples():
            assert row.evidence, (name, row.article_id)
            assert row.evidence in texts[row.article_id], (name, row.article_id, row.evidence)


def test_expected_rows_rest_on_facts_that_their_article_names(
    articles: pd.DataFrame, gold: dict[str, pd.DataFrame]
) -> None:
    named = articles.set_index("article_id")["facts"]
    for name, rows in gold.items():
        for row in rows.itertuples():
            facts = {fact for fact in row.fact_id.split(";") if fact}
            assert facts <= set(named[row.article_id]), (name, row.article_id)
