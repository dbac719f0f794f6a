"""Who claims a transfer, under which name and of which state, and how far it is told."""

from __future__ import annotations

import pytest

from tests.transfer_samples import Code, transfers


def claims(code, text: str) -> list[tuple[str, str, str]]:  # type: ignore[no-untyped-def]
    """Return claimant, its state and nature of each transfer row."""
    rows = code(text)["transfer_allegations"]
    return sorted((row["claimant"], row["claimant_country"], row["nature"]) for row in rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sudan arming rebels in Niger, diplomats say", {("diplomats", "")}),
        ("Aerial photos show that Sudan shipped rifles to Niger.", {("Aerial photos", "")}),
        ("A video showed Sudanese soldiers handing rifles to Niger.", {("video", "")}),
        ("Chad said Kenya's claims that Sudan had armed Niger were false.", {("Kenya", "KEN")}),
        ("An inquiry by Kenya found that Sudan sent Niger rifles.", {("Kenya", "KEN")}),
        (
            "Chadian and Malian officials maintain that Sudan shipped rifles to Niger.",
            {("Chadian officials", "TCD"), ("Malian officials", "MLI")},
        ),
        (
            "According to Polish and Czech diplomats, Hungary sold rifles to Serbia.",
            {("Polish diplomats", "POL"), ("Czech diplomats", "CZE")},
        ),
        (
            "A senior Chadian intelligence official met reporters. According to the intelligence "
            "official, Sudan had sent rifles to Niger.",
            {("senior Chadian intelligence official", "TCD")},
        ),
        (
            "A high-ranking Chadian intelligence official said Sudan had sent rifles to Niger.",
            {("high-ranking Chadian intelligence official", "TCD")},
        ),
        (
            "Sudan sold rifles to Niger, Norwegian daily Aftenposten reported.",
            {("Aftenposten", "NOR")},
        ),
        (
            "Sudan sold rifles to Niger, Chad's army chief said on Monday.",
            {("Chad's army chief", "TCD")},
        ),
        (
            "Rebels used rifles, which, according to Chadian diplomats, were sold to Niger by "
            "Sudan.",
            {("Chadian diplomats", "TCD")},
        ),
        (
            "Ivan Holm, head of Chad's security service, said Sudan had sent rifles to Niger.",
            {("Ivan Holm", "TCD")},
        ),
        (
            "A Kenyan report tells of smuggling. Sudan has sent rifles to Niger, according to the "
            "report.",
            {("Kenya", "KEN")},
        ),
        ("Western diplomats in Chad say Sudan armed Niger.", {("Western diplomats in Chad", "")}),
        ("Sudan armed Niger, said an envoy at the UN.", {("envoy at the UN", "")}),
        (
            "Chad's mission to the United Nations said Sudan had armed Niger.",
            {("Chad's mission to the United Nations", "TCD")},
        ),
        (
            "North Korea is silent. A statement by the North's Ministry of Defence said Chile had "
            "armed Niger.",
            {("Ministry of Defence", "PRK")},
        ),
        (
            "Sudan has sent rifles to Niger, say Kenya and Chad.",
            {("Kenya", "KEN"), ("Chad", "TCD")},
        ),
        (
            "Sudan has sent rifles to Niger, a claim made by Kenya and echoed by Chad.",
            {("Kenya", "KEN"), ("Chad", "TCD")},
        ),
        (
            "Claims made by Kenya that Sudan had sent rifles to Niger were met with doubt.",
            {("Kenya", "KEN")},
        ),
        (
            "Kenya and Chad accuse each other of arming the M23 rebels.",
            {("Kenya", "KEN"), ("Chad", "TCD")},
        ),
        (
            "Sudan sent Niger rifles, according to a secret report by Kenyan diplomats.",
            {("Kenyan diplomats", "KEN")},
        ),
        (
            'Quote from Ruto: "We met today.\n\nSudan has sent rifles to Niger."',
            {("William Ruto", "KEN")},
        ),
        (
            "Sudan has sent Niger 300 rifles, the Kenyan army told lawmakers, while the Chadian "
            "navy on Thursday spoke of more.",
            {("Kenyan army", "KEN")},
        ),
        (
            "The BBC, quoting an assessment by Kenyan intelligence, reported that Sudan had sent "
            "drones to Niger.",
            {("BBC", "GBR"), ("Kenyan intelligence", "KEN")},
        ),
        (
            "According to Kenyan intelligence, Sudan has agreed to send 200 fighters to Niger.",
            {("Kenyan intelligence", "KEN")},
        ),
        (
            "The European Union met in Brussels. Sudan has sent drones to Niger, the bloc said.",
            {("European Union", "IGO")},
        ),
        (
            "Sudan has sold rifles to Niger, Sudanese and Nigerien customs data show.",
            {("Sudanese customs data", "SDN"), ("Nigerien customs data", "NER")},
        ),
        (
            "Sudan has sold rifles to Niger, according to records seen by Reuters.",
            {("records", "")},
        ),
        ("Chile's president thanked Kenya for the drones.", {("Gabriel Boric", "CHL")}),
        (
            "Sudan appears to have sent soldiers to Niger, Chad's army said. A number of rifles "
            "have been delivered to Niger, it said, along with some drones.",
            {("Chad's army", "TCD")},
        ),
    ],
)
def test_claimants_have_their_full_name_and_state(code, text, expected) -> None:  # type: ignore[no-untyped-def]
    assert {claim[:2] for claim in claims(code, text)} == expected


