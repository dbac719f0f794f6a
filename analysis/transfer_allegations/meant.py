"""Who an end of a transfer is that its clause does not name.

Whom "it" and "they" mean, which state "the country" is; who is accused, asked or thanked for it.
"""

from __future__ import annotations

from collections.abc import Collection

from analysis.actors import BODIES
from analysis.items import ItemMention
from analysis.matching import Match
from analysis.matching.sorts import as_party
from analysis.roles import Filler
from analysis.statements import Statement
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Transfer, announces

BY_PRONOUN = "meant by the pronoun"
ITS = frozenset({"its", "their"})
# So near before a noun of giving stands whose it is: "its planned arms | sales".
OWNED = 4


def find_meant(parties: Parties, match: Match, givers: Collection[str]) -> list[Filler]:
    """Read "Oman backs Chad, giving it arms": "it" is the other one, not who gives."""
    objects = [slot.name for slot in match.rule.slots if slot.role == "object"]
    if not any(_is_giver(parties, filler, givers) for filler in match.filling(*objects)):
        return []
    return _named_between(parties, match.sentence.first, match.trigger, givers)


def find_giving(
    parties: Parties, match: Match, items: list[ItemMention], ours: list[Filler], to: list[Filler]
) -> tuple[list[Filler], list[Filler]]:
    """Tell who gives of two who talk: "with Ankara on basing guns here", "on supplying guns"."""
    mine = {parties.key(one) for one in ours}
    if mine & {parties.key(one) for one in match.filling("recipient", "destination")}:
        return to, ours
    sold = match.reading.is_form(match.trigger, match.lexicon["trading"])
    giving, getting = parties.by_export(items, [*ours, *to])
    return (ours, to) if sold or not giving else (giving, getting)


def find_group(parties: Parties, match: Match, pronoun: Filler) -> Filler:
    """Read "them" as the rebels named before in the sentence rather than as a state."""
    reading = parties.reading
    if reading.text.lower[pronoun.first] != "them":
        return pronoun
    before = reading.mentions_between(match.sentence.first, pronoun.first)
    named = [reading.filler(number, BY_PRONOUN) for number, _ in before]
    groups = [one for one in (*named, pronoun) if parties.is_group(one)]
    return groups[-1] if groups else pronoun


def _named_between(parties: Parties, first: int, end: int, but: Collection[str]) -> list[Filler]:
    """Return the first party named there but some, if not as a mere place; owners come last."""
    reading = parties.reading
    owners: list[Filler] = []
    for number, mention in reading.mentions_between(first, end):
        filler = reading.filler(number, BY_PRONOUN)
        placed = reading.text.lower[mention.first - 1] in reading.lexicon["placing"]
        if mention.kind in BODIES and not placed and parties.key(filler) not in ("", *but):
            if not mention.possessive:
                return [filler]
            owners.append(filler)
    return owners[:1]


def find_land(parties: Parties, match: Match, givers: Collection[str]) -> list[Filler]:
    """Read "Chad is at war. Oslo sent the country tanks": the one state told of but the giver.

    In "Oslo has no embassy in Chad, but arms the country" that is one of the same sentence.
    """
    reading, sentence, lower = parties.reading, match.sentence, match.lower
    lands = match.lexicon["place_nouns"] - match.lexicon["town_nouns"]
    joined = match.tags[match.resolver.group_start(match.trigger) - 1] == "C"
    for noun in range(match.end, sentence.end - 1):
        the = reading.skip_left(noun - 1, "OX", match.end - 1)
        led = lower[the - 1] in ("to", "into") or the == match.end
        if not (led and lower[the] == "the" and lower[noun] in lands):
            continue
        first = reading.text.sentences[max(0, sentence.number - (not joined))].first
        named = [reading.filler(at, BY_PRONOUN) for at, _ in reading.mentions_between(first, noun)]
        states = [one for one in named if parties.key(one) not in ("", "IGO", *givers)]
        keys = {parties.key(state) for state in states}
        fits = lower[noun] != "island" or keys <= match.lexicon["island_states"]
        return states[:1] if len(keys) == 1 and fits and not parties.is_group(states[0]) else []
    return []


def all_meant(parties: Parties, claim: Statement | None, suppliers: list[Filler]) -> list[Filler]:
    """Return the speakers of "Oslo and Rome said they would send", where "they" are all those."""
    if claim is None or len(suppliers) != 1 or len(claim.speakers) < 2:
        return []
    plural = parties.reading.text.lower[suppliers[0].first] in ("they", "we")
    return claim.speakers if plural and all(map(parties.key, claim.speakers)) else []


