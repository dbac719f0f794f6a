"""Whether the day told beside a journey is that of its end: "returned on Monday after a visit"."""

from __future__ import annotations

from analysis.matching import Match
from analysis.reading import Reading

# With these one leaves the place visited.
LEAVING = frozenset(
    {"leave", "depart", "return", "come back", "fly back", "fly home", "arrive back", "get back"}
)
# What is told "after" a visit is told when it is over.
BEHIND = frozenset({"after", "following"})
END_OF = 5


def is_over(reading: Reading, match: Match) -> bool:
    """Tell whether the day told beside a journey is that of its end."""
    lower, lexicon = reading.text.lower, reading.grammar.lexicon
    verb = {*reading.lemmas(match.trigger), " ".join(lower[match.trigger : match.end])}
    place = match.first_filler("place")
    between = lower[match.end : place.first] if place is not None else []
    journey = not lexicon["journeys"].isdisjoint(between)
    # "Left for Oslo", "returned to Oslo" begin one, "returned after a visit to Oslo" does not.
    if verb & (LEAVING | lexicon["ending"]) and (journey or match.rule.id != "visit.travel"):
        return True
    before = lower[max(match.sentence.first, match.trigger - END_OF) : match.trigger]
    ended = "end" in before and before[before.index("end") + 1 :][:1] == ["of"]
    return ended or match.resolver.preposition_over(match.trigger) in BEHIND