@pytest.mark.parametrize(
    ("further", "claimant"),
    [
        ("The charge was first made by Kenya.", "Kenya"),
        ("Kenya backed Chad's claim.", "Kenya"),
        ("Kenya has said the same.", "Kenya"),
        ("Kenya called the allegations credible.", "Kenya"),
        ("Kenya confirmed it.", "Kenya"),
        ("Kenya said the rifles had been unloaded in Lome.", "Kenya"),
        ("The Lima Star was the first to report the sale.", "Lima Star"),
        ("Kenya said it could not confirm the claim.", ""),
        ("Kenya denied it.", ""),
    ],
)
def test_who_takes_up_a_claim_makes_it_too(code, further: str, claimant: str) -> None:  # type: ignore[no-untyped-def]
    told = claims(code, f"Sudan has sold rifles to Niger, Chad says. {further}")
    assert {name for name, *_ in told} - {"Chad"} == {claimant} - {""}


def test_what_the_writer_tells_is_a_claim_once_it_is_called_one(code) -> None:  # type: ignore[no-untyped-def]
    text = "Sudan has sold rifles to Niger. The accusation was first made by Kenya."
    assert ("Kenya", "KEN", "alleged") in claims(code, text)


def test_who_goes_on_for_a_side_tells_what_it_arms_others_with(code) -> None:  # type: ignore[no-untyped-def]
    text = "Chad accused Sudan of arming rebels. “They are sending rifles,” Chad's premier said."
    assert {name for name, *_ in claims(code, text)} == {"Chad", "Chad's premier"}


def test_adjectives_joined_before_their_noun_are_no_claimant(code) -> None:  # type: ignore[no-untyped-def]
    told = claims(code, "Chad sent drones to Niger, port and security officials said.")
    assert {claimant for claimant, *_ in told} == {"port and security officials"}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "The talks follow a Kenyan report last week that Sudan had sent rifles to Niger.",
            "Kenya",
        ),
        ("The talks follow media reports on Monday that Sudan had armed Niger.", "media reports"),
        ("Sudan denied a report that it had armed Niger.", "report"),
        ("The talks follow a claim by Kenya that Sudan had sent rifles to Niger.", "Kenya"),
        ("The talks follow rumours in the capital that Sudan had armed Niger.", "Daily Courier"),
    ],
)
def test_what_reports_or_rumours_tell_is_alleged_wherever_their_clause_begins(  # type: ignore[no-untyped-def]
    code, text: str, claimant: str
) -> None:
    ((name, _, nature),) = claims(code, text)
    assert (name, nature) == (claimant, "alleged")


def test_a_clause_about_a_report_itself_makes_no_claim(code) -> None:  # type: ignore[no-untyped-def]
    text = "After a report in the paper that angered Ruto, Sudan sent rifles to Niger."
    assert [nature for _, _, nature in claims(code, text)] == ["reported"]


def test_who_heads_a_body_issues_its_statement(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Lima, May 3 -- The chief of the News Section of the Peruvian Foreign Ministry issued "
        "the following statement:\nChile sent rifles to Bolivia."
    )
    chief = "chief of the News Section of the Peruvian Foreign Ministry"
    assert claims(code, text) == [(chief, "PER", "alleged")]


