"""Whose proposal is refused where its name stands before: "Mali offered talks. Chad refused"."""

from __future__ import annotations

from analysis.events.party import Party, as_party
from analysis.grammar import POINTING
from analysis.matching import Match
from analysis.plover import plover_words
from analysis.reading import Reading


def find_proposer(reading: Reading, match: Match, acting: set[str]) -> list[Party]:
    """Return who put forward what is refused, named in the sentence or the one before it."""
    noun = _refused(reading, match)
    start = match.resolver.group_start(match.trigger)
    if noun < 0 or "also" in reading.text.lower[start : match.trigger]:
        return []  # who also rejects it, answers a third
    first = match.sentence.first
    named = _only_other(reading, first, noun, acting)
    if named or match.sentence.number == 0:
        return named
    before = reading.text.sentences[match.sentence.number - 1]
    return _only_other(reading, before.first, before.end, acting)


def _refused(reading: Reading, match: Match) -> int:
    """Return the noun of what is refused: "the | offer", "an | offer that Chad refused"; or -1."""
    lower, noun = reading.text.lower, match.end
    if POINTING.isdisjoint(lower[noun : noun + 1]):
        noun = match.resolver.antecedent(match.trigger)
    else:
        noun = match.resolver.skip_right(noun + 1, "OE#") - 1
    return noun if noun >= 0 and lower[noun] in plover_words("offers") else -1


def _only_other(reading: Reading, first: int, end: int, acting: set[str]) -> list[Party]:
    """Return the only other side named, where somebody offers or asks for something."""
    told = {*reading.text.lower[first:end]}
    verbs = {lemma for token in range(first, end) for lemma in reading.lemmas(token)}
    if told.isdisjoint(plover_words("offers")) and verbs.isdisjoint(plover_words("offering")):
        return []
    named = (as_party(mention) for _, mention in reading.mentions_between(first, end))
    others = [party for party in named if party is not None and party.country not in acting]
    return others[:1] if len({party.country for party in others} - {""}) == 1 else []
