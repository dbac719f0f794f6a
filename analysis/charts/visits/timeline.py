"""Who is reported to have gone where, and when."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.axes import day_axis
from analysis.charts.binning import bin_points, tell_span
from analysis.charts.drawing import (
    draw_points,
    name_key,
    rank,
    size_points,
    write_hover,
)
from analysis.charts.style import (
    VISIT,
    finish_figure,
    join_ids,
    label_rows,
    plural,
)
from analysis.countries import name_country
from analysis.frames import list_rows

_DAY = pd.Timedelta(days=1)
# A visit told as history would press all others against the edge: it is left to the table.
_HISTORY = pd.Timedelta(days=366)
_LANE = 0.15
_PERIODS = {4: "Y", 7: "M", 10: "D"}


def count_timeline(visits: pd.DataFrame) -> pd.DataFrame:
    """Count the reports of each visit: same visitor, country, dates and status.

    One row is one visit as reported: `visitor_key`, `visitor`, `visitor_country`, `country`,
    `city`, `host`, `date`, `date_end`, `precision`, `status`, `begins` and `ends` (the first day,
    and the day after the last that it may have been; empty = unresolved), `reports`,
    `first_report`, `row_ids` (visit ids). Earliest first, unresolved last.
    """
    keys = ["visitor_key", "country", "date", "date_end", "status"]
    first = ("visitor", "visitor_country", "city", "host")
    said = {name: visits[name].where(visits[name] != "") for name in first}
    named = visits.assign(visitor_key=name_key(visits, "visitor"), **said)
    counts = (
        named.groupby(keys)
        .agg(
            **{name: (name, "first") for name in first},
            precision=("date_precision", "first"),
            reports=("visit_id", "size"),
            first_report=("published", "min"),
            row_ids=("visit_id", list),
        )
        .reset_index()
        .fillna(dict.fromkeys(first, ""))
    )
    spans = [_span(*dates) for dates in zip(counts["date"], counts["date_end"], strict=True)]
    counts["begins"] = pd.to_datetime(pd.Series([begin for begin, _ in spans], dtype="object"))
    counts["ends"] = pd.to_datetime(pd.Series([end for _, end in spans], dtype="object"))
    # What is told as over, "in May" or "this year", was so on the day of the report.
    told = counts["first_report"] + _DAY
    over = (counts["status"] == "occurred") & (told > counts["begins"]) & (told < counts["ends"])
    counts["ends"] = counts["ends"].mask(over, told)
    return counts.sort_values(["begins", *keys], ignore_index=True)


@cache
def _span(date: str, date_end: str) -> tuple[Any, Any]:
    """Return the first day and the day after the last, or NaT twice."""
    if len(date) not in _PERIODS:
        return pd.NaT, pd.NaT
    last = date_end if len(date_end) in _PERIODS else date
    begin = pd.Period(date, freq=_PERIODS[len(date)]).start_time
    return begin, pd.Period(last, freq=_PERIODS[len(last)]).end_time.normalize() + _DAY


def plot_timeline(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw a row a visitor and a mark a visit: a point, and a bar where it took several days.

    A pale bar says that the visit fell somewhere within it. The `top` visitors are drawn, those
    most reported; unresolved dates are left to `plot_undated`.
    """
    dated = counts.dropna(subset="begins")
    recent = dated[dated["ends"] >= dated["first_report"].min() - _HISTORY]
    visitors = rank(recent, "visitor_key", value="reports")[:top]
    drawn = recent[recent["visitor_key"].isin(visitors)]
    names = dict(zip(drawn["visitor_key"], drawn["visitor"], strict=True))
    rows = {key: row for row, key in enumerate(visitors)}
    binned, span = bin_points(drawn, ["visitor_key", "status"], "begins", value="reports")
    binned = binned.assign(visitor=[names[key] for key in binned["visitor_key"]])
    add = _add_spans if span else _add_status
    figure = go.Figure()
    for lane, status in enumerate(VISIT):
        of_status = binned[binned["status"] == status]
        if len(of_status):
            add(figure, of_status, rows, status, (lane - 2) * _LANE)
    label_rows(figure, [names[key] for key in visitors], row=30)
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(day_axis([*binned["begins"], *binned["ends"]], nticks=9))
    return finish_figure(
        figure,
        dated,
        name="visits-timeline",
        title=title,
        reading=_read_timeline(dated, drawn, span),
        alt="Timeline: visitors down, dates across, a mark for each visit that tells its status.",
        columns=[
            "visitor",
            "visitor_country",
            "country",
            "city",
            "host",
            "date",
            "date_end",
            "precision",
            "status",
            "reports",
        ],
    )


