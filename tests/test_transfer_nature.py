"""How far a transfer is told: alleged, planned, refused, or none at all."""

from __future__ import annotations

import pytest

from tests.transfer_samples import Code, ends, transfers


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


def test_aid_that_somebody_refuses_to_pledge_is_no_transfer(code: Code) -> None:
    assert transfers(code, "He was firm in his refusal to pledge Peruvian arms to Chile.") == []


def test_who_confirms_what_another_state_sent_has_not_received_it(code: Code) -> None:
    rows = transfers(
        code, "Peru confirmed that the soldiers sent by Kenya had moved to the border."
    )
    assert ("KEN", "PER") not in ends(rows)


@pytest.mark.parametrize(
    "sale",
    ["Bolivia's transfer of 20 tanks to Chile", "the re-export of tanks from Bolivia to Chile"],
)
def test_who_approves_what_another_state_hands_on_does_not_supply_it(code: Code, sale: str) -> None:
    assert ends(transfers(code, f"Peru has approved {sale}.")) == {("BOL", "CHL")}


def test_who_deny_together_deny_each_its_own(code: Code) -> None:
    rows = transfers(code, "Peru and Chile denied arming rebels in Bolivia.")
    assert {(row["claimant"], row["supplier"]) for row in rows} == {
        ("Peru", "Peru"),
        ("Chile", "Chile"),
    }


def test_a_promise_tells_of_nobody_elses_deeds(code: Code) -> None:
    rows = transfers(code, "Kenya agreed to send Chile jets and Peru sent rockets to Chad.")
    told = {row["supplier_country"]: (row["claimant_country"], row["nature"]) for row in rows}
    assert told["PER"] == ("", "reported")


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


def test_who_finalises_a_purchase_sells_nothing(code: Code) -> None:
    text = "Peru's president went to Chile to finalise the purchase of 16 radars."
    assert ("PER", "CHL") not in ends(transfers(code, text))


def test_whose_forces_are_named_besides_does_not_own_up_to_it(code: Code) -> None:
    text = (
        "Mali's premier said that about 300 Chadian soldiers were in Sudan and that some of them "
        "had clashed with Malian forces."
    )
    assert {row["nature"] for row in transfers(code, text)} == {"alleged"}


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


def test_monitors_who_confirm_a_delivery_get_nothing(code: Code) -> None:
    assert transfers(code, "The UN confirmed the delivery of tanks by Peru.") == []


def test_what_is_turned_over_is_counted_without_a_hedge(code: Code) -> None:
    (row,) = transfers(code, "Peru turned over 40 tanks to Chile.")
    assert (row["quantity_low"], row["quantity_high"]) == (40.0, 40.0)


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


def test_who_is_told_to_stop_sends_it_and_not_who_tells_it(code: Code) -> None:
    text = "Kenya blamed Peru for the war and warned it against sending rifles to Chile."
    assert ends(transfers(code, text)) == {("PER", "CHL")}


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
