"""Which two states "the two sides", "both countries", "the parties" are."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from analysis.events.party import Party, as_party
from analysis.matching import Match
from analysis.plover import load_plover
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.text import Sentence

# One of these before the noun makes it two; a bare "the parties" is two as well.
TWO = frozenset({"two", "both"})
ALONE = frozenset({"sides", "parties"})
# Whoever quarrels in the streets is called "the two sides" as well.
TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
# How many sentences back the two may have been named, those that say "both sides" not counted.
MEMORY = 3


def find_pair(reading: Reading, match: Match) -> list[Party]:
    """Return the two states named last, where the actor is called "the two sides"; else none."""
    named = [f for f in match.fillers.get("actor", ()) if _is_pair(reading, f)]
    if not named or match.rule.set["event_type"] not in TOGETHER:
        return []
    before = _states_in(reading, match.sentence.first, named[0].first)
    if len(before) == 2:
        return before
    left = MEMORY
    for sentence in reversed(reading.text.sentences[: match.sentence.number]):
        if _speaks_of_pair(reading, sentence):
            continue
        before = _states_in(reading, sentence.first, sentence.end)
        left -= 1
        if len(before) > 1 or left == 0:
            return before if len(before) == 2 and _bring_together(reading, sentence) else []
    return []


def _is_pair(reading: Reading, filler: Filler) -> bool:
    words = reading.text.lower[filler.first : filler.end]
    if not words or words[-1] not in load_plover().pairs:
        return False
    before = reading.text.lower[max(0, filler.first - 2) : filler.first]
    alone = words[-1] in ALONE and [*before, *words][-2:-1] == ["the"]
    return alone or not TWO.isdisjoint([*before, *words])


def _speaks_of_pair(reading: Reading, sentence: Sentence) -> bool:
    words = reading.text.lower[sentence.first : sentence.end]
    return any(
        word in load_plover().pairs and (before in TWO or (before == "the" and word in ALONE))
        for before, word in pairwise(words)
    )


def _bring_together(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence tells of two who meet, from "Chad fears Mali"."""
    words = reading.text.lower[sentence.first : sentence.end]
    return not load_plover().encounters.isdisjoint(words)


def _states_in(reading: Reading, first: int, end: int) -> list[Party]:
    """Return one party a state that a token range names, in order."""
    mentions = (m for _, m in reading.mentions_between(first, end))
    return _once(party for m in mentions if (party := as_party(m)) is not None and party.country)


def _once(parties: Iterable[Party]) -> list[Party]:
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault(party.country, Party(party.country, party.country))
    return list(found.values())
