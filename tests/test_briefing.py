"""The briefing: what counts as new, withdrawn and newly denied, and how it is told."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import briefing, reports, tables
from analysis.briefing import wording
from analysis.errors import ParameterError, ReportError
from analysis.likelihood import name_likelihood
from analysis.pipeline import merge
from analysis.reports import Section, Sentence, Told, gate
from analysis.reviews import Decision, Reviews
from analysis.runs import by_hand
from analysis.runs.earlier import resolve_since
from analysis.schema import CATEGORIES, TABLES, TRANSFER_KINDS
from tests import merging_samples
from tests.merging_samples import US
from tests.pages import samples
from tests.pages.driver import Browser

ROOT = Path(__file__).parent.parent
NOTEBOOKS = ROOT / "notebooks"
Row = dict[str, Any]


def said(article: str, start: int = 0) -> Row:
    return {"start": start, "evidence": f"A sentence of {article}."}


def claim(article: str, published: str = "2024-10-10", start: int = 0, **changes: Any) -> Row:
    own = {"allegation_id": f"t-{article}-{start}", "statement_id": ""}
    return merging_samples.claim(article, published, **(said(article, start) | own | US | changes))


def response(article: str, published: str = "2024-10-12", **changes: Any) -> Row:
    return merging_samples.response(article, published, **(said(article) | changes))


def visit(article: str, published: str = "2024-10-10", **changes: Any) -> Row:
    return {
        **merging_samples.evidence(article, published),
        **said(article),
        "visit_id": f"v-{article}",
        "visitor_id": "lloyd-austin",
        "visitor": "Lloyd Austin",
        "visitor_country": "USA",
        "country": "KOR",
        "city": "Seoul",
        "date": "2024-11-12",
        "date_end": "2024-11-12",
        "date_precision": "day",
        "status": "planned",
        "kind": "bilateral",
        **changes,
    }


def event(article: str, published: str = "2024-10-10", **changes: Any) -> Row:
    return {
        **merging_samples.evidence(article, published),
        **said(article),
        "event_id": f"e-{article}",
        "event_type": "CONSULT",
        "quad": 1,
        "score": 4.0,
        "actor_ids": ["IRN"],
        "actor_countries": ["IRN"],
        "recipient_ids": ["RUS"],
        "recipient_countries": ["RUS"],
        "status": "occurred",
        **changes,
    }


Facts = Callable[..., briefing.Facts]


@pytest.fixture
def read(tmp_path: Path) -> Facts:
    """Read rows as a briefing does; `before` is an earlier briefing's facts, `decisions` reviews."""

    def read_rows(
        *rows: Row,
        before: briefing.Facts | None = None,
        decisions: Sequence[Decision] = (),
        also: Sequence[Row] = (),
        rejects: Sequence[Row] = (),
        **window: Any,
    ) -> briefing.Facts:
        earlier = None
        if before is not None:
            record = tmp_path / "20241015T080000Z-abcdef" / "briefing.json"
            record.parent.mkdir(exist_ok=True)
            record.write_text(json.dumps(briefing.make_record(before).content), encoding="utf-8")
            earlier = briefing.read_record(str(record))
        whole = write_tables(rows, also, rejects, decisions)
        return briefing.find_facts(whole, earlier, **window)

    return read_rows


def write_tables(
    rows: Sequence[Row], also: Sequence[Row], rejects: Sequence[Row], decisions: Sequence[Decision]
) -> Mapping[str, pd.DataFrame]:
    ids = {
        "transfer_allegations": "allegation_id",
        "responses": "response_id",
        "visits": "visit_id",
        "events": "event_id",
    }
    coded = {name: [row for row in rows if column in row] for name, column in ids.items()}
    articles = {row["article_id"]: row for row in rows} | {row["article_id"]: row for row in also}
    kept = ("article_id", "outlet", "published", "duplicate_of")
    frames = merging_samples.fill(**coded)
    frames["articles"] = TABLES["articles"].frame(
        [{name: row[name] for name in kept if name in row} for row in articles.values()]
    )
    frames["rejects"] = TABLES["rejects"].frame(list(rejects))
    frames["actors"] = frames["actors"].assign(article_id=pd.Series(dtype="str"))
    return merge(frames, Reviews(tuple(decisions)))


def decide(table: str, row_id: str, decision: str, **more: str) -> Decision:
    given = {"reviewer": "A. Analyst", "date": "2024-10-16", **more}
    return Decision(table=table, row_id=row_id, decision=decision, **given)


def section(told: Told, heading: str) -> list[str]:
    (found,) = [one for one in told.sections if one.heading == heading]
    return [sentence.text for sentence in found.sentences]


def news(facts: briefing.Facts, heading: str) -> list[str]:
    return section(briefing.tell_news(facts), heading)


# What counts as new


