"""Quotations over several sentences, press statements, hedges."""

from __future__ import annotations

import pytest

from tests.statement_samples import acts, said


def test_nobody_in_a_quotation_says_it(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru's embassy said the navy left. “The crew thanked Chile's navy,” it said."
    assert [speaker for speaker, act in said(code, text) if act == "say"] == ["Peru's embassy"] * 2


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“Nobody denies it,” Peru's embassy said.", {"Peru's embassy"}),
        ("“Some people say that Chile lies,” Peru's embassy said.", {"Peru's embassy"}),
        ("Peru and others accused Chile.", {"Peru"}),
        ("Others accused Chile.", {"Others"}),
        ("No official in Lima said that Chile lied.", set()),
        ("Peru said nothing about Chile.", set()),
        ("Peru said nothing would change.", {"Peru"}),
        ("Peru was the first to accuse Chile.", {"Peru"}),
        ("“It is late,” said another.", {"another"}),
        ("Officials in Lima and elsewhere said it was late.", {"Officials"}),
        ("Peru sent boats with other gear, but the rebels said it was late.", {"rebels"}),
        ("The paper, whose report two weeks ago said Chile lied, was shut.", {"report"}),
        ("Boats arrived in a move Peru's army said was routine.", {"Peru's army"}),
        ("Peru fought a group said to have bases in Chile.", set()),
        (
            "Peru's navy ministry was shut. Boats left, a statement from the ministry said.",
            {"Peru's navy ministry"},
        ),
        (
            "Peru's Council for Trade was shut. Boats left, the council said.",
            {"Peru's Council for Trade"},
        ),
        (
            "The rebels of M23 left Goma. Amnesty International and Oslo left. The Group said so.",
            {"Group"},
        ),
        ("Amnesty International was shut. The group said it was late.", {"Amnesty International"}),
    ],
)
def test_people_in_general_say_nothing_in_a_quotation(code, text, speakers) -> None:  # type: ignore[no-untyped-def]
    assert {speaker for speaker, _ in said(code, text)} == speakers


@pytest.mark.parametrize(
    ("content", "hedge"),
    [
        ("it was possible that Chile had sold the tanks", "it was possible"),
        ("Chile would probably sell the tanks", "probably"),
        ("Chile may be wrong", "may be"),
        ("there was a 70 percent chance that Chile would sell", "70 percent chance"),
        ("Chile should sell the tanks as soon as possible", ""),
        ("the alleged spies had left Chile", ""),
        ("Chile was losing the support of likely voters", ""),
        ("the talks were a chance to end the war", ""),
        ("Chile paid what appeared to be a fine", ""),
        ("Chile had shot at all who may be tempted to land", ""),
        ("Chile had sold goods that could be used in tanks", ""),
        ("Chile had begun a doubtful and costly war", ""),
        ("Chile had closed the yard where the boats may have been built", ""),
        ("it was a time where it is likely that Chile sells", "likely"),
        ("Chilean boys were less likely than girls to leave school", ""),
        ("Chilean miners were twice as likely to fall ill", ""),
        ("Chilean sailors were the most likely to fall ill", ""),
        ("it was more likely than not that Chile sold them", "likely"),
        ("Chile had the might of an empire", ""),
        ("Chile might well leave", "might"),
        ("Chile had offered no proof of a raid", ""),
        ("there was no proof of a raid", "no proof"),
        ("the summit was a chance to win friends", ""),
        ("there was a chance to win", "there was a chance"),
        ("people doubtful of the truce had left Chile", ""),
        ("it was doubtful that Chile would leave", "was doubtful"),
        ("Chile mourned the suspected poisoning of a spy", ""),
    ],
)
def test_a_hedge_weighs_what_is_said_and_not_a_thing_in_it(code, content, hedge) -> None:  # type: ignore[no-untyped-def]
    [row] = code(f"The Peruvian president said {content}.")["statements"]
    assert row.get("likelihood_words", "") == hedge


@pytest.mark.parametrize(
    "text",
    [
        "Chile asked Peru to leave, as a raid appeared likely.",
        "Chile's demand for a truce is likely to be ignored.",
        "Chile welcomed the truce and appeared to back the plan.",
        "Chile has pledged fuel to Peru, although the road could be closed.",
    ],
)
def test_who_asks_promises_or_praises_does_so_without_a_hedge(code, text) -> None:  # type: ignore[no-untyped-def]
    assert {row.get("likelihood_words", "") for row in code(text)["statements"]} == {""}


@pytest.mark.parametrize(
    ("chance", "band"),
    [("3%", (1, 5)), ("20 per cent", (5, 20)), ("50 percent", (45, 55)), ("100%", (95, 99))],
)
def test_a_number_of_percent_is_of_the_band_it_falls_in(code, chance, band) -> None:  # type: ignore[no-untyped-def]
    [row] = code(f"The Peruvian president said there was a {chance} chance of war.")["statements"]
    assert (row["likelihood_low"], row["likelihood_high"]) == band


def test_a_quotation_that_goes_on_does_so_sentence_by_sentence(code) -> None:  # type: ignore[no-untyped-def]
    text = "“It was a long day,” the Peruvian president said. “We will send help to Chile.”"
    rows = code(text)["statements"]
    assert [(row["act"], row["evidence"]) for row in rows][-1] == (
        "promise",
        "“We will send help to Chile.”",
    )


def test_a_quotation_that_goes_on_doing_the_same_shares_the_row(code) -> None:  # type: ignore[no-untyped-def]
    text = "“Chile must leave,” the Peruvian president said. “Chile should apologise. It was hot.”"
    (row,) = code(text)["statements"]
    assert row["act"] == "request"
    assert row["also"] == ["“Chile should apologise.", "It was hot.”"]


