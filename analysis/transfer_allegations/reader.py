"""What one match of a transfer rule tells: who gives what to whom."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product

from analysis.items import ItemMention
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import UNTRUE, VERBS, Filler
from analysis.statements import Statement, governing
from analysis.transfer_allegations.apart import (
    describes_arms,
    is_aimed_at,
    is_apart,
    is_attack,
    is_averted,
    is_only_named,
    is_thought,
    only_tells,
)
from analysis.transfer_allegations.claimants import find_teller
from analysis.transfer_allegations.goods import ITEM, are_lacking, deal_out, goods_of
from analysis.transfer_allegations.meant import (
    all_meant,
    clear_accusers,
    find_giving,
    find_group,
    find_land,
    find_meant,
    is_unsure,
)
from analysis.transfer_allegations.parties import COUNCILS, Parties
from analysis.transfer_allegations.transfer import Transfer

# Slots of either end, the surest first.
SUPPLIER = tuple("supplier attached origin departure whence blamed maker carrier seller".split())
RECIPIENT = tuple(
    "recipient beneficiary served receiver trained destination place holder buyer partner".split()
)
IN = frozenset({"in"})
# States that are no more: what they made has long been in many hands.
GONE = frozenset({"SUN", "YUG", "DDR", "CSK"})
NOBODY: list[Filler | None] = [None]


class Reader:
    """Reads the transfers that the matches in one article tell of."""

    def __init__(self, parties: Parties, statements: list[Statement]):
        self.reading: Reading = parties.reading
        self.parties = parties
        self.statements = statements
        self.lexicon = self.reading.lexicon
        # Where items begin of which a verb says that nobody sends them.
        self.untold: set[int] = set()

    def read(self, match: Match) -> list[Transfer]:
        """Return one transfer a supplier and recipient; several of either may be joined."""
        if match.rule.set.get("passive") and not match.passive:
            return []
        answer = self._answer_to(match)
        statement = answer or governing(self.statements, match.trigger)
        items = goods_of(match)
        negated = match.negated or match.unreality == UNTRUE or are_lacking(match, items)
        thought = answer is None and is_thought(match)
        if thought or is_attack(match, items) or (negated and statement is None):
            self.untold |= {item.first for item in items}
            return []
        named_only = not items and any(slot.name in ITEM for slot in match.rule.slots)
        if named_only or is_only_named(match, items):
            return []
        suppliers = self._ends(match, SUPPLIER, items, statement)
        suppliers = clear_accusers(self.parties, self.statements, statement, suppliers)
        suppliers = [one for one in suppliers if not is_unsure(self.parties, one, match, statement)]
        if together := all_meant(self.parties, statement, suppliers):
            suppliers = match.fillers["supplier"] = together
        taken = {self.parties.key(filler) for filler in suppliers}
        recipients = self._ends(match, RECIPIENT, items, statement, taken)
        recipients = [find_group(self.parties, match, one) for one in recipients]
        if all(item.item.kind != "personnel" for item in items):
            recipients = self._helped(match, recipients, taken)
        else:
            recipients = [self.parties.where_sent(one) for one in recipients]
        recipients = recipients or find_meant(self.parties, match, taken)
        recipients = recipients or find_land(self.parties, match, taken)
        joint = len(suppliers) > 1 and match.tags[match.trigger] in "VIGE"
        if joint and not recipients:  # "Oslo and Chad agreed to send troops to Chad"
            recipients = self._ends(match, RECIPIENT, items, statement)
            there = {self.parties.key(filler) for filler in recipients}
            suppliers = [one for one in suppliers if self.parties.key(one) not in there]
        if any(one in match.filling("partner") for one in recipients):
            suppliers, recipients = find_giving(self.parties, match, items, suppliers, recipients)
        traded = match.rule.set.get("direction") == "exporter"
        if not (recipients or traded) and self._ends(match, ("recipient",), items, statement):
            return []  # "Russian forces used Russian guns"
        if traded:
            # "The Turkish-Chadian arms deal" names both sides, whoever slams it.
            both = len(suppliers) > 1 and "maker" in match.fillers
            sides = suppliers if both else [*suppliers, *recipients]
            suppliers, recipients = self.parties.by_export(items, sides)
        own = match.rule.set.get("own")
        if own and (self._is_anothers(match, items, suppliers) or is_averted(match, items)):
            return []
        pairs = list(product([*suppliers] or NOBODY, [*recipients] or NOBODY))
        dealt = deal_out(items, suppliers) or deal_out(items, recipients)
        goods = [
            dealt.get(one) or dealt.get(other) or self._made(one, items) for one, other in pairs
        ]
        each = "each" in self.reading.text.lower[match.sentence.first : match.sentence.end]
        # "Chad's Kanem region" is one end.
        several = any(len(self.reading.countries(ends)) > 1 for ends in (suppliers, recipients))
        return [
            Transfer(
                match, one, other, sent,
                find_teller(self.parties, self.statements, match, statement, one, other),
                negated=negated,
                shared=several and goods.count(sent) > 1 and not each,
            )
            for (one, other), sent in zip(pairs, goods, strict=True)
        ]  # fmt: skip

    def _answer_to(self, match: Match) -> Statement | None:
        """Return who says no, or yes, when "asked whether it had sent tanks", but not "would"."""
        start = match.resolver.group_start(match.trigger)
        told = match.tags[match.trigger] in "VEG" and "M" not in match.tags[start : match.trigger]
        for one in self.statements if told else ():
            if one.act in ("deny", "confirm") and one.sentence is match.sentence:
                # Not "asked whether he regretted sending them"
                asked = one.question()
                if 0 <= asked < start and VERBS.isdisjoint(match.tags[asked:start]):
                    return one
        return None

    def _ends(
        self,
        match: Match,
        slots: tuple[str, ...],
        items: list[ItemMention],
        statement: Statement | None,
        taken: Collection[str] = (),
    ) -> list[Filler]:
        """Return the fillers of the first slot that holds a party other than those taken."""
        for slot in slots:
            found = [
                filler
                for one in match.filling(slot)
                for filler in self._named(one, match)
                if self.parties.key(filler) not in ("", *taken)
                and self._fits(match, filler, slot, items)
                and not only_tells(match, filler, statement)
                and not (slot in RECIPIENT and is_aimed_at(match, filler))
                and not is_apart(match, filler, slot, items)
                and not (match.rule.set.get("banned") and self.parties.key(filler) in COUNCILS)
            ]
            if found:
                return found
        return []

    def _named(self, filler: Filler, match: Match) -> list[Filler]:
        """Return Hamas of "groups, including Hamas"; "its allies" are not spelled out.

        "The rebel group of Ruiz" is no person.
        """
        foreign = self.parties.is_foreign(filler)
        members = [] if foreign else match.resolver.members(filler)
        named = [member for member in members if self.parties.key(member)]
        placed = match.resolver.phrases(match.trigger, IN)
        return named or self.parties.in_each(filler, placed)

    def _helped(
        self, match: Match, recipients: list[Filler], taken: Collection[str]
    ) -> list[Filler]:
        """Read "sent guns into Mali to help the rebels", "for the rebels": they, not the place."""
        helped = [
            filler
            for filler in match.filling("beneficiary", "served", "receiver")
            if self.parties.is_group(filler) and self.parties.key(filler) not in taken
        ]
        reached = all(mention.is_place for mention in self.reading.named(recipients))
        return helped if helped and reached else recipients

    def _fits(self, match: Match, filler: Filler, slot: str, items: list[ItemMention]) -> bool:
        """Tell a maker of these items from one of others, and a recipient from what is sent."""
        mention, lower = self.reading.mentions[filler.mention], self.reading.text.lower
        if filler.item >= 0:  # "Chad's Soviet-made tanks" may have come from anywhere
            return mention.country not in GONE and bool(self._made(filler, items))
        behind = lower[mention.end : mention.end + 1]
        named_for = not self.lexicon["not_sent"].isdisjoint(behind)
        if named_for and slot not in ("destination", "supplier"):
            return False  # a destination may be "the Bushehr plant"
        sent = any(item.first < mention.end and mention.first < item.end for item in items)
        # "Shells for German | tanks", "the purchase of German | tanks" are not for Germany.
        owned = slot == "served" and mention.kind == "demonym"
        made = owned and self.reading.item_at[mention.end] >= 0
        made = made or describes_arms(match, filler)
        # "A Chadian | rebel group" is not Chad.
        rebels = mention.kind == "demonym" and not self.parties.armed.isdisjoint(behind)
        return slot not in RECIPIENT or not (sent or made or rebels)

    def _made(self, maker: Filler | None, items: list[ItemMention]) -> list[ItemMention]:
        """Return the items that a maker made; all of them for any other end."""
        if maker is None or maker.item < 0:
            return items
        return [item for item in items if self.reading.items[maker.item] is item]

    def _is_anothers(self, match: Match, items: list[ItemMention], suppliers: list[Filler]) -> bool:
        """Tell "approved Oslo's transfer of tanks", "… of tanks from Oslo", "the purchase of"."""
        lower, named = self.reading.text.lower, self.reading.mentions_between
        confirmed = "confirm" in self.reading.lemmas(match.trigger)
        if confirmed and "IGO" in self.reading.countries(suppliers):
            return True  # "the UN confirmed the delivery of tanks"
        first = min((at.first for at in items), default=match.end)
        if not self.lexicon["purchases"].isdisjoint(lower[match.end : first]):
            return True
        mine = {"", *(self.parties.key(filler) for filler in suppliers)}
        before = [m for at in items for _, m in named(match.end, at.first)]
        # "Lifted the U.N. embargo" is none of theirs alone.
        others = [m for m in before if m.possessive or m.country == "IGO"]
        if lower[match.end] == "its":  # "bombed Chad to stop its sales of tanks"
            others += [self.reading.mentions[one.mention] for one in match.resolver.owner(first)]
        giving = self.lexicon["giving"]
        given = [at.first for at in items if not giving.isdisjoint(lower[at.end - 1 : at.end + 1])]
        others += [m for at in given for _, m in named(at - 1, at)]  # "Iranian | arms sales"
        sold = [at.end for at in items if lower[at.end] == "from"]
        others += [m for end in sold for _, m in named(end, end + 2)]
        # "Cleared the sale of Danish | F-16s", which are of American make, "of Danish jets"
        makes = [(at, m) for at in items for _, m in named(at.first - 1, at.end)]
        others += [m for at, m in makes if m.country != at.item.origin]
        return any(mention.country not in mine for mention in others)
