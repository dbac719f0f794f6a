"""What a journey is for: a host, a gathering of many, or others who are met there."""

from __future__ import annotations

from analysis.actors.mention import Mention
from analysis.matching import Match
from analysis.statements import find_pair
from analysis.visits.hosts import SIDES
from analysis.visits.offices import list_states
from analysis.visits.venues import MARGINS, list_venues

# A summit of two is no gathering: "the summit with Ruto", "held a summit".
OF_TWO = frozenset({"with", "between"})
# Before these a journey is to the gathering, behind "ahead of", "about" to something else.
BOUND_FOR = frozenset({"at", "to", "for", "during", "in"})
# So many words behind "of" and "with" it is told whose meeting it is.
OWNERS = 8


def find_kind(match: Match, host: Mention | None, country: str) -> str:
    """Return the kind of a journey to a country."""
    if match.rule.set.get("visitor") == "led":
        return "third-party"  # where two delegations meet
    others = meets_others(match, country)
    # "Met on the sidelines of the summit".
    apart = others and not MARGINS.isdisjoint(match.resolver.words)
    if not apart and _is_to_gathering(match, host, country):
        return "multilateral"
    if host is not None:
        return "bilateral"
    states = match.reading.countries(match.filling("partner", "with_partner"))
    if "IGO" in states:
        return "multilateral"
    return "third-party" if others or states - {"", country} else "bilateral"


def meets_others(match: Match, country: str) -> bool:
    """Tell whether those who meet are of several states, and nobody of them of the place's."""
    between = any("between" in slot.prepositions for slot in match.rule.slots)
    if not between and match.rule.set.get("travel") != "all":
        return False
    states = _sides(match)
    return len(states) > 1 and country not in states


def list_sides(match: Match) -> list[Mention]:
    """Return whom a match names as taking part; both, where it names "the two leaders"."""
    reading, sides = match.reading, match.filling(*SIDES)
    return reading.named(one for side in sides for one in find_pair(reading, side) or [side])


def _sides(match: Match) -> set[str]:
    """Return the states of those whom a match names."""
    people = list_sides(match)
    named = {state for one in people for state in list_states(match.reading, one)}
    return (named | {one.country for one in people}) - {""}


def _is_to_gathering(match: Match, host: Mention | None, country: str) -> bool:
    """Tell whether the journey is to a gathering of many: "to Bali to attend the G20 summit"."""
    sentence, events = match.sentence, match.lexicon["multilateral"]
    for noun in range(sentence.first, sentence.end):
        if match.lower[noun] not in events:
            continue
        first = match.reading.skip_left(noun - 1, "XO#t", sentence.first) + 1
        here = _is_there(match, (first, noun), country)
        if here and _is_of_many(match, (first, noun), host):
            return True
    return False


def _is_of_many(match: Match, phrase: tuple[int, int], host: Mention | None) -> bool:
    """Tell "the nuclear summit", "a meeting of NATO ministers" from "talks", "a summit with"."""
    (first, noun), lexicon = phrase, match.lexicon
    lower, end = match.lower, noun + 1
    if lower[end] in ("of", "with"):
        behind = range(end + 1, min(end + OWNERS, match.sentence.end))
        end = next((at for at in behind if match.tags[at] in "P,V" and lower[at] != "of"), end)
    named = {m.country for _, m in match.reading.mentions_between(first, end)}
    words = {*lower[first:end]}
    if not lexicon["of_many"].isdisjoint(words) or "IGO" in named:
        return True
    if lower[noun] != "summit":
        return lower[noun] in lexicon["gatherings"] and words.isdisjoint({"news", "press"})
    sides = _sides(match)
    held = "hold" in match.reading.lemmas(match.trigger) or match.trigger == noun
    bare = host is not None and "O" not in match.tags[first:noun] and lower[noun + 1] != "of"
    two = len(sides) <= 2 and (held or bare)
    return not two and len(named) < 2 and OF_TWO.isdisjoint(lower[noun + 1 : noun + 3])


def _is_there(match: Match, phrase: tuple[int, int], country: str) -> bool:
    """Tell whether a gathering is where the journey leads."""
    first, noun = phrase
    lower, tags = match.lower, match.tags
    sentence = match.sentence
    places = list(list_venues(match.reading, {lower[noun]}, (sentence.first, sentence.end)))
    if places:
        return any(place.country == country for place in places)
    before = match.resolver.skip_left(first - 1, "D")
    attending = match.lexicon["attending"]
    bound = lower[before] in BOUND_FOR or match.reading.is_form(before, attending)
    if not bound and not (lower[before] == "of" and lower[before - 1] in MARGINS):
        return False
    between = range(*sorted((match.trigger + 1, before)))
    return not any(
        tags[at] in "VAMRS" and not match.reading.is_form(at, attending) for at in between
    )
