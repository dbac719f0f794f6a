"""Ends of a transfer that its sentence leaves unsaid, from who speaks and what was told."""

from __future__ import annotations

from collections import Counter

from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement
from analysis.text import find_tokens
from analysis.transfer_allegations.governed import Governing
from analysis.transfer_allegations.meant import find_addressed, find_asking, other_than
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.standing import SAME_TOPIC, take_ends, turns_round
from analysis.transfer_allegations.transfer import Transfer

# How many sentences back a transfer still says who is meant.
SAME_END = 8
# What only a noun tells of is what was told so many sentences before.
NEAR_NOUN = 2
# So far behind a passive "by" may name who does it.
BY = 6
# "We" and, in an official's mouth, "the country" is the speaker's own.
OWN_SIDE = [["we"], ["i"], ["the", "country"], ["country"]]
US = [["we"], ["us"]]
# So in the mouth of "the Chilean shipyard Asmar", which is of a state.
FIRM = [["it"], ["the", "company"], ["the", "firm"]]
TOWARDS = frozenset({"to", "into", "across"})
TO_US = frozenset({"to", "for", "from"})
OURS = 9  # so far behind "gave" stands "our army"
ENDS = (("recipient", "supplier"), ("supplier", "recipient"))


def imply_ends(parties: Parties, transfers: list[Transfer]) -> None:
    """Fill ends left unsaid, in place, and note which."""
    for index, transfer in enumerate(transfers):
        if transfer.match.rule.set.get("package"):
            goes_on = not transfer.match.filling("package")
            if not (goes_on and any(_is_said(parties, transfer, slot) for slot, _ in ENDS)):
                take_ends(parties, transfer, transfers[:index])
        if transfer.match.rule.set.get("beside"):
            _take_seller(parties, transfer, transfers[:index])
        if transfer.match.rule.set.keys() & {"weak", "banned", "beside"}:
            continue  # tells of a transfer only by naming both ends, or who bans it
        if transfer.supplier is None and transfer.recipient is None:
            speaking = _speaking_for_itself(parties, transfer, "supplier", "recipient")
            transfer.imply("supplier", speaking)
        for slot, other in ENDS:
            if getattr(transfer, slot) is not None or getattr(transfer, other) is None:
                continue
            found = _denying(parties, transfer, other) or _speaking_for_itself(
                parties, transfer, slot, other
            )
            if slot == "supplier" and Governing(transfer).is_imagined():
                continue  # "supplying tanks would not help", whoever did
            receives = slot == "recipient" and _leaves_open(parties, transfer)
            if found is None and (receives or _is_said(parties, transfer, slot)):
                continue
            found = (
                found
                or (find_addressed(parties, transfer) if slot == "supplier" else None)
                or _told_before(parties, transfer, transfers[:index], slot, other)
                or (find_asking(parties, transfer) if slot == "recipient" else None)
            )
            transfer.imply(slot, found)
    _imply_topic(parties, transfers)
    _imply_only_supplier(parties, transfers)


def _take_seller(parties: Parties, transfer: Transfer, before: list[Transfer]) -> None:
    """Read "bought jets from Oslo and ordered tanks", in place: the tanks are from there too."""
    for earlier in before:
        same = earlier.is_bought and earlier.match.sentence is transfer.match.sentence
        if same and parties.key(earlier.recipient) == parties.key(transfer.recipient):
            transfer.supplier, transfer.implied = earlier.supplier, ["supplier"]


def _imply_topic(parties: Parties, transfers: list[Transfer]) -> None:
    """Take as recipient, where none is said, whom most transfers of the article go to."""
    counted = Counter(
        parties.key(transfer.recipient)
        for transfer in transfers
        if transfer.supplier is not None and "recipient" not in transfer.implied
    )
    counted.pop("", None)
    if not counted:
        return
    topic, times = counted.most_common(1)[0]
    if times * 2 <= counted.total():
        return
    named = next(t.recipient for t in transfers if parties.key(t.recipient) == topic)
    for transfer in transfers:
        weak = transfer.match.rule.set.get("weak") or transfer.recipient is not None
        if weak or _leaves_open(parties, transfer):
            continue
        if parties.key(transfer.supplier) in ("", topic):
            continue
        if not _is_said(parties, transfer, "recipient"):
            transfer.imply("recipient", named)


