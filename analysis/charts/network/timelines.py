"""Cooperation and conflict of the pairs with most events, month by month."""

from __future__ import annotations

import networkx as nx
import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from analysis.charts.network.ties import BALANCE_COLUMNS, count_balance
from analysis.charts.style import QUAD, QUAD_NAMES, escape, finish_figure, join_ids, plural
from analysis.frames import list_rows, make_frame

_HEIGHT, _ABOVE, _HEADING = 104, 110, 20
# Milliseconds of 24 days: without it bars are as wide as a pair's months lie apart.
_MONTH = 24 * 86_400_000
_ASIDE = pd.Timedelta(days=14)


def count_timelines(networks: dict[str, nx.MultiDiGraph]) -> pd.DataFrame:
    """Sum the scores of each pair by month and quad class; the pair with most events first.

    Takes `network.slice_network` by month. One row is one month, pair and class: `month`, the
    columns of `count_balance`, and `total`, the pair's events in all months.
    """
    rows = [
        {"month": month, **row}
        for month, network in networks.items()
        for row in list_rows(count_balance(network))
    ]
    ids: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        ids.setdefault((row["a_id"], row["b_id"]), set()).update(row["row_ids"])
    for row in rows:
        row["total"] = len(ids[row["a_id"], row["b_id"]])
    rows.sort(key=lambda row: (-row["total"], row["a_id"], row["b_id"], row["month"]))
    return make_frame(rows, {"month": "str", **BALANCE_COLUMNS, "total": "int64"})


def plot_timelines(counts: pd.DataFrame, *, title: str, top: int = 6) -> go.Figure:
    """Draw a small chart for each of the `top` pairs: cooperation up, conflict down, by month."""
    pairs = list(dict.fromkeys(zip(counts["a_id"], counts["b_id"], strict=True)))[:top]
    drawn_rows = [pair in pairs for pair in zip(counts["a_id"], counts["b_id"], strict=True)]
    shown = counts[pd.Series(drawn_rows, index=counts.index, dtype=bool)]
    parts = [shown[(shown["a_id"] == a) & (shown["b_id"] == b)] for a, b in pairs]
    height = _ABOVE + _HEIGHT * max(len(pairs), 1)
    figure = make_subplots(
        rows=max(len(pairs), 1),
        shared_xaxes=True,
        vertical_spacing=0.3 * _HEIGHT / height if len(pairs) > 1 else 0,
        specs=[[{"t": 0 if place else _HEADING / height}] for place in range(max(len(pairs), 1))],
    )
    drawn: set[int] = set()
    for place, part in enumerate(parts, start=1):
        for quad in sorted(set(part["quad"])):
            bar = _draw_class(part[part["quad"] == quad], quad, named=quad not in drawn)
            figure.add_trace(bar, row=place, col=1)
            drawn.add(quad)
        _write_pair(figure, part, place)
    figure.update_layout(barmode="relative", height=height)
    if len(shown):
        # Of its own accord an axis reaches beyond its bars by half the gap between two of them.
        ends = pd.Timestamp(min(shown["month"])), pd.Timestamp(max(shown["month"]))
        first, last = ends[0] - _ASIDE, ends[1] + pd.offsets.MonthEnd(1) + _ASIDE
        figure.update_xaxes(type="date", nticks=8, range=[str(first.date()), str(last.date())])
    figure.update_yaxes(nticks=4, zeroline=True)
    return finish_figure(
        figure,
        shown,
        name="network-timelines",
        title=title,
        reading=_read_timelines(parts),
        alt="Small bar charts: pairs of actors by month, cooperation up and conflict down.",
        columns=["month", "a", "b", "class", "score", "events"],
    )


def _draw_class(rows: pd.DataFrame, quad: int, *, named: bool) -> go.Bar:
    return go.Bar(
        name=QUAD_NAMES[quad],
        legendgroup=QUAD_NAMES[quad],
        showlegend=named,
        x=[f"{month}-15" for month in rows["month"]],
        width=_MONTH,
        y=rows["score"].tolist(),
        marker=QUAD[quad].bar,
        customdata=join_ids(rows["row_ids"]),
        hovertext=[
            f"{escape(row['a'])} – {escape(row['b'])}, {row['month']}<br>{QUAD_NAMES[quad]}: "
            f"{plural(row['events'], 'event')}, score {row['score']:+g}"
            for row in list_rows(rows)
        ],
        hoverinfo="text",
    )


def _write_pair(figure: go.Figure, part: pd.DataFrame, place: int) -> None:
    first = part.iloc[0]
    axis = "" if place == 1 else str(place)
    figure.add_annotation(
        text=f"<b>{escape(first['a'])} – {escape(first['b'])}</b>",
        xref="paper",
        x=0,
        yref=f"y{axis} domain",
        y=1,
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
    )


def _read_timelines(parts: list[pd.DataFrame]) -> str:
    if not parts:
        return ""
    part = parts[0]
    by_month = part.groupby("month")["score"].agg(lambda scores: scores.abs().sum())
    busiest, first = by_month.idxmax(), part.iloc[0]
    turns = part.groupby("month")["score"].sum()
    hostile = int((turns < 0).sum())
    return (
        f"{first['a']} and {first['b']} have {plural(first['total'], 'event')} in "
        f"{plural(len(by_month), 'month')}, most by score in {busiest}; conflict outweighs "
        f"cooperation in {hostile or 'none'} of these months."
    )
