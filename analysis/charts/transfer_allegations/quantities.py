"""How much is claimed: ranges as claimed, never added up and never averaged."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from analysis.charts.drawing import draw_points, name_key, rank, write_hover
from analysis.charts.style import NEUTRAL, Look, escape, finish_figure, plural
from analysis.charts.transfer_allegations.claims import select_claims

# The most frequent states of claimants have a symbol each; all others share the last.
_SYMBOLS = ("circle", "square", "diamond", "star", "cross", "bowtie")
_OTHERS = "others"
# Beyond this ratio of the greatest to the least, a unit is drawn on a logarithmic axis.
_LOGARITHMIC = 30
_PANEL = 170
# Length of the arrow at an open end, as a part of its panel.
_ARROW = 0.15


def count_quantities(allegations: pd.DataFrame) -> pd.DataFrame:
    """Count the claims of each quantity: same claimant, item class, range, unit and day.

    One row is one claimed quantity: `claimant_key`, `claimant`, `claimant_country`, `supplier`,
    `recipient`, `category`, `item`, `unit`, `low` and `high` (empty = that end is open),
    `published` (empty = undated), `claims`, `row_ids` (allegation ids). Earliest first.
    """
    claims = select_claims(allegations)
    told = claims.dropna(subset=["quantity_low", "quantity_high"], how="all")
    keys = ["published", "unit", "claimant_key", "supplier", "recipient", "category", "low", "high"]
    return (
        told.assign(
            claimant_key=name_key(told, "claimant"),
            low=told["quantity_low"],
            high=told["quantity_high"],
            unit=told["unit"].where(told["unit"] != "", "unit unsaid"),
        )
        .groupby(keys, dropna=False)
        .agg(
            claimant=("claimant", "first"),
            claimant_country=("claimant_country", "first"),
            item=("item", "first"),
            claims=("allegation_id", "size"),
            row_ids=("allegation_id", list),
        )
        .reset_index()
        .sort_values(keys, ignore_index=True)
    )


def plot_quantities(counts: pd.DataFrame, *, title: str, units: int = 5) -> go.Figure:
    """Draw claimed ranges over publication dates, a panel for each of the `units` claimed most.

    A bar runs from the low to the high end of a range; an arrow is an end that the text leaves
    open. The symbol tells the claimant's state.
    """
    dated = counts.dropna(subset="published")
    panels = rank(dated, "unit", value="claims")[:units]
    drawn = dated[dated["unit"].isin(panels)]
    figure = go.Figure()
    if len(drawn):
        figure = make_subplots(
            rows=len(panels),
            cols=1,
            shared_xaxes=True,
            vertical_spacing=0.3 / len(panels),
            subplot_titles=[escape(unit) for unit in panels],
        )
        figure.update_annotations(x=0, xanchor="left")
        _add_panels(figure, drawn, panels)
        # The legend stands above the name of the first panel.
        height = 120 + _PANEL * len(panels)
        figure.update_layout(height=height, legend_y=1 + 26 / (height - 120))
        figure.update_xaxes(type="date", nticks=6)
    return finish_figure(
        figure,
        counts,
        name="allegations-quantities",
        title=title,
        reading=_read_quantities(counts, drawn, panels) if len(counts) else "",
        alt="Ranges: publication dates across, quantities up, a panel for each unit.",
        columns=[
            "published",
            "claimant",
            "claimant_country",
            "supplier",
            "recipient",
            "category",
            "item",
            "low",
            "high",
            "unit",
            "claims",
        ],
    )


def _add_panels(figure: go.Figure, drawn: pd.DataFrame, panels: Sequence[str]) -> None:
    states = rank(drawn, "claimant_country", value="claims")[: len(_SYMBOLS) - 1]
    known = drawn["claimant_country"].where(drawn["claimant_country"].isin(states), _OTHERS)
    marked = drawn.assign(state=known)
    legend: set[str] = set()
    for number, unit in enumerate(panels, start=1):
        panel = marked[marked["unit"] == unit]
        logarithmic = _spans_magnitudes(panel)
        figure.update_yaxes(
            type="log" if logarithmic else "linear",
            rangemode="normal" if logarithmic else "tozero",
            tickformat="~s",
            nticks=5,
            row=number,
        )
        for state in [*states, _OTHERS]:
            rows = panel[panel["state"] == state]
            if len(rows):
                symbol = _SYMBOLS[[*states, _OTHERS].index(state)]
                trace = _draw_ranges(rows, state or "no state", symbol, state not in legend)
                figure.add_trace(trace, row=number, col=1)
                legend.add(state)
        for arrow in _draw_open_ends(panel, logarithmic):
            figure.add_trace(arrow, row=number, col=1)


def _spans_magnitudes(panel: pd.DataFrame) -> bool:
    ends = pd.concat([panel["low"], panel["high"]]).dropna()
    return bool(ends.min() > 0 and ends.max() > _LOGARITHMIC * ends.min())


def _draw_ranges(rows: pd.DataFrame, state: str, symbol: str, in_legend: bool) -> go.Scatter:
    """Draw a point at the end that is said, or the low end, and a bar up to the high end."""
    at = rows["low"].where(rows["low"].notna(), rows["high"])
    points = draw_points(
        rows,
        x=[str(day.date()) for day in rows["published"]],
        y=[round(float(value), 3) for value in at],
        look=Look(NEUTRAL[0], symbol),
        name=state,
        hover=_hover(rows),
    )
    lengths = [
        round(float(high - low), 3) for low, high in zip(at, rows["high"].fillna(at), strict=True)
    ]
    return points.update(
        legendgroup=state,
        showlegend=in_legend,
        error_y={
            "array": lengths,
            "arrayminus": [0.0] * len(lengths),
            "symmetric": False,
            "thickness": 2.5,
            "width": 5,
            "color": NEUTRAL[0],
        },
    )


def _draw_open_ends(panel: pd.DataFrame, logarithmic: bool) -> list[go.Scatter]:
    """Draw a dotted line with an open arrowhead from each point whose other end is left open."""
    ends = pd.concat([panel["low"], panel["high"]]).dropna()
    traces: list[go.Scatter] = []
    for said, left_open, symbol, way in (
        ("low", "high", "triangle-up-open", 1),
        ("high", "low", "triangle-down-open", -1),
    ):
        rows = panel[panel[left_open].isna()]
        if rows.empty:
            continue
        days = [str(day.date()) for day in rows["published"]]
        values = [float(value) for value in rows[said]]
        tips = [_reach(value, ends, way, logarithmic) for value in values]
        traces.append(_draw_shafts(days, values, tips))
        head = draw_points(
            rows,
            x=days,
            y=tips,
            look=Look(NEUTRAL[0], symbol),
            name="no upper end" if way > 0 else "no lower end",
            hover=_hover(rows),
        )
        traces.append(head.update(showlegend=False))
    return traces


def _reach(value: float, ends: pd.Series[float], way: int, logarithmic: bool) -> float:
    """Return where an arrow ends: the text gives it no length, so all in a panel have the same."""
    if logarithmic:
        ratio = float(ends.max()) / float(ends.min())
        return round(value * math.pow(ratio, way * _ARROW), 3)
    return round(max(value + way * _ARROW * float(ends.max()), 0.0), 3)


def _draw_shafts(days: Sequence[str], values: Sequence[float], tips: Sequence[float]) -> go.Scatter:
    return go.Scatter(
        mode="lines",
        x=[x for day in days for x in (day, day, None)],
        y=[y for value, tip in zip(values, tips, strict=True) for y in (value, tip, None)],
        line={"color": NEUTRAL[0], "width": 1.5, "dash": "dot"},
        hoverinfo="skip",
        showlegend=False,
    )


def _hover(rows: pd.DataFrame) -> list[str]:
    return [
        write_hover(
            row["claimant"] or "nobody named",
            f"{_write_range(row['low'], row['high'])} {row['unit']}",
            f"{row['supplier']} → {row['recipient']}, {row['published'].date()}",
            plural(row["claims"], "claim"),
        )
        for row in rows.to_dict("records")
    ]


def _write_range(low: Any, high: Any) -> str:
    if pd.isna(high):
        return f"at least {low:,.10g}"
    if pd.isna(low):
        return f"up to {high:,.10g}"
    return f"{low:,.10g}" if low == high else f"{low:,.10g}–{high:,.10g}"


def _read_quantities(counts: pd.DataFrame, drawn: pd.DataFrame, panels: Sequence[str]) -> str:
    open_ends = int((counts["low"].isna() | counts["high"].isna()).sum())
    units = counts["unit"].nunique()
    tail = f"; the {len(panels)} most frequent are drawn" if units > len(panels) else ""
    hidden = len(counts) - len(drawn)
    table = f", {hidden:,} quantities only in the table" if hidden else ""
    return (
        f"{plural(len(counts), 'quantity', 'quantities')} claimed in {plural(units, 'unit')}{tail}"
        f"{table}; {open_ends:,} leave one end open."
    )
