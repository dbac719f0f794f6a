"""What statements of a text are asserted on: whose, which act, aimed at whom."""

from __future__ import annotations


def acts(code, text: str) -> list[tuple[str, str, str]]:  # type: ignore[no-untyped-def]
    """Return speaker's state, act and target's state of each statement."""
    rows = code(text)["statements"]
    return [(row["speaker_country"], row["act"], row.get("target_country") or "") for row in rows]


def said(code, text: str) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    """Return speaker and act of each statement."""
    return [(row["speaker"], row["act"]) for row in code(text)["statements"]]
