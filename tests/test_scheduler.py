"""`attache schedule`: starts what is due, survives what goes wrong, ends cleanly."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from analysis.errors import PlanError
from analysis.runs import scheduler
from analysis.runs.record import Run, State, write_run
from analysis.runs.scheduler import FOLDER, HEARTBEAT, PLAN, Keeper
from tests.conftest import ROOT

TEXT = """
reports:
  daily: {notebooks: [3-visits], schedule: {cron: "0 6 * * *"}}
  weekly: {notebooks: [3-visits], schedule: {cron: "0 6 * * 4"}}
  by-hand: {notebooks: [3-visits]}
"""
SIX = "2024-06-20T06:00:00+00:00"  # a Thursday


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"2024-06-20 {text}").replace(tzinfo=dt.UTC)


class Process:
    """A run in a process of its own, which ends when it is told to."""

    code: int | None = None
    deaf = False

    def poll(self) -> int | None:
        return self.code

    def terminate(self) -> None:
        self.code = self.code if self.deaf else 6

    def kill(self) -> None:
        self.code = -9

    def wait(self, timeout: float = 0) -> int:
        if self.code is None:
            raise subprocess.TimeoutExpired("run", timeout)
        return self.code


@dataclass
class Desk:
    """A schedule with what it starts and tells."""

    folder: Path
    path: Path
    told: list[str] = field(default_factory=list)
    started: list[str] = field(default_factory=list)
    processes: dict[str, Process] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.keeper = Keeper(self.path, self.folder, ROOT / "notebooks", self.told.append, self.start)  # type: ignore[arg-type]  # fmt: skip
        self.keeper.open()

    def start(self, name: str, plan: Path) -> Process:
        assert plan == self.folder / FOLDER / PLAN
        self.started.append(name)
        self.processes[name] = Process()
        return self.processes[name]

    def end(self, name: str, state: State = "published") -> None:
        """A run ends and leaves its record."""
        self.processes.pop(name).code = 0
        self.record(name, state)

    def record(self, name: str, state: State = "published", scheduled: str = SIX) -> None:
        place = self.folder / "runs" / f"{scheduled[:10]}-{name}"
        place.mkdir(parents=True)
        write_run(Run(name, state, scheduled=scheduled, folder=place))

    def look(self, time: str) -> list[str]:
        """Look at the clock; returns what has been started since the last look."""
        before = len(self.started)
        self.keeper.look(at(time))
        return self.started[before:]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    path = tmp_path / "reports.yaml"
    path.write_text(TEXT, "utf-8")
    return Desk(tmp_path / "reports", path)


def test_what_is_due_is_started_once(desk: Desk) -> None:
    assert desk.look("06:00:05") == ["daily", "weekly"]
    assert desk.look("06:00:15") == []
    desk.end("daily")
    desk.end("weekly", "failed")
    assert desk.look("06:00:25") == []
    assert desk.look("23:59:00") == []
    assert desk.told == []


def test_so_many_at_once_as_the_plan_says_the_others_after_them(desk: Desk) -> None:
    desk.path.write_text(f"at_once: 1\n{TEXT}", "utf-8")
    assert desk.look("06:00:05") == ["daily"]
    assert desk.look("06:00:15") == []
    desk.end("daily")
    assert desk.look("06:00:25") == ["weekly"]


def test_a_run_that_cannot_begin_is_not_tried_every_ten_seconds(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    monkeypatch.setattr(scheduler.time, "monotonic", lambda: clock[0])
    desk.look("06:00:05")
    desk.processes["daily"].code = 1
    desk.end("weekly")
    assert desk.look("06:00:15") == []
    clock[0] = 301.0
    assert desk.look("06:05:15") == ["daily"]


def test_a_run_of_another_scheduler_is_left_to_it_until_it_was_killed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = [Run(name, "running", scheduled=SIX) for name in ("daily", "weekly")]
    monkeypatch.setattr(scheduler, "read_runs", lambda _folder: runs)
    assert desk.look("06:00:05") == []
    runs[:] = [Run("daily", "killed", scheduled=SIX), Run("weekly", "published", scheduled=SIX)]
    assert desk.look("06:00:15") == ["daily"]


def test_what_a_killed_run_left_is_settled_at_the_next_look(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled: list[Path] = []
    monkeypatch.setattr(scheduler, "recover", lambda folder: settled.append(folder) or [])
    desk.look("06:00:05")
    desk.end("weekly")
    desk.look("06:00:15")
    assert settled == [], "it ended by itself"
    desk.processes["daily"].code = -9
    desk.look("06:00:25")
    assert settled == [desk.folder]


def test_years_of_runs_are_read_only_when_a_time_has_come(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.look("06:00:05")
    desk.end("daily")
    desk.end("weekly")
    desk.look("06:00:15")
    monkeypatch.setattr(scheduler, "read_runs", lambda _folder: pytest.fail("not needed"))
    assert desk.look("06:00:25") == []


def test_a_clock_that_is_set_back_starts_nothing_anew(desk: Desk) -> None:
    desk.look("06:00:05")
    desk.end("daily")
    desk.end("weekly")
    assert desk.look("05:30:00") == []
    assert desk.look("06:00:05") == []


def test_a_changed_plan_is_read_again_a_wrong_one_is_told_once_and_not_taken(desk: Desk) -> None:
    desk.record("daily", scheduled="2024-06-19T06:00:00+00:00")
    desk.record("weekly", scheduled="2024-06-13T06:00:00+00:00")
    desk.path.write_text(TEXT.replace("0 6 * * *", "0 5 * * 9"), "utf-8")
    assert desk.look("05:30:00") == []
    assert desk.look("05:30:10") == []
    (told,) = desk.told
    assert "reports.yaml, line 3: reports.daily.schedule.cron: is '0 5 * * 9'" in told
    assert "reports.yaml is wrong: the one before it still holds." in told
    assert (desk.folder / FOLDER / PLAN).read_text("utf-8") == TEXT, "what runs are made from"
    assert desk.look("06:00:00") == ["daily", "weekly"]
    desk.path.unlink()
    desk.look("06:00:10")
    assert "No such file" in desk.told[1]
    desk.end("daily")
    desk.path.write_text(TEXT.replace("weekly", "other"), "utf-8")
    assert desk.look("06:00:20") == ["other"]
    assert desk.told[2] == "reports.yaml was read again: daily, other, by-hand."
    assert "other" in (desk.folder / FOLDER / PLAN).read_text("utf-8")


def test_a_plan_that_is_wrong_from_the_start_is_refused(desk: Desk) -> None:
    desk.path.write_text("reports: {}", "utf-8")
    with pytest.raises(PlanError, match="there are no reports"):
        desk.keeper.open()


def test_a_sign_of_life_says_what_is_under_way_and_what_comes_next(desk: Desk) -> None:
    desk.look("06:00:05")
    sign = json.loads((desk.folder / FOLDER / HEARTBEAT).read_text("utf-8"))
    assert sign["time"] == "2024-06-20T06:00:05+00:00"
    assert sign["pid"] == os.getpid()
    assert sign["under_way"] == ["daily", "weekly"]
    assert sign["next"] == {
        "daily": "2024-06-21T06:00:00+00:00",
        "weekly": "2024-06-27T06:00:00+00:00",
    }


def test_a_folder_that_takes_nothing_is_told_once_and_ends_nothing(desk: Desk) -> None:
    (desk.folder / FOLDER / HEARTBEAT).mkdir()
    assert desk.look("06:00:05") == ["daily", "weekly"]
    desk.look("06:00:15")
    assert len(desk.told) == 1
    (desk.folder / FOLDER / HEARTBEAT).rmdir()
    desk.look("06:00:25")
    assert len(desk.told) == 1


def test_a_time_that_is_too_old_is_told_as_missed_and_not_started(desk: Desk) -> None:
    desk.path.write_text(TEXT.replace('"}}', '", grace_hours: 1}}'), "utf-8")
    desk.record("daily", scheduled="2024-06-19T06:00:00+00:00")
    assert desk.look("07:00:05") == []
    assert desk.look("07:00:15") == []
    missed = [line for line in desk.told if "missed" in line]
    assert missed == [
        f"daily: the run of {SIX} was missed, and its grace is over. "
        "`attache run daily` makes it now."
    ]


def test_at_its_end_it_ends_its_runs_and_its_sign_of_life(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scheduler, "FAREWELL", 0.0)
    desk.look("06:00:05")
    daily, weekly = desk.processes["daily"], desk.processes["weekly"]
    weekly.deaf = True
    desk.keeper.end()
    assert (daily.code, weekly.code) == (6, -9)
    assert desk.told == ["weekly: did not end itself and was killed."]
    assert not (desk.folder / FOLDER / HEARTBEAT).exists()


# The command


def test_whoever_only_asks_what_is_due_waits_for_no_pandas(tmp_path: Path) -> None:
    (tmp_path / "notebooks").symlink_to(ROOT / "notebooks")
    (tmp_path / "reports.yaml").write_text("reports: {a: {notebooks: [3-visits]}}", "utf-8")
    (tmp_path / "reports" / "runs").mkdir(parents=True)
    asked = (
        "import sys; from analysis.cli import main\n"
        "try: main(['run', '--due'])\n"
        "finally: print(*{'pandas', 'numpy', 'jinja2', 'papermill'} & sys.modules.keys())"
    )
    told = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (told.stdout.strip(), told.stderr) == ("", "")


@pytest.fixture
def command(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    (tmp_path / "notebooks").symlink_to(ROOT / "notebooks")
    (tmp_path / "reports.yaml").write_text("reports: {a: {notebooks: [3-visits]}}", "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "analysis", "schedule"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process
    process.kill()
    process.wait()


def test_the_command_lives_until_it_is_told_to_end(
    command: subprocess.Popen[str], tmp_path: Path
) -> None:
    heartbeat = tmp_path / "reports" / FOLDER / HEARTBEAT
    while not heartbeat.exists():
        assert command.poll() is None, command.communicate()
        time.sleep(0.05)
    command.send_signal(signal.SIGTERM)
    _, told = command.communicate()
    assert (command.returncode, told) == (0, "")
    assert not heartbeat.exists()
