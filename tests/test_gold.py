"""What the rules find in hand-coded texts does not fall below tests/gold/floors.json."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from tests.scoring import Score, merging
from tests.scoring.corpora import (
    GOLD,
    Corpus,
    Tables,
    code,
    load_gold,
    load_sample,
    load_sentences,
    score,
)

FLOORS: dict[str, dict[str, dict[str, float]]] = json.loads(
    (GOLD / "floors.json").read_text(encoding="utf-8")
)
CASES = [(corpus, task) for corpus in ("sample", "sentences") for task in FLOORS[corpus]]


@pytest.fixture(scope="module")
def corpora() -> dict[str, Corpus]:
    """The corpora that have floors, by name."""
    sentences = load_sentences()
    assert sentences is not None, "tests/gold/sentences.csv is missing"
    return {"sample": load_sample(), "sentences": sentences}


@pytest.fixture(scope="module")
def coded(corpora: dict[str, Corpus]) -> dict[str, Tables]:
    """The tables of every corpus, coded once."""
    return {name: code(corpus.articles) for name, corpus in corpora.items()}


@pytest.fixture(scope="module")
def scores(corpora: dict[str, Corpus], coded: dict[str, Tables]) -> dict[tuple[str, str], Score]:
    """Every task of every corpus."""
    return {
        (name, scored.table): scored
        for name, corpus in corpora.items()
        for scored in score(corpus, coded[name])
    }


@pytest.mark.parametrize(("corpus", "task"), CASES)
def test_coding_keeps_its_floor(
    corpus: str, task: str, scores: dict[tuple[str, str], Score]
) -> None:
    """Precision and recall stay at or above floors.json; a miss is named with its sentence."""
    floor, scored = FLOORS[corpus][task], scores[corpus, task].without_recall_only()
    assert scored.recall >= floor["recall"], f"missed: {_name(scored.missed)}"
    assert scored.precision >= floor["precision"], f"spurious: {_name(scored.spurious)}"


def test_every_task_of_every_corpus_has_a_floor(scores: dict[tuple[str, str], Score]) -> None:
    assert set(scores) == set(CASES)


def test_merging_keeps_its_floor(corpora: dict[str, Corpus], coded: dict[str, Tables]) -> None:
    """B-cubed precision and recall of trips and cases, of gold rows and of coded rows."""
    measured = merging.measure(corpora["sample"], coded["sample"])
    assert set(measured) == set(FLOORS["merging"])
    for name, floor in FLOORS["merging"].items():
        assert measured[name].precision >= floor["precision"], name
        assert measured[name].recall >= floor["recall"], name


def test_the_case_of_every_transfer_is_named_and_none_twice() -> None:
    """cases.csv names a case for each fact, parties and item class of the gold rows, no others."""
    keys = ["fact_id", "supplier_country", "recipient_country", "category"]
    gold = load_gold(GOLD / "sample")["transfer_allegations"]
    named = pd.read_csv(GOLD / "sample" / "cases.csv", dtype=str, keep_default_na=False)
    assert not named.duplicated([*keys, "nature"]).any()
    assert {*zip(*(named[key] for key in keys), strict=True)} == {
        *zip(*(gold[key] for key in keys), strict=True)
    }


def test_every_row_quotes_its_sentence(corpora: dict[str, Corpus]) -> None:
    """A row of the sentences belongs to one of them, and its evidence stands in it."""
    articles = corpora["sentences"].articles
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    for table, rows in load_gold(GOLD).items():
        for row in rows.to_dict("records"):
            assert row["evidence"] in texts[row["article_id"]], f"{table}: {row}"


def test_a_third_of_the_sentences_have_no_row(corpora: dict[str, Corpus]) -> None:
    """Sport, metaphor, domestic affairs, things that did not happen: they keep the rules honest."""
    coded = {name for rows in load_gold(GOLD).values() for name in rows["article_id"]}
    names = set(corpora["sentences"].articles["article_id"])
    assert len(names) >= 400
    assert len(names - coded) / len(names) >= 0.3


def _name(rows: list[object]) -> str:
    return "\n".join(str(row) for row in rows)