def test_with_no_earlier_briefing_everything_is_new_and_it_says_so(read: Facts) -> None:
    facts = read(claim("a"), visit("b"), event("c"))
    assert news(facts, "Compared with")[0] == (
        "There is no earlier briefing to compare with: everything counts as new."
    )
    assert news(facts, "Allegations") == [
        "The United States alleged that a transfer of troops from North Korea to Russia took "
        "place, reported on 10 October 2024; it is neither denied nor confirmed by anybody."
    ]
    assert news(facts, "Journeys") == [
        "Lloyd Austin (United States) is announced to go to South Korea (Seoul) on "
        "12 November 2024 (one independent source)."
    ]
    assert news(facts, "Ties") == [
        "New between Iran and Russia: one event told as fact, cooperation only."
    ]
    headings = [one.heading for one in briefing.tell_news(facts).sections]
    assert "Withdrawn" not in headings
    assert "Answers" not in headings


def test_the_same_tables_have_nothing_new(read: Facts) -> None:
    rows = (claim("a"), response("b"), visit("c"), event("d"))
    facts = read(*rows, before=read(*rows))
    assert news(facts, "Compared with")[0] == (
        "The earlier briefing, published on 15 October 2024 at 08:00 UTC, read articles until "
        "12 October 2024; what it did not tell is new."
    )
    assert [news(facts, head) for head in ("Allegations", "Answers", "Withdrawn")] == [
        ["No new allegation."],
        ["Nobody newly denied or confirmed a known case."],
        ["Nothing told before was withdrawn."],
    ]
    assert news(facts, "Journeys") == ["No visit was announced, held, put off or called off."]
    assert news(facts, "Ties") == ["No tie appeared, switched sign or vanished."]


def test_a_new_claimant_joins_a_known_case_and_an_old_one_claims_again(read: Facts) -> None:
    ukraine = {"claimant_id": "UKR", "claimant": "Ukraine", "claimant_country": "UKR"}
    before = read(claim("a"))
    joined = read(claim("a"), claim("b", "2024-11-01", **ukraine), before=before)
    assert news(joined, "Allegations") == [
        "Ukraine joined those who make claims about the alleged transfer of troops from North "
        "Korea to Russia, reported on 1 November 2024; it is neither denied nor confirmed by anybody."
    ]
    again = read(claim("a"), claim("b", "2024-11-01"), before=before)
    assert news(again, "Allegations")[0].startswith("The United States made further claims about")


def test_a_case_stays_known_when_an_earlier_report_gives_it_another_id(read: Facts) -> None:
    before = read(claim("b", "2024-10-10"))
    facts = read(claim("a", "2024-10-01"), claim("b", "2024-10-10"), before=before)
    assert facts.cases[0].row["case_id"] != before.cases[0].row["case_id"]
    (told,) = news(facts, "Allegations")
    assert told.startswith("The United States made further claims about the alleged transfer")
    moved = read(visit("a", "2024-10-01"), visit("b"), before=read(visit("b")))
    assert news(moved, "Journeys") == ["No visit was announced, held, put off or called off."]


def test_newly_denied_is_who_did_not_deny_before(read: Facts) -> None:
    before = read(claim("a"))
    denied = read(claim("a"), response("b"), before=before)
    assert news(denied, "Answers") == [
        "Dmitry Peskov (Russia) denied the alleged transfer of troops from North Korea to Russia, "
        "reported on 12 October 2024; no earlier briefing said so.",
        "The alleged transfer of troops from North Korea to Russia now stands as disputed, for "
        "Dmitry Peskov (RUS, 2024-10-12) denies it; it stood as alleged.",
    ]
    again = read(claim("a"), response("b"), response("c", "2024-10-20"), before=denied)
    assert news(again, "Answers") == ["Nobody newly denied or confirmed a known case."]
    iran = response("c", by="North Korea", by_country="PRK", stance="confirmed")
    confirmed = read(claim("a"), response("b"), iran, before=denied)
    assert news(confirmed, "Answers")[0].startswith("North Korea confirmed the alleged transfer")


def test_a_new_case_tells_its_denial_once(read: Facts) -> None:
    facts = read(claim("a"), response("b"), before=read(visit("c")))
    assert news(facts, "Allegations")[0].endswith("; it is denied by Dmitry Peskov (Russia).")
    assert news(facts, "Answers") == ["Nobody newly denied or confirmed a known case."]


def test_a_visit_announced_and_then_held_changes_its_status(read: Facts) -> None:
    before = read(visit("a"))
    held = visit("b", "2024-11-13", status="occurred", host="Kim Yong-hyun")
    facts = read(visit("a"), held, before=before)
    assert news(facts, "Journeys") == [
        "Lloyd Austin (United States) is reported to have gone to South Korea (Seoul) on "
        "12 November 2024 and to have met Kim Yong-hyun (2 independent sources); earlier it was "
        "only announced."
    ]
    off = read(visit("a"), visit("b", "2024-11-01", status="cancelled"), before=before)
    assert "is reported to have called off a journey to South Korea" in news(off, "Journeys")[0]


