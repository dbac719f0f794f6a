"""One run of one report: its states, its record, its locks; all of its pages, or none."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.errors import ParameterError
from analysis.reports.page_record import PageRecord
from analysis.runs import engine, locks, withholding
from analysis.runs.engine import run_report
from analysis.runs.plan import ReportPlan
from analysis.runs.record import STATES, Run, State, read_runs
from analysis.runs.setting import Setting
from analysis.runs.work import Outcome, Task
from tests.pages import samples

WEEKLY = ReportPlan("weekly", ("1-one", "2-two"), {"top": 3})
PAGES = ("weekly-1-one.html", "weekly-2-two.html")
Work = Callable[..., Outcome]


def publish(task: Task, *_: object) -> Outcome:
    """Stand in for the work: leaves both pages of a run, each with the run's name in it."""
    pages = []
    for job in task.jobs:
        (job.folder / f"{job.page}.html").write_text(task.run, encoding="utf-8")
        pages.append(PageRecord(job.report.name, f"{job.page}.html", "Title", "Question?"))
    return Outcome(pages=pages)


class Desk:
    """A folder of reports with two notebooks, and work that takes no kernel."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.notebooks = path / "reports", path / "notebooks"
        for name in WEEKLY.notebooks:
            samples.write_notebook(self.notebooks / f"{name}.ipynb", samples.QUICK)
        self._patch = monkeypatch
        monkeypatch.setattr(engine, "read_git", lambda folder: {})
        self.let(publish)

    def let(self, work: Work) -> None:
        self._patch.setattr(engine, "supervise", work)

    def run(self, plan: ReportPlan = WEEKLY, **setting: object) -> Run:
        return run_report(
            plan,
            folder=self.folder,
            notebooks=self.notebooks,
            setting=Setting(**setting),  # type: ignore[arg-type]
        )

    def read_pages(self) -> list[str]:
        """What readers see of the report: the name of the run that each page is from."""
        found = [self.folder / name for name in PAGES]
        return [page.read_text(encoding="utf-8") for page in found if page.exists()]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


# What becomes of a run


def test_a_published_run_puts_out_all_its_pages(desk: Desk) -> None:
    run = desk.run()
    assert (run.state, run.reason, run.number) == ("published", "", 1)
    assert desk.read_pages() == [run.name] * 2
    assert read_runs(desk.folder) == [run]


def test_what_a_page_no_longer_has_beside_it_goes(desk: Desk) -> None:
    def publish_more(task: Task, *_: object) -> Outcome:
        outcome = publish(task)
        companion, pdf = "weekly-1-one-sentences.csv", "weekly-1-one.pdf"
        for name in (companion, pdf):
            (task.jobs[0].folder / name).write_text("beside it")
        first = replace(outcome.pages[0], companion=companion, pdf=pdf)
        return replace(outcome, pages=[first, *outcome.pages[1:]])

    desk.let(publish_more)
    desk.run()
    beside = ["weekly-1-one-sentences.csv", "weekly-1-one.pdf"]
    assert all((desk.folder / name).exists() for name in beside)
    desk.let(publish)
    desk.run()
    assert not any((desk.folder / name).exists() for name in beside)


@pytest.mark.parametrize("state", [state for state in STATES[2:] if state != "published"])
def test_a_run_that_is_not_published_leaves_the_last_good_pages(desk: Desk, state: State) -> None:
    good = desk.run()
    desk.let(lambda task, *_: replace(publish(task), state=state, reason="why", pages=[]))
    bad = desk.run()
    assert (bad.state, bad.reason, bad.page) == (state, "why", None)
    assert desk.read_pages() == [good.name] * 2
    assert [run.state for run in read_runs(desk.folder)] == [state, "published"]
    assert "why" in (desk.folder / "index.html").read_text(encoding="utf-8")


def test_a_run_is_on_record_from_the_moment_it_is_queued(desk: Desk) -> None:
    seen: list[State] = []

    def look(task: Task, *_: object) -> Outcome:
        seen.extend(run.state for run in read_runs(desk.folder))
        return publish(task)

    desk.let(look)
    with ExitStack() as stack:
        for _ in range(WEEKLY.at_once):
            stack.enter_context(locks.hold_slot(desk.folder, WEEKLY.at_once, lambda: None))
        with ThreadPoolExecutor() as pool:
            running = pool.submit(desk.run)
            while not (queued := read_runs(desk.folder)):
                assert not running.done()
            assert [run.state for run in queued] == ["queued"], "there is no room for it yet"
            stack.close()
    assert seen == ["running"]
    assert running.result().state == "published"


def test_the_record_says_what_it_takes_to_make_it_again(desk: Desk) -> None:
    desk.let(lambda task, *_: replace(publish(task), inputs={"a.txt": "0f1e"}, durations={"x": 1}))
    run = desk.run(replace(WEEKLY, parameters={"since": "-1y", "top": 3}))
    record = json.loads((run.folder / "run.json").read_text(encoding="utf-8"))
    assert record["asked"] == {"since": "-1y", "top": 3}
    assert record["parameters"]["since"] == run.parameters["since"] != "-1y"
    assert record["parameters"]["share"] == 0.5, "defaults, too"
    assert record["inputs"] == {"a.txt": "0f1e"}
    assert record["versions"]["python"].startswith("3.")
    assert set(record["owner"]) == {"host", "pid", "since"}
    assert record["queued"] <= record["started"] <= record["ended"]


def test_each_step_is_logged_beside_the_run(desk: Desk) -> None:
    shown: list[dict[str, object]] = []
    run = desk.run(show=shown.append)
    kept = (run.folder / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in kept] == shown
    assert [entry["state"] for entry in shown] == ["running", "published"]
    assert set(shown[0]) == {"time", "run", "report", "step", "state", "seconds", "detail"}


def test_a_request_that_cannot_be_met_writes_nothing(desk: Desk) -> None:
    with pytest.raises(ParameterError, match="weekly: there is no parameter sinse"):
        desk.run(replace(WEEKLY, parameters={"sinse": "2024-01-01"}))
    assert not desk.folder.exists()


# Secrets


def test_a_run_that_lays_a_secret_open_is_refused_and_its_file_removed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWS_API_KEY", "correct-horse-battery")
    good = desk.run()

    def leak(task: Task, *_: object) -> Outcome:
        outcome = publish(task)
        (task.jobs[1].folder / "2-two.ipynb").write_text('{"k": "correct-horse-battery"}')
        return outcome

    desk.let(leak)
    run = desk.run()
    assert run.state == "refused"
    assert "2-two.ipynb held the value of the environment variable NEWS_API_KEY" in run.reason
    assert not (run.folder / "2-two.ipynb").exists()
    assert desk.read_pages() == [good.name] * 2


def test_a_secret_in_an_error_is_neither_recorded_nor_logged(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWS_API_KEY", "correct-horse-battery")
    desk.let(lambda *_: Outcome("failed", "401 for correct-horse-battery"))
    run = desk.run()
    texts = [path.read_text(encoding="utf-8") for path in run.folder.iterdir()]
    assert run.reason.startswith("(withheld: it holds the value of")
    assert not any("correct-horse-battery" in text for text in texts)


def test_a_secret_is_found_wherever_in_a_file_it_stands(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWS_API_KEY", "correct-horse-battery")
    monkeypatch.setattr(withholding, "_PIECE", 1000)

    def leak(task: Task, *_: object) -> Outcome:
        (task.jobs[0].folder / "left.txt").write_text("x" * 990 + "correct-horse-battery")
        return publish(task)

    desk.let(leak)
    assert "left.txt held the value of" in desk.run().reason


def test_what_is_too_large_to_be_looked_through_is_removed_and_stops_no_later_run(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flood(task: Task, *_: object) -> Outcome:
        with (task.jobs[0].folder / "big.bin").open("wb") as file:
            file.truncate(1 << 40)
        return publish(task)

    desk.let(flood)
    run = desk.run()
    assert (run.state, run.reason) == (
        "refused",
        "big.bin was larger than anything that a run leaves and was removed.",
    )
    desk.let(publish)
    assert desk.run().state == "published"


def test_a_run_whose_folder_is_removed_under_it_has_failed_and_is_on_record(desk: Desk) -> None:
    good = desk.run()

    def remove(task: Task, *_: object) -> Outcome:
        shutil.rmtree(task.jobs[0].folder)
        return publish(replace(task, jobs=()))

    desk.let(remove)
    run = desk.run()
    assert (run.state, read_runs(desk.folder)) == ("failed", [run, good])
    assert "was removed while it was at work" in (desk.folder / "index.html").read_text()
    assert desk.read_pages() == [good.name] * 2


# Whose turn it is


@pytest.fixture
def held(desk: Desk) -> Iterator[Callable[[], None]]:
    """A run that is under way until it is let go."""
    begun, go = threading.Event(), threading.Event()

    def work(task: Task, *_: object) -> Outcome:
        begun.set()
        go.wait(60)
        return publish(task)

    desk.let(work)
    with ThreadPoolExecutor() as pool:
        pool.submit(desk.run)
        begun.wait(60)
        desk.let(publish)
        yield go.set
        go.set()


def test_a_second_run_of_a_report_is_told_who_is_at_work(
    desk: Desk, held: Callable[[], None]
) -> None:
    with pytest.raises(locks.BusyError, match=r"weekly: another run is under way, by process \d+"):
        desk.run()
    assert [run.state for run in read_runs(desk.folder)] == ["running"]


def test_a_second_run_may_wait_and_another_report_need_not(
    desk: Desk, held: Callable[[], None]
) -> None:
    other = desk.run(replace(WEEKLY, name="daily"))
    with ThreadPoolExecutor() as pool:
        second = pool.submit(desk.run, wait=True)
        held()
        assert second.result().state == other.state == "published"
    assert [run.number for run in read_runs(desk.folder)] == [3, 2, 1]
    assert desk.read_pages() == [second.result().name] * 2


def test_a_queued_run_can_be_told_to_end(desk: Desk) -> None:
    stop = threading.Event()
    with ExitStack() as stack:
        for _ in range(WEEKLY.at_once):
            stack.enter_context(locks.hold_slot(desk.folder, WEEKLY.at_once, lambda: None))
        stop.set()
        run = desk.run(stop=stop)
    assert (run.state, run.reason) == ("killed", "ended on request.")


def test_a_lock_whose_owner_is_gone_is_recovered_and_said_so(desk: Desk) -> None:
    path = desk.folder / locks.LOCKS / "weekly.report"
    path.parent.mkdir(parents=True)
    path.write_text('{"host": "elsewhere", "pid": 7, "since": "2024-06-20T06:00:00+00:00"}\n')
    shown: list[dict[str, object]] = []
    assert desk.run(show=shown.append).state == "published"
    assert (shown[0]["step"], shown[0]["state"]) == ("lock", "recovered")
    assert "elsewhere" in str(shown[0]["detail"])
    assert path.read_text() == "", "nobody holds it now"


# Time


def test_a_clock_that_is_set_back_lets_no_older_run_win(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.run()
    monkeypatch.setattr(engine, "name_run", lambda: "20010101T000000Z-abcdef")
    second = desk.run()
    assert [run.name for run in read_runs(desk.folder)] == [second.name, first.name]
    assert desk.read_pages() == [second.name] * 2


def test_runs_are_numbered_on_where_the_number_is_lost(desk: Desk) -> None:
    desk.run()
    (desk.folder / locks.LOCKS / "number").unlink()
    assert desk.run().number == 2


# Records of other versions, and of none


def test_a_record_that_cannot_be_read_does_not_stop_the_next_run(desk: Desk) -> None:
    for number, text in enumerate(("{", '{"made_by": "another version"}')):
        record = desk.folder / "runs" / f"2020010{number}T000000Z-000000" / "run.json"
        record.parent.mkdir(parents=True)
        record.write_text(text, encoding="utf-8")
    assert desk.run().state == "published"


def test_a_record_from_before_runs_had_several_pages_is_read(tmp_path: Path) -> None:
    old = {
        **{"report": "3-visits", "title": "Visits", "question": "Who?", "state": "published"},
        **{"reason": "", "cell": None, "parameters": {"top": 3}, "seconds": 1.5, "cutoff": ""},
        **{"started": "2024-06-20T06:00:00+00:00", "counts": {"visits": 4}, "rejected": 0},
        **{"notices": [], "page_bytes": 7, "versions": {}, "git": {}, "tables": {}},
    }
    for name, state in (("20240620T060000Z-aaaaaa", "published"), ("20240621T060000Z-b", "failed")):
        path = tmp_path / "runs" / name / "run.json"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(old | {"state": state}), encoding="utf-8")
    failed, published = read_runs(tmp_path)
    assert (failed.state, failed.pages, failed.notebook) == ("failed", [], "3-visits")
    assert published.page == tmp_path / "3-visits.html"
    assert published.pages[0].counts == {"visits": 4}


def test_a_record_of_a_later_version_is_read_as_far_as_it_is_known(desk: Desk) -> None:
    path = desk.run().folder / "run.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"mood": "fine"}))
    assert [run.state for run in read_runs(desk.folder)] == ["published"]
