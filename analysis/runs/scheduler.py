"""`attache schedule`: stays in the foreground and starts each report when it is due.

Every look compares the clock on the wall with the schedules, so that a machine that slept, or a
clock that was set, is noticed within seconds. (APScheduler's own loop sleeps until the time of its
next job; set back by a day, it would sleep through that day.) A report that is due is made by a
process of its own, `attache run --due NAME`, which claims the time under the report's lock: a
second scheduler, or cron, on the same folder does no harm.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from analysis.errors import WorkbookError
from analysis.files import write_aside
from analysis.runs.cron import find_last_slot, find_next_slot
from analysis.runs.due import FOLDER, Due, find_due, tell_missed
from analysis.runs.listening import hear_signals
from analysis.runs.plan import ReportPlan
from analysis.runs.plan_file import read_plan
from analysis.runs.record import OPEN, read_runs
from analysis.runs.recovery import recover
from analysis.runs.together import tell_killed

HEARTBEAT = "heartbeat.json"
PLAN = "reports.yaml"
# Seconds between two looks at the clock.
PAUSE = 10.0
# A run that left its time open, because it could not even begin, is tried again after so long.
_PATIENCE = 300.0
# How long runs may take to end themselves when they are told to.
FAREWELL = 30.0

Tell = Callable[[str], None]
Start = Callable[[str, Path], "subprocess.Popen[bytes]"]


@dataclass
class Keeper:
    """Keeps the schedule of a plan: `look` starts what is due and collects what has ended.

    `path` is the plan's file, `folder` that of the reports; `start` begins a run of a report, by
    name and with the file of the plan that holds, in a process of its own.
    """

    path: Path
    folder: Path
    notebooks: Path
    tell: Tell
    start: Start
    plans: dict[str, ReportPlan] = field(default_factory=dict)
    working: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _seen: bytes = b""
    # The last time of each report that needs no run any more, and the one tried last, with when.
    _settled: dict[str, dt.datetime] = field(default_factory=dict)
    _tried: dict[str, tuple[dt.datetime, float]] = field(default_factory=dict)
    _told: str = ""

    def open(self) -> None:
        """Read the plan; raise PlanError where it cannot be used."""
        content = _read_bytes(self.path)
        self._take(content, read_plan(self.path, notebooks=self.notebooks))
        self._seen = content

    def look(self, now: dt.datetime) -> None:
        """Start what is due, tell what went wrong; nothing that can be mended ends the schedule."""
        try:
            self._read_again()
            self._collect()
            for due in self._find_due(now):
                self._begin(due)
            self._beat(now)
            self._told = ""
        except (WorkbookError, OSError) as error:
            if str(error) != self._told:
                self.tell(f"{error}")
            self._told = str(error)

    def end(self) -> None:
        """End the runs under way; they are recorded as killed, and tried again when it starts."""
        for process in self.working.values():
            process.terminate()
        until = time.monotonic() + FAREWELL
        for name, process in self.working.items():
            try:
                process.wait(max(0.0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                self.tell(f"{name}: did not end itself and was killed.")
                process.kill()
                process.wait()
        self.working.clear()
        (self.folder / FOLDER / HEARTBEAT).unlink(missing_ok=True)

    def _take(self, content: bytes, plans: dict[str, ReportPlan]) -> None:
        """Make plans the ones that hold: runs read a copy, whatever becomes of the file."""
        write_aside(self.folder / FOLDER / PLAN, content)
        self.plans = plans
        self._settled.clear()

    def _read_again(self) -> None:
        content = _read_bytes(self.path)
        if content == self._seen:
            return
        try:
            self._take(content, read_plan(self.path, notebooks=self.notebooks))
        except WorkbookError as error:
            self.tell(f"{error}\n{self.path.name} is wrong: the one before it still holds.")
        else:
            self.tell(f"{self.path.name} was read again: {', '.join(self.plans)}.")
        self._seen = content

    def settle(self) -> None:
        """Settle what killed runs left, and tell of them: their next time may be a week away."""
        tell_killed(recover(self.folder), list(self.plans.values()))

    def _collect(self) -> None:
        codes = [process.poll() for process in self.working.values()]
        self.working = {n: process for n, process in self.working.items() if process.poll() is None}
        if any(code is not None and code < 0 for code in codes):
            self.settle()

    def _find_due(self, now: dt.datetime) -> list[Due]:
        """Find what is to be started; the runs, maybe those of years, are read only if needed."""
        slots = {
            plan.name: slot
            for plan in self.plans.values()
            if plan.schedule and (slot := find_last_slot(plan.schedule, now))
        }
        unsettled = [
            self.plans[name]
            for name, slot in slots.items()
            if self._settled.get(name) != slot and name not in self.working
        ]
        runs = read_runs(self.folder) if unsettled else []
        due = find_due(unsettled, runs, now)
        under_way = {run.report for run in runs if run.state in OPEN}
        for plan in unsettled:
            if plan.name not in under_way and not any(one.plan is plan for one in due):
                self._settled[plan.name] = slots[plan.name]
        return due

    def _begin(self, due: Due) -> None:
        name = due.plan.name
        if due.missed:
            self._settled[name] = due.slot
            tell_missed(due, self.folder, self.tell)
            return
        slot, since = self._tried.get(name, (None, 0.0))
        if slot == due.slot and time.monotonic() - since < _PATIENCE:
            return
        if len(self.working) < due.plan.at_once:
            self._tried[name] = (due.slot, time.monotonic())
            self.working[name] = self.start(name, self.folder / FOLDER / PLAN)

    def _beat(self, now: dt.datetime) -> None:
        """Leave a sign of life, with what is under way and what comes next."""
        times = {
            plan.name: slot.isoformat()
            for plan in self.plans.values()
            if plan.schedule and (slot := find_next_slot(plan.schedule, now))
        }
        sign = {
            "time": now.isoformat(timespec="seconds"),
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "under_way": sorted(self.working),
            "next": times,
        }
        write_aside(self.folder / FOLDER / HEARTBEAT, f"{json.dumps(sign, indent=1)}\n".encode())


def keep_schedule(keeper: Keeper) -> None:
    """Keep a schedule until SIGTERM or Ctrl-C; raise PlanError where the plan cannot be used."""
    keeper.open()
    keeper.settle()
    with hear_signals() as stop:
        while not stop.is_set():
            keeper.look(dt.datetime.now(dt.UTC))
            stop.wait(PAUSE)
    keeper.end()


def start_run(name: str, plan: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start a run in a process of its own, which Ctrl-C does not reach."""
    command = [sys.executable, "-m", "analysis", "run", "--due", name]
    command += ["--plan", str(plan), "--reports", str(folder)]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""  # read_plan says what is wrong
