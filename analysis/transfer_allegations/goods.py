"""What is sent: the items of a match, without those that only say what a test or ban is of."""

from __future__ import annotations

from itertools import pairwise

from analysis.items import ItemMention
from analysis.items.quantities import CURRENCIES, Quantity
from analysis.matching import Match
from analysis.roles import Filler
from analysis.transfer_allegations.parties import OWNED

ITEM = ("item", "direct", "made_of", "banned")
# What is itself sent to bring arms, or help.
VEHICLES = frozenset({"aircraft", "naval"})
# How the words for several of them end.
MANY = ("s", "aircraft")
SUMMING = frozenset({("among", "them"), ("consisting", "of")})
# So far before an item "neither" says that there was none.
LACKING = 4


def goods_of(match: Match) -> list[ItemMention]:
    """Return what is sent: of the items found those that the rule is about.

    None that is part of who gets the others: "gave Chad's armed forces tanks".
    """
    only = match.rule.set.get("only", "").split()
    found = match.filling(*ITEM)
    for end in match.filling("receiver"):
        if match.tags[end.end] in "DO#X" or match.lower[end.end] == "with":
            found = [one for one in found if not end.first <= one.first < end.end] or found
    items = given(match, [match.reading.items[filler.item] for filler in found])
    return [item for item in items if not only or item.item.category in only]


def given(match: Match, items: list[ItemMention]) -> list[ItemMention]:
    """Return those of the items named that are given, and neither civil nor mere headings."""
    banned = match.rule.set.get("banned")
    if _is_invasion(match, items):
        return []
    return [
        item
        for item in _without_headings(match, items)
        if not _is_civil(match, item) and (banned or not _only_qualifies(match, item))
    ]


def _without_headings(match: Match, items: list[ItemMention]) -> list[ItemMention]:
    """Leave out the "weapons" and "other equipment" of a list that names classes of them."""
    named = [item for item in items if item.item.name not in match.lexicon["sums"]]
    classes = {item.item.category for item in named if item.item.kind != "personnel"}
    told = "unspecified" not in classes or any(sums_up(match, item, items) for item in items)
    return named if classes and told else items


def sums_up(match: Match, item: ItemMention, items: list[ItemMention]) -> bool:
    """Tell "weapons including tanks", "military aid to Chad, which includes tanks"."""
    lower = match.lower
    for other in items if item.item.name in match.lexicon["sums"] else ():
        between = lower[item.end : other.start]
        if other.item.category == "unspecified" or not between:
            continue
        pairs = pairwise(between)
        if not match.lexicon["including"].isdisjoint(between) or not SUMMING.isdisjoint(pairs):
            return True
    return False


def are_lacking(match: Match, items: list[ItemMention]) -> bool:
    """Tell "no rockets were supplied" and "gave them neither tanks nor drones"."""
    lower = match.lower
    before = [lower[max(0, item.start - LACKING) : item.first] for item in items]
    return any("no" in words[-2:] or "neither" in words for words in before)


def are_carriers(match: Match, doer: Filler) -> bool:
    """Tell "downed two planes as they brought arms": planes did, whoever downed them."""
    lower = match.lower
    before = set(lower[match.sentence.first : doer.first]) & match.lexicon["carriers"]
    several = any(word.endswith(MANY) for word in before)
    return bool(before) and lower[doer.first] == ("they" if several else "it")


def _is_civil(match: Match, item: ItemMention) -> bool:
    """Tell an airline's aircraft and "technology" that nothing there makes military."""
    words = match.lower[match.sentence.first : match.sentence.end]
    if item.item.category == "aircraft" and not match.lexicon["airlines"].isdisjoint(words):
        return match.lexicon["warlike"].isdisjoint(words)
    return item.item.name == "technology" and match.lexicon["warlike"].isdisjoint(words)


def _only_qualifies(match: Match, item: ItemMention) -> bool:
    """Tell whether an item only says what a test, a base or a ban is of."""
    lower, lexicon = match.lower, match.lexicon
    behind = set(lower[item.end : item.end + 1])
    if match.tags[match.trigger] not in "VIGE":  # not in "sent fuel and rifles", "strike drones"
        behind.update(lower[match.end : match.end + 1])
    of = match.resolver.skip_left(item.start - 1, "XODE")  # "inspections of Iranian planes"
    about = lower[of] == "of" and lower[of - 1] in lexicon["not_given"]
    asked = match.rule.set.get("nature") == "requested" and match.tags[of + 1] != "#"
    about = about or (asked and lower[of] == "about")  # "asked Chad about tanks"
    about = about or _only_carries(match, item) or _stands_aside(match, item)
    about = about or _is_aboard(match, item) or _shares_head(match, item)
    about = about or lower[item.end - 1 : item.end + 1] == ["part", "of"]
    attack = not lexicon["homemade"].isdisjoint(lower[item.first - 1 : item.end - 1])
    # "Gave soldiers more leeway" gives no soldiers, "offers cheap labour" sends none.
    about = about or not lexicon["cheap"].isdisjoint(lower[item.first - 1 : item.first + 1])
    given = item.item.kind == "personnel" and match.resolver.verb_is("plain_giving", match.trigger)
    return bool(about or attack or given or not lexicon["not_sent"].isdisjoint(behind))


