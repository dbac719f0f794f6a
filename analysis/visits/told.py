"""Whether a visit is told of at all: not refused, asked for, imagined, denied or made from afar."""

from __future__ import annotations

from analysis.grammar import CONDITIONS, TEMPORAL, UNREAL
from analysis.matching import Match
from analysis.roles import VERBS
from analysis.statements import Statement
from analysis.text import find_tokens
from analysis.visits.status import FUTURE, took_chance

WISHING = frozenset({"want", "wish", "like", "prefer", "need"})
LINKED = frozenset({"by", "via", "through", "over", "on"})
# So soon behind "made", "planned" stands the visit.
NOUN_WITHIN = 5
# A visit is the setting behind these, whatever is said during it.
SETTINGS = frozenset({"during", "on", "after", "before", "following", "amid"})
# Behind these one is at a meeting, whatever is left open there, unless one was absent.
ATTENDED = frozenset({"at", "during"})
MISSED = frozenset({"absence", "refusal", "failure", "inability"})
# What stands behind these is none of what is denied: "denied it while visiting".
APART = ",;SRP"


def is_told(match: Match, statements: list[Statement]) -> bool:
    """Tell whether the words tell of a visit: not of a refusal, a request or a condition."""
    afar = _is_remote(match) or _is_unattended(match)
    covert = _is_none(match) or _is_covert(match)
    if match.unreality or afar or covert or _is_denied(match, statements):
        return False
    means_to = match.resolver.means_to(match.trigger)
    # "Could calm tempers by visiting Oslo": as real as its end.
    group = match.resolver.auxiliaries(match.trigger if means_to < 0 else means_to)
    if match.negated:  # "will not travel" calls a journey off, "will never travel" none
        moves = match.rule.set.keys().isdisjoint(("now", "travel"))
        return moves and "never" not in group and not FUTURE.isdisjoint(group)
    supposed = not (UNREAL - FUTURE).isdisjoint(group) or _is_condition(match)
    if supposed or _is_prevented(match):
        return False
    if match.tags[match.trigger] == "O":
        if _would_come(match) or _stays_away(match):
            return False
        # "No decision on | Ruto's trip": what is left open stands before whose trip it is.
        visitor = match.first_filler("visitor")
        owner = visitor.first if visitor and visitor.first < match.trigger else match.trigger
        first = max(match.sentence.first, owner - 4)
        near = match.lower[first : match.trigger]
        # "Told of the need for calm | at a summit in Oslo".
        attends = match.resolver.preposition_over(match.trigger) in ATTENDED
        return (MISSED if attends else match.lexicon["unsettled"]).isdisjoint(near)
    if _is_told_of_time(match):
        return True
    governor = match.resolver.governor(match.trigger)
    return governor < 0 or not _is_unsettled(match, governor)


def _is_covert(match: Match) -> bool:
    """Tell "was in Oslo plotting attacks", whatever office one holds, from an official visit."""
    lexicon, lower = match.lexicon, match.lower
    deeds = [lower[place.end : place.end + 5] for place in match.filling("place")[:1]]
    return any(
        not lexicon["scheming"].isdisjoint(words[:1]) and not lexicon["raids"].isdisjoint(words)
        for words in deeds
    )


def _is_none(match: Match) -> bool:
    """Tell "made no visit to Oslo" from a visit."""
    behind = range(match.end, min(match.end + NOUN_WITHIN, match.sentence.end))
    noun = match.trigger if match.tags[match.trigger] == "O" else -1
    noun = next((at for at in behind if match.lower[at] in match.rule.with_words), noun)
    before = match.reading.skip_left(noun - 1, "OX#", match.sentence.first) if noun >= 0 else 0
    return noun >= 0 and match.lower[before] in match.lexicon["lacking"]


def _is_unattended(match: Match) -> bool:
    """Tell "the summit in Oslo, which he did not attend"."""
    if match.tags[match.trigger] != ",":
        return False
    verb = next(find_tokens(match.tags, VERBS, match.end, match.sentence.end), -1)
    return verb >= 0 and match.resolver.is_negated(verb)


def _would_come(match: Match) -> bool:
    """Tell "a visit would anger Oslo" from "said that the visit would take place"."""
    if "V" in match.tags[match.sentence.first : match.trigger]:
        return False
    told = find_tokens(match.tags, "MVA,;SRQ", match.end, match.sentence.end)
    return match.lower[next(told, match.trigger)] in ("would", "could", "might")


