"""Which warnings and announcements threaten somebody, and whom."""

from __future__ import annotations

from typing import Any

import pytest

Coder = Any  # the fixture `code`


def threats(code: Coder, text: str) -> list[tuple[str, str]]:
    return [
        ("+".join(row["actor_countries"]), "+".join(row["recipient_countries"]))
        for row in code(text)["events"]
        if row["event_type"] == "THREATEN" and row["status"] == "occurred"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Togo warned Ghana to stop the flights over the lagoon.",
        "Togo warned Ghana of a harsh response if it helps Benin.",
        "Togo would respond to any attack by Ghana, its defence minister said.",
        "Ghana will pay a heavy price if it attacks, Togo's president said.",
        "If Ghana attacks, the answer would be crushing, Togo's foreign minister said.",
        "Togo said Ghana would regret the raid.",
        "Any Ghanaian raid would be met with force, Togo's president said.",
        "Togo promised a tough response to Ghana.",
        "Togo vowed to respond to the Ghanaian move.",
        "Togo warned Ghana of further measures if the flights went on.",
        "Togo closes port, threatens Ghana",
        "Togo urged Ghana to leave the islet, warning that it would close the strait.",
        "Togo condemned Ghana's raid and threatened to take military action.",
        "Togo urged Ghana to leave the islet, warning that its navy would close the strait.",
        "Togo threatened to answer any Ghanaian embargo by closing the strait.",
        "Ghana occupied the islet, prompting a warning from Togo.",
    ],
)
def test_a_warning_about_its_deeds_threatens_the_addressee(code: Coder, text: str) -> None:
    assert threats(code, text) == [("TGO", "GHA")]


@pytest.mark.parametrize(
    "text",
    [
        "Togo warned Ghana of heavy rain.",
        "Togo warned about the price of Ghana's rice.",
        "Togo warned Ghana about an attack by Benin.",
        "Togo's foreign minister said Ghana would help Benin after the attack.",
        "Togo will respond to the letter from Ghana, its foreign minister said.",
    ],
)
def test_what_foretells_or_answers_a_letter_does_not(code: Coder, text: str) -> None:
    assert threats(code, text) == []


def test_who_provokes_the_answer_is_threatened(code: Coder) -> None:
    text = "Togo's president said it would respond with Benin if Ghana sent its army."
    assert threats(code, text) == [("TGO", "GHA")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo will not sign the treaty with Ghana.", ("REJECT", "assist", "occurred")),
        (
            "Togo will not meet Ghanaian officials, its minister said.",
            ("REJECT", "meet", "occurred"),
        ),
        ("Togo has no intention of meeting Ghana.", ("REJECT", "meet", "occurred")),
        (
            "Mali's minister said Togo refused to sign the treaty with Ghana.",
            ("REJECT", "assist", "alleged"),
        ),
    ],
)
def test_what_somebody_will_not_do_is_refused(
    code: Coder, text: str, expected: tuple[str, str, str]
) -> None:
    rows = code(text)["events"]
    assert [(row["event_type"], row["mode"], row["status"]) for row in rows] == [expected]


def test_what_should_not_be_done_is_no_refusal(code: Coder) -> None:
    assert not code("Togo should not sign the treaty with Ghana.")["events"]
    assert not code("Togo did not sign the treaty with Ghana.")["events"]
    both = ["TGO AID GHA", "BEN REQUEST TGO"]  # who asks for that says that it does so
    assert kinds(code, "Togo must stop arming Ghana, Benin said.") == both


def test_an_adviser_acts_for_the_state_of_whom_he_serves(code: Coder) -> None:
    rows = code("A senior adviser to the president of Ghana accused Togo of meddling.")["events"]
    assert [row["actor_countries"] for row in rows] == [["GHA"]]


def kinds(code: Coder, text: str) -> list[str]:
    """Write each event as who, type, towards whom."""
    return [
        f"{'+'.join(row['actor_countries'])} {row['event_type']} {'+'.join(row['recipient_countries'])}"
        for row in code(text)["events"]
    ]


@pytest.mark.parametrize(
    "content",
    [
        "had violated its airspace",
        "was misleading the council",
        "was trying to mislead the council",
        "'s cruel raids were an outrage",
    ],
)
def test_a_neutral_verb_may_carry_an_accusation(code: Coder, content: str) -> None:
    assert "TGO ACCUSE GHA" in kinds(code, f"Togo said Ghana {content}.".replace(" '", "'"))


