"""A claim is never drawn as a deed, whoever or whatever passes it on."""

from __future__ import annotations

from typing import Any

import pytest

Coder = Any  # the fixture `code`
DEEDS = frozenset({"AID", "COOPERATE", "ASSAULT", "COERCE", "MOBILIZE"})


def statuses(code: Coder, text: str) -> list[str]:
    return [row["status"] for row in code(text)["events"] if row["event_type"] in DEEDS]


@pytest.mark.parametrize(
    "text",
    [
        "Eritrea has fired rockets supplied by Chad at Sudan, the Kenyan government said.",
        "Chad has sent Libya 40 tanks since May, the Kenyan agency told reporters, while the army put"
        " them at 30.",
        "40 tanks were delivered by Chad to Libyan forces, it said, along with spare parts.",
        "Kenya's minister spoke of Ugandan claims that Chad has been sending shells to Libya.",
        "The trip comes amid a stream of reports from Accra of Chadian soldiers arriving in Sudan.",
        "There were persistent reports that Chad was supplying rifles to Sudan.",
        "Asked on Monday about Chadian soldiers sent to fight in Sudan, he rejected the story.",
        "Chad is reportedly sending drones to Sudan.",
        "Sudan said Chadian officers were working in Sudan.",
        "Pentagon: Chad sent drones to Sudan",
        "UN experts: Chad sent drones to Sudan",
        "Sudan: Chad arms Darfur rebels",
        "Chad arms Darfur rebels: Sudan",
        "Sudan said Chad sent drones to the RSF.",
        "Sudan said that Chad sent drones to the RSF, a charge Chad called baseless.",
        "Intelligence report: Chad flying drones to Sudan",
        "Eritrea allegedly bombed Kenyan towns.",
        "The court was told that Chad had shipped mortars to Sudan.",
        "Chadian soldiers are fighting Ethiopians, Kenya and Uganda say, and not for the first time.",
        # Rebels and opponents tell of their state as others do.
        "Sudanese rebels said the government had fired gas shells at villagers.",
        "Togo's opposition said the police had shot dead two marchers.",
        "The rebels said the army had killed ten herders in Mali.",
        "Togolese police have shot dead nine marchers, Togolese rights groups have said.",
    ],
)
def test_what_somebody_claims_is_alleged(code: Coder, text: str) -> None:
    found = statuses(code, text)
    assert set(found) == {"alleged"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad sent 40 tanks to Libya in May.", ["occurred"]),
        (
            "Chadian troops shelled Sudanese villages, the Chadian army said.",
            ["occurred"],
        ),
        ("After Chad bombed Sudan, Kenya closed its border.", ["occurred"]),
        ("The report came out, and Chad bombed Sudan.", ["occurred"]),
        ("A Chadian trader accused of theft was arrested in Sudan.", ["occurred"]),
        ("A Chadian trader was arrested in Sudan, charged with theft.", ["occurred"]),
        ("Sudan arrested a suspected Chadian spy.", ["occurred"]),
        ("The military said it had shelled rebel camps in eastern Chad.", ["occurred"]),
        ("Chad used mustard gas to attack Sudanese villages.", ["occurred"]),
        ("Police in Chad arrested a Sudanese trader at the request of Interpol.", ["occurred"]),
    ],
)
def test_the_text_and_the_own_side_tell_facts(code: Coder, text: str, expected: list[str]) -> None:
    assert statuses(code, text) == expected


def test_what_is_to_be_sent_is_planned_whoever_says_so(code: Coder) -> None:
    rows = code("Chad will send Libya 40 tanks, Kenya's defence minister announced.")["events"]
    assert [(row["event_type"], row["status"]) for row in rows] == [("AGREE", "planned")]


@pytest.mark.parametrize(
    "text",
    [
        "Chad to send drones to Sudan",
        "Chad, Kenya to send drones to Sudan - sources",
        "Exclusive: Chad to send drones to Sudan, minister says",
    ],
)
def test_what_a_headline_says_is_to_come_is_planned(code: Coder, text: str) -> None:
    rows = code(text)["events"]
    assert {(row["event_type"], row["status"]) for row in rows} == {("AGREE", "planned")}


def test_whoever_says_so_makes_it_a_claim(code: Coder) -> None:
    text = "The panel that watches the border said in May that Togo had shipped rifles to Benin."
    assert [row["status"] for row in code(text)["events"]] == ["alleged"]


