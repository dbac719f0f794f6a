"""The work of a run in a process of its own, watched by the one that publishes.

The worker touches nothing that readers see. The two hold the ends of one connection: whichever
dies, the other reads its end and ends every process of the run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from analysis.reports.processes import GIGABYTE, MARK, end_processes, measure_memory
from analysis.reports.running import find_stopped_cell
from analysis.runs.log import Tell
from analysis.runs.work import Outcome, Task

# How often the clock is looked at, in seconds.
_PAUSE = 0.2
# How long a worker may take to die once its connection has ended, in seconds.
_DYING = 5
STOPPED = "ended on request."


@dataclass
class _Progress:
    """What the worker told: which notebooks are under way."""

    under_way: list[str]

    def note(self, step: str, state: str) -> None:
        if state == "running":
            self.under_way.append(step)
        elif step in self.under_way:
            self.under_way.remove(step)


def supervise(task: Task, tell: Tell, stopped: Callable[[], bool]) -> Outcome:
    """Let a worker do the work of a run; end it, with all it started, when its time is over."""
    here, there = Pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "analysis.runs.worker", str(there.fileno())],
        env={**os.environ, MARK: task.run},
        stdin=subprocess.DEVNULL,
        pass_fds=[there.fileno()],
        start_new_session=True,
    )
    there.close()
    progress = _Progress([])
    outcome = None
    try:
        with suppress(OSError):
            here.send(task)
            outcome = _follow(here, process.pid, task, progress, tell, stopped)
        if outcome is None:
            # It is dying. Ended as a process of its run, it could not say any more how it died.
            with suppress(subprocess.TimeoutExpired):
                process.wait(_DYING)
    finally:
        here.close()
        end_processes(task.run, process.pid)
        code = process.wait()
    return _locate(outcome or _explain_death(code), task, progress)


def _follow(
    channel: Connection,
    worker: int,
    task: Task,
    progress: _Progress,
    tell: Tell,
    stopped: Callable[[], bool],
) -> Outcome | None:
    """Pass on what a worker tells until it is done; None where it died."""
    seconds, most = task.limits.minutes * 60, task.limits.memory_gb
    deadline = time.monotonic() + seconds
    while True:
        if stopped():
            return Outcome("killed", STOPPED)
        if time.monotonic() >= deadline:
            return Outcome("timed_out", f"took longer than {seconds:g} seconds and was ended.")
        # Its kernels are watched by itself.
        if measure_memory(worker, alone=True) > most * GIGABYTE:
            return Outcome("failed", f"its worker took more than {most:g} GB of memory: ended.")
        if not channel.poll(_PAUSE):
            continue
        try:
            told = channel.recv()
        except EOFError:
            return None
        if isinstance(told, Outcome):
            return told
        progress.note(*told[:2])
        tell(*told)


def _explain_death(code: int) -> Outcome:
    if code < 0:
        return Outcome("killed", f"its worker was ended from outside (signal {-code}).")
    return Outcome("failed", f"its worker ended without a word (exit code {code}).")


def _locate(outcome: Outcome, task: Task, progress: _Progress) -> Outcome:
    """Add where a run was that did not end by itself."""
    if outcome.state not in ("timed_out", "killed") or outcome.notebook or not progress.under_way:
        return outcome
    name = progress.under_way[0]
    folder: Path = task.jobs[0].folder
    return replace(outcome, notebook=name, cell=find_stopped_cell(folder / f"{name}.ipynb"))
