"""Ends of a transfer that its sentence leaves unsaid: who is accused, asked, thanked or chosen."""

from __future__ import annotations

from analysis.roles import Filler
from analysis.sorts import as_party
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Transfer

ARRIVALS = frozenset({"arrival", "arrivals"})
# What "the country" may be called.
LANDS = frozenset({"state", "capital", "demonym", "city"})


def accused(parties: Parties, transfer: Transfer, slot: str, other: str) -> Filler | None:
    """Return whom an accusation, request or thanks is addressed to: the supplier."""
    statement = transfer.statement
    if slot != "supplier" or statement is None:
        return None
    if statement.act not in ("accuse", "request", "praise"):
        return None
    known = getattr(transfer, other)
    return other_than(parties, statement.targets, known) or _the_country(parties, transfer, known)


def _the_country(parties: Parties, transfer: Transfer, known: Filler) -> Filler | None:
    """Read "the envoy to Oslo accused the country of": the state named last that is not theirs."""
    statement, reading = transfer.statement, parties.reading
    if statement is None or statement.act != "accuse":
        return None
    trigger = statement.match.trigger
    if reading.text.lower[trigger + 1 : trigger + 3] != ["the", "country"]:
        return None
    own = {parties.key(speaker) for speaker in statement.speakers}
    for number in range(len(reading.mentions) - 1, -1, -1):
        mention = reading.mentions[number]
        if mention.first < trigger and mention.kind in LANDS and mention.country not in own:
            named = Filler(mention.first, mention.end, mention=number, how="the country meant")
            return other_than(parties, [named], known)
    return None


def announcing(parties: Parties, transfer: Transfer, slot: str, other: str) -> Filler | None:
    """Return who announces what will be sent: "Oslo announced that tanks would be delivered"."""
    statement = transfer.statement
    if slot != "supplier" or statement is None:
        return None
    grammar = parties.reading.grammar
    lemmas = parties.reading.lemmas(statement.match.trigger)
    if grammar.governors["announced"].isdisjoint(lemmas) or statement.act == "confirm":
        return None
    return other_than(parties, statement.speakers, getattr(transfer, other))


def asking(parties: Parties, transfer: Transfer, slot: str, other: str) -> Filler | None:
    """Return who asks or thanks for it, or confirms its arrival: the recipient."""
    statement = transfer.statement
    arrived = parties.reading.text.lower[transfer.match.trigger] in ARRIVALS
    acts = ("request", "praise", "confirm") if arrived else ("request", "praise")
    if slot != "recipient" or statement is None or statement.act not in acts:
        return None
    return other_than(parties, statement.speakers, getattr(transfer, other))


def choosing(parties: Parties, transfer: Transfer, slot: str, other: str) -> Filler | None:
    """Return who chose the supplier: "Peru picked Saab to supply jets"."""
    match = transfer.match
    governor = match.resolver.governor(match.trigger) if slot == "recipient" else -1
    if governor < 0:
        governor = match.resolver.verb_before(match.trigger - 1) if slot == "recipient" else -1
    choosing = parties.reading.grammar.lexicon["choosing"]
    if governor < 0 or choosing.isdisjoint(parties.reading.lemmas(governor)):
        return None
    return other_than(parties, match.resolver.subject(governor), getattr(transfer, other))


def other_than(parties: Parties, fillers: list[Filler], end: Filler | None) -> Filler | None:
    """Return the first party of these that is not the end known already."""
    for filler in fillers:
        party = as_party(filler, parties.reading, whose=True)  # "Joe Biden's administration"
        key = parties.key(party)
        if key and key not in ("IGO", parties.key(end)):
            return party
    return None
