"""Ends of a transfer that its sentence leaves unsaid: who is accused, asked or thanked."""

from __future__ import annotations

from analysis.roles import Filler
from analysis.sorts import as_party
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Transfer, announces

ARRIVALS = frozenset({"arrival", "arrivals"})


def accused(parties: Parties, transfer: Transfer, slot: str, other: str) -> Filler | None:
    """Return whom an accusation, request or thanks is addressed to: the supplier."""
    statement = transfer.statement
    if slot != "supplier" or statement is None:
        return None
    if statement.act not in ("accuse", "request", "praise"):
        return None
    return other_than(parties, statement.targets, getattr(transfer, other))


def announcing(parties: Parties, transfer: Transfer, slot: str, other: str) -> Filler | None:
    """Return who announces what will be sent: "Oslo announced that tanks would be delivered"."""
    statement = transfer.statement
    if slot != "supplier" or statement is None:
        return None
    lexicon = parties.reading.grammar.lexicon
    between = parties.reading.text.lower[statement.match.end : transfer.match.trigger]
    if not lexicon["penalties"].isdisjoint(between):
        return None  # "announced sanctions on firms over arms sales to Chad"
    if not announces(parties.reading, statement) or statement.act == "confirm":
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


def other_than(parties: Parties, fillers: list[Filler], end: Filler | None) -> Filler | None:
    """Return the first party of these that is not the end known already."""
    for filler in fillers:
        party = as_party(filler, parties.reading, whose=True)  # "Joe Biden's administration"
        key = parties.key(party)
        if key and key not in ("IGO", parties.key(end)):
            return party
    return None