@pytest.mark.parametrize("judging", ["warned that", "believed that", "was convinced that"])
def test_what_one_warns_of_or_believes_accuses_too(code: Coder, judging: str) -> None:
    assert kinds(code, f"Togo {judging} Ghana was violating the truce.") == ["TGO ACCUSE GHA"]


def test_a_warning_to_somebody_stays_one_though_the_sentence_accuses_too(code: Coder) -> None:
    text = "Togo warned Ghana not to play with fire and said Ghana was violating the truce."
    assert kinds(code, text) == ["TGO THREATEN GHA", "TGO ACCUSE GHA"]


@pytest.mark.parametrize(
    "text",
    [
        "Togo said Ghana had not violated its airspace.",
        "Togo asked whether Ghana violated its airspace.",
        "Togo said Ghana was not trying to mislead the council.",
        "Togo said Ghana was asked to obstruct the sale.",
        "Togo said Ghana was preparing for raids on its ports.",
        "Togo said it was preparing raids on Ghana.",
        "Togo said that raids on Ghana were an outrage.",
        "Togo said Ghana's ports were victims of an outrage.",
    ],
)
def test_a_neutral_verb_without_one_accuses_nobody(code: Coder, text: str) -> None:
    assert "TGO ACCUSE GHA" not in kinds(code, text)


def test_a_deed_that_its_own_side_announces_threatens(code: Coder) -> None:
    told = kinds(code, "Togo said it would strike back if Ghana sent troops.")
    assert "TGO THREATEN GHA" in told


def test_any_attack_with_a_price_threatens_the_attacker(code: Coder) -> None:
    text = "Oman's foreign minister warned that any Yemeni raid on Oman would lead to war."
    assert threats(code, text) == [("OMN", "YEM")]


def test_a_blow_that_is_vowed_threatens_and_a_bargain_does_not(code: Coder) -> None:
    assert "TGO THREATEN GHA" in kinds(code, "Togo vowed to strike back at Ghana.")
    assert "TGO THREATEN GHA" not in kinds(code, "Togo vowed to strike a deal with Ghana.")


def test_firms_linked_to_a_state_are_sanctioned_as_its_own(code: Coder) -> None:
    told = kinds(code, "Togo imposed sanctions on companies linked to Ghana's army.")
    assert told == ["TGO SANCTION GHA"]


@pytest.mark.parametrize(
    "text",
    [
        "Togo said it was making no moves to attack Ghana.",
        "Togo promised a swift response to Ghana's plea for seed.",
    ],
)
def test_what_hurts_nobody_does_not_threaten(code: Coder, text: str) -> None:
    assert threats(code, text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Togo agreed to lift its sanctions on Ghana.", "TGO AGREE GHA"),
        ("Togo promised to halt its attacks on Ghana.", "TGO AGREE GHA"),
        ("Togo agreed to also ease the sanctions on Ghana.", "TGO AGREE GHA"),
        ("Togo vowed to impose sanctions on Ghana.", "TGO THREATEN GHA"),
        ("Togo vowed to destroy Ghana's fleet.", "TGO THREATEN GHA"),
        ("Togo vowed to target Ghana's fleet.", "TGO THREATEN GHA"),
        ("Togo vowed to strike a balance with Ghana.", "TGO AGREE GHA"),
        ("Togo announced plans to impose tariffs on Ghana's rice.", "TGO THREATEN GHA"),
        ("Togo vowed to get tough on Ghana's smugglers.", "TGO THREATEN GHA"),
    ],
)
def test_a_promise_to_end_what_hurts_is_no_threat_and_one_to_hurt_no_agreement(
    code: Coder, text: str, kind: str
) -> None:
    assert set(kinds(code, text)) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "Togo vowed not to let Ghana close the strait.",
        "Togo pledged calm as Ghana massed its troops.",
        "Togo decided to suspend its deliveries of fuel to Ghana.",
    ],
)
def test_who_gains_nothing_is_promised_nothing(code: Coder, text: str) -> None:
    assert not [kind for kind in kinds(code, text) if "AGREE" in kind]


def test_who_openly_threatens_need_name_nobody(code: Coder) -> None:
    assert threats(code, "Togo threatened to close the strait.") == [("TGO", "")]
    assert threats(code, "Togo threatens the whole desert order.") == []


