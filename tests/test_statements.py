"""Who says what to whom: speakers, acts carried by content, targets, quotations and issuers."""

from __future__ import annotations

import pytest

from analysis.pipeline import code_article
from analysis.reading import Article


def acts(code, text: str) -> list[tuple[str, str, str]]:  # type: ignore[no-untyped-def]
    """Return speaker's state, act and target's state of each statement."""
    rows = code(text)["statements"]
    return [(row["speaker_country"], row["act"], row.get("target_country") or "") for row in rows]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Peru will send helicopters to Chile, the Peruvian defence minister said.", "promise"),
        ("The Peruvian president said Peru was “willing to talk” to Chile.", "promise"),
        ("The Peruvian president said Chile must withdraw its troops.", "request"),
        ("The Peruvian president said any attack by Chile would have consequences.", "warn"),
        ("The Peruvian president said the report was baseless.", "deny"),
        ("“We never let our firms sell arms to rebels,” the Peruvian president said.", "deny"),
        ("“We never rest,” the Peruvian president said.", "say"),
        ("The Peruvian president said Peru had always upheld the accord.", "deny"),
        ("“These drills do not breach any accord,” the Peruvian president said.", "deny"),
        ("The Peruvian president said he was grateful to Chile.", "praise"),
        ("The Peruvian president said Chile would most likely attack.", "assess"),
        ("The Peruvian president said Chile had sent troops.", "say"),
        ("Two more ships will be sent to Chile, the Peruvian defence minister said.", "promise"),
        ("Peru will firmly support Chile, the Peruvian president said.", "promise"),
        ("The Peruvian president insisted that Peru had never fired first.", "deny"),
        ("“Chile is playing with fire,” the Peruvian president said.", "warn"),
        ("“If Chile wins, there will be no peace,” the Peruvian president said.", "warn"),
        ("“We did not shoot at anybody,” the Peruvian president said.", "deny"),
        ("The Peruvian president said Peruvian troops had not shot anybody.", "deny"),
        ("“This is an act of aggression by Chile,” the Peruvian president said.", "accuse"),
        ("The Peruvian president said the raid was “wholly unacceptable”.", "accuse"),
        ("“Chile irresponsibly opened the dam,” the Peruvian president said.", "accuse"),
        ("The Peruvian army said no rifle from its stores had ended up in Chile.", "deny"),
        ("The Peruvian army said none of its ships had ever gone to Chile.", "deny"),
        ("The Peruvian army said no tourist had ever reached the peak.", "say"),
        ("The Peruvian president said nothing had been delivered to Chile.", "deny"),
        ("The Peruvian president said nothing had been decided.", "say"),
        ("The Peruvian president said Peru threatened nobody.", "deny"),
        ("Peru maintains that its ships never left port.", "deny"),
        ("The Peruvian president said Peru was maintaining peace in the valley.", "say"),
        ("“Yes, there were two shipments,” the Peruvian president said.", "confirm"),
        ("“Yes, it could help,” the Peruvian president said.", "say"),
        ("“Yes, I like Lima,” the Peruvian president said.", "say"),
        ("“Those who armed the rebels will pay for it,” the Peruvian president said.", "warn"),
        ("“Whoever sinks our boats will regret it,” the Peruvian president said.", "warn"),
        ("“Those who helped us will be paid,” the Peruvian president said.", "say"),
        ("The Peruvian president said Chile would bear full responsibility.", "warn"),
        ("The Peruvian president said Chile bears full responsibility.", "accuse"),
        ("“If Chile has proof, let it publish it,” the Peruvian president said.", "request"),
        ("“Let them cry,” the Peruvian president said.", "say"),
        ("“Let me explain this,” the Peruvian president said.", "say"),
        ("“Show us the wreck,” the Peruvian president said.", "request"),
        ("“Come what may, we stay,” the Peruvian president said.", "promise"),
        ("The Peruvian president said there was nothing improper about the sale.", "deny"),
        ("The Peruvian police said they had found nothing suspicious.", "say"),
        ("The Peruvian president said that ships had indeed crossed the lake.", "confirm"),
        ("“They are in for a rude surprise,” the Peruvian army said.", "warn"),
        ("“Chile is a trusted partner,” the Peruvian president said.", "praise"),
        ("“Chile is no trusted partner,” the Peruvian president said.", "say"),
        ("The Peruvian president said Peru would go on helping Chile.", "promise"),
        ("The Peruvian president said Peru would study the plan.", "say"),
        ("The Peruvian president said the raid could lead to war.", "warn"),
        ("Peru insists that Chile withdraw its troops.", "request"),
        ("The Peruvian president told Chile to withdraw its troops.", "request"),
        ("“We need more shells,” the Peruvian president said.", "request"),
        ("The Peruvian president said Chile, its old rival, must withdraw.", "request"),
        ("Peru does not believe that Chile will withdraw.", "assess"),
        ("The Peruvian president said Chile was losing the war.", "assess"),
        ("The Peruvian president said he was sending two ships to Chile.", "promise"),
        ("Peru agreed on Tuesday to send two ships to Chile.", "promise"),
        ("Peru agreed to a six-month delay.", "promise"),
        ("The Peruvian president said Peru would likely send ships.", "assess"),
        ("The Peruvian president said Chile could face sanctions.", "warn"),
        ("The Peruvian president said he was prepared “to send” ships.", "promise"),
        ("Peru will not allow Chile to close the strait, the Peruvian president said.", "warn"),
        ("The Peruvian president believes that Chile should withdraw.", "request"),
        ("The Peruvian president said Chile must end its barbaric raids.", "request"),
        ("“Chile has a right to defend itself,” the Peruvian president said.", "praise"),
        ("“The plan isn't working,” the Peruvian president said.", "assess"),
        ("The Peruvian president told Chile that it could count on Peru.", "promise"),
        ("The Peruvian president said the government would defend the port.", "promise"),
        ("The Peruvian president said he would monitor the lake.", "promise"),
        ("“We must end the siege,” the Peruvian president said.", "request"),
        ("Chile had better leave, the Peruvian president said.", "request"),
        ("The Peruvian president said he would take steps unless Chile left.", "warn"),
        ("Peru could be forced to close the lake, its president said.", "warn"),
        ("Peru's president cautioned that time was short.", "warn"),
        ("The Peruvian president threatened to close the lake.", "warn"),
        ("Peru threatened a fresh blockade.", "warn"),
        ("“We plan to send ships to Chile,” the Peruvian president said.", "promise"),
        ("“We saw the proof, so we will close the lake,” the Peruvian president said.", "promise"),
        ("The Peruvian president said he had taken the decision to close the lake.", "promise"),
        ("The Peruvian president said that since the war in Mali no arms had been sold.", "deny"),
        ("The Peruvian president said Peru had not conducted any raids.", "deny"),
        ("Peru had for its part accused Chile of the raid.", "accuse"),
        ("“We do not have the means to fight Chile,” the Peruvian president said.", "deny"),
        ("The Peruvian president said the reports had been misread.", "deny"),
        ("Peru said it would reconsider its membership if the tariffs stayed.", "warn"),
        ("Peru said it has no patience and will take all measures if the port stays shut.", "warn"),
        ("Peru said the rebels had until May, otherwise its army would move in.", "warn"),
        ("The Peruvian president said nobody knew what could wreck the talks.", "say"),
        (
            "Peru's president said he wants the bloodbath to end, while both armies shelled"
            " the port, which would stay shut.",
            "say",
        ),
        ("“Do not wait for us,” the Peruvian president said.", "request"),
        ("Peru has told Chile not to send its ships.", "request"),
        ("Peru said it would meet its treaty obligations to Chile.", "promise"),
        ("Peru assured Chile that the plan was working.", "say"),
        ("Peru assured Chile that it would pay.", "promise"),
        ("Peru said it will not threaten or use force.", "say"),
        ("Peru said it had no interest in a war with Chile.", "deny"),
        ("Peru said it does not support any of the groups fighting there.", "deny"),
        ("Peru said it does not support the group's plan.", "say"),
        ("“Chile cannot interfere in our lands,” the Peruvian president said.", "say"),
        ("“I think that Chile will pay,” the Peruvian president said.", "assess"),
        ("“I think the tea is cold,” the Peruvian president said.", "say"),
        ("“The rocket is estimated to have burnt up,” the Peruvian army said.", "assess"),
        ("The Peruvian president said talks with Chile had progressed well.", "assess"),
        ("The Peruvian president said Chile had failed to achieve its aims.", "assess"),
        ("“There is a chance for peace,” the Peruvian president said.", "assess"),
        ("The Peruvian president said the toll would have a negative impact on trade.", "warn"),
        ("The Peruvian president said the dam is dangerous for the region.", "warn"),
        ("The Peruvian president said it may be time to end the siege.", "request"),
        ("“This fire shows the need for more inspectors,” the Peruvian president said.", "request"),
        ("“Chile cannot afford to wait,” the Peruvian president said.", "request"),
        ("The Peruvian president called the truce a “move in the right direction”.", "praise"),
        ("The Peruvian president said the pact was an important and timely step.", "praise"),
        ("The Peruvian president said Chile has an inherent right to self-defence.", "praise"),
        ("The Peruvian president stressed Chile's right to civilian nuclear power.", "praise"),
        ("“This drill shows our commitment to free seas,” the Peruvian president said.", "promise"),
        ("The Peruvian president said his top priority is a lasting truce.", "promise"),
        ("The Peruvian president said Peru was pulling out of the pact.", "promise"),
        ("The Peruvian president voiced his intent to free the crew.", "promise"),
        ("The Peruvian president thinks Chile has gone too far.", "assess"),
        ("The Peruvian president said a blackout could not be ruled out.", "assess"),
        ("The Peruvian president said repairs would take at least two years.", "assess"),
        ("Peru's government is not expecting the port to reopen.", "assess"),
        ("Peru's bank trimmed its growth forecast.", "assess"),
        ("Peru fears an exodus from Chile.", "assess"),
        ("Peru was forced to admit that its ship had sunk.", "confirm"),
        ("Peru had to concede that its ship had sunk.", "confirm"),
        ("“Should they fire on our ship, we will sink theirs,” the Peruvian navy said.", "warn"),
        ("Peru's health minister raised the alarm over measles.", "warn"),
        ("Peru's health minister said measles could spread to Chile.", "warn"),
        ("“Famine is looming in Chile,” Peru's health minister said.", "warn"),
        ("Peru's police said it was unclear who was behind the bombing.", "say"),
        ("The Peruvian president said he knew who was behind the bombing.", "say"),
    ],
)
def test_a_neutral_verb_does_what_is_said(code, text, act) -> None:  # type: ignore[no-untyped-def]
    assert [row[:2] for row in acts(code, text)] == [("PER", act)]


@pytest.mark.parametrize(
    "text",
    [
        "“I know what he will do,” the Peruvian president said.",
        "The Peruvian president said Chile would send troops.",
        "The Peruvian president said this was the kit they need to win.",
        "The Peruvian president said a serious mistake had been made.",
        "The Peruvian president said Chile must win.",
        "The Peruvian president said Chile does not need to withdraw.",
        "The Peruvian president said Chile could withdraw.",
        "The Peruvian president said the exiles' need to return was well known.",
        "The Peruvian president said Chile had not issued any plans to leave.",
        "The Peruvian president denied a request for talks.",
        "“We need to be willing to leave the talks,” the Peruvian president said.",
        "The president's office announced that Peru's president would make a state visit to Chile.",
        "The Peruvian president said they differed over how many ships Chile should keep.",
        "“We would send ships to Chile,” the Peruvian president said.",
        "“Peru is sending a message to Chile,” the Peruvian president said.",
        "The Peruvian president said he had never heard of it.",
        "The Peruvian president said Chileans felt that they must fight.",
        "“I hope that our courts will uphold the ban,” the Peruvian president said.",
        "The Peruvian president said he would leave the talks should the truce fail.",
        "The Peruvian president said he would go to Chile in the spring.",
        "The Peruvian president said the navy had taken all measures.",
        "The Peruvian president said it went so well that they should try it again.",
        "The Peruvian president said Peru's foreign minister would pay a visit to Chile.",
    ],
)
def test_what_others_do_and_what_is_done_is_only_said(code, text) -> None:  # type: ignore[no-untyped-def]
    assert [act for _, act, _ in acts(code, text)] == ["say"]


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("Peru had broken its pledges", "accuse"),
        ("Peru was trying to deceive the voters", "accuse"),
        ("Peru had made no effort to find the crew", "accuse"),
        ("the raid was an act of war by Peru", "accuse"),
        ("Peru was interfering with the vote", "accuse"),
        ("Peru's remarks were wholly inappropriate", "accuse"),
        ("Peru's hostile policies were well known", "accuse"),
        ("it would be inappropriate to name Peru", "say"),
        ("Peru was a threat to the lake", "assess"),
        ("the fire in Peru was not caused by a drone", "deny"),
    ],
)
def test_what_is_said_tells_the_act(code, said, act) -> None:  # type: ignore[no-untyped-def]
    assert [found for _, found, _ in acts(code, f"The Chilean president said {said}.")] == [act]


