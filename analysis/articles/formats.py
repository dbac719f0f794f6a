"""One file -> the records in it, as they stand: a title, a text, who published it and when."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.articles.decoding import decode, decode_entities, unify_lines
from analysis.articles.pages import read_page
from analysis.articles.records import Record
from analysis.articles.refusals import RefusedError
from analysis.errors import RuleError
from analysis.strict_yaml import parse_yaml

_LARGEST_FILE = 20_000_000
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
# A heading: a short line by itself that does not end as a sentence does.
_HEADING = re.compile(r"\s*(?P<title>\S[^\n]{2,118}[^\s.,;:!?…])[ \t]*\n[ \t]*\n+(?=\s*\S)")


@dataclass(frozen=True, slots=True)
class Found:
    """One record of a file: its number where there are several, or why it cannot be one."""

    number: int
    record: Record
    refusal: RefusedError | None = None


def read_file(path: Path, served: str = "", kept: Path | None = None) -> Iterator[Found]:
    """Read the records of a file. Raises RefusedError where the whole file cannot be read.

    `served` is the encoding that a server gave with a page or text, "" where none did; `kept` a
    folder of what was read from pages before.
    """
    ending = path.suffix.lower()
    if not is_known(path):
        raise RefusedError(
            "unknown format", f"Attaché reads {KNOWN}. Save the article as one of these."
        )
    if not path.is_file():
        raise RefusedError(
            "unreadable", "It cannot be opened. Check its permissions, or where it links to."
        )
    try:
        if is_single(path) and path.stat().st_size > _LARGEST_FILE:
            raise RefusedError("too long", "It is larger than 20 MB. Split it into articles.")
        content, found = path.read_bytes(), None
        single = is_single(path)
        records = _SINGLE[ending](content, served, kept) if single else _SEVERAL[ending](content)
        for found in records:
            yield found
        if found is None:
            raise RefusedError("empty", "It holds no records. Remove it, or add some.")
    except OSError as error:
        raise RefusedError("unreadable", f"{error.strerror}. Check its permissions.") from error


def is_single(path: Path) -> bool:
    """Tell whether a file of this kind holds one article rather than records."""
    return path.suffix.lower() in _SINGLE


def is_known(path: Path) -> bool:
    """Tell whether files of this kind can hold articles."""
    return path.suffix.lower() in (*_SINGLE, *_SEVERAL)


def _read_text(content: bytes, served: str, _kept: Path | None) -> Iterator[Found]:
    """A text with YAML front matter, or a plain one whose first line may be its title."""
    text = unify_lines(decode(content, served=served))
    front = _FRONT_MATTER.match(text)
    if front:
        record = _read_front_matter(front[1])
        body = text[front.end() :].lstrip("\n")
        yield Found(0, record | {"text": decode_entities(body)})
    else:
        text = decode_entities(text)
        heading = _HEADING.match(text)
        yield Found(0, {"title": heading["title"] if heading else "", "text": text})


def _read_front_matter(text: str) -> dict[str, Any]:
    try:
        record = parse_yaml(text, "front matter")
    except RuleError as error:
        raise RefusedError("front matter", f"{error} Quote values that contain a colon.") from error
    if not isinstance(record, dict):
        raise RefusedError("front matter", "It holds no keys. Write lines such as `title: …`.")
    return record


def _read_html(content: bytes, served: str, kept: Path | None) -> Iterator[Found]:
    yield Found(0, read_page(content, served, kept))


def _read_json(content: bytes) -> Iterator[Found]:
    try:
        records = json.loads(decode(content))
    except (ValueError, RecursionError) as error:
        raise RefusedError("unreadable", f"It is no JSON ({error}). Correct it there.") from error
    several = isinstance(records, list)
    for number, record in enumerate(records if several else [records], 1):
        yield _found(number if several else 0, record)


def _read_json_lines(content: bytes) -> Iterator[Found]:
    # Not splitlines: a text may hold other characters that it takes for line ends.
    for number, line in enumerate(decode(content).split("\n"), 1):
        if line.strip():
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                refusal = RefusedError("unreadable", f"The line is no JSON ({error}). Correct it.")
                yield Found(number, {}, refusal)
            else:
                yield _found(number, record)


def _found(number: int, record: Any) -> Found:
    if isinstance(record, dict):
        return Found(number, record)
    refusal = RefusedError("no record", 'It is no object. Write {"title": …, "text": …}.')
    return Found(number, {}, refusal)


def _read_csv(content: bytes) -> Iterator[Found]:
    csv.field_size_limit(sys.maxsize)
    text = decode(content)
    header = text.split("\n", 1)[0]
    separator = max(",;\t", key=header.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        columns = next(rows, [])
        for number, row in enumerate(filter(None, rows), 1):
            yield _read_cells(number, columns, row)
    except csv.Error as error:
        detail = f"From line {rows.line_num} on it is no CSV ({error}). Quote its cells."
        raise RefusedError("unreadable", detail) from error


def _read_cells(number: int, columns: list[str], row: list[str]) -> Found:
    if len(row) == len(columns):
        return Found(number, dict(zip(columns, row, strict=True)))
    detail = f"The row has {len(row)} cells, the header {len(columns)}. Quote its cells."
    return Found(number, {}, RefusedError("unreadable", detail))


def _read_parquet(content: bytes) -> Iterator[Found]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        records = pq.read_table(pa.BufferReader(content)).to_pylist()
    except (pa.ArrowException, ValueError) as error:
        raise RefusedError(
            "unreadable", f"It is no Parquet file ({error}). Write it again."
        ) from error
    for number, record in enumerate(records, 1):
        yield Found(number, record)


_SINGLE: dict[str, Callable[[bytes, str, Path | None], Iterator[Found]]] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
}
_SEVERAL: dict[str, Callable[[bytes], Iterator[Found]]] = {
    ".json": _read_json,
    ".jsonl": _read_json_lines,
    ".csv": _read_csv,
    ".parquet": _read_parquet,
}
KNOWN = ", ".join((*_SINGLE, *_SEVERAL))
