"""Where a journey leads: places of the clause, of the journey that is joined, or implied ones."""

from __future__ import annotations

from analysis.actors.mention import Mention
from analysis.evidence import Row
from analysis.matching import Match
from analysis.reading import Reading

JOINING = frozenset({",", "and", "or", "the", "then", "&"})


def find_destinations(
    reading: Reading, match: Match, before: list[Row]
) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return each destination as country, cities and the columns that the text leaves unsaid."""
    cities: dict[str, list[str]] = {}
    for mention in _places(reading, match):
        if mention.country and mention.country != "IGO":
            named = cities.setdefault(mention.country, [])
            if mention.city and mention.city not in named:
                named.append(mention.city)
    if cities:
        return [(country, "; ".join(named), ()) for country, named in cities.items()]
    if match.rule.set.get("journey") == "leader":
        return _journey_of(reading, match, before)
    place = _implied_place(reading, match)
    return [place] if place else []


def _places(reading: Reading, match: Match) -> list[Mention]:
    """Return the places of the first phrase that names one; others belong to something else."""
    found: list[Mention] = []
    end = -1
    for filler in match.fillers.get("place") or match.fillers.get("front") or []:
        between = reading.text.lower[end : filler.first] if found else []
        if not all(word in JOINING for word in between):
            break
        found.append(reading.mentions[filler.mention])
        end = filler.end
    return found


def _journey_of(
    reading: Reading, match: Match, before: list[Row]
) -> list[tuple[str, str, tuple[str, ...]]]:
    leaders = {reading.mentions[f.mention].name for f in match.fillers["leader"] if f.mention >= 0}
    found = {(row["country"], row["city"]): None for row in before if row["visitor"] in leaders}
    return [(country, city, ("country",)) for country, city in found]


def _implied_place(reading: Reading, match: Match) -> tuple[str, str, tuple[str, ...]] | None:
    if match.rule.id == "visit.host":
        host = match.mention("host")
        if host and host.mention >= 0 and reading.mentions[host.mention].country not in ("", "IGO"):
            return reading.mentions[host.mention].country, "", ("city",)
    if match.rule.set.get("status") in ("postponed", "cancelled"):
        return _place_near(reading, match)
    return None


def _place_near(reading: Reading, match: Match) -> tuple[str, str, tuple[str, ...]] | None:
    """A trip that was put off often has its destination in the clause or sentence before."""
    visitor = match.mention("visitor")
    home = reading.mentions[visitor.mention].country if visitor and visitor.mention >= 0 else ""
    number = match.sentence.number
    for sentence in reversed(reading.text.sentences[max(0, number - 1) : number + 1]):
        for _, mention in reading.mentions_between(sentence.first, sentence.end):
            preposition = reading.text.lower[mention.first - 1] if mention.first else ""
            if mention.is_place and mention.country != home and preposition in ("in", "to", "at"):
                return mention.country, mention.city, ("country",)
    return None
