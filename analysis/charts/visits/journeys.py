"""Between whom the visits went. A mark counts reports, not journeys: outlets repeat one another."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from urllib.parse import quote

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.axes import count_axis
from analysis.charts.drawing import (
    draw_flows,
    draw_matrix,
    fold_rest,
    name_key,
    regroup,
    tally,
    tell_apart,
    write_hover,
)
from analysis.charts.style import (
    FEW_TO_MANY,
    NEUTRAL,
    RENDERER_CONFIG,
    finish_figure,
    join_ids,
    plural,
)
from analysis.countries import name_countries, name_country

# States too small for the map's shapes, drawn as points: latitude, longitude.
_POINTS = {
    "AND": (42.5, 1.5),
    "ATG": (17.1, -61.8),
    "BHR": (26.0, 50.5),
    "BRB": (13.1, -59.6),
    "FSM": (6.9, 158.2),
    "GRD": (12.1, -61.7),
    "HKG": (22.3, 114.2),
    "KIR": (1.4, 173.0),
    "KNA": (17.3, -62.7),
    "LCA": (13.9, -61.0),
    "LIE": (47.2, 9.6),
    "MCO": (43.7, 7.4),
    "MDV": (3.2, 73.2),
    "MHL": (7.1, 171.2),
    "MLT": (35.9, 14.4),
    "NRU": (-0.5, 166.9),
    "PLW": (7.5, 134.6),
    "SGP": (1.35, 103.8),
    "SMR": (43.9, 12.4),
    "SYC": (-4.7, 55.5),
    "TON": (-21.1, -175.2),
    "TUV": (-8.5, 179.2),
    "VAT": (41.9, 12.45),
    "VCT": (13.2, -61.2),
    "XKX": (42.6, 20.9),
}

# The shades of the map below it: beside it they would take a fifth of a phone's width.
_SCALE = {
    "orientation": "h",
    "thickness": 8,
    "len": 0.4,
    "x": 0,
    "xanchor": "left",
    "y": 0,
    "yanchor": "top",
    "outlinewidth": 0,
    "tickangle": 0,
    "title": {"text": "reports", "side": "top"},
}


def count_journeys(visits: pd.DataFrame) -> pd.DataFrame:
    """Count reports of each visitor going to each country, most first.

    One row is one visitor and destination country: `visitor_key`, `visitor`, `visitor_country`,
    `country`, `reports`, `row_ids` (visit ids).
    """
    named = visits.assign(
        visitor_key=name_key(visits, "visitor"),
        country=visits["country"].where(visits["country"] != "", "country unsaid"),
    )
    keys = ["visitor_key", "country"]
    first = ["visitor", "visitor_country"]
    counts = tally(named, keys, count="reports", ids="visit_id", first=first).sort_values(
        ["reports", *keys], ascending=[False, True, True], ignore_index=True
    )
    return counts.assign(visitor=tell_apart(counts["visitor"], counts["visitor_key"]))


def plot_journeys(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw visitors flowing to countries; the visitors beyond `top` share one node."""
    figure = go.Figure()
    if len(counts):
        named = counts.assign(country=name_countries(counts["country"]))
        folded, visitors = fold_rest(named, "visitor", top, value="reports", rest="other visitors")
        figure.add_trace(draw_flows(folded, ["visitor", "country"], value="reports"))
        figure.update_layout(height=160 + 28 * len(visitors))
    return finish_figure(
        figure,
        counts,
        name="visits-journeys",
        title=title,
        reading=_read_journeys(counts) if len(counts) else "",
        alt="Sankey: visitors on the left, destination countries on the right.",
        columns=["visitor", "visitor_country", "country", "reports"],
    )


def _read_journeys(counts: pd.DataFrame) -> str:
    most = counts.iloc[0]
    return (
        f"{plural(int(counts['reports'].sum()), 'report')} of "
        f"{plural(counts['visitor_key'].nunique(), 'visitor')} to "
        f"{plural(counts['country'].nunique(), 'country', 'countries')}; most often "
        f"{most['visitor']} to {name_country(most['country'])}, {most['reports']:,}."
    )


def count_destinations(visits: pd.DataFrame) -> pd.DataFrame:
    """Count reports of visits to each country, most first.

    One row is one destination: `country` (ISO3; empty = unsaid), `visitors` (how many different
    ones), `reports`, `row_ids` (visit ids).
    """
    return (
        visits.assign(visitor_key=name_key(visits, "visitor"))
        .groupby("country")
        .agg(
            visitors=("visitor_key", "nunique"),
            reports=("visit_id", "size"),
            row_ids=("visit_id", list),
        )
        .reset_index()
        .sort_values(["reports", "country"], ascending=[False, True], ignore_index=True)
    )


class _WorldMap(go.Figure):  # type: ignore[misc] # plotly carries no types
    """A map that JupyterLab draws without a network: it brings the outlines of the countries."""

    def _ipython_display_(self) -> None:
        self.show(config=RENDERER_CONFIG | {"topojsonURL": _write_outlines()})


@cache
def _write_outlines() -> str:
    shapes = files("analysis").joinpath("report_template/world_110m.json")
    data = quote(shapes.read_text(encoding="utf-8"), safe='{}[]":,')
    # plotly.js adds a file's name to this address; behind "#" it is not part of the data.
    return f"data:application/json,{data}#"


