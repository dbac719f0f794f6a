"""One chart of a page: the figure a notebook shows, checked and taken apart for the template."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
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
    """One chart: its name, title, one-sentence reading, alternative text, data and figure.

    `network` is what a chart of one declares so that it can be explored: see
    analysis/charts/network/exploring.py.
    """

    name: str
    title: str
    reading: str
    alt: str
    columns: list[str]
    rows: list[list[Any]]
    row_ids: list[list[str]]
    figure: dict[str, Any]
    network: dict[str, Any] | None = None

    @property
    def is_map(self) -> bool:
        """Whether it needs the embedded shapes of the countries."""
        return any(trace.get("type") in _MAPS for trace in self.figure["data"])

    @cached_property
    def marks(self) -> list[list[str]]:
        """The row ids of each mark, in the order of traces and points."""
        found = [data for trace in self.figure["data"] for data in _find_customdata(trace)]
        return [[row_id for row_id in data.split(";") if row_id] for data in found]

    @cached_property
    def ties(self) -> list[list[str]]:
        """The row ids of each tie of a network, those that are not drawn at first among them."""
        network = self.network or {"events": [], "ties": []}
        events = [row_id for row_id, *_ in network["events"]]
        return [[events[at] for at in numbers] for *_, numbers in network["ties"]]

    @property
    def evidence_ids(self) -> set[str]:
        """Every row id that a mark or a row of the table leads to."""
        return {row_id for ids in (*self.marks, *self.ties, *self.row_ids) for row_id in ids}

    def embed(self, link: Callable[[Sequence[str]], str]) -> str:
        """Write the figure for the page as JSON that cannot end the script element it stands in.

        `link` writes the row ids of a mark. What a network draws is left to the page's script,
        which is given its events instead; those that the page does not hold have no id.
        """
        if self.network is None:
            traces = [_link_trace(trace, link) for trace in self.figure["data"]]
            return embed_json({**self.figure, "data": traces})
        events = [
            ["" if link([row_id]).startswith("+") else row_id, *rest]
            for row_id, *rest in self.network["events"]
        ]
        network = {**self.network, "events": events}
        return embed_json({**self.figure, "data": [], "network": network})


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
        network=bound_labels(meta.get("network"), HOVER),
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


def _link_trace(trace: Mapping[str, Any], link: Callable[[Sequence[str]], str]) -> dict[str, Any]:
    linked = dict(trace)
    if "customdata" in trace:
        linked["customdata"] = _link_all(trace["customdata"], link)
    for part in ("link", "node"):
        if isinstance(trace.get(part), Mapping):
            linked[part] = _link_trace(trace[part], link)
    return linked


def _link_all(data: Any, link: Callable[[Sequence[str]], str]) -> Any:
    if isinstance(data, list):
        return [_link_all(one, link) for one in data]
    return link([one for one in data.split(";") if one]) if data else data


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
