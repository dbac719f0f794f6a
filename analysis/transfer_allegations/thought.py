"""What is only supposed or averted: no transfer."""

from __future__ import annotations

from analysis.matching import INSTEAD, Match
from analysis.reading import Reading
from analysis.roles import IMAGINED


def is_thought(reading: Reading, match: Match) -> bool:
    """Tell what is only supposed, or told as not being so."""
    lower, tags, lexicon = reading.text.lower, reading.tags, reading.grammar.lexicon
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
