"""Who "the ministers", "the government", "the close ally" and "its ambassador" are."""

from __future__ import annotations

from typing import Any

import pytest

from tests.test_events import events

Coder = Any  # the fixture `code`


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peruvian President Dina Boluarte met Chilean President Gabriel Boric in Lima. "
            "The presidents agreed on a new road.",
            "PER AGREE CHL occurred",
        ),
        (
            "Rebels attacked a Chadian town. The Chadian government sent help. A Togolese envoy"
            " came. The government pledged an amnesty to the rebels.",
            "TCD AGREE TCD planned",
        ),
        (
            "Presidents William Ruto of Kenya and Yoweri Museveni of Uganda met on Monday.",
            "KEN CONSULT UGA occurred",
        ),
        (
            "Foreign ministers Wang Yi of China, Hakan Fidan of Turkey and Badr Abdelatty of Egypt"
            " met on Monday.",
            "CHN CONSULT TUR+EGY occurred",
        ),
        ("Kenya is angry. Its ambassador, Ana Silva, accused Togo of spying.", "KEN ACCUSE allege"),
        ("Kenya condemned an attack on Togo by drones from Benin.", "KEN ACCUSE disapprove BEN"),
        ("The union called for calm, with Kenya blaming Togo for it.", "KEN ACCUSE allege TGO"),
        ("The raid led Kenya to call off talks with Togo.", "KEN REJECT meet TGO"),
        ("Togo's ambassador to Kenya was summoned.", "KEN ACCUSE disapprove TGO"),
        ("Kenya and Togo signed a pact. In May, they agreed to open a port.", "KEN AGREE TGO"),
        (
            "Kenya and Togo held talks on fish. The premiers of the two countries met on Monday.",
            "KEN CONSULT TGO",
        ),
        (
            "Kenya and Togo agreed to open a port after talks between senior officials of the two"
            " countries.",
            "KEN CONSULT TGO",
        ),
        ("North and South Korea reached an agreement on the park.", "PRK AGREE KOR"),
        ("On Monday the Togolese accused Kenya of spying.", "TGO ACCUSE allege KEN"),
        ("Kenya sent a letter to NATO complaining about raids by Togo.", "KEN ACCUSE"),
        ("Without informing Benin, the presidents of Kenya and Togo met.", "KEN CONSULT TGO"),
    ],
)
def test_descriptions_are_who_was_told_before(code: Coder, text: str, expected: str) -> None:
    found = events(code, text)
    assert any(row.startswith(expected) for row in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Chad accused the close Kenyan ally of spying.",
        "Chad urged an ally of Kenya to leave.",
    ],
)
def test_an_ally_is_another_state(code: Coder, text: str) -> None:
    assert not [row for row in events(code, text) if "KEN" in row]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya denied having agreed to lend Togo money.",
        "Kenya decided to boycott a fair in Togo.",
        "Kenya said it would not sit down for talks with Togo.",
        "The talks that were supposed to be held between Kenya and Togo did not begin.",
    ],
)
def test_what_is_denied_withheld_or_did_not_begin_is_no_agreement(code: Coder, text: str) -> None:
    assert not [row for row in events(code, text) if "AGREE" in row or "CONSULT" in row]


def test_an_own_ally_is_the_state_it_is_called_after(code: Coder) -> None:
    assert events(code, "Togo accused its Kenyan ally of spying.")


@pytest.mark.parametrize(
    "text",
    [
        "Togo said nobody would force it to impose sanctions on Kenya.",
        "The raid could lead Togo to impose sanctions on Kenya.",
    ],
)
def test_what_nobody_was_led_to_do_is_no_event(code: Coder, text: str) -> None:
    assert not [row for row in events(code, text) if "SANCTION" in row]
