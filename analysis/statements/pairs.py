"""Who "the two leaders", "the three sides" are: the last named before, of different states.

Where the sentences before leave it open, they are the two whom the opening brings together.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from analysis.actors import STATES, Mention
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.text import Sentence, find_tokens

TWO = frozenset({"two", "both", "pair"})
# … and several.
NUMBERS = {"three": 3, "four": 4, "five": 5}
BEFORE = TWO | {"the", *NUMBERS}
# "The ministers", "the national security advisers" are those whom a sentence brought together.
LEADERS = frozenset(
    "leaders presidents ministers premiers counterparts advisers advisors diplomats envoys"
    " interlocutors".split()
)
PEOPLE = LEADERS | {"men", "women", "pair"}
SIDES = frozenset(
    "sides parties delegations countries nations governments states neighbours neighbors"
    " allies".split()
)
# "The sides", too, are the two that a sentence brought together.
ALONE = (["the", "sides"], ["the", "parties"])
PEOPLE_KINDS = frozenset({"person", "title"})
EITHER_KIND = STATES | PEOPLE_KINDS
BODY_KINDS = EITHER_KIND | {"demonym", "group", "institution"}
ALONE_WORDS = frozenset({"both", "each"})
THE_TWO = ["the", "two"]
EACH = (["each", "side"], ["each", "country"], ["each"])
WHOSE = (["of"], ["from"])
OWNING = (["'"], ["’"], ["'s"], ["’s"])
PLACING = frozenset({"in", "at"})
# They speak for one side, and are none of its leaders.
SPEAKING = "spoke"
NUMBER = 2
# They are named in the same sentence or in so many before it.
WITHIN = 3
# So many sentences open a text.
OPENING = 2


def find_pair(reading: Reading, filler: Filler) -> list[Filler]:
    """Return those that "both leaders", "the three countries" stand for, or nothing."""
    lower, first = reading.text.lower, filler.first
    if lower[first - 1] in BEFORE:
        first -= 1
    phrase = lower[first : filler.end]
    if _is_of_two(reading, filler):
        return _two_states(reading, filler)
    if phrase in ALONE:
        return _brought_together(reading, filler, EITHER_KIND | {"group"})
    words = set(phrase)
    count = next((NUMBERS[word] for word in phrase if word in NUMBERS), NUMBER)
    if words.isdisjoint(TWO) and count == NUMBER and phrase not in EACH:
        # "The presidents", "the foreign ministers", not "leaders", whoever they are.
        leaders = phrase[:1] == ["the"] and phrase[-1] in LEADERS
        return _brought_together(reading, filler, PEOPLE_KINDS) if leaders else []
    alone = words <= ALONE_WORDS or phrase == THE_TWO  # "Both said", "each accusing"
    if alone or not words.isdisjoint(PEOPLE):
        within = 1 if phrase == THE_TWO else WITHIN
        named = _last_named(reading, filler, PEOPLE_KINDS, within=within, count=count)
        named = named or (_opening_two(reading, filler) if count == NUMBER else [])
        if named or not alone:
            return named
    return _two_states(reading, filler, count) if alone or words & SIDES else []


def find_who_met(reading: Reading, meeting: Filler) -> list[Filler]:
    """Return the two officials whose "the talks" is, told in a sentence before; or nothing."""
    return _last_named(reading, meeting, PEOPLE_KINDS, together=True, within=2)


def find_them(reading: Reading, filler: Filler) -> list[Filler]:
    """Return whom "they" means: the two whom a sentence, or an opening, before brought together.

    Only what two do with one another proves that both are meant.
    """
    if reading.text.lower[filler.first] != "they":
        return []
    before = _last_named(reading, filler, EITHER_KIND, together=True, within=1)
    opening = [] if before else _opening_two(reading, filler)
    return before or (opening if reading.countries([filler]) <= reading.countries(opening) else [])


def find_partner(reading: Reading, filler: Filler, own: set[str]) -> list[Filler]:
    """Return the other one of two whom the sentence before brought together, one of them "own"."""
    two = _last_named(reading, filler, EITHER_KIND, together=True, within=1)
    others = [f for f in two if reading.mentions[f.mention].country not in own]
    return others if len(others) == 1 else []


def _two_states(reading: Reading, filler: Filler, count: int = NUMBER) -> list[Filler]:
    named = _last_named(reading, filler, STATES, count=count)
    return named or _last_named(reading, filler, BODY_KINDS, together=True, count=count)


def _brought_together(reading: Reading, filler: Filler, kinds: frozenset[str]) -> list[Filler]:
    """Return all whom the sentence itself brings together, else two whom one before does."""
    sentence = reading.text.sentences[reading.text.sentence_of[filler.first]]
    here = _named_in(reading, filler, sentence, kinds)
    if len(here) > 1 and _brings_together(reading, sentence):
        return here  # "follows talks with X and Y, where the leaders condemned it"
    return _last_named(reading, filler, kinds, together=True) or _opening_two(reading, filler)


def _opening_two(reading: Reading, filler: Filler) -> list[Filler]:
    """Return the two people whom a text opens with, unless others meet before a phrase."""
    sentences = reading.text.sentences[: reading.text.sentence_of[filler.first] + 1]
    meetings = [
        (sentence.number, named)
        for sentence in sentences
        if _brings_together(reading, sentence)
        and (named := _named_in(reading, filler, sentence, PEOPLE_KINDS))
    ]
    two = next((named for number, named in meetings if len(named) > 1 and number < OPENING), [])
    all_who_met = reading.countries(one for _, named in meetings for one in named)
    return two if len(two) == NUMBER and all_who_met <= reading.countries(two) else []


def _is_of_two(reading: Reading, filler: Filler) -> bool:
    """Tell "officials | from both countries", "the two countries' | premiers"."""
    lower, first, end = reading.text.lower, filler.first, filler.end
    behind = lower[end + 1 : end + 4] if lower[end : end + 1] in WHOSE else []
    behind = behind[1:] if behind[:1] == ["the"] else behind
    before = lower[max(0, first - 3) : first]
    owned = before[:2] if before[-1:] in OWNING else []
    named = filler.mention >= 0 and reading.mentions[filler.mention].country
    return not named and any(
        two[:1] and two[0] in TWO and not SIDES.isdisjoint(two[1:2]) for two in (behind, owned)
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
    since: set[str] = set()
    for sentence in reversed(reading.text.sentences[: last + 1]):
        named = _named_in(reading, filler, sentence, kinds)
        met = _brings_together(reading, sentence)
        told_of = _told_of(reading, filler, sentence) if kinds == STATES else []
        if len(told_of) == count:
            return _as_states(reading, told_of)
        if len(named) > 1:
            # "Silva of Peru thanked Chad for its part in Kosovo": the sides are no such two.
            states = [m for m in reading.named(named) if m.kind in STATES]
            placed = any(reading.text.lower[m.first - 1] in PLACING for m in states)
            placed = placed and sentence.number < last
            leads = _named_in(reading, filler, sentence, EITHER_KIND)[:placed]
            told = since | reading.countries(leads)
            meant = len(named) == count and told <= reading.countries(named)
            return named if meant and (met or not together) else []
        if met and kinds == PEOPLE_KINDS:
            since |= reading.countries(named)  # "… met Silva. He then flew to meet Ruto."
        # A sentence that speaks of the pair goes on about them.
        left -= sentence.number == last or _speaks_of_pair(reading, sentence) < 0
        if left <= 0:
            break
    return []


def _told_of(reading: Reading, filler: Filler, sentence: Sentence) -> list[Filler]:
    """Return those of whom another tells: "Oslo said that Chad had sent tanks to Mali".

    Whom the pair then speaks of is none of it: "both asked Chad for an explanation".
    """
    named = _named_in(reading, filler, sentence, EITHER_KIND)
    here = reading.text.sentences[reading.text.sentence_of[filler.first]]
    if not named or sentence is here:
        return []
    verb = reading.mentions[named[0].mention].end
    tells = reading.is_form(verb, reading.lexicon["clause_takers"] | {"accuse"})
    spoken_of = reading.countries_between(filler.end, here.end)
    told = (
        tells and reading.tags[verb] == "V" and spoken_of.isdisjoint(reading.countries(named[1:]))
    )
    return named[1:] if told else []


def _as_states(reading: Reading, parties: list[Filler]) -> list[Filler]:
    """Return the states of some parties as named last; none if one of them nowhere is."""
    before = reading.mentions_between(0, parties[0].first)
    states = {m.country: number for number, m in before if m.kind in STATES}
    countries = [mention.country for mention in reading.named(parties)]
    known = [replace(parties[0], mention=states[c]) for c in countries if c in states]
    return known if len(known) == len(parties) else []


def _named_in(
    reading: Reading, filler: Filler, sentence: Sentence, kinds: frozenset[str]
) -> list[Filler]:
    """Return the first one of each state that a sentence names before it speaks of a pair."""
    named: dict[str, Filler] = {}
    line, pair = reading.dateline, _speaks_of_pair(reading, sentence)
    first = max(sentence.first, line.end if line is not None else 0)
    end = min(sentence.end if pair < 0 else pair, filler.first)
    for number, mention in reading.mentions_between(first, end):
        aside = "demonym" in kinds and _is_venue(reading, mention)
        speaks = SPEAKING in mention.role
        if mention.kind in kinds and mention.country and not speaks and not aside:
            one = Filler(filler.first, filler.end, mention=number, how="one of two before")
            named.setdefault(mention.country, one)
    invited = next(find_tokens(reading.text.lower, {"invitation"}, first, end), end)
    if all(mention.first > invited for mention in reading.named(named.values())):
        return []  # "the ministers of the club met at the invitation of Silva and Ruto"
    return list(named.values())


def _is_venue(reading: Reading, mention: Mention) -> bool:
    """Tell where they meet: "in Oslo"."""
    lower, first = reading.text.lower, mention.first
    called = lower[first - 1] == "capital"
    return mention.kind == "capital" and (called or lower[first - 1] in PLACING)


def _speaks_of_pair(reading: Reading, sentence: Sentence) -> int:
    """Return the first token of "the parties", "two leaders" in a sentence; -1 = none."""
    words = reading.text.lower[sentence.first : sentence.end]
    for at, (before, word) in enumerate(pairwise(words), sentence.first):
        if [before, word] in ALONE or (before in TWO and word in SIDES | PEOPLE):
            return at
    return -1


def _brings_together(reading: Reading, sentence: Sentence) -> bool:
    """Tell "met", "signed a pact" from "Chad fears Mali"."""
    words = reading.text.lower[sentence.first : sentence.end]
    return not reading.lexicon["encounters"].isdisjoint(words)
