"""Who "the two leaders", "both sides" are: the last two named before, of different states."""

from __future__ import annotations

from analysis.reading import Reading
from analysis.roles import Filler

TWO = frozenset({"two", "both", "pair"})
PEOPLE = frozenset("leaders presidents ministers premiers men women pair counterparts".split())
STATES = frozenset("sides countries nations governments states neighbours neighbors allies".split())
STATE_KINDS = frozenset({"state", "capital", "metonym"})
NUMBER = 2
# They are named in the same sentence or in so many before it.
WITHIN = 3


def find_pair(reading: Reading, filler: Filler) -> list[Filler]:
    """Return the two that a phrase such as "both leaders" stands for, or nothing."""
    first = filler.first
    if first and reading.text.lower[first - 1] in TWO:
        first -= 1
    words = set(reading.text.lower[first : filler.end])
    if words.isdisjoint(TWO):
        return []
    if not words.isdisjoint(PEOPLE):
        return _last_two(reading, filler, frozenset({"person"}))
    return [] if words.isdisjoint(STATES) else _last_two(reading, filler, STATE_KINDS)


def _last_two(reading: Reading, filler: Filler, kinds: frozenset[str]) -> list[Filler]:
    """Return the two of some kinds, of different states, that the last sentence to do so names.

    A sentence that names more of them leaves open who is meant.
    """
    last = reading.text.sentence_of[filler.first]
    for sentence in reversed(reading.text.sentences[max(0, last - WITHIN) : last + 1]):
        named: dict[str, Filler] = {}
        end = min(sentence.end, filler.first)
        for number, mention in reading.mentions_between(sentence.first, end):
            if mention.kind in kinds and mention.country:
                one = Filler(filler.first, filler.end, mention=number, how="one of two before")
                named.setdefault(mention.country, one)
        if len(named) > 1:
            return list(named.values()) if len(named) == NUMBER else []
    return []
