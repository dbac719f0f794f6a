"""What is a statement, and which act it is: by its verb and by what is said."""

from __future__ import annotations

import pytest

from tests.statement_samples import acts, said


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


def test_what_is_condemned_and_mocked_by_somebody_is_so_by_them(code) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, "The raid was condemned and denounced by Peru.") == [("PER", "accuse", "")]


def test_who_should_say_so_has_not(code) -> None:  # type: ignore[no-untyped-def]
    assert said(code, "Peru demanded Sunday that Chile apologise.") == [("Peru", "request")]
    assert said(code, "Miners proposed that the mayor deny it.") == [("Miners", "say")]


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
        ("The Peruvian president said it would take a decade to mend the dam.", "say"),
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


def test_who_denied_that_something_is_so_warns_as_well(code) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, "Peru’s president denied that his country had lost and warned Chile.")
    assert ("PER", "warn", "CHL") in found


def test_whoever_passes_on_what_another_does_in_speech_only_says_so(code) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, "Peru warned Chile that it must leave, a Malian diplomat said.")
    assert found == [("PER", "warn", "CHL"), ("MLI", "say", "PER")]


def test_what_is_denied_nobody_has_threatened(code) -> None:  # type: ignore[no-untyped-def]
    found = acts(code, "Peru denied Chile's claims that the Peruvian army had threatened to shoot.")
    assert [act for _, act, _ in found] == ["deny", "say"]


def test_nobody_accuses_where_one_is_only_said_to_be_accused(code) -> None:  # type: ignore[no-untyped-def]
    assert not acts(code, "Peru’s president, once a general, was sought, accused of spying.")


def test_what_a_source_says_is_the_clause_before_it(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru said Chile must leave, and ten soldiers died, according to Bolivia."
    assert [row[:2] for row in acts(code, text)] == [("PER", "request"), ("BOL", "say")]


def test_no_speech_act_where_it_is_only_wanted_or_avoided(code) -> None:  # type: ignore[no-untyped-def]
    assert not acts(code, "Peru has avoided condemning Chile.")
    assert not acts(code, "Peru has not said whom it blames for the raid.")
    assert not acts(code, "Peru has the power to act on a plot that threatens Chile.")
    assert not acts(code, "Peru lost a vote condemning Chile.")
    found = acts(code, "Peru asked Chile to leave the islands and acknowledge the border.")
    assert [act for _, act, _ in found] == ["request"]


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


def test_a_question_asks_nobody_to_act(code) -> None:  # type: ignore[no-untyped-def]
    assert acts(code, "The Peruvian minister asked Chile's envoy why he left.")[0][1] == "say"
    assert acts(code, "“Why did Chile leave?” the Peruvian minister asked in Lima.")[0][1] == "say"


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


def test_a_question_promises_nothing(code) -> None:  # type: ignore[no-untyped-def]
    text = "“How are we going to send the aid?” the Peruvian president said."
    assert [act for _, act, _ in acts(code, text)] == ["say"]


def test_a_warning_that_is_only_expected_is_not_given(code) -> None:  # type: ignore[no-untyped-def]
    text = "The Peruvian president is expected to give a stern warning when he meets the press."
    assert not acts(code, text)


def test_what_a_dash_adds_is_not_said(code) -> None:  # type: ignore[no-untyped-def]
    text = "The road is open, Peru says - a claim Chile calls “nonsense”."
    assert ("Peru", "say") in said(code, text)


def test_an_act_and_the_words_that_do_it_again_are_one_row(code) -> None:  # type: ignore[no-untyped-def]
    rows = acts(code, "Peru called on Chile to leave the island, saying the raids must stop.")
    assert rows == [("PER", "request", "CHL")]


def test_whoever_contradicts_ends_what_is_said(code) -> None:  # type: ignore[no-untyped-def]
    text = "Kenya said that Chad sent rifles to Mali, but Chad called it a lie."
    assert said(code, text) == [("Kenya", "say"), ("Chad", "deny")]


def test_what_ones_own_government_does_one_does(code) -> None:  # type: ignore[no-untyped-def]
    text = "The Peruvian president said his government rejects the accusations by Chile."
    row = next(row for row in code(text)["statements"] if row["act"] == "deny")
    assert row["speaker_id"] != ""


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
    ("said", "act"),
    [("its men had left", "say"), ("it would leave", "promise")],
)
def test_what_is_so_already_is_no_promise(code, said, act) -> None:  # type: ignore[no-untyped-def]
    assert ("PER", act) in [row[:2] for row in acts(code, f"Peru assured Chile that {said}.")]


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


def test_support_that_is_confirmed_is_promised(code) -> None:  # type: ignore[no-untyped-def]
    text = "“We confirm our support for Chile's efforts,” the Peruvian foreign ministry said."
    rows = acts(code, text)
    assert ("PER", "promise", "CHL") in rows
    assert "confirm" not in {row[1] for row in rows}


def test_what_an_article_adds_is_not_said(code) -> None:  # type: ignore[no-untyped-def]
    text = "Peru's foreign ministry said the offer stood, though there was no sign of an answer."
    assert acts(code, text)[0][:2] == ("PER", "say")


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


@pytest.mark.parametrize("words", ["thank you", "it was a good step", "it was grateful"])
def test_a_text_may_end_in_praise(code, words: str) -> None:  # type: ignore[no-untyped-def]
    rows = code(f"Peru said {words}")["statements"]
    assert {row["speaker"] for row in rows} == {"Peru"}


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


def test_who_mourns_blames_nobody(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("Togo said it was deeply saddened by the loss of life in Lima.")["statements"]
    assert [row["act"] for row in rows] == ["say"]


def test_at_once_opens_no_clause(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("Togo urged Peru to pay at once and warned that banks would fail.")["statements"]
    assert [row["act"] for row in rows] == ["request", "warn"]
