"""Coded tables on disk: what is saved is loaded again, whole or in part, and never half-written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import tables
from analysis.contract import Column
from analysis.errors import ParameterError, SchemaError, TableError
from analysis.schema import TABLES


def save(found: tables.Tables, folder: Path) -> None:
    tables.save(found, folder, provenance={})


WRITE = {"parquet": save, "csv": tables.export_csv}


def day(text: str) -> Any:
    return pd.Timestamp(text) if text else pd.NaT


def visit(visit_id: str, published: str = "2024-06-20", **slots: Any) -> dict[str, Any]:
    row = {"visit_id": visit_id, "article_id": f"a-{visit_id}", "published": day(published)}
    return row | {"confidence": "high", "status": "occurred", "kind": "bilateral"} | slots


VISITS = TABLES["visits"].frame(
    [
        visit("v1", "2024-06-18", visitor_id="vargas", visitor_country="FRE", country="RUR"),
        visit(
            "v2", "2024-06-30", host_id="orlov", country="SYL", also=["One; two.", "Three\\four"]
        ),
        visit("v3", "", visitor_country="FRE", evidence='=1+1, she said: "no"\r\nand left.'),
    ]
)


@pytest.fixture(params=WRITE)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    WRITE[request.param]({"visits": VISITS}, tmp_path)
    return tmp_path


def ids(frame: pd.DataFrame) -> str:
    return " ".join(frame["visit_id"])


def list_files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


# Saving and loading


def test_a_table_comes_back_as_it_was_saved(folder: Path) -> None:
    pd.testing.assert_frame_equal(tables.load("visits", folder), VISITS)


def cells(column: Column) -> st.SearchStrategy[Any]:
    if column.values:
        return st.sampled_from(column.values)
    text = st.text(st.characters(codec="utf-8"), max_size=20)
    return {
        "text": text,
        "list": st.lists(text.filter(bool), max_size=3),
        "day": st.none() | st.dates().map(pd.Timestamp),
        "integer": st.none() | st.integers(-(2**53), 2**53),
        "number": st.none() | st.floats(allow_nan=False, allow_infinity=False),
        "flag": st.booleans(),
    }[column.kind]


@pytest.mark.parametrize("form", WRITE)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_whatever_a_schema_allows_survives_the_disk(
    form: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Quotes, line breaks, separators and NULs in texts and lists; missing days and numbers."""
    name = data.draw(st.sampled_from(["articles", "trips", "ties", "actors"]))
    row = st.fixed_dictionaries({column.name: cells(column) for column in TABLES[name].columns})
    frame = TABLES[name].frame(data.draw(st.lists(row, max_size=2)))
    folder = tmp_path_factory.mktemp("tables")
    WRITE[form]({name: frame}, folder)
    pd.testing.assert_frame_equal(tables.load(name, folder), frame)


@pytest.mark.parametrize("form", WRITE)
def test_an_empty_table_keeps_its_columns(form: str, tmp_path: Path) -> None:
    WRITE[form]({"ties": TABLES["ties"].frame()}, tmp_path)
    assert list(tables.load("ties", tmp_path)) == TABLES["ties"].column_names


def test_the_same_tables_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        tables.save(
            {"visits": VISITS}, tmp_path / name, provenance={"inputs": "abc", "articles": 3}
        )
    one, other = (
        {file: (tmp_path / name / file).read_bytes() for file in list_files(tmp_path / name)}
        for name in ("one", "other")
    )
    assert one == other


def test_the_manifest_tells_where_the_tables_come_from(tmp_path: Path) -> None:
    tables.save({"visits": VISITS}, tmp_path, provenance={"inputs": "abc", "articles": 3})
    manifest = tables.load_manifest(tmp_path)
    assert manifest["provenance"] == {"articles": 3, "inputs": "abc"}
    assert manifest["tables"]["visits"]["rows"] == 3


def test_who_has_the_former_manifest_open_still_finds_its_files(tmp_path: Path) -> None:
    generations = []
    for rows in (1, 2, 3):
        save({"visits": VISITS.head(rows)}, tmp_path)
        generations.append(tables.load_manifest(tmp_path)["tables"]["visits"]["files"][0])
    assert {Path(file).name for file in list_files(tmp_path)} == {
        "manifest.json",
        *generations[1:],
    }


def test_a_run_that_is_cut_off_leaves_the_former_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save({"visits": VISITS}, tmp_path)
    before = list_files(tmp_path)

    def full(*_: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="disk full"):
        save({"visits": VISITS.head(1)}, tmp_path)
    monkeypatch.undo()
    assert list_files(tmp_path) == before
    assert len(tables.load("visits", tmp_path)) == 3


def test_files_of_others_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / ".parts").mkdir()
    (tmp_path / ".parts" / "a.parquet").write_text("kept between runs")
    save({"visits": VISITS}, tmp_path)
    assert {"notes.txt", ".parts/a.parquet"} <= set(list_files(tmp_path))


