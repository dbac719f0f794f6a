"""What a match names that is no transfer, only supposed or averted, or no end of one.

Makers of other things, who reports it, whom the arms are fired at.
"""

from __future__ import annotations

from analysis.grammar import CONDITIONS, DESPITE
from analysis.items import ItemMention
from analysis.matching import INSTEAD, Match
from analysis.roles import IMAGINED, Filler
from analysis.statements import Statement
from analysis.transfer_allegations.goods import VEHICLES, are_carriers

# So near before an item stands its maker: "Iranian-made".
MADE = 3


def is_apart(match: Match, filler: Filler, slot: str, items: list[ItemMention]) -> bool:
    """Tell who only reports it ("sales reported by Chad") or deems it ("a deal on sending")."""
    tags, lower, trigger = match.tags, match.lower, match.trigger
    behind = range(match.end, filler.first)
    taken = lower[filler.first - 1] == "from" and match.resolver.verb_is("taking", filler.first - 2)
    if taken or any(lower[t] in DESPITE or lower[t : t + 2] in INSTEAD for t in behind):
        return True  # "armed with guns taken from Oslo", "bought despite warnings from Rome"
    if slot == "supplier" and _is_maker_of_other(match, filler, items):
        return True
    end = match.reading.mentions[filler.mention]
    trader = end.kind == "title" and not end.official
    if slot == "supplier" and "origin" in match.fillers and trader:
        return True  # "a Dutch dealer smuggled rifles from Chad to Mali"
    if slot == "supplier" and "blamed" in match.fillers and lower[filler.first - 1] == "of":
        return True  # "linked Oslo to the sale of Chinese rockets"
    carried = slot in ("supplier", "carrier") and are_carriers(match, filler)
    if carried or (slot == "departure" and not match.passive):
        return True  # "two men smuggled rifles from Oslo to Bonn"
    if slot == "maker":  # "Chad's arms imports" are none of Chad's make
        near = any(s.name == "recipient" and s.role == "near" for s in match.rule.slots)
        owners = () if near else match.filling("recipient")
        buyers = {one.mention for one in owners if not describes_arms(match, one)}
        return filler.mention in buyers or _is_done_by_others(match)
    if slot == "carrier":  # "landed in Chad, carrying"
        before = filler.first - 1 - (tags[filler.first - 1] in "OE")
        placed = tags[before] == "P" and lower[before] != "of"  # "a convoy of Omani lorries"
        return placed and match.reading.mentions[filler.mention].is_place
    # Not "lost two tanks | donated by Chad".
    given = match.lexicon["given"] if filler.item >= 0 else ()
    by = [t for t in range(match.end + 1, filler.first) if lower[t] == "by"]
    by = [t for t in by if lower[t - 1] not in given]
    if slot in ("origin", "supplier") and by:  # "arms sales reported by Chad"
        joined = tags[trigger] == "E" and not match.resolver.is_of_another(by[-1], trigger)
        return tags[by[-1] - 1] in "EV" and not joined  # not "armed and trained by Chad"
    on = lower[trigger - 1] in ("on", "about") and tags[trigger - 2] == "O"
    on = on and lower[trigger - 2] not in ("decision", "decisions")
    made = tags[trigger] == "G" and "maker" in match.fillers
    return slot == "supplier" and on and made


def describes_arms(match: Match, filler: Filler) -> bool:
    """Tell the "Czech" of "the purchase of Czech jets", and not of Czech soldiers."""
    reading = match.reading
    mention = reading.mentions[filler.mention]
    item = reading.item_at[mention.end] if mention.kind == "demonym" else -1
    arms = item >= 0 and reading.items[item].item.kind != "personnel"
    return arms and match.lower[match.end] == "of" and mention.first > match.end


def only_tells(match: Match, filler: Filler, statement: Statement | None) -> bool:
    """Tell whether an end is only who says it, named behind: "…, the coalition said"."""
    if statement is None:
        return False
    between = match.lower[statement.match.end : match.trigger]
    # "Oslo says that the port serves for smuggling guns": who smuggles is left open.
    inside = between[-1:] == ["for"] and "that" in between
    speaks = any(
        filler.first < speaker.end and speaker.first < filler.end for speaker in statement.speakers
    )
    if filler.first < match.trigger:
        # "Peru condemned the purchase of Russian jets": another's.
        blames = speaks and statement.act == "accuse" and filler in match.filling("buyer")
        return blames or (inside and filler.end <= statement.match.trigger)
    return speaks


def _is_done_by_others(match: Match) -> bool:
    """Tell "traders sold Iranian-made drones to Sudan", which Iran need not have sold."""
    giving = any(s.name == "supplier" and s.role == "subject" for s in match.rule.slots)
    active = match.tags[match.trigger] in "VIE" and not match.passive
    return giving and active and bool(match.resolver.subject(match.trigger))


