"""What the dictionaries lack: found often, shown with its sentences and an entry that loads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from analysis.actors import load_actors
from analysis.cli import main
from analysis.items import load_items
from analysis.rulebook import DICTIONARIES, Rulebook
from analysis.suggesting import Suggestion, suggest
from tests.scoring.corpora import to_articles

TEXTS = {
    "a1": "Norwegian envoy Torvald Brekkhus met Wang Yi in Oslo. Iran sent Zhafar-9 missiles to Syria.",
    "a2": "The envoy Torvald Brekkhus said talks went on. Syria got Zhafar-9 missiles.",
    "a3": "A statement by the Harbour Guard Union came late. China outmanoeuvred Japan in the talks.",
    "a4": "Police spoke to the Harbour Guard Union. China outmanoeuvred South Korea. Vladimir Putin slept.",
}


def frame(texts: dict[str, str], copies: dict[str, str] | None = None) -> pd.DataFrame:
    rows = pd.DataFrame(
        {"article_id": name, "published": "2024-06-20", "text": text}
        for name, text in texts.items()
    )
    articles = to_articles(rows)
    articles["duplicate_of"] = [(copies or {}).get(name, "") for name in articles["article_id"]]
    return articles


@pytest.fixture(scope="module")
def found(rulebook: Rulebook) -> dict[str, Suggestion]:
    return {each.words: each for each in suggest(frame(TEXTS), rulebook)}


def test_persons_bodies_weapons_and_verbs_are_found(found: dict[str, Suggestion]) -> None:
    assert {words: each.kind for words, each in found.items()} == {
        "Torvald Brekkhus": "person",
        "Zhafar-9": "weapon",
        "Harbour Guard Union": "organisation",
        "outmanoeuvred": "verb",
    }


def test_what_is_known_or_named_once_is_not_suggested(
    found: dict[str, Suggestion], rulebook: Rulebook
) -> None:
    assert "Vladimir Putin" not in found
    assert suggest(frame({"a1": TEXTS["a1"]}), rulebook) == []


def test_a_copy_does_not_make_a_name_frequent(rulebook: Rulebook) -> None:
    twice = {"a1": TEXTS["a1"], "a2": TEXTS["a1"]}
    assert suggest(frame(twice, {"a2": "a1"}), rulebook) == []


def test_at_most_so_many_of_a_kind(rulebook: Rulebook) -> None:
    texts = {f"a{n}": "We met Ada Torvik, and Bo Halvik." for n in range(2)}
    assert len(suggest(frame(texts), rulebook, top=1)) == 1


def test_sentences_are_shown(found: dict[str, Suggestion]) -> None:
    said = str(found["Harbour Guard Union"])
    assert "(organisation, 2 articles)" in said
    assert "“Police spoke to the Harbour Guard Union.”" in said


def test_the_entries_can_be_added_as_they_are(found: dict[str, Suggestion], tmp_path: Path) -> None:
    folder = shutil.copytree(DICTIONARIES, tmp_path / "dictionaries")
    for name, words in (("actors", "Torvald Brekkhus"), ("actors", "Harbour Guard Union")):
        _insert(folder / f"{name}.yaml", f"{name}:\n", found[words].entry)
    _insert(folder / "items.yaml", "\nitems:\n", found["Zhafar-9"].entry)
    actor = load_actors(folder).actors["torvald-brekkhus"]
    assert (actor.country, actor.offices[0].role) == ("NOR", "envoy")
    assert load_items(folder / "items.yaml")


def _insert(path: Path, head: str, entry: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(head) == 1
    path.write_text(text.replace(head, f"{head}{entry}\n"), encoding="utf-8")


def test_the_command_prints_them(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["suggest", "--articles", str(tmp_path)])
    assert result.exit_code == 0
    assert "Torvald Brekkhus  (person, 2 articles)" in result.output
    result = CliRunner().invoke(main, ["suggest", "--articles", str(tmp_path), "--least", "9"])
    assert "lack nothing" in result.output
