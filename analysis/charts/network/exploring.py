"""What a page needs to let its readers explore a network: every actor, tie and event behind it.

A figure that carries this in `layout.meta["network"]` can be searched and filtered on its page by
script/8-network.js, whatever it is called: the script draws it from here, by the same looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from analysis.charts.style import COMMUNITY_SYMBOLS, LINE, NEUTRAL, QUAD_COLOURS, QUAD_NAMES
from analysis.frames import list_rows
from analysis.network import STATUS_FACT, place_actors
from analysis.schema import EVENT_TYPES, STANDINGS

# Open where it is only words, wide where it is conflict: colour is not the only cue.
ARROWS = {1: "arrow-open", 2: "arrow", 3: "arrow-wide-open", 4: "arrow-wide"}
# Least events of a pair -> width of its line in pixels; few widths can be told apart.
WIDTHS = ((10, 4.5), (4, 3.0), (2, 2.0), (1, 1.0))
# How far an arc swings out, as a part of its length: both directions and the claim beside the fact
# stay apart.
SWING, SWING_CLAIM = 0.10, 0.22
STEPS = 12
# Beyond this a drawing is a tangle: the strongest are drawn, and the reading says so.
MOST_DRAWN, MOST_ARCS = 120, 800
# So many actors can be searched, the strongest.
MOST_HELD = 2000

# Everything that the script must draw alike.
_LOOKS = {
    "quads": [
        {"name": QUAD_NAMES[quad], "colour": QUAD_COLOURS[quad], "arrow": ARROWS[quad]}
        for quad in sorted(QUAD_NAMES)
    ],
    "widths": WIDTHS,
    "swings": [SWING, SWING_CLAIM],
    "steps": STEPS,
    "symbols": COMMUNITY_SYMBOLS,
    "neutral": NEUTRAL,
    "letters": LINE,
    "drawn": MOST_DRAWN,
    "arcs": MOST_ARCS,
}


def hold_network(
    network: nx.MultiDiGraph,
    events: pd.DataFrame,
    standings: Mapping[str, str],
    *,
    within: nx.MultiDiGraph,
) -> dict[str, Any]:
    """Gather the actors, ties and events of a network, facts and claims, for its readers.

    Takes the EVENTS that it was built from, the standing of the case behind an event by its id, and
    the network `within` which actors have their places. Returns `actors` (id, name, x, y; at most
    MOST_HELD, most events first), `events` (id, day counted from `first`, −1 = undated, type,
    quad class, outlet, 1 where it is only alleged, standing; each a number), `ties` (actor,
    recipient, events; numbers in these lists), `types`, `standings`, and the looks of all of it.
    """
    ranked = sorted(network, key=lambda node: (-_count_events(network, node), node))[:MOST_HELD]
    numbers = {node: number for number, node in enumerate(ranked)}
    ties = _group_ties(network, numbers)
    wanted = {row_id for ids in ties.values() for row_id in ids}
    held = events[events["event_id"].isin(wanted)].sort_values("event_id")
    places, first = place_actors(within), held["published"].min()
    order = {row_id: number for number, row_id in enumerate(held["event_id"])}
    return {
        "actors": [[node, network.nodes[node]["name"], *places[node]] for node in ranked],
        "events": _list_events(held, standings, first),
        "ties": [[a, b, sorted(order[one] for one in ids)] for (a, b), ids in ties.items()],
        "first": "" if pd.isna(first) else str(first.date()),
        "types": EVENT_TYPES,
        "standings": ["", *STANDINGS],
        "looks": _LOOKS,
    }


def complete_network(
    held: Mapping[str, Any],
    actors: pd.DataFrame,
    *,
    alleged: bool,
    names: int,
    sides: Iterable[str],
) -> dict[str, Any]:
    """Add what a drawing of `actors` (from `count_actors`) shows at first to a network held.

    Each actor gets its community (0 = only in what is alleged) and the side on which its name
    stands; `alleged` says whether claims are shown, `names` how many actors are named.
    """
    known = dict(zip(actors["actor_id"], actors["community"], strict=True))
    side_of = dict(zip(actors["actor_id"], sides, strict=False))
    placed = {
        actor_id: (x, y)
        for actor_id, x, y in zip(actors["actor_id"], actors["x"], actors["y"], strict=True)
    }
    described = [
        [node, name, *placed.get(node, (x, y)), known.get(node, 0), side_of.get(node, "top center")]
        for node, name, x, y in held["actors"]
    ]
    return {**held, "actors": described, "alleged": alleged, "names": names}


def _count_events(network: nx.MultiDiGraph, node: str) -> int:
    edges = [*network.in_edges(node, data=True), *network.out_edges(node, data=True)]
    return len({row_id for *_, tie in edges for row_id in tie["row_ids"]})


def _group_ties(
    network: nx.MultiDiGraph, numbers: Mapping[str, int]
) -> dict[tuple[int, int], set[str]]:
    """Gather the events of each directed pair of actors held, pairs in order of their ids."""
    ties: dict[tuple[int, int], set[str]] = {}
    for a, b, tie in sorted(network.edges(data=True), key=lambda edge: edge[:2]):
        if a in numbers and b in numbers:
            ties.setdefault((numbers[a], numbers[b]), set()).update(tie["row_ids"])
    return ties


def _list_events(events: pd.DataFrame, standings: Mapping[str, str], first: Any) -> list[list[Any]]:
    types = {name: number for number, name in enumerate(EVENT_TYPES)}
    ranks = {name: number for number, name in enumerate(["", *STANDINGS])}
    outlets = {name: number for number, name in enumerate(sorted(set(events["outlet"])))}
    return [
        [
            row["event_id"],
            -1 if pd.isna(row["published"]) else (row["published"] - first).days,
            types[row["event_type"]],
            int(row["quad"]),
            outlets[row["outlet"]],
            int(row["status"] not in STATUS_FACT),
            ranks[standings.get(row["event_id"], "")],
        ]
        for row in list_rows(events)
    ]
