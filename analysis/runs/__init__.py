"""Reports that make themselves: what is planned, when it is due, one run, what came of it."""

from analysis.runs.by_hand import check_request, render
from analysis.runs.engine import recover, run_report
from analysis.runs.locks import BusyError
from analysis.runs.record import Run, read_runs

__all__ = [
    "BusyError",
    "Run",
    "check_request",
    "read_runs",
    "recover",
    "render",
    "run_report",
]
