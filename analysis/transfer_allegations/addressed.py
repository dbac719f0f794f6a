"""Ends of a transfer that its sentence leaves unsaid: who is accused, asked or thanked."""

from __future__ import annotations

from analysis.matching.sorts import as_party
from analysis.roles import Filler
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Transfer, announces


def find_addressed(parties: Parties, transfer: Transfer) -> Filler | None:
    """Return the supplier: whom an accusation, request or thanks is addressed to, or who announces.

    "Oslo announced that tanks would be delivered", but not "announced sanctions over arms sales".
    """
    statement, reading = transfer.statement, parties.reading
    if statement is None:
        return None
    if statement.act in ("accuse", "request", "praise"):
        named = other_than(parties, statement.targets, transfer.recipient)
        if named is not None:
            return named
    between = reading.text.lower[statement.match.end : transfer.match.trigger]
    punished = not reading.lexicon["penalties"].isdisjoint(between)
    if punished or statement.act == "confirm" or not announces(reading, statement):
        return None
    return other_than(parties, statement.speakers, transfer.recipient)


def find_asking(parties: Parties, transfer: Transfer) -> Filler | None:
    """Return the recipient: who asks or thanks for it, or confirms its arrival."""
    statement = transfer.statement
    arrived = parties.reading.text.lower[transfer.match.trigger] in ("arrival", "arrivals")
    acts = ("request", "praise", "confirm") if arrived else ("request", "praise")
    if statement is None or statement.act not in acts:
        return None
    return other_than(parties, statement.speakers, transfer.supplier)


def other_than(parties: Parties, fillers: list[Filler], end: Filler | None) -> Filler | None:
    """Return the first party of these that is not the end known already."""
    for filler in fillers:
        party = as_party(filler, parties.reading, whose=True)  # "Joe Biden's administration"
        key = parties.key(party)
        if key and key not in ("IGO", parties.key(end)):
            return party
    return None
