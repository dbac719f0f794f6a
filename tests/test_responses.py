"""Who denies, confirms or declines to comment on a transfer, and which one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.evidence import Row

Code = Callable[[str], dict[str, list[Row]]]
TOLD = "The report said Sudan had supplied Chad with rockets. "


def answers(code: Code, text: str) -> set[tuple[str, str]]:
    return {(row["by_country"], row["stance"]) for row in code(text)["responses"]}


def test_what_is_neither_confirmed_nor_denied_names_its_transfer(code) -> None:  # type: ignore[no-untyped-def]
    text = "Ghana refused to confirm or deny reports that it sold mortars to Mali."
    assert answers(code, text) == {("GHA", "declined")}


@pytest.mark.parametrize(
    ("text", "by", "stance"),
    [
        ("Khartoum rejects such accusations.", "SDN", "denied"),
        ("The Sudanese ambassador dismissed the accusations as lies.", "SDN", "denied"),
        ("Khartoum said the reports were groundless.", "SDN", "denied"),
        ("Sudan's government said it had never sold weapons to Chad.", "SDN", "denied"),
        ("Any arms deals have been denied by Sudan.", "SDN", "denied"),
        ("Chadian officials acknowledged that rockets had been supplied.", "TCD", "confirmed"),
        ("Sudan's leader scoffed at the idea.", "SDN", "denied"),
        (
            "Sudanese officials say the country does not supply weapons to any side.",
            "SDN",
            "denied",
        ),
        ("Sudan said it strictly controls exports of rockets.", "SDN", "denied"),
        ("The Sudanese government has denied any role.", "SDN", "denied"),
        ("It stands by that, despite denials from Khartoum.", "SDN", "denied"),
        ("“This is a lie,” Sudan's foreign minister said.", "SDN", "denied"),
        ("It was a claim that Khartoum rejected.", "SDN", "denied"),
        ("Sudan insists it has sold none.", "SDN", "denied"),
        ("In Khartoum the foreign ministry dismissed the report.", "SDN", "denied"),
        ("Chad has denied their presence.", "TCD", "denied"),
        ("Sudan's defence minister told Reuters: “There is no truth in this.”", "SDN", "denied"),
        ("Sudan did not comment.", "SDN", "declined"),
        ("Khartoum has remained silent on the matter.", "SDN", "declined"),
        ("Asked about the rockets, Sudan's president declined to answer.", "SDN", "declined"),
        (
            "Sudan's army said none of it was true: the claims about the rockets were lies.",
            "SDN",
            "denied",
        ),
        ("Sudan said it had sent Chad radios but not rockets.", "SDN", "denied"),
        ("Sudan's army said that the rockets did not come from Sudan.", "SDN", "denied"),
        ("In Khartoum, the army denied having sold anything.", "SDN", "denied"),
        ("Sudan has disavowed any link with the Chadian army.", "SDN", "denied"),
        ("Sudan denied any connection to the rockets.", "SDN", "denied"),
        ("Sudan's army said it was not true.", "SDN", "denied"),
        ("Khartoum declined to comment.", "SDN", "declined"),
        ("Khartoum refused to be drawn on the matter.", "SDN", "declined"),
        ("Khartoum said it would neither confirm nor deny the report.", "SDN", "declined"),
        ("Khartoum poured cold water on the reports.", "SDN", "denied"),
        ("Sudanese officials insisted they had not.", "SDN", "denied"),
        ("Sudan's president said: “It is nonsense.”", "SDN", "denied"),
        ("“It is a lie,” said a spokesman for Sudan's foreign ministry.", "SDN", "denied"),
        ("Sudanese officials laughed the story off.", "SDN", "denied"),
        ("The Sudanese government neither confirmed nor denied it.", "SDN", "declined"),
        ("“That is not correct,” Sudan's foreign minister said.", "SDN", "denied"),
        ("“No, we have not,” Sudan's foreign minister said.", "SDN", "denied"),
        ("Sudan's foreign minister said it was not the case.", "SDN", "denied"),
        ("The army in Khartoum refused on Friday to confirm the report.", "SDN", "declined"),
        ("Sudan's foreign ministry said the government rejects the allegations.", "SDN", "denied"),
        ("This has been flatly denied by the Sudanese government.", "SDN", "denied"),
        ("Sudan's denials have convinced nobody.", "SDN", "denied"),
        ("Sudan's president said there was not a grain of truth in it.", "SDN", "denied"),
        ("Sudan's army confirmed that it had sold them.", "SDN", "confirmed"),
        ("“Those reports are false and Chad knows it,” Sudan's envoy told IRIN.", "SDN", "denied"),
        ("“We have not sent anything,” Colonel Omar Sabri told AFP.", "", "denied"),
        ("Chad's army admitted that the cargo had been handed over.", "TCD", "confirmed"),
        ("Sudanese officials said the charges were politically motivated.", "SDN", "denied"),
        ("Sudan's state arms company said it had no contracts with Chad.", "SDN", "denied"),
        (
            "Chad's president confirmed the newspaper's account in an interview with RFI.",
            "TCD",
            "confirmed",
        ),
        (
            "Sudan's army declined to say whether the rockets came from its depots.",
            "SDN",
            "declined",
        ),
        ("Khartoum called the claims a provocation.", "SDN", "denied"),
        ("Sudan's army denied it: “We have no interest in helping rebels.”", "SDN", "denied"),
        (
            "Sudan's premier said reports that rockets had gone were “disinformation”.",
            "SDN",
            "denied",
        ),
        ("“This information is wrong,” Sudan's envoy said.", "SDN", "denied"),
        ("Khartoum stayed silent after Kenya had said so.", "SDN", "declined"),
        ("The Sudanese army's spokesman Omar Sabri denied the report.", "SDN", "denied"),
        ("Khartoum called the claim part of a campaign against it.", "SDN", "denied"),
        ("Khartoum called the report frivolous.", "SDN", "denied"),
        ("Sudan's envoy said the accusations were meant to tarnish its army.", "SDN", "denied"),
        ("Sudan's army said the charges were a ploy to win votes.", "SDN", "denied"),
        ("“These are the usual fabrications,” Sudan's army said.", "SDN", "denied"),
        ("Sudan's president did not confirm or deny the report.", "SDN", "declined"),
    ],
)
def test_a_party_answers_what_was_told_before(code: Code, text: str, by: str, stance: str) -> None:
    assert (by, stance) in answers(code, TOLD + text)


def test_officials_of_two_states_answer_for_each(code: Code) -> None:
    text = "A UN report said Sudan and Togo had sent rifles to the rebels in Chad. "
    text += "Officials in Sudan and Togo denied it."
    assert answers(code, text) == {("SDN", "denied"), ("TGO", "denied")}


def test_a_spokesman_of_no_named_state_answers_in_its_name(code: Code) -> None:
    text = TOLD + "“Sudan has no military presence in Chad, and the rockets are not ours,”"
    assert [row["by"] for row in code(f"{text} spokesman Omar Sabri said.")["responses"]] == [
        "Omar Sabri"
    ]


def test_both_sides_answer(code: Code) -> None:
    text = TOLD + "Both governments have denied such plans."
    assert answers(code, text) == {("SDN", "denied"), ("TCD", "denied")}


def test_a_denial_tells_its_own_transfer(code: Code) -> None:
    rows = code("Sudan has denied supplying rockets to Chad.")["responses"]
    assert [(row["supplier_country"], row["recipient_country"]) for row in rows] == [("SDN", "TCD")]


@pytest.mark.parametrize(
    "text",
    [
        "Sudan insists it sent no rockets to Chad.",
        "Sudan insists no rockets were sent to Chad.",
        "“Not a single rocket has gone to Chad,” Sudan's president said.",
        "Sudan's president told reporters that no rockets had been sold to Chad.",
        "Sudan's president told Kenya's leader that Sudanese firms are not supplying rockets to Chad.",
        "Sudan's envoy rubbished suggestions that his country had sent rockets to Chad.",
        "Sudan denied having soldiers in Chad.",
        "“There is no question of supplying Chad with rockets,” Sudan's army said.",
        "Sudan denied that its soldiers were in Chad.",
        "“There is not a single Sudanese soldier in Chad,” Sudan's army said.",
        "Sudan denied claims by Chad that it had sent rockets into eastern Chad.",
        "“We do not and have not sold rockets to Chad,” Sudan's president said.",
        "Sudan's president said it has not and will not sell rockets to Chad.",
        "“Sudan sells no rockets to any neighbour, including Chad,” Sudan's president said.",
        "“The reports about a supply of rockets by Sudan to Chad are not accurate,” Sudan's army said.",
        "Sudan has no interest in supplying rockets to Chad, its president said.",
        "Sudan's army said not a single unit of its rockets or shells was sold to Chad.",
        "Sudan's president said the country has sold rockets neither to Chad nor to its rebels.",
        "Sudan's president said the country has sold Chad neither rockets nor shells.",
        "Sudan's envoy noted that it has “never sold” rockets to Chad.",
        "Sudan's army denied the charge that Sudanese soldiers are fighting in Chad.",
        "Sudan's president denied American reports that Sudanese soldiers are operating in eastern Chad.",
        "Sudan's envoy said Sudan seized its rockets in Libya and did not give any rockets to Chad.",
        "“There are no Sudanese rockets in Chad,” Sudan's army said.",
        "Sudan has flatly denied arming any group in Chad.",
    ],
)
def test_a_denial_in_its_own_words(code: Code, text: str) -> None:
    assert answers(code, text) == {("SDN", "denied")}
    assert not any(row["event_type"] == "AID" for row in code(text)["events"])


@pytest.mark.parametrize(
    "text",
    [
        "“It must fight on and not send rockets to Chad,” Sudan's president said.",
        "Kenya said Sudan has no reason to send rockets to Chad.",
        "Kenya confirmed that rockets made in Sudan had been sent and that most had reached Chad.",
        "Sudan's army confirmed that rockets sent by Kenya had reached Chad.",
        "Sudan's army denied that Sudanese rockets had hit a village in Chad.",
        "Sudan's army said there were no rockets in Chad.",
        "Sudan denied sending Chadian mercenaries home.",
        "Sudan denied having received anything from Chad.",
        "Sudan acknowledged that it needs to send rockets to Chad.",
    ],
)
def test_what_is_no_denial_in_its_own_words(code: Code, text: str) -> None:
    assert answers(code, text) == set()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Asked whether Sudan had sent rockets to Chad, Sudan's envoy said it had not.", "denied"),
        ("Sudan's envoy, asked if Sudan had sold Chad rockets, declined to answer.", "declined"),
        (
            "“We are not sending anything to anybody,” Sudan's envoy said when asked whether Khartoum was sending Chad rockets.",
            "denied",
        ),
    ],
)
def test_the_question_says_what_is_answered(code: Code, text: str, stance: str) -> None:
    assert answers(code, text) == {("SDN", stance)}


def test_rebels_deny_what_they_are_said_to_get(code: Code) -> None:
    text = "Kenya said Sudan was sending rockets to rebels in Chad. The rebels denied getting help"
    (row,) = code(f"{text} from Sudan.")["responses"]
    assert (row["by"], row["stance"], row["supplier_country"]) == ("rebels", "denied", "SDN")


@pytest.mark.parametrize(
    "answer",
    [
        "The rebels' commander said his men had never received any such rockets.",
        "A rebel spokesman, Omar Sabri, was unaware of the shipment and denied involvement.",
    ],
)
def test_who_speaks_for_rebels_denies_what_they_are_said_to_get(code: Code, answer: str) -> None:
    coded = code(f"Kenya said Sudan was shipping rockets to rebels in Chad. {answer}")
    assert [row["stance"] for row in coded["responses"]] == ["denied"]
    assert {row["claimant"] for row in coded["transfer_allegations"]} == {"Kenya"}


def test_a_refusal_answers_though_somebody_spoke_before_in_its_sentence(code: Code) -> None:
    text = (
        "Chad's envoy said Sudan had sold Chad rockets and praised them; Khartoum declined comment."
    )
    assert ("SDN", "declined") in answers(code, text)


def test_who_confirms_one_thing_and_withholds_another_declines(code: Code) -> None:
    text = "Sudan confirmed the rockets were old but refused to say whether they were sold to Chad."
    assert answers(code, TOLD + text) == {("SDN", "declined")}


def test_a_denial_is_about_the_claim_of_others_and_not_an_earlier_denial(code: Code) -> None:
    text = "Sudan denied selling rockets to Mali. Its president called the report a lie."
    rows = code(TOLD + text)["responses"]
    assert {row["recipient_country"] for row in rows} == {"TCD", "MLI"}


def test_who_denies_it_and_accuses_others_of_arming_somebody_denies_no_more(code: Code) -> None:
    told = "Kenya accuses Sudan of sending rifles to Mali."
    text = f"{told} Sudan denies this and says the allies fuel the war by sending arms to Chad."
    (row,) = code(text)["responses"]
    assert (row["by"], row["recipient_country"]) == ("Sudan", "MLI")


def test_the_agency_that_passes_a_denial_on_denies_nothing(code: Code) -> None:
    text = "China's army said it has sold rockets neither to Chad nor to Mali, Xinhua reported."
    assert "Xinhua" not in {row["by"] for row in code(text)["responses"]}
    assert answers(code, text) == {("CHN", "denied")}


def test_what_is_said_of_the_use_of_arms_denies_no_delivery(code: Code) -> None:
    told = "Peru has sent rockets to Chile. "
    use = "Peru said it planned no change to the rules for Chile's use of its rockets."
    assert not code(told + use)["responses"]


def test_who_denies_backing_rebels_denies_no_other_deal(code: Code) -> None:
    text = "Sudan denied that it was backing rebels in Libya."
    assert answers(code, TOLD + text) == set()


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Khartoum denied that it had backed the rebel offensive.", True),
        ("Sudan denies any links to the group.", True),
        ("Sudan denied helping Libya.", False),
    ],
)
def test_who_denies_backing_somebody_denies_arming_them(
    code: Code, text: str, answered: bool
) -> None:
    told = "Kenya accused Sudan of sending rockets to the rebels. "
    assert bool(answers(code, told + text)) == answered


def test_an_official_of_no_named_state_answers_what_was_claimed(code: Code) -> None:
    text = (
        TOLD + "The defence minister called the report a lie. An expert called the report absurd."
    )
    assert [row["by"] for row in code(text)["responses"]] == ["defence minister"]


def test_a_ministry_without_a_state_is_that_of_the_dateline(code: Code) -> None:
    text = "KHARTOUM - " + TOLD + "“This is a lie,” foreign ministry spokesman Omar Sabri said."
    assert answers(code, text) == {("SDN", "denied")}


def test_who_is_contradicted_denies_nothing(code: Code) -> None:
    text = TOLD.strip().rstrip(".") + ", but Khartoum said no such shipment had been made."
    assert answers(code, text) == {("SDN", "denied")}


@pytest.mark.parametrize(
    "lead",
    [
        "Sudan dismissed the allegations as baseless.",
        "Khartoum denies arming its neighbour.",
        "Khartoum denied that such shipments had taken place.",
    ],
)
def test_a_lead_denies_what_is_told_behind_it(code: Code, lead: str) -> None:
    told = " Kenya said Sudan was shipping rockets to Chad."
    assert answers(code, lead + told) == {("SDN", "denied")}


def test_a_denial_names_the_rebels_and_not_the_state_they_fight_in(code: Code) -> None:
    text = "Sudan denied it, saying it had sent no rockets to the rebels in Chad."
    assert {row["recipient"] for row in code(TOLD + text)["responses"]} == {"rebels"}


@pytest.mark.parametrize(
    "text",
    [
        "Khartoum refuted Chad's claim that it had not been invited.",
        "Khartoum confirmed that it will hold elections.",
        "Kenya denied that its minister had resigned.",
        "Khartoum denied that its minister had resigned.",
        "Khartoum denied burning two churches.",
        "Khartoum denied that its soldiers had looted a town.",
        "Khartoum denied that it was seeking to annex the valley.",
        "Chad confirmed that no envoys of its own would go to the summit.",
        "Khartoum has denied Kenyan claims that it diverts water from the Nile.",
        "Khartoum denied Kenya's extradition request.",
        "Khartoum denied rockets to Eritrea.",
        "Khartoum denied it had bombed a village.",
        "Khartoum denied that it had fired the rockets.",
        "Khartoum denied any role in Libya's civil war.",
        "Kenya accused Khartoum of spreading lies.",
        "Kenya accused Khartoum of denying Chad tanks.",
        "Khartoum confirmed that its forces with their tanks had reached Darfur.",
        "Kenya said the harvest was lost, but Khartoum disputed that claim.",
        "Khartoum neither confirmed nor denied having seen the letter.",
        "Khartoum did not respond to a request for comment.",
        "Khartoum declined to comment on the budget.",
        "Khartoum has no doubt that the harvest was lost.",
        "Chad defended its purchase of the rockets as useful.",
        "Khartoum acknowledged that Kenya does not supply the rockets.",
        "Khartoum acknowledged reports that Kenya had supplied the rockets.",
        "Khartoum is not planning to sell them more rockets, its army said.",
        "Khartoum acknowledged that even if it wins, its army will be weak.",
        "“Our army does not loot the towns of others,” Sudan's president said.",
        "Khartoum condemned the coup and denied any role in it.",
        "Khartoum has not denied it.",
        "Sudan denied a part in Mali's war, where it claims to train nurses.",
        "Khartoum called the allegations against the judge serious.",
    ],
)
def test_an_answer_to_something_else_is_no_response(code: Code, text: str) -> None:
    assert answers(code, TOLD + text) == set()


@pytest.mark.parametrize(
    ("text", "by", "stance"),
    [
        ("Peru refused to discuss the reported sale of rockets to Chile.", "PER", "declined"),
        ("Peru would neither confirm nor deny rocket sales to Chile.", "PER", "declined"),
        ("Peru said it had no soldiers in Chile.", "PER", "denied"),
        ("Chile confirmed on Monday the arrival of rockets from Peru.", "CHL", "confirmed"),
        ("Chile's army said it is neutral and has not got rockets from Peru.", "CHL", "denied"),
        ("“There are no Peruvian advisers in Chile,” Peru's army said.", "PER", "denied"),
        ("Peru said it had indeed delivered rockets to Chile.", "PER", "confirmed"),
        ("Peru made no secret of its rocket sales to Chile.", "PER", "confirmed"),
        ("Reports that Peru sold rockets to Chile were denied in Lima.", "PER", "denied"),
    ],
)
def test_an_answer_that_tells_its_transfer(code: Code, text: str, by: str, stance: str) -> None:
    assert answers(code, text) == {(by, stance)}
    ends = {(row["supplier_country"], row["recipient_country"]) for row in code(text)["responses"]}
    assert ends == {("PER", "CHL")}


@pytest.mark.parametrize(
    "text",
    [
        "Peru refused to discuss the ban on rocket sales to Chile.",
        "Peru declined to discuss Bolivian rocket sales to Chile.",
        "Chile denied the sale of rockets to Chile, from where many fled to Bolivia.",
        "Peru said there were no Bolivian soldiers in Chile.",
        "Chile confirmed that it had received a letter from Peru about the rockets.",
        "A Peruvian officer who declined to be named watched the rockets leave for Chile.",
        "Peru said no soldiers were in the camp in Chile's north.",
    ],
)
def test_an_answer_that_tells_of_others_is_no_response(code: Code, text: str) -> None:
    assert answers(code, text) == set()


def test_a_response_names_the_allegation_it_answers(code: Code) -> None:
    coded = code(TOLD + "Khartoum rejects such accusations.")
    told = {row["allegation_id"] for row in coded["transfer_allegations"]}
    assert {row["answers"] for row in coded["responses"]} <= told


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("Peru's foreign minister brushed that aside.", "denied"),
        ("Peru did not deny that they were there.", "declined"),
        ("Peru stopped short of a denial.", "declined"),
        ("It denied the charge.", "denied"),
        ("Chile got them in May, a charge Peru rejects.", "denied"),
        ("Peru's embassy said the claim was ludicrous.", "denied"),
        ("Peru said the report did not correspond to reality.", "denied"),
        ("Peru defended its trade with Chile as lawful.", "denied"),
        ("The sale went on despite Peru's repeated denials.", "denied"),
        ("Peru confirmed that its president had approved the deal.", "confirmed"),
        ("Peru made no comment on the charge.", "declined"),
        ("Peru refused to discuss the report.", "declined"),
        ("Peru issued a statement that denied the report.", "denied"),
        ("“We are amazed,” Peru's army said in a statement denying the report.", "denied"),
    ],
)
def test_words_that_answer(code: Code, answer: str, stance: str) -> None:
    text = f"Bolivia accused Peru of selling rockets to Chile. {answer}"
    assert [row["stance"] for row in code(text)["responses"]] == [stance]


def test_who_accuses_does_not_deny_what_others_call_absurd(code: Code) -> None:
    text = "Bolivia accused Peru of selling rockets to Chile; Lima called the charge absurd."
    assert [row["by_country"] for row in code(text)["responses"]] == ["PER"]


@pytest.mark.parametrize(
    "answer",
    [
        "Two former Peruvian officials confirmed the sale.",
        "Peru's army would not say which rockets it was giving them.",
    ],
)
def test_no_side_answers(code: Code, answer: str) -> None:
    text = f"Peru's army announced that it would send rockets to Chile. {answer}"
    assert code(text)["responses"] == []


def test_only_a_party_confirms(code: Code) -> None:
    text = "Bolivia confirmed that Peru had sold rockets to Chile."
    assert code(text)["responses"] == []


def test_of_several_who_answer_only_parties_count(code: Code) -> None:
    text = "Bolivia accused Peru of selling rockets to Chile. Peru and Brazil rejected the report."
    assert {row["by_country"] for row in code(text)["responses"]} == {"PER"}


def test_a_refusal_answers_only_what_others_tell(code: Code) -> None:
    told = "Peru's president announced tanks for Chile. "
    text = told + "Peru said it would not send rockets to Chile."
    assert code(text)["responses"] == []


def test_each_of_two_who_answer_means_what_it_is_party_to(code: Code) -> None:
    told = (
        "Bolivia said Peru had sold rockets to Chile. Bolivia said Brazil had sold tanks to Chile."
    )
    rows = code(f"{told} Lima and Brasilia rejected the reports.")["responses"]
    assert {(row["supplier_country"], row["by_country"]) for row in rows} == {
        ("PER", "PER"),
        ("BRA", "BRA"),
    }


@pytest.mark.parametrize(
    ("claim", "recipients"),
    [
        ("Togo says Ghana sent mortars to Mali and Niger, which Ghana denies.", {"Mali", "Niger"}),
        ("Togo says Ghana sent mortars to Mali and Niger. Ghana denied it.", {"Mali", "Niger"}),
        ("Togo says Ghana sent mortars to Mali and Niger. Niger denied it.", {"Niger"}),
        ("Togo says Ghana sent mortars to Mali. Benin says Ghana sent troops to Niger. "
         "Ghana denied it.", {"Niger"}),
        ("Togo accuses Ghana of sending mortars to the rebels in Mali and troops to Mali. "
         "Ghana denied both.", {"rebels", "Mali"}),
    ],
)  # fmt: skip
def test_a_denial_answers_all_that_the_claim_tells(
    code: Code, claim: str, recipients: set[str]
) -> None:
    assert {row["recipient"] for row in code(claim)["responses"]} == recipients


def test_who_is_only_told_of_by_the_outlet_to_have_sold_arms_denies_its_own_matter(
    code: Code,
) -> None:
    assert not answers(code, "Ghana, which sold Mali tanks, denied it had attacked the town.")


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Sudan denied any ties to the insurgents.", "rebels"),
        ("Sudan denies selling rifles to anybody.", "rebels"),
        ("Sudan denies the tank deal.", "Chad"),
        (
            "Sudan denies aiding rebels; Mali and Kenya both say its troops are there.",
            "rebels",
        ),
    ],
)
def test_a_denial_is_about_whom_and_what_it_names(code: Code, text: str, recipient: str) -> None:
    told = "Kenya says Sudan sent rifles to rebels in Chad. Mali says Sudan sent tanks to Chad. "
    rows = code(told + text)["responses"]
    assert {(row["by"], row["recipient"]) for row in rows} == {("Sudan", recipient)}


def test_who_denies_that_soldiers_leave_denies_no_sending(code: Code) -> None:
    text = "Mali says Sudan sent soldiers to Chad. Sudan denied that the soldiers would leave Chad."
    assert answers(code, text) == set()


def test_reports_pass_an_answer_on(code: Code) -> None:
    text = "Kenya's president said that it had not sold arms to Mali, according to media reports."
    assert answers(code, text) == {("KEN", "denied")}


def test_who_confirms_that_goods_were_sold_names_the_buyer(code: Code) -> None:
    text = "Niger said rebels had rockets. Sweden confirmed that it had sold them to Chad."
    assert {row["recipient"] for row in code(text)["responses"]} <= {"Chad"}


def test_a_report_that_is_denied_denies_nothing(code: Code) -> None:
    text = "Sudan denied a report claiming it sold Chad rifles, describing the charge as baseless."
    assert answers(code, text) == {("SDN", "denied")}


def test_those_who_accuse_somebody_are_no_speakers(code: Code) -> None:
    assert not code("The minister met those who had accused Mali of lying.")["statements"]


@pytest.mark.parametrize(
    ("text", "by", "stance"),
    [
        ("“I’m not going to confirm these reports,” Sudan’s premier said.", "SDN", "declined"),
        ("Sudan denounced accusations that it had sold rockets to Chad.", "SDN", "denied"),
        ("Sudan denied being the main arms supplier to Chad.", "SDN", "denied"),
        ("Sudan rejected the conclusions of the inspectors.", "SDN", "denied"),
        ("Sudan denied the information as baseless.", "SDN", "denied"),
        ("Sudan said it knew nothing about the shipment.", "SDN", "denied"),
        ("Sudan refused to either confirm or deny it.", "SDN", "declined"),
        ("Sudan's ministry said in a note that the country rejects the claims.", "SDN", "denied"),
    ],
)
def test_what_others_claim_is_answered_in_other_words(code, text, by, stance) -> None:  # type: ignore[no-untyped-def]
    assert answers(code, TOLD + text) == {(by, stance)}


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations said it had confirmed a delivery of tanks to Chad.",
        "Sudan confirmed that its army had banned the sale of rifles to Chad.",
        "Chad admitted spending money on weapons despite the UN arms ban.",
        "A government source confirmed that Sudan plans to sell rockets to Chad.",
        "A report, which Sudan neither confirmed nor denied, told of rockets for rebels in Chad.",
    ],
)
def test_what_nobody_claimed_or_does_is_no_answer(code, text) -> None:  # type: ignore[no-untyped-def]
    assert answers(code, text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana's president denied his country was trying to obtain mortars from Togo.", "TGO"),
        ("Ghana's president denied killing Togolese soldiers in Mali.", None),
        ("Ghana confirmed that it had authorised the deployment of Togolese troops in Mali.", None),
    ],
)
def test_who_gets_arms_names_whose_they_are(code: Code, text: str, expected: str | None) -> None:
    suppliers = [row["supplier_country"] for row in code(text)["responses"]]
    assert suppliers == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN said Togo had sent tanks to Mali. Benin says it saw Togolese tanks there, "
         "an allegation denied by Togo.", {("TGO", "denied")}),
        ("Ghana's army denies the claims. Mali is at war. Its towns burn. The UN accused Ghana of "
         "sending it mortars.", {("GHA", "denied")}),
        ("Ghana denied that its army was late. Mali is at war. The UN accused Ghana of sending it "
         "mortars.", set()),
    ],
)  # fmt: skip
def test_what_is_denied_may_be_told_elsewhere(
    code: Code, text: str, expected: set[tuple[str, str]]
) -> None:
    assert answers(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad's army confirmed that the rockets had come from Sudan.",
         ("Sudan", "Chad", "confirmed")),
        ("Hezbollah confirmed that the group had received rockets from Sudan.",
         ("Sudan", "Hezbollah", "confirmed")),
    ],
)  # fmt: skip
def test_where_arms_came_from(code: Code, text: str, expected: tuple[str, str, str]) -> None:
    rows = code(text)["responses"]
    assert [(row["supplier"], row["recipient"], row["stance"]) for row in rows] == [expected]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Army spokesman Omar Sabri rejected the report.", {"Omar Sabri"}),
        ("An aide to Sudan's president denied it.", {"aide to Sudan's president"}),
        ("Experts dismissed the report.", set()),
        ("Omar Sabri denied that he was rich.", set()),
        ("Sudan refused to provide shells for Mali's guns.", set()),
    ],
)
def test_who_may_answer(code: Code, text: str, by: set[str]) -> None:
    assert {row["by"] for row in code(TOLD + text)["responses"]} == by


def test_what_only_a_denial_tells_is_open_to_the_next_answer(code: Code) -> None:
    text = "Sudan denied sending soldiers to Chad. A Chadian minister called the reports a lie."
    assert answers(code, text) == {("SDN", "denied"), ("TCD", "denied")}


@pytest.mark.parametrize(
    "text",
    [
        "Togo flew missiles to Chad through Niger, Mali said. Niger denied it.",
        "Togo flew missiles to Chad over Niger's territory, Mali said. Niger denied it.",
        "Togo flew missiles to Chad in June by way of Niger, Mali said. Niger denied it.",
    ],
)
def test_who_is_said_to_let_arms_through_answers_as_well(code: Code, text: str) -> None:
    (row,) = code(text)["responses"]
    assert (row["supplier"], row["recipient"], row["by"]) == ("Togo", "Chad", "Niger")


def test_a_state_denies_what_its_own_press_claims(code: Code) -> None:
    told = "Aftenposten reported that Norway had sold mortars to Togo. "
    assert answers(code, told + "Norway denied the report.") == {("NOR", "denied")}


def test_what_the_answer_names_before_its_verb_tells_which_transfer_it_is(code: Code) -> None:
    told = "Mali said Togo had armed Chad. Mali said Togo had sold tanks to Niger. "
    text = "“We have never sold Chad any of them,” Togo's president said."
    assert {row["recipient"] for row in code(told + text)["responses"]} == {"Chad"}


def test_a_clause_about_what_is_denied_names_nobody_who_gets_it(code: Code) -> None:
    text = "Sudan denied it would give rockets to the state, a step that may harm ties with Mali."
    assert "MLI" not in {row["recipient_country"] for row in code(TOLD + text)["responses"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who is said to have used arms denies the use, and only who sent them the supply.
        ("Kenya said Togo, using drones supplied by Chile, hit a port. Togo denied it.", set()),
        ("Kenya said Togo, using drones supplied by Chile, hit a port. Chile denied it.", {"CHL"}),
        ("Togo denied shelling a camp in Mali with mortars supplied by Chile.", set()),
        ("Togo confirmed that mortars supplied by Chile were used in a drill.", set()),
        # A part in the war, or in none that is named, is a part in what was told.
        (
            "Kenya said Chile had sent rifles to rebels in Mali. Chile has no part in the war.",
            set(),
        ),
        (
            "Kenya said Chile had sent rifles to rebels in Mali. Chile says it plays no part in it.",
            set(),
        ),
        (
            "Kenya said Chile had sent rifles to rebels in Mali. Chile denies playing a role in Mali.",
            {"CHL"},
        ),
        (
            "Kenya said Chile had sent rifles to rebels in Mali. Chile denied a role in the unrest.",
            {"CHL"},
        ),
        ("Kenya said Chile had raided Mali. Chile denied that its troops had entered it.", set()),
        ("Kenya made claims. Chile said that none of its troops had entered Mali.", {"CHL"}),
        (
            "Kenya said Chile had sent rifles to rebels in Mali. Chile denied any hand in the war.",
            {"CHL"},
        ),
        (
            "Kenya said Chile had sent rifles to rebels in Mali. "
            "Chile denied having anything to do with the rebels.",
            {"CHL"},
        ),
        (
            "Kenya said Chile had sent rifles to rebels in Mali. "
            "Chile denied involvement in the theft of a painting.",
            set(),
        ),
        # Arms that left are sent, those "used to" do something are not what is used.
        (
            "Kenya said Chile had sent rifles to Mali. Chile denied that rifles had left it.",
            {"CHL"},
        ),
        (
            "Kenya said Chile had sent rifles to Mali. "
            "Chile denied that its ships carried the rifles used to put down the riots.",
            {"CHL"},
        ),
        ("Chile has sold tanks to Mali. Chile denied that the sale broke a law.", set()),
        # What is said behind the denial names no end of it.
        (
            "Kenya said Chile had sent rifles to Mali. "
            "Chile's president acknowledged the deliveries in a talk with a Danish newspaper.",
            {"CHL"},
        ),
        (
            "The Chilean government on Monday defended its trade with Mali as normal after a Danish "
            "report said Chile had sold rockets to Mali.",
            {"CHL"},
        ),
        (
            "“We have never done this, it is untrue,” Chile's envoy said. Kenya had said that Chile had "
            "armed Malian rebels.",
            {"CHL"},
        ),
    ],
)
def test_what_a_denial_that_tells_no_transfer_is_about(
    code: Code, text: str, expected: set[str]
) -> None:
    assert {country for country, _ in answers(code, text)} == expected


def test_both_who_are_said_to_have_armed_the_same_deny_it(code: Code) -> None:
    text = "Ghana and Togo are accused of arming rebels in Mali. Officials of both countries deny the charges."
    assert answers(code, text) == {("GHA", "denied"), ("TGO", "denied")}


def test_accusations_are_all_that_were_made_one_behind_another(code: Code) -> None:
    told = "Kenya says Chile arms rebels in Mali. Peru says that Chile has sold tanks to Togo. "
    rows = code(told + "Chile rejects the accusations.")["responses"]
    assert {row["recipient_country"] for row in rows} == {"MLI", "TGO"}
    rows = code(told + "Chile rejects the accusation.")["responses"]
    assert {row["recipient_country"] for row in rows} == {"TGO"}


def test_both_sides_of_what_was_told_deny_it(code: Code) -> None:
    text = "Bolivia accused Peru of selling rockets to Chile. Both deny it."
    assert answers(code, text) == {("PER", "denied"), ("CHL", "denied")}


def test_who_gives_some_arms_but_not_others_denies_nothing(code: Code) -> None:
    assert answers(code, "Peru said it would sell Chile helicopters but not tanks.") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is left open, whatever word opens the refusal.
        ("Belgium has not said whether it will hand fighter jets to Moldova.", {("BEL", "declined")}),
        ("Belgium did not disclose if fighter jets had been sold to Moldova.", {("BEL", "declined")}),
        ("Belgium did not make clear whether the talks with Moldova would go on.", set()),
        ("Belgium's army will no longer disclose which guns it sends to Moldova.",
         {("BEL", "declined")}),
        ("Belgium will no longer comment on how many students come from Moldova.", set()),
        ("Asked if Cuba had sold Haiti mortars, a Cuban minister would only say that Havana helps "
         "its friends.", {("CUB", "declined")}),
    ],
)  # fmt: skip
def test_what_is_left_open(code: Code, text: str, expected: set[tuple[str, str]]) -> None:
    assert answers(code, text) == expected


def test_who_withholds_a_detail_takes_the_transfer_for_granted(code: Code) -> None:
    text = "The State Department declined to say {} Washington has sent launchers to Estonia."
    (row,) = code(text.format("when"))["transfer_allegations"]
    assert (row["act"], row["nature"]) == ("say", "reported")
    assert not code(text.format("whether"))["transfer_allegations"]
    # Nobody says to whom, but the accuser.
    told = code(TOLD + "Sudan refused to say which rockets it had sold.")["transfer_allegations"]
    assert {row["nature"] for row in told} == {"alleged"}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Kigali has waved aside accusations of support for the militia.", {"RWA"}),
        ("Rwanda's army dismissed as false the claim that it helps the militia.", {"RWA"}),
        ("Rwanda's envoy disputed the finding that his country had breached the embargo.", {"RWA"}),
        ("Rwanda rejected allegations of support for a coup in Gabon.", set()),
        ("Rwanda dismissed claims that it had jailed critics.", set()),
        ("Rwanda denied breaking the truce.", set()),
        ("Kigali denies any military activity there.", {"RWA"}),
        ("Rwanda denied that it was widening its military footprint in the country.", {"RWA"}),
        ("Kigali denied any criminal activity.", set()),
        ("Kigali denied everything.", {"RWA"}),
        # Who is neutral and has given nothing.
        ("Rwanda says it favours neither side and shipped no mortars to anyone.", {"RWA"}),
        ("Rwanda's president said his country is at peace and has given no weapons to the militia.",
         {"RWA"}),
        ("Kigali said that the militia had lost and sent no envoy to the talks.", set()),
        ("Kigali said the Ugandan reports came without any proof.", {"RWA"}),
        ("Kigali would neither confirm nor dispute that mortars had gone to them.", {"RWA"}),
        ("Rwanda neither acknowledged nor denied the deliveries.", {"RWA"}),
        ("Kigali has not formally commented on the claim.", {"RWA"}),
        ("Kigali did not immediately comment.", set()),
        ("Rwanda could not confirm that its consul had been freed.", set()),
        ("Rwanda has not publicly confirmed any such visit.", set()),
    ],
)  # fmt: skip
def test_an_answer_in_words_of_its_own(code: Code, answer: str, expected: set[str]) -> None:
    told = "Uganda says Rwanda has given mortars to a militia in Congo. "
    assert {country for country, _ in answers(code, told + answer)} == expected


def test_a_claim_is_answered_in_the_comment_behind_it(code: Code) -> None:
    told = "Peruvian papers reported that Chile had shipped mortars to Bolivia, "
    assert ("BOL", "confirmed") in answers(code, told + "a charge La Paz verified as true.")
    statements = code(told + "a report Corvus dismissed as false.")["statements"]
    assert ("Corvus", "deny") in {(row["speaker"], row["act"]) for row in statements}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Ghana's army said it would not dignify that with an answer.", {("GHA", "declined")}),
        ("Ghana's envoy brushed the question aside.", {("GHA", "declined")}),
        ("Ghana's envoy dodged a question about his pay.", set()),
        ("Accra has kept quiet about the deliveries.", {("GHA", "declined")}),
        ("Accra will not be drawn on the matter.", {("GHA", "declined")}),
        ("Ghana's premier said there was no question of any shipment.", {("GHA", "denied")}),
        ("Ghana's army ruled out that its mortars had been sold.", {("GHA", "denied")}),
        ("Ghana's army ruled out that the talks would fail.", set()),
        ("A Ghanaian general let slip that the mortars had been handed over.",
         {("GHA", "confirmed")}),
    ],
)  # fmt: skip
def test_answers_in_yet_other_words(
    code: Code, answer: str, expected: set[tuple[str, str]]
) -> None:
    assert answers(code, "Togo accuses Ghana of sending mortars to Mali. " + answer) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We did sell the Malians a few mortars,” Ghana's foreign minister said.",
         {("GHA", "confirmed")}),
        ("“We did not sell the Malians any mortars,” Ghana's foreign minister said.",
         {("GHA", "denied")}),
        ("For the first time Ghana has admitted the involvement of its soldiers in Mali.",
         {("GHA", "confirmed")}),
        ("For the first time Ghana admitted that its army was weak.", set()),
    ],
)  # fmt: skip
def test_a_party_owns_up(code: Code, text: str, expected: set[tuple[str, str]]) -> None:
    told = "Togo accuses Ghana of sending mortars and soldiers to Mali. "
    assert answers(code, told + text) == expected


def test_who_calls_news_of_its_own_sale_a_plot_announces_no_sale(code: Code) -> None:
    text = "“The news about Ghana selling Mali mortars serves a plot,” Ghana's envoy said."
    (row,) = code(text)["transfer_allegations"]
    assert (row["nature"], row["claimant_country"]) == ("alleged", "")


@pytest.mark.parametrize(
    ("text", "natures", "stances"),
    [
        ("Asked whether Togo had shipped mortars to Niger, its envoy said no.", "d", "d"),
        ("“No,” Togo's envoy said when asked if Togo had shipped mortars to Niger.", "d", "d"),
        (
            "Asked if Togo had lent Niger helicopters, Togo's army chief said they had not.",
            "d",
            "d",
        ),
        ("Asked whether Togo regretted shipping mortars to Niger, its envoy said no.", "", ""),
        ("Asked whether the sale of Togo's mortars to Niger was wise, its envoy said no.", "", ""),
        ("Asked whether Togo would ship mortars to Niger, Togo's envoy said no.", "", ""),
        ("The gift of mortars by Togo to Niger, which Togo denies, has stunned Mali.", "a", "d"),
        ("Togo: We have sold no mortars to Niger", "d", "d"),
    ],
)
def test_what_is_asked_and_answered(code: Code, text: str, natures: str, stances: str) -> None:
    rows = code(text)
    assert "".join(row["nature"][0] for row in rows["transfer_allegations"]) == natures
    assert "".join(row["stance"][0] for row in rows["responses"]) == stances


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Togo accused Mali of inventing lies.", {("TGO", "denied")}),
        ("Togo said that Mali was lying.", {("TGO", "denied")}),
        ("Togo accused Mali of raiding its coast.", set()),
        ("Togo accused Chad of spreading lies.", set()),
        ("Togo said it was legal.", set()),
        ("Togo said it was not aware of the matter.", {("TGO", "declined")}),
        ("Togo's navy had no information on its budget.", set()),
        ("Togo would not say whether it had.", {("TGO", "declined")}),
        ("Niger says it bought nothing from Togo.", {("NER", "denied")}),
    ],
)
def test_retorts(code: Code, answer: str, expected: set[tuple[str, str]]) -> None:
    assert answers(code, f"Mali says Togo has shipped mortars to Niger. {answer}") == expected


def test_who_owns_up_to_what_others_claim_says_it_was_done(code: Code) -> None:
    rows = code("Mali says Togo has shipped mortars to Niger. Togo has admitted it.")
    told = {(row["claimant"], row["nature"]) for row in rows["transfer_allegations"]}
    assert told == {("Mali", "alleged"), ("Togo", "reported")}


def test_an_embassy_is_not_of_where_it_stands(code: Code) -> None:
    told = code("“Togo has sold nothing to Niger,” its embassy in Cairo said.")["statements"]
    assert [row["speaker_country"] for row in told] == ["TGO"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        # Refusals to speak of it.
        ("Niger's army does not discuss operational matters, its spokesman said.",
         {("NER", "declined")}),
        ("Niger's defence ministry wrote that it did not discuss arms exports.",
         {("NER", "declined")}),
        ("“I have nothing to share on that,” Niger's army chief said.", {("NER", "declined")}),
        ("Niger's envoy had nothing to say about the delivery.", {("NER", "declined")}),
        ("Niger's envoy did not wish to comment.", {("NER", "declined")}),
        ("Niger's premier said he would not get into intelligence matters.",
         {("NER", "declined")}),
        ("“We do not discuss fuel prices,” Niger's premier said.", set()),
        ("Niger's trade minister had nothing to say about cotton.", set()),
        ("Niger's premier said the two men did not discuss cotton.", set()),
        # Of reports about others.
        ("Niger's army would not comment on reports that Benin wants mortars too.", set()),
        ("Niger denied a story in a Paris paper that Benin had closed the port.", set()),
        # What is let stand.
        ("Niamey does not dispute that mortars were delivered.", {("NER", "confirmed")}),
        ("Niger's army chief admitted as much in April.", {("NER", "confirmed")}),
        ("Niger's army chief owned up to it in April.", {("NER", "confirmed")}),
        ("Niamey does not dispute that cotton is dear.", set()),
        ("Niger's police chief admitted as much as he knew.", set()),
        # Who gave or got nothing, and who makes fun of it.
        ("“We have sent them nothing,” Niger's premier said.", {("NER", "denied")}),
        ("“We gave them nothing to drink,” Niger's consul said.", set()),
        ("Chad's premier told a newspaper that he had received “no mortars” from Niger.",
         {("TCD", "denied")}),
        ("Niger's army mocked the report.", {("NER", "denied")}),
        ("Niger's premier rubbished that.", {("NER", "denied")}),
        ("It was a “sheer invention”, Niger's premier said.", {("NER", "denied")}),
        ("“Fairy tales,” said Niger's envoy.", {("NER", "denied")}),
        ("Niamey replied with a curt denial.", {("NER", "denied")}),
        ("Niger's envoy rejected the story about the consignments.", {("NER", "denied")}),
        ("Niger's premier scoffed at the idea of a strike.", set()),
        ("Niamey said that such treaties were not directed against anybody.", set()),
    ],
)  # fmt: skip
def test_refusals_and_denials_of_few_words(
    code: Code, answer: str, expected: set[tuple[str, str]]
) -> None:
    assert answers(code, f"Mali says Niger has shipped mortars to Chad. {answer}") == expected


def test_a_report_stands_before_whoever_rejects_it(code: Code) -> None:
    told = "Mali says Niger has shipped mortars to Chad, a report {} army dismissed as a joke."
    assert answers(code, told.format("Niger's")) == {("NER", "denied")}
    assert answers(code, told.format("Gabon's")) == set()


def test_rebels_got_not_even_a_trifle(code: Code) -> None:
    told = (
        "Mali said Niger had armed rebels. A rebel spokesman denied having received {} from Niger."
    )
    assert len(code(told.format("so much as a tyre"))["responses"]) == 1
    assert not code(told.format("a tyre"))["responses"]


def test_what_names_the_arms_is_answered_from_far_off(code: Code) -> None:
    between = "The harbour was quiet. " * 14
    told = "Mali says Niger has shipped mortars to Chad. " + between
    assert answers(code, told + "Niger's army declined to comment on the mortars.")
    assert not answers(code, told + "Niger's army declined to comment.")


def test_who_confirms_it_to_somebody_confirms_it(code: Code) -> None:
    told = (
        "Ghana's trade minister, Kwame Osei, confirmed to {} his country had sold mortars to Mali."
    )
    assert answers(code, told.format("local reporters on the train that")) == {("GHA", "confirmed")}
    cargo = "The mortars, confirmed to be Ghanaian, that Mali received were old."
    assert not code(cargo)["responses"]


def test_minutes_tell_in_capitals_who_speaks(code: Code) -> None:
    told = "Mali says Niger has shipped mortars to Chad. AMADOU SANI (Niger) denied it."
    assert answers(code, told) == {("NER", "denied")}


@pytest.mark.parametrize(
    ("text", "denying"),
    [
        (
            "Peru said that Ghana had sent mortars to Togo. Both governments deny it.",
            {"GHA", "TGO"},
        ),
        ("Peru accused Ghana of arming Togo. The two countries denied it.", {"GHA", "TGO"}),
        # Nobody has spoken for the state of which only a minister is named.
        ("Peru accused Ana Soto of Ghana of arming Togo. Both governments asked Togo why.", set()),
    ],
)
def test_both_governments_are_those_of_whom_another_tells(code, text, denying) -> None:  # type: ignore[no-untyped-def]
    assert {row["by_country"] for row in code(text)["responses"]} == denying


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Ghana did not comment on which Ghanaian mortars had been used by Mali.", set()),
        ("Ghana sold Mali mortars. Ghana would not say whether Mali had fired them.", set()),
        (
            "Togo says Ghana sold Mali mortars. Ghana would not say whether it had sold any.",
            {("GHA", "declined")},
        ),
        ("“Our soldiers are not going to fight in Mali,” Ghana's minister said.", set()),
        ("Ghana denied that its soldiers were fighting in Mali.", {("GHA", "denied")}),
        ("Togo says Ghana sold Mali mortars. Ghana has dismissed any wider claim.", set()),
        (
            "Togo says Ghana sold Mali mortars. Ghana dismissed this and other claims.",
            {("GHA", "denied")},
        ),
    ],
)
def test_what_arms_and_soldiers_are_for_is_no_matter_of_sending(
    code: Code, text: str, stances: set[tuple[str, str]]
) -> None:
    assert answers(code, text) == stances
