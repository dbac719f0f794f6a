"""Panels one below the other: a heading, named rows, and heights that follow from the rows."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from analysis.charts.style import shorten, wrap

# Pixels: a row, what stands between two panels, and a heading.
_ROW, _BETWEEN, _HEADING = 34, 70, 22
# So long may a heading be beside a panel on a small screen; a phone's page cuts it further.
_LETTERS = 80


def lay_panels(
    panels: Sequence[pd.DataFrame], heads: Sequence[str], heights: Sequence[int] = ()
) -> go.Figure:
    """Return a figure with a panel for each frame, as high as its column `row` asks for.

    `heights` in pixels where the rows do not tell. No panels give an empty figure.
    """
    if not panels:
        return go.Figure()
    heights = list(heights) or [_ROW * (int(panel["row"].max()) + 1) for panel in panels]
    # A legend stands above the first heading, so that needs room of its own.
    heights[0] += _HEADING
    plot = sum(heights) + _BETWEEN * (len(panels) - 1)
    figure = make_subplots(
        rows=len(panels),
        cols=1,
        row_heights=heights,
        vertical_spacing=_BETWEEN / plot if len(panels) > 1 else 0,
        specs=[[{"t": 0 if number else _HEADING / plot}] for number in range(len(panels))],
        subplot_titles=[shorten(head, _LETTERS) for head in heads],
    )
    figure.update_annotations(x=0, xanchor="left", font={"size": 13, "weight": "bold"})
    figure.update_layout(height=plot + 140, showlegend=False)
    return figure


def name_rows(figure: go.Figure, panel: pd.DataFrame, column: str, number: int) -> None:
    """Write a column's names beside the rows of a panel, the first row on top."""
    names = panel.drop_duplicates("row").sort_values("row")[column]
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[wrap(name) for name in names],
        range=[len(names) - 0.5, -0.5],
        ticks="",
        row=number,
    )
