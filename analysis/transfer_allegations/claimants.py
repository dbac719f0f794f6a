"""Who tells of a transfer: everybody who says it, the outlet only where nobody is named."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.matching import Match
from analysis.roles import Filler
from analysis.statements import CITED, Statement
from analysis.transfer_allegations.authors import owner_of, source_of
from analysis.transfer_allegations.claims import DEEDS, find_claim, is_only_about
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Claimant, Transfer

# Acts that tell what happens or will happen.
TELLING = frozenset({"say", "accuse", "assess", "confirm", "promise"})
# Letters of words that begin a clause of their own.
CLAUSAL = frozenset("VIMASR")
# "Sent tanks at the request of Chad" tells why, and not that it did.
REASONS = frozenset({"statement.at_request"})
THE_PAPER = frozenset({"the paper", "the newspaper", "the daily", "the magazine", "the agency"})
# So near behind a verb of speech stands in which report one says it.
REPORTED_IN = 6


def find_claimants(
    parties: Parties, transfer: Transfer, statements: list[Statement], nature: str
) -> list[Claimant]:
    """Return each claimant with the statement it makes; empty = the outlet's own account."""
    reading, statement = parties.reading, transfer.statement
    telling: list[Statement] = []
    if statement is not None:
        telling = [statement, *_joining(parties, transfer, statement, statements)]
    telling += [
        other
        for other in (*_doing(transfer, statements), *_adding(transfer, statements))
        if other not in telling
    ]
    told: list[Claimant] = [(speaker, other) for other in telling for speaker in other.speakers]
    told = [claim for claim in told if _tells_of_it(parties, transfer, claim)] or told
    told = [(author_of(parties, speaker, statements), other) for speaker, other in told]
    claim = transfer.claim if transfer.claim >= 0 else find_claim(transfer)
    announcer = _announcer(transfer, nature) if claim < 0 else None
    # What Chad says that Oslo promised is Chad's word; a paper passes on Oslo's.
    if announcer is not None and all(
        parties.is_private(who) or _is_of_supplier(parties, transfer, who) for who, _ in told
    ):
        told.append((announcer, None))
    if told:
        return told
    source = source_of(reading, claim) if claim >= 0 else None
    holding = [source] if source is not None else _holding_it(transfer)
    return [(holder, None) for holder in holding]


def _doing(transfer: Transfer, statements: list[Statement]) -> Iterator[Statement]:
    """Yield what is done by the word that tells it: "thanked Oslo for", "confirmed the sale of".

    What others say was done so is their claim.
    """
    for other in statements:
        alone = transfer.statement in (None, other)
        if alone and other.match.trigger == transfer.match.trigger and other.act != "deny":
            yield other


def _tells_of_it(parties: Parties, transfer: Transfer, claim: Claimant) -> bool:
    """Tell whose claim it is of two who speak together, one of whom supplies.

    "Chad and Mali accused each other of arming Niger": what Chad did, Mali claims; "Chad and Mali
    denied arming Niger": each denies what it did itself.
    """
    speaker, statement = claim
    together = statement is not None and len(statement.speakers) > 1
    if statement is None or not (together or statement.act == "accuse"):
        return True
    supplies = _is_of_supplier(parties, transfer, speaker)
    if statement.act == "deny":
        return supplies or speaker.mention < 0  # "its army chief", too
    return not (supplies and statement.act == "accuse")


def _is_of_supplier(parties: Parties, transfer: Transfer, speaker: Filler) -> bool:
    """Tell whether somebody speaks for the state that supplies, as none of its papers does."""
    supplier, mentions = transfer.supplier, parties.reading.mentions
    if supplier is None or min(supplier.mention, speaker.mention) < 0:
        return False
    if parties.is_private(speaker):
        return False
    return mentions[speaker.mention].country == mentions[supplier.mention].country != ""


