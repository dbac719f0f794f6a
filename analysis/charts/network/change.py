"""What changed in the network between two periods."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.drawing import draw_texts
from analysis.charts.network.ties import label_pairs
from analysis.charts.style import (
    NEUTRAL,
    Look,
    escape,
    finish_figure,
    join_ids,
    plural,
)
from analysis.frames import list_rows
from analysis.network import CHANGES

Row = Mapping[str, Any]

_LOOKS = {"before": Look(NEUTRAL[0], "circle-open"), "after": Look(NEUTRAL[0], "circle")}


def plot_change(changes: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw the events of each pair in both periods, joined by a line; greatest change first.

    Takes `network.compare_networks`; pairs that stayed as they were are left out.
    """
    changed = changes[changes["change"] != "steady"]
    shown = changed.head(top).assign(place=range(min(top, len(changed))))
    figure = draw_dumbbells(shown, "events", _hover_pair, shown["change"].tolist())
    label_pairs(figure, shown, ("a", "b"), " –")
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


def draw_dumbbells(
    rows: pd.DataFrame, measure: str, hover: Callable[[Row, str], str], beside: Sequence[str]
) -> go.Figure:
    """Draw `measure` before and after at the `place` of each row, with a text beside.

    Takes columns `events_before`, `events_after` for the measure "events", and `before_ids`,
    `after_ids`; a period in which a row has none has no point. `hover` writes the text of a point
    from a row and its side, before or after.
    """
    figure = go.Figure(_draw_spans(rows, measure))
    for side, look in _LOOKS.items():
        present = rows[rows[f"{side}_ids"].map(len) > 0]
        figure.add_trace(_draw_period(present, measure, side, look, hover))
    most = rows[[f"{measure}_before", f"{measure}_after"]].max(axis=1)
    figure.add_trace(
        draw_texts(most.tolist(), rows["place"].tolist(), [f"   {text}" for text in beside])
    )
    span = most.max() if len(rows) else 1
    figure.update_xaxes(title_text=measure, range=[-0.04 * span, 1.45 * span])
    return figure


def _draw_spans(rows: pd.DataFrame, measure: str) -> go.Scatter:
    ends = zip(rows[f"{measure}_before"], rows[f"{measure}_after"], rows["place"], strict=True)
    points = [
        point
        for before, after, place in ends
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


def _draw_period(
    rows: pd.DataFrame, measure: str, side: str, look: Look, hover: Callable[[Row, str], str]
) -> go.Scatter:
    return go.Scatter(
        name=side,
        mode="markers",
        x=rows[f"{measure}_{side}"].tolist(),
        y=rows["place"].tolist(),
        # The earlier one is larger: it stays in sight where both stand in one place.
        marker={**look.point, "size": 15 if side == "before" else 9},
        customdata=join_ids(rows[f"{side}_ids"]),
        hovertext=[hover(row, side) for row in list_rows(rows)],
        hoverinfo="text",
    )


def _hover_pair(row: Row, side: str) -> str:
    return (
        f"{escape(row['a'])} – {escape(row['b'])}, {side}<br>"
        f"{plural(row[f'events_{side}'], 'event')}, balance {row[f'balance_{side}']:+.2f}"
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
