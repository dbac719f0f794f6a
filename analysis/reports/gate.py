"""What a page must be before anybody sees it. Each refusal says where and why.

A report with a warning in it is refused: what a reader gets is clean, or it is not published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from html.parser import HTMLParser
from typing import Any

from analysis.errors import ReportError
from analysis.reports import charts, figures, handover, record, sentences
from analysis.reports.charts import Chart
from analysis.reports.figures import KeyFigure
from analysis.reports.sentences import Section

# A mailbox takes 25 MB, and base64 makes a third more of it.
LARGEST_PAGE = 18_000_000

_ADDED_TAGS = ("injected-parameters", "papermill-error-cell-tag")
_SHOWN = (
    charts.MIME, sentences.MIME, figures.MIME, record.MIME, handover.MIME,
    "text/html", "text/plain",
)  # fmt: skip
_LOADING = {
    "src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "manifest",
}  # fmt: skip
_FORBIDDEN = ("iframe", "frame", "object", "embed", "base", "form", "link", "portal")
_CSS_LOADS = re.compile(r"@import|url\(\s*['\"]?(?!data:|#)|image-set\(", re.IGNORECASE)


class RefusalError(ReportError):
    """A run that is not published; `cell` is its number among the notebook's cells, from 1."""

    def __init__(self, reason: str, cell: int | None = None) -> None:
        super().__init__(reason)
        self.cell = cell


def number_cell(notebook: Any, index: int) -> int:
    """The number, from 1, that an executed cell has in the notebook as its author sees it."""
    before = notebook.cells[: index + 1]
    return sum(not _is_added(cell) for cell in before)


def check_notebook(notebook: Any) -> dict[str, Any]:
    """Return the evidence of a notebook; raise RefusalError where it did not run cleanly."""
    payloads = []
    code = [(i, cell) for i, cell in enumerate(notebook.cells) if _is_code(cell)]
    for index, cell in code:
        number = number_cell(notebook, index)
        _check_ran(cell, number)
        for output in cell.outputs:
            _check_output(output, number)
            payloads += [(cell, output.data[handover.MIME])] if _has_evidence(output) else []
    complete = [(c, p) for c, p in payloads if p.get("sentinel") == handover.SENTINEL]
    if len(complete) != 1 or complete[0][0] is not code[-1][1]:
        raise RefusalError(
            "the notebook did not reach its end: the last cell must be reports.finish(…), once.",
            number_cell(notebook, code[-1][0]) if code else None,
        )
    payload: dict[str, Any] = complete[0][1]
    return payload


def check_charts(found: Iterable[Chart], payload: dict[str, Any]) -> None:
    """Raise RefusalError where two charts share a name or a mark leads to no sentence."""
    _check_leads(((f"chart {chart.name}", chart.evidence_ids) for chart in found), payload)


def check_sentences(told: Iterable[Section], payload: dict[str, Any]) -> None:
    """Raise RefusalError where two sections share a heading or a sentence leads to no row."""
    _check_leads(((f"section {one.heading!r}", one.row_ids) for one in told), payload)


def check_figures(figures: Iterable[KeyFigure], payload: dict[str, Any]) -> None:
    """Raise RefusalError where two key figures share a label or one leads to no row."""
    _check_leads(((f"key figure {one.label!r}", set(one.row_ids)) for one in figures), payload)


def _check_leads(parts: Iterable[tuple[str, Set[str]]], payload: dict[str, Any]) -> None:
    """Refuse two parts of one name, and a part whose row ids were not handed over."""
    known = payload["rows"].keys() | payload["articles"].keys()
    names: set[str] = set()
    for name, row_ids in parts:
        if name in names:
            raise RefusalError(f"there are two of {name}. Give each its own name.")
        names.add(name)
        lost = sorted(row_ids - known)
        if lost:
            raise RefusalError(
                f"{name}: {len(lost)} of its row ids have no sentence, such as {lost[0]}. "
                "Pass the table that it shows to reports.finish(…)."
            )


