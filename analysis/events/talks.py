"""Who takes part in talks that a clause sets around: "after talks with Chad, Mali said"."""

from __future__ import annotations

from analysis.matching import Match
from analysis.reading import Reading

# Before a noun, these make the subject of the clause around it (slot `around`) take part in it.
AROUND = frozenset("after during for following".split())
WITHIN = frozenset({"in", "at"})
# "Ready for talks" tells of none.
READY = frozenset("ready prepared open hope hopes call calls called plea push wait waiting".split())


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
    return word in AROUND or (word in WITHIN and held)
