"""Which rows have one origin, and the way from an article to it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.origins import find_origins
from analysis.schema import ARTICLES, ORIGINS
from tests.merging_samples import Rows, fill, shuffle, sources_of

NIS = {"claimant_id": "nis", "claimant": "NIS", "claimant_country": "KOR"}
YONHAP = {"actor_id": "yonhap", "name": "Yonhap", "kind": "media", "country": "KOR"}
AFP = {"actor_id": "agence-france-presse", "name": "AFP", "kind": "media"}


def article(name: str, outlet: str = "", **changes: str) -> dict[str, Any]:
    return {"article_id": name, "outlet": outlet or f"Daily {name}", **changes}


def claim(name: str, outlet: str = "", **changes: Any) -> dict[str, Any]:
    own = {"claimant": outlet or f"Daily {name}"}
    return {
        **article(name, outlet),
        **{"allegation_id": f"t-{name}", "kind": "arms", "category": "ammunition", "start": 0},
        **{"act": "say", "nature": "alleged", "confidence": "high", "statement_id": f"s-{name}"},
        **own,
        **changes,
    }


def statement(name: str, **changes: Any) -> dict[str, Any]:
    row = {"statement_id": f"s-{name}", "sentence_id": f"{name}-1", "act": "say", "start": 0}
    return {**article(name), **row, "confidence": "high", **changes}


def find(articles: Rows, **coded: Rows) -> pd.DataFrame:
    return find_origins(fill(**coded) | {"articles": ARTICLES.frame(articles)}).set_index("row_id")


def origin_of(claimed: dict[str, Any], **coded: Rows) -> dict[str, Any]:
    articles = [article(claimed["article_id"], claimed["outlet"])]
    [found] = find(articles, transfer_allegations=[claimed], **coded).to_dict("records")
    return {str(name): value for name, value in found.items()}


def test_no_rows_have_no_origins() -> None:
    assert find([]).empty


def test_the_speaker_is_the_origin_and_the_chain_leads_to_it() -> None:
    found = origin_of(claim("a1", **NIS))
    assert (found["origin_id"], found["origin"], found["kind"]) == ("nis", "NIS", "speaker")
    assert found["chain"] == ["Daily a1", "NIS"]


def test_who_passes_it_on_stands_in_the_chain_and_is_not_the_origin() -> None:
    told = statement("a1", via="Yonhap", speaker_id="nis", speaker="NIS")
    found = origin_of(claim("a1", **NIS), statements=[told])
    assert (found["via"], found["origin_id"]) == ("Yonhap", "nis")
    assert found["chain"] == ["Daily a1", "Yonhap", "NIS"]


def test_an_outlet_that_is_cited_is_the_origin() -> None:
    cited = {"claimant_id": "yonhap", "claimant": "Yonhap", "claimant_country": "KOR"}
    found = origin_of(claim("a1", **cited), actors=[YONHAP])
    assert (found["origin_id"], found["kind"]) == ("yonhap", "outlet cited")
    assert found["chain"] == ["Daily a1", "Yonhap"]


def test_an_outlets_own_words_are_its_own_report() -> None:
    found = origin_of(claim("a1"))
    assert (found["origin"], found["kind"], found["chain"]) == (
        "Daily a1",
        "own report",
        ["Daily a1"],
    )


def test_an_outlet_has_one_origin_by_all_names_that_articles_give_it() -> None:
    named = {**article("a9"), "start": 0, "actor_id": AFP["actor_id"], "confidence": "high"}
    mentions = [{**named, "text": "AFP", "via": "alias"}]
    found = find(
        [article("a1", "AFP"), article("a2")],
        transfer_allegations=[
            claim("a1", "AFP"),
            claim("a2", claimant_id="agence-france-presse", claimant="AFP"),
        ],
        actors=[AFP],
        mentions=mentions,
    )
    assert set(found["origin_id"]) == {"agence-france-presse"}
    assert list(found["kind"]) == ["own report", "outlet cited"]


@pytest.mark.parametrize(
    ("outlet", "other"), [("The Herald", "Herald"), ("Le Figaró", "Le Figaro")]
)
def test_spelling_makes_no_second_outlet(outlet: str, other: str) -> None:
    found = find(
        [article("a1", outlet), article("a2", other)],
        transfer_allegations=[claim("a1", outlet), claim("a2", other)],
    )
    assert found["origin_id"].nunique() == 1


def test_a_copys_own_words_are_those_of_the_outlet_that_it_copies() -> None:
    found = find(
        [article("a1", "Wire"), article("a2", duplicate_of="a1")],
        transfer_allegations=[claim("a1", "Wire"), claim("a2")],
    )
    assert found["origin_id"].nunique() == 1
    assert found.loc["t-a2", "chain"] == ["Daily a2", "Wire"]


def test_the_original_of_a_copy_may_be_missing() -> None:
    found = find([article("a2", duplicate_of="gone")], transfer_allegations=[claim("a2")])
    assert found.loc["t-a2", "origin"] == "Daily a2"


def test_an_article_without_outlet_is_its_own_source() -> None:
    found = find(
        [{"article_id": "a1"}, {"article_id": "a2"}],
        transfer_allegations=[{**claim(name, claimant=""), "outlet": ""} for name in ("a1", "a2")],
    )
    assert list(found["origin"]) == ["a1", "a2"]


def test_officials_without_name_are_the_voice_of_their_state() -> None:
    officials = {"claimant": "U.S. officials", "claimant_country": "USA"}
    found = origin_of(claim("a1", **officials))
    assert (found["origin_id"], found["origin"]) == ("USA", "U.S. officials")


def test_sources_of_no_state_are_vouched_for_by_the_outlet_alone() -> None:
    sources = origin_of(claim("a1", claimant="sources"))
    assert (sources["origin"], sources["kind"]) == ("Daily a1", "own report")
    told = statement("a1", via="Yonhap", speaker="sources")
    passed_on = origin_of(claim("a1", claimant="sources"), statements=[told])
    assert (passed_on["origin"], passed_on["kind"]) == ("Yonhap", "outlet cited")


def test_responses_visits_and_events_have_the_origin_of_who_tells_of_them() -> None:
    said = {"speaker_id": "kremlin", "speaker": "Kremlin", "speaker_country": "RUS"}
    common = {**article("a1"), "start": 0, "confidence": "high", "statement_id": "s-a1"}
    found = find(
        [article("a1")],
        statements=[statement("a1", **said)],
        visits=[{**common, "visit_id": "v1", "status": "occurred", "kind": "bilateral"}],
        events=[{**common, "event_id": "e1", "event_type": "CONSULT", "status": "occurred"}],
        responses=[
            {**common, "response_id": "r1", "stance": "denied", "by": "Putin", "by_country": "RUS"}
            | {"by_id": "vladimir-putin"}
        ],
    )
    assert dict(found["origin_id"]) == {"e1": "kremlin", "r1": "vladimir-putin", "v1": "kremlin"}


def test_nine_outlets_that_pass_on_one_ministry_are_one_source() -> None:
    names = [f"a{number}" for number in range(9)]
    articles = ARTICLES.frame([article(name) for name in names])
    claims = [claim(name, **NIS) for name in names]
    sources = sources_of(articles, **fill(transfer_allegations=claims))
    assert sources.count(claims) == 1
    assert not sources.are_independent(claims[0], claims[1])


CLAIMED = st.lists(
    st.tuples(
        st.sampled_from(["a1", "a2", "a3"]),
        st.sampled_from([NIS, {}, {"claimant": "sources"}, {"claimant_id": "yonhap"}]),
        st.sampled_from(["", "Yonhap", "Reuters"]),
    ),
    max_size=8,
)


@settings(max_examples=15, deadline=None)
@given(CLAIMED, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_origins_and_every_row_one(
    told: list[tuple[str, dict[str, str], str]], random: Any
) -> None:
    articles = [article("a1"), article("a2", duplicate_of="a1"), article("a3")]
    claims, statements = [], []
    for number, (name, who, via) in enumerate(told):
        ids = {"allegation_id": f"t-{number}", "statement_id": f"s-{number}"}
        claims.append(claim(name, **{**ids, **who}))
        statements.append(statement(name, via=via, statement_id=f"s-{number}"))

    coded = fill(transfer_allegations=claims, statements=statements, actors=[YONHAP, AFP])
    coded["articles"] = ARTICLES.frame(articles)
    once = find_origins(coded)
    again = find_origins({name: shuffle(table, random) for name, table in coded.items()})
    pd.testing.assert_frame_equal(once, again)
    assert sorted(once["row_id"]) == sorted(row["allegation_id"] for row in claims)
    assert list(once) == ORIGINS.column_names
    assert all(
        chain[0] == outlet for chain, outlet in zip(once["chain"], once["outlet"], strict=True)
    )