def check_page(page: str, expected_charts: int, *, largest: int = LARGEST_PAGE) -> None:
    """Raise RefusalError where a page would load something, lacks a chart or is too large."""
    parser = _PageParser()
    parser.feed(page)
    parser.close()
    if parser.problems:
        raise RefusalError(f"the page would not stand alone: {parser.problems[0]}.")
    if "default-src 'none'" not in parser.policy or "script-src 'sha256-" not in parser.policy:
        raise RefusalError("the page has no strict Content-Security-Policy.")
    if parser.charts != expected_charts:
        raise RefusalError(
            f"the page holds {parser.charts} charts, the notebook shows {expected_charts}."
        )
    size = len(page.encode())
    if size > largest:
        raise RefusalError(
            f"the page has {size / 1e6:.1f} MB, more than {largest / 1e6:.0f} MB. "
            "Narrow the window with since and until, or the actors."
        )


def _is_added(cell: Any) -> bool:
    return any(tag in _ADDED_TAGS for tag in cell.metadata.get("tags", ()))


def _is_code(cell: Any) -> bool:
    return cell.cell_type == "code" and bool(cell.source.strip())


def _has_evidence(output: Any) -> bool:
    return handover.MIME in output.get("data", {})


def _check_ran(cell: Any, number: int) -> None:
    if cell.execution_count is None:
        raise RefusalError("the cell did not run.", number)


def _check_output(output: Any, number: int) -> None:
    if output.output_type == "error":
        raise RefusalError(describe_error(output.ename, output.evalue), number)
    if output.output_type == "stream" and output.name == "stderr":
        line = output.text.strip().splitlines()[0] if output.text.strip() else ""
        if line:
            raise RefusalError(f"the cell wrote to stderr: {line[:300]}", number)
    data = output.get("data", {})
    hidden = [mime for mime in data if mime not in _SHOWN]
    if hidden:
        raise RefusalError(
            f"the page cannot show {', '.join(hidden)}. Show a plotly chart or a table.", number
        )


def describe_error(name: str, value: str) -> str:
    """One line about an exception, without the colours that a terminal would show."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", value).strip()
    return f"{name}: {' '.join(plain.split())[:500]}".rstrip(": ")


class _PageParser(HTMLParser):
    """Collects whatever a browser would fetch or run that is not part of the page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []
        self.charts = 0
        self.policy = ""
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._inside = tag if tag == "style" else ""
        if tag in _FORBIDDEN:
            self.problems.append(f"<{tag}> is not allowed")
        if tag == "meta":
            self._read_meta(values)
        self.charts += tag == "figure" and "chart" in values.get("class", "").split()
        for name, value in values.items():
            self._check_attribute(tag, name, value)

    def handle_data(self, data: str) -> None:
        if self._inside == "style" and _CSS_LOADS.search(data):
            self.problems.append("its style loads something")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def _read_meta(self, values: dict[str, str]) -> None:
        kind = values.get("http-equiv", "").lower()
        if kind == "content-security-policy":
            self.policy = values.get("content", "")
        elif kind:
            self.problems.append(f"<meta http-equiv={kind}> is not allowed")

    def _check_attribute(self, tag: str, name: str, value: str) -> None:
        if name in _LOADING and not value.startswith("data:"):
            self.problems.append(f"<{tag} {name}={value[:200]!r}> would be loaded from elsewhere")
        elif name.startswith("on"):
            self.problems.append(f"<{tag} {name}> is a script in an attribute")
        elif name == "style":
            self.problems.append(f"<{tag} style> would be blocked by the page's own policy")
        elif name == "href" and not re.match(r"(https?://|#|[\w.-]+\.(html|csv|pdf)$)", value):
            self.problems.append(f"<{tag} href={value[:200]!r}> leads nowhere on the web")
