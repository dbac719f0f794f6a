"""How well rows are put together: clusters against gold clusters, as in coreference resolution.

B-cubed (Bagga and Baldwin 1998) asks of every row which of the rows beside it belong there
(precision) and which of those that belong there stand beside it (recall). CEAF-e (Luo 2005) pairs
each cluster with at most one gold cluster and asks how much of both is covered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment


@dataclass(frozen=True)
class Clustering:
    """The cluster of each row by the gold and as found, in one order."""

    gold: Sequence[Hashable]
    found: Sequence[Hashable]

    @property
    def precision(self) -> float:
        """B-cubed precision: of the rows in a row's found cluster the share of its gold cluster."""
        return self._share_of(self.found)

    @property
    def recall(self) -> float:
        """B-cubed recall: of the rows in a row's gold cluster the share of its found cluster."""
        return self._share_of(self.gold)

    def _share_of(self, clusters: Sequence[Hashable]) -> float:
        """Average over rows; 1 where there is no row to put wrongly."""
        if not self.gold:
            return 1.0
        both = Counter(zip(self.gold, self.found, strict=True))
        sizes = Counter(clusters)
        pairs = zip(self.gold, self.found, clusters, strict=True)
        return sum(both[gold, found] / sizes[name] for gold, found, name in pairs) / len(self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of B-cubed precision and recall."""
        return _mean(self.precision, self.recall)

    @property
    def ceaf(self) -> float:
        """F1 of CEAF-e."""
        if not self.gold:
            return 1.0
        both = Counter(zip(self.gold, self.found, strict=True))
        golds, founds = Counter(self.gold), Counter(self.found)
        likeness = np.array(
            [[2 * both[g, f] / (golds[g] + founds[f]) for f in founds] for g in golds]
        )
        covered = likeness[linear_sum_assignment(likeness, maximize=True)].sum()
        return _mean(float(covered / len(founds)), float(covered / len(golds)))


def _mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
