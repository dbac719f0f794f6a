"""Charts of who is said to have armed whom: who claims it, of how much, and who denies it."""

from analysis.charts.transfer_allegations.claims import (
    count_claims,
    count_flows,
    plot_claims,
    plot_flows,
)
from analysis.charts.transfer_allegations.contests import count_contests, plot_contests
from analysis.charts.transfer_allegations.quantities import count_quantities, plot_quantities

__all__ = [
    "count_claims",
    "count_contests",
    "count_flows",
    "count_quantities",
    "plot_claims",
    "plot_contests",
    "plot_flows",
    "plot_quantities",
]
