"""Who says with a neutral verb that the own side did what others claim: that confirms it."""

from __future__ import annotations

from analysis.evidence import Row
from analysis.responses.parties import ENDS
from analysis.statements import Statement


def find_admitted(statement: Statement, allegations: list[Row]) -> list[Row]:
    """Return the transfers that a supplier says were made, and others alleged before.

    "Rome said Chad had armed Mali. Chad said it did sell Mali rifles."
    """
    if statement.act != "say":
        return []
    own = [row for row in allegations if _is_own(row) and row["statement_id"] in statement.row_ids]
    return [row for row in own if any(_is_claim_of(row, other) for other in allegations)]


def _is_own(row: Row) -> bool:
    """Tell what the supplier itself says was done."""
    told = row["nature"] == "reported" and row.get("statement_id")
    return bool(told) and row["claimant_country"] == row["supplier_country"] != ""


def _is_claim_of(row: Row, other: Row) -> bool:
    """Tell whether others alleged the same before."""
    return (
        other["nature"] == "alleged"
        and other["start"] < row["start"]
        and other["claimant_country"] != row["supplier_country"]
        and all(row.get(end, "") == other.get(end, "") for end in ENDS)
    )