@pytest.mark.parametrize(
    ("speakers", "said"),
    [
        ("Some of the Chilean officials", True),
        ("Most of the ministers", True),
        ("Many of Chile's senators", True),
        ("Some of the mines", False),
    ],
)
def test_some_of_those_who_speak_do(code, speakers, said) -> None:  # type: ignore[no-untyped-def]
    found = [act for _, act, _ in acts(code, f"{speakers} criticised Peru.")]
    assert found == ["accuse"] * said


def test_a_senior_colonel_speaks_under_his_name(code) -> None:  # type: ignore[no-untyped-def]
    text = "The road is open, said Chilean army spokesman Sr. Col. Pablo Rey on Monday."
    assert [row["speaker"] for row in code(text)["statements"]] == ["Pablo Rey"]


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
    "text",
    [
        "Peru's silence is threatening the peace of the lake.",
        "Peru's parliament approved the dispatch of troops.",
        "Peru would be angry at Chile if it does not see Chile's proofs.",
    ],
)
def test_what_is_done_endangered_or_imagined_is_no_act_of_speech(code, text) -> None:  # type: ignore[no-untyped-def]
    assert not {act for _, act, _ in acts(code, text)} - {"say"}


@pytest.mark.parametrize(
    ("welcomed", "act"),
    [
        ("Ugandan President Yoweri Museveni to Nairobi", "say"),
        ("a high-level Ugandan delegation", "say"),
        ("Uganda's decision", "praise"),
        ("the thought the government of Uganda gave to it", "praise"),
    ],
)
def test_who_receives_a_guest_praises_nobody(code, welcomed: str, act: str) -> None:  # type: ignore[no-untyped-def]
    (row,) = code(f"Kenyan leaders welcomed {welcomed}.")["statements"]
    assert row["act"] == act


def test_what_a_statement_says_of_its_issuer_is_said_by_the_issuer(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("The Kenyan army issued a statement saying it denies the charges.")["statements"]
    denials = [row["speaker"] for row in rows if row["act"] == "deny"]
    assert denials == [rows[0]["speaker"]] == ["Kenyan army"]


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


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Dina Boluarte flew to Quito, with Daniel Noboa promising Peru his support.",
            ("ECU", "promise", "PER"),
        ),
        ("Officials in Lima were adamant that Chile had fired.", ("PER", "say", "CHL")),
        ("Peru on June 10 denounced Chile for the raid.", ("PER", "accuse", "CHL")),
        ("Peru in a note on Nov. 3 accused Chile of theft.", ("PER", "accuse", "CHL")),
        ("Peru in a letter dated June 3 accused Chile of theft.", ("PER", "accuse", "CHL")),
        ("Peru's army in a June 3 letter accused Chile of theft.", ("PER", "accuse", "CHL")),
        ("Peru for the first time accused Chile of theft.", ("PER", "accuse", "CHL")),
        ("Peru in the early hours of May 3 accused Chile of theft.", ("PER", "accuse", "CHL")),
        ("Peru's army two days after the raid accused Chile of theft.", ("PER", "accuse", "CHL")),
    ],
)
def test_who_speaks_in_less_common_clauses(code, text, row) -> None:  # type: ignore[no-untyped-def]
    assert row in acts(code, text)


def test_who_cites_is_not_aimed_at_by_who_is_cited(code) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, "Chilean officials, citing a Peruvian envoy, said Bolivia was safe.")
    assert found == [("PER", "say", ""), ("CHL", "say", "BOL")]


def test_what_stands_before_an_inverted_verb_is_said(code) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, "Chile is likely to leave, said Dina Boluarte, who has met its envoys.")
    assert found == [("PER", "assess", "CHL")]


@pytest.mark.parametrize(
    "text",
    [
        "Dina Boluarte met Daniel Noboa in Quito. The two leaders condemned the raid.",
        "Dina Boluarte met Daniel Noboa in Quito. The presidents condemned the raid.",
        "The road follows Dina Boluarte's talks with Daniel Noboa, where the leaders condemned it.",
        "Peru fought Ecuador. Envoys from both countries condemned the raid.",
        "Dina Boluarte met Daniel Noboa, where the two leaders saw a road. The presidents condemned it.",
        # As the text opens, far back, where nobody else has met since.
        "Dina Boluarte met Daniel Noboa. It rained. Chile and Bolivia fought. The parties condemned it.",
    ],
)
def test_two_named_before_speak_together(code, text) -> None:  # type: ignore[no-untyped-def]
    assert [row[:2] for row in acts(code, text)] == [("PER", "accuse"), ("ECU", "accuse")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The raid is over, a senior Peruvian diplomat said. The diplomat praised it.", "PER"),
        (
            "Two Peruvian officials told reporters so. The raid is over, according to the officials.",
            "PER",
        ),
        ("A Peruvian report said so. The report praised the raid.", "PER"),
        ("A Peruvian diplomat said so. The officer praised the raid.", ""),
    ],
)
def test_whoever_was_described_in_full_goes_on(code, text, country) -> None:  # type: ignore[no-untyped-def]
    assert [row["speaker_country"] for row in code(text)["statements"]][-1] == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Peru's army denied it in a statement. The statement praised Chile.", "PER"),
        ("Mali's army said so on Monday. The Peruvian statement praised Chile.", "PER"),
        ("Mali's army reported that the statement praised Chile.", ""),
    ],
)
def test_whose_a_statement_is(code, text, country) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text)[-1] == (country, "praise", "CHL")


def test_a_statement_is_not_of_whom_it_tells(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru's embassy said Mali claimed it. “Mali thanked Chile's navy,” the statement added."
    assert said(code, text)[-1] == ("Peru's embassy", "say")


def test_they_are_the_two_who_spoke_last(code) -> None:  # type: ignore[no-untyped-def]
    text = "Dina Boluarte met Daniel Noboa. The presidents praised it. They condemned the raid."
    assert [row[:2] for row in acts(code, text)][2:] == [("PER", "accuse"), ("ECU", "accuse")]


def test_people_named_in_an_insertion_all_speak(code) -> None:  # type: ignore[no-untyped-def]
    text = "Two witnesses, Ana Rey and Luis Gil, said the port was closed."
    assert [row["speaker"] for row in code(text)["statements"]] == ["Ana Rey", "Luis Gil"]


@pytest.mark.parametrize(
    "opening", ["Speaking to Luis Gil", "Asked about Luis Gil", "Beside Luis Gil"]
)
def test_whom_an_opening_phrase_names_does_not_speak(code, opening: str) -> None:  # type: ignore[no-untyped-def]
    rows = code(f"{opening}, the Peruvian minister said the port was closed.")["statements"]
    assert [row["speaker"] for row in rows] == ["Peruvian minister"]


@pytest.mark.parametrize(
    ("text", "acts_told"),
    [
        ("Peru hid a man accused by Chile and urged Chad to vote.",
         [("CHL", "accuse", ""), ("PER", "request", "TCD")]),
        ("Peru hid a singer wanted by Chile and denied it.", [("PER", "deny", "")]),
        ("The raid was condemned by Chile and denounced by Peru.",
         [("CHL", "accuse", ""), ("PER", "accuse", "")]),
    ],
)  # fmt: skip
def test_who_goes_on_is_not_who_did_what_only_describes_somebody(code, text, acts_told) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text) == acts_told


def test_they_who_agreed_are_the_two_who_spoke(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Chile tested a missile. Dina Boluarte said she had met Daniel Noboa, and they agreed"
        " to send ships."
    )
    promised = [row[:2] for row in acts(code, text) if row[1] == "promise"]
    assert promised == [("PER", "promise"), ("ECU", "promise")]


def test_they_who_agreed_are_the_two_who_met_at_the_start_of_the_text(code) -> None:  # type: ignore[no-untyped-def]
    opening = "Peru's Dina Boluarte met Ecuador's Daniel Noboa in Quito. Peru has banned imports."
    agreed = [row[:2] for row in acts(code, opening + " They agreed that trade should grow.")]
    assert agreed == [("PER", "request"), ("ECU", "request")]
    others = opening + " Chad and Mali object. They agreed that trade should grow."
    assert ("PER", "request", "") not in acts(code, others)


def test_who_met_somebody_else_since_leaves_open_who_is_meant(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Dina Boluarte met Daniel Noboa. She then met Gabriel Boric. The presidents condemned it."
    )
    assert acts(code, text) == [("", "accuse", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile were among the countries to condemn the raid.",
        "Peru and Chile - the hosts - were among those who condemned the raid.",
        "Peru and Chile became the first states to condemn the raid.",
        "Peru and Chile are among the countries condemning the raid.",
        "The Peruvian army (PA) and Chile condemned the raid.",
    ],
)
def test_those_who_are_among_others_speak(code, text) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text) == [("PER", "accuse", ""), ("CHL", "accuse", "")]


@pytest.mark.parametrize(
    "text",
    [
        "The king of Peru was furious and accused Chile of theft.",
        "The king of Peru has been ill since May and has accused Chile of theft.",
        "The king of Peru was questioned by lawmakers and accused Chile of theft.",
        "The king of Peru was ready to leave and accused Chile of theft.",
    ],
)
def test_whoever_is_something_and_speaks_is_one(code, text) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text) == [("PER", "accuse", "CHL")]


def test_what_is_condemned_and_mocked_by_somebody_is_so_by_them(code) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, "The raid was condemned and denounced by Peru.") == [("PER", "accuse", "")]


@pytest.mark.parametrize(
    "opening",
    ["In an interview Peru", "In 1999 Peru", "The state of Peru (SP) on Tuesday", "On Monday Peru"],
)
def test_who_speaks_stands_behind_an_opening_phrase(code, opening) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, f"{opening} condemned Chile.") == [("PER", "accuse", "CHL")]


def test_it_also_goes_on_for_who_spoke_before(code) -> None:  # type: ignore[no-untyped-def]
    text = "The communique urged Chile to hold talks. It also condemned the coup."
    assert said(code, text) == [("communique", "request"), ("communique", "accuse")]


def test_he_also_goes_on_for_who_has_no_name(code) -> None:  # type: ignore[no-untyped-def]
    text = "A militant in a mask told Chad of Ruto. He also threatened to burn the port."
    said = [(row["speaker"], row["act"]) for row in code(text)["statements"]]
    assert said == [("militant", "say"), ("militant", "warn")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peru's army lost a pilot, it said.", "Peru's army"),
        ("The company has found the ship, it said on Monday.", "company"),
        ("Chile's army spoke, it said. Peru's army left, it said in a statement.", "Peru's army"),
        ("Chile's army said so. A plane hit a hill, it said in a statement.", "Chile's army"),
    ],
)
def test_who_opens_a_sentence_that_it_said_ends_says_it(code, text, speaker) -> None:  # type: ignore[no-untyped-def]
    assert code(text)["statements"][-1]["speaker"] == speaker


@pytest.mark.parametrize("text", ["Guns were sent to Peru, it said.", "The dam is full, it said."])
def test_what_it_is_about_says_nothing(code, text) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text) == []


def test_it_said_goes_on_for_the_body_that_spoke_before(code) -> None:  # type: ignore[no-untyped-def]
    text = "The ministry said Chile's navy had left. It said that no ship was hurt."
    assert said(code, text) == [("ministry", "say"), ("ministry", "say")]


@pytest.mark.parametrize("body", ["JCS", "Joint Chiefs", "army"])
def test_it_behind_what_is_said_is_the_body_that_spoke(code, body: str) -> None:  # type: ignore[no-untyped-def]
    text = f"Peru has kept arming rebels, according to the {body}. Rifles were sent, it said."
    assert {row["speaker"] for row in code(text)["statements"]} == {body}


def test_he_is_who_spoke_before_and_no_one_told_of(code) -> None:  # type: ignore[no-untyped-def]
    text = "Juan Rey said they heard the witness. The dam is full, he said. “We will go,” he added."
    assert {row["speaker"] for row in code(text)["statements"]} == {"Juan Rey"}


def test_who_should_say_so_has_not(code) -> None:  # type: ignore[no-untyped-def]
    assert said(code, "Peru demanded Sunday that Chile apologise.") == [("Peru", "request")]
    assert said(code, "Miners proposed that the mayor deny it.") == [("Miners", "say")]


def test_whom_it_is_about_does_not_accuse_himself(code) -> None:  # type: ignore[no-untyped-def]
    text = "Ana Silva criticised the mayor of Lima accusing him of theft."
    assert {row["speaker"] for row in code(text)["statements"]} == {"Ana Silva"}


def test_they_who_say_more_are_the_officials_who_spoke(code) -> None:  # type: ignore[no-untyped-def]
    text = "The African Union is worried, Peruvian officials said. But they said it was full."
    speakers = [row["speaker"] for row in code(text)["statements"]]
    assert speakers == ["Peruvian officials"] * 2


