"""Compare coded tables with hand-coded rows: `python -m tests.scoring`, or `make score`.

Rows are matched one to one within an article. `rules.py` says what counts as the same row,
`names.py` what counts as the same name, `score.py` what follows from the outcomes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from tests.scoring.fields import Row
from tests.scoring.rules import RULES, Rules
from tests.scoring.score import Outcome, Score

__all__ = ["RULES", "Outcome", "Score", "compare"]

# More than any fit: two matches always beat one better match.
_MATCHED = 1000.0


def compare(found: pd.DataFrame, gold: pd.DataFrame, table: str) -> Score:
    """Match found rows with gold rows and name every miss and every false row.

    Both have the columns of the gold files (tests/gold/README.md); further columns of `found`, such
    as `rule_id` and `published`, are kept in the rows named. `table` is a key of RULES.
    """
    rules = RULES[table]
    found_rows, gold_rows = _by_article(found), _by_article(gold)
    outcomes: list[Outcome] = []
    for article_id in sorted({*found_rows, *gold_rows}):
        golds = rules.group(gold_rows.get(article_id, []))
        founds = rules.group(found_rows.get(article_id, []))
        outcomes.extend(_settle(rules, article_id, golds, founds))
    return Score(table, tuple(outcomes), rules.recall_only)


def _by_article(frame: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in frame.to_dict("records"):
        rows.setdefault(str(row["article_id"]), []).append({str(k): v for k, v in row.items()})
    return rows


def _settle(
    rules: Rules, article_id: str, golds: list[Row], founds: list[Row]
) -> Iterator[Outcome]:
    partner = _match(rules, golds, founds)
    pairs = [(golds[i], founds[j]) for i, j in partner.items()]
    for i, gold in enumerate(golds):
        if i in partner:
            right = rules.besides(gold, founds[partner[i]])
            yield Outcome("hit", article_id, rules.label(gold), gold, right, founds[partner[i]])
        else:
            yield Outcome("missed", article_id, rules.label(gold), gold)
    matched = set(partner.values())
    for j, row in enumerate(founds):
        if j not in matched and not rules.excuses(row, pairs, golds):
            yield Outcome("spurious", article_id, rules.label(row), row)


def _match(rules: Rules, golds: list[Row], founds: list[Row]) -> dict[int, int]:
    """Return the found row of each matched gold row: as many matches as can be, then the best."""
    fits = np.array([[rules.fit(gold, found) for found in founds] for gold in golds])
    if not fits.size:
        return {}
    chosen = linear_sum_assignment(np.where(fits > 0, fits + _MATCHED, 0.0), maximize=True)
    return {int(i): int(j) for i, j in zip(*chosen, strict=True) if fits[i, j] > 0}
