"""What fills a role -> the columns that name it, and how sure the coding is."""

from __future__ import annotations

from analysis.evidence import Row
from analysis.reading import Reading
from analysis.roles import Filler


def name_actor(reading: Reading, filler: Filler, slot: str) -> Row:
    """Return the three columns of an actor in a role: id, name, state."""
    if filler.mention >= 0:
        mention = reading.mentions[filler.mention]
        return {
            f"{slot}_id": mention.actor_id,
            slot: mention.name,
            f"{slot}_country": mention.country,
        }
    first = filler.first
    determiner = first + 1 < filler.end and reading.tags[first] == "D"
    if determiner and reading.text.lower[first + 1] != "of":  # "many of the crew" keep theirs
        first += 1
    words = " ".join(reading.text.span(first, filler.end).split())
    owner = next(
        (m for _, m in reading.mentions_between(filler.first, filler.end) if m.country), None
    )
    foreign = not reading.grammar.lexicon["foreigners"].isdisjoint(
        reading.text.lower[filler.first : filler.end]
    )
    country = owner.country if owner and not foreign else ""
    return {f"{slot}_id": "", slot: words, f"{slot}_country": country}


def judge_confidence(reading: Reading, fillers: list[Filler]) -> str:
    """high: every role is a known actor named outright; low: one is a pronoun or not named."""
    mentions = [
        reading.mentions[filler.mention] if filler.mention >= 0 else None for filler in fillers
    ]
    if any(mention is None or mention.kind == "pronoun" for mention in mentions):
        return "low"
    return "high" if all(mention and mention.known for mention in mentions) else "medium"
