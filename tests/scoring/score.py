"""What a comparison found, row by row, and the figures that follow from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

import numpy as np

RESAMPLES, SEED = 1000, 20241114


@dataclass(frozen=True)
class Outcome:
    """One gold row found or missed, or one found row that the gold does not have.

    `label` is what parts are scored by (act, event type, status, stance, nature); `besides` says of
    columns that are no part of the match whether they are right; `partner` is the found row of a hit.
    """

    kind: Literal["hit", "missed", "spurious"]
    article_id: str
    label: str
    row: Mapping[str, Any]
    besides: Mapping[str, bool] = field(default_factory=dict)
    partner: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Score:
    """All outcomes of one table. `recall_only` labels count for no precision."""

    table: str
    outcomes: tuple[Outcome, ...]
    recall_only: frozenset[str] = frozenset()

    def _rows(self, kind: str) -> list[Mapping[str, Any]]:
        return [outcome.row for outcome in self.outcomes if outcome.kind == kind]

    @property
    def hits(self) -> int:
        """Gold rows found."""
        return len(self._rows("hit"))

    @property
    def missed(self) -> list[Mapping[str, Any]]:
        """Gold rows not found."""
        return self._rows("missed")

    @property
    def spurious(self) -> list[Mapping[str, Any]]:
        """Found rows that the gold does not have."""
        return self._rows("spurious")

    @property
    def precision(self) -> float:
        """Share of the found rows that are right; 0 when nothing was found."""
        return _ratio(self.hits, self.hits + len(self.spurious))

    @property
    def recall(self) -> float:
        """Share of the gold rows that were found; 0 when there are none."""
        return _ratio(self.hits, self.hits + len(self.missed))

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _f1(self.hits, len(self.missed), len(self.spurious))

    @cached_property
    def interval(self) -> tuple[float, float]:
        """The middle 95 percent of F1 when articles are drawn anew, with a fixed seed."""
        each: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for outcome in self.outcomes:
            each[outcome.article_id][outcome.kind] += 1
        counts = np.array(
            [[each[name][kind] for kind in ("hit", "missed", "spurious")] for name in sorted(each)]
        )
        if not len(counts):
            return (0.0, 0.0)
        draws = np.random.default_rng(SEED).integers(len(counts), size=(RESAMPLES, len(counts)))
        hits, missed, spurious = counts[draws].sum(axis=1).T
        low, high = np.quantile(
            2 * hits / np.maximum(2 * hits + missed + spurious, 1), [0.025, 0.975]
        )
        return (float(low), float(high))

    @property
    def labels(self) -> list[str]:
        """The labels that parts are scored by, those with most outcomes first."""
        counts = Counter(outcome.label for outcome in self.outcomes)
        return sorted(counts, key=lambda label: (-counts[label], label))

    def part(self, label: str) -> Score:
        """Return the score of one label alone."""
        return replace(
            self,
            table=f"{self.table}/{label}",
            outcomes=tuple(outcome for outcome in self.outcomes if outcome.label == label),
        )

    def without_recall_only(self) -> Score:
        """Return the score of the labels for which precision is defined."""
        kept = tuple(o for o in self.outcomes if o.label not in self.recall_only)
        return replace(self, outcomes=kept)

    @property
    def besides(self) -> dict[str, tuple[int, int]]:
        """Of each column beside the match: how often it is right, of how many hits."""
        totals: dict[str, tuple[int, int]] = {}
        for outcome in self.outcomes:
            for name, right in outcome.besides.items():
                was_right, of = totals.get(name, (0, 0))
                totals[name] = (was_right + right, of + 1)
        return totals


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(hits: int, missed: int, spurious: int) -> float:
    return _ratio(2 * hits, 2 * hits + missed + spurious)
