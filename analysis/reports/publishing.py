"""Where runs and pages go: a folder a run, the latest page of each report, and the list of both.

Nothing here is ever half-written for a reader: runs and pages appear by one rename each.
"""

from __future__ import annotations

import fcntl
import json
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from analysis.errors import ReportError
from analysis.reports.page import TEMPLATES, read_static, write_dateline, write_policy

# The list shows this many of the latest runs.
RUNS_LISTED = 40
# A hidden folder this old belongs to a run that was ended from outside.
_ABANDONED = 24 * 3600


@dataclass(frozen=True)
class Run:
    """One run of one report, as run.json records it.

    `started` is UTC in ISO; `reason` and `cell` say why and where it failed; `page_bytes` is 0
    where nothing was published; `tables` is the provenance of the coded tables.
    """

    report: str
    title: str
    question: str
    state: Literal["published", "failed"]
    reason: str
    cell: int | None
    parameters: dict[str, Any]
    started: str
    seconds: float
    cutoff: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    rejected: int = 0
    notices: list[str] = field(default_factory=list)
    page_bytes: int = 0
    versions: dict[str, str] = field(default_factory=dict)
    git: dict[str, Any] = field(default_factory=dict)
    tables: dict[str, Any] = field(default_factory=dict)
    folder: Path = Path()

    @property
    def page(self) -> Path | None:
        """The page that this run published; later runs replace it."""
        if self.state == "failed":
            return None
        return self.folder.parent.parent / f"{self.report}.html"


def new_run_folder(folder: Path) -> Path:
    """Create the hidden folder in which a run is prepared; its name begins with the UTC time.

    Raises ReportError where nothing can be written.
    """
    runs = folder / "runs"
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    hidden = runs / f".{stamp}-{secrets.token_hex(3)}"
    with explain_refusal(folder):
        runs.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(runs)
        hidden.mkdir()
    return hidden


def publish(run: Run, hidden: Path) -> Run:
    """Make a run visible, and its page the latest where it passed; returns it with its folder.

    Raises ReportError where the folder takes nothing more; what readers see then stays as it was.
    """
    final = hidden.with_name(hidden.name.removeprefix("."))
    run = Run(**{**vars(run), "folder": final})
    record = {name: value for name, value in asdict(run).items() if name != "folder"}
    text = json.dumps(record, indent=2, ensure_ascii=False)
    folder = final.parents[1]
    with explain_refusal(folder), _lock(folder):
        (hidden / "run.json").write_text(text + "\n", encoding="utf-8")
        hidden.rename(final)
        runs = read_runs(folder)
        if run.page and final == _latest(runs)[run.report].folder:
            _publish_files(run.page, final)
        _replace(folder / "index.html", _write_list(runs, folder).encode())
    return run


def read_runs(folder: Path) -> list[Run]:
    """Read the recorded runs of a folder of reports, latest first."""
    records = sorted(folder.glob("runs/[0-9]*/run.json"), reverse=True)
    return [run for record in records if (run := _read_run(record))]


def _read_run(record: Path) -> Run | None:
    """Read one record; one that another version wrote, or somebody cut, is passed over."""
    try:
        return Run(**json.loads(record.read_text(encoding="utf-8")), folder=record.parent)
    except (OSError, ValueError, TypeError):
        return None


def _latest(runs: list[Run]) -> dict[str, Run]:
    """The published run of each report that started last: a slow old run does not win."""
    published = [run for run in reversed(runs) if run.state == "published"]
    return {run.report: run for run in published}


def _write_list(runs: list[Run], folder: Path) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["dateline"] = _write_run_line
    environment.filters["parameters"] = write_parameters
    latest = sorted(_latest(runs).values(), key=lambda run: run.report)
    shown = [run for run in latest if (folder / f"{run.report}.html").exists()]
    style = read_static("report.css")
    return environment.get_template("runs.html.j2").render(
        style=style,
        policy=write_policy(style, ()),
        notices=list(dict.fromkeys(notice for run in shown for notice in run.notices)),
        latest=shown,
        runs=runs[:RUNS_LISTED],
    )


def write_parameters(parameters: dict[str, Any]) -> str:
    """Write the parameters that are set, as one gives them: "since 2024-01-01, actors PRK,RUS"."""
    set_ones = {name: value for name, value in parameters.items() if value not in ("", [])}
    return ", ".join(f"{name} {_write_value(value)}" for name, value in set_ones.items())


def _write_value(value: Any) -> str:
    if isinstance(value, list):
        return ",".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _write_run_line(run: Run) -> str:
    when = f"run {run.started[:16].replace('T', ' ')} UTC"
    line = write_dateline(run.cutoff, run.counts)
    parts = (line, write_parameters(run.parameters), f"{run.page_bytes / 1e6:.1f} MB", when)
    return " · ".join(part for part in parts if part)


def _publish_files(page: Path, run: Path) -> None:
    """Put a page where readers look for it, and beside it the CSV that it names, if any."""
    companion = page.with_name(f"{page.stem}-sentences.csv")
    held = run / companion.name
    if held.exists():
        _replace(companion, held.read_bytes())
    _replace(page, (run / page.name).read_bytes())
    if not held.exists():
        companion.unlink(missing_ok=True)


def _replace(path: Path, content: bytes) -> None:
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    aside.write_bytes(content)
    aside.replace(path)


@contextmanager
def explain_refusal(folder: Path) -> Iterator[None]:
    """Turn what a folder refuses to take into a ReportError."""
    try:
        yield
    except OSError as error:
        raise ReportError(
            f"{folder}: the reports cannot be written ({error.strerror}). "
            "Make the folder writable, with room for some megabytes."
        ) from error


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    with (folder / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _remove_abandoned(runs: Path) -> None:
    for hidden in runs.glob(".[0-9]*"):
        # A run beside this one may rename its folder at any moment.
        with suppress(FileNotFoundError):
            if time.time() - hidden.stat().st_mtime > _ABANDONED:
                shutil.rmtree(hidden, ignore_errors=True)
