"""Who did what to whom: types, sides and how surely it is told, on invented events."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import schema
from analysis.errors import RuleError
from analysis.events.party import Party, divide
from analysis.evidence import Row
from analysis.examples import find_failures
from analysis.pages.codebook import refresh_page
from analysis.plover import load_plover
from analysis.rulebook import Rulebook
from analysis.rules import load_rules

CODEBOOK = Path(__file__).parent.parent / "docs" / "codebook.md"
DICTIONARIES = Path(__file__).parent.parent / "analysis" / "dictionaries"
RULES = load_rules(DICTIONARIES / "events.yaml", "events")

Coder = Any  # the fixture `code`


def brief(row: Row) -> str:
    """Write an event in one line: who, type and mode, towards whom, status."""
    actors, recipients = ("+".join(row[f"{side}_countries"]) for side in ("actor", "recipient"))
    kind = f"{row['event_type']} {row['mode']}".strip()
    return f"{actors} {kind} {recipients} {row['status']}"


def events(code: Coder, text: str) -> list[str]:
    return [brief(row) for row in code(text)["events"]]


# Who is only spoken of


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia destroyed Turkish-made drones near Mekelle.",
        "Ghana and Togo said they would reimpose UN sanctions.",
        "Nigeria lifted US sanctions.",
        "Tokyo doubted that China was bombing villages in Myanmar.",
        "The Danish minister said the threat to Estonia makes the need for peace urgent.",
        "The Norwegian parliament called for sanctions that hurt the Iranian economy.",
        "Sweden vowed to stay out of Libya.",
        "Modi announced the plan flanked by Netanyahu.",
        "Norway rejected a Libya model.",
        "Norwegian lawmakers slammed the Russia probe.",
        "Norway will not let Iran develop missiles that can hit Oslo.",
    ],
)
def test_who_is_only_spoken_of_takes_no_part(code: Coder, text: str) -> None:
    assert events(code, text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The pact would trigger talks between Chad and Niger.", "TCD CONSULT NER hypothetical"),
        ("It was not until May that Ghana asked Togo for help.", "GHA REQUEST assist TGO occurred"),
        (
            "Togo's parliament will vote to impose sanctions on Mali.",
            "TGO THREATEN restrict MLI planned",
        ),
        ("The AU may agree to impose sanctions on Mali.", "IGO THREATEN restrict MLI planned"),
        ("The AU agreed to impose sanctions on Mali.", "IGO SANCTION discontinue MLI occurred"),
        ("Thailand's decision to expel Lao diplomats hurt.", "THA THREATEN expel LAO planned"),
        ("Thailand's May 3 decision to expel Lao envoys hurt.", "THA SANCTION expel LAO occurred"),
        ("Togo is considering sanctions on Mali.", "TGO THREATEN restrict MLI occurred"),
        (
            "Deputies were split on whether to help now that Chad has accused Niger of raids.",
            "TCD ACCUSE allege NER occurred",
        ),
        ("Chad and Niger, tense if not hostile, signed a pact.", "TCD SUPPORT NER occurred"),
        ("Mali stressed the need for Niger to withdraw.", "MLI REQUEST yield NER occurred"),
    ],
)
def test_what_has_yet_to_happen_is_not_told_as_done(code: Coder, text: str, event: str) -> None:
    assert event in events(code, text)


# Sides inside one state


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Malian farmers met the prime minister.", "MLI:civilians", "MLI"),
        ("Peru's opposition leaders urged the president to step down.", "PER:opposition", "PER"),
        ("Angola's government held talks with rebels in Cabinda.", "AGO", "AGO:rebels"),
        ("Chadian soldiers arrested dozens of protesters.", "TCD", "TCD:civilians"),
        ("Kenya's High Court rebuked the police over the raid.", "ken-high-court", "KEN:police"),
        ("Togolese soldiers blamed the parliament.", "TGO:military", "TGO:parliament"),
        ("William Ruto blamed Rigathi Gachagua.", "william-ruto", "rigathi-gachagua"),
    ],
)
def test_the_sides_of_one_state_act_towards_each_other(
    code: Coder, text: str, actors: str, recipients: str
) -> None:
    row = code(text)["events"][0]
    assert (";".join(row["actor_ids"]), ";".join(row["recipient_ids"])) == (actors, recipients)
    assert set(row["actor_countries"]) == set(row["recipient_countries"])


@pytest.mark.parametrize(
    "text",
    [
        "Officials met students in Chad and Niger.",  # whose?
        "Peru's president met reporters.",
        "The government of Peru praised its army.",
    ],
)
def test_who_is_not_placed_is_no_side_of_a_state(code: Coder, text: str) -> None:
    assert code(text)["events"] == []


def test_rebels_without_a_state_go_by_their_noun(code: Coder) -> None:
    row = code("French jets bombed rebels.")["events"][0]  # not France's
    assert (row["recipient_ids"], row["recipient_countries"]) == (["rebels"], [""])


# From visits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan Foreign Minister Musalia Mudavadi flew to Kigali on Monday.",
            ["KEN CONSULT visit RWA occurred"],
        ),
        (
            "Kenyan Foreign Minister Musalia Mudavadi will visit Rwanda next month.",
            ["KEN AGREE RWA planned"],
        ),
        (
            "Kenyan Foreign Minister Musalia Mudavadi cancelled his visit to Rwanda.",
            ["KEN REJECT meet RWA occurred"],
        ),
        ("Kenyan Foreign Minister Musalia Mudavadi postponed his visit to Rwanda.", []),
    ],
)
def test_a_visit_is_an_event_by_its_status(code: Coder, text: str, expected: list[str]) -> None:
    assert events(code, text) == expected


def test_a_visit_and_the_verb_that_tells_it_are_one_event(code: Coder) -> None:
    text = "Swedish Prime Minister Ulf Kristersson met President Petr Pavel in Prague on Monday."
    assert events(code, text) == ["SWE CONSULT visit CZE occurred"]


# From transfers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serbia delivered howitzers to Chad last month.", "SRB AID TCD occurred"),
        ("Norway said Serbia had delivered howitzers to Chad.", "SRB AID TCD alleged"),
        ("Serbia said it had delivered howitzers to Chad.", "SRB AID TCD occurred"),
        ("Serbia will deliver howitzers to Chad.", "SRB AGREE TCD planned"),
        ("Chad bought howitzers from Serbia.", "SRB COOPERATE TCD occurred"),
        ("Serbia refused to deliver howitzers to Chad.", "SRB REJECT assist TCD occurred"),
        ("Serbia resumed deliveries of howitzers to Chad.", "SRB AID TCD occurred"),
    ],
)
def test_a_transfer_is_an_event_by_its_nature(code: Coder, text: str, expected: str) -> None:
    assert expected in events(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "Serbia approved the sale of howitzers to Chad.",
        "Serbia pledged howitzers to Chad on Monday.",
        "Serbia lifted its ban on sales of howitzers to Chad.",
        "Serbia and Malta said they would send Chad howitzers, but ruled out sending Chad tanks.",
    ],
)
def test_what_is_approved_or_promised_has_not_been_sent(code: Coder, text: str) -> None:
    found = events(code, text)
    assert "SRB AGREE TCD planned" in found
    assert not any("AID" in event for event in found)


def test_a_state_does_not_know_what_its_rebels_were_sent(code: Coder) -> None:
    text = "Chad's president said Serbia supplies howitzers to militants in Chad."
    assert events(code, text) == ["SRB AID TCD alleged"]


def test_what_is_only_denied_is_no_event(code: Coder) -> None:
    assert events(code, "Serbia denied that it had delivered howitzers to Chad.") == []
    assert events(code, "Serbia denied attacking Chad.") == []


# From statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya accused Chad of lying.", ["KEN ACCUSE allege TCD occurred"]),
        ("Kenya condemned Chad's new law.", ["KEN ACCUSE disapprove TCD occurred"]),
        (
            "Kenya, Ghana and Mali accused Chad of lying.",
            ["KEN+GHA+MLI ACCUSE allege TCD occurred"],
        ),
        ("Chad was accused by Kenya of lying.", ["KEN ACCUSE allege TCD occurred"]),
        ("Kenya urged Chad to return to the talks.", ["KEN REQUEST meet TCD occurred"]),
        ("Kenya praised Chad for its patience.", ["KEN SUPPORT TCD occurred"]),
        ("Kenya promised Chad more money.", ["KEN AGREE TCD planned"]),
        ("Kenya threatened to bomb Chad.", ["KEN THREATEN violence TCD occurred"]),
        ("Kenya warned Chad that it might rain.", []),
        ("Kenya said that Chad was a neighbour.", []),
        ("Kenya denied Chad's claims.", []),
    ],
)
def test_a_statement_is_an_event_if_its_words_are_an_act(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert events(code, text) == expected


def test_an_accusation_is_a_fact_and_what_it_alleges_is_not(code: Coder) -> None:
    assert set(events(code, "Kenya accused Chad of shelling Niger.")) == {
        "KEN ACCUSE allege TCD occurred",
        "TCD ASSAULT heavy-weapons NER alleged",
    }


# From rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_keeps_its_examples(rule: Any, rulebook: Rulebook) -> None:
    assert list(find_failures(rule, rulebook)) == []


def test_every_rule_names_a_type_mode_and_context_of_the_scheme() -> None:
    for rule in RULES:
        load_plover().check(
            rule.id,
            rule.set["event_type"],
            rule.set.get("mode", ""),
            rule.set.get("context", ""),
        )


def test_the_rules_know_every_type_and_many_verbs() -> None:
    assert {rule.set["event_type"] for rule in RULES} == set(schema.EVENT_TYPES)
    assert len({verb for rule in RULES for verb in rule.verbs}) >= 500


@pytest.mark.parametrize(
    ("verb_group", "expected"),
    [
        ("attacked", ["KEN ASSAULT TCD occurred"]),
        ("has attacked", ["KEN ASSAULT TCD occurred"]),
        ("is attacking", ["KEN ASSAULT TCD ongoing"]),
        ("began to attack", ["KEN ASSAULT TCD occurred"]),
        ("will attack", ["KEN THREATEN violence TCD planned"]),
        ("plans to attack", ["KEN THREATEN violence TCD planned"]),
        ("could attack", ["KEN ASSAULT TCD hypothetical"]),
        ("is considering attacking", ["KEN ASSAULT TCD hypothetical"]),
        ("said it could attack", ["KEN THREATEN violence TCD hypothetical"]),
        ("hopes to sign a pact with", ["KEN AGREE TCD hypothetical"]),
        ("is accused of attacking", ["KEN ASSAULT TCD alleged"]),
        ("did not attack", []),
        ("never attacked", []),
        ("failed to attack", []),
        ("was urged to attack", []),
    ],
)
def test_tense_and_the_governing_verb_decide_what_happened(
    code: Coder, verb_group: str, expected: list[str]
) -> None:
    assert events(code, f"Kenya {verb_group} Chad.") == expected


@pytest.mark.parametrize(
    ("governor", "expected"),
    [
        ("signed", "KEN SUPPORT TCD occurred"),
        ("will sign", "KEN AGREE TCD planned"),
        ("agreed to sign", "KEN AGREE TCD planned"),
        ("refused to sign", "KEN REJECT assist TCD occurred"),
        ("decided not to sign", "KEN REJECT assist TCD occurred"),
    ],
)
def test_what_is_pledged_is_agree_and_what_is_refused_reject(
    code: Coder, governor: str, expected: str
) -> None:
    assert events(code, f"Kenya {governor} a treaty with Chad.") == [expected]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("lasted two hours", ["KEN CONSULT TCD occurred"]),
        ("were due on Friday but were postponed", []),
        ("had been planned for Friday but were cancelled", ["KEN REJECT meet TCD occurred"]),
        ("were expected on Friday but never took place", []),
        ("will not take place", []),
        ("were held but a second round was cancelled", ["KEN CONSULT TCD occurred"]),
    ],
)
def test_talks_that_were_called_off_were_not_held(
    code: Coder, what: str, expected: list[str]
) -> None:
    assert events(code, f"Talks between Kenya and Chad {what}.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya will raise the dam at its meeting with Chad's envoys.", "KEN AGREE TCD planned"),
        ("Kenya may raise it during talks with Chad.", "KEN CONSULT TCD hypothetical"),
        ("Kenya raised it at its meeting with Chad's envoys.", "KEN CONSULT TCD occurred"),
        ("Ruto will speak when he meets Chad's premier in May.", "KEN AGREE TCD planned"),
        ("Ruto will say what he learned when he met Chad's premier.", "KEN CONSULT TCD occurred"),
        ("The dam was discussed at talks between Kenya and Chad.", "KEN CONSULT TCD occurred"),
        (
            "Ruto took questions at a news briefing with Chad's premier.",
            "KEN CONSULT TCD occurred",
        ),
        ("Ruto told a press conference with Chadian reporters that the dam was full.", ""),
        (
            '"If it rains, we dig," Ruto said at a meeting with Chad\'s premier.',
            "KEN CONSULT TCD occurred",
        ),
        (
            "Ruto said that trade had grown during a meeting with Chad's premier.",
            "KEN CONSULT TCD occurred",
        ),
        ("Talks between Kenya and Chad have yet to begin.", ""),
        ("Ghana shares a desire to strengthen talks between Kenya and Chad.", ""),
    ],
)
def test_talks_are_held_once_what_is_done_there_is_done(
    code: Coder, text: str, expected: str
) -> None:
    assert [row for row in events(code, text) if "TCD" in row] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya favoured easing sanctions on Chad.", "KEN CONCEDE TCD hypothetical"),
        ("Kenya will focus on training Chadian troops.", "KEN AGREE TCD planned"),
        ("A plan envisages Kenya easing sanctions on Chad.", "KEN CONCEDE TCD hypothetical"),
        ("Kenya defended its decision to give Chad 30 tanks.", "KEN AGREE TCD planned"),
        ('"I want to thank Chad," Kenyan President William Ruto said.', "KEN SUPPORT TCD occurred"),
        ("Kenya will release 20 Chadian fishermen.", "KEN AGREE TCD planned"),
        ("Kenya's senate voted to lift sanctions on Chad.", "KEN CONCEDE TCD occurred"),
    ],
)
def test_what_is_meant_or_owned_is_told_as_such(code: Coder, text: str, expected: str) -> None:
    assert events(code, text) == [expected]


def test_what_is_demanded_of_others_has_not_been_done(code: Coder) -> None:
    text = "Ghana demands that Kenya withdraws its troops from Chad."
    assert events(code, text) == ["GHA REQUEST yield KEN occurred"]


@pytest.mark.parametrize("place", ["Oman", "Muscat", "Muscat, Oman,"])
def test_where_two_meet_is_no_third(code: Coder, place: str) -> None:
    text = f"The leaders of Kenya and Chad met in {place} on Monday."
    assert events(code, text) == ["KEN CONSULT third-party TCD occurred"]


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        ("first summit in Geneva", ["BRA CONSULT multilateral KEN occurred"]),
        ("last meeting in Geneva", ["BRA CONSULT third-party KEN occurred"]),
        ("last meeting in Nairobi", ["BRA CONSULT visit KEN occurred"]),
    ],
)
def test_two_leaders_meet_each_other_and_not_the_place(
    code: Coder, meeting: str, expected: list[str]
) -> None:
    text = (
        "Brazilian President Luiz Inacio Lula da Silva and Kenyan President William Ruto praised "
        f"the farmers. Both leaders had smiled at their {meeting} last May."
    )
    consulted = [event for event in events(code, text) if "CONSULT" in event]
    assert consulted == expected


def test_who_may_meet_at_a_gathering_does_not_agree_with_its_host(code: Coder) -> None:
    text = (
        "The G20 summit will be held in Accra on Friday. Kenyan President William Ruto and Brazilian "
        "President Luiz Inacio Lula da Silva will have a chance to meet at the G20 summit."
    )
    assert "GHA" not in " ".join(events(code, text))


def test_who_comes_together_to_a_host_consults_the_host(code: Coder) -> None:
    text = (
        "Kenyan President William Ruto and Norwegian Prime Minister Jonas Gahr Store flew to Accra."
    )
    assert events(code, text) == [
        "KEN CONSULT visit GHA occurred",
        "NOR CONSULT visit GHA occurred",
    ]


def test_who_meets_beside_a_summit_does_not_consult_its_host(code: Coder) -> None:
    text = "The leaders of Kenya and Chad met on the sidelines of the summit in Muscat on Monday."
    assert events(code, text) == ["KEN CONSULT multilateral TCD occurred"]


def test_both_voices_have_the_same_roles(code: Coder) -> None:
    active = events(code, "Kenyan troops bombed a Chadian village.")
    passive = events(code, "A Chadian village was bombed by Kenyan troops.")
    assert active == passive == ["KEN ASSAULT TCD occurred"]


def test_what_others_say_of_an_attack_is_alleged_and_what_its_own_side_says_is_not(
    code: Coder,
) -> None:
    assert events(code, "Chad said Kenya had bombed Abéché.") == ["KEN ASSAULT TCD alleged"]
    assert events(code, "Kenya said it had bombed Chad.") == ["KEN ASSAULT TCD occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Forces and people by their nationality, whatever stands around the name.
        ("Iranian gunmen shot two Turkish drivers.", "IRN ASSAULT firearms TUR occurred"),
        ("Peruvian police detained more than 40 Bolivians.", "PER COERCE arrest BOL occurred"),
        ("Up to 30 Omani sailors were held captive by Yemeni pirates.", "YEM COERCE arrest OMN"),
        ("Two Swedes were kidnapped by militants from Mali.", "MLI ASSAULT abduct SWE occurred"),
        ("Danish and Swedish officials met in Oslo.", "DNK CONSULT third-party SWE occurred"),
        ("Officials in Manila scolded Jakarta.", "PHL ACCUSE disapprove IDN occurred"),
        ("Protesters in Quito burned Peruvian flags.", "ECU PROTEST demo PER occurred"),
        ("The government of Ecuador promised to send a team to Peru.", "ECU AGREE PER planned"),
        # Nouns of deeds, with the doer before or behind.
        ("Libya's arrest of two Maltese priests drew anger.", "LBY COERCE MLT occurred"),
        ("The arrest of two Maltese priests by Libya drew anger.", "LBY COERCE MLT occurred"),
        ("Nine people died in a Chadian raid on a Libyan oasis.", "TCD ASSAULT LBY occurred"),
        # Who has to act is asked.
        ("Sudan's government said Chad must free the crew.", "SDN REQUEST yield TCD"),
        ("Cuba demanded the release of two Cubans held by Peru.", "CUB REQUEST yield PER"),
        # They do it to one another.
        ("Chad and Niger each expelled a diplomat of the other.", "TCD SANCTION expel NER"),
    ],
)
def test_sides_are_found_where_the_clause_names_them(code: Coder, text: str, expected: str) -> None:
    assert any(event.startswith(expected) for event in events(code, text)), events(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "Prices have risen since Libya's attack on Chad.",
        "Ministers hope to prevent a Libyan attack on Chad.",
        "If Libya had attacked, Chad would have been ready.",
        "Any attack on Chad by Libya is unlikely.",
        "There were no talks between Libya and Chad.",
        "The two chairmen called for talks between Libya and Chad.",
        "Libyan tourists visited Chad.",
        "Libya no longer recognises Chad's government.",
        "Libya will no longer attack Chad.",
        "Libya sent 300 migrants back across the border with Chad.",
        "Chad feared being raided by Libya.",
        "Chad fears being punished by the African Union.",
        "Chad risks being expelled by the African Union.",
        "The minister joked about the glory of being denounced by Libya.",
        "The dinner gave an opportunity for talks between Libya and Chad.",
        "The truce opened the way for negotiations between Libya and Chad.",
        "Those were not Chadian pilots whom Libya had trained.",
        "It was not Libya that bombed Chad.",
        "Kenya won tougher measures and UN Security Council sanctions to pressure Chad.",
    ],
)
def test_what_did_not_happen_or_only_sets_the_scene_is_no_event(code: Coder, text: str) -> None:
    assert events(code, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad asked for calm after being bombed by Libya.", "LBY ASSAULT TCD occurred"),
        ("Chad complained of being bombed by Libya.", "LBY ASSAULT TCD alleged"),
        ("It was not the first time that Libya had bombed Chad.", "LBY ASSAULT TCD occurred"),
        ("It was not only Libya that bombed Chad.", "LBY ASSAULT TCD occurred"),
        ("Chad repeated its claim to have bombed Libya.", "TCD ASSAULT LBY alleged"),
    ],
)
def test_what_happened_is_told_by_a_passive_and_a_denied_clause_too(
    code: Coder, text: str, expected: str
) -> None:
    assert expected in events(code, text)


def test_who_spoke_by_telephone_was_not_spoken_by_it(code: Coder) -> None:
    text = "The Chadian and Libyan presidents spoke by telephone about the border."
    assert events(code, text) == ["TCD CONSULT phone LBY occurred"]


def test_a_meeting_named_for_its_town_is_one_of_those_who_met(code: Coder) -> None:
    two = "The Lusaka meeting of the foreign ministers of Chad and Libya was short."
    assert events(code, two) == ["TCD CONSULT LBY occurred"]
    many = "The Lusaka meeting of the top diplomats from Chad, Libya, Togo and Zambia was short."
    assert "TCD CONSULT multilateral ZMB occurred" in events(code, many)


def test_an_accusation_of_supplying_arms_is_the_event_and_the_supply_is_not(code: Coder) -> None:
    told = events(code, "Chad accused Libya of sending rifles to Sudanese rebels.")
    assert told == ["TCD ACCUSE allege LBY occurred"]


def test_deliveries_are_stopped_or_refused(code: Coder) -> None:
    stopped = events(code, "Italy suspended deliveries of rifles to Chad.")
    assert stopped == ["ITA SANCTION discontinue TCD occurred"]


def test_weapons_moved_to_a_border_are_no_gift(code: Coder) -> None:
    told = events(code, "Chad moved tanks to its border with Libya.")
    assert told == ["TCD MOBILIZE troops LBY occurred"]


def test_an_event_needs_two_sides(code: Coder) -> None:
    assert events(code, "Kenya's army bombed a Kenyan village.") == []
    assert events(code, "Kenyan tennis players beat Chad.") == []


# Rows


def test_rows_keep_the_contract_of_the_table(code: Coder) -> None:
    text = "Kenya, Ghana and Mali imposed sanctions on Chad on Monday."
    frame = schema.EVENTS.frame(code(text)["events"])
    row = frame.iloc[0]
    assert text[row["start"] : row["end"]] == row["evidence"]
    assert len(row["actor_ids"]) == len(row["actor_countries"]) == 3
    assert (row["quad"], row["score"]) == (4, -6.0)
    assert (row["date"], row["date_precision"]) == ("2024-06-17", "day")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Norway expelled Chadian diplomats on June 3.", "2024-06-03"),
        ("On June 3, Norway, which had protested for weeks, expelled Chadian diplomats.", "2024-06-03"),
        ("Norway condemned Chad in a June 3 speech.", "2024-06-03"),
        ("Norway met Chad for the June 3 talks.", "2024-06-03"),
        ("The 2015 deal that Norway reached with Chad was signed in Oslo.", "2015"),
        ("Norway condemned Chad over last year's raid.", ""),
        ("Norway condemned Chad over the 2016 election.", ""),
        ("Norway, which had left the pact in May, condemned Chad.", ""),
        ("Norway condemned Chad after the rebels had shelled a village on June 3.", ""),
        ("Norway praised Chad, which had signed the pact in May.", ""),
    ],
)  # fmt: skip
def test_the_date_of_an_event_is_one_of_its_own_clause(code: Coder, text: str, date: str) -> None:
    (row, *_) = [row for row in code(text)["events"] if "NOR" in row["actor_countries"]]
    assert row["date"] == date


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway and Chad begin their second summit on June 27.", ["NOR AGREE TCD planned 2024-06-27"]),
        ("Norway and Chad agreed to trade by 2026.", ["NOR AGREE TCD planned 2026"]),
        ("Norway and Chad agreed on June 3 to trade.", ["NOR AGREE TCD occurred 2024-06-03"]),
        ("Norway thanked Chad for its offer to hold a summit in 2030.", ["NOR SUPPORT TCD occurred "]),
    ],
)  # fmt: skip
def test_what_is_dated_after_the_news_has_not_occurred_then(
    code: Coder, text: str, told: list[str]
) -> None:
    assert [f"{brief(row)} {row['date']}" for row in code(text)["events"]] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway faces the choice between talks and bombing Chad.", []),
        ("Norway needs help with a range of tasks, including trade and bombing Chad.", []),
        ("Norway was arming rebels and bombing Chad.", ["NOR ASSAULT TCD occurred"]),
        ("Norway hit back, closing the pass and bombing Chad.", ["NOR ASSAULT TCD occurred"]),
    ],
)
def test_a_gerund_joined_to_a_noun_is_no_deed(code: Coder, text: str, told: list[str]) -> None:
    assert [brief(row) for row in code(text)["events"]] == told


def test_talks_named_twice_are_the_planned_ones(code: Coder) -> None:
    text = (
        "It may bring trouble to the summit as well as the planned talks between Norway and Chad."
    )
    assert [brief(row) for row in code(text)["events"]] == ["NOR AGREE TCD planned"]


def test_an_event_told_in_a_statement_names_it(code: Coder) -> None:
    rows = code("Chad said Kenya had bombed Abéché.")
    assert rows["events"][0]["statement_id"] == rows["statements"][0]["statement_id"]


PARTIES = st.lists(
    st.builds(
        Party,
        st.sampled_from(["KEN", "minister", "army", "TCD", "rebels"]),
        st.sampled_from(["KEN", "TCD", "GHA", ""]),
    ),
    max_size=5,
    unique=True,
)


@given(PARTIES, PARTIES, st.booleans())
def test_no_side_ever_acts_towards_itself(
    actors: list[Party], recipients: list[Party], mutual: bool
) -> None:
    doers, others = divide(actors, recipients, mutual=mutual)
    assert {party.side for party in doers}.isdisjoint({party.side for party in others})
    assert set(doers) <= set(actors)
    assert set(others) <= {*actors, *recipients}


# The scheme


def test_scores_agree_with_the_class_of_their_type() -> None:
    """Cooperation scores above nought; conflict below, but for asking for help."""
    for kind in load_plover().types.values():
        scores = [kind.score, *(mode.score for mode in kind.modes.values())]
        if kind.quad <= 2:
            assert min(scores) > 0, kind.name
        elif kind.name != "REQUEST":
            assert max(scores) < 0, kind.name
        assert all(-10 <= score <= 10 for score in scores)


def test_the_scheme_is_whole() -> None:
    plover = load_plover()
    assert tuple(sorted(plover.types)) == tuple(sorted(schema.EVENT_TYPES))
    assert len(plover.contexts) == 37
    assert (plover.score("CONSULT", "phone"), plover.score("PROTEST", "vandalize")) == (1.5, -5.0)


@pytest.mark.parametrize(
    ("event_type", "mode", "context", "message"),
    [
        ("AGRE", "", "", "'AGRE' is no event type"),
        ("AID", "visit", "", "'visit' is no mode of AID"),
        ("AID", "", "sports", "'sports' is no context"),
    ],
)
def test_what_the_scheme_lacks_is_refused_with_what_it_has(
    event_type: str, mode: str, context: str, message: str
) -> None:
    with pytest.raises(RuleError, match=f"rule x: {message}. Known are"):
        load_plover().check("rule x", event_type, mode, context)


def test_a_scheme_with_a_type_too_few_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "plover.yaml"
    page.write_text("types: {AID: {quad: 2, score: 10, meaning: gives}}\ncontexts: {}\n")
    with pytest.raises(RuleError, match="Make the two lists agree"):
        load_plover(page)


# The codebook


def test_the_codebook_has_the_lists_of_the_dictionaries() -> None:
    page = CODEBOOK.read_text(encoding="utf-8")
    assert refresh_page(page) == page, "run `python -m analysis.pages.codebook`"


@pytest.mark.parametrize(
    "values",
    [
        schema.ACTS,
        schema.VISIT_STATUS,
        schema.VISIT_KINDS,
        schema.NATURES,
        schema.CATEGORIES,
        schema.STANCES,
        schema.STANDINGS,
        schema.CONFIDENCE,
        schema.EVENT_TYPES,
        schema.EVENT_STATUS,
    ],
)
def test_the_codebook_explains_every_value(values: tuple[str, ...]) -> None:
    page = CODEBOOK.read_text(encoding="utf-8")
    missing = [value for value in values if not re.search(rf"\b{re.escape(value)}\b", page)]
    assert not missing


# Who acts where the clause does not name them


@pytest.mark.parametrize("both", ["The parties", "The two sides", "Both countries"])
def test_who_was_brought_together_before_acts_together(code: Coder, both: str) -> None:
    text = f"Peru and Chile held talks in Lima. {both} agreed to open a border post."
    assert "PER AGREE CHL occurred" in events(code, text)


def test_two_who_were_only_named_together_are_no_parties(code: Coder) -> None:
    assert events(code, "Peru grows more grapes than Chile. The parties agreed to a truce.") == []


def test_we_are_the_side_of_who_speaks(code: Coder) -> None:
    text = "“We have given Nepal food and tents,” Bhutan's foreign minister said."
    assert events(code, text) == ["BTN AID NPL occurred"]


def test_a_state_holds_and_releases_those_held_there(code: Coder) -> None:
    assert events(code, "A Danish nurse was jailed in Oman.") == ["OMN COERCE arrest DNK occurred"]
    text = "Two Danes were released from prison in Oman."
    assert events(code, text) == ["OMN RETREAT release DNK occurred"]


def test_a_time_before_the_verb_is_no_subject(code: Coder) -> None:
    for when in ("last month", "earlier this week", "this year"):
        text = f"Kenya {when} imposed sanctions on Ugandan generals."
        assert events(code, text) == ["KEN SANCTION discontinue UGA occurred"]


def test_an_object_may_stand_before_its_clause(code: Coder) -> None:
    text = "The tariffs that Kenya imposed on Uganda hurt farmers."
    assert "KEN SANCTION discontinue UGA occurred" in events(code, text)


def test_whoever_meets_others_to_urge_them_asks_them(code: Coder) -> None:
    text = "Kenya's foreign minister met Ugandan officials on Friday to urge them to open the road."
    assert "KEN REQUEST UGA occurred" in events(code, text)
    text = "Kenya's foreign minister will meet Ugandan officials to urge them to open the road."
    assert not any("REQUEST" in event for event in events(code, text))


def test_soldiers_sent_into_a_state_are_no_gift(code: Coder) -> None:
    assert events(code, "Kenya sent tanks into Uganda.") == ["KEN MOBILIZE troops UGA occurred"]


def test_loans_are_a_noun(code: Coder) -> None:
    text = "Benin pledged $150 million in soft loans to Togo."
    assert events(code, text) == ["BEN AGREE TGO planned"]


def test_no_before_the_object_undoes_the_deed(code: Coder) -> None:
    assert events(code, "Kenya and Uganda signed no accords.") == []


def test_both_of_a_pair_with_a_hyphen_are_named(code: Coder) -> None:
    assert events(code, "The Kenya-Uganda talks ended on Monday.") == ["KEN CONSULT UGA occurred"]


def test_talks_that_will_take_place_are_agreed(code: Coder) -> None:
    assert events(code, "The Kenya-Uganda talks will resume soon.") == ["KEN AGREE UGA planned"]


def test_what_is_branded_by_a_neutral_verb_is_accused(code: Coder) -> None:
    text = "Kenya's foreign minister said the Ugandan raids were a crime."
    assert "KEN ACCUSE disapprove UGA occurred" in events(code, text)
    text = "Kenya's foreign minister said Uganda had not honoured the truce."
    assert "KEN ACCUSE allege UGA occurred" in events(code, text)
    text = "Kenya's foreign minister said the Ugandan raids were not a crime."
    assert not any("ACCUSE" in event for event in events(code, text))


def test_whose_claim_it_is_means_himself(code: Coder) -> None:
    text = "The envoy spoke after Kenya's assertion that it had rebuffed a Ugandan request."
    assert any(event.startswith("KEN REJECT") for event in events(code, text))


def test_who_is_described_by_what_was_done_to_them_did_nothing(code: Coder) -> None:
    text = (
        "The raid came before the funeral of Ana Silva, the Hamas leader killed by an Israeli raid."
    )
    (event,) = [row for row in code(text)["events"] if row["event_type"] == "ASSAULT"]
    assert (event["actor_countries"], event["recipient_countries"]) == (["ISR"], ["PSE"])


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The killing of two Danes in Mali was condemned by Kenya.", []),
        ("The expulsion of Danish envoys was criticised by Kenya.", []),
        ("The murder of a Danish envoy drew condemnation from Kenya.", []),
        ("Kenya voiced outrage at the murder of Danish tourists.", []),
        ("The arrest of Danish envoys by Mali was condemned by Kenya.", ["MLI"]),
        ("The Danish raid on Mali was condemned by Kenya.", ["DNK"]),
        ("Denmark's arrest of a Malian was condemned by Kenya.", ["DNK"]),
    ],
)
def test_who_suffers_what_is_condemned_is_not_accused(code, text: str, accused: list[str]) -> None:  # type: ignore[no-untyped-def]
    rows = [row for row in code(text)["events"] if row["event_type"] == "ACCUSE"]
    assert [state for row in rows for state in row["recipient_countries"]] == accused


def test_what_will_be_discussed_is_still_ahead(code: Coder) -> None:
    text = "Trade will be among the issues discussed by Kenya and Uganda."
    assert {row["status"] for row in code(text)["events"]} == {"planned"}


@pytest.mark.parametrize("trying", ["tried to sign", "is working to sign", "attempted to break"])
def test_what_is_only_tried_is_neither_done_nor_planned(code: Coder, trying: str) -> None:
    assert events(code, f"Kenya {trying} a treaty with Chad.") == []


def test_who_is_told_to_leave_by_nobody_is_expelled_by_nobody(code) -> None:  # type: ignore[no-untyped-def]
    assert not code("was told to leave")["events"]
