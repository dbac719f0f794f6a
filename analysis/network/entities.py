"""The network as FollowTheMoney entities, JSON lines: for Aleph, OpenSanctions' tools, yente.

Actors are Person, PublicBody or Organization; a tie is an UnknownLink between two of them, an event
an Event with all who are involved. What is only claimed says so in its role or name: these programs
show nothing else of an edge.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd

from analysis.frames import list_rows
from analysis.merging import make_merged_id
from analysis.network.building import FACT, STATUS_FACT
from analysis.strict_yaml import load_yaml

_CODES = Path(__file__).parents[1] / "dictionaries" / "iso2.yaml"
_SCHEMATA = {
    "person": "Person",
    "state": "PublicBody",
    "agency": "PublicBody",
    "armed_force": "PublicBody",
}
_OTHER = "Organization"

_Entity = dict[str, Any]


def write_entities(network: nx.MultiDiGraph, events: pd.DataFrame, articles: pd.DataFrame) -> bytes:
    """Write a network as FollowTheMoney entities, one JSON object a line.

    Takes the EVENTS it was built from and their ARTICLES, for the sentences and addresses. Actors
    come first, then ties, then events, each in order of their ids.
    """
    known = {row["article_id"]: row for row in list_rows(articles)}
    told = {row["event_id"]: row for row in list_rows(events)}
    entities = [
        *(_describe_actor(node, data) for node, data in sorted(network.nodes(data=True))),
        *_describe_ties(network, told, known),
        *_describe_events(network, told, known),
    ]
    lines = (json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in entities)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


@cache
def _read_codes() -> dict[str, str]:
    return {code: str(short) for code, short in load_yaml(_CODES).items()}


def _name(node: str) -> str:
    return make_merged_id("actor", node)


def _make(schema: str, entity_id: str, **properties: Iterable[str]) -> _Entity:
    """Return an entity; a property has every value once, and is left out where it has none."""
    kept = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {
        "id": entity_id,
        "schema": schema,
        "properties": {name: values for name, values in kept.items() if values},
    }


def _describe_actor(node: str, data: Mapping[str, Any]) -> _Entity:
    schema = _SCHEMATA.get(data["kind"], _OTHER)
    return _make(
        schema, _name(node), name=[data["name"]], country=[_read_codes().get(data["country"], "")]
    )


def _describe_ties(
    network: nx.MultiDiGraph, told: Mapping[str, Any], articles: Mapping[str, Any]
) -> Iterator[_Entity]:
    for actor_id, recipient_id, key, tie in sorted(
        network.edges(keys=True, data=True), key=lambda edge: edge[:3]
    ):
        rows = [told[row_id] for row_id in tie["row_ids"]]
        claims = [status for status in tie["statuses"] if status not in STATUS_FACT]
        marked = "" if tie["told"] == FACT else f" ({', '.join(claims)})"
        yield _make(
            "UnknownLink",
            make_merged_id("link", actor_id, recipient_id, key),
            subject=[_name(actor_id)],
            object=[_name(recipient_id)],
            role=[f"{tie['event_type']}{marked}"],
            status=[*tie["statuses"], *(f"case {standing}" for standing in tie["standings"])],
            startDate=[tie["first"]],
            endDate=[tie["last"]],
            recordId=tie["row_ids"],
            **_quote(rows, articles),
        )


def _describe_events(
    network: nx.MultiDiGraph, told: Mapping[str, Any], articles: Mapping[str, Any]
) -> Iterator[_Entity]:
    ends: dict[str, list[tuple[str, str]]] = {}
    for actor_id, recipient_id, tie in network.edges(data=True):
        for row_id in tie["row_ids"]:
            ends.setdefault(row_id, []).append((actor_id, recipient_id))
    for row_id, pairs in sorted(ends.items()):
        row = told[row_id]
        sides = [list(dict.fromkeys(pair[side] for pair in sorted(pairs))) for side in (0, 1)]
        names = [", ".join(network.nodes[node]["name"] for node in side) for side in sides]
        marked = "" if row["status"] in STATUS_FACT else f" ({row['status']})"
        yield _make(
            "Event",
            make_merged_id("event", row_id),
            name=[f"{row['event_type']}: {' → '.join(names)}{marked}"],
            involved=map(_name, dict.fromkeys(node for side in sides for node in side)),
            date=[row["date"]],
            recordId=[row_id],
            **_quote([row], articles),
        )


def _quote(rows: list[Mapping[str, Any]], articles: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return what stands behind an entity: the sentences, who published them, where, any notice."""
    known = [articles[row["article_id"]] for row in rows if row["article_id"] in articles]
    return {
        "description": [row["evidence"] for row in rows],
        "publisher": [row["outlet"] for row in rows],
        "sourceUrl": [article["url"] for article in known],
        "summary": [article["notice"] for article in known],
    }