def _is_maker_of_other(match: Match, filler: Filler, items: list[ItemMention]) -> bool:
    """Tell "Iranian-made missiles deliver bombs": what the weapon does its maker does not."""
    tags, start = match.tags, match.resolver.group_start(match.trigger)
    return any(
        item not in items
        and item.item.kind != "personnel"
        and item.item.category not in VEHICLES
        and item.first <= filler.end + MADE
        and (item.end in (filler.end, start) or tags[item.end] in "AMB")
        for item in match.reading.items_between(filler.first, start)
    )


def is_thought(match: Match) -> bool:
    """Tell what is only supposed, or told as not being so."""
    lower, tags, lexicon = match.lower, match.tags, match.lexicon
    words = lower[match.sentence.first : match.trigger]
    # "Were split over whether Oslo should send tanks"
    debated = "should" in match.resolver.auxiliaries(match.trigger) and "whether" in words[-8:]
    weighed = words[-2:] == ["whether", "to"] or (debated and "asked" not in words)
    supposed = words[:1] == ["were"] or (not weighed and not CONDITIONS.isdisjoint(words))
    if match.unreality == IMAGINED or supposed or words[-2:] in INSTEAD:
        return True
    before = lower[max(match.sentence.first, match.trigger - 3) : match.trigger]
    is_noun = tags[match.trigger] in "OG" and before[-2:] != ["no", "longer"]
    return is_noun and not lexicon["lacking"].isdisjoint(before)


def is_only_named(match: Match, items: list[ItemMention]) -> bool:
    """Tell "met Chadian soldiers based in Mali" from "300 … based in", "are based in Mali".

    Who says how many there are tells that they were sent, who only names them does not.
    """
    trigger, placing = match.trigger, match.resolver.verb_is("stationing", match.trigger)
    if not placing or "".join(match.tags[trigger - 1 : trigger + 1]) not in (
        "XE",
        "OE",
        "XG",
        "OG",
    ):
        return False
    # "Deployed to Mali", "based in Mali by Chad"
    told = [*match.filling("recipient"), *match.filling("supplier")[: match.passive]]
    counted = any(item.quantity or item.item.kind != "personnel" for item in items)
    return not counted and all(end.first < trigger for end in told)


def is_aimed_at(match: Match, end: Filler) -> bool:
    """Tell "was given rockets to fire into Chad", which are none of Chad's."""
    firing = match.lexicon["firing"]
    return any(
        match.tags[token] == "I" and match.reading.is_form(token, firing)
        for token in range(match.end, end.first)
    )


def is_attack(match: Match, items: list[ItemMention]) -> bool:
    """Tell "sent drones to Chad, hitting a port", "sent rockets into Chad" from what is given.

    So with those "of which 38 were shot down", and missiles that land; not with rockets sent "into
    Chad for the rebels".
    """
    lower, tags, reading, end = match.lower, match.tags, match.reading, match.sentence.end
    lexicon, trigger = match.lexicon, match.trigger
    flung = all(not lexicon["projectiles"].isdisjoint(lower[i.first : i.end]) for i in items)
    carried = match.rule.nouns or match.filling("vessel")  # "a plane with missiles landed"
    if not (items and flung) or carried or not reading.is_form(trigger, lexicon["flying"]):
        return False
    if reading.is_form(trigger, lexicon["landing"]):
        return True
    behind = range(match.end, end - 1)
    if any(
        (tags[t] in ",C" and tags[t + 1] == "G" and reading.is_form(t + 1, lexicon["harming"]))
        or (tags[t] == "E" and reading.is_form(t, lexicon["downing"]))
        for t in behind
    ):
        return True
    entered = any(
        lower[t] in ("into", "at") and tags[reading.skip_right(t + 1, "DO", end)] == "X"
        for t in behind
    )
    given = match.filling("served", "beneficiary")
    return entered and reading.is_form(trigger, {"send"}) and not given


def is_averted(match: Match, items: list[ItemMention]) -> bool:
    """Tell "vowed to prevent the transfer of tanks", "announced penalties over a sale of tanks"."""
    refused, penalties = match.reading.grammar.governors["refused"], match.lexicon["penalties"]
    refused = refused | match.lexicon["punishing"]  # "vowed to punish Oslo for its sales"
    between = range(match.end, max((item.first for item in items), default=match.end))
    averting = penalties if match.rule.set.get("banned") else penalties | match.lexicon["stoppages"]
    return any(
        match.lower[token] in averting
        or (match.tags[token] == "I" and match.reading.is_form(token, refused))
        for token in between
    )