def _imply_only_supplier(parties: Parties, transfers: list[Transfer]) -> None:
    """Take as supplier of a passive, where none is said, the only one the article tells of."""
    said = [t for t in transfers if t.supplier is not None and "supplier" not in t.implied]
    whole = [t for t in said if t.recipient is not None]
    told = [t.supplier for t in whole or said]
    if len({parties.key(supplier) for supplier in told}) != 1:
        return
    for transfer in transfers:
        beside = transfer.match.rule.set.get("beside")
        open_end = transfer.supplier is None and transfer.match.passive and not beside
        if not open_end or _is_seized(transfer):
            continue
        if parties.key(transfer.recipient) in ("", parties.key(told[0])):
            continue
        if not _is_said(parties, transfer, "supplier"):
            transfer.imply("supplier", told[0])


def _leaves_open(parties: Parties, transfer: Transfer) -> bool:
    """Tell what need not go to whom the article is about: what is bought, or seized on its way.

    So "the deployment of a frigate", "reinforcements", of a state's own for all one knows.
    """
    lower, own = parties.reading.text.lower, parties.reading.lexicon["moving_own"]
    moved = (transfer.match.trigger, *(item.end - 1 for item in transfer.items))
    return transfer.is_bought or any(lower[at] in own for at in moved) or _is_seized(transfer)


def _is_seized(transfer: Transfer) -> bool:
    """Tell "Chad's police intercepted rifles which were being sent to Mali", not by Chad."""
    reading = transfer.reading
    taking = reading.lexicon["taking"]
    return any(
        reading.tags[token] in "VIGE" and reading.is_form(token, taking)
        for token in range(transfer.match.sentence.first, transfer.match.trigger)
    )


def _is_said(parties: Parties, transfer: Transfer, slot: str) -> bool:
    """Tell whether an end is named that is no party: "companies sent", "to the region"."""
    match, reading = transfer.match, parties.reading
    if slot == "supplier":
        if reading.tags[match.trigger] not in "VIGE":
            return False
        if match.passive and _is_done_by(reading, match.end):
            return True
        before = {reading.text.lower[item.first - 1] for item in transfer.items if item.first}
        if not before.isdisjoint(reading.lexicon["of_several"]):
            return True
        if any(slot.name == "item" and slot.role == "subject" for slot in match.rule.slots):
            return False  # "artillery and other gear will head to Chad"
        sent = {token for item in transfer.items for token in range(item.first, item.end)}
        return any(
            not parties.key(filler)
            and reading.text.lower[filler.first : filler.end] not in OWN_SIDE
            and reading.text.lower[filler.end - 1] not in reading.lexicon["packages"]
            and sent.isdisjoint(range(filler.first, filler.end))
            for filler in match.resolver.subject(match.trigger)
        )
    for token in range(match.end, match.sentence.end - 1):
        if reading.tags[token] in ";SRV" or (
            reading.tags[token] == "Q" and not match.resolver.is_short_quotation(token)
        ):
            return False
        if reading.text.lower[token] in TOWARDS and reading.tags[token] == "P":
            return True
        owner = reading.mention_at[token + 1] if reading.text.lower[token] in ("in", "as") else -1
        if owner >= 0 and reading.mentions[owner].possessive:
            return True  # "providing arms in Chad's war", "as Chad's ally"
    return False


def _is_done_by(reading: Reading, start: int) -> bool:
    """Tell "were supplied to Chad by neighbouring countries" from "by March"."""
    end = min(start + BY, len(reading.tags) - 1)
    by = next(find_tokens(reading.text.lower, {"by"}, start, end), -1)
    return by >= 0 and reading.tags[by + 1] not in "t#"


def _denying(parties: Parties, transfer: Transfer, other: str) -> Filler | None:
    """Return who denies or admits it: "Sudan maintains that no rockets were sent to Chad".

    Whoever confirms what somebody else has sent need not have got it.
    """
    statement = transfer.statement
    if statement is None:
        return None
    acts = ("confirm", "deny") if other == "recipient" else ("deny",)
    by_noun = parties.reading.tags[transfer.match.trigger] == "O"
    told_of = transfer.match.passive or (by_noun and statement.act == "deny")
    admitted = statement.act in acts and told_of
    if not transfer.negated and not admitted:
        return None
    return other_than(parties, statement.speakers, getattr(transfer, other))


