"""Charts of who is said to have armed whom: who claims it, of how much, and who denies it."""

from analysis.charts.transfer_allegations.amounts import count_amounts, plot_amounts
from analysis.charts.transfer_allegations.claims import (
    count_claims,
    count_flows,
    plot_claims,
    plot_flows,
)
from analysis.charts.transfer_allegations.contests import count_contests, plot_contests
from analysis.charts.transfer_allegations.ledgers import count_ledgers, plot_ledgers
from analysis.charts.transfer_allegations.quantities import count_quantities, plot_quantities

__all__ = [
    "count_amounts",
    "count_claims",
    "count_contests",
    "count_flows",
    "count_ledgers",
    "count_quantities",
    "plot_amounts",
    "plot_claims",
    "plot_contests",
    "plot_flows",
    "plot_ledgers",
    "plot_quantities",
]
