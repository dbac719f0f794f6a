"""Notebook + parameters -> one HTML page that opens with no network.

`render_page` runs a notebook, holds the result against the gate and writes the page; `finish`, the
last line of every notebook, hands the evidence over. What makes a run of it, and publishes it, is
`analysis.runs`. Read in this order: parameters, notebooks, evidence, running, charts, sentences,
figures, blocks, telling, shortening, notes, omissions, page, companion, gate, rendering.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.reports.figures import KeyFigure, KeyFigures
from analysis.reports.notebooks import Report, list_reports
from analysis.reports.parameters import Parameter, read_parameters
from analysis.reports.record import Record
from analysis.reports.sentences import Section, Sentence, Told

if TYPE_CHECKING:
    from analysis.reports.evidence import finish

__all__ = [
    "KeyFigure",
    "KeyFigures",
    "Parameter",
    "Record",
    "Report",
    "Section",
    "Sentence",
    "Told",
    "finish",
    "list_reports",
    "read_parameters",
]


def __getattr__(name: str) -> Any:
    # It takes pandas, which whoever only asks whether a report is due has no use for.
    if name == "finish":
        from analysis.reports.evidence import finish

        return finish
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
