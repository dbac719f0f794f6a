"""Structural balance: the triads of the network by the signs of their ties."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.axes import count_axis
from analysis.charts.style import (
    NEUTRAL,
    Look,
    collect_ids,
    finish_figure,
    label_rows,
    plural,
)
from analysis.network import TRIADS

MOST_LISTED = 60

_LOOKS = {True: Look(NEUTRAL[0], "circle"), False: Look(NEUTRAL[0], "circle-open", "/")}


def plot_triads(triads: pd.DataFrame, *, title: str) -> go.Figure:
    """Draw the number of triads of each kind; hatched where they are out of balance.

    Takes `network.find_triads`. A bar counts all of its kind; the table beside it, and what a bar
    leads to, are the first MOST_LISTED of each kind: a large network has thousands.
    """
    figure = go.Figure(
        [
            _draw_kinds(triads[triads["balanced"] == balanced], balanced)
            for balanced in (True, False)
            if (triads["balanced"] == balanced).any()
        ]
    )
    label_rows(figure, [f"{signs}\n{kind}" for signs, kind in TRIADS.items()], row=40)
    most = triads["signs"].value_counts().max() if len(triads) else 1
    figure.update_xaxes(title_text="triads", rangemode="tozero", **count_axis(most))
    return finish_figure(
        figure,
        triads.groupby("signs", sort=False).head(MOST_LISTED),
        name="network-triads",
        title=title,
        reading=_read_triads(triads),
        alt="Bars: triads of actors by the signs of their three ties.",
        columns=["signs", "a", "b", "c", "conflict_between", "events"],
    )


def _draw_kinds(triads: pd.DataFrame, balanced: bool) -> go.Bar:
    places = {signs: place for place, signs in enumerate(TRIADS)}
    groups = [(places[str(signs)], group) for signs, group in triads.groupby("signs")]
    return go.Bar(
        name="in balance" if balanced else "out of balance",
        orientation="h",
        x=[len(group) for _, group in groups],
        y=[place for place, _ in groups],
        width=0.7,
        marker=_LOOKS[balanced].bar,
        customdata=[
            ";".join(collect_ids(group["row_ids"].head(MOST_LISTED))) for _, group in groups
        ],
        hovertext=[
            f"{group['signs'].iloc[0]} {group['kind'].iloc[0]}: {plural(len(group), 'triad')}"
            for _, group in groups
        ],
        hoverinfo="text",
    )


def _read_triads(triads: pd.DataFrame) -> str:
    tense = triads[~triads["balanced"]]
    share = f"Of {plural(len(triads), 'triad')}, {len(triads) - len(tense)} are in balance"
    if tense.empty:
        return f"{share}."
    first = tense.iloc[0]
    return (
        f"{share}; the most reported of the others is {first['a']}, {first['b']} and "
        f"{first['c']}, with conflict between {first['conflict_between']}."
    )
