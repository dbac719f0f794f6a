"""What fills a role -> the columns that name it, and how sure the coding is."""

from __future__ import annotations

from analysis.evidence import Row
from analysis.reading import Reading
from analysis.roles import Filler


def name_actor(reading: Reading, filler: Filler, slot: str) -> Row:
    """Return the three columns of an actor in a role: id, name, state."""
    return {
        f"{slot}_id": reading.mentions[filler.mention].actor_id if filler.mention >= 0 else "",
        slot: name_of(reading, filler),
        f"{slot}_country": country_of(reading, filler),
    }


def name_of(reading: Reading, filler: Filler) -> str:
    """Return the name of an actor in a role, or the words that stand for it.

    The Kremlin keeps its name: its id and state say that it is Russia.
    """
    first = filler.first
    if filler.mention >= 0:
        mention = reading.mentions[filler.mention]
        if mention.kind != "metonym":
            return mention.name
        first = mention.first + (reading.tags[mention.first] == "D")
        return " ".join(reading.text.span(first, mention.end).split())
    determiner = first + 1 < filler.end and reading.tags[first] == "D"
    if determiner and reading.text.lower[first + 1] != "of":  # "many of the crew" keep theirs
        first += 1
    return " ".join(reading.text.span(first, filler.end).split())


def country_of(reading: Reading, filler: Filler) -> str:
    """Return the state of an actor in a role, or whose the words say it is; "" = unknown."""
    if filler.mention >= 0:
        return reading.mentions[filler.mention].country
    owners = reading.mentions_between(filler.first, filler.end)
    country = next((mention.country for _, mention in owners if mention.country), "")
    words = reading.text.lower[filler.first : filler.end]
    foreign = country and not reading.grammar.lexicon["foreigners"].isdisjoint(words)
    return "" if foreign else country


def judge_confidence(reading: Reading, fillers: list[Filler]) -> str:
    """high: every role is a known actor named outright; low: one is a pronoun or not named."""
    mentions = [
        reading.mentions[filler.mention] if filler.mention >= 0 else None for filler in fillers
    ]
    if any(mention is None or mention.kind == "pronoun" for mention in mentions):
        return "low"
    return "high" if all(mention and mention.known for mention in mentions) else "medium"
