"""How far a transfer is told: alleged, reported, announced, planned, considered and so on.

The first that holds: a denial of it is denied_only; the word that governs the transfer decides
(asked to send, stop sending); the rule's own words; the supplier's side says it has done so:
reported; it says so otherwise, or it will come: announced; anybody else says it: planned where it
is to come, else alleged; else the outlet reported it.
"""

from __future__ import annotations

from functools import cached_property

from analysis.grammar import COPULAS, FUTURE
from analysis.roles import DENIED, Filler
from analysis.statements import CITED, Statement, country_of
from analysis.text import find_tokens
from analysis.transfer_allegations.claims import find_claim
from analysis.transfer_allegations.governed import Governing
from analysis.transfer_allegations.governors import UNCERTAIN
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Transfer, announces

# How far behind "denied that" a transfer is still what is denied.
DENIAL = 16
# So near before a transfer "alleged" and "allegedly" are about it.
RESERVED = 3
# Who does so need not know what was approved.
GUESSING = frozenset({"assess", "accuse"})
# Who says so with these has been told of what will come.
AWARE = frozenset({"say", "promise", "confirm", "praise"})


def find_nature(parties: Parties, transfer: Transfer, statements: list[Statement]) -> str:
    """Return the nature of a transfer, "" for one that nobody says happens."""
    sentence = transfer.match.sentence
    cited = [one for one in statements if one.match.rule.id == CITED and one.sentence is sentence]
    return Nature(parties, transfer, [who for one in cited for who in one.speakers]).find()


