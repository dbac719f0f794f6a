"""Many phrases, sought in a text at once: by their first two words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, count
from typing import Generic, TypeVar

Value = TypeVar("Value")
Phrase = tuple[list[str], Value]
# A phrase in the index: its length, the words behind its first two, what it means. Most have no
# more than two words, and the index has compared these already.
Entry = tuple[int, list[str], Value]


class PhraseIndex(Generic[Value]):
    """What each of many phrases means; a phrase may be given several times.

    Of the phrases that start at one token the longer come first, else those given first.
    """

    def __init__(self, phrases: Iterable[Phrase[Value]], *, longest_first: bool = True):
        listed = list(phrases)
        if longest_first:
            listed.sort(key=lambda phrase: -len(phrase[0]))
        # First word -> second word -> phrases that may start so; "" holds those of one word.
        self._by_word: dict[str, dict[str, list[Entry[Value]]]] = {}
        for (first, *others), _ in listed:
            self._by_word.setdefault(first, {"": []})[others[0] if others else ""] = []
        for (first, *others), value in listed:
            by_next = self._by_word[first]
            entry = (1 + len(others), others[1:], value)
            for found in (by_next[others[0]],) if others else by_next.values():
                found.append(entry)

    def __contains__(self, word: str) -> bool:
        """Tell whether a phrase begins with a word."""
        return word in self._by_word

    def __iter__(self) -> Iterator[str]:
        """Yield the words that phrases begin with."""
        return iter(self._by_word)

    def longest_at(self, words: list[str], index: int) -> tuple[int, Value] | None:
        """Return end and meaning of the longest phrase that starts at a token."""
        by_next = self._by_word.get(words[index])
        if by_next is None:
            return None
        following = words[index + 1] if index + 1 < len(words) else ""
        for length, further, value in by_next.get(following) or by_next[""]:
            end = index + length
            if not further or words[index + 2 : end] == further:
                return end, value
        return None

    def find(self, words: list[str], first: int, end: int) -> Iterator[tuple[int, int, Value]]:
        """Yield the phrases in a token range as (first token, end, meaning)."""
        by_word = self._by_word
        within = words[first:end]
        within.append("")  # the last word has none behind it
        # No phrase begins at most words: these are passed over without a step of Python.
        for index in compress(count(), map(by_word.__contains__, within)):
            by_next, start = by_word[within[index]], first + index
            for length, further, value in by_next.get(within[index + 1]) or by_next[""]:
                if not further or within[index + 2 : index + length] == further:
                    yield start, start + length, value

    def find_over(self, words: list[str], kept: list[int]) -> Iterator[tuple[int, int, Value]]:
        """Yield the phrases in the tokens that are kept: “ready” to, where no mark is."""
        if kept and kept[-1] - kept[0] + 1 == len(kept):  # nothing is left out
            yield from self.find(words, kept[0], kept[-1] + 1)
            return
        left = [words[token] for token in kept]
        for first, end, value in self.find(left, 0, len(left)):
            yield kept[first], kept[end - 1] + 1, value
