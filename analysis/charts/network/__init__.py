"""The network of actors in charts: as a drawing, its actors and ties, what changed, from near."""

from analysis.charts.network.actors import count_actors, plot_actors
from analysis.charts.network.brokers import plot_brokers
from analysis.charts.network.chain import plot_chain
from analysis.charts.network.change import plot_change
from analysis.charts.network.communities import plot_communities
from analysis.charts.network.drawing import plot_network
from analysis.charts.network.exploring import hold_network
from analysis.charts.network.influence import plot_gains, plot_influence
from analysis.charts.network.ties import (
    count_balance,
    count_strongest_ties,
    plot_balance,
    plot_strongest_ties,
)
from analysis.charts.network.timelines import count_timelines, plot_timelines
from analysis.charts.network.triads import plot_triads

__all__ = [
    "count_actors",
    "count_balance",
    "count_strongest_ties",
    "count_timelines",
    "hold_network",
    "plot_actors",
    "plot_balance",
    "plot_brokers",
    "plot_chain",
    "plot_change",
    "plot_communities",
    "plot_gains",
    "plot_influence",
    "plot_network",
    "plot_strongest_ties",
    "plot_timelines",
    "plot_triads",
]
