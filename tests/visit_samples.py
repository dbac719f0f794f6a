"""Invented travellers, and what visits of a text are asserted on."""

from __future__ import annotations

MACRON = "French President Emmanuel Macron"
SCHOLZ = "German Chancellor Olaf Scholz"
RUTO = "Kenyan President William Ruto"
EIDE = "Norwegian Foreign Minister Espen Barth Eide"
QUIET = "The road is closed. The port is shut. Nobody came. "
EIDE_IN_GHANA = [("Espen Barth Eide", "GHA")]


def journeys(code, text: str, *columns: str, title: str = "") -> list[tuple[str, ...]]:  # type: ignore[no-untyped-def]
    rows = code(text, title)["visits"]
    return sorted(tuple(row.get(column, "") for column in columns) for row in rows)
