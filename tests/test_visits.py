"""Who went where: visitors, destinations, status and kind, on invented journeys."""

from __future__ import annotations

import pytest

from tests.visit_samples import EIDE, EIDE_IN_GHANA, MACRON, QUIET, RUTO, SCHOLZ, journeys

RUTO_ABROAD = [("William Ruto", "BEN"), ("William Ruto", "NOR")]


MACRON_AND_RUTO = [("Emmanuel Macron", "NOR"), ("William Ruto", "NOR")]


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            f"{MACRON} and {SCHOLZ} flew to Nairobi on Monday.",
            [("Emmanuel Macron", "KEN"), ("Olaf Scholz", "KEN")],
        ),
        (f"{MACRON} met {SCHOLZ} in Berlin on Monday.", [("Emmanuel Macron", "DEU")]),
        (
            f"{MACRON} met {SCHOLZ} in Nairobi on Monday.",
            [("Emmanuel Macron", "KEN"), ("Olaf Scholz", "KEN")],
        ),
        (
            f"{EIDE} will visit Kenya, Ghana and Morocco next week.",
            [("Espen Barth Eide", "GHA"), ("Espen Barth Eide", "KEN"), ("Espen Barth Eide", "MAR")],
        ),
        (
            f"A delegation led by {EIDE} arrived in Accra on Monday.",
            [("Espen Barth Eide", "GHA")],
        ),
        (
            "Speaking in Accra on Monday, Norway's Espen Barth Eide said the mine would open.",
            [("Espen Barth Eide", "GHA")],
        ),
        (
            f"{EIDE} arrived in Accra on Monday. {RUTO} flew in hours later.",
            [("Espen Barth Eide", "GHA"), ("William Ruto", "GHA")],
        ),
        (
            f"{EIDE} flew to Accra on Monday for a regional summit. {RUTO} also attended.",
            [("Espen Barth Eide", "GHA"), ("William Ruto", "GHA")],
        ),
        (
            "The first French president to visit Accra was Emmanuel Macron in 2017.",
            [("Emmanuel Macron", "GHA")],
        ),
        (
            f"{EIDE} was in Accra and Rabat on Monday.",
            [("Espen Barth Eide", "GHA"), ("Espen Barth Eide", "MAR")],
        ),
        (
            f"{RUTO} had talks with {EIDE}, who is on a visit to Kenya.",
            [("Espen Barth Eide", "KEN")],
        ),
        (
            f"{RUTO} received Espen Barth Eide, foreign minister of Norway, on Monday.",
            [("Espen Barth Eide", "KEN")],
        ),
        (
            f"The presidents, Alassane Ouattara of Ivory Coast, {RUTO} and Nana Akufo-Addo of "
            "Ghana, flew into Oslo on Monday.",
            [
                ("Alassane Ouattara", "NOR"),
                ("Nana Akufo-Addo", "NOR"),
                ("William Ruto", "NOR"),
            ],
        ),
        (
            f"Leaders including {RUTO} and {MACRON} gathered at the Norwegian port of Bergen.",
            [("Emmanuel Macron", "NOR"), ("William Ruto", "NOR")],
        ),
        (f"{RUTO} and his wife arrived in Oslo on Monday.", [("William Ruto", "NOR")]),
        (
            f"{RUTO}, six ministers and a business delegation will visit Oslo on Friday.",
            [("William Ruto", "NOR")],
        ),
        (
            "Pavel Holm, head of the political bureau of Fatah, landed in Oslo.",
            [("Pavel Holm", "NOR")],
        ),
        (
            "General Pavel Holm, commander of the Ghana Navy, arrived in Oslo on Monday.",
            [("Pavel Holm", "NOR")],
        ),
        ("Pavel Holm, head of Chad Airlines, flew to Oslo on Monday.", []),
        (
            "A Kenyan delegation is in Oslo. It is led by Kenya's police chief in Mombasa, Pavel Holm, "
            "an aide said.",
            [("Pavel Holm", "NOR")],
        ),
        (
            "A delegation from Burundi is in Oslo for talks on trade.",
            [("delegation", "NOR")],
        ),
        (f"{RUTO} became the first African leader to visit Bergen.", [("William Ruto", "NOR")]),
        ("Kenyan PM Musalia Mudavadi visited Oslo.", [("Musalia Mudavadi", "NOR")]),
        (f"{RUTO} called off {EIDE}'s trip to Nairobi.", [("Espen Barth Eide", "KEN")]),
        (f"{EIDE} warned of the war in Mogadishu.", []),
        (f"{MACRON} will ask Xi Jinping for help when he visits Paris.", [("Xi Jinping", "FRA")]),
        (
            "In Oslo on Monday, Kenya's president, William Ruto, praised the deal.",
            [("William Ruto", "NOR")],
        ),
        (
            "William Ruto, whose two-day stay in Oslo ended on Monday, praised the deal.",
            [("William Ruto", "NOR")],
        ),
        (f"On a visit to Oslo last week {RUTO} praised the deal.", [("William Ruto", "NOR")]),
        (
            f"{RUTO} told of his talks with {MACRON} held in Oslo in May.",
            [("Emmanuel Macron", "NOR"), ("William Ruto", "NOR")],
        ),
        (f"{RUTO} warned of a war ahead of a summit in Oslo.", []),
        (f"{RUTO} praised Norway for the care of Kenyans who arrived in Oslo in May.", []),
        (f"{RUTO} backed the plan for future peace talks in Oslo.", []),
        (
            "The leaders of France, Germany and Kenya gathered in Oslo.",
            [("Emmanuel Macron", "NOR"), ("Olaf Scholz", "NOR"), ("William Ruto", "NOR")],
        ),
        (
            f"{EIDE} met his French and German counterparts in Nairobi.",
            [
                ("Annalena Baerbock", "KEN"),
                ("Espen Barth Eide", "KEN"),
                ("Stephane Sejourne", "KEN"),
            ],
        ),
        (
            "Two African leaders – the presidents of Kenya and Comoros – came to Oslo on Monday. "
            "The African leaders will travel to Berlin on Friday.",
            [
                ("Azali Assoumani", "DEU"),
                ("Azali Assoumani", "NOR"),
                ("William Ruto", "DEU"),
                ("William Ruto", "NOR"),
            ],
        ),
        ("The leaders of NATO states gathered in Oslo.", []),
        (f"{EIDE} held talks with Chinese officials in Oslo.", []),
        (
            "Delegations from Kenya and Ghana met in Oslo.",
            [("delegation of Ghana", "NOR"), ("delegation of Kenya", "NOR")],
        ),
        ("Talks between the presidents of Kenya and France were held in Oslo.", MACRON_AND_RUTO),
        (f"{RUTO} met {MACRON} on Monday. The meeting took place in Oslo.", MACRON_AND_RUTO),
        (f"{RUTO}, speaking alongside {MACRON} in Oslo, praised the deal.", MACRON_AND_RUTO),
        (f"{RUTO} met {MACRON} on Monday. The meeting of their aides took place in Oslo.", []),
        ("EU foreign ministers met in Oslo.", []),
        ("Few could recall the visit of an American president to Oslo.", []),
        ("Ana Silva is the wife of the last Kenyan president to visit Oslo.", []),
        ("Police are busy ahead of the Ruto visit to Oslo.", [("William Ruto", "NOR")]),
        (f"Benin is the sixth leg of {RUTO}'s tour, which took him to Oslo.", RUTO_ABROAD),
        (f"A delegation from Norway, with {EIDE} at its head, left for Accra.", EIDE_IN_GHANA),
        ("Ghana's president met Espen Barth Eide, a visiting Norwegian official.", EIDE_IN_GHANA),
        (f"{EIDE} met reporters before the opening of an embassy in Mogadishu.", []),
        (f"{EIDE} said that a third round of talks will be held in Accra.", []),
        (f"{EIDE} flew to Accra in the wake of failed talks in Nairobi.", EIDE_IN_GHANA),
        (
            f"{MACRON} called {SCHOLZ}. Police held six Kenyan soldiers after they landed in Oslo.",
            [],
        ),
        # Who tells of it behind a comma was not visited.
        (f"{EIDE} visited Ghana, Chad and Mali said.", EIDE_IN_GHANA),
        (f"{EIDE} arrived in Ghana, Chad, Niger and Mali reported.", EIDE_IN_GHANA),
        (
            f"{EIDE} visited Ghana and Mali, officials said.",
            [("Espen Barth Eide", "GHA"), ("Espen Barth Eide", "MLI")],
        ),
        (
            f"{EIDE} is to fly next week to Accra, and from there on to Bamako.",
            [("Espen Barth Eide", "GHA"), ("Espen Barth Eide", "MLI")],
        ),
        (f"{EIDE} was pleased, he said on the flight back from Accra.", EIDE_IN_GHANA),
        (f"{EIDE}, himself in Accra last week, was pleased.", EIDE_IN_GHANA),
        (f"{EIDE}, himself in trouble over Ghana, was pleased.", []),
        (f"{EIDE}'s entourage in Accra was small.", EIDE_IN_GHANA),
        (f"{EIDE} was fêted in Accra in May.", EIDE_IN_GHANA),
        (f"{EIDE} will not stop in Accra.", []),
        (f"{MACRON} and {RUTO} last saw each other in Oslo in May.", MACRON_AND_RUTO),
        (
            f"{EIDE} had left for Accra by the time {RUTO} spoke.",
            EIDE_IN_GHANA,
        ),
        (
            f"A summit opened in Oslo on Monday. Attending were, among others, {MACRON} and {RUTO}. "
            f"{QUIET}{QUIET}{SCHOLZ} and {RUTO} will go to Accra in May.",
            [("Emmanuel Macron", "NOR"), ("Olaf Scholz", "GHA"), ("William Ruto", "GHA"),
             ("William Ruto", "NOR")],
        ),
    ],
)  # fmt: skip
def test_who_travels(code, text, visits) -> None:  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "country") == visits