def test_he_is_nobody_whom_the_speaker_only_tells_of(code) -> None:  # type: ignore[no-untyped-def]
    text = "Juan Rey said Luis Gil lost his life. The dam is full, he said."
    assert {row["speaker"] for row in code(text)["statements"]} == {"Juan Rey"}


def test_he_also_is_not_whose_claims_were_denied(code) -> None:  # type: ignore[no-untyped-def]
    text = "Juan Rey denied accusations made by Luis Gil over the dam. He also warned of a flood."
    assert [r["speaker"] for r in code(text)["statements"] if r["act"] == "warn"] == ["Juan Rey"]


def test_who_is_told_of_goes_on_behind_but(code) -> None:  # type: ignore[no-untyped-def]
    text = "The mayor made no comment on it, sources said, but promised boats."
    assert [r["speaker"] for r in code(text)["statements"] if r["act"] == "promise"] == ["mayor"]


def test_what_a_paper_reports_it_does_not_ask_for(code) -> None:  # type: ignore[no-untyped-def]
    text = "The Lima Star reported that the mayor voiced doubts and demanded boats."
    assert [r["speaker"] for r in code(text)["statements"] if r["act"] == "request"] == ["mayor"]


def test_nobody_in_a_quotation_says_it(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru's embassy said the navy left. “The crew thanked Chile's navy,” it said."
    assert [speaker for speaker, act in said(code, text) if act == "say"] == ["Peru's embassy"] * 2


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“Nobody denies it,” Peru's embassy said.", {"Peru's embassy"}),
        ("“Some people say that Chile lies,” Peru's embassy said.", {"Peru's embassy"}),
        ("Peru and others accused Chile.", {"Peru"}),
        ("Others accused Chile.", {"Others"}),
        ("No official in Lima said that Chile lied.", set()),
        ("Peru said nothing about Chile.", set()),
        ("Peru said nothing would change.", {"Peru"}),
        ("Peru was the first to accuse Chile.", {"Peru"}),
        ("“It is late,” said another.", {"another"}),
        ("Officials in Lima and elsewhere said it was late.", {"Officials"}),
        ("Peru sent boats with other gear, but the rebels said it was late.", {"rebels"}),
        ("The paper, whose report two weeks ago said Chile lied, was shut.", {"report"}),
        ("Boats arrived in a move Peru's army said was routine.", {"Peru's army"}),
        ("Peru fought a group said to have bases in Chile.", set()),
        (
            "Peru's navy ministry was shut. Boats left, a statement from the ministry said.",
            {"Peru's navy ministry"},
        ),
        (
            "Peru's Council for Trade was shut. Boats left, the council said.",
            {"Peru's Council for Trade"},
        ),
        (
            "The rebels of M23 left Goma. Amnesty International and Oslo left. The Group said so.",
            {"Group"},
        ),
        ("Amnesty International was shut. The group said it was late.", {"Amnesty International"}),
    ],
)
def test_people_in_general_say_nothing_in_a_quotation(code, text, speakers) -> None:  # type: ignore[no-untyped-def]
    assert {speaker for speaker, _ in said(code, text)} == speakers


@pytest.mark.parametrize(
    ("content", "hedge"),
    [
        ("it was possible that Chile had sold the tanks", "it was possible"),
        ("Chile would probably sell the tanks", "probably"),
        ("Chile may be wrong", "may be"),
        ("there was a 70 percent chance that Chile would sell", "70 percent chance"),
        ("Chile should sell the tanks as soon as possible", ""),
        ("the alleged spies had left Chile", ""),
        ("Chile was losing the support of likely voters", ""),
        ("the talks were a chance to end the war", ""),
        ("Chile paid what appeared to be a fine", ""),
        ("Chile had shot at all who may be tempted to land", ""),
        ("Chile had sold goods that could be used in tanks", ""),
        ("Chile had begun a doubtful and costly war", ""),
        ("Chile had closed the yard where the boats may have been built", ""),
        ("it was a time where it is likely that Chile sells", "likely"),
        ("Chilean boys were less likely than girls to leave school", ""),
        ("Chilean miners were twice as likely to fall ill", ""),
        ("Chilean sailors were the most likely to fall ill", ""),
        ("it was more likely than not that Chile sold them", "likely"),
        ("Chile had the might of an empire", ""),
        ("Chile might well leave", "might"),
        ("Chile had offered no proof of a raid", ""),
        ("there was no proof of a raid", "no proof"),
        ("the summit was a chance to win friends", ""),
        ("there was a chance to win", "there was a chance"),
        ("people doubtful of the truce had left Chile", ""),
        ("it was doubtful that Chile would leave", "was doubtful"),
        ("Chile mourned the suspected poisoning of a spy", ""),
    ],
)
def test_a_hedge_weighs_what_is_said_and_not_a_thing_in_it(code, content, hedge) -> None:  # type: ignore[no-untyped-def]
    [row] = code(f"The Peruvian president said {content}.")["statements"]
    assert row.get("likelihood_words", "") == hedge


@pytest.mark.parametrize(
    "text",
    [
        "Chile asked Peru to leave, as a raid appeared likely.",
        "Chile's demand for a truce is likely to be ignored.",
        "Chile welcomed the truce and appeared to back the plan.",
        "Chile has pledged fuel to Peru, although the road could be closed.",
    ],
)
def test_who_asks_promises_or_praises_does_so_without_a_hedge(code, text) -> None:  # type: ignore[no-untyped-def]
    assert {row.get("likelihood_words", "") for row in code(text)["statements"]} == {""}


@pytest.mark.parametrize(
    ("chance", "band"),
    [("3%", (1, 5)), ("20 per cent", (5, 20)), ("50 percent", (45, 55)), ("100%", (95, 99))],
)
def test_a_number_of_percent_is_of_the_band_it_falls_in(code, chance, band) -> None:  # type: ignore[no-untyped-def]
    [row] = code(f"The Peruvian president said there was a {chance} chance of war.")["statements"]
    assert (row["likelihood_low"], row["likelihood_high"]) == band


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Peruvian president said the report was false.", "deny"),
        ("“It is a baseless claim,” the Peruvian president said.", "deny"),
        ("“We do not want war,” the Peruvian president said.", "say"),
        ("The Peruvian president said Chile had copied fabricated data.", "say"),
        ("The Peruvian president said Chile had better not fire again.", "request"),
        ("“Otherwise, we are going to lose the fleet,” the Peruvian president said.", "warn"),
        ("Senator Ted Cruz said President Joe Biden would send helicopters to Chile.", "say"),
        ("President Joe Biden said he would send helicopters to Chile.", "promise"),
        ("Peru commits to fully support Chile.", "promise"),
        ("The Peruvian president avowed to free the sailors.", "promise"),
        ("The Peruvian president allayed Chilean concerns by denying that he would go.", "deny"),
        ("The Peruvian president said it would take two months to mend the dam.", "say"),
        ("The Peruvian president said it would take steps to mend the dam.", "promise"),
        ("The Peruvian president said the hope was that the dam would be repaired.", "say"),
        ("The Peruvian president said the dam would be repaired.", "promise"),
        ("The Peruvian president said Peru would quit the pact if Chile broke it.", "warn"),
        (
            "The Peruvian president said Peru would aid the miners if Chile closed the pit.",
            "promise",
        ),
        ("The Peruvian president said it was a way to avert a long and terrible war.", "say"),
        ("“We do not consider Chile an enemy,” the Peruvian president said.", "say"),
        ("The Peruvian president said he was not considering any sale of tanks.", "deny"),
        ("The Peruvian president said Peru was not planning to attend the talks.", "say"),
        ("The Peruvian president said Peru was not planning to attack Chile.", "deny"),
        ("“It is premature to comment on the vote,” the Peruvian president said.", "decline"),
        ("Peru's president expects Chile to keep its promises.", "request"),
        ("Peru's president expects Chile to lose the match.", "assess"),
        ("A Peruvian court found that the dam had leaked for years.", "say"),
        ("A Peruvian court found that the dam had probably leaked.", "assess"),
    ],
)
def test_a_word_tells_the_act_only_where_it_is_what_is_said(code, text, act) -> None:  # type: ignore[no-untyped-def]
    assert [row["act"] for row in code(text)["statements"]] == [act]


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Okoro said Ghanaian farmers are furious at Togo.", [("", "say")]),
        ("Okoro said he and other farmers are furious at Togo.", [("", "say"), ("", "accuse")]),
        ("Ghanaian farmers are furious at Togo.", [("GHA", "accuse")]),
        ("Ghana is furious at Togo, its minister said.", [("GHA", "accuse"), ("GHA", "say")]),
        ("Ghana is angry at Togo, Reuters reported.", [("GHA", "accuse"), ("GBR", "say")]),
        ("“Ghana believes that we are weak,” the Togolese minister said.", [("TGO", "say")]),
        ("“Ghana now recognises that we are right,” the Togolese minister said.", [("TGO", "say")]),
        (
            "“Ghana believes that they are weak,” the Ghanaian minister said.",
            [("GHA", "assess"), ("GHA", "say")],
        ),
        ("Ghana recognises that the dam was a mistake.", [("GHA", "confirm")]),
    ],
)
def test_what_others_have_in_mind_is_told_by_who_says_so(code, text, told) -> None:  # type: ignore[no-untyped-def]
    assert [(state, act) for state, act, _ in acts(code, text)] == told


@pytest.mark.parametrize(
    ("told", "speakers"),
    [
        ("Togolese envoys found a home here and have started work", ["Ghanaian minister"]),
        ("Togo's navy has declared its wish to leave", ["Ghanaian minister"]),
        ("Togo's navy declared that it would leave", ["Togo's navy", "Ghanaian minister"]),
    ],
)
def test_who_finds_or_declares_a_thing_says_nothing(code, told, speakers) -> None:  # type: ignore[no-untyped-def]
    rows = code(f"“{told},” the Ghanaian minister said.")["statements"]
    assert [row["speaker"] for row in rows] == speakers


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Togo called the Ghanaian ban absurd.", "accuse"),
        ("Togo called the Ghanaian claim absurd.", "deny"),
        ("Hunger in the camps is intolerable, the Togolese minister said.", "accuse"),
        ("Hunger in the camps would be intolerable, the Togolese minister said.", "warn"),
    ],
)
def test_a_deed_is_blamed_and_a_claim_denied_and_harm_to_come_warned_of(code, text, act) -> None:  # type: ignore[no-untyped-def]
    assert [told for _, told, _ in acts(code, text)] == [act]


def test_what_an_alliance_says_it_will_do_it_promises(code) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, "NATO said it would send troops to Chile.") == [("IGO", "promise", "CHL")]


def test_who_reports_goes_on_after_a_clause_with_was(code) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, "The king of Peru said that the plan was sound but warned Chile of war.")
    assert [act for _, act, _ in found] == ["say", "warn"]


def test_it_is_the_body_that_says_so_whoever_was_named_before(code) -> None:  # type: ignore[no-untyped-def]
    text = "The bank has left Chile. The company said it doubts that prices will rise."
    assert said(code, text) == [("company", "assess")]


def test_who_is_called_something_does_not_go_on(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru rejected the findings, called them biased and accused Chile of meddling."
    assert ("PER", "accuse", "CHL") in acts(code, text)
    assert acts(code, "The US condemned Chile.") == [("USA", "accuse", "CHL")]


def test_both_sides_are_the_states_named_before(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru and Chile held talks. Both sides pledged to open the border."
    found = acts(code, text)
    assert ("PER", "promise", "CHL") in found
    assert ("CHL", "promise", "PER") in found


def test_the_allies_of_a_state_are_asked_not_the_state(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("Peru's pleas to Chile's allies to stop the raids in Bolivia were heard.")
    (row,) = rows["statements"]
    assert (row["target"], row["target_country"]) == ("Chile's allies", "")


def test_a_quotation_that_goes_on_does_so_sentence_by_sentence(code) -> None:  # type: ignore[no-untyped-def]
    text = "“It was a long day,” the Peruvian president said. “We will send help to Chile.”"
    rows = code(text)["statements"]
    assert [(row["act"], row["evidence"]) for row in rows][-1] == (
        "promise",
        "“We will send help to Chile.”",
    )


def test_a_quotation_that_goes_on_doing_the_same_shares_the_row(code) -> None:  # type: ignore[no-untyped-def]
    text = "“Chile must leave,” the Peruvian president said. “Chile should apologise. It was hot.”"
    (row,) = code(text)["statements"]
    assert row["act"] == "request"
    assert row["also"] == ["“Chile should apologise.", "It was hot.”"]


def test_who_reports_goes_on_after_the_clause_that_is_reported(code) -> None:  # type: ignore[no-untyped-def]
    text = "The Peruvian president said Chile would wait, and called for calm."
    assert ("PER", "request") in [row[:2] for row in acts(code, text)]


def test_who_denied_that_something_is_so_warns_as_well(code) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, "Peru’s president denied that his country had lost and warned Chile.")
    assert ("PER", "warn", "CHL") in found


def test_whoever_passes_on_what_another_does_in_speech_only_says_so(code) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, "Peru warned Chile that it must leave, a Malian diplomat said.")
    assert found == [("PER", "warn", "CHL"), ("MLI", "say", "PER")]


def test_what_is_denied_nobody_has_threatened(code) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, "Peru denied Chile's claims that the Peruvian army had threatened to shoot.")
    assert [act for _, act, _ in found] == ["deny", "say"]


