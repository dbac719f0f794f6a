"""One chart of a page: the figure a notebook shows, checked and taken apart for the template."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any

from analysis.errors import ReportError
from analysis.reports.bounding import HOVER, bound_label, bound_labels

MIME = "application/vnd.plotly.v1+json"

# What the bundle can draw; build_bundle.sh registers the same.
TRACE_TYPES = ("scatter", "bar", "heatmap", "sankey", "scattergeo", "choropleth")
_MAPS = ("scattergeo", "choropleth")


@dataclass(frozen=True)
class Chart:
    """One chart: its name, title, one-sentence reading, alternative text, data and figure."""

    name: str
    title: str
    reading: str
    alt: str
    columns: list[str]
    rows: list[list[Any]]
    row_ids: list[list[str]]
    figure: dict[str, Any]

    @property
    def is_map(self) -> bool:
        """Whether it needs the embedded shapes of the countries."""
        return any(trace.get("type") in _MAPS for trace in self.figure["data"])

    @cached_property
    def marks(self) -> list[list[str]]:
        """The row ids of each mark, in the order of traces and points."""
        found = [data for trace in self.figure["data"] for data in _find_customdata(trace)]
        return [[row_id for row_id in data.split(";") if row_id] for data in found]

    @property
    def evidence_ids(self) -> set[str]:
        """Every row id that a mark or a row of the table leads to."""
        return {row_id for ids in (*self.marks, *self.row_ids) for row_id in ids}

    @property
    def figure_json(self) -> str:
        """The figure as JSON that cannot end the script element it stands in."""
        return embed_json(self.figure)


def read_chart(figure: dict[str, Any], where: str) -> Chart:
    """Take a figure apart; raise ReportError where it lacks what the page needs."""
    layout = dict(figure.get("layout", {}))
    meta = layout.pop("meta", None) or {}
    missing = [key for key in ("name", "reading", "alt", "table") if not meta.get(key)]
    if missing:
        raise ReportError(f"{where}: layout.meta lacks {', '.join(missing)}. See analysis/charts.")
    if not re.fullmatch(r"[a-z][a-z0-9-]*", meta["name"]):
        raise ReportError(
            f"{where}: the chart's name {meta['name']!r} is not like visits-timeline."
        )
    title = layout.pop("title", None) or {}
    table = meta["table"]
    chart = Chart(
        name=meta["name"],
        # Written for plotly, which reads entities.
        title=bound_label(
            unescape(str(title.get("text", "") if isinstance(title, dict) else title))
        ),
        reading=bound_label(meta["reading"], HOVER),
        alt=bound_label(meta["alt"], HOVER),
        columns=[str(column) for column in table["columns"]],
        rows=bound_labels(table["rows"]),
        row_ids=table["row_ids"],
        figure=bound_labels({"data": figure.get("data", []), "layout": layout}, HOVER),
    )
    _check_table(chart, where)
    for trace in chart.figure["data"]:
        _check_trace(trace, f"{where}, chart {chart.name}")
    return chart


def embed_json(value: object) -> str:
    """Write JSON in which no article text can end the element or start a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _check_table(chart: Chart, where: str) -> None:
    if len(chart.row_ids) != len(chart.rows):
        raise ReportError(
            f"{where}, chart {chart.name}: its table has {len(chart.rows)} rows but "
            f"{len(chart.row_ids)} entries of row_ids. Give one entry a row."
        )
    for number, row in enumerate(chart.rows, start=1):
        if len(row) != len(chart.columns):
            raise ReportError(
                f"{where}, chart {chart.name}: row {number} of its table has {len(row)} cells "
                f"for {len(chart.columns)} columns."
            )


def _check_trace(trace: dict[str, Any], where: str) -> None:
    kind = trace.get("type", "scatter")
    if kind not in TRACE_TYPES:
        raise ReportError(
            f"{where}: the page cannot draw {kind}. Use one of {', '.join(TRACE_TYPES)}, or add "
            "it to analysis/report_template/build_bundle.sh."
        )
    # Lines that only connect marks say so: they are not marks, and lead nowhere.
    if trace.get("hoverinfo") != "skip" and not any(True for _ in _find_customdata(trace)):
        has_points = any(trace.get(key) for key in ("x", "y", "z", "lat", "locations", "link"))
        if has_points and kind != "sankey":
            raise ReportError(
                f"{where}: trace {trace.get('name', '')!r} has no customdata. Give each mark its "
                "row ids, or hoverinfo='skip' where it is no mark."
            )


def _find_customdata(trace: dict[str, Any]) -> Iterator[str]:
    sources = (trace, trace.get("link", {}), trace.get("node", {}))
    for source in sources:
        if source.get("hoverinfo") != "skip":
            yield from _flatten(source.get("customdata"))


def _flatten(data: Any) -> Iterator[str]:
    if isinstance(data, list):
        for item in data:
            yield from _flatten(item)
    elif isinstance(data, str):
        yield data
