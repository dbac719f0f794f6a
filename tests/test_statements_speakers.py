"""Who makes a statement: speakers, those who go on, papers and bodies that speak."""

from __future__ import annotations

import pytest

from analysis.pipeline import code_article
from analysis.reading import Article
from tests.statement_samples import acts, said


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


def test_what_a_statement_says_of_its_issuer_is_said_by_the_issuer(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("The Kenyan army issued a statement saying it denies the charges.")["statements"]
    denials = [row["speaker"] for row in rows if row["act"] == "deny"]
    assert denials == [rows[0]["speaker"]] == ["Kenyan army"]


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


def test_who_reports_goes_on_after_the_clause_that_is_reported(code) -> None:  # type: ignore[no-untyped-def]
    text = "The Peruvian president said Chile would wait, and called for calm."
    assert ("PER", "request") in [row[:2] for row in acts(code, text)]


def test_a_resolution_that_condemns_speaks_for_its_body(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru voted against a UN General Assembly resolution condemning Chile."
    assert ("IGO", "accuse", "CHL") in acts(code, text)


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


def test_she_is_nobody_with_a_mans_name(code) -> None:  # type: ignore[no-untyped-def]
    text = "Anna Silva met Peter Holm in Lima. Peter Holm greeted the press. She said it was late."
    assert said(code, text) == [("Anna Silva", "say")]


def test_it_goes_on_for_a_body_that_spoke_last(code) -> None:  # type: ignore[no-untyped-def]
    text = "The company denied the report. It said the trucks had left."
    assert said(code, text) == [("company", "deny"), ("company", "say")]


def test_an_object_and_the_next_subject_do_not_speak_together(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru announced the start of a raid, and Ana Silva has said it would last."
    assert "start of a raid" not in dict(said(code, text))


def test_an_agency_in_a_dateline_is_no_they(code) -> None:  # type: ignore[no-untyped-def]
    text = "LIMA (Reuters) - Farmers say it is late as they welcome the minister."
    assert "Reuters" not in dict(said(code, text))


def test_she_is_not_several(code) -> None:  # type: ignore[no-untyped-def]
    text = "Analysts said the road was open. “It is late,” she said."
    assert said(code, text) == [("Analysts", "assess")]


def test_everybody_in_a_list_speaks(code) -> None:  # type: ignore[no-untyped-def]
    text = "The road is open, according to the OECD, Peru and Chile."
    assert {name for name, _ in said(code, text)} >= {"Peru", "Chile"}


def test_who_is_named_among_those_who_speak_speaks(code) -> None:  # type: ignore[no-untyped-def]
    text = "Officials, including Peruvian President Ana Silva, denied it."
    assert ("Ana Silva", "deny") in said(code, text)


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


def test_whoever_speaks_may_have_an_article_before_a_colon(code) -> None:  # type: ignore[no-untyped-def]
    text = "A spokesman for Peru’s army: “Chile must return the ship.”"
    assert acts(code, text) == [("PER", "request", "CHL")]


def test_it_goes_on_for_no_man(code) -> None:  # type: ignore[no-untyped-def]
    text = "“I sell tyres,” Ivan Holm said. He denied it. A flight, it says, carried rockets."
    assert [row["speaker"] for row in code(text)["statements"]][2:] in ([], [""])


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
    ("told", "act"),
    [
        ("The convoy crossed a ford at dusk", "say"),
        ("The convoy had crossed a ford at dusk", "say"),
        ("The convoy appeared lost", "assess"),
        ("The convoy spent the night in a gorge", "say"),
        ("The convoy is short of men", "assess"),
        # Deeds done by now, how many there are, and what one saw oneself.
        ("The trucks have been sold to a farm", "say"),
        ("The trucks have been weakened by rust", "assess"),
        ("The garrison has lost its nerve", "assess"),
        ("The garrison has bought trucks because it is lazy", "assess"),
        ("The garrison has 70 trucks", "say"),
        ("The garrison has two ways out", "assess"),
        ("The gate was reopened at noon", "say"),
        ("The gate was designed to scare", "assess"),
        ("The garrison had never crossed the ford", "say"),
        ("“I was at the ford in 1998”", "say"),
        ("“We’ve bought nine boats”", "say"),
        ("“I was amazed by the ford”", "assess"),
        ("The flood strengthened the garrison", "assess"),
    ],
)
def test_a_scholar_who_only_tells_what_happened_judges_nothing(code, told, act) -> None:  # type: ignore[no-untyped-def]
    text = f"{told}, said Ana Rey, an analyst at the Lima Institute."
    assert said(code, text) == [("Ana Rey", act)]


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


def test_he_is_whoever_says_he_does_it(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Ivan Blake said the road was open. Rep. Dutch Wexham, a retired pilot, liked it, saying"
        " he agrees that others should pay."
    )
    speakers = [row["speaker"] for row in code(text)["statements"]]
    assert speakers == ["Ivan Blake", "Rep. Dutch Wexham"]


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


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Chile as well as Peru condemned the raid.", ["Chile", "Peru"]),
        ("Chile and, somewhat later, Peru condemned the raid.", ["Chile", "Peru"]),
        ("Chile, Ghana and – more recently – Peru condemned the raid.", ["Chile", "Ghana", "Peru"]),
        ("Ann Rey and her aide, Tim Poe, condemned the raid.", ["Ann Rey", "Tim Poe"]),
        ("Chile and its old ally, Tim Poe, condemned the raid.", ["Chile", "Tim Poe"]),
        (
            "The raid is over, said Ann Rey, a lawmaker, and Tim Poe, her aide.",
            ["Ann Rey", "Tim Poe"],
        ),
        # One person, or another clause begins.
        ("Maths expert and former Ghanaian officer, Tim Poe, condemned the raid.", ["Tim Poe"]),
        ("Chile's premier and defence minister, Tim Poe, condemned the raid.", ["Tim Poe"]),
        ("Chile sent tanks to Ghana and, in May, Peru condemned the raid.", ["Peru"]),
        ("The envoy left Ghana and his old ally, Tim Poe, condemned the raid.", ["Tim Poe"]),
        ("The raid is over, said Ann Rey, a lawmaker, and Tim Poe left.", ["Ann Rey"]),
        ("The raid is over, said Ann Rey, a lawmaker, and her aides left.", ["Ann Rey"]),
    ],
)
def test_the_second_of_those_who_speak_is_heard(code, text, speakers) -> None:  # type: ignore[no-untyped-def]
    assert [row["speaker"] for row in code(text)["statements"]] == speakers