class Nature(Governing):
    """Reads how far one transfer is told by the words that govern it and by who tells it.

    `cited` are those whom a newspaper cites for it.
    """

    def __init__(self, parties: Parties, transfer: Transfer, cited: list[Filler]):
        super().__init__(transfer)
        self.parties, self.cited = parties, cited
        self.statement = transfer.statement
        self.act = transfer.statement.act if transfer.statement is not None else ""

    def find(self) -> str:
        """Return the nature, "" for what nobody says happens."""
        statement = self.statement
        denied = statement is not None and self.act == "deny" and not statement.defends
        if self.transfer.negated:
            unsent = "denied_only" if denied or self.speaks_for_party() else ""
            return "considered" if self._is_warned_off() else unsent
        if self.transfer.claim >= 0:
            return "alleged"
        if denied or (self._is_denied() and not self.transfer.presupposed):
            return self._by_end_of_it(self.trigger) or "denied_only"
        governed, told = self.governed(), self._of_rule()
        banned = self.transfer.match.rule.set.get("banned")
        if governed == told == "blocked":
            governed = "" if banned else "announced"
        elif told == "blocked" and governed in ("planned", "announced", "requested"):
            governed = told  # "decided to suspend deliveries", "urged Oslo to halt them"
        if governed is None:
            governed = told or ("announced" if self._is_pledged() else None)
        if governed in ("blocked", "requested") and not banned and self._is_to_be_stopped():
            # "Oslo will prevent the transfer of rockets to the rebels", which may come
            governed = "considered" if self.act == "promise" else "alleged"
        if governed is not None:
            return "blocked" if self._is_spurned() else self._as_governed(governed)
        if statement is None:
            if self._is_claimed():
                return "alleged"
            auxiliaries = self.resolver.auxiliaries(self.trigger)
            reserved = not self.lexicon["reserve"].isdisjoint(auxiliaries)  # "will reportedly be"
            if self._is_coming() and not reserved:
                return "planned" if "would" in auxiliaries else "announced"
            return "reported"
        if self.speaks_for_supplier():
            owned_up = statement.defends and self.tags[self.trigger] not in "VI"
            return "reported" if owned_up or self._is_done() else "announced"
        return self._as_told(statement)

    def _of_rule(self) -> str | None:
        """Return the nature a rule gives; "the shipment included", of an alleged one, alleges.

        "Deliveries of arms include tanks" tells no more of the tanks than of the deliveries.
        """
        told, before = self.transfer.match.rule.set.get("nature"), self.transfer.goes_on
        packages = self.transfer.match.filling("package")
        given = self.lexicon["transferring"] | self.lexicon["moves"]
        if not self._is_coming() and any(self.lower[one.end - 1] in given for one in packages):
            told = Nature(self.parties, before, []).find() if before is not None else None
        if told and before is not None and not (self._is_coming() or self.speaks_for_supplier()):
            return "alleged" if Nature(self.parties, before, []).find() == "alleged" else told
        return told

    def _as_governed(self, governed: str) -> str:
        """Return what the nature that a governing word gives is in the mouth of a teller."""
        if governed == "" and self.speaks_for_supplier():
            # "Oslo said it had no plans to send them", but not "refused to renew an embargo"
            return "" if self.transfer.match.rule.set.get("banned") else "denied_only"
        own = self.statement is None or self.speaks_for_supplier()
        arms = all(item.item.kind != "personnel" for item in self.transfer.items)
        if self.act == "praise" or self._is_purchase() or (arms and self.act != "accuse"):
            own = own or self.speaks_for_party()  # has been told of the pledge, or buys it
        if governed == "planned" and own and self._is_settled():
            return "announced"  # "announced that it plans to send", "has agreed to send"
        if governed != "announced" or own:
            return governed
        if self._is_undertaken(self.trigger) or self.is_agreed():
            return "planned"  # "Rome said Oslo promised tanks", unlike what it approved in public
        return "alleged" if self.act in GUESSING else "announced"

    def _is_warned_off(self) -> bool:
        """Tell "urged Oslo not to send tanks", who may yet, from "said it would not"."""
        governor = self.resolver.governor(self.trigger)
        asked = self.statement is not None and governor == self.statement.match.trigger
        return asked and self.act in ("warn", "request") and not self.speaks_for_supplier()

    def _is_spurned(self) -> bool:
        """Tell "Oslo sees no case in which sending tanks would help" from "would help"."""
        if self.statement is None or not (self.is_imagined() and self.speaks_for_supplier()):
            return False
        end = self.sentence.end
        end = next(find_tokens(self.tags, ",;", self.trigger, end), end)
        return "N" in self.tags[self.statement.said()[0] : end]

    def _as_told(self, statement: Statement) -> str:
        """Return what somebody makes of it who is not of the supplier's side."""
        if self._is_coming() and self.act != "request":
            known = self.act in AWARE and self.speaks_for_party()
            return "announced" if known else "planned"  # "believes that Oslo will send tanks"
        done = self._is_done()
        if statement.defends and self.speaks_for_party():
            return "reported"  # whoever defends a purchase admits it
        if self.transfer.is_bought and self.act in AWARE and done:
            return "reported" if self.speaks_for_party() else "alleged"
        if self._is_received(statement, done=done):
            return "reported"
        if self._is_awaited():
            return "announced"
        asked = self.act == "request" and not self._is_to_be_stopped()
        return "requested" if asked and not done else "alleged"

    def _is_awaited(self) -> bool:
        """Tell "Oslo said it was getting tanks", "said the deliveries would go on", its own."""
        getter = self.transfer.recipient
        if getter is None or self.parties.is_group(getter) or self.act not in AWARE:
            return False
        return self._is_purchase() and not self.reading.countries([getter]).isdisjoint(self._sides)

    def _is_purchase(self) -> bool:
        """Tell "bought tanks", "the purchase of tanks", to which who gets them has agreed."""
        by_noun = self.lower[self.trigger] in self.lexicon["handing_over"]
        return self.transfer.is_bought or by_noun

    def _is_received(self, statement: Statement, *, done: bool) -> bool:
        """Tell what a state says, or is glad, that it got: "welcomed the delivery of tanks"."""
        # "Thanked Oslo for (providing) tanks"
        glad = self.act in ("praise", "confirm") and (done or self.tags[self.trigger] not in "VIE")
        # Who only says that soldiers came may have asked for none.
        soldiers = any(item.item.kind == "personnel" for item in self.transfer.items)
        told = self.act == "say" and done and not soldiers
        getter = self.parties.key(self.transfer.recipient)
        return (glad or told) and all(self.parties.key(one) == getter for one in statement.speakers)

    def _is_to_be_stopped(self) -> bool:
        """Tell "called on Oslo to stop sending arms": who asks for that says that it sends some."""
        return not self.speaks_for_supplier() and self.asks_to_stop()

    def _is_denied(self) -> bool:
        """Tell whether a word of denial stands before it, whoever denies: never a fact then.

        What stands before "Kyiv's claim that …" denies that claim, which Kyiv makes all the same.
        """
        denying, tags = self.governors["denied"], self.resolver.tags
        first = max(self.sentence.first, self.trigger - DENIAL)
        claim = self.statement.match.trigger if self.statement is not None else -1
        first = max(first, claim) if claim < self.trigger else first
        for token in range(self.trigger - 1, first, -1):
            if tags[token] in "VIGE" and self.reading.is_form(token, denying):
                return not self.resolver.is_negated(token)
            if tags[token] in ";C" and self.lower[token] not in ("and", "or", "-"):
                return False
        return False

    def _is_claimed(self) -> bool:
        """Tell "accusations that it armed the rebels", "allegedly sent": nobody here claims it."""
        match, lower = self.transfer.match, self.lower
        before = lower[max(self.sentence.first, self.trigger - RESERVED) : self.trigger]
        if self.transfer.supplier in match.filling("blamed"):
            return True  # "linked Oslo to the sale"
        if self.resolver.is_disputed(self.trigger):
            return True
        if match.unreality == DENIED or not self.lexicon["allegedly"].isdisjoint(before):
            return True
        if self.tags[self.trigger] == "G":
            before = lower[self.sentence.first : self.trigger]
            punished = not self.lexicon["sanctioning"].isdisjoint(before)
            if lower[self.trigger - 1] == "for" or punished:
                return True  # "sanctioned firms for selling", "sanctions on firms selling"
        return find_claim(self.transfer) >= 0 or any(
            lower[token] in self.lexicon["hearsay"] and self.resolver.opens_claim(token)
            for token in range(self.sentence.first, self.trigger - 1)
        )

    def speaks_for_supplier(self) -> bool:
        """Tell whether those who tell of a transfer are on the supplier's side."""
        if self.statement is None or self.transfer.supplier is None:
            return False
        suppliers = self.reading.countries(self.transfer.joint_suppliers)
        blamed = self.reading.countries(self.statement.targets) or suppliers
        if self.act == "decline" or (self.act == "accuse" and blamed & suppliers):
            return False  # "would not confirm that it had sent", which others claim
        # "Oslo will send tanks, the minister said": one promises what one's own side does.
        mine = not self._sides and self.act == "promise"
        return mine or not suppliers.isdisjoint(self._sides)

    @cached_property
    def _sides(self) -> set[str]:
        """The states of those who speak, "IGO" for a body of several; none of a newspaper."""
        if self.statement is None:
            return set()
        told_by = (*self.statement.speakers, *self.cited)
        public = (one for one in told_by if not self.parties.is_private(one))
        return {country_of(self.reading, one) for one in public} - {""}

    def speaks_for_party(self) -> bool:
        """Tell whether those who tell of a transfer are on the side of either end."""
        ends = (*self.transfer.joint_suppliers, self.transfer.recipient)
        named = self.reading.countries(end for end in ends if end is not None)
        return not named.isdisjoint(self._sides)

    def _is_done(self) -> bool:
        """Tell "has sent", "has begun sending", "may fire" from "will send" and "is being sent"."""
        # "Has helped Chad by sending tanks", "the shipment has arrived"
        verb = max(self.resolver.means_to(self.trigger), self._verb_behind())
        tags, verb = self.tags, self.trigger if verb < 0 else verb
        if self.resolver.verb_is("firing", self.trigger):
            return True
        if self.lower[self.transfer.match.end - 1] in COPULAS:  # "there are soldiers of ours"
            return not self._is_coming()
        if tags[verb] == "G" and self.lower[verb - 1] in self.lexicon["done_by_then"]:
            return True  # "broke promises made when sending tanks"
        if tags[verb] == "G":
            governor, said = self.resolver.governor(self.trigger), self.statement
            if self.act == "confirm" and said is not None and governor == said.match.trigger:
                return True  # "admitted selling"
            if self.act == "confirm" and governor < 0:
                return tags[self.resolver.group_start(self.trigger)] == "A"  # "that it is sending"
            if governor < 0 or self.lexicon["beginning"].isdisjoint(self.reading.lemmas(governor)):
                return False
            auxiliaries = self.resolver.auxiliaries(governor)
            return tags[governor] in "VE" and UNCERTAIN.isdisjoint(auxiliaries)
        group = self.resolver.auxiliaries(verb)
        ongoing = "being" in group or not UNCERTAIN.isdisjoint(group)
        if "did" in group:
            return tags[verb] == "I"
        letters = self.reading.grammar.form_letters.get(self.lower[verb], "")
        past = tags[verb] == "E" or "d" in letters
        return tags[verb] in "VE" and past and not ongoing and not self._is_coming()

    def _is_settled(self) -> bool:
        """Tell what is made known, or decided, from what is only meant to be done."""
        governor = self.resolver.governor(self.trigger)
        settled = governor >= 0 and self._is_undertaken(governor)
        return settled or (self.statement is not None and announces(self.statement))

    def _is_coming(self) -> bool:
        resolver, trigger = self.resolver, self.trigger
        means_to = resolver.means_to(trigger)
        verb = trigger if means_to < 0 else means_to  # "will help Chad by sending tanks"
        begun = self._verb_behind()  # "the deliveries will begin"
        if self.tags[trigger] == "G":
            begun = resolver.governor(trigger)  # "will begin sending tanks"
        if begun >= 0 and resolver.verb_is("beginning", begun):
            verb = begun
        start = resolver.group_start(verb)
        if resolver.verb_is("firing", trigger):
            return False  # "may fire Peruvian rockets", told of those who have them already
        if self.lower[start - 1] == "to" and (
            self.lower[start - 2] in COPULAS or self.resolver.is_to_be(trigger)
        ):
            return True  # "Oslo is to deliver tanks", "tanks to be delivered to Chad"
        ahead = FUTURE | {"to"}  # a headline's: "Oslo to send tanks"
        return not ahead.isdisjoint(self.lower[start:verb])
