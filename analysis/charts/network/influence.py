"""Who gained influence between two periods, through whom, and on whose word."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.axes import count_axis, share_axis
from analysis.charts.network.change import draw_dumbbells
from analysis.charts.style import (
    NEUTRAL,
    Look,
    escape,
    finish_figure,
    join_ids,
    label_rows,
    plural,
)
from analysis.frames import list_rows
from analysis.network import VOICES

# Whose word it is has no colour of its own: the fuller the bar, the further from the actor.
_WORDS = dict(
    zip(
        VOICES,
        (
            Look(NEUTRAL[0], "circle-open", "/"),
            Look(NEUTRAL[0], "circle-open", "x"),
            Look(NEUTRAL[0], "circle", "."),
            Look(NEUTRAL[0], "circle"),
        ),
        strict=True,
    )
)
_PARTNERS = 3

Row = Mapping[str, Any]


def plot_influence(influence: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw each actor's share of all cooperation in both periods, and its ranks.

    Takes `network.compare_influence`; the `top` greatest changes, gains first.
    """
    changed = influence[influence["gain"] != 0]
    order = changed["gain"].abs().sort_values(ascending=False, kind="stable").index[:top]
    shown = changed.loc[changed.index.isin(order)]
    shown = shown.assign(place=range(len(shown)))
    figure = draw_dumbbells(
        shown, "share", _hover_share, [_write_rank(r) for r in list_rows(shown)]
    )
    label_rows(figure, shown["name"].tolist(), row=30)
    most = max([*shown["share_before"], *shown["share_after"]], default=0)
    figure.update_xaxes(title_text="percent of all cooperation", **share_axis(most))
    return finish_figure(
        figure,
        shown,
        name="network-influence",
        title=title,
        reading=_read_influence(influence),
        alt="Dumbbells: actors by their share of all cooperation before and after.",
        columns=[
            "name",
            "change",
            "gain",
            "share_before",
            "share_after",
            "rank_before",
            "rank_after",
        ],
    )


def plot_gains(gains: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw through whom each actor gained, a row a partner, divided by whose word it rests on.

    Takes `network.explain_gains`; at most three partners an actor and `top` rows.
    """
    shown = _choose_rows(gains, top)
    told = [word for word in VOICES if (shown["whose_word"] == word).any()]
    figure = go.Figure([_draw_word(shown[shown["whose_word"] == word], word) for word in told])
    rows = shown.drop_duplicates("place")
    labels = [f"{row['actor']}\nthrough {row['partner']}" for row in list_rows(rows)]
    label_rows(figure, labels, row=38)
    # Of a single voice, too: whose word it is must be said.
    figure.update_layout(barmode="stack", showlegend=True)
    most = rows["gain"].max() if len(rows) else 1
    figure.update_xaxes(title_text="points gained, by whose word", **count_axis(most))
    return finish_figure(
        figure,
        shown,
        name="network-gains",
        title=title,
        reading=_read_gains(gains),
        alt="Stacked bars: actors and partners by points gained, divided by whose word says so.",
        columns=["actor", "partner", "total", "gain", "points", "whose_word", "voices", "events"],
    )


def _choose_rows(gains: pd.DataFrame, top: int) -> pd.DataFrame:
    """Keep the greatest partners of the greatest gainers, each pair with its `place`."""
    pairs = gains.drop_duplicates(["actor_id", "partner_id"])
    kept = pairs[pairs.groupby("actor_id").cumcount() < _PARTNERS].head(top)
    places = {
        pair: place
        for place, pair in enumerate(zip(kept["actor_id"], kept["partner_id"], strict=True))
    }
    ends = zip(gains["actor_id"], gains["partner_id"], strict=True)
    placed = gains.assign(place=[places.get(pair, -1) for pair in ends])
    return placed[placed["place"] >= 0]


def _draw_word(rows: pd.DataFrame, word: str) -> go.Bar:
    return go.Bar(
        name=word,
        orientation="h",
        x=rows["points"].tolist(),
        y=rows["place"].tolist(),
        marker=_WORDS[word].bar,
        customdata=join_ids(rows["row_ids"]),
        hovertext=[
            f"{escape(row['actor'])} through {escape(row['partner'])}: {row['points']:+.1f} points"
            f"<br>{word}: {escape(row['voices'])}<br>{plural(row['events'], 'event')}"
            for row in list_rows(rows)
        ],
        hoverinfo="text",
    )


def _hover_share(row: Row, side: str) -> str:
    return (
        f"{escape(row['name'])}, {side}<br>{row[f'share_{side}']:.1f}% of all cooperation, "
        f"rank {row[f'rank_{side}']}"
    )


def _write_rank(row: Row) -> str:
    if row["change"] in ("appeared", "vanished"):
        return str(row["change"])
    if row["rank_before"] == row["rank_after"]:
        return f"still rank {row['rank_after']}"
    return f"rank {row['rank_before']} → {row['rank_after']}"


def _read_influence(influence: pd.DataFrame) -> str:
    counts = influence["change"].value_counts()
    gained = influence[influence["gain"] > 0]
    kinds = ", ".join(f"{count} {change}" for change, count in sorted(counts.items()))
    if gained.empty:
        return f"Of {plural(len(influence), 'actor')}, none gained: {kinds}."
    first = gained.iloc[0]
    return (
        f"{first['name']} gained most, from {first['share_before']:.0f}% to "
        f"{first['share_after']:.0f}% of all cooperation; of {plural(len(influence), 'actor')}, "
        f"{kinds}."
    )


def _read_gains(gains: pd.DataFrame) -> str:
    if gains.empty:
        return ""
    first = gains.iloc[0]
    told = gains[
        (gains["actor_id"] == first["actor_id"]) & (gains["partner_id"] == first["partner_id"])
    ]
    most = told.loc[told["points"].idxmax()]
    alone = "only " if len(told) == 1 else "most of it "
    return (
        f"{first['actor']} gained {first['total']:.1f} points, {first['gain']:.1f} of them through "
        f"{first['partner']}, {alone}on the word of {_WHOSE[most['whose_word']]} "
        f"({textwrap.shorten(most['voices'], 90, placeholder=' …')})."
    )


_WHOSE = dict(
    zip(VOICES, ("its own side", "its partner's side", "others", "the media"), strict=True)
)
