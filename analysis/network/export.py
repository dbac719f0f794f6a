"""The network as a file that other programs read; the ending of its name says which."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import networkx as nx

from analysis.errors import ParameterError
from analysis.files import write_aside
from analysis.network.building import STATUS_ALLEGED, STATUS_FACT, build_network
from analysis.network.edge_list import write_csv, write_parquet
from analysis.network.entities import write_entities
from analysis.network.graph_files import write_gexf, write_graphml
from analysis.network.standing import find_standings
from analysis.tables import Tables, drop_copies

_Write = Callable[[nx.MultiDiGraph], bytes]
_WRITERS: dict[str, _Write] = {
    ".gexf": write_gexf,
    ".graphml": write_graphml,
    ".csv": write_csv,
    ".parquet": write_parquet,
}
# Aleph names its files entities.ftm.json, and others *.jsonl.
_ENTITIES = (".json", ".jsonl")
ENDINGS = (*_WRITERS, *_ENTITIES)


def export_network(
    tables: Tables, path: Path, *, alleged: bool = False, roll_up: bool = False
) -> Path:
    """Write the network of coded tables in the format that the path's ending names.

    Takes the tables by name, events already cut to a window; copies of articles do not count.
    Returns the path; the file is replaced in one step, and the same tables give the same bytes.
    Raises ParameterError for an ending other than ENDINGS and where the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ParameterError(f"{path}: networks are written as {', '.join(ENDINGS)}.")
    articles = tables["articles"]
    events = drop_copies(tables["events"], articles)
    linked = (tables[name] for name in ("transfer_allegations", "members", "cases"))
    network = build_network(
        events,
        tables["actors"],
        status=STATUS_ALLEGED if alleged else STATUS_FACT,
        roll_up=roll_up,
        standings=find_standings(events, *linked),
    )
    if ending in _ENTITIES:
        return _write(path, write_entities(network, events, articles))
    return _write(path, _WRITERS[ending](network))


def _write(path: Path, content: bytes) -> Path:
    try:
        path.parent.resolve(strict=True)  # a folder that is not there is none to make
        write_aside(path, content)
    except OSError as error:
        raise ParameterError(
            f"{path}: {error.strerror}. Name a file in a folder that exists and can be written."
        ) from error
    return path
