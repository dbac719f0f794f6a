"""The mode of an event, where the words around its trigger tell it."""

from __future__ import annotations

from analysis.events.party import Sides
from analysis.matching import Match
from analysis.plover import load_plover
from analysis.reading import Reading

# How far from the verb of an attack its means may stand, in words.
BEFORE, BEHIND = 8, 12
# A conference of these brings no third state in.
PRESS = frozenset({"news", "press"})


def find_mode(reading: Reading, match: Match, event_type: str, sides: Sides) -> str:
    """Return how they consulted or by what they attacked; "" where the words do not say."""
    lower, sentence = reading.text.lower, match.sentence
    if event_type == "ASSAULT":
        first = max(sentence.first, match.trigger - BEFORE)
        return load_plover().mode_of(event_type, lower[first : match.trigger + BEHIND])
    if event_type == "THREATEN":
        return load_plover().mode_of(event_type, lower[match.end : sentence.end])
    if event_type != "CONSULT":
        return ""
    within = range(sentence.first, sentence.end)
    words = [lower[index] for index in within if lower[index - 1] not in PRESS]
    return load_plover().mode_of(event_type, words) or _by_place(reading, match, sides)


def _by_place(reading: Reading, match: Match, sides: Sides) -> str:
    """Tell a visit from a meeting in a third country."""
    actors, recipients = ({party.country for party in side} for side in sides)
    for filler in match.resolver.phrases(match.end - 1, frozenset({"in", "at"})):
        mention = reading.mention_of(filler)
        if mention is not None and mention.is_place:
            if mention.country in recipients:
                return "visit"
            return "" if mention.country in actors else "third-party"
    return ""
