"""Who stands before a colon or ends a headline: “Ruto: “…””, "Oslo sold rifles: Pentagon".

In briefings, meetings and interviews who is named before a colon says all until the next label:
officials and whoever is labelled in capitals, as spokespeople are; an actor's or an athlete's
interview is no source here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.actors import PERSONS, STATES, Mention
from analysis.acts import SpeechWords
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler, SurfaceResolver
from analysis.rules import Rule
from analysis.statements.quotations import say_throughout
from analysis.statements.statement import Statement
from analysis.statements.voices import NAMED
from analysis.text import DASHES, Sentence

# What may stand before a name that labels a quotation.
OPENERS: tuple[list[str], ...] = (
    [],
    ["a"],
    ["the"],
    ["quote", "from"],
    ["quote", "of"],
    ["quote", ":"],
)
LONGEST = 7
CLAUSAL = frozenset("VGAM")
PLAIN = frozenset("DOX#E")
# A headline has at most so many tokens, and who is named at its end so many.
HEADLINE = 25
SOURCE = 5
MARKS = DASHES | {":"}
# The label of a turn has at most so many tokens, its colon included.
LONGEST_TURN = 10
COLONS = frozenset({":", "):"})
ASKING = frozenset({"q", "question", "reporter", "journalist", "moderator", "interviewer"})
# So many labels make a transcript of a text in which nobody is labelled as asking.
FEWEST = 3


def find_label(
    reading: Reading, words: SpeechWords, sentence: Sentence, colon: int
) -> list[Filler]:
    """Return whose name stands before a colon: "Quote from Ruto: “…”", "Pentagon: Oslo sent …"."""
    if reading.tags[colon + 1] == "Q":
        return _before_quotation(reading, sentence.first, colon)
    whole = sentence.first < colon <= sentence.first + LONGEST
    if not whole or CLAUSAL.isdisjoint(reading.tags[colon + 1 : sentence.end]):
        return []
    return _before_clause(reading, words, sentence.first, colon)


def _before_quotation(reading: Reading, first: int, colon: int) -> list[Filler]:
    topic = reading.skip_right(first + 1, "XO", min(colon, first + LONGEST))
    # "Ruto | on the raid: “…”"
    colon = topic if reading.text.lower[topic] in ("on", "about") else colon
    number = reading.mention_at[colon - 1]
    if number < 0:
        return []
    named = reading.mentions[number]
    alone = reading.text.lower[first : named.first] in OPENERS
    if not alone or named.kind not in ("person", "title", "name"):
        return []
    return [reading.filler(number, "before the colon")]


def _before_clause(reading: Reading, words: SpeechWords, first: int, colon: int) -> list[Filler]:
    """Return who alone opens a line before a colon.

    A state there may as well be what the line is about: "Ukraine: 40 die in raid", not "… we"
    nor "Ukraine: Oslo sends us tanks".
    """
    number = reading.mention_at[colon - 1]
    label = Filler(first, colon, mention=number, how="before the colon")
    capitals, head = reading.text.words[colon - 1].isupper(), reading.text.lower[colon - 1]
    noun = head in words.tellers
    if number < 0:
        opened = first + (reading.text.lower[first] in reading.lexicon["leaked"])
        plain = PLAIN.issuperset(reading.tags[opened:colon])
        return [label] if noun and plain and not capitals else []  # not "FILE: a bomber"
    named = reading.mentions[number]
    members = reading.text.words[colon - 1].islower()  # "UN experts", no "Islamic State"
    body = named.kind in NAMED and (capitals or members)
    person = named.kind in ("person", "title", "metonym")
    person = person or reading.text.lower[colon + 1] in ("we", "our")
    state = named.kind in STATES  # an armed group is what the line is about
    person = person or (state and _is_on_another(reading, colon + 1, named))
    return [label] if (body or person) and named.first == first else []


def _is_on_another(reading: Reading, first: int, named: Mention) -> bool:
    """Tell whether the clause that begins at a token is on another state than somebody's own."""
    doer = reading.named_at(first + (reading.tags[first] == "D"))
    return doer is not None and "" != doer.country != named.country != ""


def read_headlines(
    reading: Reading, words: SpeechWords, rule: Rule, statements: list[Statement]
) -> Iterator[Statement]:
    """Yield what headlines within a text say by the name at their end."""
    told = {statement.sentence.number for statement in statements}
    for sentence in reading.text.sentences:
        if sentence.number in told or sentence.end - sentence.first > HEADLINE:
            continue
        mark = _find_mark(reading, sentence)
        if mark < 0 or CLAUSAL.isdisjoint(reading.tags[sentence.first + 1 : mark]):
            continue
        speaker = _source(reading, words, sentence.first, mark + 1, sentence.end)
        if speaker is not None:
            match = Match(rule, sentence, mark, mark + 1, {}, SurfaceResolver(reading, sentence))
            said = say_throughout(match, sentence, [speaker])
            said.end = mark
            yield said


