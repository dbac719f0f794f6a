"""Whose "its" is to whom something is done: "Sweden said Russia had seized its ship"."""

from __future__ import annotations

from analysis.events.deeds import DEEDS
from analysis.events.parties import find_actors
from analysis.events.party import Party
from analysis.matching import Match
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement, governing

WHOSE = frozenset({"its", "their", "our"})
# So far behind a verb its object may say whose it is, and so many tokens it has then.
OBJECT_REACH, PHRASE = 7, 5


def suffering_side(
    reading: Reading, match: Match, statements: list[Statement], acting: set[str]
) -> list[Party]:
    """Return whose own it is done to: who tells it, or of whom the clause before it tells.

    "Sweden said Russia had seized its ship", "condemned the seizure of its ship by Russia",
    "Sweden protested after Russia had seized its ship".
    """
    kind = match.rule.set["event_type"]
    if kind not in DEEDS:
        return []
    whose = _find_whose(reading, match)
    if whose < 0:
        return []
    words = {*reading.text.lower[whose + 1 : whose + 1 + PHRASE]}
    intrudes = kind != "MOBILIZE" or words & plover_words("ground")
    if words & (plover_words("doers_own") | plover_words("harms")) or not intrudes:
        return []
    # Whoever is accused of harming what is "theirs" may have done it to anybody.
    if reading.tags[match.trigger] == "G" and reading.text.lower[whose] == "their":
        return []
    owners = find_actors(reading, _told_of(reading, match, statements))
    return [party for party in owners if party.country not in acting]


def _find_whose(reading: Reading, match: Match) -> int:
    """Return the "its" of what suffers a deed: its object, or what stands behind its "of"."""
    lower, tags, end = reading.text.lower, reading.tags, match.end
    if match.passive:
        for filler in match.resolver.object(match.trigger):
            # "One | of its tankers was seized."
            behind = filler.end + 2 * (lower[filler.end] == "of")
            phrase = range(filler.first, behind)
            return next((token for token in phrase if lower[token] in WHOSE), -1)
        return -1
    for token in range(end, min(end + OBJECT_REACH, match.sentence.end)):
        if lower[token] in WHOSE:
            return token
        if tags[token] not in "D#PTOEX":
            return -1
    return -1


def _told_of(reading: Reading, match: Match, statements: list[Statement]) -> list[Filler]:
    """Return who tells of a deed, or of whom the clause before "after" and "when" tells."""
    statement = governing(statements, match.trigger)
    if statement is not None:
        return statement.speakers if statement.match.trigger < match.trigger else []
    start = match.resolver.group_start(match.trigger)
    for token in range(start - 1, match.sentence.first, -1):
        if reading.tags[token] == "S" or reading.text.lower[token] == "after":
            before = match.resolver.verb_before(token - 1)
            if before < 0:
                break
            return match.resolver.subject(before)
    return []