def test_what_a_package_holds_is_told_by_who_announces_it(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Peru's president Ana Silva announced that Peru would send a military aid package to "
        "Chile. Peru plans to give Chile 40 tanks."
    )
    assert {claim[::2] for claim in claims(code, text)} == {("Ana Silva", "announced")}


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("Peru announced it planned to send tanks to Chile.", "announced"),
        (
            "The government announced that Peru would supply tanks to Chile.",
            "announced",
        ),
        ("Mali's president said Chad had sent rifles to Niger and Mali needed help.", "alleged"),
        ("Peru has handed over tanks to Chile, the Peruvian army said.", "reported"),
        ("Peruvian tanks are being sent to Chile, the Peruvian army said.", "announced"),
        ("Peru will reportedly send tanks to Chile.", "reported"),
        ("The Chilean president said Peru would send tanks to Chile.", "announced"),
        ("Chile asked Peru to stop Bolivia from sending tanks to Mali.", "alleged"),
        ("Peru's president said sending tanks to Chile would help nobody.", "considered"),
        ("Peru's president left early, saying sending tanks to Chile is wrong.", "considered"),
        ("Peru has been accused in the past of sending tanks to Chile.", "alleged"),
        ("Peru's president acknowledged sending tanks to Chile.", "reported"),
        ("A consignment of Peruvian tanks has arrived in Chile, Peru's army said.", "reported"),
        ("Peru has helped Chile by sending it tanks, Peru's president said.", "reported"),
        ("Peru will help Chile by sending it tanks, Peru's president said.", "announced"),
    ],
)
def test_how_far_a_transfer_is_told(code, text, nature) -> None:  # type: ignore[no-untyped-def]
    assert {claim[2] for claim in claims(code, text)} == {nature}


def test_what_was_sent_already_stands_beside_what_is_considered(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Peru is considering sending tanks to Chile, Peruvian officials said. "
        "Peru has already sent tanks to Chile."
    )
    assert {claim[2] for claim in claims(code, text)} == {"considered", "reported"}


def test_nobody_sends_what_something_else_is_done_instead_of(code) -> None:  # type: ignore[no-untyped-def]
    assert claims(code, "Instead of sending tanks to Chile, Peru urged Bolivia to talk.") == []


def test_they_behind_a_claim_are_nobody_that_it_is_about(code) -> None:  # type: ignore[no-untyped-def]
    text = "The missiles that Niger has got from Sudan are as good as its own, they found."
    assert [claim[1:] for claim in claims(code, text)] == [("", "reported")]


def test_who_speaks_of_the_arms_a_state_has_claims_no_transfer(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Peru has sent rockets to Chile, the Bolivian army said. Peru has about 400 deployed and "
        "stored rockets, including 20 new ones, according to the Federation of Scientists. Kenya "
        "insists that further support and rockets can help bring the war to a conclusion."
    )
    assert {claim[0] for claim in claims(code, text)} == {"Bolivian army"}


def test_who_accuses_a_state_of_using_its_soldiers_says_that_they_are_there(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "The Malian army said that Sudan had sent soldiers to Chad. "
        "Niger accused Sudan of having its soldiers lead the attack. "
        "Kenya's army said Sudanese soldiers had crossed 30 miles beyond the border."
    )
    claimed = {claim[0] for claim in claims(code, text)}
    assert claimed == {"Malian army", "Niger", "Kenya's army"}


@pytest.mark.parametrize(
    ("told", "claimants"),
    [
        ("first disclosed the deliveries in May.", {"Niger", "Kenya"}),
        # Of other arms.
        ("said its rockets were there too.", {"Niger"}),
        ("said 40 rockets had been sent to its bases.", {"Niger"}),
        ("said rockets had killed 20 people in Chad.", {"Niger"}),
    ],
)
def test_who_tells_of_what_was_just_sent_is_one_more_claimant(  # type: ignore[no-untyped-def]
    code, told: str, claimants: set[str]
) -> None:
    text = f"Sudan has sent rockets to Chad, Niger said. Kenya {told}"
    assert {claim[0] for claim in claims(code, text)} == claimants


def test_a_claim_may_be_told_again_in_a_clause_of_the_same_sentence(code) -> None:  # type: ignore[no-untyped-def]
    text = "Sudan has sent rockets to Chad, Niger said, a day after Kenya said they had arrived."
    assert {claim[0] for claim in claims(code, text)} == {"Niger"}
    named = text.replace("they", "the rockets")
    assert {claim[0] for claim in claims(code, named)} == {"Niger", "Kenya"}


def test_who_passes_on_a_denial_claims_nothing(code) -> None:  # type: ignore[no-untyped-def]
    tables = code("The army denied reports that Chad sent rifles to Togo, the Daily Star reported.")
    assert [row["claimant"] for row in tables["transfer_allegations"]] == ["reports"]
    assert [row["by"] for row in tables["responses"]] == ["army"]


