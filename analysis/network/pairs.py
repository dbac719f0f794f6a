"""The ties of a network, a row a pair: directed links, and dyads with their signed balance.

An event that ties a pair in both directions ("the two signed a treaty") or in two ways counts
once for the pair: numbers of events are numbers of different row ids.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from analysis.frames import list_rows, make_frame

COOPERATION, CONFLICT = (1, 2), (3, 4)

LINK_COLUMNS = {
    "actor_id": "str",
    "actor": "str",
    "recipient_id": "str",
    "recipient": "str",
    "told": "str",
    "standing": "str",
    "quad": "int64",
    "types": "str",
    "events": "int64",
    "sources": "int64",
    "score": "float64",
    "first": "str",
    "last": "str",
    "row_ids": "object",
}
DYAD_COLUMNS = {
    "a_id": "str",
    "a": "str",
    "b_id": "str",
    "b": "str",
    "events": "int64",
    "sources": "int64",
    "cooperation": "float64",
    "conflict": "float64",
    "balance": "float64",
    "quad": "int64",
    "types": "str",
    "cooperation_ids": "object",
    "conflict_ids": "object",
    "row_ids": "object",
}

Tie = Mapping[str, Any]


def count_links(network: nx.MultiDiGraph) -> pd.DataFrame:
    """Count the events of each ordered pair, facts and claims apart; most events first.

    One row is one pair and way of telling: `actor_id, actor, recipient_id, recipient, told` (fact
    or claim), `standing` (of the cases behind it, "disputed 3"), `quad` (the class of most of its
    events), `types` ("AID 5, ACCUSE 2"), `events`, `sources` (outlets), `score` (sum), `first`,
    `last` (ISO publication dates), `row_ids`.
    """
    groups: dict[tuple[str, str, str], list[Tie]] = {}
    for actor_id, recipient_id, tie in network.edges(data=True):
        groups.setdefault((actor_id, recipient_id, tie["told"]), []).append(tie)
    rows = [_describe_link(network, *key, ties) for key, ties in sorted(groups.items())]
    rows.sort(key=lambda row: -row["events"])
    return make_frame(rows, LINK_COLUMNS)


def count_dyads(network: nx.MultiDiGraph) -> pd.DataFrame:
    """Weigh what each two actors do to one another, both directions together; most events first.

    One row is one unordered pair, `a_id` < `b_id`. `cooperation` is the sum of the scores of quad
    classes 1 and 2, `conflict` that of 3 and 4, both without their sign. `balance` is their
    difference over their sum: 1 only cooperation, −1 only conflict, 0 even or without scores.
    `quad` is the class of most events; `cooperation_ids` and `conflict_ids` share out `row_ids`.
    """
    rows = [_describe_dyad(network, *pair, ties) for pair, ties in group_dyads(network).items()]
    rows.sort(key=lambda row: -row["events"])
    return make_frame(rows, DYAD_COLUMNS)


def index_dyads(network: nx.MultiDiGraph) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the same by the ids of both actors."""
    return {(row["a_id"], row["b_id"]): row for row in list_rows(count_dyads(network))}


def project_network(network: nx.MultiDiGraph) -> nx.Graph:
    """Return who is tied to whom at all: one undirected edge a pair, `events` as its weight."""
    projection = nx.Graph()
    projection.add_nodes_from(network.nodes)
    for (a, b), ties in group_dyads(network).items():
        projection.add_edge(a, b, events=len(merge_ids(ties)))
    return projection


def rank_nodes(graph: nx.Graph) -> list[str]:
    """List the most connected first."""
    return sorted(graph, key=lambda node: (-graph.degree(node), node))


def group_by_kind(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return the same ties between kinds of actors: a state to a state is a loop."""
    kinds = {node: data["kind"] or "unknown" for node, data in network.nodes(data=True)}
    grouped = nx.MultiDiGraph()
    for kind in dict.fromkeys(kinds.values()):
        grouped.add_node(kind, name=kind.replace("_", " "))
    for actor_id, recipient_id, tie in network.edges(data=True):
        grouped.add_edge(kinds[actor_id], kinds[recipient_id], **tie)
    return grouped


def group_dyads(network: nx.MultiDiGraph) -> dict[tuple[str, str], list[Tie]]:
    """Gather the ties of each unordered pair, pairs in order of their ids."""
    groups: dict[tuple[str, str], list[Tie]] = {}
    for actor_id, recipient_id, tie in network.edges(data=True):
        a, b = sorted((actor_id, recipient_id))
        groups.setdefault((a, b), []).append(tie)
    return dict(sorted(groups.items()))


def merge_ids(ties: Iterable[Tie]) -> list[str]:
    """Return the different row ids behind some ties, in order."""
    return sorted({row_id for tie in ties for row_id in tie["row_ids"]})


def _describe_link(
    network: nx.MultiDiGraph, actor_id: str, recipient_id: str, told: str, ties: list[Tie]
) -> dict[str, Any]:
    return {
        "actor_id": actor_id,
        "actor": network.nodes[actor_id]["name"],
        "recipient_id": recipient_id,
        "recipient": network.nodes[recipient_id]["name"],
        "told": told,
        "standing": rank_counts(_merge_standings(ties)),
        "score": round(sum(_merge_scores(ties).values()), 4),
        "first": min((tie["first"] for tie in ties if tie["first"]), default=""),
        "last": max(tie["last"] for tie in ties),
        **_count_kinds(ties),
    }


def _describe_dyad(network: nx.MultiDiGraph, a: str, b: str, ties: list[Tie]) -> dict[str, Any]:
    helping = [tie for tie in ties if tie["quad"] in COOPERATION]
    harming = [tie for tie in ties if tie["quad"] in CONFLICT]
    cooperation, conflict = (
        round(sum(abs(score) for score in _merge_scores(side).values()), 4)
        for side in (helping, harming)
    )
    total = cooperation + conflict
    return {
        "a_id": a,
        "a": network.nodes[a]["name"],
        "b_id": b,
        "b": network.nodes[b]["name"],
        "cooperation": cooperation,
        "conflict": conflict,
        "balance": round((cooperation - conflict) / total, 4) if total else 0.0,
        "cooperation_ids": merge_ids(helping),
        "conflict_ids": merge_ids(harming),
        **_count_kinds(ties),
    }


def _count_kinds(ties: list[Tie]) -> dict[str, Any]:
    """Return what links and dyads have in common: events, sources, quad class, types, row ids."""
    kinds = {(row_id, tie["event_type"], tie["quad"]) for tie in ties for row_id in tie["row_ids"]}
    types = Counter(event_type for _, event_type, _ in kinds)
    quads = Counter(quad for _, _, quad in kinds)
    row_ids = merge_ids(ties)
    return {
        "quad": min(quads, key=lambda quad: (-quads[quad], quad)),
        "types": rank_counts(types),
        "events": len(row_ids),
        "sources": len({outlet for tie in ties for outlet in tie["outlets"]}),
        "row_ids": row_ids,
    }


def rank_counts(counts: Counter[str]) -> str:
    """Return names with their counts, the highest first: "AID 3, CONSULT 1"."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {count}" for name, count in ranked)


def _merge_standings(ties: Iterable[Tie]) -> Counter[str]:
    merged: Counter[str] = Counter()
    for tie in ties:
        merged.update(tie["standings"])
    return merged


def _merge_scores(ties: Iterable[Tie]) -> dict[str, float]:
    return dict(sorted({row_id: s for tie in ties for row_id, s in tie["scores"].items()}.items()))
