"""Who went to whom: visitor, destination, host, date and status, on invented journeys."""

from __future__ import annotations

import pytest

MACRON = "French President Emmanuel Macron"
SCHOLZ = "German Chancellor Olaf Scholz"
RUTO = "Kenyan President William Ruto"
EIDE = "Norwegian Foreign Minister Espen Barth Eide"
QUIET = "The road is closed. The port is shut. Nobody came. "
RUTO_ABROAD = [("William Ruto", "BEN"), ("William Ruto", "NOR")]
EIDE_IN_GHANA = [("Espen Barth Eide", "GHA")]
MACRON_AND_RUTO = [("Emmanuel Macron", "NOR"), ("William Ruto", "NOR")]


def journeys(code, text: str, *columns: str, title: str = "") -> list[tuple[str, ...]]:  # type: ignore[no-untyped-def]
    rows = code(text, title)["visits"]
    return sorted(tuple(row.get(column, "") for column in columns) for row in rows)


# Who travels


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


@pytest.mark.parametrize("talks", ["for talks with", "to meet"])
def test_whom_one_comes_to_meet_comes_not_along(code, talks) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} came to Accra on Monday {talks} the trade minister, Esi Lund."
    assert journeys(code, text, "visitor", "country") == EIDE_IN_GHANA


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


# Where to


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


# Who receives


@pytest.mark.parametrize(
    "text",
    [
        f"{EIDE} flew to Nairobi to meet {RUTO}.",
        f"{EIDE} arrived in Nairobi on Monday. He held talks with {RUTO}.",
        f"{EIDE} arrived in Nairobi on Monday. The weather was fine. {RUTO} received Eide there.",
        f"{EIDE} was greeted by {RUTO} in Nairobi.",
        f"{EIDE} arrived in Kenya. Trade will be discussed. Meetings with {RUTO} are planned.",
        f"{EIDE} arrived in Kenya. He met the Kenyan army chief and President William Ruto.",
        f"{EIDE} visited Kenya. An invitation from {RUTO} came in May. He met Kenya's envoys later.",
    ],
)
def test_the_host_is_who_is_met_there(code, text) -> None:  # type: ignore[no-untyped-def]
    assert journeys(code, text, "host") == [("William Ruto",)]


@pytest.mark.parametrize(
    "text",
    [
        f"{RUTO} flew to Oslo on Monday. {SCHOLZ} also arrived and met with {EIDE}.",
        f"{RUTO} received {EIDE} on Monday. He said {MACRON} was right. Ruto was in Oslo in 2015.",
    ],
)
def test_who_receives_another_or_later_is_no_host(code, text):  # type: ignore[no-untyped-def]
    assert ("William Ruto", "NOR", "") in journeys(code, text, "visitor", "country", "host")


def test_a_state_is_no_host(code) -> None:  # type: ignore[no-untyped-def]
    text = f"Ghana admits that it has a pact with {EIDE}, who signed it on a trip to Accra in May."
    assert journeys(code, text, "visitor", "host") == [("Espen Barth Eide", "")]


def test_who_is_met_in_a_third_country_is_no_host(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} met {MACRON} in Nairobi."
    assert journeys(code, text, "visitor", "host") == [
        ("Emmanuel Macron", ""),
        ("Espen Barth Eide", ""),
    ]


# What became of it; the articles appear on Thursday, June 20


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


