"""Why a row was coded, as an analyst reads it."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.errors import TableError
from analysis.explaining import describe_decisions, describe_merged, explain
from analysis.merging import make_merged_id
from analysis.pipeline import merge
from analysis.reviews import Decision, Reviews
from analysis.rulebook import Rulebook
from analysis.schema import CODED

Tables = dict[str, pd.DataFrame]
MERGED_FROM = ("articles", "rejects", *(table.name for table in CODED))


def test_a_row_is_explained_by_its_sentence_rule_and_slots(
    extracted: Tables, rulebook: Rulebook
) -> None:
    row = extracted["visits"].iloc[0]
    (explanation,) = explain(row["visit_id"], rulebook, extracted)
    said = str(explanation)
    assert row["evidence"] in said
    assert f"rule {row['rule_id']} at" in said
    assert f"visitor_country {row['visitor_country']}" in said
    assert row["visit_id"] in said


def test_an_article_is_explained_sentence_by_sentence(
    extracted: Tables, rulebook: Rulebook
) -> None:
    (explanation,) = explain("s001", rulebook, extracted)
    numbers = [line for line in str(explanation).splitlines() if line.startswith("[")]
    assert len(numbers) == len(explanation.reading.text.sentences)


def test_a_case_is_explained_by_each_article_that_claims_it(
    extracted: Tables, rulebook: Rulebook
) -> None:
    members = extracted["members"]
    case = members.loc[members["kind"] == "case", "merged_id"].iloc[0]
    rows = set(members.loc[members["merged_id"] == case, "row_id"])
    explained = explain(case, rulebook, extracted)
    assert set().union(*(explanation.row_ids for explanation in explained)) == rows


def test_displacy_marks_the_actors_and_escapes_the_text(
    extracted: Tables, rulebook: Rulebook
) -> None:
    hostile = extracted["articles"]["title"].str.contains("<script>")
    article_id = extracted["articles"].loc[hostile, "article_id"].iloc[0]
    (explanation,) = explain(article_id, rulebook, extracted)
    html = explanation.to_html()
    assert "<mark" in html
    assert "<script" not in html


def test_an_unknown_id_says_where_ids_stand(extracted: Tables, rulebook: Rulebook) -> None:
    with pytest.raises(TableError, match=r"No article, row, trip or case has the id 'v-0'"):
        explain("v-0", rulebook, extracted)


def test_a_row_of_older_rules_asks_for_a_new_extraction(
    extracted: Tables, rulebook: Rulebook
) -> None:
    visits = extracted["visits"].assign(visit_id=lambda frame: "v-old" + frame.index.astype("str"))
    with pytest.raises(TableError, match="attache extract"):
        explain("v-old0", rulebook, extracted | {"visits": visits})


def test_a_case_is_first_what_it_is_and_by_which_rule(extracted: Tables) -> None:
    disputed = extracted["cases"]["standing"] == "disputed"
    case = extracted["cases"][disputed].iloc[0]
    said = "\n".join(describe_merged(case["case_id"], extracted))
    assert f"{case['supplier']} ({case['supplier_country']}) to {case['recipient']}" in said
    assert "standing  disputed: " in said
    assert "denies it" in said
    members = extracted["members"]
    for row in members[members["merged_id"] == case["case_id"]].to_dict("records"):
        assert row["row_id"] in said
        assert row["why"] in said


def test_every_case_stands_where_its_explanation_says(extracted: Tables) -> None:
    for case in extracted["cases"].to_dict("records"):
        said = "\n".join(describe_merged(case["case_id"], extracted))
        assert f"standing  {case['standing']}: " in said


def test_a_trip_is_first_who_went_where_and_what_became_of_it(extracted: Tables) -> None:
    trip = extracted["trips"].sort_values("articles").iloc[-1]
    said = "\n".join(describe_merged(trip["trip_id"], extracted))
    assert f"{trip['leader']} ({trip['leader_country']}) to {trip['country']}" in said
    assert f"status    {trip['status']}; {', '.join(trip['history'])}" in said
    assert "by way of" in said


def test_an_id_from_before_more_articles_came_in_is_explained(
    extracted: Tables, rulebook: Rulebook
) -> None:
    members = extracted["members"]
    merged_id = members["merged_id"].value_counts().index[0]
    last = members[members["merged_id"] == merged_id].iloc[-1]
    former = make_merged_id(last["kind"], last["row_id"])
    assert describe_merged(former, extracted)[0] == f"{former} is now {merged_id}"
    now, then = (explain(name, rulebook, extracted) for name in (merged_id, former))
    assert [one.row_ids for one in now] == [one.row_ids for one in then]


@pytest.mark.parametrize("name", ["s001", "v-0", ""])
def test_what_is_no_trip_or_case_has_no_such_lines(name: str, extracted: Tables) -> None:
    assert describe_merged(name, extracted) == []
    visit_id = extracted["members"].iloc[0]["row_id"]
    assert describe_merged(visit_id, extracted) == []


def test_a_rejected_row_is_explained_with_who_rejected_it_and_why(
    extracted: Tables, rulebook: Rulebook
) -> None:
    claim = extracted["transfer_allegations"].iloc[0]
    rejected = Decision(
        table="transfer_allegations",
        row_id=claim["allegation_id"],
        decision="reject",
        reason="a joke",
        source_grade="D",
        information_grade="5",
        reviewer="A. Analyst",
        date="2024-10-16",
        evidence=claim["evidence"],
    )
    after = merge({name: extracted[name] for name in MERGED_FROM}, Reviews((rejected,)))
    began = make_merged_id("case", claim["allegation_id"])
    for name in (claim["allegation_id"], began):
        [said] = describe_decisions(name, after)
        assert "A. Analyst, 2024-10-16" in said
        assert "graded D5; a joke" in said
        [explanation] = explain(name, rulebook, after)
        assert claim["evidence"] in str(explanation)


def test_a_case_has_the_decisions_on_it_and_its_members(extracted: Tables) -> None:
    members = extracted["members"]
    rows = members[members["kind"] == "case"].groupby("merged_id")["row_id"].agg(list)
    one, other = rows.index[:2]
    merged = Decision(
        table="cases", row_id=one, decision="merge", value=other, reviewer="Ann", date="2024-10-16"
    )
    after = merge({name: extracted[name] for name in MERGED_FROM}, Reviews((merged,)))
    for name in (one, other):
        assert [line.split(" (")[0] for line in describe_decisions(name, after)] == [
            "reviewed by Ann, 2024-10-16"
        ]
    assert describe_decisions("s001", after) == []
