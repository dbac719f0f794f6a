"""Figures on annotated articles kept outside the project, since their texts are other people's.

Such a folder holds articles.jsonl, perhaps sentences.jsonl, and a score.py that reads coded tables as CSV and
writes what it counted as JSON. It is run record by record, so that intervals can be drawn over records, and
the records that writers of rules may read be told from those that are only ever scored.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import runpy
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.errors import WorkbookError
from analysis.schema import TABLES
from tests.scoring.corpora import GOLD, ROOT, code, to_articles
from tests.scoring.score import RESAMPLES, SEED

# Folders that may lie beside the project.
NAMES = ("gold", "attribution")
# Figures by folder as they were last measured, for readers who have no such folder.
LAST_MEASURED = GOLD / "outside.json"

_ACTS = ("accuse", "deny", "confirm", "assess", "warn", "promise", "request", "praise")
# What is reported of all that a scorer counts: its path in the JSON, and our name for it.
TASKS = {
    "visits": "visits",
    "transfers/all": "transfer allegations",
    "transfers/dyads": "transfer dyads",
    "responses/all": "responses",
    "statements/all_marked": "statements",
    **{f"statements/{act}": f"statements: {act}" for act in _ACTS},
    "events/type": "event types",
    "events/full": "event types and actors",
    "attributions": "attributions",
}
# Columns of the rows found, and what is counted for recall alone.
SHARES = {
    "visits/date": "visits: date",
    "visits/status": "visits: status",
    "visits/host": "visits: host",
    "visits/city": "visits: city",
    "transfers/all/claimant_recall": "transfer allegations: claimants",
    "transfers/all/nature": "transfer allegations: nature",
    "transfers/all/item": "transfer allegations: item",
    "statements/all_marked/speaker_country": "statements: speaker's country",
    "statements/all_marked/target": "statements: target",
    "attributions/speaker": "attributions: named speaker",
    "events/plover_gold_type": "PLOVER records: event type",
}
# Means of F1 over parts, the parts by how their paths begin.
MEANS = {
    "statements: mean over acts": tuple(f"statements/{act}" for act in _ACTS),
    "event types: mean over types": ("events/type/by_type/",),
}

# By the path of what is counted: gold rows found, gold rows, rows that are right, rows.
Counts = Mapping[str, tuple[int, int, int, int]]
# By a name in TASKS, SHARES or MEANS.
Figures = dict[str, dict[str, float]]
# Counts by record, and by part and record.
_Records = npt.NDArray[np.int64]
_Rate = Callable[[_Records], float]


def find_outside(given: Path | None) -> list[Path]:
    """Return folders with a score.py: the one given, $ATTACHE_GOLD, or those beside the project."""
    named = given or (Path(os.environ["ATTACHE_GOLD"]) if os.environ.get("ATTACHE_GOLD") else None)
    beside = [path for name in NAMES for path in sorted(ROOT.parent.glob(f"*/{name}"))]
    folders = [named] if named else beside
    return [folder for folder in folders if (folder / "score.py").is_file()]


def is_only_scored(record_id: str) -> bool:
    """Whether nobody who writes rules may read a record: a quarter of them, by a hash of the id."""
    return int(hashlib.sha256(record_id.encode()).hexdigest(), 16) % 4 == 0


def measure(folder: Path, *, show: int = 0) -> tuple[Figures, str]:
    """Code the records of a folder; return the figures, and what its scorer prints with `show`.

    It prints `show` misses and false rows of each task, of the records that may be read.
    """
    with tempfile.TemporaryDirectory() as work:
        scorer = _Scorer(folder, Path(work))
        counts = {name: scorer.count(name) for name in scorer.records}
        return summarize(counts), scorer.show(show) if show else ""


@dataclass
class _Scorer:
    """The score.py of a folder, run in this process on the records of the folder, once coded."""

    folder: Path
    work: Path

    def __post_init__(self) -> None:
        paths = [self.folder / name for name in ("articles.jsonl", "sentences.jsonl")]
        texts = [path.read_text("utf-8") for path in paths if path.exists()]
        lines = [line for text in texts for line in text.split("\n") if line.strip()]
        self.records = {json.loads(line)["id"]: line for line in lines}
        self._main: Callable[[], int] = runpy.run_path(str(self.folder / "score.py"))["main"]
        articles = _to_articles(json.loads(line) for line in lines)
        for name, coded in code(articles).items():
            _write_csv(name, coded, self.work / f"{name}.csv")

    def count(self, name: str) -> Counts:
        """Return what is counted of one record."""
        result = self.work / "result.json"
        self._run([name], "--json", str(result))
        return dict(_flatten(json.loads(result.read_text("utf-8"))))

    def show(self, count: int) -> str:
        """Return what is printed of the records that may be read."""
        readable = [name for name in self.records if not is_only_scored(name)]
        printed = self._run(readable, "--show", str(count))
        return "\n".join(line for line in printed.split("\n") if not line.startswith("note:"))

    def _run(self, names: list[str], *options: str) -> str:
        gold = self.work / "gold.jsonl"
        gold.write_text("\n".join(self.records[name] for name in names), encoding="utf-8")
        arguments = ["score.py", "--gold", str(gold), "--tables", str(self.work), *options]
        with (
            mock.patch.object(sys, "argv", arguments),
            contextlib.redirect_stdout(io.StringIO()) as out,
        ):
            if self._main() != 0:
                raise WorkbookError(f"{self.folder / 'score.py'} failed: {out.getvalue().strip()}")
        return out.getvalue()


def report(figures: Figures) -> Iterator[str]:
    """Yield the lines that show the figures of a folder."""
    yield f"{'':<38}{'P':>6}{'R':>7}{'F1 or share':>12}  95 %         gold    read  scored"
    for name, one in figures.items():
        rates = f"{one['precision']:>6.3f}{one['recall']:>7.3f}" if "precision" in one else " " * 13
        interval = f"{one['low']:.3f}–{one['high']:.3f}"
        parts = f"{one['read']:>8.3f}{one['scored']:>8.3f}"
        yield f"{name:<38}{rates}{one['value']:>12.3f}  {interval}{one['gold']:>6}{parts}"


def load_last() -> dict[str, Figures]:
    """Return the figures of each folder as they were last measured and kept."""
    last: dict[str, Figures] = json.loads(LAST_MEASURED.read_text("utf-8"))
    return last


def keep(figures: Mapping[str, Figures]) -> None:
    """Store figures as the last measured; those of folders not measured now stay."""
    text = json.dumps({**load_last(), **figures}, indent=1, ensure_ascii=False)
    LAST_MEASURED.write_text(text + "\n", encoding="utf-8")


def _to_articles(records: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Turn records into ARTICLES; a sentence has a `date`, and who published it may be `source`."""
    return to_articles(
        pd.DataFrame(
            {
                "article_id": record["id"],
                "outlet": record.get("source") or record.get("outlet") or "",
                "title": record.get("title") or "",
                "text": record["text"],
                "published": record.get("published") or record.get("date") or "",
            }
            for record in records
        )
    )


