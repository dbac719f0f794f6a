"""Briefings, meetings and interviews: who is named before a colon says all until the next label.

Officials and whoever is labelled in capitals, as spokespeople are; an actor's or an athlete's
interview is no source here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.actors import PERSONS
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler, SurfaceResolver
from analysis.rules import Rule
from analysis.statements.quotations import say_throughout
from analysis.statements.statement import Statement
from analysis.text import Sentence

# A label has at most so many tokens, its colon included.
LONGEST = 10
COLONS = frozenset({":", "):"})
ASKING = frozenset({"q", "question", "reporter", "journalist", "moderator", "interviewer"})
REPLYING = frozenset({"a", "answer", "response"})
# So many labels make a transcript of a text in which nobody is labelled as asking.
FEWEST = 3


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
        near = lower[sentence.first : min(sentence.end, sentence.first + LONGEST)]
        if COLONS.isdisjoint(near):
            continue
        colon = next((at for at, word in enumerate(near) if word in COLONS), 0)
        if not colon:
            continue
        asks = near[:colon] in ([word] for word in ASKING)
        speaker = None if asks else _labelled(reading, sentence, sentence.first + colon)
        if asks or speaker is not None:
            label = reading.text.words[sentence.first : sentence.first + colon]
            asked = asked or asks
            capitals = len(label) > 1 and all(word.upper() == word for word in label)
            shouted = shouted or (not asks and capitals)
            if speaker is not None and not _is_source(reading, speaker, capitals=capitals):
                speaker = None
            turns.append(Turn(sentence.number, sentence.first + colon + 1, speaker))
    told = [turn.speaker for turn in turns if turn.speaker is not None]
    many = len(told) >= FEWEST and (shouted or _alternate(reading, told))
    return turns if told and (asked or many) else []


def _alternate(reading: Reading, told: list[Filler]) -> bool:
    """Tell the turns of a meeting, where somebody speaks again, from reactions by many."""
    names = [reading.mentions[speaker.mention].name for speaker in told]
    return 1 < len(set(names)) < len(names)


def _is_source(reading: Reading, speaker: Filler, *, capitals: bool) -> bool:
    """Tell officials and others who stand for a state from whoever else is interviewed."""
    named = reading.mentions[speaker.mention]
    return named.official or bool(named.country) or capitals


def _labelled(reading: Reading, sentence: Sentence, colon: int) -> Filler | None:
    """Return the person whom a label names: "MS. SILVA", "Foreign Minister (Ms. Ana Silva)"."""
    lower, first = reading.text.lower, sentence.first
    if lower[first:colon] in ([word] for word in REPLYING):
        return _first_person(reading, first)
    number = reading.mention_at[first]
    if number < 0:
        return None
    named = reading.mentions[number]
    counted = reading.tags[colon + 1 : colon + 2] == ["#"]  # "Silva: 1,501 votes"
    alone = (named.end == colon or lower[named.end] == "(") and not counted
    if named.first != first or named.kind not in PERSONS or not named.name or not alone:
        return None
    return Filler(named.first, named.end, mention=number, how="whose turn it is")


def _first_person(reading: Reading, before: int) -> Filler | None:
    """Return who is first named in a text: whom the interview is with."""
    for number, mention in reading.mentions_between(0, before):
        if mention.kind in PERSONS and mention.name:
            return Filler(mention.first, mention.end, mention=number, how="who is interviewed")
    return None


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
            said = say_throughout(reading, match, sentence, [turn.speaker])
            said.first, said.opening = start, opening
            opening = opening or said
            yield said
