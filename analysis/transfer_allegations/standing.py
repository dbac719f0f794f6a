"""Which transfers stand: those with both ends, and none that a noun tells of where a verb does."""

from __future__ import annotations

from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Transfer


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


def _is_weak(transfer: Transfer) -> bool:
    """Tell what only a noun tells: the rule says so, or an end is left unsaid."""
    match = transfer.match
    by_noun = match.resolver.tags[match.trigger] not in "VIGE"
    return bool(match.rule.set.get("weak")) or (by_noun and bool(transfer.implied))


def is_whole(parties: Parties, transfer: Transfer) -> bool:
    """Tell whether a transfer has two ends that differ."""
    supplier, recipient = parties.key(transfer.supplier), parties.key(transfer.recipient)
    return bool(supplier) and bool(recipient) and supplier != recipient