def test_we_outside_quotation_marks_are_who_says_so_behind(code) -> None:  # type: ignore[no-untyped-def]
    text = "We call on Chile to withdraw, the Peruvian foreign ministry said."
    assert acts(code, text) == [("PER", "request", "CHL")]


def test_nobody_accuses_where_one_is_only_said_to_be_accused(code) -> None:  # type: ignore[no-untyped-def]
    assert not acts(code, "Peru’s president, once a general, was sought, accused of spying.")


def test_what_a_source_says_is_the_clause_before_it(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru said Chile must leave, and ten soldiers died, according to Bolivia."
    assert [row[:2] for row in acts(code, text)] == [("PER", "request"), ("BOL", "say")]


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


def test_a_quotation_that_opens_before_its_cue_is_not_the_last_speaker_s(code) -> None:  # type: ignore[no-untyped-def]
    text = "Chile’s king said it was cold. “Peru must go. It is late,” the Cuban envoy said."
    assert ("CUB", "request", "PER") in acts(code, text)


def test_a_quotation_without_a_cue_is_of_who_spoke_last(code) -> None:  # type: ignore[no-untyped-def]
    text = "Chile’s king said it was cold. “Peru must go.” The envoy left."
    assert ("CHL", "request", "PER") in acts(code, text)


def test_no_speech_act_where_it_is_only_wanted_or_avoided(code) -> None:  # type: ignore[no-untyped-def]
    assert not acts(code, "Peru has avoided condemning Chile.")
    assert not acts(code, "Peru has not said whom it blames for the raid.")
    assert not acts(code, "Peru has the power to act on a plot that threatens Chile.")
    assert not acts(code, "Peru lost a vote condemning Chile.")
    found = acts(code, "Peru asked Chile to leave the islands and acknowledge the border.")
    assert [act for _, act, _ in found] == ["request"]


def test_a_resolution_that_condemns_speaks_for_its_body(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru voted against a UN General Assembly resolution condemning Chile."
    assert ("IGO", "accuse", "CHL") in acts(code, text)


def test_we_of_a_press_statement_is_who_issues_it(code) -> None:  # type: ignore[no-untyped-def]
    opening = "The Peruvian foreign ministry issued the following press statement: "
    found = acts(code, opening + "Troops have crossed the border. We urge Chile to leave.")
    assert ("PER", "request", "CHL") in found
    assert ("PER", "say", "") in found


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“We will strike back if Chile fires,” the Peruvian president said.", "warn"),
        ("“We will lift the ban if Chile asks,” the Peruvian president said.", "promise"),
        ("Peru said it would not strike if Chile waits.", "promise"),
        ("Peru said Lima would soon be announcing a new loan.", "promise"),
        ("The Peruvian minister said Peru would stick by Chile.", "promise"),
        ("The Peruvian minister said Peru would win the game.", "say"),
        ("“Stop the shelling,” the Peruvian president said.", "request"),
        ("“It’s time that Chile left,” the Peruvian president said.", "request"),
        ("The Peruvian president said they should hold their fire.", "request"),
        ("“We strongly support Chile,” the Peruvian president said.", "praise"),
        ("Peru insisted its reactors were for peaceful purposes.", "deny"),
        ("The Peruvian president said Chile's reactors were for peaceful purposes.", "say"),
    ],
)
def test_what_is_said_tells_the_act_of_a_neutral_verb(code, text: str, act: str) -> None:  # type: ignore[no-untyped-def]
    assert [found for _, found, _ in acts(code, text)] == [act]


def test_whoever_a_text_introduces_as_a_scholar_judges_from_then_on(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Chile is weak, said Ana Quispe of the Lima Institute for Peace. It waits. "
        "“The army has few shells,” Quispe said."
    )
    assert {act for _, act, _ in acts(code, text)} == {"assess"}
    official = "The Peruvian minister said at Lima University that Chile had few shells."
    assert {act for _, act, _ in acts(code, official)} == {"say"}


def test_who_speaks_stands_behind_the_verb_of_an_insertion(code) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, "The treaty, says the Peruvian minister, is weak.") == [("PER", "say", "")]


def test_a_question_asks_nobody_to_act(code) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, "The Peruvian minister asked Chile's envoy why he left.")[0][1] == "say"
    assert acts(code, "“Why did Chile leave?” the Peruvian minister asked in Lima.")[0][1] == "say"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Most said they were worried about the raid.", "Most"),
        ("Those who fled said Peru had fired first.", "Those"),
        ("Ana Silva (PPC), chair of the committee, said Peru had fired first.", "Ana Silva"),
        (
            "A miner who hid because he was not allowed to leave told AFP Peru fired.",
            "miner",
        ),
        ("Ana Silva left, naming it “a bad day” and said Peru had fired first.", "Ana Silva"),
        ("Farmers in Peru, Chile and Bolivia said the rain was late.", "Farmers in Peru"),
        ("Peru fired first, according to the most recent report.", "most recent report"),
        ("People briefed on the raid say Peru fired first.", "People"),
        ("Many of the miners say Peru fired first.", "Many of the miners"),
        ("In Lima, 60% of voters said Peru fired first.", "60% of voters"),
        ("Ana Silva left in anger, finally saying Peru fired first.", "Ana Silva"),
        (
            "The CIA issued a report this week saying Peru fired first.",
            "Central Intelligence Agency",
        ),
        (
            "A report published by Amnesty International said Peru fired first.",
            "Amnesty International",
        ),
        ("Miners who hid regretted being locked in and said Peru fired first.", "Miners"),
        ("Ana Silva, R-Ohio, head of a committee, said Peru fired first.", "Ana Silva"),
        ("It rained as Speaker Ana Silva, R-Ohio, said Peru fired first.", "Ana Silva"),
        ("Peru fired first, one of the miners said.", "one of the miners"),
        ("“Peru fired first,” said the statement posted on its page.", "statement"),
        ("Critics in Lima, many of them miners, argue that Peru fired first.", "Critics in Lima"),
        ("Customs data show that Peru bought the guns.", "Customs data"),
        ("Rights advocates said Peru fired first.", "Rights advocates"),
        ("In saying that Peru fired first, Ana Silva was wrong.", "Ana Silva"),
        ("After saying that Peru fired first, Ana Silva only left at noon.", "Ana Silva"),
        ("Ana Silva, one of the miners’ delegates, said, “We will stay.”", "Ana Silva"),
        ("A diplomat who left as the talks were secret said the dam was full.", "diplomat"),
        (
            "The dam, said a person familiar with the plans, is full.",
            "person familiar with the plans",
        ),
        ("“It is full”, said on Monday in Lima the head of the union.", "head of the union"),
        ("Chad read the figures as rising and warned of a flood.", "Chad"),
        ("Reuters had quoted Ana Silva as saying: “The dam is full.”", "Ana Silva"),
        ("Ana Silva was heard to say that the dam was full.", "Ana Silva"),
        ("Chad's President Mahamat Deby shook his head: “The dam is full.”", "Mahamat Idriss Deby"),
        ("Chad's President Mahamat Deby on the flood: “The dam is full.”", "Mahamat Idriss Deby"),
        ("On Monday, Trade and Fisheries Minister Ana Silva said the dam was full.", "Ana Silva"),
        ("The Office of Trade and Fisheries said it was full.", "Office of Trade and Fisheries"),
        ("The miners of Peru and Chile say the dam is full.", "miners of Peru and Chile"),
        ("Ana Silva, R-Ohio, who wrote it, said the dam was full.", "Ana Silva"),
        ("Peru was quick to deny it.", "Peru"),
        ("The Lima senator and presidential candidate said it was full.", "Lima senator"),
        ("An official close to Rey confirmed that it was full.", "official close to Rey"),
        ("The flood has prompted the mayor of Lima to ask for boats.", "mayor of Lima"),
        ("The country's largest paper, the People's Daily, said it was full.", "People's Daily"),
        ("As rain falls, the lake of Peru is growing fast, says Ana Silva.", "Ana Silva"),
        ("A section of the crowd demanded a new dam.", "section of the crowd"),
        ("A handful of mayors condemned it.", "handful of mayors"),
        ("Ana Silva opposed the sale of the dam saying it was full.", "Ana Silva"),
        ("Ana Silva when speaking to reporters in Lima denied that it was full.", "Ana Silva"),
        ("The miner who helped found the Union Party denounced the plan.", "miner"),
        ("“Mr. Rey, you threatened us. It is full,” Ana Silva said.", "Ana Silva"),
        ("Ana Silva, president of the National Federation of Miners, denied it.", "Ana Silva"),
        ("A senior mayor leading the search for miners said it was full.", "senior mayor"),
        ("The dam is full, as Chad maintains.", "Chad"),
        ("A union report claims that it is full.", "union report"),
        ("“It is full,” the latest report reads.", "latest report"),
        ("“It is full,” Ana Silva, a miner in Lima, said by phone.", "Ana Silva"),
        ("The union chief of staff said it was full.", "union chief of staff"),
        (
            "Ana Silva repeated that it held a plant inside its walls stressing it was full.",
            "Ana Silva",
        ),
        ("Ana Silva raised hopes that the rain would end and said Peru was calm.", "Ana Silva"),
        (
            "It was read by the OAS Mission in Peru, which said the dam was full.",
            "OAS Mission in Peru",
        ),
        ("It was read by a panel on Peru, which said the dam was full.", "panel"),
        ("It was read by the public in Peru, which said the dam was full.", "Peru"),
    ],
)
def test_who_speaks_is_found_past_what_stands_between(code, text, speaker) -> None:  # type: ignore[no-untyped-def]
    assert [row["speaker"] for row in code(text)["statements"]] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The firm lost a lawsuit, halted a merger, announced wide layoffs as well as a move.",
        "The flood could prompt Peru to ask for boats.",
        "Peru was slow to deny it.",
        "“The war drags on. Peru continued its drills.”",
        "A miner in Peru pleaded guilty to theft.",
        "Reports that miners fled from Peru were wrong.",
        "Everyone in Lima denied it.",
        "Two hours after his first tweet, rain fell.",
        "A quarter of the cost suggests waste.",
    ],
)
def test_nobody_speaks(code, text) -> None:  # type: ignore[no-untyped-def]
    assert said(code, text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to Radio Lobito 2, the port is shut.", "Radio Lobito 2"),
        ("“Lobito Voice” reported that the port was shut.", "Lobito Voice"),
        ("The film “Lobito Voice” says nothing.", ""),
        (
            "The Lobito Star reported that Peru had left. Peru denied it. The paper said it was true.",
            "Lobito Star",
        ),
        ("The daily La Prensa reported that Peru had left. The paper called it odd.", "La Prensa"),
        ("The minister wrote a paper. The paper said Peru should leave.", "paper"),
        ("The report said Peru had agreed to send ships. It said Chile would get two.", "report"),
    ],
)
def test_an_outlet_or_a_report_speaks_by_its_name_and_goes_on(code, text, speaker) -> None:  # type: ignore[no-untyped-def]
    rows = code(text)["statements"]
    assert [row["speaker"] for row in rows][-1:] == ([speaker] if speaker else [])


def test_a_company_whose_name_the_text_shows_speaks(code) -> None:  # type: ignore[no-untyped-def]
    shown = "On Monday, shares in Ferrovia fell. Ferrovia confirmed that the dam was full."
    assert said(code, shown) == [("Ferrovia", "confirm")]
    assert said(code, "Bridges confirmed that the dam was full.") == []


def test_who_is_credited_with_a_photo_is_no_he(code) -> None:  # type: ignore[no-untyped-def]
    text = "Juan Rey/AP Ana Silva said on Sunday she was grateful to Peru."
    assert {name for name, _ in said(code, text)} == {"Ana Silva"}


def test_it_is_the_body_that_said_so_before(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Peru left the talks. The miners' bank said the road was open, but it praised the drivers."
    )
    assert [name for name, _ in said(code, text)] == ["miners' bank", "miners' bank"]


