"""Articles -> coded tables on disk, coding only what is new or changed since the last run.

Coded rows are kept in parts under `<out>/.parts/<fingerprint>/`, one folder a batch, written aside
and renamed: a killed run loses at most the batch it was at. The fingerprint covers dictionaries and
code, so a changed rule codes everything anew. The tables shown hold exactly the articles given.
"""

from __future__ import annotations

import gc
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import pandas as pd
from tqdm import tqdm

from analysis import tables
from analysis.articles import Places, mark_copies, read_articles
from analysis.contract import Table
from analysis.errors import ArticleError, TableError
from analysis.evidence import Row
from analysis.pipeline import Tables, code_articles, merge
from analysis.reviews import NO_REVIEWS, Reviews, read_reviews, settle
from analysis.rulebook import Rulebook, fingerprint, load_rulebook
from analysis.schema import CODED, REJECTS, TABLES
from analysis.second_opinion import Parser, load_parser
from analysis.strict_yaml import collection_paused

BATCH = 64
# What was found in web pages, kept between runs; hidden, as the parts are.
PAGES = ".pages"
Layout = Literal["parquet", "csv"]


@dataclass(frozen=True)
class Summary:
    """What one extraction did: counts of articles, and of rows a table."""

    read: int
    undated: int
    refused: int
    coded: int
    rows: dict[str, int]

    def __str__(self) -> str:
        """Return the lines that `attache extract` ends with."""
        undated = f" ({self.undated} undated)" if self.undated else ""
        lines = [
            f"{self.read} articles read{undated}, {self.refused} refused, {self.coded} coded anew"
        ]
        width = max(len(name) for name in self.rows)
        lines += [f"  {name:<{width}}  {count:>7,}" for name, count in self.rows.items()]
        return "\n".join(lines)


def extract(
    source: Places,
    out: Path,
    *,
    layout: Layout = "parquet",
    workers: int = 1,
    parser: str = "",
    reviews: Path | None = None,
    kept: Path | None = None,
) -> Summary:
    """Read articles, code those not coded before, merge, and save every table to `out`.

    `parser` names a spaCy pipeline that gives a second opinion on the rows, `reviews` a folder of
    decisions to apply, `kept` the folder of tables where what was coded before is kept, `out`
    itself by default. Where another run writes to that one, waits for it. Raises ArticleError where
    the source holds no file at all, or is the folder that tables are to be written to; RuleError
    where there is no such pipeline; ReviewError where a decision cannot be used.
    """
    places = [source] if isinstance(source, str | Path) else source
    if any(Path(place).resolve() == out.resolve() for place in places):
        raise ArticleError(f"{out}: tables would lie among the articles. Give another --out.")
    decided = read_reviews(reviews) if reviews is not None else NO_REVIEWS
    settle(decided.decisions)  # before anything is coded: on many articles that takes minutes
    kept = kept or out
    articles, rejects = read_articles(source, kept / PAGES)
    read = {"articles": articles, "rejects": rejects}
    with tables.lock(kept):
        coder = _Coder(workers, parser)
        parts = kept / tables.PARTS / coder.fingerprint
        return _extract(read, out, layout, coder, decided, parts)


def _extract(
    read: Tables, out: Path, layout: Layout, coder: _Coder, decided: Reviews, parts: Path
) -> Summary:
    articles = read["articles"]
    with _readable(parts):
        done = _list_coded(parts)
    missing = articles[[key not in done for key in _hash_articles(articles)]]
    refused = _code(missing, parts, coder)
    whole = ~articles["article_id"].isin(refused)
    articles = mark_copies(articles[whole].reset_index(drop=True))
    rejects = pd.concat([read["rejects"], REJECTS.frame(refused.values())], ignore_index=True)
    read = {"articles": articles, "rejects": rejects}
    keys = _hash_articles(articles)
    with _readable(parts):
        coded = _collect(articles, keys, parts)
    found = merge(coded | read, decided)
    provenance = {
        "rulebook": parts.name,
        "inputs": _join(keys),
        "reviews": _join(decided.decisions),
    }
    if layout == "csv":
        tables.export_csv(found, out)
    else:
        tables.save(found, out, provenance=provenance)
        tables.remove_csv(out)
    _remove_leftovers(parts)
    rows = {name: len(found[name]) for name in TABLES}
    undated = int(articles["published"].isna().sum())
    return Summary(len(articles), undated, len(rejects), len(missing) - len(refused), rows)


@contextmanager
def _readable(parts: Path) -> Iterator[None]:
    """Name what to remove where a part is damaged; pyarrow's and json's errors are ValueErrors."""
    try:
        yield
    except (ValueError, FileNotFoundError) as error:
        raise TableError(
            f"{parts.parent}: what was coded before cannot be read ({error}). Remove that folder."
        ) from error


def _hash_articles(articles: pd.DataFrame) -> list[str]:
    """Return what identifies each article's coding: everything that coding reads."""
    columns = articles[["article_id", "published", "outlet", "title", "text"]].astype("str")
    return [_join(row) for row in columns.itertuples(index=False)]


def _join(texts: object) -> str:
    joined = "\x1f".join(map(str, texts))  # type: ignore[call-overload]
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _list_coded(parts: Path) -> dict[str, Path]:
    """Map each article hash to the part that holds its rows."""
    coded: dict[str, Path] = {}
    for index in sorted(parts.glob("*/index.json")):
        for key in json.loads(index.read_text(encoding="utf-8")).values():
            coded[key] = index.parent
    return coded


