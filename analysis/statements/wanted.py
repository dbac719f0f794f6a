"""Whether the words of a rule are the speech act, and what is said is of the kind it asks for."""

from __future__ import annotations

from itertools import pairwise

from analysis.acts import SpeechWords
from analysis.grammar import CONDITIONS
from analysis.matching import Match
from analysis.reading import Reading
from analysis.statements.phrases import PhraseReader

# They open what is asked.
ASKING = frozenset("who whom whose what whether if how why".split())
# Behind whom one asks they open a question; "who" may tell which of them is meant.
QUESTIONS = frozenset("about whether if how why what".split())
# What only may or should be done nobody does, nor what goes with it.
POSSIBLY = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
# What is done "until Oslo agrees" waits for it.
SUPPOSING = CONDITIONS | {"until"}
# So near before a verb stands the "if" of its clause.
SUPPOSED_WITHIN = 4
CLAUSAL = frozenset("VAM")
# Nouns of what is found beside claims: "found proof that".
PROVING = frozenset(
    "proof sign signs indication indications trace traces fact hint hints stance position view"
    " views belief hope hopes fear fears concern concerns complaint complaints ago times".split()
)
# A question in quotation marks ends so many tokens before the sentence of its cue.
QUOTED_BEFORE = 2


def is_said(match: Match, said: tuple[int, int], words: SpeechWords) -> bool:
    """Tell whether what is said is what a rule asks for."""
    where, end = match.rule.set["content"], match.end
    if match.rule.set.get("only") == "deeds" and match.resolver.lower[end] == "to":
        return match.resolver.tags[end] == "T"
    if where == "quoted":
        return _is_beside_quotation(match)
    return where != "claim" or _is_claim(match, *said, words)


def _is_beside_quotation(match: Match) -> bool:
    """Tell “…,” sighed X, “…,” X sighed and "X sighed: “…”" from "sighed over the “reform”"."""
    reading, tags, behind = match.resolver.reading, match.resolver.tags, match.end
    if reading.text.quotes[match.trigger]:
        return False
    while behind < match.sentence.end - 1 and tags[behind] in "B,;":
        behind += 1
    before = match.resolver.group_start(match.trigger) - 1
    while before > match.sentence.first and tags[before] in "XDOp#,":
        before -= 1
    return tags[behind] == "Q" or (before >= match.sentence.first and tags[before] == "Q")


def is_supposed(reading: Reading, match: Match, token: int, within: int = SUPPOSED_WITHIN) -> bool:
    """Tell "if Oslo sees progress", a condition so near, from "not until May that Oslo saw it"."""
    start = max(match.sentence.first, token - within)
    near = (t for t in range(start, token) if reading.text.lower[t] in SUPPOSING)
    condition = next(near, token)
    return condition < token and {",", "R"}.isdisjoint(reading.tags[condition:token])


def is_only_possible(reading: Reading, match: Match, start: int) -> bool:
    """Tell a participle of a verb that is not done: "may turn away, announcing large tariffs"."""
    verb = match.resolver.verb_before(start - 1)
    if verb < 0:
        return False
    group = match.resolver.group_start(verb)
    main = set("VRS").isdisjoint(reading.tags[match.sentence.first : group])
    return main and not POSSIBLY.isdisjoint(reading.text.lower[group:verb])


def is_kept_from(reading: Reading, end: int) -> bool:
    """Tell "denied Oslo the jets", "denied them a seat" from "denied Oslo's claim"."""
    if reading.tags[end] == "p":
        return reading.text.lower[end] != "it" and reading.tags[end + 1] in "DO"
    number = reading.mention_at[end]
    mention = reading.mentions[number] if number >= 0 else None
    if mention is None or mention.possessive or mention.kind == "demonym":
        return False
    return reading.tags[mention.end] == "D" or reading.item_at[mention.end] >= 0


