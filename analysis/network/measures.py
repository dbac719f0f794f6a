"""Who stands where in the network: strength, centrality, communities."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pandas as pd

from analysis.frames import make_frame
from analysis.network.pairs import merge_ids, project_network

_SEED = 1
# Following the shortest ways from every actor takes the square of their number.
PIVOTS = 200

ACTOR_COLUMNS = {
    "actor_id": "str",
    "name": "str",
    "kind": "str",
    "country": "str",
    "sector": "str",
    "degree": "int64",
    "events": "int64",
    "out_events": "int64",
    "in_events": "int64",
    "out_strength": "float64",
    "in_strength": "float64",
    "betweenness": "float64",
    "pagerank": "float64",
    "community": "int64",
    "out_ids": "object",
    "in_ids": "object",
    "row_ids": "object",
}


def measure_actors(network: nx.MultiDiGraph) -> pd.DataFrame:
    """Measure each actor of the network, most events first.

    One row is one actor. `degree` counts the others it is tied to, `events` its different events,
    `out_events` and `in_events` those where it acts and where it is acted towards (a joint event is
    in both); `out_strength` and `in_strength` sum |score| over its ties. `betweenness` (0 to 1) is
    taken on the undirected network without weights; `pagerank` follows the direction, weighted by
    events. `community` numbers the Louvain communities from 1, the largest first.
    """
    projection = project_network(network)
    betweenness = estimate_betweenness(projection)
    pagerank = nx.pagerank(_weigh_directions(network), weight="events")
    communities = find_communities(projection)
    rows = [
        {
            "actor_id": node,
            **network.nodes[node],
            **count_directions(network, node),
            "degree": projection.degree(node),
            "betweenness": round(betweenness[node], 4),
            "pagerank": round(pagerank[node], 4),
            "community": communities[node],
        }
        for node in sorted(network)
    ]
    rows.sort(key=lambda row: -row["events"])
    return make_frame(rows, ACTOR_COLUMNS)


def estimate_betweenness(projection: nx.Graph) -> dict[str, float]:
    """Return the betweenness of each actor; of more than PIVOTS actors an estimate.

    Then the ways from PIVOTS of them are followed, always the same ones (Brandes and Pich).
    """
    pivots = PIVOTS if len(projection) > PIVOTS else None
    found: dict[str, float] = nx.betweenness_centrality(projection, k=pivots, seed=_SEED)
    return found


def count_directions(network: nx.MultiDiGraph, node: str) -> dict[str, Any]:
    """Count what one actor does and what is done to it, with the row ids of both."""
    outgoing = [tie for *_, tie in network.out_edges(node, data=True)]
    incoming = [tie for *_, tie in network.in_edges(node, data=True)]
    out_ids, in_ids = merge_ids(outgoing), merge_ids(incoming)
    row_ids = sorted({*out_ids, *in_ids})
    return {
        "events": len(row_ids),
        "out_events": len(out_ids),
        "in_events": len(in_ids),
        "out_strength": _sum_strength(outgoing),
        "in_strength": _sum_strength(incoming),
        "out_ids": out_ids,
        "in_ids": in_ids,
        "row_ids": row_ids,
    }


def _sum_strength(ties: list[dict[str, Any]]) -> float:
    return float(round(sum(abs(score) for tie in ties for score in tie["scores"].values()), 4))


def _weigh_directions(network: nx.MultiDiGraph) -> nx.DiGraph:
    weighted = nx.DiGraph()
    weighted.add_nodes_from(network.nodes)
    for actor_id, recipient_id in sorted(set(network.edges())):
        ties = network.get_edge_data(actor_id, recipient_id).values()
        weighted.add_edge(actor_id, recipient_id, events=len(merge_ids(ties)))
    return weighted


def find_communities(projection: nx.Graph) -> dict[str, int]:
    """Number the Louvain communities from 1, the largest first; actor -> number."""
    # Louvain walks sets of nodes: numbers keep their order between runs, texts do not.
    nodes = sorted(projection)
    numbered = nx.relabel_nodes(projection, {node: index for index, node in enumerate(nodes)})
    found = nx.community.louvain_communities(numbered, weight="events", seed=_SEED)
    ranked = sorted((sorted(part) for part in found), key=lambda part: (-len(part), part))
    return {nodes[index]: rank for rank, part in enumerate(ranked, start=1) for index in part}
