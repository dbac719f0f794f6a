"""docs/scheduling.md: every example is read out of the page and held against what would run it."""

from __future__ import annotations

import configparser
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import types
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from analysis.cli import main
from analysis.reports import read_parameters
from analysis.runs.cron import check_cron
from analysis.runs.plan import KeepFor, Limits, Notify, ReportPlan, Schedule, Source
from analysis.runs.plan_file import read_plan
from analysis.runs.scheduler import FAREWELL
from analysis.strict_yaml import parse_yaml
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "scheduling.md").read_text("utf-8")


def read_blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGE, re.M | re.S)


def read_block(kind: str, first_line: str) -> str:
    (block,) = [block for block in read_blocks(kind) if block.startswith(f"# {first_line}\n")]
    return block


def check_command(line: str) -> None:
    """A line for a shell or systemd ends in a real `attache` command with real options."""
    words = shlex.split(line.rpartition("&& ")[2])
    assert words[0].removeprefix("%h/attache/") == ".venv/bin/attache"
    main.commands[words[1]].make_context(words[1], words[2:])


def test_the_plan_shown_is_one_and_shows_every_key(tmp_path: Path) -> None:
    (shown,) = [block for block in read_blocks("yaml") if block.startswith("timezone:")]
    (tmp_path / "reports.yaml").write_text(shown, "utf-8")
    (report,) = read_plan(tmp_path / "reports.yaml", notebooks=ROOT / "notebooks").values()
    assert report.schedule == Schedule("30 6 * * 1-5", "Europe/Berlin", 12)
    assert len(report.sources) == 4
    assert report.notify.on == ("failure", "publication")
    assert report.limits == Limits(), "the limits shown are the ones that hold without"
    for kind in (ReportPlan, Schedule, Source, Limits, KeepFor, Notify):
        keys = {key.name for key in fields(kind)} - {"name", "kind", "location"}
        assert all(re.search(rf"^ *(- )?{key}:", shown, re.M) for key in keys), kind


@pytest.mark.parametrize("line", [line for b in read_blocks("crontab") for line in b.splitlines()])
def test_a_crontab_line_is_a_time_and_a_command(line: str) -> None:
    *fields, command = line.split(maxsplit=5)
    assert check_cron(" ".join(fields)) == ""
    assert "%" not in command, "cron takes it for a line break"
    assert command.startswith('cd "$HOME/attache" && ')
    check_command(command)


UNITS = re.findall(r"^# (attache.*)\n", "\n".join(read_blocks("ini")), re.M)
KEYS = {
    "Unit": {"Description"},
    "Service": {
        *("Type", "WorkingDirectory", "EnvironmentFile", "ExecStart", "Restart"),
        *("TimeoutStopSec", "KillMode"),
    },
    "Timer": {"OnCalendar", "Persistent"},
    "Install": {"WantedBy"},
}


def read_unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(read_block("ini", name))
    return parser


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_has_only_keys_of_systemd_and_a_real_command(name: str) -> None:
    unit = read_unit(name)
    for section in unit.sections():
        assert set(unit[section]) <= KEYS[section]
    if name.endswith(".service"):
        check_command(unit["Service"]["ExecStart"])
    else:
        assert name.removesuffix(".timer") + ".service" in UNITS
        assert unit["Install"]["WantedBy"] == "timers.target"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_itself_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    for name in UNITS:
        # The command would have to be there.
        text = read_block("ini", name).replace("%h/attache/.venv/bin/attache", sys.executable)
        (tmp_path / name).write_text(text, "utf-8")
    command = ["systemd-analyze", "verify", "--user", *(str(tmp_path / name) for name in UNITS)]
    env = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    told = [line for line in result.stderr.splitlines() if str(tmp_path) in line]
    assert (result.returncode, told) == (0, []), result.stderr
    (calendar,) = [read_unit(n)["Timer"]["OnCalendar"] for n in UNITS if n.endswith(".timer")]
    subprocess.run(["systemd-analyze", "calendar", calendar], capture_output=True, check=True)


def test_the_service_that_stays_has_time_to_end_its_runs() -> None:
    assert int(read_unit("attache-schedule.service")["Service"]["TimeoutStopSec"]) > FAREWELL
    assert f"within {FAREWELL:.0f} seconds" in PAGE


def list_steps() -> Iterator[dict[str, Any]]:
    workflow = parse_yaml(read_block("yaml", ".github/workflows/reports.yml"), "workflow")
    yield from workflow["jobs"]["reports"]["steps"]


def test_the_workflow_is_one_and_its_commands_are_real() -> None:
    workflow = parse_yaml(read_block("yaml", ".github/workflows/reports.yml"), "workflow")
    assert set(workflow) == {"name", "on", "concurrency", "permissions", "jobs"}
    assert check_cron(workflow["on"]["schedule"][0]["cron"]) == ""
    assert workflow["permissions"] == {"contents": "read"}
    commands = [step["run"] for step in list_steps() if "run" in step]
    make, attache = commands
    assert make == "make .venv/installed"
    assert "STAMP := .venv/installed" in (ROOT / "Makefile").read_text("utf-8")
    check_command(attache)


def test_the_workflow_keeps_what_has_been_served_also_after_a_failure() -> None:
    steps = {step["uses"].partition("@")[0]: step for step in list_steps() if "uses" in step}
    restored, saved = steps["actions/cache/restore"], steps["actions/cache/save"]
    assert restored["with"]["path"] == saved["with"]["path"]
    assert restored["with"]["key"] == saved["with"]["key"]
    assert saved["with"]["key"].startswith(restored["with"]["restore-keys"])
    assert saved["if"] == "always()"
    assert "reports" in saved["with"]["path"].split()


def test_the_dag_is_python_and_its_command_is_real(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Airflow is too large to install for this; in its place stands what takes down the calls."""
    calls: dict[str, dict[str, Any]] = {}

    class Taken:
        def __init__(self, **given: Any) -> None:
            calls["dag" if "dag_id" in given else "task"] = given

        def __enter__(self) -> None: ...
        def __exit__(self, *_: object) -> None: ...

    for name in ("", ".providers", ".providers.standard", ".providers.standard.operators"):
        monkeypatch.setitem(sys.modules, f"airflow{name}", types.ModuleType(f"airflow{name}"))
    bash = types.ModuleType("airflow.providers.standard.operators.bash")
    monkeypatch.setitem(sys.modules, bash.__name__, bash)
    vars(bash)["BashOperator"] = Taken
    vars(sys.modules["airflow"])["DAG"] = Taken
    (tmp_path / "attache.py").write_text(read_block("python", "dags/attache.py"), "utf-8")
    runpy.run_path(str(tmp_path / "attache.py"))
    assert calls["dag"]["catchup"] is False
    assert calls["dag"]["max_active_runs"] == 1
    assert check_cron(calls["dag"]["schedule"]) == ""
    assert calls["task"]["retries"] == 0
    check_command(calls["task"]["bash_command"])


def test_values_for_jupyter_scheduler_are_code_for_parameters_that_every_notebook_has() -> None:
    section = PAGE.partition("## jupyter-scheduler")[2]
    shown = dict(re.findall(r"^\| `(\w+)` \| `(.+)` \|$", section, re.M))
    assert set(shown) == {"since", "actors", "tables"}
    for notebook in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        declared = read_parameters(notebook)
        for name, value in shown.items():
            assert type(eval(value)).__name__ == declared[name].type
