"""Who "the diplomat", "the report" is: whoever spoke last that has been described in full."""

from __future__ import annotations

from analysis.actors import PERSONS
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.naming import country_of
from analysis.statements.statement import Statement


def described_before(
    reading: Reading, speakers: list[Filler], before: list[Statement], media: frozenset[str]
) -> list[Filler]:
    """Return who spoke last that "the diplomat", "the paper" can describe; else nobody.

    `media` are nouns for newspapers and stations.
    """
    one = speakers[0] if len(speakers) == 1 else None
    if one is None or one.mention >= 0 or country_of(reading, one):
        return []
    the, *words = reading.text.lower[one.first : one.end]
    if the != "the":
        return []
    spoke = [speaker for statement in reversed(before) for speaker in statement.speakers]
    paper = len(words) == 1 and words[0] in media
    described = (
        [speaker]
        for speaker in spoke
        if _is_described(reading, speaker, words) or (paper and _is_name(reading, speaker))
    )
    return next(described, [])


def _is_name(reading: Reading, speaker: Filler) -> bool:
    """Tell a name that no dictionary has, as that of a paper: "Daily Star"."""
    words = reading.text.words[speaker.first : speaker.end]
    return speaker.mention < 0 and len(words) > 1 and all(word[0].isupper() for word in words)


def _is_described(reading: Reading, speaker: Filler, words: list[str]) -> bool:
    """Tell whether a speaker who is known is what some words say, the last of them the head."""
    mention = reading.mentions[speaker.mention] if speaker.mention >= 0 else None
    first, end = (speaker.first, speaker.end) if mention is None else (mention.first, mention.end)
    end += reading.text.lower[end : end + 1] == words[-1:]  # "a White House | report"
    phrase = reading.text.lower[first:end]
    if mention is not None and mention.kind in PERSONS:
        phrase = mention.role.lower().split() or phrase
    if "P" in reading.tags[first:end]:
        phrase = phrase[: reading.tags[first:end].index("P")]
    same = phrase[-1:] == words[-1:] and set(words) <= set(phrase)
    named = mention is not None and mention.kind in PERSONS and bool(mention.name)
    return same and (named or bool(country_of(reading, speaker)))
