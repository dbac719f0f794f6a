"""What analysts decide: kept, applied after every extraction, never lost, never counted twice."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import tables as stored
from analysis.cli import main
from analysis.coding import extract
from analysis.errors import ReviewError
from analysis.formulas import guard, unguard
from analysis.pipeline import Tables, code_articles, merge
from analysis.reviews import Decision, Reviews, read_decisions, record, settle, take_back
from analysis.reviews.deciding import decide as decide_one
from analysis.reviews.deciding import read_values, undo
from analysis.reviews.decisions import COLUMNS
from analysis.reviews.queue import REVIEWABLE, count_reviewed, list_queue, summarize
from analysis.reviews.rules import hash_rules
from analysis.reviews.session import ReviewSession
from analysis.reviews.spreadsheet import export_queue, import_decisions
from analysis.rulebook import Rulebook
from analysis.schema import REJECTS, ROW_ID, TABLES
from tests.scoring.corpora import to_articles

TEXTS = {
    "a1": (
        "2024-06-18",
        "Vladimir Putin arrived in Pyongyang on Tuesday.\n\n"
        "Earlier rain had fallen. South Korea said North Korea had sent 5,000 artillery shells to "
        "Russia. The claim could not be checked.\n\nRussia denied that it received shells.",
    ),
    "a2": ("2024-07-02", "The United States said North Korea had sent artillery shells to Russia."),
    "a3": ("2024-07-09", "Iran sent drones to Russia, Ukraine said."),
}


@pytest.fixture(scope="module")
def coded(rulebook: Rulebook) -> Tables:
    """Three articles: a visit, shells alleged twice and denied once, drones alleged once."""
    articles = to_articles(
        pd.DataFrame(
            {"article_id": name, "published": day, "outlet": f"Daily {name}", "text": text}
            for name, (day, text) in TEXTS.items()
        )
    )
    return code_articles(articles, rulebook) | {"articles": articles, "rejects": REJECTS.frame()}


Review = Callable[..., Tables]


@pytest.fixture(scope="module")
def review(coded: Tables) -> Review:
    def apply(*decisions: Decision, rules: dict[str, str] | None = None) -> Tables:
        return merge(coded, Reviews(decisions, hash_rules() if rules is None else rules))

    return apply


@pytest.fixture(scope="module")
def plain(review: Review) -> Tables:
    return review()


_lines = iter(range(2, 10_000))


def decide(table: str, row_id: str, decision: str, **more: Any) -> Decision:
    more = {"reviewer": "ann", "date": "2024-08-01", "place": f"ann.csv:{next(_lines)}", **more}
    return Decision(table=table, row_id=row_id, decision=decision, **more)


def only(frame: pd.DataFrame, **values: str) -> dict[str, Any]:
    for name, value in values.items():
        frame = frame[frame[name] == value]
    [row] = frame.to_dict("records")
    return {str(name): value for name, value in row.items()}


def shells(tables: Tables, article: str) -> dict[str, Any]:
    return only(tables["transfer_allegations"], article_id=article, category="ammunition")


# --- deciding on rows


def test_without_decisions_nothing_changes(plain: Tables, coded: Tables) -> None:
    for name in ("visits", "transfer_allegations", "events", "statements"):
        pd.testing.assert_frame_equal(plain[name], coded[name])
    assert plain["reviews"].empty


def test_a_rejected_row_is_left_out_with_its_event_and_everything_that_counts_it(
    review: Review, plain: Tables
) -> None:
    visit = only(plain["visits"])
    after = review(decide("visits", visit["visit_id"], "reject"))
    assert after["visits"].empty
    assert after["trips"].empty
    assert len(after["events"]) == len(plain["events"]) - 1
    assert visit["visit_id"] not in set(after["members"]["row_id"])
    assert list(after["reviews"]["state"]) == ["applied"]


def test_rows_that_refer_to_a_rejected_row_refer_to_nothing(review: Review, plain: Tables) -> None:
    claim = shells(plain, "a1")
    assert claim["statement_id"]
    after = review(decide("statements", claim["statement_id"], "reject"))
    assert shells(after, "a1")["statement_id"] == ""


def test_an_edited_row_keeps_its_id_and_moves_to_the_case_it_now_belongs_to(
    review: Review, plain: Tables
) -> None:
    drones = only(plain["transfer_allegations"], article_id="a3")
    edits = {"supplier_id": "PRK", "category": "ammunition"}
    after = review(
        *(
            decide("transfer_allegations", drones["allegation_id"], "edit", field=f, value=v)
            for f, v in edits.items()
        )
    )
    row = only(after["transfer_allegations"], article_id="a3")
    assert row["allegation_id"] == drones["allegation_id"]
    assert (row["supplier"], row["supplier_country"]) == ("North Korea", "PRK")
    assert len(after["cases"]) == len(plain["cases"]) - 1


def test_a_date_sets_its_precision_and_a_type_its_score(review: Review, plain: Tables) -> None:
    visit, event = only(plain["visits"]), plain["events"].iloc[0]
    after = review(
        decide("visits", visit["visit_id"], "edit", field="date", value="2024-05"),
        decide("events", event["event_id"], "edit", field="event_type", value="ASSAULT"),
    )
    changed = only(after["visits"])
    assert (changed["date"], changed["date_end"], changed["date_precision"]) == (
        "2024-05",
        "2024-05",
        "month",
    )
    [tie] = after["ties"].query("event_type == 'ASSAULT'").to_dict("records")
    assert tie["score"] < 0
    assert tie["quad"] == 4


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("status", "finished", "cannot be 'finished'"),
        ("country", "Norway", "such as PRK"),
        ("date", "18.06.2024", "Write it as 2024-06-19"),
        ("visitor_id", "nobody-known", "no actor has the id"),
        ("evidence", "other words", "cannot be edited"),
        ("visit_id", "v-1", "cannot be edited"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_with_what_can(
    field: str, value: str, says: str, review: Review, plain: Tables
) -> None:
    edit = decide("visits", only(plain["visits"])["visit_id"], "edit", field=field, value=value)
    with pytest.raises(ReviewError, match=says):
        review(edit)


def test_a_quantity_is_read_as_a_number(review: Review, plain: Tables) -> None:
    row_id = shells(plain, "a1")["allegation_id"]
    after = review(
        decide("transfer_allegations", row_id, "edit", field="quantity_high", value="6,000")
    )
    assert shells(after, "a1")["quantity_high"] == 6000
    with pytest.raises(ReviewError, match="Write a number"):
        review(decide("transfer_allegations", row_id, "edit", field="quantity_low", value="many"))


# --- actors


def test_a_corrected_actor_is_corrected_in_every_row(review: Review, plain: Tables) -> None:
    after = review(decide("actors", "vladimir-putin", "edit", field="name", value="V. V. Putin"))
    assert only(after["visits"])["visitor"] == "V. V. Putin"
    assert only(after["trips"])["leader"] == "V. V. Putin"
    assert only(after["actors"], actor_id="vladimir-putin")["name"] == "V. V. Putin"


def test_a_merged_actor_is_the_other_one_everywhere(review: Review, plain: Tables) -> None:
    after = review(decide("actors", "IRN", "merge", value="PRK"))
    assert "IRN" not in set(after["actors"]["actor_id"])
    drones = only(after["transfer_allegations"], article_id="a3")
    assert (drones["supplier_id"], drones["supplier_country"]) == ("PRK", "PRK")
    for ids, states in zip(
        after["events"]["actor_ids"], after["events"]["actor_countries"], strict=True
    ):
        assert "IRN" not in ids
        assert "IRN" not in states


def test_actors_cannot_be_merged_in_a_ring_or_into_nobody(review: Review) -> None:
    ring = [
        decide("actors", "IRN", "merge", value="PRK"),
        decide("actors", "PRK", "merge", value="IRN"),
    ]
    with pytest.raises(ReviewError, match="go round"):
        review(*ring)
    with pytest.raises(ReviewError, match="no actor"):
        review(decide("actors", "IRN", "merge", value="atlantis"))


# --- trips and cases


def test_two_cases_are_merged_by_a_person_who_is_named(review: Review, plain: Tables) -> None:
    one, other = plain["cases"]["case_id"]
    after = review(decide("cases", one, "merge", value=other, reason="same ship"))
    [case] = after["cases"].to_dict("records")
    assert set(after["members"].query("kind == 'case'")["merged_id"]) == {case["case_id"]}
    moved = after["members"]["why"].str.contains("merged by ann, 2024-08-01: same ship")
    assert moved.sum() == 1


def test_a_claim_is_split_off_its_case(review: Review, plain: Tables) -> None:
    claim = shells(plain, "a2")
    after = review(decide("cases", claim["allegation_id"], "split"))
    assert len(after["cases"]) == len(plain["cases"]) + 1
    assert list(after["reviews"]["state"]) == ["applied"]


def test_claims_split_off_with_one_label_stay_together(review: Review, plain: Tables) -> None:
    ids = [shells(plain, article)["allegation_id"] for article in ("a1", "a2")]
    after = review(*(decide("cases", row_id, "split", value="second shipment") for row_id in ids))
    assert len(after["cases"]) == len(plain["cases"])


def test_an_id_from_before_an_earlier_article_came_in_still_leads_to_its_case(
    coded: Tables, plain: Tables
) -> None:
    """A case goes by its earliest claim; without a1 that was the claim of a2."""
    later = {
        name: frame[frame["article_id"] != "a1"].reset_index(drop=True)
        if "article_id" in frame
        else frame
        for name, frame in coded.items()
    }
    before = merge(later)["cases"]
    old = only(before, category="ammunition")["case_id"]
    assert old not in set(plain["cases"]["case_id"])
    drones = only(plain["cases"], category="uav")["case_id"]
    decided = (decide("cases", old, "merge", value=drones),)
    assert len(merge(coded, Reviews(decided))["cases"]) == 1


# --- what becomes of decisions


def test_a_decision_whose_row_is_gone_is_kept_and_said(review: Review) -> None:
    after = review(decide("visits", "v-gone", "reject"))
    assert list(after["reviews"]["state"]) == ["no such row"]


@pytest.mark.parametrize(
    "seen",
    [{"evidence": "Another sentence."}, {"rule_id": "visit.other"}, {"rule": "00000000"}],
)
def test_a_decision_on_what_has_changed_since_holds_but_is_listed(
    seen: dict[str, str], review: Review, plain: Tables
) -> None:
    visit = only(plain["visits"])
    after = review(decide("visits", visit["visit_id"], "reject", **seen))
    assert after["visits"].empty
    assert list(after["reviews"]["state"]) == ["look again"]


def test_a_decision_on_what_is_as_it_was_needs_no_look(review: Review, plain: Tables) -> None:
    visit = only(plain["visits"])
    rules = hash_rules()
    seen = {"evidence": visit["evidence"], "rule_id": visit["rule_id"]}
    accepted = decide("visits", visit["visit_id"], "accept", rule=rules[visit["rule_id"]], **seen)
    assert list(review(accepted)["reviews"]["state"]) == ["applied"]


def test_the_latest_decision_of_one_reviewer_holds() -> None:
    first = decide("visits", "v-1", "reject")
    second = decide("visits", "v-1", "accept", date="2024-08-02")
    assert settle([second, first]) == ([second], [first])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("reject", {}), ("accept", {})),
        (
            ("edit", {"field": "city", "value": "Wonsan"}),
            ("edit", {"field": "city", "value": "Sinuiju"}),
        ),
        (("reject", {}), ("edit", {"field": "city", "value": "Wonsan"})),
    ],
)
def test_two_reviewers_who_contradict_each_other_are_both_named(one: Any, other: Any) -> None:
    pair = [
        decide("visits", "v-1", kind, reviewer=who, place=f"{who}.csv:2", **more)
        for who, (kind, more) in (("ann", one), ("ben", other))
    ]
    for order in (pair, pair[::-1]):
        with pytest.raises(
            ReviewError, match=r"(?s)(ann|ben)\.csv:2 and (ann|ben)\.csv:2 contradict"
        ):
            settle(order)


def test_two_reviewers_may_agree() -> None:
    pair = [decide("visits", "v-1", "accept", reviewer=who) for who in ("ann", "ben")]
    held, replaced = settle(pair)
    assert len(held) + len(replaced) == 2


def test_a_merge_and_a_split_of_one_row_by_two_reviewers_contradict() -> None:
    merged = decide("cases", "t-1", "merge", value="case-2")
    split = decide("cases", "t-1", "split", reviewer="ben", place="ben.csv:2")
    with pytest.raises(ReviewError, match="contradict"):
        settle([merged, split])


# --- files


def test_decisions_come_back_from_their_file_as_they_were(tmp_path: Path) -> None:
    made = [
        decide("visits", "v-1", "edit", field="city", value='=1+1, "quoted"\nline', place=""),
        decide("cases", "case-1", "merge", value="case-2", reason="é; ü", place=""),
    ]
    record(tmp_path / "ann.csv", made[:1])
    record(tmp_path / "ann.csv", made[1:])
    found = read_decisions(tmp_path)
    assert [d.value for d in found] == [d.value for d in made]
    assert [d.reason for d in found] == [d.reason for d in made]
    take_back(tmp_path / "ann.csv", found[1])
    assert [d.row_id for d in read_decisions(tmp_path)] == ["v-1"]


def test_a_folder_that_is_not_there_holds_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none") == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"table": "mentions"}, "no table 'mentions' can be reviewed"),
        ({"decision": "delete"}, "'delete' cannot be decided on visits"),
        ({"row_id": " "}, "row_id is empty"),
        ({"reviewer": ""}, "reviewer is empty"),
        ({"date": "yesterday"}, "Write it as 2024-11-26"),
        ({"decision": "edit"}, "needs the column"),
        ({"table": "cases", "decision": "merge"}, "id of another row"),
        ({"source_grade": "G"}, "from A to F"),
        ({"information_grade": "7"}, "from 1 to 6"),
    ],
)
def test_a_line_that_means_nothing_is_refused_with_its_place(
    changes: dict[str, str], says: str, tmp_path: Path
) -> None:
    cells = dict.fromkeys(COLUMNS, "") | {
        "table": "visits",
        "row_id": "v-1",
        "decision": "accept",
        "reviewer": "ann",
        "date": "2024-08-01",
    }
    with (tmp_path / "ann.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerow(cells | changes)
    with pytest.raises(ReviewError, match=says) as raised:
        read_decisions(tmp_path)
    assert "ann.csv:2" in str(raised.value)


@pytest.mark.parametrize("content", ["", "row_id,decision\n", "\ufeff"])
def test_a_file_without_the_columns_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "ann.csv").write_text(content, encoding="utf-8")
    with pytest.raises(ReviewError, match="has no column"):
        read_decisions(tmp_path)


def test_a_file_that_is_no_text_or_has_ragged_lines_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ann.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReviewError, match="Save it as UTF-8"):
        read_decisions(tmp_path)
    (tmp_path / "ann.csv").write_text(",".join(COLUMNS) + "\nvisits,v-1\n", encoding="utf-8")
    with pytest.raises(ReviewError, match="cells"):
        read_decisions(tmp_path)


# --- the queue


def test_the_queue_begins_with_what_is_disputed_central_new_and_unsure(plain: Tables) -> None:
    queue = list_queue(plain)
    assert list(queue["priority"]) == sorted(queue["priority"], reverse=True)
    first = queue.iloc[0]
    assert first["table"] in ("transfer_allegations", "responses")
    assert "disputed case" in first["why"]


def test_what_was_decided_leaves_the_queue_unless_it_changed(review: Review, plain: Tables) -> None:
    visit = only(plain["visits"])
    accepted = review(decide("visits", visit["visit_id"], "accept"))
    assert visit["visit_id"] not in set(list_queue(accepted)["row_id"])
    changed = review(decide("visits", visit["visit_id"], "accept", evidence="Other words."))
    assert list_queue(changed).iloc[0]["row_id"] == visit["visit_id"]


def test_counts_say_how_much_was_looked_at(review: Review, plain: Tables) -> None:
    claims = [shells(plain, article)["allegation_id"] for article in ("a1", "a2")]
    after = review(
        decide("transfer_allegations", claims[0], "accept"),
        decide("transfer_allegations", claims[1], "reject"),
        decide("visits", only(plain["visits"])["visit_id"], "edit", field="city", value="Wonsan"),
    )
    counts = count_reviewed(after).set_index("table")
    assert list(counts.loc["transfer_allegations"]) == [2, 1, 0, 1, 0]
    assert counts.loc["visits", "edited"] == 1


def test_a_row_is_told_in_one_line(plain: Tables) -> None:
    line = summarize("visits", only(plain["visits"]))
    assert "visitor Vladimir Putin (RUS) · country PRK" in line
    assert "status occurred" in line
    assert "_id" not in line


# --- a sitting


@pytest.fixture
def session(plain: Tables, tmp_path: Path) -> ReviewSession:
    return ReviewSession(plain, tmp_path / "reviews", "Ann Analyst", today="2024-08-01")


def test_a_sitting_goes_through_the_queue_and_keeps_each_decision_at_once(
    session: ReviewSession, review: Review
) -> None:
    first = session.row[ROW_ID[session.current["table"]]]  # type: ignore[index]
    session.accept(source_grade="B", information_grade="2")
    session.skip()
    session.reject(reason="not a transfer")
    kept = read_decisions(session.folder)
    assert [(d.decision, d.source_grade, d.information_grade) for d in kept] == [
        ("accept", "B", "2"),
        ("reject", "F", "6"),
    ]
    assert kept[0].row_id == first
    assert session.progress.startswith("2 decided, 1 skipped")
    states = review(*kept)["reviews"]["state"]
    assert set(states) == {"applied"}


def test_the_last_step_is_taken_back(session: ReviewSession) -> None:
    session.accept()
    session.edit(_an_edit(session))
    session.undo()
    assert session.place == 1
    assert len(read_decisions(session.folder)) == 1
    session.undo()
    assert read_decisions(session.folder) == []
    with pytest.raises(ReviewError, match="nothing to take back"):
        session.undo()


def _an_edit(session: ReviewSession) -> dict[str, str]:
    entry = session.current
    assert entry is not None
    table = TABLES[entry["table"]]
    return {"date": "2024-06"} if "date" in table.column_names else {"by": "Russia"}


def test_an_edit_is_checked_before_it_is_kept(session: ReviewSession) -> None:
    with pytest.raises(ReviewError):
        session.edit({"evidence": "other words"})
    with pytest.raises(ReviewError, match="Nothing is changed"):
        session.edit({})
    assert not session.path.exists()


def test_the_passage_is_the_paragraph_around_the_evidence(plain: Tables, tmp_path: Path) -> None:
    session = ReviewSession(plain, tmp_path, "ann", names=("transfer_allegations",))
    while session.row["article_id"] != "a1":
        session.skip()
    before, evidence, behind = session.passage
    assert before == "Earlier rain had fallen. "
    assert evidence == session.row["evidence"]
    assert behind == " The claim could not be checked."


def test_the_end_of_the_queue_is_said(plain: Tables, tmp_path: Path) -> None:
    session = ReviewSession(plain, tmp_path, "ann", names=("visits",))
    session.skip()
    assert session.current is None
    with pytest.raises(ReviewError, match="at its end"):
        session.accept()


def test_a_reviewer_needs_a_name(plain: Tables, tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="name"):
        ReviewSession(plain, tmp_path, " ")


# --- spreadsheets


def test_a_spreadsheet_gives_decisions_for_filled_and_changed_cells(
    plain: Tables, tmp_path: Path
) -> None:
    path = tmp_path / "look.csv"
    assert export_queue(plain, "transfer_allegations", path) == 3
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0]["decision"] = "Accept"
    rows[1] |= {"decision": "edit", "item": "rockets", "source_grade": "c"}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    decisions, left_out = import_decisions(path, plain, reviewer="ann", today="2024-08-01")
    assert left_out == []
    assert [(d.decision, d.field, d.value, d.source_grade) for d in decisions] == [
        ("accept", "", "", ""),
        ("edit", "item", "rockets", "C"),
    ]


def test_a_row_coded_anew_since_the_export_is_left_out(
    plain: Tables, review: Review, tmp_path: Path
) -> None:
    path = tmp_path / "look.csv"
    export_queue(plain, "visits", path)
    path.write_text(path.read_text("utf-8").replace("\n,", "\naccept,"), encoding="utf-8")
    visit_id = only(plain["visits"])["visit_id"]
    changed = review(decide("visits", visit_id, "edit", field="city", value="Wonsan"))
    for tables in (changed, review(decide("visits", visit_id, "reject"))):
        decisions, left_out = import_decisions(path, tables, reviewer="ann", today="2024-08-01")
        assert decisions == []
        assert len(left_out) == 1


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), max_size=12
    ),
    st.sampled_from(["", "=", "+", "-", "@", "'", "\t", "'=", "''"]),
)
@settings(max_examples=60, deadline=None)
def test_no_cell_is_a_formula_and_none_is_lost(text: str, start: str) -> None:
    cell = start + text
    assert unguard(guard(cell)) == cell
    assert not guard(cell).startswith(("=", "+", "-", "@", "\t"))


# --- from end to end


def test_decisions_survive_extraction_and_a_changed_set_of_articles(tmp_path: Path) -> None:
    articles, out, reviews = tmp_path / "articles", tmp_path / "tables", tmp_path / "reviews"
    articles.mkdir()
    for name, (day, text) in TEXTS.items():
        front = f"---\nid: {name}\noutlet: Daily {name}\npublished: {day}\n---\n"
        (articles / f"{name}.md").write_text(front + text, encoding="utf-8")
    extract(articles, out, reviews=reviews)
    visit_id = stored.load("visits", out)["visit_id"].iloc[0]
    record(reviews / "ann.csv", [decide("visits", visit_id, "reject", place="")])
    (articles / "a2.md").unlink()
    summary = extract(articles, out, reviews=reviews)
    assert summary.coded == 0
    assert stored.load("visits", out).empty
    assert list(stored.load("reviews", out)["state"]) == ["applied"]


def test_the_commands_export_import_and_count(tmp_path: Path) -> None:
    article, out, reviews = tmp_path / "a1.txt", tmp_path / "tables", tmp_path / "reviews"
    article.write_text(TEXTS["a1"][1], encoding="utf-8")

    def run(*arguments: object) -> str:
        result = CliRunner().invoke(main, [str(a) for a in arguments])
        assert result.exit_code == 0, result.output
        return result.output

    run("extract", "--articles", article, "--out", out, "--reviews", reviews)
    path = tmp_path / "look.csv"
    run("review", "export", path, "--table", "visits", "--tables", out)
    path.write_text(path.read_text("utf-8").replace("\n,", "\nreject,"), encoding="utf-8")
    said = run("review", "import", path, "--reviewer", "Ann", "--reviews", reviews, "--tables", out)
    assert "1 decisions" in said
    run("extract", "--articles", article, "--out", out, "--reviews", reviews)
    counted = run("review", "status", "--tables", out)
    assert counted.splitlines()[2].split() == ["visits", "0", "0", "0", "1", "0"]
    assert (reviews / "ann.csv").is_file()


# --- one decision by its id


def choose(plain: Tables, tmp_path: Path, what: str, row_id: str, *rest: str) -> Decision:
    field, value = read_values(what, rest)
    asked = Decision(
        table="",
        row_id=row_id,
        decision=what,
        field=field,
        value=value,
        reviewer="ann",
        date="2024-08-01",
    )
    return decide_one(plain, tmp_path, asked)


def test_an_id_says_what_is_decided_on_and_rows_keep_what_was_seen(
    plain: Tables, tmp_path: Path
) -> None:
    claim, visit = shells(plain, "a1"), only(plain["visits"])
    one, other = plain["cases"]["case_id"][:2]
    made = [
        choose(plain, tmp_path, "accept", claim["allegation_id"]),
        choose(plain, tmp_path, "edit", "vladimir-putin", "role", "president"),
        choose(plain, tmp_path, "merge", one, other),
        choose(plain, tmp_path, "split", shells(plain, "a2")["allegation_id"]),
    ]
    assert [row.table for row in made] == ["transfer_allegations", "actors", "cases", "cases"]
    assert (made[0].rule_id, made[0].evidence) == (claim["rule_id"], claim["evidence"])
    assert made[0].rule == hash_rules()[claim["rule_id"]]
    kept = read_decisions(tmp_path)
    assert [replace(row, place="") for row in kept] == made
    assert undo(tmp_path, "ann") == kept[-1]
    assert read_decisions(tmp_path) == kept[:-1]
    assert choose(plain, tmp_path, "edit", visit["visit_id"], "city", "Pyongyang").field == "city"


def test_a_rejected_row_can_still_be_decided_on(
    review: Review, plain: Tables, tmp_path: Path
) -> None:
    claim = shells(plain, "a1")
    seen = {"rule_id": claim["rule_id"], "evidence": claim["evidence"]}
    after = review(decide("transfer_allegations", claim["allegation_id"], "reject", **seen))
    back = choose(after, tmp_path, "accept", claim["allegation_id"])
    assert (back.table, back.evidence) == ("transfer_allegations", claim["evidence"])


def test_what_cannot_be_decided_says_why_and_is_not_kept(plain: Tables, tmp_path: Path) -> None:
    (one, *_), visit = plain["cases"]["case_id"], only(plain["visits"])
    wrong = [
        (("accept", "t-0"), "no row, actor, trip or case has this id"),
        (("accept", one, "more"), "accept takes nothing behind the id"),
        (("edit", "vladimir-putin", "role"), "edit takes a column and its new value"),
        (("edit", "vladimir-putin", "country", "Russia"), "ISO 3166-1"),
        (("merge", "vladimir-putin", "nobody"), "no actor with this id"),
        (("merge", one, one), "the id of another row"),
        (("merge", one, shells(plain, "a1")["allegation_id"]), "are one already"),
        (("merge", one, only(plain["trips"])["trip_id"]), "is no case to merge it with"),
        (("split", visit["visit_id"]), "stands alone"),
        (("split", one), "name the visit or allegation"),
    ]
    for asked, complaint in wrong:
        with pytest.raises(ReviewError, match=complaint):
            choose(plain, tmp_path, *asked)
    assert read_decisions(tmp_path) == []


@pytest.mark.parametrize(
    ("seen", "why"),
    [
        ({"evidence": "Another sentence."}, "its sentence is another now"),
        ({"rule_id": "visit.other"}, "not by visit.other"),
        ({"rule": "00000000"}, "has changed since"),
    ],
)
def test_why_a_decision_needs_another_look_is_said(
    seen: dict[str, str], why: str, review: Review, plain: Tables
) -> None:
    visit = only(plain["visits"])
    [told] = review(decide("visits", visit["visit_id"], "accept", **seen))["reviews"]["why"]
    assert why in told


@pytest.mark.parametrize(
    ("evidence", "why"),
    [
        ("", "no row has this id now"),
        ("Nobody wrote this.", "no article has its sentence now"),
        ("The claim could not be checked.", "no longer find this in it"),
        (TEXTS["a1"][1].split("\n")[0], "coded otherwise from its sentence now, as v-"),
    ],
)
def test_why_a_row_is_gone_is_said(evidence: str, why: str, review: Review) -> None:
    [told] = review(decide("visits", "v-gone", "accept", evidence=evidence))["reviews"]["why"]
    assert why in told


def test_every_reviewable_table_has_ids() -> None:
    assert set(REVIEWABLE) <= set(ROW_ID)
