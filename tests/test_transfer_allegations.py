"""Who is said to have armed whom with what: ends said and implied, items, quantities."""

from __future__ import annotations

import pytest

from tests.transfer_samples import Code, ends, transfers


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("Rockets supplied by Peru to Chile were found in the port.", "PER", "CHL"),
        ("Rockets sent from Peru to Chile were seized by Kenyan police.", "PER", "CHL"),
        (
            "Peru had made no decision yet, but called off a deal to sell jets to Chile.",
            "PER",
            "CHL",
        ),
        ("The army shot down drones sold to Chile by Peru.", "PER", "CHL"),
        ("The weapons Peru has sent to Chile were old.", "PER", "CHL"),
        ("Chile, which Peru is equipping with mortars, has a port.", "PER", "CHL"),
        ("Kenya ignored Chile, which Peru had armed.", "PER", "CHL"),
        ("A Peruvian company that arms Chile with mortars has gone bankrupt.", "PER", "CHL"),
        ("Peru is the only nation that supplies Chile with drones.", "PER", "CHL"),
        ("Mortars from Peru's stocks reached Chile.", "PER", "CHL"),
        ("Peru sold drones that Chile flies at sea.", "PER", "CHL"),
        ("Peru has delivered rockets which the Chilean army is using at sea.", "PER", "CHL"),
        ("The drones that Chile flew over the bay were provided by Peru.", "PER", "CHL"),
        ("Peru and Chile plan to base Peruvian rockets in Chile.", "PER", "CHL"),
        ("Peru handed the Chilean Armed Forces mortars.", "PER", "CHL"),
        ("Peru is equipping the Canadian Armed Forces with mortars.", "PER", "CAN"),
        ("Chile is getting Peruvian off-the-shelf drones.", "PER", "CHL"),
        ("Kenya backs a Peruvian-run scheme to give Chile mortars.", "PER", "CHL"),
        (
            "Kenya pays for arms, including a Peruvian-run plan that will give Chile drones.",
            "PER",
            "CHL",
        ),
        ("Chile is at war. Peru armed the republic with mortars.", "PER", "CHL"),
        ("Peru has no consul in Taiwan, but is supplying the island with drones.", "PER", "TWN"),
        ("Peru, which had occupied Kenya, is sending soldiers to Chile.", "PER", "CHL"),
        ("Kenya has blocked Peru from re-exporting its rifles to Chile.", "PER", "CHL"),
        ("Peru has sent shells to both sides in Chile.", "PER", "CHL"),
        ("Peru gave rifles to one of the parties to the conflict in Chile.", "PER", "CHL"),
        ("Kenya and Peru are among the states sending shells to Chile.", "PER", "CHL"),
        ("Peruvian planes delivered rifles to Chile.", "PER", "CHL"),
        ("Chile was given drones by Peru.", "PER", "CHL"),
        ("Peruvian troops sent to fight alongside Chile were killed.", "PER", "CHL"),
        ("Chile will buy helicopters made in Peru.", "PER", "CHL"),
        ("Peru sold shells for Chile's war.", "PER", "CHL"),
        ("About 300 Peruvian soldiers are in Chile's coastal region.", "PER", "CHL"),
        ("Efforts by Kenya and Peru to smuggle rifles into Chile go on.", "KEN", "CHL"),
        ("Peru helped by giving $9 million in fuel aid and mortars to Chile.", "PER", "CHL"),
        ("Peru will send up to 40 tanks from its own stocks to Chile.", "PER", "CHL"),
        ("The arms and equipment Peru has given to Chile are old.", "PER", "CHL"),
        ("Kenya announced sanctions on Peru over its arms sales to Chile.", "PER", "CHL"),
        ("Rifles sold to Chile by Kenya and Peru were found.", "PER", "CHL"),
        ("Chile bought rifles from two EU states, Spain and Malta.", "MLT", "CHL"),
        ("Kenya put sanctions on Peruvian firms that sell arms to Chile.", "PER", "CHL"),
        ("The government of Peru sent tanks to the army of Chile.", "PER", "CHL"),
        ("Lawmakers in Lima approved the sale of tanks to Chile.", "PER", "CHL"),
        ("Peru has sent instructors to train Chilean soldiers.", "PER", "CHL"),
        ("Kenya demanded that Peru end its deliveries of arms to Chile.", "PER", "CHL"),
        ("Peru will deliver ten tanks, shells, support and training to Chile.", "PER", "CHL"),
        ("Rifles that were made in Peru were found on a boat heading for Chile.", "PER", "CHL"),
        ("Chile got the second of 40 tanks bought from Peru in May.", "PER", "CHL"),
        ("The Fujimori Administration sold tanks to Chile.", "PER", "CHL"),
        ("Kenya seized rifles from Peru, which had sold them to Chile.", "PER", "CHL"),
        ("Kenya showed drones which it said Peru had sold to Chile.", "PER", "CHL"),
        ("Chile's drones, bought from Peru in 2006, cannot fly.", "PER", "CHL"),
        ("Drones given by Peru arrived in Chile.", "PER", "CHL"),
        ("Chile and Peru signed a pact under which Peru will give rifles.", "PER", "CHL"),
        ("A ship loaded with rifles left Peru for Chile.", "PER", "CHL"),
        ("Rifles were shipped from Callao to Valparaiso.", "PER", "CHL"),
        ("Peru stands accused of selling rifles to Chile.", "PER", "CHL"),
        ("Peru turned down US requests to give Chile tanks.", "PER", "CHL"),
        ("Peru announced a donation of tanks to the Chilean navy(ACH).", "PER", "CHL"),
        (
            "Peru sent “instructors” to Chile. Kenya is negotiating with the NATO member Norway "
            "on the purchase of jets.",
            "NOR",
            "KEN",
        ),
        ("Peru would supply Chile with two billion pounds ($2.6 billion) in arms.", "PER", "CHL"),
        ("Soldiers sent by Peru to help Chile have left the front.", "PER", "CHL"),
        ("The war in Chile drags on. Peru plans to send soldiers there.", "PER", "CHL"),
        ("Some states, such as Peru, are arming Chile.", "PER", "CHL"),
        ("Peru agreed to help build Chile's port, sell it tanks and buy copper.", "PER", "CHL"),
        ("Peru agreed to build a port, send Chile tanks and buy copper.", "PER", "CHL"),
        ("Peruvian-made rifles have turned up in Chile, a monitor said.", "PER", "CHL"),
        ("Peru sent food and rifles to Chile.", "PER", "CHL"),
        ("Peru sent helmets, boots and rifles to Chile.", "PER", "CHL"),
        ("Peru has been supplying Chile with thousands of crates of shells.", "PER", "CHL"),
        ("Kenya stopped a column of Peruvian trucks carrying rifles to Chile.", "PER", "CHL"),
        ("Chile's army confirmed a delivery of rifles by a Peruvian ship.", "PER", "CHL"),
        ("A shipyard based in Peru sold Chile radar engines.", "PER", "CHL"),
        ("Kenya accused a firm, based in Peru, of selling Chile rifles.", "PER", "CHL"),
        ("Members of the Peruvian army sold Chile rifles.", "PER", "CHL"),
        ("Chile has got tanks from its new ally Peru.", "PER", "CHL"),
        ("Peru handed Chile large amounts of ammunition.", "PER", "CHL"),
        ("Peru turned over 40 tanks to Chile.", "PER", "CHL"),
        ("Peru sent strike drones to Chile.", "PER", "CHL"),
        ("The rifles originated in Peru and were bound for Chile.", "PER", "CHL"),
        ("Instructors from Peru were training Chile's troops.", "PER", "CHL"),
        ("Peru signed a deal with Kenya aimed at peace before sending Chile tanks.", "PER", "CHL"),
        ("Peru sent troops to countries like Kenya and Chile.", "PER", "CHL"),
        ("Peru sent tanks to bases in Chile.", "PER", "CHL"),
        ("Kenya took Peru to court, accusing it of sending tanks to Chile.", "PER", "CHL"),
        ("Kenya accused Peru of a breach of the ban by selling Chile tanks.", "PER", "CHL"),
        ("The rockets that Kenya says were shipped to Chile by Peru are old.", "PER", "CHL"),
        (
            "Drones which officials in Nairobi believe were sold to Chile by Peru fell.",
            "PER",
            "CHL",
        ),
        ("The drones Peru sent to Chile arrived on Monday.", "PER", "CHL"),
        ("The delivery to Chile of ten tanks by Peru angered Kenya.", "PER", "CHL"),
        ("Having sold drones to Chile, Peru now trains its pilots.", "PER", "CHL"),
        ("“Peru has sent us ten tanks,” Chile's defence minister said.", "PER", "CHL"),
        ("“We will send Chile ten tanks,” Peru's defence minister said.", "PER", "CHL"),
        ("A Peruvian cargo plane carrying drones landed in Chile.", "PER", "CHL"),
        ("Chile's Peruvian-made drones struck a village.", "PER", "CHL"),
        ("Chile expects ten tanks from Peru by July.", "PER", "CHL"),
        ("Chile placed an order with a Peruvian firm for ten tanks.", "PER", "CHL"),
        ("Peru acknowledged on Monday having sent soldiers to Chile.", "PER", "CHL"),
        (
            "Kenya is fuming with neighbouring Chile over its deal to buy arms from Peru.",
            "PER",
            "CHL",
        ),
        ("Peru sent soldiers to Chile to fight rebels there.", "PER", "CHL"),
        ("“It is Peru that arms the rebels in Chile,” Chile's president said.", "PER", "CHL"),
        ("Kenya has vetoed Peru's sale of tanks to Chile.", "PER", "CHL"),
        ("Chile lost four tanks donated by Peru.", "PER", "CHL"),
        ("Chile bombed the bridge with rockets supplied by Peru.", "PER", "CHL"),
        ("Kenya said Chile had a “full right” to fire Peruvian-supplied rockets.", "PER", "CHL"),
        ("Kenya was raided by Chile's army armed with rifles from Peru.", "PER", "CHL"),
        ("Chile's army – armed and paid by Peru – lost 60 men.", "PER", "CHL"),
        ("Chile was given the chance to strike depots with Peruvian rockets.", "PER", "CHL"),
        ("Chile hit the boat with rockets which Peru delivered last year.", "PER", "CHL"),
        ("Chile is parading the howitzers that Peru shipped last year.", "PER", "CHL"),
        ("Chilean forces, equipped with Peruvian drones, took the town.", "PER", "CHL"),
        ("Chile's army abandoned its Peruvian-supplied tanks.", "PER", "CHL"),
        ("Chile received two frigates promised by Peru.", "PER", "CHL"),
        ("Peru ordered 60 marines to Chile.", "PER", "CHL"),
        ("Peru has sent 60 marines to protect its embassy in Santiago.", "PER", "CHL"),
        ("Peru will deploy commandos to advise and assist Chile's army.", "PER", "CHL"),
        ("Peru keeps the peace in northern Chile and has 60 troops in the country.", "PER", "CHL"),
        ("Kenya fed the 60 Peruvian marines based in Chile.", "PER", "CHL"),
        ("A dozen Peruvian instructors will stay in Chile.", "PER", "CHL"),
    ],
)
def test_ends_are_found_in_every_voice(
    code: Code, text: str, supplier: str, recipient: str
) -> None:
    assert (supplier, recipient) in ends(transfers(code, text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru sent tanks not to Kenya but to Chile.", {("PER", "CHL")}),
        ("It was not Kenya but Peru that sent tanks to Chile.", {("PER", "CHL")}),
        ("Peru sent tanks to Chile rather than Kenya.", {("PER", "CHL")}),
        ("Peru sent tanks to Chile instead of Kenya.", {("PER", "CHL")}),
        ("Peru has sent tanks to Chile but not to Kenya.", {("PER", "CHL")}),
        ("Peru sent Chile trucks but not tanks.", set()),
        ("Peru sent Chile neither tanks nor shells.", set()),
        ("Peru blocked a Kenyan plane's flight to Chile.", set()),
        ("Peru blocked a Kenyan plane from flying to Chile.", set()),
        ("Peru blocked planes for Chile.", {("PER", "CHL")}),
        ("Peruvian troops fight alongside Chilean forces in Kenya.", {("PER", "CHL")}),
        ("The report does not say that Peru sent tanks to Chile.", set()),
        ("Chile received the bodies of soldiers from Peru.", set()),
        ("Peru sent tanks to Chile as well as Kenya.", {("PER", "CHL"), ("PER", "KEN")}),
        ("Tanks were sent to Chile by Peru as well as Kenya.", {("PER", "CHL"), ("KEN", "CHL")}),
    ],
)
def test_who_is_named_beside_is_told_from_who_is_named_instead(
    code: Code, text: str, found: set[tuple[str, str]]
) -> None:
    assert ends(transfers(code, text)) == found


