"""Which ties hold the network together."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.style import (
    NEUTRAL,
    count_axis,
    escape,
    finish_figure,
    join_ids,
    label_rows,
    plural,
)
from analysis.network.frames import list_rows


def plot_bridges(bridges: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw a row for each of the `top` actors that bridges hang on, and a segment a bridge.

    Takes `network.find_bridges`; a segment is as long as the number of actors it would cut off and
    says to whom the tie leads.
    """
    holds = (
        bridges.groupby("a_id")["cut_off"]
        .sum()
        .sort_index()
        .sort_values(ascending=False, kind="stable")
    )
    shown = _lay_end_to_end(bridges, list(holds.index[:top]))
    figure = go.Figure(_draw_segments(shown))
    names = dict(zip(bridges["a_id"], bridges["a"], strict=True))
    label_rows(figure, [names[a_id] for a_id in holds.index[:top]], row=30)
    figure.update_layout(uniformtext={"minsize": 10, "mode": "hide"})
    most = holds.max() if len(holds) else 1
    figure.update_xaxes(title_text="actors cut off", **count_axis(most))
    return finish_figure(
        figure,
        shown,
        name="network-bridges",
        title=title,
        reading=_read_bridges(bridges, names),
        alt="Bars: actors, each with the ties that alone hold others to the rest.",
        columns=["a", "b", "cut_off", "events"],
    )


def _lay_end_to_end(bridges: pd.DataFrame, hubs: list[str]) -> pd.DataFrame:
    """Give each bridge the row of its hub, `place`, and where its segment begins, `base`."""
    places = {a_id: place for place, a_id in enumerate(hubs)}
    shown = bridges[bridges["a_id"].isin(hubs)]
    shown = shown.assign(place=[places[a_id] for a_id in shown["a_id"]])
    ends = shown.groupby("place")["cut_off"].cumsum()
    laid = shown.assign(base=ends - shown["cut_off"])
    return laid.sort_values(["place", "base"], ignore_index=True)


def _draw_segments(rows: pd.DataFrame) -> go.Bar:
    return go.Bar(
        orientation="h",
        base=rows["base"].tolist(),
        x=rows["cut_off"].tolist(),
        y=rows["place"].tolist(),
        width=0.8,
        marker={"color": NEUTRAL[0], "line": {"color": "#FFFFFF", "width": 2}},
        text=[escape(name) for name in rows["b"]],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": "#FFFFFF"},
        customdata=join_ids(rows["row_ids"]),
        hovertext=[
            f"{escape(row['a'])} – {escape(row['b'])}<br>cuts off {row['cut_off']}, "
            f"{plural(row['events'], 'event')}"
            for row in list_rows(rows)
        ],
        hoverinfo="text",
    )


def _read_bridges(bridges: pd.DataFrame, names: dict[str, str]) -> str:
    if bridges.empty:
        return ""
    first = bridges.iloc[0]
    hubs = bridges["a_id"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    most = f"; {names[hubs.index[0]]} is at {hubs.iloc[0]} of them" if hubs.iloc[0] > 1 else ""
    return (
        f"{plural(len(bridges), 'tie')} alone {'holds' if len(bridges) == 1 else 'hold'} a part of "
        f"the network to the rest{most}; without {first['a']} – {first['b']}, "
        f"{plural(first['cut_off'], 'actor')} would be cut off."
    )