def test_a_tie_that_switched_sign(read: Facts) -> None:
    quarrel = {"event_type": "ACCUSE", "quad": 3, "score": -9.0}
    before = read(event("a"))
    facts = read(event("a"), event("b", **quarrel), before=before)
    assert news(facts, "Ties") == [
        "Between Iran and Russia the balance switched: 2 events told as fact, more conflict than "
        "cooperation."
    ]
    assert news(read(claim("a"), before=before), "Ties") == [
        "Between Iran and Russia no event told as fact is left."
    ]


def test_an_alleged_event_makes_no_tie(read: Facts) -> None:
    facts = read(event("a", status="alleged"))
    assert news(facts, "Ties") == ["No tie appeared, switched sign or vanished."]


# What counts as withdrawn


def test_a_rejected_claim_is_withdrawn_with_who_rejected_it_and_why(read: Facts) -> None:
    rejected = decide("transfer_allegations", "t-a-0", "reject", reason="a joke")
    facts = read(claim("a"), claim("b"), before=read(claim("a"), claim("b")), decisions=[rejected])
    (told,) = briefing.tell_news(facts).sections[3].sentences
    assert told.text == (
        "Withdrawn: the United States alleged that a transfer of troops from North Korea to "
        "Russia took place, published on 10 October 2024; A. Analyst rejected it (“a joke”)."
    )
    assert told.row_ids == ("a",), "the article is what is left to read"


def test_a_claim_that_is_gone_says_whether_its_article_is(read: Facts) -> None:
    before = read(claim("a"), claim("b"))
    by_rule = read(claim("b"), also=[merging_samples.evidence("a", "2024-10-10")], before=before)
    assert news(by_rule, "Withdrawn")[0].endswith("the dictionaries and rules no longer find it.")
    by_input = read(claim("b"), before=before)
    assert news(by_input, "Withdrawn")[0].endswith("its article is no longer among the inputs.")
    assert briefing.tell_news(by_input).sections[3].sentences[0].row_ids == ()


def test_a_claim_coded_anew_from_its_sentence_is_neither_new_nor_withdrawn(read: Facts) -> None:
    before = read(claim("a", start=7))
    anew = claim("a", start=7, allegation_id="t-other", supplier="Pyongyang")
    facts = read(anew, before=before)
    assert news(facts, "Withdrawn") == ["Nothing told before was withdrawn."]
    (told,) = news(facts, "Allegations")
    assert told.startswith("Coded anew from the same sentence: the United States alleged")
    moved = visit("b", visit_id="v-other", date="2024-11-13", date_end="2024-11-13")
    anew = read(moved, before=read(visit("b")))
    assert news(anew, "Withdrawn") == ["Nothing told before was withdrawn."]
    assert news(anew, "Journeys") == [
        "Coded anew from the same sentence: a journey of Lloyd Austin (United States) to South "
        "Korea (Seoul) on 13 November 2024; the earlier briefing told: a journey of Lloyd Austin "
        "(United States) to South Korea (Seoul) on 12 November 2024."
    ]


def test_what_a_reviewer_rejected_is_withdrawn_though_its_sentence_gives_another_claim(
    read: Facts,
) -> None:
    anew = claim("a", allegation_id="t-other", supplier="Pyongyang")
    rejected = decide("transfer_allegations", "t-a-0", "reject")
    facts = read(claim("a"), anew, before=read(claim("a")), decisions=[rejected])
    assert news(facts, "Withdrawn")[0].endswith("A. Analyst rejected it.")
    assert not any("Coded anew" in told for told in news(facts, "Allegations"))


def test_what_is_new_in_an_article_read_before_says_so(read: Facts) -> None:
    before = read(claim("a"), visit("b"))
    drones = claim("a", start=9, kind="arms", category="uav")
    facts = read(claim("a"), drones, visit("b"), before=before)
    assert news(facts, "Allegations")[0].endswith(
        "read before, by changed dictionaries or reviews."
    )
    other = claim("c", kind="arms", category="uav")
    assert news(read(claim("a"), other, before=before), "Allegations")[0].endswith("by anybody.")


def test_what_reviewers_decided_since_is_told_and_what_they_took_back(read: Facts) -> None:
    rows = (claim("a"), claim("b"), claim("c"))
    decisions = [
        decide("transfer_allegations", "t-a-0", "accept"),
        decide("transfer_allegations", "t-b-0", "reject"),
        decide("cases", "t-c-0", "split"),
    ]
    facts = read(*rows, before=read(*rows), decisions=decisions)
    told = "Since then reviewers accepted one row, rejected one row and split off one claim from "
    assert news(facts, "Compared with")[1] == f"{told}its case."
    back = read(*rows, before=facts, decisions=decisions[:1])
    assert news(back, "Compared with")[1] == "Since then reviewers took back 2 decisions."


