"""Sentences, quotations and offsets of news prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import read_text


def split(text: str) -> list[str]:
    return [text[s.char_start : s.char_end] for s in read_text(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Petrov met U.S. officials in Oslo.",
        "Some 1,500 shells arrived on Jan. 5 near the U.N. base.",
        "The talks, held at 9 a.m. in Lagos, ended early.",
        "He met Lt. Col. Ortiz of the 3rd Corps.",
        "The envoy, R.T. Holm, and Maj.-Gen. Ortiz met in Lagos.",
        "It was the No. 2 of the army who signed E.O. 1472 there.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(text: str) -> None:
    assert split(text) == [text]


def test_a_month_cut_short_stands_before_its_day() -> None:
    assert split("He met Dong Jun. Ruto left.") == ["He met Dong Jun.", "Ruto left."]


def test_an_abbreviation_ends_a_sentence_before_an_opening_word() -> None:
    assert split("It flew to the U.S. Mr. Ruto left.") == ["It flew to the U.S.", "Mr. Ruto left."]
    assert split("They flew to the U.S. The visit was short.") == [
        "They flew to the U.S.",
        "The visit was short.",
    ]
    assert split("She wrote it on X. In Lagos, few read it.") == [
        "She wrote it on X.",
        "In Lagos, few read it.",
    ]
    assert split("The answer was no. 40 ships left.") == ["The answer was no.", "40 ships left."]


@pytest.mark.parametrize("space", [" ", "  ", "\u00a0", " \u00a0"])
def test_more_than_one_space_may_stand_between_sentences(space: str) -> None:
    assert split(f"He left.{space}She stayed.") == ["He left.", "She stayed."]


def test_closing_quotation_marks_stay_with_their_sentence() -> None:
    assert split("“We will go.” He left.") == ["“We will go.”", "He left."]
    assert split('"It is late." She agreed.') == ['"It is late."', "She agreed."]


def test_a_blank_line_ends_a_sentence_without_a_full_stop() -> None:
    assert split("A photo of the bridge\n\nThe bridge is shut.") == [
        "A photo of the bridge",
        "The bridge is shut.",
    ]


def test_hard_wrapped_copy_is_not_cut_at_its_lines() -> None:
    text = (
        "The minister said on Monday that the\nship would sail for the Gulf with a\n"
        "cargo of grain. It will take ten\ndays to reach the port of Aden, he\nadded."
    )
    assert len(split(text)) == 2


def test_a_quotation_keeps_its_number_over_sentences_and_paragraphs() -> None:
    text = read_text("“We sent nothing. We never will.\n\n“That is all,” she said.")
    said = text.lower.index("said")
    numbers = {text.quotes[i] for i, word in enumerate(text.lower) if word in ("nothing", "never")}
    assert len(numbers) == 1
    assert 0 not in numbers
    assert text.quotes[said] == 0


def quoted(raw: str) -> list[str]:
    text = read_text(raw)
    return [word for word, number in zip(text.words, text.quotes, strict=True) if number]


def test_a_straight_mark_behind_a_space_opens_even_where_one_was_not_closed() -> None:
    assert "said" not in quoted('The talks were "off".Latest: "We wait," she said.')


def test_a_straight_mark_behind_a_word_opens_nothing() -> None:
    assert quoted('We wait," she said. The ship sailed.') == []
    assert "said" not in quoted("\"We wait,'' she said. The ship sailed.")


def test_a_few_words_may_be_quoted_inside_a_quotation() -> None:
    words = quoted('"There is no "slow" ship. It sailed," she said.')
    assert {"There", "slow", "ship", "sailed"} <= set(words)
    assert "said" not in words


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = read_text("“We sent nothing.\n\nThe ship sailed.")
    assert text.quotes[text.lower.index("ship")] == 0


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_every_sentence_is_its_own_words_whatever_the_text(text: str) -> None:
    read = read_text(text)
    assert "".join(word for word in read.words if word.strip()) == "".join(text.split())
    for sentence in read.sentences:
        words = text[sentence.char_start : sentence.char_end]
        assert words == words.strip()
        assert read.span(sentence.first, sentence.end) == words


def test_an_empty_text_has_no_sentences() -> None:
    assert read_text("").sentences == []
    assert read_text(" \n ").sentences == []
