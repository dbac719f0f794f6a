"""Who gained influence from one period to the next, through whom, and on whose word.

Influence is an actor's share of the cooperation in the coverage: the PLOVER scores of its dealings
of quad classes 1 and 2, over those of all pairs. A share does not grow because there are more
articles, being attacked does not add to it, and it is a sum over partners: what an actor gained, it
gained through somebody. A tie is only as good as the word it rests on, so each is laid at the door
of those who tell it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import networkx as nx
import pandas as pd

from analysis.frames import list_rows, make_frame
from analysis.network.pairs import count_dyads, rank_counts

# Whose word, seen from the actor that gains.
OWN, PARTNER, OTHERS, MEDIA = "own side", "partner's side", "others", "media"
VOICES = (OWN, PARTNER, OTHERS, MEDIA)

INFLUENCE_COLUMNS = {
    "actor_id": "str",
    "name": "str",
    "change": "str",
    "gain": "float64",
    "share_before": "float64",
    "share_after": "float64",
    "rank_before": "int64",
    "rank_after": "int64",
    "before_ids": "object",
    "after_ids": "object",
    "row_ids": "object",
}
GAIN_COLUMNS = {
    "actor_id": "str",
    "actor": "str",
    "partner_id": "str",
    "partner": "str",
    "whose_word": "str",
    "voices": "str",
    "points": "float64",
    "gain": "float64",
    "total": "float64",
    "events": "int64",
    "row_ids": "object",
}

_Shares = dict[tuple[str, str], float]


def compare_influence(before: nx.MultiDiGraph, after: nx.MultiDiGraph) -> pd.DataFrame:
    """Compare each actor's influence in two periods; who gained most comes first.

    One row is one actor of either network: `share_before` and `share_after`, percent of all
    cooperation that it has a part in (two partners share each dealing, so shares sum to 200);
    `gain`, points between them; ranks by share, 1 the greatest, 0 where it is absent; `change`
    (appeared, vanished, rose, fell, kept rank); the row ids of its cooperation in each period.
    """
    sides = [_sum_up(network) for network in (before, after)]
    names = {
        node: data["name"] for network in (before, after) for node, data in network.nodes(data=True)
    }
    rows = [_compare_actor(node, name, sides) for node, name in sorted(names.items())]
    rows.sort(key=lambda row: -row["gain"])
    return make_frame(rows, INFLUENCE_COLUMNS)


def explain_gains(
    before: nx.MultiDiGraph,
    after: nx.MultiDiGraph,
    events: pd.DataFrame,
    statements: pd.DataFrame,
    actors: pd.DataFrame,
) -> pd.DataFrame:
    """Say through whom each actor gained, and on whose word; the greatest gainers first.

    Takes two networks, the EVENTS they were built from, STATEMENTS and ACTORS. One row is one actor
    that gained, one partner through whom it did, and whose word it rests on: `own side` or
    `partner's side` (a speaker who is that actor or of its state), `others` (any other speaker),
    `media` (a medium says so in its own voice). `points` is what of its `gain` through this partner
    rests on that word, by scores; `total` its gain over all partners; `voices` names who says so,
    with numbers of events; `row_ids` are the events of the second period.
    """
    was, now = (_share_out(network) for network in (before, after))
    totals = {row["actor_id"]: row["gain"] for row in list_rows(compare_influence(before, after))}
    book = _Voices(events, statements, actors)
    dyads = {(row["a_id"], row["b_id"]): row for row in list_rows(count_dyads(after))}
    rows = []
    for (actor_id, partner_id), share in sorted(now.items()):
        gain = round(share - was.get((actor_id, partner_id), 0.0), 2)
        if gain > 0 and totals[actor_id] > 0:
            a, b = sorted((actor_id, partner_id))
            ids = dyads[a, b]["cooperation_ids"]
            ends = {"actor_id": actor_id, "partner_id": partner_id, "gain": gain}
            names = {
                "actor": after.nodes[actor_id]["name"],
                "partner": after.nodes[partner_id]["name"],
            }
            for split in book.split(after, actor_id, partner_id, ids):
                points = round(gain * split.pop("part"), 2)
                rows.append({**ends, **names, "total": totals[actor_id], "points": points, **split})
    rows.sort(key=lambda row: (-row["total"], row["actor_id"], -row["gain"], row["partner_id"]))
    return make_frame(rows, GAIN_COLUMNS)


def _share_out(network: nx.MultiDiGraph) -> _Shares:
    """Return for each actor and partner what percentage of all cooperation is theirs."""
    dyads = list_rows(count_dyads(network))
    total = sum(dyad["cooperation"] for dyad in dyads)
    shares: _Shares = {}
    for dyad in dyads:
        if dyad["cooperation"]:
            share = 100 * dyad["cooperation"] / total
            shares[dyad["a_id"], dyad["b_id"]] = shares[dyad["b_id"], dyad["a_id"]] = share
    return shares


def _sum_up(network: nx.MultiDiGraph) -> dict[str, dict[str, Any]]:
    """Return each actor's share, rank and row ids; those of one share have one rank."""
    found: dict[str, dict[str, Any]] = {node: {"share": 0.0, "ids": set()} for node in network}
    for (actor_id, _), share in _share_out(network).items():
        found[actor_id]["share"] += share
    for dyad in list_rows(count_dyads(network)):
        for end in ("a_id", "b_id"):
            found[dyad[end]]["ids"] |= {*dyad["cooperation_ids"]}
    shares = [round(entry["share"], 2) for entry in found.values()]
    for entry in found.values():
        entry["share"] = round(entry["share"], 2)
        entry["rank"] = 1 + sum(share > entry["share"] for share in shares)
    return found


