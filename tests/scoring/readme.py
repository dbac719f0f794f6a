"""The accuracy that README.md shows, from the figures that `make score` measures."""

from __future__ import annotations

from collections.abc import Mapping

from tests.scoring.outside import Figures
from tests.scoring.score import Score

# Our tables, and the task by which articles outside the project measure each.
SHOWN = {
    "visits": "visits",
    "transfer_allegations": "transfer allegations",
    "responses": "responses",
    "statements": "statements",
    "events": "event types and actors",
}
_HEAD = (
    "| table | sample articles (P, R) | real articles (P, R) | F1, 95 % | never read (F1) |",
    "|---|---|---|---|---|",
)


def write_accuracy(sample: Mapping[str, Score], gold: Figures) -> str:
    """Write the table: shares on the sample articles, and on real ones with their interval."""
    return "\n".join([*_HEAD, *(_write_line(name, sample[name], gold) for name in SHOWN)])


def _write_line(name: str, score: Score, gold: Figures) -> str:
    own = score.without_recall_only()
    return f"| {name} | {own.precision:.2f}, {own.recall:.2f} | {write_outside(name, gold)} |"


def write_outside(name: str, gold: Figures) -> str:
    """Write the cells of a table that real articles fill."""
    real = gold[SHOWN[name]]
    interval = f"{real['low']:.2f}–{real['high']:.2f}"
    shares = f"{real['precision']:.2f}, {real['recall']:.2f}"
    return f"{shares} | {real['value']:.2f}, {interval} | {real['scored']:.2f}"
