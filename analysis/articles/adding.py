"""Put articles where they are read from: the file as it came, what is said of it beside it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from analysis.articles.reading import read_articles, read_day
from analysis.articles.records import READERS, SIDECAR
from analysis.errors import ArticleError
from analysis.tables import find_folder
from analysis.tables.storage import write_aside

FOLDER = "data/articles"


def default_source() -> Path:
    """Return the user's articles, or the sample where there are none."""
    folder = find_folder(FOLDER)
    own = (
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in READERS and "sample" not in path.relative_to(folder).parts
    )
    return folder if any(own) else folder / "sample"


def add_articles(
    files: Iterable[Path],
    *,
    published: str = "",
    outlet: str = "",
    title: str = "",
    url: str = "",
    folder: Path | None = None,
) -> list[Path]:
    """Copy files into the folder of articles, and write what was said of them into a sidecar.

    Nothing is overwritten: the same file again is left alone, another one of the same name gets a
    number. Raises ArticleError for a date or file that cannot be read; then nothing is added.
    """
    if published and read_day(published) is None:
        raise ArticleError(f"--published {published!r} is no date. Write it as 2024-06-19.")
    target = folder or find_folder(FOLDER)
    sources = list(files)
    for file in sources:
        _refuse_unreadable(file)
    said = {"published": published, "outlet": outlet, "title": title, "url": url}
    return [
        _add(file, target, {name: value for name, value in said.items() if value})
        for file in sources
    ]


def _refuse_unreadable(file: Path) -> None:
    if not file.is_file():
        raise ArticleError(f"{file}: there is no such file. Check the path.")
    articles, rejects = read_articles(file)
    if articles.empty:
        first = rejects.iloc[0]
        raise ArticleError(f"{file}: {first['reason']}. {first['detail']}")


def _add(file: Path, target: Path, said: dict[str, str]) -> Path:
    target.mkdir(parents=True, exist_ok=True)
    content = file.read_bytes()
    path, number = target / file.name, 1
    while path.exists() and path.read_bytes() != content:
        number += 1
        path = target / f"{file.stem}-{number}{file.suffix}"
    if said:  # the sidecar first: an article is never seen without what was said of it
        page = yaml.safe_dump(said, allow_unicode=True, sort_keys=True, default_style='"')
        write_aside(path.with_name(path.name + SIDECAR), page.encode())
    if not path.exists():
        write_aside(path, content)
    return path