_ABSENT: Mapping[str, Any] = {"share": 0.0, "rank": 0, "ids": ()}


def _compare_actor(node: str, name: str, sides: list[dict[str, dict[str, Any]]]) -> dict[str, Any]:
    was, now = (side.get(node, _ABSENT) for side in sides)
    return {
        "actor_id": node,
        "name": name,
        "change": _name_change(was["rank"], now["rank"]),
        "gain": round(now["share"] - was["share"], 2),
        "share_before": was["share"],
        "share_after": now["share"],
        "rank_before": was["rank"],
        "rank_after": now["rank"],
        "before_ids": sorted(was["ids"]),
        "after_ids": sorted(now["ids"]),
        "row_ids": sorted({*was["ids"], *now["ids"]}),
    }


def _name_change(was: int, now: int) -> str:
    if not was:
        return "appeared"
    if not now:
        return "vanished"
    if was == now:
        return "kept rank"
    return "rose" if now < was else "fell"


class _Voices:
    """Who tells each event: the speaker of its statement, else the outlet in its own voice."""

    def __init__(
        self, events: pd.DataFrame, statements: pd.DataFrame, actors: pd.DataFrame
    ) -> None:
        self._events = {row["event_id"]: row for row in list_rows(events)}
        self._statements = {row["statement_id"]: row for row in list_rows(statements)}
        self._media = set(actors.loc[actors["kind"] == "media", "actor_id"])

    def split(
        self, network: nx.MultiDiGraph, actor_id: str, partner_id: str, row_ids: list[str]
    ) -> list[dict[str, Any]]:
        """Divide a pair's events by whose word they rest on; `part` is of their scores."""
        sides = {OWN: self._side(network, actor_id), PARTNER: self._side(network, partner_id)}
        groups: dict[str, list[tuple[str, str]]] = {}
        for row_id in row_ids:
            whose, voice = self._hear(row_id, sides)
            groups.setdefault(whose, []).append((row_id, voice))
        weights = {whose: sum(self._weigh(i) for i, _ in told) for whose, told in groups.items()}
        return [
            {
                "whose_word": whose,
                "voices": rank_counts(Counter(voice for _, voice in groups[whose])),
                "part": weights[whose] / sum(weights.values()),
                "events": len(groups[whose]),
                "row_ids": [row_id for row_id, _ in groups[whose]],
            }
            for whose in VOICES
            if weights.get(whose)
        ]

    def _weigh(self, row_id: str) -> float:
        score = self._events[row_id]["score"]
        return 0.0 if pd.isna(score) else abs(float(score))

    @staticmethod
    def _side(network: nx.MultiDiGraph, node: str) -> set[str]:
        """Return the id of an actor and the state that it is or acts for."""
        return {node, network.nodes[node]["country"]} - {"", "IGO"}

    def _hear(self, row_id: str, sides: Mapping[str, set[str]]) -> tuple[str, str]:
        event = self._events[row_id]
        statement = self._statements.get(event["statement_id"])
        if statement is None:
            return MEDIA, str(event["outlet"])
        name = str(statement["speaker"] or "somebody unnamed")
        if statement["speaker_id"] in self._media:
            return MEDIA, name
        speaker = {statement["speaker_id"], statement["speaker_country"]} - {"", "IGO"}
        return next((whose for whose, side in sides.items() if speaker & side), OTHERS), name
