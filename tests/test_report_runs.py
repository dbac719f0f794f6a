"""Runs are isolated, and only what passes the gate is published, in one step."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.errors import ReportError
from analysis.reports import running
from analysis.runs import by_hand
from analysis.runs.record import Run
from analysis.runs.recovery import recover
from tests.pages import samples


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    return {"notebooks": tmp_path / "notebooks", "folder": tmp_path / "reports"}


def test_a_run_is_published_with_its_record(folders: dict[str, Path]) -> None:
    samples.write_notebook(
        folders["notebooks"] / "3-visits.ipynb", [samples.TABLES, samples.FINISH]
    )
    (run,) = by_hand.render(["3-visits"], {"top": "3", "actors": "PRK,RUS"}, **folders)
    assert (run.state, run.reason) == ("published", "")
    assert sorted(path.name for path in run.folder.iterdir()) == [
        "3-visits.html",
        "3-visits.ipynb",
        "log.jsonl",
        "run.json",
    ]
    record = json.loads((run.folder / "run.json").read_text(encoding="utf-8"))
    assert record["parameters"]["actors"] == ["PRK", "RUS"]
    (kept,) = record["pages"]
    assert kept["counts"] == {"articles": 3, "visits": 4}
    assert record["versions"]["python"].startswith("3.")
    page = folders["folder"] / "3-visits.html"
    assert page.read_bytes() == (run.folder / "3-visits.html").read_bytes()
    assert kept["bytes"] == page.stat().st_size
    assert "top 3" in page.read_text(encoding="utf-8")
    assert "3-visits.html" in (folders["folder"] / "index.html").read_text(encoding="utf-8")


def test_a_page_says_which_tables_it_was_made_from(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = {"provenance": {"input_hash": "0f1e2d", "rulebook": "c3b4"}, "tables": {}}
    monkeypatch.setattr("analysis.tables.load_manifest", lambda folder: manifest)
    parameters = 'tables: str = "data/tables"  # folder with coded tables'
    notebook = folders["notebooks"] / "3-visits.ipynb"
    samples.write_notebook(notebook, samples.QUICK, parameters=parameters)
    (run,) = by_hand.render(**folders)
    assert run.page, run.reason
    assert run.tables == {**manifest["provenance"], "rows": {}}
    assert "<dt>Input hash</dt><dd>0f1e2d</dd>" in run.page.read_text(encoding="utf-8")


LOST = samples.TIMELINE.replace('rows["visit_id"].tolist()', '["gone"] * len(rows)')
# What goes wrong: the cells after the parameters (cell 2), how it ends, at which cell, and why.
BROKEN: dict[str, tuple[list[str], str, int | None, str]] = {
    "raises": (["1 / 0", *samples.QUICK], "failed", 3, "ZeroDivisionError: division by zero"),
    "exits": (
        [samples.QUICK[0], "import sys; sys.exit(0)", samples.QUICK[1]],
        "refused",
        4,
        "SystemExit",
    ),
    "dies": (["import os; os._exit(0)", *samples.QUICK], "failed", 3, "the kernel died"),
    "goes-on": ([*samples.QUICK, "1 + 1"], "refused", 5, "did not reach its end"),
    "complains": (
        ["import sys; print('careful', file=sys.stderr)", *samples.QUICK],
        "refused",
        3,
        "stderr: careful",
    ),
    "warns": (
        ["import warnings; warnings.warn('old')", *samples.QUICK],
        "refused",
        3,
        "UserWarning: old",
    ),
    "draws": (
        ["from IPython.display import SVG; SVG('<svg/>')", *samples.QUICK],
        "refused",
        3,
        "cannot show image",
    ),
    "loses": ([samples.TABLES, LOST, samples.FINISH], "refused", None, "no sentence, such as gone"),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    folder = tmp_path_factory.mktemp("broken")
    for name, (cells, *_) in BROKEN.items():
        # The last cell must still look like a report's, or it would not be listed.
        cells = [*cells[:-1], f"{cells[-1]}  # finish()"]  # noqa: PLW2901
        samples.write_notebook(folder / "notebooks" / f"{name}.ipynb", cells)
    rendered = by_hand.render(folder=folder / "reports", notebooks=folder / "notebooks")
    return {run.report: run for run in rendered}


@pytest.mark.parametrize("name", BROKEN)
def test_a_run_that_is_not_clean_is_kept_but_not_published(
    broken: dict[str, Run], name: str
) -> None:
    _, state, cell, reason = BROKEN[name]
    run = broken[name]
    assert (run.state, run.cell, run.page) == (state, cell, None)
    assert reason in run.reason
    assert (run.folder / f"{name}.ipynb").exists()
    folder = run.folder.parents[1]
    assert not (folder / f"{name}.html").exists()
    if cell:
        assert f"cell {cell}: " in (folder / "index.html").read_text(encoding="utf-8")


def test_a_notebook_that_takes_too_long_is_ended(folders: dict[str, Path]) -> None:
    slow = ["import time\nfor _ in range(600): time.sleep(0.1)", *samples.QUICK]
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", slow)
    # Long enough for a kernel to start on a busy machine.
    (run,) = by_hand.render(**folders, deadline=8)
    assert (run.cell, run.reason) == (3, "took longer than 8 seconds and was ended.")
    assert run.seconds < 30


def test_a_cell_that_takes_too_long_is_named(folders: dict[str, Path]) -> None:
    samples.write_notebook(
        folders["notebooks"] / "3-visits.ipynb", ["import time; time.sleep(60)", *samples.QUICK]
    )
    (run,) = by_hand.render(**folders, cell_timeout=2)
    assert (run.cell, run.reason) == (3, "the cell took longer than one cell may.")


@pytest.mark.parametrize(("deaths", "state"), [(1, "published"), (2, "failed")])
def test_a_kernel_that_does_not_start_is_started_once_more(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch, deaths: int, state: str
) -> None:
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", samples.QUICK)
    start, left = running._execute, [RuntimeError("Kernel died before replying")] * deaths

    def start_or_die(*arguments: Any) -> Any:
        if left:
            raise left.pop()
        return start(*arguments)

    monkeypatch.setattr(running, "_execute", start_or_die)
    (run,) = by_hand.render(**folders)
    assert run.state == state
    assert run.cell is None


def test_a_notebook_runs_in_its_own_folder_with_this_interpreter(folders: dict[str, Path]) -> None:
    told = "import os, sys; print(os.getcwd(), sys.executable)"
    notebook = folders["notebooks"] / "3-visits.ipynb"
    samples.write_notebook(notebook, [told, *samples.QUICK])
    (run,) = by_hand.render(**folders)
    assert run.page, run.reason
    assert f"{notebook.parent.resolve()} {sys.executable}" in run.page.read_text(encoding="utf-8")


def test_a_large_page_has_all_its_sentences_beside_it(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = folders["notebooks"] / "3-visits.ipynb"
    samples.write_notebook(notebook, [samples.TABLES, samples.SANKEY, samples.FINISH])
    monkeypatch.setattr("analysis.reports.shortening.FULL", 3)
    (run,) = by_hand.render(**folders)
    assert run.page, run.reason
    beside = folders["folder"] / "3-visits-sentences.csv"
    assert list(pd.read_csv(beside)["row_id"]) == ["v0", "v1", "v2", "v3"]
    page = run.page.read_text(encoding="utf-8")
    assert 'href="3-visits-sentences.csv"' in page
    # No mark leads to v3.
    assert "travel on to Ruritania" not in page
    monkeypatch.undo()
    by_hand.render(**folders)
    assert not beside.exists()


def test_a_record_that_cannot_be_read_does_not_stop_the_next_run(folders: dict[str, Path]) -> None:
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", samples.QUICK)
    for number, text in enumerate(("{", '{"made_by": "another version"}')):
        record = folders["folder"] / "runs" / f"2020010{number}T000000Z-000000" / "run.json"
        record.parent.mkdir(parents=True)
        record.write_text(text, encoding="utf-8")
    (run,) = by_hand.render(**folders)
    assert run.state == "published"


def test_a_failed_run_leaves_the_old_page_and_the_other_reports(folders: dict[str, Path]) -> None:
    for name in ("1-good", "2-bad"):
        samples.write_notebook(folders["notebooks"] / f"{name}.ipynb", samples.QUICK, title=name)
    by_hand.render(**folders)
    page = folders["folder"] / "2-bad.html"
    old = page.read_bytes()
    samples.write_notebook(folders["notebooks"] / "2-bad.ipynb", ["1 / 0", *samples.QUICK])
    (folders["notebooks"] / "3-torn.ipynb").write_text("<<<<<<< HEAD")
    wrong = 'since: date = "soon"'
    samples.write_notebook(folders["notebooks"] / "4-odd.ipynb", samples.QUICK, parameters=wrong)
    states = {run.report: run.state for run in by_hand.render(**folders)}
    assert states == {
        "1-good": "published",
        **dict.fromkeys(("2-bad", "3-torn", "4-odd"), "failed"),
    }
    assert page.read_bytes() == old
    index = (folders["folder"] / "index.html").read_text(encoding="utf-8")
    assert "3-torn.ipynb: not a readable notebook" in index
    assert "4-odd.ipynb: parameter since is declared as date" in index
    assert "ZeroDivisionError" in index
    assert 'href="2-bad.html"' in index


def test_a_folder_that_cannot_be_written_is_named(folders: dict[str, Path]) -> None:
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", samples.QUICK)
    # Not chmod: whoever runs these tests as root may write anywhere.
    folders["folder"].write_text("a file where the folder should be")
    with pytest.raises(ReportError, match=r"reports: the reports cannot be written \(Not a dir"):
        by_hand.render(**folders)


def test_two_runs_at_once_do_not_meet(folders: dict[str, Path]) -> None:
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", samples.QUICK)
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda top: by_hand.render((), {"top": top}, **folders)[0], "12"))
    assert [run.state for run in both] == ["published", "published"]
    assert both[0].folder != both[1].folder
    for top, run in zip((1, 2), both, strict=True):
        assert json.loads((run.folder / "run.json").read_text())["parameters"]["top"] == top
    page = (folders["folder"] / "3-visits.html").read_bytes()
    assert page in {(run.folder / "3-visits.html").read_bytes() for run in both}


def test_a_killed_run_leaves_the_old_page(folders: dict[str, Path]) -> None:
    notebook = folders["notebooks"] / "3-visits.ipynb"
    samples.write_notebook(notebook, samples.QUICK)
    (run,) = by_hand.render(**folders)
    old = (folders["folder"] / "3-visits.html").read_bytes()
    started = notebook.with_name("started")
    waiting = f"import time, pathlib; pathlib.Path({str(started)!r}).touch(); time.sleep(60)"
    samples.write_notebook(notebook, [waiting, *samples.QUICK])
    command = (
        "from analysis.runs import by_hand; "
        f"by_hand.render(notebooks={str(notebook.parent)!r}, folder={str(folders['folder'])!r})"
    )
    process = subprocess.Popen([sys.executable, "-c", command], stderr=subprocess.DEVNULL)
    while not started.exists():
        assert process.poll() is None
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert (folders["folder"] / "3-visits.html").read_bytes() == old
    assert list(run.folder.parent.glob("[0-9]*")) == [run.folder]
    (dead,) = recover(folders["folder"])
    assert dead.state == "killed"
    assert (folders["folder"] / "3-visits.html").read_bytes() == old