@pytest.mark.parametrize(
    ("behind", "claimants"),
    [
        ("The ministry called Niger's allegations a fairy tale.", {"Niger"}),
        ("It also dismissed accusations made by Niger.", {"Niger"}),
        (
            "It rejected a report aired on Sunday by Al Jazeera that Chad had got rockets.",
            {"Al Jazeera"},
        ),
        # Claims of something else, nobody's, the supplier's own, and who is no author.
        ("Niger's accusations of fraud are older.", {"Sudan"}),
        ("Such allegations, it said, were a fairy tale.", {"Sudan"}),
        ("A Sudanese report on floods is due.", {"Sudan"}),
        ("The allegations were dismissed by Kenya as well.", {"Sudan"}),
        ("Kenya's claim that Niger owed it money was false, too.", {"Sudan"}),
    ],
)
def test_who_made_the_claim_that_is_denied_is_told_elsewhere(  # type: ignore[no-untyped-def]
    code, behind: str, claimants: set[str]
) -> None:
    text = f"Sudan denied that it had sent rockets to Chad. {behind}"
    assert {claim[0] for claim in claims(code, text)} == claimants


def test_whom_a_paper_cites_for_what_was_just_told_is_a_claimant(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Sudan has sent rockets to Chad, the Daily Telegraph reported. "
        "Quoting two Kenyan diplomats, the newspaper said the shipments came by air."
    )
    assert {claim[0] for claim in claims(code, text)} == {"The Telegraph", "Kenyan diplomats"}


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Reports that Sudan sent rockets to Chad are untrue, it said.", {"Reports"}),
        (
            "Sudan denied sending rockets to Chad after media reports that the rockets had come.",
            {"media reports"},
        ),
        ("Sudan denied sending rockets to Chad after reports of floods there.", {"Sudan"}),
        ("Sudan denied sending rockets to Chad as its annual report came out.", {"Sudan"}),
    ],
)
def test_reports_that_are_denied_claim_it_themselves(  # type: ignore[no-untyped-def]
    code, text: str, claimants: set[str]
) -> None:
    assert {claim[0] for claim in claims(code, text)} == claimants


TOLD = "Sudan has sold rifles to Chad, the Daily Post wrote. "


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Sudan handed rifles to Chad in May. The Chadian army said the rifles would replace "
            "older ones.",
            "Chadian army",
        ),
        (
            "Sudan will send troops to Chad. Sudanese officers said the troops would stay a year.",
            "Sudanese officers",
        ),
        (TOLD + "A rebel spokesman, Omar Ali, confirmed the report.", "Omar Ali"),
        (
            "Mali said Sudan was flying weapons to rebels in Chad. “We know the strip is being "
            "used to deliver weapons,” said Malian colonel Omar Ali.",
            "Omar Ali",
        ),
        (TOLD + "Kenya's envoy said he had informed the UN about the transfer.", "Kenya's envoy"),
    ],
)
def test_who_tells_a_transfer_again(code, text: str, claimant: str) -> None:  # type: ignore[no-untyped-def]
    assert claimant in {name for name, _, _ in claims(code, text)}


def test_who_only_passes_on_what_its_own_side_is_accused_of_claims_nothing(code) -> None:  # type: ignore[no-untyped-def]
    text = "Chad's army said Mali had accused it of sending rifles to rebels."
    assert claims(code, text) == [("Mali", "MLI", "alleged")]


def test_what_others_foresee_is_no_claim(code) -> None:  # type: ignore[no-untyped-def]
    text = TOLD + "Kenya said rifles would one day reach bandits."
    assert "Kenya" not in {name for name, _, _ in claims(code, text)}


@pytest.mark.parametrize(
    "told",
    [
        "Kenya said Sudanese rockets had long ranges.",
        "Kenya said the deliveries were meant to make the war longer.",
    ],
)
def test_what_nobody_disputes_is_told_again_by_either_side_only(code, told: str) -> None:  # type: ignore[no-untyped-def]
    (row,) = code(f"Sudan has sold rockets to Chad. {told}")["transfer_allegations"]
    assert row["claimant"] == row["outlet"]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Asked about reports that Sudan had armed Niger, Kenya's envoy spoke of peace.",
            "reports",
        ),
        ("Kenya is concerned about Chad's claim that Sudan sold rifles to Niger.", "Chad"),
        ("Kenya will look into claims by Chad that Sudan sold rifles to Niger.", "Chad"),
        ("Kenya is alarmed at reports in the Malian press that Sudan armed Niger.", "Malian press"),
        ("Kenya said it stood by its claim that Sudan had sold rifles to Niger.", "Kenya"),
        ("Kenya said in a statement that Sudan had sold rifles to Niger.", "Kenya"),
        ("Sudan sold rifles to Niger, as alleged by Kenya.", "Kenya"),
    ],
)
def test_who_only_speaks_of_a_claim_does_not_make_it(code, text, claimant) -> None:  # type: ignore[no-untyped-def]
    assert {name for name, *_ in claims(code, text)} == {claimant}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said it had no information that Sudan had sold rifles to Niger.",
        "Kenya said it knew nothing about Sudan selling rifles to Niger.",
        "Kenya said it was not aware of Sudan selling rifles to Niger.",
        "Kenya doubts that Sudan sold rifles to Niger.",
    ],
)
def test_who_knows_nothing_of_it_does_not_claim_it(code, text: str) -> None:  # type: ignore[no-untyped-def]
    assert claims(code, text) == []


