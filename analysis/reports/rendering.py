"""From names and parameters to published pages: check, run side by side, gate, publish."""

from __future__ import annotations

import datetime as dt
import os
import platform
import subprocess
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from analysis.errors import WorkbookError
from analysis.reports import gate
from analysis.reports.earlier import resolve_since
from analysis.reports.evidence import write_tally
from analysis.reports.notebooks import Report, choose_reports
from analysis.reports.page import find_notices, read_page, write_page
from analysis.reports.parameters import Value, check_parameters, read_parameters
from analysis.reports.publishing import (
    Run,
    explain_refusal,
    new_run_folder,
    publish,
    write_parameters,
)
from analysis.reports.record import find_record, write_record
from analysis.reports.running import execute
from analysis.reports.shortening import write_sentences


@dataclass(frozen=True)
class _Job:
    """One notebook to run; `given` are the parameters that differ from its defaults, if any."""

    report: Report
    given: dict[str, Value]
    parameters: dict[str, Value]
    folder: Path
    deadline: float
    cell_timeout: float
    git: dict[str, Any]


def render(
    names: Sequence[str] = (),
    parameters: Mapping[str, Value] | None = None,
    *,
    folder: str | Path = "reports",
    notebooks: str | Path = "notebooks",
    deadline: float = 300.0,
    cell_timeout: float = 120.0,
) -> list[Run]:
    """Render the named reports, all where none is named; one Run each, in the same order.

    Parameters given as text are read by their declared types. `deadline` and `cell_timeout` are
    seconds for a notebook and for one of its cells. Raises ReportError at an unknown report and
    ParameterError at a parameter that one of them lacks, before anything runs. A notebook that
    fails is a Run with state "failed": its old page stays, and the others go on.
    """
    folder = Path(folder)
    git = _read_git(Path(notebooks))
    root = Path(notebooks).resolve().parent
    jobs = []
    for report, given, full in _read_request(names, parameters or {}, notebooks):
        since = resolve_since(report.name, full, folder, root)
        jobs.append(_Job(report, given | since, full | since, folder, deadline, cell_timeout, git))
    return _run_all(jobs)


def check_request(
    names: Sequence[str] = (),
    parameters: Mapping[str, Value] | None = None,
    *,
    notebooks: str | Path = "notebooks",
) -> None:
    """Raise what `render` would raise before it runs anything: ask before coding articles."""
    _read_request(names, parameters or {}, notebooks)


def _read_request(
    names: Sequence[str], parameters: Mapping[str, Value], notebooks: str | Path
) -> list[tuple[Report, dict[str, Value], dict[str, Value]]]:
    """Each report with the parameters given, as their types, and with all of its parameters."""
    request = []
    for report in choose_reports(names, notebooks):
        declared = read_parameters(report.path)
        given = check_parameters(parameters, declared, report.name)
        full = {name: found.default for name, found in declared.items()} | given
        request.append((report, given, full))
    return request


def _run_all(jobs: list[_Job]) -> list[Run]:
    # One more than there are cores: a starting kernel mostly waits.
    pool = ThreadPoolExecutor(min(len(jobs), (os.cpu_count() or 1) + 1))
    try:
        return list(pool.map(_run, jobs))
    except BaseException:
        from analysis.reports.kernels import end_kernels

        pool.shutdown(wait=False, cancel_futures=True)
        end_kernels()
        raise
    finally:
        pool.shutdown()


def _run(job: _Job) -> Run:
    """Run one notebook in a folder of its own and publish what comes of it."""
    hidden = new_run_folder(job.folder)
    clock = time.monotonic()
    found: dict[str, Any] = {}
    tables = _read_provenance(job.parameters)
    started = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    outcome: dict[str, Any] = {"state": "published", "reason": "", "cell": None}
    try:
        found = _write_gated_page(job, hidden, tables)
    except WorkbookError as error:
        cell = error.cell if isinstance(error, gate.RefusalError) else None
        outcome = {"state": "failed", "reason": str(error), "cell": cell}
    run = Run(
        report=job.report.name,
        title=job.report.title,
        question=job.report.question,
        parameters=job.parameters,
        started=started,
        seconds=round(time.monotonic() - clock, 2),
        versions=_read_versions(),
        git=job.git,
        tables=tables,
        **outcome,
        **found,
    )
    return publish(run, hidden)


def _write_gated_page(job: _Job, hidden: Path, tables: dict[str, Any]) -> dict[str, Any]:
    """Execute, gate and write the page; return what the run's record says about it."""
    name = job.report.name
    notebook = execute(
        job.report.path,
        hidden / f"{name}.ipynb",
        job.given,
        deadline=job.deadline,
        cell_timeout=job.cell_timeout,
    )
    payload = gate.check_notebook(notebook)
    page = read_page(notebook, name, payload, _write_facts(job, hidden, payload, tables))
    gate.check_charts(page.charts, payload)
    gate.check_sentences(page.sections, payload)
    text = write_page(notebook, page)
    gate.check_page(text, len(page.charts))
    record = find_record(notebook)
    with explain_refusal(job.folder):
        if record is not None:
            write_record(record, hidden)
        (hidden / f"{name}.html").write_text(text, encoding="utf-8")
        if page.companion:
            (hidden / page.companion).write_text(write_sentences(payload), encoding="utf-8")
    return {
        "cutoff": payload["cutoff"],
        "counts": payload["counts"],
        "rejected": payload["rejected"],
        "notices": find_notices(payload["articles"]),
        "page_bytes": len(text.encode()),
    }


def _write_facts(
    job: _Job, hidden: Path, payload: dict[str, Any], tables: dict[str, Any]
) -> dict[str, str]:
    """What the foot of the page says: enough to make the same page again."""
    counts = ", ".join(write_tally(count, table) for table, count in payload["counts"].items())
    versions = ", ".join(f"{name} {number}" for name, number in _read_versions().items())
    commit = job.git.get("commit", "")[:12] + (" with changes" if job.git.get("dirty") else "")
    facts = {
        "Report": job.report.name,
        "Parameters": write_parameters(job.parameters) or "defaults",
        "Latest article": payload["cutoff"] or "none",
        "Rows": counts,
        "Refused inputs": str(payload["rejected"]),
        **{str(key).replace("_", " ").capitalize(): str(value) for key, value in tables.items()},
        "Code": commit,
        "Versions": versions,
        "Run": hidden.name.removeprefix("."),
    }
    return {name: value for name, value in facts.items() if value}


def _read_provenance(parameters: Mapping[str, Value]) -> dict[str, Any]:
    """The provenance of the coded tables that a notebook reads, where they have any."""
    from analysis.tables import load_manifest

    folder = parameters.get("tables")
    if not isinstance(folder, str):
        return {}
    try:
        return dict(load_manifest(folder).get("provenance", {}))
    except WorkbookError:
        # The notebook itself will say what is wrong with its tables.
        return {}


def _read_versions() -> dict[str, str]:
    packages = ("attache", "pandas", "plotly")
    return {"python": platform.python_version()} | {name: version(name) for name in packages}


def _read_git(folder: Path) -> dict[str, Any]:
    """The commit of the code and whether it has changes; empty outside a repository."""
    try:
        commit, status = (
            subprocess.run(
                ["git", "-C", str(folder), *arguments],
                capture_output=True,
                text=True,
                check=True,
                timeout=10,
            ).stdout.strip()
            for arguments in (["rev-parse", "HEAD"], ["status", "--porcelain"])
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    return {"commit": commit, "dirty": bool(status)}
