"""How much is claimed: ranges as claimed, never added up and never averaged."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.axes import amount_axis, spans_magnitudes
from analysis.charts.drawing import draw_points, name_key, rank, write_hover
from analysis.charts.style import NEUTRAL, Look, finish_figure, plural
from analysis.charts.transfer_allegations.claims import select_claims
from analysis.charts.transfer_allegations.panels import lay_panels, name_rows

# Length of the arrow at an open end, as a part of its panel.
_ARROW = 0.12
# Ranges of one unit that are drawn at most, the most claimed; the others are in the table.
_MOST_RANGES = 100
_RANGE = Look(NEUTRAL[0], "circle")


def count_quantities(allegations: pd.DataFrame) -> pd.DataFrame:
    """Count the claims of each quantity: same claimant, supplier, recipient, item class and range.

    One row is one claimed range: `claimant_key`, `claimant`, `claimant_country`, `supplier`,
    `recipient`, `category`, `item`, `unit`, `low` and `high` (empty = that end is open), `first`
    and `last` (publication dates, empty = undated), `claims`, `row_ids` (allegation ids). The units
    and claimants with most claims first.
    """
    claims = select_claims(allegations)
    told = claims.dropna(subset=["quantity_low", "quantity_high"], how="all")
    keys = ["unit", "claimant_key", "supplier", "recipient", "category", "low", "high"]
    counts = (
        told.assign(
            claimant_key=name_key(told, "claimant"),
            claimant=told["claimant"].where(told["claimant"] != "", "nobody named"),
            low=told["quantity_low"],
            high=told["quantity_high"],
            unit=told["unit"].where(told["unit"] != "", "unit unsaid"),
        )
        .groupby(keys, dropna=False)
        .agg(
            claimant=("claimant", "first"),
            claimant_country=("claimant_country", "first"),
            item=("item", "first"),
            first=("published", "min"),
            last=("published", "max"),
            claims=("allegation_id", "size"),
            row_ids=("allegation_id", list),
        )
        .reset_index()
    )
    for key in ("claimant_key", "unit"):
        order = {name: place for place, name in enumerate(rank(counts, key, value="claims"))}
        counts = counts.sort_values(
            key, key=lambda names, order=order: names.map(order), kind="stable"
        )
    return counts.reset_index(drop=True)


def plot_quantities(
    counts: pd.DataFrame, *, title: str, units: int = 5, top: int = 25
) -> go.Figure:
    """Draw claimed ranges, a panel for each of the `units` claimed most and a row a claimant.

    A bar runs from the low to the high end of a range; an arrow is an end that the text leaves
    open. Each panel has at most `top` claimants.
    """
    panels = [
        _place_claimants(counts[counts["unit"] == unit], top)
        for unit in list(dict.fromkeys(counts["unit"]))[:units]
    ]
    figure = lay_panels(panels, [panel["unit"].iloc[0] for panel in panels])
    for number, panel in enumerate(panels, start=1):
        _draw_panel(figure, panel, number)
    return finish_figure(
        figure,
        counts,
        name="allegations-quantities",
        title=title,
        reading=_read_quantities(counts, panels) if len(counts) else "",
        alt="Ranges: claimants down, quantities across, a panel for each unit.",
        columns=[
            "claimant",
            "claimant_country",
            "supplier",
            "recipient",
            "category",
            "item",
            "low",
            "high",
            "unit",
            "first",
            "last",
            "claims",
        ],
    )


def _place_claimants(panel: pd.DataFrame, top: int) -> pd.DataFrame:
    """Keep the `top` claimants of a unit and give each a row."""
    claimants = {
        key: row for row, key in enumerate(rank(panel, "claimant_key", value="claims")[:top])
    }
    kept = panel[panel["claimant_key"].isin(list(claimants))]
    most = kept["claims"].sort_values(ascending=False, kind="stable").index[:_MOST_RANGES]
    kept = kept.loc[kept.index.isin(most)]
    return kept.assign(row=[claimants[key] for key in kept["claimant_key"]])


def _draw_panel(figure: go.Figure, panel: pd.DataFrame, number: int) -> None:
    ends = pd.concat([panel["low"], panel["high"]])
    figure.update_xaxes(amount_axis(ends), row=number)
    name_rows(figure, panel, "claimant", number)
    figure.add_trace(_draw_ranges(panel), row=number, col=1)
    for arrow in _draw_open_ends(panel, spans_magnitudes(ends)):
        figure.add_trace(arrow, row=number, col=1)


def _draw_ranges(rows: pd.DataFrame) -> go.Scatter:
    """Draw a point at the end that is said, or the low end, and a bar up to the high end."""
    at = rows["low"].where(rows["low"].notna(), rows["high"])
    lengths = [
        round(float(high - low), 3) for low, high in zip(at, rows["high"].fillna(at), strict=True)
    ]
    points = draw_points(
        rows,
        x=[round(float(value), 3) for value in at],
        y=rows["row"].tolist(),
        look=_RANGE,
        name="claimed",
        hover=_hover(rows),
    )
    return points.update(
        error_x={
            "array": lengths,
            "arrayminus": [0.0] * len(lengths),
            "symmetric": False,
            "thickness": 5,
            "width": 0,
            "color": NEUTRAL[0],
        },
    )


def _draw_open_ends(panel: pd.DataFrame, logarithmic: bool) -> Iterator[go.Scatter]:
    """Draw a dotted line with an open arrowhead from each point whose other end is left open."""
    ends = pd.concat([panel["low"], panel["high"]]).dropna()
    for said, left_open, symbol, way in (
        ("low", "high", "triangle-right-open", 1),
        ("high", "low", "triangle-left-open", -1),
    ):
        rows = panel[panel[left_open].isna()]
        if rows.empty:
            continue
        values = [float(value) for value in rows[said]]
        tips = [_reach(value, ends, way, logarithmic) for value in values]
        yield _draw_shafts(values, tips, rows["row"].tolist())
        yield draw_points(
            rows,
            x=tips,
            y=rows["row"].tolist(),
            look=Look(NEUTRAL[0], symbol),
            name="no upper end" if way > 0 else "no lower end",
            hover=_hover(rows),
        )


def _reach(value: float, ends: pd.Series[float], way: int, logarithmic: bool) -> float:
    """Return where an arrow ends: the text gives it no length, so all in a panel have the same."""
    if logarithmic:
        ratio = float(ends.max()) / float(ends.min())
        return round(value * math.pow(ratio, way * _ARROW), 3)
    return round(max(value + way * _ARROW * float(ends.max()), 0.0), 3)


def _draw_shafts(values: Sequence[float], tips: Sequence[float], rows: Sequence[int]) -> go.Scatter:
    return go.Scatter(
        mode="lines",
        x=[x for value, tip in zip(values, tips, strict=True) for x in (value, tip, None)],
        y=[y for row in rows for y in (row, row, None)],
        line={"color": NEUTRAL[0], "width": 1.5, "dash": "dot"},
        hoverinfo="skip",
    )


def _hover(rows: pd.DataFrame) -> list[str]:
    return [
        write_hover(
            row["claimant"],
            f"{_write_range(row['low'], row['high'])} {row['unit']}",
            f"{row['supplier']} → {row['recipient']}",
            _write_days(row["first"], row["last"]),
            plural(row["claims"], "claim"),
        )
        for row in rows.to_dict("records")
    ]


def _write_days(first: Any, last: Any) -> str:
    days = [str(day.date()) for day in (first, last) if not pd.isna(day)]
    return " – ".join(dict.fromkeys(days)) or "undated"


def _write_range(low: Any, high: Any) -> str:
    if pd.isna(high):
        return f"at least {low:,.10g}"
    if pd.isna(low):
        return f"up to {high:,.10g}"
    return f"{low:,.10g}" if low == high else f"{low:,.10g}–{high:,.10g}"


def _read_quantities(counts: pd.DataFrame, panels: Sequence[pd.DataFrame]) -> str:
    open_ends = int((counts["low"].isna() | counts["high"].isna()).sum())
    units = counts["unit"].nunique()
    tail = f"; the {len(panels)} most frequent are drawn" if units > len(panels) else ""
    hidden = len(counts) - sum(map(len, panels))
    table = f", {plural(hidden, 'quantity', 'quantities')} not drawn" if hidden else ""
    leave = f"; {open_ends:,} {'leaves' if open_ends == 1 else 'leave'} one end open"
    return (
        f"{plural(len(counts), 'quantity', 'quantities')} claimed in {plural(units, 'unit')}{tail}"
        f"{table}{leave if open_ends else ''}."
    )
