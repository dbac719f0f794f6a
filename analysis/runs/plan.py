"""What reports.yaml plans, as the engine, the sources and the index read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from analysis.reports.parameters import Value

SourceKind = Literal["path", "feed", "sitemap", "url"]
Occasion = Literal["failure", "publication"]


@dataclass(frozen=True)
class Source:
    """Where articles are read from before a run: a folder, file or glob; a feed, sitemap or page.

    `outlet` is who published articles that do not say it themselves. A sitemap's pages are those
    whose address contains `match`; of a feed or sitemap at most the `most` latest are read.
    `allow_private` lets the address lead into one's own network.
    """

    kind: SourceKind
    location: str
    outlet: str = ""
    match: str = ""
    most: int = 100
    allow_private: bool = False


@dataclass(frozen=True)
class Schedule:
    """When a report is due: a cron expression (Sunday is 0 or 7) and its time zone.

    A time that was missed, because the machine was off, is caught up within `grace_hours`; 0 is
    until the next time.
    """

    cron: str
    timezone: str = "UTC"
    grace_hours: float = 0


@dataclass(frozen=True)
class Limits:
    """What a run may take: minutes in all, seconds a cell, new starts a kernel.

    And gigabytes: each kernel with all it starts, and the process that codes and makes the pages.
    """

    minutes: float = 15
    cell_seconds: float = 300
    memory_gb: float = 4
    retries: int = 1


@dataclass(frozen=True)
class KeepFor:
    """Which old runs stay: those of so many days, and so many of the latest; 0 is no bound.

    A run stays where either says so, all where both are 0; the last published one always stays.
    """

    days: int = 0
    runs: int = 0


@dataclass(frozen=True)
class Notify:
    """Whom a run tells of what. `webhook` names the environment variable that holds the address."""

    on: tuple[Occasion, ...] = ("failure",)
    webhook: str = ""
    email: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReportPlan:
    """One report of reports.yaml.

    `parameters` are as written, relative dates unresolved; days are those of `timezone`. Each
    notebook takes those that it declares. Without sources, data/articles is read. `pdf` puts each
    page beside itself as a PDF, too. `secrets` names
    further environment variables whose values no page may show, and `at_once` says how many runs
    may be under way in one folder of reports: both hold for the whole file.
    """

    name: str
    notebooks: tuple[str, ...]
    parameters: Mapping[str, Value] = field(default_factory=dict)
    schedule: Schedule | None = None
    sources: tuple[Source, ...] = ()
    limits: Limits = field(default_factory=Limits)
    keep_for: KeepFor = field(default_factory=KeepFor)
    notify: Notify = field(default_factory=Notify)
    timezone: str = "UTC"
    secrets: tuple[str, ...] = ()
    at_once: int = 2
    pdf: bool = False

    def name_page(self, notebook: str) -> str:
        """Name the page that one of its notebooks becomes, without the ending."""
        return self.name if len(self.notebooks) == 1 else f"{self.name}-{notebook}"
