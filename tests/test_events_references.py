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
