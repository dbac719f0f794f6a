"""One transfer as one match tells it, before claimants are added."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.items import ItemMention
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement
from analysis.text import Sentence

# They may do no more than condemn what others tell.
RESENTING = frozenset({"accuse", "warn"})
# Who tells of a transfer, and the statement in which.
Claimant = tuple[Filler, Statement | None]


@dataclass(slots=True)
class Transfer:
    """Supplier, recipient and items of one match, and the statement that it is told in."""

    match: Match
    supplier: Filler | None
    recipient: Filler | None
    items: list[ItemMention]
    statement: Statement | None
    implied: list[str] = field(default_factory=list)
    negated: bool = False
    # Where "reports" stands, or another claim of others, that somebody denies.
    claim: int = -1
    # What it tells more of: "The package includes …".
    goes_on: Transfer | None = None
    # Whether others get, or send, the same items: a number is of what all do together.
    shared: bool = False

    @property
    def reading(self) -> Reading:
        """The article it is told in."""
        return self.match.reading

    @property
    def joint_suppliers(self) -> list[Filler]:
        """Whoever supplies it, and those who do so jointly: "Oslo and Rome will send"."""
        joined, one = self.match.filling("supplier"), self.supplier
        if one is None or one in joined:
            # Not who makes something else: "Chadian soldiers fought Malian | forces".
            return [other for other in joined if one is None or other.item == one.item]
        return [one]

    def imply(self, slot: str, filler: Filler | None) -> None:
        """Fill an end that the sentence leaves unsaid, and note it; with nobody it stays so."""
        if filler is not None:
            setattr(self, slot, filler)
            self.implied.append(slot)

    @property
    def presupposed(self) -> bool:
        """Tell "raided a camp with rifles supplied by Oslo", where nobody says that it did.

        Who says "fired rockets made in Chad" says that they were got from there.
        """
        told = self.claim >= 0 or "holder" in self.match.rule.require
        return not told and self.match.resolver.stands_alone(self.match.trigger)

    @property
    def is_bought(self) -> bool:
        """Tell a verb such as "buy", whose subject gets what it tells of."""
        slots = self.match.rule.slots
        return any(slot.name == "recipient" and slot.role == "subject" for slot in slots)


@dataclass(frozen=True, slots=True)
class Told:
    """A transfer and its nature, as one sentence tells it."""

    transfer: Transfer
    nature: str

    def distance(self, sentence: Sentence) -> int:
        """Return how many sentences off it is told."""
        return abs(self.transfer.match.sentence.number - sentence.number)


@dataclass(frozen=True, slots=True)
class Retold:
    """What another sentence says of a transfer that is told, and who says so."""

    told: Told
    claimants: list[Claimant]
    sentence: Sentence


def announces(statement: Statement) -> bool:
    """Tell who makes known what will be sent, by "announce" or "approve", from who only says it."""
    announcing = statement.reading.grammar.governors["announced"]
    return statement.reading.is_form(statement.match.trigger, announcing)


def condemns(statement: Statement) -> bool:
    """Tell "slammed the sale", "protested against it" from "accused Oslo of selling"."""
    rule, said_in = statement.match.rule.set, statement.sentence
    about = statement.act in RESENTING and rule["content"] == "behind" and "repeats" not in rule
    claims = statement.lexicon["contested"]  # "made the charge and called it a crime"
    return about and claims.isdisjoint(statement.lower[said_in.first : said_in.end])
