"""What only describes a noun is no side of an event. All texts are invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.test_events_sides import sides

Coder = Any  # the fixture `code`


@pytest.mark.parametrize(
    "text",
    [
        "Malta's premier has spoken of building ships with Cyprus.",
        "Malta's premier talked on Sunday about selling boats to Cyprus.",
        "Malta's premier spoke about the friendly ties with Cyprus.",
        "Malta's premier talked about his quarrel with the Cypriot president.",
    ],
)
def test_what_a_talk_is_about_is_no_partner(code: Coder, text: str) -> None:
    assert not any(side.startswith("CONSULT") for side in sides(code, text))


@pytest.mark.parametrize(
    "text",
    [
        "Malta's premier spoke about the border row with the Cypriot president.",
        "Malta's premier talked about wages with his Cypriot counterpart.",
        "Malta's premier talked with Cyprus about building ships with Peru.",
    ],
)
def test_with_whom_one_talks_may_stand_behind_the_matter(code: Coder, text: str) -> None:
    assert "CONSULT MLT CYP" in sides(code, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Swedish envoys talked to members of Gabriel Boric's team.", "CHL"),
        ("Swedish envoys held talks with Gabriel Boric's aides.", "CHL"),
        ("Swedish envoys held talks with Gabriel Boric and his aides.", "gabriel-boric"),
        ("Swedish envoys held talks with Chile's Gabriel Boric.", "gabriel-boric"),
    ],
)
def test_who_meets_somebodys_people_does_not_meet_him(
    code: Coder, text: str, expected: str
) -> None:
    (row,) = code(text)["events"]
    assert row["recipient_ids"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The matter of an agreement is no partner in it, nor is whoever is to bear it.
        ("Gabon and Ghana agreed to settle the Togolese border dispute.", ["AGREE GAB GHA"]),
        ("Gabon and Ghana agreed to step up pressure on Togo.", ["AGREE GAB GHA"]),
        ("Gabon agreed to feed the Togolese refugees.", ["AGREE GAB TGO"]),
        ("Gabon blamed Ghana for its part in the Togo crisis.", ["ACCUSE GAB GHA"]),
    ],
)
def test_a_matter_is_not_the_state_it_is_called_after(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert sides(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru accused Chile of asking smugglers to cross the river and of shelling a"
            " Peruvian village.",
            ["ACCUSE PER CHL", "ASSAULT CHL PER"],
        ),
        (
            "Peru blamed Chile for allowing smugglers to land and for bombing a Peruvian village.",
            ["ACCUSE PER CHL", "ASSAULT CHL PER"],
        ),
        (
            "Peru accused Chile of asking smugglers to cross the river and to be quiet.",
            ["ACCUSE PER CHL"],
        ),
    ],
)
def test_who_is_blamed_for_two_deeds_did_both(code: Coder, text: str, expected: list[str]) -> None:
    assert sides(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What others are to hold is not asked of whoever is blamed.
        ("Gabon condemned Togo and called for an impartial inquiry.", ["REQUEST GAB "]),
        ("Gabon condemned Togo and demanded the release of six men.", ["REQUEST GAB TGO"]),
        ("Gabon condemned Togo and asked it to admit impartial judges.", ["REQUEST GAB TGO"]),
    ],
)
def test_who_is_blamed_is_not_asked_for_what_others_do(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert [side for side in sides(code, text) if side.startswith("REQUEST")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile shot down a Peruvian drone.", ""),
        ("Two Peruvian tanks were hit by Chile.", ""),
        ("Chile shot down a Peruvian drone with a rocket.", "heavy-weapons"),
        ("Chilean drones struck a Peruvian tank.", "drone"),
        ("Chile struck a Peruvian village with drones.", "drone"),
        ("Chile launched a wave of drone raids on Peru.", "drone"),
    ],
)
def test_what_is_hit_is_no_means(code: Coder, text: str, expected: str) -> None:
    (row,) = code(text)["events"]
    assert (row["event_type"], row["mode"]) == ("ASSAULT", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six nurses hurt in the Chilean raid were taken to a Peruvian hospital.", []),
        ("Six nurses hurt in the Chilean raid on Peru were taken home.", ["ASSAULT CHL PER"]),
        ("The Chilean raid was on a Peruvian clinic.", ["ASSAULT CHL PER"]),
    ],
)
def test_where_the_hurt_are_taken_was_not_hit(code: Coder, text: str, expected: list[str]) -> None:
    assert sides(code, text) == expected


def test_those_whose_prisoners_are_exchanged_exchange_them(code: Coder) -> None:
    text = "Ninety Peruvian and Chilean soldiers were freed in a prisoner exchange."
    (row,) = code(text)["events"]
    assert (row["actor_ids"], row["recipient_ids"]) == (["PER"], ["CHL"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gunman, a reader of al-Qaeda leaflets, died in a shootout with police.", []),
        ("Al-Qaeda gunmen killed six policemen in Nairobi.", ["ASSAULT AFG KEN"]),
    ],
)
def test_a_group_of_many_lands_tells_not_whose_the_police_are(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert sides(code, text) == expected


def test_the_parties_are_who_meet_where_the_leaders_of_more_are_named(code: Coder) -> None:
    text = (
        "Peru's president will hold talks with Chile's president in Lima. On the agenda is a pact"
        " between the leaders of Peru, Bolivia and Ecuador. The parties will sign a declaration."
    )
    assert sides(code, text)[-1] == "AGREE PER CHL"
