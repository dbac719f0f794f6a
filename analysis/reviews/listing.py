"""Decisions as rows of REVIEWS, each with what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

import pandas as pd

from analysis.reviews.decisions import Decision
from analysis.reviews.states import State
from analysis.schema import REVIEWS


def list_reviews(states: Mapping[Decision, State]) -> pd.DataFrame:
    """Return REVIEWS, in the order of files and lines."""
    ordered = sorted(states.items(), key=lambda pair: _place(pair[0]))
    return REVIEWS.frame(
        {**asdict(decision), "state": state.name, "why": state.why} for decision, state in ordered
    )


def _place(decision: Decision) -> tuple[str, int]:
    name, _, line = decision.place.rpartition(":")
    return (name, int(line or 0))
