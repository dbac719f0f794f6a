"""Whether those who answer are a side of a transfer."""

from __future__ import annotations

from collections.abc import Collection

from analysis.evidence import Row
from analysis.reading import Reading
from analysis.roles import Filler

# An armed group is an end of its own, beside the state it is based in.
ENDS = ("supplier", "supplier_country", "recipient", "recipient_country")
SIDES = ("supplier_country", "recipient_country")


def are_both(reading: Reading, speaker: Filler) -> bool:
    """Tell "both governments", "the two countries", of whom nothing else says who they are."""
    words = reading.text.lower[max(0, speaker.first - 1) : speaker.end]
    return speaker.mention < 0 and ("both" in words or "two" in words)


def is_end(countries: Collection[str], row: Row) -> bool:
    """Tell whether one of some states is on either side of a transfer."""
    return any(row.get(side, "") in countries for side in SIDES)