def _find_mark(reading: Reading, sentence: Sentence) -> int:
    """Return the colon or dash with spaces around it near the end of a line, or -1."""
    text = reading.text
    for mark in range(sentence.end - 2, max(sentence.first, sentence.end - 2 - SOURCE), -1):
        if text.lower[mark] in MARKS:
            loose = not text.is_glued(mark) or text.lower[mark] == ":"
            return mark if loose else -1
        if reading.tags[mark] not in PLAIN:
            break
    return -1


def _source(
    reading: Reading, words: SpeechWords, opening: int, first: int, end: int
) -> Filler | None:
    """Return the body, person or speaking noun that fills what stands behind the mark."""
    head = reading.text.lower[end - 1]
    number = reading.mention_at[end - 1]
    named = reading.mentions[number] if number >= 0 else None
    whole = named is not None and named.first == first
    topic = named is not None and named.kind == "state"
    if named is not None and topic:
        topic = not _is_on_another(reading, opening, named)
    if topic or not (whole or head in words.speaking or head in words.documents):
        return None  # "War in Chad: Kenya" may be what it is about, not "Chad arms rebels: Kenya"
    return Filler(first, end, mention=number if whole else -1, how="at the end of the headline")


@dataclass(frozen=True)
class Turn:
    """What one person says: from which sentence and token on; no speaker = who asks."""

    sentence: int
    body: int
    speaker: Filler | None


def find_turns(reading: Reading) -> list[Turn]:
    """Return the turns of a transcript in order; empty where the text is none."""
    lower = reading.text.lower
    turns: list[Turn] = []
    asked = shouted = False
    for sentence in reading.text.sentences:
        near = lower[sentence.first : min(sentence.end, sentence.first + LONGEST_TURN)]
        colon = next((at for at, word in enumerate(near) if word in COLONS), 0)
        if not colon:
            continue
        asks = near[:colon] in ([word] for word in ASKING)
        opening = reading.text.sentences[turns[0].sentence if turns else sentence.number].first
        speaker = None if asks else _labelled(reading, sentence, sentence.first + colon, opening)
        label = reading.text.words[sentence.first : sentence.first + colon]
        named = len(label) == 1 and label[0].istitle()
        named = named and "?" in lower[sentence.first : sentence.end]
        if named and speaker is None and not asks:
            # "Ravi: Has Oslo …?", not "Background: …"; only among the turns of others.
            turns.append(Turn(sentence.number, sentence.first + colon + 1, None))
        if asks or speaker is not None:
            asked = asked or asks
            capitals = len(label) > 1 and all(word.upper() == word for word in label)
            shouted = shouted or (not asks and capitals)
            known = reading.named([speaker] if speaker is not None else [])
            # Officials and others who stand for a state, not whoever else is interviewed.
            if not (capitals or any(one.official or one.country for one in known)):
                speaker = None
            turns.append(Turn(sentence.number, sentence.first + colon + 1, speaker))
    told = [turn.speaker for turn in turns if turn.speaker is not None]
    # In a meeting somebody speaks again; reactions are by many.
    different = len({one.name for one in reading.named(told)})
    many = len(told) >= FEWEST and (shouted or 1 < different < len(told))
    return turns if told and (asked or many) else []


def _labelled(reading: Reading, sentence: Sentence, colon: int, opening: int) -> Filler | None:
    """Return the person whom a label names: "MS. SILVA", "Foreign Minister (Ms. Ana Silva)".

    So "Shri Rao, Official Spokesperson".

    Who answers is who is named before the first label at `opening`.
    """
    lower, first = reading.text.lower, sentence.first
    if lower[first:colon] in ([word] for word in ("a", "answer", "response")):
        before = reading.mentions_between(0, opening)
        who = next((n for n, m in before if m.kind in PERSONS and m.name), -1)
        return reading.filler(who, "who is interviewed") if who >= 0 else None
    first += reading.mention_at[first] < 0 and reading.text.words[first].istitle()
    number = reading.mention_at[first]
    if number < 0:
        return None
    named = reading.mentions[number]
    counted = reading.tags[colon + 1 : colon + 2] == ["#"]  # "Silva: 1,501 votes"
    titled = lower[named.end] == "," and reading.kind_at(colon - 1) == "title"
    alone = (named.end == colon or lower[named.end] == "(" or titled) and not counted
    if named.first != first or named.kind not in PERSONS or not named.name or not alone:
        return None
    return reading.filler(number, "whose turn it is")


def list_turns(
    reading: Reading, turns: list[Turn], rule: Rule, statements: list[Statement]
) -> Iterator[Statement]:
    """Yield what is said in each turn, a statement a sentence where no other tells of it."""
    told = {statement.sentence.number for statement in statements}
    sentences = reading.text.sentences
    ends = [turn.sentence for turn in turns[1:]] + [len(sentences)] * bool(turns)
    for turn, end in zip(turns, ends, strict=True):
        opening: Statement | None = None
        for sentence in sentences[turn.sentence : end]:
            start = max(sentence.first, turn.body)
            if turn.speaker is None or sentence.number in told or start >= sentence.end:
                continue
            match = Match(rule, sentence, start, start, {}, SurfaceResolver(reading, sentence))
            said = say_throughout(match, sentence, [turn.speaker])
            said.first, said.opening = start, opening
            opening = opening or said
            yield said
