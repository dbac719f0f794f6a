"""How much is claimed of a case: the range over all that one claimant said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.merging import Row, fold, split_by

Bounds = tuple[float | None, float | None]


def list_ranges(claims: Iterable[Row]) -> Iterator[str]:
    """Yield "NIS: 10,000–12,000 soldiers", a claimant and unit each, in the order of the claims."""
    counted = [row for row in claims if find_bounds(row) != (None, None)]
    for rows in split_by(counted, lambda row: (fold(row["claimant"]), fold(row["unit"]))):
        yield f"{rows[0]['claimant']}: {write_quantity(rows)}"


def write_quantity(counted: Iterable[Row]) -> str:
    """Write the range of claims that count in one unit: "10,000–12,000 soldiers"."""
    rows = list(counted)
    return f"{write_range([find_bounds(row) for row in rows])} {rows[0]['unit']}".strip()


def find_bounds(row: Row) -> Bounds:
    """Return the least and the greatest number of a claim; None = the text leaves it open."""
    low, high = row["quantity_low"], row["quantity_high"]
    return (None if pd.isna(low) else low, None if pd.isna(high) else high)


def write_range(bounds: list[Bounds]) -> str:
    """Write the range over all that one claimant said; an end left open stays open."""
    known = [number for pair in bounds for number in pair if number is not None]
    least, greatest = min(known), max(known)
    no_least = all(low is None for low, _ in bounds)
    no_greatest = any(high is None and low == greatest for low, high in bounds)
    if no_least:
        return f"up to {_write_number(greatest)}"
    if no_greatest:
        return f"at least {_write_number(least)}"
    return "–".join(dict.fromkeys((_write_number(least), _write_number(greatest))))


def _write_number(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,}"
