"""What is given in return: "Chad gave Mali guns in exchange for drones", "in return it seeks"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.matching import Match
from analysis.reading import Reading
from analysis.transfer_allegations.goods import Goods
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.standing import is_whole
from analysis.transfer_allegations.transfer import Transfer

# Between a transfer and "in exchange for" these begin what else is told.
APART = frozenset("V;S")


def find_returned(
    parties: Parties, goods: Goods, transfers: Iterable[Transfer]
) -> Iterator[Transfer]:
    """Yield what the recipients give: the drones of "sent guns in exchange for drones"."""
    reading, seen = parties.reading, set()
    for transfer in transfers:
        match, ends = transfer.match, (transfer.recipient, transfer.supplier)
        for token in find_exchanges(reading, match) if is_whole(parties, transfer) else ():
            between = reading.tags[min(token, match.end) : max(token, match.trigger)]
            if token in seen or not APART.isdisjoint(between):
                continue
            inside = match.resolver.phrases(token, frozenset({"for"}))
            named = [reading.items[one.item] for one in inside if one.item >= 0]
            items = [item for item in goods.given(named, match) if item not in transfer.items]
            if items:
                seen.add(token)
                implied = ["supplier", "recipient"]
                yield replace(
                    transfer, supplier=ends[0], recipient=ends[1], items=items, implied=implied
                )


def turns_round(reading: Reading, match: Match) -> bool:
    """Tell "in return, Moscow seeks …": who was given before gives now."""
    lower, exchange = reading.text.lower, reading.lexicon["exchange"]
    first = match.sentence.first
    return lower[first] == "in" and lower[first + 1] in exchange and lower[first + 2] != "for"


def find_exchanges(reading: Reading, match: Match) -> Iterator[int]:
    """Yield the "exchange" of each "in exchange for" in the sentence of a match."""
    lower, exchange = reading.text.lower, reading.lexicon["exchange"]
    for token in range(match.sentence.first + 1, match.sentence.end - 1):
        if lower[token] in exchange and (lower[token - 1], lower[token + 1]) == ("in", "for"):
            yield token
