"""The Atom feed of a folder of reports (RFC 4287): what was published, and what was not and why."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from urllib.parse import quote
from xml.etree import ElementTree

from analysis.runs.expected import NEVER, find_moment
from analysis.runs.front import Story
from analysis.runs.record import Run
from analysis.runs.telling import tell_outcome, tell_state, tell_titles

# So many of the latest runs of all reports have an entry.
_ENTRIES = 50
_ATOM = "http://www.w3.org/2005/Atom"
# A tag URI (RFC 4151) that is the same wherever the reports are read.
_TAG = "tag:attache,2026:reports"
# What XML cannot hold, however it is escaped.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_feed(stories: Iterable[Story]) -> bytes:
    """Write the feed: an entry for every page published and every run that failed, latest first.

    The same runs give the same bytes.
    """
    told = [run for story in stories for run in story.ended]
    latest = sorted(told, key=lambda run: (run.number, run.name), reverse=True)[:_ENTRIES]
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(feed, "title", "Attaché reports")
    _add(feed, "subtitle", "Reports published, and runs that published none.")
    _add(feed, "id", _TAG)
    _add(feed, "updated", _write_moment(max(map(find_moment, latest), default=NEVER)))
    _add(_add(feed, "author"), "name", "Attaché")
    _add(feed, "link", rel="self", type="application/atom+xml", href="feed.xml")
    _add(feed, "link", rel="alternate", type="text/html", href="index.html")
    for run in latest:
        _add_entry(feed, run)
    ElementTree.indent(feed, " ")
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add_entry(feed: ElementTree.Element, run: Run) -> None:
    published = run.state == "published"
    entry = _add(feed, "entry")
    _add(entry, "title", tell_titles(run) if published else f"{run.report}: {tell_state(run)}")
    _add(entry, "id", f"{_TAG}/{quote(run.report)}/{quote(run.name)}")
    _add(entry, "updated", _write_moment(find_moment(run)))
    _add(entry, "category", term="published" if published else "failure")
    links = [f"runs/{run.name}/{page.file}" for page in run.pages] if published else []
    links = links or [f"index.html#run-{run.name}"]
    # RFC 4287 admits one alternate of a kind; further pages of the run are related to it.
    for place, link in enumerate(links):
        rel = "related" if place else "alternate"
        _add(entry, "link", rel=rel, type="text/html", href=quote(link, safe="/#"))
    _add(entry, "summary", tell_outcome(run))


def _add(
    parent: ElementTree.Element, name: str, text: str = "", **attributes: str
) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    if text:
        element.text = _NOT_XML.sub("\ufffd", text)
    return element


def _write_moment(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
