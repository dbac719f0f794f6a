"""Whom a statement is aimed at."""

from __future__ import annotations

import pytest

from tests.statement_samples import acts, said


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Chile shot down a Peruvian drone, accusing it of spying.", ("CHL", "accuse", "PER")),
        ("Peru condemned the war in Mali and Chile's role in it.", ("PER", "accuse", "CHL")),
        ("Peru demanded an end to the raids. [File: Ana Silva/Reuters]", ("PER", "request", "")),
        ("Chile and Mali fought. Peru urged both sides to hold fire.", ("PER", "request", "CHL")),
        ("Peru's envoy left Mali and urged the country to vote.", ("PER", "request", "MLI")),
        ("Peru condemned the raid as a breach of UN resolutions.", ("PER", "accuse", "")),
        ("Peru called it a violation of the embargo on Chile.", ("PER", "accuse", "")),
        (
            "Joe Biden lashed out at Congress over its talks with Chile.",
            ("USA", "accuse", "USA"),
        ),
        ("Peru condemned Chile's praise of Mali.", ("PER", "accuse", "CHL")),
        ("Peru told state television that the raid was an outrage.", ("PER", "accuse", "")),
        ("Chile said Peru had sent troops. Peru denied the report.", ("PER", "deny", "CHL")),
    ],
)
def test_whom_it_is_aimed_at(code, text, row) -> None:  # type: ignore[no-untyped-def]
    assert row in acts(code, text)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Norway said the junta must give up power in Mali.", "junta"),
        ("Peru said Chile and other states should open their ports.", "Chile"),
        ("Kenyan President William Ruto urged his heirs to reject graft.", "heirs"),
        ("The opposition accused staff of hiding the figures on Chad.", "staff"),
        ("Ghana appealed to the rebels to lay down their arms.", "rebels"),
        ("Ghana has pleaded with donors for rice.", "donors"),
        ("Ghana warned Europe, which opposed Chad's exit, that much was at stake.", "Europe"),
        ("Ghana called for the bridge to be rebuilt.", ""),
        ("Norway said the exports must be halted.", ""),
    ],
)
def test_who_is_asked_or_accused_needs_no_name(code, text, target) -> None:  # type: ignore[no-untyped-def]
    """What follows tells that it is somebody: who must act, whom one accuses of it."""
    assert code(text)["statements"][0].get("target", "") == target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Norway admitted that Chad had received its rifles.", "Chad"),
        ("Kenya acknowledged receiving trucks from Egypt.", "Egypt"),
        ("Kenya confirmed the air strike on Somalia.", ""),
        ("Norway pledged to raise it at the United Nations.", ""),
        ("President William Ruto pledged Kenyan support.", ""),
        ("Serbia rejected claims of Serbian arms sales.", ""),
        ("Kenya warned that rifles could reach groups like Al-Shabaab.", ""),
    ],
)
def test_nobody_is_aimed_at_who_is_only_named_near_by(code, text, target) -> None:  # type: ignore[no-untyped-def]
    """Where something happens, where it will be said and one's own side are no targets."""
    assert code(text)["statements"][0].get("target", "") == target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Turkey sold drones to Ethiopia. Norway criticised the sale.", "Turkey"),
        ("Kenya accused Sudan of arming rebels. Uganda made the same accusation.", "Sudan"),
        ("Chad closed a camp. Norway accused the African nation of haste.", "Chad"),
        ("A flood hit Chad on Friday. Norway condemned the closure of a camp.", ""),
        ("Peru condemned a raid, while Chile called the attack a disgrace.", ""),
    ],
)
def test_who_judges_what_was_told_judges_who_did_it(code, text, target) -> None:  # type: ignore[no-untyped-def]
    """ "The sale" is of whoever sold before; the same charge is laid against the same."""
    assert code(text)["statements"][-1].get("target", "") == target


