"""How charts look: one colour means one thing, and colour is never the only cue.

The colours are Okabe and Ito's or lie near them, darkened or lightened until each has a contrast of
about 3:1 or more on white and on the dark page, #14171a. A test keeps them apart.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio

from analysis.countries import name_country

# Without this, plotly.js offers to upload the chart's data to its maker's cloud.
RENDERER_CONFIG = {"showSendToCloud": False, "displaylogo": False}
pio.renderers["plotly_mimetype"].config.update(RENDERER_CONFIG)

NOTHING = "Nothing in this selection"
# So many characters leave half of a phone's width to the chart.
LINE = 30


@dataclass(frozen=True)
class Look:
    """How one meaning is drawn: colour, and for those who do not see it symbol, hatching, dash."""

    colour: str
    symbol: str
    pattern: str = ""
    dash: str = "solid"

    @property
    def bar(self) -> dict[str, Any]:
        """A bar's `marker`: hatched, full where the symbol is full, open where it is open."""
        marker = {"color": self.colour, "line": {"color": self.colour, "width": 1}}
        if not self.pattern:
            return marker
        hatching: dict[str, Any] = {"shape": self.pattern, "size": 6, "solidity": 0.3}
        if self.symbol.endswith("-open"):
            hatching |= {"fillmode": "replace"}
        else:
            hatching |= {"fillmode": "overlay", "fgcolor": "#FFFFFF", "fgopacity": 0.7}
        return {**marker, "pattern": hatching}

    @property
    def point(self) -> dict[str, Any]:
        """A point's `marker`; open symbols keep an outline that a small point does not lose."""
        return {
            "color": self.colour,
            "symbol": self.symbol,
            "size": 10,
            "opacity": 0.9,
            "line": {"color": self.colour, "width": 1.5},
        }


ACT = {
    "accuse": Look("#D55E00", "triangle-up"),
    "deny": Look("#0072B2", "x", "x", "dash"),
    "confirm": Look("#009E73", "square", "."),
    "assess": Look("#8F6BC2", "diamond", "/"),
    "warn": Look("#B4325E", "triangle-down", "\\", "dashdot"),
    "promise": Look("#3D94C9", "star", "+", "dot"),
    "request": Look("#A77B4B", "triangle-right-open", "-", "dash"),
    "praise": Look("#7F8F12", "star-open", "\\", "dot"),
    "decline": Look("#7D87B0", "x-open", "|", "longdash"),
    "say": Look("#8A8A8A", "circle"),
}
# A denial is the same thing in a statement and in a response, so it has the same look.
STANCE = {
    "alleged": Look("#C28800", "circle"),
    "denied": ACT["deny"],
    "confirmed": ACT["confirm"],
    "declined": ACT["decline"],
}
VISIT = {
    "planned": Look("#6E66D9", "circle-open", "/", "dot"),
    "ongoing": Look("#CC79A7", "diamond", "-", "dash"),
    "occurred": Look("#A2478E", "circle"),
    "postponed": Look("#B37F6B", "triangle-right-open", "|", "dashdot"),
    "cancelled": Look("#85606F", "x-open", "x", "longdash"),
}
QUAD = {
    1: Look("#39A295", "circle-open", "/", "dot"),
    2: Look("#0F7F86", "circle"),
    3: Look("#E56B75", "diamond-open", "\\", "dot"),
    4: Look("#C7263C", "diamond", "-"),
}
QUAD_NAMES = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}
QUAD_COLOURS = {quad: look.colour for quad, look in QUAD.items()}
# Series that mean nothing but themselves, and what has no class of its own.
NEUTRAL = ("#5E6B78", "#8592A0")
# A community is a shape: its actors keep the colours of what they do.
COMMUNITY_SYMBOLS = (
    "circle",
    "square",
    "diamond",
    "triangle-up",
    "pentagon",
    "hexagon",
    "star",
    "cross",
)
# Few to many, steeper where few are. The ground shines through, so it fits light and dark pages;
# numbers on the strongest have a contrast of 4.5:1.
FEW_TO_MANY = [
    [0.0, "rgba(84,122,165,0.24)"],
    [0.1, "rgba(84,122,165,0.4)"],
    [0.3, "rgba(84,122,165,0.56)"],
    [1.0, "rgba(84,122,165,0.8)"],
]

