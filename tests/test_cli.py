"""The command line: what each command prints and writes, and one clear line where it cannot."""

from __future__ import annotations

import shutil
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from analysis import __version__, coding, tables
from analysis.cli import main
from analysis.runs import by_hand
from analysis.runs.record import Run, State
from tests.conftest import ROOT

TEXT = "Norway's foreign minister arrived in Warsaw on Monday, the ministry said."


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own, with the notebooks and no articles yet, to stand in."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    (tmp_path / "data" / "articles" / "sample").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def succeed(*arguments: str | Path) -> str:
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def fail(*arguments: str | Path) -> str:
    """Run a command that must fail; return its one line."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert isinstance(result.exception, SystemExit), "no traceback"
    (line,) = result.stderr.splitlines()
    assert line.startswith("attache: ")
    return line


def write(path: Path, content: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def list_files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


# Help


@pytest.mark.parametrize(
    "command", [[], ["add"], ["extract"], ["report"], ["explain"], ["export"], ["check"]]
)
def test_every_command_says_what_it_does_and_shows_an_example(command: list[str]) -> None:
    shown = succeed(*command, "--help")
    assert "Usage: " in shown
    if command not in ([], ["check"]):
        assert f"Example:\n      attache {command[0]} " in shown


def test_the_version_is_told() -> None:
    assert succeed("--version") == f"attache, version {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [["extrakt"], ["extract", "--format", "xlsx"], ["extract", "--workers", "0"], ["add"]],
)
def test_a_command_line_that_cannot_be_is_refused_with_a_hint(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "--help" in result.stderr
    assert "Traceback" not in result.output


# add


def test_add_puts_articles_of_any_kind_into_the_users_folder(project: Path) -> None:
    page = f"<html><body><article><p>{TEXT * 5}</p></article></body></html>"
    paths = [write(project / "in" / "page.html", page), write(project / "in" / "plain.txt")]
    shown = succeed("add", *paths, "--published", "2024-06-20", "--outlet", "Daily Courier")
    folder = project / "data" / "articles"
    assert shown.splitlines() == [str(folder / "page.html"), str(folder / "plain.txt")]
    assert (folder / "page.html").read_bytes() == paths[0].read_bytes()
    succeed("extract")
    articles = tables.load("articles")
    assert set(articles["outlet"]) == {"Daily Courier"}
    assert {str(day.date()) for day in articles["published"]} == {"2024-06-20"}


def test_adding_the_same_file_twice_changes_nothing(project: Path) -> None:
    path = write(project / "in" / "plain.txt")
    assert succeed("add", path) == succeed("add", path)
    assert list_files(project / "data" / "articles") == ["plain.txt"]


@pytest.mark.parametrize(
    ("name", "content", "options", "message"),
    [
        ("scan.pdf", b"%PDF-1.7", [], "unknown format"),
        ("picture.txt", b"\x89PNG\x00", [], "binary"),
        ("empty.html", "<html></html>", [], "no text"),
        ("a.txt", TEXT, ["--published", "20 Juin"], "is no date. Write it as 2024-06-19."),
        ("a.txt", TEXT, ["--published", "03/04/2024"], "is no date"),
    ],
)
def test_nothing_is_added_that_could_not_be_read(
    project: Path, name: str, content: str | bytes, options: list[str], message: str
) -> None:
    good, bad = write(project / "in" / "good.txt"), write(project / "in" / name, content)
    assert message in fail("add", good, bad, *options)
    assert "no such file" in fail("add", good, "missing.txt")
    assert list_files(project / "data" / "articles") == []


# extract


def test_extract_ends_with_what_it_did(project: Path) -> None:
    write(project / "mine" / "a.md", f"---\npublished: 2024-06-20\n---\n{TEXT}")
    write(project / "mine" / "b.txt", f"{TEXT} It was cold.")
    write(project / "mine" / "c.pdf", "%PDF")
    shown = succeed("extract", "--articles", "mine", "--out", "my-tables").splitlines()
    assert shown[0] == "2 articles read (1 undated), 1 refused, 2 coded anew"
    assert shown[-1] == "tables in my-tables"
    counts = {name: int(count) for name, count in (line.split() for line in shown[1:-1])}
    assert counts == {name: len(tables.load(name, "my-tables")) for name in counts}
    assert "0 coded anew" in succeed("extract", "--articles", "mine", "--out", "my-tables")


def test_wherever_in_the_project_it_runs_the_same_tables_are_written(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project / "data" / "articles" / "a.txt")
    monkeypatch.chdir(project / "notebooks")
    assert "tables in ../data/tables" in succeed("extract")
    assert list_files(project / "data" / "tables")


def test_a_folder_with_nothing_but_refused_files_gives_tables_that_say_so(project: Path) -> None:
    write(project / "mine" / "scan.pdf", "%PDF")
    write(project / "mine" / "empty.txt", "")
    shown = succeed("extract", "--articles", "mine", "--out", "t", "--format", "csv")
    assert shown.startswith("0 articles read, 2 refused, 0 coded anew")
    assert list(tables.load("rejects", "t")["reason"]) == ["empty", "unknown format"]
    assert tables.load("visits", "t").empty


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--articles", "missing"], "no such file or folder. Check the path."),
        (["--articles", "mine/*.html"], "no such file or folder"),
        (["--articles", "empty"], "holds no articles. Put some there"),
        (["--articles", "mine", "--out", "mine"], "Give another --out."),
        (["--articles", "mine", "--out", "mine/a.txt/t"], "Check the path"),
    ],
)
def test_extract_says_why_it_cannot_and_writes_nothing(
    project: Path, options: list[str], message: str
) -> None:
    (project / "empty").mkdir()
    write(project / "mine" / "a.txt")
    before = list_files(project)
    assert message in fail("extract", *options)
    assert list_files(project) == before


def test_where_there_are_no_articles_at_all_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "data/articles/sample: there is no such file or folder" in fail("extract")
    assert "holds no report" in fail("report")
    assert list_files(tmp_path) == []


def test_a_line_break_in_a_path_does_not_break_the_line(project: Path) -> None:
    assert "no such file" in fail("extract", "--articles", "mis\nsing")


# explain


def test_the_network_is_written_for_other_programs(project: Path) -> None:
    write(project / "mine" / "a.txt")
    succeed("extract", "--articles", "mine")
    for ending in ("gexf", "graphml", "csv", "parquet", "ftm.json", "jsonl"):
        succeed("export", f"network.{ending}", "--alleged", "--roll-up")
        assert (project / f"network.{ending}").is_file()
    assert nx.read_gexf(project / "network.gexf").is_directed()


def test_an_unknown_format_or_a_missing_folder_writes_no_network(project: Path) -> None:
    write(project / "mine" / "a.txt")
    assert "Run `attache extract` first" in fail("export", "network.gexf")
    succeed("extract", "--articles", "mine")
    assert "written as .gexf, .graphml" in fail("export", "network.xls")
    assert "Name a file in a folder that exists" in fail("export", "no/such/network.gexf")
    assert not list(project.glob("network*"))


def test_a_row_is_explained_by_its_id_and_another_id_is_refused(project: Path) -> None:
    write(project / "data" / "articles" / "a.txt")
    assert "Run `attache extract` first." in fail("explain", "v-1")
    succeed("extract")
    (visit_id,) = tables.load("visits")["visit_id"]
    assert TEXT in succeed("explain", visit_id)
    assert "has the id 'v-1'. Ids stand in the columns article_id" in fail("explain", "v-1")


# report


def refuse_to_code(*_: object, **__: object) -> None:
    raise AssertionError("nothing may be coded")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["3-visits", "-p", "wrong", "1"], "3-visits: there is no parameter wrong. It has: since"),
        (["3-visits", "-p", "sinse", "2024-01-01"], "Did you mean since?"),
        (["3-visits", "-p", "since", "yesterday"], "Give a date such as 2024-01-31, or empty."),
        (["-p", "since", "2025-01-01", "-p", "until", "2024-01-01"], "Swap them."),
        (["-p", "actors", "PRK", "-p", "actors", "RUS"], "Give it once; lists as A,B."),
        (["-p", "tables", "elsewhere"], "Give it as --tables."),
        (["3-visit"], "there is no report 3-visit. Did you mean 3-visits?"),
    ],
)
def test_a_report_that_cannot_be_is_refused_before_anything_is_coded(
    project: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    write(project / "data" / "articles" / "a.txt")
    monkeypatch.setattr(coding, "extract", refuse_to_code)
    assert message in fail("report", *arguments)
    assert not (project / "reports").exists()


def test_a_report_on_a_folder_of_refused_files_says_that_there_is_nothing(project: Path) -> None:
    write(project / "my articles" / "scan.pdf", "%PDF")
    shown = succeed("report", "3-visits", "--articles", "my articles", "--tables", "t")
    assert "0 articles read, 1 refused" in shown
    assert "Open reports/index.html" in shown
    assert "Nothing in this selection." in (project / "reports" / "3-visits.html").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("states", "code"),
    [
        (["published", "published"], 0),
        (["refused", "published"], 3),
        (["published", "failed"], 4),
        (["timed_out", "failed"], 5),
        (["killed", "refused"], 6),
    ],
)
def test_a_report_by_hand_tells_of_each_notebook_and_ends_with_the_code_of_a_run(
    project: Path, monkeypatch: pytest.MonkeyPatch, states: list[State], code: int
) -> None:
    runs = [
        Run(f"{number}-x", state, reason="" if state == "published" else "division by zero")
        for number, state in enumerate(states)
    ]
    monkeypatch.setattr(coding, "extract", lambda *_, **__: "nothing to code")
    monkeypatch.setattr(by_hand, "render", lambda *_, **__: runs)
    result = run("report")
    assert result.exit_code == code
    for number, state in enumerate(states):
        assert f"{number}-x  {state} in " in result.stdout
    assert ("division by zero" in result.stdout) == (code > 0)
