"""Whose deed it is that is condemned without a name: "Chad shelled the port. Mali condemned it"."""

from __future__ import annotations

from collections.abc import Collection

from analysis.events.party import Party
from analysis.evidence import Row
from analysis.grammar import POINTING
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.statements import Statement

# What one side does to another, and may be condemned for: of what it sends or closes it is owner.
DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
# So many sentences back it is told at most.
BEFORE = 3


def find_doer(reading: Reading, statement: Statement, deeds: Collection[Row]) -> list[Party]:
    """Return who did what "the raid" is, as told last; one side or none."""
    if not _names_deed(reading, statement):
        return []
    deeds = [row for row in deeds if row["event_type"] in DEEDS]
    for sentence in reading.text.sentences[statement.sentence.number :: -1][: BEFORE + 1]:
        told = [row for row in deeds if row["start"] == sentence.char_start]
        doers = {
            Party(actor, state): None
            for row in told
            for actor, state in zip(row["actor_ids"], row["actor_countries"], strict=True)
        }
        if told:
            return list(doers) if len({party.country for party in doers}) == 1 else []
    return []


def _names_deed(reading: Reading, statement: Statement) -> bool:
    """Tell whether a deed told before is the object, or the subject of a passive."""
    lower, first = reading.text.lower, statement.match.end
    if statement.match.passive:
        patients = statement.match.resolver.object(statement.match.trigger)
        first = min((filler.end - 2 for filler in patients), default=first)
    noun = first + 1 + (lower[first + 1 : first + 2] == ["a"])  # "such a move"
    another = lower[noun + 1 : noun + 2] in (["of"], ["on"], ["against"])  # "the raid on Mali"
    if another or noun >= len(lower) or lower[first] not in POINTING:
        return False
    return lower[noun] in plover_words("harms") | plover_words("provoking")