def _stays_away(match: Match) -> bool:
    """Tell "stayed away from a trip to Oslo", "was invited to a summit in Oslo"."""
    verb = match.resolver.predicate_before(match.trigger - 1)
    if verb < 0:
        return False
    asked = match.resolver.preposition_over(match.trigger) == "to"
    words = " ".join(match.lower[verb : verb + 2])
    invited = asked and "invite" in match.reading.lemmas(verb)
    return invited or words in match.lexicon["stayed_away"]


def _is_prevented(match: Match) -> bool:
    """Tell "stopped him from visiting Oslo" and "is accused of visiting Oslo"."""
    before = match.resolver.group_start(match.trigger) - 1
    if match.tags[match.trigger] != "G" or before <= match.sentence.first:
        return False
    if match.lower[before] == "against":
        return True  # "decided against visiting Oslo"
    if match.lower[before] == "from":  # unlike "returned from visiting Oslo"
        return match.tags[before - 1] in "XpE"
    verb = match.resolver.verb_before(before - 1)
    accused = verb >= 0 and match.reading.is_form(verb, match.lexicon["suspecting"])
    return match.lower[before] == "of" and accused


def _is_remote(match: Match) -> bool:
    """Tell "addressed the summit in Oslo by video link" from being there."""
    lower, remotely = match.lower, match.lexicon["taking_part_remotely"]
    attends = not match.rule.set.keys().isdisjoint(("now", "travel", "place"))
    if not attends or (remotely | {"virtual"}).isdisjoint(match.resolver.words):
        return False
    for token in range(match.sentence.first, match.sentence.end - 1):
        linked = lower[token] in LINKED and not remotely.isdisjoint(lower[token + 1 : token + 3])
        first, last = sorted((token, match.end))
        linked = linked and set("VSR").isdisjoint(match.tags[first:last])  # its own clause
        event = lower[token + 1] in match.lexicon["events"]
        if linked or (lower[token] in ("virtual", "video") and event):
            return True
    return False


def _is_denied(match: Match, statements: list[Statement]) -> bool:
    """Tell "denied that he had visited Oslo" from "denied it on a visit to Oslo"."""
    deed = match.tags[match.trigger] in VERBS
    for statement in statements:
        cue = statement.match.trigger
        if statement.act != "deny" or cue >= match.trigger or not statement.covers(match.trigger):
            continue
        if statement.sentence is not match.sentence:
            continue
        claim = match.resolver.claim_before(match.trigger)
        if claim > cue:  # not "denied reports of a rift during a visit to Oslo"
            of = match.lower[claim + 1] == "of"
            return not (of and match.resolver.preposition_over(match.trigger) in SETTINGS)
        between = range(cue, match.trigger)
        apart = any(match.tags[t] in APART and match.lower[t] != "that" for t in between)
        if deed and not apart:
            return True
    return False


def _is_told_of_time(match: Match) -> bool:
    """Tell "rejected it after visiting Oslo", where the visit is not what is rejected."""
    start = match.resolver.group_start(match.trigger)
    before = match.lower[start - 1]
    return match.tags[match.trigger] == "G" and before in TEMPORAL | {"until"}


def _is_unsettled(match: Match, governor: int) -> bool:
    """Tell whether a visit is only refused or asked for: "urged him to visit", "no plans to"."""
    lower, classes = match.lower, match.reading.grammar.governors
    if match.resolver.is_negated(governor):
        return True
    if lower[governor] == "invitation":
        words = range(match.sentence.first, governor)
        return not any("accept" in match.reading.lemmas(word) for word in words)
    if lower[governor] in match.lexicon["unsettled"]:
        return not took_chance(match, governor)
    if lower[governor] in match.lexicon["travel_permits"]:
        governor = match.resolver.predicate_before(governor - 1)
    lemmas = match.reading.word_and_lemmas(governor) - {"invite", "order", "stop"}
    visitor = match.first_filler("visitor")
    if visitor is not None and governor < visitor.first < match.trigger and lemmas & WISHING:
        return True  # "farmers want him to visit", unlike "he wants to visit"
    return not (classes["refused"] | classes["requested"] | classes["denied"]).isdisjoint(lemmas)


def _is_condition(match: Match) -> bool:
    visitor = match.first_filler("visitor")
    first = visitor.first - 1 if visitor else match.trigger - 1
    if first >= match.trigger:  # "whether Oslo sends Eide"
        subject = match.resolver.group_start(match.trigger) - 1
        first = match.reading.skip_left(subject, "XpDO", match.sentence.first)
    words = match.lower[max(match.sentence.first, first - 1) : first + 1]
    return not CONDITIONS.isdisjoint(words)