def _code(articles: pd.DataFrame, parts: Path, coder: _Coder) -> dict[str, Row]:
    """Code articles batch by batch; each batch is kept as soon as it is done.

    Returns the row of REJECTS of each article that cannot be coded, by its id.
    """
    refused: dict[str, Row] = {}
    batches = [articles.iloc[first : first + BATCH] for first in range(0, len(articles), BATCH)]
    parts.mkdir(parents=True, exist_ok=True)
    with tqdm(total=len(articles), unit="article", disable=not sys.stderr.isatty()) as bar:
        for batch in coder.code(batches):
            if len(batch.articles):
                _keep(batch.articles, batch.coded, parts)
            refused |= batch.refused
            bar.update(len(batch.articles) + len(batch.refused))
    return refused


@dataclass(frozen=True)
class _Batch:
    """Articles with their coded tables, and those left out, each with its row of REJECTS."""

    articles: pd.DataFrame
    coded: Tables
    refused: dict[str, Row]


@dataclass(frozen=True)
class _Coder:
    """How articles are coded: in how many processes, and with which parser's second opinion."""

    workers: int
    parser: str

    @property
    def fingerprint(self) -> str:
        """What the coded rows depend on beside the articles."""
        if not self.parser:
            return fingerprint()
        return _join([fingerprint(), shared_parser(self.parser).name])

    def code(self, batches: list[pd.DataFrame]) -> Iterator[_Batch]:
        """Yield each batch with its coded tables, in order."""
        if self.workers <= 1 or len(batches) <= 1:
            yield from map(self.code_batch, batches)
            return
        with ProcessPoolExecutor(self.workers) as pool:
            yield from pool.map(self.code_batch, batches)

    def code_batch(self, batch: pd.DataFrame) -> _Batch:
        """Code one batch in this process, without the articles that coding breaks off at.

        No text should do that, but if one does, a scheduled run goes on and says so.
        """
        try:
            return _Batch(batch, self._code(batch), {})
        except MemoryError:
            raise
        except Exception:
            refused = self._find_broken(batch)
            rest = batch[~batch["article_id"].isin(refused)]
            return _Batch(rest, self._code(rest), refused)

    def _find_broken(self, batch: pd.DataFrame) -> dict[str, Row]:
        refused: dict[str, Row] = {}
        for number, article in enumerate(batch.to_dict("records")):
            try:
                self._code(batch.iloc[[number]])
            except MemoryError:
                raise
            except Exception as error:
                detail = (
                    f"Coding it broke off ({type(error).__name__}: {error}). That is a fault of"
                    " the program: report it with the article. The others are coded."
                )
                refused[article["article_id"]] = {
                    "source_path": article["source_path"],
                    "reason": "cannot be coded",
                    "detail": detail,
                }
        return refused

    def _code(self, batch: pd.DataFrame) -> Tables:
        parser = shared_parser(self.parser) if self.parser else None
        return code_articles(batch, shared_rulebook(), parser)


@cache
def shared_rulebook() -> Rulebook:
    """Load the rulebook once a process, where it stays: no use looking for garbage in it."""
    with collection_paused():
        rulebook = load_rulebook()
    gc.freeze()
    return rulebook


@cache
def shared_parser(name: str) -> Parser:
    """Load a spaCy pipeline once a process."""
    return load_parser(name)


def _keep(batch: pd.DataFrame, coded: Tables, parts: Path) -> None:
    keys = _hash_articles(batch)
    aside = Path(tempfile.mkdtemp(prefix=".writing-", dir=parts))
    for table in CODED:
        coded[table.name].to_parquet(aside / f"{table.name}.parquet", index=False)
    index = dict(zip(batch["article_id"], keys, strict=True))
    (aside / "index.json").write_text(json.dumps(index), encoding="utf-8")
    aside.rename(parts / _join(keys))


def _collect(articles: pd.DataFrame, keys: list[str], parts: Path) -> Tables:
    """Return the coded rows of exactly these articles, in their order."""
    wanted: dict[Path, set[str]] = {}
    coded = _list_coded(parts)
    for article_id, key in zip(articles["article_id"], keys, strict=True):
        wanted.setdefault(coded[key], set()).add(article_id)
    order = {article_id: place for place, article_id in enumerate(articles["article_id"])}
    return {table.name: _read_parts(table, wanted, order) for table in CODED}


def _read_parts(table: Table, wanted: dict[Path, set[str]], order: dict[str, int]) -> pd.DataFrame:
    frames = []
    for part, article_ids in wanted.items():
        frame = pd.read_parquet(part / f"{table.name}.parquet")
        frames.append(frame[frame["article_id"].isin(article_ids)])
    if not frames:
        return table.frame()
    rows = pd.concat(frames, ignore_index=True)
    for column in table.list_columns:
        rows[column] = rows[column].map(list)  # Parquet gives arrays
    place = rows["article_id"].map(order)
    return rows.loc[place.sort_values(kind="stable").index].reset_index(drop=True)


def _remove_leftovers(parts: Path) -> None:
    """Remove the parts of other rulebooks, and what a killed run left half-written."""
    for other in [*parts.parent.glob("*"), *parts.glob(".writing-*")]:
        if other != parts:
            shutil.rmtree(other, ignore_errors=True)