def is_noun(reading: Reading, match: Match, words: SpeechWords) -> bool:
    """Tell "will give a stern warning" from "a statement warning of it"."""
    before, lower = match.trigger - 1, reading.text.lower
    if lower[match.trigger] != "warning" or before < match.sentence.first:
        return False
    described = reading.tags[before] == "O" and reading.tags[before - 1] == "D"
    speaks = lower[before] in words.tellers or lower[before] in words.messages
    return reading.tags[before] == "D" or (described and not speaks)


def is_left_unsaid(match: Match, phrases: PhraseReader) -> bool:
    """Tell what is only asked: "has not said whom it blames", "unclear whether it denies it"."""
    if match.rule.set["act"] == "request" and _is_question(match):
        return True
    asked = phrases.opener_of(match.trigger)
    told = asked - 1
    if told < match.sentence.first or phrases.lower[asked] not in ASKING:
        return False
    told_of = phrases.lower[asked] in ("what", "whatever") and match.rule.set["act"] == "say"
    if told_of and phrases.tags[match.end] not in CLAUSAL and match.rule.set["content"] == "clause":
        return True  # "whatever Oslo says, …", but not "what Oslo says is true"
    alone = "C" not in phrases.tags[asked : match.trigger]
    unanswered = phrases.is_speech(told) and match.resolver.is_negated(told)
    return alone and (unanswered or phrases.lower[asked] == "whether")


def _is_question(match: Match) -> bool:
    """Tell "asked the envoys about it", "“Why?” he asked Chad" from "asked them to go"."""
    reading, verb = match.resolver.reading, match.trigger
    if "ask" not in reading.lemmas(verb):
        return False
    before = range(max(0, match.sentence.first - QUOTED_BEFORE), verb)
    if any(reading.text.lower[t] == "?" and reading.text.quotes[t] for t in before):
        return True
    behind = match.end
    while behind < match.sentence.end and reading.tags[behind] in "DXO#Ep":
        behind += 1
    return reading.text.lower[behind] in QUESTIONS


def _is_claim(match: Match, first: int, end: int, words: SpeechWords) -> bool:
    """Tell whether what is said is a clause or quoted: not in "reported a loss as sales fell"."""
    tags, lower = match.resolver.tags, match.resolver.lower
    if any(match.resolver.reading.text.quotes[first:end]):
        return True
    inverted = tags[match.resolver.group_start(match.trigger) - 1] in ",Q"  # "…, reported X"
    if first < match.end or inverted:
        return not CLAUSAL.isdisjoint(tags[first:end])
    governed = named = False
    for token in range(first, end):
        tag = tags[token]
        opens = tag in ",R" or lower[token] == "that"
        if tag in CLAUSAL or (opens and not named):
            return not CLAUSAL.isdisjoint(tags[token:end])
        if tag == ",":
            closing = next((t for t in range(token + 1, end) if tags[t] == ","), end - 1)
            return tags[closing + 1] in CLAUSAL  # "found the deal, which was old, had lapsed"
        if tag == "R":
            claim = lower[token - 1] in words.claims or lower[token - 1] in PROVING
            return claim or _has_two_verbs(tags, token, end)
        if lower[token] == "as" or (tag == "S" and tags[token + 1] not in "EP"):
            return not named and not CLAUSAL.isdisjoint(tags[token:end])
        governed = tag == "P" or (governed and tag not in ",RS")
        named = named or (tag in "OXEGp#" and not governed)
    return False


def _has_two_verbs(tags: list[str], relative: int, end: int) -> bool:
    """Tell "found the tanks that had burned were old" from "found the tanks that had burned"."""
    closing = next((t for t in range(relative + 1, end) if tags[t] in ",;SC"), end)
    verbs = [t for t in range(relative + 1, closing) if tags[t] in CLAUSAL]
    return any({*tags[before:behind]} - {*CLAUSAL, *"BN"} for before, behind in pairwise(verbs))
