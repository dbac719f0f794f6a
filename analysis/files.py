"""Folders found from the project's root, and files written in one step."""

from __future__ import annotations

import os
from pathlib import Path


def find_folder(folder: str | Path) -> Path:
    """Return a folder's absolute path; a relative one counts from the project's root.

    The root is the working directory or the nearest folder above it that holds a pyproject.toml or
    a notebooks folder, so that notebooks and commands find the same tables from wherever they run.
    """
    path = Path(folder).expanduser()
    if path.is_absolute():
        return path
    here = Path.cwd()
    for root in (here, *here.parents):
        if (root / "pyproject.toml").is_file() or (root / "notebooks").is_dir():
            return root / path
    return here / path


def write_aside(path: Path, content: bytes) -> None:
    """Write a file in one step: a reader sees the former one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
