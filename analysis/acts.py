"""dictionaries/acts.yaml -> what a neutral verb of speech does, and words about speaking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis.errors import RuleError
from analysis.inflection import VerbForms, plural
from analysis.phrase_index import PhraseIndex
from analysis.schema import ACTS
from analysis.strict_yaml import load_yaml
from analysis.wordings import expand

# Adverbs in -ly that take back what they stand before.
RESTRICTING = frozenset({"only", "hardly", "barely", "scarcely", "nearly", "rarely"})


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
    voicing: frozenset[str]
    issuing: frozenset[str]
    speaking: frozenset[str]
    shares: frozenset[str]
    sides: frozenset[str]
    judging: frozenset[str]
    media: frozenset[str]
    scholarly: frozenset[str]
    silent: frozenset[str]
    dismissive: frozenset[str]
    own_side: frozenset[str]
    arming: frozenset[str]
    misdeeds: frozenset[str]
    recalled: frozenset[str]
    deeds: frozenset[str]
    harms: frozenset[str]
    letting: frozenset[str]
    measures: frozenset[str]
    outsiders: frozenset[str]
    bad_ends: frozenset[str]
    concessions: frozenset[str]
    feelings: frozenset[str]
    undemanded: frozenset[str]
    insisting: frozenset[str]
    undenied: frozenset[str]
    appointments: frozenset[str]
    gatherings: frozenset[str]
    bodies: frozenset[str]
    needed: frozenset[str]
    harming: frozenset[str]
    improving: frozenset[str]
    leading: frozenset[str]
    disasters: frozenset[str]
    passed_over: frozenset[str]

    @cached_property
    def wrongs(self) -> frozenset[str]:
        """Verbs for what is denied having been done."""
        return self.arming | self.misdeeds

    @cached_property
    def tellers(self) -> frozenset[str]:
        """What tells something: people and papers."""
        return self.speaking | self.documents


# Lists of nouns: their plurals belong to them.
NOUNS = frozenset("documents speaking sides judging recalled media needed disasters".split())


@dataclass(frozen=True)
class ContentActs:
    """The acts of phrases and modal verbs, and the words about speaking."""

    phrases: PhraseIndex[str]
    modals: PhraseIndex[str]
    speech: SpeechWords

    def find(self, plain: list[str], tokens: Sequence[int]) -> dict[str, int]:
        """Return the acts that phrases in some tokens do, with where the first one starts."""
        found: dict[str, int] = {}
        for start, _, act in self.phrases.find_over(plain, tokens):
            found.setdefault(act, start)
        return found

    def find_said(self, plain: list[str], tags: list[str], tokens: Sequence[int]) -> dict[str, int]:
        """Return the same, also over quotation marks and adverbs: "was “wholly unacceptable”"."""
        found = self.find(plain, tokens)
        kept = [t for t in tokens if not self._is_passed_over(plain[t], tags[t])]
        return self.find(plain, kept) | found if len(kept) < len(tokens) else found

    def _is_passed_over(self, word: str, tag: str) -> bool:
        if tag != "B":
            return tag == "Q"
        adverb = word.endswith("ly") and word not in RESTRICTING
        return adverb or word in self.speech.passed_over

    def find_modals(
        self, plain: list[str], tokens: Sequence[int]
    ) -> dict[str, list[tuple[int, int]]]:
        """Return the tokens [first, end) of the modal verbs of each act."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for start, stop, act in self.modals.find_over(plain, tokens):
            if not found[act] or start >= found[act][-1][1]:  # "is planning to" hides "is"
                found[act].append((start, stop))
        return found


def load_acts(path: Path, forms: VerbForms) -> ContentActs:
    """Read the phrases and words; raise RuleError where an act or list is not known."""
    entry = load_yaml(path)
    return ContentActs(
        _read_phrases(entry["content"], path, forms),
        _read_phrases(entry["modals"], path, forms),
        _read_words(entry["speech"], path),
    )


def _read_phrases(entry: Mapping[str, list[str]], path: Path, forms: VerbForms) -> PhraseIndex[str]:
    for act in entry:
        if act not in ACTS:
            raise RuleError(f"{path}: '{act}' is no act. Use one of {', '.join(ACTS)}.")
    return PhraseIndex(
        (words, act)
        for act, lines in entry.items()
        for line in lines
        for words in expand(line, forms)
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
