"""Who is said to have armed whom: ends said and implied, claimants, natures, quantities."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.evidence import Row

Code = Callable[[str], dict[str, list[Row]]]


def ends(rows: list[Row]) -> set[tuple[str, str]]:
    return {(row["supplier_country"], row["recipient_country"]) for row in rows}


def transfers(code: Code, text: str) -> list[Row]:
    return code(text)["transfer_allegations"]


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


def test_whose_report_is_denied_claims_it(code: Code) -> None:
    text = "Peru rejected a BBC report alleging the sale of Peruvian rifles to Chile."
    rows = transfers(code, text)
    assert [(row["claimant"], row["nature"]) for row in rows] == [("BBC", "alleged")]


def test_who_speaks_behind_a_list_is_no_recipient(code: Code) -> None:
    rows = transfers(code, "Iran is arming the Houthis, the Saudi-led coalition said.")
    assert [row["recipient"] for row in rows] == ["Houthis"]


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


def test_who_accuses_another_than_the_supplier_may_be_the_supplier(code: Code) -> None:
    told = "Peru's ministry said Chile may fire Peruvian rockets at Kenya over its illegal raids."
    assert {row["nature"] for row in transfers(code, told)} == {"reported"}


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


@pytest.mark.parametrize(
    "text",
    [
        "Peru's president said he was tired of claims that Peru had sold Chile tanks.",
        "“Old lies,” Peru's president said of the claim that Peru sold Chile tanks.",
        "Peru's army said the charge that Peru had sold tanks to Chile was political.",
    ],
)
def test_nobody_claims_what_they_are_charged_with(code: Code, text: str) -> None:
    (row,) = transfers(code, text)
    assert (row["supplier"], row["claimant_country"], row["nature"]) == ("Peru", "", "alleged")


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("Peru has sent shells to Chile.", "reported"),
        ("Peru has sent shells to Chile, Kenyan officials said.", "alleged"),
        ("Peru is accused of sending shells to Chile.", "alleged"),
        ("Peru will send shells to Chile.", "announced"),
        ("Peru approved the sale of shells to Chile, Kenya said.", "announced"),
        ("Peru's defence minister said the country had sent shells to Chile.", "reported"),
        ("Kenya believes that Peru will send shells to Chile.", "planned"),
        ("Kenya believes that Peru is sending shells to Chile.", "alleged"),
        ("Kenya assumes that Peru approved the sale of shells to Chile.", "alleged"),
        ("Peru is working to provide Chile with shells, Kenya said.", "planned"),
        ("Peru is hesitating to send Chile shells.", "considered"),
        ("Peru has not hesitated to send Chile shells.", "reported"),
        ("Peruvian soldiers would be stationed in Chile under the accord.", "planned"),
        ("Kenya vowed to prevent the transfer of Peruvian shells to Chile.", "considered"),
        ("Peru said sending Peruvian soldiers to Chile would not help.", "blocked"),
        ("Peru said sending Peruvian soldiers to Chile would help.", "considered"),
        ("Peru plans to send shells to Chile.", "planned"),
        ("Peru could send shells to Chile.", "considered"),
        ("Peru has suggested sending shells to Chile.", "considered"),
        ("A report suggested that Peru was sending shells to Chile.", "alleged"),
        ("Peru did not rule out sending shells to Chile.", "considered"),
        ("Peru should send shells to Chile, Kenya said.", "requested"),
        ("Peru has stopped sending shells to Chile.", "blocked"),
        ("Peru has denied sending shells to Chile.", "denied_only"),
        ("Peru and Kenya will send shells to Chile, Peru said.", "announced"),
        ("Peru has sent shells to Chile, the country's president said.", "reported"),
        ("Peru plans to help by sending shells to Chile.", "planned"),
        ("Peru has agreed to send shells to Chile.", "announced"),
        ("Peru will send shells to Chile, the Peruvian minister said.", "announced"),
        ("Chile's president welcomed the delivery of shells from Peru to Chile.", "reported"),
        ("Kenya linked Peru to the sale of shells to Chile.", "alleged"),
        ("Peru called off a contract to sell shells to Chile.", "blocked"),
        ("Peru has not decided to send shells to Chile.", "considered"),
        ("Peru has denied reports that it sent shells to Chile.", "alleged"),
        ("Kenya accused Peru of planning to send shells to Chile.", "planned"),
        ("Peru confirmed that it is sending shells to Chile.", "reported"),
        ("Peru planned to broker the sale of Kenyan shells to Chile.", "planned"),
        ("Peru said Chile could fire Peruvian shells at Kenya.", "reported"),
        ("Peru may have sent shells to Chile.", "alleged"),
        ("Peru has, since May, sent shells to Chile.", "reported"),
        ("A possible sale of Peruvian shells to Chile has angered Kenya.", "considered"),
        ("Peru's planned sale of shells to Chile has angered Kenya.", "planned"),
        ("Peru is weighing the sale of shells to Chile.", "considered"),
        ("Peru admitted selling shells to Chile.", "reported"),
        ("Peru's premier was accused of having approved the sale of shells to Chile.", "alleged"),
        ("Peru is thought to have sent shells to Chile.", "alleged"),
        ("Peru confirmed selling shells to Chile but said the deal was legal.", "reported"),
        ("Chile confirmed the arrival of Peruvian shells.", "reported"),
        ("Asked about supplies of Peruvian shells to Chile, Kenya's premier shrugged.", "alleged"),
        ("The shells to be delivered to Chile by Peru are old.", "announced"),
        ("Peru is negotiating the sale of shells to Chile.", "considered"),
        ("Peru said it was no longer sending shells to Chile.", "blocked"),
        ("Peru defended its sale of shells to Chile.", "reported"),
        ("Peru's parliament voted to send shells to Chile.", "announced"),
        ("The delivery of Peruvian shells to Chile has been put off.", "blocked"),
        ("The delivery of Peruvian shells to Chile has been put on hold.", "blocked"),
        ("Peruvian tanks for Chile are on hold.", "blocked"),
        ("A deal to sell Peruvian shells to Chile fell through.", "blocked"),
        ("Plans to sell Peruvian shells to Chile were scrapped.", "blocked"),
        ("A deal to sell Peruvian shells to Chile was signed.", "announced"),
        ("The delivery of Peruvian shells to Chile is under review.", "considered"),
        ("The delivery of Peruvian shells to Chile put the truce in doubt.", "reported"),
        ("The sale of Peruvian shells to Chile is off to a good start.", "reported"),
        ("The sale of Peruvian shells to Chile is now off.", "blocked"),
        ("Kenya vetoed the sale of Peruvian shells to Chile.", "blocked"),
        ("Chile has cancelled the purchase of Peruvian shells.", "blocked"),
        ("Chile pulled out of a deal to buy Peruvian shells.", "blocked"),
        ("Peru okays shell sale to Chile", "announced"),
        ("Despite its denials, Peru sent shells to Chile, Kenya said.", "alleged"),
        ("The Peruvian aid package for Chile included rifles.", "announced"),
        ("Kenya urged Peru to cut arms supplies to Chile.", "alleged"),
        ("The embargo did not stop Peru from sending shells to Chile.", "reported"),
        ("Peru dismissed criticism of its delivery of shells to Chile.", "reported"),
        ("Chile was refused shells by Peru.", "blocked"),
        ("Chile turned down Peru's offer of shells.", "blocked"),
        ("Peruvian exports of shells to Chile remain suspended.", "blocked"),
    ],
)
def test_nature_follows_its_written_rule(code: Code, text: str, nature: str) -> None:
    assert {row["nature"] for row in transfers(code, text)} == {nature}


@pytest.mark.parametrize(
    "text",
    [
        "If Peru sends shells to Chile, there will be war.",
        "Kenya warned against sending shells to Chile.",
        "Peru told its soldiers not to hand shells to Chile.",
        "Peru has not sent shells to Chile.",
        "There were no Peruvian deliveries of shells to Chile.",
        "Peru moved warships to Chile.",
        "After its invasion Peru sent troops into Chile.",
        "Chile condemned a Peruvian missile test in its letter to Kenya.",
        "Peru's arms export controls on Chile are strict.",
        "Peru sent its ambassador to Chile.",
        "Peru does not plan to weaken its army by sending shells to Chile.",
        "Peru has no plans to send Kenyan shells to Chile.",
        "Peru sent a frigate to watch the coast of Chile.",
        "Kenya announced sanctions on two firms for arms sales to Chile.",
        "Chile was bombed with rockets supplied by Peru.",
        "Chile's police held a man armed with a rifle from Peru.",
        "Chile was supplied with rifles to guard its border from Peru.",
        "Kenya fed the Peruvian marines based in Chile.",
        "Two Peruvian marines remain missing in Chile.",
        "Chile feared the rockets which Peru tested last year.",
        "Chile fled with its gold from rockets that Peru had sent.",
        "A mortar hit a base in Chile housing Peruvian marines.",
        "Peru has moved troops to the Chilean border.",
        "Peru sent marines to train with Chile's army.",
    ],
)
def test_what_is_no_transfer_gives_no_row(code: Code, text: str) -> None:
    assert transfers(code, text) == []


def test_everybody_who_says_it_is_a_claimant(code: Code) -> None:
    text = "Kenya and Uganda said Peru had sent shells to Chile."
    assert {row["claimant"] for row in transfers(code, text)} == {"Kenya", "Uganda"}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Kenya has put sanctions on Peruvian firms for selling drones to Chile.", "KEN"),
        ("Kenya sanctioned two Peruvian firms for selling drones to Chile.", "KEN"),
        ("Kenya sees proof that Peru has sold drones to Chile.", "KEN"),
        ("Kenya shared intelligence about Peru's sales of drones to Chile.", "KEN"),
        ("Peru's sales of drones to Chile, which Kenya says are used in raids, go on.", "KEN"),
        ("Peru has sold drones to Chile, claims Kenya.", "KEN"),
        ("Saying that Peru had sold drones to Chile, Kenya's president called for talks.", "KEN"),
        ("Kenya called on Peru to stop selling drones to Chile.", "KEN"),
        ("It comes after warnings from Kenya that Peru was selling drones to Chile.", "KEN"),
    ],
)
def test_whose_words_or_deeds_say_it_is_a_claimant(code: Code, text: str, claimant: str) -> None:
    (row,) = transfers(code, text)
    assert (row["claimant_country"], row["nature"]) == (claimant, "alleged")
    assert (row["supplier_country"], row["recipient_country"]) == ("PER", "CHL")


def test_what_a_claimant_only_needs_is_none_of_its_claims(code: Code) -> None:
    rows = transfers(code, "Peru gave Chile the drones that Kenya says it needs.")
    assert [row["claimant_country"] for row in rows] == [""]


def test_a_ministry_and_its_capital_are_one_claimant_under_the_name_told(code: Code) -> None:
    text = "The Kremlin said Peru sent tanks to Chile. Moscow said Peru sent tanks to Chile."
    assert [row["claimant"] for row in transfers(code, text)] == ["Kremlin"]


def test_aid_that_somebody_refuses_to_pledge_is_no_transfer(code: Code) -> None:
    assert transfers(code, "He was firm in his refusal to pledge Peruvian arms to Chile.") == []


def test_the_source_an_agency_cites_is_a_claimant(code: Code) -> None:
    text = "Peru has sent shells to Chile, Reuters reported, citing Kenyan officials."
    assert "Kenyan officials" in {row["claimant"] for row in transfers(code, text)}


def test_who_approves_a_sale_claims_it(code: Code) -> None:
    rows = transfers(code, "Washington approved the sale of helicopters to Croatia.")
    assert [(row["claimant_country"], row["nature"]) for row in rows] == [("USA", "announced")]


def test_the_outlet_claims_where_nobody_is_named(code: Code) -> None:
    rows = transfers(code, "Peru has sent shells to Chile.")
    assert [(row["claimant"], row["act"]) for row in rows] == [("Daily Courier", "say")]


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


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("Peru does not exclude sending troops to Chile.", "considered"),
        ("Peru discussed the possibility of sending tanks to Chile.", "considered"),
        ("The minister did not rule out that Peru would send tanks to Chile.", "considered"),
        ("The minister ruled out that Peru would send tanks to Chile.", "blocked"),
        ("It is possible that Peru has sent tanks to Chile.", "alleged"),
        ("Peru turned down a proposal that it pass its tanks to Chile.", "blocked"),
        ("A Peruvian firm won an order to supply Chile with tanks.", "announced"),
        ("Peru has lifted a ban on supplying Chile with radars.", "announced"),
        ("Peru faces accusations that it sent rockets to Chile.", "alleged"),
        ("The sale of ten tanks from Peru to Togo was confirmed on Monday.", "announced"),
        ("The delivery of ten tanks from Peru to Togo was confirmed.", "reported"),
    ],
)
def test_what_is_weighed_let_through_or_only_claimed(code: Code, text: str, nature: str) -> None:
    assert {row["nature"] for row in transfers(code, text)} == {nature}


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


def test_who_confirms_what_another_state_sent_has_not_received_it(code: Code) -> None:
    rows = transfers(
        code, "Peru confirmed that the soldiers sent by Kenya had moved to the border."
    )
    assert ("KEN", "PER") not in ends(rows)


def test_what_a_package_holds_goes_to_whom_the_package_goes(code: Code) -> None:
    rows = transfers(
        code, "Peru announced a military aid package for Chile. The package includes mortars."
    )
    assert ("PER", "CHL", "artillery") in {
        (row["supplier_country"], row["recipient_country"], row["category"]) for row in rows
    }


@pytest.mark.parametrize(
    "sale",
    ["Bolivia's transfer of 20 tanks to Chile", "the re-export of tanks from Bolivia to Chile"],
)
def test_who_approves_what_another_state_hands_on_does_not_supply_it(code: Code, sale: str) -> None:
    assert ends(transfers(code, f"Peru has approved {sale}.")) == {("BOL", "CHL")}


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


TOLD = "Sudan has supplied Chad with rockets, Kenya said on Monday. "


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Uganda has made the same accusation.", {"Kenya", "Uganda"}),
        ("The charge was repeated by Rwanda's government.", {"Kenya", "Rwanda's government"}),
        ("Uganda also condemned the deliveries.", {"Kenya", "Uganda"}),
        ("Uganda and Rwanda said they shared the assessment.", {"Kenya", "Uganda", "Rwanda"}),
        ("Uganda said the Sudanese rockets had arrived in May.", {"Kenya", "Uganda"}),
        ("Uganda said the rebels had no rockets.", {"Kenya"}),
        ("Uganda said Norway had sent the rockets.", {"Kenya"}),
        ("Sudan condemned the deliveries of arms to its rebels.", {"Kenya"}),
        ("Uganda made the same offer.", {"Kenya"}),
    ],
)
def test_who_tells_it_again_is_a_claimant(code: Code, text: str, claimants: set[str]) -> None:
    rows = code(TOLD + text)["transfer_allegations"]
    assert {row["claimant"] for row in rows if row["supplier_country"] == "SDN"} == claimants


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Sudan's army announced that it will send rockets to Chad. {}", {"Sudan's army"}),
        ("Sudan has sent rockets to Chad. {}", {"Daily Courier"}),
        ("Kenya said that Sudan has sent rockets to Chad. {}", {"Kenya", "Uganda"}),
        ("Sudan has sent drones to Chad. {}", {"Daily Courier", "Uganda"}),
        ("{}", {"Uganda"}),
    ],
)
def test_who_condemns_what_is_known_claims_nothing(
    code: Code, text: str, claimants: set[str]
) -> None:
    told = text.format("Uganda slammed the delivery of Sudanese rockets to Chad.")
    rows = code(told)["transfer_allegations"]
    assert {row["claimant"] for row in rows} == claimants


@pytest.mark.parametrize(
    "text",
    [
        "Sudan has sold rockets to Chad. This was reported by Reuters.",
        "Sudan has sold rockets to Chad. That's according to Reuters.",
        "Sudan has sold rockets to Chad, Reuters reported.",
    ],
)
def test_a_source_named_in_the_next_sentence_claims_it(code: Code, text: str) -> None:
    assert {row["claimant"] for row in code(text)["transfer_allegations"]} == {"Reuters"}


def test_whose_claim_is_denied_makes_it(code: Code) -> None:
    text = "Sudan rejected claims by Kenya and Uganda that it had supplied Chad with rockets."
    coded = code(text)
    told = {(row["claimant"], row["nature"]) for row in coded["transfer_allegations"]}
    assert told == {("Kenya", "alleged"), ("Uganda", "alleged")}
    assert {(row["by"], row["stance"]) for row in coded["responses"]} == {("Sudan", "denied")}


def test_who_cites_a_source_claims_it_too(code: Code) -> None:
    text = "Sudan has sold rockets to Chad, Reuters reported, citing Kenyan officials."
    rows = code(text)["transfer_allegations"]
    assert {row["claimant"] for row in rows} == {"Reuters", "Kenyan officials"}


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


@pytest.mark.parametrize(
    "text",
    [
        "Officials claim Peru sent rockets to Chile.",
        "Kenyan officials claim that Peru sent rockets to Chile.",
        "Officials in Nairobi claim Peru sent rockets to Chile.",
        "Peru has sent rockets to Chile, two senior officials claim.",
        "Officials on June 10 said Peru had sent rockets to Chile.",
        "Peru sending rockets to Chile, say officials; Lima denies",
        "Peru sending rockets to Chile: UN officials",
    ],
)
def test_what_officials_claim_is_no_account_of_the_outlet(code: Code, text: str) -> None:
    assert ["fficials" in row["claimant"] for row in transfers(code, text)] == [True]
    assert [row["nature"] for row in transfers(code, text)] == ["alleged"]


@pytest.mark.parametrize("whose", ["officers", "soldiers", "officials", "customs officers"])
def test_people_of_a_state_supply_too(code: Code, whose: str) -> None:
    rows = transfers(code, f"Chadian {whose} sold rockets to Islamist rebels.")
    assert [(row["supplier_country"], row["recipient"]) for row in rows] == [
        ("TCD", "Islamist rebels")
    ]


def test_who_tells_of_rebels_is_not_one_of_them(code: Code) -> None:
    rows = transfers(code, "Peru armed the rebels, says UN panel.")
    assert [(row["recipient"], row["recipient_country"]) for row in rows] == [("rebels", "")]


def test_who_deny_together_deny_each_its_own(code: Code) -> None:
    rows = transfers(code, "Peru and Chile denied arming rebels in Bolivia.")
    assert {(row["claimant"], row["supplier"]) for row in rows} == {
        ("Peru", "Peru"),
        ("Chile", "Chile"),
    }


def test_what_follows_a_time_or_reason_is_no_party(code: Code) -> None:
    rows = transfers(code, "Peru suspended rocket exports to Chile after pressure from Bolivia.")
    assert [(row["supplier"], row["nature"]) for row in rows] == [("Peru", "blocked")]


def test_what_a_company_admits_is_not_what_others_say_of_it(code: Code) -> None:
    rows = code(
        "While admitting that it had delivered trucks to Chile, the Peruvian company Ametek,"
        " which Bolivian prosecutors say shipped rifles to Chile, denied the charge."
    )["transfer_allegations"]
    assert {row["claimant"] for row in rows} == {"Bolivian prosecutors"}


def test_a_promise_tells_of_nobody_elses_deeds(code: Code) -> None:
    rows = transfers(code, "Kenya agreed to send Chile jets and Peru sent rockets to Chad.")
    told = {row["supplier_country"]: (row["claimant_country"], row["nature"]) for row in rows}
    assert told["PER"] == ("", "reported")


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


def test_an_ambassador_accuses_no_country_of_his_own(code: Code) -> None:
    text = "The Togolese ambassador to Ghana accused the country of providing weapons to Benin."
    rows = code(text)["transfer_allegations"]
    assert "TGO" not in [row["supplier_country"] for row in rows]


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
    ("text", "nature"),
    [
        ("Chile thanks Peru for tank pledge.", "announced"),
        ("Chile welcomed Peru's decision to supply tanks.", "announced"),
        ("Kenya urged Peru to curb deliveries of tanks to Chile.", "alleged"),
        ("Talks on the sale of Peruvian tanks to Chile have begun.", "considered"),
        ("Chile is interested in buying Peruvian tanks.", "considered"),
        ("Chile hopes to clinch a deal for Peruvian tanks.", "planned"),
        ("Chile defended its purchase of Peruvian tanks.", "reported"),
        ("Despite doubts voiced by Kenya, Peru sold Chile tanks.", "reported"),
    ],
)
def test_how_far_who_is_thanked_asked_or_bargained_with_has_sent_it(
    code: Code, text: str, nature: str
) -> None:
    assert {row["nature"] for row in transfers(code, text)} == {nature}


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
    "text",
    [
        "Peru transferred part of the tents to Chile.",
        "The United Nations said it had confirmed a delivery of tanks to Chile.",
    ],
)
def test_what_only_carries_help_or_confirms_gives_no_arms(code: Code, text: str) -> None:
    assert transfers(code, text) == []


def test_did_before_a_verb_stresses_that_it_was_done(code: Code) -> None:
    rows = transfers(code, "Peru did supply Chile with rockets, Peru's defence ministry said.")
    assert [(row["supplier_country"], row["nature"]) for row in rows] == [("PER", "reported")]
    assert transfers(code, "Peru did damage to the tanks of Chile.") == []


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


@pytest.mark.parametrize(
    ("text", "supplier", "nature"),
    [
        ("Peru was urged by Kenya to send tanks to Chile.", "PER", "requested"),
        ("Kenya is prodding Peru to send tanks to Chile.", "PER", "requested"),
        ("Peru pressed on with sending tanks to Chile.", "PER", "reported"),
        ("Peru has held off on sending tanks to Chile.", "PER", "blocked"),
        ("Peru backed away from sending tanks to Chile.", "PER", "blocked"),
    ],
)
def test_who_is_pushed_to_send_is_asked_and_who_holds_back_sends_none(
    code: Code, text: str, supplier: str, nature: str
) -> None:
    found = {(row["supplier_country"], row["nature"]) for row in transfers(code, text)}
    assert found == {(supplier, nature)}


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
    ("text", "claimant"),
    [
        ("Kenya denied a Bellweather story alleging that it sold rifles to Chile.", "Bellweather"),
        ("According to data supplied by Peru to the fund, Chile bought Kenyan tanks.", "Peru"),
        (
            "Kenya sold tanks to Chile, an aide to the king was quoted as saying.",
            "aide to the king",
        ),
        ("Mali's army documented arms transfers from Kenya to Chile.", "Mali's army"),
        (
            "Arms Watch said in a new report that Mali bought rifles. The report says that Kenya "
            "shipped mortars to Chile.",
            "Arms Watch",
        ),
    ],
)
def test_whose_report_data_or_quoted_words_tell_it_is_the_claimant(
    code: Code, text: str, claimant: str
) -> None:
    assert {row["claimant"] for row in transfers(code, text)} == {claimant}


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
    ("text", "nature", "claimant"),
    [
        # The decision is taken as known by who only comments on it.
        ("Kenya said Peru's decision to send rifles to Chile was a mistake.", "announced", "Peru"),
        ("Peru announced its decision to send rifles to Chile.", "announced", "Peru"),
        ("Kenya said Peru had made a decision to send rifles to Chile.", "planned", "Kenya"),
        ("Ana Cruz said Peru should have begun sending rifles to Chile.", "requested", "Ana Cruz"),
        ("Ana Cruz said Peru must have begun sending rifles to Chile.", "alleged", "Ana Cruz"),
    ],
)
def test_what_is_decided_or_wanted_is_no_claim(
    code: Code, text: str, nature: str, claimant: str
) -> None:
    (row,) = transfers(code, text)
    assert (row["nature"], row["claimant"]) == (nature, claimant)


@pytest.mark.parametrize(
    ("said", "likelihood"),
    [
        ("Peru had sold the rockets to Chile, and could be expected to test them", ""),
        ("Peru was likely to be studying the rockets it had sold to Chile", ""),
        ("it was likely that Peru had sold the rockets to Chile", "likely"),
    ],
)
def test_a_hedge_of_another_verb_is_not_that_of_the_transfer(
    code: Code, said: str, likelihood: str
) -> None:
    (row,) = transfers(code, f"Kenya said {said}.")
    assert row.get("likelihood", "") == likelihood


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("Peru has signed a contract to sell howitzers to Chile.", "announced"),
        ("Kenya said Peru had signed a contract to sell howitzers to Chile.", "planned"),
        ("Kenya said a contract on the sale of Peruvian howitzers to Chile was void.", "planned"),
        ("Peru will sign a contract to sell howitzers to Chile.", "planned"),
        ("Peru hopes to win a deal to sell howitzers to Chile.", "planned"),
        ("Peru is discussing a deal to sell howitzers to Chile.", "considered"),
        ("Peru may sign an agreement to supply howitzers to Chile.", "considered"),
        ("Peru has granted a firm a licence to sell howitzers to Chile.", "announced"),
        ("Peru has withheld a licence to sell howitzers to Chile.", "blocked"),
        ("Kenya accused Peru of signing a contract to sell howitzers to Chile.", "planned"),
        ("Chile has shown interest in buying howitzers from Peru.", "considered"),
        ("Chile is committed to buying Peruvian howitzers, its government said.", "announced"),
    ],
)
def test_the_verb_over_a_contract_tells_how_far_it_is(code: Code, text: str, nature: str) -> None:
    assert {row["nature"] for row in transfers(code, text)} == {nature}


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


def test_who_stops_a_ship_does_not_send_what_it_carries(code: Code) -> None:
    text = "Kenya said it had stopped a Peruvian ship carrying rifles for rebels in Chile."
    assert {row["supplier_country"] for row in transfers(code, text)} == {"PER"}


def test_what_is_told_as_done_stands_beside_what_others_allege(code: Code) -> None:
    text = "Peru sold tanks to Chile in May. Kenya claimed that Peru had sold Chile tanks."
    told = {row["nature"] for row in transfers(code, text)}
    assert told == {"reported", "alleged"}


def test_an_attack_with_what_another_supplied_is_no_denial_of_the_supply(code: Code) -> None:
    rows = transfers(code, "Togo denied shelling a camp in Mali with mortars supplied by Chile.")
    assert "denied_only" not in {row["nature"] for row in rows}
    (row,) = transfers(code, "Togo denied that mortars had been supplied by Chile.")
    assert row["nature"] == "denied_only"


def test_both_sides_of_a_deal_are_named_whoever_slams_it(code: Code) -> None:
    text = "Sudan condemned the Turkish-Chadian arms deal."
    assert ends(transfers(code, text)) == {("TUR", "TCD")}


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("Chile's president said Chile was getting six jets from Peru.", "announced"),
        ("Chile said the delivery of Peruvian jets to Chile would begin in May.", "announced"),
        ("Chile has ordered six jets from Peru, Chile's minister said.", "reported"),
        ("Chile said that Peru smuggles rifles into Chile.", "alleged"),
        ("Chile's minister hailed Peru after taking delivery of four Peruvian jets.", "reported"),
        ("Peru said it made a sale of shells to Chile in 1994.", "reported"),
        ("Chile will use the loan to buy six jets from Peru.", "planned"),
        ("Chile announced the acquisition of six jets from Peru.", "announced"),
        ("Russia could sign a deal with Chile on the delivery of jets, it said.", "considered"),
        ("Russia will sign a deal with Chile on the delivery of jets.", "planned"),
        ("The delivery of Peruvian jets to Chile has been delayed.", "blocked"),
        ("The delivery of Peruvian jets to Chile is expected in May.", "planned"),
        ("Kenya asked Peru to explain its sale of rifles to Chile.", "alleged"),
        ("Kenya criticised Peru, accused in a report of arming Chile.", "alleged"),
    ],
)
def test_what_a_buyer_says_and_when_it_comes_decide(code: Code, text: str, nature: str) -> None:
    assert {row["nature"] for row in transfers(code, text)} == {nature}


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


def test_who_finalises_a_purchase_sells_nothing(code: Code) -> None:
    text = "Peru's president went to Chile to finalise the purchase of 16 radars."
    assert ("PER", "CHL") not in ends(transfers(code, text))


def test_what_an_outlet_is_called_before_its_name_is_part_of_it(code: Code) -> None:
    text = "Chile has bought jets from Peru, the Chinese news agency Xinhua reported."
    assert {row["claimant"] for row in transfers(code, text)} == {"Xinhua"}


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


def test_whose_forces_are_named_besides_does_not_own_up_to_it(code: Code) -> None:
    text = (
        "Mali's premier said that about 300 Chadian soldiers were in Sudan and that some of them "
        "had clashed with Malian forces."
    )
    assert {row["nature"] for row in transfers(code, text)} == {"alleged"}


@pytest.mark.parametrize("whom", ["a clan militia in Mali", "a Malian rebel faction", "a militia"])
def test_a_group_without_a_name_gets_what_it_is_sent(code: Code, whom: str) -> None:
    rows = transfers(code, f"Chad has sent rifles to {whom}.")
    assert [row["supplier_country"] for row in rows] == ["TCD"]


def test_who_condemns_a_purchase_buys_nothing(code: Code) -> None:
    assert transfers(code, "Peru condemned the purchase of Chilean jets.") == []


@pytest.mark.parametrize(
    "text",
    [
        "QUESTION: Has Peru sold drones to Chile?",
        "“Not a single Chadian soldier is in Mali,” the Chadian envoy said.",
    ],
)
def test_what_is_asked_or_is_nobody_is_no_transfer(code: Code, text: str) -> None:
    assert transfers(code, text) == []


def test_the_accused_may_stand_far_from_what_is_done_to_them(code: Code) -> None:
    (row,) = transfers(code, "Chad was in 2002 accused by Peru of sending rifles to Mali.")
    assert (row["claimant_country"], row["supplier_country"]) == ("PER", "TCD")


def test_where_arms_were_made_and_where_they_go_through_gets_none(code: Code) -> None:
    assert transfers(code, "Chinese rifles, re-exported by Oman, were captured there.") == []
    rows = transfers(code, "Oman sent rifles into northern Mali to arm the rebels.")
    assert {(row["supplier_country"], row["recipient"]) for row in rows} == {("OMN", "rebels")}
    assert [row["category"] for row in rows] == ["small_arms"]


def test_monitors_who_confirm_a_delivery_get_nothing(code: Code) -> None:
    assert transfers(code, "The UN confirmed the delivery of tanks by Peru.") == []


def test_a_group_is_where_its_spokesman_is(code: Code) -> None:
    (row,) = transfers(
        code, "The rebels' spokesman in Goma said that Kenya had promised them guns."
    )
    assert (row["supplier_country"], row["recipient_country"]) == ("KEN", "COD")


def test_what_is_turned_over_is_counted_without_a_hedge(code: Code) -> None:
    (row,) = transfers(code, "Peru turned over 40 tanks to Chile.")
    assert (row["quantity_low"], row["quantity_high"]) == (40.0, 40.0)


def test_a_ministry_of_whom_the_text_does_not_say_is_not_of_the_only_other_state(
    code: Code,
) -> None:
    text = "The Peruvian cabinet cleared the sale of tanks to Chile, the defence ministry said."
    (row,) = transfers(code, text)
    assert (row["claimant_country"], row["nature"]) == ("PER", "announced")


@pytest.mark.parametrize(
    ("text", "nature", "event"),
    [
        ("Peru agreed last year to send Chile tanks, Kenya said.", "planned", "AGREE"),
        ("Peru agreed last year to send Chile tanks, Chile's army said.", "announced", "AGREE"),
        ("Peru plans to send Chile tanks, Kenya said.", "planned", "AGREE"),
        ("Peru has sent Chile tanks, Kenya said.", "alleged", "AID"),
    ],
)
def test_what_others_say_was_agreed_is_no_delivery(
    code: Code, text: str, nature: str, event: str
) -> None:
    assert [row["nature"] for row in transfers(code, text)] == [nature]
    assert event in {row["event_type"] for row in code(text)["events"]}
    assert event == "AID" or "AID" not in {row["event_type"] for row in code(text)["events"]}


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
    "text",
    [
        "Kenya's call to stop sending Chile tanks was ignored.",
        "Peru did not renew its arms embargo on Chile, Peru said.",
        "Kenya fought a ring of smugglers. Peruvian rifle smuggling rings in Chile are old.",
        "Peru was hit by Chile in May. Peru said it would send reinforcements on Monday.",
        "Two An-124 cargo planes from Peru landed in Chile.",
        "An Il-76 transport plane from Peru landed in Chile.",
    ],
)
def test_who_ends_calls_off_or_reinforces_sends_nothing(code: Code, text: str) -> None:
    assert transfers(code, text) == []


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
    ("text", "nature"),
    [
        ("Deputies quarrelled over whether Peru should sell Chile drones.", "considered"),
        ("Whether Peru should send tanks to Chile is a question for others.", "considered"),
        ("Kenya begged Peru to make an effort to deliver tanks to Chile.", "requested"),
        ("Peru refuses to take any step to deliver tanks to Chile.", "blocked"),
        ("Peru should send tanks to Chile, the mayor said.", "requested"),
    ],
)
def test_a_question_weighs_it_and_who_asks_for_steps_asks_for_it(
    code: Code, text: str, nature: str
) -> None:
    assert {row["nature"] for row in transfers(code, text)} == {nature}


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether Peru should send tanks to Chile, the mayor smiled.",
        "If Peru should send tanks to Chile, Kenya would protest.",
        "Peru is to deliver the drones that Kenya promised.",
        "Chile and Kenya quarrelled. Peru supplied the country with mortars.",
        "Peru sent soldiers, who occupied the port of Valparaiso in Chile.",
        "Peru met officials from Chile, which Kenya says has mortars.",
        "Peru vowed to free sailors from Kenya after its arms sales to Chile.",
        "Peru gave the Chilean Armed Forces a week to leave.",
    ],
)
def test_what_is_only_asked_or_open_or_no_gift_is_no_transfer(code: Code, text: str) -> None:
    assert transfers(code, text) == []


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


def test_who_is_told_to_stop_sends_it_and_not_who_tells_it(code: Code) -> None:
    text = "Kenya blamed Peru for the war and warned it against sending rifles to Chile."
    assert ends(transfers(code, text)) == {("PER", "CHL")}


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
    "text",
    [
        "Peru accused Chile, which denies the charge, of selling drones to Kenya.",
        "Peru said Chile, which has denied it, sold drones to Kenya.",
        "Chile, which has denied the reports, has been selling drones to Kenya, Peru said.",
    ],
)
def test_whoever_denies_it_in_between_answers_a_claim_of_others(code: Code, text: str) -> None:
    tables = code(text)
    assert [(row["claimant"], row["nature"]) for row in tables["transfer_allegations"]] == [
        ("Peru", "alleged")
    ]
    assert [(row["by"], row["stance"]) for row in tables["responses"]] == [("Chile", "denied")]


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Peru signed for six Austrian howitzers.", {("AUT", "PER")}),
        ("Peru announced the signing of a contract for Austrian howitzers.", {("AUT", "PER")}),
        ("Peru has long been waiting for Austrian howitzers.", {("AUT", "PER")}),
        ("Austria waved through mortars for Peru.", {("AUT", "PER")}),
        ("Austria sneaked two platoons of commandos into Lima.", {("AUT", "PER")}),
        ("Instructors from Austria are staying in Peru.", {("AUT", "PER")}),
        ("A plane chartered by Austria landed in Lima with mortars aboard.", {("AUT", "PER")}),
        ("A plane escorted by Austria landed in Lima with mortars aboard.", set()),
        ("Peru has scrapped an order for Austrian howitzers.", {("AUT", "PER")}),
        ("Peru suspended deliveries of howitzers for Austrian tanks.", set()),
        ("Peru's Soviet-made howitzers are rusty.", set()),
        ("The Soviet Union sent Peru howitzers.", {("SUN", "PER")}),
        ("Oman rejected Peru's request to pass on mortars to Kenya.", {("PER", "KEN")}),
        ("Oman rejected Peru's request to send mortars to Kenya.", {("OMN", "KEN")}),
        ("Peru will contribute 90 soldiers to the UN mission in Kenya.", {("PER", "KEN")}),
        ("Peru will give 90 rifles to the UN mission in Kenya.", {("PER", "IGO")}),
        ("An Austrian plane landed in Lima carrying a dozen mortars.", {("AUT", "PER")}),
        ("An Austrian plane landed in Lima carrying refugees who fled mortars.", set()),
        ("Peru has bought howitzers in Austria.", {("AUT", "PER")}),
        ("Howitzers bought in Austria were trucked to Peru.", {("AUT", "PER")}),
        ("Howitzers found in Austria were trucked to Peru.", set()),
        ("A contract for howitzers was signed by Peru and Italy.", {("ITA", "PER")}),
        ("An accord to limit howitzers was signed by Peru and Italy.", set()),
        ("Firms in Austria and Oman have sent Peru howitzers.", {("AUT", "PER"), ("OMN", "PER")}),
        ("After a call to Austria and Oman Kenya sent Peru howitzers.", {("KEN", "PER")}),
        ("The mortars Austria and Oman sent Peru are old.", {("AUT", "PER"), ("OMN", "PER")}),
    ],
)
def test_what_is_signed_for_waved_through_called_off_or_lent(
    code: Code, text: str, sent: set[tuple[str, str]]
) -> None:
    assert ends(transfers(code, text)) == sent


@pytest.mark.parametrize(
    ("text", "sides", "nature"),
    [
        ("Peru let Chile ship 40 tanks to Kenya.", {("CHL", "KEN")}, "reported"),
        ("Peru made Chile hand 40 tanks to Kenya.", {("CHL", "KEN")}, "reported"),
        ("Peru has helped Chile sell rifles to Kenya.", {("CHL", "KEN")}, "reported"),
        ("Peru vowed not to let Chile send tanks to Kenya.", {("CHL", "KEN")}, "blocked"),
        ("Peru paid Chile to send tanks to Kenya.", {("CHL", "KEN")}, "reported"),
        ("Peru got the Chilean army to send tanks to Kenya.", {("CHL", "KEN")}, "reported"),
        ("Peru lured Chile into selling tanks to Kenya.", {("CHL", "KEN")}, "reported"),
        ("Peru kept Chile from sending tanks to Kenya.", {("CHL", "KEN")}, "blocked"),
        ("Peru pulled Chile back from sending tanks to Kenya.", {("CHL", "KEN")}, "blocked"),
        ("Peru paid $9 million to send tanks to Kenya.", {("PER", "KEN")}, "reported"),
        ("Peru got approval to send tanks to Kenya.", {("PER", "KEN")}, "announced"),
        ("Peru had Chile's tanks sent to Kenya.", {("CHL", "KEN")}, "reported"),
        ("Peru helped Chile aid workers who sent Kenya blankets.", set(), ""),
    ],
)
def test_whoever_is_made_to_send_it_sends_it(
    code: Code, text: str, sides: set[tuple[str, str]], nature: str
) -> None:
    rows = transfers(code, text)
    assert ends(rows) == sides
    assert {row["nature"] for row in rows} == ({nature} if sides else set())


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
    ("report", "claimant"),
    [
        ("a report by a Kenyan newspaper that", "Kenyan newspaper"),
        ("reports from Kenyan media outlets that", "Kenyan media outlets"),
        ("Kenyan media reports that", "Kenyan media"),
        ("a story on a Kenyan news channel that", "Kenyan news channel"),
        ("a report by the Kenyan newspaper Daily Nation that", "Daily Nation"),
        ("a report by the Kenyan government that", "Kenyan government"),
    ],
)
def test_no_state_says_what_its_papers_report(code: Code, report: str, claimant: str) -> None:
    rows = transfers(code, f"Peru denied {report} it had sent mortars to Chile.")
    assert [row["claimant"] for row in rows] == [claimant]


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("Claims on Telegram that Peru had sent mortars to Chile went round.", "alleged"),
        ("A rumour on social media that Peru had sent mortars to Chile grew.", "alleged"),
        ("Papers in Lima keep peddling the claim that Peru sent mortars to Chile.", "alleged"),
        ("Chile thanked Peru for the four radars to be delivered in May.", "announced"),
        ("Chile thanked Peru for the four radars delivered in May.", "reported"),
    ],
)
def test_what_is_only_rumoured_or_still_to_come_is_not_told_as_done(
    code: Code, text: str, nature: str
) -> None:
    assert [row["nature"] for row in transfers(code, text)] == [nature]


@pytest.mark.parametrize(
    ("told", "nature"),
    [
        ("Kenya accused Peru of arming Chile. The shipment included mortars, it said.", "alleged"),
        ("Kenya said Peru had sent arms to Chile. On board were mortars.", "alleged"),
        ("Peru announced a package for Chile. It includes mortars.", None),
        ("Peru announced military aid for Chile. The aid includes mortars.", "announced"),
        ("Kenya accused Peru of arming Chile. Peru said the package will include mortars.", None),
    ],
)
def test_what_an_alleged_cargo_held_is_alleged(code: Code, told: str, nature: str | None) -> None:
    held = [row for row in transfers(code, told) if row["category"] == "artillery"]
    assert {row["nature"] for row in held} <= {nature or "announced"}
    assert all({"supplier", "recipient"} == set(row["implied"]) for row in held)
    assert held or nature is None


@pytest.mark.parametrize(
    ("again", "claimants"),
    [
        ("Two former drivers told the same story.", {"Two former drivers"}),
        ("Three envoys gave the same account.", {"Three envoys"}),
        ("Ghana and Togo joined in the accusation.", {"Ghana", "Togo"}),
        ("Ghana's army has backed up the claim.", {"Ghana's army"}),
        ("Ghana has accused Lima of the same.", {"Ghana"}),
        ("Ghana has accused Lima of doing the same on Sunday.", {"Ghana"}),
        ("Ghana has accused Lima of the same crimes.", set()),
        ("Ghana has accused Togo of the same.", set()),
        ("Lima accused Nairobi of the same.", set()),
        ("Ghana's president gave an account of the flight.", set()),
        ("Villagers told a story of hunger.", set()),
    ],
)
def test_who_tells_the_same_story_claims_it(code: Code, again: str, claimants: set[str]) -> None:
    rows = transfers(code, f"Kenya accused Peru of sending mortars to Chile. {again}")
    assert {row["claimant"] for row in rows} == {"Kenya", *claimants}


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
    ("text", "nature"),
    [
        ("Peru will begin sending Chile mortars in June.", "announced"),
        ("Ghana said Peru would start sending Chile mortars.", "planned"),
        ("Peru may start sending Chile mortars.", "considered"),
        ("Peru has started sending Chile mortars.", "reported"),
        ("Peru will keep sending Chile mortars.", "announced"),
        ("Deliveries of Peruvian mortars to Chile will begin in June.", "announced"),
        ("Deliveries of Peruvian mortars to Chile began in June.", "reported"),
        ("The delivery of Peruvian mortars to Chile will worry Ghana.", "reported"),
    ],
)
def test_what_will_begin_is_still_to_come(code: Code, text: str, nature: str) -> None:
    assert [row["nature"] for row in transfers(code, text)] == [nature]


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
    ("text", "told"),
    [
        ("Riga promised new penalties on Laos to curb its grenade sales to Benin.", ("say", 1)),
        ("Riga promised Benin grenades.", ("promise", 1)),
        ("Riga said Laos had fired Beninese grenades, and that it needed helmets.", ("say", 1)),
        ("Riga demanded that Laos stop selling grenades to Benin.", ("request", 1)),
    ],
)
def test_what_others_send_is_nobodys_promise(code: Code, text: str, told: tuple[str, int]) -> None:
    rows = transfers(code, text)
    assert [(row["act"], len(rows)) for row in rows] == [told]


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        (
            "Italy's premier hinted at headway on a deal for the sale of jets to Laos.",
            "considered",
        ),
        ("Italy's premier hailed a deal for the sale of jets to Laos.", "announced"),
        ("Talks on a contract for the sale of Latvian jets to Laos dragged on.", "considered"),
        ("Latvia has ordered 40 soldiers to deploy to Laos.", "planned"),
        ("Latvia's premier ordered the dispatch of soldiers to Laos.", "planned"),
        (
            "Latvia kept none of its vows when selling grenades to Laos, its premier said.",
            "reported",
        ),
        ("Latvia's arms exports to Laos include grenades.", "reported"),
        ("Latvia's arms exports to Laos will include grenades.", "announced"),
    ],
)
def test_how_far_a_deal_or_an_order_has_got(code: Code, text: str, nature: str) -> None:
    assert [row["nature"] for row in transfers(code, text)] == [nature]


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