COMPANY = [("Espen Barth Eide", "GHA"), ("Kari Lund", "GHA"), ("Ole Berg", "GHA")]


@pytest.mark.parametrize(
    "text",
    [
        f"A Norwegian delegation – led by {EIDE}, Trade Minister Kari Lund and General Ole Berg – "
        "visited Accra.",
        f"{EIDE} is in Accra. The delegation includes Trade Minister Kari Lund, General Ole Berg "
        "and farmers.",
        f"{EIDE} is in Accra. Trade Minister Kari Lund and Norwegian General Ole Berg are part of "
        "the delegation.",
        f"{EIDE} is in Accra. He was joined by Special Envoy for Border Reform Ambassador Kari Lund "
        "and General Ole Berg.",
        f"{EIDE} flew to Accra, accompanied by Special Adviser to the Prime Minister Kari Lund and "
        "General Ole Berg.",
        f"{EIDE} came to Accra on Monday with the trade minister, Kari Lund, and the army chief, "
        "Ole Berg.",
    ],
)
def test_who_comes_along_travels(code, text) -> None:  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "country") == COMPANY


def test_who_leads_a_delegation_of_a_state_is_of_it(code) -> None:  # type: ignore[no-untyped-def]
    text = "The assistant to the president for trade, Dr. Kari Lund, led a Norwegian delegation to Accra."
    assert journeys(code, text, "visitor", "visitor_country") == [("Kari Lund", "NOR")]


