"""Which states a sentence and those before it name, and whose "the government" is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection

from analysis.actors import ActorBook, Mention
from analysis.events.domestic import UNSAID, is_leaning
from analysis.events.owners import is_held
from analysis.events.party import Party, Sides
from analysis.grammar import POSSESSIVE_PRONOUNS
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.text import Sentence

# So many sentences back a text may have said where it happens.
BEFORE = 2
# "That sell arms to Chad": so many tokens at most stand between "that" and the name.
CLAUSE_REACH = 8


def only_other(
    reading: Reading, sentence: Sentence, book: ActorBook, acting: list[Party], told: set[int]
) -> list[Party]:
    """Return the one state beside the actors' own that a sentence names.

    `told` are the mentions of who tells it: "three died, a Chadian officer said". In "imposed
    sanctions after talks with Chad" it is done to others.
    """
    own = {party.country for party in acting}
    named = reading.mentions_between(sentence.first, sentence.end)
    aside = {number for number, mention in named if _is_aside(reading, mention)}
    others = _states_in(reading, sentence, book, told | aside) - own
    return [Party(state, state) for state in others] if len(others) == 1 else []


def _is_aside(reading: Reading, mention: Mention) -> bool:
    """Tell whom one talks with, where one meets or goes, and whom somebody else deals with.

    "After talks with Chad", "leaders meeting in Lusaka", "firms that sell arms to Chad".
    """
    first, lower = mention.first, reading.text.lower
    before = lower[max(0, first - 3) : first]
    if "with" in before[1:] and not plover_words("talks").isdisjoint(before):
        return True
    if mention.kind == "city" and before[-1:] == ["to"]:
        return True
    if before[-1:] == ["in"] and not reading.lexicon["meeting_in"].isdisjoint(before):
        return True
    near = slice(max(0, first - CLAUSE_REACH), first)
    deals = "R" in reading.tags[near] and not plover_words("dealing").isdisjoint(lower[near])
    return deals and not {"to", "with", "for"}.isdisjoint(before[1:])


def home_of(reading: Reading, sentence: Sentence, book: ActorBook, sides: Sides) -> str:
    """Return whose "the rebels" are: of the other side, or of those so called before."""
    if any(m.country for _, m in reading.mentions_between(sentence.first, sentence.end)):
        return only_state(reading, sentence, book)
    parties = [party for side in sides for party in side]
    told = {party.country for party in parties} - {"", "IGO", UNSAID}
    words = {party.word for party in parties}
    number = bisect_left(reading.mentions, sentence.first, key=lambda m: m.first)
    for mention in reversed(reading.mentions[:number]):
        full = mention.country and mention.end - mention.first > 1
        if full and not told and reading.text.lower[mention.end - 1] in words:
            return mention.country
    return told.pop() if len(told) == 1 else only_state(reading, sentence, book)


def scene_of(reading: Reading, sentence: Sentence) -> str:
    """Return the state in which a sentence plays, by its own words or those before it.

    The dateline with which one begins tells it too.
    """
    town = reading.town
    for near in reading.text.sentences[sentence.number :: -1][: BEFORE + 1]:
        if place := setting_of(reading, near):
            return place
        if town is not None and town.country and near.first <= town.first < near.end:
            return town.country
    return ""


def only_state(
    reading: Reading, sentence: Sentence, book: ActorBook, told: Collection[int] = ()
) -> str:
    """Return the one state a sentence names; where it names none, the one told of before it.

    Whoever tells it (`told`) counts where no other is named.
    """
    for near in reading.text.sentences[sentence.number :: -1][: BEFORE + 1]:
        found = _states_in(reading, near, book, told) or _states_in(reading, near, book)
        if any(m.country for _, m in reading.mentions_between(near.first, near.end)):
            return found.pop() if len(found) == 1 else ""
    return ""


def _states_in(
    reading: Reading, sentence: Sentence, book: ActorBook, told: Collection[int] = ()
) -> set[str]:
    found: set[str] = set()
    for number, mention in reading.mentions_between(sentence.first, sentence.end):
        leaning = is_leaning(reading, mention.first, mention.end)
        known = mention.country not in ("", "IGO") and number not in told
        # "Its | ambassador" is of a state that has its name elsewhere.
        known = known and reading.text.lower[mention.first - 1] not in POSSESSIVE_PRONOUNS
        known = known and mention.actor_id not in plover_words("of_many_lands")
        if known and not leaning and not book.is_outlet(mention.actor_id):
            found.add(mention.country)
    return found


def setting_of(reading: Reading, sentence: Sentence) -> str:
    """Return the state in which something happens: "spread across Georgia"."""
    for _, mention in reading.mentions_between(sentence.first, sentence.end):
        index = reading.skip_left(mention.first - 1, "DO", sentence.first)  # "in | central Athens"
        lead = reading.text.lower[index - (reading.text.lower[index] == "of")]
        if mention.is_place and lead in plover_words("where"):
            ruled = not is_held(reading, mention.first, mention.end)
            return mention.country if ruled else ""
    return ""
