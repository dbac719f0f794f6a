"""To which community each actor belongs, period by period."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.style import (
    COMMUNITY_SYMBOLS,
    NEUTRAL,
    escape,
    finish_figure,
    join_ids,
    label_rows,
    plural,
)
from analysis.frames import list_rows


def plot_communities(communities: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw the number of each actor's community in each period; heavy where it is another one.

    Takes `network.follow_communities`; the `top` actors with most events.
    """
    totals = communities.groupby("actor_id")["events"].sum().sort_index()
    order = list(totals.sort_values(ascending=False, kind="stable").index[:top])
    shown = communities[communities["actor_id"].isin(order)]
    shown = shown.assign(
        place=[order.index(actor_id) for actor_id in shown["actor_id"]],
        moved=(shown["before"] != 0) & (shown["before"] != shown["community"]),
    )
    names = dict(zip(shown["actor_id"], shown["name"], strict=True))
    figure = go.Figure(_draw_members(shown))
    label_rows(figure, [names[actor_id] for actor_id in order], row=28)
    periods = list(dict.fromkeys(communities["period"]))
    figure.update_xaxes(
        type="category", categoryorder="array", categoryarray=periods, side="top", title_text=""
    )
    return finish_figure(
        figure,
        shown,
        name="network-communities",
        title=title,
        reading=_read_communities(shown),
        alt="Grid: actors by period, each cell the number of the actor's community.",
        columns=["period", "name", "community", "before", "events"],
    )


def _draw_members(rows: pd.DataFrame) -> go.Scatter:
    last = len(COMMUNITY_SYMBOLS)
    return go.Scatter(
        mode="markers+text",
        x=rows["period"].tolist(),
        y=rows["place"].tolist(),
        text=[str(number) for number in rows["community"]],
        textfont={"size": 11},
        marker={
            "symbol": [
                f"{COMMUNITY_SYMBOLS[min(number, last) - 1]}-open" for number in rows["community"]
            ],
            "size": 19,
            "color": NEUTRAL[0],
            "line": {"width": [3.5 if moved else 1 for moved in rows["moved"]]},
        },
        customdata=join_ids(rows["row_ids"]),
        hovertext=[_hover_member(row) for row in list_rows(rows)],
        hoverinfo="text",
        cliponaxis=False,
        showlegend=False,
    )


def _hover_member(row: dict[str, Any]) -> str:
    before = f", before {row['before']}" if row["moved"] else ""
    return (
        f"{escape(row['name'])}, {row['period']}<br>community {row['community']}{before}<br>"
        f"{plural(row['events'], 'event')}"
    )


def _read_communities(shown: pd.DataFrame) -> str:
    if shown.empty:
        return ""
    latest = shown[shown["period"] == shown["period"].iloc[-1]]
    moves = shown[shown["moved"]]
    period = latest["period"].iloc[0]
    moved = (
        f"; the last to change is {moves.iloc[-1]['name']}, from {moves.iloc[-1]['before']} to "
        f"{moves.iloc[-1]['community']} in {moves.iloc[-1]['period']}"
        if len(moves)
        else ""
    )
    return (
        f"In {period} the actors shown are in "
        f"{plural(latest['community'].nunique(), 'community', 'communities')}; "
        f"{plural(len(moves), 'time')} one of them changed its community{moved}."
    )
