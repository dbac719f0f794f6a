"""Tables -> plotly figures: each chart counts first (`count_`) and draws second (`plot_`).

A figure is returned, never shown or saved. Each mark leads back to rows by its `customdata`; what a
page says about a figure, and its data, stands in `layout.meta`. Start with style.py.
"""

from analysis.charts.corpus import (
    count_by_outlet,
    count_copies,
    count_gaps,
    count_received,
    plot_by_outlet,
    plot_copies,
    plot_gaps,
    plot_received,
)
from analysis.charts.network import (
    count_actors,
    count_balance,
    count_strongest_ties,
    plot_actors,
    plot_balance,
    plot_bridges,
    plot_change,
    plot_network,
    plot_strongest_ties,
)
from analysis.charts.statements import (
    count_acts,
    count_acts_by_month,
    count_likelihoods,
    plot_acts,
    plot_acts_by_month,
    plot_likelihoods,
)
from analysis.charts.transfer_allegations import (
    count_claims,
    count_contests,
    count_flows,
    count_quantities,
    plot_claims,
    plot_contests,
    plot_flows,
    plot_quantities,
)
from analysis.charts.visits import (
    count_destinations,
    count_exchanges,
    count_journeys,
    count_timeline,
    plot_destinations,
    plot_exchanges,
    plot_journeys,
    plot_timeline,
    plot_undated,
)

__all__ = [
    "count_actors",
    "count_acts",
    "count_acts_by_month",
    "count_balance",
    "count_by_outlet",
    "count_claims",
    "count_contests",
    "count_copies",
    "count_destinations",
    "count_exchanges",
    "count_flows",
    "count_gaps",
    "count_journeys",
    "count_likelihoods",
    "count_quantities",
    "count_received",
    "count_strongest_ties",
    "count_timeline",
    "plot_actors",
    "plot_acts",
    "plot_acts_by_month",
    "plot_balance",
    "plot_bridges",
    "plot_by_outlet",
    "plot_change",
    "plot_claims",
    "plot_contests",
    "plot_copies",
    "plot_destinations",
    "plot_exchanges",
    "plot_flows",
    "plot_gaps",
    "plot_journeys",
    "plot_likelihoods",
    "plot_network",
    "plot_quantities",
    "plot_received",
    "plot_strongest_ties",
    "plot_timeline",
    "plot_undated",
]
