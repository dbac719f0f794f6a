"""dictionaries/acts.yaml -> what a neutral verb of speech does, and words about speaking."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis.errors import RuleError
from analysis.inflection import plural
from analysis.phrase_index import PhraseIndex
from analysis.schema import ACTS
from analysis.strict_yaml import load_yaml

# "it's" and "don’t" are two tokens each.
CLITIC = re.compile(r"(n['’]t|['’](?:s|re|ve|ll|m))\b")


@dataclass(frozen=True)
class SpeechWords:
    """Words about speaking, as acts.yaml explains each list."""

    verbs: frozenset[str]
    inverting: frozenset[str]
    realised: frozenset[str]
    occasions: frozenset[str]
    passing: frozenset[str]
    documents: frozenset[str]
    messages: frozenset[str]
    issuing: frozenset[str]
    speaking: frozenset[str]
    sides: frozenset[str]
    judging: frozenset[str]
    scholarly: frozenset[str]
    silent: frozenset[str]
    claims: frozenset[str]
    dismissive: frozenset[str]
    own_side: frozenset[str]
    arming: frozenset[str]
    misdeeds: frozenset[str]
    deeds: frozenset[str]
    harms: frozenset[str]
    given: frozenset[str]
    outsiders: frozenset[str]
    bad_ends: frozenset[str]
    concessions: frozenset[str]
    feelings: frozenset[str]
    undemanded: frozenset[str]
    appointments: frozenset[str]
    gatherings: frozenset[str]
    bodies: frozenset[str]

    @cached_property
    def wrongs(self) -> frozenset[str]:
        """Verbs for what is denied having been done."""
        return self.arming | self.misdeeds


# Lists of nouns: their plurals belong to them.
NOUNS = frozenset({"documents", "speaking", "claims", "sides", "judging"})


@dataclass(frozen=True)
class ContentActs:
    """The acts of phrases and modal verbs, and the words about speaking."""

    phrases: PhraseIndex[str]
    modals: PhraseIndex[str]
    speech: SpeechWords

    def find(self, lower: list[str], first: int, end: int) -> dict[str, int]:
        """Return the acts that phrases in a token range do, with where the first one starts."""
        found: dict[str, int] = {}
        for start, _, act in self.phrases.find(lower, first, end):
            found.setdefault(act, start)
        return found

    def find_modals(
        self, lower: list[str], first: int, end: int
    ) -> dict[str, list[tuple[int, int]]]:
        """Return the tokens [first, end) of the modal verbs of each act in a token range."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for start, stop, act in self.modals.find(lower, first, end):
            if not found[act] or start >= found[act][-1][1]:  # "is planning to" hides "is"
                found[act].append((start, stop))
        return found


def load_acts(path: Path) -> ContentActs:
    """Read the phrases and words; raise RuleError where an act or list is not known."""
    entry = load_yaml(path)
    return ContentActs(
        _read_phrases(entry["content"], path),
        _read_phrases(entry["modals"], path),
        _read_words(entry["speech"], path),
    )


def _read_phrases(entry: Mapping[str, list[str]], path: Path) -> PhraseIndex[str]:
    for act in entry:
        if act not in ACTS:
            raise RuleError(f"{path}: '{act}' is no act. Use one of {', '.join(ACTS)}.")
    return PhraseIndex(
        (CLITIC.sub(r" \1", line).split(), act) for act, lines in entry.items() for line in lines
    )


def _read_words(entry: Mapping[str, list[str]], path: Path) -> SpeechWords:
    known = set(SpeechWords.__dataclass_fields__)
    if set(entry) != known:
        wrong = sorted(set(entry) ^ known)
        raise RuleError(
            f"{path}: 'speech' must have exactly the lists {sorted(known)}; check {wrong}."
        )
    return SpeechWords(
        **{
            name: frozenset(words) | {plural(word) for word in words if name in NOUNS}
            for name, words in entry.items()
        }
    )