def test_a_denial_answers_who_accused(code) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, "Chile said Peru had sent troops. Peru denied it.")
    assert ("PER", "deny", "CHL") in found


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Peru denied a report by the Guardian that it armed rebels.", "Guardian"),
        ("Peru dismissed the report by Chilean newspaper La Tercera as untrue.", "La Tercera"),
        ("Peru's army rejected what it called “baseless claims” by Chile.", "Chile"),
        (
            "Peru dismissed a conclusion by Chile's army, told in the press, that it armed rebels.",
            "Chile's army",
        ),
        ("Chile accused Peru of arming rebels, a charge dismissed by Lima.", "Chile"),
        ("Peru denied arming rebels. Chile had accused Peru of it on Monday.", "Chile"),
        ("Peru denied arming rebels. Its own opposition accused Peru of it.", None),
        # Who only passes a charge on makes none.
        ("Chile blamed Peru for the raid, Reuters said. Peru denied it.", "Chile"),
        ("The Guardian reported that Peru had armed rebels. Peru denied it.", None),
        ("The Guardian alleged that Peru had armed rebels. Peru denied it.", "The Guardian"),
        # Nor does who said anything else, or blames others.
        ("Chile says Peru is rich. It rained. It snowed. Peru denied arming rebels.", None),
        ("Chile blamed Peru for a raid. Peru's army is accused of theft, which it denies.", None),
        ("Peru denied arming rebels. A raid, which Chile condemned, hit Peru's north.", None),
    ],
)
def test_a_denial_answers_whose_claim_it_names_or_who_accuses_elsewhere(code, text, target) -> None:  # type: ignore[no-untyped-def]
    (denial,) = [row for row in code(text)["statements"] if row["act"] == "deny"]
    assert denial.get("target") == target


@pytest.mark.parametrize(
    ("denial", "target"),
    [
        ("Peru denied jamming radios.", None),
        ("Peru denied that it had jammed any radios.", None),
        ("Peru rejected reports that its envoy had resigned.", None),
        ("Peru denied hiding smugglers.", "Chile"),
        ("Peru denied that it had hidden anyone.", "Chile"),
        ("Peru denied it.", "Chile"),
        ("Peru dismissed that as absurd.", "Chile"),
        ("Peru denied the charge at a trial.", "Chile"),
        ("Peru called the report baseless.", "Chile"),
        ("Peru called the report “misleading”.", "Chile"),
        ("Peru denied any involvement.", "Chile"),
        ("Peru denied violating the pact.", "Chile"),
    ],
)
def test_a_denial_does_not_answer_a_distant_charge_of_something_else(code, denial, target) -> None:  # type: ignore[no-untyped-def]
    rows = code(f"Chile accused Peru of hiding smugglers. It rained. It snowed. {denial}")
    assert [r.get("target") for r in rows["statements"] if r["act"] == "deny"] == [target]
    (row,) = code(f"Chile accused Peru of hiding smugglers. {denial}")["statements"][1:]
    assert row["target"] == "Chile"


