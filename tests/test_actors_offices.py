"""Who holds an office: families of titles, ranks, and names that a ship or airport bears."""

from __future__ import annotations

import datetime as dt

import pytest


def named(reading) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    """Return name and state of everybody named by name or title."""
    kinds = ("person", "name", "title")
    return [(m.name, m.country) for m in reading.mentions if m.kind in kinds]


@pytest.mark.parametrize(
    ("published", "text", "name"),
    [
        ("1990-05-05", "President Bush spoke.", "George H.W. Bush"),
        ("2006-05-05", "President Bush spoke.", "George W. Bush"),
        ("2012-05-05", "Bush spoke.", "George W. Bush"),
        ("1990-05-05", "Secretary Baker spoke.", "James Baker"),
        ("1984-05-05", "Foreign Minister Andrei A. Gromyko spoke.", "Andrei Gromyko"),
    ],
)
def test_of_one_family_name_who_was_in_office_is_meant(read, published, text, name) -> None:  # type: ignore[no-untyped-def]
    assert named(read(text, published=dt.date.fromisoformat(published)))[0][0] == name


def test_an_office_abroad_gives_its_own_state_while_it_is_held(read) -> None:  # type: ignore[no-untyped-def]
    text = "Eduard Shevardnadze spoke."
    assert named(read(text, published=dt.date.fromisoformat("1988-05-05"))) == [
        ("Eduard Shevardnadze", "SUN")
    ]
    assert named(read(text, published=dt.date.fromisoformat("1999-05-05"))) == [
        ("Eduard Shevardnadze", "GEO")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Iran's supreme leader spoke.", "Ali Khamenei"),
        ("The Venezuelan leader spoke.", "Hugo Chavez"),
        ("The Zambian opposition leader spoke.", "Zambian opposition leader"),
        ("The Houthi leader spoke.", "Houthi leader"),
        ("The California attorney general spoke.", "California attorney general"),
        ("The UN secretary-general spoke.", "Ban Ki-moon"),
        ("The Iraqi Kurdish leader met Ana Soto.", "Iraqi Kurdish leader"),
        ("The Bolivian longtime leader met Ana Soto.", "Evo Morales"),
        ("The Turkish Cypriot leader met Ana Soto.", "Dervis Eroglu"),
        ("The Greek Cypriot leader met Ana Soto.", "Demetris Christofias"),
    ],
)
def test_a_leader_of_another_rank_is_not_the_president(read, text, name) -> None:  # type: ignore[no-untyped-def]
    assert named(read(text, published=dt.date.fromisoformat("2012-05-05")))[0][0] == name


@pytest.mark.parametrize(
    ("published", "text", "name"),
    [
        ("1995-05-05", "China's foreign minister spoke.", "Qian Qichen"),  # vice premier as well
        ("2005-05-05", "India's external affairs minister spoke.", "Natwar Singh"),
        ("1994-05-05", "Pakistan's prime minister spoke.", "Benazir Bhutto"),
    ],
)
def test_an_office_is_known_beside_another_and_by_its_like(read, published, text, name) -> None:  # type: ignore[no-untyped-def]
    assert named(read(text, published=dt.date.fromisoformat(published)))[0][0] == name