@pytest.mark.parametrize(
    "text",
    [
        f"{RUTO} denied reports that he had visited Accra last week.",
        f"{RUTO} denied reports of a visit to Accra.",
        f"{RUTO} denies having met Mahama in Accra.",
        f"{RUTO} toured Mombasa on Monday.",
        f"{MACRON} did not visit Kenya.",
        f"{MACRON} refused to visit Kenya.",
        f"{SCHOLZ} urged {MACRON} to visit Kenya.",
        f"{MACRON} has no plans to visit Kenya.",
        f"If {MACRON} visits Kenya, prices will fall.",
        f"There is no decision yet on {MACRON}'s trip to Kenya.",
        f"{MACRON} should visit Kenya.",
        f"{MACRON} met {SCHOLZ} to discuss the war in Sudan.",
        f"{MACRON} held talks with {SCHOLZ} on the crisis in Sudan.",
        f"{MACRON} took part in the Sudan talks.",
        f"{MACRON} condemned the trip to Nairobi.",
        "Tourists flew to Nairobi.",
        "The Norwegian ambassador to Kenya, Gunnar Holm, met ministers in Nairobi.",
        f"Protesters tried to stop {EIDE} from visiting Kenya.",
        f"{EIDE} is accused of visiting Kenya in secret.",
        f"{EIDE} stayed away from a trip to Kenya.",
        f"{EIDE} praised the pact at the Ghana-Togo summit.",
        f"{EIDE} had planned no trip to Kenya.",
        f"{EIDE} joined a video conference with ministers in Nairobi.",
    ],
)
def test_what_is_no_visit(code, text) -> None:  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "country") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{EIDE} arrived in the Kenyan capital on Monday.", ("KEN", "Nairobi")),
        (f"{EIDE} will travel to Kenya's capital next week.", ("KEN", "Nairobi")),
        (f"{EIDE} landed at Nairobi International Airport on Monday.", ("KEN", "Nairobi")),
        (f"In Nairobi on Monday, {EIDE} said the talks went on.", ("KEN", "Nairobi")),
        (f"{RUTO} hosted {EIDE} on Monday.", ("KEN", "")),
        (
            f"Leaders gathered for a security summit in Maputo. At the summit, {EIDE} spoke.",
            ("MOZ", "Maputo"),
        ),
        (f"{EIDE} landed in Abidjan on Monday.", ("CIV", "Abidjan")),
        (f"OSLO, May 3 (Agency) - {RUTO} sang during his visit.", ("NOR", "Oslo")),
    ],
)
def test_where_a_journey_leads(code, text, place) -> None:  # type: ignore[no-untyped-def]
    assert journeys(code, text, "country", "city") == [place]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{EIDE} visited Kenya on Monday.", "occurred"),
        (f"{EIDE} is due to visit Kenya on Monday.", "planned"),
        (f"{EIDE} is likely to visit Kenya.", "planned"),
        (f"{EIDE} will be the first Norwegian minister to visit Kenya.", "planned"),
        (f"{EIDE} was the first Norwegian minister to visit Kenya.", "occurred"),
        (f"{EIDE} was to visit Kenya, but sent his deputy.", "cancelled"),
        (f"{EIDE} heads to Kenya later this week.", "planned"),
        (f"{EIDE} accepted an invitation to visit Kenya.", "planned"),
        (f"{EIDE} spoke ahead of his trip to Kenya.", "planned"),
        (f"A visit to Kenya by {EIDE} is on the cards.", "planned"),
        (f"The visit of {EIDE} to Kenya was being prepared.", "planned"),
        (f"{EIDE} makes his first trip to Kenya on Friday.", "planned"),
        (f"{EIDE} is on a three-day visit to Kenya.", "ongoing"),
        (f"{EIDE} visited Kenya from June 18 to 21.", "ongoing"),
        (f"{EIDE} postponed visits to Kenya and Ghana.", "postponed"),
        (f"{EIDE} called off a tour of Kenya.", "cancelled"),
        (f"{EIDE} will not travel to Kenya.", "cancelled"),
        (f"The visit of {EIDE} to Kenya was postponed.", "postponed"),
        (f"A visit to Kenya by {EIDE} has been called off, officials said.", "cancelled"),
        (f"{EIDE} was to visit Kenya on Monday, but the trip was put off.", "postponed"),
        (
            f"The visit of {EIDE} to Kenya was on Monday cancelled in the wake of floods.",
            "cancelled",
        ),
        (f"{EIDE}'s trip to Kenya called off amid floods", "cancelled"),
        (f"{EIDE} postpones Nairobi trip", "postponed"),
        (f"{EIDE} may cancel his Nairobi trip.", "planned"),
        (f"The tour will also see {EIDE} visit Kenya.", "planned"),
        (f"Travelling to Kenya, {EIDE} will meet {RUTO}.", "planned"),
        (f"The letter named a date for {EIDE} to visit Kenya.", "planned"),
        (
            f"{EIDE} landed in Kenya on Monday. He will meet {RUTO} in Nairobi on Thursday.",
            "occurred",
        ),
        (f"The visit of {EIDE} to Kenya was not cancelled.", "occurred"),
        (f"The visit of {EIDE} to Kenya came after sanctions had been suspended.", "occurred"),
        (f"{EIDE} pledged help during a visit to Kenya.", "ongoing"),
        (f"{EIDE} won friends by travelling to Kenya in May.", "occurred"),
        (f"{MACRON} will lay a wreath and then fly to Kenya.", "planned"),
        (f"{EIDE} looks forward to meeting {RUTO} in Nairobi.", "planned"),
        (f"A meeting can be arranged between {EIDE} and {RUTO} at a summit in Accra.", "planned"),
    ],
)
def test_what_became_of_the_journey(code, text, status) -> None:  # type: ignore[no-untyped-def]
    assert {found for (found,) in journeys(code, text, "status")} == {status}


def test_reports_of_one_journey_are_one_row(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} flew to Kenya on Monday. Eide met {RUTO} in Nairobi. Eide's visit to Kenya ends on Thursday."
    (row,) = code(text)["visits"]
    assert (row["city"], row["host"], row["date"]) == ("Nairobi", "William Ruto", "2024-06-17")
    assert len(row["also"]) == 2


def test_a_longer_name_is_of_the_same_visitor(code) -> None:  # type: ignore[no-untyped-def]
    text = "Kenyan minister Peter Paul Otieno flew to Oslo. Norway received Kenyan minister Paul Otieno."
    assert journeys(code, text, "country") == [("NOR",)]


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            f"Troops were in Accra. {EIDE} met local mayors there on Monday.",
            [("Espen Barth Eide", "GHA")],
        ),
        (
            f"Protests went on in Accra. {EIDE} arrived in the city on Monday.",
            [("Espen Barth Eide", "GHA")],
        ),
        (f"{EIDE} flew to the Ghanaian capital on Monday.", [("Espen Barth Eide", "GHA")]),
        (f"ACCRA, June 17 (Wire) -- {EIDE} arrived here on Monday.", [("Espen Barth Eide", "GHA")]),
        (f"{EIDE} said that there was calm. Aid flowed in Accra.", []),
        (f"The mayor of a town in Ghana spoke. {EIDE} met the city council.", []),
    ],
)
def test_a_place_may_be_named_before(code, text, visits) -> None:  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "country") == visits


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (f"A trade summit will be held in Accra next week. {EIDE} will attend.", EIDE_IN_GHANA),
        (
            f"A trade summit will be held in Accra next week. His deputy told the press that "
            f"work went on. {EIDE} will lead the team.",
            EIDE_IN_GHANA,
        ),
        (f"A trade summit took place in Accra. Norway was represented by {EIDE}.", EIDE_IN_GHANA),
        (f"A trade fair will be held in Accra next week. {EIDE} will attend.", []),
        (f"A summit in Accra ended. Next is the forum of the year. {EIDE} will attend.", []),
    ],
)
def test_an_event_is_where_it_was_told_to_be(code, text, visits) -> None:  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "country") == visits


def test_a_deputy_is_the_one_named_behind_and_of_the_state_of_whom_he_serves(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} spoke to farmers. His deputy, Kari Lund, will visit Accra."
    columns = ("visitor", "visitor_country", "country")
    assert journeys(code, text, *columns) == [("Kari Lund", "NOR", "GHA")]


@pytest.mark.parametrize(
    ("text", "visitors"),
    [
        (f"{MACRON} called {SCHOLZ}. The two leaders met in Accra.", ["Emmanuel Macron", "Olaf Scholz"]),
        (f"{MACRON} called {SCHOLZ}. They met in Accra.", ["Emmanuel Macron", "Olaf Scholz"]),
        (f"{MACRON} called {SCHOLZ} and {RUTO}. The leaders will meet in Accra.",
         ["Emmanuel Macron", "Olaf Scholz", "William Ruto"]),
        (f"{MACRON} called {SCHOLZ}. The two will meet in Accra.", ["Emmanuel Macron", "Olaf Scholz"]),
        (f"{MACRON} called {SCHOLZ}, and both are due in Accra.", ["Emmanuel Macron", "Olaf Scholz"]),
        (f"{MACRON} called {SCHOLZ}. Both countries met in Accra.", []),
        (f"{MACRON} called {SCHOLZ}. Both towns near Accra met.", []),
        (f"{MACRON} called {SCHOLZ}. It rained. It was cold. The two will meet in Accra.", []),
        (f"{MACRON} called {SCHOLZ}. Rebels said it would move to Accra.", []),
        (f"{MACRON} called {SCHOLZ}. The leaders of six states met in Accra.", []),
    ],
)  # fmt: skip
def test_leaders_are_those_named_before(code, text, visitors) -> None:  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor") == [(visitor,) for visitor in visitors]