# When


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        (f"{EIDE} said on Tuesday that he would visit Kenya in July.", "2024-07", "month"),
        (f"{EIDE} visited Kenya in 2019.", "2019", "year"),
        (f"{EIDE} has arrived in Kenya for talks.", "2024-06-20", "day"),
        (f"{EIDE} called his May trip to Kenya “useful” on Tuesday.", "2024-05", "month"),
        (f"The trip will be short. It follows {EIDE}'s visit to Kenya in May.", "2024-05", "month"),
        (f"{EIDE} will visit Kenya in the coming days.", "2024-06-20", "week"),
        (f"{EIDE} is in Kenya. He arrived in Nairobi on Tuesday.", "2024-06-18", "day"),
        (
            f"Envoys of six states, old hands all of them, visited Kenya on Monday. {EIDE} held"
            " talks in Nairobi.",
            "2024-06-17",
            "day",
        ),
        (
            f"In Kenya on July 2-3, {EIDE} will hold talks on the elections of 2027.",
            "2024-07-02",
            "day",
        ),
        (
            f"{EIDE} will visit Kenya on June 27. From there Eide will travel to Ghana.",
            "2024-06-27",
            "day",
        ),
        (f"{EIDE} will visit Kenya, his office said on Wednesday.", None, None),
        (f"{EIDE} will visit Kenya. The visit will run from July 2 to 4.", "2024-07-02", "day"),
        (f"OSLO, June 19 (Agency) - {EIDE} visits Kenya from June 18 to 22.", "2024-06-18", "day"),
        (f"{EIDE} said on Tuesday after talks with {RUTO} in Nairobi that …", "2024-06-18", "day"),
        (f"{EIDE} will visit Kenya, where he got lost on a trip that began in May.", None, None),
        (
            f"{EIDE} is on a visit to Africa including Kenya. He will travel to Ghana and Kenya "
            "on June 22-26.",
            "2024-06",
            "month",
        ),
        (f"{EIDE} first went to Kenya in 1987.", "1987", "year"),
        (
            f"{EIDE} will visit Kenya. In Kenya, ten people have died in the past four days.",
            None,
            None,
        ),
    ],
)
def test_when_it_takes_place(code, text, date, precision) -> None:  # type: ignore[no-untyped-def]
    rows = [row for row in code(text)["visits"] if row["country"] == "KEN"]
    assert [(row.get("date"), row.get("date_precision")) for row in rows] == [(date, precision)]


@pytest.mark.parametrize("then", ["From there", "After that", "Afterwards"])
def test_a_leg_is_of_the_month_in_which_the_one_before_ends(code, then) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} will meet {RUTO} on July 2. {then} Eide will travel to Ghana."
    (ghana,) = (row for row in code(text)["visits"] if row["country"] == "GHA")
    assert (ghana["date"], ghana["date_precision"]) == ("2024-07", "month")


def test_a_leg_without_a_date_is_of_the_month_of_the_journey(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} will visit Kenya on June 27. From there Eide will travel to Ghana."
    (ghana,) = (row for row in code(text)["visits"] if row["country"] == "GHA")
    assert (ghana["date"], ghana["date_precision"]) == ("2024-06", "month")
    assert "date" in ghana["implied"]


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("was in Kenya for talks", "2024-06"),
        ("visited Kenya years ago", ""),
        ("has visited Kenya", ""),
        ("praised the country after his visit to Kenya", ""),
    ],
)
def test_what_lies_back_is_not_dated_by_the_news(code, told, date) -> None:  # type: ignore[no-untyped-def]
    (row,) = code(f"{'Prices rose. ' * 5}{EIDE} {told}.")["visits"]
    assert row.get("date", "") == date


# One journey, one row


def test_reports_of_one_journey_are_one_row(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} flew to Kenya on Monday. Eide met {RUTO} in Nairobi. Eide's visit to Kenya ends on Thursday."
    (row,) = code(text)["visits"]
    assert (row["city"], row["host"], row["date"]) == ("Nairobi", "William Ruto", "2024-06-17")
    assert len(row["also"]) == 2


def test_a_longer_name_is_of_the_same_visitor(code) -> None:  # type: ignore[no-untyped-def]
    text = "Kenyan minister Peter Paul Otieno flew to Oslo. Norway received Kenyan minister Paul Otieno."
    assert journeys(code, text, "country") == [("NOR",)]


def test_another_year_is_another_journey(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} flew to Kenya on Monday. In 2019 Eide visited Kenya for the first time."
    assert journeys(code, text, "date") == [("2019",), ("2024-06-17",)]


# Words that take up what was named before


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


def test_the_year_since_when_nobody_came_is_not_that_of_the_visit(code) -> None:  # type: ignore[no-untyped-def]
    (row,) = code(f"{SCHOLZ} flew to Accra on Monday for the first time since 2009.")["visits"]
    assert row["date"] == "2024-06-17"
    (row,) = code(f"{SCHOLZ} made his first trip to Accra since 2009.")["visits"]
    assert row.get("date") != "2009"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SCHOLZ} intends to fly to Kenya for a meeting with {RUTO} in Nairobi.", ("planned", "")),
        (f"{SCHOLZ} was to visit Kenya; his office said that it had been postponed.", ("postponed", "")),
        (f"{SCHOLZ} was to have flown to Nairobi.", ("cancelled", "")),
        (f"{SCHOLZ}, who was to fly to Nairobi on Sunday, stayed.", ("planned", "2024-06-23")),
        (f"{EIDE} told reporters on Monday that {SCHOLZ} was in Kenya.", ("occurred", "2024-06")),
        (f"{SCHOLZ} held “useful” talks last October in Nairobi.", ("occurred", "2023-10")),
        (f"Work was agreed in May, when {SCHOLZ} was received in Nairobi.", ("occurred", "2024-05")),
        (f"{SCHOLZ}, who arrived on Monday, paid a visit to Kenya.", ("occurred", "2024-06-17")),
        (f"On Tuesday {SCHOLZ} postponed his trip to Kenya.", ("postponed", "")),
        (f"{EIDE} came to Nairobi in May, two months after a visit there by {SCHOLZ}.", ("occurred", "")),
    ],
)  # fmt: skip
def test_a_date_or_status_is_that_of_the_journey(code, text, expected) -> None:  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "status", "date")[-1][1:] == expected