def _stands_aside(match: Match, item: ItemMention) -> bool:
    """Tell "armed Mali, with its planes flying there": what happens besides is not given."""
    tags, lower = match.tags, match.lower
    lead = match.reading.skip_left(item.start - 1, "DXOE", 1)
    end = match.reading.skip_right(item.end, "XO", len(tags) - 1)
    return lower[lead - 1 : lead + 1] == [",", "with"] and tags[end] == "G"


def _only_carries(match: Match, item: ItemMention) -> bool:
    """Tell a plane or ship that comes and goes, and may carry arms, from one that is given."""
    if item.item.category in VEHICLES and match.resolver.verb_is("lending", match.trigger):
        words = match.lower[match.sentence.first : match.sentence.end]
        # "Sent its C-17 to evacuate citizens", "sent a destroyer to track it"
        if not match.lexicon["mercy"].isdisjoint(words) or _has_errand(match, item):
            return True
    named = match.lower[item.first : item.end + 1]
    # "Il-76 cargo planes"
    hauls = item.item.designation and not match.lexicon["hauling"].isdisjoint(named)
    carries = match.lower[item.end - 1] in match.lexicon["carriers"] and not item.item.designation
    return bool(match.rule.set.get("moves") and (carries or hauls))


def _is_aboard(match: Match, item: ItemMention) -> bool:
    """Tell "halted a ship carrying rifles", "a plane's flight": whoever halts sent none."""
    lower, tags = match.lower, match.tags
    if match.rule.set.get("nature") != "blocked":
        return False
    moving = lower[item.end] in OWNED or tags[item.end : item.end + 2] == ["P", "G"]
    return (moving and lower[item.end - 1] in match.lexicon["carriers"]) or any(
        lower[token] in match.lexicon["carriers"] and tags[token + 1] in "GEP"
        for token in range(match.end, item.start)
    )


def _shares_head(match: Match, item: ItemMention) -> bool:
    """Tell the drone of "drone and missile parts", of which only parts are given."""
    lower, end = match.lower, item.end
    several = lower[end - 1].endswith("s") or item.quantity or match.tags[item.first - 1] == "D"
    if several or match.tags[end] != "C" or lower[end + 1] == "spare":
        return False
    joined = match.reading.items_between(end + 1, end + 4)
    return any(one.item.category == "components" and one.end > end + 2 for one in joined[:1])


def _has_errand(match: Match, item: ItemMention) -> bool:
    """Tell "sent a destroyer | to track the ship" from "to Chad", "to help Chad"."""
    tags, end = match.tags, item.end
    errand = tags[end : end + 2] == ["T", "I"]
    return errand and match.lexicon["helping"].isdisjoint(match.reading.lemmas(end + 1))


def _is_invasion(match: Match, items: list[ItemMention]) -> bool:
    """Tell whether soldiers, and what they bring, come to invade."""
    if all(item.item.kind != "personnel" for item in items):
        return False
    start, invading = match.resolver.group_start, match.lexicon["invading"]
    near = set(range(match.sentence.first, match.sentence.end)) - match.resolver.hidden
    told = [at for at in sorted(near) if match.lower[at] in invading]
    # Not "Oslo, which had invaded Chad, sent soldiers to Mali"
    return any(
        at > match.trigger or match.tags[start(at) - 2 : start(at)] != [",", "R"] for at in told
    )


def deal_out(
    items: list[ItemMention], ends: list[Filler]
) -> dict[Filler | None, list[ItemMention]]:
    """Read "tanks to Chad and drones to Mali": which end gets which items; empty = all get all.

    Ends right behind one another share: "tanks to Chad and Niger and drones to Mali".
    """
    dealt: dict[Filler | None, list[ItemMention]] = {}
    shared: list[ItemMention] = []
    begin = 0
    for end in sorted(ends, key=lambda end: end.first):
        shared = [item for item in items if begin <= item.first < end.first] or shared
        dealt[end], begin = shared, end.first
    several = any(goods != shared for goods in dealt.values())
    return dealt if several and all(dealt.values()) else {}


def quantity_of(items: list[ItemMention], sent: list[ItemMention]) -> Quantity | None:
    """Return how many items of a class are sent: none is told by "60 missiles and four radars".

    Nor by "$20 million in missiles and tanks", which is the price of all.
    """
    told = [(item.first, item.quantity) for item in items if item.quantity]
    if len({quantity for _, quantity in told}) != 1:
        return None
    first, quantity = told[0]
    listed = quantity.unit in CURRENCIES.values() and any(item.first > first for item in sent)
    return None if listed else quantity
