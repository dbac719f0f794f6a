"""Who does what to whom in a clause: subject, object, phrases after a preposition, owner of a noun.

The surface resolver walks the tags of grammar.py outwards from a trigger. It needs no parser; where
it meets a structure that it cannot read it returns nothing rather than the nearest name. The walks
follow the order of news prose: insertions between commas are stepped over, a relative pronoun leads
to its antecedent, a participle or infinitive to the subject of the verb that governs it.

Each module is a layer on the one before: verb_groups.py, clause.py (noun phrases, where a clause
ends), places.py ("there", "the city"), phrases.py (what stands behind a word), joined.py and
deeds.py (what "and" joins), ranks.py ("the first to do it"), control.py (who does what an
infinitive says), subjects.py, objects.py, nouns.py, origins.py (who made or has a thing),
verdicts.py (what becomes of a claim), reality.py (what is asked or imagined).
"""

from __future__ import annotations

from analysis.reading import Filler
from analysis.roles.leads import HERE
from analysis.roles.place_lists import LISTED
from analysis.roles.places import CITY_STATES, TOLD_BEFORE
from analysis.roles.reality import IMAGINED, Reality
from analysis.roles.verb_groups import NOMINAL, SUBJECT, VERBS
from analysis.roles.verdicts import DENIED, UNTRUE

__all__ = [
    "CITY_STATES",
    "DENIED",
    "HERE",
    "IMAGINED",
    "LISTED",
    "NOMINAL",
    "SUBJECT",
    "TOLD_BEFORE",
    "UNTRUE",
    "VERBS",
    "Filler",
    "SurfaceResolver",
]


class SurfaceResolver(Reality):
    """Finds roles in one sentence from its tags."""