def test_how_a_case_stands_is_read_at_the_end_of_the_window(read: Facts) -> None:
    japan = {"claimant_id": "JPN", "claimant": "Japan", "claimant_country": "JPN"}
    rows = (
        claim("a", "2024-10-01"),
        claim("b", "2024-10-10", **japan),
        response("c", "2024-11-01"),
        visit("d", "2024-10-05", date="2024-10-20", date_end="2024-10-20"),
        visit("e", "2024-10-21", status="occurred", date="2024-10-20", date_end="2024-10-20"),
    )
    (case,) = read(*rows, until="2024-10-15").cases
    assert (case.row["standing"], case.row["sources"]) == ("corroborated", 2)
    (later,) = read(*rows, since="2024-10-08", until="2024-11-30").cases
    assert (later.row["standing"], later.row["sources"]) == ("disputed", 2)
    assert list(later.row["claimants"]) == ["United States", "Japan"]
    assert len(later.claims) == 1, "what lies before the window is not told"
    assert later.row["case_id"] == case.row["case_id"]
    status = [read(*rows, until=day).journeys[0].row["status"] for day in ("2024-10-15", "")]
    assert status == ["planned", "occurred"]


def test_a_denial_or_journey_that_is_gone_is_withdrawn(read: Facts) -> None:
    before = read(claim("a"), response("b"), visit("c"))
    assert news(read(claim("a"), before=before), "Withdrawn") == [
        "Withdrawn: that Dmitry Peskov denied the alleged transfer of troops from North Korea to "
        "Russia; its article is no longer among the inputs.",
        "Withdrawn: a journey of Lloyd Austin (United States) to South Korea (Seoul) on "
        "12 November 2024; its article is no longer among the inputs.",
    ]


def test_a_narrower_window_withdraws_nothing(read: Facts) -> None:
    rows = (claim("a"), claim("b", "2024-11-01"), visit("c"), event("d"), response("e"))
    facts = read(*rows, before=read(*rows), until="2024-10-01")
    assert news(facts, "Withdrawn") == ["Nothing told before was withdrawn."]
    assert news(facts, "Ties") == ["No tie appeared, switched sign or vanished."]


def test_what_lay_after_the_window_of_the_earlier_briefing_is_new(read: Facts) -> None:
    rows = (claim("a"), claim("b", "2024-11-01"))
    facts = read(*rows, before=read(*rows, until="2024-10-31"))
    assert news(facts, "Allegations")[0].startswith("The United States made further claims")


# How it is told


def test_a_ledger_tells_claims_before_answers_and_never_as_fact(read: Facts) -> None:
    nis = {"claimant_id": "nis", "claimant": "Spy agency", "claimant_country": "KOR"}
    facts = read(
        response("c"),
        claim("b", "2024-10-12", quantity_low=10_000, quantity_high=12_000, unit="soldiers", **nis),
        claim("a", claimant="Daily a", claimant_id="", claimant_country=""),
        claim("d", "2024-10-20", nature="planned"),
    )
    assert section(briefing.tell_cases(facts), "Troops from North Korea to Russia") == [
        "This alleged transfer is disputed: it is claimed by Daily a, Spy agency (South Korea) "
        "and the United States; it is denied by Dmitry Peskov (Russia).",
        "On 10 October 2024 Daily a wrote, naming nobody else, that the transfer took place.",
        "In a report of 12 October 2024 Spy agency (South Korea) alleged that the transfer took "
        "place, naming 10,000–12,000 soldiers.",
        "In a report of 12 October 2024 Dmitry Peskov (Russia) denied it.",
        "In a report of 20 October 2024 the United States said that the transfer was planned.",
        "No claim says how likely it is.",
        "Confidence in this record of who says what is moderate: 3 independent sources, none of "
        "its rows reviewed.",
    ]


def test_those_who_say_the_same_on_one_day_share_a_sentence(read: Facts) -> None:
    japan = {"claimant_id": "JPN", "claimant": "Japan", "claimant_country": "JPN"}
    facts = read(claim("a", act="accuse"), claim("a", start=9, act="accuse", **japan))
    (told,) = section(briefing.tell_cases(facts), "Troops from North Korea to Russia")[1:-2]
    assert told == (
        "In a report of 10 October 2024 the United States and Japan made the accusation that the "
        "transfer took place."
    )


def test_one_verb_tells_a_warning_a_request_and_a_promise(read: Facts) -> None:
    acts = {"warn": "alleged", "request": "requested", "promise": "announced"}
    facts = read(*(claim(act, act=act, nature=nature) for act, nature in acts.items()))
    told = section(briefing.tell_cases(facts), "Troops from North Korea to Russia")[1:-2]
    assert [
        one.removeprefix("In a report of 10 October 2024 the United States ") for one in told
    ] == [
        "promised the transfer.",
        "asked for the transfer.",
        "warned of the transfer.",
    ]


