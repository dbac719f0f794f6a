"""How far a transfer is told: alleged, reported, announced, planned, considered and so on.

The first that holds: a denial of it is denied_only; the word that governs the transfer decides
(asked to send, stop sending); the rule's own words; the supplier's side says it has done so:
reported; it says so otherwise, or it will come: announced; anybody else says it: alleged; else the
outlet reported it.
"""

from __future__ import annotations

from analysis.grammar import COPULAS
from analysis.reading import Reading
from analysis.roles import DENIED
from analysis.statements import Statement, own_countries
from analysis.transfer_allegations.governed import UNCERTAIN, Governing
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Transfer, announces

# How far behind "denied that" a transfer is still what is denied.
DENIAL = 16
# So near before a transfer "alleged" and "allegedly" are about it.
RESERVED = 3
BEGINNING = frozenset({"begin", "start", "finish", "complete"})
# How past forms end: "provided", "sent", "gave", "shipped", "sold".
PAST = ("ed", "t", "ave", "old")
# So near before an item stands the pledge "of" it.
PLEDGE = 4
SANCTIONS = frozenset({"sanctions", "sanctioned", "sanctioning", "blacklisted"})
# Who says so with these has been told of what will come.
AWARE = frozenset({"say", "promise", "confirm", "praise"})


def find_nature(reading: Reading, parties: Parties, transfer: Transfer) -> str:
    """Return the nature of a transfer, "" for one that nobody says happens."""
    statement = transfer.statement
    denied = statement is not None and statement.act == "deny" and not statement.defends
    if transfer.negated:
        return "denied_only" if denied or speaks_for_party(parties, transfer) else ""
    if transfer.claim >= 0:
        return "alleged"
    if denied or _is_denied(reading, transfer):
        return "denied_only"
    governed, told = Governing(reading, transfer).nature(), transfer.match.rule.set.get("nature")
    if governed == told == "blocked":
        governed = "announced"  # "refused to renew an embargo"
    elif told == "blocked" and governed in ("planned", "announced", "requested"):
        governed = told  # "decided to suspend deliveries", "urged Oslo to halt them"
    if governed is None:
        governed = told or ("announced" if _is_pledged(reading, transfer) else None)
    if governed in ("blocked", "requested") and _is_to_be_stopped(reading, parties, transfer):
        governed = "alleged"
    if governed is not None:
        return _as_governed(reading, parties, transfer, governed)
    if statement is None:
        if _is_claimed(reading, transfer):
            return "alleged"
        sure = _is_coming(reading, transfer) and not _is_reserved(reading, transfer)
        return "announced" if sure else "reported"
    if speaks_for_supplier(parties, transfer):
        return "reported" if _is_done(reading, transfer) else "announced"
    if statement.act in AWARE and _is_coming(reading, transfer):
        return "announced" if speaks_for_party(parties, transfer) else "alleged"
    return _as_told(reading, parties, transfer, statement)


def _as_governed(reading: Reading, parties: Parties, transfer: Transfer, governed: str) -> str:
    """Return what the nature that a governing word gives is in the mouth of those who tell it."""
    statement = transfer.statement
    if governed == "" and speaks_for_supplier(parties, transfer):
        return "denied_only"  # "Oslo said it had no plans to send them"
    # What somebody else says that a supplier approved is their claim, not its announcement.
    own = statement is None or speaks_for_supplier(parties, transfer)
    if statement is not None and statement.act == "praise":
        own = own or speaks_for_party(parties, transfer)  # has been told of the pledge
    if governed == "planned" and own and _is_settled(reading, transfer):
        return "announced"  # "announced that it plans to send", "has agreed to send"
    accused = governed == "planned" and statement is not None and statement.act == "accuse"
    return "alleged" if accused or (governed == "announced" and not own) else governed


def _is_pledged(reading: Reading, transfer: Transfer) -> bool:
    """Tell "thanked Oslo for its pledge of tanks", "for the tank pledge" from what was given."""
    match, lower, pledges = transfer.match, reading.text.lower, reading.grammar.lexicon["pledges"]
    return reading.tags[match.trigger] in "VIGE" and any(
        not pledges.isdisjoint(
            (
                *lower[item.end : item.end + 1],
                *lower[max(match.end, item.start - PLEDGE) : item.first],
            )
        )
        for item in transfer.items
    )


def _as_told(reading: Reading, parties: Parties, transfer: Transfer, statement: Statement) -> str:
    """Return what somebody makes of it who is not of the supplier's side."""
    done = _is_done(reading, transfer)
    if statement.defends and speaks_for_party(parties, transfer):
        return "reported"  # whoever defends a purchase admits it
    if transfer.is_bought and statement.act == "say" and done:
        return "reported" if speaks_for_party(parties, transfer) else "alleged"
    if _is_received(parties, transfer, statement, done=done):
        return "reported"
    asked = statement.act == "request" and not _is_to_be_stopped(reading, parties, transfer)
    return "requested" if asked and not done else "alleged"