def _add_status(
    figure: go.Figure, visits: pd.DataFrame, rows: dict[str, int], status: str, lane: float
) -> None:
    long = visits[visits["ends"] - visits["begins"] > _DAY]
    if len(long):
        figure.add_trace(
            go.Bar(
                orientation="h",
                base=[str(day.date()) for day in long["begins"]],
                x=[
                    int((end - begin) / pd.Timedelta(milliseconds=1))
                    for begin, end in zip(long["begins"], long["ends"], strict=True)
                ],
                y=[rows[key] + lane for key in long["visitor_key"]],
                width=_LANE,
                marker={
                    **VISIT[status].bar,
                    "opacity": [0.9 if to_day else 0.3 for to_day in long["precision"] == "day"],
                },
                customdata=join_ids(long["row_ids"]),
                hovertext=_hover(long),
                hoverinfo="text",
                name=status,
                legendgroup=status,
                showlegend=False,
            )
        )
    middles = visits["begins"] + (visits["ends"] - visits["begins"]) / 2
    figure.add_trace(
        draw_points(
            visits,
            x=[str(day.floor("h")) for day in middles],
            y=[rows[key] + lane for key in visits["visitor_key"]],
            look=VISIT[status],
            name=status,
            hover=_hover(visits),
        ).update(legendgroup=status)
    )


def _add_spans(
    figure: go.Figure, spans: pd.DataFrame, rows: dict[str, int], status: str, lane: float
) -> None:
    """Add a point for all visits of one visitor and status in one week, month, quarter or year."""
    hover = [
        write_hover(
            f"{row['visitor']}, {row['span']}",
            f"{plural(row['points'], 'visit')}, {status}",
            plural(row["reports"], "report"),
        )
        for row in list_rows(spans)
    ]
    points = draw_points(
        spans,
        x=[str(day.date()) for day in spans["begins"]],
        y=[rows[key] + lane for key in spans["visitor_key"]],
        look=VISIT[status],
        name=status,
        hover=hover,
        sizes=size_points(spans["points"]),
    )
    figure.add_trace(points)


def _hover(visits: pd.DataFrame) -> list[str]:
    return [
        write_hover(
            f"{row['visitor']} → {_name_place(row)}",
            f"received by {row['host']}" if row["host"] else "",
            f"{_write_dates(row['date'], row['date_end'])}, {row['status']}",
            plural(row["reports"], "report"),
        )
        for row in visits.to_dict("records")
    ]


def _name_place(visit: Mapping[Any, Any]) -> str:
    return ", ".join(filter(None, (visit["city"], name_country(visit["country"]))))


def _write_dates(date: str, date_end: str) -> str:
    return " – ".join(dict.fromkeys(filter(None, (date, date_end)))) or "date unresolved"


def _read_timeline(dated: pd.DataFrame, drawn: pd.DataFrame, span: str) -> str:
    visitors = dated["visitor_key"].nunique()
    by_status = dated["status"].value_counts()
    parts = [f"{by_status[status]:,} {status}" for status in VISIT if status in by_status]
    hidden = len(dated) - len(drawn)
    tail = f"; {hidden:,} of them not drawn" if hidden else ""
    return (
        f"{plural(len(dated), 'dated visit')} by {plural(visitors, 'visitor')}: "
        f"{', '.join(parts)}{tail}{tell_span(span, 'visits of one visitor and status')}."
    )


def plot_undated(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw the visits of `count_timeline` without a date, on the day of their first report.

    A row is a visitor and a country, the `top` most reported.
    """
    undated = counts[counts["begins"].isna()]
    named = undated.assign(
        journey=[
            f"{visitor} → {name_country(country) or 'unsaid'}"
            for visitor, country in zip(undated["visitor"], undated["country"], strict=True)
        ]
    )
    drawn = named.dropna(subset="first_report")
    journeys = rank(drawn, "journey", value="reports")[:top]
    rows = {journey: row for row, journey in enumerate(journeys)}
    shown = drawn[drawn["journey"].isin(journeys)]
    used = [status for status in VISIT if (shown["status"] == status).any()]
    figure = go.Figure([_draw_undated(shown[shown["status"] == s], rows, s) for s in used])
    label_rows(figure, journeys)
    figure.update_xaxes(day_axis(shown["first_report"]), title_text="first reported")
    return finish_figure(
        figure,
        undated,
        name="visits-undated",
        title=title,
        reading=f"{plural(len(undated), 'visit')} without a date that could be resolved.",
        alt="Points: visitors and countries down, dates of first reports across, look by status.",
        columns=[
            "visitor",
            "visitor_country",
            "country",
            "city",
            "host",
            "status",
            "first_report",
            "reports",
        ],
    )


def _draw_undated(visits: pd.DataFrame, rows: dict[str, int], status: str) -> go.Scatter:
    return draw_points(
        visits,
        x=[str(day.date()) for day in visits["first_report"]],
        y=[rows[journey] for journey in visits["journey"]],
        look=VISIT[status],
        name=status,
        hover=_hover(visits),
    )