def test_a_claim_called_untrue_answers_who_made_it(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Chile accused Peru of arming rebels. The Peruvian president said this was a fabrication."
    )
    assert acts(code, text)[-1] == ("PER", "deny", "CHL")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Peru condemned the launch and urged Chile to halt.", "CHL"),
        ("Peru's president called for an arms embargo on Chile.", ""),
        ("Peru's president said the sanctions on Chile must go.", ""),
        ("Peru warned that it would renew UN sanctions on Chile.", "CHL"),
    ],
)
def test_whom_the_sentence_names_further_on_is_meant_if_he_is(code, text, target) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text)[0][2] == target


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # Who suffers a deed is not blamed for it; who did it is.
        ("Peru condemned the attack on the Chilean embassy.", ("PER", "accuse", "")),
        ("Peru condemned the killing of Chileans by Mali.", ("PER", "accuse", "MLI")),
        ("Peru condemned the aggression of Mali against Chile.", ("PER", "accuse", "MLI")),
        ("Peru blamed the outage on Chilean mines.", ("PER", "accuse", "CHL")),
        ("Peru's envoy said the ruling was deeply unfair to Chile.", ("PER", "accuse", "")),
        ("Peru's envoy accused a bank of backing Chile.", ("PER", "accuse", "")),
        ("The Peruvian minister was angry at Peru's own blockade.", ("PER", "accuse", "")),
        # Who is praised stands behind the words, or does what they call good.
        ("“We stand with Chile against Mali,” Peru's envoy said.", ("PER", "praise", "CHL")),
        ("“Thank you for the embargo on Mali,” Peru's envoy said.", ("PER", "praise", "")),
        ("Peru's envoy said Lima deserved praise for beating Mali.", ("PER", "praise", "")),
        ("Peru's envoy said it was good that a deal with Mali failed.", ("PER", "praise", "")),
        # Who gains by what is promised, or pays for it.
        ("Peru pledged to send radars to Chile.", ("PER", "promise", "CHL")),
        ("Peru vowed new tariffs on Chile.", ("PER", "promise", "CHL")),
        ("Peru promised to deal with violators of sanctions on Mali.", ("PER", "promise", "")),
        ("Peru's envoy said Peru would sue firms that arm Mali.", ("PER", "promise", "")),
        # Whose support it is that one voices, and where else one hopes for peace.
        ("The envoy affirmed Peru's backing for all steps taken by Chile.", ("", "promise", "")),
        ("Peru's envoy condemned the raids but hoped for talks in Chile.", ("PER", "accuse", "")),
        ("Peru lodged a complaint with the United Nations.", ("PER", "accuse", "")),
        # Who is warned is not who would be raided, nor who is to be freed.
        ("Peru warned that a raid on Chilean ships would have consequences.", ("PER", "warn", "")),
        ("Peru warned it would fire unless they freed Mali's envoy.", ("PER", "warn", "")),
        ("Peru warned of strikes on Chile.", ("PER", "warn", "CHL")),
        ("Peru warned of Chile's growing debts.", ("PER", "warn", "")),
        ("Peru put the blame for the fire squarely on Chile.", ("PER", "accuse", "CHL")),
        (
            "In a thinly veiled threat to Chile, Peru said its navy was ready.",
            ("PER", "warn", "CHL"),
        ),
        ("Peru said, in a swipe at Chile, that some fed on others.", ("PER", "accuse", "CHL")),
        # Who has to act.
        ("Peru expects Chile to honour the treaty.", ("PER", "request", "CHL")),
        ("Peru demanded an end to the raids on Chile.", ("PER", "request", "")),
        ("Peru requested shells for its navy from Chile.", ("PER", "request", "CHL")),
        # Whose doings are judged.
        ("Peru's army believes Chile has sent Mali shells.", ("PER", "assess", "CHL")),
    ],
)
def test_who_only_has_another_part_in_it_is_not_aimed_at(code, text, row) -> None:  # type: ignore[no-untyped-def]
    assert row in acts(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's envoy said it was an honour to visit Chile.",
        "Peru's envoy said Chile had hurt our closest allies.",
        "Peru's envoy said it was remarkable that Chile had not replied.",
        "“Thank you, Mr. President,” Peru's envoy said.",
    ],
)
def test_courtesy_praises_nobody(code, text) -> None:  # type: ignore[no-untyped-def]
    assert [act for _, act, _ in acts(code, text)] == ["say"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Peru rejected Chile's demand for talks.", ("CHL", "request", "PER")),
        ("Peru's army shrugged off Chile's warning that it would act.", ("CHL", "warn", "PER")),
        ("Peru faced sharp criticism from Chile over Bolivia.", ("CHL", "accuse", "PER")),
        ("Peru dismissed claims made by Chile, which Bolivia shared.", ("PER", "deny", "CHL")),
        ("Peru joined Chile's call for talks.", ("CHL", "request", "")),
    ],
)
def test_whoever_answers_a_request_or_criticism_is_whom_it_is_aimed_at(code, text, row) -> None:  # type: ignore[no-untyped-def]
    assert row in acts(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru, though not part of Chile's talks, warned it would close the port.",
        "Peru's army warned Peruvian troops would fire.",
        "Peru warned the troop movement could end in war.",
    ],
)
def test_whoever_only_does_what_is_warned_of_is_not_warned(code, text) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text)[0] == ("PER", "warn", "")


