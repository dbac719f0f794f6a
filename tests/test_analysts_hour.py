"""An analyst's hour: code, review, correct, merge, split, brief; then other rules and articles.

Whatever was decided stays, nothing counts twice, and the second briefing says what changed and why.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis import briefing
from analysis.errors import ReviewError
from analysis.explaining import describe_decisions, describe_merged, explain
from analysis.merging import make_merged_id, resolve_merged
from analysis.pipeline import Tables, code_articles, merge
from analysis.reviews import Decision, Reviews, read_decisions
from analysis.reviews.deciding import decide, undo
from analysis.reviews.rules import hash_rules
from analysis.reviews.session import ReviewSession
from analysis.rulebook import Rulebook
from analysis.schema import REJECTS

ANN = "A. Analyst"
IDS = {
    "visits": "visit_id",
    "transfer_allegations": "allegation_id",
    "responses": "response_id",
    "events": "event_id",
    "statements": "statement_id",
}
# What the names of withdrawn things may be followed by.
REASONS = (
    f"{ANN} rejected it",
    "its article is no longer among the inputs",
    "the dictionaries and rules no longer find it",
)


@dataclass
class Hour:
    """What was coded first, what the reviews made of it, and both again with other inputs."""

    coded: Tables
    start: Tables
    reviewed: Tables
    recoded: Tables
    later: Tables
    folder: Path
    first: briefing.Facts
    second: briefing.Facts
    decisions: list[Decision]
    rules: dict[str, str]
    gone: str


def code(articles: pd.DataFrame, rulebook: Rulebook) -> Tables:
    rows = articles.reset_index(drop=True)
    return code_articles(rows, rulebook) | {"articles": rows, "rejects": REJECTS.frame()}


@pytest.fixture(scope="module")
def hour(
    sample_articles: tuple[pd.DataFrame, pd.DataFrame],
    rulebook: Rulebook,
    tmp_path_factory: pytest.TempPathFactory,
) -> Hour:
    folder = tmp_path_factory.mktemp("reviews")
    articles, rules = sample_articles[0], hash_rules()
    coded = code(articles[:26], rulebook)
    start = merge(coded)
    review_thirty(start, folder)
    correct(start, folder)
    decisions = read_decisions(folder)
    reviewed = merge(coded, Reviews(tuple(decisions), rules))
    first = briefing.find_facts(reviewed)

    # A rule is dropped, another one changed; an article is gone, ten are new.
    accepted = Counter(row.rule_id for row in decisions if row.decision == "accept")
    dropped, changed = [rule for rule, _ in accepted.most_common(2)]
    others = tuple(rule for rule in rulebook.rules if rule.id != dropped)
    gone = str(start["transfer_allegations"]["article_id"].iloc[-1])
    now = articles[:36][articles[:36]["article_id"] != gone]
    recoded = code(now, replace(rulebook, rules=others))
    rules_now = {name: rules[name] for name in rules if name != dropped} | {changed: "other"}
    later = merge(recoded, Reviews(tuple(decisions), rules_now))
    record = folder / "briefing.json"
    record.write_text(json.dumps(briefing.make_record(first).content), encoding="utf-8")
    second = briefing.find_facts(later, briefing.read_record(str(record)))
    record.unlink()
    return Hour(
        coded, start, reviewed, recoded, later, folder, first, second, decisions, rules, gone
    )


def review_thirty(tables: Tables, folder: Path) -> None:
    """Accept, reject, edit and grade the first thirty rows of the queue, one of them twice."""
    names = ("transfer_allegations", "visits")
    session = ReviewSession(tables, folder, ANN, names, today="2024-10-16")
    for number in range(30):
        if number % 5 == 4:
            session.reject(reason="not said there")
        elif number % 7 == 3:
            column = "item" if session.current["table"] == names[0] else "city"
            session.edit({column: "corrected"}, source_grade="C", information_grade="3")
        else:
            session.accept(source_grade="B", information_grade="2")
        if number == 12:
            session.undo()
            session.accept()
    assert session.progress.startswith("30 decided, 0 skipped")


def correct(tables: Tables, folder: Path) -> None:
    """Correct two actors, merge two cases, split one trip; take one more back."""
    people = tables["actors"][tables["actors"]["kind"] == "person"]["actor_id"]
    keep(tables, folder, "edit", people.iloc[0], "role", "somebody else")
    keep(tables, folder, "edit", people.iloc[1], "name", "Another Name")
    keep(tables, folder, "merge", *pick_cases(tables))
    keep(tables, folder, "split", pick_visit(tables))
    keep(tables, folder, "accept", pick_cases(tables)[0])
    assert undo(folder, ANN).decision == "accept"


def keep(tables: Tables, folder: Path, what: str, row_id: str, *rest: str) -> None:
    field, value = rest if len(rest) == 2 else ("", *rest) if rest else ("", "")
    made = Decision(
        table="",
        row_id=row_id,
        decision=what,
        field=field,
        value=value,
        reviewer=ANN,
        date="2024-10-16",
    )
    decide(tables, folder, made)


def pick_cases(tables: Tables) -> tuple[str, str]:
    """Two cases of one supplier and recipient: merged they are one."""
    pairs = tables["cases"].groupby(["supplier", "recipient"])["case_id"].agg(list)
    one, other = next(ids[:2] for ids in pairs if len(ids) > 1)
    return (one, other)


def pick_visit(tables: Tables) -> str:
    """The last visit of a trip that several articles tell of."""
    trips = tables["members"][tables["members"]["kind"] == "trip"]
    groups = trips.groupby("merged_id")["row_id"].agg(list)
    return str(next(ids[-1] for ids in groups if len(ids) > 1))


def list_ids(tables: Tables) -> set[str]:
    return {row_id for name, column in IDS.items() for row_id in tables[name][column]}


def tell(facts: briefing.Facts, heading: str) -> list[str]:
    sections = briefing.tell_news(facts, top=999).sections
    return [one.text for part in sections if part.heading == heading for one in part.sentences]


def rejected(hour: Hour) -> set[str]:
    return {row.row_id for row in hour.decisions if row.decision == "reject"}


def test_no_row_is_lost_but_what_was_rejected_and_the_event_it_gave(hour: Hour) -> None:
    lost = list_ids(hour.start) - list_ids(hour.reviewed)
    events = {row_id for row_id in lost if row_id.startswith("e-")}
    assert lost - events == rejected(hour)
    assert len(events) <= len(rejected(hour))
    assert list_ids(hour.reviewed) <= list_ids(hour.start)


@pytest.mark.parametrize("when", ["start", "reviewed", "later"])
def test_nothing_counts_twice(hour: Hour, when: str) -> None:
    tables: Tables = getattr(hour, when)
    for name, column in IDS.items():
        assert tables[name][column].is_unique, name
    members = tables["members"]
    assert members["row_id"].is_unique
    merged = {*tables["visits"]["visit_id"], *tables["transfer_allegations"]["allegation_id"]}
    assert merged <= set(members["row_id"])
    known = {*tables["trips"]["trip_id"], *tables["cases"]["case_id"]}
    assert set(members["merged_id"]) == known
    assert tables["trips"]["trip_id"].is_unique
    assert tables["cases"]["case_id"].is_unique


def test_merged_cases_are_one_and_the_split_visit_is_a_trip_of_its_own(hour: Hour) -> None:
    resolved = resolve_merged(hour.reviewed["members"])
    [merged] = [row for row in hour.decisions if (row.table, row.decision) == ("cases", "merge")]
    assert resolved[merged.row_id] == resolved[merged.value]
    [split] = [row for row in hour.decisions if row.decision == "split"]
    assert hour.reviewed["members"]["merged_id"].eq(resolved[split.row_id]).sum() == 1


def test_every_decision_is_kept_and_those_to_look_at_again_say_why(hour: Hour) -> None:
    for tables in (hour.reviewed, hour.later):
        assert len(tables["reviews"]) == len(hour.decisions)
    assert set(hour.reviewed["reviews"]["state"]) == {"applied"}
    after = hour.later["reviews"]
    assert {"applied", "look again", "no such row"} == set(after["state"])
    open_ones = after[after["state"] != "applied"]
    assert open_ones["why"].ne("").all()
    said = " ".join(open_ones["why"])
    assert "has changed since" in said
    assert "no article has its sentence now" in said or "no longer find this" in said


def test_the_second_briefing_accounts_for_every_claim_of_the_first(hour: Hour) -> None:
    before = {row["row_id"] for row in briefing.make_record(hour.first).content["claims"]}
    now = set(hour.later["transfer_allegations"]["allegation_id"])
    withdrawn = tell(hour.second, "Withdrawn")
    gone = [told for told in withdrawn if " transfer " in told and "Withdrawn: that" not in told]
    anew = [told for told in tell(hour.second, "Allegations") if "Coded anew" in told]
    assert len(gone) + len(anew) == len(before - now) > 0
    assert all(told.rstrip(".").endswith(REASONS) or "(“" in told for told in gone)
    assert any(REASONS[1] in told for told in gone)
    assert any(REASONS[2] in told for told in gone)


def test_the_second_briefing_tells_new_claims_and_why_old_articles_give_some(hour: Hour) -> None:
    told = [one for one in tell(hour.second, "Allegations") if "Coded anew" not in one]
    fresh = {row["article_id"] for row in hour.recoded["articles"].to_dict("records")}
    fresh -= {*hour.coded["articles"]["article_id"]}
    new = hour.later["transfer_allegations"]
    assert new["article_id"].isin(fresh).any()
    assert any("read before" not in one for one in told)
    assert tell(hour.second, "Compared with")[0].startswith("The earlier briefing")


def test_the_same_inputs_again_are_no_news(hour: Hour, tmp_path: Path) -> None:
    record = tmp_path / "briefing.json"
    record.write_text(json.dumps(briefing.make_record(hour.first).content), encoding="utf-8")
    again = briefing.find_facts(hour.reviewed, briefing.read_record(str(record)))
    assert tell(again, "Allegations") == ["No new allegation."]
    assert tell(again, "Withdrawn") == ["Nothing told before was withdrawn."]
    assert tell(again, "Journeys") == ["No visit was announced, held, put off or called off."]


def test_old_ids_still_lead_somewhere(hour: Hour, rulebook: Rulebook) -> None:
    resolved = resolve_merged(hour.later["members"])
    here = set(hour.later["members"]["row_id"])
    for row_id, kind, merged_id in hour.start["members"][
        ["row_id", "kind", "merged_id"]
    ].itertuples(index=False):
        if row_id in here:
            assert make_merged_id(kind, row_id) in resolved
            assert resolved[row_id]
        elif row_id in rejected(hour) and make_merged_id(kind, row_id) == merged_id:
            assert describe_decisions(merged_id, hour.later)
    [merged] = [row for row in hour.decisions if (row.table, row.decision) == ("cases", "merge")]
    for name in (merged.row_id, merged.value):
        if name in resolved:
            assert describe_merged(name, hour.later)
            assert explain(name, rulebook, hour.reviewed)


def test_everything_can_be_taken_back(hour: Hour, tmp_path: Path) -> None:
    for path in hour.folder.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    for number in range(len(hour.decisions)):
        undo(tmp_path, ANN)
        left = read_decisions(tmp_path)
        assert left == hour.decisions[: len(hour.decisions) - number - 1]
    with pytest.raises(ReviewError, match="nothing that could be taken back"):
        undo(tmp_path, ANN)
    again: Any = merge(hour.coded, Reviews(tuple(read_decisions(tmp_path)), hour.rules))
    for name, frame in hour.start.items():
        pd.testing.assert_frame_equal(again[name], frame)
