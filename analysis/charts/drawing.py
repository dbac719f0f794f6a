"""The forms that several charts share: flows, a matrix, bars, points beside named rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.style import (
    FEW_TO_MANY,
    LINE,
    NEUTRAL,
    Look,
    collect_ids,
    escape,
    join_ids,
    label_rows,
    shorten,
)

_FLOW = "rgba(94,107,120,0.35)"


def name_key(frame: pd.DataFrame, slot: str) -> pd.Series[str]:
    """Return what tells the actors of a slot apart: the id, or the name where there is no id."""
    return frame[f"{slot}_id"].where(frame[f"{slot}_id"] != "", frame[slot])


def tell_apart(names: pd.Series[str], keys: pd.Series[str]) -> list[str]:
    """Return the names, with the key behind a name that several actors share."""
    shared = pd.DataFrame({"name": names, "key": keys}).groupby("name")["key"].nunique()
    return [
        f"{name} ({key})" if shared[name] > 1 else name
        for name, key in zip(names, keys, strict=True)
    ]


def tally(
    rows: pd.DataFrame, keys: Sequence[str], *, count: str, ids: str, first: Sequence[str] = ()
) -> pd.DataFrame:
    """Count the rows of each combination of the keys, in the order of the keys.

    One row is one combination: the keys, the first value of each column in `first`, `count` and
    `row_ids`, the values of the column `ids`.
    """
    parts = {name: (name, "first") for name in first} | {
        count: (ids, "size"),
        "row_ids": (ids, list),
    }
    return rows.groupby(list(keys), dropna=False).agg(**parts).reset_index()


def fold_rest(
    counts: pd.DataFrame, column: str, top: int, *, value: str, rest: str
) -> tuple[pd.DataFrame, list[str]]:
    """Put all but the `top` names of a column under one name, such as "7 other visitors".

    Names are ranked by the sum of `value`. No row is dropped: its ids stay reachable. Returns the
    counts and the names in their order, the folded ones last.
    """
    order = rank(counts, column, value=value)
    if len(order) <= top:
        return counts, order
    folded = f"{len(order) - top} {rest}"
    names = counts[column].where(counts[column].isin(order[:top]), folded)
    return counts.assign(**{column: names}), [*order[:top], folded]


def rank(counts: pd.DataFrame, column: str, *, value: str) -> list[str]:
    """List the names of a column, greatest sum of `value` first, equal ones by name."""
    sums = counts.groupby(column)[value].sum().reset_index()
    return list(sums.sort_values([value, column], ascending=[False, True])[column])


def regroup(counts: pd.DataFrame, keys: Sequence[str], *, value: str) -> pd.DataFrame:
    """Add up `value` and put the row ids together for each combination of the keys."""
    grouped = counts.groupby(list(keys), sort=True)
    return grouped.agg(**{value: (value, "sum"), "row_ids": ("row_ids", collect_ids)}).reset_index()


def draw_flows(counts: pd.DataFrame, stages: Sequence[str], *, value: str) -> go.Sankey:
    """Draw each row as a flow through the columns `stages`, as wide as `value`."""
    nodes: dict[tuple[int, str], int] = {}
    links: list[pd.DataFrame] = []
    for stage, (left, right) in enumerate(pairwise(stages)):
        flows = regroup(counts, [left, right], value=value)
        for number, name in ((stage, left), (stage + 1, right)):
            for label in rank(flows, name, value=value):
                nodes.setdefault((number, label), len(nodes))
        flows["from"] = [nodes[stage, label] for label in flows[left]]
        flows["to"] = [nodes[stage + 1, label] for label in flows[right]]
        links.append(flows[["from", "to", value, "row_ids"]])
    flows = pd.concat(links, ignore_index=True)
    return go.Sankey(
        arrangement="fixed",
        node={
            "label": [shorten(label, LINE) for _, label in nodes],
            "color": NEUTRAL[0],
            "thickness": 12,
            "pad": 16,
            "customdata": join_ids(_collect_at_nodes(flows, len(nodes))),
        },
        link={
            "source": [int(number) for number in flows["from"]],
            "target": [int(number) for number in flows["to"]],
            "value": [int(number) for number in flows[value]],
            "color": _FLOW,
            "customdata": join_ids(flows["row_ids"]),
        },
    )


def _collect_at_nodes(flows: pd.DataFrame, nodes: int) -> list[list[str]]:
    return [
        collect_ids(flows.loc[(flows["from"] == number) | (flows["to"] == number), "row_ids"])
        for number in range(nodes)
    ]


def draw_matrix(
    counts: pd.DataFrame,
    *,
    row: str,
    column: str,
    value: str,
    rows: Sequence[str],
    columns: Sequence[str],
    most: int,
) -> go.Figure:
    """Draw `value` as a heat map with its numbers; what has no rows stays blank, leads nowhere.

    `most` has the darkest shade, as has all above it: folded names must not pale the others.
    """
    cells = {
        (line[row], line[column]): (int(line[value]), ";".join(line["row_ids"]))
        for line in counts.to_dict("records")
    }
    grid = [[cells.get((name, at), (None, "")) for at in columns] for name in rows]
    figure = go.Figure(
        go.Heatmap(
            x=[escape(at) for at in columns],
            y=[escape(name) for name in rows],
            z=[[count for count, _ in line] for line in grid],
            customdata=[[ids for _, ids in line] for line in grid],
            colorscale=FEW_TO_MANY,
            zmin=0,
            zmax=most,
            xgap=1,
            ygap=1,
            showscale=False,
            texttemplate="%{z}",
            hovertemplate=f"%{{y}}, %{{x}}<br>{value}: %{{z}}<extra></extra>",
        )
    )
    label_rows(figure, rows)
    figure.update_yaxes(type="category", showgrid=False)
    return figure


def draw_bars(
    counts: pd.DataFrame, *, value: str, look: Look | None = None, hover: Sequence[str]
) -> go.Bar:
    """Draw `value` as a bar beside each row; `hover` is shown over it, escaped by the caller."""
    return go.Bar(
        orientation="h",
        x=[int(count) for count in counts[value]],
        y=list(range(len(counts))),
        width=0.7,
        marker=look.bar if look else {"color": NEUTRAL[0]},
        text=[f"{int(count):,}" for count in counts[value]],
        textposition="outside",
        cliponaxis=False,
        customdata=join_ids(counts["row_ids"]),
        hovertext=list(hover),
        hoverinfo="text",
        showlegend=False,
    )


def draw_texts(x: Sequence[float], y: Sequence[float], texts: Sequence[str]) -> go.Scatter:
    """Draw texts to the right of points."""
    return go.Scatter(
        mode="text",
        x=list(x),
        y=list(y),
        text=list(texts),
        textposition="middle right",
        cliponaxis=False,
        showlegend=False,
        hoverinfo="skip",
    )


def label_above(figure: go.Figure, labels: Sequence[object]) -> None:
    """Write long labels above the bars of rows 0, 1, 2, …, and set the height for them.

    They are as long as a desk's page is wide; on a phone the page cuts them.
    """
    above = [row - 0.36 for row in range(len(labels))]
    texts = [f" {shorten(label, 4 * LINE)}" for label in labels]
    figure.add_trace(draw_texts([0] * len(labels), above, texts))
    label_rows(figure, [""] * len(labels), row=44)
    figure.update_xaxes(rangemode="tozero")
    figure.update_yaxes(showgrid=False)


def draw_points(
    counts: pd.DataFrame,
    *,
    x: Sequence[str] | Sequence[float],
    y: Sequence[float],
    look: Look,
    name: str,
    hover: Sequence[str],
    sizes: Sequence[float] | None = None,
) -> go.Scatter:
    """Draw a point a row, in one look; days are ISO text."""
    marker: Mapping[str, Any] = {**look.point, **({"size": list(sizes)} if sizes else {})}
    return go.Scatter(
        mode="markers",
        name=escape(name),
        x=list(x),
        y=list(y),
        marker=marker,
        customdata=join_ids(counts["row_ids"]),
        hovertext=list(hover),
        hoverinfo="text",
        cliponaxis=False,
    )


def size_points(counts: pd.Series[int]) -> list[float]:
    """Size points so that their area grows with the count, and the least can still be hit."""
    return [round(8 + 3 * (min(int(count), 25) - 1) ** 0.5, 1) for count in counts]


def write_hover(*lines: object) -> str:
    """Write the lines that are not empty, escaped."""
    return "<br>".join(escape(line) for line in lines if str(line))