def test_who_travels_with_somebody_travels_on_the_same_day(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{MACRON} landed in Nairobi on Monday. Travelling with Macron were {SCHOLZ} and {EIDE}."
    assert {date for (date,) in journeys(code, text, "date")} == {"2024-06-17"}


def test_a_text_that_ends_with_its_visitor_is_read_to_its_end(code) -> None:  # type: ignore[no-untyped-def]
    rows = code("Armenia was visited by French lawmakers")["visits"]
    assert [row["country"] for row in rows] == ["ARM"]


# Where the place is the town that the article opens with


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


def test_the_town_of_the_dateline_is_not_where_an_invitation_leads(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "NAIROBI, June 3 (Agency) - The Chief of Defence, General Paul Otieno, left for Accra on "
        "Monday at the invitation of his Ghanaian counterpart."
    )
    assert journeys(code, text, "visitor_country", "country") == [("KEN", "GHA")]


def test_what_is_announced_on_a_visit_leads_nowhere(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} announced a gift of tanks to Ghana during a visit to Nairobi."
    assert journeys(code, text, "country") == [("KEN",)]


def test_a_tour_takes_its_visitor_there(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{RUTO} left on Monday on a tour of talks that take him to Ghana."
    assert journeys(code, text, "visitor", "country") == [("William Ruto", "GHA")]


def test_the_first_to_visit_stands_before_the_comma(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{RUTO}, the first Kenyan president to visit Ghana, praised it."
    assert journeys(code, text, "visitor", "country") == [("William Ruto", "GHA")]


def test_whom_one_invites_has_not_come(code) -> None:  # type: ignore[no-untyped-def]
    assert not journeys(code, f"He repeated the invitation for {RUTO} to visit Ghana.", "visitor")


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
    ("text", "date"),
    [
        (f"{RUTO}'s trip to Ghana, announced in April, caused a stir.", "2024-06"),
        (f"{RUTO} wraps up a trip to Ghana on Friday.", "2024-06-20"),
    ],
)
def test_a_date_may_be_of_something_else_than_the_journey(code, text, date) -> None:  # type: ignore[no-untyped-def]
    assert [day[: len(date)] for (day,) in journeys(code, text, "date")] == [date]


def test_a_span_without_visits_is_no_date_of_one(code) -> None:  # type: ignore[no-untyped-def]
    text = f"It was the first visit to Ghana by {RUTO} in a decade."
    assert journeys(code, text, "date", "status") == [("", "occurred")]


# Officials without a state


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


def test_recent_months_are_no_day_named_elsewhere(code):  # type: ignore[no-untyped-def]
    text = f"ACCRA, June 11 - The fair opens today. In recent months, Ghana has hosted {MACRON}."
    assert journeys(code, text, "country", "date", "date_precision") == [("GHA", "", "unresolved")]


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
    ("text", "status"),
    [
        (
            f"{MACRON}, who had postponed a trip to Ghana in May, cancelled it on Monday.",
            "cancelled",
        ),
        (f"{MACRON}, who had put off a trip to Ghana, called it off on Monday.", "cancelled"),
        (
            f"{MACRON}'s trip to Ghana, first postponed in May, was cancelled on Monday.",
            "cancelled",
        ),
        (f"{MACRON} was due to visit Ghana on Friday but pulled out.", "cancelled"),
        (f"{MACRON} postponed a trip to Ghana to October.", "postponed"),
    ],
)
def test_what_was_put_off_may_be_called_off_since(code, text, status):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "country", "status") == [("GHA", status)]


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (f"{MACRON} praised Ghana on a visit to the country on Monday.", [("GHA", "2024-06-17")]),
        (f"In the novel, {MACRON} travels to Accra.", []),
        (f"In the Accra establishment, {MACRON} is liked and has called for calm.", []),
    ],
)  # fmt: skip
def test_where_and_when_a_journey_leads(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "country", "date") == visits


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


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (f"{EIDE} left Accra on Friday after his visit from 11 to 13 June.", ["11"]),
        (f"Ahead of his visit to Ghana on Monday, {EIDE} praised it.", ["24"]),
        (f"{EIDE}'s trip to Ghana follows a visit by {RUTO} on 3 June.", [""]),
        (f"{EIDE} arrives in Riga on Friday before flying to Accra.", ["", "21"]),
        (f"On the last day of his visit to Ghana, {EIDE} praised it.", [""]),
        (f"{EIDE} is in Riga on a tour that also includes Ghana.", ["", "20"]),
        (
            f"{EIDE} spoke after visiting Riga on Monday, the Netherlands on Tuesday and Chad and "
            "Ghana on Wednesday.",
            ["17", "18", "19", "19"],
        ),
    ],
)
def test_each_leg_has_its_own_day(code, text, dates):  # type: ignore[no-untyped-def]
    assert [day[0][8:] for day in journeys(code, text, "date")] == dates


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        (f"{EIDE}, on coming home on Monday, hailed his trip to Ghana.", "2024-06"),
        (f"{EIDE}'s visit to Ghana on Friday will last three days.", "2024-06-21"),
    ],
)
def test_a_journey_is_dated_by_when_it_began(code, text, begun):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "date") == [(begun,)]


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


