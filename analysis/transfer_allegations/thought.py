"""What is only supposed or averted: no transfer."""

from __future__ import annotations

from analysis.items import ItemMention
from analysis.matching import INSTEAD, Match
from analysis.reading import Reading
from analysis.roles import IMAGINED, Filler


def is_thought(reading: Reading, match: Match) -> bool:
    """Tell what is only supposed, or told as not being so."""
    lower, tags, lexicon = reading.text.lower, reading.tags, reading.lexicon
    words = lower[match.sentence.first : match.trigger]
    if match.unreality == IMAGINED:
        return True
    weighed = words[-2:] == ["whether", "to"]
    supposed = not weighed and not lexicon["supposing"].isdisjoint(words)
    if supposed or words[:1] == ["were"]:
        return True
    averted = words[-1:] == ["against"] or words[-2:] in INSTEAD
    if averted:
        return True
    before = lower[max(match.sentence.first, match.trigger - 3) : match.trigger]
    is_noun = tags[match.trigger] in "OG" and before[-2:] != ["no", "longer"]
    return is_noun and not lexicon["lacking"].isdisjoint(before)


def is_aimed_at(reading: Reading, match: Match, end: Filler) -> bool:
    """Tell "was given rockets to fire into Chad", which are none of Chad's."""
    firing = reading.lexicon["firing"]
    return any(
        reading.tags[token] == "I" and reading.is_form(token, firing)
        for token in range(match.end, end.first)
    )


def is_averted(reading: Reading, match: Match, items: list[ItemMention]) -> bool:
    """Tell "vowed to prevent the transfer of tanks", "announced penalties over a sale of tanks"."""
    refused, penalties = reading.grammar.governors["refused"], reading.lexicon["penalties"]
    between = range(match.end, max((item.first for item in items), default=match.end))
    return any(
        reading.text.lower[token] in penalties
        or (reading.tags[token] == "I" and reading.is_form(token, refused))
        for token in between
    )
