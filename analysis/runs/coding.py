"""The articles of a run: its sources read, and coded into tables that are the run's own.

Two runs at once, or an analyst at work, never see each other's tables; what was coded of an
article before is shared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.runs.plan import Source

# In a folder of tables: those of runs under way.
RUNS = ".runs"
_Seconds = float


@dataclass(frozen=True)
class Coding:
    """What to read and where to code it: `tables` holds what was coded before, `own` is new."""

    sources: tuple[Source, ...]
    tables: Path
    own: Path
    reviews: Path
    seconds: _Seconds


@dataclass(frozen=True)
class Coded:
    """What was read: hashes by path or address, and what a run records of sources and tables."""

    inputs: dict[str, str] = field(default_factory=dict)
    tables: dict[str, Any] = field(default_factory=dict)


def place_tables(tables: Path, run: str) -> Path:
    """Name the folder for the tables of a run, beside those that are kept."""
    return tables / RUNS / run


def read_and_code(coding: Coding, tell: Callable[[str, str], None]) -> Coded:
    """Read the sources of a run and code them; tells what came of both.

    Raises SourceError where no source gave an article, or nothing can be kept.
    """
    from analysis.coding import extract
    from analysis.sources import gather

    gathered = gather(coding.sources, seconds=coding.seconds)
    tell("read", str(gathered))
    gathered.check()
    coded = extract(gathered.articles, coding.own, kept=coding.tables, reviews=coding.reviews)
    tell("code", f"{coded.read} articles, {coded.refused} refused, {coded.coded} coded anew")
    counts = {"read": coded.read, "refused": coded.refused, "coded": coded.coded}
    return Coded(dict(gathered.inputs), {"articles": counts, **gathered.to_record()})


def describe_tables(folder: Path) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the provenance of coded tables, and what a run records of them; empty without any."""
    from analysis.errors import WorkbookError
    from analysis.tables import load_manifest

    try:
        manifest = load_manifest(folder)
    except WorkbookError:
        # The notebook itself will say what is wrong with its tables.
        return {}, {}
    provenance = {str(key): str(value) for key, value in manifest.get("provenance", {}).items()}
    rows = {name: entry["rows"] for name, entry in manifest["tables"].items() if "rows" in entry}
    return provenance, {**provenance, "rows": rows}


def hash_manifest(folder: Path) -> dict[str, str]:
    """Hash the manifest of tables that were coded before: the input of a run by hand."""
    from analysis.tables.storage import MANIFEST

    path = folder / MANIFEST
    if not path.is_file():
        return {}
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest()}
