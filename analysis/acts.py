"""dictionaries/acts.yaml -> what a neutral verb of speech does, and words about speaking."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis.errors import RuleError
from analysis.inflection import plural
from analysis.schema import ACTS
from analysis.strict_yaml import load_yaml

# "it's" and "don’t" are two tokens each.
CLITIC = re.compile(r"(n['’]t|['’](?:s|re|ve|ll|m))\b")

Phrases = dict[str, list[tuple[str, ...]]]


@dataclass(frozen=True)
class SpeechWords:
    """Words about speaking, as acts.yaml explains each list."""

    verbs: frozenset[str]
    inverting: frozenset[str]
    realised: frozenset[str]
    passing: frozenset[str]
    documents: frozenset[str]
    messages: frozenset[str]
    speaking: frozenset[str]
    sides: frozenset[str]
    judging: frozenset[str]
    scholarly: frozenset[str]
    silent: frozenset[str]
    claims: frozenset[str]
    own_side: frozenset[str]
    arming: frozenset[str]
    deeds: frozenset[str]
    harms: frozenset[str]
    appointments: frozenset[str]


# Lists of nouns: their plurals belong to them.
NOUNS = frozenset({"documents", "speaking", "claims", "sides", "judging"})


@dataclass(frozen=True)
class ContentActs:
    """Phrases and modal verbs by act and first word, and the words about speaking."""

    phrases: dict[str, Phrases]
    modals: dict[str, Phrases]
    speech: SpeechWords

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        """Phrases of every act by their first word, so that a text is read once for all."""
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for act, phrases in self.phrases.items():
            for word, lines in phrases.items():
                found.setdefault(word, []).extend((act, words) for words in lines)
        return found

    def find_all(self, lower: Sequence[str], first: int, end: int) -> dict[str, int]:
        """Return the acts that phrases in a token range do, with where the first one starts."""
        found: dict[str, int] = {}
        by_word = self._by_word
        for index in range(first, end):
            for act, words in by_word.get(lower[index], ()):
                stop = index + len(words)
                if act not in found and stop <= end and tuple(lower[index:stop]) == words:
                    found[act] = index
        return found

    def find(self, act: str, lower: Sequence[str], first: int, end: int) -> int:
        """Return the token at which a phrase of an act starts in a token range, or -1."""
        return _find(self.phrases.get(act, {}), lower, first, end)[0]

    def find_modal(self, act: str, lower: Sequence[str], first: int, end: int) -> tuple[int, int]:
        """Return the tokens [first, end) of an act's modal verb in a token range, or (-1, -1)."""
        return _find(self.modals.get(act, {}), lower, first, end)


def _find(phrases: Phrases, lower: Sequence[str], first: int, end: int) -> tuple[int, int]:
    for index in range(first, end):
        for words in phrases.get(lower[index], ()):
            if index + len(words) <= end and tuple(lower[index : index + len(words)]) == words:
                return index, index + len(words)
    return -1, -1


def load_acts(path: Path) -> ContentActs:
    """Read the phrases and words; raise RuleError where an act or list is not known."""
    entry = load_yaml(path)
    return ContentActs(
        _read_phrases(entry["content"], path),
        _read_phrases(entry["modals"], path),
        _read_words(entry["speech"], path),
    )


def _read_phrases(entry: Mapping[str, list[str]], path: Path) -> dict[str, Phrases]:
    phrases: dict[str, Phrases] = {}
    for act, lines in entry.items():
        if act not in ACTS:
            raise RuleError(f"{path}: '{act}' is no act. Use one of {', '.join(ACTS)}.")
        by_word = phrases.setdefault(act, {})
        for line in lines:
            words = tuple(CLITIC.sub(r" \1", line).split())
            by_word.setdefault(words[0], []).append(words)
        for found in by_word.values():
            found.sort(key=len, reverse=True)  # "is planning to" before "is"
    return phrases


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