def _is_received(parties: Parties, transfer: Transfer, statement: Statement, *, done: bool) -> bool:
    """Tell what a state says, or is glad, that it got: "welcomed the delivery of tanks"."""
    by_noun = parties.reading.tags[transfer.match.trigger] not in "VIGE"
    glad = statement.act in ("praise", "confirm") and (done or by_noun)
    # Who only says that soldiers came may have asked for none.
    soldiers = any(item.item.kind == "personnel" for item in transfer.items)
    told = statement.act == "say" and done and not soldiers
    getter = parties.key(transfer.recipient)
    return (glad or told) and all(parties.key(one) == getter for one in statement.speakers)


def _is_to_be_stopped(reading: Reading, parties: Parties, transfer: Transfer) -> bool:
    """Tell "called on Oslo to stop sending arms": whoever asks for that says that it sends some."""
    statement, trigger = transfer.statement, transfer.match.trigger
    if statement is None or speaks_for_supplier(parties, transfer):
        return False
    stopping = reading.grammar.lexicon["stopping"]
    asked = range(statement.match.trigger + 1, trigger + 1)
    return any(not stopping.isdisjoint(reading.lemmas(token)) for token in asked)


def _is_denied(reading: Reading, transfer: Transfer) -> bool:
    """Tell whether a word of denial stands before it, whoever denies: never a fact then.

    What stands before "Kyiv's claim that …" denies that claim, which Kyiv makes all the same.
    """
    match, denying = transfer.match, reading.grammar.governors["denied"]
    first = max(match.sentence.first, match.trigger - DENIAL)
    claim = transfer.statement.match.trigger if transfer.statement is not None else -1
    first = max(first, claim) if claim < match.trigger else first
    for token in range(match.trigger - 1, first, -1):
        if reading.tags[token] in "VIGE" and not denying.isdisjoint(reading.lemmas(token)):
            return not match.resolver.is_negated(token)
        if reading.tags[token] in ";C" and reading.text.lower[token] not in ("and", "or", "-"):
            return False
    return False


def _is_claimed(reading: Reading, transfer: Transfer) -> bool:
    """Tell "accusations that it armed the rebels", "allegedly sent": nobody here claims it."""
    match, lower = transfer.match, reading.text.lower
    claiming = reading.grammar.lexicon["claiming"]
    before = lower[max(match.sentence.first, match.trigger - RESERVED) : match.trigger]
    if transfer.supplier in match.fillers.get("blamed", []):
        return True  # "linked Oslo to the sale"
    if match.resolver.is_disputed(match.trigger):
        return True
    if match.unreality == DENIED or not reading.grammar.lexicon["allegedly"].isdisjoint(before):
        return True
    if reading.tags[match.trigger] == "G":
        punished = not SANCTIONS.isdisjoint(lower[match.sentence.first : match.trigger])
        if lower[match.trigger - 1] == "for" or punished:
            return True  # "sanctioned firms for selling", "sanctions on firms selling"
    return find_claim(reading, transfer) >= 0 or any(
        lower[token] in claiming and match.resolver.opens_claim(token)
        for token in range(match.sentence.first, match.trigger - 1)
    )


def find_claim(reading: Reading, transfer: Transfer) -> int:
    """Return the noun of the claim that a transfer is: "reports that Oslo sent"; or -1."""
    match, claims = transfer.match, reading.grammar.lexicon["claims"]
    nouns = (
        token
        for token in range(match.sentence.first, match.trigger - 1)
        if reading.text.lower[token] in claims and match.resolver.opens_claim(token)
    )
    return next(nouns, -1)


def find_denied_claim(reading: Reading, transfer: Transfer) -> int:
    """Return the "reports" of "denied reports that Oslo sent tanks", which others make; or -1.

    So in "reports that Oslo sent tanks are false, it said".
    """
    statement, claims = transfer.statement, reading.grammar.lexicon["claims"]
    if statement is None or statement.act != "deny" or statement.defends or transfer.negated:
        return -1
    trigger = transfer.match.trigger
    first = statement.match.end if statement.match.end <= trigger else statement.said()[0]
    between = range(first, trigger)
    return next((token for token in between if reading.text.lower[token] in claims), -1)


