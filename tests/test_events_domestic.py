"""Strikes, curfews and riots: deeds whose other side goes without saying. All texts are invented."""

from __future__ import annotations

from typing import Any

import pytest

Coder = Any  # the fixture `code`


def sides(code: Coder, text: str) -> list[str]:
    """Write each event as type, who acts, towards whom."""
    return [
        f"{row['event_type']} {'+'.join(row['actor_ids'])} {'+'.join(row['recipient_ids'])}"
        for row in code(text)["events"]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Strikers strike against their government …
        ("Kenyan nurses went on strike over late pay.", "PROTEST KEN:civilians KEN"),
        # … and a curfew is imposed on a state's own people.
        ("Togo imposed a curfew in the capital.", "COERCE TGO TGO:civilians"),
        # Where nobody is named, people of the place take part.
        ("Protests erupted across Togo.", "PROTEST TGO:civilians TGO"),
        ("Anti-Chinese protests erupted across Laos.", "PROTEST LAO:civilians CHN"),
        # A crowd that takes or burns a building protests; soldiers who do so attack.
        ("Protesters seized the parliament in Lomé.", "PROTEST TGO:civilians TGO"),
        # Whoever is hit counts before where it happened.
        ("Rebels ambushed a police patrol in Togo.", "ASSAULT TGO:rebels TGO"),
        ("Gunmen shot dead a Togolese judge in Lomé.", "ASSAULT TGO:rebels TGO"),
        # Who tells of the victims is their side.
        (
            "Two soldiers were killed when rebels struck, Togo's army said.",
            "ASSAULT TGO:rebels TGO",
        ),
        # An adjective tells whose it is.
        ("Togolese nurses rejected a government pay offer.", "REJECT TGO:civilians TGO"),
        # So does a preposition.
        ("Togo's premier rejected calls by strikers for talks.", "REJECT TGO TGO:civilians"),
        # People threaten their own government, with no more than a strike.
        ("Teachers in Togo threatened to strike over late pay.", "THREATEN TGO:civilians TGO"),
        (
            "Togo's rebels threatened new raids unless the government resigns.",
            "THREATEN TGO:rebels TGO",
        ),
        # What is announced has not been done.
        ("Students in Togo will demonstrate against the vote.", "THREATEN TGO:civilians TGO"),
        # Who is accused by the name of his town is no setting.
        ("Rebels accused Lomé of breaking the accord.", "ACCUSE TGO:rebels TGO"),
        # An adjective in front of two of them belongs to both, "parliament" to those before it.
        ("Togolese nurses and builders marched over pay.", "PROTEST TGO:civilians TGO"),
        ("Togolese protested outside parliament.", "PROTEST TGO:civilians TGO"),
        ("Togo's police shot at least 30 marchers.", "ASSAULT TGO TGO:civilians"),
        ("Togo's government met opposition leaders.", "CONSULT TGO TGO:opposition"),
        # An agency's reporters are no side.
        ("Togo's police beat strikers, AFP reporters said.", "ASSAULT TGO TGO:civilians"),
        # Whoever has no name may act behind "after", too.
        ("Togo was calm after the government imposed a curfew.", "COERCE TGO TGO:civilians"),
        # Who tells of its own soldiers tells of itself.
        ("Togo's army said its soldiers had shot at Ghanaian troops.", "ASSAULT tgo-army GHA"),
        # A president may speak of his country.
        (
            "Togo's president said his country would cut ties with Chad.",
            "THREATEN faure-gnassingbe TCD",
        ),
        # Soldiers are no civilians, a minister is of the government.
        ("Two Togolese soldiers were killed in a clash with rebels.", "ASSAULT TGO:rebels TGO"),
        (
            "Togo's military commander called on the prime minister to resign.",
            "REQUEST TGO:military TGO",
        ),
        # Pirates are not of the state whose ships they take.
        ("Pirates freed a Maltese freighter.", "RETREAT pirates MLT"),
        # Hostages suffer no threat of those who want them freed.
        (
            "Rebels in Burundi threatened to end a truce unless their prisoners are freed.",
            "THREATEN BDI:rebels BDI",
        ),
        # Who strikes is not struck, who is asked is not led.
        ("Togo ordered striking nurses to return to work.", "REQUEST TGO TGO:civilians"),
        (
            "Togo's president asked congress to delay a vote.",
            "REQUEST faure-gnassingbe TGO:parliament",
        ),
        # Unions, presidents and parliaments are at odds.
        ("The Togolese miners' union rejected the government's offer.", "REJECT TGO:unions TGO"),
        (
            "Zambia's president vetoed a bill passed by parliament.",
            "REJECT hakainde-hichilema ZMB:parliament",
        ),
        # An order does what it says, whenever it was given.
        (
            "A Togolese court issued an order on Friday shutting down a broadcaster.",
            "COERCE tgo-court TGO:civilians",
        ),
        # What gunmen are taken for does not take the deed from them.
        (
            "Gunmen thought to be members of a smuggling ring stormed a police post in Togo.",
            "ASSAULT TGO:rebels TGO",
        ),
        # Rebels may be told by an adjective alone.
        ("Gang members attacked a prison in Haiti.", "ASSAULT HTI:rebels HTI:civilians"),
    ],
)
def test_the_other_side_goes_without_saying(code: Coder, text: str, expected: str) -> None:
    assert expected in sides(code, text)


