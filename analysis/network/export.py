"""The network as a file that Gephi, Cytoscape and yEd read."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pandas as pd
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter

from analysis.errors import ParameterError
from analysis.network.building import STATUS_ALLEGED, STATUS_FACT, build_network
from analysis.network.layout import place_actors

# What XML 1.0 cannot hold, not even escaped: control characters, lone surrogates, non-characters.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GEPHI_SCALE = 1000


def export_network(
    events: pd.DataFrame, actors: pd.DataFrame, path: Path, *, alleged: bool = False
) -> Path:
    """Write the network of EVENTS in the format that the path's ending names; return the path.

    Raises ParameterError for an ending other than .gexf and .graphml.
    """
    writers = {".gexf": export_gexf, ".graphml": export_graphml}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise ParameterError(f"{path}: networks are written as {' or '.join(writers)}.")
    status = STATUS_ALLEGED if alleged else STATUS_FACT
    return writer(build_network(events, actors, status=status), path)


def export_gexf(network: nx.MultiDiGraph, path: Path) -> Path:
    """Write the network as GEXF 1.2, places of the nodes included; return the path.

    Lists are joined with ";", numbers of statuses written "alleged 2; planned 1". Replaces the
    file in one step; the same network gives the same bytes. Raises ParameterError where the file
    cannot be written.
    """
    plain = _flatten(network)
    for node, (x, y) in place_actors(network).items():
        position = {"x": x * _GEPHI_SCALE, "y": y * _GEPHI_SCALE, "z": 0.0}
        plain.nodes[_clean(node)]["viz"] = {"position": position}
    writer = GEXFWriter(plain)
    # The day of writing would make two exports of one network differ.
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    return _write(path, writer.xml, writer.indent)


def export_graphml(network: nx.MultiDiGraph, path: Path) -> Path:
    """Write the network as GraphML; return the path. Values as in `export_gexf`."""
    writer = GraphMLWriter(_flatten(network))
    return _write(path, writer.xml, writer.indent)


def _flatten(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Copy the network with values that XML can hold and an id for every edge."""
    plain = nx.MultiDiGraph()
    for node, data in sorted(network.nodes(data=True)):
        values = {name: _plain(value) for name, value in data.items()}
        plain.add_node(_clean(node), label=values.get("name", _clean(node)), **values)
    for actor_id, recipient_id, key, data in sorted(
        network.edges(keys=True, data=True), key=lambda edge: edge[:3]
    ):
        edge_id = _clean(f"{actor_id} {recipient_id} {key}")
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


def _write(path: Path, root: ElementTree.Element, indent: Callable[..., None]) -> Path:
    indent(root)
    content = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    # Aside first: whoever reads the file sees the old one or the new one, never a part.
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise ParameterError(
            f"{path}: {error.strerror}. Name a file in a folder that exists and can be written."
        ) from error
    return path