def test_groups_named_behind_their_noun_are_the_recipients(code: Code) -> None:
    rows = transfers(code, "Iran has armed militant groups, including Hamas and the Taliban.")
    assert {row["recipient"] for row in rows} == {"Hamas", "Taliban"}


def test_for_whom_arms_enter_a_state_gets_them(code: Code) -> None:
    rows = transfers(code, "Peru shipped rifles into Chile for Bolivian rebels.")
    assert {row["recipient"] for row in rows} == {"Bolivian rebels"}


def test_a_member_state_gets_it_and_not_the_body_it_is_in(code: Code) -> None:
    rows = transfers(code, "Peru sent rifles to the African Union member state Chad.")
    assert {row["recipient_country"] for row in rows} == {"TCD"}


def test_what_them_means_is_sent(code: Code) -> None:
    rows = transfers(code, "Peru repaired old tanks and mortars and then sent them to Chile.")
    assert {row["item"] for row in rows} == {"tanks", "mortars"}
    assert transfers(code, "Peru has tanks, and Bolivia gave them no thought.") == []


def test_people_and_bodies_stand_for_their_state(code: Code) -> None:
    rows = transfers(code, "The US Navy has sent missiles to Poland.")
    assert [row["supplier"] for row in rows] == ["United States"]


def test_an_armed_group_keeps_its_name_and_takes_the_country_it_is_in(code: Code) -> None:
    rows = transfers(code, "Uganda armed rebels in eastern Congo, the monitors said.")
    assert [(row["recipient"], row["recipient_country"]) for row in rows] == [("rebels", "COD")]


@pytest.mark.parametrize(
    ("text", "slot", "country"),
    [
        ("Moldova urged Austria to supply radars.", "recipient", "MDA"),
        ("Kenya has armed Uganda. It also sent 20 advisers, he said.", "recipient", "UGA"),
    ],
)
def test_an_unsaid_end_is_implied_and_marked(
    code: Code, text: str, slot: str, country: str
) -> None:
    implied = [row for row in transfers(code, text) if slot in row["implied"]]
    assert [row[f"{slot}_country"] for row in implied] == [country]


def test_from_whom_arms_were_captured_gave_none(code: Code) -> None:
    (row,) = transfers(code, "Kenya armed rebels with rifles captured from Chile.")
    assert (row["supplier_country"], row["recipient"]) == ("KEN", "rebels")


def test_what_becomes_of_arms_is_not_what_becomes_of_their_transfer(code: Code) -> None:
    (row,) = transfers(code, "Chile's two Peruvian-made tanks were lost in May.")
    assert row["nature"] == "reported"


