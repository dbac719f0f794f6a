"""Windowed events -> a network: who did what to whom, claims kept apart from facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import networkx as nx
import pandas as pd

from analysis.countries import name_side
from analysis.errors import ParameterError, TableError
from analysis.frames import list_rows
from analysis.schema import EVENT_STATUS

# What is told as fact; everything else is a claim, a plan or a denial and never drawn as a fact.
STATUS_FACT = ("occurred", "ongoing")
STATUS_ALLEGED = (*STATUS_FACT, "alleged")
FACT, CLAIM = "fact", "claim"

# Who acts for a state. Media, groups and organisations stay themselves: the country of the
# Houthis is where they are based, not whom they act for.
_ACTS_FOR_STATE = ("person", "agency", "armed_force")
# "North Korean officials" are a group, and still their state's.
_STATE_SECTORS = ("GOV", "MIL", "SPY")
_NOT_A_STATE = ("", "IGO")

_Row = Mapping[str, Any]


def build_network(
    events: pd.DataFrame,
    actors: pd.DataFrame,
    *,
    status: Iterable[str] = STATUS_FACT,
    roll_up: bool = False,
    standings: Mapping[str, str] = MappingProxyType({}),
) -> nx.MultiDiGraph:
    """Build the network of those who act and those they act towards.

    Takes EVENTS, already cut to a window and without copies of articles, and ACTORS. One node is
    one actor with at least one tie: `name`, `kind`, `country`, `sector`. One edge is one ordered
    pair, PLOVER type and standing, keyed "AID fact" or "AID claim": `event_type`, `quad`, `told`
    (fact or claim), `events`, `score` (sum), `scores` (event id -> score), `outlets`, `sources`
    (number of outlets), `first` and `last` (ISO publication dates, "" = all undated), `days` (each
    such date once), `statuses` (status -> number of events), `standings` (standing of the case
    behind an event, from `find_standings` -> number of events) and `row_ids`. An event with
    several actors or recipients ties every pair; nobody is tied to themselves. `roll_up` counts
    persons, agencies, armed forces and official groups as their states. Nodes and edges are in
    order of their ids, whatever the order of the events.

    Raises ParameterError for an unknown status, TableError for an event without a quad class.
    """
    wanted = _check_status(status)
    book = _ActorNames(actors, roll_up=roll_up)
    ties: dict[tuple[str, str, str, str], list[_Row]] = {}
    for event in _sort_events(events):
        if event["status"] not in wanted:
            continue
        told = FACT if event["status"] in STATUS_FACT else CLAIM
        for pair in _pair_ends(event, book):
            ties.setdefault((*pair, event["event_type"], told), []).append(event)
    network = nx.MultiDiGraph()
    for node in sorted({end for key in ties for end in key[:2]}):
        network.add_node(node, **book.describe(node))
    for (actor_id, recipient_id, event_type, told), rows in sorted(ties.items()):
        network.add_edge(
            actor_id,
            recipient_id,
            key=f"{event_type} {told}",
            **_describe_tie(rows, told, standings),
        )
    return network


class _ActorNames:
    """Says which node an actor counts as, and what is known of it."""

    def __init__(self, actors: pd.DataFrame, *, roll_up: bool) -> None:
        self._known = {str(row["actor_id"]): row for row in list_rows(actors)}
        self._roll_up = roll_up

    def resolve(self, actor_id: str) -> str:
        row = self._known.get(actor_id)
        if not self._roll_up or row is None or row["country"] in _NOT_A_STATE:
            return actor_id
        of_state = row["kind"] in _ACTS_FOR_STATE or (
            row["kind"] == "group" and row["sector"] in _STATE_SECTORS
        )
        return str(row["country"]) if of_state else actor_id

    def describe(self, actor_id: str) -> dict[str, str]:
        """Return a node's attributes; one that the table lacks is named by its state or its id."""
        row = self._known.get(actor_id) or _describe_side(actor_id)
        found = {column: str(row.get(column, "")) for column in ("kind", "country", "sector")}
        return {"name": str(row.get("name") or actor_id), **found}


def _describe_side(actor_id: str) -> dict[str, str]:
    """Return what the id of a state, "AFG", or of a side in it, "KEN:rebels", tells of it."""
    name = name_side(actor_id)
    country, _, side = actor_id.partition(":")
    kind = "group" if side else "igo" if country in _NOT_A_STATE else "state"
    return {"name": name, "kind": kind, "country": country} if name else {}


def _check_status(status: Iterable[str]) -> frozenset[str]:
    # A lone text would be read as its letters.
    wanted = frozenset([status] if isinstance(status, str) else status)
    if unknown := sorted(wanted - set(EVENT_STATUS)):
        raise ParameterError(
            f"build_network: there is no status {', '.join(unknown)}. "
            f"Use some of: {', '.join(EVENT_STATUS)}."
        )
    return wanted


def _sort_events(events: pd.DataFrame) -> list[dict[str, Any]]:
    lacking = events.loc[events["quad"].isna(), "event_id"].tolist()
    if lacking:
        raise TableError(
            f"events: {lacking[0]} has no quad class ({len(lacking)} in all). "
            "Code the articles again."
        )
    return sorted(list_rows(events), key=lambda row: str(row["event_id"]))


def _pair_ends(event: _Row, book: _ActorNames) -> Iterator[tuple[str, str]]:
    """Yield each ordered pair of an event once: two ministers of one state are one state."""
    sides = [
        list(dict.fromkeys(book.resolve(actor_id) for actor_id in event[column] if actor_id))
        for column in ("actor_ids", "recipient_ids")
    ]
    for actor_id in sides[0]:
        for recipient_id in sides[1]:
            if actor_id != recipient_id:
                yield actor_id, recipient_id


def _describe_tie(rows: list[_Row], told: str, standings: Mapping[str, str]) -> dict[str, Any]:
    days = sorted(str(row["published"].date()) for row in rows if not pd.isna(row["published"]))
    scores = {
        str(row["event_id"]): 0.0 if pd.isna(row["score"]) else float(row["score"]) for row in rows
    }
    cases = Counter(standings[event_id] for event_id in scores if event_id in standings)
    outlets = tuple(sorted({str(row["outlet"]) for row in rows}))
    return {
        "event_type": rows[0]["event_type"],
        "quad": int(rows[0]["quad"]),
        "told": told,
        "events": len(rows),
        "score": round(sum(scores.values()), 4),
        "scores": scores,
        "outlets": outlets,
        "sources": len(outlets),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "days": tuple(dict.fromkeys(days)),
        "statuses": dict(sorted(Counter(str(row["status"]) for row in rows).items())),
        "standings": dict(sorted(cases.items())),
        "row_ids": list(scores),
    }