def test_two_who_promise_together_promise_it_to_one_another(code) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, "Peru and Chile pledged to open the border.")
    assert found == [("PER", "promise", "CHL"), ("CHL", "promise", "PER")]


def test_who_cites_is_not_aimed_at_by_who_is_cited(code) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, "Chilean officials, citing a Peruvian envoy, said Bolivia was safe.")
    assert found == [("PER", "say", ""), ("CHL", "say", "BOL")]


def test_whom_it_is_about_does_not_accuse_himself(code) -> None:  # type: ignore[no-untyped-def]
    text = "Ana Silva criticised the mayor of Lima accusing him of theft."
    assert {row["speaker"] for row in code(text)["statements"]} == {"Ana Silva"}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("“Thank you for your clear words on Chile,” the Peruvian president said.", ""),
        ("“Thank you, Ghana, for your words on Chile,” the Peruvian president said.", "GHA"),
        ("“Thank you to Chile,” the Peruvian president said.", "CHL"),
    ],
)
def test_thanks_are_for_you_and_not_for_who_is_named(code, text, target) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text) == [("PER", "praise", target)]


def test_the_allies_of_a_state_are_asked_not_the_state(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("Peru's pleas to Chile's allies to stop the raids in Bolivia were heard.")
    (row,) = rows["statements"]
    assert (row["target"], row["target_country"]) == ("Chile's allies", "")


def test_two_who_accuse_each_other_are_each_other_s_target(code) -> None:  # type: ignore[no-untyped-def]
    both = {("PER", "accuse", "CHL"), ("CHL", "accuse", "PER")}
    assert both <= set(acts(code, "Peru and Chile accused each other of raids."))
    assert both <= set(acts(code, "Peru and Chile, the foes, each accused the other of raids."))
    assert both <= set(acts(code, "Peru and Chile traded accusations."))


def test_a_lawmaker_asks_the_own_state_to_act(code) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, "Senator Ana Silva said Peru must leave.")[0][1:] == ("request", "PER")


def test_an_attack_blamed_on_somebody_is_blamed_by_whoever_follows(code) -> None:  # type: ignore[no-untyped-def]
    text = "Tension rose after a raid on a mine blamed on Chile by Peru."
    assert ("PER", "accuse", "CHL") in acts(code, text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Peru promised to send two German tanks to Kenya.", "KEN"),
        ("Peru announced plans to buy a US-made Patriot system.", ""),
    ],
)
def test_whose_make_a_thing_is_gets_no_promise(code, text, country) -> None:  # type: ignore[no-untyped-def]
    rows = [row for row in code(text)["statements"] if row["act"] == "promise"]
    assert [row.get("target_country", "") for row in rows] == [country]


def test_it_does_not_accuse_itself(code) -> None:  # type: ignore[no-untyped-def]
    text = "Chad is poor. Kenya blamed Chad for the raid. It also accuses Chad of lying."
    assert said(code, text) == [("Kenya", "accuse"), ("Kenya", "accuse")]


