"""Why a row was coded, as an analyst reads it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis import tables
from analysis.errors import TableError
from analysis.explaining import explain
from analysis.rulebook import Rulebook

Tables = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def folder(extracted: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explained")
    tables.save(extracted, path, provenance={})
    return path


def test_a_row_is_explained_by_its_sentence_rule_and_slots(
    extracted: Tables, folder: Path, rulebook: Rulebook
) -> None:
    row = extracted["visits"].iloc[0]
    (explanation,) = explain(row["visit_id"], rulebook, folder)
    said = str(explanation)
    assert row["evidence"] in said
    assert f"rule {row['rule_id']} at" in said
    assert f"visitor_country {row['visitor_country']}" in said
    assert row["visit_id"] in said


def test_an_article_is_explained_sentence_by_sentence(folder: Path, rulebook: Rulebook) -> None:
    (explanation,) = explain("s001", rulebook, folder)
    numbers = [line for line in str(explanation).splitlines() if line.startswith("[")]
    assert len(numbers) == len(explanation.reading.text.sentences)


def test_a_case_is_explained_by_each_article_that_claims_it(
    extracted: Tables, folder: Path, rulebook: Rulebook
) -> None:
    members = extracted["members"]
    case = members.loc[members["kind"] == "case", "merged_id"].iloc[0]
    rows = set(members.loc[members["merged_id"] == case, "row_id"])
    explained = explain(case, rulebook, folder)
    assert set().union(*(explanation.row_ids for explanation in explained)) == rows


def test_displacy_marks_the_actors_and_escapes_the_text(
    extracted: Tables, folder: Path, rulebook: Rulebook
) -> None:
    hostile = extracted["articles"]["title"].str.contains("<script>")
    article_id = extracted["articles"].loc[hostile, "article_id"].iloc[0]
    (explanation,) = explain(article_id, rulebook, folder)
    html = explanation.to_html()
    assert "<mark" in html
    assert "<script" not in html


def test_an_unknown_id_says_where_ids_stand(folder: Path, rulebook: Rulebook) -> None:
    with pytest.raises(TableError, match=r"no article, row, trip or case has the id 'v-0'"):
        explain("v-0", rulebook, folder)


def test_a_row_of_older_rules_asks_for_a_new_extraction(
    extracted: Tables, tmp_path: Path, rulebook: Rulebook
) -> None:
    visits = extracted["visits"].assign(visit_id=lambda frame: "v-old" + frame.index.astype("str"))
    tables.save(extracted | {"visits": visits}, tmp_path, provenance={})
    with pytest.raises(TableError, match="attache extract"):
        explain("v-old0", rulebook, tmp_path)
