"""Who "the two leaders", "the three sides" are: the last named before, of different states."""

from __future__ import annotations

from itertools import pairwise

from analysis.actors import Mention
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.text import Sentence

TWO = frozenset({"two", "both", "pair"})
# … and several.
NUMBERS = {"three": 3, "four": 4, "five": 5}
BEFORE = TWO | {"the", *NUMBERS}
PEOPLE = frozenset("leaders presidents ministers premiers men women pair counterparts".split())
STATES = frozenset(
    "sides parties delegations countries nations governments states neighbours neighbors"
    " allies".split()
)
STATE_KINDS = frozenset({"state", "capital", "metonym"})
# "The sides", "the ministers" are the two that a sentence brought together.
ALONE = (["the", "sides"], ["the", "parties"])
LEADERS = frozenset("leaders presidents ministers premiers counterparts".split())
PEOPLE_KINDS = frozenset({"person", "title"})
EITHER_KIND = STATE_KINDS | PEOPLE_KINDS
BODY_KINDS = EITHER_KIND | {"demonym", "group", "institution"}
EACH = (["each", "side"], ["each", "country"], ["each"])
WHOSE = (["of"], ["from"])
OWNING = (["'"], ["’"], ["'s"], ["’s"])
PLACING = frozenset({"in", "at"})
# They speak for one side, and are none of its leaders.
SPEAKING = "spoke"
NUMBER = 2
# They are named in the same sentence or in so many before it.
WITHIN = 3


def find_pair(reading: Reading, filler: Filler) -> list[Filler]:
    """Return those that "both leaders", "the three countries" stand for, or nothing."""
    lower, first = reading.text.lower, filler.first
    if first and lower[first - 1] in BEFORE:
        first -= 1
    phrase = lower[first : filler.end]
    if phrase in ALONE:
        return _last_named(reading, filler, EITHER_KIND, together=True)
    if _is_of_two(reading, filler):
        return _two_states(reading, filler)
    if phrase[0] == "the" and len(phrase) == NUMBER and phrase[1] in LEADERS:
        return _last_named(reading, filler, PEOPLE_KINDS, together=True)
    words = set(phrase)
    count = next((NUMBERS[word] for word in phrase if word in NUMBERS), NUMBER)
    if words.isdisjoint(TWO) and count == NUMBER and phrase not in EACH:
        return []
    if not words.isdisjoint(PEOPLE):
        return _last_named(reading, filler, PEOPLE_KINDS, count=count)
    return [] if words.isdisjoint(STATES) else _two_states(reading, filler, count)


def find_who_met(reading: Reading, meeting: Filler) -> list[Filler]:
    """Return the two officials whose "the talks" is, told in a sentence before; or nothing."""
    return _last_named(reading, meeting, PEOPLE_KINDS, together=True, within=2)


def find_them(reading: Reading, filler: Filler) -> list[Filler]:
    """Return the two whom "they" means right behind a sentence that brought them together.

    Only what two do with one another proves that both are meant.
    """
    if reading.text.lower[filler.first] != "they":
        return []
    return _last_named(reading, filler, EITHER_KIND, together=True, within=1)


def find_partner(reading: Reading, filler: Filler, own: set[str]) -> list[Filler]:
    """Return the other one of two whom the sentence before brought together, one of them "own"."""
    two = _last_named(reading, filler, EITHER_KIND, together=True, within=1)
    others = [f for f in two if reading.mentions[f.mention].country not in own]
    return others if len(others) == 1 else []


def _two_states(reading: Reading, filler: Filler, count: int = NUMBER) -> list[Filler]:
    named = _last_named(reading, filler, STATE_KINDS, count=count)
    return named or _last_named(reading, filler, BODY_KINDS, together=True, count=count)


def _is_of_two(reading: Reading, filler: Filler) -> bool:
    """Tell "the premiers | of the two countries", "the two countries' | premiers"."""
    lower, first, end = reading.text.lower, filler.first, filler.end
    if lower[filler.end - 1] not in LEADERS:
        return False
    behind = lower[end + 1 : end + 4] if lower[end : end + 1] in WHOSE else []
    behind = behind[1:] if behind[:1] == ["the"] else behind
    before = lower[max(0, first - 3) : first]
    owned = before[:2] if before[-1:] in OWNING else []
    return any(
        two[:1] and two[0] in TWO and not STATES.isdisjoint(two[1:2]) for two in (behind, owned)
    )


def _last_named(
    reading: Reading,
    filler: Filler,
    kinds: frozenset[str],
    *,
    together: bool = False,
    within: int = WITHIN,
    count: int = NUMBER,
) -> list[Filler]:
    """Return those of some kinds, of different states, that the last sentence to do so names.

    A sentence that names more than `count` leaves open who is meant. `together`: it must tell that
    they have to do with one another. `within`: how many sentences back it stands at most.
    """
    last = reading.text.sentence_of[filler.first]
    left = within + 1
    for sentence in reversed(reading.text.sentences[: last + 1]):
        if sentence.number < last and _speaks_of_pair(reading, sentence):
            continue  # it goes on about them
        left -= 1
        if left < 0:
            break
        named: dict[str, Filler] = {}
        end = min(sentence.end, filler.first)
        for number, mention in reading.mentions_between(sentence.first, end):
            aside = "demonym" in kinds and _is_venue(reading, mention)
            speaks = SPEAKING in mention.role
            if mention.kind in kinds and mention.country and not speaks and not aside:
                one = Filler(filler.first, filler.end, mention=number, how="one of two before")
                named.setdefault(mention.country, one)
        if len(named) > 1:
            met = not together or _brings_together(reading, sentence)
            return list(named.values()) if len(named) == count and met else []
    return []


def _is_venue(reading: Reading, mention: Mention) -> bool:
    """Tell where they meet: "in Oslo", "in the Norwegian capital Oslo"."""
    lower, first = reading.text.lower, mention.first
    if lower[mention.end : mention.end + 1] == ["capital"]:
        first -= lower[first - 1] == "the"
        return mention.kind == "demonym" and lower[first - 1] in PLACING
    called = lower[first - 1] == "capital"
    return mention.kind == "capital" and (called or lower[first - 1] in PLACING)


def _speaks_of_pair(reading: Reading, sentence: Sentence) -> bool:
    words = reading.text.lower[sentence.first : sentence.end]
    return any(
        [before, word] in ALONE or (before in TWO and word in STATES | PEOPLE)
        for before, word in pairwise(words)
    )


def _brings_together(reading: Reading, sentence: Sentence) -> bool:
    """Tell "met", "signed a pact" from "Chad fears Mali"."""
    words = reading.text.lower[sentence.first : sentence.end]
    return not reading.grammar.lexicon["encounters"].isdisjoint(words)