def test_who_backs_whom_is_condemned_is_not(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("Kenya condemned the raid by Chad-backed rebels.")["statements"]
    assert not any(row.get("target_country") for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        "Chile's offer was welcomed by Peru.",
        "Chile won praise from Peru for its offer.",
        "Chile had dragged its feet, Peru complained.",
        "Chile has closed the bridge. Peru condemned the decision.",
    ],
)
def test_who_is_judged_stands_before(code, text) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text)[-1][2] == "CHL"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Togo said it would close its border with Ghana unless Benin freed the sailors.", "BEN"),
        ("Togo threatened to leave the talks in Ghana if Benin did not free the sailors.", "BEN"),
        ("Togo warned Western states they would pay a price for arming Benin.", ""),
        ("The deal, which Togo warned would ruin farmers, was signed by Benin.", ""),
    ],
)
def test_who_can_prevent_it_is_warned(code, text, target) -> None:  # type: ignore[no-untyped-def]
    assert [(act, whom) for _, act, whom in acts(code, text)] == [("warn", target)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Peru's president has condemned the coup, his spokesman says.", ""),
        ("Peru's president assured Chile on Monday that it was safe.", "CHL"),
    ],
)
def test_who_passes_it_on_is_no_target(code, text, target) -> None:  # type: ignore[no-untyped-def]
    assert code(text)["statements"][0].get("target_country", "") == target


def test_who_answers_is_not_whom_the_question_names(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Q: Did Ivan Holm of Chad buy guns?\n\nA: We urge Peru to stop.\n\nQ: And Mali?\n\nA: No."
    )
    assert "TCD" not in {row[0] for row in acts(code, text)}


def test_both_sides_are_no_place_that_somebody_speaks_of(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Peru's Foreign Minister Ana Silva thanked Chile for its part in Kosovo. Both sides "
        "condemned the raid."
    )
    assert "XKX" not in {row[0] for row in acts(code, text)}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Peru dismissed charges by Chile that Bolivia was arming rebels.", "Bolivia"),
        ("Peru denied a charge by Chile that it was arming rebels.", "Peru"),
        (
            "Peru's minister quit amid charges from Peruvian senators that he lied in Chile.",
            "Peru's minister",
        ),
    ],
)
def test_a_charge_is_aimed_at_who_is_said_to_have_done_it(code, text: str, target: str) -> None:  # type: ignore[no-untyped-def]
    [row] = [row for row in code(text)["statements"] if row["act"] == "accuse"]
    assert row.get("target", "") == target


def test_who_is_blamed_in_the_same_breath_is_asked(code) -> None:  # type: ignore[no-untyped-def]
    blamed = "Peru demanded the sailors' release and blamed Chile for the raid."
    assert acts(code, blamed) == [("PER", "request", "CHL"), ("PER", "accuse", "CHL")]
    asked = "Peru urged Chile to help and voiced outrage over the raid."
    assert acts(code, asked) == [("PER", "request", "CHL"), ("PER", "accuse", "")]


@pytest.mark.parametrize(
    ("told", "act"),
    [
        ("both sides to stop arming rebels", "request"),
        ("the rebels not to fire", "request"),
        ("both sides that it was late", "say"),
    ],
)
def test_sides_without_a_name_are_told_to_do_it(code, told, act) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, f"Peru told {told}.")[0][:2] == ("PER", act)


def test_a_step_that_is_praised_is_somebodys(code) -> None:  # type: ignore[no-untyped-def]
    [row] = acts(code, "Chile freed the sailors, a step that Peru praised.")
    assert row == ("PER", "praise", "CHL")


def test_who_goes_on_warns_whom_he_warned_before(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru warned Chile of a blockade. It would not tolerate such raids, Peru said."
    assert acts(code, text) == [("PER", "warn", "CHL"), ("PER", "warn", "CHL")]
    later = text.replace(" It would", " Rain fell. Nobody came. Ships sank. It would")
    assert acts(code, later)[1][2] == ""


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Peru asked Western allies to send more guns.", "Western allies"),
        ("Peru urged allies to send more guns.", "allies"),
    ],
)
def test_a_party_without_a_name_is_called_as_the_text_does(code, text, target) -> None:  # type: ignore[no-untyped-def]
    [row] = code(text)["statements"]
    assert row["target"] == target


