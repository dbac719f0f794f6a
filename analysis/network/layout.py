"""Where each actor stands in a drawing: the same network always gives the same places."""

from __future__ import annotations

import math
from functools import lru_cache

import networkx as nx
import numpy as np

from analysis.network.pairs import project_network, rank_nodes

_SEED = 7
# Each round compares every two actors: beyond some hundred there are fewer rounds.
_ROUNDS, _FEWEST, _FULL = 300, 30, 300
# So many with most partners find their places among one another; the others join them.
_CORE = 1000
# How strongly parts without a tie between them are held together; a tie of one event is 1.
_THREAD = 0.3


# A notebook draws several parts of one network: it is laid out once.
@lru_cache(maxsize=4)
def place_actors(network: nx.MultiDiGraph) -> dict[str, tuple[float, float]]:
    """Place each actor in the square from −1 to 1: tied ones near, others apart.

    Parts that are not connected are held near one another, so that none drifts out of sight and
    leaves the others in a corner. Rounded to three places: what a machine's arithmetic may differ
    in is not drawn.
    """
    projection = project_network(network)
    weighted = nx.Graph()
    weighted.add_nodes_from(sorted(projection))
    # The logarithm keeps one much-reported pair from collapsing into a point.
    weighted.add_weighted_edges_from(
        (a, b, 1 + math.log(events)) for a, b, events in sorted(projection.edges(data="events"))
    )
    if len(weighted) < 2:
        return dict.fromkeys(weighted, (0.0, 0.0))
    core = _hold_together(weighted.subgraph(rank_nodes(weighted)[:_CORE]))
    found = nx.spring_layout(
        core,
        k=2.2 / math.sqrt(max(1, len(core))),
        pos=_start_on_circle(core),
        iterations=max(_FEWEST, min(_ROUNDS, _ROUNDS * _FULL**2 // len(core) ** 2)),
        seed=_SEED,
        method="force",
    )
    return _fill_square(found | _place_around(weighted, found))


def _hold_together(graph: nx.Graph) -> nx.Graph:
    """Tie the most connected of each part loosely to the most connected of all."""
    held = nx.Graph(graph)
    ranked = rank_nodes(graph)
    place = {node: at for at, node in enumerate(ranked)}
    firsts = sorted(min(place[node] for node in part) for part in nx.connected_components(graph))
    held.add_edges_from(((ranked[0], ranked[at]) for at in firsts[1:]), weight=_THREAD)
    return held


def _place_around(graph: nx.Graph, found: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Place whoever is not in the core amid the partners that are, else in the middle of all."""
    middle = np.mean(list(found.values()), axis=0)
    return {
        node: np.mean([found[one] for one in graph[node] if one in found] or [middle], axis=0)
        for node in sorted(set(graph) - set(found))
    }


def _start_on_circle(graph: nx.Graph) -> dict[str, tuple[float, float]]:
    """Start with the most connected next to one another, not at random: fewer crossings."""
    ranked = rank_nodes(graph)
    turn = 2 * math.pi / max(1, len(ranked))
    return {
        node: (math.cos(index * turn), math.sin(index * turn)) for index, node in enumerate(ranked)
    }


def _fill_square(found: dict[str, np.ndarray]) -> dict[str, tuple[float, float]]:
    """Use the whole square: halfway between the places found and even spacing by rank.

    A spring layout pushes the loosely tied to the rim and crowds all others in the middle; rank
    keeps who is left and right of whom and gives the middle its room.
    """
    nodes = sorted(found)
    places = np.round(np.array([found[node] for node in nodes]), 6)
    filled = np.column_stack([_spread(axis, nodes) for axis in places.T])
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, filled, strict=True)}


def _spread(axis: np.ndarray, nodes: list[str]) -> np.ndarray:
    order = sorted(range(len(nodes)), key=lambda index: (axis[index], nodes[index]))
    rank = np.empty(len(nodes))
    rank[order] = np.linspace(-1, 1, len(nodes))
    span = np.ptp(axis)
    stretched = 2 * (axis - axis.min()) / span - 1 if span else rank
    return np.round((stretched + rank) / 2, 3)
