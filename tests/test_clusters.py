"""B-cubed and CEAF-e, on examples computed by hand."""

from __future__ import annotations

from collections.abc import Hashable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.clusters import Clustering


def test_the_example_of_bagga_and_baldwin() -> None:
    """Gold 1–5, 6–7, 8–12; found 1–5, 6–12: precision 76 %, recall 100 %."""
    gold = [1] * 5 + [2] * 2 + [3] * 5
    one = Clustering(gold, [1] * 5 + [2] * 7)
    assert one.precision == pytest.approx(0.7619, abs=1e-4)
    assert one.recall == 1.0


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall", "ceaf"),
    [
        ("aabb", "xxyy", 1.0, 1.0, 1.0),
        ("aabb", "xxxx", 0.5, 1.0, 4 / 9),
        ("aabb", "wxyz", 1.0, 0.5, 4 / 9),
        ("", "", 1.0, 1.0, 1.0),
    ],
)
def test_figures_by_hand(
    gold: str, found: str, precision: float, recall: float, ceaf: float
) -> None:
    one = Clustering(list(gold), list(found))
    assert (one.precision, one.recall) == (precision, recall)
    assert one.ceaf == pytest.approx(ceaf)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1))
def test_swapping_gold_and_found_swaps_precision_and_recall(pairs: list[tuple[int, int]]) -> None:
    gold: list[Hashable] = [one for one, _ in pairs]
    found: list[Hashable] = [other for _, other in pairs]
    one, other = Clustering(gold, found), Clustering(found, gold)
    assert (one.precision, one.recall) == pytest.approx((other.recall, other.precision))
    assert one.ceaf == pytest.approx(other.ceaf)
    assert 0 < one.f1 <= 1