def test_a_long_ledger_keeps_its_beginning_and_its_end(read: Facts) -> None:
    claims = [
        claim(f"a{day}", f"2024-10-{day:02}", claimant=f"State {day}", claimant_id=f"s{day}")
        for day in range(1, 11)
    ]
    told = briefing.tell_cases(read(*claims), top=2).sections[0].sentences[1:-2]
    assert [one.text.split(" State")[0] for one in told] == [
        "In a report of 1 October 2024",
        "In between the ledger has 7 more entries.",
        "In a report of 9 October 2024",
        "In a report of 10 October 2024",
    ]
    assert len(told[1].row_ids) == 7


def test_a_transfer_only_asked_for_is_not_told_as_one(read: Facts) -> None:
    facts = read(claim("a", nature="requested"))
    assert section(briefing.tell_cases(facts), "Troops from North Korea to Russia")[0] == (
        "That this transfer had been asked for, not that it took place, is claimed by the United "
        "States; it is neither denied nor confirmed by anybody."
    )


def test_cases_of_most_sources_come_first_and_like_headings_are_told_apart(read: Facts) -> None:
    facts = read(
        claim("a", "2024-01-10"),
        claim("b", "2024-10-10", category="ammunition", kind="arms"),
        claim("c", "2024-10-11", category="ammunition", kind="arms"),
        claim("d", "2024-10-12"),
    )
    assert [one.heading for one in briefing.tell_cases(facts).sections] == [
        "Ammunition from North Korea to Russia",
        "Troops from North Korea to Russia",
        "Troops from North Korea to Russia, told on 10 January 2024",
    ]


def test_likelihood_is_the_claimants_own_in_the_terms_of_icd_203(read: Facts) -> None:
    hedged = {"likelihood": "probably", "likelihood_low": 55.0, "likelihood_high": 80.0}
    vague = {"likelihood": "reportedly", "likelihood_low": 0.0, "likelihood_high": 100.0}
    told = briefing.tell_cases(read(claim("a", **hedged), claim("b", **vague))).sections[0]
    assert told.sentences[-2].text == (
        "The United States words it “probably”, likely (55 to 80 percent); the United States words "
        "it “reportedly”, which leaves every likelihood open."
    )


@pytest.mark.parametrize(
    ("low", "high", "term"),
    [
        (55, 80, "likely"),
        (95, 99, "almost certain"),
        (20, 80, "unlikely to likely"),
        (1, 20, "almost no chance to very unlikely"),
        (0, 100, ""),
    ],
)
def test_a_range_of_percent_has_the_terms_it_reaches_into(low: int, high: int, term: str) -> None:
    assert name_likelihood(low, high) == term


@given(st.floats(0, 99), st.floats(0.5, 100))
def test_any_range_has_a_term_or_says_nothing(low: float, width: float) -> None:
    high = min(100.0, low + width)
    assert isinstance(name_likelihood(low, high), str)
    with pytest.raises(ValueError, match="no range"):
        name_likelihood(high, low)


def by_agencies(articles: Iterable[str]) -> list[Row]:
    """Claims of several agencies: articles that cite one of them would be one source."""
    return [claim(article, claimant_id=f"agency-{article}") for article in articles]


CONFIDENCE = [
    (("a",), "low: one independent source, none of its rows reviewed"),
    (("a", "b"), "moderate: 2 independent sources, none of its rows reviewed"),
    (("a", "b", "c"), "moderate: 3 independent sources, none of its rows reviewed"),
]


@pytest.mark.parametrize(("articles", "told"), CONFIDENCE)
def test_confidence_is_in_the_record_and_follows_from_its_sources(
    read: Facts, articles: tuple[str, ...], told: str
) -> None:
    sentences = briefing.tell_cases(read(*by_agencies(articles))).sections[0].sentences
    assert sentences[-1].text == f"Confidence in this record of who says what is {told}."


def test_confidence_is_high_only_where_somebody_looked(read: Facts) -> None:
    accepted = decide("transfer_allegations", "t-a-0", "accept")
    facts = read(*by_agencies("abc"), decisions=[accepted])
    assert (
        briefing.tell_cases(facts)
        .sections[0]
        .sentences[-1]
        .text.endswith("is high: 3 independent sources, 1 of its 3 rows reviewed.")
    )


@pytest.fixture(scope="module")
def facts(extracted: dict[str, pd.DataFrame]) -> briefing.Facts:
    """The facts of the sample corpus."""
    return briefing.find_facts(extracted)


def test_likelihood_and_confidence_never_share_a_sentence(facts: briefing.Facts) -> None:
    terms = ("likely", "chance", "certain", "likelihood")
    for told in every_part(facts):
        for sentence in (one.text for part in told.sections for one in part.sentences):
            assert not ("onfidence" in sentence and any(term in sentence for term in terms))


def test_no_sentence_tells_an_allegation_as_fact(facts: briefing.Facts) -> None:
    attributed = ("alleged", " that ", "claim", "denied", "confirmed", "Coded anew", "promised")
    for told in (briefing.tell_news(facts, top=999), briefing.tell_cases(facts, top=999)):
        for part in told.sections:
            for sentence in part.sentences:
                if "transfer" in sentence.text:
                    assert any(word in sentence.text for word in attributed), sentence.text


