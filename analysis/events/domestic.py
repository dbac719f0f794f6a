"""Who acts inside one state: its government, opposition, rebels, people in the streets.

"Protesters", "the opposition", "rebels" are parties of a state like its government, on a side of
their own. Which state, their phrase says ("Thai farmers"), or the one state their sentence names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from analysis.events.party import Party
from analysis.plover import load_plover, plover_words
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.text import Sentence

# What stands in a noun phrase before its head.
INSIDE = frozenset("DOXE#Gtp")
OWNS = (["'"], ["’"], ["'s"], ["’s"])
# Behind a head these lead to its state: "rebels in Chad", "students from Mali".
LEADS = frozenset({"in", "of", "from"})
OF = frozenset({"of"})
# The country of those whose state the phrase does not say.
UNSAID = "?"


def put_on_side(reading: Reading, filler: Filler, party: Party) -> Party:
    """Return a named party with the side its words put it on: "opposition leader Ana Silva"."""
    words, head = reading.text.lower[filler.first : filler.end], head_of(reading, filler)
    sector = sector_of(words, head)
    if not sector:
        word, organ = party.word or head, _organ([*words, head])
        return Party(party.actor_id, party.country, party.sector, word, organ)
    inside = [(m.first, m.end) for _, m in reading.mentions_between(filler.first, filler.end)]
    if all(is_leaning(reading, *span) for span in inside or [(filler.first, filler.end)]):
        return make_party(UNSAID, sector, head)
    if party.actor_id == party.country:
        return make_party(party.country, sector, head)
    return replace(party, sector=sector, word=head)


def name_domestic(reading: Reading, filler: Filler) -> list[Party]:
    """Return the party that a phrase without a state names: "protesters", "the opposition"."""
    head = head_of(reading, filler)
    words = reading.text.lower[filler.first : filler.end]
    sector = sector_of(words, head)
    arms = head in plover_words("acting_for_states")
    forces = arms and not plover_words("forces_of_state").isdisjoint(words[:-1])
    if sector or forces or head in plover_words("ruling"):
        return [make_party(UNSAID, sector, head)]
    return []


def crowd_in(reading: Reading, fillers: Iterable[Filler]) -> list[Party]:
    """Return people in the streets who are called nothing but that: "hundreds of people"."""
    heads = (head_of(reading, filler) for filler in fillers)
    civilians = plover_words("civilians")
    return [make_party(UNSAID, "civilians", head) for head in heads if head in civilians][:1]


def rulers_beside(reading: Reading, filler: Filler, named: list[Party]) -> list[Party]:
    """Return the other of "the government and rebels", two sides in one phrase."""
    words = reading.text.lower[filler.first : filler.end]
    if "and" not in words:
        return []
    at = words.index("and")
    ruling = next((word for word in words[:at] if word in plover_words("ruling")), "")
    if not ruling or not any(_is_side(word) for word in words[at:]):
        return []
    return [make_party(named[0].country if named else UNSAID, "", ruling)]


def domestic_behind(
    reading: Reading,
    sentence: Sentence,
    index: int,
    *,
    loose: bool = False,
    before: frozenset[str] = OF,
) -> list[Party]:
    """Return the party that the noun phrase at a token is about, or whose its object is.

    `loose`: what is a party's only by an adjective counts too: "a government offer", "rebel camps".
    `before` are the prepositions that may lead to whose it is: "calls by protesters".
    """
    tags, lower, first, inside = reading.tags, reading.text.lower, index, -1
    inside_phrase = before | plover_words("counting")
    while index < sentence.end and (tags[index] in INSIDE or lower[index] in inside_phrase):
        ends = tags[index + 1 : index + 2] == [] or tags[index + 1] not in "OXE#G"
        owns = lower[index + 1 : index + 2] in OWNS
        if _is_side(lower[index]):
            if ends or owns:
                return [_party_in(reading, first, index, sentence)]
            inside = index
        index += 1
    named = inside >= 0 and (loose or lower[index - 1] in plover_words("side_heads"))
    return [_party_in(reading, first, inside, sentence)] if named else []


def _is_side(word: str) -> bool:
    plover = load_plover()
    return word in plover.sectors or word in plover_words("ruling") or word in plover.sided


def _party_in(reading: Reading, first: int, head: int, sentence: Sentence) -> Party:
    lower = reading.text.lower
    sector = sector_of(lower[first : head + 1], lower[head])
    return make_party(_state_of(reading, first, head + 1, sentence.end), sector, lower[head])


def is_leaning(reading: Reading, first: int, end: int) -> bool:
    """Tell "pro-Russian" and "Russian-backed" rebels, who are not Russia's."""
    words = reading.text.lower
    return words[first - 1 : first] == ["-"] or words[end : end + 1] == ["-"]