def _speaking_for_itself(
    parties: Parties, transfer: Transfer, slot: str, other: str
) -> Filler | None:
    """Return who speaks where "we" give or get it, and who is spoken to where "you" do."""
    statement, match = transfer.statement, transfer.match
    if statement is None or parties.reading.tags[match.trigger] not in "VIGE":
        return None
    resolver, does_it = match.resolver, (slot == "recipient") == transfer.is_bought
    if does_it:
        named, ours = resolver.subject(match.trigger), OWN_SIDE
    else:  # "sent us tanks", "tanks for us", "we were given tanks"
        named, ours = resolver.object(match.trigger), US
        named = [*named, *resolver.phrases(match.trigger, TO_US)]
    lower = parties.reading.text.lower
    told = [lower[filler.first : filler.end] for filler in named]
    if ["you"] in told:  # "told the Chadian envoy: “You gave us tanks”"
        quotes = parties.reading.text.quotes
        spoken_to = [target for target in statement.targets if not quotes[target.first]]
        return other_than(parties, spoken_to, getattr(transfer, other))
    if does_it and statement.act == "accuse":
        return None  # nobody accuses "the country" of their own
    of_firms = parties.reading.lexicon["state_firms"]
    unnamed = [who for who in statement.speakers if who.mention < 0]
    firms = [who for who in unnamed if not of_firms.isdisjoint(lower[who.first : who.end])]
    if firms and does_it:
        ours = [*ours, *FIRM]
    gives = slot == "supplier" and any(_is_means(parties, statement, one) for one in named)
    if not does_it:
        behind = range(match.end, min(match.end + OURS, match.sentence.end))
        whom = [at for at in behind if at == match.end or lower[at - 1] in TO_US]
        told += [lower[at : at + 3] for at in whom if parties.reading.item_at[at + 1] < 0]
    own = parties.reading.lexicon["state_bodies"] | {"country", "people", "air", "armed"}
    if not gives and not any(w in ours or (w[0] == "our" and own & {*w[:3]}) for w in told):
        return None  # "gave our army tanks"
    owners = (parties.reading.mentions_between(firm.first, firm.end) for firm in firms)
    states = [Filler(one.first, one.end, mention=at) for named in owners for at, one in named]
    return other_than(parties, states or statement.speakers, getattr(transfer, other))


def _is_means(parties: Parties, statement: Statement, subject: Filler) -> bool:
    """Tell by what a speaker's own side gives: "the package will give Chad", "its planes took"."""
    lower, lexicon = parties.reading.text.lower, parties.reading.lexicon
    sells = any(parties.key(one) in lexicon["arms_exporters"] for one in statement.speakers)
    owned = lower[subject.first] in lexicon["our_own"]
    owned = owned and lower[subject.end - 1] in lexicon["carriers"]
    return owned or (sells and lower[subject.end - 1] in lexicon["packages"])


def _told_before(
    parties: Parties, transfer: Transfer, before: list[Transfer], slot: str, other: str
) -> Filler | None:
    """Take the end from the last transfer that shares the other one, else from the last one."""
    turned = turns_round(transfer.match)
    there, opposite = (other, slot) if turned else (slot, other)
    said = getattr(transfer, other)
    number = transfer.match.sentence.number
    by_noun = parties.reading.tags[transfer.match.trigger] not in "VIGE"
    for earlier in reversed(before):
        distance = number - earlier.match.sentence.number
        known: Filler | None = getattr(earlier, there)
        banned = earlier.match.rule.set.get("banned")  # "is under an embargo": given nothing
        if (
            known is None
            or banned
            or distance > SAME_END
            or parties.key(known) == parties.key(said)
        ):
            continue
        same = parties.key(getattr(earlier, opposite)) == parties.key(said)
        # "Arms will also be sold to Oman": whoever sold them in the sentence before.
        if distance > NEAR_NOUN and by_noun:
            continue
        near = SAME_TOPIC if slot == "recipient" else 1 if transfer.match.passive else 0
        topic = 0 < near >= distance and not (earlier.implied or turned)
        if same or topic:
            return known
    return None