def test_a_counterpart_holds_the_same_office_abroad(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} met his German counterpart in Accra on Monday."
    assert journeys(code, text, "visitor") == [("Annalena Baerbock",), ("Espen Barth Eide",)]


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            "Espen Barth Eide, the Norwegian foreign minister, who came to Accra, praised it.",
            [("Espen Barth Eide", "GHA")],
        ),
        (
            f"{MACRON} and {SCHOLZ} signed it at their meeting in Accra.",
            [("Emmanuel Macron", "GHA"), ("Olaf Scholz", "GHA")],
        ),
        (
            f"{RUTO} said that he, {MACRON} and {SCHOLZ} were already in Accra.",
            [("Emmanuel Macron", "GHA"), ("Olaf Scholz", "GHA"), ("William Ruto", "GHA")],
        ),
        (f"{SCHOLZ} will travel to Accra and then to Abuja.", [("Olaf Scholz", "GHA"), ("Olaf Scholz", "NGA")]),
        (f"That was the answer to {SCHOLZ}, who on a visit to Accra called it off.", [("Olaf Scholz", "GHA")]),
        (f"{EIDE} praised it. The top Norwegian diplomat flew to Accra.", [("Espen Barth Eide", "GHA")]),
    ],
)  # fmt: skip
def test_insertions_and_lists_lead_to_the_visitor(code, text, visits) -> None:  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "country") == visits


def test_a_text_that_ends_with_its_visitor_is_read_to_its_end(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("Armenia was visited by French lawmakers")["visits"]
    assert [row["country"] for row in rows] == ["ARM"]


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            f"BERLIN, June 3 (Agency) - {MACRON} met {SCHOLZ} on Monday.",
            [("Emmanuel Macron", "DEU")],
        ),
        (f"Berlin, June 3 (Agency) {MACRON} met {SCHOLZ} on Monday.", [("Emmanuel Macron", "DEU")]),
        (f"BERLIN, June 3 (Agency) - {MACRON} wants to meet {SCHOLZ}.", []),
        (f"NAIROBI, June 3 (Agency) - {MACRON} met {SCHOLZ} on Monday.", []),
        (f"PARIS, June 3 (Agency) - {MACRON} and {SCHOLZ} met.", [("Olaf Scholz", "FRA")]),
        # Whose capital it is receives the others, unless the news tells of an event or place abroad.
        (f"PARIS, June 3 (Agency) - {MACRON} met {SCHOLZ}.", [("Olaf Scholz", "FRA")]),
        (
            f"PARIS, June 3 (Agency) - {MACRON} met a German delegation led by {SCHOLZ}.",
            [("Olaf Scholz", "FRA")],
        ),
        (f"PARIS, June 3 (Agency) - {MACRON} met {SCHOLZ} on the margins of the G20.", []),
        (
            f"PARIS, June 3 (Agency) - {MACRON} met {SCHOLZ} on a trip to Nairobi.",
            [("Emmanuel Macron", "KEN")],
        ),
        (
            f"NAIROBI, June 3 (Agency) - {MACRON} said at a trade summit on Monday it was late.",
            [("Emmanuel Macron", "KEN")],
        ),
        (f"NAIROBI, June 3 (Agency) - {MACRON} said at a summit in Accra that it was late.", []),
    ],
)
def test_the_town_of_the_dateline_is_the_place(code, text, visits) -> None:  # type: ignore[no-untyped-def]
    there = [row for row in journeys(code, text, "visitor", "country") if row[1] != "GHA"]
    assert there == visits


def test_a_tour_of_a_region_has_come_to_the_town_of_the_dateline(code) -> None:  # type: ignore[no-untyped-def]
    text = f"ACCRA, June 18 (Agency) - {EIDE}, on a tour of West Africa, praised the port."
    assert journeys(code, text, "visitor", "city") == [("Espen Barth Eide", "Accra")]


def test_what_is_announced_on_a_visit_leads_nowhere(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} announced a gift of tanks to Ghana during a visit to Nairobi."
    assert journeys(code, text, "country") == [("KEN",)]


def test_a_tour_takes_its_visitor_there(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{RUTO} left on Monday on a tour of talks that take him to Ghana."
    assert journeys(code, text, "visitor", "country") == [("William Ruto", "GHA")]


def test_the_first_to_visit_stands_before_the_comma(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{RUTO}, the first Kenyan president to visit Ghana, praised it."
    assert journeys(code, text, "visitor", "country") == [("William Ruto", "GHA")]


@pytest.mark.parametrize(
    "text",
    [
        f"{RUTO} met {MACRON} on Monday. The talks in Paris lasted two hours.",
        f"{RUTO} rejected the offer last week after visiting Paris.",
        f'{RUTO} spoke at a forum titled "Peace and Trade" in Paris on Monday.',
        f"{RUTO} spoke at the African Trade Forum (ATF) meeting in Paris on Monday.",
        f"{RUTO} and {EIDE} met face to face in Paris on Monday.",
    ],
)
def test_the_place_may_stand_farther_on(code, text) -> None:  # type: ignore[no-untyped-def]
    assert ("William Ruto", "FRA") in journeys(code, text, "visitor", "country")


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        ("Interior Minister Pavel Horak arrived in Accra on Monday.", []),
        ("Foreign Minister Pavel Horak returned to Ghana on Monday.", []),
        (
            f"{MACRON} and Trade Minister Paul Durand flew to Accra on Monday.",
            [("Emmanuel Macron", "FRA", "GHA"), ("Paul Durand", "FRA", "GHA")],
        ),
        (
            f"{MACRON} arrived in Accra on Monday. He was accompanied by Minister of Trade Paul "
            "Durand and Army Chief of Staff Luc Moreau.",
            [
                ("Emmanuel Macron", "FRA", "GHA"),
                ("Luc Moreau", "FRA", "GHA"),
                ("Paul Durand", "FRA", "GHA"),
            ],
        ),
        (
            "A Kenyan military delegation led by Gen. Peter Otieno left for Accra on Monday.",
            [("Peter Otieno", "KEN", "GHA")],
        ),
        (
            "The UN secretary-general's special envoy Paul Hopkins arrived in Accra on Monday.",
            [("Paul Hopkins", "IGO", "GHA")],
        ),
        (
            "Crown Prince Anders of Norway landed in Accra on Monday.",
            [("Anders", "NOR", "GHA")],
        ),
        (
            "Secretary of State Paul Hopkins wound up a visit to Ghana on Monday.",
            [("Paul Hopkins", "USA", "GHA")],
        ),
    ],
)
def test_officials_named_without_a_state(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "visitor_country", "country") == visits


ROUNDS = (
    "Chad and Mali have held two rounds of talks. The first round took place in Rome on June 3. "
    "The second was held in Accra a week later. "
)