def test_both_who_are_named_speak(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("Both the president and the premier of Peru said the dam was full.")["statements"]
    assert [row["speaker"] for row in rows] == ["president", "premier of Peru"]


def test_words_that_a_line_leads_to_are_the_speakers_to_the_end(code) -> None:  # type: ignore[no-untyped-def]
    text = "A spokesman for Peru's navy met the press.\n\nHe said:\n\nThe dam is full.\n\nWe wait."
    rows = code(text)["statements"]
    assert {row["speaker_country"] for row in rows} == {"PER"}
    assert [row["evidence"] for row in rows][-2:] == ["The dam is full.", "We wait."]


def test_they_are_the_several_who_spoke_last(code) -> None:  # type: ignore[no-untyped-def]
    said = code("Ana Silva and Luis Rey said it was over. They added that it would rain.")
    assert [row["speaker"] for row in said["statements"]] == ["Ana Silva", "Luis Rey"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian envoys toured Chile arguing that the treaty was void.",
        "Peru filed a suit with the African Union accusing Chile of theft.",
        "Peru filed a suit at the African Union (AU) accusing Chile of theft.",
        "Peru lodged a complaint with the WTO accusing Chile of dumping.",
    ],
)
def test_a_participle_behind_where_one_goes_or_turns_is_of_who_does(code, text) -> None:  # type: ignore[no-untyped-def]
    assert {row["speaker_country"] for row in code(text)["statements"]} == {"PER"}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Peru is accused of firing rockets made by Chile.", []),
        ("Peru was asked about a plan drafted by Chile.", []),
        ("Peru is accused by Chile of firing rockets.", ["Chile"]),
        ("Peru was condemned and mocked by Chile.", ["Chile"]),
    ],
)
def test_who_made_what_is_spoken_of_does_not_speak(code, text, speakers) -> None:  # type: ignore[no-untyped-def]
    assert [row["speaker"] for row in code(text)["statements"]] == speakers


@pytest.mark.parametrize(
    ("before", "they"),
    [
        ("Peru, Chile and Bolivia signed a pact.", "The three countries"),
        (
            "President Ana Soto of Peru, President Luis Rey of Chile and President Eva Paz of Bolivia met.",
            "The three leaders",
        ),
    ],
)
def test_the_three_are_those_named_before(code, before: str, they: str) -> None:  # type: ignore[no-untyped-def]
    rows = code(f"{before} {they} urged Cuba to join.")["statements"]
    assert [row["speaker_country"] for row in rows] == ["PER", "CHL", "BOL"]


def test_who_speaks_stands_around_a_clause_of_things(code) -> None:  # type: ignore[no-untyped-def]
    text = "Luis Soto praised Chile for the way that peace was restored and urged Peru to wait."
    assert {row["speaker"] for row in code(text)["statements"]} == {"Luis Soto"}


def test_a_participle_behind_but_has_the_subject_of_the_one_before(code) -> None:  # type: ignore[no-untyped-def]
    text = "The Peruvian minister left, admitting that Chile was right but warning of war."
    assert {(row["act"], row["speaker_country"]) for row in code(text)["statements"]} == {
        ("confirm", "PER"),
        ("warn", "PER"),
    }


def said(code, text: str) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    """Return speaker and act of each statement."""
    return [(row["speaker"], row["act"]) for row in code(text)["statements"]]


def test_two_neutral_cues_with_contents_of_their_own_are_two_statements(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("The road is open, Ana Silva said, adding that it was late.")["statements"]
    assert [row["speaker"] for row in rows] == ["Ana Silva", "Ana Silva"]
    assert len({row["statement_id"] for row in rows}) == len(rows)


def test_what_one_says_ends_where_one_does_something_else(code) -> None:  # type: ignore[no-untyped-def]
    text = "Gabon's premier said the levy was illegal and warned that Togo would pay dearly."
    assert [act for _, act, _ in acts(code, text)] == ["accuse", "warn"]


def test_a_second_cue_that_only_leads_to_the_content_is_the_same_statement(code) -> None:  # type: ignore[no-untyped-def]
    text = "Ana Silva told reporters on Monday, saying that the road was open."
    assert said(code, text) == [("Ana Silva", "say")]


def test_she_is_nobody_with_a_mans_name(code) -> None:  # type: ignore[no-untyped-def]
    text = "Anna Silva met Peter Holm in Lima. Peter Holm greeted the press. She said it was late."
    assert said(code, text) == [("Anna Silva", "say")]


def test_it_goes_on_for_a_body_that_spoke_last(code) -> None:  # type: ignore[no-untyped-def]
    text = "The company denied the report. It said the trucks had left."
    assert said(code, text) == [("company", "deny"), ("company", "say")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Ana Silva  said  that the road was open.", ("Ana Silva", "say")),
        ("Ana Silva has since denied the report.", ("Ana Silva", "deny")),
        ("Ana Silva said she would hold meetings in Lima.", ("Ana Silva", "say")),
        ("“No one welcomes the law,” Ana Silva said.", ("Ana Silva", "say")),
        ("Police charged that Ana Silva had threatened officers.", ("police", "accuse")),
        ("Ana Silva published a press release condemning the raid.", ("Ana Silva", "accuse")),
        ("A person close to the talks said they had failed.", ("person close to the talks", "say")),
        (
            "Ana Silva said a fund would pay for a line that had helped, stressing the growth.",
            ("Ana Silva", "say"),
        ),
    ],
)
def test_what_is_said_and_by_whom(code, text, row) -> None:  # type: ignore[no-untyped-def]
    assert {(speaker.lower(), act) for speaker, act in said(code, text)} == {
        (row[0].lower(), row[1])
    }


def test_an_object_and_the_next_subject_do_not_speak_together(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru announced the start of a raid, and Ana Silva has said it would last."
    assert "start of a raid" not in dict(said(code, text))


def test_an_agency_in_a_dateline_is_no_they(code) -> None:  # type: ignore[no-untyped-def]
    text = "LIMA (Reuters) - Farmers say it is late as they welcome the minister."
    assert "Reuters" not in dict(said(code, text))


def test_a_question_promises_nothing(code) -> None:  # type: ignore[no-untyped-def]
    text = "“How are we going to send the aid?” the Peruvian president said."
    assert [act for _, act, _ in acts(code, text)] == ["say"]


def test_a_warning_that_is_only_expected_is_not_given(code) -> None:  # type: ignore[no-untyped-def]
    text = "The Peruvian president is expected to give a stern warning when he meets the press."
    assert not acts(code, text)


def test_she_is_not_several(code) -> None:  # type: ignore[no-untyped-def]
    text = "Analysts said the road was open. “It is late,” she said."
    assert said(code, text) == [("Analysts", "assess")]


def test_everybody_in_a_list_speaks(code) -> None:  # type: ignore[no-untyped-def]
    text = "The road is open, according to the OECD, Peru and Chile."
    assert {name for name, _ in said(code, text)} >= {"Peru", "Chile"}


def test_who_is_named_among_those_who_speak_speaks(code) -> None:  # type: ignore[no-untyped-def]
    text = "Officials, including Peruvian President Ana Silva, denied it."
    assert ("Ana Silva", "deny") in said(code, text)


def test_what_a_dash_adds_is_not_said(code) -> None:  # type: ignore[no-untyped-def]
    text = "The road is open, Peru says - a claim Chile calls “nonsense”."
    assert ("Peru", "say") in said(code, text)


def test_the_country_is_the_speakers_unless_another_is_named(code) -> None:  # type: ignore[no-untyped-def]
    promised = "Peruvian officials said the country would send help."
    other = "Peruvian officials said Chile was weak and the country must work harder."
    assert [act for _, act in said(code, promised)] == ["promise"]
    assert [act for _, act in said(code, other)] == ["request"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A White House statement issued late on Monday said Chile was to blame.", ["White House"]),
        ("A White House report came out. The report said so. The White House report said so.",
         ["report", "White House"]),
        ("Human Rights Watch met in Lima. The rights group said Chile lied.",
         ["Human Rights Watch"]),
        ("Ana Silva gave a rare televised speech and said Chile lied.", ["Ana Silva"]),
        ("Ana Silva and Sen. Bo Diaz (R-Fla.) both said Chile lied.", ["Ana Silva", "Bo Diaz"]),
        ("Peru's relations with Chile are poor, with each accusing the other.", ["Peru", "Chile"]),
        ("Ana Silva toured a mine owned by Chile, saying it was late.", ["Ana Silva"]),
        ("Few Chilean senators condemned the raid.", []),
    ],
)  # fmt: skip
def test_who_speaks_is_found_behind_what_stands_between(code, text, speakers) -> None:  # type: ignore[no-untyped-def]
    assert [speaker for speaker, _ in said(code, text)] == speakers


def test_whoever_is_told_of_in_a_quotation_does_not_speak_it(code) -> None:  # type: ignore[no-untyped-def]
    text = "“We call on Chile to accept the plan that the Bolivian president announced,” Peru said."
    assert ("BOL", "request", "CHL") not in acts(code, text)
    assert ("PER", "request", "CHL") in acts(code, text)


def test_an_act_and_the_words_that_do_it_again_are_one_row(code) -> None:  # type: ignore[no-untyped-def]
    rows = acts(code, "Peru called on Chile to leave the island, saying the raids must stop.")
    assert rows == [("PER", "request", "CHL")]


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


def test_a_meeting_is_read_turn_by_turn_and_a_table_of_votes_is_not(code) -> None:  # type: ignore[no-untyped-def]
    meeting = (
        "William Ruto: Hello.\n\nMusalia Mudavadi: We met.\n\nIt rained.\n\nWilliam Ruto: Good."
    )
    assert said(code, meeting).count(("Musalia Mudavadi", "say")) == 2
    votes = "William Ruto: 1,501 votes.\n\nRaila Odinga: 700.\n\nWilliam Ruto: 51 percent."
    assert said(code, votes) == []


@pytest.mark.parametrize(
    "comment",
    [
        "an allegation that Chad denies",
        "a charge Chad called baseless",
        "accusations dismissed by Chad as false",
        "which Chad calls a lie",
        "something Chad denies",
    ],
)
def test_what_another_says_of_a_claim_is_no_part_of_it(code, comment) -> None:  # type: ignore[no-untyped-def]
    rows = code(f"Kenya said that Chad sent rifles to Mali, {comment}.")
    acts = {(row["speaker_country"], row["act"]) for row in rows["statements"]}
    assert ("KEN", "say") in acts
    assert ("KEN", "deny") not in acts
    assert [row["by_country"] for row in rows["responses"]] == ["TCD"]


def test_whoever_contradicts_ends_what_is_said(code) -> None:  # type: ignore[no-untyped-def]
    text = "Kenya said that Chad sent rifles to Mali, but Chad called it a lie."
    assert said(code, text) == [("Kenya", "say"), ("Chad", "deny")]


def test_it_does_not_accuse_itself(code) -> None:  # type: ignore[no-untyped-def]
    text = "Chad is poor. Kenya blamed Chad for the raid. It also accuses Chad of lying."
    assert said(code, text) == [("Kenya", "accuse"), ("Kenya", "accuse")]


def test_who_backs_whom_is_condemned_is_not(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("Kenya condemned the raid by Chad-backed rebels.")["statements"]
    assert not any(row.get("target_country") for row in rows)


def test_the_ministry_speaks_for_the_state_it_tells_of(code) -> None:  # type: ignore[no-untyped-def]
    text = "Kenya will continue to provide aid to Chad, the ministry said."
    assert said(code, text) == [("ministry", "promise")]
    text = "Kenya has not sent rockets to Chad, a defence spokesman said."
    assert [row["stance"] for row in code(text)["responses"]] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru closed the border after Chile sent troops, calling the move illegal.",
        "Peru rejected the idea that Chile could leave the pact, calling it binding but illegal.",
        "Peru has met Bolivia, which borders Chile, and condemned the raid.",
        "Peru has backed the pact - at one point, with Chile - but has condemned the raid.",
        "Peru has so far condemned the raid.",
        "Peru has to date condemned the raid.",
        "Having condemned the raid, Peru recalled its envoy.",
    ],
)
def test_whoever_the_main_clause_is_about_speaks(code, text) -> None:  # type: ignore[no-untyped-def]
    assert ("PER", "accuse") in [row[:2] for row in acts(code, text)]
    assert {country for country, _, _ in acts(code, text)} == {"PER"}


def test_who_denies_in_a_relative_clause_goes_on(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru has met Chile, which denied the raid, saying it had left."
    assert {row[0] for row in acts(code, text)} == {"CHL"}


def test_who_is_accused_speaks_as_little_as_who_spoke_last(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru's president said the talks went on. He was accused of lying in 2015."
    assert [row[1] for row in acts(code, text)] == ["say"]


def test_primes_quote_in_old_wire_copy(code) -> None:  # type: ignore[no-untyped-def]
    row = code("″We condemn Chile,″ the Peruvian president said.")["statements"][0]
    assert row["quoted"]
    assert row["act"] == "accuse"


def test_what_ones_own_government_does_one_does(code) -> None:  # type: ignore[no-untyped-def]
    text = "The Peruvian president said his government rejects the accusations by Chile."
    row = next(row for row in code(text)["statements"] if row["act"] == "deny")
    assert row["speaker_id"] != ""


@pytest.mark.parametrize(
    "text",
    [
        "The paper included a call for a body led by Peru to ease tensions.",
        "Peru handled the case according to law.",
        "The port was widened according to the new navy goals.",
        "Peru redrew the map according to its own vision of history.",
    ],
)
def test_who_only_leads_or_keeps_to_it_says_nothing(code, text) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No matter what Oman says, the road to Yemen was closed.",
        "Oman could turn away, announcing tariffs that take months to bite.",
        "The shame of being scolded by Yemen kept traders at home.",
    ],
)
def test_nothing_is_said_where_it_only_could_be(code, text) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text) == []