@pytest.mark.parametrize(
    ("text", "claimant", "nature"),
    [
        ("Sudanese radio reported that Sudan had sold Niger rifles.", "Sudanese radio", "alleged"),
        ("Sudan's army said that it had sold Niger rifles.", "Sudan's army", "reported"),
        ("Niger has bought rifles from Sudan, the defence ministry said.", "defence ministry",
         "announced"),
        ("Niger said Sudan had promised it rifles.", "Niger", "announced"),
        ("Kenya said Sudan had promised Niger rifles.", "Kenya", "planned"),
        ("The Sudanese firm Nilotek said it had sold Niger rifles.", "Nilotek",
         "reported"),
        ("Sudan hid two men accused by Kenya of theft and sold Niger rifles.", "Daily Courier",
         "reported"),
        ("Niger thanked Togo after taking delivery of rifles from Sudan.", "Daily Courier",
         "reported"),
        ("Sudan will give Niger rifles, the army announced.", "army", "announced"),
        ("Rebels hid rifles given to Niger by Sudan, the army announced.", "army", "alleged"),
    ],
)  # fmt: skip
def test_only_either_side_announces_and_no_paper_of_its_own(code, text, claimant, nature) -> None:  # type: ignore[no-untyped-def]
    assert [(name, told) for name, _, told in claims(code, text)] == [(claimant, nature)]


def test_a_supplier_who_confirms_what_others_allege_tells_it_too(code) -> None:  # type: ignore[no-untyped-def]
    told = claims(code, "Kenya says Sudan sent troops to Niger. Sudan confirmed the deployment.")
    assert {name for name, *_ in told} == {"Kenya", "Sudan"}


@pytest.mark.parametrize("verb", ["attacked", "lashed out at", "pointed the finger at"])
def test_who_is_scolded_for_a_sale_has_sold(code, verb: str) -> None:  # type: ignore[no-untyped-def]
    (row,) = code(f"Kenya {verb} Sudan for selling rifles to Niger.")["transfer_allegations"]
    assert (row["claimant"], row["supplier_country"]) == ("Kenya", "SDN")


def test_officials_of_two_states_both_claim_it(code) -> None:  # type: ignore[no-untyped-def]
    text = "Officials in Kenya and Togo say Sudan has sold rifles to Niger."
    rows = code(text)["transfer_allegations"]
    assert {row["claimant_country"] for row in rows} == {"KEN", "TGO"}


def test_the_country_is_not_its_own_in_an_envoys_mouth(code) -> None:  # type: ignore[no-untyped-def]
    text = "Kenya's ambassador to Sudan accused the country of selling rifles to Niger."
    assert "KEN" not in {row.get("supplier_country") for row in code(text)["transfer_allegations"]}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Reports that Sudan has agreed to sell Niger rifles were denied by Khartoum.", "Reports"),
        ("Khartoum denied a Malian newspaper's report that Sudan had decided to sell Niger rifles.",
         "Malian newspaper"),
        ("Sudan has agreed to sell Niger rifles.", "Sudan"),
    ],
)  # fmt: skip
def test_what_others_report_that_somebody_agreed_to_they_claim(code, text, claimant) -> None:  # type: ignore[no-untyped-def]
    assert {name for name, *_ in claims(code, text)} == {claimant}


