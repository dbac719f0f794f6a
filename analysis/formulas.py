"""Cells that a spreadsheet would take for formulas: marked in CSV files that people open.

A cell that might be taken for one gets an apostrophe before it, which is taken off again on
reading: nothing is executed, nothing is lost.
"""

from __future__ import annotations

# Spreadsheets take a cell that begins so for a formula; the last one is our own mark.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠'")


def guard(cell: str) -> str:
    """Mark a cell that a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguard(cell: str) -> str:
    """Take the mark off again."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
