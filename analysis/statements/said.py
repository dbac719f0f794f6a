"""Whether what is said is of the kind that a rule asks for: a clause, or quoted."""

from __future__ import annotations

from itertools import pairwise

from analysis.matching import Match
from analysis.statements.leads import FINITE


def is_said(match: Match, said: tuple[int, int]) -> bool:
    """Tell whether what is said is what a rule asks for."""
    where, end = match.rule.set["content"], match.end
    if match.rule.set.get("only") == "deeds" and match.lower[end] == "to":
        return match.tags[end] == "T"
    if where == "quoted":
        return _is_beside_quotation(match)
    return where != "claim" or _is_claim(match, *said)


def _is_beside_quotation(match: Match) -> bool:
    """Tell “…,” sighed X, “…,” X sighed and "X sighed: “…”" from "sighed over the “reform”"."""
    reading, sentence = match.reading, match.sentence
    if reading.text.quotes[match.trigger]:
        return False
    behind = reading.skip_right(match.end, "B,;", sentence.end - 1)
    subject = match.resolver.group_start(match.trigger) - 1
    before = reading.skip_left(subject, "XDOp#,", sentence.first + 1)
    opens = before >= sentence.first and reading.tags[before] == "Q"
    return opens or reading.tags[behind] == "Q"


def _is_claim(match: Match, first: int, end: int) -> bool:
    """Tell whether what is said is a clause or quoted: not in "reported a loss as sales fell"."""
    tags, lower = match.tags, match.lower
    quotes = match.reading.text.quotes
    if not {0, quotes[match.trigger]}.issuperset(quotes[first:end]):
        return True
    inverted = tags[match.resolver.group_start(match.trigger) - 1] in ",Q"  # "…, reported X"
    if first < match.end or inverted:
        return not FINITE.isdisjoint(tags[first:end])
    governed = named = False
    for token in range(first, end):
        tag = tags[token]
        opens = tag in ",R" or lower[token] == "that"
        if tag in FINITE or (opens and not named):  # not "found a home and have"
            return tags[token - 1] != "C" and not FINITE.isdisjoint(tags[token:end])
        if tag == ",":
            closing = next((t for t in range(token + 1, end) if tags[t] == ","), end - 1)
            return tags[closing + 1] in FINITE  # "found the deal, which was old, had lapsed"
        if tag == "R":
            lexicon = match.lexicon
            claim = lower[token - 1] in lexicon["claims"] or lower[token - 1] in lexicon["findings"]
            return claim or _has_two_verbs(tags, token, end)
        if lower[token] == "as" or tag == "S":
            return not named and not FINITE.isdisjoint(tags[token:end])
        governed = governed or tag == "P"
        named = named or (tag in "OXEGp#" and not governed)
    return False


def _has_two_verbs(tags: list[str], relative: int, end: int) -> bool:
    """Tell "found the tanks that had burned were old" from "found the tanks that had burned"."""
    closing = next((t for t in range(relative + 1, end) if tags[t] in ",;SC"), end)
    verbs = [t for t in range(relative + 1, closing) if tags[t] in FINITE]
    return any({*tags[before:behind]} - {*FINITE, *"BN"} for before, behind in pairwise(verbs))
