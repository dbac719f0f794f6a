"""Coding to disk: only what is new or changed, nothing half-written, the same tables in any way."""

from __future__ import annotations

import multiprocessing
import shutil
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from analysis import coding, tables
from analysis.articles import read_articles
from analysis.coding import extract
from analysis.errors import TableError
from analysis.rulebook import DICTIONARIES, fingerprint
from analysis.schema import CODED, TABLES
from analysis.second_opinion import load_parser
from tests.conftest import SAMPLE
from tests.scoring.corpora import GOLD

PACKAGE = DICTIONARIES.parent


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six of the sample articles, two of which are copies of one another, and one refused file."""
    folder = tmp_path_factory.mktemp("articles")
    read = read_articles(SAMPLE)[0]
    copies = {"s010.md", "s020.md", "s030.md", "s040.md"}
    for name in sorted(copies | set(_find_copies())):
        shutil.copy(SAMPLE / name, folder / name)
    (folder / "empty.txt").touch()
    assert len(read_articles(folder)[0]) == 6 < len(read)
    return folder


def _find_copies() -> list[str]:
    marked = coding.mark_copies(read_articles(SAMPLE)[0]).set_index("article_id")
    copy = marked[marked["duplicate_of"] != ""].iloc[0]
    return [copy["source_path"], marked.loc[copy["duplicate_of"], "source_path"]]


@pytest.fixture(scope="module")
def once(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of these articles, coded in one go."""
    out = tmp_path_factory.mktemp("once")
    extract(articles, out)
    return out


def read_bytes(out: Path) -> dict[str, bytes]:
    """The tables shown, without what is kept hidden between runs."""
    files = (path for path in out.rglob("*") if path.is_file())
    names = {path.relative_to(out): path for path in files}
    return {
        str(name): path.read_bytes()
        for name, path in names.items()
        if not name.parts[0].startswith(".")
    }


def load_all(out: Path) -> dict[str, pd.DataFrame]:
    return {name: tables.load(name, out) for name in TABLES}


# What is coded


