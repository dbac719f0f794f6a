"""What is asked of a report is checked before anything runs: names, types, which notebooks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from analysis import reports
from analysis.cli import main as cli
from analysis.countries import list_countries
from analysis.errors import ParameterError, ReportError
from analysis.reports.parameters import check_parameters
from analysis.runs import by_hand
from tests.pages import samples


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    return {"notebooks": tmp_path / "notebooks", "folder": tmp_path / "reports"}


@pytest.fixture
def declared(tmp_path: Path) -> dict[str, reports.Parameter]:
    return reports.read_parameters(samples.write_notebook(tmp_path / "1-x.ipynb", samples.QUICK))


def test_parameters_are_read_with_type_default_and_help(
    declared: dict[str, reports.Parameter],
) -> None:
    assert list(declared) == ["since", "until", "actors", "top", "share", "alleged"]
    assert declared["top"] == reports.Parameter("top", "int", 25, "rows drawn")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("since", "2024-01-31", "2024-01-31"),
        ("since", "", ""),
        ("actors", "PRK, RUS,", ["PRK", "RUS"]),
        ("actors", "", []),
        ("top", "007", 7),
        ("top", "+3", 3),
        ("share", "1", 1.0),
        ("share", "1e-3", 0.001),
        ("alleged", "True", True),
        ("alleged", "false", False),
    ],
)
def test_text_is_read_by_the_declared_type(
    declared: dict[str, reports.Parameter], name: str, text: str, value: object
) -> None:
    read = check_parameters({name: text}, declared, "1-x")[name]
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("since", "01.02.2024", "a date such as 2024-01-31, or empty"),
        ("since", "2024-02-30", "a date"),
        ("since", "20240131", "a date"),
        ("top", "many", "a whole number"),
        ("top", "0", "a whole number from 1"),
        ("top", "-3", "a whole number from 1"),
        ("top", "2.5", "a whole number"),
        ("top", True, "a whole number"),
        ("share", "nan", "a number"),
        ("alleged", "0", "true or false"),
        ("alleged", 1, "true or false"),
        ("actors", [1], "names joined with commas"),
    ],
)
def test_a_value_of_another_type_is_refused_with_what_was_expected(
    declared: dict[str, reports.Parameter], name: str, value: Any, expected: str
) -> None:
    with pytest.raises(ParameterError, match=rf"1-x: parameter {name} is .* Give {expected}"):
        check_parameters({name: value}, declared, "1-x")


def test_a_window_that_ends_before_it_begins_is_refused(
    declared: dict[str, reports.Parameter],
) -> None:
    with pytest.raises(ParameterError, match="since 2024-02-01 is later than until 2024-01-01"):
        check_parameters({"since": "2024-02-01", "until": "2024-01-01"}, declared, "1-x")


def test_an_unknown_name_is_refused_with_the_nearest_known_one(
    declared: dict[str, reports.Parameter],
) -> None:
    with pytest.raises(ParameterError, match=r"no parameter sinse\. Did you mean since\?"):
        check_parameters({"sinse": "2024-01-01"}, declared, "1-x")


@given(st.lists(st.sampled_from(sorted(list_countries()))))
def test_a_list_survives_the_command_line(values: list[str]) -> None:
    actors = {"actors": reports.Parameter("actors", "list", [], "")}
    assert check_parameters({"actors": ",".join(values)}, actors, "x") == {"actors": values}


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ('since = ""', "Write one parameter a line"),
        ("top: int = 5 + 5 * len([])", "is not a literal"),
        ("import pandas", "Write one parameter a line"),
        ("day: date = 1", "declared as date"),
        ('top: int = "25"', "Give a whole number"),
        ("top: int = ", "is not Python"),
    ],
)
def test_a_parameters_cell_that_papermill_would_misread_is_refused(
    tmp_path: Path, source: str, complaint: str
) -> None:
    notebook = samples.write_notebook(tmp_path / "1-x.ipynb", samples.QUICK, parameters=source)
    with pytest.raises(ParameterError, match=complaint):
        reports.read_parameters(notebook)


def test_a_parameter_must_be_known_to_every_chosen_notebook(folders: dict[str, Path]) -> None:
    samples.write_notebook(folders["notebooks"] / "1-with.ipynb", samples.QUICK)
    lacking = folders["notebooks"] / "2-without.ipynb"
    samples.write_notebook(lacking, samples.QUICK, parameters='since: str = ""')
    with pytest.raises(ParameterError, match="2-without: there is no parameter top"):
        by_hand.render(["1-with", "2-without"], {"top": "3"}, **folders)
    assert not folders["folder"].exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["3-visits", "-p", "sinse", "2024-01-01"], "there is no parameter sinse"),
        (["3-visits", "-p", "top", "many"], "top is 'many'. Give a whole number"),
        (["4-visits"], "there is no report 4-visits"),
    ],
)
def test_a_command_that_cannot_work_is_refused_before_an_article_is_coded(
    tmp_path: Path, arguments: list[str], complaint: str
) -> None:
    refused = CliRunner().invoke(cli, ["report", *arguments, "--tables", str(tmp_path / "tables")])
    assert refused.exit_code == 1
    assert complaint in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_reports_are_notebooks_with_parameters_that_end_in_finish(tmp_path: Path) -> None:
    samples.write_notebook(tmp_path / "2-visits.ipynb", samples.QUICK)
    (tmp_path / "review.ipynb").write_text('{"cells": []}')
    (found,) = reports.list_reports(tmp_path)
    assert (found.name, found.title, found.problem) == ("2-visits", "Visits", "")
    assert found.question == "Who is reported to have met whom?"


@pytest.mark.parametrize("text", ["", "{", '{"cells": ["a"]}', "[" * 100_000, "\xff"])
def test_a_notebook_that_cannot_be_read_or_was_left_unfinished_is_listed_with_its_problem(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "1-torn.ipynb").write_text(text, "latin-1")
    samples.write_notebook(tmp_path / "2-begun.ipynb", ["print('no end')"])
    torn, begun = reports.list_reports(tmp_path)
    assert torn.problem.startswith("1-torn.ipynb: not a readable notebook (")
    assert begun.problem.startswith("2-begun.ipynb: its last cell of code does not call")


def test_an_unknown_report_is_refused_with_the_nearest_known_one(folders: dict[str, Path]) -> None:
    samples.write_notebook(folders["notebooks"] / "3-visits.ipynb", samples.QUICK)
    with pytest.raises(ReportError, match=r"no report visits\. Did you mean 3-visits\?"):
        by_hand.render(["visits"], **folders)


def test_a_folder_without_reports_says_what_a_report_is(folders: dict[str, Path]) -> None:
    with pytest.raises(ReportError, match="A report is a notebook with"):
        by_hand.render(**folders)
