"""Secrets that a notebook laid open: what holds one is never revealed, nor told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from analysis.runs.record import FILE, Run
from analysis.runs.secrets import find_secret

# In bytes: pages have up to 18 MB, the CSV of a very large one and an executed notebook some more.
_LARGEST = 500_000_000
# In characters: so much is read at once, and no secret is longer in any of its forms.
_PIECE, _LONGEST = 8_000_000, 400_000


def withhold(run: Run, secrets: Iterable[str]) -> Run:
    """Remove from a run's folder each file that holds a secret; returns the run as it then ended.

    Looked for are the values of secret environment variables, and of those in `secrets`; what
    cannot be looked through goes as well. A run that would have been published is refused.
    """
    listed = tuple(secrets)
    told = []
    for path in sorted(run.folder.iterdir()):
        wrong = _find_wrong(path, listed) if path.is_file() and path.name != FILE else ""
        if wrong:
            told.append(f"{path.name} {wrong} and was removed.")
            path.unlink(missing_ok=True)
            # What a page says cannot be looked for in what was printed of it.
            path.with_suffix(".pdf").unlink(missing_ok=True)
    reason = hide(run.reason, listed)
    if told and run.state == "published":
        run = replace(run, state="refused", pages=[])
    return replace(run, reason=" ".join(filter(None, [reason, *told])))


def hide(text: str, secrets: Iterable[str]) -> str:
    """Return a text, or what stands in its place where it holds a secret."""
    found = find_secret(text, secrets)
    return f"(withheld: it holds the value of the environment variable {found})" if found else text


def _find_wrong(path: Path, secrets: tuple[str, ...]) -> str:
    """Say why a file must not be kept; empty where it may be."""
    try:
        if path.stat().st_size > _LARGEST:
            return "was larger than anything that a run leaves"
        found = _search(path, secrets)
    except FileNotFoundError:
        return ""  # a PDF that went with its page
    except OSError as error:
        return f"could not be read ({error.strerror})"
    return f"held the value of the environment variable {found}" if found else ""


def _search(path: Path, secrets: tuple[str, ...]) -> str | None:
    """Name the variable whose value a file holds, reading one piece after the other."""
    before = ""
    with path.open(encoding="utf-8", errors="replace") as file:
        while piece := file.read(_PIECE):
            if found := find_secret(before + piece, secrets):
                return found
            before = piece[-_LONGEST:]
    return None
