"""Who claims a transfer, under which name and of which state, and how far it is told."""

from __future__ import annotations

import pytest


def claims(code, text: str) -> list[tuple[str, str, str]]:  # type: ignore[no-untyped-def]
    """Return claimant, its state and nature of each transfer row."""
    rows = code(text)["transfer_allegations"]
    return sorted((row["claimant"], row["claimant_country"], row["nature"]) for row in rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chadian and Malian officials maintain that Sudan shipped rifles to Niger.",
            {("Chadian officials", "TCD"), ("Malian officials", "MLI")},
        ),
        (
            "According to Polish and Czech diplomats, Hungary sold rifles to Serbia.",
            {("Polish diplomats", "POL"), ("Czech diplomats", "CZE")},
        ),
        (
            "A senior Chadian intelligence official met reporters. According to the intelligence "
            "official, Sudan had sent rifles to Niger.",
            {("senior Chadian intelligence official", "TCD")},
        ),
        (
            "Ivan Holm, head of Chad's security service, said Sudan had sent rifles to Niger.",
            {("Ivan Holm", "TCD")},
        ),
        (
            'Quote from Ruto: "We met today.\n\nSudan has sent rifles to Niger."',
            {("William Ruto", "KEN")},
        ),
    ],
)
def test_claimants_have_their_full_name_and_state(code, text, expected) -> None:  # type: ignore[no-untyped-def]
    assert {claim[:2] for claim in claims(code, text)} == expected


def test_who_heads_a_body_issues_its_statement(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Lima, May 3 -- The chief of the News Section of the Peruvian Foreign Ministry issued "
        "the following statement:\nChile sent rifles to Bolivia."
    )
    chief = "chief of the News Section of the Peruvian Foreign Ministry"
    assert claims(code, text) == [(chief, "PER", "alleged")]


def test_what_a_package_holds_is_told_by_who_announces_it(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Peru's president Ana Silva announced that Peru would send a military aid package to "
        "Chile. Peru plans to give Chile 40 tanks."
    )
    assert {claim[::2] for claim in claims(code, text)} == {("Ana Silva", "announced")}


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("Peru announced it planned to send tanks to Chile.", "announced"),
        ("Peru will reportedly send tanks to Chile.", "reported"),
        ("The Chilean president said Peru would send tanks to Chile.", "announced"),
        ("Chile asked Peru to stop Bolivia from sending tanks to Mali.", "alleged"),
    ],
)
def test_how_far_a_transfer_is_told(code, text, nature) -> None:  # type: ignore[no-untyped-def]
    assert {claim[2] for claim in claims(code, text)} == {nature}


def test_what_was_sent_already_stands_beside_what_is_considered(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Peru is considering sending tanks to Chile, Peruvian officials said. "
        "Peru has already sent tanks to Chile."
    )
    assert {claim[2] for claim in claims(code, text)} == {"considered", "reported"}


def test_nobody_sends_what_something_else_is_done_instead_of(code) -> None:  # type: ignore[no-untyped-def]
    assert claims(code, "Instead of sending tanks to Chile, Peru urged Bolivia to talk.") == []