def test_what_was_told_behind_closed_doors_is_a_claim(code: Coder) -> None:
    text = "Togo has sent 300 troops to Benin, the agency told deputies behind closed doors."
    assert [row["status"] for row in code(text)["events"]] == ["alleged"]


@pytest.mark.parametrize("teller", ["his office", "his spokesman"])
def test_whose_office_it_is_tells_of_himself(code: Coder, teller: str) -> None:
    rows = code(f"Kenyan President William Ruto arrived in Oslo on Monday, {teller} said.")
    assert [row["status"] for row in rows["events"]] == ["occurred"]
    assert [row["speaker_country"] for row in rows["statements"]] == ["KEN"]


def test_a_party_tells_of_itself_as_fact(code: Coder) -> None:
    text = "Togo's army (TAF) said it had bombed a camp in Benin."
    assert [row["status"] for row in code(text)["events"]] == ["occurred"]


def test_what_one_is_accused_of_is_the_accusation_whoever_passes_it_on(code: Coder) -> None:
    text = "The Kenyan envoy accused Chad of sending shells to Niger, local media said."
    assert [row["event_type"] for row in code(text)["events"]] == ["ACCUSE"]


def test_a_weapon_that_may_be_used_is_not_promised(code: Coder) -> None:
    text = "Kenya said that Chad could use Kenyan-supplied rockets against Niger."
    assert "AGREE" not in {row["event_type"] for row in code(text)["events"]}


def test_a_second_deed_of_one_accused_is_no_fact(code: Coder) -> None:
    text = "Kenya accused Chad of meddling and of bombing Sudanese villages."
    assert "occurred" not in [row["status"] for row in code(text)["events"] if row["quad"] == 4]


def test_an_exchange_told_with_one_verb_is_one_event(code: Coder) -> None:
    assert statuses(code, "Chad sent tanks to Libya in exchange for drones.") == ["occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fears that Chad would invade Libya have grown.", []),
        ("Hopes that Chad would release two Libyan pilots faded.", []),
        ("Rumours that Chad had expelled the Libyan ambassador spread.", ["alleged"]),
    ],
)
def test_what_is_feared_or_rumoured_is_no_fact(code: Coder, text: str, expected: list[str]) -> None:
    assert [row["status"] for row in code(text)["events"]] == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad fired Omani-donated howitzers at the rebels.", "occurred"),
        ("Chad fired Omani howitzers at the rebels.", "alleged"),
        ("Chad fired Omani-made howitzers at the rebels.", "alleged"),
        ("Sudan said Chad had fired Omani-donated howitzers at the rebels.", "alleged"),
        # Who tells of his own use of them tells of nothing that is still to come.
        ("Chad has fired Omani howitzers at the rebels, its army said.", "alleged"),
    ],
)
def test_whose_arms_were_given_is_told_and_whose_they_are_inferred(
    code: Coder, text: str, status: str
) -> None:
    (row,) = (row for row in code(text)["events"] if row["event_type"] in ("AID", "AGREE"))
    assert (row["event_type"], row["status"]) == ("AID", status)


