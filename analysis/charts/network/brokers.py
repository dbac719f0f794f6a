"""Through whom others reach one another who have no tie of their own."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.axes import share_axis
from analysis.charts.style import (
    NEUTRAL,
    escape,
    finish_figure,
    join_ids,
    label_rows,
    plural,
)
from analysis.frames import list_rows


def plot_brokers(brokers: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw the `top` brokers by the share of shortest ways that lead through them.

    Takes `network.find_brokers`.
    """
    shown = brokers[brokers["betweenness"] > 0].head(top)
    percent = [round(100 * share, 1) for share in shown["betweenness"]]
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=percent,
            y=list(range(len(shown))),
            marker={"color": NEUTRAL[0]},
            customdata=join_ids(shown["row_ids"]),
            hovertext=[
                f"{escape(row['name'])}: {share}% of the shortest ways<br>"
                f"between {escape(row['between'])}<br>constraint {row['constraint']:.2f}, "
                f"{plural(row['cut_off'], 'actor')} cut off without it"
                for row, share in zip(list_rows(shown), percent, strict=True)
            ],
            hoverinfo="text",
        )
    )
    label_rows(figure, shown["name"].tolist())
    figure.update_xaxes(
        title_text="percent of the shortest ways", **share_axis(max(percent, default=0))
    )
    return finish_figure(
        figure,
        shown,
        name="network-brokers",
        title=title,
        reading=_read_brokers(shown),
        alt="Bars: actors by the share of shortest ways between others that lead through them.",
        columns=["name", "betweenness", "constraint", "open_pairs", "between", "cut_off", "events"],
    )


def _read_brokers(shown: pd.DataFrame) -> str:
    if shown.empty:
        return ""
    first = shown.iloc[0]
    cut = (
        f"; without it {plural(first['cut_off'], 'actor')} would be cut off"
        if first["cut_off"]
        else ""
    )
    return (
        f"{first['betweenness']:.0%} of the shortest ways between two others lead through "
        f"{first['name']}, which stands between {plural(first['open_pairs'], 'pair')} of its "
        f"partners that have no tie of their own{cut}."
    )
