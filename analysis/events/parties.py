"""Fillers of a clause -> parties: who acts, towards whom, each with id and state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from analysis.actors import Mention
from analysis.events.domestic import (
    head_of,
    is_joined,
    name_domestic,
    put_on_side,
    rulers_beside,
    sector_of,
)
from analysis.events.owners import LINKING, is_held, is_maker, is_only_named, joined_by_hyphen
from analysis.events.party import Party, as_parties
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.text import Sentence

HOME = frozenset({"of", "from"})
# So far before and behind a verb stands that two sides do the same: "each expelled the other's".
RECIPROCAL_BEFORE, RECIPROCAL_BEHIND = 3, 10
FIRING = frozenset({"by", "from"})
LOCATING = frozenset("in at near into from to across inside outside".split())
# What several states before it may have each: "the Omani and | Kenyan navies".
SHARED = frozenset({"institution", "group"})
# Categories of items with a crew.
PLATFORMS = frozenset({"aircraft", "uav", "naval", "armoured_vehicle"})
# A body whose state may stand before it.
BARE_KINDS = frozenset({"group", "institution", "title", "organisation"})


def find_parties(reading: Reading, fillers: Iterable[Filler]) -> list[Party]:
    """Return the parties that fillers name, or whose forces, people, goods they name; each once.

    Those of a state that the text does not name ("protesters") have the country "?".
    """
    known, found = reading.parties, list[Party]()
    for filler in fillers:
        named = known.get(filler)
        if named is None:
            named = known[filler] = list(_parties_of(reading, filler))
        found += named
    return list(dict.fromkeys(found)) if len(found) > 1 else found


def _parties_of(reading: Reading, filler: Filler) -> Iterator[Party]:
    known = as_parties(_named(reading, filler))
    yield from rulers_beside(reading, filler, known)
    if known:
        yield from (put_on_side(reading, filler, party) for party in known)
    elif filler.item < 0:
        yield from name_domestic(reading, filler)


def _named(reading: Reading, filler: Filler) -> Iterator[Mention]:
    """Yield who is named in a phrase, before it, or behind its "of"."""
    mention = reading.mention_of(filler)
    if mention is not None and is_only_named(reading, mention):
        return
    if mention is not None and (mention.country or mention.kind not in BARE_KINDS):
        people = mention.kind in ("title", "group")
        joined = list(_behind_of(reading, mention.end, HOME)) if people else []
        if len(joined) > 1:
            yield from joined  # "diplomats | from Chad and Mali"
            return
        if mention.kind in SHARED:
            yield from _joined_before(reading, mention.first)
        yield from joined_by_hyphen(reading, mention)
        return
    # Whose it is may stand outside its tokens: "Russian air defence | forces", "Iranian | drones".
    first = reading.skip_left(filler.first - 1, "XOE#", 0) + 1
    inside = [
        m
        for _, m in reading.mentions_between(first, filler.end)
        if m.country and not is_maker(reading, m)
    ]
    people = filler.item < 0 or reading.items[filler.item].item.kind == "personnel"
    # "protesters | in Karachi" and "officials | in Karachi" are Pakistan's.
    head = reading.text.lower[filler.end - 1]
    there = head in plover_words("civilians") or head in plover_words("seated")
    there = there or sector_of([], head) in plover_words("people")
    leads = HOME | {"in"} if there else HOME
    whose = next((at for at in (first, first - 1) if reading.text.lower[at] == "whose"), -1)
    owner = reading.mention_at[reading.text.owners.get(whose, -1)] if whose >= 0 else -1
    if inside:
        yield from _joined_before(reading, first)
    elif owner >= 0:  # "Chad, | whose army"
        inside = [reading.mentions[owner]]
    elif people and reading.tags[first - 1] == "C":  # "Omani teachers and | builders"
        joined_to = reading.named_at(first - 2)
        inside = [joined_to] if joined_to is not None else []
    behind = filler.end
    following = reading.text.lower[behind : behind + 1]
    if plover_words("linked").intersection(following):
        behind, leads = behind + 1, LINKING
    elif reading.lexicon["fired_by"].intersection(following):
        behind, leads, people = behind + 1, FIRING, True
    if inside:
        yield from joined_by_hyphen(reading, inside[0])
    elif people:
        yield from _behind_of(reading, behind, leads)


def _joined_before(reading: Reading, first: int) -> Iterator[Mention]:
    """Yield the states joined to the one a phrase begins with: "Iraqi and | Kuwaiti engineers"."""
    index = first - 1
    while index > 0 and reading.tags[index] in "C,":
        mention = reading.named_at(index - 1)
        if mention is None or mention.kind != "demonym":
            return
        yield mention
        index = mention.first - 1


def _behind_of(reading: Reading, index: int, leads: frozenset[str]) -> Iterator[Mention]:
    """Yield the names in "ministers | of Chad and Niger"."""
    lower, tags, end = reading.text.lower, reading.tags, len(reading.tags)
    if index + 1 >= end or lower[index] not in leads:
        return
    index += 2 if tags[index + 1] == "D" else 1
    body = reading.skip_right(index, "O", end - 2)
    if lower[body] == "of":  # "the Minister of | Trade of Chad"
        index = body + 1 + (tags[body + 1] == "D")
    while index < end and tags[index] == "X":
        mention = reading.mentions[reading.mention_at[index]]
        if lower[mention.end : mention.end + 1] == ["-"]:
            return  # "the head of an Iranian-backed militia"
        if is_held(reading, mention.first, mention.end):
            return  # "a court in Crimea"
        yield mention
        if not is_joined(tags, mention.end, end):
            return
        index = mention.end + 1


def find_actors(
    reading: Reading, fillers: Iterable[Filler], *, civilian: bool = False
) -> list[Party]:
    """Return the parties that can act: states, bodies, officials, and the forces of states."""
    return find_parties(reading, (f for f in fillers if _acts(reading, f, civilian)))


def is_reciprocal(reading: Reading, sentence: Sentence, trigger: int) -> bool:
    """Tell what two do to one another: "pledged help to each other", "each expelled the other"."""
    first = max(sentence.first, trigger - RECIPROCAL_BEFORE)
    near = reading.text.lower[first : min(trigger + RECIPROCAL_BEHIND, sentence.end)]
    return ("one", "another") in pairwise(near) or {"each", "other"} <= {*near}


def drop_media(rulebook: Rulebook, parties: list[Party]) -> list[Party]:
    """Leave out outlets: they report what others do."""
    return [party for party in parties if not rulebook.actors.is_outlet(party.actor_id)]


def _acts(reading: Reading, filler: Filler, civilian: bool) -> bool:
    head = head_of(reading, filler)
    sided = sector_of(reading.text.lower[filler.first : filler.end], head)
    known = civilian or bool(sided) or head in plover_words("acting_for_states")
    if filler.mention < 0:
        number = reading.item_at[filler.end - 1]  # "Iranian Su-24s" act, its shells do not
        manned = number >= 0 and reading.items[number].item.category in PLATFORMS
        acts = filler.item >= 0 or known or manned
        return acts or _is_nation(reading, filler) or _is_owned(reading, filler)
    mention = reading.mentions[filler.mention]
    if mention.kind == "demonym":
        # A deed that is called Israeli is Israel's: "an Israeli raid".
        return known or filler.how == "adjective" or head in plover_words("harms")
    if mention.kind == "city":
        return False
    # What a rule seeks behind "from" or "by" acts ("got a loan from Chad"), and whose deed it is.
    sought = filler.how.startswith(("after ", "owner", "adjective"))
    if not sought and _is_location(reading, mention):
        return False
    # "Iranian gunmen" hold no office, and act; "Russians" are people, not their state.
    people = mention.kind in ("person", "title", "pronoun", "group")
    return known or mention.official or not people


def _is_nation(reading: Reading, filler: Filler) -> bool:
    """Tell "the Sudanese", who are Sudan as a rule, from "two Sudanese"."""
    number = reading.mention_at[filler.end - 1]
    return number >= 0 and reading.text.lower[filler.first : filler.end - 1] == ["the"]


def _is_owned(reading: Reading, filler: Filler) -> bool:
    """Tell "Italy's Eni", "Algeria's state-owned Sonatrach", which act for their economy.

    So "Ruto's administration", which acts for his state.
    """
    owners = [m for _, m in reading.mentions_between(filler.first, filler.end) if m.possessive]
    head = reading.text.words[filler.end - 1]
    return bool(owners) and (head[0].isupper() or head in plover_words("ruling"))


def _is_location(reading: Reading, mention: Mention) -> bool:
    """Tell whether a state is only where something is: "a consulate in Benghazi, Libya, that"."""
    lower, tags = reading.text.lower, reading.tags
    index = mention.first
    while index and lower[index - 1] == "the":
        index -= 1
    # Not so in "in Lusaka, Zambia and Malawi signed": there the state goes with what follows.
    closed = mention.end < len(tags) and tags[mention.end] in ",;R"
    if closed and index > 1 and tags[index - 1] == "," and tags[index - 2] == "X":
        index = reading.mentions[reading.mention_at[index - 2]].first
    return mention.is_place and index > 0 and lower[index - 1] in LOCATING