def test_a_vice_president_is_not_the_president_named_before(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("Zambian President Ana Silva met Omar Banda. The vice president left.")
    assert named(reading)[-1] == ("vice president", "")


def test_a_top_diplomat_is_who_leads_the_sentence_before(read) -> None:  # type: ignore[no-untyped-def]
    text = "Foreign Minister Ana Silva is back for Secretary of State Omar Banda's visit."
    assert named(read(f"{text} The top diplomat praised it."))[-1][0] == "Ana Silva"


def test_an_office_is_that_of_who_leads_the_sentence_before(read) -> None:  # type: ignore[no-untyped-def]
    text = "Foreign Minister Ana Silva flew to Accra at the request of Foreign Minister Omar Banda."
    assert named(read(f"{text} The foreign minister praised it."))[-1][0] == "Ana Silva"
    text = "At the call of Minister Ana Silva, the minister of mines, Minister Omar Banda spoke."
    assert named(read(f"{text} The minister was glad."))[-1][0] == "Omar Banda"
    text = "Foreign Minister Ana Silva met Prime Minister Omar Banda."
    assert named(read(f"Talks were long. {text} The minister praised it."))[-1][0] == "Ana Silva"


@pytest.mark.parametrize(
    "text",
    [
        "The aircraft carrier Charles de Gaulle left Toulon.",
        "The USS Gerald R. Ford Carrier Strike Group moved east.",
        "They landed at Indira Gandhi International Airport.",
    ],
)
def test_what_is_named_after_somebody_is_nobody(read, text) -> None:  # type: ignore[no-untyped-def]
    assert named(read(text)) == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Serbian President Milan Petric spoke.", "Milan Petric", "SRB"),
        ("The Chadian Foreign Minister, Ana Silva and Omar Banda spoke.", "Ana Silva", "TCD"),
        ("The Irish Taoiseach Ana Silva spoke.", "Ana Silva", "IRL"),
        ("State Councilor Li Wenhua spoke.", "Li Wenhua", "CHN"),
        ("The head of the Security Office Ana Silva spoke.", "Ana Silva", ""),
    ],
)
def test_where_a_name_begins_behind_its_title(read, text, name, country) -> None:  # type: ignore[no-untyped-def]
    assert (name, country) in named(read(text))


def test_a_body_is_known_by_the_short_form_the_text_gives_it(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("Namibia's Foreign Ministry (NFM) denied it. The NFM said no more.")
    bodies = [m for m in reading.mentions if m.kind == "institution"]
    assert [m.actor_id for m in bodies] == ["nam-foreign-ministry"] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sheikh Khaled bin Saud met Omar Banda. Sheikh Khaled spoke.", "Khaled bin Saud"),
        ("Mr. Ana Silvan spoke. MR. SILVAN: No.", "Ana Silvan"),
        ("Democrat Hillary Clinton spoke.", "Hillary Clinton"),
        ("He met Donald Trump Chinese President Xi Jinping said.", "Xi Jinping"),
    ],
)
def test_a_name_is_taken_up_and_cut_as_it_is_meant(read, text, name) -> None:  # type: ignore[no-untyped-def]
    assert named(read(text))[-1][0] == name


def test_an_office_without_a_state_is_of_where_the_report_comes_from(read) -> None:  # type: ignore[no-untyped-def]
    text = "HARARE, May 3 (Reuters) - Finance Minister Ana Silva spoke in Zambia."
    assert named(read(text)) == [("Ana Silva", "ZWE")]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Togo closed the border. Trade Minister Ana Holm blamed Benin.", "Ana Holm", "TGO"),
        ("Peru's army hit a post. An army spokesman, Col. Ivan Ruiz, spoke.", "Ivan Ruiz", "PER"),
        ("Togo closed the border. The trader Ana Holm blamed Benin.", "Ana Holm", ""),
        ("Togo closed it. Ana Holm, president of a trade institute, spoke.", "Ana Holm", ""),
        ("The bill is dead, said Rep. Ana Holm (D-Ohio).", "Ana Holm", "USA"),
        ("Ana Holm, R-Ohio, said so.", "Ana Holm", "USA"),
        ("Ana Holm, C-level manager, said so.", "Ana Holm", ""),
        # Who led a body of many states has come home.
        ("The Norwegian finance minister, Jens Stoltenberg, spoke.", "Jens Stoltenberg", "NOR"),
    ],
)
def test_an_official_is_of_the_state_that_leads_or_of_the_party_told(  # type: ignore[no-untyped-def]
    read, text: str, name: str, country: str
) -> None:
    assert (name, country) in named(read(text))


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Foreign Minister Ana Holm met Omani Foreign Minister Ali Said. Oman is a friend of"
            " Chad, Oman's sultan said in Oman.",
            "Ana Holm",
            "",
        ),
        (
            "Foreign Minister Ali Said spoke in Oman. Oman is a friend of Chad, Omani Foreign"
            " Minister Ali Said added. Oman's sultan left Oman.",
            "Ali Said",
            "OMN",
        ),
    ],
)
def test_an_office_of_the_home_that_another_is_named_with_is_not_held(  # type: ignore[no-untyped-def]
    read, text: str, name: str, country: str
) -> None:
    assert (name, country) in named(read(text))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Peru accused Togo. “Togo rejects this,” its trade minister, Ana Holm, said.", "TGO"),
        ("Peru accused Togo. “Lies,” its trade minister, Ana Holm, said.", "PER"),
        ("Peru accused Togo. “We saw Togo do it,” its trade minister, Ana Holm, said.", "PER"),
    ],
)
def test_its_is_of_who_leads_the_quotation_before_it(read, text, country) -> None:  # type: ignore[no-untyped-def]
    assert ("Ana Holm", country) in named(read(text))