def test_every_sentence_about_rows_leads_to_rows_that_are_handed_over(
    facts: briefing.Facts,
) -> None:
    payload = reports.finish(**facts.evidence).payload
    known = payload["rows"].keys() | payload["articles"].keys()
    for told in every_part(facts):
        for part in told.sections:
            assert part.row_ids <= known
    for told in (briefing.tell_cases(facts), briefing.tell_outlook(facts)):
        bare = [s.text for part in told.sections for s in part.sentences if not s.row_ids]
        assert all(text.startswith("No ") for text in bare), bare


def test_any_order_of_rows_gives_the_same_briefing(read: Facts) -> None:
    rows = [claim("a"), claim("b", act="accuse"), response("c"), visit("d"), event("e"), claim("f")]
    one, other = (list(map(str, every_part(read(*order)))) for order in (rows, rows[::-1]))
    assert one == other


def every_part(facts: briefing.Facts) -> Iterator[Told]:
    yield briefing.tell_news(facts)
    yield briefing.tell_cases(facts)
    yield briefing.tell_outlook(facts)
    yield briefing.tell_gaps(facts)


def test_of_many_sentences_the_rest_is_counted_and_still_leads_to_its_rows(read: Facts) -> None:
    visits = [visit(f"a{n}", visitor_id=f"p{n}", visitor=f"Visitor {n}") for n in range(6)]
    told = briefing.tell_news(read(*visits), top=3).sections[2].sentences
    assert (len(told), told[-1].text) == (4, "And 3 more of this kind.")
    assert len(told[-1].row_ids) == 3


# What to watch, and what is not known


def test_what_lies_ahead_is_measured_from_the_latest_article_never_from_today(read: Facts) -> None:
    ahead = visit("a")
    assert section(briefing.tell_outlook(read(ahead)), "Ahead") == [
        "A visit of Lloyd Austin (United States) to South Korea (Seoul) on 12 November 2024 is "
        "announced (reported on 10 October 2024)."
    ]
    passed = read(ahead, claim("b", "2024-11-20"))
    assert section(briefing.tell_outlook(passed), "Ahead") == [
        "No announced visit lies ahead of 20 November 2024."
    ]
    assert section(briefing.tell_outlook(passed), "Announced, not yet reported as held")[0] == (
        "A visit of Lloyd Austin (United States) to South Korea (Seoul) on 12 November 2024 was "
        "announced (reported on 10 October 2024); no article says that it was held."
    )


@pytest.mark.parametrize(
    ("changes", "latest", "told"),
    [
        ({"date": "", "date_end": "", "date_precision": "unresolved"}, "2024-10-20", "announced without a date"),
        ({"status": "postponed"}, "2024-10-20", "is postponed"),
        ({"date": "2024-11", "date_end": "2024-11", "date_precision": "month"}, "2024-11-15", "in November 2024"),
        ({"date": "", "date_end": "", "date_precision": "unresolved"}, "2025-02-20", "No announced visit"),
        ({"status": "cancelled"}, "2024-10-20", "No announced visit"),
        ({"status": "occurred"}, "2024-10-20", "No announced visit"),
    ],
)  # fmt: skip
def test_an_announcement_is_watched_until_its_last_day(
    read: Facts, changes: Row, latest: str, told: str
) -> None:
    facts = read(visit("a", **changes), claim("b", latest))
    assert told in section(briefing.tell_outlook(facts), "Ahead")[0]


def test_gaps_tell_what_was_not_read_and_not_looked_at(read: Facts) -> None:
    undated = merging_samples.evidence("u", "")
    copied = merging_samples.evidence("k", "2024-10-10") | {"duplicate_of": "a"}
    refused = {"source_path": "x.pdf", "reason": "binary", "detail": "A PDF."}
    drones = claim("b", "2025-03-01", kind="arms", category="uav")
    facts = read(claim("a"), drones, also=[undated, copied], rejects=[refused])
    told = briefing.tell_gaps(facts)
    assert section(told, "Articles") == [
        "The latest article is of 1 March 2025; nothing later was read.",
        "One article is without a date, left out of every window of time.",
        "One input is refused: binary (1).",
        "One near-identical copy is left out of every count of sources.",
    ]
    assert section(told, "Silences") == [
        "Nothing from Daily a was read after 10 October 2024, 142 days before the latest article.",
        "Nothing from Daily k was read after 10 October 2024, 142 days before the latest article.",
        "No article at all was read from 11 October 2024 to 28 February 2025.",
    ]
    assert section(told, "Unanswered and unreviewed") == [
        "2 alleged transfers are neither denied nor confirmed by anybody, of 2 told.",
        "None of the 2 coded rows was reviewed by a person.",
    ]


