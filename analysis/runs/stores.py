"""A place to publish to: a folder, or whatever fsspec has an address for (s3://, gs://, sftp://).

Every store has errors of its own; here each becomes a PublishError that names the place.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import PurePosixPath
from typing import Any

from analysis.errors import PublishError

# What a store calls the content type of what it takes; the others go by a file's ending.
_TYPE_ARGUMENT = {
    "s3": "ContentType",
    "s3a": "ContentType",
    "gs": "content_type",
    "gcs": "content_type",
}
# Of these a file that is being written can be seen, and a rename replaces another one in one step.
# All others that are known take a file as a whole.
_RENAMING = {"file", "local", "sftp", "ssh"}
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/atom+xml; charset=utf-8",
}


class Store:
    """Files by their names below one address. Every refusal is a PublishError."""

    def __init__(self, target: str) -> None:
        """Open an address; raise PublishError where the package for it is not installed."""
        self.name = hide_password(target)
        self._filesystem, self._root = _open_filesystem(target, self.name)
        protocols = self._filesystem.protocol
        self._protocols = {protocols} if isinstance(protocols, str) else set(protocols)
        self._made: set[str] = set()

    @property
    def is_local(self) -> bool:
        """Whether it is a folder of this machine; `folder` then says which."""
        return "file" in self._protocols

    @property
    def folder(self) -> str:
        """Its address without the protocol: of a local store, the absolute path of its folder."""
        return self._root

    @property
    def _has_folders(self) -> bool:
        return bool(self._protocols & _RENAMING)

    def read(self, name: str) -> bytes | None:
        """Return what a file holds, None where there is none."""
        with self._explain(f"{name} cannot be read"):
            try:
                return bytes(self._filesystem.cat_file(self._place(name)))
            except FileNotFoundError:
                return None

    def exists(self, name: str) -> bool:
        """Whether there is a file of that name."""
        with self._explain(f"cannot be asked for {name}"):
            return bool(self._filesystem.exists(self._place(name)))

    def write(self, name: str, content: bytes) -> None:
        """Write a file as a whole: readers see the old one or the new one."""
        with self._explain(f"{name} cannot be written"):
            self._make_folder(name)
            if self._has_folders:
                self._write_aside(self._place(name), content)
            else:
                self._filesystem.pipe_file(self._place(name), content, **self._write_type(name))

    def remove(self, name: str) -> None:
        """Remove a file; it may be gone already."""
        with self._explain(f"{name} cannot be removed"), suppress(FileNotFoundError):
            self._filesystem.rm_file(self._place(name))
            self._remove_empty(name)

    def _place(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    def _make_folder(self, name: str) -> None:
        """Create the folders of a file, once each. The root of an object store must be there."""
        parent = str(PurePosixPath(name).parent)
        if parent in self._made or (parent == "." and not self._has_folders):
            return
        self._filesystem.makedirs(self._place("" if parent == "." else parent), exist_ok=True)
        self._made.add(parent)

    def _write_aside(self, path: str, content: bytes) -> None:
        """Object stores take a file as a whole; a disk may be full in the middle of it."""
        folder, _, name = path.rpartition("/")
        # Always of the same name: what a killed publication leaves, the next one writes over.
        aside = f"{folder}/.{name}.part"
        try:
            self._filesystem.pipe_file(aside, content)
            self._filesystem.mv(aside, path)
        except BaseException:
            with suppress(OSError):
                self._filesystem.rm_file(aside)
            raise

    def _write_type(self, name: str) -> dict[str, str]:
        ending = PurePosixPath(name).suffix
        said = _TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return {_TYPE_ARGUMENT[one]: said for one in self._protocols & _TYPE_ARGUMENT.keys()}

    def _remove_empty(self, name: str) -> None:
        """Where folders are real, one that held published files only goes with the last of them."""
        parent = PurePosixPath(name).parent
        if self._has_folders and str(parent) != ".":
            with suppress(OSError):  # others put something there
                self._filesystem.rmdir(self._place(str(parent)))

    @contextmanager
    def _explain(self, problem: str) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            # Not only OSError: each store raises what its own library does.
            why = " ".join(str(error).split())[:300] or type(error).__name__
            raise PublishError(
                f"{self.name}: {problem} ({hide_password(why)}). Mend that, and publish again."
            ) from error


def hide_password(address: str) -> str:
    """Return an address, or a text with one in it, without user and password."""
    return re.sub(r"://[^/@\s]*@", "://", address)


def _open_filesystem(target: str, name: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs

    if not target.strip():
        raise PublishError(f"there is no place to publish to. {_ALLOWED}")
    try:
        filesystem, root = url_to_fs(target)
    except ImportError as error:
        raise PublishError(
            f"{name}: {error}, such as with `.venv/bin/python -m pip install …`."
        ) from error
    except Exception as error:
        raise PublishError(f"{name}: no place to publish to ({error}). {_ALLOWED}") from error
    return filesystem, str(root)


_ALLOWED = "Give a folder, or an address such as s3://bucket/reports."
