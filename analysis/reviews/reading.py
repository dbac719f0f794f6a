"""All that is decided so far, and the rules as they are now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from analysis.reviews.decisions import Decision, read_decisions
from analysis.reviews.rules import hash_rules

FOLDER = Path("data/reviews")


@dataclass(frozen=True)
class Reviews:
    """Decisions in the order of files and lines, and a hash of each rule by its id."""

    decisions: tuple[Decision, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)


NO_REVIEWS = Reviews()


def read_reviews(folder: Path) -> Reviews:
    """Read the decisions of a folder; rules are read only where there are decisions.

    Raises ReviewError for a file that cannot be used.
    """
    decisions = read_decisions(folder)
    return Reviews(tuple(decisions), hash_rules()) if decisions else NO_REVIEWS