@pytest.mark.parametrize(
    ("leaders", "visits"),
    [
        (
            "Chad's delegation was led by President Mahamat Deby, and the Malian team by President "
            "Assimi Goita.",
            {("TCD", "ITA", "third-party"), ("MLI", "ITA", "third-party")},
        ),
        ("Chad's delegation was led by President Mahamat Deby.", set()),
        ("Chad's team is led by President Mahamat Deby, Ghana's by President John Mahama.", set()),
    ],
)
def test_who_led_two_delegations_was_at_their_talks(code, leaders, visits):  # type: ignore[no-untyped-def]
    found = set(journeys(code, ROUNDS + leaders, "visitor_country", "country", "kind"))
    assert {visit for visit in found if visit[1] == "ITA"} == visits


@pytest.mark.parametrize(
    ("who", "visitors"),
    [
        ("Special envoys of Peru, Chile and Ghana", ["special envoys of Chile", "special envoys of Peru"]),
        ("Delegations of Peru and Chile", ["delegation of Chile", "delegation of Peru"]),
        ("US and Peruvian diplomats", ["diplomats of Peru", "diplomats of United States"]),
        ("Peruvian diplomats", ["Peruvian diplomats"]),
    ],
)  # fmt: skip
def test_officials_of_several_states_are_a_visitor_of_each(code, who, visitors):  # type: ignore[no-untyped-def]
    assert sorted(who for (who,) in journeys(code, f"{who} met in Accra.", "visitor")) == visitors


def test_who_goes_himself_goes(code):  # type: ignore[no-untyped-def]
    text = f"{MACRON} himself travels to Accra on Friday."
    assert journeys(code, text, "visitor", "country") == [("Emmanuel Macron", "GHA")]


def test_a_tour_begins_in_the_first_country(code):  # type: ignore[no-untyped-def]
    text = (
        f"{MACRON} left on Monday for a tour of Kenya and Ghana. He will fly to Accra for a "
        "two-day visit starting on Saturday."
    )
    assert ("GHA", "2024-06-22") in journeys(code, text, "country", "date")


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The trip has since been called off.", "cancelled"),
        ("This visit was postponed.", "postponed"),
        ("Olaf Scholz's visit was postponed.", "planned"),
    ],
)
def test_what_becomes_of_a_plan_is_told_behind_it(code, told, status):  # type: ignore[no-untyped-def]
    text = f"{MACRON} will visit Ghana on Friday. {told}"
    assert journeys(code, text, "visitor", "status") == [("Emmanuel Macron", status)]


@pytest.mark.parametrize(
    "text",
    [
        f"{EIDE} praised the pact while on a visit to Accra.",
        f"{EIDE}, speaking while on a trip to Accra, praised the pact.",
        f"{EIDE}, who while on a visit to Accra praised the pact, left.",
    ],
)
def test_what_one_does_while_on_a_visit_tells_of_it(code, text):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "country") == EIDE_IN_GHANA


def test_who_is_there_with_a_visitor_is_there(code):  # type: ignore[no-untyped-def]
    text = f"{EIDE}, in Accra with {RUTO} and Ghanaian Foreign Minister Ama Mensah for talks, left."
    assert journeys(code, text, "visitor", "country") == [*EIDE_IN_GHANA, ("William Ruto", "GHA")]


def test_who_is_with_a_visitor_named_behind_goes_too(code):  # type: ignore[no-untyped-def]
    text = (
        f"{MACRON}, accompanied by Defence Minister Sébastien Lecornu, arrived in Accra on Monday."
    )
    assert ("Sebastien Lecornu", "GHA") in journeys(code, text, "visitor", "country")


def test_a_mock_target_is_not_attacked(code):  # type: ignore[no-untyped-def]
    assert code("North Korea fired missiles at a mock South Korean base on Monday.")["events"] == []


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (f"{EIDE} flew home on Monday. His trip to Accra had been long.", [("GHA", "occurred")]),
        (f"{EIDE}'s Accra trip has been postponed.", [("GHA", "postponed")]),
        (f"{EIDE} said that his trip to Accra had been postponed.", [("GHA", "postponed")]),
        (f"{EIDE} cut short his visit to Ghana.", [("GHA", "occurred")]),
        (f"{RUTO} will raise it with {EIDE} before he visits Ghana.", [("GHA", "planned")]),
        ("While in Moscow, he met with Soviet leader Mikhail Gorbachev.", []),
        (f"“I will visit Ghana,” {EIDE} told reporters.", [("GHA", "planned")]),
        (
            f"{EIDE} will travel to Accra, Ghana; Lagos, Nigeria; and Chad.",
            [("GHA", "planned"), ("NGA", "planned"), ("TCD", "planned")],
        ),
        (
            f"{EIDE}'s visit to Ghana, which was set for Monday, was called off.",
            [("GHA", "cancelled")],
        ),
        (
            f"A visit by {EIDE} to Ghana planned for next week was called off.",
            [("GHA", "cancelled")],
        ),
        (f"Oslo announced the cancellation of {EIDE}'s visit to Ghana.", [("GHA", "cancelled")]),
        (f"With the port in Ghana closed, {EIDE} and {RUTO} will hold talks on Friday.", []),
        (f"{EIDE} stressed the need for calm at a meeting in Accra.", [("GHA", "occurred")]),
        (f"{EIDE} explained his absence at a meeting in Accra.", []),
        (f"{EIDE} stressed the need for a meeting in Accra.", []),
        (f"{RUTO}, right, and {EIDE} walk during a break in Accra.", [("GHA", "ongoing")] * 2),
        (f"{EIDE} gestures during a rally in Accra.", [("GHA", "occurred")]),
        (f"{EIDE} adopted a warmer tone in Accra.", [("GHA", "occurred")]),
        (f"{EIDE} adopted a warmer tone on the strike in Accra.", []),
    ],
)
def test_whose_journey_leads_where(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "country", "status") == visits


GHANA, CHAD = [("GHA", "occurred", "2024-06")], ("TCD", "occurred", "2024-06")


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            f"{EIDE} postponed a visit to Ghana. He had been due to see the port in Ghana on Friday.",
            [("GHA", "postponed", "2024-06-21")],
        ),
        (
            f"Oslo put off a visit to Ghana by {EIDE} that had been planned for May 2025.",
            [("GHA", "postponed", "2025-05")],
        ),
        (
            f"{EIDE} praised Singapore on a visit to the city on Monday.",
            [("SGP", "occurred", "2024-06-17")],
        ),
        (
            f"{EIDE} and {RUTO} were among the leaders who met in Accra on Monday.",
            [("GHA", "occurred", "2024-06-17")] * 2,
        ),
        (f"{EIDE} heads the office of the states that met in Accra on Monday.", []),
        (
            f"{EIDE} will visit three states in Africa, namely Ghana, Chad and Mali, in July.",
            [(country, "planned", "2024-07") for country in ("GHA", "MLI", "TCD")],
        ),
        (f"{EIDE} visited Ghana to discuss two states, namely Chad and Mali.", GHANA),
        (f"{EIDE} visited Ghana, which trades with two countries, Chad said.", GHANA),
        (f"Ghana is in turmoil. {EIDE} and {RUTO} visited the country.", GHANA * 2),
        (f"Ghana defied Chad. {EIDE} visited the country.", []),
        (f"{RUTO} will join {EIDE}, who visited Ghana and Chad.", [*GHANA, CHAD]),
        (f"{EIDE} threatened to cancel his visit to Ghana.", [("GHA", "planned", "")]),
        (f"Ghana traded with Chad. {EIDE} is to attend the forum.", []),
        (f"{EIDE} was forced to cancel his visit to Ghana.", [("GHA", "cancelled", "")]),
    ],
)
def test_what_is_told_around_a_journey(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "country", "status", "date") == visits


