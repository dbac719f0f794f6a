"""What the words around a journey say of its end: put off, called off, given up."""

from __future__ import annotations

from analysis.grammar import POSSIBLY
from analysis.matching import Match
from analysis.reading import Reading
from analysis.visits.journeys import PUT_OFF

PUT_OFF_WITHIN = 9


def given_up(match: Match) -> str:
    """Read "had put it off and cancelled it on Monday", "was due to come but pulled out"."""
    lower, lexicon = match.lower, match.lexicon
    for token in range(match.end, match.sentence.end - 2):
        pair, behind = f"{lower[token]} {lower[token + 1]}", lower[token + 1 : token + 5]
        # "Was to visit, but cancelled the trip".
        own = not {"but", ";"}.isdisjoint(lower[token - 3 : token])
        journey = not lexicon["taken_up"].isdisjoint(behind[:3]) or (
            own and not (lexicon["journeys"] | lexicon["plan_nouns"]).isdisjoint(behind)
        )
        off = journey and not lexicon["cancelled"].isdisjoint((lower[token], pair))
        off = off or (lower[token] == "called" and behind[1] == "off")  # "called it off"
        fell = pair in lexicon["fell_through"] and lower[token - 1] in lexicon["journeys"]
        if off or fell or (own and pair in lexicon["stayed_away"]):
            return "cancelled"
    return ""


def put_off_later(match: Match) -> str:
    """Read what the rest of the sentence says of the journey: "his trip to Oslo was postponed"."""
    lower, lexicon = match.lower, match.lexicon
    noun = match.trigger
    for token in range(match.end, match.sentence.end):
        if lower[token] in lexicon["journeys"]:
            noun = token
        words = (lower[token], " ".join(lower[token : token + 2]))
        if words[1] in lexicon["not_held"] and match.resolver.is_negated(token):
            return "cancelled"
        if not (match.resolver.is_passive(token) or _is_headline(match.reading, noun, token)):
            continue
        start = match.resolver.group_start(token) - 1
        elsewhere = lower[start] not in lexicon["taking_up"] and _parts(match.reading, noun, start)
        if match.resolver.is_negated(token) or elsewhere:
            continue  # what is put off is something else
        if told := named_as_put_off(match, *words):
            maybe = not POSSIBLY.isdisjoint(match.resolver.auxiliaries(token))
            return "planned" if maybe else told
    return ""


def named_as_put_off(match: Match, *words: str) -> str:
    """Return what words say becomes of a journey, or ""."""
    return next((told for told in PUT_OFF if not match.lexicon[told].isdisjoint(words)), "")


def is_considered(match: Match) -> bool:
    """Tell "may cancel his visit", "threatened to cancel it" from what is settled."""
    if not {"may", "might", "would"}.isdisjoint(match.resolver.auxiliaries(match.trigger)):
        return True
    governor = match.resolver.governor(match.trigger)
    considered = match.reading.grammar.governors["considered"]
    return governor >= 0 and match.reading.is_form(governor, considered)


def put_off_before(match: Match, verb: int) -> str:
    """Return what is said before a noun to become of the journey, by its verb or a noun, or ""."""
    told = named_as_put_off(match, match.lower[match.trigger - 1])  # "the postponed visit"
    told = told or (_put_off_by(match, verb) if verb >= 0 else "")
    return told or _put_off_by_noun(match)


def _put_off_by(match: Match, verb: int) -> str:
    """Return what a verb does to the journey that is its object, or ""."""
    lower = match.lower
    if match.resolver.preposition_over(match.trigger) not in ("", lower[verb + 1]):  # "put off"
        return ""
    if match.tags[verb] == "I" and not _is_settled(match, verb):
        return ""
    return named_as_put_off(match, lower[verb], f"{lower[verb]} {lower[verb + 1]}")


def _is_settled(match: Match, verb: int) -> bool:
    """Tell "will postpone", "agreed to postpone" from "may postpone", "threatened to postpone"."""
    governor = match.resolver.governor(verb)
    if governor < 0:
        return "will" in match.resolver.auxiliaries(verb)
    return not match.lexicon["settling"].isdisjoint(match.reading.word_and_lemmas(governor))


def _is_headline(reading: Reading, noun: int, verb: int) -> bool:
    """Tell "Ruto's trip to Oslo postponed" from "his trip to Oslo delayed the deal"."""
    tags = reading.tags
    subject = set(tags[noun + 1 : verb]) <= set("PXDt")
    return tags[verb] == "V" and subject and tags[verb + 1 : verb + 2] not in (["D"], ["X"], ["O"])


def _parts(reading: Reading, noun: int, end: int) -> bool:
    """Tell whether another clause begins between: but "his trip, which was set for May, was"."""
    tags, lower = reading.tags, reading.text.lower
    if tags[end] == "," and "," in tags[noun:end]:
        return not set("SR;A").isdisjoint(tags[noun : tags.index(",", noun)])
    return any(
        (
            tags[token] in ",VSR;"
            and not (lower[token] in reading.lexicon["scheduled"] and tags[token + 1] in "Pt")
        )
        or (lower[token] == "but" and tags[token + 1] in "DX")  # "but a second one was"
        for token in range(noun, end)
    )


def _put_off_by_noun(match: Match) -> str:
    """Read "the cancellation of his visit to"; a postponement of something else is none."""
    lower, first = match.lower, match.sentence.first
    for token in range(match.trigger - 1, max(first, match.trigger - PUT_OFF_WITHIN) - 1, -1):
        if match.tags[token] in "VMA,;SR" or (match.tags[token] == "P" and lower[token] != "of"):
            break
        for told in PUT_OFF:
            if lower[token] in match.lexicon[f"{told}_by"] and lower[token + 1] == "of":
                return told
    return ""