@pytest.mark.parametrize(
    "office",
    [
        "director general of the Department of Chadian Affairs of the Foreign Ministry of Togo",
        "head of the Chad desk of the Togolese foreign ministry",
    ],
)
def test_who_heads_a_desk_is_of_the_ministry_and_not_of_what_it_deals_with(read, office) -> None:  # type: ignore[no-untyped-def]
    assert ("Ana Holm", "TGO") in named(read(f"Ana Holm, {office}, spoke. Chad is in Chad."))


def test_a_college_president_is_of_no_state(read) -> None:  # type: ignore[no-untyped-def]
    assert named(read("Zambian President Ana Silva met a college president."))[1:] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chad's trade minister left on Monday. Trade Minister Ana Silva of Chad was tired.", "Ana Silva"),
        ("A Chadian trade minister left. Chadian Trade Minister Ana Silva was tired.", "Ana Silva"),
        ("The Chadian official left on Monday. Chadian official Ana Silva stayed.", "Chadian official"),
    ],
)  # fmt: skip
def test_an_office_takes_the_name_that_stands_with_it_further_on(read, text, name) -> None:  # type: ignore[no-untyped-def]
    assert named(read(text))[0] == (name, "TCD")


LATER = "Colonel Idriss Holm, spokesman for the Chadian army, gave no figures."


def first_title(reading) -> str:  # type: ignore[no-untyped-def]
    """Return whose the first title of a text is, "" for nobody's."""
    title = next(mention for mention in reading.mentions if mention.kind == "title")
    return title.name if title.actor_id else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"A Chadian army spokesman said so. {LATER}", "Idriss Holm"),
        (f"A Chadian army spokesperson said so. {LATER}", "Idriss Holm"),
        ("Peru's NATO envoy left. Luis Soto, Peruvian ambassador to NATO, was ill.", "Luis Soto"),
        ("Peru's chief justice left. Chief Justice Ana Silva was ill.", "Ana Silva"),
        (f"A Chadian army spokesman said so on condition of anonymity. {LATER}", ""),
        (f"A Chadian army spokeswoman said so. {LATER}", ""),
        (f"A Chadian navy spokesman said so. {LATER}", ""),
        (f"A Malian army spokesman said so. {LATER}", ""),
        (f"A Chadian spokesman said so. {LATER}", ""),
        (f"Another Chadian army spokesman said so. {LATER}", ""),
        (f"A Chadian army spokesman said so. {LATER} Army spokesman Omar Saleh of Chad left.", ""),
    ],
)
def test_who_is_told_of_by_post_is_the_only_one_named_with_it_further_on(  # type: ignore[no-untyped-def]
    read, text, name
) -> None:
    assert first_title(read(text)) == name


def test_who_is_named_by_post_alone_is_of_the_state_that_the_lead_gives_it(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("Peru's chief justice left. Chief Justice Ana Silva was ill.")
    assert ("Ana Silva", "PER") in {(m.name, m.country) for m in reading.mentions}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("ANA MARIA SOTO (Peru) said so.", "ANA MARIA SOTO", "PER"),
        ("ANA SOTO, Minister for Foreign Affairs of Peru, said so.", "ANA SOTO", "PER"),
        ("Chad's special envoy on Sahel issues Idriss Holm left.", "Idriss Holm", "TCD"),
        ("Chad's special envoy on the Malian issue, Idriss Holm, left.", "Idriss Holm", "TCD"),
        ("Special Representative of the Secretary-General for Mali Ana Soto left.", "Ana Soto", "IGO"),
        ("Chad's army chief, Gen. Idriss Holm (retd), left.", "Idriss Holm", "TCD"),
        ("Chadian Defence Secretary Lt. Gen. (retd) Idriss Holm left.", "Idriss Holm", "TCD"),
        ("Iran's national security adviser, Maj. Gen. Reza Holm, left.", "Reza Holm", "IRN"),
    ],
)  # fmt: skip
def test_a_name_behind_a_rank_a_matter_or_in_capitals_is_somebody(
    read, text, name, country
) -> None:  # type: ignore[no-untyped-def]
    assert named(read(text))[0] == (name, country)


