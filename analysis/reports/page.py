"""An executed notebook -> one HTML page that loads nothing, with its charts and their sentences."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape
from pathlib import Path
from typing import Any

from analysis.reports import charts, evidence, record, sentences
from analysis.reports.charts import Chart, embed_json, read_chart
from analysis.reports.evidence import write_tally
from analysis.reports.frames import clean_table
from analysis.reports.gate import number_cell
from analysis.reports.notebooks import split_headline
from analysis.reports.review_state import mark_figure, write_state
from analysis.reports.sentences import Section, read_sections
from analysis.reports.shortening import shorten

TEMPLATES = Path(__file__).resolve().parents[1] / "report_template"
# In the order of their numbers they make one script.
_SCRIPTS = sorted(path.name for path in (TEMPLATES / "script").glob("*.js"))


@dataclass(frozen=True)
class Block:
    """One part of a page in reading order: prose or a table (html), a text, a chart, sentences."""

    kind: str
    html: str = ""
    text: str = ""
    chart: Chart | None = None
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Page:
    """A page: its title, blocks, contents and evidence, and the facts printed at its foot.

    `notices` must stand above everything else; `companion` is the name of the CSV beside the page
    that holds all sentences, empty where the page itself does. `unreviewed` says by the name of a
    chart, or the heading of sentences, how much of it nobody has looked at.
    """

    title: str
    standfirst: str
    blocks: list[Block]
    contents: list[tuple[str, str]]
    payload: dict[str, Any]
    notices: list[str]
    facts: Mapping[str, str]
    companion: str
    review_state: str
    unreviewed: Mapping[str, str]

    @cached_property
    def charts(self) -> list[Chart]:
        """Its charts in reading order."""
        return [block.chart for block in self.blocks if block.chart]

    @property
    def sections(self) -> list[Section]:
        """Its sections of sentences in reading order."""
        return [section for block in self.blocks for section in block.sections]

    @property
    def dateline(self) -> str:
        """Until when, and how much: the line below the standfirst."""
        return write_dateline(self.payload["cutoff"], self.payload["counts"])

    @property
    def evidence_json(self) -> str:
        """The sentences and articles that the panel shows."""
        shown = {key: self.payload[key] for key in ("rows", "articles")}
        return embed_json(shown | {"companion": self.companion})

    @property
    def style(self) -> str:
        """The style sheet."""
        return read_static("report.css")

    @cached_property
    def scripts(self) -> list[str]:
        """The scripts in the order they run; the library only where there is a chart."""
        library = [read_static("plotly-report.min.js")] if self.charts else []
        own = "\n".join(read_static(f"script/{name}") for name in _SCRIPTS)
        return [*library, f"(() => {{ 'use strict';\n{own}\n}})();"]

    @property
    def shapes(self) -> list[str]:
        """The shapes of the countries, where a chart draws a map."""
        return [read_static("world_110m.json")] if any(c.is_map for c in self.charts) else []

    @property
    def policy(self) -> str:
        """The Content-Security-Policy of the page."""
        return write_policy(self.style, self.scripts)

    def __deepcopy__(self, memo: object) -> Page:
        # nbconvert copies what it is given, twice; nothing here is ever changed.
        return self


def read_page(notebook: Any, name: str, payload: dict[str, Any], facts: Mapping[str, str]) -> Page:
    """Take an executed notebook apart; raise ReportError at a chart that lacks something."""
    prose = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    title, standfirst = split_headline(prose[0].source) if prose else ("", "")
    blocks: list[Block] = []
    contents: list[tuple[str, str]] = []
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown" and cell is not prose[0]:
            html = _number_headings(_write_markdown(cell.source), contents)
            blocks.append(Block("prose", html=html))
        elif cell.cell_type == "code":
            where = f"{name}, cell {number_cell(notebook, index)}"
            found = (_read_output(output, where) for output in cell.outputs)
            blocks += [block for block in found if block]
    drawn = [block.chart for block in blocks if block.chart]
    told = [section for block in blocks for section in block.sections]
    linked = {c.name: c.evidence_ids for c in drawn} | {s.heading: s.row_ids for s in told}
    short = shorten(payload, drawn, told)
    return Page(
        title=title or name,
        standfirst=_write_markdown(standfirst),
        blocks=blocks,
        contents=contents,
        payload=short,
        notices=find_notices(payload["articles"]),
        facts=facts,
        companion="" if short is payload else name_companion(name),
        review_state=write_state(payload["rows"], payload["rejected_rows"]),
        unreviewed={name: mark_figure(ids, payload["rows"]) for name, ids in linked.items()},
    )


def write_page(notebook: Any, page: Page) -> str:
    """Write the page as HTML. The same page gives the same text."""
    from analysis.reports.exporter import PageExporter

    text, _ = PageExporter().from_notebook_node(notebook, {"page": page})
    return str(text)


def write_policy(style: str, scripts: Iterable[str]) -> str:
    """Write a Content-Security-Policy that admits this style and these scripts, and no address."""
    running = " ".join(_hash(script) for script in scripts) or "'none'"
    # plotly.js opens an empty style element, which it then fills by script.
    styles = f"{_hash(style)} {_hash('')}"
    return (
        f"default-src 'none'; script-src {running}; style-src {styles}; "
        "img-src data: blob:; connect-src 'none'; form-action 'none'; base-uri 'none'"
    )


def name_companion(page: str) -> str:
    """Name the CSV with all sentences that may lie beside a page."""
    return f"{page.removesuffix('.html')}-sentences.csv"


def write_dateline(cutoff: str, counts: Mapping[str, int]) -> str:
    """Write "Articles published until 2024-07-31 · 12 articles · 34 visits"."""
    tallies = [write_tally(count, name) for name, count in counts.items()]
    until = f"Articles published until {cutoff}" if cutoff else "No dated article"
    return " · ".join([until, *tallies])


def find_notices(articles: Mapping[str, Mapping[str, str]]) -> list[str]:
    """The notices of the articles, most frequent first; how many where not all carry it."""
    found = Counter(article["notice"] for article in articles.values() if article["notice"])
    return [
        notice if count == len(articles) else f"{count} of {len(articles)} articles: {notice}"
        for notice, count in found.most_common()
    ]


@cache
def read_static(name: str) -> str:
    """Read one of the template's own files."""
    return (TEMPLATES / name).read_text(encoding="utf-8").strip()


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _write_markdown(source: str) -> str:
    from nbconvert.filters import markdown2html

    html = str(markdown2html(source))
    return re.sub(r'<a class="anchor-link".*?</a>', "", html)


def _number_headings(html: str, contents: list[tuple[str, str]]) -> str:
    """Give each second-level heading an anchor of its own and note it in the contents."""

    def replace(match: re.Match[str]) -> str:
        anchor = f"section-{len(contents) + 1}"
        contents.append((anchor, unescape(re.sub(r"<[^>]+>", "", match[1]))))
        return f'<h2 id="{anchor}">{match[1]}</h2>'

    return re.sub(r"<h2[^>]*>(.*?)</h2>", replace, html, flags=re.DOTALL)


def _read_output(output: Any, where: str) -> Block | None:
    data = output.get("data", {})
    if charts.MIME in data:
        return Block("chart", chart=read_chart(data[charts.MIME], where))
    if evidence.MIME in data or record.MIME in data:
        return None
    if sentences.MIME in data:
        return Block("told", sections=tuple(read_sections(data[sentences.MIME], where)))
    if "text/html" in data:
        return Block("scroll", html=clean_table(data["text/html"]))
    text = data.get("text/plain", output.get("text", ""))
    return Block("text", text=text) if text.strip() else None
