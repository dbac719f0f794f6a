"""What changed in the network between two periods."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.network.ties import label_pairs
from analysis.charts.style import (
    NEUTRAL,
    Look,
    escape,
    finish_figure,
    join_ids,
    plural,
)
from analysis.network import CHANGES
from analysis.network.frames import list_rows

_LOOKS = {"before": Look(NEUTRAL[0], "circle-open"), "after": Look(NEUTRAL[0], "circle")}


def plot_change(changes: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw the events of each pair in both periods, joined by a line; greatest change first.

    Takes `network.compare_networks`; pairs that stayed as they were are left out.
    """
    changed = changes[changes["change"] != "steady"]
    shown = changed.head(top).assign(place=range(min(top, len(changed))))
    figure = go.Figure(_draw_spans(shown))
    for side, look in _LOOKS.items():
        figure.add_trace(_draw_period(shown[shown[f"events_{side}"] > 0], side, look))
    figure.add_trace(_write_changes(shown))
    label_pairs(figure, shown, ("a", "b"), " –")
    most = max(shown["events_before"].max(), shown["events_after"].max()) if len(shown) else 1
    figure.update_xaxes(title_text="events", range=[-0.04 * most, 1.35 * most])
    return finish_figure(
        figure,
        shown,
        name="network-change",
        title=title,
        reading=_read_change(changes),
        alt="Dumbbells: pairs of actors by number of events before and after.",
        columns=[
            "a",
            "b",
            "change",
            "events_before",
            "events_after",
            "balance_before",
            "balance_after",
        ],
    )


def _draw_spans(rows: pd.DataFrame) -> go.Scatter:
    spans = zip(rows["events_before"], rows["events_after"], rows["place"], strict=True)
    points = [
        point
        for before, after, place in spans
        for point in ((before, place), (after, place), (None, None))
    ]
    return go.Scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines",
        line={"color": NEUTRAL[0], "width": 2},
        showlegend=False,
        hoverinfo="skip",
    )


def _draw_period(rows: pd.DataFrame, side: str, look: Look) -> go.Scatter:
    return go.Scatter(
        name=side,
        mode="markers",
        x=rows[f"events_{side}"].tolist(),
        y=rows["place"].tolist(),
        # The earlier one is larger: it stays in sight where both stand in one place.
        marker={**look.point, "size": 15 if side == "before" else 9},
        customdata=join_ids(rows[f"{side}_ids"]),
        hovertext=[
            f"{escape(row['a'])} – {escape(row['b'])}, {side}<br>"
            f"{plural(row[f'events_{side}'], 'event')}, balance {row[f'balance_{side}']:+.2f}"
            for row in list_rows(rows)
        ],
        hoverinfo="text",
    )


def _write_changes(rows: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        mode="text",
        x=rows[["events_before", "events_after"]].max(axis=1).tolist(),
        y=rows["place"].tolist(),
        text=[f"   {change}" for change in rows["change"]],
        textposition="middle right",
        cliponaxis=False,
        showlegend=False,
        hoverinfo="skip",
    )


def _read_change(changes: pd.DataFrame) -> str:
    if changes.empty:
        return ""
    counts = changes["change"].value_counts()
    kinds = ", ".join(f"{counts[change]} {change}" for change in CHANGES if change in counts)
    first = changes.iloc[0]
    return (
        f"Of {plural(len(changes), 'pair')} in either period: {kinds}; most between {first['a']} "
        f"and {first['b']}, from {plural(first['events_before'], 'event')} to "
        f"{first['events_after']}."
    )