def test_beside_what_others_say_the_text_tells_of_a_meeting(code: Coder) -> None:
    said, held = "Oman said the truce was near", "Chadian and Malian envoys held talks"
    assert [row["status"] for row in code(f"{said} as {held}.")["events"]] == ["occurred"]
    assert [row["status"] for row in code(f"{said} and that {held}.")["events"]] == ["alleged"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya vowed never to recognise Sudan's claim.", ["REJECT"]),
        ("Kenya swore not to sign the treaty with Sudan.", ["REJECT"]),
        ("Kenya's premier vowed that Nairobi would never recognise Sudan's claim.", ["REJECT"]),
        ("Kenya's premier said that Nairobi would no longer help Sudan.", ["REJECT"]),
        ("Kenya's premier said that Nairobi would help Sudan.", ["AGREE"]),
        ("Kenya vowed to recognise Sudan's claim.", ["AGREE"]),
    ],
)
def test_what_is_vowed_never_to_be_done_is_no_offer(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert [row["event_type"] for row in code(text)["events"]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Togo's navy test-fired a new missile on Friday, an army captain was quoted by Togolese"
            " state radio as saying.",
            [("MOBILIZE", "occurred")],
        ),
        (
            "Togo's navy test-fired a new missile on Friday, a Western diplomat was quoted by Togolese"
            " state radio as saying.",
            [("MOBILIZE", "alleged")],
        ),
        (
            "Italy's Eni has halted fuel sales to Sudan, a company spokeswoman said.",
            [("SANCTION", "occurred")],
        ),
        (
            "Italy's Eni has halted fuel sales to Sudan, a shipping source said.",
            [("SANCTION", "alleged")],
        ),
        ("Police said three students had been arrested in Lomé.", [("COERCE", "occurred")]),
        ("Witnesses said three students had been arrested in Lomé.", [("COERCE", "alleged")]),
        ("A student was abducted in Lomé, police said.", [("ASSAULT", "alleged")]),
        # Either side tells of a meeting.
        ("Chad said Ruto had met Chadian generals in May.", [("CONSULT", "occurred")]),
        ("Mali said Ruto had met Chadian generals in May.", [("CONSULT", "alleged")]),
        # Whoever speaks of charges tells that they were made.
        (
            "Lula said the row was harmful, in a reference to allegations from Nairobi about Brazil's tariffs.",
            [("ACCUSE", "occurred")],
        ),
        ("A diplomat said Kenya had accused Chad of hiding rebels.", [("ACCUSE", "alleged")]),
    ],
)
def test_who_did_it_may_be_told_by_its_own_without_a_name(
    code: Coder, text: str, expected: list[tuple[str, str]]
) -> None:
    rows = code(text)["events"]
    assert [(row["event_type"], row["status"]) for row in rows] == expected


def test_the_time_of_a_claim_is_known(code: Coder) -> None:
    (visit,) = code("During his 2019 visit to Chad, Ruto slept badly, a former cook said.")[
        "events"
    ]
    assert visit["status"] == "occurred"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After first seeking to mend relations with Sudan, Ruto turned to Chad.", []),
        ("Kenya is seeking to mend relations with Sudan.", [("AGREE", "planned")]),
        ("Normally, the Kenyan army would strike Somali camps.", [("ASSAULT", "hypothetical")]),
        ("Kenya normally would seek to strike Somali camps.", [("ASSAULT", "hypothetical")]),
        ("Kenya talked its neighbours into bombing Somali camps.", []),
    ],
)
def test_what_is_over_or_done_as_a_rule_is_not_announced(
    code: Coder, text: str, expected: list[tuple[str, str]]
) -> None:
    rows = code(text)["events"]
    assert [(row["event_type"], row["status"]) for row in rows] == expected


def test_who_did_not_comment_makes_no_claim(code: Coder) -> None:
    rows = code(
        "Norway's Ministry of Defence did not comment on where Norwegian guns have been used by"
        " Ukraine, but the department said Ukraine may use Norwegian-supplied guns."
    )["events"]
    assert {row["status"] for row in rows if row["event_type"] == "AID"} == {"occurred"}


def test_how_a_deed_would_help_tells_of_none(code: Coder) -> None:
    assert not code("Ruto does not see how sending Kenyan troops to Mali would help.")["events"]
    assert code("Ruto told how Kenya was sending troops to Mali.")["events"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What sets the time of something else, and what somebody is thanked for, is not claimed.
        ("The UN said 40 villages had emptied since Chad attacked Sudan.", "ASSAULT occurred"),
        ("Kenya thanked Chad for sending doctors to Sudan.", "AID occurred"),
        (
            "Aid to Kenya, the envoy said, tops $3 billion since Sudan attacked Chad.",
            "ASSAULT occurred",
        ),
        ("Congo's president thanked Zimbabwe for sending soldiers to Congo.", "AID occurred"),
        # A reason is.
        ("Sudan said it had shut the road since Chad had attacked a post.", "ASSAULT alleged"),
        ("Sudan said it shut the road since Chad attacked a post.", "ASSAULT alleged"),
        ("Sudan said it was leaving the pact, since Chad attacked a post.", "ASSAULT alleged"),
        ("Sudan said Chad had attacked a post.", "ASSAULT alleged"),
    ],
)
def test_what_a_speaker_takes_for_granted_is_told(code: Coder, text: str, expected: str) -> None:
    assert expected in [f"{row['event_type']} {row['status']}" for row in code(text)["events"]]
