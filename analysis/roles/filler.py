"""What fills a slot of a rule."""

from __future__ import annotations

from dataclasses import dataclass


# Never changed once made; a frozen dataclass takes three times as long to make.
@dataclass(slots=True, unsafe_hash=True)
class Filler:
    """Tokens [first, end) that fill a slot: a mention, an item, or a plain noun phrase."""

    first: int
    end: int
    mention: int = -1
    item: int = -1
    how: str = ""
