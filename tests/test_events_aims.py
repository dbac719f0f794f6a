"""Whom blame, requests and refusals are aimed at, and who is only named beside them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.test_events import events

Coder = Any  # the fixture `code`


@pytest.mark.parametrize(
    "text",
    [
        "Peru's minister condemned the attacks against Ecuador.",
        "Peru condemned the killing of two Ecuadorians.",
        "Peru called recent violations of Ecuadorian airspace a crime.",
        "Peru slammed shut the border after rebels took the town from Ecuador.",
    ],
)
def test_who_suffers_a_deed_is_not_blamed_for_it(code: Coder, text: str) -> None:
    assert not [row for row in events(code, text) if "ACCUSE" in row]


@pytest.mark.parametrize(
    "text",
    [
        "The Moroccan raid was condemned by Algeria.",
        "The Moroccan raid drew condemnation from Algeria.",
        "Algeria condemned the killing of two shepherds by Moroccan soldiers.",
        "Morocco closed its border last week, a step that Algeria has condemned.",
        "Algeria recalls envoy, condemns Morocco",
    ],
)
def test_whose_deed_is_blamed_is_accused(code: Coder, text: str) -> None:
    assert any(row.startswith("DZA ACCUSE disapprove MAR") for row in events(code, text))


@pytest.mark.parametrize(
    "text",
    [
        "Morocco fired rockets at a camp in Tunisia, and Algeria condemned the attack.",
        "Morocco shelled a Tunisian port at dawn. Algeria condemned the strike as illegal.",
        "Morocco imposed sanctions on Tunisia. The port was quiet. The move was condemned by Algeria.",
    ],
)
def test_a_deed_told_before_is_its_doers(code: Coder, text: str) -> None:
    assert any(row.startswith("DZA ACCUSE disapprove MAR") for row in events(code, text))


@pytest.mark.parametrize(
    "text",
    [
        "Morocco shelled a Tunisian port at dawn. Algeria condemned the attack on its bus.",
        "Algeria shelled a Tunisian port at dawn. Algeria condemned the attack.",
        "Morocco and Niger shelled a Tunisian port at dawn. Algeria condemned the attack.",
        "Morocco sent grain to Tunisia. Algeria condemned the attack.",
    ],
)
def test_a_deed_of_others_or_of_several_is_nobodys(code: Coder, text: str) -> None:
    assert not [row for row in events(code, text) if "ACCUSE" in row]


def test_who_speaks_of_others_is_blamed_for_it(code: Coder) -> None:
    told = events(code, "Peru criticised Bolivia's remarks about Ecuadorian generals.")
    assert next(row for row in told if "ACCUSE" in row).startswith("PER ACCUSE disapprove BOL")


@pytest.mark.parametrize(
    "text",
    [
        "Peru also wants international guarantees that Ecuador will not rearm.",
        "The premier of Peru called for the Ecuadorian plan.",
        "The premier of Peru called for Ecuador's readmission to the bloc.",
        "Peru demands an end to smuggling under the border with Ecuador.",
        "Peru called for an arms embargo on Ecuador.",
        "Peru said the sanctions must last because of what Ecuador did.",
        "Peru stressed that Ecuador's choice should not be made a quarrel.",
        "Peru called for Ecuador's new rulers to be helped.",
        "Peru has called for Ecuador's transitional authorities to be supported.",
        "According to a Peruvian official, Ecuador still needs ammunition and must not lose.",
        "Peru said that the sanctions on Ecuador must stay.",
        '"Ties with Ecuador must improve," the Peruvian minister said.',
    ],
)
def test_who_is_only_named_in_a_request_is_not_asked(code: Coder, text: str) -> None:
    assert not [row for row in events(code, text) if "REQUEST" in row]


@pytest.mark.parametrize(
    "text",
    [
        "Peru called for an end to Ecuador's blockade.",
        "Peru demanded an explanation from Ecuador.",
        "Peru said that Ecuador, its northern neighbour, must end the blockade.",
        "Peru stressed the need for Ecuador to end the blockade.",
        "Peru called for negotiations with Ecuador.",
        "Peru said that Ecuador should be prepared to talk.",
        "Peru demanded on Monday, May 4, that Ecuador end the blockade.",
        "Peru called for talks between Ecuador and Chile.",
        "Peru called for the release of two reporters held in Ecuador.",
    ],
)
def test_who_has_to_act_is_asked(code: Coder, text: str) -> None:
    assert any(row.startswith("PER REQUEST") and " ECU" in row for row in events(code, text))


def test_an_appeal_for_peace_need_name_nobody(code: Coder) -> None:
    assert events(code, "Peru called for calm after the clashes.") == ["PER REQUEST  occurred"]
    assert events(code, "Peru called for lower taxes after the clashes.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru urged world leaders to act.",
        "Peru has asked its western allies to send helicopters.",
        "Peru called on all countries to respect the treaty.",
    ],
)
def test_an_appeal_to_everybody_is_aimed_at_nobody_in_particular(code: Coder, text: str) -> None:
    assert [row.split()[:2] for row in events(code, text)] == [["PER", "REQUEST"]]


def test_bodies_without_a_state_ask_one_another(code: Coder) -> None:
    text = "UN Secretary-General Antonio Guterres urged the UN Security Council to act."
    assert events(code, text) == ["IGO REQUEST IGO occurred"]


def test_rebels_in_a_state_are_a_side_of_it(code: Coder) -> None:
    text = "The rebels in Burundi have accused Rwanda of helping the army."
    assert events(code, text) == ["BDI ACCUSE allege RWA occurred"]


def test_who_urges_others_to_buy_asks_and_the_buyer_does_not(code: Coder) -> None:
    text = "Norway urged Chad to buy French helicopters."
    assert not [row for row in events(code, text) if row.startswith("TCD REQUEST")]


@pytest.mark.parametrize(
    "text",
    [
        "Uganda proposed talks, but Kenya rejected the offer.",
        "Uganda offered a truce. Kenya rejected the offer.",
        "Kenya was quick to reject Uganda's offer.",
        "Kenya ruled out any deal with Uganda.",
        "Kenya's rejection of Uganda's offer came on Sunday.",
        "An offer by Uganda to mediate was rejected by Kenya.",
        "Uganda's request for help has been turned down by Kenya.",
    ],
)
def test_who_made_the_offer_that_is_refused_may_be_named_before(code: Coder, text: str) -> None:
    assert any(row.startswith("KEN REJECT") and " UGA " in row for row in events(code, text))


@pytest.mark.parametrize(
    "text",
    [
        "Uganda marched on. Kenya rejected the offer.",
        "Kenya would be forced to reject Uganda's offer.",
        "Uganda offered a truce. Kenya had also rejected the plan.",
    ],
)
def test_a_refusal_without_an_offer_is_none(code: Coder, text: str) -> None:
    assert not [row for row in events(code, text) if "REJECT" in row and "occurred" in row]


def test_blame_goes_on_with_whom_it_began(code: Coder) -> None:
    text = "Algeria demanded an explanation from Morocco and condemned the shooting."
    assert "DZA ACCUSE disapprove MAR occurred" in events(code, text)


def test_a_crowd_is_of_the_state_it_stands_in(code: Coder) -> None:
    text = "Protesters stormed the Ugandan embassy in Nairobi."
    assert events(code, text) == ["KEN PROTEST riot UGA occurred"]


@pytest.mark.parametrize(
    "text",
    [
        "Uganda's army rejected an offer of the rebels.",
        "Rebels in Niger accused the government of breaking the truce.",
    ],
)
def test_rebels_and_their_government_are_of_one_state(code: Coder, text: str) -> None:
    assert len(events(code, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The talks between Kenya and Uganda will be held on Monday.",
        "It will be the first meeting between the presidents of Kenya and Uganda.",
        "The talks between Kenya and Uganda set for Monday will deal with water.",
    ],
)
def test_a_meeting_that_will_be_is_agreed(code: Coder, text: str) -> None:
    assert [row for row in events(code, text) if row.startswith("KEN")] == ["KEN AGREE UGA planned"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile shut their border. Kenya urged both governments to talk.",
        "Peru and Chile shut their border. Boats waited. Kenya called on the two countries to talk.",
    ],
)
def test_both_governments_are_the_two_named_before(code: Coder, text: str) -> None:
    assert any(row.startswith("KEN REQUEST meet PER+CHL") for row in events(code, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru's minister met his Chilean counterpart and urged him to lift the ban.",
            "PER REQUEST yield CHL",
        ),
        (
            "Peru's premier met Chile's president. He urged him to lift the ban.",
            "PER REQUEST yield CHL",
        ),
        ("Peru criticised Chile and asked it to lift the ban.", "PER REQUEST yield CHL"),
        (
            "Peru imposed an embargo on Chile, accusing it of failing to act.",
            "PER ACCUSE allege CHL",
        ),
        (
            "Peru cut ties with Chile, accusing the young republic of theft.",
            "PER ACCUSE allege CHL",
        ),
        (
            "Peru's premier met Chile's president, thanked him and returned to Lima.",
            "PER SUPPORT CHL",
        ),
    ],
)
def test_a_pronoun_is_whom_the_speaker_had_to_do_with(
    code: Coder, text: str, expected: str
) -> None:
    assert any(row.startswith(expected) for row in events(code, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru told Chile that it was ready to supply gas.", ["PER AGREE CHL planned"]),
        ("Peru's president said Lima would give Chile gas.", ["PER AGREE CHL planned"]),
        ("Peru told Chile that it was not ready to supply gas.", []),
    ],
)
def test_what_is_said_to_be_offered_is_agreed(code: Coder, text: str, expected: list[str]) -> None:
    assert [row for row in events(code, text) if "AGREE" in row] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's premier told Chile that the quarrel must be settled in court.", []),
        ("Peru's premier said that Peru-Chile trade should grow.", []),
        ("Peru's premier said the Chilean border should be open to all.", []),
        ("Peru's premier told Chile that the raids must stop.", ["PER REQUEST yield CHL occurred"]),
        ("Peru's premier said that Chile must reply.", ["PER REQUEST CHL occurred"]),
        ("Peru's premier stressed the need to prepare a fair to be held in Chile.", []),
        (
            "Peru's premier stressed the need to free sailors held in Chile.",
            ["PER REQUEST yield CHL occurred"],
        ),
    ],
)
def test_nobody_is_asked_for_what_must_be_done(code: Coder, text: str, expected: list[str]) -> None:
    assert [one for one in events(code, text) if "REQUEST" in one] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We condemn all such raids," Kenya\'s premier said, adding that Chad had called him.',
            [],
        ),
        (
            "\"We condemn Chad's raids,\" Kenya's premier said.",
            ["KEN ACCUSE disapprove TCD occurred"],
        ),
        (
            '"We condemn your raids," Kenya\'s premier told Chad.',
            ["KEN ACCUSE disapprove TCD occurred"],
        ),
        (
            "Kenyan police question a man after Chadian officers fined a ship for breaching a pact.",
            [],
        ),
        ("Allegations by Kenya that Chad arms rebels grew.", ["KEN ACCUSE allege TCD occurred"]),
        ("Criticism by Kenya that Chad arms rebels grew.", ["KEN ACCUSE disapprove TCD occurred"]),
        (
            "The one question will be how harshly Kenya condemns Chad.",
            ["KEN ACCUSE disapprove TCD planned"],
        ),
    ],
)
def test_who_is_accused_where_others_are_named_too(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert [one for one in events(code, text) if "ACCUSE" in one] == expected


def test_whom_a_measure_does_not_touch_nothing_is_promised(code: Coder) -> None:
    text = "The export ban Kenya announced on Friday does not apply to Chad."
    assert not [one for one in events(code, text) if "AGREE" in one]
    text = "The grant Kenya announced on Friday will go to Chad."
    assert events(code, text) == ["KEN AGREE TCD planned"]


def test_what_is_asked_for_before_its_verb_tells_the_mode(code: Coder) -> None:
    assert events(code, '"Chad must pull out its troops," Kenya\'s president said.') == [
        "KEN REQUEST yield TCD occurred"
    ]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenya demanded that Chad withdraws its soldiers ahead of any talks.", "yield"),
        ("Kenya demanded that Chad give up its shells.", "yield"),
        ("Kenya demanded that Chad halts its weapons programme.", "yield"),
        ("Kenya urged Chad to join the talks.", "meet"),
        ("Kenya urged Chad to send weapons to Togo.", "assist"),
        ("Kenya urged Chad to adopt a new constitution before it sends observers.", "change"),
        ("Kenya urged Chad to be patient with a minister who stopped short of a protest.", ""),
    ],
)
def test_what_is_asked_first_tells_the_mode(code: Coder, text: str, mode: str) -> None:
    assert f"KEN REQUEST {mode}".strip() + " TCD occurred" in events(code, text)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenya said Chad had breached the accord.", "allege"),
        ('"Chad is inciting the rebels," Kenya\'s envoy said.', "allege"),
        ("Kenya said Chad had failed to honour the truce.", "allege"),
        ("Kenya said Chad was responsible for the raid.", "allege"),
        ("Kenya said Chad was behind the raid.", "allege"),
        ("Kenya's envoy laid the blame on Chad.", "allege"),
        ("Kenya's envoy pointed the finger at Chad.", "allege"),
        ("Kenya and Chad traded accusations.", "allege"),
        ("Kenya said Chad's raid was a flagrant breach of the law.", "disapprove"),
        ("Kenya condemned Chad for breaching the accord.", "disapprove"),
        ("Kenya's envoy lashed out at Chad over the accusations.", "disapprove"),
    ],
)
def test_a_deed_is_alleged_and_what_it_is_called_disapproves(
    code: Coder, text: str, mode: str
) -> None:
    assert f"KEN ACCUSE {mode} TCD occurred" in events(code, text)


def test_who_eases_a_quarrel_does_not_stoke_it(code: Coder) -> None:
    assert not events(code, "Kenya said Chad had a role in de-escalating the crisis.")


def test_a_second_giver_has_its_own_recipient(code: Coder) -> None:
    text = (
        "Both gave, with Kenya announcing aid of two million dollars to Togo and Chad announcing"
        " aid of one million to Mali."
    )
    recipients = {
        (row["actor_countries"][0], *row["recipient_countries"]) for row in code(text)["events"]
    }
    assert recipients == {("KEN", "TGO"), ("TCD", "MLI")}
