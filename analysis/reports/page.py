"""An executed notebook -> one HTML page that loads nothing, with its charts and their sentences."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from analysis.reports.blocks import Block, Contents, Part, read_contents
from analysis.reports.bounding import bound_payload
from analysis.reports.charts import Chart, embed_json
from analysis.reports.handover import write_tally
from analysis.reports.notes import Note, Place, write_notes
from analysis.reports.omissions import tell_omissions
from analysis.reports.page_record import name_companion
from analysis.reports.parameters import read_used
from analysis.reports.review_state import mark_figure, write_state
from analysis.reports.selection import Selection, read_selection
from analysis.reports.sentences import Section, Sentence
from analysis.reports.shortening import Kept, shorten
from analysis.reports.telling import Telling

TEMPLATES = Path(__file__).resolve().parents[1] / "report_template"
# In the order of their numbers they make one script.
_SCRIPTS = sorted(path.name for path in (TEMPLATES / "script").glob("*.js"))


@dataclass(frozen=True)
class Due:
    """When the next page is due, in words, and from when (UTC, ISO) this one is too old."""

    next: str
    stale: str


@dataclass(frozen=True)
class Page:
    """A page: what it tells, the evidence, the notes, and the facts printed at its foot.

    `notices` must stand above everything else; `companion` is the name of the CSV beside the page
    that holds all rows, empty where the page itself does. `unreviewed` says by the name of a
    chart, the heading of sentences or the label of a figure how much of it nobody has looked at.
    `due` is None where the page has no schedule.
    """

    contents: Contents
    kept: Kept
    notices: list[str]
    facts: Mapping[str, str]
    companion: str
    review_state: str
    unreviewed: Mapping[str, str]
    notes: Mapping[Place, Note]
    selection: Selection
    due: Due | None = None
    pdf: str = ""

    @property
    def payload(self) -> dict[str, Any]:
        """The evidence that it holds."""
        return self.kept.payload

    @property
    def extent(self) -> str:
        """What it holds where it has no room for all of its rows; empty where it holds all."""
        if self.kept.is_whole:
            return ""
        held, total = len(self.payload["rows"]), len(self.kept.telling.payload["rows"])
        return (
            f"A long report: behind each mark are its {self.kept.most} most telling sentences "
            f"({held:,} on this page) and the number of the others; all {total:,} are in "
            f"{self.companion}, beside this page."
        )

    @cached_property
    def charts(self) -> list[Chart]:
        """Its charts in reading order."""
        return [one for one in self.contents.list_told() if isinstance(one, Chart)]

    @property
    def sections(self) -> list[Section]:
        """Its sections of sentences in reading order."""
        return [one for one in self.contents.list_told() if isinstance(one, Section)]

    @property
    def anchors(self) -> dict[str, str]:
        """The anchor of each section of sentences, by its heading."""
        return {one.heading: f"told-{number}" for number, one in enumerate(self.sections, start=1)}

    @property
    def dateline(self) -> str:
        """From and until when, how much, and about whom: the line below the standfirst."""
        line = write_dateline(self.cutoff, self.counts, since=self.selection.since)
        return " · ".join(filter(None, (line, self.selection.tell_actors())))

    @property
    def cutoff(self) -> str:
        """Until when articles may be on it."""
        return self.selection.find_cutoff(self.kept.telling.payload)

    @property
    def counts(self) -> dict[str, int]:
        """How many rows of each table it was made from."""
        return self.selection.count(self.kept.telling.payload)

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


def read_page(
    notebook: Any,
    name: str,
    payload: dict[str, Any],
    facts: Mapping[str, str],
    *,
    due: Due | None = None,
    pdf: str = "",
) -> Page:
    """Take an executed notebook apart; raise ReportError at a chart that lacks something.

    `pdf` is the name of the PDF beside the page, empty where there is none.
    """
    payload = bound_payload(payload)
    contents = read_contents(notebook, name)
    used = read_used(notebook)
    left_out = tell_omissions(payload, used)
    if left_out.sentences:
        contents.parts = contents.parts or [Part()]
        contents.parts[-1].blocks.append(Block(sections=(left_out,)))
    told = list(contents.list_told())
    drawn = [one for one in told if isinstance(one, Chart)]
    sections = [one for one in told if isinstance(one, Section)]
    linked = {one.label: set(one.row_ids) for one in contents.figures}
    linked |= {one.name: one.evidence_ids for one in drawn}
    linked |= {one.heading: one.row_ids for one in sections}
    opening = Section("", tuple(Sentence(one.label, one.row_ids) for one in contents.figures))
    telling = Telling(payload)
    kept = shorten(telling, drawn, [opening, *sections])
    return Page(
        contents=contents,
        kept=kept,
        notices=find_notices(payload["articles"]),
        facts=facts,
        companion="" if kept.is_whole else name_companion(name),
        review_state=write_state(payload["rows"], payload["rejected_rows"]),
        unreviewed={name: mark_figure(ids, payload["rows"]) for name, ids in linked.items()},
        notes=write_notes(contents.figures, told, telling),
        selection=read_selection(used),
        due=due,
        pdf=pdf,
    )


def write_page(page: Page) -> str:
    """Write the page as HTML. The same page gives the same text."""
    from nbformat.v4 import new_notebook

    from analysis.reports.exporter import PageExporter

    # nbconvert copies a notebook twice; all that the template shows is in the page.
    empty = new_notebook()  # type: ignore[no-untyped-call]
    text, _ = PageExporter().from_notebook_node(empty, {"page": page})
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


def write_dateline(cutoff: str, counts: Mapping[str, int], *, since: str = "") -> str:
    """Write "Articles published until 2024-07-31 · 12 articles · 34 visits"."""
    tallies = [write_tally(count, name) for name, count in counts.items()]
    begin = f"from {since} " if since else ""
    until = f"Articles published {begin}until {cutoff}" if cutoff else "No dated article"
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