def test_the_unreviewed_share_counts_accepted_and_rejected_rows(read: Facts) -> None:
    decisions = [
        decide("transfer_allegations", "t-a-0", "accept"),
        decide("transfer_allegations", "t-b-0", "reject"),
    ]
    facts = read(claim("a"), claim("b"), claim("c"), claim("d"), decisions=decisions)
    assert section(briefing.tell_gaps(facts), "Unanswered and unreviewed")[1:] == [
        "A person reviewed 1 of 3 coded rows; 67 percent are the coder's proposals.",
        "One row is rejected and left out.",
    ]


def test_with_nothing_to_say_it_says_that(read: Facts) -> None:
    facts = read()
    told = {
        part.heading: [s.text for s in part.sentences]
        for one in every_part(facts)
        for part in one.sections
    }
    assert told["Allegations"] == ["No new allegation."]
    assert told["No case"] == ["Nobody alleges a transfer in this selection."]
    assert told["Ahead"] == ["No announced visit lies ahead."]
    assert told["Articles"] == ["No dated article lies in this selection."]
    assert told["Unanswered and unreviewed"] == ["No row was coded."]
    assert reports.finish(**facts.evidence).payload["rows"] == {}


# Words


@pytest.mark.parametrize(
    ("date", "end", "precision", "written"),
    [
        ("2024-11-12", "2024-11-12", "day", "on 12 November 2024"),
        ("2024-06-18", "2024-06-20", "day", "from 18 to 20 June 2024"),
        ("2024-05-30", "2024-06-02", "day", "from 30 May to 2 June 2024"),
        ("2023-12-31", "2024-01-01", "day", "from 31 December 2023 to 1 January 2024"),
        ("2024-07", "2024-07", "month", "in July 2024"),
        ("2024", "2024", "year", "in 2024"),
        ("2023-07-11", "2023-07-20", "week", "between 11 and 20 July 2023"),
        ("", "", "unresolved", ""),
    ],
)
def test_dates_are_written_out(date: str, end: str, precision: str, written: str) -> None:
    assert wording.write_period(date, end, precision) == written


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (list("ABCDEF"), "A, B, C and 3 others"),
    ],
)
def test_names_are_joined(names: list[str], joined: str) -> None:
    assert wording.join(names) == joined


@pytest.mark.parametrize(
    ("name", "country", "kind", "written"),
    [
        ("John Kirby", "USA", "person", "John Kirby (United States)"),
        ("United States", "USA", "state", "the United States"),
        ("", "ARE", "", "the United Arab Emirates"),
        ("", "", "", "somebody unnamed"),
        ("State Department", "USA", "agency", "the State Department (United States)"),
        ("South Korea's spy agency", "KOR", "agency", "South Korea's spy agency"),
        ("Reuters", "GBR", "media", "Reuters"),
        ("NATO", "IGO", "igo", "NATO"),
        ("European Union", "IGO", "igo", "the European Union"),
        ("military official", "KOR", "person", "a military official (South Korea)"),
        ("military intelligence", "KOR", "", "military intelligence (South Korea)"),
        ("region's press service", "RUS", "agency", "the region's press service (Russia)"),
        ("sources", "", "group", "sources"),
    ],
)
def test_actors_go_by_name_and_state(name: str, country: str, kind: str, written: str) -> None:
    row = {"by": name, "by_country": country, "by_id": "x"}
    assert wording.name_actor(row, "by", {"x": kind}) == written


def test_every_item_class_and_kind_of_transfer_has_a_name() -> None:
    for category in CATEGORIES:
        for kind in TRANSFER_KINDS:
            assert wording.name_goods({"category": category, "kind": kind})


# The record, and the run it is compared with


@pytest.mark.parametrize("content", ["", "{}", '{"format": 99}', "[1]"])
def test_a_file_that_is_no_record_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "briefing.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReportError, match="not the record of a briefing"):
        briefing.read_record(str(path))
    with pytest.raises(ReportError, match="not the record"):
        briefing.read_record(str(tmp_path / "missing.json"))


def test_none_compares_with_nothing() -> None:
    assert briefing.read_record("") is None
    assert briefing.read_record("none") is None