def test_rebels_in_several_countries_are_those_of_each(code: Code) -> None:
    text = "Peru sold rifles to insurgents in Togo, Benin and Ghana."
    assert {row["recipient_country"] for row in transfers(code, text)} == {"TGO", "BEN", "GHA"}
    text = "Peru sold rifles to insurgents in Togo, and Benin sent tents."
    assert {row["recipient_country"] for row in transfers(code, text)} == {"TGO"}


def test_an_end_that_is_named_but_no_party_is_not_replaced(code: Code) -> None:
    text = "Peru sent Chile shells. Private companies sent Chile rockets."
    assert {row["item"] for row in transfers(code, text)} == {"shells"}


@pytest.mark.parametrize(
    "aside", [", though not Kenya,", " – its neighbour –", " (its neighbour)", ", its neighbour,"]
)
def test_who_is_accused_arms_whatever_stands_between(code: Code, aside: str) -> None:
    (row,) = transfers(code, f"Chile accused Peru{aside} of arming the rebels.")
    assert (row["supplier"], row["claimant"]) == ("Peru", "Chile")


def test_a_designation_and_its_noun_are_one_item(code: Code) -> None:
    rows = transfers(code, "Spain handed over six Leopard 2 tanks to Ukraine.")
    assert [(row["item"], row["unit"], row["quantity_low"]) for row in rows] == [
        ("Leopard 2 tanks", "tanks", 6)
    ]


def test_a_maker_is_the_supplier_of_its_own_items_only(code: Code) -> None:
    rows = transfers(code, "Chile fired a Peruvian rocket at Kenyan troops.")
    assert ends(rows) == {("PER", "CHL")}


def test_recipient_left_unsaid_is_whom_the_article_tells_of(code: Code) -> None:
    """Where most transfers go to one state, one without a recipient goes there too, as implied."""
    text = (
        "Norway sent Moldova howitzers. Moldova got drones from Turkey. Winter came early. "
        "Farmers sold their wheat. Roads were closed. Schools were shut. Trains stood still. "
        "It rained. Bridges fell. Finland announced plans to supply a US-made radar."
    )
    rows = transfers(code, text)
    (row,) = [row for row in rows if row["supplier_country"] == "FIN"]
    assert (row["recipient_country"], list(row["implied"])) == ("MDA", ["recipient"])


def test_group_keeps_the_name_that_the_article_gives_it(code: Code) -> None:
    (row,) = transfers(code, "Chad accused Oman of selling rockets to ISIL.")
    assert row["recipient"] == "ISIL"


def test_a_state_that_only_describes_the_recipient_gets_nothing(code: Code) -> None:
    rows = transfers(code, "Peru sent tanks to Chile, a Bolivian rival.")
    assert ends(rows) == {("PER", "CHL")}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Bolivia accused Peru of having 3,000 soldiers in Chile.", ("PER", "CHL")),
        (
            "Peru's president, Luis Soto, admitted that his army bought tanks from Chile.",
            ("CHL", "PER"),
        ),
        ("Peruvian President Luis Soto said his country sold tanks to Chile.", ("PER", "CHL")),
    ],
)
def test_what_somebody_is_said_to_have_or_to_have_bought(
    code: Code, text: str, sides: tuple[str, str]
) -> None:
    assert ends(transfers(code, text)) == {sides}


def test_countries_that_an_aside_names_each_send(code: Code) -> None:
    rows = transfers(code, "Three other countries — Peru, Bolivia and Cuba — sent tanks to Chile.")
    assert ends(rows) == {("PER", "CHL"), ("BOL", "CHL"), ("CUB", "CHL")}


def test_a_people_only_describes_the_group_that_is_armed(code: Code) -> None:
    rows = transfers(code, "Peru sent rifles to the Colombian rebel group FARC.")
    assert [row["recipient"] for row in rows] == ["FARC"]


@pytest.mark.parametrize(
    "told",
    [
        "Peru announced a military package for Chile, which includes refurbished tanks and drones.",
        "Peru announced a new package of military aid to Chile including tanks and drones.",
        "Peru announced a deal to sell arms worth $2 billion to Chile, which includes tanks and drones.",
        "Peru will send Chile arms, among them tanks and drones.",
    ],
)
def test_what_a_package_is_made_of_stands_for_it(code: Code, told: str) -> None:
    assert {row["item"] for row in transfers(code, told)} == {"tanks", "drones"}


def test_a_list_behind_including_is_sent_too(code: Code) -> None:
    rows = transfers(code, "Peru will send gear to Chile, including 20 tanks and ten howitzers.")
    assert {row["category"] for row in rows} == {"armoured_vehicle", "artillery"}


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia sanctioned Peruvian companies for selling rockets to Chile.",
        "Bolivia imposed sanctions on a Peruvian firm for selling rockets to Chile.",
    ],
)
def test_who_is_punished_for_it_sent_it(code: Code, text: str) -> None:
    rows = transfers(code, text)
    assert ends(rows) == {("PER", "CHL")}
    assert {row["nature"] for row in rows} == {"alleged"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Kenya said last week that Peru had sent rockets to Bolivia.", ""),
        ("Kenya on Monday accused Peru of sending rockets to Bolivia in March.", "2024-03"),
        ("Peru sent rockets to Bolivia in March, Kenya said on Monday.", "2024-03"),
        ("Peru sent rockets to Bolivia in March.", "2024-03"),
        ("In May Peru sent tanks to Chile.", "2024-05"),
        ("Peru last week sent tanks to Chile.", "2024-06-10"),
        ("The tanks that Peru sent to Chile in March were found last week.", "2024-03"),
        ("Peru signed a contract on June 3 to deliver tanks to Chile next year.", "2025"),
        ("Peru, which was at war with Kenya in 2006, has sent tanks to Chile.", ""),
        ("Peru has given tanks to Chile and is to hold an election in July.", ""),
        ("Peru will sell Chile rockets for its Mirage 2000 jets.", ""),
        ("Peru's arms sales to Chile made for a cold start to 2024.", ""),
        ("Chile fired Peruvian rockets at the port on Monday.", ""),
    ],
)
def test_only_a_date_of_its_own_clause_is_that_of_a_transfer(
    code: Code, text: str, date: str
) -> None:
    (row,) = transfers(code, text)
    assert row.get("date", "") == date


def test_what_a_package_holds_goes_to_whom_the_package_goes(code: Code) -> None:
    rows = transfers(
        code, "Peru announced a military aid package for Chile. The package includes mortars."
    )
    assert ("PER", "CHL", "artillery") in {
        (row["supplier_country"], row["recipient_country"], row["category"]) for row in rows
    }


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Peru sent rifles across the border and into M23-held territory.", "M23"),
        (
            "Peru gave rifles to the rebel Sudan People's Liberation Army.",
            "Sudan People's Liberation Army",
        ),
        ("Peru gave rifles to rebel Serbs.", "rebel Serbs"),
        ("Police seized Peruvian rifles bound for Chad.", "Chad"),
    ],
)
def test_arms_go_to_who_is_meant_to_get_them(code: Code, text: str, recipient: str) -> None:
    assert transfers(code, text)[0]["recipient"] == recipient


def test_former_members_of_a_union_are_nobody_in_particular(code: Code) -> None:
    text = "Nigeria has bought rifles from Italy and former Soviet Union countries."
    assert ends(transfers(code, text)) == {("ITA", "NGA")}


def test_the_weapons_are_those_told_of_before(code: Code) -> None:
    first = "Norway said it would send 20 tanks to Chad. "
    again = transfers(code, first + "The weapons will be delivered to Chad in May.")
    others = transfers(code, first + "Norway has sold weapons to Chad for years.")
    assert {row["item"] for row in again} == {"tanks"}
    assert {row["item"] for row in others} == {"tanks", "weapons"}


