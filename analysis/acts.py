"""dictionaries/acts.yaml -> what a neutral verb of speech does, told by what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import RuleError
from analysis.schema import ACTS
from analysis.strict_yaml import load_yaml


@dataclass(frozen=True)
class ContentActs:
    """Phrases by act and first word."""

    phrases: dict[str, dict[str, list[tuple[str, ...]]]]

    def find(self, act: str, lower: Sequence[str], first: int, end: int) -> int:
        """Return the token at which a phrase of an act starts in a token range, or -1."""
        phrases = self.phrases.get(act, {})
        for index in range(first, end):
            for words in phrases.get(lower[index], ()):
                if index + len(words) <= end and tuple(lower[index : index + len(words)]) == words:
                    return index
        return -1


def load_acts(path: Path) -> ContentActs:
    """Read the phrases; raise RuleError where an act is not one of the design's."""
    phrases: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for act, lines in load_yaml(path).items():
        if act not in ACTS:
            raise RuleError(f"{path}: '{act}' is no act. Use one of {', '.join(ACTS)}.")
        by_word = phrases.setdefault(act, {})
        for line in lines:
            words = tuple(line.replace("n't", " n't").split())
            by_word.setdefault(words[0], []).append(words)
    return ContentActs(phrases)