def test_whose_raid_it_is_need_not_be_known_to_anybody(code) -> None:  # type: ignore[no-untyped-def]
    assert code("raid said their killing.")["events"] == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Bolivia will probably lose the case, the analyst said.", "Bolivia"),
        ("The rebels were probably armed by Rwanda, UN experts said.", "Rwanda"),
        ("“It would be hard for Laos to repay it,” the analyst said.", "Laos"),
        ("Laos, which experts say is unlikely to leave Chad's side, kept silent.", "Laos"),
        ("Deals with Chad are likely to be dropped by Laos, the analyst said.", "Laos"),
        ("Before the Chad summit, Laos would probably leave, the analyst said.", "Laos"),
        # Where nobody acts, the first that is named.
        ("Deals with Chad are likely to be dropped, the analyst said.", "Chad"),
        ("The leak is probably Laos' doing, the analyst said.", "Laos"),
        # … unless something is only done to it, or depends on it.
        ("The drought will probably be a blow to Laos, the analyst said.", ""),
        ("The dam is likely to hurt Laos, the analyst said.", ""),
        ("It will probably rain more if Laos fells the trees, the analyst said.", ""),
        # Nor is it where those who speak come from.
        ("“It will be hard,” said Ana Rey, a scholar on Laos at Kenya's law school. “Very.”", ""),
        ("Malta warned that Libyan patrols would be fired on.", "Libya"),
        ("Malta warned it would act if Libya kept the ship.", "Libya"),
        ("Malta warned that failure to stop Libya's patrols would cost lives.", ""),
        ("Malta warned that any delay could harm the Libyan economy.", ""),
        ("Laos praised the army of Vietnam.", "Vietnam"),
        ("Laos hailed a route built by Vietnam.", "Vietnam"),
        ("Laos supports a truce deal for Myanmar.", ""),
        ("Laos welcomed moves backed by Vietnam.", ""),
    ],
)
def test_who_acts_is_judged_not_who_is_named_inside_a_phrase(code, text, target) -> None:  # type: ignore[no-untyped-def]
    """Subjects, owners of what is subject and doers; not partners, causes, conditions, victims."""
    assert code(text)["statements"][0].get("target", "") == target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The plan would end Togo's “cruel” siege of the port, the Benin minister said.", "Togo"),
        ("Togo's worries are unfounded, the Benin minister said.", "Togo"),
        ("The Polish shipyard was condemned by Danish lawmakers.", "Polish shipyard"),
        ("Denmark accused soldiers of looting its consulate.", "soldiers"),
        ("Denmark urged village leaders to free the crew.", "village leaders"),
        ("Denmark urged its soldiers to stay calm.", ""),
        ("Latvia and its partners should free the crew, the Danish minister said.", "Latvia"),
        ("The peoples of the delta must unite, the Danish minister said.", "peoples of the delta"),
    ],
)
def test_whose_deed_it_is_or_who_is_only_described_is_the_target(code, text, target) -> None:  # type: ignore[no-untyped-def]
    assert code(text)["statements"][0].get("target", "") == target