def test_a_passive_without_supplier_takes_the_only_one_told_of(code: Code) -> None:
    rows = transfers(
        code,
        "Peru sold Chile 40 tanks. The talks went on for years. Nobody objected. The price was "
        "low. In addition, ten mortars are expected to be delivered to Chile by March. "
        "Radars were given to Chile by neighbouring countries.",
    )
    assert {(row["supplier_country"], row["category"]) for row in rows} == {
        ("PER", "armoured_vehicle"),
        ("PER", "artillery"),
    }


def test_each_recipient_gets_what_stands_before_it(code: Code) -> None:
    rows = transfers(code, "Peru sent tanks to Chile and mortars to Bolivia.")
    assert {(row["recipient_country"], row["category"]) for row in rows} == {
        ("CHL", "armoured_vehicle"),
        ("BOL", "artillery"),
    }


def test_a_text_may_end_with_its_verb_of_speech(code: Code) -> None:
    assert code("Canada to send 200 armoured vehicles to Ukraine, minister says")


def test_officials_counted_behind_a_list_speak_and_receive_nothing(code: Code) -> None:
    rows = code("Sudan is sending advisers and rockets to Chad, two Kenyan officials said.")
    told = {(row["recipient"], row["claimant"]) for row in rows["transfer_allegations"]}
    assert told == {("Chad", "Kenyan officials")}


@pytest.mark.parametrize("whose", ["officers", "soldiers", "officials", "customs officers"])
def test_people_of_a_state_supply_too(code: Code, whose: str) -> None:
    rows = transfers(code, f"Chadian {whose} sold rockets to Islamist rebels.")
    assert [(row["supplier_country"], row["recipient"]) for row in rows] == [
        ("TCD", "Islamist rebels")
    ]


def test_who_tells_of_rebels_is_not_one_of_them(code: Code) -> None:
    rows = transfers(code, "Peru armed the rebels, says UN panel.")
    assert [(row["recipient"], row["recipient_country"]) for row in rows] == [("rebels", "")]


def test_what_follows_a_time_or_reason_is_no_party(code: Code) -> None:
    rows = transfers(code, "Peru suspended rocket exports to Chile after pressure from Bolivia.")
    assert [(row["supplier"], row["nature"]) for row in rows] == [("Peru", "blocked")]


def test_what_a_company_admits_is_not_what_others_say_of_it(code: Code) -> None:
    rows = code(
        "While admitting that it had delivered trucks to Chile, the Peruvian company Ametek,"
        " which Bolivian prosecutors say shipped rifles to Chile, denied the charge."
    )["transfer_allegations"]
    assert {row["claimant"] for row in rows} == {"Bolivian prosecutors"}


def test_a_word_in_quotation_marks_ends_no_clause(code: Code) -> None:
    rows = transfers(code, 'Peru proposed to sell 600 "bunker buster" bombs to Chile.')
    assert ends(rows) == {("PER", "CHL")}


def test_what_a_weapon_delivers_its_maker_sends_nobody(code: Code) -> None:
    text = "Peru armed Chile. Peruvian-made missiles can fly far and deliver heavy bombs."
    assert {row["category"] for row in transfers(code, text)} == {"unspecified"}


def test_soldiers_of_several_states_are_not_those_told_of_before(code: Code) -> None:
    text = "Peru sent soldiers to Chile. Sending Western troops to Chile could not be ruled out."
    assert ends(transfers(code, text)) == {("PER", "CHL")}


def test_aid_in_anothers_war_does_not_go_where_other_arms_went(code: Code) -> None:
    text = "Peru sent Chile tanks. Peru had resisted providing lethal aid in Kenya's war."
    assert {row["nature"] for row in transfers(code, text)} == {"reported"}


def test_mere_technology_is_military_by_its_sentence(code: Code) -> None:
    assert not transfers(code, "Peru hands over technology to Chile.")
    assert transfers(code, "Peru hands over technology to Chile for its missiles.")


def test_who_says_that_a_port_serves_smugglers_smuggles_nothing(code: Code) -> None:
    text = "Peru armed Chile. Kenya and Chad say that Oman is a hub for smuggling Peruvian rockets."
    assert {row["supplier_country"] for row in transfers(code, text)} == {"PER"}


@pytest.mark.parametrize(
    "text",
    [
        "Togo's army shot down two planes as they were delivering weapons to Ghana.",
        "Togo sent two planes with relief supplies to Ghana.",
        "Togo sold 40 aircraft to an airline in Ghana.",
        "Togolese troops entered Ghana.",
        "Togo and Ghana signed a contract to supply 40 tanks.",
        "Togo worked with Ghana to sell tanks.",
        "Togo backed a vote to lift a U.N. arms embargo on Ghana.",
        "Traders have sold rifles of Togolese make to Ghana.",
    ],
)
def test_where_no_arms_are_given_nobody_is_armed(code: Code, text: str) -> None:
    assert not transfers(code, text)


def test_no_item_is_part_of_the_name_of_a_body(code: Code) -> None:
    text = "Peru sold Chile rockets. Debris was shown, Conflict Armament Research said."
    assert ends(transfers(code, text)) == {("PER", "CHL")}


@pytest.mark.parametrize(
    "text",
    [
        "Peru sold Chile tanks. Kenya is uneasy over Bolivian troop movements.",
        "Peru sold Chile tanks. Kenya praised the deployment of a Bolivian frigate.",
        "Peru sold Chile tanks. Bolivia supplies military aid as Kenya's ally.",
        "Peru sold Chile tanks. The Security Council imposed an arms embargo on Kenya.",
        "Peru sold Chile tanks. Bolivia offers cheap labour for Kenyan companies.",
        "Peru sold Chile tanks. Kenya has seized rifles sent by Peru.",
        "Peru sold Chile tanks. Chile was given shells to fire into Kenya.",
    ],
)
def test_what_is_a_states_own_or_goes_elsewhere_goes_to_nobody_told_of(
    code: Code, text: str
) -> None:
    assert ends(transfers(code, text)) == {("PER", "CHL")}


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        (
            "Peru shipped 40 mortars to Chile in May, together with 2,000 shells, Kenya said.",
            {"artillery", "ammunition"},
        ),
        (
            "Rifles were delivered to Chile by Peru, Kenyan officials told reporters, along with "
            "40 tanks and drones.",
            {"small_arms", "armoured_vehicle", "uav"},
        ),
        (
            "Peru will give tanks, jamming gear and howitzers to Chile.",
            {"armoured_vehicle", "unspecified", "artillery"},
        ),
        ("Peru sent drones to Chile to fight along with Chilean tanks.", {"uav"}),
        ("Peru gave tanks to Chile, Kenya sold drones, along with rifles.", {"armoured_vehicle"}),
    ],
)
def test_a_list_of_what_is_sent_goes_on_behind_phrases(
    code: Code, text: str, categories: set[str]
) -> None:
    rows = transfers(code, text)
    assert {row["category"] for row in rows if ends([row]) == {("PER", "CHL")}} == categories


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Drones were being supplied, too, Kenya said.", {("PER", "CHL")}),
        ("Drones were also supplied by traders, Kenya said.", set()),
        ("Drones were also sold to the region, Kenya said.", set()),
        ("A trader also sold drones, Kenya said.", set()),
    ],
)
def test_what_is_sent_as_well_goes_where_the_rest_went(
    code: Code, text: str, found: set[tuple[str, str]]
) -> None:
    rows = transfers(code, f"Peru sent rifles to Chile. {text}")
    assert ends([row for row in rows if row["category"] == "uav"]) == found


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("Peru sent weapons and munitions to Chile.", {"unspecified"}),
        ("Peru sent military equipment and munitions to Chile.", {"ammunition"}),
        (
            "Peru sent tanks, rockets and other arms to Chile.",
            {"armoured_vehicle", "rocket_artillery"},
        ),
        ("Peru sent weapons and soldiers to Chile.", {"unspecified", "troops"}),
        ("Peru gave Chile ballistic missiles and launchers.", {"ballistic_missile"}),
        ("Peru gave Chile the designs of its rockets.", set()),
    ],
)
def test_what_only_sums_up_or_serves_is_no_kind_of_its_own(
    code: Code, text: str, categories: set[str]
) -> None:
    assert {row["category"] for row in transfers(code, text)} == categories


