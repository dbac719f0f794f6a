"""One notebook -> one gated page in a folder that no reader looks into yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.reports import gate
from analysis.reports.allowance import Allowance
from analysis.reports.companion import write_companion
from analysis.reports.handover import write_tally
from analysis.reports.notebooks import Report
from analysis.reports.page import Due, find_notices, read_page, write_page
from analysis.reports.page_record import PageRecord
from analysis.reports.parameters import Value
from analysis.reports.pdf import write_pdf
from analysis.reports.record import find_record, write_record
from analysis.reports.running import execute


@dataclass(frozen=True)
class Job:
    """One notebook to render: what its kernel is given, what is recorded, and where it goes.

    `given` are the parameters that differ from the notebook's defaults, `parameters` all of them
    as a page names them. `page` is the page's name without `.html`, `record` that of the file for
    what the notebook leaves to the next run. `facts` are the run's own lines of the page's foot,
    `due` says when the next page is, `pdf` asks for the page as a PDF beside it.
    """

    report: Report
    given: Mapping[str, Value]
    parameters: Mapping[str, Value]
    folder: Path
    page: str
    record: str
    facts: Mapping[str, str] = field(default_factory=dict)
    due: Due | None = None
    pdf: bool = False


def render_page(job: Job, allowance: Allowance) -> PageRecord:
    """Execute a notebook, hold it against the gate and write its page into the job's folder.

    Raises RefusalError where the page may not be shown, StoppedError where the notebook did not
    come to its end; the executed notebook is in the folder either way.
    """
    notebook = execute(
        job.report.path, job.folder / f"{job.report.name}.ipynb", job.given, allowance
    )
    payload = gate.check_notebook(notebook)
    pdf = f"{job.page}.pdf" if job.pdf else ""
    facts = _write_facts(job, payload)
    page = read_page(notebook, job.page, payload, facts, due=job.due, pdf=pdf)
    gate.check_figures(page.contents.figures, payload)
    gate.check_charts(page.charts, payload)
    gate.check_sentences(page.sections, payload)
    text = write_page(page)
    gate.check_page(text, len(page.charts))
    record = find_record(notebook)
    if record is not None:
        write_record(record, job.folder / job.record)
    if page.companion:
        (job.folder / page.companion).write_bytes(write_companion(payload))
    _write_files(job, text, pdf)
    return PageRecord(
        notebook=job.report.name,
        file=f"{job.page}.html",
        title=job.report.title,
        question=job.report.question,
        bytes=len(text.encode()),
        cutoff=page.cutoff,
        counts=page.counts,
        rejected=payload["rejected"],
        notices=find_notices(payload["articles"]),
        parameters=dict(job.parameters),
        companion=page.companion,
        record=job.record if record is not None else "",
        figures=[[one.value, one.label] for one in page.contents.figures],
        pdf=pdf,
    )


def _write_files(job: Job, text: str, pdf: str) -> None:
    """Write a page and, where it has a name, the PDF of it."""
    written = job.folder / f"{job.page}.html"
    written.write_text(text, encoding="utf-8")
    if pdf:
        write_pdf(written, job.folder / pdf)


def write_parameters(parameters: Mapping[str, Any]) -> str:
    """Write the parameters that are set, as one gives them: "since 2024-01-01, actors PRK,RUS"."""
    set_ones = {name: value for name, value in parameters.items() if value not in ("", [])}
    return ", ".join(f"{name} {_write_value(value)}" for name, value in set_ones.items())


def _write_value(value: Any) -> str:
    if isinstance(value, list):
        return ",".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _write_facts(job: Job, payload: dict[str, Any]) -> dict[str, str]:
    """What the foot of the page says: enough to make the same page again."""
    counts = ", ".join(write_tally(count, table) for table, count in payload["counts"].items())
    facts = {
        "Report": job.page,
        "Parameters": write_parameters(job.parameters) or "defaults",
        "Latest article": payload["cutoff"] or "none",
        "Rows": counts,
        "Refused inputs": str(payload["rejected"]),
        **job.facts,
    }
    return {name: value for name, value in facts.items() if value}