def author_of(parties: Parties, speaker: Filler, statements: list[Statement]) -> Filler:
    """Read "the paper" as the outlet named last, "the report" as those of whose one was told."""
    reading, lower = parties.reading, parties.reading.text.lower
    if speaker.mention < 0 and " ".join(lower[speaker.first : speaker.end]) in THE_PAPER:
        for number, mention in reversed(reading.mentions_between(0, speaker.first)):
            if parties.book.is_outlet(mention.actor_id):
                return reading.filler(number)
    if speaker.mention >= 0 or lower[speaker.end - 1] not in reading.lexicon["authored"]:
        return speaker
    head = lower[speaker.end - 1].removesuffix("s")
    for token in range(speaker.end - 1, 0, -1):
        if lower[token].removesuffix("s") == head and (owner := owner_of(reading, token)):
            return owner
        for other in statements:  # "the survey said in a new report"
            if "in" in lower[other.match.end : token] and token - other.match.end < REPORTED_IN:
                return other.speakers[0]
    return speaker


def _adding(transfer: Transfer, statements: list[Statement]) -> Iterator[Statement]:
    """Yield who says more of it in a relative clause: "sales of arms which Oslo says are used"."""
    tags, end = transfer.reading.tags, transfer.match.end
    for other in statements:
        if other.sentence is not transfer.match.sentence or other.match.trigger < end:
            continue
        relative = other.speakers[0].first - 1
        relative -= tags[relative] == "D"
        between, behind = tags[end:relative], tags[other.match.end : other.match.end + 1]
        opened = relative > end and tags[relative] == "R" and CLAUSAL.isdisjoint(between)
        if opened and behind and behind[0] in "VAM":  # not "which Oslo says it needs"
            yield other


def _holding_it(transfer: Transfer) -> list[Filler]:
    """Return who punishes somebody for it, or holds proof of it, in words that nobody says."""
    reading = transfer.reading
    match, lower, lexicon = transfer.match, reading.text.lower, reading.lexicon
    holding: frozenset[str] = frozenset()
    for token in range(match.trigger - 1, match.sentence.first, -1):
        lemmas = {*reading.lemmas(token), lower[token]}
        if reading.tags[token] in "VIGEA" and not holding.isdisjoint(lemmas):
            return [f for f in match.resolver.subject(token) if f.mention >= 0]
        if reading.tags[token] in ";SR" and lower[token] != "that":
            break
        if "show" in lemmas and reading.tags[token] in "VE":  # "footage shows soldiers handing"
            return [f for f in match.resolver.subject(token) if f.mention < 0 and f.item < 0]
        if lower[token] == "sanctions":
            holding = lexicon["imposing"]
        elif lower[token] in lexicon["proof"]:
            holding = lexicon["having"]
        elif not lexicon["punishing"].isdisjoint(lemmas) and reading.tags[token] in "VIGE":
            return [f for f in match.resolver.subject(token) if f.mention >= 0]
    return []


def _joining(
    parties: Parties, transfer: Transfer, statement: Statement, statements: list[Statement]
) -> Iterator[Statement]:
    """Yield the other statements of the sentence that tell it too.

    "Yonhap, citing the intelligence service, said": the source, and who cites it. "Norway
    believes that …, its minister said": those who speak for one state. "Monitors have concluded,
    Reuters reported": who passes it on.
    """
    cited = statement.match.rule.id == CITED
    own = statement.own_countries
    for other in statements:
        beside = other is not statement and other.sentence is statement.sentence
        if not beside or other.match.rule.id in DEEDS:
            continue
        one_side = cited or not own.isdisjoint(other.own_countries)
        tells = other.act in TELLING and other.covers(transfer.match.trigger)
        one_side = one_side or bool(other.match.rule.set.get("repeats"))
        around = statement.act != "deny" and _passes_on(other, statement, transfer.match.trigger)
        # "Chad said Oslo was accusing it of arming them": no claim of Chad's own.
        around = around and not any(
            _is_of_supplier(parties, transfer, speaker) for speaker in other.speakers
        )
        around = around and not is_only_about(transfer, other, statement.match.trigger)
        if other.match.rule.id == CITED or (tells and (one_side or around)):
            yield other