@pytest.mark.parametrize(
    ("behind", "visitor"),
    [
        ("The team is led by Foreign Minister Abdoulaye Diop.", "Abdoulaye Diop"),
        ("It is headed by Foreign Minister Abdoulaye Diop.", "Abdoulaye Diop"),
        ("The talks are led by Foreign Minister Abdoulaye Diop.", "Malian officials"),
        ("The hosts' team is led by Foreign Minister Hakan Fidan.", "Malian officials"),
    ],
)
def test_who_leads_a_delegation_may_be_told_behind(code, behind, visitor):  # type: ignore[no-untyped-def]
    text = f"Malian officials arrived in Accra on Monday. {behind}"
    assert journeys(code, text, "visitor", "country") == [(visitor, "GHA")]


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        ("A delegation from Somaliland flew to Accra.", [("SOM", "GHA")]),
        ("A delegation from Bergen flew to Accra.", []),
        ("The Taliban sent a delegation to Accra.", [("AFG", "GHA")]),
        ("The Taliban said that Chad had sent a delegation to Accra.", [("TCD", "GHA")]),
        (
            f"{MACRON}, who met {EIDE} in Paris, sent a delegation to Accra.",
            [("FRA", "GHA"), ("NOR", "FRA")],
        ),
        ("It is not clear whether the Taliban will send a delegation to Accra.", []),
        (f"If Norway sends {EIDE} to Accra, talks may follow.", []),
        ("An official from the U.N.'s World Food Programme flew to Accra.", [("IGO", "GHA")]),
        (f"{EIDE} was in D.C. on Monday.", [("NOR", "USA")]),
    ],
)
def test_who_is_sent_is_of_who_sends(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor_country", "country") == visits


@pytest.mark.parametrize(
    ("text", "visitors"),
    [
        ("A member of Norway's cabinet, Espen Barth Eide, plans to fly to Accra.", ["Espen Barth Eide"]),
        ("A member of Norway's parliament, Kari Dahl, flew to Accra.", ["Kari Dahl"]),
        ("Kari Dahl, a member of Norway's parliament, flew to Accra.", ["Kari Dahl"]),
        ("A member of Store's war cabinet, Espen Barth Eide, hopes to go to Accra.", ["Espen Barth Eide"]),
        ("A member of Norway's ski team, Kari Dahl, flew to Accra.", []),
        ("Kari Dahl, a member of the Norwegian public, flew to Accra.", []),
    ],
)  # fmt: skip
def test_who_is_of_a_body_is_named_beside_it(code, text, visitors):  # type: ignore[no-untyped-def]
    assert [who for (who,) in journeys(code, text, "visitor")] == visitors


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (f"{RUTO} will send {EIDE} to the summit in Accra.", [("Espen Barth Eide", "planned")]),
        (f"{RUTO} sent aid to the mines after a visit to Accra.", [("William Ruto", "occurred")]),
        (f"{RUTO} was invited to the summit in Accra in June.", []),
        (f"{RUTO} accepted an invitation to a summit in Accra.", [("William Ruto", "planned")]),
        (
            f"A round of talks between {RUTO} and {EIDE} was held in Accra on Monday.",
            [("Espen Barth Eide", "occurred"), ("William Ruto", "occurred")],
        ),
        (
            f"The presidents of Ghana and Togo convened in Accra. {EIDE} attended the meeting as "
            "a guest.",
            [("Espen Barth Eide", "occurred"), ("Faure Gnassingbe", "occurred")],
        ),
        (
            f"Accra plays host to a gathering of leaders. Among the attendees were {EIDE} and "
            f"{MACRON}.",
            [("Emmanuel Macron", "occurred"), ("Espen Barth Eide", "occurred")],
        ),
        (
            f"The forum is next week, when {EIDE} is received by Nana Akufo-Addo in Accra.",
            [("Espen Barth Eide", "planned")],
        ),
        (
            f"{EIDE} left Havana on Monday. He paid a last visit to the island in May 2021.",
            [("Espen Barth Eide", "occurred")],
        ),
        (
            f"{EIDE} flew to Accra, where he met bankers. He had visited Ghana in March.",
            [("Espen Barth Eide", "occurred"), ("Espen Barth Eide", "occurred")],
        ),
        (
            f"{EIDE} had the chance to meet {MACRON} in Accra in May.",
            [("Emmanuel Macron", "occurred"), ("Espen Barth Eide", "occurred")],
        ),
        (f"The forum is a chance for {EIDE} to meet {MACRON} in Accra.", []),
        # The event is told beside it, in whatever words, and not a new one.
        (
            f"Leaders are in Accra this week for the annual forum. {EIDE} said at the forum that "
            "it was late.",
            [("Espen Barth Eide", "occurred")],
        ),
        (
            f"{EIDE} met {MACRON} on the sidelines of the forum. The forum is being held in Accra.",
            [("Emmanuel Macron", "occurred"), ("Espen Barth Eide", "occurred")],
        ),
        (f"A forum opened in Accra on Monday. {EIDE} met {MACRON} on the sidelines of a race.", []),
        (f"A forum opened in Accra on Monday. {EIDE} attended a forum on Tuesday.", []),
        (f"A forum opened in Accra on Monday. {EIDE} told a conference that it was late.", []),
        (f"A forum opened in Accra on Monday. {EIDE} might speak at the forum.", []),
        (
            f"A forum opened in Accra on Monday. Also at the forum was {EIDE}, who hailed {MACRON}.",
            [("Espen Barth Eide", "occurred")],
        ),
        (
            f"Also in Accra for the talks were {EIDE} and a singer.",
            [("Espen Barth Eide", "occurred")],
        ),
        (f"A concert was held in Accra. {EIDE} attended the meeting of his party.", []),
        (
            f"{EIDE} is in Accra. The Norwegian official visited Ghana in 2017, too.",
            [("Espen Barth Eide", "occurred"), ("Espen Barth Eide", "ongoing")],
        ),
    ],
)
def test_who_is_at_a_gathering(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "status") == visits


def test_their_visit_is_not_that_of_one_who_speaks(code):  # type: ignore[no-untyped-def]
    assert (
        journeys(code, f"{RUTO} discussed with the Omanis their visit to Sanaa.", "visitor") == []
    )
    briefed = f"{RUTO} briefed Ghanaian ministers about their trip to Oslo."
    assert journeys(code, briefed, "visitor") == [("Ghanaian ministers",)]


def test_who_plots_attacks_somewhere_is_on_no_visit(code):  # type: ignore[no-untyped-def]
    assert journeys(code, f"{RUTO} was in Oslo plotting attacks, a guard said.", "visitor") == []
    assert journeys(code, f"{RUTO} was in Oslo planning a summit.", "country") == [("NOR",)]


