"""Which transfers stand: those with both ends, and none that a noun tells of where a verb does."""

from __future__ import annotations

from analysis.transfer_allegations.goods import Goods
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Transfer


def send_on(parties: Parties, transfers: list[Transfer]) -> None:
    """Read "guns sent to Chad and meant for the rebels", in place: they get them, not Chad."""
    bound = [transfer for transfer in transfers if transfer.match.rule.set.get("moves")]
    for last in bound:
        if last.recipient is None or not parties.is_group(last.recipient):
            continue
        sent = {item.first for item in last.items}
        suppliers = {"", parties.key(last.supplier)}
        for transfer in transfers:
            same = not sent.isdisjoint(item.first for item in transfer.items)
            theirs = suppliers <= {"", parties.key(transfer.supplier)}
            place = transfer.recipient is not None and not parties.is_group(transfer.recipient)
            if same and theirs and place:
                transfer.recipient = last.recipient


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


def drop_headings(parties: Parties, goods: Goods, transfers: list[Transfer]) -> list[Transfer]:
    """Leave out "a package for Chad, which includes tanks" where the tanks are told."""

    def is_heading(transfer: Transfer, other: Transfer) -> bool:
        return (
            other is not transfer
            and other.match.sentence is transfer.match.sentence
            and parties.key(other.supplier) == parties.key(transfer.supplier)
            and parties.key(other.recipient) == parties.key(transfer.recipient)
            and bool(transfer.items)
            and all(goods.sums_up(item, other.items) for item in transfer.items)
        )

    return [t for t in transfers if not any(is_heading(t, other) for other in transfers)]


def _is_weak(transfer: Transfer) -> bool:
    """Tell what only a noun tells: the rule says so, or an end is left unsaid."""
    match = transfer.match
    by_noun = match.resolver.tags[match.trigger] not in "VIGE"
    return bool(match.rule.set.get("weak")) or (by_noun and bool(transfer.implied))


def is_whole(parties: Parties, transfer: Transfer) -> bool:
    """Tell whether a transfer has two ends that differ.

    No state supplies its own rebels: who does so is only told of with them ("rebels in Somalia").
    """
    supplier, recipient = transfer.supplier, transfer.recipient
    if supplier is None or recipient is None or parties.key(supplier) == parties.key(recipient):
        return False
    home = parties.columns(supplier, "supplier").get("supplier_country")
    at_home = home and home == parties.columns(recipient, "recipient").get("recipient_country")
    return bool(parties.key(supplier) and parties.key(recipient)) and not at_home
