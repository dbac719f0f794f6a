"""Journeys and rounds of talks told in one clause: "met Ruto in Nairobi and Tinubu in Abuja"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.actors import PERSONAL
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler

if TYPE_CHECKING:
    from analysis.visits.destinations import Destination

# Between a conjunction and the preposition of the next leg: "and | then on | to Riga".
ONWARD = frozenset("then on later finally onward onwards also".split())
# What may stand between a place and the conjunction behind it: "for talks on Sunday".
ADJUNCT = frozenset("PDOXt#BEQ")
# Slots of whom one meets.
PARTNERS = ("partner", "with_partner")
LOCATED = frozenset({"in", "at"})


def begins_leg(reading: Reading, match: Match, first: int, place: int) -> bool:
    """Tell whether a place is the next leg behind one that ends at a token.

    So with a preposition of its own, "to Rome for talks and to | Oslo", or with somebody else to
    meet there, "in Rome and Ruto in | Oslo".
    """
    lower, tags = reading.text.lower, reading.tags
    token = place - 1
    while token > first and tags[token] == "D":
        token -= 1
    prepositions = {word for slot in match.rule.slots for word in slot.prepositions}
    if token <= first or lower[token] not in prepositions:
        return False
    token -= 1
    token = _before_partner(reading, match, first, token)
    while token > first and lower[token] in ONWARD:
        token -= 1
    joined = token >= first and tags[token] in ",C"
    token -= joined and token > first and tags[token - 1] == ","  # "…, and"
    return joined and ADJUNCT.issuperset(tags[first:token])


def _before_partner(reading: Reading, match: Match, first: int, token: int) -> int:
    """Step left over whom one meets, or what one attends: "and | with President Ruto in"."""
    lower, tags, number = reading.text.lower, reading.tags, reading.mention_at[token]
    person = number >= 0 and reading.mentions[number].kind in PERSONAL
    event = lower[token] in match.rule.with_words | reading.grammar.lexicon["events"]
    if tags[token] == "#":  # "two days in Oslo and | one in Riga"
        return token - 1
    if match.rule.set.get("travel") != "all" or not (person or event):
        return token
    while token > first and (tags[token] in "DXO" or lower[token] == "with"):
        token -= 1
    return token


def is_of_leg(
    reading: Reading,
    match: Match,
    partner: Filler,
    destination: Destination,
    legs: Sequence[Destination],
) -> bool:
    """Tell whether somebody is met in this place, not in another one of which the clause tells."""
    met = [p.first for slot in PARTNERS for p in match.fillers.get(slot, [])]
    if partner.first not in met or min(partner.first, destination.end) <= match.trigger:
        return True
    ends = sorted(leg.end for leg in legs if leg.end > match.trigger)
    behind = [end for end in ends if end <= partner.first]
    ahead = [end for end in ends if end > partner.end]
    located = reading.text.lower[partner.end : partner.end + 1]
    if located and located[0] in LOCATED and (ahead or behind):
        return ahead[:1] == [destination.end]  # "and Tinubu | in Abuja"
    return destination.end == (behind[-1] if behind else ends[0])