def find_denials(transfer: Transfer, statements: list[Statement]) -> list[Statement]:
    """Return who denies the claim that a transfer is told in: "rejected Kyiv's claim that …"."""
    claim, told = transfer.statement, transfer.match.trigger
    if claim is None or claim.act == "deny":
        return []
    return [
        other
        for other in statements
        if other.act == "deny"
        and other.covers(told)
        and other.match.trigger < claim.match.trigger < told
        and other.sentence is claim.sentence
    ]


def speaks_for_supplier(parties: Parties, transfer: Transfer) -> bool:
    """Tell whether those who tell of a transfer are on the supplier's side."""
    statement = transfer.statement
    if statement is None or transfer.supplier is None:
        return False
    if statement.act in ("decline", "accuse"):
        return False  # "would not confirm that it had sent", which others claim
    mentions = parties.reading.mentions
    suppliers = {mentions[filler.mention].country for filler in transfer.joint_suppliers}
    sides = _sides(parties, statement)
    # "Oslo will send tanks, the minister said": one promises what one's own side does.
    return not suppliers.isdisjoint(sides) or (not sides and statement.act == "promise")


def _sides(parties: Parties, statement: Statement) -> set[str]:
    """Return the states of those who speak, "IGO" for a body of several."""
    mentions = parties.reading.mentions
    named = {mentions[one.mention].country for one in statement.speakers if one.mention >= 0}
    return (named | own_countries(parties.reading, statement)) - {""}


def speaks_for_party(parties: Parties, transfer: Transfer) -> bool:
    """Tell whether those who tell of a transfer are on the side of either end."""
    statement = transfer.statement
    if statement is None:
        return False
    mentions = parties.reading.mentions
    ends = [*transfer.joint_suppliers, *([transfer.recipient] if transfer.recipient else [])]
    sides = {mentions[end.mention].country for end in ends}
    return not sides.isdisjoint(_sides(parties, statement))


def _is_done(reading: Reading, transfer: Transfer) -> bool:
    """Tell "has sent", "has begun sending", "may fire" from "will send" and "is being sent"."""
    match, tags = transfer.match, reading.tags
    if _is_firing(reading, transfer):
        return True
    if reading.text.lower[match.end - 1] in COPULAS:  # "there are soldiers of ours"
        return not _is_coming(reading, transfer)
    if tags[match.trigger] == "G":
        governor = match.resolver.governor(match.trigger)
        confirmed = transfer.statement is not None and transfer.statement.act == "confirm"
        if confirmed and governor < 0:
            return tags[match.resolver.group_start(match.trigger)] == "A"  # "that it is sending"
        if governor < 0 or BEGINNING.isdisjoint(reading.lemmas(governor)):
            return False
        auxiliaries = match.resolver.auxiliaries(governor)
        return tags[governor] in "VE" and UNCERTAIN.isdisjoint(auxiliaries)
    group = match.resolver.auxiliaries(match.trigger)
    ongoing = "being" in group or not UNCERTAIN.isdisjoint(group)
    if "did" in group:
        return tags[match.trigger] == "I"
    past = tags[match.trigger] == "E" or reading.text.lower[match.trigger].endswith(PAST)
    return (
        tags[match.trigger] in "VE" and past and not ongoing and not _is_coming(reading, transfer)
    )


def _is_settled(reading: Reading, transfer: Transfer) -> bool:
    """Tell what is made known, or decided, from what is only meant to be done."""
    governor = transfer.match.resolver.governor(transfer.match.trigger)
    settled = governor >= 0 and transfer.match.resolver.verb_is("undertaking", governor)
    return settled or (transfer.statement is not None and announces(reading, transfer.statement))


def _is_reserved(reading: Reading, transfer: Transfer) -> bool:
    """Tell "will reportedly be sent"."""
    auxiliaries = transfer.match.resolver.auxiliaries(transfer.match.trigger)
    return not reading.grammar.lexicon["reserve"].isdisjoint(auxiliaries)


def _is_firing(reading: Reading, transfer: Transfer) -> bool:
    """Tell "may fire Peruvian rockets", told of those who have them already."""
    firing = reading.grammar.lexicon["firing"]
    return not firing.isdisjoint(reading.lemmas(transfer.match.trigger))


def _is_coming(reading: Reading, transfer: Transfer) -> bool:
    if _is_firing(reading, transfer):
        return False
    resolver, trigger = transfer.match.resolver, transfer.match.trigger
    means_to = resolver.means_to(trigger)
    verb = trigger if means_to < 0 else means_to  # "will help Chad by sending tanks"
    start = resolver.group_start(verb)
    if reading.text.lower[start - 1] == "to" and reading.text.lower[start - 2] in COPULAS:
        return True  # "Oslo is to deliver tanks"
    future = reading.grammar.lexicon["future"] | {"to"}  # a headline's: "Oslo to send tanks"
    return not future.isdisjoint(reading.text.lower[start:verb])
