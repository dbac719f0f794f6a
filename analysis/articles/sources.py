"""Which files to read: a file, a folder with all below it, or a pattern."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from analysis.articles.files import SIDECAR
from analysis.articles.formats import KNOWN, is_known
from analysis.errors import ArticleError
from analysis.files import find_folder
from analysis.tables import PARTS

ARTICLES = "data/articles"
SAMPLE = "data/articles/sample"
Places = str | Path | Sequence[str | Path]
# What lies beside articles in a folder or a saved web page, and is never one.
_BESIDE = frozenset(
    ".css .js .map .woff .woff2 .svg .ico .gif .yaml .yml .toml .lock .log .py .ipynb".split()
)


def default_source() -> Path:
    """Return the user's articles, `data/articles`; where there are none, the sample corpus."""
    own = find_folder(ARTICLES)
    filled = own.is_dir() and any(is_known(path) for path, _ in _list_folder(own))
    return own if filled else find_folder(SAMPLE)


def find_files(source: Places) -> list[tuple[Path, str]]:
    """List the files to read with the names to show for them, in order of these names.

    Of several places each file is listed once, named from the folder that holds them all. A folder
    is searched with all below it; hidden files, READMEs and sidecars are passed over, and
    so are folders of coded tables, and the sample corpus inside `data/articles`. Raises
    ArticleError where there is nothing.
    """
    if isinstance(source, str | Path):
        return _find_in(source)
    found = {path.resolve(): path.absolute() for place in source for path, _ in _find_in(place)}
    if not found:
        raise ArticleError("No source gave an article. See why they failed, or add a folder.")
    shared = Path(os.path.commonpath([path.parent for path in found.values()]))
    named = [(path, _write_name(path.relative_to(shared))) for path in found.values()]
    return sorted(named, key=lambda pair: pair[1])


def _find_in(source: str | Path) -> list[tuple[Path, str]]:
    path = Path(source).expanduser()
    if path.is_file():
        return [(path, _write_name(Path(path.name)))]
    if path.is_dir():
        found = _list_folder(path)
    else:
        found = _list_pattern(path)
        if not found:
            raise ArticleError(f"{source}: there is no such file or folder. Check the path.")
    if not found:
        raise ArticleError(f"{source}: holds no articles. Put some there: {KNOWN}.")
    return sorted(found, key=lambda pair: pair[1])


def is_passed_over(name: Path) -> bool:
    """Tell whether a file, named from the folder that is read, is none that articles come in."""
    return (
        any(part.startswith(".") for part in name.parts)
        or name.name.endswith(SIDECAR)
        or name.stem.upper() in ("README", "LICENSE")
        or name.suffix.lower() in _BESIDE
    )


def _list_folder(folder: Path) -> list[tuple[Path, str]]:
    sample = find_folder(SAMPLE)
    passed_over = sample.name if folder.resolve() == sample.parent.resolve() else ""
    paths = _walk(folder)
    coded = {path.parent for path in paths if path.name == PARTS}
    found = ((path, path.relative_to(folder)) for path in paths)
    return [
        (path, _write_name(name))
        for path, name in found
        if not is_passed_over(name)
        and name.parts[0] != passed_over
        and coded.isdisjoint(path.parents)
    ]


def _walk(folder: Path) -> list[Path]:
    """List what lies below a folder; folders that links lead to are not entered.

    What cannot be opened is listed too, to be refused. Raises OSError where it is all of it.
    """
    paths: list[Path] = []
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        paths += [Path(place, name) for name in files]
        paths += [Path(place, name) for name in folders if name == PARTS]
    for error in closed:
        if Path(error.filename) == folder:
            raise error
    return paths + [Path(error.filename) for error in closed]


def _write_name(name: Path) -> str:
    """Write a file's name as a table can hold it: in one line, bytes that are no UTF-8 escaped."""
    text = name.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def _list_pattern(pattern: Path) -> list[tuple[Path, str]]:
    """Split a pattern where its wildcards begin, since pathlib takes no absolute ones."""
    parts = pattern.parts
    wild = next((at for at, part in enumerate(parts) if set(part) & set("*?[")), len(parts))
    folder = Path(*parts[:wild])
    if wild == len(parts):
        return []
    paths = [path for path in folder.glob("/".join(parts[wild:])) if path.is_file()]
    names = [path.relative_to(folder) for path in paths]
    return [
        (path, _write_name(name))
        for path, name in zip(paths, names, strict=True)
        if not is_passed_over(name)
    ]
