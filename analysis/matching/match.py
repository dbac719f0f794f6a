"""A rule that found its trigger in a sentence, and what it found there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.actors import Mention
from analysis.reading import Reading
from analysis.roles import Filler, SurfaceResolver
from analysis.rules import Rule
from analysis.text import Sentence


@dataclass(slots=True)
class Match:
    """A rule that found its trigger and slots in a sentence."""

    rule: Rule
    sentence: Sentence
    trigger: int
    end: int
    fillers: dict[str, list[Filler]]
    resolver: SurfaceResolver
    negated: bool = False
    passive: bool = False
    # Told as untrue, denied or imagined: one of the words of roles/reality.py, "" = as a fact.
    unreality: str = ""

    # The article it is a match in, its words in small letters, their letters, and the word lists of
    # grammar.yaml; stored, because they are asked for hundreds of times an article.
    reading: Reading = field(init=False, repr=False, compare=False)
    lower: list[str] = field(init=False, repr=False, compare=False)
    tags: list[str] = field(init=False, repr=False, compare=False)
    lexicon: Mapping[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take what the resolver knows of the article."""
        self.reading = self.resolver.reading
        self.lower, self.tags = self.resolver.lower, self.reading.tags  # with all that is put in
        self.lexicon = self.resolver.lexicon

    def filling(self, *slots: str) -> list[Filler]:
        """Return what fills one of several slots."""
        return [filler for slot in slots for filler in self.fillers.get(slot, ())]

    def named(self, *slots: str) -> list[Mention]:
        """Return the actors that fill one of several slots."""
        return self.reading.named(self.filling(*slots))

    def first_filler(self, slot: str) -> Filler | None:
        """Return the first of those who fill a slot."""
        fillers = self.fillers.get(slot)
        return fillers[0] if fillers else None
