"""Panels one below the other: a heading, named rows, and heights that follow from the rows."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from analysis.charts.style import escape, wrap

# Pixels: a row, what stands between two panels, and a heading.
_ROW, _BETWEEN, _HEADING = 34, 70, 22


def lay_panels(
    panels: Sequence[pd.DataFrame], heads: Sequence[str], heights: Sequence[int] = ()
) -> go.Figure:
    """Return a figure with a panel for each frame, as high as its column `row` asks for.

    `heights` in pixels where the rows do not tell. No panels give an empty figure.
    """
    if not panels:
        return go.Figure()
    heights = list(heights) or [_ROW * (int(panel["row"].max()) + 1) for panel in panels]
    plot = sum(heights) + _BETWEEN * (len(panels) - 1)
    figure = make_subplots(
        rows=len(panels),
        cols=1,
        row_heights=heights,
        vertical_spacing=_BETWEEN / plot if len(panels) > 1 else 0,
        subplot_titles=[escape(head) for head in heads],
    )
    figure.update_annotations(x=0, xanchor="left", font={"size": 13, "weight": "bold"})
    # A legend, where there is one, stands above the first heading.
    legend = {"y": 1 + _HEADING / plot}
    figure.update_layout(height=plot + 140, showlegend=False, legend=legend)
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