def test_two_clauses_before_said_are_no_insertion(code) -> None:  # type: ignore[no-untyped-def]
    text = "The envoys quarrelled on Monday, but Chile signed on Friday, said Peru's envoy."
    assert [row[0] for row in acts(code, text)] == ["PER"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peru sold mortars to Gabon and Togo, officials said.", "officials"),
        ("Peru has shipped mortars to Gabon, Benin and Togo, said Ivan Holm.", "Ivan Holm"),
        ("The envoy visited Gabon, Benin and Togo, aides said.", "aides"),
        ("Peru, which sold mortars to Gabon and Togo, said the deal was over.", "Peru"),
        ("Peru left the talks and Togo, the host, said it was sorry.", "Togo"),
    ],
)
def test_a_list_of_objects_or_places_is_no_speaker(code, text, speaker) -> None:  # type: ignore[no-untyped-def]
    assert [row["speaker"] for row in code(text)["statements"]] == [speaker]


def test_adjectives_that_and_joins_are_one_source(code) -> None:  # type: ignore[no-untyped-def]
    text = "The bridge is open, according to current and former Peruvian officials."
    rows = code(text)["statements"]
    assert [row["speaker"] for row in rows] == ["former Peruvian officials"]


@pytest.mark.parametrize(
    "text",
    [
        "Strikers demand that the Peruvian government resign.",
        "Peruvians blame the government for the crisis.",
    ],
)
def test_people_do_what_could_be_a_noun(code, text) -> None:  # type: ignore[no-untyped-def]
    assert len(acts(code, text)) == 1


def test_who_is_said_to_be_determined_has_promised_nothing(code) -> None:  # type: ignore[no-untyped-def]
    text = "The Peruvian president said Chile was determined to win the war."
    assert [row[0] for row in acts(code, text)] == ["PER"]
    text = "The Peruvian president said his country was determined to win the war."
    assert ("PER", "promise") in [row[:2] for row in acts(code, text)]
    text = "“Chile stands ready to help Gabon,” an analyst, Ana Silva, said."
    assert "promise" not in [row[1] for row in acts(code, text)]


def test_who_says_that_ones_own_side_is_determined_promises_it(code) -> None:  # type: ignore[no-untyped-def]
    text = "“Peru remains committed to the truce,” Peruvian premier Ana Silva said."
    rows = code(text)["statements"]
    assert [(row["speaker"], row["act"]) for row in rows] == [("Ana Silva", "promise")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Peru's premier voiced the conviction that Chile must lift the levy.", "request"),
        ("Peru's premier is convinced that Chile should lift the levy.", "request"),
        ("Peru's premier voiced the conviction that the truce would hold.", "assess"),
        ("Peru's premier voiced doubts that Chile should lift the levy.", "assess"),
        ("Peru's premier does not believe that Chile should lift the levy.", "assess"),
    ],
)
def test_a_judgement_on_what_others_should_do_asks_for_it(code, text, act) -> None:  # type: ignore[no-untyped-def]
    assert [row[1] for row in acts(code, text)] == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Gabon's premier said he had ordered an inquiry into the raid.", "promise"),
        ("Gabon's premier said he would expose the smugglers.", "promise"),
        ("Gabon's premier said that action would be taken against the smugglers.", "promise"),
        ("Gabon's premier said that the curfew would soon be eased.", "promise"),
        ("Gabon's premier said that the law had yet to be enforced.", "say"),
        ("“I have high hopes that the curfew will be eased,” Gabon's premier said.", "say"),
        ("Gabon's state television said that herders must leave the camps.", "say"),
        ("“A new outbreak could be devastating,” Gabon's premier said.", "warn"),
        ("“A new outbreak could badly harm the herds,” Gabon's premier said.", "warn"),
        (
            "Gabon's premier said that if Togo failed to act it would no longer host herders.",
            "warn",
        ),
        ("Gabon's premier said that Gabon would take steps in response.", "warn"),
        ("Gabon's premier said that Gabon had decided to expel the smugglers.", "promise"),
        ("Gabon's premier said that Gabon had decided to wait.", "say"),
        ("“The chiefs have received assurances that we will act,” Gabon's premier said.", "say"),
        ("“I am authorising a new sale of wheat,” Gabon's premier said.", "promise"),
        ("Gabon's premier said that Gabon had no plans to close the wells.", "deny"),
        ("Gabon's premier said the floods posed a very high risk to the camps.", "assess"),
        ("Gabon's premier said that if the talks failed, herders could move on.", "assess"),
    ],
)
def test_content_tells_measures_and_dangers(code, text, act) -> None:  # type: ignore[no-untyped-def]
    assert [found for _, found, _ in acts(code, text)] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Gabon denied a report that the Togolese army had admitted killing nomads.",
        "Gabon's premier flew to Lome to verify allegations of abuse.",
        "Until Togo has opened its wells and agreed to help, herders will stay, Gabon's army said.",
        "Gabon's army said its investigation had found that soldiers had killed ten men.",
    ],
)
def test_what_is_denied_sought_or_found_by_oneself_is_no_further_act(code, text) -> None:  # type: ignore[no-untyped-def]
    assert {act for _, act, _ in acts(code, text)} <= {"deny", "say"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A report came out. The report said ten died. It accused the army of murder.", "report"),
        ("Research by the Lome Institute said the towers were part of a network.", "Lome Institute"),
        ("Trade rose, according to data published by the Lome Bureau of Statistics.", "Lome Bureau"),
        (
            "At a meeting with Faure Gnassingbe and his counterpart Salva Kiir, Oligui Nguema said"
            " wells were dry. He urged calm.",
            "Nguema",
        ),
    ],
)  # fmt: skip
def test_documents_and_joined_names_are_told_from_who_speaks(code, text, speaker) -> None:  # type: ignore[no-untyped-def]
    assert speaker in [row["speaker"] for row in code(text)["statements"]][-1]


@pytest.mark.parametrize(
    ("headline", "speakers"),
    [
        ("Peru arms Malian rebels, says UN panel", ["IGO"]),
        ("Peru sent tanks to Mali, says Chile", ["CHL"]),
        ("Peru shuts border, says Chile must pay", ["PER"]),
        ("Peru, Chile condemn raid on Mali", ["PER", "CHL"]),
        ("Peru, Chile, Kenya condemn raid on Mali", ["PER", "CHL", "KEN"]),
        ("Peru, they say, must pay Mali", []),
    ],
)
def test_a_headline_is_short_of_and_and_of_articles(code, headline, speakers) -> None:  # type: ignore[no-untyped-def]
    assert [speaker for speaker, *_ in acts(code, headline)] == speakers


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Gabon insists its camps are schools.", "deny"),
        ("Gabon's premier insisted that no votes had been bought.", "deny"),
        ("Gabon's premier insists that the levy is perfectly legal.", "deny"),
        ("Gabon insists it wants peace with Togo.", "say"),
        ("Gabon claimed without proof that Togo was hiding soldiers.", "say"),
        ("Gabon insists that herders are leaving Togo.", "say"),
        ("Gabon's premier clarified that Gabon is not considering a blockade.", "deny"),
        ("“We are not training rebels,” Gabon's premier said.", "deny"),
        ("Gabon's premier said Gabon is not only training its own police.", "say"),
        ("Gabon's premier said the planes which they had not hit were old.", "say"),
        ("Gabon's premier said there had been no negotiations with the rebels.", "deny"),
        ("Gabon's premier said there was no sign that the tape was fabricated.", "assess"),
        ("Gabon's premier said the cabinet paid no attention to the fabricated reports.", "deny"),
        ("Gabon's premier dismissed concerns that the levy would hurt herders.", "deny"),
        ("Gabon's premier rejected the report, denying that any herder had been shot.", "deny"),
        ("Gabon's premier insists it is important to wait.", "say"),
    ],
)
def test_who_insists_or_does_not_do_it_denies_a_charge(code, text, act) -> None:  # type: ignore[no-untyped-def]
    assert [found for _, found, _ in acts(code, text)] == [act]


SPEECH = "Peru's UN envoy Ana Silva spoke in Geneva on Tuesday. "
SAID = "We thank Chile for the debate. Before I end, Mr. President, we reject the charges of Kenya."


@pytest.mark.parametrize(
    "announcement",
    [
        "The full text of her speech comes as follows: ",
        "Below is the text of the speech:\n\n",
        "Silva's speech reads as follows:\n",
    ],
)
def test_a_speech_given_in_full_is_the_speakers_throughout(code, announcement) -> None:  # type: ignore[no-untyped-def]
    rows = acts(code, SPEECH + announcement + SAID)
    assert rows == [("PER", "praise", "CHL"), ("PER", "deny", "KEN")]


@pytest.mark.parametrize(
    ("title", "speakers"),
    [
        ("KCNA Commentary on Peru's Drill", ["KCNA"]),
        ("Peru's Folly: KCNA Commentary", ["KCNA"]),
        ("Drill Staged in Peru", []),
    ],
)
def test_an_outlet_that_comments_accuses_by_itself(rulebook, title, speakers) -> None:  # type: ignore[no-untyped-def]
    text = "Lima, May 4 (KCNA) -- Peru staged a drill. This is a violation of international law."
    rows = code_article(Article("a", None, "KCNA", title, text), rulebook)["statements"]
    assert [row["speaker"] for row in rows if row["act"] == "accuse"] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "It is unclear whether Gabon denies the report.",
        "Few ministers in Gabon deny that the levy failed.",
        "Gabon's army denied Togo the jets.",
        "Rather than disavowing the report, Gabon's ministers left the hall.",
    ],
)
def test_who_is_only_asked_or_keeps_back_or_is_nobody_denies_nothing(code, text) -> None:  # type: ignore[no-untyped-def]
    assert "deny" not in [found for _, found, _ in acts(code, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gabon's premier met the envoys and asked them about plans to leave.", ["say"]),
        ("Gabon's premier asked the Togolese head of state whether he wants to leave.", ["say"]),
        ("“Will you leave?” Gabon's premier asked Togo.", []),
        ("Gabon's premier asked Togo to explain how it would leave.", ["request"]),
        ("Gabon's premier asked officials who knew of it to testify.", ["request"]),
    ],
)
def test_a_question_put_to_somebody_is_no_request(code, text, found) -> None:  # type: ignore[no-untyped-def]
    assert [act for _, act, _ in acts(code, text)] == found


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The pact will strengthen trade, Peru's finance minister said.", "assess"),
        ("Border war unlikely, says Peru's finance minister", "assess"),
        ("The bridge will be rebuilt by June, Peru's finance minister said.", "promise"),
        ("The bridge will be rebuilt by Chile, Peru's finance minister said.", "say"),
        ("Peru and Chile will continue to cooperate, Peru's finance minister said.", "promise"),
        ("Both sides will expand trade, Peru's finance minister said.", "promise"),
        ("Bolivia and Chile will expand trade, Peru's finance minister said.", "say"),
        ("It is important to keep the bridge open, Peru's finance minister said.", "request"),
        ("The workers should be home by Friday, Peru's finance minister said.", "say"),
        ("Peru's envoy insisted, as he did in May, that the summit go ahead.", "say"),
        ("Peru's envoy insisted, as he did in May, that Chile must pay.", "request"),
    ],
)
def test_what_is_said_tells_the_act_over_what_stands_between(code, text, act) -> None:  # type: ignore[no-untyped-def]
    assert [found for _, found, _ in acts(code, text)] == [act]


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


def test_whoever_speaks_may_have_an_article_before_a_colon(code) -> None:  # type: ignore[no-untyped-def]
    text = "A spokesman for Peru’s army: “Chile must return the ship.”"
    assert acts(code, text) == [("PER", "request", "CHL")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“I want to thank Chile,” Peru's finance minister said.", ["praise"]),
        ("“We would like to urge Chile to wait,” Peru's finance minister said.", ["request"]),
        ("Peru wants Bolivia to condemn Chile.", ["request"]),
        ("Peru wants to warn Chile of floods.", []),
        ("Peru is considering the step of accusing Chile.", []),
        ("Had Peru accused Chile of piracy, the talks would have failed.", []),
        ("Peru broke its pledge to help Chile.", []),
    ],
)
def test_what_is_only_wanted_or_supposed_is_not_done(code, text, found) -> None:  # type: ignore[no-untyped-def]
    assert [act for _, act, _ in acts(code, text)] == found


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


