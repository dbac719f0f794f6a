"""Windowed events -> the network of actors: ties, measures, change over time, exports.

Read in this order: building (events -> network), standing, pairs (network -> ties and dyads),
measures, brokers, triads, change, influence, periods, close_up, layout, export.
"""

from analysis.network.brokers import find_brokers
from analysis.network.building import FACT, STATUS_ALLEGED, STATUS_FACT, build_network
from analysis.network.change import CHANGES, compare_networks, split_events
from analysis.network.close_up import find_chain, find_partners
from analysis.network.edge_list import list_edges
from analysis.network.export import export_network
from analysis.network.influence import VOICES, compare_influence, explain_gains
from analysis.network.layout import place_actors
from analysis.network.measures import measure_actors
from analysis.network.pairs import count_dyads, count_links, group_by_kind, project_network
from analysis.network.periods import follow_communities, slice_network
from analysis.network.standing import filter_claims, find_standings
from analysis.network.triads import TRIADS, find_triads

__all__ = [
    "CHANGES",
    "FACT",
    "STATUS_ALLEGED",
    "STATUS_FACT",
    "TRIADS",
    "VOICES",
    "build_network",
    "compare_influence",
    "compare_networks",
    "count_dyads",
    "count_links",
    "explain_gains",
    "export_network",
    "filter_claims",
    "find_brokers",
    "find_chain",
    "find_partners",
    "find_standings",
    "find_triads",
    "follow_communities",
    "group_by_kind",
    "list_edges",
    "measure_actors",
    "place_actors",
    "project_network",
    "slice_network",
    "split_events",
]
