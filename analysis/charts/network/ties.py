"""The ties of the network: the strongest, and their balance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx
import pandas as pd
import plotly.graph_objects as go

from analysis.charts.axes import count_axis
from analysis.charts.style import (
    LINE,
    QUAD,
    QUAD_COLOURS,
    QUAD_NAMES,
    Look,
    escape,
    finish_figure,
    join_ids,
    label_rows,
    plural,
    shorten,
)
from analysis.frames import list_rows, make_frame
from analysis.network import FACT, count_dyads
from analysis.network.pairs import CONFLICT, DYAD_COLUMNS, Tie, group_dyads, merge_ids

STRONGEST_COLUMNS = {
    "actor_id": "str",
    "actor": "str",
    "recipient_id": "str",
    "recipient": "str",
    "told": "str",
    "quad": "int64",
    "class": "str",
    "events": "int64",
    "score": "float64",
    "total": "int64",
    "row_ids": "object",
}
BALANCE_COLUMNS = {
    **{name: DYAD_COLUMNS[name] for name in ("a_id", "a", "b_id", "b", "balance")},
    "quad": "int64",
    "class": "str",
    "events": "int64",
    "score": "float64",
    "row_ids": "object",
}
# Hatching of what is only alleged; no fact has it.
_ALLEGED = {1: "+", 2: "x", 3: "+", 4: "x"}
_PAIR_HEIGHT = 38

Row = Mapping[str, Any]


def count_strongest_ties(network: nx.MultiDiGraph) -> pd.DataFrame:
    """Count the events of each ordered pair by quad class and standing; strongest pair first.

    One row is one pair, standing and class: `actor_id, actor, recipient_id, recipient, told` (fact
    or claim), `quad, class, events, score, total` (events of the pair in all its rows), `row_ids`.
    """
    groups: dict[tuple[str, str, bool, int], list[Tie]] = {}
    for actor_id, recipient_id, tie in network.edges(data=True):
        key = (actor_id, recipient_id, tie["told"] != FACT, tie["quad"])
        groups.setdefault(key, []).append(tie)
    rows = [
        {
            "actor_id": actor_id,
            "actor": network.nodes[actor_id]["name"],
            "recipient_id": recipient_id,
            "recipient": network.nodes[recipient_id]["name"],
            "told": ties[0]["told"],
            **_describe_class(quad, ties),
        }
        for (actor_id, recipient_id, _, quad), ties in sorted(groups.items())
    ]
    totals: dict[tuple[str, str], int] = {}
    for row in rows:
        pair = (row["actor_id"], row["recipient_id"])
        totals[pair] = totals.get(pair, 0) + row["events"]
    for row in rows:
        row["total"] = totals[row["actor_id"], row["recipient_id"]]
    return make_frame(sorted(rows, key=lambda row: -row["total"]), STRONGEST_COLUMNS)


def plot_strongest_ties(
    counts: pd.DataFrame, *, title: str, top: int = 25, name: str = "network-strongest"
) -> go.Figure:
    """Draw the `top` ordered pairs with most events, by class; hatched = only alleged.

    `name` tells two such charts on one page apart.
    """
    pairs = list(dict.fromkeys(zip(counts["actor_id"], counts["recipient_id"], strict=True)))[:top]
    shown = _keep_pairs(counts, ("actor_id", "recipient_id"), pairs)
    figure = go.Figure()
    looks = set(zip(shown["told"], shown["quad"], strict=True))
    for told, quad in sorted(looks, key=lambda look: (look[0] != FACT, look[1])):
        group = shown[(shown["told"] == told) & (shown["quad"] == quad)]
        look = (
            QUAD[quad] if told == FACT else Look(QUAD_COLOURS[quad], "circle-open", _ALLEGED[quad])
        )
        label = QUAD_NAMES[quad] + ("" if told == FACT else ", alleged")
        _add_segments(figure, group, values="events", name=label, look=look, arrow=" → ")
    label_pairs(figure, shown, ("actor", "recipient"), " →")
    figure.update_layout(barmode="stack", legend_traceorder="normal")
    figure.update_xaxes(title_text="events", **count_axis(shown["total"].max() if pairs else 0))
    return finish_figure(
        figure,
        shown,
        name=name,
        title=title,
        reading=_read_strongest(shown, counts),
        alt="Stacked bars: ordered pairs of actors by number of events.",
        columns=[
            "actor",
            "recipient",
            "class",
            "told",
            "events",
            "total",
        ],
    )


def count_balance(network: nx.MultiDiGraph) -> pd.DataFrame:
    """Sum the scores of each unordered pair by quad class; the pair with most events first.

    One row is one pair and class: `a_id, a, b_id, b`, the pair's `balance` (−1 to 1), `quad, class,
    events, score` (sum of PLOVER's scores; negative = conflict), `row_ids`.
    """
    groups = group_dyads(network)
    rows = []
    for dyad in list_rows(count_dyads(network)):
        ties = groups[dyad["a_id"], dyad["b_id"]]
        for quad in sorted({tie["quad"] for tie in ties}):
            described = _describe_class(quad, [tie for tie in ties if tie["quad"] == quad])
            rows.append({**dyad, **described})
    return make_frame(rows, BALANCE_COLUMNS)


def plot_balance(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw cooperation to the right and conflict to the left for the `top` pairs."""
    pairs = list(dict.fromkeys(zip(counts["a_id"], counts["b_id"], strict=True)))[:top]
    shown = _keep_pairs(counts, ("a_id", "b_id"), pairs).rename(
        columns={"a": "actor", "b": "recipient"}
    )
    figure = go.Figure()
    for quad in sorted(set(shown["quad"])):
        group = shown[shown["quad"] == quad]
        _add_segments(
            figure, group, values="score", name=QUAD_NAMES[quad], look=QUAD[quad], arrow=" – "
        )
    label_pairs(figure, shown, ("actor", "recipient"), " –")
    figure.update_layout(barmode="relative", xaxis_title="← conflict · score · cooperation →")
    figure.update_xaxes(zeroline=True)
    return finish_figure(
        figure,
        shown,
        name="network-balance",
        title=title,
        reading=_read_balance(shown),
        alt="Diverging bars: pairs of actors by sum of scores, conflict left, cooperation right.",
        columns=[
            "actor",
            "recipient",
            "class",
            "score",
            "events",
            "balance",
        ],
    )


def _describe_class(quad: int, ties: list[Tie]) -> dict[str, Any]:
    scores = {row_id: score for tie in ties for row_id, score in tie["scores"].items()}
    size = round(sum(abs(score) for score in scores.values()), 4)
    row_ids = merge_ids(ties)
    return {
        "quad": quad,
        "class": QUAD_NAMES[quad],
        "events": len(row_ids),
        "score": -size if quad in CONFLICT else size,
        "row_ids": row_ids,
    }


def _keep_pairs(
    counts: pd.DataFrame, ends: tuple[str, str], pairs: list[tuple[str, str]]
) -> pd.DataFrame:
    """Keep the rows of some pairs and give each the place of its pair."""
    places = {pair: place for place, pair in enumerate(pairs)}
    found = [places.get(pair, -1) for pair in zip(*(counts[end] for end in ends), strict=True)]
    placed = counts.assign(place=found)
    return placed[placed["place"] >= 0]


def _add_segments(
    figure: go.Figure, rows: pd.DataFrame, *, values: str, name: str, look: Look, arrow: str
) -> None:
    figure.add_bar(
        name=name,
        orientation="h",
        x=rows[values].tolist(),
        y=rows["place"].tolist(),
        marker=look.bar,
        customdata=join_ids(rows["row_ids"]),
        hovertext=[
            f"{escape(row['actor'])}{arrow}{escape(row['recipient'])}<br>{name}: "
            f"{plural(row['events'], 'event')}, score {row['score']:+g}"
            for row in list_rows(rows)
        ],
        hoverinfo="text",
    )


def label_pairs(figure: go.Figure, rows: pd.DataFrame, ends: tuple[str, str], between: str) -> None:
    """Write the two names of each pair below one another, so that both fit beside the chart."""
    pairs = rows.drop_duplicates("place")
    names = list(zip(*(pairs[end] for end in ends), strict=True))
    label_rows(figure, [""] * len(names), row=_PAIR_HEIGHT)
    figure.update_yaxes(
        # The arrow stays where a name is cut.
        ticktext=[
            f"{shorten(one, LINE - len(between))}{between}<br>{shorten(other, LINE)}"
            for one, other in names
        ]
    )


def _read_strongest(shown: pd.DataFrame, counts: pd.DataFrame) -> str:
    if shown.empty:
        return ""
    first, total = shown.iloc[0], len(counts.groupby(["actor_id", "recipient_id"]))
    alleged = shown[(shown["place"] == 0) & (shown["told"] != FACT)]["events"].sum()
    acts = "acts or is alleged to act" if alleged else "acts"
    told = f", {alleged} of them only alleged" if alleged else ""
    return (
        f"{first['actor']} {acts} towards {first['recipient']} in {plural(first['total'], 'event')}"
        f"{told}, the most of {plural(total, 'directed pair')}."
    )


def _read_balance(shown: pd.DataFrame) -> str:
    pairs = shown.drop_duplicates("place")
    if pairs.empty:
        return ""
    friendly, hostile = (pairs["balance"] > 0).sum(), (pairs["balance"] < 0).sum()
    worst = shown.groupby("place")["score"].sum().idxmin()
    pair = pairs[pairs["place"] == worst].iloc[0]
    lowest = (
        f"; conflict outweighs cooperation most between {pair['actor']} and {pair['recipient']}"
        if hostile
        else ""
    )
    return (
        f"Of {plural(len(pairs), 'pair')} drawn, {friendly} lean to cooperation and {hostile} to "
        f"conflict{lowest}."
    )
