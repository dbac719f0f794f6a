"""dictionaries/likelihood.yaml -> words of estimative probability and their ICD-203 bands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import RuleError
from analysis.strict_yaml import load_yaml


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge in a text: tokens [first, end) and the band it stands for, in percent."""

    first: int
    end: int
    low: float
    high: float


@dataclass(frozen=True)
class Likelihood:
    """Hedging phrases by their first word, the longest first."""

    phrases: dict[str, list[tuple[tuple[str, ...], tuple[float, float]]]]

    def find(self, lower: Sequence[str], first: int, end: int) -> list[Hedge]:
        """Return the hedges in a token range; a longer phrase hides those inside it."""
        hedges: list[Hedge] = []
        index = first
        while index < end:
            for words, (low, high) in self.phrases.get(lower[index], ()):
                stop = index + len(words)
                if stop <= end and tuple(lower[index:stop]) == words:
                    hedges.append(Hedge(index, stop, low, high))
                    index = stop - 1
                    break
            index += 1
        return hedges


def load_likelihood(path: Path) -> Likelihood:
    """Read the hedges; raise RuleError where one belongs to a band that is not described."""
    entry = load_yaml(path)
    bands = {**entry["bands"], **entry["open_bands"]}
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[float, float]]]] = defaultdict(list)
    for band, words in entry["words"].items():
        if band not in bands:
            raise RuleError(f"{path}: '{band}' is no band. Use one of {', '.join(bands)}.")
        low, high = (float(end) for end in bands[band])
        for phrase in words:
            # Hyphens are tokens of their own.
            split = tuple(phrase.replace("-", " - ").split())
            phrases[split[0]].append((split, (low, high)))
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    return Likelihood(dict(phrases))
