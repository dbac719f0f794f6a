"""Who does it and towards whom, where the clause does not name both. All texts are invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.test_events import events

Coder = Any  # the fixture `code`


def sides(code: Coder, text: str) -> list[str]:
    """Write each event as type, states that act, states towards which they do."""
    return [
        f"{row['event_type']} {'+'.join(row['actor_countries'])}"
        f" {'+'.join(row['recipient_countries'])}"
        for row in code(text)["events"]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sweden said Russia had seized its ship.", "COERCE RUS SWE"),
        ("Oslo noted Ghana's statement on lifting sanctions against Togo.", "CONCEDE GHA TGO"),
        ("A Greek ship and its six crewmen were seized in Libya.", "COERCE LBY GRC"),
        ("Sweden said Russia had used Iranian drones to attack its ships.", "ASSAULT RUS SWE"),
        ("Chad said that Sudan expelled two of its diplomats.", "SANCTION SDN TCD"),
        ("Peru says a Chilean drone entered its airspace.", "MOBILIZE CHL PER"),
        ("Peru said one of its boats had been seized by the Chilean navy.", "COERCE CHL PER"),
        ("Peru condemned the seizure of its boat by the Chilean navy.", "COERCE CHL PER"),
        ("Peru accused Chile of jailing two of its sailors.", "COERCE CHL PER"),
        ("Peru accused Chile of massing troops on its border.", "MOBILIZE CHL PER"),
        ("Peru scrambled jets after Chilean drones approached its islands.", "MOBILIZE CHL PER"),
    ],
)
def test_who_tells_of_its_own_loss_is_the_recipient(code: Coder, text: str, expected: str) -> None:
    assert expected in sides(code, text)


@pytest.mark.parametrize("text", ["Peru bombed a Togo-backed Malian militia.",
                                  "Peruvian jets hit Togo-backed rebels in Mali."])  # fmt: skip
def test_who_backs_those_that_are_hit_is_not_hit(code: Coder, text: str) -> None:
    (side,) = sides(code, text)
    assert side.startswith("ASSAULT PER MLI")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pakistan test-fired two cruise missiles on Friday.", ["MOBILIZE PAK "]),
        ("Officials in Oslo confirmed a missile test by Pakistan.", ["MOBILIZE PAK "]),
        ("Chile has moved two frigates to the strait.", ["MOBILIZE CHL "]),
        # Whom it is aimed at, if the text says so; nobody does it for a third, or may do it.
        ("Chile has moved two frigates towards Peru.", ["MOBILIZE CHL PER"]),
        ("Chile fired ballistic missiles at the town.", []),
        ("Chile was barred from holding missile tests.", []),
        ("Peru holds that the pact bars Chile from conducting ballistic missile tests.", []),
        ("Chile could move two frigates to the strait.", []),
        # Where the sentence tells whom they are sent to, that is the event.
        (
            "Chile said it sent soldiers to help Peru after ordering the deployment.",
            ["AID CHL PER"],
        ),
        ("Helicopters flown by Chilean pilots searched the strait.", []),
    ],
)
def test_forces_move_and_weapons_are_tried_towards_nobody(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert sides(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After a Rwandan raid on Burundi the envoys left.", ["ASSAULT RWA BDI"]),
        ("Kenya reported a Rwandan raid on Burundi.", ["ASSAULT RWA BDI"]),
        ("Since Rwanda's raid on Burundi prices have risen.", []),
        ("Envoys spoke of Kenya after its raid on Burundi.", []),
    ],
)
def test_a_raid_is_told_by_what_it_is_answered_with(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert sides(code, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # What a state does to its own, or moves, is done to nobody who tells of it.
        "Sweden said Russia bombed its own people.",
        "Chad said that Sudan recalled its ambassador.",
        "Sweden accused Russia of seizing their land.",
        "Sweden accused Russia of stepping up its raids.",
    ],
)
def test_who_only_tells_of_it_is_no_recipient(code: Coder, text: str) -> None:
    assert not [
        s for s in sides(code, text) if s.startswith(("COERCE", "MOBILIZE", "SANCTION", "ASSAULT"))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The dateline, and what was told just before, say whose the police are.
        ("LIMA (Wire) - Police arrested two Danish singers on Friday.", "COERCE PER DNK"),
        ("The pope spoke in Lima. Police arrested two Danish singers.", "COERCE PER DNK"),
        ("Thousands marched through Lima. Forty protesters were arrested.", "COERCE PER PER"),
        # A crowd, and the police it meets, are of the state where it stands.
        ("Fire broke out in Lima. Protesters burned Danish flags.", "PROTEST PER DNK"),
        (
            "Shops shut in Lima. Police fired on protesters, a Danish tourist said.",
            "ASSAULT PER PER",
        ),
        ("The envoy spoke in Lima. Danish police arrested 12 students.", "COERCE DNK DNK"),
        # So does where somebody is held, or is sent away from.
        ("The arrest of two Danish singers in Lima shocked their fans.", "COERCE PER DNK"),
        ("The expulsion of a Danish envoy from Peru was a mistake.", "SANCTION PER DNK"),
        ("Denmark's ambassador to Lima has been recalled.", "SANCTION DNK PER"),
    ],
)
def test_the_scene_tells_who_acts(code: Coder, text: str, expected: str) -> None:
    assert expected in sides(code, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad announced the expulsion of two Malian envoys.", "SANCTION TCD MLI"),
        ("Togo has begun the release of 30 Malian sailors.", "RETREAT TGO MLI"),
        ("Togo carried out the execution of two Malian spies.", "ASSAULT TGO MLI"),
    ],
)
def test_who_brings_a_deed_about_does_it(code: Coder, text: str, expected: str) -> None:
    assert sides(code, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Chad did not announce the expulsion of two Malian envoys.",
        "Chad plans to announce the expulsion of two Malian envoys.",
        "Chad condemned the expulsion of two Malian envoys.",
    ],
)
def test_who_brings_no_deed_about_has_not_done_it(code: Coder, text: str) -> None:
    assert not [event for event in sides(code, text) if event.startswith("SANCTION")]


def test_troops_that_are_put_on_alert_are_who_acts(code: Coder) -> None:
    text = "Omani troops were put on full alert after an Iranian missile test."
    assert "MOBILIZE OMN IRN" in sides(code, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # People are of the state in which they stand …
        ("Hundreds of people rallied outside the Malian embassy in Dakar.", "PROTEST SEN MLI"),
        ("Hundreds of people rallied in front of the Malian embassy.", "PROTEST  MLI"),
        # … and against whoever did what they protest.
        ("Thousands of Ghanaians marched to protest French raids in Mali.", "PROTEST GHA FRA"),
        ("Dozens of Ghanaians joined an anti-French rally.", "PROTEST GHA FRA"),
        ("Striking miners blocked a road in Bolivia.", "PROTEST BOL BOL"),
    ],
)
def test_a_crowd_is_at_home_where_it_stands(code: Coder, text: str, expected: str) -> None:
    assert expected in sides(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's minister gathered 40 aides at a rally against Chile.",
        "The president of Peru boarded a Chilean plane.",
        "Peruvian agents tracked Chilean prices.",
        "The threat of raids by Chilean rebels has emptied the hotels of Peru.",
    ],
)
def test_what_only_sounds_like_a_hostile_deed_is_none(code: Coder, text: str) -> None:
    assert not sides(code, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Chilean sailors are being held by Peru.", ["COERCE PER CHL"]),
        ("A race for Chilean sailors was held in Peru.", []),
    ],
)
def test_people_are_held_and_so_are_races(code: Coder, text: str, expected: list[str]) -> None:
    assert sides(code, text) == expected


def test_whom_police_hold_back_are_people_and_no_plan_is_refused(code: Coder) -> None:
    assert sides(code, "Marchers in Lima were blocked by police.") == ["COERCE PER PER"]


def test_a_crowd_that_protests_accuses_nobody_beside(code: Coder) -> None:
    assert sides(code, "Farmers protested at the Peruvian border.") == ["PROTEST PER PER"]


def test_whoever_chose_others_to_do_it_acts_on(code: Coder) -> None:
    text = "Kenya chose a Greek firm to build the dam, rejecting bids from Turkish firms."
    assert "KEN REJECT TUR occurred" in events(code, text)


def test_whose_measures_are_lifted_gives_way(code: Coder) -> None:
    text = "Greek tariffs on Turkish steel were lifted on Monday."
    assert events(code, text) == ["GRC CONCEDE TUR occurred"]


def test_what_an_object_is_called_may_stand_before_it(code: Coder) -> None:
    text = "Kenya dismissed as “unreal” Ugandan demands for a port."
    assert "KEN REJECT UGA occurred" in events(code, text)


def test_a_rally_for_somebody_is_no_protest(code: Coder) -> None:
    assert not sides(code, "Thousands of Ghanaians rallied in Accra for President John Mahama.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aid to Gabon was suspended by Togo.", "SANCTION TGO GAB"),
        ("Ties with Gabon were cut by Togo.", "SANCTION TGO GAB"),
        ("Relations between Gabon and Togo were severed in May.", "SANCTION GAB TGO"),
        # Whose somebody unknown is may stand behind the name.
        ("Iran sentenced Zakari, a Togolese citizen, to six years.", "SANCTION IRN TGO"),
        ("Togo will take the rare step of joining sanctions on Gabon.", "THREATEN TGO GAB"),
        # Rebels take ground from their own state, where no other is told.
        ("Rebels seized a market town in Chad.", "COERCE TCD TCD"),
    ],
)
def test_the_sides_of_a_measure(code: Coder, text: str, expected: str) -> None:
    assert expected in sides(code, text)


def test_what_a_body_failed_to_agree_on_is_not_threatened(code: Coder) -> None:
    assert not sides(code, "The African Union failed to agree to impose sanctions on Togo.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad's shelling of the Malian camp went on.", "TCD ASSAULT heavy-weapons MLI occurred"),
        ("The shelling of the Malian camp by Chad went on.", "TCD ASSAULT heavy-weapons MLI"),
        ("The signing of a treaty between Chad and Mali was cheered.", "TCD SUPPORT MLI occurred"),
        ("Ahead of talks between Chad and Mali the hall was searched.", "TCD AGREE MLI planned"),
    ],
)
def test_a_deed_named_by_its_gerund_is_whose_it_is(code: Coder, text: str, expected: str) -> None:
    assert any(row.startswith(expected) for row in events(code, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A joint naval exercise by Chad and Mali began on Tuesday.", "TCD COOPERATE MLI"),
        ("A pact with Chad and Niger was signed by Mali.", "MLI SUPPORT TCD+NER"),
        ("Chad's navy and Mali's coastguard held a joint drill.", "TCD COOPERATE MLI"),
        ("The government of Chad and two rebel groups agreed on a truce.", "TCD AGREE TCD"),
        (
            "The bloc's chairman, Ghanaian President Kofi Mensah, will mediate between"
            " Mali's army and rebels.",
            "GHA AGREE MLI",
        ),
    ],
)
def test_those_joined_inside_a_subject_are_all_meant(code: Coder, text: str, expected: str) -> None:
    assert any(row.startswith(expected) for row in events(code, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad refused to meet and negotiate with Mali.", "TCD REJECT meet MLI occurred"),
        ("Chad wants to hold elections and negotiate with Mali.", "TCD AGREE MLI planned"),
        ("Chad will hold elections and negotiate with Mali.", "TCD AGREE MLI planned"),
        ("Chad will continue to negotiate with Mali.", "TCD AGREE MLI planned"),
        ("Chad continued to negotiate with Mali.", "TCD CONSULT MLI occurred"),
    ],
)
def test_an_infinitive_is_told_as_what_it_is_joined_to(
    code: Coder, text: str, expected: str
) -> None:
    assert events(code, text) == [expected]


def test_the_two_sides_are_not_where_they_meet(code: Coder) -> None:
    text = (
        "Chad's Idris Sow met Mali's Ali Ba in the Togolese capital Lomé."
        " The two sides agreed to reopen the border."
    )
    assert any(row.startswith("TCD AGREE MLI") for row in events(code, text))


@pytest.mark.parametrize(
    "text",
    [
        "Chad lent Mali 4 million US dollars.",
        "Chad gave food valued at 2 million US dollars to Mali.",
    ],
)
def test_a_currency_is_no_state(code: Coder, text: str) -> None:
    assert events(code, text) == ["TCD AID MLI occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile became the first country to impose sanctions on Kenya.", ["SANCTION CHL KEN"]),
        ("Peru is the latest state to expel Kenyan diplomats.", ["SANCTION PER KEN"]),
        ("Peru and Chile were among the states to recognise Kosovo.", ["SUPPORT PER+CHL XKX"]),
        (
            "Peru's navy struck, prompting Chile to recall its envoy from Lima.",
            ["SANCTION CHL PER"],
        ),
        ("Chile is the only state not to have imposed sanctions on Kenya.", []),
        ("Peru could strike, prompting Chile to recall its envoy from Lima.", []),
    ],
)
def test_whoever_is_first_or_is_prompted_to_do_it_does_it(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert sides(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Mali accused each other of lying.", ["ACCUSE TCD MLI"]),
        ("Chadian and Malian officials have each accused the other.", ["ACCUSE TCD MLI"]),
        ("Chad and Mali traded insults.", ["ACCUSE TCD MLI"]),
        ("Chad and Mali have been trading threats.", ["THREATEN TCD MLI"]),
        ("Chad blamed the raid on Mali.", ["ACCUSE TCD MLI"]),
        ("Chad blamed Mali for the raid on Niger.", ["ACCUSE TCD MLI"]),
        ("Chad condemned the raid on Mali.", []),
        ("Chad attacked Mali's General Ana Silva for having lied.", ["ACCUSE TCD MLI"]),
    ],
)
def test_who_is_blamed_and_by_whom(code: Coder, text: str, expected: list[str]) -> None:
    assert sides(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chadian troops are advancing along the lake in Mali's north.", ["MOBILIZE TCD MLI"]),
        ("Chad's Third Brigade inflicted 20 casualties on Malian troops.", ["ASSAULT TCD MLI"]),
        ("Chadian and Malian troops fought an hour-long battle.", ["ASSAULT TCD MLI"]),
        ("This is Chad's deepest incursion into Mali since 1990.", ["ASSAULT TCD MLI"]),
        ("A Chilean bank hit by Canadian sanctions has closed.", ["SANCTION CAN CHL"]),
        (
            "ECOWAS issued warnings to the military councils in Mali and Niger.",
            ["THREATEN IGO MLI+NER"],
        ),
        (
            "Daniel Noboa, the president of Ecuador, orders soldiers to the Peruvian border.",
            ["MOBILIZE ECU PER"],
        ),
    ],
)
def test_fights_blows_and_threats_have_two_sides(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert sides(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway announced sanctions on Belarus.", ["SANCTION NOR BLR"]),
        (
            "Norway signed a law authorising sanctions to punish Belarusian judges.",
            ["SANCTION NOR BLR"],
        ),
        ("Norway vowed new tariffs on Belarusian goods.", ["THREATEN NOR BLR"]),
        ("Norway announced the lifting of sanctions on Belarus.", ["CONCEDE NOR BLR"]),
        ("Norway announced plans for sanctions against Belarus.", []),
        ("Norway warned that it would reimpose UN sanctions.", []),
    ],
)
def test_what_undoes_or_only_plans_a_measure_is_none(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert sides(code, text) == expected


def test_according_to_whom_something_was_done_it_was_not_done_to_him(code: Coder) -> None:
    events = code("Belarus is buying crude for a high price, according to Peruvian figures.")[
        "events"
    ]
    assert not any("PER" in row["recipient_countries"] for row in events)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who condemns a raid has made none; who carries it out has.
        ("The shelling of a Peruvian village was condemned by Chile.", []),
        ("Saturday's raid on a Peruvian port was seen by Chile as a warning.", []),
        ("The raid on a Peruvian port was carried out by Chile.", ["ASSAULT CHL PER"]),
        # A deed near a border is done where it is, not to those beyond it.
        ("Chile shot down a drone near the Peruvian border.", []),
        ("Chile shot down a drone near Peru.", ["ASSAULT CHL PER"]),
        # Only who tells of it has another state than those to whom it is done at home.
        (
            "Cuba freed 40 dissidents on Monday, Norway's foreign ministry said.",
            ["RETREAT CUB CUB"],
        ),
        # What is the country's is that of who tells of it.
        ("Peru's premier said Chile had hacked the country's servers.", ["COERCE CHL PER"]),
        ("Chilean Su-24s bombed a Peruvian base.", ["ASSAULT CHL PER"]),
        # Whose soldiers are not let in has refused nothing.
        ("Chad rejected the deployment of Omani troops in Chad.", ["REJECT TCD OMN"]),
        # Opponents and reporters are held by their own state where no other is named.
        ("The arrest of a Togolese opposition leader sparked protests.", ["COERCE TGO TGO"]),
    ],
)
def test_only_who_takes_part_is_a_side(code: Coder, text: str, expected: list[str]) -> None:
    assert [side for side in sides(code, text) if not side.startswith("ACCUSE")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan President William Ruto will meet Canadian Prime Minister Mark Carney at a summit"
            " in Peru next month.",
            ["AGREE KEN CAN"],
        ),
        (
            "Kenyan President William Ruto's meeting with Canadian Prime Minister Mark Carney in"
            " Lima lasted an hour.",
            ["CONSULT KEN CAN"],
        ),
        ("Kenyan President William Ruto attended a summit in Peru.", ["CONSULT KEN PER"]),
        (
            "Kenyan President William Ruto will meet Canadian Prime Minister Mark Carney at a summit"
            " in Canada next month.",
            ["AGREE KEN CAN"],
        ),
    ],
)
def test_where_others_are_met_is_no_side(code: Coder, text: str, expected: list[str]) -> None:
    assert sides(code, text) == expected


def test_a_crowd_before_an_embassy_clashes_with_its_own_police(code: Coder) -> None:
    text = "In Kenya, protesters clashed with riot police outside the embassy."
    assert sides(code, text) == ["PROTEST KEN KEN"]


@pytest.mark.parametrize(
    "text",
    [
        "A poet spoke in Stockholm. Nine of her young supporters were arrested overnight.",
        "Soldiers have run the port of Kismayo since May. Teachers are being jailed there in dozens.",
        "Two Greek pilots were jailed by a court in Sevastopol.",
        "A court in Sukhumi sentenced three Greek pilots to prison.",
        "A Greek pilot was arrested in Hargeisa on Monday.",
    ],
)
def test_whoever_rules_elsewhere_is_not_taken_for_the_state_told_of(code: Coder, text: str) -> None:
    assert sides(code, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A poet spoke in Stockholm. Nine of her supporters were arrested in Togo.",
            "COERCE TGO TGO",
        ),
        ("Nine supporters of a poet were arrested in Lomé overnight.", "COERCE TGO TGO"),
        ("Two Greek pilots were jailed by a court in Tbilisi.", "COERCE GEO GRC"),
        ("Togo condemned the Franco-Malian pact and an Irish-Maltese proposal.", "ACCUSE TGO MLI"),
        ("Togo condemned the Irish-Maltese proposal.", "ACCUSE TGO IRL+MLT"),
        ("Irish-Maltese airstrikes hit Libya.", "ASSAULT IRL+MLT LBY"),
        ("Togo called for an end to the Irish-owned blockade.", "REQUEST TGO IRL"),
        ("Togo called for restraint in the Peru-Chile border dispute.", "REQUEST TGO PER+CHL"),
        ("Togo urged Chile to return to the Peru-Chile talks.", "REQUEST TGO CHL"),
    ],
)
def test_all_that_hyphens_join_and_who_rules_a_place_are_meant(
    code: Coder, text: str, expected: str
) -> None:
    assert expected in sides(code, text)


def test_who_abducts_somebody_is_named_behind_by(code: Coder) -> None:
    assert sides(code, "The war in Mali went on. Keller was abducted by Boko Haram.") == []
    assert sides(code, "A nurse was kidnapped in Mali.") == ["ASSAULT MLI MLI"]


def test_where_a_firm_has_its_seat_is_not_blamed(code: Coder) -> None:
    assert sides(code, "The Malta-registered charity has been sharply criticised by Greece.") == []
    assert sides(code, "The Dubai-based broker has been sharply criticised by Greece.") == []
    assert sides(code, "The Maltese charity has been sharply criticised by Greece.") == [
        "ACCUSE GRC MLT"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who is named inside a phrase is not whose it is, nor who hands it over.
        (
            "Modi's Sudan plan will be discussed during talks with Ruto in Nairobi.",
            ["AGREE IND KEN"],
        ),
        (
            "The nuncio conveyed the greetings of Emmanuel Macron to William Ruto.",
            ["SUPPORT FRA KEN"],
        ),
        ("Togo sent condolences to the families of Omani sailors.", ["SUPPORT TGO OMN"]),
        # Whom a reason names is not warned, and where one meets somebody is no side.
        ("Togo warned against haste, since it was Ghana that had built the dam.", []),
        ("A meeting with Kenyan President William Ruto in Oslo on Friday may be hard.", []),
        # Who urges others to send help does not ask for himself, nor those whom it is for.
        (
            "Two former aides urged the deployment of French ground troops to help the Togolese army.",
            [],
        ),
        ("Togo asked for French troops to help its army.", ["REQUEST TGO FRA"]),
        # Whose decision it is, not what it is about.
        ("Ghana's haste to sell the port to Togo was criticised by Benin.", ["ACCUSE BEN GHA"]),
        (
            "Togolese officers said they objected to Ghana's “brazen arrest” of them.",
            ["ACCUSE TGO GHA"],
        ),
        ("Togo objected to Ghana's bid for the seat.", ["REJECT TGO GHA"]),
        # A promise tells what will be.
        ("Togo received assurances from Ghana that no shot had been fired.", []),
        ("Togo received assurances from Ghana that no shot would be fired.", ["AGREE GHA TGO"]),
    ],
)
def test_whose_it_is_and_who_is_only_named_in_it(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert sides(code, text) == expected


@pytest.mark.parametrize("along", ["along with", "together with", "as well as"])
def test_who_goes_along_does_it_too(code: Coder, along: str) -> None:
    assert sides(code, f"On Sunday Togo {along} Benin bombed Mali.") == ["ASSAULT TGO+BEN MLI"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana, whose navy seized a Togolese trawler in May, wants calm.", ["COERCE GHA TGO"]),
        ("Zambia, whose warplanes bombed Malawi, is alone.", ["ASSAULT ZMB MWI"]),
        ("Oman, whose government expelled Iran's ambassador, is calm.", ["SANCTION OMN IRN"]),
        ("Oman, whose troops Iran attacked in 1975, is calm.", ["ASSAULT IRN OMN"]),
        ("Oman jailed a farmer whose son attacked Iran.", []),
    ],
)
def test_what_is_done_by_whose_army_its_state_does(
    code: Coder, text: str, expected: list[str]
) -> None:
    assert sides(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile said they had shut their borders with Bolivia.", "SANCTION PER+CHL BOL"),
        ("Peru and Chile told Bolivia that they would recall their envoys.", ""),
        ("Norway, Iceland and Malta said they were freezing Chad's assets.", "COERCE NOR+ISL+MLT TCD"),
    ],
)  # fmt: skip
def test_they_are_all_who_said_so(code: Coder, text: str, expected: str) -> None:
    found = sides(code, text)
    assert expected in found if expected else not any("CHL" in side.split()[-1] for side in found)


@pytest.mark.parametrize("head", ["Two Fijian envoys expelled from Samoa",
                                  "Fijian imam deported from Samoa"])  # fmt: skip
def test_a_headline_leaves_out_were(code: Coder, head: str) -> None:
    (side,) = sides(code, head)
    assert side.endswith("WSM FJI")


def test_whose_extremists_somebody_pays_is_not_known(code: Coder) -> None:
    assert sides(code, "Oman financed extremists.") == []
    assert sides(code, "Oman financed rebels in Chad.") == ["AID OMN "]


@pytest.mark.parametrize("text", ["Thousands took to the streets of Lomé to protest against Benin.",
                                  "Hundreds marched through the centre of Lomé against Benin."])  # fmt: skip
def test_a_crowd_is_of_the_town_whose_streets_it_takes_to(code: Coder, text: str) -> None:
    assert "PROTEST TGO BEN" in sides(code, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Supporters of President Deby hold flags during a demonstration in N'Djamena.", 0),
        (
            "Supporters of the jailed ex-president hold flags during a demonstration in N'Djamena.",
            1,
        ),
    ],
)
def test_who_is_for_the_ruler_does_not_protest_against_him(
    code: Coder, text: str, expected: int
) -> None:
    rows = code(text)["events"]
    assert sum(row["event_type"] == "PROTEST" for row in rows) == expected


def test_of_several_guests_only_the_host_is_visited(code: Coder) -> None:
    rows = code(
        "Kenya's President William Ruto, Rwanda's President Paul Kagame and Uganda's President"
        " Yoweri Museveni brief the press at their meeting in Kampala."
    )["events"]
    assert {country for row in rows for country in row["recipient_countries"]} == {"UGA"}


def test_two_sides_are_states(code: Coder) -> None:
    (row,) = code("Ruto wants a trade deal with Japan. The two sides will negotiate in May.")[
        "events"
    ][-1:]
    assert (row["actor_ids"], row["recipient_ids"]) == (["KEN"], ["JPN"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Niger are meeting the demands of the bank.", []),
        ("Chad and Niger met their targets.", []),
        ("Chad met Niger's envoys over the demands of the bank.", ["CONSULT"]),
        ("Chad and Niger discussed the demands of the bank.", ["CONSULT"]),
    ],
)
def test_who_meets_demands_meets_nobody(code: Coder, text: str, expected: list[str]) -> None:
    assert [row["event_type"] for row in code(text)["events"]] == expected
