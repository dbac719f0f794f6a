"""What one round of reading sources came to: for the run's record, and for its reader."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from analysis.errors import SourceError
from analysis.runs.plan import SourceKind

_NO_PAGE = "no page of it could be kept"
COUNTS = ("new", "changed", "unchanged", "refused", "left")


@dataclass(frozen=True)
class Refusal:
    """One thing that was not taken: the source that lists it, its address, and why."""

    source: str
    url: str
    reason: str


@dataclass(frozen=True)
class SourceResult:
    """What one source came to.

    `counts` are of pages: new, changed and unchanged ones, refused ones, and those left because
    there are `most` later ones or no time; of a path, all files are unchanged. `not_modified`
    counts the feeds and sitemaps that have not changed since they were read: their pages are not
    counted again. `failed` says why nothing could be read from the source itself; what it gave
    earlier is still there then.
    """

    source: str
    kind: SourceKind
    counts: dict[str, int]
    not_modified: int = 0
    failed: str = ""


@dataclass(frozen=True)
class Gathered:
    """Where the articles of a run are, and what came of each source.

    `articles` are files, folders and patterns for `read_articles`. `inputs` maps what was read to
    SHA-256: each source to that of all its articles, and each page that is new or changed.
    """

    articles: tuple[Path, ...] = ()
    inputs: dict[str, str] = field(default_factory=dict)
    refused: tuple[Refusal, ...] = ()
    results: tuple[SourceResult, ...] = ()

    @property
    def failed(self) -> tuple[SourceResult, ...]:
        """The sources of which nothing could be read this time."""
        return tuple(result for result in self.results if result.failed)

    @property
    def counts(self) -> dict[str, int]:
        """The pages of all sources, by what became of them."""
        total: Counter[str] = Counter(dict.fromkeys(COUNTS, 0))
        for result in self.results:
            total.update(result.counts)
        return dict(total)

    def check(self) -> None:
        """Raise SourceError, with the reasons, where there is no article of any source."""
        if not self.articles:
            why = [f"{result.source} ({result.failed or _NO_PAGE})" for result in self.results]
            raise SourceError(f"No source gave an article: {', '.join(why)}. Mend one of them.")

    def to_record(self) -> dict[str, Any]:
        """Return what a run's record tells of it, as JSON can hold it."""
        return {
            "sources": [asdict(result) for result in self.results],
            "refused": [asdict(refusal) for refusal in self.refused],
        }

    def __str__(self) -> str:
        """Return one line: "3 new, 1 changed, 40 unchanged, 2 refused; 1 of 2 sources failed"."""
        parts = [
            f"{count:,} {name}" for name, count in self.counts.items() if count or name == "new"
        ]
        not_modified = sum(result.not_modified for result in self.results)
        if not_modified:
            lists = "feed or sitemap" if not_modified == 1 else "feeds or sitemaps"
            parts.append(f"nothing new in {not_modified} {lists}")
        failed = len(self.failed)
        of_all = f"; {failed} of {len(self.results)} sources failed" if failed else ""
        return ", ".join(parts) + of_all
