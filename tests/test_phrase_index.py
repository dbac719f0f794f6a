"""Many phrases sought at once: where each starts, and the longest of those at one word."""

from __future__ import annotations

from analysis.phrase_index import PhraseIndex

INDEX = PhraseIndex([(["may"], 1), (["may", "well"], 2), (["likely"], 3)])
WORDS = "it may well be likely".split()


def test_every_phrase_is_found_the_longest_first() -> None:
    assert list(INDEX.find(WORDS, 0, 5)) == [(1, 3, 2), (1, 2, 1), (4, 5, 3)]


def test_a_phrase_ends_inside_the_range() -> None:
    assert list(INDEX.find(WORDS, 0, 2)) == [(1, 2, 1)]


def test_the_longest_phrase_at_a_word_is_the_one_meant() -> None:
    assert INDEX.longest_at(WORDS, 1) == (3, 2)
    assert INDEX.longest_at(WORDS, 0) is None


def test_a_phrase_of_three_words_is_compared_to_its_end() -> None:
    index = PhraseIndex([(["in", "order", "to"], 1), (["in", "order", "of"], 2)])
    assert list(index.find("in order of size".split(), 0, 4)) == [(0, 3, 2)]
    assert list(index.find("in order of size".split(), 0, 2)) == []
