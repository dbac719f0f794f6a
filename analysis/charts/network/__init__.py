"""The network of actors in charts: as a drawing, its actors, its ties, what changed."""

from analysis.charts.network.actors import count_actors, plot_actors
from analysis.charts.network.bridges import plot_bridges
from analysis.charts.network.change import plot_change
from analysis.charts.network.drawing import plot_network
from analysis.charts.network.ties import (
    count_balance,
    count_strongest_ties,
    plot_balance,
    plot_strongest_ties,
)

__all__ = [
    "count_actors",
    "count_balance",
    "count_strongest_ties",
    "plot_actors",
    "plot_balance",
    "plot_bridges",
    "plot_change",
    "plot_network",
    "plot_strongest_ties",
]