def clear_accusers(
    parties: Parties,
    statements: list[Statement],
    claim: Statement | None,
    suppliers: list[Filler],
) -> list[Filler]:
    """Read "Oman rejected Chad's claim that it sent arms": "it" is who rejects the claim.

    So in "Chad took Oman to court, accusing it of sending arms", where "it" is not who accuses,
    and in "Chad announced sanctions on Oman over its arms sales".
    """
    if claim is None or not suppliers:
        return suppliers
    first, told = claim.sentence.first, claim.match.trigger
    behind = parties.reading.text.lower[claim.match.end : suppliers[0].first]
    punished = not parties.reading.lexicon["penalties"].isdisjoint(behind)
    if punished:
        first, told = claim.match.end, suppliers[0].first
    accusers = {parties.key(speaker) for speaker in claim.speakers}
    others = [
        speaker
        for other in statements
        if other.act == "deny" and other.covers(claim.match.trigger)
        for speaker in other.speakers
        if other.sentence is claim.sentence and parties.key(speaker) not in ("", *accusers)
    ]
    # "Urged it to stop sending", "warned it against sending"
    told_it = first < suppliers[0].first == claim.match.end
    told_it = told_it and parties.reading.tags[suppliers[0].end] in "TP"
    # "Urged Oman to explain why it had sent arms"
    asking = claim.act == "request" or "ask" in parties.reading.lemmas(claim.match.trigger)
    why = asking and behind[-1:] in (["why"], ["how"])
    if not others and why:
        others = [one for one in claim.targets if parties.key(one) not in ("", *accusers)]
    elif not others and (punished or told_it or claim.act == "accuse"):
        others = _named_between(parties, first, told, accusers)
    elif not others:
        return suppliers
    kept = [one for one in suppliers if not _is_giver(parties, one, accusers)]
    return suppliers if len(kept) == len(suppliers) else [*others[:1], *kept]


def is_unsure(parties: Parties, filler: Filler, match: Match, claim: Statement | None) -> bool:
    """Tell "its" behind another state than the one taken, and "it" of none that speaks.

    "Oslo froze talks with Rome after its sales": whose is open. "His government says it sends":
    not who was named in another sentence, but whoever speaks.
    """
    reading, first = parties.reading, filler.first
    if filler.mention < 0:
        return False
    country = reading.mentions[filler.mention].country
    owned = range(max(filler.end, match.trigger - OWNED), match.trigger)
    if its := next((token for token in owned if reading.text.lower[token] in ITS), -1) + 1:
        between = reading.mentions_between(filler.end, its)
        return any(one.country not in ("", country) and one.kind == "state" for _, one in between)
    if reading.text.lower[first] != "it" or claim is None or not claim.covers(first):
        return False
    own = claim.own_countries
    before = reading.mentions_between(claim.sentence.first, first)
    named = {one.country for _, one in before if one.kind != "pronoun"}
    issued = claim.match.rule.set.get("speaker") == "issuer"  # all of the text is theirs
    return bool(own) and not issued and country not in {*own, *named}


def _is_giver(parties: Parties, filler: Filler, givers: Collection[str]) -> bool:
    pronoun = parties.reading.kind_of(filler) == "pronoun"
    return pronoun and parties.key(filler) in givers


def find_addressed(parties: Parties, transfer: Transfer) -> Filler | None:
    """Return the supplier: whom an accusation, request or thanks is addressed to, or who announces.

    "Oslo announced that tanks would be delivered", but not "announced sanctions over arms sales".
    """
    statement, reading = transfer.statement, parties.reading
    if statement is None:
        return None
    issued = statement.match.rule.set.get("speaker") == "issuer"  # whom all of a text is about
    if statement.act in ("accuse", "request", "praise") and not issued:
        named = other_than(parties, statement.targets, transfer.recipient)
        if named is not None:
            return named
    between = reading.text.lower[statement.match.end : transfer.match.trigger]
    punished = not reading.lexicon["penalties"].isdisjoint(between)
    open_end = not ITS.isdisjoint(between[-OWNED:])  # "pledged to help Rome after its sales"
    if punished or open_end or statement.act == "confirm" or not announces(statement):
        return None
    return other_than(parties, statement.speakers, transfer.recipient)


def find_asking(parties: Parties, transfer: Transfer) -> Filler | None:
    """Return the recipient: who asks or thanks for it, or confirms its arrival."""
    statement = transfer.statement
    lower, arrivals = parties.reading.text.lower, parties.reading.lexicon["arrivals"]
    arrived = lower[transfer.match.trigger] in arrivals
    acts = ("request", "praise", "confirm") if arrived else ("request", "praise")
    if statement is None or statement.act not in acts:
        return None
    if statement.act == "confirm" and "IGO" in parties.reading.countries(statement.speakers):
        return None  # monitors, who get nothing
    return other_than(parties, statement.speakers, transfer.supplier)


def other_than(parties: Parties, fillers: list[Filler], end: Filler | None) -> Filler | None:
    """Return the first party of these that is not the end known already."""
    for filler in fillers:
        party = as_party(filler, parties.reading, whose=True)  # "Joe Biden's administration"
        key = parties.key(party)
        if key and key not in ("IGO", parties.key(end)):
            return party
    return None
