"""What is known of a run: `run.json` in its folder, from the moment it is queued.

A folder is hidden until its run has ended. A hidden one whose owner is gone is that of a killed
run, whatever it says of itself: only what is revealed has happened.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from analysis.files import write_aside
from analysis.reports.page_record import PageRecord
from analysis.runs.locks import is_held

State = Literal["queued", "running", "published", "refused", "failed", "timed_out", "killed"]
STATES: tuple[State, ...] = get_args(State)
# States of a run that has not ended.
OPEN: tuple[State, ...] = ("queued", "running")
FILE = "run.json"
KILLED = "its process was ended from outside before it could say why."


@dataclass(frozen=True)
class Run:
    """One run of one report, as run.json records it.

    `number` orders the runs of a folder, whatever the clock says; 0 where an older version wrote
    the record. `reason`, `notebook` and `cell` (from 1) say why and where it stopped. `parameters`
    are those of its notebooks, dates resolved, `asked` those of the plan as written. `scheduled`
    is the time it serves (UTC), empty by hand. `queued`, `started`, `ended` are UTC in ISO;
    `seconds` and `durations` (by step) count from `started`. `inputs` are the SHA-256 of what was
    read, by path or address; `tables` says what was coded from them. `folder` is where it lies.
    """

    report: str
    state: State
    number: int = 0
    notebooks: list[str] = field(default_factory=list)
    reason: str = ""
    notebook: str = ""
    cell: int | None = None
    parameters: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, Any] = field(default_factory=dict)
    scheduled: str = ""
    queued: str = ""
    started: str = ""
    ended: str = ""
    seconds: float = 0.0
    durations: dict[str, float] = field(default_factory=dict)
    pages: list[PageRecord] = field(default_factory=list)
    inputs: dict[str, str] = field(default_factory=dict)
    tables: dict[str, Any] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    git: dict[str, Any] = field(default_factory=dict)
    owner: dict[str, Any] = field(default_factory=dict)
    folder: Path = Path()

    @property
    def name(self) -> str:
        """The name of its folder, hidden or not."""
        return self.folder.name.removeprefix(".")

    @property
    def page(self) -> Path | None:
        """Where its first page was put for readers; None where it published none."""
        if self.state != "published" or not self.pages:
            return None
        return self.folder.parents[1] / self.pages[0].file


def write_run(run: Run) -> None:
    """Write run.json into the folder of a run, in one step."""
    record = asdict(run)
    del record["folder"]
    text = json.dumps(record, indent=2, ensure_ascii=False)
    write_aside(run.folder / FILE, f"{text}\n".encode())


def read_runs(folder: Path) -> list[Run]:
    """Read the runs of a folder of reports, latest first, those under way included.

    One that is hidden reads as killed where its owner is gone; a record that is no record is
    passed over.
    """
    runs = folder / "runs"
    found = [_read_run(path) for path in runs.glob("[0-9]*/run.json")]
    found += [_read_hidden(path) for path in runs.glob(".[0-9]*/run.json")]
    read = [run for run in found if run is not None]
    return sorted(read, key=lambda run: (run.number, run.name), reverse=True)


def read_run(folder: Path) -> Run | None:
    """Read the run of one folder as its record says; None where it has none that can be read."""
    return _read_run(folder / FILE)


def end_dead(run: Run) -> Run:
    """Return a run whose owner is gone as killed, unless it had failed before that."""
    if run.state in (*OPEN, "published"):
        return replace(run, state="killed", reason=KILLED, pages=[])
    return run


def _read_hidden(path: Path) -> Run | None:
    run = _read_run(path)
    if run is None:
        return None
    if is_held(path.parents[2], run.name):
        return run if run.state in OPEN else replace(run, state="running", pages=[])
    # It may have ended, and been revealed, since it was read.
    revealed = _read_run(path.parents[1] / run.name / FILE)
    return revealed or end_dead(run)


def _read_run(path: Path) -> Run | None:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        if "pages" not in record:
            record = _renew(record)
        known = {one.name for one in fields(Run)}
        held = {name: value for name, value in record.items() if name in known}
        held["pages"] = [PageRecord(**page) for page in record["pages"]]
        run = Run(**held, folder=path.parent)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return run if run.state in STATES else None


def _renew(record: Mapping[str, Any]) -> dict[str, Any]:
    """Turn a record from before runs had several pages into one of today."""
    report = record["report"]
    page = {
        "notebook": report,
        "file": f"{report}.html",
        "bytes": record["page_bytes"],
        **{name: record[name] for name in ("title", "question", "cutoff", "counts", "rejected")},
        **{name: record[name] for name in ("notices", "parameters")},
        "record": "briefing.json",
    }
    published = record["state"] == "published"
    return {
        **record,
        "notebooks": [report],
        "notebook": "" if published else report,
        "queued": record["started"],
        "pages": [page] if published else [],
    }
