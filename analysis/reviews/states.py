"""What became of a decision, and why it needs another look where it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import NamedTuple

import pandas as pd

from analysis.merging import Row
from analysis.reviews.decisions import Decision
from analysis.schema import REVIEWS, ROW_ID


class State(NamedTuple):
    """One of REVIEW_STATES, and in words why the decision needs another look; "" where not."""

    name: str
    why: str = ""


APPLIED, SUPERSEDED = State("applied"), State("superseded")


def find_state(
    decision: Decision, row: Row | None, coded: Mapping[str, pd.DataFrame], rules: Mapping[str, str]
) -> State:
    """Tell whether the row is there, and is what the reviewer saw.

    `row` is the one decided on, None where the coded tables have none; `rules` has a hash for each
    rule id. Where the row was coded anew under another id, `why` names that one.
    """
    if row is None:
        return State("no such row", _say_gone(decision, coded))
    if decision.table == "actors":
        return APPLIED
    if decision.evidence and decision.evidence != row["evidence"]:
        return State("look again", f"its sentence is another now: {row['evidence']}")
    if decision.rule_id and decision.rule_id != row["rule_id"]:
        return State("look again", f"found by {row['rule_id']} now, not by {decision.rule_id}")
    if decision.rule and decision.rule != rules.get(row["rule_id"], ""):
        return State("look again", f"the rule {row['rule_id']} has changed since")
    return APPLIED


def _say_gone(decision: Decision, coded: Mapping[str, pd.DataFrame]) -> str:
    """Say whether the sentence is left, and what is coded from it now, if anything."""
    if decision.table not in ROW_ID:
        return "no article names this actor now"
    if not decision.evidence:
        return "no row has this id now"
    rows = coded[decision.table]
    instead = rows.loc[rows["evidence"] == decision.evidence, ROW_ID[decision.table]]
    if len(instead):
        return f"coded otherwise from its sentence now, as {', '.join(instead)}"
    texts = coded["articles"]["text"]
    if texts.str.contains(decision.evidence, regex=False).any():
        return "its sentence is there, but the dictionaries and rules no longer find this in it"
    return "no article has its sentence now"


def list_reviews(states: Mapping[Decision, State]) -> pd.DataFrame:
    """Return REVIEWS, in the order of files and lines."""
    ordered = sorted(states.items(), key=lambda pair: _place(pair[0]))
    return REVIEWS.frame(
        {**asdict(decision), "state": state.name, "why": state.why} for decision, state in ordered
    )


def _place(decision: Decision) -> tuple[str, int]:
    name, _, line = decision.place.rpartition(":")
    return (name, int(line or 0))
