"""The network as a file: each format is read back by its reader, claims never look like facts."""

from __future__ import annotations

import datetime as dt
import importlib
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pandas as pd
import pyarrow.parquet as pq
import pytest

from analysis import network
from analysis.errors import ParameterError
from analysis.network.entities import write_entities
from analysis.network.export import ENDINGS
from analysis.network.graph_files import write_gexf, write_graphml
from analysis.schema import ACTORS, ARTICLES, TABLES
from tests.network_samples import build, make_events, tie

GEXF = "http://www.gexf.net/1.2draft"
HOSTILE = 'Dr. "No" <script>&amp; \x00\x0b\ufffe — 金正恩'
ACTOR_ROWS = [
    {"actor_id": "RUS", "name": "Russia", "kind": "state", "country": "RUS"},
    {"actor_id": "PRK", "name": "North Korea", "kind": "state", "country": "PRK"},
    {"actor_id": "kim", "name": "Kim Jong Un", "kind": "person", "country": "PRK"},
    {"actor_id": "un", "name": "United Nations", "kind": "igo", "country": "IGO"},
]
EVENT_ROWS = [
    tie("PRK", "RUS", "AID", status="alleged", article_id="a1", evidence="Shells, said X."),
    tie("kim", "RUS", article_id="a1", date="2024-03", evidence="They met; “once”."),
    tie("un", "RUS", "ACCUSE", article_id="a2", published=pd.NaT),
    tie("RUS", "PRK", "AID", article_id="copy"),
]
ARTICLE_ROWS = [
    {"article_id": "a1", "outlet": "Wire", "url": "https://wire.example/1", "notice": "A sample."},
    {"article_id": "a2", "outlet": "Wire"},
    {"article_id": "copy", "outlet": "Post", "duplicate_of": "a1"},
]


@pytest.fixture
def tables() -> dict[str, pd.DataFrame]:
    return {
        **{name: table.frame() for name, table in TABLES.items()},
        "events": make_events(*EVENT_ROWS),
        "actors": ACTORS.frame(ACTOR_ROWS),
        "articles": ARTICLES.frame(ARTICLE_ROWS),
    }


def read_graph(content: bytes, ending: str) -> nx.MultiDiGraph:
    return getattr(nx, f"read_{ending}")(io.BytesIO(content))


GRAPHS = [
    pytest.param(write_gexf, "gexf", id="gexf"),
    pytest.param(write_graphml, "graphml", id="graphml"),
]
each_graph = pytest.mark.parametrize(("write", "ending"), GRAPHS)