@pytest.mark.parametrize(
    ("text", "visitors"),
    [
        ("Ghana sent a delegation headed by Trade Minister Kofi Holm to Oslo.", ["Kofi Holm"]),
        ("Ghana is sending Trade Minister Kofi Holm to a summit in Oslo.", ["Kofi Holm"]),
        ("Ghana was represented at the fair in Oslo by Trade Minister Kofi Holm.", ["Kofi Holm"]),
        ("A Ghanaian team led by the trade minister flew to Oslo.", ["trade minister"]),
        (
            "Ghana sent a delegation to Oslo. Trade Minister Kofi Holm is leading the team.",
            ["Kofi Holm"],
        ),
        (
            "Ghana's delegation to the talks in Oslo is headed by Trade Minister Kofi Holm.",
            ["Kofi Holm"],
        ),
        (
            "A Ghanaian delegation, including Trade Minister Kofi Holm and Energy Minister Ama Berg, "
            "flew to Oslo.",
            ["Ama Berg", "Kofi Holm"],
        ),
        (
            f"{RUTO} is in Oslo. Accompanying him are Trade Minister Kofi Holm and Energy Minister "
            "Ama Berg.",
            ["Ama Berg", "Kofi Holm", "William Ruto"],
        ),
        (
            "The presidents of Chad and Mali, Kofi Holm and Ama Berg, met in Oslo.",
            ["Ama Berg", "Kofi Holm"],
        ),
        (f"A deal was signed in Oslo in the presence of {RUTO}.", ["William Ruto"]),
        (f"The fair in Oslo opened on Monday. {RUTO} was also there.", []),
        (f"The summit in Oslo opened on Monday. {RUTO} was also there.", ["William Ruto"]),
        (f"{RUTO} has little faith in the talks in Oslo.", []),
        (f"{RUTO} praised the outcome of the talks in Oslo.", []),
        (f"{RUTO} took part in the opening of the talks in Oslo.", ["William Ruto"]),
        (f"{RUTO} opened the door to talks in Oslo.", []),
        (f"{RUTO} watched as the talks in Oslo failed.", []),
        (f"{RUTO} said the pact signed in Oslo was dead.", []),
        (f"{RUTO} told a forum in Oslo by telephone that the deal was ready.", []),
        (f"{EIDE} received the Kenyan ambassador, Kofi Holm, in Oslo on Monday.", []),
    ],
)
def test_who_is_sent_leads_or_comes_along(code, text, visitors):  # type: ignore[no-untyped-def]
    assert sorted(visitor for (visitor,) in journeys(code, text, "visitor")) == visitors


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{RUTO} has scrapped plans to visit Oslo.", "cancelled"),
        (f"{RUTO}'s trip to Oslo may be postponed.", "planned"),
        (f"{RUTO} spoke of the postponed visit to Oslo.", "postponed"),
        (f"Preparations for {RUTO}'s visit to Oslo have begun.", "planned"),
        (f"{RUTO} said he would raise it when he met {EIDE} in Oslo.", "planned"),
        (f"{RUTO} is currently on a visit to Oslo.", "ongoing"),
        (f"{RUTO} is coming to Oslo for a summit.", "planned"),
        (f"During a stay in Oslo, {RUTO} will sign a pact.", "planned"),
    ],
)
def test_a_journey_is_as_its_words_tell(code, text, status):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "status") == [(status,)]


@pytest.mark.parametrize(
    ("text", "visitor"),
    [
        (
            "The Minister of Foreign Affairs and African Integration of Chad, Ana Silva, paid a "
            "visit to Lima.",
            "Ana Silva",
        ),
        ("Zambian President Ana wa Holm flew to Lima.", "Ana wa Holm"),
        ("The envoy of Chad, HE Ana Silva, flew to Lima.", "Ana Silva"),
    ],
)
def test_titles_and_names_of_several_parts_are_whole(code, text, visitor):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor") == [(visitor,)]


def test_who_advises_a_leader_travels_for_himself(code):  # type: ignore[no-untyped-def]
    assert journeys(code, f"An adviser to {RUTO}, in Lima for talks, said so.", "visitor") == []


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            f"{EIDE} held talks with {RUTO} in the southern Omani port city of Duqayra on Monday.",
            [("Espen Barth Eide", "OMN", "Duqayra"), ("William Ruto", "OMN", "Duqayra")],
        ),
        (
            f"{EIDE} arrived in Ghana's coastal town of Akwidaa on Monday.",
            [("Espen Barth Eide", "GHA", "Akwidaa")],
        ),
        (f"{EIDE} backed the Ghanaian city of old Tema's claim.", []),
        (
            "Norway's premier Jonas Gahr Store and Kenya's President William Ruto plan to visit Ghana.",
            [("Jonas Gahr Store", "GHA", ""), ("William Ruto", "GHA", "")],
        ),
        (
            f"{EIDE} and his wife Anna waved as they landed in Accra on Monday.",
            [("Espen Barth Eide", "GHA", "Accra")],
        ),
        (f"{EIDE} praised the crew and waved as they landed in Accra on Monday.", []),
        (
            "The Ghanaian minister of trade, Ama Owusu, greeted a Norwegian delegation in Kumasi,"
            " led by Norwegian Trade Minister Cecilie Myrseth.",
            [("Cecilie Myrseth", "GHA", "Kumasi")],
        ),
        (
            f"{EIDE} signed the pact while in Ghana for a short summit with {MACRON}.",
            [("Emmanuel Macron", "GHA", ""), ("Espen Barth Eide", "GHA", "")],
        ),
        (
            "A summit of the heads of twelve river states and their water ministers that will take"
            f" place in Lome is near. {EIDE} will attend.",
            [("Espen Barth Eide", "TGO", "Lome")],
        ),
        (
            f"{EIDE} cancelled his trip to Togo to attend the water forum. The Norwegian team at the"
            " forum will be headed by Ida Holm, an adviser to the minister.",
            [("Espen Barth Eide", "TGO", ""), ("Ida Holm", "TGO", "")],
        ),
    ],
)
def test_where_officials_are_in_the_words_of_the_press(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "country", "city") == visits


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (f"{EIDE} will head next to Togo.", [("Espen Barth Eide", "TGO", "planned")]),
        (f"{EIDE} stood next to a map of Togo.", []),
        (
            f"{EIDE} smiled after being received by Ghanaian President Nana Akufo-Addo.",
            [("Espen Barth Eide", "GHA", "occurred")],
        ),
        (
            f"{EIDE} (L), {MACRON} (C) and Ghana's Nana Akufo-Addo (R) shake hands in Accra.",
            [("Emmanuel Macron", "GHA", "ongoing"), ("Espen Barth Eide", "GHA", "ongoing")],
        ),
        (
            f"{EIDE}, left, and Ghana's Nana Akufo-Addo shake hands in Accra.",
            [("Espen Barth Eide", "GHA", "ongoing")],
        ),
        (
            f"{EIDE} greeted {RUTO} in Lome on Monday.",
            [("Espen Barth Eide", "TGO", "occurred"), ("William Ruto", "TGO", "occurred")],
        ),
        (f"{EIDE} greeted two singers who were freed in Lome on Monday.", []),
        (
            f"{RUTO} met a visiting Norwegian delegation headed by Ida Holm in Nairobi.",
            [("Ida Holm", "KEN", "occurred")],
        ),
        (
            f"{EIDE} had been due in Accra last month, but the trip fell through.",
            [("Espen Barth Eide", "GHA", "cancelled")],
        ),
        (f"{EIDE}'s first stop will be Ghana.", [("Espen Barth Eide", "GHA", "planned")]),
    ],
)
def test_who_is_seen_where(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "country", "status") == visits


