"""Who is where by a headline or the line under a photo: "Kenya's Ruto in Lisbon for talks"."""

from __future__ import annotations

from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler

# Nothing else than these stands among the names that open a headline.
NAMING = frozenset({",", "and", "&", "the", "'s", "’s"})


def who_opens(reading: Reading, match: Match) -> list[Filler]:
    """Return the people that a line without a verb opens with, or nothing."""
    first = match.sentence.first
    people, end = [], first
    for number, mention in reading.mentions_between(first, match.trigger):
        if not NAMING.issuperset(reading.text.lower[end : mention.first]):
            return []
        end = mention.end
        if mention.kind in ("person", "title"):
            people.append(Filler(mention.first, mention.end, mention=number, how="in a headline"))
    return people if end == match.trigger else []
