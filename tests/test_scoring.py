"""What `make score` counts as found, missed and false."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from tests.scoring import RULES, Score, compare
from tests.scoring.__main__ import main, report, to_json
from tests.scoring.corpora import GOLD, SOURCE, load_gold
from tests.scoring.names import Actor, actor_fit, name_fit, party_fit

VISIT = {
    "article_id": "a1",
    "visitor": "Sergei Shoigu",
    "visitor_country": "RUS",
    "country": "PRK",
    "city": "Pyongyang",
    "host": "Kim Jong Un",
    "date": "2023-07-25",
    "status": "occurred",
    "evidence": "Sergei Shoigu flew to Pyongyang on Tuesday.",
}
TRANSFER = {
    "article_id": "a1",
    "kind": "arms",
    "supplier": "North Korea",
    "supplier_country": "PRK",
    "recipient": "Russia",
    "recipient_country": "RUS",
    "item": "artillery shells",
    "category": "ammunition",
    "claimant": "National Intelligence Service",
    "claimant_country": "KOR",
    "act": "say",
    "nature": "alleged",
    "quantity_low": "1000000",
    "quantity_high": "",
    "evidence": "The service said North Korea had sent more than a million shells.",
}
RESPONSE = {
    "article_id": "a1",
    "supplier_country": "PRK",
    "recipient_country": "RUS",
    "by": "Dmitry Peskov",
    "by_country": "RUS",
    "stance": "denied",
    "evidence": "Dmitry Peskov called it a fake.",
}
STATEMENT = {
    "article_id": "a1",
    "speaker": "Volodymyr Zelensky",
    "speaker_country": "UKR",
    "act": "accuse",
    "target_country": "PRK",
    "evidence": "Volodymyr Zelensky accused the North of sending people to the front.",
}
EVENT = {
    "article_id": "a1",
    "event_type": "AID",
    "actor_countries": "PRK",
    "recipient_countries": "RUS",
    "status": "alleged",
    "evidence": "North Korea is said to have sent shells to Russia.",
}
ROWS: dict[str, dict[str, Any]] = {
    "visits": VISIT,
    "transfer_allegations": TRANSFER,
    "transfer_dyads": TRANSFER,
    "responses": RESPONSE,
    "statements": STATEMENT,
    "events": EVENT,
}


def frame(*rows: dict[str, Any], like: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame([dict(row) for row in rows], columns=list(like))


def score(table: str, *, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Score:
    like = ROWS[table]
    return compare(frame(*found, like=like), frame(*gold, like=like), table)


def one(table: str, **changes: Any) -> Score:
    """Score one gold row against the same row with changes."""
    row = ROWS[table]
    return score(table, gold=[row], found=[{**row, **changes}])


def counts(result: Score) -> tuple[int, int, int]:
    return result.hits, len(result.missed), len(result.spurious)


@pytest.mark.parametrize("table", RULES)
def test_the_same_rows_are_all_found(table: str) -> None:
    result = one(table)
    assert (result.precision, result.recall, result.f1) == (1, 1, 1)
    assert all(right == of for right, of in result.besides.values())


@pytest.mark.parametrize("table", RULES)
def test_nothing_found_is_all_missed_and_named(table: str) -> None:
    result = score(table, gold=[ROWS[table]], found=[])
    assert counts(result) == (0, 1, 0)
    assert result.missed[0]["evidence"] == ROWS[table]["evidence"]
    assert (result.precision, result.f1, result.interval) == (0, 0, (0, 0))


@pytest.mark.parametrize("table", RULES)
def test_nothing_coded_and_nothing_found_scores_nothing(table: str) -> None:
    result = score(table, gold=[], found=[])
    assert counts(result) == (0, 0, 0)
    assert result.interval == (0, 0)


@pytest.mark.parametrize("table", RULES)
def test_a_row_of_another_article_is_no_match(table: str) -> None:
    assert counts(one(table, article_id="a2")) == (0, 1, 1)


@pytest.mark.parametrize("table", RULES)
def test_the_same_row_twice_counts_once(table: str) -> None:
    result = score(table, gold=[ROWS[table]], found=[ROWS[table], ROWS[table]])
    assert counts(result) == (1, 0, 0)


@pytest.mark.parametrize(
    ("table", "swapped"),
    [
        ("visits", {"visitor": "Kim Jong Un", "visitor_country": "PRK", "country": "RUS"}),
        (
            "transfer_allegations",
            {
                "supplier": "Russia",
                "supplier_country": "RUS",
                "recipient": "North Korea",
                "recipient_country": "PRK",
            },
        ),
        ("responses", {"supplier_country": "RUS", "recipient_country": "PRK"}),
        ("events", {"actor_countries": "RUS", "recipient_countries": "PRK"}),
    ],
)
def test_swapped_roles_are_a_miss_and_a_false_row(table: str, swapped: dict[str, str]) -> None:
    assert counts(one(table, **swapped)) == (0, 1, 1)


def test_a_visit_matches_by_surname_and_is_graded_beside_the_match() -> None:
    result = one("visits", visitor="Shoygu", date="2023-07", status="planned", host="")
    assert counts(result) == (1, 0, 0)
    assert result.besides == {
        "status": (0, 1),
        "visitor_country": (1, 1),
        "date": (0, 1),
        "date_or_coarser": (1, 1),
        "city": (1, 1),
        "host": (0, 1),
    }


def test_a_date_is_right_as_far_as_the_gold_goes() -> None:
    month = {**VISIT, "date": "2023-07"}
    assert score("visits", gold=[month], found=[VISIT]).besides["date"] == (1, 1)


@pytest.mark.parametrize(("published", "right"), [("2023-07-26", 1), ("2023-08-26", 0)])
def test_ongoing_is_occurred_while_the_visit_is_fresh(published: str, right: int) -> None:
    found = {**VISIT, "status": "ongoing", "published": pd.Timestamp(published)}
    result = compare(pd.DataFrame([found]), pd.DataFrame([VISIT]), "visits")
    assert result.besides["status"] == (right, 1)


def test_two_visits_pair_with_their_own_dates() -> None:
    later = {**VISIT, "date": "2025-03-21"}
    result = score("visits", gold=[VISIT, later], found=[later, VISIT])
    assert result.besides["date"] == (2, 2)


def test_a_second_row_of_one_visit_with_another_status_is_false() -> None:
    planned = {**VISIT, "status": "planned"}
    assert counts(score("visits", gold=[VISIT], found=[VISIT, planned])) == (1, 0, 1)


def test_claimants_of_one_transfer_are_one_row_and_measured_beside() -> None:
    other = {**TRANSFER, "claimant": "White House", "claimant_country": "USA"}
    result = score("transfer_allegations", gold=[TRANSFER, other], found=[TRANSFER])
    assert counts(result) == (1, 0, 0)
    assert result.besides["all_claimants"] == (0, 1)


def test_another_item_class_is_another_transfer_but_the_same_dyad() -> None:
    missile = {"item": "missiles", "category": "ballistic_missile"}
    assert counts(one("transfer_allegations", **missile)) == (0, 1, 1)
    assert counts(one("transfer_dyads", **missile)) == (1, 0, 0)


def test_technology_counts_as_arms_and_soldiers_do_not() -> None:
    assert counts(one("transfer_dyads", kind="technology")) == (1, 0, 0)
    assert counts(one("transfer_dyads", kind="personnel")) == (0, 1, 1)


def test_another_quantity_is_seen_beside_the_match() -> None:
    assert one("transfer_allegations", quantity_low=2e6).besides["quantity"] == (0, 1)
    assert one("transfer_allegations", quantity_low=1e6).besides["quantity"] == (1, 1)


def test_another_stance_is_another_response() -> None:
    assert counts(one("responses", stance="confirmed")) == (0, 1, 1)


def test_a_statement_needs_speaker_act_and_shared_words() -> None:
    elsewhere = {"evidence": "He accused Tehran of sending drones.", "target_country": "IRN"}
    assert counts(one("statements", **elsewhere)) == (0, 1, 1)
    assert counts(one("statements", act="warn")) == (0, 1, 1)
    assert counts(one("statements", speaker="Vladimir Putin", speaker_country="RUS")) == (0, 1, 1)


def test_say_is_never_false_and_counts_for_recall_only() -> None:
    said = {**STATEMENT, "act": "say", "evidence": "Volodymyr Zelensky said it was late."}
    assert counts(score("statements", gold=[], found=[said])) == (0, 0, 0)
    result = score("statements", gold=[said, STATEMENT], found=[STATEMENT])
    assert result.recall == 0.5
    assert result.without_recall_only().recall == 1


def test_an_accusation_in_neutral_words_may_be_coded_say() -> None:
    neutral = {**STATEMENT, "evidence": "Volodymyr Zelensky said the North was sending people."}
    said = {**neutral, "act": "say"}
    assert score("statements", gold=[neutral], found=[said]).besides["exact_act"] == (0, 1)
    assert counts(one("statements", act="say")) == (0, 1, 0)


def test_a_passage_that_repeats_a_coded_statement_is_no_error() -> None:
    again = {**STATEMENT, "evidence": "Zelensky blamed Pyongyang once more."}
    other = {**again, "target_country": "IRN"}
    assert counts(score("statements", gold=[STATEMENT], found=[STATEMENT, again])) == (1, 0, 0)
    assert counts(score("statements", gold=[STATEMENT], found=[STATEMENT, other])) == (1, 0, 1)


def test_outside_analysts_are_no_error() -> None:
    analyst = {**STATEMENT, "speaker": "an analyst in Seoul", "evidence": "An analyst warned."}
    assert counts(score("statements", gold=[], found=[analyst])) == (0, 0, 0)


@pytest.mark.parametrize("event_type", ["AGREE", "CONSULT", "COOPERATE", "SUPPORT"])
def test_some_event_types_have_no_direction(event_type: str) -> None:
    gold = {**EVENT, "event_type": event_type}
    found = {**gold, "actor_countries": "RUS", "recipient_countries": "PRK"}
    assert counts(score("events", gold=[gold], found=[found])) == (1, 0, 0)


def test_an_accusation_drawn_as_fact_is_seen() -> None:
    assert one("events", status="occurred").besides["status"] == (0, 1)
    as_fact = {**EVENT, "status": "occurred"}
    assert counts(score("events", gold=[EVENT], found=[EVENT, as_fact])) == (1, 0, 1)


def test_further_pairs_of_an_event_with_many_sides_are_no_error() -> None:
    gold = {**EVENT, "event_type": "ACCUSE", "actor_countries": "USA;KOR;JPN"}
    pairs = [{**gold, "actor_countries": country} for country in ("USA", "KOR")]
    assert counts(score("events", gold=[gold], found=pairs)) == (1, 0, 0)


def test_lists_and_joined_texts_are_the_same_countries() -> None:
    found = {**EVENT, "actor_countries": ["PRK"], "recipient_countries": ["RUS"]}
    assert counts(score("events", gold=[EVENT], found=[found])) == (1, 0, 0)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Shoigu", "Sergey Shoygu"),
        ("Pedro Sanchez", "Pedro Sánchez"),
        ("the Kremlin", "Russia"),
        ("NIS", "National Intelligence Service"),
        ("Joint Chiefs", "Joint Chiefs of Staff"),
        ("U.S. State Department", "State Department"),
    ],
)
def test_one_actor_under_two_names(a: str, b: str) -> None:
    assert name_fit(a, b) > 0
    assert name_fit(b, a) > 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kim Jong Un", "Kim Yo Jong"),
        ("North Korea", "South Korea"),
        ("Russian defence ministry", "Ukrainian defence ministry"),
        ("Joe Biden", "Russia"),
        ("", "Russia"),
    ],
)
def test_two_actors(a: str, b: str) -> None:
    assert name_fit(a, b) == name_fit(b, a) == 0


def test_a_state_stands_for_who_speaks_for_it_and_a_group_for_itself() -> None:
    assert actor_fit(Actor("Seoul", "KOR"), Actor("Shin Won-sik", "KOR"))
    assert actor_fit(Actor("a ministry official", "IRN"), Actor("Nasser Kanaani", "IRN"))
    assert not actor_fit(Actor("Nasser Kanaani", "IRN"), Actor("Masoud Pezeshkian", "IRN"))
    assert party_fit(Actor("Russian army", "RUS"), Actor("Russia", "RUS"))
    assert not party_fit(Actor("Wagner Group", "RUS"), Actor("Russia", "RUS"))


def test_intervals_are_the_same_each_time_and_hold_the_score() -> None:
    gold = [{**VISIT, "article_id": f"a{number}"} for number in range(20)]
    results = [score("visits", gold=gold, found=gold[:12]) for _ in range(2)]
    low, high = results[0].interval
    assert results[0].interval == results[1].interval
    assert low < results[0].f1 < high


def test_the_report_names_every_miss_and_false_row_with_its_rule() -> None:
    found = {**VISIT, "visitor": "Xi Jinping", "visitor_country": "CHN", "rule_id": "visit.fly"}
    result = compare(pd.DataFrame([found]), pd.DataFrame([VISIT]), "visits")
    text = "\n".join(report("sample articles", [result], show=5))
    assert "missed: a1 visitor=Sergei Shoigu" in text
    assert "false: a1 visitor=Xi Jinping" in text
    assert "visit.fly Sergei Shoigu flew" in text
    figures = to_json({"sample": [result]})["sample"]["visits"]
    assert (figures["hits"], figures["missed"], figures["false"]) == (0, 1, 1)
    assert figures["rows_false"][0]["rule_id"] == "visit.fly"


@pytest.mark.parametrize("task", RULES)
def test_the_sample_gold_found_whole_scores_full_marks(task: str) -> None:
    gold = load_gold(GOLD / "sample")[SOURCE[task]]
    result = compare(gold, gold, task)
    assert len(result.outcomes) > 50
    assert result.f1 == 1


def test_the_command_line_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    assert "--external" in capsys.readouterr().out
