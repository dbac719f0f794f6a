"""Notebook + parameters -> one HTML page that opens with no network.

`render` checks the parameters, runs the notebooks side by side, holds each result against the gate
and publishes it; `finish`, the last line of every notebook, hands the evidence over. Read in this
order: parameters, notebooks, evidence, running, charts, sentences, page, gate, publishing, earlier,
rendering.
"""

from analysis.reports.evidence import finish
from analysis.reports.notebooks import Report, list_reports
from analysis.reports.parameters import Parameter, read_parameters
from analysis.reports.publishing import Run
from analysis.reports.record import Record
from analysis.reports.rendering import check_request, render
from analysis.reports.sentences import Section, Sentence, Told

__all__ = [
    "Parameter",
    "Record",
    "Report",
    "Run",
    "Section",
    "Sentence",
    "Told",
    "check_request",
    "finish",
    "list_reports",
    "read_parameters",
    "render",
]