def test_a_plan_for_a_month_is_for_the_next_of_that_name(code):  # type: ignore[no-untyped-def]
    text = f"{EIDE} accepted an invitation to visit Ghana in July."
    assert journeys(code, text, "date", "status") == [("2024-07", "planned")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (f"{EIDE} will go to Ghana, a country he last visited in 2010.", ["", "2010"]),
        (f"{EIDE} will visit Ghana. {RUTO} met Eide in Ghana years ago.", [""]),
    ],
)
def test_a_plan_is_another_journey_than_one_of_a_past_year(code, text, dates):  # type: ignore[no-untyped-def]
    rows = [row for row in code(text)["visits"] if row["visitor"] == "Espen Barth Eide"]
    assert sorted(row.get("date", "") for row in rows) == dates


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
        (f"Norway is making preparations for the arrival of {RUTO}.", [("NOR", "planned")]),
        (f"Norway looks forward to {RUTO}'s visit in July.", [("NOR", "planned")]),
        (f"Norway hosted a visit by {RUTO} in May.", [("NOR", "occurred")]),
        (f"{EIDE}'s July will include a visit from {RUTO}.", [("NOR", "planned")]),
        (f"Norway is readying for {RUTO}'s visit to Ghana.", [("GHA", "planned")]),
        (f"Norway prepares an answer to {RUTO}'s visit.", []),
        (f"Norway awaits an apology for {RUTO}'s visit.", []),
        (f"Norway blamed Ghana for the visit of {RUTO}.", []),
        (f"Norway fired missiles during a visit by {RUTO}.", []),
        (f"{RUTO} is preparing for his visit.", []),
    ],
)
def test_who_makes_ready_for_a_visit_receives_it(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "country", "status") == visits


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
    ("text", "kind"),
    [
        (f"{RUTO} flew to Oslo on Monday for the G20 summit.", "multilateral"),
        (f"{RUTO} will attend a meeting of African Union ministers in Oslo.", "multilateral"),
        (f"{RUTO} arrived in Oslo. He met {SCHOLZ} at the APEC summit in Oslo.", "multilateral"),
        (f"{RUTO} and Norwegian Prime Minister Jonas Store held a summit in Oslo.", "bilateral"),
        (f"{RUTO} told a news conference in Oslo that the road was open.", "bilateral"),
        (f"{RUTO} visited Oslo a week ahead of the NATO summit in Ankara.", "bilateral"),
        (f"{RUTO} and {SCHOLZ} held a summit in Oslo.", "third-party"),
    ],
)
def test_a_summit_makes_a_journey_multilateral_where_many_meet_there(code, text, kind):  # type: ignore[no-untyped-def]
    assert {found for (found,) in journeys(code, text, "kind")} == {kind}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            f"{QUIET}{RUTO} said earlier on Monday that they help. “So be it,” Ruto said in Oslo.",
            "17",
        ),
        (f"{QUIET}A truce signed on Monday holds. “So be it,” {RUTO} said in Oslo.", ""),
        (f"{RUTO} met {SCHOLZ} in Norway. They spoke a week ago, and met on Monday in Oslo.", "17"),
    ],
)
def test_the_day_of_a_visit_may_stand_in_the_sentence_beside(code, text, date):  # type: ignore[no-untyped-def]
    days = journeys(code, text, "date", "date_precision")
    assert {day[-2:] if precision == "day" else "" for day, precision in days} == {date}


