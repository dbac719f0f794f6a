"""What the last cell of a notebook hands over to its page: the evidence, and that it was the last.

Whoever looks for it in an executed notebook needs no tables.
"""

from __future__ import annotations

from typing import Any

MIME = "application/vnd.attache.evidence+json"
SENTINEL = "attache:complete"


class Evidence:
    """What `finish` shows: JSON for the page, one line of text in JupyterLab."""

    def __init__(self, payload: dict[str, Any]) -> None:
        self.payload = payload

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return {MIME: self.payload, "text/plain": str(self)}

    def __str__(self) -> str:
        counts = ", ".join(write_tally(n, table) for table, n in self.payload["counts"].items())
        cutoff = self.payload["cutoff"]
        return f"Evidence: {counts or 'nothing'}{f', up to {cutoff}' if cutoff else ''}."

    __repr__ = __str__


def write_tally(count: int, table: str) -> str:
    """Write "1 visit", "2 transfer allegations"."""
    words = table.replace("_", " ")
    if count == 1:
        words = words[:-3] + "y" if words.endswith("ies") else words.removesuffix("s")
    return f"{count:,} {words}"
