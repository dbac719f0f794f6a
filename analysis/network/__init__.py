"""Windowed events -> the network of actors: ties, measures, change over time, exports.

Read in this order: building (events -> network), pairs (network -> ties and dyads), measures,
change, layout, export.
"""

from analysis.network.building import FACT, STATUS_ALLEGED, STATUS_FACT, build_network
from analysis.network.change import CHANGES, compare_networks, split_events
from analysis.network.edge_list import list_edges
from analysis.network.export import export_network
from analysis.network.layout import place_actors
from analysis.network.measures import find_bridges, measure_actors
from analysis.network.pairs import count_dyads, count_links, project_network
from analysis.network.standing import find_standings

__all__ = [
    "CHANGES",
    "FACT",
    "STATUS_ALLEGED",
    "STATUS_FACT",
    "build_network",
    "compare_networks",
    "count_dyads",
    "count_links",
    "export_network",
    "find_bridges",
    "find_standings",
    "list_edges",
    "measure_actors",
    "place_actors",
    "project_network",
    "split_events",
]
