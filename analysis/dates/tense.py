"""Does the clause around a date look ahead or back? Read from the verbs nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What comes between an auxiliary and its verb, and the verb: "will also be formally [signed]".
_VERB = r"(?:\s+(?:not|also|then|be|been|\w+ly))*\s+\w+"
_BEFORE_INFINITIVE = (
    "expected|due|set|scheduled|slated|plans?|planning|going|poised|hopes?|hoping|intends?|agrees?"
    "|wants?|ready|about|invited|invitation|decision|intention|proposal|prepares|preparing|vows|pledges|promises|is|are"
)
_PRESENT = (
    "addresses|arrives|attends|begins|comes|concludes|convenes|departs|embarks|ends|flies|gathers"
    "|goes|heads|holds|hosts|joins|kicks off|lasts|leaves|makes|meets|opens|pays|receives"
    "|remains|returns|runs|speaks|starts|stays|takes place|tours|travels|visits|welcomes|wraps up"
)
# So speak several: "Ruto and Scholz meet on Monday".
_PRESENT_PLURAL = r"(?<!to )(?<!not )\b(?:arrive|attend|begin|convene|depart|gather|hold|meet)"
_AHEAD = (
    r"(?:\b(?:will|shall|would|(?:may|might|could|can)(?!\s+have))\b|won['’]t\b|['’]ll\b)"
    rf"{_VERB}"
    rf"|\b(?:{_BEFORE_INFINITIVE}) to\b{_VERB}"
    r"|\b(?:expected|due|set|scheduled|slated|planned|arranged) (?:in|on|for|from|at|this|next)\b"
    r"|\b(?:due|upcoming|forthcoming|plans? (?:for|in|on)|no later than)\b"
    r"|\b(?:[Aa]head of|[Oo]n the eve of)\b"
    r"|\b(?:is|are) (?:headed|bound|en route|on (?:his|her|their) way)\b"
    rf"|\b(?:{_PRESENT})\b|{_PRESENT_PLURAL}\b"
    r"|\b(?:rescheduled|postponed|delayed|deferred|moved|shifted|put off|pushed back)\b[^.;,]*"
    r"\b(?:for|to|until|till)(?: (?:early|mid|late))?\s*$"
    r"|\b(?:starting|beginning|commencing)(?: on| from)?(?=\s*$)"
    r"|\b(?:is|are|be)\s+(?:(?:not|also|now|\w+ly)\s+)*\w+ing\b"
)
# "Agreed to meet on Friday" looks ahead, "on Friday agreed to meet" back.
_PLEDGED = (
    rf"\b(?:agreed|planned|wanted|hoped|intended|prepared|vowed|pledged|promised) to\b{_VERB}"
)
# A participle after a determiner or an adverb is an adjective: "the recently opened embassy".
_BACK = (
    r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bits )(?<!\bhis )(?<!ly )\b\w{2,}ed\b(?! (?:to|for)\b)"
    r"|\b(?:said|told|was|were|had|did|went|met|made|held|came|took|gave|wrote|spoke|flew|left"
    r"|began|sent|saw|shot|struck|hit|won|ran|got|led|sold|bought|brought|found|fell|broke|became"
    r"|paid|showed|knew|thought|heard|rose|drew|fought|sought|kept|stood|spent|felt|lost|laid|rode"
    r"|drove|chose|taught|swore|withdrew|became|upheld|undertook|oversaw|sat"
    # What a journey "follows" is over, whenever that one takes place.
    r"|follows|reciprocates)\b"
)
# Without a verb before it, as in headlines: "Ruto to visit Oslo in May".
_BARE = re.compile(
    r"\bto (?:visit|travel|meet|host|hold|attend|fly|head|tour|arrive|address|receive|welcome|join"
    r"|go|make|pay|open|begin|start|return|deliver|send|supply)\b"
)
_TENSE = re.compile(rf"(?P<ahead>{_AHEAD})|(?P<pledged>{_PLEDGED})|(?P<back>{_BACK})")
_CLAUSE_BREAK = re.compile(r"[,;:—–“”\"()]| - |\b(?:and|but|while|as|that|who|which|where)\b")
# What is said to come may lie back: "had said he would land on Sunday"; what a photo shows does.
_MAY_LIE_BACK = re.compile(
    r"\blater(?: on)?\s+$|\bhad (?:\w+ )?(?:said|told|announced)\b[^.;]*\bw(?:ould|ill)\b[^.;]*$"
    r"|, (?:\w+ )?(?:left|right|cent(?:er|re)),(?!.*\bwill\b)"
)
_END_OF_CLAUSE = re.compile(r"[,;.—“”\"()]")
_WINDOW = 160


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """Tell whether the clause that holds text[start:end] speaks of the future; None = no sign.

    Asked in this order: the words before it in its clause, what follows it, whatever stands before.
    """
    if _MAY_LIE_BACK.search(text[max(0, start - _WINDOW) : start]):
        return None
    return next(_signs(text, start, end), None)


def _signs(text: str, start: int, end: int) -> Iterator[bool]:
    before = text[max(0, start - _WINDOW) : start]
    breaks = [found.end() for found in _CLAUSE_BREAK.finditer(before)]
    clause = before[breaks[-1] :] if breaks else before
    yield from _nearest(clause)
    following = _TENSE.search(_rest_of_clause(text, end))
    if following:
        yield following.lastgroup == "ahead"
    yield from _nearest(before)
    if _BARE.search(before):
        yield True


def _nearest(words: str) -> list[bool]:
    return [found.lastgroup != "back" for found in _TENSE.finditer(words)][-1:]


def _rest_of_clause(text: str, end: int) -> str:
    """Return the rest of the clause after a date, beyond a comma that directly follows it."""
    after = text[end : end + _WINDOW].lstrip(", ")
    stop = _END_OF_CLAUSE.search(after)
    return after[: stop.start()] if stop else after