@pytest.mark.parametrize(
    ("said", "act"),
    [("its men had left", "say"), ("it would leave", "promise")],
)
def test_what_is_so_already_is_no_promise(code, said, act) -> None:  # type: ignore[no-untyped-def]
    assert ("PER", act) in [row[:2] for row in acts(code, f"Peru assured Chile that {said}.")]


def test_it_goes_on_for_no_man(code) -> None:  # type: ignore[no-untyped-def]
    text = "“I sell tyres,” Ivan Holm said. He denied it. A flight, it says, carried rockets."
    assert [row["speaker"] for row in code(text)["statements"]][2:] in ([], [""])


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


@pytest.mark.parametrize("charge", ["a charge it denies", "an accusation it has always rejected"])
def test_it_denies_what_it_is_charged_with(code, charge) -> None:  # type: ignore[no-untyped-def]
    rows = acts(code, f"Peru accuses Chile of arming the rebels, {charge}.")
    assert [row[0] for row in rows if row[1] == "deny"] == ["CHL"]


@pytest.mark.parametrize(
    "text",
    [
        "Did Peru admit the raid?",
        "QUESTION: Will Chile and Peru accuse Togo of theft?",
        "Few in Lima, Quito or Bogota believe that Chile stole the ships.",
    ],
)
def test_who_is_asked_about_or_is_one_of_few_says_nothing(code, text) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text) == []


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


@pytest.mark.parametrize("when", ["", "on Thursday ", "last week ", "in the past "])
def test_what_is_denied_at_a_time_is_not_done(code, when: str) -> None:  # type: ignore[no-untyped-def]
    rows = code(f"Peru has denied {when}offering weapons to rebels in Chile.")
    assert {row["act"] for row in rows["statements"]} == {"deny"}
    assert {row["nature"] for row in rows["transfer_allegations"]} == {"denied_only"}
    assert rows["events"] == []


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("it is going to be very hard to restart the talks", "assess"),
        ("the cut would have no effect on Peruvian sales", "assess"),
        ("the port would not run dry if Chile closed the canal", "assess"),
        ("there was evidence that gas had been used", "assess"),
        ("Peru has always implemented its treaties", "deny"),
        ("Peru never allows its firms to break the embargo", "deny"),
        ("there will never be peace if Chile keeps its guns", "warn"),
        ("sending guns might be counterproductive", "warn"),
        ("the film will put its diplomats in danger", "warn"),
        ("it would not allow any more exports to Chile", "promise"),
        ("it made sense for Chile to join the talks", "say"),
        ("it makes sense for Chile to join the talks", "request"),
        ("Chile slandered its neighbours", "accuse"),
        ("Chile's claim was pathetic", "accuse"),
        ("there was no proof of a raid by Chile", "assess"),
        ("sending guns would not end the war", "assess"),
        ("sending guns, as Chile did, would be odd", "say"),
        ("the pact would avert a catastrophe", "say"),
        ("it was not a deliberate attack", "deny"),
        ("the raid had no justification", "accuse"),
        ("the plan was too weak", "accuse"),
        ("there was no alternative to talks", "assess"),
        ("Peru has strictly followed the rules", "deny"),
        ("he would decertify the pact", "promise"),
        ("Chile has helped but could and should do more", "request"),
        ("evidence suggested that Chile would win the war", "assess"),
        ("Peru would never stand idly by", "warn"),
        ("it would grant no export licences to Chile", "promise"),
        ("its answer would be crushing", "warn"),
        ("Chile has not committed war crimes", "say"),
        ("Chile would not have fired if the talks had begun", "say"),
    ],
)
def test_content_tells_prospects_and_good_conduct(code, said, act) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, f"The Peruvian president said {said}.")[0][:2] == ("PER", act)


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


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "Forty Chilean soldiers died, according to the Peruvian army's latest estimate.",
            "assess",
        ),
        ("Forty Chilean soldiers died, according to the Peruvian army's statement.", "say"),
        ("“Our calm must not be mistaken for weakness,” the Peruvian president said.", "warn"),
        ("“We are not in a position to say,” the Peruvian president said.", "decline"),
    ],
)
def test_estimates_judge_and_patience_has_an_end(code, text, act) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, text)[0][:2] == ("PER", act)


def test_a_step_that_is_praised_is_somebodys(code) -> None:  # type: ignore[no-untyped-def]
    [row] = acts(code, "Chile freed the sailors, a step that Peru praised.")
    assert row == ("PER", "praise", "CHL")


def test_support_that_is_confirmed_is_promised(code) -> None:  # type: ignore[no-untyped-def]
    text = "“We confirm our support for Chile's efforts,” the Peruvian foreign ministry said."
    rows = acts(code, text)
    assert ("PER", "promise", "CHL") in rows
    assert "confirm" not in {row[1] for row in rows}


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


def test_what_an_article_adds_is_not_said(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru's foreign ministry said the offer stood, though there was no sign of an answer."
    assert acts(code, text)[0][:2] == ("PER", "say")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“We will strengthen our army,” the daily of Peru's ruling party wrote.", "promise"),
        ("“Peru will strengthen its army,” a Lima newspaper wrote.", "say"),
        ("“We have to arm the rebels,” said Senator Tom Hale, a Republican.", "request"),
        ("“We have to arm the rebels,” the Peruvian president said.", "say"),
    ],
)
def test_we_tells_whose_words_they_are(code, text, act) -> None:  # type: ignore[no-untyped-def]
    assert [row["act"] for row in code(text)["statements"]] == [act]


def test_whose_raid_it_is_need_not_be_known_to_anybody(code) -> None:  # type: ignore[no-untyped-def]
    assert code("raid said their killing.")["events"] == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # Who made something that is only told of does not speak.
        (
            "Doctors were wary of the rescue plan (RP) drafted by Mali, noting that it has gaps.",
            "Doctors",
        ),
        ("The row over the treaty signed by Benin and Togo shows that Ghana is alone.", ""),
        ("Togo quoted from a message sent by Benin, saying the road was open.", "Benin"),
        # What is made public is no public.
        ("A study compiled by Togo and made public on Friday accuses Iran of theft.", "Togo"),
        ("Togo made public a list and accused Iran of theft.", "Togo"),
        # All whose paper it is, and no paper that they agree on.
        ("A dossier by Togo, Ghana and Benin says Mali broke the truce.", "Togo Ghana Benin"),
        ("Togo and Benin talked and agreed on a statement condemning Mali.", "Togo Benin"),
        ("Wheat prices doubled, according to recent estimates by the World Bank.", "World Bank"),
        # A capital behind a dateline makes no name.
        ("LIMA (Reuters) - Vigils took place in Peru to denounce the US embargo.", ""),
        (
            "LIMA (Reuters) - Doctors took to the streets in Peru to denounce the US embargo.",
            "Doctors",
        ),
    ],
)
def test_papers_speak_for_those_who_made_them(code, text, speakers) -> None:  # type: ignore[no-untyped-def]
    told = [row["speaker"] for row in code(text)["statements"]]
    assert " ".join(told) == speakers


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "The reserve, which had seemed on the brink of mutiny, has left, Peru's army said.",
            "say",
        ),
        ("Peru's army said Chile, which is no party of that lawsuit, had sent a clerk.", "say"),
        ("Peru's army said the tape, which it had never seen, was fabricated.", "deny"),
        ("Peru's army said Chile (whose sailors may be at sea) had closed the port.", "say"),
        ("Peru's army said the blast might have killed guards at the port.", "say"),
        ("“You may count on our planes,” Peru's army told Chile.", "promise"),
        ("Peru's army said two men had lost a month on a “baseless” budget.", "say"),
        ("Peru's army said claims that it plots to shell Iquique were “pure fiction”.", "deny"),
        ("Peru's army said claims its men spread lies were read out in court.", "say"),
        ("Peru's army said it was essential for Peru to mend its radar.", "say"),
        ("Peru's army said it was essential for Chile to mend its radar.", "request"),
        ("“It is time for us to rest,” Peru's army said.", "say"),
        (
            "Chile should be aware that its dam would only bring drought and misery, Peru said.",
            "warn",
        ),
        ("Peru fears that the dam could spark a conflict.", "assess"),
        ("Peru said that the dam could spark a conflict.", "warn"),
        ("“I think Chile would be worse off if it stayed,” Peru's president said.", "assess"),
        ("“I believe we cannot look away,” Peru's president said.", "say"),
        ("“I believe Chile must not give in,” Peru's president said.", "request"),
        ("Peru insists that it did not want a guard of honour.", "say"),
        ("Peru insists that it did not shell the guard of honour.", "deny"),
        ("Prices rose, Peru's bank said, as many buyers did not expect a good crop.", "say"),
        ("Peru's bank said it did not expect a good crop.", "assess"),
        ("Peru repeated its rejection of the allegations.", None),
        ("Peru's president announced plans to visit Chile.", "say"),
        ("Peru's president announced plans to expel Chilean guards.", "promise"),
        ("The law lets Peru's judges go on denying the cartel cash.", None),
        ("Peru's judges assessed the ruins in the rain.", None),
        ("The sect, led by a man who is dedicated to the fall of Peru, met on a ship.", None),
        ("Peru may anger Chile by complaining about the dam.", None),
        ("Shopkeepers in Peru admired the queen.", None),
    ],
)
def test_whose_clause_it_is_tells_what_is_done(code, text: str, act: str | None) -> None:  # type: ignore[no-untyped-def]
    assert [row[1] for row in acts(code, text) if row[0] == "PER"] == [act] * (act is not None)


@pytest.mark.parametrize(
    ("told", "act"),
    [
        ("The convoy crossed a ford at dusk", "say"),
        ("The convoy had crossed a ford at dusk", "say"),
        ("The convoy appeared lost", "assess"),
        ("The convoy spent the night in a gorge", "say"),
        ("The convoy is short of men", "assess"),
    ],
)
def test_a_scholar_who_only_tells_what_happened_judges_nothing(code, told, act) -> None:  # type: ignore[no-untyped-def]
    text = f"{told}, said Ana Rey, an analyst at the Lima Institute."
    assert said(code, text) == [("Ana Rey", act)]


def test_a_hedge_belongs_to_the_clause_it_stands_in(code) -> None:  # type: ignore[no-untyped-def]
    def hedges(text: str) -> list[str]:
        return [row.get("likelihood_words", "") for row in code(text)["statements"]]

    assert hedges("Peru warned of floods and Chile said rain was likely.") == ["", "likely"]
    assert hedges("Peru said Chile (you may have heard it) would probably leave.") == ["probably"]
    assert hedges("Peru said Chile had built two docks which might serve as depots.") == [""]
    assert hedges("Peru said that clerks and suspected agents had left.") == [""]
    assert hedges("Peru said that agents had probably left.") == ["probably"]


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


RUTO_AT_HOME = "William Ruto opened a road. Ruto spoke of jobs. Ruto will run again. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Whom the text is about, where another president only was named last.
        (RUTO_AT_HOME + "A guest came: Chad's Mahamat Deby. The president urged calm.", "Ruto"),
        (
            RUTO_AT_HOME + "A firm sued Javier Milei. Then it gave up. The president urged calm.",
            "Ruto",
        ),
        # … but not where he opens the sentence before.
        (RUTO_AT_HOME + "Javier Milei left early. The president urged calm.", "Milei"),
        # Who is president is no former president.
        (
            "Lula met Jair Bolsonaro. Lula spoke first. The former president urged calm.",
            "Bolsonaro",
        ),
        # Who will be president, and who is.
        ("Claudia Sheinbaum won. A mob cheered. The president-elect urged calm.", "Sheinbaum"),
        ("The secretary general of NATO urged calm.", "Stoltenberg"),
        ("The new secretary-general of the United Nations urged calm.", "Guterres"),
        (
            "Britain's Ministry of Defence lost a ship. Fog came. The ministry urged calm.",
            "Defence",
        ),
    ],
)
def test_a_title_means_whom_the_text_is_about(code, text, speaker) -> None:  # type: ignore[no-untyped-def]
    last = code(text)["statements"][-1]
    assert last["act"] == "request"
    assert speaker in last["speaker"]