def test_a_table_that_breaks_its_schema_is_not_saved(tmp_path: Path) -> None:
    wrong = VISITS.assign(status="perhaps")
    with pytest.raises(SchemaError, match="visits"):
        save({"visits": wrong}, tmp_path)
    with pytest.raises(SchemaError, match="visits"):
        tables.export_csv({"visits": wrong}, tmp_path)
    assert list_files(tmp_path) == []


@pytest.mark.parametrize(
    ("break_it", "why"),
    [
        (lambda visits: visits.assign(status="perhaps"), "perhaps"),
        (lambda visits: visits.assign(status=pd.Series([None] * len(visits), dtype="str")), "null"),
        (lambda visits: visits.drop(columns="city"), "city"),
        (lambda visits: visits.assign(mood="fine"), "mood"),
        (lambda visits: visits[visits.columns[::-1]], "order"),
        (lambda visits: visits.assign(start=1.5), "start is float64, not Int64"),
    ],
)
def test_a_breach_of_a_schema_is_named(break_it: Any, why: str) -> None:
    table = TABLES["visits"]
    assert table.check(VISITS).equals(VISITS)
    with pytest.raises(SchemaError, match=rf"table visits: .*{why}"):
        table.check(break_it(VISITS))


def test_what_is_checked_is_not_the_callers_own(tmp_path: Path) -> None:
    checked = TABLES["visits"].check(VISITS)
    checked["city"] = "elsewhere"
    assert "elsewhere" not in set(VISITS["city"])


# CSV for other programs


def test_csv_is_what_other_programs_expect(tmp_path: Path) -> None:
    row = {"confidence": "low", "kind": "arms", "category": "uav", "act": "say"}
    row |= {"nature": "alleged", "quantity_low": 3000.0, "quantity_high": 2.5, "start": 12}
    frame = TABLES["transfer_allegations"].frame([row | {"implied": ["host", "city"]}])
    tables.export_csv({"transfer_allegations": frame}, tmp_path)
    content = (tmp_path / "transfer_allegations.csv").read_bytes().decode("utf-8")
    read = pd.read_csv(tmp_path / "transfer_allegations.csv", dtype=str, keep_default_na=False)
    assert "\r" not in content
    assert read.loc[0, ["quantity_low", "quantity_high", "start", "end"]].to_list() == [
        "3000",
        "2.5",
        "12",
        "",
    ]
    assert read.loc[0, "implied"] == "host;city"


def test_csv_keeps_evidence_character_for_character(tmp_path: Path) -> None:
    tables.export_csv({"visits": VISITS}, tmp_path)
    assert tables.load("visits", tmp_path)["evidence"][2] == VISITS["evidence"][2]


def test_csv_replaces_older_parquet_tables(tmp_path: Path) -> None:
    save({"visits": VISITS}, tmp_path)
    tables.export_csv({"visits": VISITS.head(1)}, tmp_path)
    assert ids(tables.load("visits", tmp_path)) == "v1"


# Windows and actors


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("", "", "v1 v2 v3"),
        ("2024-06-18", "", "v1 v2"),
        ("2024-06-19", "", "v2"),
        ("", "2024-06-30", "v1 v2"),
        ("", "2024-06-29", "v1"),
        ("2024-06", "2024-06", "v1 v2"),
        ("2023", "2024", "v1 v2"),
        ("2025-01-01", "", ""),
    ],
)
def test_windows_include_both_ends_and_nothing_undated(
    folder: Path, since: str, until: str, found: str
) -> None:
    assert ids(tables.load("visits", folder, since=since, until=until)) == found


@pytest.mark.parametrize(
    ("actors", "found"),
    [
        ([], "v1 v2 v3"),
        (["FRE"], "v1 v3"),
        (["vargas"], "v1"),
        (["orlov"], "v2"),
        (["SYL", "RUR"], "v1 v2"),
        (["v1"], ""),
    ],
)
def test_actors_match_whoever_takes_part(folder: Path, actors: list[str], found: str) -> None:
    assert ids(tables.load("visits", folder, actors=actors)) == found


def test_actors_match_within_lists(tmp_path: Path) -> None:
    row = {"confidence": "low", "event_type": "CONSULT", "status": "occurred"}
    events = TABLES["events"].frame(
        [
            row | {"event_id": "e1", "actor_ids": ["vargas", "orlov"]},
            row | {"event_id": "e2", "recipient_countries": ["FRE"]},
        ]
    )
    save({"events": events}, tmp_path)
    assert list(tables.load("events", tmp_path, actors=["orlov"])["event_id"]) == ["e1"]
    assert list(tables.load("events", tmp_path, actors=["FRE"])["event_id"]) == ["e2"]


