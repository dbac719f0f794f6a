"""Parts of the network seen from near: one actor and its partners, the way from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Any

import networkx as nx
import pandas as pd

from analysis.errors import ParameterError
from analysis.frames import make_frame
from analysis.network.pairs import index_dyads, project_network, rank_nodes

CHAIN_COLUMNS = {
    "step": "int64",
    "a_id": "str",
    "a": "str",
    "b_id": "str",
    "b": "str",
    "types": "str",
    "quad": "int64",
    "events": "int64",
    "sources": "int64",
    "row_ids": "object",
}


def find_partners(network: nx.MultiDiGraph, actor: str = "") -> nx.MultiDiGraph:
    """Return the ego network of one actor: it, its partners, and all ties among them; its name.

    `actor` is an id; empty = whoever has most partners. Raises ParameterError where nobody in the
    network has that id; in an empty network nobody has partners.
    """
    if not network:
        return nx.MultiDiGraph(name="One actor and its partners")
    projection = project_network(network)
    ego = _check(network, actor) if actor else rank_nodes(projection)[0]
    near: nx.MultiDiGraph = network.subgraph([ego, *projection[ego]]).copy()
    near.name = f"{network.nodes[ego]['name']} and its partners"
    return near


def find_chain(network: nx.MultiDiGraph, ends: Sequence[str] = ()) -> pd.DataFrame:
    """Find the shortest chain of ties from one actor to another, each step with its events.

    `ends` are two ids; empty = the two with most partners who have no tie of their own. Of several
    chains as short, the one whose steps rest on more events. One row is one step; none where no
    chain leads from one to the other, or the network is empty. Raises ParameterError where `ends`
    are not two actors of the network.
    """
    if not network:
        return make_frame([], CHAIN_COLUMNS)
    projection = project_network(network)
    if ends:
        if len(ends) != 2 or isinstance(ends, str):
            raise ParameterError(f"chain: {ends!r} are not two actors. Write two ids.")
        pair = tuple(_check(network, end) for end in ends)
    else:
        pair = _choose_ends(projection)
    if len(set(pair)) < 2 or not nx.has_path(projection, *pair):
        return make_frame([], CHAIN_COLUMNS)
    # A step counts one and less than a step more, the more the fewer events it has.
    small = 1 / (1 + len(projection))
    way = nx.dijkstra_path(projection, *pair, weight=lambda a, b, tie: 1 + small / tie["events"])
    dyads = index_dyads(network)
    rows = [
        _describe(network, step, link, dyads[min(link), max(link)])
        for step, link in enumerate(pairwise(way), start=1)
    ]
    return make_frame(rows, CHAIN_COLUMNS)


def _choose_ends(projection: nx.Graph) -> tuple[str, ...]:
    """Choose two who are not tied, those with most partners first."""
    apart = (
        pair
        for pair in combinations(rank_nodes(projection), 2)
        if not projection.has_edge(*pair) and nx.has_path(projection, *pair)
    )
    return next(apart, ())


def _check(network: nx.MultiDiGraph, actor: str) -> str:
    if actor in network:
        return actor
    known = ", ".join(rank_nodes(project_network(network))[:8])
    raise ParameterError(
        f"There is no actor {actor!r} in this network. Use an id, such as {known}."
    )


def _describe(
    network: nx.MultiDiGraph, step: int, ends: tuple[str, str], dyad: dict[str, Any]
) -> dict[str, Any]:
    a, b = ends
    kept = {name: dyad[name] for name in ("types", "quad", "events", "sources", "row_ids")}
    names = {"a": network.nodes[a]["name"], "b": network.nodes[b]["name"]}
    return {"step": step, "a_id": a, "b_id": b, **names, **kept}