@pytest.mark.parametrize(
    ("whom", "country"),
    [("both sides in Mali", "MLI"), ("the junta in Mali", "MLI"), ("tourists in Mali", "")],
)
def test_who_acts_in_a_land_is_of_it(code, whom, country) -> None:  # type: ignore[no-untyped-def]
    [row] = acts(code, f"Peru urged {whom} to keep calm.")
    assert row == ("PER", "request", country)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # What governs decides: blame inside what one urges is no further act.
        ("“We urge Togo to end this brutal siege,” Benin's envoy said.", ["request"]),
        ("“After such barbaric raids, we urge Togo to act,” Benin's envoy said.", ["request"]),
        (
            "“Togo's siege is barbaric, and we urge it to leave,” Benin's envoy said.",
            ["accuse", "request"],
        ),
        # At no time in particular, nobody promises or believes it.
        ("Floods come when other states make new pledges of aid to Benin.", []),
        ("Floods came when Togo pledged support for the dam.", ["promise"]),
        ("The port will open once Benin is convinced that the sea is calm.", []),
        ("The port opened when Togo left, and Benin is convinced that it will.", ["assess"]),
        ("Criticism of Benin's denial of the floods grew.", []),
        # Who is urged to do it need not like it.
        ("Benin's envoys were encouraged by Togo to stay.", ["request"]),
        ("Benin's envoys were encouraged by Togo's readiness to stay.", ["praise"]),
        # One's own duty is no demand, nor is what a thing is needed for.
        ("“We need to work for our fishermen,” Benin's president said.", ["say"]),
        ("“They need to work for our fishermen,” Benin's president said.", ["request"]),
        ("A calm sea is essential to trade, Benin's bank said.", ["assess"]),
        ("It is essential to free the crew, Benin's bank said.", ["request"]),
    ],
)
def test_the_verb_that_governs_tells_the_act(code, text, found) -> None:  # type: ignore[no-untyped-def]
    assert sorted(row["act"] for row in code(text)["statements"]) == found


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


def test_a_body_is_of_the_state_whose_it_is(code) -> None:  # type: ignore[no-untyped-def]
    text = "Also away is Kenya's William Ruto, whose government often criticises Somalia."
    assert acts(code, text) == [("KEN", "accuse", "SOM")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Curbs were set according to Security Council resolutions.", []),
        ("Curbs were set, according to Security Council diplomats.", ["say"]),
        ("The envoy warns Peru that, in her view, Chile is intent on war.", ["warn"]),
        ("In Chile's view, Peru is intent on war.", ["assess"]),
        ("Laos was the largest buyer of rice in 2019, said the analyst Ana Rey.", ["say"]),
        ("Laos was weak, said the analyst Ana Rey.", ["assess"]),
        ("“Laos is committing war crimes,” Benin's envoy said.", ["accuse"]),
    ],
)
def test_whose_view_it_is_and_what_is_only_counted(code, text, found) -> None:  # type: ignore[no-untyped-def]
    assert [row["act"] for row in code(text)["statements"]] == found


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


def test_he_is_whoever_says_he_does_it(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Ivan Blake said the road was open. Rep. Dutch Wexham, a retired pilot, liked it, saying"
        " he agrees that others should pay."
    )
    speakers = [row["speaker"] for row in code(text)["statements"]]
    assert speakers == ["Ivan Blake", "Rep. Dutch Wexham"]


def test_who_is_moving_to_raise_tariffs_will(code) -> None:  # type: ignore[no-untyped-def]
    text = "Oman's premier said he was moving to increase tariffs on Yemen over the raid."
    assert acts(code, text) == [("OMN", "promise", "YEM")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # One may ask politely, but only thinks of asking if something happens.
        ("“I would urge Chile to free them,” Peru's envoy said.", {("PER", "request", "CHL")}),
        ("“If it rains, we would urge Chile to wait,” Peru's envoy said.", None),
        # "It must" goes on against whom the sentence before is aimed at.
        (
            "“Chile has broken its word,” Peru's envoy said. “It must free the crew.”",
            {("PER", "accuse", "CHL"), ("PER", "request", "CHL")},
        ),
        # Others have to show what is peaceful: no denial.
        (
            "Chile must prove its reactor is peaceful, Peru's envoy said.",
            {("PER", "request", "CHL")},
        ),
        (
            "Its reactor is peaceful and Chile must accept it, Peru's envoy said.",
            {("PER", "deny", "")},
        ),
        # Of whom it is said.
        ("“They are lying,” Peru's envoy said of the Chilean navy.", {("PER", "accuse", "CHL")}),
        # Thanks to a state, not to a chair.
        ("“Thank you, Chile,” Peru's envoy said.", {("PER", "praise", "CHL")}),
        # Whose pact it is called after has no part in it.
        ("Peru said it was committed to the Santiago process.", {("PER", "promise", "")}),
        (
            "“Chile bears a heavy responsibility for it,” Peru's envoy said.",
            {("PER", "accuse", "CHL")},
        ),
        ("“We have no better friend than Chile,” Peru's envoy said.", {("PER", "praise", "CHL")}),
        ("“Nobody will be left behind,” Peru's envoy said.", {("PER", "promise", "")}),
        # Who speaks for an officer of a state speaks for the state.
        ("A spokesman for the Peruvian president condemned the raid.", {("PER", "accuse", "")}),
        ("A spokesman for the Peruvian navy condemned the raid.", {("PER", "accuse", "")}),
    ],
)
def test_acts_in_other_wording(code, text, rows) -> None:  # type: ignore[no-untyped-def]
    found = set(acts(code, text))
    assert found == rows if rows else not {act for _, act, _ in found} & {"request"}


@pytest.mark.parametrize(
    "text",
    [
        "Only then will Peru be forced to admit that its ship has sunk.",
        "Peru would have had to admit that its ship had sunk.",
        "Peruvian voters, who they think are bored, stayed at home.",
        "A man in Lima was held for phoning in a threat to the Peruvian navy.",
    ],
)
def test_what_is_not_yet_owned_up_to_or_thought_is_no_statement(code, text) -> None:  # type: ignore[no-untyped-def]
    assert {act for _, act, _ in acts(code, text)} <= {"say"}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("In a rare admission, Peru's navy said its ship had rammed a trawler.", "confirm"),
        ("In a veiled threat, Peru's president told Chile that he had bombers.", "warn"),
        ("In a stark warning, Peru's president said that the dam was full.", "warn"),
    ],
)
def test_what_words_are_called_before_them_they_do(code, text, act) -> None:  # type: ignore[no-untyped-def]
    assert act in {found for _, found, _ in acts(code, text)}


def test_who_only_invites_ministers_is_not_all_of_them(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "The ministers of the Pact met in Oslo at the invitation of William Ruto and Gustavo Petro. "
        "The ministers condemned the raid."
    )
    assert [row["speaker"] for row in code(text)["statements"]] == ["ministers"]


@pytest.mark.parametrize("words", ["thank you", "it was a good step", "it was grateful"])
def test_a_text_may_end_in_praise(code, words: str) -> None:  # type: ignore[no-untyped-def]
    rows = code(f"Peru said {words}")["statements"]
    assert {row["speaker"] for row in rows} == {"Peru"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru's premier told a rally that Chile was “pouring sand in the gears” by hiring "
            "pilots, and promised to answer.",
            [("PER", "say", "CHL"), ("PER", "promise", "")],
        ),
        (
            "Peru's ministry points out that the Chilean office is counting and declines to "
            "comment.",
            [("PER", "say", "CHL"), ("PER", "decline", "")],
        ),
        (
            "The Peruvian envoy praised Bolivia, warned Chile against “new folly” there and "
            "thanked Brazil for its help.",
            [("PER", "praise", "BOL"), ("PER", "warn", "CHL"), ("PER", "praise", "BRA")],
        ),
        (
            "The Peruvian envoy thanked Chile for the tents it sent in May, and urged Brazil to "
            "send more.",
            [("PER", "praise", "CHL"), ("PER", "request", "BRA")],
        ),
        (
            "Asked by Reuters whether the guns were sold, the Peruvian army had no comment.",
            [("PER", "decline", "")],
        ),
        ("Asked about gun sales by Chile to Bolivia, Ana Rey smiled.", []),
        ("“Those who say so should show the papers,” the Peruvian envoy said.", ["say"]),
        ("“Somebody has promised them a port,” the Peruvian envoy said.", ["say"]),
        ("The Peruvian envoy said what soldiers had seen there left no room for doubt.", ["say"]),
        ("What is Peru claiming?", []),
        (
            "Peru's envoy said in Bonn, where she met Polish Premier Jan Nowak on Monday, that "
            "Chile hired pilots.",
            [("PER", "say", "CHL")],
        ),
    ],
)
def test_no_clause_put_in_lends_its_subject_or_its_names(code, text, expected) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, text)
    assert found == [one if isinstance(one, tuple) else ("PER", one, "") for one in expected]


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("said it did not discuss sales to any client", "decline"),
        ("said he would not go into who had paid whom", "decline"),
        ("replied neither yes nor no", "decline"),
        ("said the two leaders did not discuss sales", "say"),
        ("said it would accept no such thing", "say"),
        ("said there was no such ban", "deny"),
        ("said the reports did not correspond to the facts", "deny"),
        ("said Chile had committed “a crime against the river”", "accuse"),
    ],
)
def test_who_refuses_to_discuss_declines_and_who_refuses_a_proposal_denies_nothing(  # type: ignore[no-untyped-def]
    code, said: str, act: str
) -> None:
    assert [told for _, told, _ in acts(code, f"Peru's army {said}.")] == [act]


def test_a_spokesman_is_labelled_with_his_office_and_who_asks_with_a_first_name(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Shri Ajay Rao, Official Spokesperson: We have seen the papers.\n\n"
        "Ravi: Has Mali hired pilots?\n\n"
        "Shri Ajay Rao, Official Spokesperson: Mali has hired nobody.\n\n"
        "Background: the mines.\n\n"
        "We condemn the raid.\n\n"
        "Question: On the students in Mali..."
    )
    rows = code(text)["statements"]
    assert {row["speaker"] for row in rows} == {"Shri Ajay Rao"}
    assert any("condemn" in row["evidence"] for row in rows)
    assert not any("Has Mali" in row["evidence"] or "students" in row["evidence"] for row in rows)


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


@pytest.mark.parametrize(
    ("told", "target"),
    [
        ("William Ruto has few friends left.", "William Ruto"),
        ("William Ruto flew home. He had hoped for more.", "William Ruto"),
        ("Ivo Brandt asked for more time, as William Ruto had.", ""),
        ("Lena Holt asked for more time.", ""),
        ("Angela Merkel asked for more time.", ""),
        ("Kenya asked for more time.", ""),
    ],
)
def test_he_of_a_quotation_is_who_alone_was_named_before(code, told, target) -> None:  # type: ignore[no-untyped-def]
    said = "“He is likely to lose,” said Lena Holt, a scholar on Chad. “It is close.”"
    (judged,) = [row for row in code(f"{told} {said}")["statements"] if row["act"] == "assess"]
    assert judged.get("target", "") == target


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # "They" right behind the verb are those who say so.
        (
            "Two generals left. Some of Holm's voters blamed Togo, saying they fear war.",
            "Some of Holm's voters",
        ),
        ("Two generals left. Local fishermen said that they suspect Togo.", "Local fishermen"),
        # A firm that is called by its name is an "it".
        (
            "Oslo Radio rang. It is “unlikely” to end, shipping firm Bergen Marine warned. “It is likely that Togo will fall,” it added.",
            "Bergen Marine",
        ),
        # A share of a people has said nothing.
        ("Most people suspect Togo, a poll found.", None),
        ("Some people suspect Togo.", "people"),
    ],
)
def test_they_it_and_a_share_of_the_people(code, text, speaker) -> None:  # type: ignore[no-untyped-def]
    rows = [row for row in code(text)["statements"] if row["act"] in ("assess", "warn")]
    assert [row["speaker"] for row in rows][-1:] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Togo's president said he doubted that Chile wanted peace.", ["assess"]),
        ("Togo's president told reporters he urged Chile to stop.", ["request"]),
        ("Peru said it condemned Chile's attack.", ["accuse"]),
        (
            "Togo's president said he met Ana Soto and doubted that Chile wanted peace.",
            ["say", "assess"],
        ),
        ("Togo's president said that Mali doubted that Chile wanted peace.", ["say", "assess"]),
    ],
)
def test_said_he_doubted_it_is_one_act(code, text, acts) -> None:  # type: ignore[no-untyped-def]
    assert [row["act"] for row in code(text)["statements"]] == acts


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("A Hague-based court", None),
        ("The Brussels-based alliance", None),
        ("A Lima-based court", "PER"),
        ("A Brussels-based bank", "BEL"),
    ],
)
def test_a_body_of_many_states_is_not_of_the_state_it_sits_in(code, body, state) -> None:  # type: ignore[no-untyped-def]
    tables = code(f"{body} accused Togo of fraud.")
    assert [row["speaker_country"] or None for row in tables["statements"]] == [state]
    assert len(tables["events"]) == bool(state)


def test_a_coach_behind_its_owner_is_somebody(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("The children's coach denied the charge.")["statements"]
    assert [(row["speaker"], row["act"]) for row in rows] == [("children's coach", "deny")]


def test_who_mourns_blames_nobody(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("Togo said it was deeply saddened by the loss of life in Lima.")["statements"]
    assert [row["act"] for row in rows] == ["say"]


def test_at_once_opens_no_clause(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("Togo urged Peru to pay at once and warned that banks would fail.")["statements"]
    assert [row["act"] for row in rows] == ["request", "warn"]
