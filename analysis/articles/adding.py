"""Put articles into the user's folder: as they were received, what is known of them beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

import yaml

from analysis.articles.files import find_sidecar, read_rows, read_sidecar
from analysis.articles.formats import is_single
from analysis.articles.records import read_published
from analysis.articles.refusals import RefusedError
from analysis.articles.sources import ARTICLES, is_passed_over
from analysis.errors import ArticleError
from analysis.files import find_folder, write_aside


def add_articles(
    files: Iterable[str | Path],
    *,
    published: str = "",
    outlet: str = "",
    url: str = "",
    title: str = "",
    folder: str | Path = ARTICLES,
) -> list[Path]:
    """Copy files into `data/articles` and return where they are; the files given stay as they are.

    What is said of them goes into a sidecar, `<file>.meta.yaml`. A file that is there already is
    not copied again, but takes what is said of it anew; another file of the same name is numbered.
    Raises ArticleError, before anything is written, where one cannot be read as an article.
    """
    given = {"title": title, "published": published, "outlet": outlet, "url": url}
    added = {name: value for name, value in given.items() if value}
    if published and read_published(published) is None:
        raise ArticleError(f"published {published!r} is no date. Write it as 2024-06-19.")
    paths = [Path(file).expanduser() for file in files]
    for path in paths:
        _check(path, added)
    return [_add(path, added, find_folder(folder)) for path in paths]


def _check(path: Path, added: dict[str, str]) -> None:
    if not path.is_file():
        raise ArticleError(f"{path}: there is no such file. Check the path.")
    if is_passed_over(Path(path.name)):
        raise ArticleError(f"{path}: files of this name are passed over. Rename it.")
    if "title" in added and not is_single(path):
        raise ArticleError(f"{path}: holds several articles, which cannot share a title. Omit it.")
    outcomes = [outcome for _, outcome in read_rows(path, path.name)]
    refusals = [outcome for outcome in outcomes if isinstance(outcome, RefusedError)]
    if len(refusals) == len(outcomes):
        raise ArticleError(f"{path}: {refusals[0]}")


def _add(path: Path, added: dict[str, str], folder: Path) -> Path:
    content = path.read_bytes()
    target = next(
        place
        for place in _number(folder / path.name)
        if not place.exists() or place.read_bytes() == content
    )
    if added:
        # First what is said of it, so that no reader sees the article without its date.
        said = dict(read_sidecar(target)) | added
        text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False)
        write_aside(find_sidecar(target), text.encode("utf-8"))
    if not target.exists():
        write_aside(target, content)
    return target


def _number(path: Path) -> Iterator[Path]:
    """Yield summit.html, summit-2.html, summit-3.html, …"""
    yield path
    for number in count(2):
        yield path.with_stem(f"{path.stem}-{number}")
