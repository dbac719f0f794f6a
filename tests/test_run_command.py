"""`attache run`, `attache plan`: what they are asked, what they say, and their exit codes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from analysis.cli import main
from analysis.errors import ReportError
from analysis.runs import scheduler
from analysis.runs.locks import BusyError
from analysis.runs.plan import ReportPlan
from analysis.runs.record import OPEN, STATES, Run, read_runs
from tests.conftest import ROOT

PLAN = """
reports:
  daily: {notebooks: [3-visits], parameters: {since: -90d}, schedule: {cron: "0 6 * * *"}}
  by-hand: {notebooks: [3-visits, 2-network]}
"""
PAGE = (ROOT / "docs" / "scheduling.md").read_text("utf-8")
CODES = {state: int(code) for state, code in re.findall(r"^\| `(\w+)` \|.*\| (\d) \|$", PAGE, re.M)}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "notebooks").symlink_to(ROOT / "notebooks")
    (tmp_path / "reports.yaml").write_text(PLAN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Engine:
    """In place of the engine: each report ends as it is told to."""

    def __init__(self) -> None:
        self.ends: dict[str, Any] = {}
        self.asked: list[tuple[str, str]] = []

    def run(self, plan: ReportPlan, *, scheduled: str, **_: Any) -> Run:
        self.asked.append((plan.name, scheduled))
        end = self.ends.get(plan.name, "published")
        if isinstance(end, Exception):
            raise end
        return Run(plan.name, end, reason="" if end == "published" else "why not")


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    made = Engine()
    monkeypatch.setattr("analysis.runs.engine.run_report", made.run)
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_named_reports_are_made_now_due_ones_for_their_time(project: Path, engine: Engine) -> None:
    assert run("run", "by-hand", "daily", "daily").exit_code == 0
    assert sorted(engine.asked) == [("by-hand", ""), ("daily", "")]
    engine.asked.clear()
    assert run("run", "--due").exit_code == 0
    ((name, scheduled),) = engine.asked
    assert name == "daily"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT06:00:00\+00:00", scheduled)
    assert run("run", "--due", "by-hand").output == "", "cron mails what is said"


@pytest.mark.parametrize("state", [state for state in CODES if state not in OPEN])
def test_the_exit_code_says_what_became_of_it(state: str, project: Path, engine: Engine) -> None:
    engine.ends["daily"] = state
    assert run("run", "daily").exit_code == CODES[state]


def test_every_state_has_its_line_in_the_page() -> None:
    text = PAGE.partition("## States and exit codes")[2].partition("\n## ")[0]
    assert set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", text, re.M)))) >= {
        *STATES
    }


def test_of_several_the_highest_code_counts_and_each_is_told(project: Path, engine: Engine) -> None:
    engine.ends = {"daily": "timed_out", "by-hand": ReportError("reports: no room.")}
    result = run("run", "daily", "by-hand")
    assert result.exit_code == 5
    assert result.stdout.startswith("daily  timed out in ")
    assert "why not" in result.stdout
    assert result.stderr == "attache: reports: no room.\n"


def test_a_report_that_is_being_made_is_told_to_who_asked_for_it(
    project: Path, engine: Engine
) -> None:
    engine.ends["daily"] = BusyError("daily: another run is under way.")
    assert run("run", "daily").exit_code == 7
    result = run("run", "--due")
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["dayly"], 1, "attache: There is no report dayly. Did you mean daily? Planned: daily"),
        (["--plan", "none.yaml", "daily"], 1, "none.yaml: No such file or directory. Write one"),
        ([], 2, "Name the reports to make, or give --due."),
        (["--dew"], 2, "No such option"),
    ],
)
def test_a_wrong_request_runs_nothing(
    project: Path, engine: Engine, arguments: list[str], code: int, told: str
) -> None:
    result = run("run", *arguments)
    assert result.exit_code == code
    assert told in result.stderr
    assert engine.asked == []


def test_a_wrong_plan_is_told_line_by_line_and_runs_nothing(project: Path, engine: Engine) -> None:
    (project / "reports.yaml").write_text(f"at_once: 0\n{PLAN}  1: {{}}\n", "utf-8")
    for command in (["run", "daily"], ["run", "--due"], ["plan"], ["schedule"], ["prune"]):
        result = run(*command)
        assert result.exit_code == 1
        assert [line.partition(": ")[0] for line in result.stderr.splitlines()] == [
            "attache",
            "reports.yaml, line 6",
        ], command
    assert engine.asked == []


def test_what_the_schedule_starts_is_understood(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(scheduler.subprocess, "Popen", lambda command, **_: started.append(command))
    scheduler.start_run("daily", project / "reports.yaml", project / "reports")
    assert started[0][1:4] == ["-m", "analysis", "run"]
    context = main.commands["run"].make_context("run", started[0][4:])
    assert context.params["names"] == ("daily",)
    assert context.params["due"]


def test_the_plan_is_shown_with_days_and_the_next_three_times(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = PLAN.replace("-90d}", "-90d}, notify: {webhook: DESK_HOOK}, sources: [{path: none}]")
    (project / "reports.yaml").write_text(f"timezone: Asia/Seoul{text}", "utf-8")
    monkeypatch.delenv("DESK_HOOK", raising=False)
    result = run("plan")
    assert result.exit_code == 0
    daily, by_hand = result.stdout.split("\n\n")
    assert re.search(r"parameters +since -90d \(\d{4}-\d\d-\d\d\)\n", daily)
    assert len(re.findall(r"\d{4}-\d\d-\d\d 06:00 KST", daily)) == 3
    assert "pages       daily.html\n" in daily
    assert "pages       by-hand-3-visits.html, by-hand-2-network.html\n" in by_hand
    assert "schedule    none: only by hand" in by_hand
    assert "daily: the environment variable DESK_HOOK is not set here" in result.stderr
    assert "none: there is no such file or folder. Check the path." in result.stderr
    assert read_runs(project / "reports") == []
