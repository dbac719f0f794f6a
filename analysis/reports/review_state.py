"""What people decided on the rows of a page, and how much of a figure nobody has looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_HOLDING = ("applied", "look again")
_SAID = {"accept": "accepted", "edit": "edited"}


def read_decisions(reviews: pd.DataFrame) -> dict[str, str]:
    """Say of each row that a decision holds on: accepted or edited, and the Admiralty grade."""
    decided: dict[str, str] = {}
    for row in reviews[reviews["state"].isin(_HOLDING)].itertuples(index=False):
        if row.decision not in _SAID:
            continue
        grade = f"{row.source_grade}{row.information_grade}"
        again = "to be looked at again" if row.state == "look again" else ""
        said = (f"{_SAID[str(row.decision)]} by {row.reviewer}", grade and f"grade {grade}", again)
        if row.decision == "edit" or str(row.row_id) not in decided:
            decided[str(row.row_id)] = ", ".join(filter(None, said))
    return decided


def count_rejected(reviews: pd.DataFrame, tables: Collection[str]) -> int:
    """Count the rows of some tables that reviewers took out."""
    holding = reviews[reviews["state"].isin(_HOLDING) & reviews["table"].isin(list(tables))]
    return int(holding.loc[holding["decision"] == "reject", "row_id"].nunique())


def write_state(rows: Mapping[str, Mapping[str, Any]], rejected: int) -> str:
    """Write how many of a page's coded rows people looked at; empty where it has none."""
    coded = [row for row in rows.values() if row["article"]]
    if not coded and not rejected:
        return ""
    kinds = Counter(row["review"].split(" by ")[0] for row in coded if row["review"])
    left_out = f"; {rejected:,} rejected and left out" if rejected else ""
    if not kinds:
        return f"Not reviewed: every row is the coder's proposal{left_out}."
    said = ", ".join(f"{count:,} {kind}" for kind, count in sorted(kinds.items()))
    return (
        f"Reviewed: {kinds.total():,} of {len(coded):,} rows ({said}){left_out}. "
        "The others are the coder's proposals."
    )


def mark_figure(row_ids: Iterable[str], rows: Mapping[str, Mapping[str, Any]]) -> str:
    """Say how far the rows behind a figure are reviewed; empty where all are, or it has none."""
    coded = [rows[row_id] for row_id in row_ids if row_id in rows and rows[row_id]["article"]]
    looked_at = sum(bool(row["review"]) for row in coded)
    if looked_at == len(coded):
        return ""
    return f"{looked_at:,} of {len(coded):,} rows reviewed" if looked_at else "unreviewed"
