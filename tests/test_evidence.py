"""Row ids and repeats: what makes a row the same row."""

from __future__ import annotations

from analysis.evidence import make_id, merge_repeats


def row(**values: object) -> dict[str, object]:
    return {"article_id": "a", "start": 0, "end": 9, "evidence": "x", "also": [], **values}


def test_an_id_depends_on_the_filled_slots_not_on_the_rule() -> None:
    one = row(rule_id="visit.travel", visitor="Ana")
    other = row(rule_id="visit.noun", visitor="Ana")
    assert make_id("visits", one, ["visitor"]) == make_id("visits", other, ["visitor"])


def test_an_id_differs_by_article_span_table_and_slot() -> None:
    base = make_id("visits", row(visitor="Ana"), ["visitor"])
    assert base != make_id("visits", row(visitor="Bo"), ["visitor"])
    assert base != make_id("visits", row(visitor="Ana", start=3), ["visitor"])
    assert base != make_id("visits", row(visitor="Ana", article_id="b"), ["visitor"])
    assert base != make_id("events", row(visitor="Ana"), ["visitor"])


def test_the_fullest_row_stays_and_keeps_the_other_sentences() -> None:
    short = row(visitor="Ana", evidence="She went.", start=0)
    full = row(visitor="Ana", evidence="She went to Oslo in May.", city="Oslo", start=20)
    merged = merge_repeats([short, full], ["visitor"])
    assert [r["evidence"] for r in merged] == ["She went to Oslo in May."]
    assert merged[0]["also"] == ["She went."]


def test_of_two_equally_full_rows_the_earlier_stays() -> None:
    later = row(visitor="Ana", evidence="Later.", start=20)
    earlier = row(visitor="Ana", evidence="Earlier.", start=0)
    assert merge_repeats([later, earlier], ["visitor"])[0]["evidence"] == "Earlier."
