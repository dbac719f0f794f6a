"""Who takes part in talks that a clause sets around: "after talks with Chad, Mali said"."""

from __future__ import annotations

from analysis.events.parties import find_actors
from analysis.events.party import Party
from analysis.matching import Match
from analysis.reading import Reading
from analysis.statements import NAMED_BEHIND, Statement

# Before a noun, these make the subject of the clause around it (slot `around`) take part in it.
AROUND = frozenset("after during for following".split())
WITHIN = frozenset({"in", "at"})
# "Ready for talks" tells of none.
READY = frozenset("ready prepared open hope hopes call calls called plea push wait waiting".split())


def find_around(reading: Reading, match: Match) -> list[Party]:
    """Return who takes part by the clause around: "after long talks", not "praised the talks"."""
    around = match.filling("around")
    return find_actors(reading, around) if around and _is_taking_part(reading, match) else []


def _is_taking_part(reading: Reading, match: Match) -> bool:
    index = match.resolver.skip_left(match.trigger - 1, "DOE#")
    # "In a meeting with", not "an impasse in talks with".
    held = reading.tags[index + 1] == "D" or index == match.sentence.first
    word, before = reading.text.lower[index], reading.text.lower[max(0, index - 1)]
    if word == "for" and before in READY:
        return False
    return word in AROUND or (word in WITHIN and held)


def find_addressed(reading: Reading, match: Match, statements: list[Statement]) -> list[Party]:
    """Return to whom the one who takes part speaks there: "told Costa in a phone call"."""
    around = {filler.first for filler in match.filling("actor")}
    addressed = (
        filler
        for statement in statements
        if around.intersection(speaker.first for speaker in statement.speakers)
        and _is_said_there(match, statement.match.trigger)
        for filler in (*statement.match.filling("told"), *statement.targets)
        if filler.how != NAMED_BEHIND and filler.mention >= 0
    )
    people = (f for f in addressed if reading.mentions[f.mention].kind in ("person", "title"))
    return find_actors(reading, people)


def _is_said_there(match: Match, verb: int) -> bool:
    """Tell "told Costa in a call" and "in a call he told" from "told Costa, noting a call"."""
    return match.trigger < verb or match.resolver.predicate_before(match.trigger - 1) == verb