def test_a_state_protests_in_words(code: Coder) -> None:
    text = "Togo protested over Ghana's decision to close its ports."
    assert kinds(code, text) == ["TGO ACCUSE GHA"]
    text = "Togolese women marched on Ghana's embassy."
    assert kinds(code, text) == ["TGO PROTEST GHA"]


def test_a_speech_is_praised_for_whose_it_is(code: Coder) -> None:
    (row,) = code("Togo hailed the Ghanaian president's speech on Benin.")["events"]
    assert row["recipient_countries"] == ["GHA"]


def test_what_one_takes_the_step_of_doing_is_done(code: Coder) -> None:
    told = kinds(code, "Togo took the step of expelling two Ghanaian diplomats.")
    assert told == ["TGO SANCTION GHA"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru is committed to defeating Chile.", []),
        ("Peru remains committed to pressing Chile over its record.", []),
        ("Peru is committed to supporting Chile.", ["AGREE"]),
        ("Peru pledged to protect Chile.", ["AGREE"]),
    ],
)
def test_who_is_committed_to_beating_somebody_agrees_to_nothing(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert [row["event_type"] for row in code(text)["events"]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo warned of a harsh reply if Ghana or Benin sent ships.", ["TGO THREATEN GHA+BEN"]),
        ("Togo warned of a harsh reply if Ghana sent ships.", ["TGO THREATEN GHA"]),
    ],
)
def test_all_who_would_provoke_a_reply_are_threatened(
    code: Coder, text: str, expected: list[str]
) -> None:
    found = [
        f"{row['actor_countries'][0]} THREATEN {'+'.join(row['recipient_countries'])}"
        for row in code(text)["events"]
        if row["event_type"] == "THREATEN"
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Togo threatened to close its ports after Ghana had seized a Togolese trawler.",
            "occurred",
        ),
        (
            "Togo said it would close its ports after Ghana had seized a Beninese trawler.",
            "alleged",
        ),
        ("Togo vowed to close its ports if Ghana seized a Togolese trawler.", "hypothetical"),
    ],
)
def test_after_what_a_threat_was_made_the_text_tells(code: Coder, text: str, status: str) -> None:
    assert [row["status"] for row in code(text)["events"] if row["event_type"] == "COERCE"] == [
        status
    ]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ('"We will bomb the depots if Ghana sends troops," Togo\'s president said.', "violence"),
        ('"If Ghana sends troops, we will bomb the depots," Togo\'s president said.', "violence"),
        ("Togo warned Ghana of sanctions if it tried out more missiles.", "restrict"),
        ("Togo will strike harder if Ghana is sent rockets, Togo's president said.", "violence"),
        # What the other side is not to do tells none.
        ("Togo warned Ghana against firing missiles.", ""),
    ],
)
def test_what_is_threatened_before_its_verb_tells_the_mode(
    code: Coder, text: str, mode: str
) -> None:
    rows = [row for row in code(text)["events"] if row["event_type"] == "THREATEN"]
    assert [row["mode"] for row in rows] == [mode]


def test_who_speaks_calls_a_deed_a_crime(code: Coder) -> None:
    text = "Togo said Ghana had sent ships into its waters, branding it a provocation."
    assert [kind for kind in kinds(code, text) if "ACCUSE" in kind] == ["TGO ACCUSE GHA"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruto said Kenya would not hesitate to sanction Sudan.", ["SDN"]),
        ("Ruto said Kenya would not hesitate to sanction firms that arm Sudan.", []),
        ("Kenya threatened to blacklist any bank that holds Sudan's oil money.", []),
        ("Deby praised the Chad trade bill that Ruto has threatened to veto.", []),
        # Whom a deed would hit is threatened, not whose deed would call it down.
        ("Ruto warned that Kenya would bomb Somalia if Ethiopia sent the rockets.", ["SOM"]),
        ("Ruto warned that Kenya would answer if Ethiopia sent the rockets.", ["ETH"]),
    ],
)
def test_whom_a_threat_only_describes_it_does_not_hit(
    code: Coder, text: str, expected: list[str]
) -> None:
    rows = [row for row in code(text)["events"] if row["event_type"] == "THREATEN"]
    assert [country for row in rows for country in row["recipient_countries"]] == expected
