"""What transfer allegations of a text are asserted on."""

from __future__ import annotations

from collections.abc import Callable

from analysis.evidence import Row

Code = Callable[[str], dict[str, list[Row]]]


def ends(rows: list[Row]) -> set[tuple[str, str]]:
    return {(row["supplier_country"], row["recipient_country"]) for row in rows}


def transfers(code: Code, text: str) -> list[Row]:
    return code(text)["transfer_allegations"]
