"""Who receives the visitor in the country visited."""

from __future__ import annotations

from analysis.actors.mention import Mention
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler

MEETING = frozenset(
    [
        "with",
        "met",
        "meet",
        "meets",
        "meeting",
        "by",
        "counterpart",
        "host",
        "president",
        "minister",
        "king",
    ]
)


def find_host(reading: Reading, match: Match, visitor: Filler, country: str) -> Mention | None:
    """Return who receives the visitor there: named by the rule, or met in the next words."""
    for slot in ("host", "partner", "with_partner"):
        for filler in match.fillers.get(slot, []):
            mention = reading.mentions[filler.mention] if filler.mention >= 0 else None
            if mention and mention.country == country and filler.mention != visitor.mention:
                return mention
    subject = match.mention("visitor")
    if subject and subject.mention >= 0 and subject.mention != visitor.mention:
        mention = reading.mentions[subject.mention]
        if mention.country == country:
            return mention
    return _met_nearby(reading, match, country)


def _met_nearby(reading: Reading, match: Match, country: str) -> Mention | None:
    """Return who is met in this sentence or the next: "talks with", "met", "hosted by"."""
    sentences = reading.text.sentences[match.sentence.number : match.sentence.number + 2]
    for sentence in sentences:
        for _, mention in reading.mentions_between(sentence.first, sentence.end):
            before = reading.text.lower[mention.first - 1] if mention.first else ""
            if mention.kind == "person" and mention.country == country and before in MEETING:
                return mention
    return None
