"""Who tells that it is done to its own: "Sweden said Russia had seized its ship"."""

from __future__ import annotations

from analysis.events.parties import find_actors
from analysis.events.party import Party
from analysis.matching import Match
from analysis.reading import Reading
from analysis.statements import Statement, governing

WHOSE = frozenset({"its", "their", "our"})
# What one side may take from another, or do to it; of what one sends or closes it is the owner.
SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
# Where somebody intrudes; troops that are moved are the mover's own.
GROUND = frozenset("airspace territory waters border soil land skies zone".split())
# These are the doer's: "said that Chad jails its critics", "bombs its own people".
DOERS_OWN = frozenset(
    "own critics opponents people population dissidents rivals opposition minorities citizenry"
    " journalists ambassador envoy embassy aid assistance cooperation ties relations".split()
)
# So far behind a verb its object may say whose it is, and so many tokens it has then.
OBJECT_REACH, PHRASE = 5, 5


def suffering_speaker(
    reading: Reading, match: Match, statements: list[Statement], acting: set[str]
) -> list[Party]:
    """Return who tells that it is done to its own: "Sweden said Russia had seized its ship"."""
    kind, lower = match.rule.set["event_type"], reading.text.lower
    told = reading.tags[match.trigger] in "VE" and not match.passive
    if kind not in SUFFERED or not told or match.rule.set.get("mode") == "withdraw":
        return []
    behind = range(match.end, min(match.end + OBJECT_REACH, match.sentence.end))
    whose = next((token for token in behind if lower[token] in WHOSE), -1)
    if whose < 0 or not set(reading.tags[match.end : whose]) <= set("D#P"):
        return []
    words = set(lower[whose + 1 : whose + 1 + PHRASE])
    if words & DOERS_OWN or (kind == "MOBILIZE" and not words & GROUND):
        return []
    statement = governing(statements, match.trigger)
    if statement is None or statement.match.trigger >= match.trigger:
        return []
    tellers = find_actors(reading, statement.speakers)
    return [party for party in tellers if party.country and party.country not in acting]
