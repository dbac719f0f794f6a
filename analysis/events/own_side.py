"""Whose "its" is to whom something is done: "Sweden said Russia had seized its ship"."""

from __future__ import annotations

from analysis.events.parties import find_actors
from analysis.events.party import Party
from analysis.matching import Match
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement, governing

WHOSE = frozenset({"its", "their", "our"})
# What one side may take from another, or do to it; of what one sends or closes it is the owner.
SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
# Where somebody intrudes; troops that are moved are the mover's own.
GROUND = frozenset(
    "airspace territory waters border borders frontier soil land skies zone islands".split()
)
# These are the doer's: "said that Chad jails its critics", "bombs its own people".
DOERS_OWN = frozenset(
    "own critics opponents people population dissidents rivals opposition minorities citizenry"
    " journalists ambassador envoy embassy aid assistance cooperation ties relations".split()
)
# Whoever is accused of harming these, or what is "theirs", may have done it to anybody.
ANYBODYS = frozenset("citizens protesters women children".split())
# What leads from a deed to what suffers it: "the seizure of | its ship".
SUFFERING = frozenset({"of", "on", "against", "into"})
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
    if kind not in SUFFERED or match.rule.set.get("mode") == "withdraw":
        return []
    whose = _find_whose(reading, match)
    if whose < 0:
        return []
    words = {*reading.text.lower[whose + 1 : whose + 1 + PHRASE]}
    if words & (DOERS_OWN | plover_words("harms")) or (kind == "MOBILIZE" and not words & GROUND):
        return []
    theirs = reading.text.lower[whose] == "their" or not words.isdisjoint(ANYBODYS)
    if reading.tags[match.trigger] == "G" and theirs:
        return []
    owners = find_actors(reading, _told_of(reading, match, statements))
    return [party for party in owners if party.country and party.country not in acting]


def _find_whose(reading: Reading, match: Match) -> int:
    """Return the "its" of what suffers a deed: its object, or what stands behind its "of"."""
    lower, tags, end = reading.text.lower, reading.tags, match.end
    if match.passive:
        for filler in match.resolver.object(match.trigger):
            first = filler.first
            while first > match.sentence.first and tags[first - 1] in "DO#E":
                first -= 1
            # "One | of its tankers was seized."
            behind = filler.end + 2 * (lower[filler.end] == "of")
            return next((token for token in range(first, behind) if lower[token] in WHOSE), -1)
        return -1
    if match.rule.nouns and lower[end : end + 1] != [] and lower[end] not in SUFFERING:
        return -1
    # Troops are moved to a border, which is no object.
    inside = "D#PTOE" if match.rule.set["event_type"] == "MOBILIZE" else "D#P"
    for token in range(end, min(end + OBJECT_REACH, match.sentence.end)):
        if lower[token] in WHOSE:
            return token
        nameless = tags[token] == "X" and not reading.mentions[reading.mention_at[token]].country
        if tags[token] not in inside and not (nameless and "O" in inside):
            return -1
    return -1


def _told_of(reading: Reading, match: Match, statements: list[Statement]) -> list[Filler]:
    """Return who tells of a deed, or of whom the clause before "after" and "when" tells."""
    statement = governing(statements, match.trigger)
    if statement is not None:
        return statement.speakers if statement.match.trigger < match.trigger else []
    start = match.resolver.group_start(match.trigger)
    for token in range(start - 1, match.sentence.first, -1):
        if reading.tags[token] in ";Q":
            break
        if reading.tags[token] == "S" or reading.text.lower[token] == "after":
            before = match.resolver.verb_before(token - 1)
            if before < 0:
                break
            return match.resolver.subject(before)
    return []