def test_articles_are_never_left_out_for_their_actors(tmp_path: Path) -> None:
    tables.save(
        {"articles": TABLES["articles"].frame([{"article_id": "a"}])}, tmp_path, provenance={}
    )
    assert len(tables.load("articles", tmp_path, actors=["FRE"])) == 1


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2024-06-01", "2024-06-30", ["t1"]),
        ("2024-03-01", "2024-03-31", ["t1"]),
        ("2024-07-01", "", []),
        ("", "", ["t1", "t2"]),
    ],
)
def test_merged_rows_stay_where_their_reports_overlap_the_window(
    tmp_path: Path, since: str, until: str, found: list[str]
) -> None:
    trips = TABLES["trips"].frame(
        [
            {
                "trip_id": "t1",
                "status": "occurred",
                "first_report": day("2024-02-01"),
                "last_report": day("2024-06-01"),
            },
            {"trip_id": "t2", "status": "planned"},
        ]
    )
    save({"trips": trips}, tmp_path)
    assert list(tables.load("trips", tmp_path, since=since, until=until)["trip_id"]) == found


def test_a_case_known_only_from_its_denial_has_the_date_of_the_denial(tmp_path: Path) -> None:
    row = {"case_id": "c", "kind": "arms", "category": "uav", "standing": "disputed"}
    cases = TABLES["cases"].frame([row | {"first_denied": day("2024-06-05")}])
    save({"cases": cases}, tmp_path)
    assert len(tables.load("cases", tmp_path, since="2024-06-01")) == 1


def test_copies_are_left_out_by_their_article() -> None:
    articles = TABLES["articles"].frame(
        [{"article_id": "a-v1"}, {"article_id": "a-v2", "duplicate_of": "a-v1"}]
    )
    assert ids(tables.drop_copies(VISITS, articles)) == "v1 v3"
    with pytest.raises(TableError, match="article_id"):
        tables.drop_copies(TABLES["trips"].frame(), articles)


# Finding the folder, and what can go wrong


def test_a_relative_folder_counts_from_the_projects_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notebooks" / "drafts").mkdir(parents=True)
    save({"visits": VISITS}, tmp_path / "data" / "tables")
    for place in (tmp_path, tmp_path / "notebooks", tmp_path / "notebooks" / "drafts"):
        monkeypatch.chdir(place)
        assert len(tables.load("visits")) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"name": "meetings"}, "no table 'meetings'. There are articles,"),
        ({"since": "June 2024"}, "'June 2024' is not an ISO date"),
        ({"until": "2024-02-30"}, "'2024-02-30' is not an ISO date"),
        ({"since": "2024-07-01", "until": "2024-06-30"}, "is after until"),
        ({"actors": "FRE"}, r"Write a list, such as \['FRE'\]"),
    ],
)
def test_a_parameter_that_cannot_be_is_refused(
    folder: Path, arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises(ParameterError, match=message):
        tables.load(**({"name": "visits", "folder": folder} | arguments))


def test_a_folder_without_tables_says_what_to_run(tmp_path: Path) -> None:
    for read in (lambda: tables.load("visits", tmp_path), lambda: tables.load_manifest(tmp_path)):
        with pytest.raises(TableError, match="Run `attache extract`"):
            read()


def test_a_table_that_was_not_saved_is_missed_by_name(folder: Path) -> None:
    with pytest.raises(TableError, match="no table trips"):
        tables.load("trips", folder)


def test_tables_of_another_schema_are_not_read(tmp_path: Path) -> None:
    save({"visits": VISITS}, tmp_path)
    manifest = tables.load_manifest(tmp_path)
    manifest["tables"]["visits"]["schema"] = "older"
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(TableError, match="another version"):
        tables.load("visits", tmp_path)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda text: text.replace("visit_id", "visit", 1), "columns are not those"),
        (lambda text: text.replace("2024-06-18", "last week"), "published has a value"),
        (lambda text: "", "columns are not those"),
    ],
)
def test_a_csv_edited_beyond_its_schema_is_refused(
    tmp_path: Path, spoil: Any, message: str
) -> None:
    tables.export_csv({"visits": VISITS}, tmp_path)
    path = tmp_path / "visits.csv"
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(TableError, match=message):
        tables.load("visits", tmp_path)


@pytest.mark.parametrize("manifest", ["", "[]", '{"tables": 5}', '{"tables": {"visits": {}}}'])
def test_a_damaged_manifest_is_named_and_written_anew(tmp_path: Path, manifest: str) -> None:
    save({"visits": VISITS}, tmp_path)
    (tmp_path / "manifest.json").write_text(manifest)
    with pytest.raises(
        TableError, match=r"manifest\.json: cannot be read .* Run `attache extract`"
    ):
        tables.load("visits", tmp_path)
    save({"visits": VISITS}, tmp_path)
    assert len(tables.load("visits", tmp_path)) == 3


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    save({"visits": VISITS}, tmp_path)
    (file,) = (tmp_path / "visits").glob("*.parquet")
    file.write_bytes(b"PAR1")
    with pytest.raises(TableError, match="visits cannot be read"):
        tables.load("visits", tmp_path)
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(TableError, match=r"manifest\.json: cannot be read"):
        tables.load("visits", tmp_path)
