"""A file, a folder or a glob -> ARTICLES and REJECTS. One bad article never stops the others."""

from __future__ import annotations

import datetime as dt
import glob
import hashlib
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.articles.records import READERS, SIDECAR, Record, read_records
from analysis.errors import ArticleError
from analysis.schema import ARTICLES, REJECTS

LONGEST = 2_000_000
# Words that only English strings together this often.
ENGLISH = frozenset(
    (
        "the of to and a in that is was for on with he said as by it at from his be has have an "
        "are not its but will which who were had"
    ).split()
)
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WRITTEN = re.compile(
    r"(?:(\d{1,2})\s+([A-Za-z]{3,9})\.?|([A-Za-z]{3,9})\.?\s+(\d{1,2})),?\s+(\d{4})"
)


def read_articles(source: str | Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what can be coded (ARTICLES), and what was refused with reason and remedy (REJECTS).

    An article that brings its own id keeps it. Raises ArticleError where the source names no file.
    """
    files, root = _list_files(source)
    rows: list[dict[str, Any]] = []
    rejects: list[dict[str, str]] = []
    seen: dict[str, str] = {}
    for path in files:
        shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        for where, record in _records(path, shown, rejects):
            try:
                row = _read_record(record, where)
                _refuse_repeated(row, seen)
            except ArticleError as error:
                rejects.append(_reject(where, error))
            else:
                seen[row["article_id"]] = row["text"]
                rows.append(row)
    return ARTICLES.frame(rows), REJECTS.frame(rejects)


def _list_files(source: str | Path) -> tuple[list[Path], Path]:
    path = Path(source)
    if path.is_dir():
        files, root = sorted(p for p in path.rglob("*") if p.is_file()), path
    elif path.is_file():
        return [path], path.parent
    else:
        # pathlib's glob takes no absolute pattern
        files = sorted(map(Path, glob.glob(str(source), recursive=True)))  # noqa: PTH207
        root = Path()
        files = [file for file in files if file.is_file()]
    files = [f for f in files if _is_article_file(f, root)]
    if not files:
        raise ArticleError(
            f"{source}: no articles here. Give a file, a folder or a glob of {', '.join(sorted(READERS))}."
        )
    return files, root


def _is_article_file(path: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts[len(root.parts) :])
    return not hidden and not path.name.endswith(SIDECAR) and path.name.lower() != "readme.md"


def _records(path: Path, shown: str, rejects: list[dict[str, str]]) -> Iterator[tuple[str, Record]]:
    """Yield the records of a file with where each stands; a file that cannot be read is refused."""
    try:
        records = list(read_records(path))
    except ArticleError as error:
        rejects.append(_reject(shown, error))
        return
    except OSError as error:
        rejects.append(
            _reject(shown, ArticleError(f"unreadable|{error.strerror}. Check its permissions."))
        )
        return
    for number, record in enumerate(records, 1):
        yield (shown if len(records) == 1 else f"{shown}#{number}"), record


def _reject(where: str, error: ArticleError) -> dict[str, str]:
    reason, _, detail = str(error).partition("|")
    return {"source_path": where, "reason": reason, "detail": detail}


def _read_record(record: Record, where: str) -> dict[str, Any]:
    text = record["text"] if isinstance(record["text"], str) else str(record["text"])
    if not text.strip():
        raise ArticleError("empty|There is no text. Remove it, or fetch the article again.")
    if len(text) > LONGEST:
        raise ArticleError(
            f"too long|{len(text):,} characters; at most {LONGEST:,}. Split it into articles."
        )
    _refuse_binary(text)
    language = _language(text)
    if language != "en":
        raise ArticleError(
            f"not English|It reads as '{language}'. Only English is coded; translate it first."
        )
    published = read_day(record["published"])
    row = {
        "outlet": _line(record["outlet"]),
        "published": pd.NaT if published is None else pd.Timestamp(published),
        "title": _line(record["title"]),
        "text": text,
        "url": _line(record["url"]),
        "language": language,
        "words": len(text.split()),
        "source_path": where,
        "notice": _line(record["notice"]),
        "facts": [str(fact) for fact in record["facts"] or []]
        if not isinstance(record["facts"], str)
        else [],
    }
    row["article_id"] = _line(record["id"]) or _make_id(row)
    return row


def _line(value: object) -> str:
    return " ".join(str(value).split()) if value is not None else ""


def _refuse_binary(text: str) -> None:
    odd = sum(ord(character) < 32 and character not in "\n\r\t\f\v" for character in text[:5000])
    if odd > 0.02 * min(len(text), 5000):
        raise ArticleError(
            "binary|It holds control characters: no text. Save the article as text or HTML."
        )


def _make_id(row: dict[str, Any]) -> str:
    parts = [row["outlet"], str(row["published"]), row["title"], row["text"]]
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return f"a-{digest.hexdigest()[:12]}"


def _refuse_repeated(row: dict[str, Any], seen: dict[str, str]) -> None:
    text = seen.get(row["article_id"])
    if text is None:
        return
    if text == row["text"]:
        raise ArticleError(
            f"same article twice|The id {row['article_id']} and this text were read before. Nothing is lost."
        )
    raise ArticleError(
        f"duplicate id|The id {row['article_id']} belongs to another text. Give one of them another id."
    )


def _language(text: str) -> str:
    """Return the language; English is never refused for being short."""
    words = re.findall(r"[^\W\d_]+", text.lower()[:20_000])
    if not words or len(words) < 8:
        return "en"
    if sum(word in ENGLISH for word in words) >= 0.15 * len(words):
        return "en"
    from py3langid import classify  # loads its model: only for what is not plainly English

    language: str = classify(" ".join(words))[0]
    return language


def read_day(value: object) -> dt.date | None:
    """Return the calendar date in the article's own time zone; None where it cannot be read."""
    if isinstance(value, dt.datetime):
        return None if pd.isna(value) else value.date()
    if isinstance(value, dt.date):
        return value
    text = str(value).strip()
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return _written_day(text)


def _written_day(text: str) -> dt.date | None:
    match = WRITTEN.search(text)
    if match:
        day, month = match[1] or match[4], (match[2] or match[3]).lower()
        number = next((n for n, name in enumerate(MONTHS, 1) if name.startswith(month[:3])), 0)
        try:
            return dt.date(int(match[5]), number, int(day))
        except ValueError:
            return None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError):
        return None
