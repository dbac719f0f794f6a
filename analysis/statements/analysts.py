"""Who only watches: analysts, experts and scholars, whose words are their judgement."""

from __future__ import annotations

from analysis.actors import Mention
from analysis.acts import SpeechWords
from analysis.reading import Reading

# What a speaker is stands behind one of these: "X, a scholar", "X of the Y Institute".
INTRODUCING = frozenset(", of at from with (".split())
# How far behind the name.
WITHIN = 14


def find_analysts(reading: Reading, words: SpeechWords) -> frozenset[str]:
    """Return the names of those whom a text introduces as analysts, or as of a think tank."""
    found = set()
    for mention in reading.mentions:
        if mention.kind in ("person", "name"):
            if not mention.official and _is_introduced(reading, mention, words):
                found.add(mention.name)
        elif mention.kind in ("organisation", "institution"):
            named = reading.text.lower[mention.first : mention.end]
            if not words.scholarly.isdisjoint(named):
                found.add(mention.name)
    return frozenset(found)


def _is_introduced(reading: Reading, mention: Mention, words: SpeechWords) -> bool:
    """Tell whether the words behind a name, up to the next verb, are those of a scholar."""
    lower, tags = reading.text.lower, reading.tags
    if not words.judging.isdisjoint(mention.role.lower().split()):
        return True
    if lower[mention.end : mention.end + 1] == [] or lower[mention.end] not in INTRODUCING:
        return False
    for token in range(mention.end + 1, min(mention.end + WITHIN, len(lower))):
        if tags[token] in "VAMGR;Q":
            return False
        if lower[token] in words.judging or lower[token] in words.scholarly:
            return True
    return False
