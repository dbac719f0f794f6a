"""Whom a denial answers: whose claim it rejects, or who accuses the denier anywhere."""

from __future__ import annotations

from analysis.actors import PERSONS
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements.named import AGAINST, own_countries
from analysis.statements.naming import country_of
from analysis.statements.speakers import SpeakerFinder
from analysis.statements.statement import Statement

# So far back any word of another side about the denier is what a denial answers.
ANSWERED_WITHIN = 4
NATIONS = frozenset({"state", "demonym"})


def aim_denials(reading: Reading, statements: list[Statement], rulebook: Rulebook) -> None:
    """Give each denial its target; in place."""
    for number, statement in enumerate(statements):
        if statement.act == "deny":
            owner = _whose_claim(reading, statement, rulebook)
            statement.targets = owner or _accuser(reading, number, statements)


def _whose_claim(reading: Reading, statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """Return whose the claim is that is named: "rejected Kyiv's accusations"."""
    words, resolver = rulebook.acts.speech, statement.match.resolver
    finder = SpeakerFinder(reading, statement.match, words)
    for token in range(*statement.said()):
        if reading.text.lower[token] in reading.lexicon["claims"]:
            _, claim = finder.phrases.phrase_ending(token)
            issuer = finder.voices.issuer(claim) or _unknown_owner(reading, claim)
            found = [issuer] if issuer else resolver.owner(token)
            found = [f for f in found if f.mention < 0 or _is_another(reading, statement, f)]
            if found:
                return found[:1]
    return []


def _is_another(reading: Reading, statement: Statement, filler: Filler) -> bool:
    """Tell whose claim it may be, not in "Chad denied claims of Chadian raids"."""
    mention = reading.mentions[filler.mention]
    own = mention.country in own_countries(reading, statement)
    return not (own and mention.kind in NATIONS)


def _unknown_owner(reading: Reading, claim: Filler) -> Filler | None:
    """Return whom no dictionary knows in "an Intercept story", "the Amnesty report"."""
    first, words = claim.first, reading.text.words
    first += reading.tags[first] == "D"
    end = first
    while end < claim.end - 1 and reading.tags[end] == "O" and words[end][0].isupper():
        end += 1
    regional = reading.text.lower[first] in reading.lexicon["regional"]
    return Filler(first, end, how="whose claim") if first < end and not regional else None


def _accuser(reading: Reading, number: int, statements: list[Statement]) -> list[Filler]:
    """Return who spoke against the denier last, or else accuses the denier further off."""
    statement, own = statements[number], own_countries(reading, statements[number])
    worded = statement.match.rule.set["act"] == "deny"
    before, behind = statements[:number][::-1], statements[number + 1 :]
    for other in before:
        near = statement.sentence.number - other.sentence.number <= ANSWERED_WITHIN
        if near and (worded or other.act in AGAINST) and _is_about(reading, other, own):
            return other.speakers[:1]
    if not worded or statement.defends:
        return []
    for other in (*before, *behind):
        if other.act == "accuse" and _is_about(reading, other, own):
            return other.speakers[:1]
    return []


def _is_about(reading: Reading, other: Statement, own: set[str]) -> bool:
    """Tell whether another side's statement is about the one who denies."""
    theirs = own_countries(reading, other)
    speaker = other.speakers[0]
    body = reading.kind_of(speaker) not in ("", *PERSONS)
    known = body or bool(country_of(reading, speaker))
    if (
        not known
        or not (theirs or other.act == "accuse")
        or theirs & own
        or other.act in ("deny", "praise", "decline")
    ):
        return False
    aimed = {country_of(reading, target) for target in other.targets}
    return not own.isdisjoint(aimed | reading.countries_between(*other.here()))
