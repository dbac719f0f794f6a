"""Officials of no state that the text names: do they go to another country, or about their own?"""

from __future__ import annotations

from itertools import pairwise

from analysis.actors.mention import Mention
from analysis.matching import Match
from analysis.reading import Reading
from analysis.visits.destinations import Destination

# Who comes back to a country may be at home there.
COMING_BACK = frozenset({"return", "go", "come back", "fly back", "fly home", "get back"})
# Visits so called are made abroad.
FORMAL = frozenset({("official", "visit"), ("state", "visit"), ("goodwill", "visit")})
ABROAD = frozenset({"counterpart", "bilateral"})
# As these one lives abroad; so many words behind the place they stand.
RESIDENTS = frozenset(
    "ambassador consul diplomat student pupil refugee correspondent child".split()
)
AS_WITHIN = 4
# Whose states are no more were at home in what is now another's.
SUCCESSORS = {"SUN": "RUS", "YUG": "SRB", "CSK": "CZE", "DDR": "DEU"}


def is_at_home(guest: Mention, country: str) -> bool:
    """Tell whether a country is the guest's own: Moscow was that of a Soviet leader."""
    return country in (guest.country, SUCCESSORS.get(guest.country))


def goes_abroad(reading: Reading, match: Match, guest: Mention, destination: Destination) -> bool:
    """Tell "Foreign Minister X arrived in Chad": nobody visits his own country by its name.

    In a town he may be at home, unless the visit is an official one or a counterpart receives him.
    """
    lexicon, lower = reading.grammar.lexicon, reading.text.lower
    if guest.kind != "person" or lexicon["offices_abroad"].isdisjoint(guest.role.lower().split()):
        return False
    if "travel" in match.rule.set:
        return False  # where people meet, one of them is at home
    if destination.end < 0 or not COMING_BACK.isdisjoint(reading.lemmas(match.trigger)):
        return False
    place = reading.mentions[reading.mention_at[destination.end - 1]]
    if place.kind == "state":
        return "return" not in lower[match.sentence.first : match.sentence.end]
    words = lower[match.sentence.first : match.sentence.end]
    return not (ABROAD.isdisjoint(words) and FORMAL.isdisjoint(pairwise(words)))


def lives_there(reading: Reading, destination: Destination) -> bool:
    """Tell "was in Oslo as ambassador", "is in Oslo in exile" from a visit."""
    if destination.end < 0:
        return False
    behind = reading.text.lower[destination.end : destination.end + 1 + AS_WITHIN]
    if behind[:2] == ["in", "exile"]:
        return True
    return behind[:1] == ["as"] and not RESIDENTS.isdisjoint(behind)