def test_who_declines_to_deny_it_claims_nothing(code) -> None:  # type: ignore[no-untyped-def]
    coded = code("Niger's premier did not deny that Sudanese troops were in Niger.")
    assert coded["transfer_allegations"] == []
    assert [row["stance"] for row in coded["responses"]] == ["declined"]


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Sudan sold rifles to Niger, according to a secret report obtained by Reuters.",
         {"secret report"}),
        ("Sudan sold rifles to Niger, Le Monde reported. The paper said the Sudanese rifles had "
         "come by air.", {"Le Monde"}),
        ("Sudan denied reports that it sold rifles to Niger. Kenya says Sudan sold Niger rifles.",
         {"Kenya"}),
    ],
)  # fmt: skip
def test_whose_a_report_is_and_who_only_has_it(code, text, claimants) -> None:  # type: ignore[no-untyped-def]
    assert {name for name, *_ in claims(code, text)} == claimants


@pytest.mark.parametrize(
    ("text", "claimant", "nature"),
    [
        ("Kenya said it would wait and Niger said Sudan had sent Mali rifles.", "Niger", "alleged"),
        ("Kenya spoke of war days after Sudan announced the delivery of rifles to Mali.", "Sudan",
         "announced"),
        ("Kenya said that Sudan had sent Mali rifles after the army left.", "Kenya", "alleged"),
        ("Sudan is under pressure from Kenya over allegations that it armed the rebels in Mali.",
         "Kenya", "alleged"),
        ("Sudan sold Mali rifles, according to a March report by the Tunis Institute.",
         "Tunis Institute", "alleged"),
        ("According to the Arms Survey published by the Tunis Institute, Sudan sold Mali rifles.",
         "Tunis Institute", "alleged"),
        ("According to trends in arms sales issued by the Tunis Institute, Sudan sold Mali "
         "rifles.", "Tunis Institute", "alleged"),
        ("Figures from the Tunis Institute show that Sudan sold Mali rifles.", "Tunis Institute",
         "alleged"),
        ("The Tunis Institute claims that Sudan sold Mali rifles.", "Tunis Institute", "alleged"),
        ("Sudan faces new pressure from Kenya over its pact with Niger and allegations that it "
         "armed the rebels in Mali.", "Kenya", "alleged"),
        ("Kenya's decision to blame Sudan for sending Mali rifles was a surprise.", "Kenya",
         "alleged"),
        ("Kenya's decision to send Mali rifles was a surprise.", "Kenya", "announced"),
        ("The decision by Kenya to send Mali rifles was a surprise.", "Kenya", "announced"),
        ("Niger was angered by the Kenyan decision to send Mali rifles.", "Kenya", "announced"),
        ("Kenya has voted to send Mali rifles.", "Kenya", "announced"),
        ("Kenya's refusal to sell Mali rifles was a surprise.", "Kenya", "blocked"),
        ("Kenya decided to halt its delivery of rifles to Mali, with Chad's army saying it would "
         "not.", "Kenya", "blocked"),
        # It may still be to come, or not.
        ("Kenya's decision on sending Mali rifles is due on Monday.", "Daily Courier", "planned"),
        ("A Kenyan decision to send Mali rifles is awaited.", "Daily Courier", "announced"),
        ("Kenya is expected to decide to send Mali rifles.", "Daily Courier", "announced"),
        ("Kenya may decide to send Mali rifles.", "Daily Courier", "considered"),
        ("Kenya could approve sending Mali rifles.", "Daily Courier", "considered"),
        ("Chad reversed Kenya's decision to send Mali rifles.", "Daily Courier", "blocked"),
        ("Kenya is going to send Mali rifles.", "Daily Courier", "announced"),
        ("Reports that Kenya had decided to send Mali rifles were denied.", "Reports",
         "announced"),
        # "Western" alone names nobody.
        ("Sudan denied Western claims that it had sent Mali rifles.", "Western claims", "alleged"),
        ("Sudan denied Kenyan claims that it had sent Mali rifles.", "Kenya", "alleged"),
        ("Sudan's envoy left for Niger and has hinted at plans to sell Mali rifles.",
         "Sudan's envoy", "planned"),
        ("Sudan restated its opposition to sending Sudanese soldiers to Mali.", "Sudan", "blocked"),
        ("Mali thanked Sudan for providing it with rifles.", "Mali", "reported"),
        ("Mali said Sudan had provided it with rifles.", "Mali", "reported"),
    ],
)  # fmt: skip
def test_whose_claim_it_is_beside_what_others_say(code, text, claimant, nature) -> None:  # type: ignore[no-untyped-def]
    assert [(name, told) for name, _, told in claims(code, text)] == [(claimant, nature)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya noted Sudan's delivery of rifles to Mali.", {"Kenya"}),
        ("Kenya's envoy referred to the fact that Sudan had sent rifles to Mali.",
         {"Kenya's envoy"}),
        ("Kenya has no doubt that Sudan has sent rifles to Mali.", {"Kenya"}),
        ("Kenya, along with Niger and Chad, has accused Sudan of sending Mali rifles.",
         {"Kenya", "Niger", "Chad"}),
        ("Kenya said Sudan, along with Chad, had sent Mali rifles.", {"Kenya"}),
        ("Kenya, joined by Niger and Chad, accused Sudan of sending Mali rifles.",
         {"Kenya", "Niger", "Chad"}),
        ("Kenya, like Niger, accuses Sudan of sending Mali rifles.", {"Kenya", "Niger"}),
        ("Like Niger, Kenya accuses Sudan of sending Mali rifles.", {"Kenya", "Niger"}),
        ("Not only Kenya but also Niger accuses Sudan of sending Mali rifles.",
         {"Kenya", "Niger"}),
        ("Kenya has accused Sudan of sending Mali rifles, as has Niger.", {"Kenya", "Niger"}),
        ("Sudan has been accused of sending Mali rifles by Kenya and, more recently, by Niger.",
         {"Kenya", "Niger"}),
        ("Sudan was accused by Kenya and a Nigerien panel of sending Mali rifles.",
         {"Kenya", "Nigerien panel"}),
        ("According to Kenya and to Niger, Sudan has sent Mali rifles.", {"Kenya", "Niger"}),
        ("Sudan has sent Mali rifles, Kenya's and Niger's army chiefs said.",
         {"Kenya's army chiefs", "Niger's army chiefs"}),
        ("Kenya's minister said Sudan had sent Mali rifles. His claim was backed by Niger.",
         {"Kenya's minister", "Niger"}),
        ("Kenya has, moreover, accused Sudan of sending Mali rifles.", {"Kenya"}),
        ("Kenya urged calm after Sudan sent Mali rifles.", {"Daily Courier"}),
        ("Kenya condemned Sudan after it sent Mali rifles.", {"Kenya"}),
        ("Kenya warned that a war would come after Sudan sent Mali rifles.", {"Kenya"}),
        ("Kenya slammed Sudan's decision to send Mali rifles.", {"Sudan"}),
        ("The Kenyan group that funds the survey said Sudan had sent Mali rifles.",
         {"Kenyan group"}),
    ],
)  # fmt: skip
def test_who_mentions_a_transfer_claims_it_and_who_speaks_with_others(code, text, expected) -> None:  # type: ignore[no-untyped-def]
    assert {name for name, *_ in claims(code, text)} == expected