TEMPLATE = go.layout.Template(
    layout={
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "system-ui, sans-serif", "size": 13, "color": "#6B7278"},
        "title": {"x": 0, "xref": "container", "pad": {"l": 8}, "font": {"size": 17}},
        "margin": {"l": 8, "r": 16, "t": 72, "b": 8},
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": 1,
            "yanchor": "bottom",
            "traceorder": "normal",
        },
        "hoverlabel": {"align": "left", "namelength": -1},
        "hovermode": "closest",
        "bargap": 0.25,
        "xaxis": {
            "automargin": True,
            "showgrid": False,
            "zeroline": False,
            "ticks": "outside",
            "title": {"font": {"size": 13}},
        },
        "yaxis": {
            "automargin": True,
            "gridcolor": "rgba(128,136,144,0.25)",
            "zeroline": False,
            "title": {"font": {"size": 13}},
        },
        "geo": {"showframe": False, "projection": {"type": "natural earth"}, "fitbounds": False},
    }
)


def finish_figure(
    figure: go.Figure,
    counts: pd.DataFrame,
    *,
    name: str,
    title: str,
    reading: str,
    alt: str,
    columns: Sequence[str],
) -> go.Figure:
    """Give a figure its look and, in `layout.meta`, what a page needs to show it with its data.

    Takes the counts that it draws (with `row_ids`, a list of row ids a row) and `columns`: those to
    print in its data table, `first_claim` under the heading "first claim". An empty frame gives an
    empty chart that says so. Returns the figure it was given.
    """
    figure.update_layout(
        template=TEMPLATE,
        title_text=escape(title),
        height=figure.layout.height or 420,
        meta={
            "name": name,
            "reading": f"{NOTHING}." if counts.empty else reading,
            "alt": alt,
            "table": _list_table(counts, columns),
        },
    )
    if counts.empty:
        _say_nothing(figure)
    return figure


def _say_nothing(figure: go.Figure) -> None:
    figure.data = ()
    figure.update_layout(
        height=160,
        xaxis={"visible": False},
        yaxis={"visible": False},
        annotations=[
            {
                "text": NOTHING,
                "xref": "paper",
                "yref": "paper",
                "x": 0.5,
                "y": 0.5,
                "showarrow": False,
            }
        ],
    )


def _list_table(counts: pd.DataFrame, columns: Sequence[str]) -> dict[str, list[Any]]:
    cells = [
        [name_country(value) if name.endswith("country") else to_plain(value) for value in found]
        for name, found in ((name, counts[name]) for name in columns)
    ]
    return {
        "columns": [name.replace("_", " ") for name in columns],
        "rows": [list(row) for row in zip(*cells, strict=True)],
        "row_ids": [list(ids) for ids in counts["row_ids"]],
    }


def to_plain(value: Any) -> Any:
    """Turn a cell into what JSON holds: days as ISO text, what is missing as None."""
    if isinstance(value, list | tuple):
        return "; ".join(str(item) for item in value)
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return str(value.date())
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return int(value) if value.is_integer() else round(value, 3)
    return value


def join_ids(rows: Iterable[Sequence[str]]) -> list[str]:
    """Write each mark's row ids as its `customdata`."""
    return [";".join(ids) for ids in rows]


def collect_ids(ids: Iterable[Sequence[str]]) -> list[str]:
    """Put the row ids of several marks together, each once, in their order."""
    return list(dict.fromkeys(row_id for some in ids for row_id in some))


def escape(text: object) -> str:
    """Write untrusted text so that plotly shows it: it reads `<` and `&` as markup."""
    return html.escape(str(text), quote=False)


def shorten(text: object, length: int = 26) -> str:
    """Cut a label to what fits beside a chart on a phone, then escape it."""
    label = " ".join(str(text).split())
    return escape(label if len(label) <= length else f"{label[: length - 1].rstrip()}…")


def wrap(label: object) -> str:
    """Write a label on at most two lines that fit beside a chart on a phone, escaped.

    A line feed is where it breaks; without one it breaks where it grows too long.
    """
    lines = str(label).split("\n")
    if len(lines) == 1:
        lines = textwrap.wrap(lines[0], LINE, max_lines=2, placeholder="…")
    return "<br>".join(shorten(line, LINE) for line in lines)


def label_rows(figure: go.Figure, labels: Sequence[object], *, row: int = 24) -> None:
    """Write labels beside rows 0, 1, 2, … from top to bottom, and set the height for them.

    Rows are numbers, not categories: two long labels that are cut to the same text stay two rows,
    and a label that looks like a number or a day stays a label.
    """
    wrapped = [wrap(label) for label in labels]
    figure.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(labels))),
        ticktext=wrapped,
        range=[len(labels) - 0.5, -0.5],
        ticks="",
    )
    height = max(row, 36) if any("<br>" in label for label in wrapped) else row
    figure.update_layout(height=120 + height * max(len(labels), 2))


def plural(count: int, noun: str, plural_noun: str = "") -> str:
    """Write "1 visit", "2 visits", "1,200 visits"."""
    return f"{count:,} {noun if count == 1 else plural_noun or f'{noun}s'}"
