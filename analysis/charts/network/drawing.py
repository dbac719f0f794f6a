"""The network as a drawing: actors as points, what they do to one another as arcs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.network.exploring import (
    ARROWS,
    MOST_ARCS,
    MOST_DRAWN,
    STEPS,
    SWING,
    SWING_CLAIM,
    WIDTHS,
    complete_network,
)
from analysis.charts.network.names import place_names
from analysis.charts.style import (
    COMMUNITY_SYMBOLS,
    LINE,
    NEUTRAL,
    QUAD_COLOURS,
    QUAD_NAMES,
    escape,
    finish_figure,
    join_ids,
    plural,
    shorten,
)
from analysis.frames import list_rows
from analysis.network import FACT

Place = tuple[float, float]


def plot_network(
    links: pd.DataFrame,
    actors: pd.DataFrame,
    *,
    title: str,
    top: int = 25,
    name: str = "network",
    zoom: bool = False,
    explore: Mapping[str, Any] | None = None,
) -> go.Figure:
    """Draw who acts towards whom: an arc with an arrow a direction, dashed where only alleged.

    Takes `network.count_links` and `count_actors` of one network. Size says how many events an
    actor is in, colour of an arc what most of its events are, the symbol of an actor its community.
    The `top` actors are named; `name` tells two drawings on one page apart. At most MOST_DRAWN
    actors and MOST_ARCS ties are drawn, the strongest. `zoom` stretches a part of a larger drawing
    to its square. With `explore`, from `hold_network`, its readers can search and filter it.
    """
    placed = _stretch(actors) if zoom else actors
    shown = placed.head(MOST_DRAWN)
    between = links[
        links["actor_id"].isin(shown["actor_id"]) & links["recipient_id"].isin(shown["actor_id"])
    ]
    drawn = between.head(MOST_ARCS)
    arcs = list(_lay_arcs(drawn, shown))
    figure = go.Figure([*_draw_lines(arcs), *_draw_arrows(arcs), *_draw_actors(shown, top)])
    hidden: dict[str, Any] = {"visible": False, "range": [-1.25, 1.25]}
    figure.update_layout(xaxis=hidden, yaxis=hidden, height=640)
    finish_figure(
        figure,
        between,
        name=name,
        title=title,
        reading=_read_network(drawn, shown, len(actors), len(links)),
        alt="Network: one point an actor, one arc a direction between two actors.",
        columns=[
            "actor",
            "recipient",
            "told",
            "standing",
            "types",
            "events",
            "sources",
            "first",
            "last",
        ],
    )
    if explore and figure.data:
        told = bool((links["told"] != FACT).any())
        sides = [*figure.data[-1].textposition]
        held = complete_network(explore, placed, alleged=told, names=top, sides=sides)
        figure.layout.meta = {**figure.layout.meta, "network": held}
    return figure


def _stretch(actors: pd.DataFrame) -> pd.DataFrame:
    """Move places so that they fill the square, each still left and right, above and below."""
    stretched = {}
    for axis in ("x", "y"):
        least, span = actors[axis].min(), actors[axis].max() - actors[axis].min()
        stretched[axis] = (2 * (actors[axis] - least) / span - 1).round(3) if span else 0.0
    return actors.assign(**stretched)


@dataclass(frozen=True)
class _Arc:
    """One link with its curve."""

    link: Mapping[str, Any]
    curve: list[Place]
    label: str

    @property
    def is_fact(self) -> bool:
        return bool(self.link["told"] == FACT)

    @property
    def width(self) -> float:
        return next(width for least, width in WIDTHS if self.link["events"] >= least)


def _lay_arcs(links: pd.DataFrame, actors: pd.DataFrame) -> Iterator[_Arc]:
    places = {
        actor_id: (x, y)
        for actor_id, x, y in zip(actors["actor_id"], actors["x"], actors["y"], strict=True)
    }
    for link in list_rows(links):
        swing = SWING if link["told"] == FACT else SWING_CLAIM
        curve = _bend(places[link["actor_id"]], places[link["recipient_id"]], swing)
        yield _Arc(link, curve, _label_link(link))


def _bend(start: Place, end: Place, swing: float) -> list[Place]:
    """Return the points of an arc that swings out to the right of its direction."""
    across = (end[1] - start[1], start[0] - end[0])
    pull = [(start[i] + end[i]) / 2 + 2 * swing * across[i] for i in (0, 1)]
    points = []
    for step in range(STEPS + 1):
        t = step / STEPS
        x, y = ((1 - t) ** 2 * start[i] + 2 * t * (1 - t) * pull[i] + t**2 * end[i] for i in (0, 1))
        points.append((round(x, 4), round(y, 4)))
    return points


def _label_link(link: Mapping[str, Any]) -> str:
    told = "" if link["told"] == FACT else " (alleged)"
    return (
        f"{escape(link['actor'])} → {escape(link['recipient'])}{told}<br>{link['types']}"
        f"<br>{plural(link['events'], 'event')}, {plural(link['sources'], 'outlet')}"
        f"{'<br>cases: ' if link['standing'] else ''}{link['standing']}"
    )


def _draw_lines(arcs: list[_Arc]) -> Iterator[go.Scatter]:
    """Draw the arcs, a trace for each look; they only connect, the arrows are the marks."""
    looks = sorted({(arc.link["quad"], not arc.is_fact, arc.width) for arc in arcs})
    named = set()
    for quad, alleged, width in looks:
        same = [
            arc
            for arc in arcs
            if (arc.link["quad"], not arc.is_fact, arc.width) == (quad, alleged, width)
        ]
        points = [point for arc in same for point in (*arc.curve, (None, None))]
        yield go.Scatter(
            x=[x for x, _ in points],
            y=[y for _, y in points],
            mode="lines",
            name=QUAD_NAMES[quad] + (", alleged" if alleged else ""),
            legendgroup=f"{quad} {alleged}",
            showlegend=(quad, alleged) not in named,
            line={
                "color": QUAD_COLOURS[quad],
                "width": width,
                "dash": "6px,4px" if alleged else "solid",
            },
            hoverinfo="skip",
        )
        named.add((quad, alleged))


def _draw_arrows(arcs: list[_Arc]) -> Iterator[go.Scatter]:
    """Draw an arrow in the middle of each arc: what a reader points at, and what it leads to."""
    for quad, alleged in sorted({(arc.link["quad"], not arc.is_fact) for arc in arcs}):
        same = [a for a in arcs if (a.link["quad"], not a.is_fact) == (quad, alleged)]
        # A point without size just before each arrow turns it the right way at any page width.
        points = [arc.curve[step] for arc in same for step in (STEPS // 2 - 1, STEPS // 2)]
        yield go.Scatter(
            x=[x for x, _ in points],
            y=[y for _, y in points],
            mode="markers",
            name=QUAD_NAMES[quad],
            legendgroup=f"{quad} {alleged}",
            showlegend=False,
            marker={
                "symbol": ARROWS[quad],
                "angleref": "previous",
                "size": [size for arc in same for size in (0, 9 + arc.width)],
                "color": QUAD_COLOURS[quad],
                "opacity": 1,
                "line": {"width": 1.5, "color": QUAD_COLOURS[quad]},
            },
            customdata=join_ids(arc.link["row_ids"] for arc in same for _ in (0, 1)),
            hovertext=[arc.label for arc in same for _ in (0, 1)],
            hoverinfo="text",
        )


def _draw_actors(actors: pd.DataFrame, top: int) -> Iterator[go.Scatter]:
    if actors.empty:
        return
    most = actors["events"].max()
    names = [escape(name) for name in actors["name"]]
    named = [str(name) if rank < top else "" for rank, name in enumerate(actors["name"])]
    sides = place_names(named, list(zip(actors["x"], actors["y"], strict=True)))
    # The smallest communities share the last symbol.
    last = len(COMMUNITY_SYMBOLS)
    symbols = [COMMUNITY_SYMBOLS[min(number, last) - 1] for number in actors["community"]]
    yield go.Scatter(
        x=actors["x"].tolist(),
        y=actors["y"].tolist(),
        mode="markers+text",
        name="actors",
        showlegend=False,
        text=[f"<b>{shorten(name, LINE)}</b>" if name else "" for name in named],
        textposition=sides,
        cliponaxis=False,
        marker={
            "symbol": symbols,
            "size": [round(10 + 20 * (events / most) ** 0.5, 1) for events in actors["events"]],
            "color": NEUTRAL[0],
            "opacity": 1,
            "line": {"width": 1.5, "color": NEUTRAL[1]},
        },
        customdata=join_ids(actors["row_ids"]),
        hovertext=[
            f"{name}<br>{plural(events, 'event')}, tied to {degree}, community {community}"
            for name, events, degree, community in zip(
                names, actors["events"], actors["degree"], actors["community"], strict=True
            )
        ],
        hoverinfo="text",
    )


def _read_network(links: pd.DataFrame, actors: pd.DataFrame, total: int, ties: int) -> str:
    if links.empty:
        return "No event in this selection ties two actors."
    first = links.iloc[0]
    acts = "acts" if first["told"] == FACT else "is alleged to act"
    alleged = int((links["told"] != FACT).sum())
    cut = f" (the strongest of {total:,} actors and {ties:,} ties)" if ties > len(links) else ""
    return (
        f"{plural(len(actors), 'actor')} and {plural(len(links), 'directed tie')}"
        f"{f', {alleged} of them only alleged' if alleged else ''}{cut}; "
        f"most often {first['actor']} {acts} towards {first['recipient']}, "
        f"in {plural(first['events'], 'event')}."
    )
