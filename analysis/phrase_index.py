"""Many phrases, sought in a text at once: word by word, as far as one of them goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")
Phrase = tuple[list[str], Value]
# What phrases go on with behind the words so far: each next word, and under "" the phrases that end
# here, each with its place in the order asked for and its length. No type tells this of itself.
Node = dict[str, Any]


class PhraseIndex(Generic[Value]):
    """What each of many phrases means; a phrase may be given several times.

    Of the phrases that start at one token the longer come first, else those given first.
    """

    def __init__(self, phrases: Iterable[Phrase[Value]], *, longest_first: bool = True):
        listed = list(phrases)
        if longest_first:
            listed.sort(key=lambda phrase: -len(phrase[0]))
        self._root: Node = {}
        for place, (words, value) in enumerate(listed):
            node = self._root
            for word in words:
                node = node.setdefault(word, {})
            node.setdefault("", []).append((place, len(words), value))

    def __contains__(self, word: str) -> bool:
        """Tell whether a phrase begins with a word."""
        return word in self._root

    def __iter__(self) -> Iterator[str]:
        """Yield the words that phrases begin with."""
        return iter(self._root)

    def longest_at(self, words: list[str], index: int) -> tuple[int, Value] | None:
        """Return end and meaning of the longest phrase that starts at a token."""
        node, at, found = self._root.get(words[index]), index + 1, None
        while node is not None:
            found = node.get("", found)
            node = node.get(words[at]) if at < len(words) else None
            at += 1
        return (index + found[0][1], found[0][2]) if found else None

    def find(self, words: list[str], first: int, end: int) -> Iterator[tuple[int, int, Value]]:
        """Yield the phrases in a token range as (first token, end, meaning)."""
        root = self._root
        within = words[first:end]
        # No phrase begins at most words: these are passed over without a step of Python.
        for index in compress(count(), map(root.__contains__, within)):
            node, at, found = root[within[index]], index + 1, []
            while node is not None:
                if "" in node:
                    found += node[""]
                node = node.get(within[at]) if at < len(within) else None
                at += 1
            for _, length, value in sorted(found, key=_place) if len(found) > 1 else found:
                yield first + index, first + index + length, value

    def find_over(self, words: list[str], kept: Sequence[int]) -> Iterator[tuple[int, int, Value]]:
        """Yield the phrases in the tokens that are kept: “ready” to, where no mark is."""
        if kept and kept[-1] - kept[0] + 1 == len(kept):  # nothing is left out
            return self.find(words, kept[0], kept[-1] + 1)
        found = self.find([words[token] for token in kept], 0, len(kept))
        return ((kept[first], kept[end - 1] + 1, value) for first, end, value in found)


def _place(entry: tuple[int, int, object]) -> int:
    return entry[0]