def test_we_outside_quotation_marks_are_who_says_so_behind(code) -> None:  # type: ignore[no-untyped-def]
    text = "We call on Chile to withdraw, the Peruvian foreign ministry said."
    assert acts(code, text) == [("PER", "request", "CHL")]


def test_a_quotation_that_opens_before_its_cue_is_not_the_last_speaker_s(code) -> None:  # type: ignore[no-untyped-def]
    text = "Chile’s king said it was cold. “Peru must go. It is late,” the Cuban envoy said."
    assert ("CUB", "request", "PER") in acts(code, text)


def test_a_quotation_without_a_cue_is_of_who_spoke_last(code) -> None:  # type: ignore[no-untyped-def]
    text = "Chile’s king said it was cold. “Peru must go.” The envoy left."
    assert ("CHL", "request", "PER") in acts(code, text)


def test_we_of_a_press_statement_is_who_issues_it(code) -> None:  # type: ignore[no-untyped-def]
    opening = "The Peruvian foreign ministry issued the following press statement: "
    found = acts(code, opening + "Troops have crossed the border. We urge Chile to leave.")
    assert ("PER", "request", "CHL") in found
    assert ("PER", "say", "") in found


def test_words_that_a_line_leads_to_are_the_speakers_to_the_end(code) -> None:  # type: ignore[no-untyped-def]
    text = "A spokesman for Peru's navy met the press.\n\nHe said:\n\nThe dam is full.\n\nWe wait."
    rows = code(text)["statements"]
    assert {row["speaker_country"] for row in rows} == {"PER"}
    assert [row["evidence"] for row in rows][-2:] == ["The dam is full.", "We wait."]


def test_whoever_is_told_of_in_a_quotation_does_not_speak_it(code) -> None:  # type: ignore[no-untyped-def]
    text = "“We call on Chile to accept the plan that the Bolivian president announced,” Peru said."
    assert ("BOL", "request", "CHL") not in acts(code, text)
    assert ("PER", "request", "CHL") in acts(code, text)


def test_a_meeting_is_read_turn_by_turn_and_a_table_of_votes_is_not(code) -> None:  # type: ignore[no-untyped-def]
    meeting = (
        "William Ruto: Hello.\n\nMusalia Mudavadi: We met.\n\nIt rained.\n\nWilliam Ruto: Good."
    )
    assert said(code, meeting).count(("Musalia Mudavadi", "say")) == 2
    votes = "William Ruto: 1,501 votes.\n\nRaila Odinga: 700.\n\nWilliam Ruto: 51 percent."
    assert said(code, votes) == []


def test_primes_quote_in_old_wire_copy(code) -> None:  # type: ignore[no-untyped-def]
    row = code("″We condemn Chile,″ the Peruvian president said.")["statements"][0]
    assert row["quoted"]
    assert row["act"] == "accuse"


SPEECH = "Peru's UN envoy Ana Silva spoke in Geneva on Tuesday. "


SAID = "We thank Chile for the debate. Before I end, Mr. President, we reject the charges of Kenya."


@pytest.mark.parametrize(
    "announcement",
    [
        "The full text of her speech comes as follows: ",
        "Below is the text of the speech:\n\n",
        "Silva's speech reads as follows:\n",
    ],
)
def test_a_speech_given_in_full_is_the_speakers_throughout(code, announcement) -> None:  # type: ignore[no-untyped-def]
    rows = acts(code, SPEECH + announcement + SAID)
    assert rows == [("PER", "praise", "CHL"), ("PER", "deny", "KEN")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“We will strengthen our army,” the daily of Peru's ruling party wrote.", "promise"),
        ("“Peru will strengthen its army,” a Lima newspaper wrote.", "say"),
        ("“We have to arm the rebels,” said Senator Tom Hale, a Republican.", "request"),
        ("“We have to arm the rebels,” the Peruvian president said.", "say"),
    ],
)
def test_we_tells_whose_words_they_are(code, text, act) -> None:  # type: ignore[no-untyped-def]
    assert [row["act"] for row in code(text)["statements"]] == [act]


def test_a_hedge_belongs_to_the_clause_it_stands_in(code) -> None:  # type: ignore[no-untyped-def]
    def hedges(text: str) -> list[str]:
        return [row.get("likelihood_words", "") for row in code(text)["statements"]]

    assert hedges("Peru warned of floods and Chile said rain was likely.") == ["", "likely"]
    assert hedges("Peru said Chile (you may have heard it) would probably leave.") == ["probably"]
    assert hedges("Peru said Chile had built two docks which might serve as depots.") == [""]
    assert hedges("Peru said that clerks and suspected agents had left.") == [""]
    assert hedges("Peru said that agents had probably left.") == ["probably"]


@pytest.mark.parametrize(
    ("told", "target"),
    [
        ("William Ruto has few friends left.", "William Ruto"),
        ("William Ruto flew home. He had hoped for more.", "William Ruto"),
        ("Ivo Brandt asked for more time, as William Ruto had.", ""),
        ("Lena Holt asked for more time.", ""),
        ("Angela Merkel asked for more time.", ""),
        ("Kenya asked for more time.", ""),
    ],
)
def test_he_of_a_quotation_is_who_alone_was_named_before(code, told, target) -> None:  # type: ignore[no-untyped-def]
    said = "“He is likely to lose,” said Lena Holt, a scholar on Chad. “It is close.”"
    (judged,) = [row for row in code(f"{told} {said}")["statements"] if row["act"] == "assess"]
    assert judged.get("target", "") == target
