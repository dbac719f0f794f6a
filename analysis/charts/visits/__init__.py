"""Charts of who is reported to have gone to whom, when, and between which countries."""

from analysis.charts.visits.journeys import (
    count_destinations,
    count_exchanges,
    count_journeys,
    plot_destinations,
    plot_exchanges,
    plot_journeys,
)
from analysis.charts.visits.timeline import count_timeline, plot_timeline, plot_undated

__all__ = [
    "count_destinations",
    "count_exchanges",
    "count_journeys",
    "count_timeline",
    "plot_destinations",
    "plot_exchanges",
    "plot_journeys",
    "plot_timeline",
    "plot_undated",
]