@pytest.mark.parametrize("text", ["TALKS IN LIMA (UPDATED) END", "PERU SENDS ANA SOTO, ARMY TOLD"])
def test_a_headline_in_capitals_names_no_stranger(read, text) -> None:  # type: ignore[no-untyped-def]
    assert not [m for m in read(text).mentions if m.kind in ("person", "name")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru's envoy to Chad, Ana Soto, left. The diplomat was tired.", "Ana Soto"),
        ("Peru's ambassador Ana Soto left. The veteran envoy was tired.", "Ana Soto"),
        ("Peru's envoy to Chad, Ana Soto, left. One western diplomat was tired.", ""),
        ("Peru's trade minister, Ana Soto, left. The diplomat was tired.", ""),
    ],
)
def test_the_diplomat_is_the_ambassador_who_leads_the_sentence_before(read, text, name) -> None:  # type: ignore[no-untyped-def]
    title = [mention for mention in read(text).mentions if mention.kind == "title"][-1]
    assert (title.name if title.actor_id else "") == name


def test_who_is_named_again_is_of_the_same_state(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("Ola Moe of Norway's navy left. Mali was calm. Moe came back.")
    assert [m.country for m in reading.mentions if m.name == "Ola Moe"] == ["NOR", "NOR"]


def test_a_foreign_office_is_of_the_state_that_the_text_names_most(read) -> None:  # type: ignore[no-untyped-def]
    def office(text: str) -> str:
        return next(m.country for m in read(text).mentions if "Foreign" in m.role + m.name)

    assert office("A Foreign Office spokesman left.") == "GBR"
    assert office("Pakistan was calm. A Foreign Office spokesman left.") == "PAK"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The NATO chief left.", "Jens Stoltenberg"),
        ("The head of the European Commission left.", "Ursula von der Leyen"),
        ("The EU foreign policy chief left.", "Josep Borrell"),
        ("The CIA chief left.", "CIA chief"),
        ("The head of Mossad left.", "head of Mossad"),
        ("The UN chief spokesman left.", "UN chief spokesman"),
    ],
)
def test_who_heads_a_body_is_somebody(read, text, name) -> None:  # type: ignore[no-untyped-def]
    assert named(read(text, published=dt.date(2023, 5, 5)))[0][0] == name


@pytest.mark.parametrize(
    "text", ["The NATO chief aim was peace.", "The head of the table was free."]
)
def test_what_is_chief_or_has_a_head_is_nobody(read, text) -> None:  # type: ignore[no-untyped-def]
    assert not named(read(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 2014, the Dutch prime minister met Ana Soto.", "Mark Rutte"),
        ("In May 2015 the Iranian foreign minister met Ana Soto.", "Mohammad Javad Zarif"),
        ("The Iranian foreign minister met Ana Soto in 2015.", "Mohammad Javad Zarif"),
        ("In 1998 the Dutch prime minister met Ana Soto.", "Wim Kok"),
        # Two held it in that year.
        ("The Dutch prime minister met Ana Soto in 2010.", "Dutch prime minister"),
        # He tells today of that year.
        ("The Iranian foreign minister said they met in 2015.", "Hossein Amir-Abdollahian"),
    ],
)
def test_an_office_in_a_bygone_year_is_that_of_who_held_it_then(read, text, name) -> None:  # type: ignore[no-untyped-def]
    assert named(read(text, published=dt.date(2023, 5, 5)))[0][0] == name