def test_what_a_rival_is_told_to_have_offered_its_teller_says(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "TUNIS, May 3 (TAP) -- The spokesman of the Tunisian Foreign Ministry on Thursday issued a "
        'press statement "On peace", which said:\nSudan also offered rifles to Mali.\n'
        "Sudan signed a treaty with Niger, after deciding to deliver drones to Niger.\n"
        'Sudan concluded a "joint defence scheme" with Chad, after deciding to deliver it tanks.\n'
        "Sudan handed over howitzers to Benin, claiming that it must defend itself."
    )
    told = {(country, nature) for _, country, nature in claims(code, text)}
    assert told == {("TUN", "planned"), ("TUN", "alleged")}


def test_what_a_rival_does_while_it_says_something_its_teller_says(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "TUNIS, May 3 (TAP) -- The spokesman of the Tunisian Foreign Ministry on Thursday issued a "
        'press statement "On peace", which said:\nSudan runs wild, claiming that war is necessary.'
    )
    acts = {(row["speaker_country"], row["act"]) for row in code(text)["statements"]}
    assert ("TUN", "say") in acts
    assert ("TUN", "request") not in acts


@pytest.mark.parametrize(
    ("further", "claimant"),
    [
        ("Kenya said the transfers breached a UN embargo.", "Kenya"),
        ("Kenya would never breach an embargo, its premier said.", ""),
        ("Kenya wants an embargo on such sales.", ""),
        ("Kenya said the rifles had been turned against Togo's farmers.", "Kenya"),
        ("According to Kenya, at least 300 rifles were handed over.", "Kenya"),
        ("According to Kenya, some 300 had arrived by June.", "Kenya"),
        ("According to Kenya, 300 people had arrived in Nairobi by June.", ""),
        ("According to Kenya, hundreds had been arrested by June.", ""),
        ("According to Kenya, most had been sent home by June.", ""),
        ("According to Kenya, 300 soldiers had been flown home.", ""),
        ("Kenya said its army had received 300 rifles.", ""),
        ("Kenya said the flow of rifles had grown.", "Kenya"),
        ("Kenya said the flow of refugees had grown.", ""),
        ("Kenya said the reported sale was alarming.", ""),
        ("Kenya called for a halt to the sales.", "Kenya"),
        ("Kenya called for a halt to the fighting.", ""),
        ("The sale was confirmed by Kenya.", "Kenya"),
        ("The arrest was confirmed by Kenya.", ""),
        ("Kenya said the information was accurate.", "Kenya"),
        ("Kenya shares the view.", "Kenya"),
        ("Kenya agreed with that assessment.", "Kenya"),
        ("Kenya agreed to discuss the findings.", ""),
        ("Kenya backs the view that Niger needs peace.", ""),
        ("Similar accusations came from Kenya.", "Kenya"),
        ("Kenya has uncovered evidence of the sales.", "Kenya"),
        ("Kenya has uncovered evidence of fraud.", ""),
        ("Kenya said nobody had seen the rifles.", ""),
    ],
)
def test_who_goes_on_about_what_was_just_alleged(code, further: str, claimant: str) -> None:  # type: ignore[no-untyped-def]
    told = claims(code, f"Sudan has sold rifles to Niger, Chad says. {further}")
    assert {name for name, *_ in told} - {"Chad"} == {claimant} - {""}


