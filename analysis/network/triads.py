"""Structural balance: whether a friend's friend is a friend, in every three that are tied."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pandas as pd

from analysis.frames import list_rows, make_frame
from analysis.network.pairs import count_dyads

# Kinds of triads by the signs of their three ties, after Cartwright and Harary.
TRIADS = {
    "+ + +": "three who cooperate",
    "+ − −": "two against a third",
    "+ + −": "partners of one, in conflict",
    "− − −": "all in conflict",
}
BALANCED = ("+ + +", "+ − −")

TRIAD_COLUMNS = {
    "signs": "str",
    "kind": "str",
    "balanced": "bool",
    "a": "str",
    "b": "str",
    "c": "str",
    "conflict_between": "str",
    "events": "int64",
    "row_ids": "object",
}


def find_triads(network: nx.MultiDiGraph) -> pd.DataFrame:
    """Find every three actors of whom each two are tied, with the signs of their ties.

    One row is one triad, `a, b, c` in order of their ids, those in imbalance first, then by
    `events`. A tie is positive where its balance (see `count_dyads`) is above zero; triads with a
    tie that is even are left out. `balanced` by Cartwright and Harary: an even number of negative
    ties. `conflict_between` names the pairs with a negative one.
    """
    signed = nx.Graph()
    for dyad in list_rows(count_dyads(network)):
        if dyad["balance"]:
            signed.add_edge(dyad["a_id"], dyad["b_id"], dyad=dyad)
    rows = [_describe(network, signed, sorted(triad)) for triad in nx.all_triangles(signed)]
    rows.sort(key=lambda row: (row["balanced"], -row["events"], row["order"]))
    return make_frame(rows, TRIAD_COLUMNS)


def _describe(network: nx.MultiDiGraph, signed: nx.Graph, triad: list[str]) -> dict[str, Any]:
    a, b, c = triad
    dyads = [signed.edges[pair]["dyad"] for pair in ((a, b), (a, c), (b, c))]
    hostile = [dyad for dyad in dyads if dyad["balance"] < 0]
    signs = " ".join("−" if place >= 3 - len(hostile) else "+" for place in range(3))
    row_ids = sorted({row_id for dyad in dyads for row_id in dyad["row_ids"]})
    return {
        "signs": signs,
        "kind": TRIADS[signs],
        "balanced": signs in BALANCED,
        **{slot: network.nodes[node]["name"] for slot, node in zip("abc", triad, strict=True)},
        "conflict_between": "; ".join(f"{dyad['a']} – {dyad['b']}" for dyad in hostile),
        "events": len(row_ids),
        "row_ids": row_ids,
        "order": triad,
    }
