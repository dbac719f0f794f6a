"""Claims that a transfer is told in, and others make: "reports that Oslo sent tanks"."""

from __future__ import annotations

from analysis.grammar import POSSESSIVE_PRONOUNS
from analysis.roles import VERBS
from analysis.statements import Statement
from analysis.text import find_tokens
from analysis.transfer_allegations.transfer import Transfer

# Who agrees to something does it; another may tell so.
DEEDS = frozenset({"statement.agree", "statement.offer_thing"})


def find_claim(transfer: Transfer) -> int:
    """Return the noun of the claim that a transfer is: "reports that Oslo sent"; or -1."""
    reading = transfer.reading
    match, claims = transfer.match, reading.lexicon["claims"] | {"news"}
    named = find_tokens(match.lower, claims, match.sentence.first, match.trigger - 1)
    nouns = (noun for noun in named if match.resolver.opens_claim(noun))
    return next((noun for noun in nouns if not _is_said_in(transfer, noun)), -1)


def _is_said_in(transfer: Transfer, noun: int) -> bool:
    """Tell "said in a statement that": those are the speaker's own words."""
    statement = transfer.statement
    within = transfer.match.lexicon["said_within"]
    if statement is None or transfer.match.resolver.preposition_over(noun) not in within:
        return False
    return VERBS.isdisjoint(transfer.reading.tags[statement.match.end : noun])


def find_others_claim(transfer: Transfer) -> int:
    """Return the "reports" of "denied reports that Oslo sent tanks", which others make; or -1.

    So in "reports that Oslo sent tanks are false, it said" and, where Oslo speaks, in "said it was
    tired of claims that Oslo sent tanks".
    """
    reading = transfer.reading
    statement, lexicon = transfer.statement, reading.lexicon
    if statement is None or statement.defends or transfer.negated:
        return -1
    if statement.act != "deny":
        claim = find_claim(transfer)
        if statement.match.rule.id in DEEDS and claim < statement.match.trigger:
            return claim  # "reports that Oslo has agreed to send"
        if statement.act == "confirm" or not statement.covers(claim):
            return -1
        speaking = reading.countries(statement.speakers) | statement.own_countries
        own = not speaking.isdisjoint(reading.countries(transfer.joint_suppliers) - {""})
        return claim if own or is_only_about(transfer, statement, claim) else -1
    trigger = transfer.match.trigger
    first = statement.match.end if statement.match.end <= trigger else statement.said()[0]
    claims = lexicon["contested"] | lexicon["reports"]
    noun = statement.match.trigger  # "Oslo's claims that … were false": no denial of Oslo's
    first = noun if reading.text.lower[noun] in claims and noun < trigger else first
    return next(find_tokens(reading.text.lower, claims, first, trigger), -1)


def is_only_about(transfer: Transfer, statement: Statement, claim: int) -> bool:
    """Tell "asked about claims that", "alarmed at reports that" from "stood by its claim that"."""
    reading = transfer.reading
    lexicon, lower = reading.lexicon, reading.text.lower
    others = lower[claim] in lexicon["contested"] | lexicon["reports"] | lexicon["rumours"]
    own = lower[claim - 1] in POSSESSIVE_PRONOUNS or "repeats" in statement.match.rule.set
    said = lower[statement.sentence.first : statement.sentence.end]
    if not others or own or not lexicon["believable"].isdisjoint(said):
        return False
    at = reading.skip_left(claim - 1, "DO#EtX", statement.sentence.first)
    return lower[at] in lexicon["only_about"] or reading.is_form(at, lexicon["examining"])


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
