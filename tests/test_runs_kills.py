"""Runs that are killed or find no room, at every step: readers always see the last good pages."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psutil
import pytest

from analysis.errors import ReportError
from analysis.reports.processes import MARK
from analysis.runs import engine, index, recovery, supervising
from analysis.runs.engine import run_report
from analysis.runs.locks import LOCKS
from analysis.runs.plan import Limits, ReportPlan
from analysis.runs.record import KILLED, Run, read_run, read_runs
from tests.conftest import ROOT
from tests.pages import samples
from tests.test_runs import PAGES, Desk

# Killed, or without room, at each write


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path, monkeypatch)
    monkeypatch.setattr(engine, "read_versions", dict)
    # What the front page says is tested elsewhere; here it is only one more write.
    for module in (engine, index):
        monkeypatch.setattr(module, "write_index", write_list)
    return desk


def write_list(folder: Path, plans: object = None, *, replacing: str = "") -> None:
    runs = [f"{run.name} {run.state}" for run in read_runs(folder)]
    runs = [f"{replacing} is being replaced", *runs] if replacing else runs
    aside = folder / ".index"
    aside.write_text("\n".join(runs), encoding="utf-8")
    aside.replace(folder / "index.html")


WRITES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.copyfile", "os.truncate")


def run_in_child(desk: Desk, number: int, fail: Callable[[], None]) -> int:
    """Run the report in a forked process in which the write of a number fails; how it ended.

    Returns the wait status of the process: exit code 0 where it was published, 1 where it was
    not, 2 where it could not be recorded at all, 3 where the write of that number never came.
    """
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    writes = 0

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal writes
        writing = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if (writing or event in WRITES) and str(desk.folder) in str(arguments):
            writes += 1
            if writes == number:
                fail()

    code = 2
    try:
        sys.addaudithook(watch)
        run = desk.run()
        code = 3 if writes < number else int(run.state != "published")
    except (ReportError, OSError):
        code = 2
    finally:
        os._exit(code)


def check_readers(desk: Desk, good: Run) -> None:
    """What readers see is whole: the pages of a run that was published, this one or a later one.

    Of one run, or the front page says that they may not be.
    """
    shown = desk.read_pages()
    assert len(shown) == len(PAGES)
    told = "weekly is being replaced" in (desk.folder / "index.html").read_text(encoding="utf-8")
    assert told or len(set(shown)) == 1
    for name in shown:
        run = read_run(desk.folder / "runs" / name)
        assert run is not None
        assert run.state == "published"
        assert run.number >= good.number


def check_truth(desk: Desk) -> None:
    """After the next command everything is settled, and agrees."""
    runs = read_runs(desk.folder)
    published = next(run for run in runs if run.state == "published")
    assert desk.read_pages() == [published.name] * 2
    assert all(run.state in ("published", "failed", "killed") for run in runs)
    assert [path.name for path in desk.folder.glob("runs/.*")] == []
    assert [path.name for path in desk.folder.glob(".aside*")] == []
    assert [path.name for path in (desk.folder / LOCKS).glob("*.run")] == []
    listed = (desk.folder / "index.html").read_text(encoding="utf-8").splitlines()
    assert listed == [f"{run.name} {run.state}" for run in runs]


def test_killed_at_any_write_a_run_leaves_the_last_good_pages(desk: Desk) -> None:
    killed = 0
    while True:
        good = next((run for run in read_runs(desk.folder) if run.state == "published"), None)
        good = good or desk.run()
        status = run_in_child(desk, killed + 1, lambda: os.kill(os.getpid(), signal.SIGKILL))
        if not os.WIFSIGNALED(status):
            break
        killed += 1
        check_readers(desk, good)
        recovery.recover(desk.folder)
        check_truth(desk)
    assert os.waitstatus_to_exitcode(status) == 3, "the last one was not killed any more"
    assert killed > 20
    assert desk.run().state == "published"


def test_a_run_that_finds_no_room_at_any_write_leaves_the_last_good_pages(desk: Desk) -> None:
    def fill() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    full, codes = 0, set()
    good = desk.run()
    while True:
        code = os.waitstatus_to_exitcode(run_in_child(desk, full + 1, fill))
        if code == 3:
            break
        full += 1
        codes.add(code)
        check_readers(desk, good)
        latest = read_runs(desk.folder)[0]
        assert code != 0 or (latest.state == "published" and latest.number > good.number)
        assert code != 1 or (latest.state == "failed" and "No space left" in latest.reason)
        good = next(run for run in read_runs(desk.folder) if run.state == "published")
        recovery.recover(desk.folder)
        check_readers(desk, good)
    assert codes == {0, 1, 2}, "published all the same, failed, and not even recorded"
    assert desk.run().state == "published"
    check_truth(desk)


# Killed while it works


CHILDREN = """\
import os, pathlib, subprocess, sys, time
fleeing = [["sleep", "600"], ["setsid", "--fork", "sleep", "600"]]
for command in [*fleeing, ["env", "-i", "setsid", "--fork", "sleep", {naked!r}]]:
    subprocess.Popen(command, start_new_session=True)
