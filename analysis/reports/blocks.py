"""An executed notebook taken apart in reading order: prose, charts, sentences, key figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from analysis.reports import charts, figures, handover, record, sentences
from analysis.reports.charts import Chart, read_chart
from analysis.reports.figures import KeyFigure, read_figures
from analysis.reports.frames import clean_table
from analysis.reports.gate import number_cell
from analysis.reports.notebooks import split_headline
from analysis.reports.sentences import Section, read_sections


@dataclass(frozen=True)
class Block:
    """What one output of a cell shows: a table (html), a text, a chart, sentences or figures."""

    html: str = ""
    text: str = ""
    chart: Chart | None = None
    sections: tuple[Section, ...] = ()
    figures: tuple[KeyFigure, ...] = ()


@dataclass
class Part:
    """Prose and what the cells below it show, up to the next prose."""

    prose: str = ""
    blocks: list[Block] = field(default_factory=list)


@dataclass
class Contents:
    """A notebook as a page tells it; `headings` are those of the second level, by their anchors."""

    title: str = ""
    standfirst: str = ""
    figures: list[KeyFigure] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)

    def list_told(self) -> Iterator[Chart | Section]:
        """Its charts and sections of sentences in reading order."""
        for part in self.parts:
            for block in part.blocks:
                yield from [block.chart] if block.chart else block.sections


def read_contents(notebook: Any, name: str) -> Contents:
    """Take an executed notebook apart; raise ReportError at an output that lacks something."""
    prose = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    title, standfirst = split_headline(prose[0].source) if prose else ("", "")
    contents = Contents(title or name, write_markdown(standfirst))
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown" and cell is not prose[0]:
            html = _number_headings(write_markdown(cell.source), contents.headings)
            contents.parts.append(Part(html))
        elif cell.cell_type == "code":
            _add_outputs(cell, f"{name}, cell {number_cell(notebook, index)}", contents)
    return contents


def _add_outputs(cell: Any, where: str, contents: Contents) -> None:
    for output in cell.outputs:
        block = _read_output(output, where)
        if block is None:
            continue
        if block.figures:
            # They open the page, wherever the notebook shows them.
            contents.figures += block.figures
            continue
        if not contents.parts:
            contents.parts.append(Part())
        contents.parts[-1].blocks.append(block)


def write_markdown(source: str) -> str:
    """Write a notebook's prose as HTML, without the links that JupyterLab puts on headings."""
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
        return Block(chart=read_chart(data[charts.MIME], where))
    if handover.MIME in data or record.MIME in data:
        return None
    if figures.MIME in data:
        return Block(figures=tuple(read_figures(data[figures.MIME], where)))
    if sentences.MIME in data:
        return Block(sections=tuple(read_sections(data[sentences.MIME], where)))
    if "text/html" in data:
        return Block(html=clean_table(data["text/html"]))
    text = data.get("text/plain", output.get("text", ""))
    return Block(text=text) if text.strip() else None
