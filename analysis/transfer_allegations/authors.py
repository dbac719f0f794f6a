"""Whose claim a transfer is, where another sentence than the one that tells it says so.

"Denied arming the rebels, describing Khartoum's allegations as baseless"; "the denials follow a
report published on Sunday by Blick that Chad had armed them".
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.reading import Reading
from analysis.roles import Filler, SurfaceResolver
from analysis.statements import Statement
from analysis.text import Sentence
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Retold, Told, Transfer

# How many sentences off the transfer may be told.
NEAR = 6
# What is claimed stands behind these, so near behind the claim and who makes it.
OPENERS = frozenset("that which of about on over regarding claiming alleging saying to".split())
OPENING = 3
CLAIMED = frozenset({"alleged", "denied_only"})


class Authors:
    """Finds who made the claims that one article tells of."""

    def __init__(self, parties: Parties, statements: list[Statement]):
        self.parties = parties
        self.reading: Reading = parties.reading
        self.denied_in = {one.sentence.number for one in statements if one.act == "deny"}
        lexicon = self.reading.grammar.lexicon
        self.contested, self.reports = lexicon["contested"], lexicon["reports"]

    def find(self, told: list[Told]) -> Iterator[Retold]:
        """Yield each claim of others that is about a transfer told near it."""
        claimed = [one for one in told if one.nature in CLAIMED]
        for sentence in self.reading.text.sentences if claimed else ():
            near = sorted(claimed, key=lambda one: one.distance(sentence))
            near = [one for one in near if one.distance(sentence) <= NEAR]
            for noun, owner in self._owned_claims(sentence) if near else ():
                about = (one for one in near if self._is_about(one.transfer, sentence, noun, owner))
                for one in list(about)[:1]:
                    yield Retold(one, [(owner, None)], sentence)

    def _owned_claims(self, sentence: Sentence) -> Iterator[tuple[int, Filler]]:
        """Yield each claim that a sentence names, and who makes it."""
        tags, lower = self.reading.tags, self.reading.text.lower
        for noun in range(sentence.first, sentence.end):
            if lower[noun] in self.contested | self.reports and tags[noun] == "O":
                for owner in find_owners(SurfaceResolver(self.reading, sentence), noun):
                    yield noun, owner

    def _is_about(self, transfer: Transfer, sentence: Sentence, noun: int, owner: Filler) -> bool:
        """Tell "Oslo's claims" and "Oslo's claims that Chad armed them" from "claims of fraud"."""
        key, reading = self.parties.key, self.reading
        supplier, recipient = key(transfer.supplier), key(transfer.recipient)
        if supplier in (key(owner), reading.mentions[owner.mention].country):
            return False
        first, lower = max(noun + 1, owner.end), reading.text.lower
        ends = (token for token in range(first, sentence.end) if reading.tags[token] in ";C")
        end = next(ends, sentence.end)
        named = {
            key(Filler(mention.first, mention.end, mention=number))
            for number, mention in reading.mentions_between(first, end)
        } - {"", key(owner)}
        if not named <= {supplier, recipient}:
            return False
        if OPENERS.isdisjoint(lower[first : first + OPENING]):
            return lower[noun] in self.contested or sentence.number in self.denied_in
        kinds = {item.item.kind for item in transfer.items}
        sent = any(item.item.kind in kinds for _, item in reading.items_between(first, end))
        return sent or named == {supplier, recipient}


def find_owners(resolver: SurfaceResolver, noun: int) -> list[Filler]:
    """Return whose claim a noun is; not the Czechs of "reports of Czech sales".

    Nor is it Oslo in "the claims were dismissed by Oslo".
    """
    tags, lower = resolver.tags, resolver.lower
    return [
        owner
        for owner in resolver.owner(noun)
        if owner.mention >= 0
        and (owner.first < noun or not (lower[noun + 1] == "of" or "A" in tags[noun : owner.first]))
    ]
