"""Whether those who answer are a side of a transfer."""

from __future__ import annotations

from collections.abc import Collection

from analysis.evidence import Row

# An armed group is an end of its own, beside the state it is based in.
ENDS = ("supplier", "supplier_country", "recipient", "recipient_country")
SIDES = ("supplier_country", "recipient_country")


def is_end(countries: Collection[str], row: Row) -> bool:
    """Tell whether one of some states is on either side of a transfer."""
    return any(row.get(side, "") in countries for side in SIDES)
