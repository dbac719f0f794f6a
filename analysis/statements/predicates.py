"""Adjectives that do what verbs of speech do: "is critical of", "remains deeply worried about"."""

from __future__ import annotations

from dataclasses import replace

from analysis.grammar import BE
from analysis.matching import Match
from analysis.reading import Reading

# Verbs that join an adjective to its subject as "be" does.
LINKING = frozenset("remain remains remained feel feels felt sound sounds sounded".split())


def on_its_verb(reading: Reading, match: Match) -> Match | None:
    """Return the match with the "is" before its adjective as trigger.

    None = there is none, or it is negated, possible or over: "may be angry at", "had been angry".
    """
    tags, lower, first = reading.tags, reading.text.lower, match.sentence.first
    verb = match.trigger - 1
    while verb > first and tags[verb] in "BQ":
        verb -= 1
    if verb <= first or not (lower[verb] in BE or lower[verb] in LINKING):
        return None
    start = match.resolver.group_start(verb)
    group = tags[start:verb]
    over = lower[start] == "had" and lower[verb] == "been"
    over = over or (tags[start - 1] == "T" and tags[start - 2] == "O")  # "likely to be angry at"
    return None if over or "N" in group or "M" in group else replace(match, trigger=verb)
