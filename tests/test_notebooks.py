"""Notebooks: one question each, parameters that say what they are, outputs that stay the same."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest

from analysis import reports, tables
from analysis.reports.charts import MIME
from analysis.runs import by_hand
from tests.refresh_notebooks import METADATA, NOTEBOOKS, write_clean

ROOT = NOTEBOOKS.parent
PATHS = sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))
FIXTURE = ROOT / "tests" / "fixtures" / "tables"
SHARED = {"since": "str", "until": "str", "actors": "list", "tables": "str"}

each_notebook = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def list_code(path: Path) -> list[Any]:
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def list_headings(path: Path) -> list[str]:
    prose = [cell.source for cell in read(path).cells if cell.cell_type == "markdown"]
    return [line for text in prose for line in text.splitlines() if line.startswith("#")]


@pytest.fixture(scope="module")
def coded(extracted: dict[str, pd.DataFrame], tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with the coded tables of the sample corpus."""
    folder = tmp_path_factory.mktemp("coded")
    tables.save(extracted, folder, provenance={})
    return str(folder)


def render(folder: Path, **parameters: str) -> dict[str, list[Any]]:
    """Render all notebooks; return the figures of each by the notebook's name."""
    rendered = by_hand.render([], parameters, notebooks=NOTEBOOKS, folder=folder)
    assert [(run.report, run.reason) for run in rendered if run.state != "published"] == []
    executed = {run.report: next(run.folder.glob("*.ipynb")) for run in rendered}
    return {
        name: [
            output.data[MIME]
            for cell in list_code(path)
            for output in cell.outputs
            if MIME in output.get("data", {})
        ]
        for name, path in executed.items()
    }


def test_there_is_a_notebook_for_each_question() -> None:
    assert [path.stem for path in PATHS] == [
        "0-briefing",
        "1-corpus",
        "2-network",
        "3-visits",
        "4-transfer-allegations",
        "5-statements",
    ]


@each_notebook
def test_begins_with_its_question(path: Path) -> None:
    title, question = read(path).cells[0].source.split("\n\n")
    assert re.fullmatch(r"# \w[^#\n]*", title)
    assert question.count("?") == 1
    assert question.endswith("?")


@each_notebook
def test_tells_each_parameter_by_name_type_and_help(path: Path) -> None:
    parameters = reports.read_parameters(path)
    assert {name: parameters[name].type for name in SHARED} == SHARED
    assert parameters["tables"].default == "tests/fixtures/tables"
    assert all(parameter.help for parameter in parameters.values())


@each_notebook
def test_papermill_reads_the_same_parameters(path: Path) -> None:
    import papermill

    inferred = papermill.inspect_notebook(str(path))
    assert {
        name: (found["inferred_type_name"], found["help"]) for name, found in inferred.items()
    } == {name: (found.type, found.help) for name, found in reports.read_parameters(path).items()}


def test_the_help_of_papermill_reads_well() -> None:
    command = [sys.executable, "-m", "papermill", "--help-notebook", "notebooks/3-visits.ipynb"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert 'since: str (default "")' in shown
    assert "first publication date" in shown


@each_notebook
def test_is_short_enough_to_read_in_one_look(path: Path) -> None:
    assert len(read(path).cells) < 25
    for cell in list_code(path):
        if "parameters" not in cell.metadata.get("tags", []):
            assert len(cell.source.splitlines()) < 6, cell.source


@each_notebook
def test_tells_and_leaves_the_doing_to_modules(path: Path) -> None:
    source = "\n".join(cell.source for cell in list_code(path))
    assert not re.search(r"^\s*(async )?def |^\s*class |\blambda\b|sys\.path|^[%!]", source, re.M)
    imports = re.findall(r"^(?:from|import) (\w+)", source, re.M)
    assert set(imports) <= {"analysis"}


@each_notebook
def test_says_how_to_read_each_chart(path: Path) -> None:
    cells = read(path).cells
    for before, cell in pairwise(cells):
        if "charts.plot_" in cell.source:
            assert before.cell_type == "markdown"
            assert len(before.source.splitlines()) >= 3, before.source


@each_notebook
def test_its_headings_are_unique_and_it_says_what_it_cannot_show(path: Path) -> None:
    headings = list_headings(path)
    assert len(headings) == len({heading.lower() for heading in headings})
    assert re.search(r"(cannot|does not) show$", headings[-1])


@each_notebook
def test_ends_by_handing_over_the_evidence(path: Path) -> None:
    assert list_code(path)[-1].source.startswith("reports.finish(")


@each_notebook
def test_is_stored_without_the_noise_of_its_execution(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == write_clean(read(path))


def test_cleaning_keeps_tags_and_outputs_only() -> None:
    output = nbformat.v4.new_output("display_data", data={"text/plain": "1"}, metadata={"a": 1})
    cell = nbformat.v4.new_code_cell("1", metadata={"tags": ["parameters"], "papermill": {"a": 1}})
    cell.outputs = [output]
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"papermill": {"start": "now"}})
    cleaned = json.loads(write_clean(notebook))
    assert cleaned["metadata"] == METADATA
    assert cleaned["cells"][0]["metadata"] == {"tags": ["parameters"]}
    assert cleaned["cells"][0]["outputs"][0]["data"] == {"text/plain": ["1"]}


def test_an_empty_selection_gives_empty_pages_that_say_so(coded: str, tmp_path: Path) -> None:
    for figures in render(tmp_path, tables=coded, since="2999-01-01").values():
        for figure in figures:
            meta = figure["layout"]["meta"]
            # What became of the inputs does not depend on the window.
            if meta["name"] != "corpus-received":
                assert meta["table"]["rows"] == [], meta["name"]
                assert meta["reading"] == "Nothing in this selection."


@pytest.mark.skipif(not FIXTURE.exists(), reason="the frozen tables are not there yet")
def test_a_strict_run_gives_the_outputs_they_are_stored_with() -> None:
    options = ["--nbval", "--nbval-sanitize-with", "tests/nbval.cfg", "--nbval-cell-timeout", "120"]
    # In a process of its own: nbval's kernels open ports and warn of it, which is an error here.
    command = [sys.executable, "-m", "pytest", *options, "-p", "no:xdist", "-W", "default"]
    strict = subprocess.run(
        [*command, *map(str, PATHS)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert strict.returncode == 0, strict.stdout[-4000:]
