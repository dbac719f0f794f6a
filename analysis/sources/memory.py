"""What is remembered of feeds and sitemaps between runs. Losing it costs requests, not articles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from analysis.files import write_aside

MEMORY = ".sources.json"
# A page that fails for a lasting reason is tried on so many runs, until its source says it changed.
MOST_TRIES = 3


@dataclass(frozen=True)
class Failure:
    """A page that was not kept: why, on how many runs, and what its source then said of it."""

    reason: str
    tries: int
    changed: str

    @property
    def given_up(self) -> bool:
        """Whether it is asked for no more."""
        return self.tries >= MOST_TRIES


@dataclass
class Notes:
    """What is remembered of one source: validators of its documents, failures of its pages."""

    validators: dict[str, dict[str, str]] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)

    def note_failure(self, url: str, changed: str, reason: str) -> None:
        """Count a lasting failure of a page."""
        former = self.failures.get(url)
        tries = former.tries + 1 if former and former.changed == changed else 1
        self.failures[url] = Failure(reason, tries, changed)

    def find_given_up(self, url: str, changed: str) -> Failure | None:
        """Return why a page is asked for no more, if so."""
        failure = self.failures.get(url)
        return failure if failure and failure.given_up and failure.changed == changed else None


def read_memory(folder: Path) -> dict[str, Notes]:
    """Read the notes of each source; none where they are missing or damaged."""
    try:
        held = json.loads((folder / MEMORY).read_text(encoding="utf-8"))
        return {source: _read_notes(notes) for source, notes in held.items()}
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        return {}


def write_memory(folder: Path, memory: Mapping[str, Notes]) -> None:
    """Write the notes of every source in one step."""
    held = {source: asdict(notes) for source, notes in sorted(memory.items())}
    text = json.dumps(held, ensure_ascii=False, indent=1)
    write_aside(folder / MEMORY, (text + "\n").encode("utf-8"))


def _read_notes(held: Mapping[str, dict[str, dict[str, str]]]) -> Notes:
    failures = {
        url: Failure(str(kept["reason"]), int(kept["tries"]), str(kept["changed"]))
        for url, kept in held["failures"].items()
    }
    validators = {
        url: {str(name): str(value) for name, value in kept.items()}
        for url, kept in held["validators"].items()
    }
    return Notes(validators, failures)