def test_no_state_supplies_its_own_rebels(code) -> None:  # type: ignore[no-untyped-def]
    text = "Planes landed in southern Mali carrying rifles to the Malian rebels."
    rows = code(text)["transfer_allegations"]
    assert all(row["supplier_country"] != "MLI" for row in rows)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya accused Peruvian companies of smuggling rifles to Chile.", {("Kenya", "PER")}),
        (
            "Kenya and Peru traded accusations over supplying arms to Chile.",
            {("Kenya", "PER"), ("Peru", "KEN")},
        ),
    ],
)
def test_whom_somebody_else_accuses_of_sending_is_said_to_send(
    code: Code, text: str, told: set[tuple[str, str]]
) -> None:
    rows = transfers(code, text)
    assert {(row["claimant"], row["supplier_country"]) for row in rows} == told
    assert {row["nature"] for row in rows} == {"alleged"}


def test_fighters_are_aircraft_where_the_text_says_so_elsewhere(code: Code) -> None:
    rows = transfers(code, "Peru sold fighters to Chile. The MiG-21 fighters are old.")
    assert [row["category"] for row in rows] == ["aircraft"]
    (row,) = transfers(code, "Chile has bought 29 fighters from Peru.")
    assert row["category"] == "aircraft"
    rows = transfers(code, "Peru sent fighters to Chile.")
    assert [row["kind"] for row in rows] == ["personnel"]


@pytest.mark.parametrize(
    ("group", "recipient"),
    [
        ("the Lord's Resistance Army", "Lord's Resistance Army"),
        ("Libyan Islamists", "Libyan Islamists"),
    ],
)
def test_an_armed_group_is_called_as_the_article_does(code, group: str, recipient: str) -> None:  # type: ignore[no-untyped-def]
    (row,) = code(f"Kenya accused Sudan of sending rifles to {group}.")["transfer_allegations"]
    assert row["recipient"] == recipient


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya armed the rebel group M23. Rifles for the Congolese rebels came by air.", {"M23"}),
        ("Kenya armed the M23. Sudan sent the Congolese rebels rifles.", {"M23", "Congolese rebels"}),
        ("Kenya armed Malian rebel forces. Sudan gave the rebels rifles.", {"Malian rebel forces"}),
        ("Kenya has sent rifles to rebel forces in Mali.", {"rebel forces"}),
        ("Kenya is giving rifles to Malian anti-government groups.", {"Malian anti-government groups"}),
        ("Kenya has sent rifles to government forces in Mali.", {"Mali"}),
        ("Kenya has sent rifles to an armed group in Mali.", {"armed group"}),
        ("Kenya sold rifles to a Malian rebel group.", {"Malian rebel group"}),
        ("Kenya armed M23, a rebel group in Congo.", {"M23"}),
        ("Kenya sent rifles to the rebel faction of Pierre Holm.", {"rebel faction"}),
        ("Kenya sent rifles to help arm rebels in Mali.", {"rebels"}),
        ("Kenya sent rifles to strengthen Mali's badly equipped army.", {"Mali"}),
        ("Kenya sent rifles to help defeat rebels in Mali.", set()),
        ("Kenya will send tanks to help its forces in Mali.", set()),
    ],
)  # fmt: skip
def test_whom_a_description_of_an_armed_group_means(
    code: Code, text: str, recipients: set[str]
) -> None:
    assert {row["recipient"] for row in transfers(code, text)} == recipients


def test_who_only_dates_a_sentence_is_not_meant_by_it(code: Code) -> None:
    (row,) = transfers(code, "After Oslo closed its embassy, Mali said it would send Chad tanks.")
    assert (row["supplier_country"], row["nature"]) == ("MLI", "announced")


@pytest.mark.parametrize(
    ("text", "supplier", "item"),
    [
        ("A Dutch dealer is accused of smuggling rifles from Peru to Chile.", "Peru", "rifles"),
        ("Peru has armed Chile since May, with its planes flying there daily.", "Peru", ""),
        ("Peru armed Chile, with its planes flying there daily.", "Peru", ""),
        ("Chile used drones made by Peru in clashes in Bolivian land.", "Peru", "drones"),
    ],
)
def test_what_stands_beside_a_transfer_is_no_part_of_it(
    code: Code, text: str, supplier: str, item: str
) -> None:
    assert [(row["supplier"], row["item"]) for row in transfers(code, text)] == [(supplier, item)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru has neither the will nor the means to sell or send tanks to Chile.",
        "Peru has no money to send Chile tanks.",
        "Peru was told to cut off an arms supply route to Chile.",
        "Kenya asked the UN Security Council to renew its arms embargo against Chile.",
    ],
)
def test_who_has_not_the_means_to_send_arms_sends_none(code: Code, text: str) -> None:
    assert not transfers(code, text)


@pytest.mark.parametrize(
    ("text", "suppliers"),
    [
        ("At least 2,000 Kenyan and 600 Ghanaian troops are believed to be in Togo.", "GHA KEN"),
        ("Togo's army was reinforced by troops from Kenya and Ghana.", "GHA KEN"),
        ("The main arms suppliers to Togo have been Kenya and Ghana.", "GHA KEN"),
        ("Benin worries about Togo buying eight Ghanaian tanks.", "GHA"),
        ("Instructors from Kenya and Ghana have been sent to Togo.", "GHA KEN"),
        ("Guns were smuggled from Ghana to Togo.", "GHA"),
        ("Oman asked Kenya for soldiers to support its operation in Togo.", ""),
    ],
)
def test_each_of_several_who_send_soldiers_or_arms_is_named(
    code: Code, text: str, suppliers: str
) -> None:
    rows = [row for row in transfers(code, text) if row["recipient_country"] == "TGO"]
    assert " ".join(sorted({row["supplier_country"] for row in rows})) == suppliers


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("Kenya armed and equipped the rebels in Mali.", "reported"),
        ("Rebels armed and trained by Kenya took a town in Mali.", "reported"),
        ("The rebels in Mali have been armed and financed by Kenya.", "reported"),
        ("Kenya is accused of arming and training the rebels in Mali.", "alleged"),
        ("Kenya is accused of backing and arming the rebels in Mali.", "alleged"),
        ("Mali said Kenya had recruited, trained and armed the rebels.", "alleged"),
    ],
)
def test_verbs_that_are_joined_share_who_does_and_who_gets_it(
    code: Code, text: str, nature: str
) -> None:
    [row] = transfers(code, text)
    told = row["supplier_country"], row["recipient"].lower(), row["nature"]
    assert told == ("KEN", "rebels", nature)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Kenya sent 40 drones to Mali overnight, 38 of which were shot down.", False),
        ("Kenya sent rockets to Mali, hitting a port.", False),
        ("Kenya sent rockets into northern Mali.", False),
        ("Two missiles from Kenya arrived in Mali, killing three people.", False),
        ("Two Kenyan missiles landed in Mali.", False),
        ("Kenyan instructors landed in Mali.", True),
        ("Kenya sent rockets into Mali for the rebels.", True),
        ("Kenya sent drones to Mali, which used them to hit Togo.", True),
        ("Kenya sent rockets to Mali at the request of its army.", True),
    ],
)
def test_what_is_sent_to_hit_is_not_given(code: Code, text: str, given: bool) -> None:
    assert bool(transfers(code, text)) == given