def plot_destinations(counts: pd.DataFrame, *, title: str) -> go.Figure:
    """Shade the countries visited on a world map; small states are points of the same shades."""
    known = counts["country"].str.fullmatch("[A-Z]{3}") & (counts["country"] != "IGO")
    small = counts["country"].isin(list(_POINTS))
    figure = _WorldMap(_shade(counts[known & ~small], _most(counts)))
    if small.any():
        figure.add_trace(_point(counts[small], _most(counts)))
    # Nobody travels to Antarctica: without it the rest is larger.
    figure.update_geos(lataxis_range=[-56, 84])
    figure.update_layout(height=500)
    return finish_figure(
        figure,
        counts,
        name="visits-map",
        title=title,
        reading=_read_destinations(counts, int((~known).sum())) if len(counts) else "",
        alt="World map: destination countries, shade by number of reports.",
        columns=["country", "visitors", "reports"],
    )


def _most(counts: pd.DataFrame) -> int:
    return int(counts["reports"].max()) if len(counts) else 1


def _shade(counts: pd.DataFrame, most: int) -> go.Choropleth:
    return go.Choropleth(
        locations=list(counts["country"]),
        z=[int(reports) for reports in counts["reports"]],
        zmin=0,
        zmax=most,
        colorscale=FEW_TO_MANY,
        colorbar={**_SCALE, **count_axis(most)},
        marker={"line": {"width": 0.7, "color": NEUTRAL[0]}},
        customdata=join_ids(counts["row_ids"]),
        hovertext=_hover(counts),
        hoverinfo="text",
    )


def _point(counts: pd.DataFrame, most: int) -> go.Scattergeo:
    places = [_POINTS[country] for country in counts["country"]]
    return go.Scattergeo(
        mode="markers",
        lat=[latitude for latitude, _ in places],
        lon=[longitude for _, longitude in places],
        marker={
            "size": 10,
            "color": [int(reports) for reports in counts["reports"]],
            "cmin": 0,
            "cmax": most,
            "colorscale": FEW_TO_MANY,
            "line": {"width": 1, "color": NEUTRAL[0]},
        },
        customdata=join_ids(counts["row_ids"]),
        hovertext=_hover(counts),
        hoverinfo="text",
        showlegend=False,
    )


def _hover(counts: pd.DataFrame) -> list[str]:
    return [
        write_hover(
            name_country(row["country"]),
            plural(row["reports"], "report"),
            plural(row["visitors"], "visitor"),
        )
        for row in counts.to_dict("records")
    ]


def _read_destinations(counts: pd.DataFrame, unplaced: int) -> str:
    most = counts.iloc[0]
    tail = f"; {unplaced:,} of them cannot be placed on a map" if unplaced else ""
    return (
        f"{plural(len(counts), 'destination')}, most often "
        f"{name_country(most['country']) or 'unsaid'} with "
        f"{plural(int(most['reports']), 'report')}{tail}."
    )


def count_exchanges(visits: pd.DataFrame) -> pd.DataFrame:
    """Count reports of visits from each state to each country, most first.

    One row is one pair: `visitor_country`, `country`, `reports`, `row_ids` (visit ids). A visitor
    who belongs to no state, or a place that the text leaves out, is counted as "unsaid".
    """
    pairs = ["visitor_country", "country"]
    named = visits.assign(
        **{name: visits[name].where(visits[name] != "", "unsaid") for name in pairs}
    )
    return tally(named, pairs, count="reports", ids="visit_id").sort_values(
        ["reports", *pairs], ascending=[False, True, True], ignore_index=True
    )


def plot_exchanges(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw visitors' states against countries visited; those beyond `top` share a line."""
    figure = go.Figure()
    if len(counts):
        pairs = ("visitor_country", "country")
        named = counts.assign(**{name: name_countries(counts[name]) for name in pairs})
        folded, states = fold_rest(
            named, "visitor_country", top, value="reports", rest="other states"
        )
        folded, countries = fold_rest(
            folded, "country", top, value="reports", rest="other countries"
        )
        figure = draw_matrix(
            regroup(folded, ["visitor_country", "country"], value="reports"),
            row="visitor_country",
            column="country",
            value="reports",
            rows=states,
            columns=countries,
            most=_most(counts),
        )
        figure.update_xaxes(
            type="category", side="top", ticks="", tickangle=-90 if len(countries) > 6 else 0
        )
    return finish_figure(
        figure,
        counts,
        name="visits-exchanges",
        title=title,
        reading=_read_exchanges(counts) if len(counts) else "",
        alt="Heat map: the visitors' states down, the countries visited across, shade by reports.",
        columns=["visitor_country", "country", "reports"],
    )


def _read_exchanges(counts: pd.DataFrame) -> str:
    pairs = set(zip(counts["visitor_country"], counts["country"], strict=True))
    both = sum((b, a) in pairs for a, b in pairs if a < b)
    most = counts.iloc[0]
    state, country = name_country(most["visitor_country"]), name_country(most["country"])
    return (
        f"{plural(len(counts), 'pair')}, {both:,} of them in both directions; most often "
        f"{state} to {country}, {plural(int(most['reports']), 'report')}."
    )
