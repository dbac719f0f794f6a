"""What is said with a neutral verb and accuses: "Chad violated the truce, he said"."""

from __future__ import annotations

from analysis.events.parties import find_parties
from analysis.events.party import Party, as_parties
from analysis.events.threats import content_end
from analysis.grammar import COPULAS
from analysis.plover import plover_words
from analysis.statements import Statement
from analysis.text import find_tokens

# "Is a crime", and how far behind the verb the word for it stands.
BRAND_REACH = 7
# So near a verb of keeping stands what is kept.
KEPT_WITHIN = 8


def mode_by_content(statement: Statement) -> str:
    """Return the mode of an accusation without an accusing verb, "Chad violated it"; or ""."""
    targets = find_parties(statement.reading, statement.targets)
    if len(targets) != 1:
        return ""
    if branded := _brands(statement, targets):
        return branded
    resolver = statement.match.resolver
    accusing, kept = plover_words("accusing"), plover_words("keeping")
    for token in range(statement.first, content_end(statement)):
        lemmas = set(statement.reading.lemmas(token))
        broken = bool(kept & lemmas) and _is_not_kept(statement, token)
        if not (broken or (accusing & lemmas and _is_put_to_act(statement, token))):
            continue
        asked = not plover_words("unsure").isdisjoint(statement.lower[statement.first : token])
        if not asked and (broken or not resolver.is_negated(token)):
            doers = find_parties(statement.reading, resolver.subject(token))
            return "allege" if targets == doers else ""
    return ""


def _is_not_kept(statement: Statement, verb: int) -> bool:
    """Tell "had not honoured the truce", "failed to comply" from "had honoured it"."""
    resolver = statement.match.resolver
    governor = resolver.governor(verb) if statement.tags[verb] == "I" else -1
    failed = governor >= 0 and statement.reading.is_form(governor, plover_words("failing"))
    promise = statement.lower[verb + 1 : verb + KEPT_WITHIN]
    pledged = not plover_words("pledges").isdisjoint(promise)
    return pledged and (failed or resolver.is_negated(verb))


def _is_put_to_act(statement: Statement, verb: int) -> bool:
    """Tell "Chad deceives", "is trying to deceive" from "it is easy to deceive"."""
    if statement.tags[verb] != "I":  # not "seized it for violating", "is de-escalating it"
        return statement.tags[verb] in "VEG" and statement.lower[verb - 1] not in ("for", "-")
    resolver = statement.match.resolver
    governor = resolver.governor(verb)
    if governor < 0 or resolver.is_negated(governor):
        return False
    tried = statement.reading.word_and_lemmas(governor)
    return not statement.lexicon["attempting"].isdisjoint(tried)


def _brands(statement: Statement, targets: list[Party]) -> str:
    """Return the mode of "said that Chadian raids were a crime", "that Chad was behind them"."""
    if targets[0].country in ("", "IGO"):
        return ""  # who is told of it, as a rule
    end = content_end(statement)
    for token in find_tokens(statement.lower, COPULAS, statement.first, end):
        behind = statement.lower[token + 1 : min(token + BRAND_REACH, end)]
        # "Was to blame", "was responsible for the raid", "was behind it".
        held = behind[:1] == ["behind"] or "responsible" in behind[:2]
        held = held and not plover_words("harms").isdisjoint(behind)
        held = held or behind[:2] == ["to", "blame"]
        branded = held or not plover_words("branding").isdisjoint(behind)
        if not branded or not plover_words("spared").isdisjoint(behind):
            continue
        subject = statement.match.resolver.surface_subject(token + 1)
        first = min((filler.first for filler in subject), default=statement.first)
        named = statement.reading.mentions_between(max(statement.first, first - 1), token)
        found = as_parties(mention for _, mention in named)
        if not found or found[0].country != targets[0].country:
            return ""
        # "The seizure of Chad's port by", "raids on Chad".
        ahead = statement.lower[first : named[0][1].first]
        others = not plover_words("harms").isdisjoint(ahead) or "by" in statement.lower[first:token]
        return "" if others else "allege" if held else "disapprove"
    return ""
