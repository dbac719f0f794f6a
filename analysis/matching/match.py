"""A rule that found its trigger in a sentence, and what it found there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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

    @property
    def reading(self) -> Reading:
        """The article it is a match in."""
        return self.resolver.reading

    @property
    def lower(self) -> list[str]:
        """The words of the article in small letters."""
        return self.resolver.lower

    @property
    def tags(self) -> list[str]:
        """The letters of the words of the article."""
        return self.resolver.tags

    @property
    def lexicon(self) -> Mapping[str, frozenset[str]]:
        """The word lists of grammar.yaml."""
        return self.resolver.lexicon

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