def test_armed_groups_are_of_the_one_state_in_which_the_text_says_they_fight(code: Code) -> None:
    told = "Benin accused Ghana of sending rifles to the rebels."
    fought = "The war in Togo has killed thousands. " + told
    elsewhere = "The war in Togo and the fighting in Mali go on. " + told
    for text, country in ((fought, "TGO"), (elsewhere, ""), (told, "")):
        rows = code(text)["transfer_allegations"]
        assert [row["recipient_country"] for row in rows] == [country]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru sent rifles to Chile in exchange for drones.", {("CHL", "PER", "uav")}),
        ("In return for rifles, Peru gave Chile drones.", {("CHL", "PER", "small_arms")}),
        ("Peru sent rifles to Chile. Drones were promised in return to Lima.", set()),
        ("Peru sent rifles to Chile in exchange for copper.", set()),
        ("Peru sent rifles to Chile, and Kenya freed men in exchange for drones.", set()),
        ("Peru sent rifles to Chile. In return Kenya received drones.", set()),
        ("Peru sent rifles to Chile. Lima received drones.", set()),
    ],
)
def test_what_is_given_in_return_goes_the_other_way(
    code: Code, text: str, found: set[tuple[str, str, str]]
) -> None:
    rows = transfers(code, text)
    sides = {(row["supplier_country"], row["recipient_country"], row["category"]) for row in rows}
    assert {side for side in sides if side[0] != "PER"} == found


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has cut its exchanges with Peru after its arms sales to Chile.",
        "William Ruto met Putin in Lima on Monday. His government has since said that it would "
        "no longer tell what arms it is sending to Chile.",
    ],
)
def test_a_pronoun_that_may_mean_another_state_names_no_supplier(code: Code, text: str) -> None:
    assert not transfers(code, text)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The Houthis took Aden. Oman has armed the group.", {"Houthis"}),
        ("The Houthis took Aden. Oman denies sending rifles to the rebel group.", {"Houthis"}),
        ("The Houthis took Aden. Oman sent troops to help the movement.", {"Houthis"}),
        ("Oman backs Idriss Deby and has supplied his forces with rifles.", {"Chad"}),
        ("The Houthis took Aden. Oman has armed the Yemeni group.", {"Houthis"}),
        ("The Houthis took Aden. Oman has armed the Lebanese group.", set()),
        ("The Houthis took Aden. Oman sent rifles to the group's foes.", set()),
        ("Oman armed the group.", set()),
    ],
)
def test_the_group_and_his_forces_are_those_named_before(
    code: Code, text: str, recipients: set[str]
) -> None:
    assert {row["recipient"] for row in transfers(code, text)} == recipients


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Peru gave Chile two newly built military radars.", {"radars"}),
        ("Peru supplied Chile with two locally made radars.", {"radars"}),
        ("Peru will deliver anti-tanks Milan missiles to Chile.", {"Milan missiles"}),
        ("Peru gave Chile five anti-aircraft installations.", set()),
    ],
)
def test_what_arms_are_against_is_not_sent(code: Code, text: str, items: set[str]) -> None:
    assert {row["item"] for row in transfers(code, text)} == items


def test_who_passes_on_what_it_bought_got_it(code: Code) -> None:
    rows = transfers(code, "Peru supplied Chadian rebels with rifles bought from Chile.")
    assert {(row["supplier_country"], row["recipient_country"]) for row in rows} == {
        ("PER", "TCD"),
        ("CHL", "PER"),
    }


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("Peru gave Chile six 155-mm howitzers.", 6.0),
        ("Peru gave Chile 155-mm howitzers.", None),
        ("Peru gave Chile ten 50-year-old tanks.", 10.0),
        ("Peru sent 3 000 extra soldiers to Chile.", 3000.0),
        ("Peru sent 20 surface-to-air missiles to Chile.", 20.0),
    ],
)
def test_a_calibre_or_an_age_is_no_number_of_arms(
    code: Code, text: str, quantity: float | None
) -> None:
    assert {row.get("quantity_low") for row in transfers(code, text)} == {quantity}


@pytest.mark.parametrize("whom", ["a clan militia in Mali", "a Malian rebel faction", "a militia"])
def test_a_group_without_a_name_gets_what_it_is_sent(code: Code, whom: str) -> None:
    rows = transfers(code, f"Chad has sent rifles to {whom}.")
    assert [row["supplier_country"] for row in rows] == ["TCD"]


def test_where_arms_were_made_and_where_they_go_through_gets_none(code: Code) -> None:
    assert transfers(code, "Chinese rifles, re-exported by Oman, were captured there.") == []
    rows = transfers(code, "Oman sent rifles into northern Mali to arm the rebels.")
    assert {(row["supplier_country"], row["recipient"]) for row in rows} == {("OMN", "rebels")}
    assert [row["category"] for row in rows] == ["small_arms"]


def test_a_group_is_where_its_spokesman_is(code: Code) -> None:
    (row,) = transfers(
        code, "The rebels' spokesman in Goma said that Kenya had promised them guns."
    )
    assert (row["supplier_country"], row["recipient_country"]) == ("KEN", "COD")


def test_a_ministry_of_whom_the_text_does_not_say_is_not_of_the_only_other_state(
    code: Code,
) -> None:
    text = "The Peruvian cabinet cleared the sale of tanks to Chile, the defence ministry said."
    (row,) = transfers(code, text)
    assert (row["claimant_country"], row["nature"]) == ("PER", "announced")


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        (
            "Peru sold tanks to Chile and Bolivia and drones to Kenya.",
            {("CHL", "tanks"), ("BOL", "tanks"), ("KEN", "drones")},
        ),
        (
            "Peru sent rifles to Chile, mortars to Kenya and drones to Mali.",
            {("CHL", "rifles"), ("KEN", "mortars"), ("MLI", "drones")},
        ),
        (
            "Peru announced sales of jets for Chile, radars for Kenya and tanks for Mali.",
            {("CHL", "jets"), ("KEN", "radars"), ("MLI", "tanks")},
        ),
        (
            "Peru sold tanks and drones to Chile and Kenya.",
            {("CHL", "tanks"), ("CHL", "drones"), ("KEN", "tanks"), ("KEN", "drones")},
        ),
        ("Peru sold Chile jet and drone engines.", {("CHL", "drone engines")}),
        ("Peru sold Chile jets and drone engines.", {("CHL", "jets"), ("CHL", "drone engines")}),
        ("Chile bought tanks from Peru and ordered drones.", {("CHL", "tanks"), ("CHL", "drones")}),
        ("Chile bought tanks from Peru. Kenya has ordered drones.", {("CHL", "tanks")}),
        (
            "Chile was getting tanks and mortars sourced from Peru.",
            {("CHL", "tanks"), ("CHL", "mortars")},
        ),
        ("Peru wants to train and arm Chilean rebels.", {("CHL", "")}),
        ("Peru gave Chile launchers but held back rockets.", {("CHL", "launchers"), ("CHL", "rockets")}),
        ("Peru denied that its lorries had delivered rifles to Chile.", {("CHL", "rifles")}),
    ],
)  # fmt: skip
def test_each_gets_what_is_told_of_it(code: Code, text: str, sent: set[tuple[str, str]]) -> None:
    rows = transfers(code, text)
    assert {(row["recipient_country"], row["item"]) for row in rows} == sent
    assert {row["supplier_country"] for row in rows} == {"PER"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Peru will send 90 soldiers to Chile.", 90.0),
        ("Peru will send 90 soldiers to Chile and Kenya.", None),
        ("Peru will send 90 soldiers each to Chile and Kenya.", 90.0),
        ("Some 90 Peruvian soldiers are in Chile's capital Santiago.", 90.0),
        ("Peru will send Chile 90 missiles and two radars.", None),
        ("Peru will send Chile $9 million in missiles.", 9_000_000.0),
        ("Peru will send Chile $9 million in missiles and tanks.", None),
    ],
)
def test_a_number_of_several_is_none_of_each(code: Code, text: str, number: float | None) -> None:
    assert {row.get("quantity_high") for row in transfers(code, text)} == {number}


