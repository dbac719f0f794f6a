"""What fills a slot -> whether it is of the sort wanted, and read as that sort: party or items."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.actors import BODIES, PERSONAL, Mention
from analysis.reading import Reading
from analysis.roles import CITY_STATES, TOLD_BEFORE, Filler
from analysis.rules import Slot

ACTING = BODIES | PERSONAL
# Before a noun these tell whose it is: "Chadian planes", "Chadian military planes".
OWNING = frozenset({"demonym", "state", "institution"})
# A pronoun is all that is given where one of these stands behind it.
ENDING = frozenset("PTRSCAVEBQt,;")


def as_items(fillers: Iterable[Filler], first: int, reading: Reading) -> list[Filler]:
    """Read phrases as the items in them or meant by them; the sentence begins at `first`."""
    fillers = list(fillers)
    found = [item for filler in fillers for item in _items_inside(filler, reading)]
    return found or [item for one in fillers for item in _items_meant(one, first, reading)]


def _items_inside(filler: Filler, reading: Reading) -> Iterable[Filler]:
    """Read the items inside a phrase: "North Korean soldiers", "a batch of shells"."""
    if filler.item >= 0:
        return [filler]
    return reading.item_fillers(filler.first, filler.end, filler.how)


def _items_meant(pronoun: Filler, first: int, reading: Reading) -> list[Filler]:
    """Read "them" in "bought tanks and sent them to Chad", not in "gave them shells"."""
    lower, tags = reading.text.lower, reading.tags
    if lower[pronoun.first : pronoun.end] != ["them"] or tags[pronoun.end] not in ENDING:
        return []
    found: list[Filler] = []
    for item in reversed(reading.item_fillers(first, pronoun.first, "meant by the pronoun")):
        if found and any(tag not in "XO#DC,B" for tag in tags[item.end : found[-1].first]):
            break
        found.append(item)
    return found[::-1]


def as_party(filler: Filler, reading: Reading, *, whose: bool) -> Filler:
    """Read "Iranian planes", "China's arms makers" as the state they belong to.

    `whose` where planes, ships and soldiers stand for whoever has them: acting, or receiving.
    """
    named = reading.mention_of(filler)
    seat = -1 if named and named.country else _seat_behind(filler, reading)
    if seat >= 0:
        return Filler(filler.first, reading.mentions[seat].end, seat, how=f"body, {filler.how}")
    if named:
        return _with_adjective(filler, named, reading)
    if filler.item >= 0:
        owner = reading.text.owners.get(filler.first - 1, filler.first - 1)  # "its troops"
        number = reading.mention_at[owner] if filler.first and whose else -1
        if number < 0 or reading.mentions[number].kind not in ("demonym", "state"):
            return filler
        return Filler(filler.first, filler.end, mention=number, how=f"owner, {filler.how}")
    if reading.text.lower[filler.end - 1] in reading.lexicon["not_itself"]:
        return filler
    if not whose and reading.item_at[filler.end - 1] >= 0:
        return filler  # "Chinese rifles, resold by Oslo", did not go to China
    for number, mention in reading.mentions_between(filler.first, filler.end):
        if "flagged" in reading.text.lower[mention.end : mention.end + 2]:
            continue  # a ship's flag says little of who sends it
        if mention.country and (mention.possessive or mention.kind in OWNING):
            return Filler(filler.first, filler.end, mention=number, how=f"owner, {filler.how}")
    owner = reading.text.owners.get(filler.first, -1) if whose else -1
    if owner >= 0 and reading.mention_at[owner] >= 0:  # "Her tour", of the person named before
        number = reading.mention_at[owner]
        return Filler(filler.first, filler.end, mention=number, how=f"owner, {filler.how}")
    return filler


def _seat_behind(filler: Filler, reading: Reading) -> int:
    """Return the mention that says whose body it is: "the army of Chad", "a firm based in Oslo".

    "Rebel forces in Chad" are none of Chad's, nor are "Omani forces in Chad"; "members of the
    Guards" are the Guards.
    """
    lower, end, lexicon = reading.text.lower, filler.end, reading.lexicon
    named = reading.mention_at[end - 1]
    if (named >= 0 and reading.mentions[named].country) or end + 1 >= len(lower):
        return -1
    head, first = lower[end - 1], reading.mentions[named].first if named >= 0 else filler.first
    if head in lexicon["parts_of_bodies"] and lower[end] == "of":
        body = reading.mention_at[end + 1 + (lower[end + 1] == "the")]
        return body if body >= 0 and reading.mentions[body].kind in BODIES else -1
    if head in lexicon["state_firms"]:
        end += lower[end] == ","
        end += lower[end] == "based"
        seated = not any(one.country for _, one in reading.mentions_between(first, end))
    else:
        seated = head in lexicon["state_bodies"]
        seated = seated and lexicon["armed_groups"].isdisjoint(lower[first:end])
    seat = reading.named_at(end + 1) if seated and lower[end] in ("of", "in") else None
    return reading.mention_at[end + 1] if seat and seat.is_place and not seat.possessive else -1


def _with_adjective(filler: Filler, named: Mention, reading: Reading) -> Filler:
    """Read "Chinese state-owned contractors", of whom only the adjective tells the state.

    "His forces" are those of whom the text has in mind.
    """
    if named.country or named.kind not in ("title", "group"):
        return filler
    if (owner := reading.text.owners.get(named.first - 1, -1)) >= 0:
        return Filler(filler.first, filler.end, reading.mention_at[owner], how=filler.how)
    index = reading.skip_left(named.first - 1, "OE", 0)
    if index < 0 or reading.kind_at(index) != "demonym":
        return filler
    return Filler(filler.first, filler.end, reading.mention_at[index], how=filler.how)


def fits(slot: Slot, filler: Filler, reading: Reading) -> bool:
    """Tell whether a filler is of the sort that its slot wants, in its sentence."""
    want = slot.want
    if want == "any":
        return True
    if want == "noun":
        people = "people" in slot.words and _is_people(filler, reading)
        return people or not slot.words.isdisjoint(reading.text.lower[filler.first : filler.end])
    if want in ("item", "arms", "personnel"):
        if filler.item < 0:
            return False
        kind = reading.items[filler.item].item.kind
        return want == "item" or (kind == "personnel") == (want == "personnel")
    if filler.mention < 0:
        return want == "speaker" and filler.item < 0
    mention, lower = reading.mentions[filler.mention], reading.text.lower
    if filler.how == TOLD_BEFORE and want not in ("place", "town"):
        return False
    if want == "place" and mention.kind == "demonym" and mention.end < len(lower):
        if slot.role == "modifier" and lower[mention.end] in reading.lexicon["had_abroad"]:
            return True  # "his Chadian visit"
        soil = lower[mention.end : mention.end + 2]  # "on Chadian soil"
        return not reading.lexicon["parts_of_states"].isdisjoint(soil)
    return suits(want, mention)


def _is_people(filler: Filler, reading: Reading) -> bool:
    """Tell "Kenyans", the people of a state, from its officials."""
    mention = reading.mention_of(filler)
    if mention is None or mention.kind != "group" or mention.official:
        return False
    return bool(mention.country) and mention.end - mention.first == 1


def suits(want: str, mention: Mention) -> bool:
    """Tell whether a mention is of the sort that a slot wants."""
    if want == "place":
        return mention.is_place
    if want == "town":
        city_state = mention.kind == "state" and mention.country in CITY_STATES
        return city_state or mention.kind in ("capital", "city")
    if want == "seat":
        return mention.kind == "metonym" and mention.is_place
    if want == "speaker":
        return mention.kind in ACTING
    if want == "person":
        return mention.kind in PERSONAL
    if want == "official":
        return mention.official and mention.kind in ACTING
    if want == "party":
        return mention.kind in (*ACTING, "demonym") and bool(mention.name)
    return mention.kind in ACTING and not (mention.kind == "name" and not mention.actor_id)
