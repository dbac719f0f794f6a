"""Secrets that a notebook laid open: what holds one is never revealed, nor told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from analysis.runs.record import FILE, Run
from analysis.runs.secrets import find_secret


def withhold(run: Run, secrets: Iterable[str]) -> Run:
    """Remove from a run's folder each file that holds a secret; returns the run as it then ended.

    Looked for are the values of secret environment variables, and of those in `secrets`. A run
    that would have been published is refused.
    """
    listed = tuple(secrets)
    told = [
        f"{path.name} held the value of the environment variable {found} and was removed."
        for path in sorted(run.folder.iterdir())
        if path.name != FILE and (found := _remove(path, listed))
    ]
    reason = hide(run.reason, listed)
    if told and run.state == "published":
        run = replace(run, state="refused", pages=[])
    return replace(run, reason=" ".join(filter(None, [reason, *told])))


def hide(text: str, secrets: Iterable[str]) -> str:
    """Return a text, or what stands in its place where it holds a secret."""
    found = find_secret(text, secrets)
    return f"(withheld: it holds the value of the environment variable {found})" if found else text


def _remove(path: Path, secrets: tuple[str, ...]) -> str | None:
    """Remove a file that holds a secret; returns the name of the variable."""
    if not path.is_file():
        return None
    found = find_secret(path.read_text(encoding="utf-8", errors="replace"), secrets)
    if found:
        path.unlink()
        # What a page says cannot be looked for in what was printed of it.
        path.with_suffix(".pdf").unlink(missing_ok=True)
    return found
