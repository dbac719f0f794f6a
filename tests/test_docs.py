"""The documents say what the code does: commands, examples, generated lists, links."""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from analysis import reports, tables
from analysis.cli import main
from analysis.examples import find_failures
from analysis.pages import codebook, data, readme
from analysis.pipeline import Tables, code_article
from analysis.reading import Article
from analysis.rulebook import DICTIONARIES, Rulebook, load_rulebook
from analysis.rules import KEYS, ROLES, WANTS
from analysis.schema import TABLES
from tests.conftest import ROOT
from tests.scoring import outside
from tests.scoring.readme import SHOWN, write_outside

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *ROOT.glob("[a-z]*/README.md")])
README = (ROOT / "README.md").read_text("utf-8")
TEXTS = [*PAGES, *(ROOT / name for name in ("Makefile", "pyproject.toml", "environment.yml"))]

each_page = pytest.mark.parametrize(
    "page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix()
)


def list_commands() -> Iterator[list[str]]:
    """Every command line of a code block of the documents."""
    for page in PAGES:
        blocks = re.findall(r"^```(\w*)\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S)
        for line in "\n".join(text for kind, text in blocks if not kind).splitlines():
            yield shlex.split(line, comments=True)


COMMANDS = [words for words in list_commands() if words]
ATTACHE = [words[1:] for words in COMMANDS if words[0].endswith("attache")]


def read_examples() -> dict[str, str]:
    """The YAML that docs/extending.md shows, by what it says in its first line."""
    text = (ROOT / "docs" / "extending.md").read_text("utf-8")
    blocks = re.findall(r"^```yaml\n# (.*?)\n(.*?)^```", text, re.M | re.S)
    assert len(blocks) == 3
    return dict(blocks)


# README: its first screen


def test_the_first_screen_holds_the_question_one_picture_and_two_commands() -> None:
    first = README.partition("\n## ")[0]
    assert len(first.splitlines()) < 25
    assert "Who met whom, who is said to have armed whom, and who denies it?" in first
    assert re.findall(r"!\[.+?\]\((.+?)\)", README) == ["reports/network.png"]
    assert re.findall(r"^make \w+", first, re.M) == ["make report", "make test"]


def test_the_picture_fits_the_page() -> None:
    content = (ROOT / "reports" / "network.png").read_bytes()
    width = int.from_bytes(content[16:20])
    assert content.startswith(b"\x89PNG")
    assert 700 <= width <= 900, "as wide as a README is shown, so that its letters are legible"
    assert len(content) < 200_000


# Commands


def test_every_command_shown_is_one_that_is_there() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for words in COMMANDS:
        program = words[0].removeprefix(".venv/bin/")
        assert program in ("make", "attache", "papermill"), words
        if program == "make":
            assert words[1] in targets, words


@each_page
def test_every_attache_command_named_is_there(page: Path) -> None:
    named = set(re.findall(r"`attache ([a-z]+)", page.read_text("utf-8")))
    assert named <= set(main.commands)


@each_page
def test_every_make_target_named_is_there(page: Path) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"`make (\w+)", page.read_text("utf-8"))) <= targets


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
@pytest.mark.parametrize(
    ("articles", "expected"),
    [("", "attache report"), ("my articles", 'attache report --articles "my articles"')],
)
def test_make_report_takes_a_folder_with_spaces_in_its_name(articles: str, expected: str) -> None:
    # Dry, as if everything was installed, and as if not run by another make.
    command = ["make", "-n", "-o", ".venv/installed", "report", f"ARTICLES={articles}"]
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    shown = subprocess.run(
        command, cwd=ROOT, env=outside, capture_output=True, text=True, check=True
    ).stdout
    assert shown.strip() == f".venv/bin/{expected}"


@pytest.mark.parametrize("arguments", ATTACHE, ids=" ".join)
def test_every_attache_command_shown_is_understood(arguments: list[str]) -> None:
    command = main.commands[arguments[0]]
    command.make_context(arguments[0], arguments[1:])


def test_parameters_shown_are_parameters_of_that_notebook() -> None:
    (shown,) = [words for words in ATTACHE if words[0] == "report"]
    declared = reports.read_parameters(ROOT / "notebooks" / f"{shown[1]}.ipynb")
    assert {shown[at + 1] for at, word in enumerate(shown) if word == "-p"} <= set(declared)


def test_the_commands_for_own_articles_do_what_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path)
    text = "Norway's foreign minister arrived in Warsaw on Monday, the ministry said. " * 3
    Path("summit.html").write_text(f"<html><body><article><p>{text}</p></article></body></html>")
    Path("my-articles").mkdir()
    shutil.copy("summit.html", "my-articles")
    for arguments in ATTACHE:
        if arguments[0] == "add" or "my-articles" in arguments:
            assert CliRunner().invoke(main, arguments).exit_code == 0, arguments
    assert Path("data/articles/summit.html").is_file()
    assert list(tables.load("visits", "my-tables")["visitor_country"]) == ["NOR"]


def test_the_help_says_what_the_documents_say() -> None:
    for name, command in main.commands.items():
        shown = CliRunner().invoke(main, [name, "--help"]).output
        options = [o for p in command.params if isinstance(p, click.Option) for o in p.opts]
        assert all(option in shown for option in options)
    formats = next(p for p in main.commands["extract"].params if p.name == "layout")
    assert {"csv", "parquet"} == set(formats.type.choices)  # type: ignore[attr-defined]


# Generated pages and blocks