@pytest.mark.parametrize(
    "text",
    [
        f"{RUTO} became the first candidate to travel to Oslo as the 2027 campaign began.",
        f"This is {RUTO}'s fifth visit to Oslo since he became president in 2022.",
        f"The trip, announced in April, was confirmed by {RUTO}, who met {SCHOLZ} in Oslo.",
        f"Since he was sworn in on June 3, {RUTO} has met bankers in Oslo.",
        f"On Monday, an aide told reporters that {RUTO} had visited Oslo.",
        f"{RUTO} put off a trip to Oslo over the June 4 raid on a mine.",
        f"{RUTO} will fly to Bergen on June 25 after spending two days in Ghana.",
    ],
)
def test_the_date_of_something_else_is_not_that_of_the_visit(code, text):  # type: ignore[no-untyped-def]
    found = journeys(code, text, "country", "city", "date")
    assert {date for *place, date in found if place != ["NOR", "Bergen"]} <= {"", "2024-06"}


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


def test_who_receives_him_is_somebody_else(code):  # type: ignore[no-untyped-def]
    text = f"{EIDE} landed in Accra on Monday. President Nana Akufo-Addo received him there."
    assert journeys(code, text, "visitor", "host") == [("Espen Barth Eide", "Nana Akufo-Addo")]


def test_another_ones_visit_that_was_put_off_dates_none(code):  # type: ignore[no-untyped-def]
    text = (
        f"Kenya has put off {RUTO}'s visit to Oslo set for June 27. Kenyan Foreign Minister "
        "Musalia Mudavadi led the Kenyan side at talks with Espen Barth Eide in Oslo."
    )
    assert ("Musalia Mudavadi", "2024-06-27") not in journeys(code, text, "visitor", "date")


@pytest.mark.parametrize(
    ("plan", "status"),
    [
        ("He will visit Ghana at a convenient time later.", "postponed"),
        ("An aide said that he still wanted to come to Ghana.", "postponed"),
        ("He will now visit Ghana on Friday.", "planned"),
    ],
)
def test_a_visit_that_was_put_off_is_planned_anew_for_a_day(code, plan, status):  # type: ignore[no-untyped-def]
    text = f"{MACRON} has postponed his visit to Ghana. {plan}"
    assert journeys(code, text, "country", "status") == [("GHA", status)]


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
    "text",
    [
        f"President Nana Akufo-Addo received in Accra on Monday {EIDE}.",
        f"President Nana Akufo-Addo received on Monday at the palace in Accra the envoy and {EIDE}.",
    ],
)
def test_a_guest_may_stand_behind_the_place(code, text):  # type: ignore[no-untyped-def]
    assert ("Espen Barth Eide", "occurred") in journeys(code, text, "visitor", "status")


@pytest.mark.parametrize(
    ("words", "visits"),
    [
        (", from Chad, a neighbour, to Mali", []),
        (" on Monday from Chad", [("Espen Barth Eide", "TCD")]),
    ],
)
def test_whom_one_speaks_to_may_be_far_apart(code, words, visits):  # type: ignore[no-untyped-def]
    rows = journeys(code, f"{EIDE} spoke to premiers{words}.", "visitor", "country")
    assert [row for row in rows if row[1] == "TCD"] == visits


def test_who_receives_him_later_was_not_there(code):  # type: ignore[no-untyped-def]
    text = f"{EIDE}, who was in Lima last week, will be received by {RUTO}."
    assert ("William Ruto", "PER") not in journeys(code, text, "visitor", "country")


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
    ("text", "date"),
    [
        # The opening tells what was done there, and when.
        (
            f"ACCRA (Agency) - {EIDE} agreed on Saturday to buy cocoa. The crop was poor. Prices"
            f" rose. Eide said after talks with Ghana's Nana Akufo-Addo in Accra that it was dear.",
            "2024-06-15",
        ),
        (
            f"{EIDE} returned home on June 17 after paying an official visit to Ghana.",
            "2024-06",
        ),
        (f"A summit will be held Monday and Tuesday in Accra. {EIDE} will attend.", "2024-06-24"),
    ],
)
def test_a_visit_is_dated_by_what_is_told_with_it(code, text, date):  # type: ignore[no-untyped-def]
    assert ("Espen Barth Eide", date) in journeys(code, text, "visitor", "date")


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


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (  # "First" is of the other visit.
            f"{EIDE} came to Accra in May 2010, the first Norwegian to do so since 1988, and Kenya's"
            " William Ruto paid a visit to Ghana in 2015.",
            [("Espen Barth Eide", "2010-05"), ("William Ruto", "2015")],
        ),
        (f"{EIDE} praised the crew after visits to Togo.", [("Espen Barth Eide", "2024-06")]),
    ],
)
def test_a_past_leg_has_no_day_of_another(code, text, dates):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "date") == dates


