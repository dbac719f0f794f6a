"""Who takes part in talks that a clause sets around: "after talks with Chad, Mali said"."""

from __future__ import annotations

from analysis.matching import Match
from analysis.reading import Reading

# Before a noun, these make the subject of the clause around it (slot `around`) take part in it.
AROUND = frozenset("after during for following".split())
WITHIN = frozenset({"in", "at"})
# Talks of which somebody "said" that they "were" something; and what talks are that are not held.
SAYING, HAD = "say", frozenset("had were have are was will would".split())
UNHELD = frozenset("impossible pointless useless not no never possible if unless until out".split())
# "Ready for talks" tells of none.
READY = frozenset("ready prepared open hope hopes call calls called plea push wait waiting".split())
# How far behind the talks stands what they were.
PREDICATE_REACH = 9


def _says_of_talks(reading: Reading, match: Match, index: int) -> bool:
    """Tell who took part from what he says: "Chad said that talks with Mali had been useful"."""
    if reading.text.lower[index] == "that":
        index -= 1
    says = reading.tags[index] == "V" and SAYING in reading.lemmas(index)
    behind = reading.text.lower[match.end : min(match.end + PREDICATE_REACH, match.sentence.end)]
    return says and not HAD.isdisjoint(behind) and UNHELD.isdisjoint(behind)


def stands_around(reading: Reading, match: Match) -> bool:
    """Tell who takes part from who speaks of it: "after long talks", "praised the talks"."""
    index = match.trigger - 1
    while index > match.sentence.first and reading.tags[index] in "DOE#":
        index -= 1
    # "In a meeting with", not "an impasse in talks with".
    held = reading.tags[index + 1] == "D" or index == match.sentence.first
    word, before = reading.text.lower[index], reading.text.lower[max(0, index - 1)]
    if word == "for" and before in READY:
        return False
    if _says_of_talks(reading, match, index):
        return True
    return word in AROUND or (word in WITHIN and held)
