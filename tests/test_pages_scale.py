"""Pages of more rows than they have room for: what they keep, what they say, the CSV beside them."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd
import pytest

from analysis.charts.binning import MOST_POINTS, bin_points
from analysis.reports import gate, shortening
from analysis.reports.charts import read_chart
from analysis.reports.companion import write_companion
from analysis.reports.sentences import Section, Sentence
from analysis.reports.shortening import LISTED, SHOWN, shorten
from analysis.reports.telling import Telling
from benchmarks.synthetic import make_tables


def _payload(sentences: int, **first: Any) -> dict[str, Any]:
    """Sentences v0, v1, … in articles of ten each; `first` changes v0."""
    entry = {"table": "visits", "label": "", "sentence": "He came.", "rule": "r", "review": ""}
    article = {"outlet": "Herald", "published": "2024-06-01", "lead": "He came.", "title": "News"}
    articles = {
        f"a{n}": {**article, "url": "", "notice": "", "duplicate_of": ""}
        for n in range(-(-sentences // 10))
    }
    rows = {
        f"v{n}": {**entry, "article": f"a{n // 10}", "confidence": "low", "also": []}
        for n in range(sentences)
    }
    rows["v0"] |= first
    return {"rows": rows, "articles": articles, "tables": {}, "counts": {"visits": sentences}}


def _chart(*marks: list[str], lines: int = 1) -> Any:
    rows = [[f"line {n}"] for n in range(lines)]
    # The last line stands for most.
    ids = [["v1"]] * (lines - 1) + [["v1", "v2"]]
    table = {"columns": ["name"], "rows": rows, "row_ids": ids}
    meta = {"name": "visits", "reading": "Visits.", "alt": "A bar.", "table": table}
    bar = {"type": "bar", "x": list(range(len(marks))), "customdata": [";".join(m) for m in marks]}
    return read_chart({"data": [bar], "layout": {"meta": meta}}, "x")


def _ids(count: int) -> list[str]:
    return [f"v{number}" for number in range(count)]


def test_a_page_of_a_few_sentences_holds_them_all() -> None:
    payload = _payload(100)
    kept = shorten(Telling(payload), [])
    assert kept.payload == payload
    assert kept.link(["v1", "v2"]) == "v1;v2"
    chart = _chart(_ids(100), lines=300)
    assert kept.count_rows(chart) == "300 rows"
    assert len(kept.list_rows(chart)) == 300


def test_a_page_of_many_sentences_holds_the_most_telling_of_each_mark() -> None:
    payload = _payload(4000, confidence="high")
    payload["rows"]["v5"]["review"] = "accepted by Ann"
    payload["articles"]["a2"]["duplicate_of"] = "a1"
    kept = shorten(Telling(payload), [_chart(_ids(4000))])
    named = kept.link(_ids(4000)).split(";")
    # Looked at by a person, then the surest, then one of each article before a second of any.
    assert named[:2] == ["v5", "v10"]
    assert {"v5", "v10", "v30", "v40"} <= set(named)
    assert "v20" not in named, "a copy comes after its original"
    assert named[-1] == f"+{4000 - SHOWN[0]}"
    assert kept.payload["rows"].keys() >= set(named[:-1])
    assert "a399" not in kept.payload["articles"]


def test_what_is_told_keeps_its_rows_too() -> None:
    told = Section("News", (Sentence("He came.", ("v3999",)),))
    assert "v3999" in shorten(Telling(_payload(4000)), [], [told]).payload["rows"]


def test_the_more_there_is_the_fewer_rows_a_mark_keeps(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = _chart(*[_ids(4000)[at : at + 4] for at in range(0, 4000, 4)])
    assert shorten(Telling(_payload(4000)), [chart]).most == SHOWN[0]
    monkeypatch.setattr(shortening, "_ROOM", 300_000)
    kept = shorten(Telling(_payload(4000)), [chart])
    assert (kept.most, len(kept.payload["rows"])) == (1, 1001)


def test_an_article_keeps_its_beginning_only_where_a_mark_stands_for_it() -> None:
    articles = shorten(Telling(_payload(4000)), [_chart(["a7"], ["v1"])]).payload["articles"]
    assert (articles["a7"]["lead"], articles["a0"]["lead"]) == ("He came.", "")


def test_a_long_table_lists_what_most_rows_stand_behind() -> None:
    kept = shorten(Telling(_payload(4000)), [chart := _chart(["v1"], lines=300)])
    lines = kept.list_rows(chart)
    assert kept.count_rows(chart) == f"{LISTED} of 300 rows"
    assert (len(lines), lines[0][0], lines[-1][0]) == (LISTED, ["line 0"], ["line 299"])


def test_a_mark_without_a_sentence_is_left_to_the_gate() -> None:
    chart = _chart(["lost"])
    payload = _payload(4000)
    assert shorten(Telling(payload), [chart]).link(["lost"]) == "+1"
    with pytest.raises(gate.RefusalError, match="such as lost"):
        gate.check_charts([chart], payload)


def _read(companion: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(companion.decode("utf-8-sig"), newline="")))


def test_the_file_beside_a_page_holds_every_row_and_no_formula() -> None:
    payload = _payload(4000, sentence="=1+1", label="@SUM(A1)", article="")
    payload["articles"]["a999"] = {**payload["articles"]["a1"], "title": "-2", "outlet": "+Wire"}
    rows = _read(write_companion(payload))
    assert len(rows) == 4001
    assert (rows[0]["evidence"], rows[0]["label"]) == ("'=1+1", "'@SUM(A1)")
    assert rows[-1]["table"] == "articles"
    assert (rows[-1]["title"], rows[-1]["outlet"]) == ("'-2", "'+Wire")


def _points(days: pd.DatetimeIndex) -> pd.DataFrame:
    ids = [[f"t{number}"] for number in range(len(days))]
    return pd.DataFrame({"who": "Ann", "day": days, "claims": 1, "row_ids": ids})


@pytest.mark.parametrize(
    ("years", "span", "name"),
    [(4, "week", "2020-01-06"), (30, "month", "2020-01"), (200, "quarter", "2020Q1")],
)
def test_too_many_points_are_put_together_in_time(years: int, span: str, name: str) -> None:
    days = pd.date_range("2020-01-06", periods=365 * years, freq="D")
    binned, found = bin_points(_points(days), ["who"], "day", value="claims")
    assert found == span
    assert len(binned) <= MOST_POINTS
    assert binned["claims"].sum() == len(days)
    assert binned["span"].iloc[0] == name
    assert sum(map(len, binned["row_ids"])) == len(days)


def test_a_few_points_stay_points() -> None:
    points = _points(pd.date_range("2020-01-06", periods=MOST_POINTS, freq="D"))
    binned, span = bin_points(points, ["who"], "day", value="claims")
    assert span == ""
    assert binned is points


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return make_tables(400, seed=3)


def test_synthetic_tables_are_consistent_and_the_same_each_time(
    tables: dict[str, pd.DataFrame],
) -> None:
    texts = dict(zip(tables["articles"]["article_id"], tables["articles"]["text"], strict=True))
    for row in tables["visits"].itertuples():
        assert texts[row.article_id][row.start : row.end] == row.evidence
    known = set(tables["events"]["event_id"]) | set(tables["visits"]["visit_id"])
    assert {one for ids in tables["ties"]["event_ids"] for one in ids} <= known
    assert len(tables["trips"]) < len(tables["visits"]) <= 400
    again = make_tables(400, seed=3)
    assert all(frame.equals(again[name]) for name, frame in tables.items())