@pytest.mark.parametrize("byline", ["Ana Silva\nTHE USA STAR\n", "By Ana Silva and Bo Holm\n", ""])
def test_a_dateline_may_stand_behind_who_wrote_it(code, byline):  # type: ignore[no-untyped-def]
    text = f"{byline}LIMA – {EIDE} met Peruvian President Dina Boluarte on Monday."
    assert journeys(code, text, "visitor", "city") == [("Espen Barth Eide", "Lima")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            f"A summit between {EIDE} and {RUTO} that was set for Lome will not go ahead.",
            "cancelled",
        ),
        (f"A summit between {EIDE} and {RUTO} that was set for Lome will go ahead.", "planned"),
        (
            f"{EIDE} told {RUTO} of his forthcoming meeting with Faure Gnassingbe in Lome.",
            "planned",
        ),
    ],
)
def test_a_meeting_that_is_planned_may_not_be_held(code, text, status):  # type: ignore[no-untyped-def]
    assert ("Espen Barth Eide", "TGO", status) in journeys(
        code, text, "visitor", "country", "status"
    )


def test_who_is_there_now_was_there_before(code):  # type: ignore[no-untyped-def]
    text = f"{EIDE} is currently in Accra for talks. Eide was in Accra in January."
    assert journeys(code, text, "city", "date") == [("Accra", "2024-01"), ("Accra", "2024-06-20")]


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (f"{EIDE}, on a visit to Riga, said it was over.", [("LVA", "2024-06-20", "ongoing")]),
        (f"{EIDE} spoke on Thursday during a trip to Riga.", [("LVA", "2024-06-20", "ongoing")]),
        (f"{EIDE} spoke on Monday during a trip to Riga.", [("LVA", "2024-06-17", "occurred")]),
        (
            f"{EIDE} started a four-day tour of Peru on Wednesday.",
            [("PER", "2024-06-19", "ongoing")],
        ),
        (
            f"{EIDE} started a four-day tour of Peru on June 10.",
            [("PER", "2024-06-10", "occurred")],
        ),
        (
            f"{EIDE} landed in Lima on Tuesday on a three-day trip.",
            [("PER", "2024-06-18", "ongoing")],
        ),
        (
            f"{EIDE} landed in Lima on Tuesday for a three-day fair.",
            [("PER", "2024-06-18", "occurred")],
        ),
        (
            f"{EIDE} met {RUTO} on Tuesday in Nairobi. Eide, who is visiting Kenya, thanked him.",
            [("KEN", "2024-06-18", "ongoing")],
        ),
        (f"{EIDE} returned on Thursday from a trip to Riga.", [("LVA", "2024-06-20", "occurred")]),
        (
            f"{EIDE} told reporters on Thursday during a stop in Riga that it was over.",
            [("LVA", "2024-06-20", "ongoing")],
        ),
        (
            f"{EIDE}, on a tour of the Baltics, said in Riga that it was over.",
            [("LVA", "2024-06-20", "ongoing")],
        ),
        (f"{EIDE} told reporters in Riga on Thursday.", [("LVA", "2024-06-20", "occurred")]),
        (
            f"{EIDE} will be in Lima on July 2 and in Santiago on July 4.",
            [("CHL", "2024-07-04", "planned"), ("PER", "2024-07-02", "planned")],
        ),
        (f"{EIDE} was in Lima on Monday and Chile protested.", [("PER", "2024-06-17", "occurred")]),
        (f"{EIDE} will fly to Riga this week.", [("LVA", "2024-06-20", "planned")]),
        (f"{EIDE} flew to Riga this week.", [("LVA", "2024-06-17", "occurred")]),
        (
            f"{EIDE} will tour Chile and Peru from June 24 to 28.",
            [("CHL", "2024-06-24", "planned"), ("PER", "2024-06", "planned")],
        ),
        (
            f"{EIDE} will visit Peru later this month. The visit will run from June 27 to 28.",
            [("PER", "2024-06-27", "planned")],
        ),
        (
            f"{EIDE} will visit Peru in July. On June 27, Peru will vote.",
            [("PER", "2024-07", "planned")],
        ),
        (
            f"{EIDE} toured Chile and will fly to Lima on Friday.",
            [("CHL", "2024-06", "occurred"), ("PER", "2024-06-21", "planned")],
        ),
        (
            f"Monday – {EIDE} was in Lima. {RUTO} toured Lima. Tuesday – {MACRON} was in Lima.",
            [
                ("PER", "2024-06-17", "occurred"),
                ("PER", "2024-06-17", "occurred"),
                ("PER", "2024-06-18", "occurred"),
            ],
        ),
    ],
)
def test_what_goes_on_and_since_when(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "country", "date", "status") == visits


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


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            f"{EIDE} warned of a new war at last week's security conference in Lima.",
            [("Espen Barth Eide", "PER")],
        ),
        (f"{EIDE} praised the outcome of last week's security conference in Lima.", []),
        (
            f"At last year's Lima summit, {EIDE} turned the offer down.",
            [("Espen Barth Eide", "PER")],
        ),
        (
            f"The choice is left to {RUTO} and {EIDE}, who meet in Lima on Friday.",
            [("Espen Barth Eide", "PER"), ("William Ruto", "PER")],
        ),
        (
            f"Talks were held with {RUTO} and {EIDE}, who was in Lima on Friday.",
            [("Espen Barth Eide", "PER")],
        ),
        (
            f"{EIDE} and his peers from Chile and Peru gathered in Lima on Monday.",
            [("Alberto van Klaveren", "PER"), ("Espen Barth Eide", "PER")],
        ),
        (f"{EIDE} was denied a visa to attend a trade summit in Lima next week.", []),
        (
            f"{EIDE} was given a visa to attend a trade summit in Lima next week.",
            [("Espen Barth Eide", "PER")],
        ),
        (
            f"Peru is due to host a trade summit in July, where {EIDE} will have a chance to speak.",
            [("Espen Barth Eide", "PER")],
        ),
        (
            f"{RUTO} and {EIDE} reviewed their pact in Oslo on Monday.",
            [("William Ruto", "NOR")],
        ),
        (f"{RUTO} and {EIDE} reviewed schools in Lima on Monday.", []),
        (f"A trade summit opened in Lima. Rain gave {EIDE} an opportunity to rest.", []),
        (f"{EIDE} reviewed the drop in prices in Lima on Monday.", []),
        (f"Norway sent a letter before negotiations with {RUTO}.", []),
        ("Norway sent envoys to Lima on Monday.", [("envoys", "PER")]),
        ("Norway sent a crate of fish to officials in Lima on Monday.", []),
        (
            "The top diplomats of Norway and Kenya will meet in Lima.",
            [("Espen Barth Eide", "PER"), ("Musalia Mudavadi", "PER")],
        ),
        (
            "Norwegian and Kenyan army chiefs met in Lima on Monday.",
            [("army chiefs of Kenya", "PER"), ("army chiefs of Norway", "PER")],
        ),
        (f"In Lima, {EIDE} is expected to sign a pact.", [("Espen Barth Eide", "PER")]),
        (f"In Lima, {EIDE} is feared.", []),
    ],
)
def test_who_takes_part_where_a_meeting_is_held(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "visitor", "country") == visits


