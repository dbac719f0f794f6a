"""Copies what readers see, and nothing else, to where they read it: `attache publish`.

What can be reached from index.html goes: pages, the files beside them, the pages of earlier runs,
the feed. Executed notebooks and records of runs stay here. New files are written first and the
index last, so that no reader meets a link to what is not there yet; what is no longer linked is
removed after that. A manifest at the target says what is there and who put it there; it is always
written ahead of the files it names, so that a publication ended in the middle can be resumed.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from analysis.errors import PublishError
from analysis.runs.locks import hold_folder, hold_publication
from analysis.runs.stores import Store

INDEX = "index.html"
FEED = "feed.xml"
MANIFEST = "attache-published.json"

# Relative links, as the gate admits them into a page and the index writes them.
_LINK = re.compile(rb'\bhref="([\w./%-]+\.(?:html|csv|pdf|xml))(?:#[^"]*)?"')
# The manifest's hash of a file that is being written.
_UNDER_WAY = ""


@dataclass(frozen=True)
class Published:
    """What a publication did: how many files are there, went up, were removed; bytes written."""

    target: str
    files: int
    written: int
    removed: int
    size: int

    def __str__(self) -> str:
        what = f"{self.files} files, {self.written} of them new or changed"
        gone = f", {self.removed} removed" if self.removed else ""
        return f"{what} ({self.size / 1e6:.1f} MB){gone}: {self.target}"


def publish(folder: Path, target: str) -> Published:
    """Make `target`, a folder or an address that fsspec knows, show what `folder` shows.

    Raises PublishError where there is nothing to publish, the target takes or gives nothing, or
    holds files of these names that a publication did not put there. Until its index is written,
    which is last, readers find what they found before.
    """
    _check_index(folder)
    store = Store(target)
    _check_apart(folder, store)
    # One at a time: an older copy must not overtake a newer one.
    with hold_publication(folder):
        return _mirror(Snapshot(folder), store)


def _mirror(shown: Snapshot, store: Store) -> Published:
    there = _read_manifest(store)
    _check_own(shown, there, store)
    changed = [name for name in _order(shown, there) if there.get(name) != shown.hashes[name]]
    gone = sorted(there.keys() - shown.hashes.keys())
    if changed:
        _write_manifest(store, there | dict.fromkeys(changed, _UNDER_WAY))
    size = sum(_copy(shown, name, store) for name in changed)
    if changed or gone:
        _write_manifest(store, {name: there[name] for name in gone} | shown.hashes)
    for name in gone:
        store.remove(name)
    if gone:
        _write_manifest(store, shown.hashes)
    return Published(store.name, len(shown.hashes), len(changed), len(gone), size)


class Snapshot:
    """What readers see of a folder of reports at one moment: `hashes` by the names of files.

    What runs replace is held in memory; the folder of a run never changes and is read when needed.
    """

    def __init__(self, folder: Path) -> None:
        """Read it; raise PublishError where its index leads to what is not there."""
        self._folder = folder
        self._held: dict[str, bytes] = {}
        with hold_folder(folder):
            names = self._find_reachable()
            self.hashes = {name: hashlib.sha256(self.read(name)).hexdigest() for name in names}

    def read(self, name: str) -> bytes:
        """Return what a file holds, or held at that moment."""
        if name not in self._held:
            try:
                content = (self._folder / name).read_bytes()
            except OSError as error:
                raise PublishError(
                    f"{self._folder / name}: cannot be read ({error.strerror}). "
                    "If it was pruned just now, publish again; else run a report first."
                ) from error
            if "/" in name:
                return content
            self._held[name] = content
        return self._held[name]

    def _find_reachable(self) -> list[str]:
        """Name the index, what it links to, and the files beside those pages."""
        linked = self._find_links(INDEX)
        pages = [name for name in linked if name.endswith(".html")]
        beside = [found for page in pages for found in self._find_links(page)]
        # An older page may name what is gone; a page that the index names must be there.
        held = [name for name in beside if (self._folder / name).is_file()]
        return list(dict.fromkeys([INDEX, *linked, *held]))

    def _find_links(self, name: str) -> list[str]:
        base = name.rpartition("/")[0]
        links = (unquote(link.decode()) for link in _LINK.findall(self.read(name)))
        found = dict.fromkeys(normpath(f"{base}/{link}" if base else link) for link in links)
        return [name for name in found if _is_below(name)]


def _is_below(name: str) -> bool:
    return name == normpath(name) and not name.startswith(("/", ".."))


def _copy(shown: Snapshot, name: str, store: Store) -> int:
    content = shown.read(name)
    store.write(name, content)
    return len(content)


def _order(shown: Snapshot, there: dict[str, str]) -> list[str]:
    """What is new first; a CSV before the page that names it; the feed and the index last."""

    def rank(name: str) -> tuple[bool, bool, bool, bool, str]:
        return name == INDEX, name == FEED, name in there, name.endswith(".html"), name

    return sorted(shown.hashes, key=rank)


def _check_index(folder: Path) -> None:
    if not (folder / INDEX).is_file():
        raise PublishError(
            f"{folder}: no {INDEX}, so nothing to publish. Make a report first: attache report."
        )


def _check_apart(folder: Path, store: Store) -> None:
    here = folder.resolve()
    if store.is_local and Path(store.folder).resolve().is_relative_to(here):
        raise PublishError(f"{store.name}: is where the reports are made. Give another folder.")


def _check_own(shown: Snapshot, there: dict[str, str], store: Store) -> None:
    """Refuse to write over a file that somebody else put there."""
    for name in shown.hashes:
        if name not in there and store.exists(name):
            raise PublishError(
                f"{store.name}: holds {name}, which attache did not publish. "
                "Give another place, or move it away."
            )


def _read_manifest(store: Store) -> dict[str, str]:
    content = store.read(MANIFEST)
    if content is None:
        return {}
    try:
        files = {str(name): str(held) for name, held in json.loads(content)["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PublishError(
            f"{store.name}: {MANIFEST} is not what attache wrote ({error}). "
            "Publish to an empty place."
        ) from error
    # It says what may be removed: whoever changed it must not lead out of the place.
    return {name: held for name, held in files.items() if _is_below(name)}


def _write_manifest(store: Store, files: dict[str, str]) -> None:
    text = json.dumps({"files": dict(sorted(files.items()))}, indent=1, ensure_ascii=False)
    store.write(MANIFEST, f"{text}\n".encode())
