"""Who is named at the end of a headline: "Oslo sold rifles: Pentagon", "… - UN report"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.acts import SpeechWords
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler, SurfaceResolver
from analysis.rules import Rule
from analysis.sorts import ACTING
from analysis.statements.content import say_throughout
from analysis.statements.statement import Statement
from analysis.text import DASHES, Sentence

# A headline has at most so many tokens, and who is named at its end so many.
LONGEST = 25
NAME = 5
MARKS = DASHES | {":"}
CLAUSAL = frozenset("VM")
PLAIN = frozenset("DOX#")


def read_headlines(
    reading: Reading, words: SpeechWords, rule: Rule, statements: list[Statement]
) -> Iterator[Statement]:
    """Yield what headlines within a text say by the name at their end."""
    told = {statement.sentence.number for statement in statements}
    for sentence in reading.text.sentences:
        if sentence.number in told or sentence.end - sentence.first > LONGEST:
            continue
        mark = _find_mark(reading, sentence)
        if mark < 0 or CLAUSAL.isdisjoint(reading.tags[sentence.first : mark]):
            continue
        speaker = _named(reading, words, mark + 1, sentence.end)
        if speaker is not None:
            match = Match(rule, sentence, mark, mark + 1, {}, SurfaceResolver(reading, sentence))
            said = say_throughout(reading, match, sentence, [speaker])
            said.end = mark
            yield said


def _find_mark(reading: Reading, sentence: Sentence) -> int:
    """Return the colon or dash with spaces around it near the end of a line, or -1."""
    text = reading.text
    for mark in range(sentence.end - 2, max(sentence.first, sentence.end - 2 - NAME), -1):
        if text.lower[mark] in MARKS:
            loose = not text.is_glued(mark) or text.lower[mark] == ":"
            return mark if loose else -1
        if reading.tags[mark] not in PLAIN:
            break
    return -1


def _named(reading: Reading, words: SpeechWords, first: int, end: int) -> Filler | None:
    """Return the body, person or speaking noun that fills what stands behind the mark."""
    head = reading.text.lower[end - 1]
    number = reading.mention_at[end - 1]
    if not PLAIN.issuperset(reading.tags[first:end]):
        return None
    if number >= 0 and reading.mentions[number].kind not in ACTING:
        return None
    state = number >= 0 and reading.mentions[number].kind == "state"
    whole = number >= 0 and reading.mentions[number].first == first
    if state or not (whole or head in words.speaking or head in words.documents):
        return None  # "War in Chad: Kenya" may be what it is about
    return Filler(first, end, mention=number if whole else -1, how="at the end of the headline")