def _state_of(reading: Reading, first: int, end: int, last: int) -> str:
    """Return the state inside a phrase or right behind it."""
    leads = reading.text.lower[end : end + 1] != [] and reading.text.lower[end] in LEADS
    stop = min(end + 3, last) if leads else end
    named = (m for _, m in reading.mentions_between(first, stop) if m.country)
    states = (m.country for m in named if not is_leaning(reading, m.first, m.end))
    return next(states, UNSAID)


def sector_of(words: list[str], head: str) -> str:
    """Return whose side a phrase names: "" for a state's own people.

    Some words tell the side wherever they stand: "opposition lawmakers", "student leaders".
    """
    plover = load_plover()
    sided, sectors = plover.sided, plover.sectors
    for word in words:
        if word in sided:
            return sided[word]
    if head in sectors:
        return sectors[head]
    for first, second in pairwise(words):
        if (pair := f"{first} {second}") in sectors:
            return sectors[pair]
    return ""


def _organ(words: Iterable[str]) -> str:
    organs = load_plover().organs
    return next((organs[word] for word in words if word in organs), "")


def make_party(country: str, sector: str, word: str) -> Party:
    """Return a side of a state: "KEN:rebels", or the state itself."""
    actor_id = f"{country}:{sector}" if sector else country
    return Party(actor_id, country, sector, word, _organ([word]))


def head_of(reading: Reading, filler: Filler) -> str:
    """Return the noun a phrase is about, also behind its tokens: "Yemeni | coastguards"."""
    lower, tags, index = reading.text.lower, reading.tags, filler.end
    demonym = reading.kind_of(filler) == "demonym"
    if lower[index - 1] in plover_words("quantities") and lower[index : index + 1] == ["of"]:
        index += 1  # "hundreds | of Iranian troops"
    elif not demonym:
        for token in range(filler.first + 1, index):
            if lower[token] in LEADS and lower[token - 1] not in plover_words("quantities"):
                return lower[token - 1]  # "the government of Ecuador", "the rebels in Chad"
        while index - 1 > filler.first and _is_ship_name(reading, index - 1):
            index -= 1
        return lower[index - 1]
    while index < len(tags) and (tags[index] in "DOX#E" or is_joined(tags, index, len(tags))):
        index += 1
    return lower[index - 1]


def _is_ship_name(reading: Reading, index: int) -> bool:
    """Tell what a ship is called from what it is: "the cutter | Nansen"."""
    acting = plover_words("acting_for_states")
    named = reading.tags[index] == "O" and reading.text.words[index][0].isupper()
    named = named and reading.text.lower[index] not in acting  # "The Trade | Ministry"
    ship = reading.text.words[index - 1]
    return named and (ship[0].isupper() or ship in acting) and reading.tags[index - 1] != "D"


def is_joined(tags: list[str], index: int, end: int) -> bool:
    """Tell whether a name is joined to what stands before."""
    return index + 1 < end and tags[index] in "C," and tags[index + 1] == "X"
