"""The front page of a folder of reports, and its feed: what readers and operators open first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import WorkbookError
from analysis.files import write_aside
from analysis.reports.page import TEMPLATES, read_static, write_dateline, write_policy
from analysis.runs import telling
from analysis.runs.expected import find_moment, read_moment
from analysis.runs.feed import write_feed
from analysis.runs.front import Story, find_latest, tell_stories
from analysis.runs.notices import read_problems
from analysis.runs.plan import ReportPlan
from analysis.runs.plan_file import FILE, read_plan
from analysis.runs.record import Run, read_runs

if TYPE_CHECKING:
    from jinja2 import Environment

    from analysis.reports.page_record import PageRecord

_SCRIPTS = ("script/7-age.js", "front/filter.js")


def write_index(
    folder: Path,
    plans: Mapping[str, ReportPlan] | None = None,
    *,
    replacing: str = "",
    now: dt.datetime | None = None,
) -> None:
    """Write `index.html` and `feed.xml` of a folder of reports from the records of its runs.

    `plans`, by report, say what is due when; those of the reports.yaml beside the folder hold
    before them. `replacing` is the report whose pages are just being replaced. `now` is UTC.
    """
    now = now or dt.datetime.now(dt.UTC)
    runs = read_runs(folder)
    stories = tell_stories(runs, {**(plans or {}), **_read_plans(folder)}, folder, now)
    stories = [replace(one, replacing=one.report == replacing) for one in stories]
    write_aside(folder / "feed.xml", write_feed(stories))
    write_aside(folder / "index.html", _write_front(stories, runs, folder, now).encode())


def _read_plans(folder: Path) -> dict[str, ReportPlan]:
    """The plans beside a folder of reports; none where there are none, or they are wrong."""
    path = folder.absolute().parent / FILE
    try:
        found = path.stat()
        return _read_plan(path, (found.st_mtime_ns, found.st_size))
    except (WorkbookError, OSError):
        # Whoever asks for a run is told; what runs did is shown all the same.
        return {}


@lru_cache(maxsize=1)
def _read_plan(path: Path, stamp: tuple[int, int]) -> dict[str, ReportPlan]:
    # It is checked against the notebooks each time it is read, and the index is written often.
    return read_plan(path)


def _write_front(stories: list[Story], runs: list[Run], folder: Path, now: dt.datetime) -> str:
    style = f"{read_static('report.css')}\n{read_static('front/front.css')}"
    own = "\n".join(map(read_static, _SCRIPTS))
    script = f"(() => {{ 'use strict';\n{own}\n}})();"
    shown = [notice for page, _ in find_latest(runs, folder) for notice in page.notices]
    template = _open_templates().get_template("index.html.j2")
    return str(
        template.render(
            style=style,
            script=script,
            policy=write_policy(style, (script,)),
            notices=list(dict.fromkeys(shown)),
            stories=stories,
            now=now,
        )
    )


@cache
def _open_templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES / "front"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "asked": telling.tell_asked,
        "duration": telling.tell_duration,
        "has": _has_page,
        "has_pdf": _has_pdf,
        "holds": _tell_page,
        "iso": _write_iso,
        "moment": telling.tell_moment,
        "problems": read_problems,
        "reason": telling.tell_reason,
        "state": telling.tell_state,
        "when": find_moment,
    }
    return environment


def _write_iso(moment: dt.datetime | str) -> str:
    """Write a moment as scripts read it; empty where a record holds none."""
    found = read_moment(moment) if isinstance(moment, str) else moment
    return f"{found:%Y-%m-%dT%H:%M:%SZ}" if found else ""


def _tell_page(page: PageRecord) -> str:
    """Say what a page holds beside its key figures."""
    return write_dateline(page.cutoff, {} if page.figures else page.counts)


def _has_pdf(run: Run, page: PageRecord) -> bool:
    return bool(page.pdf) and (run.folder.parents[1] / page.pdf).is_file()


def _has_page(run: Run, page: PageRecord) -> bool:
    return (run.folder / page.file).is_file()