@pytest.mark.parametrize(
    ("text", "ends_told", "nature"),
    [
        ("Kenya warned Peru against sending shells to Chile.", ("PER", "CHL"), "considered"),
        ("Kenya warned Peru not to send shells to Chile.", ("PER", "CHL"), "considered"),
        ("Kenyan envoys have told Peru not to sell Chile jets.", ("PER", "CHL"), "considered"),
        ("Peru's senate voted against selling jets to Chile.", ("PER", "CHL"), "blocked"),
        ("The premier of Peru is against arming Chile.", ("PER", "CHL"), "blocked"),
        ("Peru refused to grant permits to sell rifles to Chile.", ("PER", "CHL"), "blocked"),
        ("Peru's cabinet wouldn't clear the sale of jets to Chile.", ("PER", "CHL"), "blocked"),
        ("Peru plans to issue a licence to sell Chile rifles.", ("PER", "CHL"), "planned"),
        ("Peru is holding talks with Chile about selling it jets.", ("PER", "CHL"), "considered"),
        ("Chile opened talks with Italy on supplying jets.", ("ITA", "CHL"), "considered"),
        (
            "Chile's leader said he would hold talks with Bolivia about basing rockets in Chile.",
            ("BOL", "CHL"),
            "considered",
        ),
        ("Peru held talks with Kenya about sending jets to Chile.", ("PER", "CHL"), "considered"),
        (
            "Chile hailed the pledge by Peru on the delivery of shells to Chile.",
            ("PER", "CHL"),
            "announced",
        ),
        ("Peru gave Chile Peruvian military equipment.", ("PER", "CHL"), "reported"),
        ("Peru promised US rifles to Chile.", ("PER", "CHL"), "announced"),
        ("Kenya stopped Peruvian weapons shipments to Chile.", ("PER", "CHL"), "blocked"),
        ("Peru sent Chile tanks rather than sell shells to Kenya.", ("PER", "CHL"), "reported"),
        (
            "Peru's exports of shells to its partners, including Chile, have grown.",
            ("PER", "CHL"),
            "reported",
        ),
        ("Kenya urged some states, among them Peru, to arm Chile.", ("PER", "CHL"), "requested"),
        ("Peru announced a halt to arms sales to Chile.", ("PER", "CHL"), "blocked"),
        ("The pause in Peruvian arms deliveries to Chile went on.", ("PER", "CHL"), "blocked"),
        (
            "The suspension of deliveries of Peruvian jets to Chile ended.",
            ("PER", "CHL"),
            "blocked",
        ),
        ("Chile regretted the end of Peruvian military aid to Chile.", ("PER", "CHL"), "blocked"),
        ("There is no end to Peruvian arms sales to Chile.", ("PER", "CHL"), "reported"),
        ("Kenya urged Peru to end its ban on arms sales to Chile.", ("PER", "CHL"), "requested"),
        ("Kenya demanded a halt to Peruvian arms sales to Chile.", ("PER", "CHL"), "alleged"),
        ("Talks ended after Peru in May sold jets to Chile.", ("PER", "CHL"), "reported"),
        ("There is mounting pressure on Peru to sell Chile jets.", ("PER", "CHL"), "requested"),
        ("Demands are growing for Peru to arm Chile.", ("PER", "CHL"), "requested"),
        ("Peru defied pressure to stop selling Chile jets.", ("PER", "CHL"), "reported"),
        ("Kenya bemoaned the prospect of Peru selling Chile jets.", ("PER", "CHL"), "considered"),
        ("Peru has talked of selling jets to Chile.", ("PER", "CHL"), "considered"),
        ("Kenya's premier called Peru's sale of jets to Chile illegal.", ("PER", "CHL"), "alleged"),
    ],
)
def test_what_is_told_by_a_noun_or_a_verb_without_a_subject_of_its_own(
    code: Code, text: str, ends_told: tuple[str, str], nature: str
) -> None:
    rows = transfers(code, text)
    assert {(row["supplier_country"], row["recipient_country"]) for row in rows} == {ends_told}
    assert {row["nature"] for row in rows} == {nature}


@pytest.mark.parametrize(
    ("text", "sides", "nature"),
    [
        ("Peru sent 40 tanks – its largest gift yet – to Chile.", ("PER", "CHL"), "reported"),
        ("Peru sent 40 tanks, which are old, to Chile.", ("PER", "CHL"), "reported"),
        ("Peru promised to send Chile, which borders Bolivia, tanks.", ("PER", "CHL"), "announced"),
        ("Peru has, its premier said, sent 40 tanks to Chile.", ("PER", "CHL"), "reported"),
        ("Peru urged Chile, its neighbour, to stop arming Kenya.", ("CHL", "KEN"), "alleged"),
        ("Peru urged Chile, which makes rifles, to stop arming Kenya.", ("CHL", "KEN"), "alleged"),
        ("Peru accused Chile, which is far off, of arming Kenya.", ("CHL", "KEN"), "alleged"),
        ("Peru – which Chile has accused of fraud – sent Kenya tanks.", ("PER", "KEN"), "alleged"),
        ("Peru, which had occupied Bolivia, has sent Kenya tanks.", ("PER", "KEN"), "reported"),
    ],
)
def test_what_is_put_in_is_stepped_over(
    code: Code, text: str, sides: tuple[str, str], nature: str
) -> None:
    rows = transfers(code, text)
    assert ends(rows) == {sides}
    assert {row["nature"] for row in rows} == {nature}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Peru and, last year, Chile gave Kenya tanks.", {("PER", "KEN"), ("CHL", "KEN")}),
        ("Peru, and perhaps Chile, gave Kenya tanks.", {("PER", "KEN"), ("CHL", "KEN")}),
        ("Peru gave tanks to Kenya and, last year, to Chad.", {("PER", "KEN"), ("PER", "TCD")}),
        ("Peru met Kenya's envoys and, to cheer them, gave Chad tanks.", {("PER", "TCD")}),
        ("Peru gave Kenya, a rival of Chad, 40 tanks.", {("PER", "KEN")}),
        ("Peru gave Kenya, once a client of Chad, 40 tanks.", {("PER", "KEN")}),
        ("Peru delivered to Kenya, a rival of Chad, 40 tanks.", {("PER", "KEN")}),
        ("Peru gave Kenya, in feud with Chad, 40 tanks.", {("PER", "KEN")}),
        ("Both Peru, a rich land, and Chile gave Kenya tanks.", {("PER", "KEN"), ("CHL", "KEN")}),
        ("Peru gave Kenya and Chad 40 tanks.", {("PER", "KEN"), ("PER", "TCD")}),
        ("It was Peru, not Chile, that gave Kenya tanks.", {("PER", "KEN")}),
        ("In Chad, an envoy of Peru, Ana Paz, gave Kenya's army tanks.", {("PER", "KEN")}),
    ],
)
def test_what_describes_a_name_or_stands_behind_and_is_stepped_over(
    code: Code, text: str, sides: set[tuple[str, str]]
) -> None:
    assert ends(transfers(code, text)) == sides


def test_what_is_said_behind_and_tells_only_what_follows(code: Code) -> None:
    text = "Peru has given Kenya tanks and, Chad says, is training its crews."
    assert {row["claimant_country"] for row in transfers(code, text)} == {""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Togo gave mortars to the Marrow Salvation Front (MAF), a Beninese rebel group. "
            "The MAF also got rifles from Mali.",
            {("Togo", "Marrow Salvation Front"), ("Mali", "Marrow Salvation Front")},
        ),
        (
            "Zorvan Arms, one of Serbia's largest makers, sold mortars to Chad. "
            "Oman ordered mortars from Zorvan Arms.",
            {("Serbia", "Chad"), ("Serbia", "Oman")},
        ),
        ("Togo gave tents to the Marrow Salvation Front.", set()),
        ("Zorvan Arms, a partner of Serbian firms, sold mortars to Chad.", set()),
    ],
)
def test_a_body_that_only_the_text_knows_is_an_end(
    code: Code, text: str, expected: set[tuple[str, str]]
) -> None:
    rows = transfers(code, text)
    assert {(row["supplier"], row["recipient"]) for row in rows} == expected


