"""Many phrases, sought in a text at once: by their first word, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Value = TypeVar("Value")


class PhraseIndex(Generic[Value]):
    """What each of many phrases means; a phrase may be given several times."""

    def __init__(self, phrases: Iterable[tuple[list[str], Value]]):
        self._by_word: dict[str, list[tuple[list[str], Value]]] = {}
        for words, value in phrases:
            self._by_word.setdefault(words[0], []).append((words, value))
        for found in self._by_word.values():
            found.sort(key=lambda phrase: -len(phrase[0]))

    def __contains__(self, word: str) -> bool:
        """Tell whether a phrase begins with a word."""
        return word in self._by_word

    def __iter__(self) -> Iterator[str]:
        """Yield the words that phrases begin with."""
        return iter(self._by_word)

    def longest_at(self, words: list[str], index: int) -> tuple[int, Value] | None:
        """Return end and meaning of the longest phrase that starts at a token."""
        for phrase, value in self._by_word.get(words[index], ()):
            end = index + len(phrase)
            if words[index:end] == phrase:
                return end, value
        return None

    def find(self, words: list[str], first: int, end: int) -> Iterator[tuple[int, int, Value]]:
        """Yield the phrases in a token range as (first token, end, meaning)."""
        by_word = self._by_word
        for index, word in enumerate(words[first:end], first):
            if word in by_word:
                for phrase, value in by_word[word]:
                    stop = index + len(phrase)
                    if stop <= end and words[index:stop] == phrase:
                        yield index, stop, value