def test_a_warning_beside_a_request_is_put_to_the_same(code) -> None:  # type: ignore[no-untyped-def]
    text = "Denmark urged Latvia to free the crew, warning that a delay could help Belarus."
    assert ("DNK", "warn", "LVA") in acts(code, text)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # "He" was never named: nobody of those beside him, and no other pronoun's.
        ("He came with Gen. Ivo Brandt, Ana Rey, minister of trade, and Jan Holm. He urged calm.",
         set()),
        ("He said that Ana Rey had come. She urged calm.", {"Ana Rey"}),
        ("Ana Rey took charge. He came with Ivo Brandt, head of the navy. He urged calm.", set()),
        ("Ivo Brandt landed. He came with Jan Holm, head of the navy. He urged calm.",
         {"Ivo Brandt"}),
        # "Executive orders" lead no sentence.
        ("Ivo Brandt spoke. A ministry is to carry out executive orders. He urged calm.",
         {"Ivo Brandt"}),
        # "One senior analyst" is not the one named.
        ("Ivo Brandt, a Togolese naval analyst, was calm. One Togolese naval analyst urged calm.",
         {"Togolese naval analyst"}),
        ("Ivo Brandt, a Togolese naval analyst, was calm. The naval analyst urged calm.",
         {"Ivo Brandt"}),
        # What "the orders given to us by" tells is none of the thanks before.
        ("“I send thanks for the chance to urge calm under orders given to us by Ana Rey,” Ivo "
         "Brandt said.", {"Ivo Brandt"}),
        # One who is called junior is taken up by his family name.
        ("Adm. Ivo B. Brandt Jr. was calm. Admiral Brandt urged calm.", {"Ivo B. Brandt Jr."}),
        ("Ivo K. Brandt III was calm. Mr. Brandt urged calm.", {"Ivo K. Brandt III"}),
        # Lists, of which one has a clause or a number of its own.
        ("Ivo Brandt, who led the talks, and Jan Holm urged calm.", {"Ivo Brandt", "Jan Holm"}),
        ("Togo, which lost a ship, and Benin urged calm.", {"Togo", "Benin"}),
        ("Two Togolese envoys, who asked not to be named, and a trader urged calm.",
         {"Togolese envoys", "trader"}),
        ("The army shot Jan Holm, who led the rebels, and Togo urged calm.", {"Togo"}),
        ("Togo and several other states urged calm.", {"Togo", "other states"}),
        ("Togo and a dozen other states urged calm.", {"Togo", "dozen other states"}),
        ("Togo and at least nine states urged calm.", {"Togo", "nine states"}),
        # A name ends with its sentence.
        ("Ana Rey met the Chinese minister Wu Jun. Brandt left early. Wu urged calm.", {"Wu Jun"}),
    ],
)  # fmt: skip
def test_who_urges_is_nobody_only_named_beside(code, text, speakers) -> None:  # type: ignore[no-untyped-def]
    rows = code(text)["statements"]
    assert {row["speaker"] for row in rows if row["act"] in ("request", "praise")} == speakers


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Malta agreed to let ships in after a pact with Libya lapsed.", ""),
        ("Malta agreed to send ships to Chad after talks with Libya.", "Chad"),
        ("Malta said it was open to talks with Libya.", "Libya"),
        ("Malta said it was ready to work with others on the Six-Party Talks.", ""),
        ("Hours after Silva left Libya, Malta called it “shameful”.", ""),
        ("Hours after Libya shelled a ship, Malta called it “shameful”.", "Libya"),
        ("Malta said the ships that broke the embargo are Libyan-flagged.", ""),
        ("Malta's premier told Ana Bell that the ban would remain in force.", ""),
        ("Malta's premier told Libya that the ban would remain in force.", "Libya"),
        ("Petro's decision to recall the envoy was criticised by Malta.", "Gustavo Petro"),
        ("The envoy was criticised by Malta.", "envoy"),
        ("Fishermen were urged by Malta to stay in port.", "Fishermen"),
        ("Malta insists Libya free the crew.", "Libya"),
        # Nor is whose charter is broken, or a compatriot who is not told to act.
        ("The raid breached the laws of war and the UN Charter, Malta's envoy said.", ""),
        ("Maltese critics demand that Premier Robert Abela sell the yacht.", "Robert Abela"),
        ("Maltese lawmakers demanded that Premier Robert Abela leave.", "Robert Abela"),
        ("Maltese lawmakers demanded a visit by Premier Robert Abela.", ""),
        ("Malta wants to see the removal of Libya's buoys.", "Libya"),
    ],
)
def test_who_is_only_met_left_or_told_is_no_target(code, text, target) -> None:  # type: ignore[no-untyped-def]
    assert code(text)["statements"][0].get("target", "") == target


