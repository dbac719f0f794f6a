"""The network as a graph file: GEXF with the time of each tie for Gephi, GraphML for others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter

from analysis.network.layout import place_actors

# What XML 1.0 cannot hold, not even escaped: control characters, lone surrogates, non-characters.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GEPHI_SCALE = 1000


def write_gexf(network: nx.MultiDiGraph) -> bytes:
    """Write the network as dynamic GEXF 1.2, places of the actors included.

    A tie, and an actor, has a spell for each day on which something of it was published; one that
    is undated has none and is there at all times. Lists are joined with ";", numbers of statuses
    written "alleged 2; planned 1".
    """
    plain = _flatten(network)
    for node, (x, y) in place_actors(network).items():
        position = {"x": x * _GEPHI_SCALE, "y": y * _GEPHI_SCALE, "z": 0.0}
        plain.nodes[_clean(node)]["viz"] = {"position": position}
    _add_spells(network, plain)
    writer = GEXFWriter(plain)
    # The day of writing would make two exports of one network differ.
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    return _finish(writer)


def write_graphml(network: nx.MultiDiGraph) -> bytes:
    """Write the network as GraphML. Values as in `write_gexf`."""
    return _finish(GraphMLWriter(_flatten(network)))


def _finish(writer: GEXFWriter | GraphMLWriter) -> bytes:
    writer.indent(writer.xml)
    content: bytes = ElementTree.tostring(writer.xml, encoding="utf-8", xml_declaration=True)
    return content


def _add_spells(network: nx.MultiDiGraph, plain: nx.MultiDiGraph) -> None:
    for node in network:
        ties = [
            tie
            for edges in (network.out_edges, network.in_edges)
            for *_, tie in edges(node, data=True)
        ]
        # An actor with one undated tie is there at all times: its tie needs both ends.
        if all(tie["days"] for tie in ties):
            plain.nodes[_clean(node)]["spells"] = _list_spells(
                day for tie in ties for day in tie["days"]
            )
    for actor_id, recipient_id, key, tie in network.edges(keys=True, data=True):
        edge_id = _name_edge(actor_id, recipient_id, key)
        edge = plain.edges[_clean(actor_id), _clean(recipient_id), edge_id]
        edge["spells"] = _list_spells(tie["days"])


def _list_spells(days: Iterable[str]) -> list[tuple[str, str]]:
    return [(day, day) for day in sorted(set(days))]


def _flatten(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Copy the network with values that XML can hold and an id for every edge."""
    plain = nx.MultiDiGraph()
    for node, data in sorted(network.nodes(data=True)):
        values = {name: _plain(value) for name, value in data.items()}
        plain.add_node(_clean(node), label=values.get("name", _clean(node)), **values)
    for actor_id, recipient_id, key, data in sorted(
        network.edges(keys=True, data=True), key=lambda edge: edge[:3]
    ):
        edge_id = _name_edge(actor_id, recipient_id, key)
        values = {name: _plain(value) for name, value in data.items() if name != "scores"}
        plain.add_edge(
            _clean(actor_id),
            _clean(recipient_id),
            key=edge_id,
            id=edge_id,
            label=_clean(key),
            weight=float(data.get("events", 1)),
            **values,
        )
    return plain


def _name_edge(actor_id: str, recipient_id: str, key: str) -> str:
    return _clean(f"{actor_id} {recipient_id} {key}")


def _plain(value: Any) -> str | int | float | bool:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, dict):
        return "; ".join(f"{_clean(name)} {count}" for name, count in value.items())
    if isinstance(value, list | tuple):
        return ";".join(_clean(item) for item in value)
    return "" if value is None else _clean(value)


def _clean(value: object) -> str:
    """Write what XML cannot hold as its code, so that two different names stay different."""
    return _ILLEGAL.sub(lambda found: f"[U+{ord(found[0]):04X}]", str(value))