@pytest.mark.parametrize(
    "text",
    [
        # Abroad, an army's victims need not be its own people.
        "Togolese troops used tear gas during the war in Chad.",
        # A company declares no state of emergency.
        "Huawei declared an emergency.",
        # An army that marches marches on others.
        "Togolese troops are advancing along the coast.",
        # Talks that are to end a fight tell of no threat.
        "Talks aimed at ending clashes between rebels and troops in Togo failed.",
        # Police and leaders are no protest.
        "Riot police in Togo passed the protest camp.",
        # A war of words.
        "President Faure Gnassingbé attacked Prime Minister Robert Dussey in a speech.",
    ],
)
def test_what_has_no_other_side_is_no_event(code: Coder, text: str) -> None:
    assert not sides(code, text)


def test_hackers_belong_to_whom_they_are_linked_to(code: Coder) -> None:
    told = sides(code, "Hackers linked to Iran broke into the network of an Albanian bank.")
    assert told == ["COERCE IRN ALB"]


def test_forces_loyal_to_somebody_are_the_subject(code: Coder) -> None:
    told = sides(code, "Libyan forces loyal to the general attacked an Egyptian convoy.")
    assert told == ["ASSAULT LBY EGY"]


def test_a_threat_may_aim_at_somebody_with_a_noun(code: Coder) -> None:
    told = sides(code, "Turkey threatened military action against villages in Syria.")
    assert told == ["THREATEN TUR SYR"]


def test_whoever_blasts_somebody_accuses(code: Coder) -> None:
    told = sides(code, "Togolese authorities blasted Ghana for closing the border.")
    assert not [event for event in told if event.startswith("ASSAULT")]


def test_a_great_power_does_not_fight_rebels_of_its_own(code: Coder) -> None:
    text = "Two soldiers were killed when gunmen attacked a post, Israel's army said."
    assert sides(code, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "African Union leaders meeting in Lusaka shied away from imposing sanctions.",
        "African Union leaders meeting in Lusaka imposed sanctions.",
        "Chad imposed sanctions on firms that sell spare parts to Mali.",
    ],
)
def test_nobody_is_hit_who_is_only_host_or_customer(code: Coder, text: str) -> None:
    assert sides(code, text) == []


def test_who_is_told_to_leave_leaves_whoever_says_so(code: Coder) -> None:
    told = sides(code, "Two Chadian envoys were told to leave Lusaka within a week.")
    assert told == ["SANCTION ZMB TCD"]


def test_the_people_of_a_state_protest_and_its_officials_do_not(code: Coder) -> None:
    (row,) = code("Hundreds of angry Togolese rallied in Lomé against the government.")["events"]
    assert (row["event_type"], row["actor_ids"]) == ("PROTEST", ["TGO:civilians"])
    (row,) = code("Kenyans rallied in Nairobi against the government.")["events"]
    assert (row["event_type"], row["actor_ids"]) == ("PROTEST", ["KEN:civilians"])
    assert not code("Kenyan officials rallied behind the bill.")["events"]
