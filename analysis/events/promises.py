"""What a promise is as an event: an agreement, a threat, support, or nothing good for others."""

from __future__ import annotations

from itertools import pairwise

from analysis.grammar import FUTURE
from analysis.plover import load_plover, plover_words
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement

# How far behind "vowed" the words stand that make a promise a threat.
VOW_REACH = 7
# "Announced plans | to": so near stands what is planned.
TO_WITHIN = 5
# Verbs of plover.yaml by which nobody gains, most only where one of some words stands behind.
NO_GOOD = {"spurning": "", "suspending": "good_terms", "burdening": "burdens"}
CLAUSE_ENDS = frozenset("VRSM;Q")
# What a neutral verb tells of counts as offered where it helps somebody, or meets him halfway …
HELPFUL = frozenset({"assist", "meet"})
# … who is named so near behind it, in the same clause.
NAMED_WITHIN = 8
# "The tariffs it announced on Friday | do not apply to Mali".
EXEMPT = (["A", "N"], ["M", "N"])


def offers(statement: Statement) -> bool:
    """Tell what one's own side will do for whom it is told to: "said it would help Mali"."""
    first, end = statement.said()
    return any(
        _helps(statement.reading, verb)
        and "N" not in statement.tags[first:verb]  # "not ready to help"
        and "longer" not in statement.lower[first:verb]
        and any(_gains(statement, target, verb) for target in statement.targets)
        for verb in range(first, end)
    )


def _helps(reading: Reading, verb: int) -> bool:
    word, lemmas = reading.text.lower[verb], set(reading.lemmas(verb))
    if reading.tags[verb] not in "IG":
        return False
    helpful = load_plover().mode_of("REQUEST", [word]) in HELPFUL
    return helpful or not lemmas.isdisjoint(reading.lexicon["helping"])


def _gains(statement: Statement, target: Filler, verb: int) -> bool:
    """Tell whether what a verb offers is for a target: named behind it, or who is told so."""
    if target in statement.match.filling("told"):
        return True
    between = statement.tags[verb + 1 : target.first]
    near = verb < target.first <= verb + NAMED_WITHIN
    return near and CLAUSE_ENDS.isdisjoint(between)


def kind_of_promise(statement: Statement, words: list[str]) -> tuple[str, str] | None:
    """Return type and mode of what is promised in some words behind its verb; None = no event."""
    near, match = words[:VOW_REACH], statement.match
    behind = match.resolver.past_times(match.end)
    told = match.rule.nouns and "that" in near and FUTURE.isdisjoint(words)
    if statement.tags[behind : behind + 2] in EXEMPT or told:
        return None  # "assurances that no shell was fired" deny it
    lemmas, promised = set(statement.reading.lemmas(statement.match.trigger)), _promised(statement)
    if lemmas & plover_words("reaffirming") and not plover_words("reaffirmed").isdisjoint(near):
        return "SUPPORT", ""
    agreed = "agree" in lemmas
    if _is_hostile(near, vowed=not lemmas.isdisjoint(statement.lexicon["swearing"])):
        return None if agreed else ("THREATEN", load_plover().mode_of("THREATEN", words))
    if promised & plover_words("harming") and plover_words("bargains").isdisjoint(near[2:]):
        return None if agreed else ("THREATEN", "violence")
    lets = promised & statement.lexicon["letting_happen"]
    forbids = lets and not {"not", "never"}.isdisjoint(near)
    return None if forbids or _does_no_good(promised, words) else ("AGREE", "")


def _promised(statement: Statement) -> set[str]:
    """Return the lemmas of the verb behind "announced plans to", "is committed to helping"."""
    verb, end = statement.match.end, statement.sentence.end
    near = range(verb - 1, min(verb + TO_WITHIN, end - 1))  # the verb may end in "to"
    tags, lower = statement.tags, statement.lower
    # … so behind the "never" of "that it would never recognise".
    to = (
        at for at in near if tags[at] == "T" or tags[at : at + 2] == ["N", "I"]
        or (lower[at] == "to" and tags[at + 1] == "G")
    )  # fmt: skip
    return {lemma for at in [*to][:1] for lemma in statement.reading.lemmas(at + 1)}


def _does_no_good(promised: set[str], words: list[str]) -> bool:
    """Tell "decided to cancel its visit", "agreed to suspend ties" from what is good for others."""
    return any(
        promised & plover_words(verbs)
        and (not beside or not plover_words(beside).isdisjoint(words))
        for verbs, beside in NO_GOOD.items()
    )


def _is_hostile(words: list[str], *, vowed: bool) -> bool:
    """Tell whether what is promised is a blow: "to retaliate", "to strike back".

    What is `vowed`, not merely promised, as an answer is one unless it answers a need.
    """
    if not plover_words("easing").isdisjoint(words):
        return False  # "announced an end to sanctions"
    if not plover_words("responding").isdisjoint(words):
        answers = vowed and plover_words("needs").isdisjoint(words)
        return answers or not plover_words("provocations").isdisjoint(words)
    pairs = list(pairwise(words))
    back = any(verb in plover_words("blows") and behind == "back" for verb, behind in pairs)
    blows = back or not plover_words("fighting_on").isdisjoint(map(" ".join, pairs))
    return blows or not plover_words("hostile").isdisjoint(words)
