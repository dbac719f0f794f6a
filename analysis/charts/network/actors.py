"""How strongly each actor is in the network."""

from __future__ import annotations

import networkx as nx
import pandas as pd
import plotly.graph_objects as go

from analysis.charts.axes import count_axis
from analysis.charts.style import (
    NEUTRAL,
    Look,
    escape,
    finish_figure,
    join_ids,
    label_rows,
    plural,
)
from analysis.frames import list_rows
from analysis.network import measure_actors, place_actors


def count_actors(
    network: nx.MultiDiGraph, *, within: nx.MultiDiGraph | None = None
) -> pd.DataFrame:
    """Measure the actors of a network and place them; most events first.

    One row is one actor: the columns of `network.measure_actors`, and `x`, `y` from −1 to 1.
    `within` is a network that holds this one, such as that of all periods: an actor then stands in
    the same place in the drawing of each part.
    """
    actors = measure_actors(network)
    places = place_actors(network if within is None else within)
    return actors.assign(
        x=[places[actor_id][0] for actor_id in actors["actor_id"]],
        y=[places[actor_id][1] for actor_id in actors["actor_id"]],
    )


def plot_actors(actors: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw in how many events each actor acts, and in how many it is acted towards."""
    shown = actors.head(top)
    figure = go.Figure(
        [
            _draw_side(shown, "acts", "out", Look(NEUTRAL[0], "circle")),
            _draw_side(shown, "is acted towards", "in", Look(NEUTRAL[0], "circle", "/")),
        ]
    )
    label_rows(figure, shown["name"].tolist(), row=34)
    most = shown[["out_events", "in_events"]].to_numpy().max() if len(shown) else 0
    figure.update_layout(barmode="group")
    figure.update_xaxes(title_text="events", **count_axis(most))
    return finish_figure(
        figure,
        shown,
        name="network-actors",
        title=title,
        reading=_read_actors(shown, len(actors)),
        alt="Bars: actors by the number of events in which they act and are acted towards.",
        columns=[
            "name",
            "events",
            "out_events",
            "in_events",
            "degree",
            "out_strength",
            "in_strength",
            "betweenness",
            "pagerank",
            "community",
        ],
    )


def _draw_side(actors: pd.DataFrame, label: str, side: str, look: Look) -> go.Bar:
    rows = [(place, row) for place, row in enumerate(list_rows(actors)) if row[f"{side}_events"]]
    return go.Bar(
        name=label,
        orientation="h",
        x=[row[f"{side}_events"] for _, row in rows],
        y=[place for place, _ in rows],
        marker=look.bar,
        customdata=join_ids(row[f"{side}_ids"] for _, row in rows),
        hovertext=[
            f"{escape(row['name'])} {label}<br>{plural(row[f'{side}_events'], 'event')}"
            for _, row in rows
        ],
        hoverinfo="text",
    )


def _read_actors(actors: pd.DataFrame, total: int) -> str:
    if actors.empty:
        return "No event in this selection ties two actors."
    most = actors.iloc[0]
    between = actors.iloc[int(actors["betweenness"].to_numpy().argmax())]
    middle = (
        f"; {between['name']} lies on most of the shortest ways between the others"
        if between["betweenness"]
        else ""
    )
    return (
        f"{most['name']} is in {plural(most['events'], 'event')}, the most of "
        f"{plural(total, 'actor')}{middle}."
    )
