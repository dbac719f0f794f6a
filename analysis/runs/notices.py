"""Tells people what became of a run: who is told of what stands in the plan.

A notice that cannot be sent is logged and recorded beside the runs; it never fails a run and never
keeps one waiting for long.
"""

from __future__ import annotations

import json
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal

from analysis.errors import NoticeError
from analysis.files import write_aside
from analysis.reports import sentences
from analysis.reports.sentences import read_sections
from analysis.runs.channels import Notice, post_webhook, send_mail
from analysis.runs.plan import ReportPlan
from analysis.runs.record import OPEN, Run, read_runs
from analysis.runs.telling import (
    tell_asked,
    tell_figures,
    tell_moment,
    tell_reason,
    tell_state,
    tell_titles,
)

# All notices of a run together take no longer, in seconds.
LONGEST = 20.0
# In the folder of a run: what was sent of it, and what could not be.
FILE = "notices.json"
# So many sentences of a briefing are told.
_SENTENCES = 8

Occasion = Literal["failure", "recovery", "publication"]
Way = tuple[str, Callable[[], None]]
_log = logging.getLogger(__name__)


def send_notices(run: Run, plan: ReportPlan, *, longest: float = LONGEST) -> None:
    """Send what the plan wants told of a run that has ended; raises nothing.

    A recovery, the first publication after failures, is told whatever the plan wants to be told.
    `longest` is how many seconds this may take.
    """
    try:
        if not (plan.notify.webhook or plan.notify.email):
            return
        before = count_failures(run)
        occasion = find_occasion(run, before)
        ways = list(_list_ways(run, plan, occasion, before))
        if ways:
            sent = _send_all(ways, longest)
            told = [{"occasion": occasion, "by": name, "problem": why} for name, why in sent]
            write_aside(run.folder / FILE, f"{json.dumps(told, indent=1)}\n".encode())
    except Exception:
        # Whatever is wrong here, the run has ended as it has.
        _log.exception("run %s: its notices could not be sent", run.name)


def read_problems(run: Run) -> list[str]:
    """Return why notices of a run could not be sent; none where all were, or nobody is told."""
    try:
        told = json.loads((run.folder / FILE).read_text(encoding="utf-8"))
        return [str(one["problem"]) for one in told if one["problem"]]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def count_failures(run: Run) -> int:
    """Count the runs of a report that failed in a row just before this one."""
    earlier = [
        other
        for other in read_runs(run.folder.parents[1])
        if other.report == run.report and other.number < run.number and other.state not in OPEN
    ]
    good = (place for place, other in enumerate(earlier) if other.state == "published")
    return next(good, len(earlier))


def find_occasion(run: Run, failures_before: int) -> Occasion:
    """Say what there is to tell of a run that has ended."""
    if run.state != "published":
        return "failure"
    return "recovery" if failures_before else "publication"


def write_notice(run: Run, occasion: Occasion, failures_before: int) -> Notice:
    """Write what is told of a run: what became of it, why, where its page is, what changed."""
    if occasion == "failure":
        subject = f"Attaché: {run.report} {tell_state(run)}"
        lines = [tell_reason(run), "What readers see stays as it was."]
    else:
        subject = f"Attaché: {run.report} published"
        lines = [f"{page.title}: {tell_figures(page)}." for page in run.pages]
        lines += [f"Page: {address}" for address in _list_addresses(run)]
    if failures_before:
        in_a_row = f"{failures_before} failed {'run' if failures_before == 1 else 'runs'}"
        subject += f" after {in_a_row}" if occasion == "recovery" else ""
        lines.append(f"{in_a_row.capitalize()} before this one.")
    lines += [f"- {sentence}" for sentence in _find_news(run)]
    lines += [f"Run {run.name}, begun {tell_moment(run.started or run.queued)}.", tell_asked(run)]
    return Notice(subject, "\n".join(filter(None, lines)), _list_facts(run, occasion))


def _list_facts(run: Run, occasion: Occasion) -> dict[str, Any]:
    return {
        "occasion": occasion,
        "report": run.report,
        "state": run.state,
        "title": tell_titles(run),
        "reason": run.reason,
        "notebook": run.notebook,
        "cell": run.cell,
        "run": run.name,
        "started": run.started,
        "ended": run.ended,
        "pages": _list_addresses(run),
    }


def _list_addresses(run: Run) -> list[str]:
    """Where the pages of a run are read: below ATTACHE_SITE, or else in the folder of reports."""
    site = os.environ.get("ATTACHE_SITE", "").strip().rstrip("/")
    place = site or run.folder.parents[1].as_posix()
    return [f"{place}/{page.file}" for page in run.pages if run.state == "published"]


def _find_news(run: Run) -> list[str]:
    """What a briefing among the pages tells first, which is what has changed."""
    if run.state != "published":
        return []
    notebooks = [run.folder / f"{page.notebook}.ipynb" for page in run.pages if page.record]
    return [text for notebook in notebooks for text in _read_told(notebook)][:_SENTENCES]


def _read_told(notebook: Path) -> Iterator[str]:
    """The sentences of the first cell of an executed notebook that tells any."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    shown = (output.get("data", {}) for cell in cells for output in cell.get("outputs", ()))
    first = next((data[sentences.MIME] for data in shown if sentences.MIME in data), None)
    for section in read_sections(first, notebook.name) if first else ():
        yield from (sentence.text for sentence in section.sentences)


def _list_ways(
    run: Run, plan: ReportPlan, occasion: Occasion, failures_before: int
) -> Iterator[Way]:
    """How those who want to be told are told."""
    wanted = plan.notify
    if not wanted.on or (occasion != "recovery" and occasion not in wanted.on):
        return
    notice = write_notice(run, occasion, failures_before)
    if wanted.webhook:
        yield f"webhook {wanted.webhook}", partial(post_webhook, notice, wanted.webhook)
    if wanted.email:
        yield "e-mail", partial(send_mail, notice, wanted.email)


def _send_all(ways: Sequence[Way], longest: float) -> list[tuple[str, str]]:
    """Send every way at once; says of each what went wrong, "" where nothing did."""
    deadline = time.monotonic() + longest
    problems = dict.fromkeys((name for name, _ in ways), f"took longer than {longest:g} seconds.")

    def send(name: str, way: Callable[[], None]) -> None:
        try:
            way()
            problems[name] = ""
        except NoticeError as error:
            problems[name] = str(error)
        except Exception as error:
            problems[name] = f"{name}: {type(error).__name__}."

    # A server that answers a sign a minute keeps a thread, not the run.
    threads = [threading.Thread(target=send, args=way, daemon=True) for way in ways]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    for why in filter(None, problems.values()):
        _log.warning("notice not sent: %s", why)
    return list(problems.items())
