"""Who is named: forms of address, titles, appositions, and what a title leaves unsaid."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from analysis.actor_tables import list_actors
from analysis.actors.entries import check_actor
from analysis.coding import shared_rulebook
from analysis.errors import RuleError


def people(reading) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    """Return name and state of each person named."""
    return [(m.name, m.country) for m in reading.mentions if m.kind in ("person", "name")]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Mr Erdogan said so.", "Recep Tayyip Erdogan", "TUR"),
        ("Comrade Choe Son Hui said so.", "Choe Son Hui", "PRK"),
        ("Dr. Ana Silva said so.", "Ana Silva", ""),
        ("Peruvian Maj. Gen. Ana Silva said so.", "Ana Silva", "PER"),
        ("President Obama said so.", "Barack Obama", "USA"),
        ("British Prime Minister Theresa May said so.", "Theresa May", "GBR"),
        ("Mrs June said so.", "June", ""),
        ("Dutch Foreign Minister Jan van der Berg said so.", "Jan van der Berg", "NLD"),
        (
            "European Commission President Ursula von der Leyen said so.",
            "Ursula von der Leyen",
            "IGO",
        ),
        ("Ruto arrived. The Peruvian envoy met President al-Rashid.", "al-Rashid", ""),
        ("Republican Senator Ana Silva said so.", "Ana Silva", "USA"),
        ("Special envoy Elliott Abrams said so.", "Elliott Abrams", "USA"),
        ("The Minister of Finance of Peru, Mr. Luis Soto in May said so.", "Luis Soto", "PER"),
        ("President Joseph R. Biden, Jr. said so.", "Joe Biden", "USA"),
        ("Peru's trade minister, the Hon. Ana Silva, said so.", "Ana Silva", "PER"),
        ("The Minister of Trade of Peru, H.E. Dr. Ana Silva said so.", "Ana Silva", "PER"),
    ],
)
def test_a_form_of_address_is_no_part_of_the_name(read, text, name, country) -> None:  # type: ignore[no-untyped-def]
    assert (name, country) in people(read(text))


def test_a_topic_stands_between_a_government_and_its_minister(read) -> None:  # type: ignore[no-untyped-def]
    assert people(read("Chad government water minister Ana Silva left.")) == [("Ana Silva", "TCD")]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Silva, spokeswoman for the Peruvian Defence Ministry, denied it.",
        "Capt. Ana Silva, commander of the Peruvian Joint Command, denied it.",
    ],
)
def test_the_body_in_an_apposition_is_not_its_head(read, text) -> None:  # type: ignore[no-untyped-def]
    assert people(read(text)) == [("Ana Silva", "PER")]


def test_a_title_whose_topic_no_list_has_is_read_whole(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("Fisheries Minister Ana Silva met the crews.")
    assert people(reading) == [("Ana Silva", "")]
    assert reading.text.span(reading.mentions[0].first, reading.mentions[0].end).startswith("Fish")


def test_a_minister_without_a_state_belongs_to_the_state_the_article_is_about(read) -> None:  # type: ignore[no-untyped-def]
    text = "Peru closed its border. Peru's army moved north. Ships left Peru. "
    reading = read(text + "Fisheries Minister Ana Silva said Chile knew.")
    assert ("Ana Silva", "PER") in people(reading)


def test_where_two_states_are_named_alike_a_minister_keeps_none(read) -> None:  # type: ignore[no-untyped-def]
    text = "Peru and Chile met. Peru told Chile to wait. Chile told Peru the same. "
    assert people(read(text + "Fisheries Minister Ana Silva spoke."))[-1] == ("Ana Silva", "")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Peru and Chile met. In Lima, Defence Minister Ana Silva spoke.", "PER"),
        ("Peru and Chile met. Peru has sent no troops, and Colonel Ana Silva said so.", "PER"),
        ("Peru and Chile met. “Chile lies,” army spokesman Ana Silva said in Lima.", ""),
        ("Peru bought ships. General Director Ana Silva said so.", ""),
    ],
)
def test_an_officer_is_of_the_state_that_is_just_told_of(read, text, state) -> None:  # type: ignore[no-untyped-def]
    assert people(read(text)) == [("Ana Silva", state)]


def test_his_spokesman_is_of_his_state(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("Recep Tayyip Erdogan left early. His spokesman stayed.")
    assert reading.mentions[-1].country == "TUR"
    assert reading.mentions[-1].name != "Recep Tayyip Erdogan"


@pytest.mark.parametrize(
    ("text", "phrase", "country"),
    [
        ("Peru's ports and rivers minister said so.", "Peru's ports and rivers minister", "PER"),
        ("Peruvian wildlife officials said so.", "Peruvian wildlife officials", "PER"),
        ("Peru's drug enforcement agency said so.", "Peru's drug enforcement agency", "PER"),
        ("The interior ministry in Lima said so.", "interior ministry", "PER"),
        ("The Peruvian MFA said so.", "Peruvian MFA", "PER"),
        ("The Jamaica Defence Force said so.", "Jamaica Defence Force", "JAM"),
        ("The Vietnam People's Navy said so.", "Vietnam People's Navy", "VNM"),
    ],
)
def test_a_body_of_any_topic_belongs_to_the_state_before_it(read, text, phrase, country) -> None:  # type: ignore[no-untyped-def]
    reading = read(text)
    spans = [(reading.text.span(m.first, m.end), m.country) for m in reading.mentions]
    assert (phrase, country) in spans


def test_two_bodies_joined_are_not_one(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("Peruvian guards and Chilean officials met.")
    assert [m.country for m in reading.mentions] == ["PER", "CHL"]


def test_who_serves_a_leader_is_of_the_leaders_state(read) -> None:  # type: ignore[no-untyped-def]
    text = "Ana Silva, a senior adviser to Peruvian President Jose Ruiz, denied it."
    assert ("Ana Silva", "PER") in people(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru's Ana Silva said so.",
        "Peru's border chief, Ana Silva, said so.",
        "Peru's envoy in Nairobi, Ana Silva, said so.",
        "The head of the Peruvian army, Ana Silva, said so.",
        "Ana Silva of the Peruvian customs service said so.",
        "Ana Silva, who heads the Peruvian army, said so.",
        "Ana Silva, a colonel in the Peruvian army, said so.",
        "Ana Silva, a member of Peru's parliament, said so.",
        "Ana Silva (Peru) said so.",
    ],
)
def test_what_stands_beside_a_name_tells_its_state(read, text: str) -> None:  # type: ignore[no-untyped-def]
    assert ("Ana Silva", "PER") in people(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ana Silva, born in a Peruvian hospital, said so.",
        "Ana Silva of Peruvian descent said so.",
        "Ana Silva, who fled from the Peruvian army, said so.",
        "In Peru, Ana Silva said so.",
    ],
)
def test_whom_a_name_is_only_beside_tells_no_state(read, text: str) -> None:  # type: ignore[no-untyped-def]
    assert ("Ana Silva", "") in people(read(text))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Peru's interior ministry was shut. The interior ministry said so.", "PER"),
        ("Peru voted. Lima was calm. Ships left Peru. The interior ministry said so.", "PER"),
        ("Peru voted. Chile waited. The interior ministry said so.", ""),
        ("Peru voted. The interior ministry said so.", "PER"),
        ("Peru shut its border with Chile. Its interior ministry said so.", "PER"),
        ("Peru shut its border with Chile. Its transport minister said so.", "PER"),
        ("Chile voted. But in Lima, the interior ministry said so.", "PER"),
        (
            "Peru voted. Lima was calm. Ships left Peru. Chile and its interior ministry left.",
            "CHL",
        ),
    ],
)
def test_a_bare_ministry_is_the_one_named_before_or_that_of_the_state_the_text_is_about(
    read, text, state
) -> None:  # type: ignore[no-untyped-def]
    assert read(text).mentions[-1].country == state


def test_the_head_of_state_is_the_president_named_before(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("Peruvian President Jose Ruiz spoke. The head of state thanked Chile.")
    assert ("title", "Jose Ruiz") in [(m.kind, m.name) for m in reading.mentions]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("He flew to Ohio, Georgia and Texas.", "USA"),
        ("He flew to Atlanta, Georgia, on Monday.", "USA"),
        ("He flew to Armenia, Georgia and Turkey.", "GEO"),
    ],
)
def test_a_name_in_a_list_of_places_belongs_to_their_state(read, text, country) -> None:  # type: ignore[no-untyped-def]
    reading = read(text)
    place = reading.mention_at[reading.text.words.index("Georgia")]
    assert reading.mentions[place].country == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Peru criticised Chile because it had shut the port.", "CHL"),
        ("Peru put sanctions on Chile after it had shut the port.", "CHL"),
        ("Peru said Chile was angry because it had shut the port.", "PER"),
        ("Hours after Peru shut the port, Chile said that it had no ships.", "CHL"),
    ],
)
def test_what_somebody_is_blamed_for_they_did(read, text: str, country: str) -> None:  # type: ignore[no-untyped-def]
    assert [m.country for m in read(text).mentions if m.kind == "pronoun"] == [country]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Campaigners accused Peru of theft. The country's foreign minister denied it.", "PER"),
        ("Peru told Chile to wait. The country's foreign minister denied it.", "PER"),
        ("Amnesty International wrote of Peru and to the country's president.", "PER"),
    ],
)
def test_the_country_is_a_state_and_no_organisation(read, text, state) -> None:  # type: ignore[no-untyped-def]
    title = next(m for m in reversed(read(text).mentions) if m.kind == "title")
    assert title.country == state


def test_a_title_is_nobody_in_another_office(read) -> None:  # type: ignore[no-untyped-def]
    text = "Peruvian Foreign Minister Ana Silva left. The {} denied it."
    offices = ("former minister", "minister", "foreign minister", "defence minister")
    found = [read(text.format(office)).mentions[-2].name for office in offices]
    assert found == ["Ana Silva", "Ana Silva", "Ana Silva", "defence minister"]
    council = read("Peruvian President Ana Silva left. The council president denied it.")
    assert "Ana Silva" not in [m.name for m in council.mentions[1:]]


def test_they_are_experts_but_no_newspaper_and_it_is_no_experts(read) -> None:  # type: ignore[no-untyped-def]
    text = "Peru bought ships. {} said {} had seen some."
    meant = {
        ("Several experts", "they"): "experts",
        ("Several experts", "it"): "Peru",
        ("The Washington Post", "they"): "Peru",
        ("The Washington Post", "it"): "The Washington Post",
    }
    for (who, pronoun), name in meant.items():
        found = [m.name for m in read(text.format(who, pronoun)).mentions if m.kind == "pronoun"]
        assert found[0] == name


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Sen. Ana Silva, Ohio Democrat, said so.", "Ana Silva", "USA"),
        ("Gov. Ana Silva of Utah said so.", "Ana Silva", "USA"),
        ("Peru Fisheries Minister Ana Silva said so.", "Ana Silva", "PER"),
        ("Ana Silva, a Peru expert, said so.", "Ana Silva", ""),
        ("Ana Silva, a Peruvian expert, said so.", "Ana Silva", "PER"),
        ("Ana Silva, a US expert, said so.", "Ana Silva", "USA"),
    ],
)
def test_a_part_of_a_state_tells_the_state_and_a_field_of_study_does_not(  # type: ignore[no-untyped-def]
    read, text, name, country
) -> None:
    assert (name, country) in people(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The official Kivu News Agency said so.", "A new executive order was signed.",
        "Two executive orders were signed.", "Executive powers were curbed.",
        "The fellow members left.", "They went to monitor the refugee camps.",
    ],
)  # fmt: skip
def test_what_only_describes_is_no_title(read, text: str) -> None:  # type: ignore[no-untyped-def]
    assert {m.kind for m in read(text).mentions}.isdisjoint({"title", "person"})


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Japan said the SDF left.", "JPN"),
        ("Syria said the SDF left.", "SYR"),
        ("Sudan said the SPLA left.", "SDN"),
        ("South Sudan said the SPLA left.", "SSD"),
        ("Brazil said the Workers' Party met.", "BRA"),
        ("North Korea said the Workers' Party met.", "PRK"),
    ],
)
def test_of_bodies_called_alike_the_one_of_the_state_named_is_meant(  # type: ignore[no-untyped-def]
    read, text, country
) -> None:
    assert [m.country for m in read(text).mentions] == [country, country]


@pytest.mark.parametrize(
    "text", ["Former Soviet Union countries met.", "The states of the former Soviet Union met."]
)
def test_the_states_that_came_of_the_soviet_union_are_not_it(read, text: str) -> None:  # type: ignore[no-untyped-def]
    assert read(text).mentions == []


def test_an_office_and_the_rank_and_name_behind_it_are_one_person(read) -> None:  # type: ignore[no-untyped-def]
    text = "The Peruvian military chief of staff, Lt. Gen. Ana Silva, left. {} spoke."
    assert [m.name for m in read(text.format("She")).mentions] == ["Ana Silva"] * 3
    assert {m.country for m in read(text.format("She")).mentions} == {"PER"}


def test_a_presidents_lawyer_is_no_president(read) -> None:  # type: ignore[no-untyped-def]
    (silva, *_) = read("Ana Silva, the president's former lawyer, left.").mentions
    assert silva.role == "former lawyer"
    (silva, *_) = read("Ana Silva, the Peruvian president's spokeswoman, left.").mentions
    assert (silva.role, silva.country) == ("spokeswoman", "PER")


def test_a_lawmaker_is_of_the_part_of_the_own_state_and_a_wing_is_of_its_group(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("Rep. Ana Silva of Georgia spoke for the armed wing of Hamas.")
    assert [m.country for m in reading.mentions] == ["USA", "USA", "PSE"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hezbollah left. The militant group said it was safe.", "Hezbollah"),
        ("Hezbollah left. A day passed. It rained. It snowed. The group said so.", ""),
        ("Boeing sold jets. The company said it was safe.", "Boeing"),
        ("Peru told Chile to wait. The country said it was safe.", "Peru"),
    ],
)
def test_what_a_named_body_is_called_for_short_is_that_body(read, text: str, who: str) -> None:  # type: ignore[no-untyped-def]
    reading = read(text)
    article = len(reading.text.words) - 1 - reading.text.lower[::-1].index("the")
    meant = reading.text.owners.get(article)
    assert (reading.text.words[meant] if meant is not None else "") == who
    said = [m.name for m in reading.mentions if m.kind == "pronoun"]
    assert not who or said == [who]


@pytest.mark.parametrize(
    "dateline",
    [
        "NAIROBI, Kenya --", "Nairobi, Kenya (Agency) -", "NAIROBI, Kenya, May 3:", "NAIROBI --",
        "NAIROBI, May 3. /Agency/.", "NAIROBI, 3 May.", "NAIROBI/ACCRA (Agency) -",
        "NAIROBI, May 3 (Agency with Other Agency) -",
    ],
)  # fmt: skip
def test_no_pronoun_means_the_place_of_the_dateline(read, dateline: str) -> None:  # type: ignore[no-untyped-def]
    reading = read(f"{dateline} Ethiopia said it had sent rifles to Somalia.")
    assert [m.country for m in reading.mentions if m.kind == "pronoun"] == ["ETH"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fidesz", "Jobbik"),
        ("Fianna Fail", "Fine Gael"),
        ("Lok Sabha", "Rajya Sabha"),
        ("Sinaloa Cartel", "Jalisco cartel"),
        ("El Pais", "El Mundo"),
        ("Cyprus News Agency", "Cyprus Mail"),
    ],
)
def test_rivals_are_actors_of_their_own(read, one: str, other: str) -> None:  # type: ignore[no-untyped-def]
    reading = read(f"{one} and {other} disagreed.")
    assert len({mention.actor_id for mention in reading.mentions}) == 2


@pytest.mark.parametrize("people", ["Russians", "Hungarian fighters", "Chinese"])
def test_an_ethnic_group_is_of_no_state(read, people: str) -> None:  # type: ignore[no-untyped-def]
    assert [m.country for m in read(f"The ethnic {people} left.").mentions if m.country] == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Bosnian Serb leaders agreed.", "BIH"),
        ("Kosovo Serbs agreed.", "XKX"),
        ("Iraqi Kurds agreed.", "IRQ"),
    ],
)
def test_a_people_in_another_state_is_a_party_of_that_state_but_not_the_state(
    read, text: str, country: str
) -> None:  # type: ignore[no-untyped-def]
    [party] = read(text).mentions
    assert (party.country, party.actor_id == country) == (country, False)


def test_a_company_named_after_its_state_is_not_the_state() -> None:
    book = shared_rulebook().actors
    firms = [actor for actor in book.actors.values() if actor.sector == "BUS"]
    assert len(firms) > 200
    assert {book.names[firm.name][0].actor_id for firm in firms} == {f.actor_id for f in firms}


# Rivals who both governed, and a minister on leave.
TWICE = {("LBY", "prime minister"), ("CIV", "president"), ("MDG", "president")}
OFFICES = {"president", "prime minister", "king", "emir", "chancellor", "premier"}


def test_an_office_has_one_holder_at_a_time() -> None:
    """Where the days are known; a handover may take a few."""
    terms: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for actor in shared_rulebook().actors.actors.values():
        for held in actor.offices:
            term = (held.start, held.end or "9999-12-31", actor.name)
            terms.setdefault((held.country or actor.country, held.role), []).append(term)
    for office in sorted(terms.keys() - TWICE):
        known = sorted(t for t in terms[office] if len(t[0]) == len(t[1]) == 10)
        for (_, end, before), (start, _, after) in pairwise(known if office[1] in OFFICES else []):
            days = (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days
            assert days < 10, (office, before, after)


@pytest.mark.parametrize(
    ("state", "year", "country"),
    [("Jordan", 2012, "JOR"), ("Saudi Arabia", 2012, "SAU"), ("Saudi Arabia", 2024, "JOR")],
)
def test_of_two_of_one_name_in_office_the_one_of_the_state_that_is_spoken_of_is_meant(
    read,  # type: ignore[no-untyped-def]
    state: str,
    year: int,
    country: str,
) -> None:
    text = f"{state} closed its border. Ships left {state}. King Abdullah said so."
    assert country in dict.fromkeys(c for _, c in people(read(text, published=dt.date(year, 6, 1))))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Narendra Modi was in Lima. The Indian leader left.", "Narendra Modi"),
        ("Narendra Modi was in Lima. A prominent Indian leader left.", "Indian leader"),
    ],
)
def test_the_leader_of_a_state_is_who_heads_it_or_its_government(read, text, name) -> None:  # type: ignore[no-untyped-def]
    titles = [mention.name for mention in read(text).mentions if mention.kind == "title"]
    assert titles == [name]


def test_a_family_name_of_many_is_nobody_long_out_of_office(read) -> None:  # type: ignore[no-untyped-def]
    assert [m.actor_id for m in read("Mr. Zhu, a patient, left.").mentions] == ["person:zhu"]


@pytest.mark.parametrize(("year", "actor"), [(2006, "condoleezza-rice"), (2016, "person:rice")])
def test_an_office_tells_who_of_a_common_family_name_is_meant(read, year, actor) -> None:  # type: ignore[no-untyped-def]
    found = read("Secretary of State Rice left.", published=dt.date(year, 6, 1)).mentions
    assert [m.actor_id for m in found] == [actor]


def test_bodies_sites_and_texts_are_no_persons(read) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Officials opened the Holm Dam and the Marrow Creek. The National Harvest Supper and "
        "Northern Development Fund were praised, as Republican Ana Holm told Acme Trading Corp."
    )
    assert people(read(text)) == [("Ana Holm", "")]


@pytest.mark.parametrize(
    "text",
    [
        "PAYMENTS Larsen.",
        "The fleet joined USS Harlan Cole.",
        "Attends Larsen.",
        "PresidentLarsen Holm spoke.",
        "The depot in Port Larsen burned. Later Port Larsen was quiet.",
        "Crowds in New Larsen cheered.",
    ],
)
def test_headings_ships_and_places_are_no_persons(read, text: str) -> None:  # type: ignore[no-untyped-def]
    assert people(read(text)) == []


def test_a_given_name_alone_is_whose_it_is_where_one_alone_bears_it(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("Kenyan Minister Tano Bako met Ana Holm. Tano left.")
    assert [m.name for m in reading.mentions if m.kind == "person"][-1] == "Tano Bako"
    reading = read("Kenyan Minister Tano Bako met Peruvian Minister Tano Rojas. Tano left.")
    assert "Tano" in [m.name for m in reading.mentions] or reading.mentions[-1].name == "Tano Rojas"


@pytest.mark.parametrize(
    "text",
    ["It cost US $40 million.", "It cost 40 million US dollars.", "French-speaking troops left."],
)
def test_a_currency_or_a_language_names_no_state(read, text: str) -> None:  # type: ignore[no-untyped-def]
    assert {mention.country for mention in read(text).mentions} <= {""}


def test_a_state_may_be_given_dollars(read) -> None:  # type: ignore[no-untyped-def]
    assert read("They lent Malawi $40 million.").mentions[-1].country == "MWI"


def test_a_state_inside_a_headline_is_the_state_but_people_are_called_like_some(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("Invasion Serbia. Jordan Holm and Ana Chad came.")
    assert people(reading) == [("Jordan Holm", ""), ("Ana Chad", "")]
    assert [m.country for m in reading.mentions if m.kind == "state"] == ["SRB"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Rep. Ana Jordan spoke. Jordan said no.", ["Ana Jordan", "Ana Jordan"]),
        ("Ana Lima, a lawyer, spoke. She was told by Lima.", ["Ana Lima", "Ana Lima"]),
        ("Rep. Ana Jordan flew off. She landed in Jordan.", ["Ana Jordan"]),
        ("Ana Jordan met the Jordanian king. Jordan said no.", ["Ana Jordan"]),
    ],
)
def test_whoever_is_called_like_a_place_is_meant_where_the_text_names_no_such_place(  # type: ignore[no-untyped-def]
    read, text: str, meant: list[str]
) -> None:
    assert [name for name, _ in people(read(text)) if "Ana" in name] == meant


def test_a_form_of_address_without_a_name_is_nobody(read) -> None:  # type: ignore[no-untyped-def]
    assert people(read("THE SECRETARY OF FOREIGN AFFAIRS DR. The road is open.")) == []


def test_a_name_that_an_editor_completed_in_brackets_is_one(read) -> None:  # type: ignore[no-untyped-def]
    reading = read('"We told [Kenyan President William] Ruto so," he said.')
    assert people(reading) == [("William Ruto", "KEN")]


def test_a_company_is_an_organisation_and_a_working_group_is_none(read) -> None:  # type: ignore[no-untyped-def]
    actors = list_actors(
        read("Holm Trading Corp. paid. The Larsen Working Group met."), shared_rulebook()
    )
    assert [(a["actor_id"], a["kind"]) for a in actors] == [
        ("organisation:holm-trading-corp", "organisation")
    ]


def test_a_coach_is_no_minister_of_that_name(read) -> None:  # type: ignore[no-untyped-def]
    text = "Foreign Minister Wang Yi left Lima. Coach Wang said the team was ready."
    assert people(read(text)) == [("Wang Yi", "CHN")]


def test_the_first_of_two_family_names_and_one_before_a_given_name_are_taken_up(read) -> None:  # type: ignore[no-untyped-def]
    text = "UN Secretary-General Ban Ki-moon met Peruvian envoy Ana Soto Luna. Soto heard Ban."
    assert people(read(text))[2:] == [("Ana Soto Luna", "PER"), ("Ban Ki-moon", "IGO")]


@pytest.mark.parametrize(
    ("name", "later"),
    [
        ("Foreign Minister Bruno Rodríguez", "Rodriguez"),
        ("spokesman Ahmed Abu Holm", "Abu Holm"),
        ("Information Minister Ali Holm Ahmed", "Ali Holm"),
        ("Sir Alan Holm", "Sir Alan"),
        ("General Ana Holm", "Gen Holm"),
    ],
)
def test_a_name_is_taken_up_by_any_part_and_without_accents(read, name: str, later: str) -> None:  # type: ignore[no-untyped-def]
    first, last = people(read(f"Chad's {name} came. On Monday {later} called it false."))
    assert first == last
    assert last[1] == "TCD"


def test_a_name_that_only_owns_something_is_not_taken_up(read) -> None:  # type: ignore[no-untyped-def]
    text = "Peruvian Minister Kim Sung-hwan met Kim Jong Il's envoy. Kim said so."
    assert people(read(text))[-1] == ("Kim Sung-hwan", "KOR")


def test_a_leaders_wife_is_not_the_leader(read) -> None:  # type: ignore[no-untyped-def]
    assert people(read("Jill Biden said so. Julia Biden said so."))[0][0] == "Jill Biden"
    assert ("Joe Biden", "USA") not in people(read("Jane Biden said so."))


def test_it_is_not_the_state_that_backs_a_militia(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("The Chad-backed militia said it had fired.")
    assert [m.country for m in reading.mentions if m.kind == "pronoun"] == [""]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The opposition accused Chad of fraud. It urged talks.", ""),
        ("Mali was calm. The group attacked Chad. It vowed to go on.", "MLI"),
        ("Landlocked Chad accused Mali of fraud. It urged talks.", "TCD"),
        ("After rebels attacked Chad, it closed the border.", "TCD"),
    ],
)
def test_it_is_not_whom_somebody_dealt_with_in_the_sentence_before(  # type: ignore[no-untyped-def]
    read, text: str, country: str
) -> None:
    (it,) = [m for m in read(text).mentions if m.kind == "pronoun"]
    assert it.country == country


def test_an_army_is_an_armed_force(read) -> None:  # type: ignore[no-untyped-def]
    rows = list_actors(read("Chad's army and its finance ministry met."), shared_rulebook())
    assert "armed_force" in {row["kind"] for row in rows if row["country"] == "TCD"}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"kind": "persn"}, "of kind persn"),
        ({"country": "NO"}, "'NO' is no country"),
        ({"name": ""}, "has no 'name'"),
        ({"surnme": "Holm"}, "unknown keys"),
        ({"aliases": "Ana"}, "'aliases' is no list"),
        ({"offices": "minister"}, "no list of offices"),
        ({"offices": [{"role": "minister", "from": "2024-13"}]}, "'from' is '2024-13'"),
    ],
)
def test_an_entry_that_cannot_be_used_is_refused(change, complaint) -> None:  # type: ignore[no-untyped-def]
    entry = {"id": "ana-holm", "name": "Ana Holm", "kind": "person", "country": "NOR", **change}
    with pytest.raises(RuleError, match=complaint):
        check_actor(entry, Path("actors.yaml"), {"NOR"})


def test_a_party_is_of_the_state_that_is_named_with_it(read) -> None:  # type: ignore[no-untyped-def]
    text = "Albania's Democratic Party won. The Democratic Party had been in opposition."
    parties = [m for m in read(text).mentions if m.name == "Democratic Party"]
    assert [m.country for m in parties] == ["ALB", "ALB"]
    parties = read("US Democratic Party leaders won in pro-Israel Democratic Party seats.").mentions
    assert {m.country for m in parties if m.name == "Democratic Party"} == {"USA"}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Chad paid Zorvan, a Serbian maker of mortars. Zorvan built them.", {"Zorvan": "SRB"}),
        ("Chad paid Holm Brothers, one of Peru's largest shipbuilders.", {}),
        ("Chad paid Holm Dynamics, one of Peru's largest exporters.", {"Holm Dynamics": "PER"}),
        ("A Maltese exporter, Blue Harrow, spoke.", {"Blue Harrow": "MLT"}),
        ("The Czech drone maker Vlcek Letadla spoke.", {"Vlcek Letadla": "CZE"}),
        ("Haqq al-Nur, a Sunni militia in Iraq, spoke.", {"Haqq al-Nur": "IRQ"}),
        ("Marrow Storm, an Oman-backed armed group, spoke.", {"Marrow Storm": ""}),
        ("The Chadian rebel group Patriots for Bread spoke.", {"Patriots for Bread": "TCD"}),
        ("The Marrow Resistance Front spoke.", {"Marrow Resistance Front": ""}),
        ("The M77 rebels fled. The M77 lost.", {"M77 rebels": ""}),
        ("The Front for Bread (FB) fled. FB lost.", {"Front for Bread": ""}),
        ("Mali's Marrow Lions militia fled.", {"Marrow Lions militia": "MLI"}),
        # None of these is a firm or armed group by what is told of it.
        ("Ana Holm, a Norwegian dealer, spoke. Ana Marrow, a rebel commander, spoke.", {}),
        ("The Marrow Front, a party, and Zorvan, a partner of Serbian firms, spoke.", {}),
        ("The White House Office of Reading met the House Bread Committee.", {}),
        ("The Relief Front (UNRF) met Shiite Muslim rebels and Zorvan, a company director.", {}),
    ],
)
def test_what_a_text_calls_a_firm_or_an_armed_group_is_one(read, text: str, bodies) -> None:  # type: ignore[no-untyped-def]
    found = [m for m in read(text).mentions if m.kind == "organisation"]
    assert {m.name: m.country for m in found} == bodies
