"""When a journey took or takes place; the articles appear on Thursday, June 20."""

from __future__ import annotations

import pytest

from tests.visit_samples import EIDE, MACRON, QUIET, RUTO, SCHOLZ, journeys


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


def test_another_year_is_another_journey(code) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} flew to Kenya on Monday. In 2019 Eide visited Kenya for the first time."
    assert journeys(code, text, "date") == [("2019",), ("2024-06-17",)]


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


def test_recent_months_are_no_day_named_elsewhere(code):  # type: ignore[no-untyped-def]
    text = f"ACCRA, June 11 - The fair opens today. In recent months, Ghana has hosted {MACRON}."
    assert journeys(code, text, "country", "date", "date_precision") == [("GHA", "", "unresolved")]


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
