"""Figures on annotated articles outside the project, by the scorer that lies with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.scoring.__main__ import main
from tests.scoring.corpora import GOLD
from tests.scoring.outside import (
    NAMES,
    Figures,
    find_outside,
    is_only_scored,
    load_last,
    measure,
    report,
    summarize,
)

FLOORS: dict[str, dict[str, dict[str, float]]] = json.loads(
    (GOLD / "floors.json").read_text(encoding="utf-8")
)
# A scorer that knows one task: a visit of the gold is found when any row names its visitor.
SCORER = """
import argparse, csv, json, pathlib
def main():
    parser = argparse.ArgumentParser()
    for name in ("--gold", "--tables", "--json", "--show"):
        parser.add_argument(name)
    options = parser.parse_args()
    with open(pathlib.Path(options.tables) / "visits.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    tp = fn = fp = 0
    for line in pathlib.Path(options.gold).read_text("utf-8").split("\\n"):
        record = json.loads(line)
        found = [row["visitor"] for row in rows if row["article_id"] == record["id"]]
        tp += len(set(found) & set(record["visits"]))
        fn += len(set(record["visits"]) - set(found))
        fp += len(set(found) - set(record["visits"]))
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps({"visits": dict(tp=tp, fn=fn, fp=fp)}))
    else:
        print(f"note: nothing\\nvisits {tp} {fn} {fp}")
    return 0
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An outside folder: three articles, of which the coder can find two visits."""
    texts = {
        "a1": "Narendra Modi travelled to Kyiv on Friday.",
        "a2": "Emmanuel Macron arrived in Beirut on Monday.",
        "a3": "Nobody went anywhere.",
    }
    visits = {"a1": ["Narendra Modi"], "a2": ["Emmanuel Macron"], "a3": ["Lula"]}
    records = [
        {"id": name, "source": "Wire", "title": None, "text": text, "published": "2024-08-24",
         "visits": visits[name]}
        for name, text in texts.items()
    ]  # fmt: skip
    lines = [json.dumps(record) for record in records]
    (tmp_path / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def test_a_folder_counts_when_it_has_a_scorer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_outside(tmp_path) == []
    (tmp_path / "score.py").touch()
    monkeypatch.setenv("ATTACHE_GOLD", str(tmp_path))
    assert find_outside(None) == [tmp_path]


def test_figures_are_those_of_the_scorer(folder: Path) -> None:
    figures, printed = measure(folder, show=5)
    visits = figures["visits"]
    assert (visits["precision"], visits["recall"], visits["gold"]) == (1.0, 0.667, 3)
    assert visits["value"] == 0.8
    assert visits["low"] <= visits["value"] <= visits["high"]
    assert "note:" not in printed


def test_what_is_printed_leaves_out_the_records_only_scored(folder: Path) -> None:
    _, printed = measure(folder, show=5)
    readable = [name for name in ("a1", "a2", "a3") if not is_only_scored(name)]
    counts = [int(count) for count in printed.split()[1:]]
    assert sum(counts) == len(readable)


def test_a_quarter_of_the_records_is_only_scored() -> None:
    share = sum(is_only_scored(f"record {n}") for n in range(2000)) / 2000
    assert share == pytest.approx(0.25, abs=0.03)


def test_a_mean_over_parts_weighs_them_alike_and_leaves_out_the_empty() -> None:
    counts = {
        "a": {"statements/accuse": (9, 9, 9, 9), "statements/deny": (0, 1, 0, 0)},
        "b": {"statements/accuse": (1, 1, 1, 1), "statements/praise": (0, 0, 0, 0)},
    }
    assert summarize(counts)["statements: mean over acts"]["value"] == 0.5


def test_a_share_is_that_of_the_rows_found() -> None:
    figures = summarize({"a": {"visits/date": (3, 4, 3, 4)}})
    assert figures["visits: date"]["value"] == 0.75
    assert "precision" not in figures["visits: date"]


def test_the_figures_last_measured_are_shown_where_there_is_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--table", "visits", "--external", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "skipped" in shown
    for name in NAMES:
        assert f"last measured: {name}" in shown
    assert all(line in shown for line in report(load_last()["gold"]))


@pytest.fixture(scope="module")
def measured() -> dict[str, Figures]:
    """The figures of the folders that lie beside the project."""
    return {folder.name: measure(folder)[0] for folder in find_outside(None)}


# A scorer is not ours to mend.
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.parametrize("name", NAMES)
def test_coding_of_articles_outside_the_project_keeps_its_floors(
    name: str, measured: dict[str, Figures]
) -> None:
    if name not in measured:
        pytest.skip(f"no annotated articles named {name} beside the project")
    for task, floors in FLOORS[name].items():
        for figure, floor in floors.items():
            assert measured[name][task][figure] >= floor, f"{task}: {figure}"