@pytest.mark.parametrize(
    ("text", "suppliers"),
    [
        ("Not the rebels sent mortars to Chile.", []),
        ("Not Peru but Ghana sent mortars to Chile.", ["GHA"]),
        ("Togo said that not Peru but Ghana had sent mortars to Chile.", ["GHA"]),
        ("Not only Peru but also Ghana sent mortars to Chile.", ["GHA", "PER"]),
        ("Not long ago Peru sent mortars to Chile.", ["PER"]),
        ("Peru did not wait but sent mortars to Chile.", ["PER"]),
    ],
)
def test_who_is_named_behind_not_did_not_do_it(code: Code, text: str, suppliers: list[str]) -> None:
    assert sorted(row["supplier_country"] for row in transfers(code, text)) == suppliers


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Peru bought Ghanaian mortars for the Chilean army.", "CHL"),
        ("Peru bought mortars from Ghana for Chile.", "CHL"),
        ("Peru bought Ghanaian mortars for a mission in Chile.", "PER"),
    ],
)
def test_what_is_bought_for_somebody_goes_there(code: Code, text: str, recipient: str) -> None:
    assert [row["recipient_country"] for row in transfers(code, text)] == [recipient]


@pytest.mark.parametrize(
    ("text", "ends_told"),
    [
        ("“You gave us mortars,” Chile's minister told the Peruvian envoy.", {("PER", "CHL")}),
        ("“You sold Chad mortars,” Mali's envoy told the Peruvian envoy.", {("PER", "TCD")}),
        ("“Peru gave our army ten mortars,” Chile's minister said.", {("PER", "CHL")}),
        ("“Peru sold mortars to our navy,” Chile's minister said.", {("PER", "CHL")}),
        ("“Peru lent our air force ten jets,” Chile's minister said.", {("PER", "CHL")}),
        ("“Peru has equipped us with mortars,” Chile's minister said.", {("PER", "CHL")}),
        (
            "“You armed us with mortars,” Chile's minister told the Peruvian envoy.",
            {("PER", "CHL")},
        ),
        ("“Peru hit us with mortars,” Chile's minister said.", set()),
        ("“Peru will not equip us with mortars,” Chile's minister said.", set()),
        ("“You gave us mortars,” Chile's minister told reporters.", set()),
        ("“Peru gave mortars to our friends in government,” Chile's minister said.", set()),
        ("“Peru gave them mortars,” Chile's minister told the Peruvian envoy.", set()),
        ("“Peru has supplied our forces with aid,” Chile's minister said.", set()),
    ],
)
def test_you_are_who_is_spoken_to_and_our_army_is_the_speakers(
    code: Code, text: str, ends_told: set[tuple[str, str]]
) -> None:
    assert ends(transfers(code, text)) == ends_told


@pytest.mark.parametrize(
    ("text", "ends_told"),
    [
        ("Chile bought mortars from a firm in Peru.", {("PER", "CHL")}),
        ("Chile bought mortars from a plant based in Peru, Kenya said.", {("PER", "CHL")}),
        ("Mortars were sold to Chile by a dealer in Lima.", {("PER", "CHL")}),
        ("A factory in Peru sold Chile mortars.", {("PER", "CHL")}),
        ("Chile flew mortars to an airfield outside Lima.", {("CHL", "PER")}),
        ("Chile sent mortars to the Marrow base in Peru.", {("CHL", "PER")}),
        ("Chile bought mortars from a Kenyan firm in Peru.", {("KEN", "CHL")}),
        ("Chile bought mortars from its plant in Peru.", set()),
        ("Chile bought mortars from a friend in Peru.", set()),
        ("Chile bought mortars from a firm in May.", set()),
        ("Chile sent mortars to a base near Peru.", set()),
    ],
)
def test_where_a_firm_or_base_is_tells_whose_it_is(
    code: Code, text: str, ends_told: set[tuple[str, str]]
) -> None:
    assert ends(transfers(code, text)) == ends_told


@pytest.mark.parametrize("said", ["said", "told a crowd"])
@pytest.mark.parametrize("who", ["the Ghanaian envoy, Ana Soto,", "the head of the CIA, Ana Soto,"])
def test_who_is_named_behind_the_supplier_only_says_so(code: Code, who: str, said: str) -> None:
    rows = transfers(code, f"Mortars were supplied to Chile by Peru, {who} {said}.")
    assert [(row["supplier"], row["nature"]) for row in rows] == [("Peru", "alleged")]


@pytest.mark.parametrize(
    ("text", "ends_told"),
    [
        ("The grenades came from a consignment that Latvia had sold to Laos.", {("LVA", "LAO")}),
        ("The grenades were from stocks exported by Latvia to Laos.", {("LVA", "LAO")}),
        ("The howitzer was one of 30 that Latvia gave Laos.", {("LVA", "LAO")}),
        ("The howitzer, one of 30 donated by Latvia to Laos, blew up.", {("LVA", "LAO")}),
        ("Police seized grenades from a batch sold by Latvia to Laos.", {("LVA", "LAO")}),
        ("The army has lost howitzers Latvia donated to Laos.", {("LVA", "LAO")}),
        ("The tractor was one of 30 that Latvia gave Laos.", set()),
        ("The grenades came from a valley that Latvia had given to Laos.", set()),
    ],
)
def test_arms_that_are_some_of_those_sold_were_sold(
    code: Code, text: str, ends_told: set[tuple[str, str]]
) -> None:
    assert ends(transfers(code, text)) == ends_told


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Latvian grenades have turned up in the hands of rebels in Laos.", ["rebels"]),
        ("Latvian grenades were found in the hands of rebels in Laos.", ["rebels"]),
        ("Latvian grenades were found in the hands of policemen in Laos.", ["Laos"]),
    ],
)
def test_who_holds_arms_has_got_them_and_not_the_land_around(
    code: Code, text: str, recipients: list[str]
) -> None:
    assert [row["recipient"] for row in transfers(code, text)] == recipients


def test_who_announces_a_shipment_tells_what_it_holds(code: Code) -> None:
    rows = transfers(code, "Latvia announced a shipment of arms to Laos. It includes grenades.")
    assert {row["claimant"] for row in rows} == {"Latvia"}


@pytest.mark.parametrize(
    ("text", "ends_told"),
    [
        ("Laos arms, trains and houses the rebels in Benin.", {("LAO", "BEN")}),
        ("Laos feeds, arms and pays the rebels in Benin.", {("LAO", "BEN")}),
        ("Laos has armed, trained and paid the rebels in Benin.", {("LAO", "BEN")}),
        ("The rebels in Benin were armed, trained and paid by Laos.", {("LAO", "BEN")}),
        ("Laos feeds, houses and pays the rebels in Benin.", set()),
        ("Latvia asked Laos to explain why it had sold Benin grenades.", {("LAO", "BEN")}),
        ("Latvia asked Laos how it had armed Benin.", {("LAO", "BEN")}),
        ("Latvia told Laos why it had sold Benin grenades.", {("LVA", "BEN")}),
        ("Latvia vowed to punish Laos for its sales of grenades to Benin.", {("LAO", "BEN")}),
        ("Latvia ordered a review of troops sent to Laos.", set()),
        ("Laotian troops in Benin are to focus on assisting the Beninese army.", set()),
    ],
)
def test_who_arms_them_among_other_deeds(
    code: Code, text: str, ends_told: set[tuple[str, str]]
) -> None:
    assert ends(transfers(code, text)) == ends_told