@pytest.mark.parametrize(
    ("told", "target"),
    [
        ("Chad runs a plant, which Western nations say is a danger.", "Western nations"),
        ("Western powers accuse Chad of theft.", "Western powers"),
        ("Western powers praised Chad.", ""),
        ("Western powers praised Chad. Mali accused Chad of theft.", "Mali"),
    ],
)
def test_a_denial_answers_nations_that_say_so(code, told, target) -> None:  # type: ignore[no-untyped-def]
    rows = code(f"{told} Chad denies this.")["statements"]
    assert [row.get("target", "") for row in rows if row["act"] == "deny"] == [target]


def test_who_only_invites_ministers_is_not_all_of_them(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "The ministers of the Pact met in Oslo at the invitation of William Ruto and Gustavo Petro. "
        "The ministers condemned the raid."
    )
    assert [row["speaker"] for row in code(text)["statements"]] == ["ministers"]


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        # Whom a pronoun behind the verb, or behind what is threatened, means.
        (
            "Mayor Ivo Brandt derided General Lena Holt and threatened to sue her.",
            "warn",
            "Lena Holt",
        ),
        (
            "Mayor Ivo Brandt wrote to General Lena Holt to urge her to resign.",
            "request",
            "Lena Holt",
        ),
        ("Mayor Ivo Brandt derided General Lena Holt and threatened to resign.", "warn", ""),
        # … be it a body that no dictionary has.
        ("Mayor Ivo Brandt left the party, accusing it of fraud.", "accuse", "party"),
        (
            "Aid groups broke with the Open Roads Fund, accusing it of bias.",
            "accuse",
            "Open Roads Fund",
        ),
        ("Aid groups will not co-operate with the ORF, accusing it of bias.", "accuse", "ORF"),
        ("Mayor Ivo Brandt left the congress hall, accusing it of bias.", "accuse", ""),
        ("Mayor Ivo Brandt got the prize and criticised it for its size.", "accuse", ""),
        # Whose the thing is that others judge.
        (
            "As Mayor Ivo Brandt spoke, newspapers called his pledge a farce.",
            "accuse",
            "Ivo Brandt",
        ),
        ("Mayor Ivo Brandt spoke. Critics called his address a farce.", "accuse", "Ivo Brandt"),
        ("Mayor Ivo Brandt was freed. Papers had called his arrest a farce.", "accuse", ""),
        ("Ivo Brandt met General Lena Holt. Papers called his pledge a farce.", "accuse", ""),
        ("As General Lena Holt spoke, Mayor Ivo Brandt praised his plan.", "praise", ""),
        # Whose help is needed.
        ("Togo needs Ghana's help to end the raids, Togo's premier said.", "request", "Ghana"),
        ("“We need the support of Ghana,” Togo's premier said.", "request", "Ghana"),
        ("“We need weapons to beat Ghana,” Togo's premier said.", "request", ""),
        # What "the country" is for those who are of none.
        ("Ivo Brandt, who fled Eritrea, said the country must open up.", "request", "Eritrea"),
        # A place is nobody, be it one of two.
        ("It is likely that millions fled in Chad and Togo, Ivo Brandt said.", "assess", ""),
        # Results are nobody.
        ("Togo's premier praised the results of the trial.", "praise", ""),
    ],
)
def test_pronouns_owners_and_the_country_tell_who_is_meant(code, text, act, target) -> None:  # type: ignore[no-untyped-def]
    rows = [row for row in code(text)["statements"] if row["act"] == act]
    assert {row.get("target", "") for row in rows} == {target}


def test_an_older_charge_of_what_is_denied_is_answered_over_a_newer_of_something_else(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Kenya accused Peru of hiding smugglers. Chile accused Peru of jamming radios. It rained. "
        "Peru denied hiding smugglers."
    )
    rows = code(text)["statements"]
    assert [row.get("target") for row in rows if row["act"] == "deny"] == ["Kenya"]
