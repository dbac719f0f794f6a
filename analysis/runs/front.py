"""What the front page says of each report: its latest pages, and what became of its runs since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis.reports.page_record import PageRecord
from analysis.runs.expected import find_end, find_lost, find_next_due, find_stale, read_moment
from analysis.runs.plan import ReportPlan
from analysis.runs.record import OPEN, Run

# So many of the latest runs of a report are listed.
LISTED = 20


@dataclass(frozen=True)
class UnderWay:
    """A run that has not ended.

    `to_end` is by when it should have, None while it waits its turn, `lost` from when it has
    probably been ended from outside.
    """

    run: Run
    to_end: dt.datetime | None
    lost: dt.datetime

    @property
    def since(self) -> str:
        """Since when (UTC) it has run, or waited."""
        return self.run.started or self.run.queued


@dataclass(frozen=True)
class Story:
    """One report on the front page.

    `pages` are the latest ones, each with the run that made it, `published` the latest of those
    runs. `failed` are the runs since then that ended otherwise, latest first. `next_due` is when
    the next page is due, `stale` from when the one shown is older than its schedule allows.
    `runs` are all of its runs, latest first, of which `LISTED` are listed. `replacing` says that
    its pages are just being replaced, one after the other.
    """

    report: str
    pages: list[tuple[PageRecord, Run]] = field(default_factory=list)
    failed: list[Run] = field(default_factory=list)
    under_way: list[UnderWay] = field(default_factory=list)
    next_due: dt.datetime | None = None
    stale: dt.datetime | None = None
    runs: list[Run] = field(default_factory=list)
    replacing: bool = False

    @property
    def published(self) -> Run | None:
        """The run that published the latest of its pages; None where there is none."""
        return max((run for _, run in self.pages), key=lambda run: run.number, default=None)

    @property
    def ended(self) -> list[Run]:
        """Its latest runs that have ended."""
        return [run for run in self.runs if run.state not in OPEN][:LISTED]

    @property
    def unlisted(self) -> int:
        """How many older runs are not listed."""
        return max(0, sum(run.state not in OPEN for run in self.runs) - LISTED)


def tell_stories(
    runs: Sequence[Run], plans: Mapping[str, ReportPlan], folder: Path, now: dt.datetime
) -> list[Story]:
    """Tell of reports with a schedule, as the plans are ordered, and of the others by name.

    What is made by hand has a plan only while it is made: its place must not depend on that.
    `runs` are those of a folder of reports, latest first, `now` is UTC.
    """
    latest = find_latest(runs, folder)
    scheduled = [name for name, plan in plans.items() if plan.schedule]
    names = dict.fromkeys([*scheduled, *sorted({*plans, *(run.report for run in runs)})])
    told = [_tell(name, runs, latest, plans.get(name), now) for name in names]
    # Whoever opens the page looks for pages; what has none yet comes after them.
    return sorted(told, key=lambda story: not story.pages)


def find_latest(runs: Sequence[Run], folder: Path) -> list[tuple[PageRecord, Run]]:
    """The pages that stand in the folder, each with the run that published it last."""
    found: dict[str, tuple[PageRecord, Run]] = {}
    for run in runs:
        if run.state == "published":
            for page in run.pages:
                found.setdefault(page.file, (page, run))
    return [found[file] for file in sorted(found) if (folder / file).exists()]


def _tell(
    name: str,
    runs: Sequence[Run],
    latest: Sequence[tuple[PageRecord, Run]],
    plan: ReportPlan | None,
    now: dt.datetime,
) -> Story:
    own = [run for run in runs if run.report == name]
    pages = [(page, run) for page, run in latest if run.report == name]
    story = Story(name, pages, runs=own)
    since = own.index(story.published) if story.published else len(own)
    made = read_moment(story.published.started) if story.published else None
    return Story(
        name,
        pages,
        failed=[run for run in own[:since] if run.state not in OPEN],
        under_way=[
            UnderWay(run, find_end(run, plan), find_lost(run, plan))
            for run in own
            if run.state in OPEN
        ],
        next_due=find_next_due(plan, made or now),
        stale=find_stale(plan, made) if made else None,
        runs=own,
    )
