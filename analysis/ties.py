"""Events merged across articles into ties: one directed pair of actors and one PLOVER type.

The rules: every actor of an event is tied to every recipient, itself aside. Events of articles that
copy another one are left out. What is not told as occurred or ongoing counts into `share_alleged`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product, zip_longest
from typing import Any, NamedTuple

import pandas as pd

from analysis.merging import Row, Sources, make_merged_id, order_rows, span_reports, split_by
from analysis.schema import TIES

_AS_FACT = ("occurred", "ongoing")


def merge_ties(events: pd.DataFrame, actors: pd.DataFrame, sources: Sources) -> pd.DataFrame:
    """Merge EVENTS into TIES over all dates, most events first.

    Takes the whole tables. Names come from ACTORS; an actor that is not there goes by its id.
    """
    names = dict(zip(actors["actor_id"], actors["name"], strict=True))
    originals = [row for row in order_rows(events, "event_id") if not sources.is_copy(row)]
    linked = [link for row in originals for link in _find_links(row)]
    groups = split_by(linked, lambda link: (link.actor[0], link.recipient[0], link.event_type))
    ties = [_describe(links, sources, names) for links in groups]
    keys = ("actor_id", "recipient_id", "event_type")
    ties.sort(key=lambda tie: (-tie["events"], *(tie[key] for key in keys)))
    return TIES.frame(ties)


class _Link(NamedTuple):
    """One event as seen from one actor and one recipient, each an id and a state."""

    actor: tuple[str, str]
    recipient: tuple[str, str]
    event_type: str
    event: Row


def _find_links(event: Row) -> Iterator[_Link]:
    for actor, recipient in product(_side(event, "actor"), _side(event, "recipient")):
        if actor[0] != recipient[0]:
            yield _Link(actor, recipient, event["event_type"], event)


def _side(event: Row, slot: str) -> list[tuple[str, str]]:
    """Return id and state of each actor of a side once; one without an id goes by its state."""
    ids, countries = event[f"{slot}_ids"], event[f"{slot}_countries"]
    pairs = zip_longest(ids, countries[: len(ids)] if ids else countries, fillvalue="")
    named = {actor_id or country: country for actor_id, country in pairs}
    return [(actor_id, country) for actor_id, country in named.items() if actor_id]


def _describe(links: list[_Link], sources: Sources, names: dict[str, str]) -> dict[str, Any]:
    link, rows = links[0], [link.event for link in links]
    first, last = span_reports(rows)
    (actor_id, actor_country), (recipient_id, recipient_country) = link.actor, link.recipient
    told_as_fact = sum(row["status"] in _AS_FACT for row in rows)
    return {
        "tie_id": make_merged_id("tie", actor_id, recipient_id, link.event_type),
        "actor_id": actor_id,
        "actor": names.get(actor_id, actor_id),
        "actor_country": actor_country,
        "recipient_id": recipient_id,
        "recipient": names.get(recipient_id, recipient_id),
        "recipient_country": recipient_country,
        "event_type": link.event_type,
        "quad": rows[0]["quad"],
        "events": len(rows),
        "sources": sources.count(rows),
        "first": first,
        "last": last,
        "score": float(pd.Series([row["score"] for row in rows]).sum()),
        "share_alleged": 1 - told_as_fact / len(rows),
        "event_ids": [row["event_id"] for row in rows],
    }
