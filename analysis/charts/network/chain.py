"""How one actor is linked to another: the shortest chain of ties, each with its events."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.drawing import draw_texts
from analysis.charts.style import (
    NEUTRAL,
    QUAD,
    QUAD_NAMES,
    collect_ids,
    escape,
    finish_figure,
    join_ids,
    plural,
)
from analysis.frames import list_rows

_STEP = 96


def plot_chain(chain: pd.DataFrame, *, title: str) -> go.Figure:
    """Draw a chain from top to bottom: an actor, the tie to the next, and so on.

    Takes `network.find_chain`; a tie has the colour and symbol of most of its events.
    """
    rows = list_rows(chain)
    names = [row["a"] for row in rows[:1]] + [row["b"] for row in rows]
    figure = go.Figure(
        [
            _draw_line(len(names)),
            _draw_actors(names, rows),
            *(
                _draw_ties(chain[chain["quad"] == quad], quad)
                for quad in sorted(set(chain["quad"]))
            ),
            _write(range(len(names)), [f"<b>{escape(name)}</b>" for name in names]),
            _write([row["step"] - 0.5 for row in rows], [_describe(row) for row in rows]),
        ]
    )
    figure.update_layout(
        xaxis={"visible": False, "range": [-0.05, 1]},
        yaxis={"visible": False, "range": [len(names) - 0.6, -0.4]},
        height=80 + _STEP * max(len(rows), 1),
    )
    return finish_figure(
        figure,
        chain,
        name="network-chain",
        title=title,
        reading=_read_chain(rows),
        alt="Chain: actors from top to bottom, each tied to the next by its events.",
        columns=["step", "a", "b", "types", "events", "sources"],
    )


def _draw_line(actors: int) -> go.Scatter:
    return go.Scatter(
        mode="lines",
        x=[0] * actors,
        y=list(range(actors)),
        line={"color": NEUTRAL[0], "width": 2},
        showlegend=False,
        hoverinfo="skip",
    )


def _draw_actors(names: list[str], rows: list[dict[str, Any]]) -> go.Scatter:
    """Draw the actors; each leads to the events of its steps."""
    steps = [[], *(row["row_ids"] for row in rows), []]
    return go.Scatter(
        mode="markers",
        x=[0] * len(names),
        y=list(range(len(names))),
        marker={"color": NEUTRAL[0], "size": 16, "symbol": "circle"},
        customdata=join_ids(collect_ids(pair) for pair in pairwise(steps)),
        hovertext=[escape(name) for name in names],
        hoverinfo="text",
        showlegend=False,
    )


def _draw_ties(rows: pd.DataFrame, quad: int) -> go.Scatter:
    return go.Scatter(
        mode="markers",
        name=QUAD_NAMES[quad],
        x=[0] * len(rows),
        y=[step - 0.5 for step in rows["step"]],
        marker={**QUAD[quad].point, "size": 14},
        customdata=join_ids(rows["row_ids"]),
        hovertext=[
            f"{escape(row['a'])} – {escape(row['b'])}<br>{_describe(row)}"
            for row in list_rows(rows)
        ],
        hoverinfo="text",
    )


def _describe(row: dict[str, Any]) -> str:
    return f"{row['types']} · {plural(row['events'], 'event')}, {plural(row['sources'], 'outlet')}"


def _read_chain(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return ""
    first, last = rows[0]["a"], rows[-1]["b"]
    if len(rows) == 1:
        return f"{first} and {last} are tied to one another."
    through = " and ".join(str(row["b"]) for row in rows[:-1])
    thin = min(rows, key=lambda row: row["events"])
    return (
        f"{first} is linked to {last} through {through}, in {len(rows)} steps; the weakest is "
        f"{thin['a']} – {thin['b']}, with {plural(thin['events'], 'event')}."
    )


def _write(places: Sequence[float], texts: Sequence[str]) -> go.Scatter:
    return draw_texts([0.04] * len(places), places, texts)