pathlib.Path({started!r}).touch()
time.sleep(600)"""

FLEEING = 3

RUN = ["-m", "analysis", "run", "weekly"]
# What `attache report` does once it has coded.
BY_HAND = """\
from analysis.cli.ending import ended_by_signals, rate
from analysis.runs import by_hand
with ended_by_signals() as stop:
    (run,) = by_hand.render(stop=stop)
raise SystemExit(rate(run))"""


class Office:
    """A report whose notebook starts children that flee, and then hangs; real processes."""

    def __init__(self, path: Path) -> None:
        self.root, self.folder, self.notebooks = path, path / "reports", path / "notebooks"
        self.started = path / "started"
        # How long the child sleeps that does not bear the mark: what it is known by.
        self.naked = f"{1000 + time.time() % 1000:.6f}"
        self.write("1-one", CHILDREN.format(started=str(self.started), naked=self.naked))

    def write(self, name: str, cell: str) -> None:
        samples.write_notebook(self.notebooks / f"{name}.ipynb", [cell, *samples.QUICK])

    def run(self, notebooks: list[str], limits: Limits) -> Run:
        plan = ReportPlan("weekly", tuple(notebooks), limits=limits)
        return run_report(plan, folder=self.folder, notebooks=self.notebooks)

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start `attache run`, or another program, and wait until the notebook hangs."""
        (self.root / "reports.yaml").write_text("reports:\n  weekly: {notebooks: [1-one]}\n")
        process = subprocess.Popen(
            [sys.executable, *(command or RUN)],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        # A child that was started is not yet "sleep": that it becomes a moment later.
        while not self.started.exists() or self.list_processes().count("sleep") < FLEEING:
            assert process.poll() is None
            time.sleep(0.05)
        return process

    def list_processes(self) -> list[str]:
        """The processes that a run of this folder started."""
        names = [run.name for run in read_runs(self.folder)]
        found = []
        for process in psutil.process_iter():
            try:
                marked = process.environ().get(MARK, "").startswith(tuple(names))
                ours = marked or process.cmdline() == ["sleep", self.naked]
                if ours and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(process.name())
            except psutil.Error:
                continue
        return sorted(found)

    def list_sockets(self) -> list[str]:
        names = [run.name for run in read_runs(self.folder)]
        temporary = Path(tempfile.gettempdir())
        return [p.name for name in names for p in temporary.glob(f"attache-{name}*")]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_killed_runner_is_told_of_and_leaves_no_process_behind(office: Office) -> None:
    runner = office.start()
    (under_way,) = read_runs(office.folder)
    assert under_way.state == "running"
    assert office.list_processes().count("sleep") == FLEEING
    runner.kill()
    runner.wait()
    (dead,) = read_runs(office.folder)
    assert (dead.state, dead.reason) == ("killed", KILLED), "whoever looks is told the truth"
    (revealed,) = recovery.recover(office.folder)
    assert revealed.folder.name == under_way.name
    assert (office.list_processes(), office.list_sockets()) == ([], [])
    assert "ended from outside" in (office.folder / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (RUN, signal.SIGTERM),
        (["-c", BY_HAND], signal.SIGINT),
    ],
)
def test_a_runner_that_is_told_to_end_ends_in_order(
    office: Office, command: list[str], told: signal.Signals
) -> None:
    runner = office.start(*command)
    runner.send_signal(told)
    assert runner.wait(60) == 6
    (run,) = read_runs(office.folder)
    assert (run.state, run.reason, run.notebook, run.cell) == (
        "killed",
        "ended on request.",
        "1-one",
        3,
    )
    assert not run.folder.name.startswith(".")
    assert (office.list_processes(), office.list_sockets()) == ([], [])