def test_who_invites_is_the_host(code):  # type: ignore[no-untyped-def]
    text = f"{RUTO} is inviting {EIDE} to come to Nairobi in July."
    assert journeys(code, text, "visitor", "host") == [("Espen Barth Eide", "William Ruto")]


def test_who_is_ranked_among_visitors_is_named_behind(code):  # type: ignore[no-untyped-def]
    text = "The last French president to visit Ghana was François Hollande in 2013."
    assert journeys(code, text, "visitor", "country", "date") == [
        ("Francois Hollande", "GHA", "2013")
    ]


def test_who_is_invited_travels_and_not_who_invites(code) -> None:  # type: ignore[no-untyped-def]
    for by in ("from William Ruto", "by Kenya"):
        rows = code(f"Petro will take up an invitation {by} to visit Nairobi.")["visits"]
        assert [(row["visitor"], row["country"]) for row in rows] == [("Gustavo Petro", "KEN")]


def test_the_subject_behind_an_opening_phrase_travelled(code) -> None:  # type: ignore[no-untyped-def]
    text = "Speaking on Monday in Nairobi, which is far from Lima, Gustavo Petro praised the deal."
    rows = code(text)["visits"]
    assert [(row["visitor"], row["country"]) for row in rows] == [("Gustavo Petro", "KEN")]