# ---- Every format


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_export_replaces_the_old_file_and_leaves_nothing_else(
    ending: str, tables: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    path = tmp_path / f"network{ending.upper()}"
    path.write_text("old")

    first = network.export_network(tables, path, alleged=True).read_bytes()
    turned = {**tables, "events": tables["events"][::-1].reset_index(drop=True)}
    second = network.export_network(turned, path, alleged=True).read_bytes()

    assert first == second != b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_folder_that_is_missing_is_said_so(
    ending: str, tables: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    with pytest.raises(ParameterError, match="Name a file in a folder that exists"):
        network.export_network(tables, tmp_path / "nowhere" / f"network{ending}")


@pytest.mark.parametrize("name", ["network.xls", "network", "gexf"])
def test_an_unknown_ending_is_refused(
    name: str, tables: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    with pytest.raises(ParameterError, match=r"written as \.gexf, \.graphml, \.csv"):
        network.export_network(tables, tmp_path / name)


def test_claims_are_left_out_unless_asked_for_and_copies_always(
    tables: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    facts = pd.read_csv(network.export_network(tables, tmp_path / "n.csv"))
    all_told = pd.read_csv(network.export_network(tables, tmp_path / "n.csv", alleged=True))

    assert facts["told"].tolist() == ["fact", "fact"]
    assert sorted(all_told["told"]) == ["claim", "fact", "fact"]
    assert "e3" not in set(all_told["row_ids"])


def test_rolled_up_a_person_is_exported_as_the_state(
    tables: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    rolled = pd.read_csv(network.export_network(tables, tmp_path / "n.csv", roll_up=True))

    assert rolled["actor_id"].tolist() == ["PRK", "un"]


# ---- GEXF and GraphML


@each_graph
def test_a_graph_reads_back(write: Any, ending: str) -> None:
    graph = build(
        tie("A", "B", "AID"),
        tie("A", "B", "AID", status="alleged", published=pd.NaT),
        tie("C", "B", "AID"),
        status=network.STATUS_ALLEGED,
        standings={"e1": "disputed"},
    )

    back = read_graph(write(graph), ending)

    assert set(back.nodes) == {"A", "B", "C"}
    found = {
        (a, b, data["told"]): (data["event_type"], data["standings"], data["row_ids"])
        for a, b, data in back.edges(data=True)
    }
    assert found == {
        ("A", "B", "fact"): ("AID", "", "e0"),
        ("A", "B", "claim"): ("AID", "disputed 1", "e1"),
        ("C", "B", "fact"): ("AID", "", "e2"),
    }


@each_graph
def test_every_exported_edge_has_an_id_of_its_own(write: Any, ending: str) -> None:
    graph = build(tie("A", "B"), tie("B", "A"), tie("A", "C"), tie("A", "B", "AID"))

    tree = ElementTree.fromstring(write(graph))

    ids = [edge.get("id") for edge in tree.iter() if edge.tag.endswith("}edge")]
    assert len(ids) == len(set(ids)) == 4


@each_graph
def test_hostile_names_are_kept_as_far_as_xml_can_hold_them(write: Any, ending: str) -> None:
    actors = ACTORS.frame([{"actor_id": "x\x01", "name": HOSTILE, "kind": "person"}])
    graph = network.build_network(make_events(tie("x\x01", "x\x02")), actors)
    # A frame refuses a lone surrogate; a network made by hand may hold one, and a missing value.
    graph.nodes["x\x01"].update(name=f"{HOSTILE} \ud800", role=None)

    back = read_graph(write(graph), ending)

    assert set(back.nodes) == {"x[U+0001]", "x[U+0002]"}
    assert back.nodes["x[U+0001]"]["name"] == (
        'Dr. "No" <script>&amp; [U+0000][U+000B][U+FFFE] — 金正恩 [U+D800]'
    )


@each_graph
def test_an_empty_network_is_exported(write: Any, ending: str) -> None:
    assert read_graph(write(build()), ending).number_of_nodes() == 0


def test_gephi_finds_the_actors_in_their_places() -> None:
    tree = ElementTree.fromstring(write_gexf(build(tie("A", "B"))))

    places = [node for node in tree.iter() if node.tag.endswith("}position")]
    assert len(places) == 2


def test_gephi_finds_the_days_of_each_tie_and_actor() -> None:
    march, may = pd.Timestamp("2024-03-01"), pd.Timestamp("2024-05-02")
    graph = build(
        tie("A", "B", published=may),
        tie("A", "B", published=march),
        tie("B", "A", published=march),
        tie("B", "C", published=pd.NaT),
    )

    content = write_gexf(graph)
    back = read_graph(content, "gexf")

    both = [("2024-03-01", "2024-03-01"), ("2024-05-02", "2024-05-02")]
    spells = {(a, b): data.get("spells") for a, b, data in back.edges(data=True)}
    assert spells == {("A", "B"): both, ("B", "A"): both[:1], ("B", "C"): None}
    # C is known by an undated tie alone, B by one of three: both are there at all times.
    assert {node: data.get("spells") for node, data in back.nodes(data=True)} == {
        "A": both,
        "B": None,
        "C": None,
    }
    assert b'mode="dynamic"' in content
    assert b'timeformat="date"' in content


# What Gephi reads as each type of attribute.
GEPHI_TYPES = {"string": str, "long": int, "double": float, "boolean": ("true", "false").index}


def test_a_gexf_keeps_the_rules_that_gephi_applies(extracted: dict[str, pd.DataFrame]) -> None:
    events, actors = extracted["events"], extracted["actors"]
    graph = network.build_network(events, actors, status=network.STATUS_ALLEGED)
    tree = ElementTree.fromstring(write_gexf(graph))
    parts = {name: list(tree.iter(f"{{{GEXF}}}{name}")) for name in ("node", "edge", "attributes")}
    types = {
        (kind.get("class"), each.get("id")): GEPHI_TYPES[str(each.get("type"))]
        for kind in parts["attributes"]
        for each in kind
    }
    ids = {name: [str(each.get("id")) for each in parts[name]] for name in ("node", "edge")}
    assert all(len(set(each)) == len(each) > 0 for each in ids.values())
    days: dict[str, set[str]] = {}
    for name in ("node", "edge"):
        for each in parts[name]:
            for value in each.iter(f"{{{GEXF}}}attvalue"):
                types[name, value.get("for")](str(value.get("value")))
            spells = [(s.get("start"), s.get("end")) for s in each.iter(f"{{{GEXF}}}spell")]
            assert spells == sorted(set(spells))
            assert all(
                dt.date.fromisoformat(str(a)) <= dt.date.fromisoformat(str(b)) for a, b in spells
            )
            days[f"{name} {each.get('id')}"] = {str(start) for start, _ in spells}
    for edge in parts["edge"]:
        for end in (f"node {edge.get('source')}", f"node {edge.get('target')}"):
            # An actor without days is there at all times.
            assert not days[end] or days[f"edge {edge.get('id')}"] <= days[end]


# ---- CSV and Parquet


def test_the_edge_list_is_the_same_as_csv_and_as_parquet(
    tables: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    paths = [
        network.export_network(tables, tmp_path / f"n{ending}", alleged=True)
        for ending in (".csv", ".parquet")
    ]

    flat = pd.read_csv(paths[0], keep_default_na=False)
    nested = pq.read_table(paths[1]).to_pandas()

    assert flat.columns.tolist() == nested.columns.tolist()
    assert flat["row_ids"].tolist() == nested["row_ids"].str.join(";").tolist()
    assert flat["statuses"].tolist() == ["alleged 1", "occurred 1", "occurred 1"]
    assert nested["days"].map(list).tolist() == [["2024-03-01"], ["2024-03-01"], []]
    row = nested.iloc[0]
    assert (row["actor"], row["actor_kind"], row["recipient"]) == ("North Korea", "state", "Russia")


def test_an_empty_edge_list_keeps_its_columns() -> None:
    assert network.list_edges(build()).columns.tolist()[:2] == ["actor_id", "actor"]


# ---- FollowTheMoney


def read_entities(tables: dict[str, pd.DataFrame], path: Path) -> list[dict[str, Any]]:
    lines = network.export_network(tables, path, alleged=True).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


# What the model asks of these schemata: entity properties, dates, codes.
PROPERTIES = {
    "Person": {"name", "country"},
    "PublicBody": {"name", "country"},
    "Organization": {"name", "country"},
    "UnknownLink": {
        *("subject", "object", "role", "status", "startDate", "endDate", "recordId"),
        *("description", "publisher", "sourceUrl", "summary"),
    },
    "Event": {
        *("name", "involved", "date", "recordId"),
        *("description", "publisher", "sourceUrl", "summary"),
    },
}


def test_entities_have_the_fields_of_their_schemata(
    tables: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    entities = read_entities(tables, tmp_path / "entities.ftm.json")

    ids = [entity["id"] for entity in entities]
    assert len(ids) == len(set(ids))
    for entity in entities:
        assert set(entity) == {"id", "schema", "properties"}
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]]
        assert all(
            values and all(isinstance(value, str) and value for value in values)
            for values in entity["properties"].values()
        )
        for name in ("subject", "object", "involved"):
            assert set(entity["properties"].get(name, ())) <= set(ids)
    kinds = [entity["schema"] for entity in entities]
    assert [kinds.count(kind) for kind in PROPERTIES] == [1, 2, 1, 3, 3]


def test_a_claim_says_so_wherever_its_entity_is_shown(
    tables: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    entities = read_entities(tables, tmp_path / "n.jsonl")

    shown = {
        (entity["properties"].get("role") or entity["properties"]["name"])[0]
        for entity in entities
        if "description" in entity["properties"]
    }
    assert shown >= {"AID (alleged)", "AID: North Korea → Russia (alleged)"}
    assert not shown & {"AID", "AID: North Korea → Russia"}


def test_entities_bring_their_sentence_outlet_address_and_country(
    tables: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    entities = read_entities(tables, tmp_path / "n.jsonl")

    met = next(e for e in entities if e["properties"].get("role") == ["CONSULT"])["properties"]
    assert met["description"] == ["They met; “once”."]
    assert (met["publisher"], met["sourceUrl"]) == (["Wire"], ["https://wire.example/1"])
    assert met["summary"] == ["A sample."]
    countries = {
        entity["properties"]["name"][0]: entity["properties"].get("country")
        for entity in entities
        if entity["schema"] in ("Person", "PublicBody", "Organization")
    }
    assert countries == {
        "Kim Jong Un": ["kp"],
        "North Korea": ["kp"],
        "Russia": ["ru"],
        "United Nations": None,
    }


def test_the_followthemoney_library_accepts_every_value(
    tables: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    pytest.importorskip("followthemoney", reason="heavy: validates where it is installed")
    model = importlib.import_module("followthemoney").model

    for entity in read_entities(tables, tmp_path / "n.jsonl"):
        schema = model.get(entity["schema"])
        proxy = model.get_proxy({**entity, "properties": {}})
        for name, values in entity["properties"].items():
            assert name in schema.properties, f"{schema.name} has no {name}"
            for value in values:
                assert proxy.unsafe_add(schema.properties[name], value, cleaned=False), value
        schema.validate(entity)


def test_entities_of_an_empty_network_are_an_empty_file() -> None:
    assert write_entities(build(), make_events(), ARTICLES.frame()) == b""
