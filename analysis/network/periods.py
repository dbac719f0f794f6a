"""The network period by period: cooperation and conflict of each pair, communities over time."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pandas as pd

from analysis.errors import ParameterError
from analysis.frames import make_frame
from analysis.network.building import build_network
from analysis.network.measures import count_directions, find_communities
from analysis.network.pairs import project_network

PERIODS = ("month", "quarter", "year")
_FREQUENCIES = dict(zip(PERIODS, ("M", "Q", "Y"), strict=True))

COMMUNITY_COLUMNS = {
    "period": "str",
    "actor_id": "str",
    "name": "str",
    "community": "int64",
    "before": "int64",
    "events": "int64",
    "row_ids": "object",
}


def slice_network(
    events: pd.DataFrame, actors: pd.DataFrame, *, period: str = "month", **options: Any
) -> dict[str, nx.MultiDiGraph]:
    """Build a network for each month, quarter or year from the first dated event to the last.

    Takes what `build_network` takes; returns networks by period ("2024-03", "2024Q1", "2024"), an
    empty one where nothing was published. Undated events are in none. Raises ParameterError for
    another period.
    """
    if period not in _FREQUENCIES:
        raise ParameterError(f"period: {period!r} is none. Use one of: {', '.join(PERIODS)}.")
    dated = events[events["published"].notna()]
    if dated.empty:
        return {}
    periods = dated["published"].dt.to_period(_FREQUENCIES[period])
    return {
        str(part): build_network(dated[periods == part], actors, **options)
        for part in pd.period_range(periods.min(), periods.max())
    }


def follow_communities(networks: dict[str, nx.MultiDiGraph]) -> pd.DataFrame:
    """Find the communities of each period and follow each of them from period to period.

    Takes `slice_network`. One row is one actor in one period: `community`, its number, and
    `before`, that of the actor in the last earlier period in which it is seen (0 = in none). A
    community keeps its number where those who were in one of that number before have most of its
    events, the greatest first; otherwise it has a new one.
    """
    rows: list[dict[str, Any]] = []
    former: dict[str, int] = {}
    newest = 0
    for period, network in networks.items():
        measured = _list_members(network)
        parts: dict[int, dict[str, int]] = {}
        for row in measured:
            parts.setdefault(row["community"], {})[row["actor_id"]] = row["events"]
        numbers = _carry_numbers(parts, former, newest)
        newest = max([newest, *numbers.values()])
        for row in measured:
            actor_id, number = row["actor_id"], numbers[row["community"]]
            known = {name: row[name] for name in ("actor_id", "name", "events", "row_ids")}
            before = former.get(actor_id, 0)
            rows.append({"period": period, "community": number, "before": before, **known})
        former |= {row["actor_id"]: numbers[row["community"]] for row in measured}
    return make_frame(rows, COMMUNITY_COLUMNS)


def _list_members(network: nx.MultiDiGraph) -> list[dict[str, Any]]:
    """List the actors of a network with their communities, most events first."""
    communities = find_communities(project_network(network))
    rows = [
        {
            "actor_id": node,
            "name": network.nodes[node]["name"],
            "community": communities[node],
            **count_directions(network, node),
        }
        for node in sorted(network)
    ]
    return sorted(rows, key=lambda row: -row["events"])


def _carry_numbers(
    parts: dict[int, dict[str, int]], former: dict[str, int], newest: int
) -> dict[int, int]:
    """Number communities as the earlier ones whose members have most of their events."""
    shared: dict[tuple[int, int], int] = {}
    for part, members in parts.items():
        for member in members.keys() & former.keys():
            key = (part, former[member])
            shared[key] = shared.get(key, 0) + members[member]
    numbers: dict[int, int] = {}
    for part, number in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if part not in numbers and number not in numbers.values():
            numbers[part] = number
    for part in sorted(set(parts) - set(numbers)):
        newest += 1
        numbers[part] = newest
    return numbers
