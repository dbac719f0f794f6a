"""A parser's second opinion on coded rows: where it reads the same roles, confidence is high.

The surface resolver codes; a spaCy pipeline that the user names only judges. Where the two disagree
the row stays, with low confidence: the analyst sees what to look at first.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import spacy
from spacy.language import Language

from analysis.errors import RuleError
from analysis.evidence import Row
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.roles.parsed import ParsedResolver
from analysis.rules import Slot
from analysis.text import Sentence

# Tags of "it" and "its".
PRONOUNS = frozenset("pD")


@dataclass(frozen=True)
class Parser:
    """A spaCy pipeline with a dependency parser."""

    pipeline: Language
    name: str

    def read(self, reading: Reading, sentence: Sentence) -> ParsedResolver:
        """Parse one sentence."""
        parse = self.pipeline(reading.words(sentence))
        return ParsedResolver(reading, sentence, parse, self.name)


def load_parser(name: str) -> Parser:
    """Load a pipeline by name or folder; raise RuleError where there is none that parses."""
    try:
        pipeline = spacy.load(name)
    except OSError as error:
        raise RuleError(
            f"There is no spaCy pipeline {name!r} here. Install it, or name its folder."
        ) from error
    if not pipeline.has_pipe("parser"):
        raise RuleError(f"The spaCy pipeline {name!r} has no parser. Name one that has.")
    # What the pipeline calls itself: it may have been named by a folder of this machine.
    meta = pipeline.meta
    return Parser(pipeline, f"{meta['lang']}_{meta['name']}-{meta['version']}")


@dataclass
class _Opinions:
    """What a parser says of the matches of one article, each sentence parsed once."""

    reading: Reading
    parser: Parser
    parsed: dict[int, ParsedResolver] = field(default_factory=dict)

    def agrees(self, match: Match) -> bool | None:
        """Tell whether the parser fills the slots alike; None where it has no opinion."""
        resolver = self.parsed.get(match.sentence.number)
        if resolver is None:
            resolver = self.parser.read(self.reading, match.sentence)
            self.parsed[match.sentence.number] = resolver
        compared = [
            self._is_alike(_ask(resolver, slot, match), match.fillers[slot.name])
            for slot in match.rule.slots
            if match.fillers.get(slot.name)
        ]
        judged = [alike for alike in compared if alike is not None]
        return all(judged) if judged else None

    def _is_alike(self, found: list[Filler] | None, coded: list[Filler]) -> bool | None:
        """Tell whether a phrase of the parser's holds what was coded; None where it cannot know."""
        if found is None:
            return None
        if any(a.first < b.end and b.first < a.end for a in found for b in coded):
            return True
        # Who a pronoun stands for is not for a parser to say.
        pronouns = all(
            a.end == a.first + 1 and self.reading.tags[a.first] in PRONOUNS for a in found
        )
        return None if found and pronouns else False


def note_agreement(reading: Reading, matches: list[Match], rows: list[Row], parser: Parser) -> None:
    """Set `resolver` and `confidence` of the rows that a parser has an opinion on; in place."""
    opinions = _Opinions(reading, parser)
    by_place: dict[tuple[str, int], list[Match]] = {}
    for match in matches:
        by_place.setdefault((match.rule.id, match.sentence.char_start), []).append(match)
    for row in rows:
        found = [
            opinions.agrees(match) for match in by_place.get((row["rule_id"], row["start"]), [])
        ]
        judged = [agrees for agrees in found if agrees is not None]
        if judged:
            row["resolver"] = f"surface+{parser.name}" if any(judged) else "surface"
            row["confidence"] = "high" if any(judged) else "low"


def _ask(resolver: ParsedResolver, slot: Slot, match: Match) -> list[Filler] | None:
    """Return what the parser puts into a slot; None for roles that only the surface knows."""
    trigger = match.trigger, match.end
    if slot.role == "subject":
        return resolver.subject(*trigger)
    if slot.role == "object":
        return resolver.object(*trigger)
    if slot.role == "phrase":
        return resolver.phrases(*trigger, slot.prepositions)
    return resolver.owner(*trigger) if slot.role == "owner" else None