def test_a_killed_worker_is_the_end_of_its_run(office: Office) -> None:
    runner = office.start()
    (worker,) = psutil.Process(runner.pid).children()
    worker.kill()
    assert runner.wait(60) == 6
    (run,) = read_runs(office.folder)
    assert "its worker was ended from outside (signal 9)" in run.reason
    assert (office.list_processes(), office.list_sockets()) == ([], [])


def test_how_a_worker_ends_is_its_own_word_though_its_connection_ends_first(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = office.root / "dying"
    dying.write_text(
        f"#!{sys.executable}\nimport os, signal, sys, time\n"
        "os.close(int(sys.argv[3]))\ntime.sleep(0.3)\nos.kill(os.getpid(), signal.SIGTERM)\n"
    )
    dying.chmod(0o755)
    monkeypatch.setattr(supervising, "sys", SimpleNamespace(executable=str(dying)))
    run = office.run(["1-one"], Limits(minutes=15))
    assert (run.state, run.reason) == (
        "killed",
        "its worker was ended from outside (signal 15).",
    )


def test_a_run_that_takes_too_long_is_ended_with_all_it_started(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = time.monotonic
    # The time is over as soon as the notebook hangs.
    late = SimpleNamespace(monotonic=lambda: real() + 1e6 * office.started.exists())
    monkeypatch.setattr(supervising, "time", late)
    run = office.run(["1-one"], Limits(minutes=15))
    assert (run.state, run.notebook, run.cell) == ("timed_out", "1-one", 3)
    assert run.reason == "took longer than 900 seconds and was ended."
    assert (office.list_processes(), office.list_sockets()) == ([], [])


def test_a_worker_that_floods_memory_itself_is_ended(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "read_git", lambda folder: {})
    start = subprocess.Popen
    sleep = ["sleep", office.naked]
    monkeypatch.setattr(subprocess, "Popen", lambda _, **given: start(sleep, **given))
    monkeypatch.setattr(supervising, "measure_memory", lambda pid, **_: 5 * 1024**3)
    run = office.run(["1-one"], Limits(memory_gb=4))
    assert (run.state, run.reason) == (
        "failed",
        "its worker took more than 4 GB of memory: ended.",
    )
    assert office.list_processes() == []


def test_a_notebook_that_floods_memory_or_its_output_is_ended(office: Office) -> None:
    office.write("1-one", "held = []\nwhile True: held.append(b'1' * 20_000_000)")
    office.write("2-two", "print('x' * 100_000_000)")
    run = office.run(["1-one", "2-two"], Limits(memory_gb=0.5))
    assert (run.state, run.notebook, run.cell) == ("failed", "1-one", 3)
    log = [json.loads(line) for line in (run.folder / "log.jsonl").read_text().splitlines()]
    why = {entry["step"]: entry["detail"] for entry in log if entry["state"] == "failed"}
    assert "took more than 0.5 GB of memory" in why["1-one"] or "MemoryError" in why["1-one"]
    assert "printed more than 20 MB" in why["2-two"]
    assert sum(path.stat().st_size for path in run.folder.iterdir()) < 1_000_000
