"""The network as one flat table, a row a tie: for pandas, R, a spreadsheet or a database."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from analysis.contract import Column, Table
from analysis.network.building import CLAIM, FACT
from analysis.schema import ACTOR_KINDS, EVENT_TYPES
from analysis.tables.csv_files import to_csv
from analysis.tables.storage import to_parquet


def _text(name: str, meaning: str, values: tuple[str, ...] = ()) -> Column:
    return Column(name, "text", meaning, values)


def _end(slot: str, who: str) -> tuple[Column, ...]:
    return (
        _text(f"{slot}_id", f"{who}: id"),
        _text(slot, f"{who}: name"),
        _text(f"{slot}_kind", f"{who}: what it is", ("", *ACTOR_KINDS)),
        _text(f"{slot}_country", f"{who}: the state it belongs to or is based in"),
    )


EDGES = Table(
    "edges",
    "one directed pair of actors, one PLOVER type, told as fact or claimed",
    (
        *_end("actor", "who acts"),
        *_end("recipient", "towards whom"),
        _text("event_type", "PLOVER type", EVENT_TYPES),
        Column("quad", "integer", "PLOVER quad class of the type"),
        _text("told", "told as fact, or a claim, plan or denial", (FACT, CLAIM)),
        Column("standings", "list", "standing of the cases behind it, with numbers of events"),
        Column("statuses", "list", "status of its events, with their numbers"),
        Column("events", "integer", "events, copies of an article not counted again"),
        Column("score", "number", "sum of the events' PLOVER scores"),
        Column("outlets", "list", "who published them"),
        Column("days", "list", "publication dates, each once, ISO"),
        Column("row_ids", "list", "the events"),
    ),
)


def list_edges(network: nx.MultiDiGraph) -> pd.DataFrame:
    """List the ties of a network, one row each, in order of actor, recipient, type and telling."""
    rows = []
    for actor_id, recipient_id, _, tie in sorted(
        network.edges(keys=True, data=True), key=lambda edge: edge[:3]
    ):
        ends = {"actor": actor_id, "recipient": recipient_id}
        row = {name: tie[name] for name in EDGES.column_names if name in tie}
        for slot, node in ends.items():
            known = network.nodes[node]
            row |= {f"{slot}_id": node, slot: known["name"]}
            row |= {f"{slot}_kind": known["kind"], f"{slot}_country": known["country"]}
        for name in ("standings", "statuses"):
            row[name] = [f"{value} {count}" for value, count in tie[name].items()]
        rows.append(row)
    return EDGES.frame(rows)


def write_csv(network: nx.MultiDiGraph) -> bytes:
    """Write `list_edges` as CSV in UTF-8, lists joined with ";"."""
    return to_csv(list_edges(network), EDGES).encode()


def write_parquet(network: nx.MultiDiGraph) -> bytes:
    """Write `list_edges` as Parquet, lists as lists."""
    return to_parquet(list_edges(network), EDGES)
