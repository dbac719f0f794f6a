"""One file, with what is said beside it -> rows of ARTICLES and refusals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from analysis.articles.formats import is_single, read_file
from analysis.articles.records import Record, Row, read_record
from analysis.articles.refusals import RefusedError
from analysis.errors import RuleError
from analysis.strict_yaml import load_yaml

SIDECAR = ".meta.yaml"


def find_sidecar(path: Path) -> Path:
    """Return the path of the file that adds date, outlet, title or address to an article's file."""
    return path.with_name(path.name + SIDECAR)


def read_sidecar(path: Path) -> Record:
    """Read what the sidecar of a file adds; nothing where there is none. Raises RefusedError."""
    sidecar = find_sidecar(path)
    if not sidecar.is_file():
        return {}
    try:
        added = load_yaml(sidecar)
    except RuleError as error:
        raise RefusedError("sidecar", str(error)) from error
    if not isinstance(added, dict):
        raise RefusedError(
            "sidecar", f"{sidecar.name} holds no keys. Write lines like `outlet: …`."
        )
    return added


def read_rows(
    path: Path, name: str, kept: Path | None = None
) -> Iterator[tuple[str, Row | RefusedError]]:
    """Read a file: for each record where it stands, and its row or why it was refused.

    `kept` is a folder of what was read from pages before.
    """
    try:
        beside, overrides = read_sidecar(path), is_single(path)
        for found in read_file(path, str(beside.get("charset", "")), kept):
            where = f"{name}#{found.number}" if found.number else name
            yield where, found.refusal or _read_row(found.record, where, beside, overrides)
    except RefusedError as refusal:
        yield name, refusal


def _read_row(record: Record, where: str, beside: Record, overrides: bool) -> Row | RefusedError:
    try:
        return read_record(record, where, beside, overrides=overrides)
    except RefusedError as refusal:
        return refusal
