"""One line a step: for people at a terminal, as JSON for everything else, and beside the run."""

from __future__ import annotations

import datetime as dt
import json
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from analysis.runs.withholding import hide

FILE = "log.jsonl"
Form = Literal["auto", "json", "text"]
Show = Callable[[dict[str, Any]], None]
# Told of each step: its name, how it stands, seconds, and what there is to say.
Tell = Callable[[str, str, float, str], None]

_lock = threading.Lock()


def show_nothing(entry: dict[str, Any]) -> None:
    """Show nothing: whoever asked for the run tells how it ended."""


def choose_show(form: Form) -> Show:
    """Choose how steps are shown on stderr: as JSON unless it is a terminal, or as asked."""
    if form == "auto":
        form = "text" if sys.stderr.isatty() else "json"
    return _show_json if form == "json" else _show_text


def open_log(report: str, folder: Path, show: Show, secrets: Iterable[str]) -> Tell:
    """Return what to tell of each step of a run, in whose hidden folder its log is kept.

    A detail that holds the value of a secret variable, or of one of `secrets`, is not told.
    """
    run = folder.name.removeprefix(".")

    def tell(step: str, state: str, seconds: float = 0.0, detail: str = "") -> None:
        now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        entry = {
            **{"time": now, "run": run, "report": report, "step": step, "state": state},
            **{"seconds": seconds, "detail": hide(detail, secrets)},
        }
        # A log that cannot be written stops no run.
        with _lock, suppress(OSError, ValueError):
            show(entry)
        with _lock, suppress(OSError), (folder / FILE).open("a", encoding="utf-8") as file:
            file.write(_write_json(entry))

    return tell


def _show_json(entry: dict[str, Any]) -> None:
    sys.stderr.write(_write_json(entry))
    sys.stderr.flush()


def _show_text(entry: dict[str, Any]) -> None:
    took = f" in {entry['seconds']:.1f} s" if entry["seconds"] else ""
    detail = f": {entry['detail']}" if entry["detail"] else ""
    clock = entry["time"][11:19]
    sys.stderr.write(f"{clock} {entry['report']}  {entry['step']} {entry['state']}{took}{detail}\n")
    sys.stderr.flush()


def _write_json(entry: dict[str, Any]) -> str:
    # Without ensure_ascii=False: no line of a log may be broken, or turned round, by a title.
    return json.dumps(entry) + "\n"