@pytest.fixture(scope="module")
def published(extracted: dict[str, pd.DataFrame], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The briefing of the sample corpus, published twice: the folder of reports, and both runs."""
    folder = tmp_path_factory.mktemp("briefing")
    tables.save(extracted, folder / "tables", provenance={})
    render = {"notebooks": NOTEBOOKS, "folder": folder / "reports"}
    parameters = {"tables": str(folder / "tables")}
    both = [by_hand.render(["0-briefing"], parameters, **render)[0] for _ in range(2)]
    assert [run.reason for run in both] == ["", ""]
    return folder / "reports", both


def compare_with(published: Any, **asked: Any) -> str:
    """Which record a run of the briefing with these parameters would be compared with."""
    folder, (first, _) = published
    parameters = first.parameters | {"since_run": ""} | asked
    return str(resolve_since("0-briefing", "0-briefing", parameters, folder, ROOT)["since_run"])


def test_a_published_briefing_is_what_the_next_is_compared_with(published: Any) -> None:
    _, (first, second) = published
    assert first.parameters["since_run"] == "none"
    assert second.parameters["since_run"] == str(first.folder / "briefing.json")
    page = (second.folder / "0-briefing.html").read_text(encoding="utf-8")
    assert "No new allegation." in page
    assert "everything counts as new" in (first.folder / "0-briefing.html").read_text(
        encoding="utf-8"
    )
    same = [(run.folder / "briefing.json").read_bytes() for run in (first, second)]
    assert same[0] == same[1]


def test_a_run_of_another_scope_is_not_compared_with(published: Any) -> None:
    _, (_, second) = published
    latest = str(second.folder / "briefing.json")
    assert compare_with(published) == latest
    assert compare_with(published, until="2024-06-30", top=3) == latest
    assert compare_with(published, actors=["IRN"]) == "none"
    assert compare_with(published, since="2024-01-01") == "none"


def test_a_run_can_be_named(published: Any) -> None:
    _, (first, _) = published
    named = compare_with(published, since_run=first.folder.name)
    assert named == str(first.folder / "briefing.json")
    assert compare_with(published, since_run="none") == "none"
    with pytest.raises(ParameterError, match="gone is no run that left a"):
        compare_with(published, since_run="gone")


def test_the_list_of_reports_leads_to_the_briefing(published: Any) -> None:
    assert "0-briefing.html" in (published[0] / "index.html").read_text(encoding="utf-8")


# On the page

TOLD = """\
reports.Told([reports.Section("Told " + HOSTILE, (
    reports.Sentence("Hentzau arrived. " + HOSTILE, ("v0", "v1")),
    reports.Sentence("Nobody else did."),
))])"""


def test_a_sentence_whose_rows_are_not_handed_over_is_refused() -> None:
    told = Section("Told", (Sentence("Hentzau arrived.", ("v0", "gone")),))
    handed_over = {"rows": {"v0": {}}, "articles": {}}
    with pytest.raises(gate.RefusalError, match="of its row ids have no sentence, such as gone"):
        gate.check_sentences([told], handed_over)


def test_in_jupyterlab_sentences_are_a_list_of_escaped_text() -> None:
    told = Told([Section("<b>", (Sentence("<script>"),))])
    shown = told._repr_mimebundle_()
    assert shown["text/html"] == "<h4>&lt;b&gt;</h4><ul><li>&lt;script&gt;</li></ul>"
    assert shown["text/plain"] == "<b>\n- <script>"


def test_hostile_words_stay_words_and_a_page_without_charts_is_alive(
    browser: Browser, tmp_path: Path
) -> None:
    samples.write_notebook(tmp_path / "n" / "0-x.ipynb", [samples.TABLES, TOLD, samples.FINISH])
    (run,) = by_hand.render(notebooks=tmp_path / "n", folder=tmp_path / "r")
    assert run.page, run.reason
    with browser.open(run.page) as page:
        items = page.page.locator(".told li")
        assert samples.HOSTILE in items.first.inner_text()
        assert page.page.title() != "owned"
        items.first.click()
        assert page.read_panel().row_ids == ("v0", "v1")
        assert page.read_panel().heading == f"Told {samples.HOSTILE}"
        page.close_panel()
        assert items.nth(1).locator("button").count() == 0
        assert (page.requests, page.console) == ([], [])


def test_a_sentence_opens_its_evidence_by_mouse_and_by_keyboard(
    browser: Browser, published: Any
) -> None:
    with browser.open(published[0] / "0-briefing.html") as page:
        sentence = page.page.locator(".told li", has_text="alleged transfer is disputed").first
        ids = tuple(sentence.get_attribute("data-rows").split(";"))
        sentence.click(position={"x": 30, "y": 12})
        assert set(page.read_panel().row_ids) == set(ids)
        page.close_panel()
        # The focus is back where it was, and a key opens it again.
        page.press("Enter")
        assert page.is_panel_open()
        assert page.read_panel().tally.startswith(f"{len(ids)} sentences from")
        page.close_panel()
        assert (page.requests, page.console) == ([], [])


def test_a_briefing_fits_a_phone_and_is_small_enough_to_send(
    browser: Browser, published: Any
) -> None:
    page = published[0] / "0-briefing.html"
    assert page.stat().st_size < 1_000_000
    with browser.open(page, width=390) as opened:
        assert opened.overflow() == []


def test_what_is_kept_of_a_briefing_does_not_depend_on_the_facts_being_read_again(
    read: Facts,
) -> None:
    facts = read(claim("a"), response("b"), visit("c"), event("d"))
    content = briefing.make_record(facts).content
    assert json.loads(json.dumps(content)) == content
    assert copy.deepcopy(content) == briefing.make_record(facts).content