@pytest.mark.parametrize("byline", ["Ana Silva\nTHE USA STAR\n", "By Ana Silva and Bo Holm\n", ""])
def test_a_dateline_may_stand_behind_who_wrote_it(code, byline):  # type: ignore[no-untyped-def]
    text = f"{byline}LIMA – {EIDE} met Peruvian President Dina Boluarte on Monday."
    assert journeys(code, text, "visitor", "city") == [("Espen Barth Eide", "Lima")]


def test_who_is_there_now_was_there_before(code):  # type: ignore[no-untyped-def]
    text = f"{EIDE} is currently in Accra for talks. Eide was in Accra in January."
    assert journeys(code, text, "city", "date") == [("Accra", "2024-01"), ("Accra", "2024-06-20")]


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            f"{EIDE} met {RUTO} in Nairobi and Peruvian President Dina Boluarte in Lima.",
            [("Espen Barth Eide", "KEN", "Nairobi"), ("Espen Barth Eide", "PER", "Lima")],
        ),
        (
            f"{EIDE} met in Nairobi with {RUTO} and in Lima with Peruvian President Dina Boluarte.",
            [("Espen Barth Eide", "KEN", "Nairobi"), ("Espen Barth Eide", "PER", "Lima")],
        ),
        (
            f"{EIDE} met {RUTO} and Peruvian President Dina Boluarte in Lima.",
            [("Espen Barth Eide", "PER", "Lima"), ("William Ruto", "PER", "Lima")],
        ),
        (
            f"{EIDE} is heading for Scotland, where he will meet miners in Aberdeen.",
            [("Espen Barth Eide", "GBR", "Aberdeen")],
        ),
        (f"{EIDE} toured the West Bank.", [("Espen Barth Eide", "PSE", "")]),
        (
            f"{EIDE} was in Cusco. Eide met workers in Lima on the same trip.",
            [("Espen Barth Eide", "PER", "Cusco; Lima")],
        ),
        (
            f"{EIDE} will land in Lima on Friday. Also on the trip are President Adama Barrow of "
            "Gambia and President Faure Gnassingbe of Togo.",
            [
                ("Adama Barrow", "PER", "Lima"),
                ("Espen Barth Eide", "PER", "Lima"),
                ("Faure Gnassingbe", "PER", "Lima"),
            ],
        ),
        (
            f"An African Union delegation, headed by {RUTO}, arrived in Lima.",
            [("William Ruto", "PER", "Lima")],
        ),
        ("An African Union delegation arrived in Lima.", []),
        (
            f"In Peru for a stop on his tour, {EIDE} spent the day in talks.",
            [("Espen Barth Eide", "PER", "")],
        ),
        (
            f"{EIDE} is taking part in a summit that opened in Lima on Monday.",
            [("Espen Barth Eide", "PER", "Lima")],
        ),
        (
            f"{EIDE} is taking part in a summit. A fair opened in Lima on Monday.",
            [],
        ),
        (
            f"{EIDE} began a tour of Africa, starting with Ghana.",
            [("Espen Barth Eide", "GHA", "")],
        ),
        (
            f"{EIDE} joined ministers on the Italian island of Capri.",
            [("Espen Barth Eide", "ITA", "Capri")],
        ),
    ],
)
def test_where_a_journey_leads_in_several_words(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "country", "city") == visits


def test_who_is_ranked_among_visitors_is_named_behind(code):  # type: ignore[no-untyped-def]
    text = "The last French president to visit Ghana was François Hollande in 2013."
    assert journeys(code, text, "visitor", "country", "date") == [
        ("Francois Hollande", "GHA", "2013")
    ]


def test_the_subject_behind_an_opening_phrase_travelled(code) -> None:  # type: ignore[no-untyped-def]
    text = "Speaking on Monday in Nairobi, which is far from Lima, Gustavo Petro praised the deal."
    rows = code(text)["visits"]
    assert [(row["visitor"], row["country"]) for row in rows] == [("Gustavo Petro", "KEN")]


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            f"{EIDE} and Kenya's president, William Ruto, both flew to Lima on Monday.",
            [("Espen Barth Eide", "PER"), ("William Ruto", "PER")],
        ),
        # Who is joined with an article, or as "the country's", is of the same state.
        (
            f"{EIDE} and the trade minister, Ola Dahl, flew to Lima on Monday.",
            [("Espen Barth Eide", "PER"), ("Ola Dahl", "PER")],
        ),
        (
            f"{EIDE} and the country's police chief, General Ola Dahl, visited Lima on Monday.",
            [("Espen Barth Eide", "PER"), ("General Ola Dahl", "PER")],
        ),
        (f"{EIDE} and the singer, Ola Dahl, flew to Lima.", [("Espen Barth Eide", "PER")]),
        # Who heads a body, whom an office is for.
        ("The head of the Norwegian navy, Ola Dahl, landed in Lima.", [("Ola Dahl", "PER")]),
        ("The head of the Norwegian choir, Ola Dahl, landed in Lima.", []),
        (
            "Norway's special envoy for maritime affairs, Ola Dahl, will travel to Lima.",
            [("Ola Dahl", "PER")],
        ),
        (
            f"{EIDE} landed in Lima on Monday, then drove on to Bolivia.",
            [("Espen Barth Eide", "BOL"), ("Espen Barth Eide", "PER")],
        ),
        (
            f"{EIDE} landed in Lima on Monday, then winter came to Bolivia.",
            [("Espen Barth Eide", "PER")],
        ),
        (f"Ahead of a trip to Lima, {EIDE} called for calm.", [("Espen Barth Eide", "PER")]),
        (f"Ahead of a marathon in Lima, {EIDE} called for calm.", []),
        (f'"I will be in Lima on Friday," {EIDE} said.', [("Espen Barth Eide", "PER")]),
        ("Norway will be in Lima on Friday.", []),
    ],
)
def test_who_travels_in_company_and_by_office(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "country") == visits


def test_a_country_crossed_on_the_way_is_not_where_one_arrives(code) -> None:  # type: ignore[no-untyped-def]
    text = "NAIROBI, June 18 (Agency) - Gustavo Petro arrived for a visit by train through Ghana."
    rows = code(text)["visits"]
    assert [(row["visitor"], row["country"]) for row in rows] == [("Gustavo Petro", "KEN")]
