"""Where a row comes from: the rule behind it, what it was merged with, what reviewers decided."""

from __future__ import annotations

from analysis.explaining.decisions import describe_decisions
from analysis.explaining.merges import describe_merged
from analysis.explaining.rows import explain

__all__ = ["describe_decisions", "describe_merged", "explain"]