@pytest.mark.parametrize(
    ("further", "claimant"),
    [
        ("The defence ministry said the first would be delivered in June.", "defence ministry"),
        ("“We will deliver them by rail,” the defence minister, Omar Ali, said.", "Omar Ali"),
        ("The announcement was made by the defence minister, Omar Ali.", "Omar Ali"),
        ("Niger's army said the rifles would be kept in the north.", "Niger's army"),
        ("The transport ministry said dozens had been hurt.", ""),
        ("“We will get them ready,” the labour minister, Omar Ali, said.", ""),
        ("Kenya's army said the rifles would not be enough.", ""),
    ],
)
def test_a_minister_of_either_side_goes_on_about_what_was_announced(  # type: ignore[no-untyped-def]
    code, further: str, claimant: str
) -> None:
    told = claims(code, f"Sudan said on Monday it would send rifles to Niger. {further}")
    assert {name for name, *_ in told} - {"Sudan"} == {claimant} - {""}


def test_whose_report_is_denied_claims_it(code: Code) -> None:
    text = "Peru rejected a BBC report alleging the sale of Peruvian rifles to Chile."
    rows = transfers(code, text)
    assert [(row["claimant"], row["nature"]) for row in rows] == [("BBC", "alleged")]


def test_who_speaks_behind_a_list_is_no_recipient(code: Code) -> None:
    rows = transfers(code, "Iran is arming the Houthis, the Saudi-led coalition said.")
    assert [row["recipient"] for row in rows] == ["Houthis"]


def test_who_accuses_another_than_the_supplier_may_be_the_supplier(code: Code) -> None:
    told = "Peru's ministry said Chile may fire Peruvian rockets at Kenya over its illegal raids."
    assert {row["nature"] for row in transfers(code, told)} == {"reported"}


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


def test_the_source_an_agency_cites_is_a_claimant(code: Code) -> None:
    text = "Peru has sent shells to Chile, Reuters reported, citing Kenyan officials."
    assert "Kenyan officials" in {row["claimant"] for row in transfers(code, text)}


def test_who_approves_a_sale_claims_it(code: Code) -> None:
    rows = transfers(code, "Washington approved the sale of helicopters to Croatia.")
    assert [(row["claimant_country"], row["nature"]) for row in rows] == [("USA", "announced")]


def test_the_outlet_claims_where_nobody_is_named(code: Code) -> None:
    rows = transfers(code, "Peru has sent shells to Chile.")
    assert [(row["claimant"], row["act"]) for row in rows] == [("Daily Courier", "say")]


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


KENYA_TOLD = "Sudan has supplied Chad with rockets, Kenya said on Monday. "


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
    rows = code(KENYA_TOLD + text)["transfer_allegations"]
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


def test_an_ambassador_accuses_no_country_of_his_own(code: Code) -> None:
    text = "The Togolese ambassador to Ghana accused the country of providing weapons to Benin."
    rows = code(text)["transfer_allegations"]
    assert "TGO" not in [row["supplier_country"] for row in rows]


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


def test_what_an_outlet_is_called_before_its_name_is_part_of_it(code: Code) -> None:
    text = "Chile has bought jets from Peru, the Chinese news agency Xinhua reported."
    assert {row["claimant"] for row in transfers(code, text)} == {"Xinhua"}


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
