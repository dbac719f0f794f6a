"""How much is claimed of a case over time, a line a claimant: do the numbers grow, who leads?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.axes import amount_axis, day_axis
from analysis.charts.drawing import draw_points, rank, write_hover
from analysis.charts.style import COMMUNITY_SYMBOLS, NEUTRAL, Look, escape, finish_figure, plural
from analysis.charts.transfer_allegations.panels import lay_panels
from analysis.ledgers import pick_quantities

_PANEL = 220
# What stands beside a mark whose other end the text leaves open.
_OPEN = {"quantity_high": " ≥", "quantity_low": " ≤"}
_OTHERS = "others"


def count_amounts(ledgers: pd.DataFrame) -> pd.DataFrame:
    """List the claims with a quantity of a case and unit, most claims first, then by claimant.

    Takes what `count_ledgers` gives. One row is one claim: `case`, `unit`, `panel` (both, as an
    id), `who`, `published`, `quantity_low`, `quantity_high` (empty = that end is open), `quantity`
    (both, written), `outlet`, `origin`, `row_ids`.
    """
    named = ledgers.assign(
        unit=ledgers["unit"].where(ledgers["unit"] != "", "unit unsaid"),
        who=ledgers["who"].where(ledgers["who"] != "", "nobody named"),
        claims=1,
    )
    named["panel"] = named["case_id"] + " " + named["unit"]
    told = pick_quantities(named, "panel", "who")
    places = {panel: at for at, panel in enumerate(rank(told, "panel", value="claims"))}
    order = told["panel"].map(places).sort_values(kind="stable").index
    return told.loc[order].drop(columns="claims").reset_index(drop=True)


def plot_amounts(amounts: pd.DataFrame, *, title: str, panels: int = 4) -> go.Figure:
    """Draw a panel for each of the `panels` cases and units with most claims, two at least.

    A line is a claimant, a mark a claim on its publication date with a bar from low to high; "≥"
    and "≤" stand where an end is open. The claimants with most claims have a symbol each.
    """
    dated = amounts.dropna(subset="published")
    # One claim does not grow: it stands among the claimed quantities.
    several = dated[dated.duplicated("panel", keep=False)]
    names = list(dict.fromkeys(several["panel"]))[:panels]
    drawn = _give_symbols(several[several["panel"].isin(names)])
    frames = [drawn[drawn["panel"] == name] for name in names]
    heads = [f"{frame['case'].iloc[0]}: {frame['unit'].iloc[0]}" for frame in frames]
    figure = lay_panels(frames, heads, [_PANEL] * len(frames))
    told: set[str] = set()
    for number, frame in enumerate(frames, start=1):
        for (name, symbol), claims in frame.groupby(["line", "symbol"], sort=False):
            line = _draw_claims(claims, str(name), str(symbol))
            line.update(legendgroup=escape(name), showlegend=name not in told)
            figure.add_trace(line, row=number, col=1)
            told.add(str(name))
        figure.update_xaxes(day_axis(frame["published"]), row=number)
        ends = pd.concat([frame["quantity_low"], frame["quantity_high"]])
        figure.update_yaxes(amount_axis(ends), row=number)
    figure.update_layout(showlegend=bool(frames))
    return finish_figure(
        figure,
        amounts,
        name="allegations-amounts",
        title=title,
        reading=_read_amounts(amounts, frames) if len(amounts) else "",
        alt="Lines: a panel a case and unit, dates across, quantities up, a line a claimant.",
        columns=["case", "unit", "who", "published", "quantity", "outlet", "origin"],
    )


def _give_symbols(drawn: pd.DataFrame) -> pd.DataFrame:
    """Give each claimant a line and a symbol of its own, as many as there are symbols."""
    most = rank(drawn.assign(claims=1), "who", value="claims")[: len(COMMUNITY_SYMBOLS) - 1]
    symbols = dict(zip(most, COMMUNITY_SYMBOLS, strict=False))
    line = drawn["who"].where(drawn["who"].isin(most), _OTHERS)
    return drawn.assign(line=line, symbol=[symbols.get(name, "circle-open") for name in line])


def _draw_claims(claims: pd.DataFrame, name: str, symbol: str) -> go.Scatter:
    low, high = claims["quantity_low"], claims["quantity_high"]
    at = low.where(low.notna(), high)
    points = draw_points(
        claims,
        x=[str(day.date()) for day in claims["published"]],
        y=[float(value) for value in at],
        look=Look(NEUTRAL[0], symbol),
        name=name,
        hover=[_hover(row) for row in claims.to_dict("records")],
    )
    return points.update(
        mode="markers+text" if name == _OTHERS else "lines+markers+text",
        line={"color": NEUTRAL[1], "width": 1},
        text=[_mark_open(row) for row in claims.to_dict("records")],
        textposition="middle right",
        error_y={
            "array": [float(length) for length in (high - at).fillna(0)],
            "arrayminus": [0.0] * len(claims),
            "symmetric": False,
            "color": NEUTRAL[0],
        },
    )


def _mark_open(row: Any) -> str:
    return next((mark for end, mark in _OPEN.items() if pd.isna(row[end])), "")


def _hover(row: Any) -> str:
    amount = f"{row['quantity']} {row['unit']}"
    return write_hover(row["who"], amount, row["published"].date(), f"in {row['outlet']}")


def _read_amounts(amounts: pd.DataFrame, frames: Sequence[pd.DataFrame]) -> str:
    hidden = len(amounts) - sum(map(len, frames))
    table = f"; {plural(hidden, 'claim')} not drawn" if hidden else ""
    if not frames:
        return f"No case has two dated claims of a quantity in one unit{table}."
    frame = frames[0].sort_values("published", kind="stable")
    first, last = frame.iloc[0], frame.iloc[-1]
    said = f"{first['who']} said {first['quantity']} on {first['published'].date()}"
    said += f", {last['who']} {last['quantity']} on {last['published'].date()}"
    return f"Of {frame['case'].iloc[0]}, in {frame['unit'].iloc[0]}: {said}{table}."