def test_the_day_of_arrival_in_a_clause_put_in_is_that_of_who_comes_along(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Gustavo Petro, who arrived on Monday, paid a visit to Kenya. He was accompanied by "
        "Foreign Minister Ana Holm."
    )
    rows = code(text)["visits"]
    assert {row["visitor"] for row in rows} == {"Gustavo Petro", "Ana Holm"}
    assert len({row["date"] for row in rows}) == 1


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


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (f"{EIDE} concluded a three-day visit to Peru on Monday.", [("PER", "2024-06-15")]),
        (f"{EIDE} called off a trip to Peru planned this weekend.", [("PER", "2024-06-22")]),
        (f"{EIDE}, in Lima since Sunday for talks, praised it.", [("PER", "2024-06-16")]),
        (f"{EIDE} praised his third visit to Peru since Sunday.", [("PER", "2024-06")]),
        # The day of one leg is not that of the next, nor of what came a day before it.
        (
            f"{EIDE} will visit Peru on Friday and then fly to Chile.",
            [("CHL", "2024-06"), ("PER", "2024-06-21")],
        ),
        (
            f"Two days after visiting Peru, {EIDE} landed in Chile on Monday.",
            [("CHL", "2024-06-17"), ("PER", "")],
        ),
        (
            f"{EIDE} had been due to visit Peru last month but dropped the idea.",
            [("PER", "2024-05")],
        ),
        # Nor is that of an event for which it is too early, or which one came from.
        (f"{EIDE} was in Peru ahead of Tuesday's OPEC meeting.", [("PER", "2024-06")]),
        (f"{EIDE} is visiting Peru before the July 3 NATO summit.", [("PER", "2024-06-20")]),
        (f"{EIDE} flew to Peru after last week's talks in Rome.", [("PER", "")]),
        (f"{EIDE} landed in Peru for Tuesday's OPEC meeting.", [("PER", "2024-06-18")]),
        (f"{EIDE} had talks in Peru after Tuesday's meeting.", [("PER", "2024-06-18")]),
        (f"{EIDE}, left, meets {RUTO} in Peru on Monday.", [("PER", "2024-06-17")] * 2),
        (f"{EIDE} meets {RUTO} in Peru on Monday.", [("PER", "2024-06-24")] * 2),
        # What had been said before is not counted from the day of the news.
        (
            f"{EIDE} came to Peru on Monday. Oslo had said he would go to Peru on Monday.",
            [("PER", "2024-06-17")],
        ),
        (f"Oslo said {EIDE} would go to Peru on Monday.", [("PER", "2024-06-24")]),
    ],
)
def test_the_day_of_a_leg_is_none_of_another(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "country", "date") == visits


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (f"{EIDE} will fly to Nairobi but has no plans to meet {RUTO}.", [("Nairobi", "")]),
        (f"{EIDE} will fly to Nairobi and plans to meet {RUTO}.", [("Nairobi", "William Ruto")]),
        (f"{EIDE} paid a courtesy call on {RUTO} in Nairobi.", [("Nairobi", "William Ruto")]),
        (f"{EIDE} landed in Houston, Texas, on Monday.", [("Houston", "")]),
        # One meets neither the dead nor those of whom only relatives are met.
        (f"{EIDE} visited the tomb of former {RUTO} in Nairobi.", [("Nairobi", "")]),
        (f"{EIDE} met the widow of {RUTO} in Nairobi.", [("Nairobi", "")]),
        (f"{EIDE} joined the funeral of the late {RUTO} in Nairobi.", [("Nairobi", "")]),
        (f"{EIDE} visited the tomb of former {RUTO} on Monday.", []),
        (f"{EIDE} visited the house of {RUTO} in Nairobi.", [("Nairobi", "William Ruto")]),
        (
            f"{RUTO} met a Norwegian delegation headed by {EIDE} in Nairobi.",
            [("Nairobi", "William Ruto")],
        ),
    ],
)
def test_where_and_by_whom_he_is_received(code, text, visits):  # type: ignore[no-untyped-def]
    assert journeys(code, text, "city", "host") == visits


def test_a_country_crossed_on_the_way_is_not_where_one_arrives(code) -> None:  # type: ignore[no-untyped-def]
    text = "NAIROBI, June 18 (Agency) - Gustavo Petro arrived for a visit by train through Ghana."
    rows = code(text)["visits"]
    assert [(row["visitor"], row["country"]) for row in rows] == [("Gustavo Petro", "KEN")]
