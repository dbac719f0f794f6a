"""Brokers: actors through whom others reach one another who have no tie of their own."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx
import pandas as pd

from analysis.frames import make_frame
from analysis.network.measures import estimate_betweenness
from analysis.network.pairs import group_dyads, merge_ids, project_network

_NAMED = 3
# To list whom each stands between takes long, and nobody reads of the thousandth broker.
_MOST = 200

BROKER_COLUMNS = {
    "actor_id": "str",
    "name": "str",
    "betweenness": "float64",
    "constraint": "float64",
    "open_pairs": "int64",
    "between": "str",
    "cut_off": "int64",
    "events": "int64",
    "row_ids": "object",
}


def find_brokers(network: nx.MultiDiGraph) -> pd.DataFrame:
    """Find who stands between others that have no tie of their own; the greatest share first.

    One row is one actor with at least one such pair among its partners. `betweenness` (0 to 1) is
    the share of the shortest ways between two others that lead through it; `constraint` is Burt's,
    weighted by events: low where its partners do not depend on one another; `open_pairs` counts the
    pairs of its partners that are not tied, `between` names those with most events with it;
    `cut_off` is how many actors would lose the rest without it. Of a large network the _MOST actors
    with the greatest share are looked at.
    """
    projection = project_network(network)
    betweenness = estimate_betweenness(projection)
    ranked = sorted(network, key=lambda node: (-betweenness[node], node))[:_MOST]
    constraint = nx.constraint(projection, weight="events") if projection else {}
    cuts = set(nx.articulation_points(projection))
    ids: dict[str, list[str]] = {node: [] for node in network}
    for pair, ties in group_dyads(network).items():
        for end in pair:
            ids[end] += merge_ids(ties)
    rows = []
    for node in sorted(ranked):
        if pairs := _list_open_pairs(projection, node):
            row_ids = sorted(set(ids[node]))
            rows.append(
                {
                    "actor_id": node,
                    "name": network.nodes[node]["name"],
                    "betweenness": round(betweenness[node], 4),
                    "constraint": round(constraint[node], 3),
                    "open_pairs": len(pairs),
                    "between": _name_pairs(network, pairs),
                    "cut_off": _count_cut_off(projection, node) if node in cuts else 0,
                    "events": len(row_ids),
                    "row_ids": row_ids,
                }
            )
    rows.sort(key=lambda row: -row["betweenness"])
    return make_frame(rows, BROKER_COLUMNS)


def _list_open_pairs(projection: nx.Graph, node: str) -> list[tuple[str, str]]:
    """Return the pairs of a node's partners without a tie, most events with the node first."""
    weight = {partner: projection.edges[node, partner]["events"] for partner in projection[node]}
    pairs = [(a, b) for a, b in combinations(sorted(weight), 2) if not projection.has_edge(a, b)]
    return sorted(pairs, key=lambda pair: -min(weight[end] for end in pair))


def _name_pairs(network: nx.MultiDiGraph, pairs: list[tuple[str, str]]) -> str:
    names = [" – ".join(str(network.nodes[end]["name"]) for end in pair) for pair in pairs[:_NAMED]]
    more = [f"and {len(pairs) - _NAMED} more"] if len(pairs) > _NAMED else []
    return "; ".join([*names, *more])


def _count_cut_off(projection: nx.Graph, node: str) -> int:
    whole = nx.node_connected_component(projection, node)
    rest = nx.subgraph_view(projection, filter_node=lambda other: other != node)
    parts: list[set[Any]] = [part for part in nx.connected_components(rest) if part <= whole]
    return len(whole) - 1 - max(map(len, parts))
