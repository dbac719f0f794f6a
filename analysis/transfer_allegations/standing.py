"""Which transfers of an article stand, and what one tells of another.

Those with both ends stand, and none that a noun tells of where a verb does; a package goes to whom
it was told of with, and "in exchange for" begins what the recipient gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.matching import Match
from analysis.transfer_allegations.goods import given, sums_up
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Transfer

# How many sentences back a transfer still says what a sentence is about.
SAME_TOPIC = 3
# Between a transfer and "in exchange for" these begin what else is told.
APART = frozenset("V;S")


def drop_weak(parties: Parties, transfers: list[Transfer], untold: set[int]) -> list[Transfer]:
    """Leave out what only a noun tells of items of which a verb tells already.

    `untold` is where items begin that nobody sends: "no plans to send German tanks to Chad".
    """
    told = untold | {
        item.first
        for transfer in transfers
        if not _is_weak(transfer) and is_whole(parties, transfer)
        for item in transfer.items
    }
    return [
        transfer
        for transfer in transfers
        if not _is_weak(transfer) or all(item.first not in told for item in transfer.items)
    ]


def drop_headings(parties: Parties, transfers: list[Transfer]) -> list[Transfer]:
    """Leave out "a package for Chad" where its tanks are told, or "to arm Chad" that were sent."""

    def is_heading(transfer: Transfer, other: Transfer) -> bool:
        return (
            other is not transfer
            and other.match.sentence is transfer.match.sentence
            and parties.ends(other) == parties.ends(transfer)
            and bool(other.items)
            and (bool(transfer.items) or transfer.statement is other.statement)
            and all(sums_up(transfer.match, item, other.items) for item in transfer.items)
        )

    return [t for t in transfers if not any(is_heading(t, other) for other in transfers)]


def _is_weak(transfer: Transfer) -> bool:
    """Tell what only a noun tells: the rule says so, or an end is left unsaid."""
    match = transfer.match
    by_noun = match.tags[match.trigger] not in "VIGE"
    return bool(match.rule.set.get("weak")) or (by_noun and bool(transfer.implied))


def is_whole(parties: Parties, transfer: Transfer) -> bool:
    """Tell whether a transfer has two ends that differ.

    No state supplies its own rebels: who does so is only told of with them ("rebels in Somalia").
    """
    supplier, recipient = transfer.supplier, transfer.recipient
    keys = parties.ends(transfer)
    if supplier is None or recipient is None or "" in keys or len({*keys}) < 2:
        return False
    home = parties.columns(supplier, "supplier").get("supplier_country")
    return not home or home != parties.columns(recipient, "recipient").get("recipient_country")


def take_ends(parties: Parties, transfer: Transfer, before: list[Transfer]) -> None:
    """Give a package the ends it was told of with; else who tells of it, if that exports arms."""
    statement, exporters = transfer.statement, parties.reading.lexicon["arms_exporters"]
    whole = [one for one in before if one.supplier is not None and one.recipient is not None]
    told = [
        one
        for one in whole
        if transfer.match.sentence.number - one.match.sentence.number <= SAME_TOPIC
    ]
    if len({parties.ends(one) for one in whole}) == 1:
        told = told or whole  # the article tells of one supplier only
    if transfer.supplier is not None:
        told = [one for one in told if parties.key(one.supplier) == parties.key(transfer.supplier)]
    if told:
        transfer.goes_on = told[-1]
        if transfer.supplier is None:
            transfer.imply("supplier", told[-1].supplier)
        if transfer.recipient is None:
            transfer.imply("recipient", told[-1].recipient)
    elif transfer.supplier is None and statement is not None and transfer.match.filling("package"):
        sellers = (one for one in statement.speakers if parties.key(one) in exporters)
        transfer.imply("supplier", next(sellers, None))


def find_returned(parties: Parties, transfers: Iterable[Transfer]) -> Iterator[Transfer]:
    """Yield what the recipients give: the drones of "sent guns in exchange for drones"."""
    reading, seen = parties.reading, set()
    for transfer in transfers:
        match, ends = transfer.match, (transfer.recipient, transfer.supplier)
        for token in find_exchanges(match) if is_whole(parties, transfer) else ():
            between = reading.tags[min(token, match.end) : max(token, match.trigger)]
            if token in seen or not APART.isdisjoint(between):
                continue
            inside = match.resolver.phrases(token, frozenset({"for"}))
            named = [reading.items[one.item] for one in inside if one.item >= 0]
            items = [item for item in given(match, named) if item not in transfer.items]
            if items:
                seen.add(token)
                implied = ["supplier", "recipient"]
                yield replace(
                    transfer, supplier=ends[0], recipient=ends[1], items=items, implied=implied
                )


def turns_round(match: Match) -> bool:
    """Tell "in return, Moscow seeks …": who was given before gives now."""
    lower, exchange = match.lower, match.lexicon["exchange"]
    first = match.sentence.first
    return lower[first] == "in" and lower[first + 1] in exchange and lower[first + 2] != "for"


def find_exchanges(match: Match) -> Iterator[int]:
    """Yield the "exchange" of each "in exchange for" in the sentence of a match."""
    lower, exchange = match.lower, match.lexicon["exchange"]
    for token in range(match.sentence.first + 1, match.sentence.end - 1):
        if lower[token] in exchange and (lower[token - 1], lower[token + 1]) == ("in", "for"):
            yield token
