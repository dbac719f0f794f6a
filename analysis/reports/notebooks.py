"""The notebooks that are reports, read as the JSON they are: listing them loads no kernel code."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from analysis.errors import NotebookError, ReportError

_UNFINISHED = (
    "its last cell of code does not call reports.finish(). "
    "Add that, or remove the tag 'parameters'."
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a notebook: its kind (code, markdown, raw), source and tags."""

    kind: str
    source: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One notebook that is a report: its name, file, title and the question it answers.

    `problem` says why it cannot be rendered as it stands; empty where it can.
    """

    name: str
    path: Path
    title: str
    question: str
    problem: str = ""


def read_cells(path: Path) -> list[Cell]:
    """Read the cells of a notebook; raise NotebookError where the file is not one."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return [_read_cell(cell) for cell in cells]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        why = getattr(error, "strerror", None) or error
        raise NotebookError(
            f"{path.name}: not a readable notebook ({why}). Save it again in JupyterLab."
        ) from error


def list_reports(notebooks: str | Path = "notebooks") -> list[Report]:
    """List the reports of a folder by name: notebooks with a cell tagged `parameters`.

    One that cannot be read, or does not end in finish(), is listed with its problem: somebody may
    be at work on it, and whoever waits for its page is to be told.
    """
    found = [_read_report(path) for path in sorted(Path(notebooks).glob("*.ipynb"))]
    return [report for report in found if report is not None]


def choose_reports(names: Sequence[str], notebooks: str | Path) -> list[Report]:
    """Return the named reports in the order named, all where none is; raise ReportError else."""
    known = {report.name: report for report in list_reports(notebooks)}
    if not known:
        raise ReportError(
            f"{notebooks}: holds no report. A report is a notebook with a cell tagged "
            "'parameters' whose last cell calls reports.finish()."
        )
    chosen = dict.fromkeys(name.removesuffix(".ipynb") for name in names) or known
    for name in chosen:
        if name not in known:
            close = get_close_matches(name, known, n=1, cutoff=0.5)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise ReportError(
                f"{notebooks}: there is no report {name}.{hint} Known: {', '.join(known)}."
            )
    return [known[name] for name in chosen]


def split_headline(markdown: str) -> tuple[str, str]:
    """Split a first markdown cell into its title and the standfirst below it."""
    match = re.match(r"\s*#\s+(.+?)\s*(?:\n|$)", markdown)
    if match is None:
        return "", markdown.strip()
    return match[1], markdown[match.end() :].strip()


def _read_cell(cell: dict[str, Any]) -> Cell:
    tags = cell.get("metadata", {}).get("tags", ())
    return Cell(cell["cell_type"], "".join(cell["source"]), tuple(tags))


def _read_report(path: Path) -> Report | None:
    try:
        cells = [cell for cell in read_cells(path) if cell.source.strip()]
    except NotebookError as error:
        return Report(path.stem, path, path.stem, "", str(error))
    code = [cell for cell in cells if cell.kind == "code"]
    if not any("parameters" in cell.tags for cell in code):
        return None
    first = next((cell.source for cell in cells if cell.kind == "markdown"), "")
    title, question = split_headline(first)
    problem = "" if re.search(r"\bfinish\(", code[-1].source) else f"{path.name}: {_UNFINISHED}"
    return Report(path.stem, path, title or path.stem, question, problem)
