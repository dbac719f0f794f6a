"""What is only supposed, averted or unproven: no transfer."""

from __future__ import annotations

from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import IMAGINED

# "No hard evidence": so near behind "no" stands what is lacking.
PROVEN = 3
# "It does not say that Oslo sent any".
NOT = frozenset({"not", "n't", "n’t", "never"})
TELLING = frozenset("say said claim claimed allege suggest show mean prove".split())
INSTEAD = (["instead", "of"], ["rather", "than"])


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
    if averted or _is_unproven(words, lexicon["proof"]):
        return True
    before = lower[max(match.sentence.first, match.trigger - 3) : match.trigger]
    is_noun = tags[match.trigger] in "OG" and before[-2:] != ["no", "longer"]
    return is_noun and not lexicon["lacking"].isdisjoint(before)


def _is_unproven(words: list[str], proof: frozenset[str]) -> bool:
    """Tell "there is no evidence that Oslo sent", "does not say that Oslo sent"."""
    return any(
        (word == "no" and not proof.isdisjoint(words[at + 1 : at + PROVEN]))
        or (word in NOT and words[at + 2 : at + 3] == ["that"] and words[at + 1] in TELLING)
        for at, word in enumerate(words)
    )