def test_the_data_page_is_current() -> None:
    page = (ROOT / "data" / "README.md").read_text("utf-8")
    assert page == data.write_page(), "run `make docs`"


def test_the_codebook_is_current() -> None:
    page = (ROOT / "docs" / "codebook.md").read_text("utf-8")
    assert page == codebook.refresh_page(page), "run `make docs`"


@pytest.mark.parametrize("name", TABLES)
def test_a_row_that_the_readme_shows_is_one_that_is_coded(name: str, extracted: Tables) -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| .*? \| (.*) \|$", README, re.M))
    assert rows[name] in readme.list_cells(name, extracted[name]), "run `make docs`"


def test_a_row_that_still_holds_is_not_exchanged(extracted: Tables) -> None:
    assert readme.refresh_page(README, extracted) == README, "run `make docs`"


def test_the_accuracy_shown_is_what_was_last_measured() -> None:
    """`python -m tests.scoring --external --keep` writes both."""
    gold = outside.load_last()["gold"]
    for name in SHOWN:
        assert f" | {write_outside(name, gold)} |" in README, name


def test_the_codebook_explains_every_value_that_a_column_may_have() -> None:
    page = (ROOT / "docs" / "codebook.md").read_text("utf-8")
    for table, column in [
        *(("statements", "act"), ("visits", "status"), ("visits", "kind")),
        *(("transfer_allegations", "nature"), ("transfer_allegations", "category")),
        *(("responses", "stance"), ("events", "event_type"), ("events", "status")),
        *(("cases", "standing"), ("visits", "confidence"), ("visits", "date_precision")),
    ]:
        (found,) = [c for c in TABLES[table].columns if c.name == column]
        for value in filter(None, found.values):
            assert re.search(rf"(?<![\w_]){re.escape(value)}(?![\w_])", page), (column, value)


# Extending


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """The rulebook with everything in it that docs/extending.md adds."""
    folder = tmp_path_factory.mktemp("dictionaries") / "dictionaries"
    shutil.copytree(DICTIONARIES, folder)
    for place, lines in read_examples().items():
        name, _, section = place.partition(", under ")
        text = (folder / name).read_text("utf-8")
        assert not section or text.count(f"\n{section}\n") == 1
        head, mark, rest = text.partition(f"\n{section}\n") if section else (text, "\n", "")
        (folder / name).write_text(f"{head}{mark}{lines}{rest}", encoding="utf-8")
    return load_rulebook(folder)


def test_a_rule_added_as_shown_keeps_its_examples(extended: Rulebook, rulebook: Rulebook) -> None:
    (added,) = [rule for rule in extended.rules if rule.id not in {r.id for r in rulebook.rules}]
    assert list(find_failures(added, extended)) == []
    assert list(find_failures(added, rulebook)), "without it the example is not found"


@pytest.mark.parametrize(
    ("text", "table", "expected"),
    [
        ("Solvang arrived in Warsaw on Monday.", "visits", {"visitor_country": "NOR"}),
        (
            "North Korea sent Skyfall-7s to Russia, Japan said.",
            "transfer_allegations",
            {"category": "cruise_missile", "claimant_country": "JPN"},
        ),
    ],
)
def test_a_name_added_as_shown_is_found(
    text: str, table: str, expected: dict[str, str], extended: Rulebook, rulebook: Rulebook
) -> None:
    article = Article("a", dt.date(2024, 6, 20), "Daily Courier", "", text)
    (row,) = code_article(article, extended)[table]
    assert row.items() >= expected.items()
    assert not [
        row for row in code_article(article, rulebook)[table] if row.items() >= expected.items()
    ]


@pytest.mark.parametrize("word", sorted({*KEYS, *ROLES, *WANTS}))
def test_all_that_a_rule_can_say_is_explained(word: str) -> None:
    page = (ROOT / "docs" / "extending.md").read_text("utf-8")
    assert f"**{word}**" in page or f"`{word}`" in page or f"{word}:" in page


def test_the_line_for_a_weapon_in_the_readme_is_one_that_is_read() -> None:
    (line,) = re.findall(r"^```yaml\n(.*?)^```", README, re.M | re.S)
    (shown,) = [text for place, text in read_examples().items() if place.startswith("items.yaml")]
    assert shown == line


# Links, and what a document must not hold


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8")):
        if not link.startswith("https://"):
            assert (page.parent / link.partition("#")[0]).exists(), link


@each_page
def test_files_that_are_named_are_there(page: Path) -> None:
    named = re.findall(
        r"`((?:analysis|docs|tests|notebooks|benchmarks)/[\w./-]*)`", page.read_text("utf-8")
    )
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_document_holds_a_machines_path_or_a_registrys_address(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"(?<![\w.])/(home|work|root|Users|tmp|mnt|opt|srv)/", text)
    assert not re.search(r"https?://(?!github\.com|sample\.example)", text)
    assert not re.search(
        r"pypi|files\.pythonhosted|registry\.|localhost|\b\d+\.\d+\.\d+\.\d+\b", text
    )


def test_reports_and_own_articles_stay_out_of_the_repository() -> None:
    paths = ["data/articles/mine.txt", "data/tables/visits/a.parquet", "reports/3-visits.html"]
    kept = ["data/articles/sample/s001.md", "reports/README.md", "reports/network.png"]
    command = ["git", "-C", str(ROOT), "check-ignore", "--no-index", *paths, *kept]
    ignored = subprocess.run(command, capture_output=True, text=True, check=False)
    if ignored.returncode == 128:
        pytest.skip("no git repository")
    assert ignored.stdout.split() == paths