def test_what_runs_have_in_common_is_kept_in_one_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each into tables of its own: neither pages nor articles are read or coded twice."""
    page = tmp_path / "news" / "a.html"
    page.parent.mkdir()
    text = "Norway's foreign minister arrived in Warsaw on Monday, the ministry said. " * 3
    page.write_text(f"<html><body><article><p>{text}</p></article></body></html>")
    kept = tmp_path / "tables"
    assert extract(page.parent, kept / ".runs" / "1", kept=kept).coded == 1
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: pytest.fail("read again"))
    assert extract(page.parent, kept / ".runs" / "2", kept=kept).coded == 0
    assert read_bytes(kept / ".runs" / "1") == read_bytes(kept / ".runs" / "2")


def test_a_second_run_codes_nothing_and_gives_the_same_bytes(articles: Path, once: Path) -> None:
    before = read_bytes(once)
    assert extract(articles, once).coded == 0
    assert read_bytes(once) == before


def test_only_new_and_changed_articles_are_coded(articles: Path, tmp_path: Path) -> None:
    mine, out = shutil.copytree(articles, tmp_path / "mine"), tmp_path / "out"
    extract(mine, out)
    with (mine / "s010.md").open("a", encoding="utf-8") as file:
        file.write("\nHe then left.\n")
    (mine / "new.txt").write_text("Norway's foreign minister arrived in Warsaw on Monday.")
    (mine / "s020.md.meta.yaml").write_text("outlet: Daily Courier\npublished: 2031-01-01\n")
    summary = extract(mine, out)
    assert (summary.read, summary.refused, summary.coded) == (7, 1, 3)
    shown = tables.load("mentions", out, since="2031-01-01")
    assert set(shown["outlet"]) == {"Daily Courier"}, "another date is another coding"


def test_a_changed_rulebook_codes_everything_anew(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract(articles, tmp_path)
    monkeypatch.setattr(coding, "fingerprint", lambda: "changed")
    assert extract(articles, tmp_path).coded == 6
    assert [path.name for path in (tmp_path / ".parts").iterdir()] == ["changed"]


CODING = ["pipeline.py", "schema.py", "actors/titles.py", "statements/finding.py", "dates/words.py"]


@pytest.mark.parametrize("name", [*CODING, "events/ruled.py", "dictionaries/visits.yaml"])
def test_the_fingerprint_changes_with_whatever_coding_uses(name: str, tmp_path: Path) -> None:
    package = shutil.copytree(PACKAGE, tmp_path / "analysis")
    assert fingerprint(package / "dictionaries", package) == fingerprint()
    with (package / name).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert fingerprint(package / "dictionaries", package) != fingerprint()


@pytest.mark.parametrize(
    "name", ["cli/commands.py", "charts/style.py", "reports/page.py", "briefing/wording.py"]
)
def test_what_only_draws_or_reports_codes_nothing_anew(name: str, tmp_path: Path) -> None:
    package = shutil.copytree(PACKAGE, tmp_path / "analysis")
    (package / name).write_text("# changed\n", encoding="utf-8")
    assert fingerprint(package / "dictionaries", package) == fingerprint()


def test_tables_hold_exactly_the_inputs_given(articles: Path, once: Path, tmp_path: Path) -> None:
    few = tmp_path / "few"
    few.mkdir()
    shutil.copy(articles / "s020.md", few)
    out = shutil.copytree(once, tmp_path / "out")
    assert extract(few, out).coded == 0, "parts of other inputs stay cached"
    for table in CODED:
        if table.name != "actors":
            assert set(tables.load(table.name, out)["article_id"]) <= {"s020"}
    assert list(tables.load("articles", out)["article_id"]) == ["s020"]
    assert tables.load("rejects", out).empty
    assert extract(articles, out).coded == 0
    assert read_bytes(out).items() >= read_bytes(once).items()


# Whichever way it is coded


def test_workers_give_the_same_bytes(
    articles: Path, once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coding, "BATCH", 2)
    assert extract(articles, tmp_path, workers=2).coded == 6
    assert read_bytes(tmp_path) == read_bytes(once)


def test_the_order_of_coding_does_not_matter(
    articles: Path, once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    monkeypatch.setattr(coding, "BATCH", 1)
    backwards = sorted(articles.iterdir(), reverse=True)
    for paths in (backwards[:2], backwards[2:]):
        for path in paths:
            shutil.copy(path, mine)
        extract(mine, tmp_path / "out")
    assert read_bytes(tmp_path / "out").items() >= read_bytes(once).items()


def test_other_file_names_give_the_same_rows(articles: Path, once: Path, tmp_path: Path) -> None:
    for number, path in enumerate(sorted(articles.glob("*.md"), reverse=True)):
        shutil.copy(path, tmp_path / f"{number}.md")
    extract(tmp_path, tmp_path / "out")
    for name, found in load_all(tmp_path / "out").items():
        if name not in ("articles", "rejects"):
            columns = [c for c in found if c not in TABLES[name].list_columns]
            expected = tables.load(name, once)
            pd.testing.assert_frame_equal(
                found.sort_values(columns, ignore_index=True),
                expected.sort_values(columns, ignore_index=True),
            )


def test_csv_and_parquet_hold_the_same(articles: Path, once: Path, tmp_path: Path) -> None:
    extract(articles, tmp_path, layout="csv")
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == sorted(
        f"{name}.csv" for name in TABLES
    )
    for name, found in load_all(tmp_path).items():
        pd.testing.assert_frame_equal(found, tables.load(name, once))


def test_a_folder_never_holds_two_versions_of_a_table(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes.csv").write_text("mine")
    extract(articles, tmp_path / "out", layout="csv")
    extract(articles, tmp_path / "out", layout="parquet")
    assert [path.name for path in (tmp_path / "out").glob("*.csv")] == ["notes.csv"]


# Killed, and side by side


def test_a_killed_run_loses_at_most_its_batch(
    articles: Path, once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coding, "BATCH", 2)
    keep, kept = coding._keep, []

    def keep_twice(*arguments: Any) -> None:
        if len(kept) == 2:
            (tmp_path / ".parts" / fingerprint() / ".writing-x").mkdir()  # as a kill leaves it
            raise KeyboardInterrupt
        kept.append(keep(*arguments))

    monkeypatch.setattr(coding, "_keep", keep_twice)
    with pytest.raises(KeyboardInterrupt):
        extract(articles, tmp_path)
    assert read_bytes(tmp_path) == {}, "no table is shown before all are whole"
    monkeypatch.setattr(coding, "_keep", keep)
    assert extract(articles, tmp_path).coded == 2
    assert read_bytes(tmp_path) == read_bytes(once)
    assert not list(tmp_path.glob(".parts/*/.writing-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="no lock between processes on Windows")
def test_two_runs_at_once_give_what_one_gives(articles: Path, once: Path, tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    runs = [context.Process(target=extract, args=(articles, tmp_path)) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join(60)
    assert [run.exitcode for run in runs] == [0, 0]
    assert read_bytes(tmp_path) == read_bytes(once)
    assert len(list(tmp_path.glob(".parts/*/*/index.json"))) == 1, "the second found it coded"


def test_tables_of_their_own_share_what_was_coded_before(
    articles: Path, once: Path, tmp_path: Path
) -> None:
    kept = shutil.copytree(once, tmp_path / "kept")
    part = next(articles.glob("s*.md"))
    context = multiprocessing.get_context("fork")
    given = ((articles, tmp_path / "all"), (part, tmp_path / "one"))
    runs = [context.Process(target=extract, args=one, kwargs={"kept": kept}) for one in given]
    for run in runs:
        run.start()
    for run in runs:
        run.join(60)
    assert [run.exitcode for run in runs] == [0, 0]
    assert read_bytes(tmp_path / "all") == read_bytes(kept) == read_bytes(once)
    assert len(tables.load("articles", tmp_path / "one")) == 1
    assert len(list(kept.glob(".parts/*/*/index.json"))) == 1, "nothing was coded anew"


@pytest.mark.parametrize("name", ["index.json", "visits.parquet"])
def test_a_damaged_part_is_named_with_what_to_do(
    articles: Path, once: Path, tmp_path: Path, name: str
) -> None:
    out = shutil.copytree(once, tmp_path / "out")
    (damaged,) = out.glob(f".parts/*/*/{name}")
    damaged.write_text("{")
    with pytest.raises(TableError, match=r"\.parts: .* Remove that folder\."):
        extract(articles, out)
    assert read_bytes(out) == read_bytes(once), "the former tables stay"


# What is shown meanwhile


class _Screen(StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_shown_on_a_terminal_only(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    screen = _Screen(terminal=terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    extract(articles, tmp_path)
    assert ("6/6" in screen.getvalue()) == terminal
    assert bool(screen.getvalue()) == terminal


def test_the_summary_counts_what_is_in_the_tables(articles: Path, once: Path) -> None:
    summary = extract(articles, once)
    assert str(summary).startswith("6 articles read, 1 refused, 0 coded anew\n")
    assert summary.rows == {name: len(frame) for name, frame in load_all(once).items()}


@Language.component("toy_parser")
def parse_flat(doc: Doc) -> Doc:
    """Hang every word on the first: a parse that agrees with no reading."""
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    return Doc(doc.vocab, words=words, spaces=spaces, heads=[0] * len(doc), deps=["dep"] * len(doc))


def test_a_parsers_second_opinion_codes_anew_and_is_told_in_the_rows(
    articles: Path, once: Path, tmp_path: Path
) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("toy_parser", name="parser")
    pipeline.to_disk(tmp_path / "toy")
    out = tmp_path / "out"
    shutil.copytree(once, out)
    assert extract(articles, out, parser=str(tmp_path / "toy")).coded == 6
    before, after = tables.load("visits", once), tables.load("visits", out)
    assert list(after["visit_id"]) == list(before["visit_id"])
    assert (after["confidence"] == "low").sum() > (before["confidence"] == "low").sum()
    # Never by the folder it was loaded from.
    assert load_parser(str(tmp_path / "toy")).name == "en_pipeline-0.0.0"


def test_an_article_that_coding_breaks_off_at_is_refused_and_the_others_coded(
    articles: Path, once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = coding.code_articles

    def code_or_break(batch: pd.DataFrame, *others: Any) -> dict[str, pd.DataFrame]:
        if "s010" in set(batch["article_id"]):
            raise IndexError("list index out of range")
        return whole(batch, *others)

    with monkeypatch.context() as patched:
        patched.setattr(coding, "code_articles", code_or_break)
        summary = extract(articles, tmp_path)
    found = load_all(tmp_path)
    assert (summary.read, summary.coded, summary.refused) == (5, 5, 2)
    (refused,) = found["rejects"].query("reason == 'cannot be coded'").to_dict("records")
    assert (refused["source_path"], "IndexError: list index" in refused["detail"]) == (
        "s010.md",
        True,
    )
    assert "s010" not in set(found["statements"]["article_id"]) | set(found["articles"].article_id)
    assert extract(articles, tmp_path).coded == 1, "it is tried anew"
    for name, rows in load_all(once).items():
        pd.testing.assert_frame_equal(load_all(tmp_path)[name], rows)


def test_a_text_may_begin_and_break_off_anywhere(code) -> None:  # type: ignore[no-untyped-def]
    """Fetched texts and headlines begin or end in the middle of a sentence, without a mark."""
    for text in pd.read_csv(GOLD / "sentences.csv", dtype="str")["text"]:
        words = text.rstrip(".!?”").split()
        half = len(words) // 2
        for part in (words, words[:half], words[half:]):
            code(" ".join(part))


@pytest.mark.parametrize(
    "text",
    [
        "meeting of the bloc in Lima.",
        "Norway noted",
        "Norway said “Yes,",
        "We met ANA SILVA (Chad",
        "Lt Gen (retd",
    ],
)
def test_a_text_may_begin_or_end_where_more_is_expected(code, text: str) -> None:  # type: ignore[no-untyped-def]
    code(text)