def find_teller(
    parties: Parties,
    statements: list[Statement],
    match: Match,
    statement: Statement | None,
    supplier: Filler | None,
    recipient: Filler | None,
) -> Statement | None:
    """Return the statement that tells a transfer: `statement`, the innermost around it, or not.

    What somebody promises is a deed of their own; what others say that they agreed to is a claim.
    """
    reading = parties.reading
    if statement is not None and (
        statement.match.rule.id in REASONS or _goes_before(match, statement)
    ):
        return None
    if statement is None or supplier is None:
        return statement
    theirs = parties.key(supplier) in statement.own_countries
    if not theirs and statement.act != "praise" and _is_decided(parties, match, supplier):
        return None  # "Chad slammed Oslo's decision to send tanks", which it does not tell
    if statement.act != "promise":
        return statement
    own = {parties.key(speaker) for speaker in statement.speakers} - {""}
    deed = statement.match.rule.id in DEEDS
    for other in statements if deed else ():
        told = other.act in TELLING and own.isdisjoint(map(parties.key, other.speakers))
        if told and _passes_on(other, statement, statement.match.trigger):
            return other  # "according to Oslo, Chad has agreed to send"
    ends = {parties.key(end) for end in (supplier, recipient)}
    first = supplier.first - 1 - (reading.tags[supplier.first - 1] == "D")
    issued = statement.match.rule.set.get("speaker") == "issuer"  # all of it is theirs
    apart = supplier.first > statement.match.trigger and reading.tags[first] in "C,;" and not issued
    return None if apart and own and not own & ends else statement


def _goes_before(match: Match, statement: Statement) -> bool:
    """Tell "thanked Oslo after taking delivery of tanks", "urged calm after Oslo sent tanks".

    The writer tells that, but whoever blames Oslo "after it sent tanks" blames it for them.
    """
    opening, letter = match.resolver.group_start(match.trigger) - 1, match.tags[match.trigger]
    if letter in "VE":
        opening = match.resolver.skip_left(opening, "XDO#EBp")
        aimed = any(one.first < opening for one in statement.targets)
        letter = "" if aimed or statement.match.end == opening else "G"
    timed = letter == "G" and match.lower[opening] in match.lexicon["clause_of_its_own"]
    between = match.tags[statement.match.end : opening]
    return timed and opening > statement.match.trigger and CLAUSAL.isdisjoint(between)


def _is_decided(parties: Parties, match: Match, supplier: Filler) -> bool:
    """Tell "the Norwegian decision to send", "the decision by Oslo to send", taken as known."""
    lower, decision = parties.reading.text.lower, match.resolver.governor(match.trigger)
    if decision < 0 or lower[decision] != "decision":
        return False
    owned = supplier.first < decision <= supplier.end + 1  # "Oslo's decision"
    return owned or (lower[decision + 1] == "by" and supplier.first > decision)


def _passes_on(outer: Statement, inner: Statement, until: int) -> bool:
    """Tell whether one says that another says it: "Reuters reported that Oslo believes …".

    Not "Oslo said it would wait, and Rome believes …", "… after Rome had announced".
    """
    first = max(outer.said()[0], inner.sentence.first)
    if not outer.covers(inner.match.trigger) or inner.speakers[0].first < first:
        return False
    tags, lower = outer.tags, outer.lower
    issued = outer.match.rule.set.get("speaker") == "issuer"  # all of the text is theirs
    return issued or not any(
        lower[token] in outer.lexicon["clause_of_its_own"]
        or (tags[token] == "C" and tags[token - 1] == ",")
        for token in range(first, max(until, inner.match.trigger))
    )


def _announcer(transfer: Transfer, nature: str) -> Filler | None:
    """Return the supplier where it announces, has decided on or refuses the transfer.

    Not so with "a decision", which may be still to come, and "reversed Oslo's decision to send".
    """
    reading, match = transfer.reading, transfer.match
    if transfer.is_bought or transfer.supplier not in match.filling("supplier"):
        return None
    words = reading.lexicon["refusing"] if nature == "blocked" else frozenset()
    if nature == "announced" or nature == match.rule.set.get("nature") == "blocked":
        words |= reading.grammar.governors["announced"] | reading.lexicon["deciding"]
    lower, resolver = match.lower, match.resolver
    for token in (match.trigger, resolver.governor(match.trigger)):
        if token < 0 or match.tags[token] == "I":
            continue  # "is expected to decide"
        article = lower[resolver.skip_left(token - 1, "OEX")]
        noun = lower[token] in words and article not in ("a", "an", "any")
        if noun or reading.is_form(token, words):
            return transfer.supplier
    return None
