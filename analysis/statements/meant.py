"""Whom "him" or "it" right behind a verb of speech means: "met Silva and urged him to go"."""

from __future__ import annotations

from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.naming import country_of
from analysis.statements.pairs import find_partner
from analysis.statements.statement import Statement

PEOPLE = frozenset({"him", "her"})
# A thing can be called "it" and "them" as well; what is addressed so is somebody.
BODIES = frozenset({"it", "them"})
ADDRESSED = frozenset("to of for not that against over".split())
WITH = frozenset({"with", "to", "on"})


def find_addressed(reading: Reading, statement: Statement) -> list[Filler]:
    """Return whom the pronoun behind the verb means, who is not the speaker.

    That is whom the speaker did something to before in the sentence; where nobody is, the other one
    of two whom the sentence before brought together.
    """
    pronoun = statement.match.end
    if not _is_addressed(reading, pronoun, statement.sentence.end):
        return []
    own = {country_of(reading, filler) for filler in statement.speakers} - {""}
    resolver = statement.match.resolver
    verb = resolver.verb_before(resolver.group_start(statement.match.trigger) - 1)
    while verb >= 0 and own:
        for filler in (*resolver.object(verb), *resolver.phrases(verb, WITH)):
            if _is_of_others(reading, filler, own):
                return [filler]
        verb = resolver.verb_before(resolver.group_start(verb) - 1)
    return find_partner(reading, Filler(pronoun, pronoun + 1), own)


def _is_addressed(reading: Reading, pronoun: int, end: int) -> bool:
    """Tell "praised him", "urged it to" from "praised her book", "condemned it"."""
    if pronoun + 1 >= end:
        return False
    word, behind = reading.text.lower[pronoun : pronoun + 2]
    if word in BODIES:
        return behind in ADDRESSED
    return word in PEOPLE and (word == "him" or reading.tags[pronoun + 1] not in "O#EX")


def _is_of_others(reading: Reading, filler: Filler, own: set[str]) -> bool:
    states = reading.countries_between(filler.first, filler.end)
    return bool(states) and states.isdisjoint(own)
