"""To whom a deed was done that its doer goes on to explain: "cut ties with Chad, accusing it of"."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.events.parties import find_parties
from analysis.events.party import Party
from analysis.evidence import Row
from analysis.grammar import POINTING
from analysis.reading import Reading
from analysis.statements import Statement

# Behind a participle these mean to whom the deed before it was done.
BACK = frozenset({"it", "them", "him", "her"})


def find_struck(reading: Reading, statement: Statement, deeds: Mapping[int, Row]) -> list[Party]:
    """Return to whom the speaker did what stands before; "the small kingdom" is meant so, too."""
    trigger, first = statement.match.trigger, statement.match.end
    lower, homes = reading.text.lower, reading.grammar.lexicon["home"]
    noun = reading.skip_right(first + 1, "OE", statement.sentence.end)
    named = lower[first] in POINTING and lower[noun - 1] in homes
    named = named or (lower[first] in BACK and reading.tags[first + 1] not in "AVM")
    if reading.tags[trigger - 1 : trigger + 1] != [",", "G"] or not named:
        return []
    before = [token for token in deeds if statement.sentence.first <= token < trigger]
    row = deeds[max(before)] if before else None
    speaking = {party.country for party in find_parties(reading, statement.speakers)}
    if row is None or speaking.isdisjoint(row["actor_countries"]):
        return []
    pairs = zip(row["recipient_ids"], row["recipient_countries"], strict=True)
    return [Party(actor, state) for actor, state in pairs]
