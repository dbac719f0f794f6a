"""Tokens: the same as spaCy's own but for one, with offsets that lead back to the text."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import load_tokenizer

REFERENCE = spacy.blank("en").tokenizer
WORDS = [
    "Oslo",
    "don't",
    "U.S.",
    "“long-range",
    "missiles,”",
    "(12,000",
    "km)",
    "’s",
    "e.g.",
    "-",
    "AC/DC…",
    "NATO",
    "NATO.",
    "T72",
    "20km",
    "1998,",
]


def as_spacy(text: str) -> list[tuple[str, int, bool]]:
    return [(token.text, token.idx, bool(token.whitespace_)) for token in REFERENCE(text)]


def split(text: str) -> list[tuple[str, int, bool]]:
    tokens = load_tokenizer().split(text)
    return list(zip(tokens.words, tokens.starts, tokens.spaced, strict=True))


@pytest.mark.parametrize(
    "text",
    ["", " ", "  Two spaces lead.", "One.\n\nTwo. \n Three\t", "He can't.", "a\u00a0 b \u2028c"],
)
def test_spaces_are_divided_as_spacy_divides_them(text: str) -> None:
    assert split(text) == as_spacy(text)


def test_a_space_that_does_not_break_is_a_space() -> None:
    assert split("Ana J.\u00a0Silva met 20\u202fmen.") == as_spacy("Ana J. Silva met 20 men.")


@given(st.lists(st.sampled_from(WORDS)), st.sampled_from([" ", "  ", "\n", " \n"]))
def test_a_text_of_news_words_gives_the_tokens_of_spacy(words: list[str], between: str) -> None:
    assert split(between.join(words)) == as_spacy(between.join(words))


@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_a_name_has_the_words_that_it_has_in_a_text(name: str) -> None:
    assert load_tokenizer().words(name) == load_tokenizer().split(name).words


@pytest.mark.parametrize("maker", ["U.S.", "U.K.", "U.N."])
def test_an_abbreviated_state_is_cut_from_what_it_made(maker: str) -> None:
    assert load_tokenizer().split(f"({maker}-made drones)").words[1:4] == [maker, "-", "made"]


@given(st.text())
def test_every_character_of_any_text_is_in_its_place(text: str) -> None:
    tokens = load_tokenizer().split(text)
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        assert text[start : start + len(word)] == word


def test_the_dash_of_a_dateline_is_no_part_of_the_name_behind_it() -> None:
    words = load_tokenizer().split("LIMA (AFP) -Peru won -5 at T-72.").words
    assert words[4:6] == ["-", "Peru"]
    assert {"-5", "T-72"} <= set(words)