def _write_csv(name: str, frame: pd.DataFrame, path: Path) -> None:
    lists = {column: frame[column].map(";".join) for column in TABLES[name].list_columns}
    frame.assign(**lists).to_csv(path, index=False)


def _flatten(result: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield every score in a scorer's JSON with its path: rows, shares of rows, attributions."""
    if "tp" in result:
        rows = result["tp"] + result.get("fp", 0)
        gold = result["gold"] if "gold" in result else result["tp"] + result["fn"]
        yield path, (result["tp"], gold, result["tp"], rows)
    elif "right" in result:
        yield path, (result["right"], result["of"], result["right"], result["of"])
    elif "core" in result:
        right = round(result["precision"] * result["rows"])
        yield "attributions", (result["found"], result["core"], right, result["rows"])
        right = round(result["speaker_right"] * result["named"])
        yield "attributions/speaker", (right, result["named"], right, result["named"])
    for key, value in result.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{path}/{key}".lstrip("/"))


def summarize(counts: Mapping[str, Counts]) -> Figures:
    """Return precision, recall and F1 of tasks and the shares of columns, over all records.

    Each with an interval; `read` is the figure on the records that may be read, `scored` on the others.
    """
    names = sorted(counts)
    scored = np.array([is_only_scored(name) for name in names])
    paths = sorted({path for each in counts.values() for path in each})
    table = {
        path: np.array([counts[name].get(path, (0, 0, 0, 0)) for name in names]) for path in paths
    }
    figures = {
        **{name: _rates(table[path]) for path, name in TASKS.items() if path in table},
        **{name: {} for path, name in SHARES.items() if path in table},
    }
    for measures, rate in ((TASKS, _f1), (SHARES, _share)):
        for path, name in measures.items():
            if path in table:
                figures[name] |= _figure(table[path][None], scored, rate)
    for name, starts in MEANS.items():
        parts = [table[path] for path in paths if path.startswith(starts)]
        if parts:
            figures[name] = _figure(np.stack(parts), scored, _f1)
    return figures


def _rates(records: _Records) -> dict[str, float]:
    found, gold, right, rows = records.sum(axis=0)
    rates = {"precision": right / max(rows, 1), "recall": found / max(gold, 1)}
    return {key: round(float(rate), 3) for key, rate in rates.items()}


def _figure(parts: _Records, scored: npt.NDArray[np.bool_], rate: _Rate) -> dict[str, float]:
    draws = np.random.default_rng(SEED).integers(len(scored), size=(RESAMPLES, len(scored)))
    low, high = np.quantile([rate(parts[:, draw]) for draw in draws], [0.025, 0.975])
    halves = {"read": rate(parts[:, ~scored]), "scored": rate(parts[:, scored])}
    figures = {"value": rate(parts), "low": low, "high": high, **halves}
    gold = int(parts[..., 1].sum())
    return {**{key: round(float(figure), 3) for key, figure in figures.items()}, "gold": gold}


def _share(parts: _Records) -> float:
    found, gold, _, _ = parts.sum(axis=(0, 1))
    return float(found / max(gold, 1))


def _f1(parts: _Records) -> float:
    """Return the mean F1 of parts; one with neither gold nor rows is left out."""
    found, gold, right, rows = parts.sum(axis=1).T
    there = (gold + rows) > 0
    if not there.any():
        return 0.0
    recall, precision = found / np.maximum(gold, 1), right / np.maximum(rows, 1)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    return float(f1[there].mean())
