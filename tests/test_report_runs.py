"""Runs are isolated, and only what passes the gate is published, in one step."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from analysis.errors import ReportError
from analysis.reports import kernels, running
from analysis.reports.allowance import Allowance
from analysis.runs import by_hand, engine
from analysis.runs.plan import Limits
from analysis.runs.record import Run
from analysis.runs.recovery import recover
from tests.pages import samples
from tests.test_runs import publish


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    return {"notebooks": tmp_path / "notebooks", "folder": tmp_path / "reports"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run of a notebook that says where it runs, and names tables; each test looks at a part."""
    folder = tmp_path_factory.mktemp("published")
    told = "import os, sys; print(os.getcwd(), sys.executable)"
    parameters = f'{samples.PARAMETERS}\ntables: str = "data/tables"  # folder with coded tables'
    notebook = folder / "notebooks" / "3-visits.ipynb"
    cells = [told, samples.TABLES, samples.FINISH]
    samples.write_notebook(notebook, cells, parameters=parameters)
    given = {"top": "3", "actors": "PRK,RUS"}
    places = {"notebooks": notebook.parent, "folder": folder / "reports"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("analysis.tables.load_manifest", lambda folder: MANIFEST)
        (run,) = by_hand.render(["3-visits"], given, **places)
    return run


MANIFEST = {"provenance": {"input_hash": "0f1e2d", "rulebook": "c3b4"}, "tables": {}}


def read_page(run: Run) -> str:
    assert run.page, run.reason
    return run.page.read_text(encoding="utf-8")


def test_a_run_is_published_with_its_record(published: Run) -> None:
    assert (published.state, published.reason) == ("published", "")
    assert sorted(path.name for path in published.folder.iterdir()) == [
        "3-visits.html",
        "3-visits.ipynb",
        "log.jsonl",
        "run.json",
    ]
    record = json.loads((published.folder / "run.json").read_text(encoding="utf-8"))
    assert record["parameters"]["actors"] == ["PRK", "RUS"]
    (kept,) = record["pages"]
    assert kept["counts"] == {"articles": 3, "visits": 4}
    assert record["versions"]["python"].startswith("3.")
    page = published.folder.parents[1] / "3-visits.html"
    assert page.read_bytes() == (published.folder / "3-visits.html").read_bytes()
    assert kept["bytes"] == page.stat().st_size
    assert "top 3" in read_page(published)
    assert "3-visits.html" in page.with_name("index.html").read_text(encoding="utf-8")


def test_a_page_says_which_tables_it_was_made_from(published: Run) -> None:
    assert published.tables == {**MANIFEST["provenance"], "rows": {}}
    assert "<dt>Input hash</dt><dd>0f1e2d</dd>" in read_page(published)


def test_a_notebook_runs_in_its_own_folder_with_this_interpreter(published: Run) -> None:
    where = published.folder.parents[2].resolve() / "notebooks"
    assert f"{where} {sys.executable}" in read_page(published)


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
    "warns": (
        ["import warnings; warnings.warn('old')", *samples.QUICK],
        "refused",
        3,
        "UserWarning: old",
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


def test_a_notebook_that_takes_too_long_is_ended(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = folders["notebooks"] / "3-visits.ipynb"
    started, real = notebook.with_name("started"), time.monotonic
    samples.write_notebook(notebook, [wait_after(started), *samples.QUICK])
    # The time is over as soon as the notebook hangs.
    late = SimpleNamespace(monotonic=lambda: real() + 1e6 * started.exists())
    monkeypatch.setattr(kernels, "time", late)
    (run,) = by_hand.render(**folders, limits=Limits(minutes=5))
    assert (run.state, run.cell, run.reason) == (
        "timed_out",
        3,
        "took longer than 300 seconds and was ended.",
    )


def wait_after(started: Path) -> str:
    """A cell that leaves a file behind, and hangs."""
    return f"import time, pathlib; pathlib.Path({str(started)!r}).touch(); time.sleep(600)"


def test_a_cell_that_takes_too_long_is_named(folders: dict[str, Path]) -> None:
    samples.write_notebook(
        folders["notebooks"] / "3-visits.ipynb", ["import time; time.sleep(600)", *samples.QUICK]
    )
    # Long enough for the cell of parameters on a busy machine.
    (run,) = by_hand.render(**folders, limits=Limits(cell_seconds=5))
    assert (run.cell, run.reason) == (3, "the cell took longer than one cell may.")


@pytest.mark.parametrize("deaths", [1, 2])
def test_a_kernel_that_does_not_start_is_started_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deaths: int
) -> None:
    left = [RuntimeError("Kernel died before replying")] * deaths

    def start_or_die(*_: Any) -> str:
        if left:
            raise left.pop()
        return "executed"

    monkeypatch.setattr(running, "_execute", start_or_die)
    end = nullcontext() if deaths == 1 else pytest.raises(running.StoppedError, match="died before")
    with end:
        done = running.execute(tmp_path / "a.ipynb", tmp_path / "b.ipynb", {}, Allowance(retries=1))
        assert done == "executed"
    assert left == []


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


def test_a_failed_run_leaves_the_old_page_and_the_other_reports(folders: dict[str, Path]) -> None:
    for name in ("1-good", "2-bad"):
        samples.write_notebook(folders["notebooks"] / f"{name}.ipynb", samples.QUICK, title=name)
    by_hand.render(["2-bad"], **folders)
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


def test_two_runs_by_hand_of_one_notebook_wait_for_each_other(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "do_work", publish)
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", samples.QUICK)
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda top: by_hand.render((), {"top": top}, **folders)[0], "12"))
    assert [run.state for run in both] == ["published", "published"]
    assert [run.parameters["top"] for run in both] == [1, 2]
    last = max(both, key=lambda run: run.number)
    assert (folders["folder"] / "3-visits.html").read_text() == last.name


def test_a_killed_run_leaves_the_old_page(folders: dict[str, Path]) -> None:
    notebook, page = folders["notebooks"] / "3-visits.ipynb", folders["folder"] / "3-visits.html"
    page.parent.mkdir()
    page.write_text("the last good one")
    started = notebook.with_name("started")
    samples.write_notebook(notebook, [wait_after(started), *samples.QUICK])
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
    assert list((folders["folder"] / "runs").glob("[0-9]*")) == []
    (dead,) = recover(folders["folder"])
    assert dead.state == "killed"
    assert page.read_text() == "the last good one"
