"""Who is met, hosts or invites: hosts, guests and meetings in third countries."""

from __future__ import annotations

import pytest

from tests.visit_samples import EIDE, EIDE_IN_GHANA, MACRON, RUTO, SCHOLZ, journeys


@pytest.mark.parametrize("talks", ["for talks with", "to meet"])
def test_whom_one_comes_to_meet_comes_not_along(code, talks) -> None:  # type: ignore[no-untyped-def]
    text = f"{EIDE} came to Accra on Monday {talks} the trade minister, Esi Lund."
    assert journeys(code, text, "visitor", "country") == EIDE_IN_GHANA


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


def test_the_town_of_the_dateline_is_not_where_an_invitation_leads(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "NAIROBI, June 3 (Agency) - The Chief of Defence, General Paul Otieno, left for Accra on "
        "Monday at the invitation of his Ghanaian counterpart."
    )
    assert journeys(code, text, "visitor_country", "country") == [("KEN", "GHA")]


def test_whom_one_invites_has_not_come(code) -> None:  # type: ignore[no-untyped-def]
    assert not journeys(code, f"He repeated the invitation for {RUTO} to visit Ghana.", "visitor")


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


def test_who_receives_him_is_somebody_else(code):  # type: ignore[no-untyped-def]
    text = f"{EIDE} landed in Accra on Monday. President Nana Akufo-Addo received him there."
    assert journeys(code, text, "visitor", "host") == [("Espen Barth Eide", "Nana Akufo-Addo")]


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


def test_who_is_invited_travels_and_not_who_invites(code) -> None:  # type: ignore[no-untyped-def]
    for by in ("from William Ruto", "by Kenya"):
        rows = code(f"Petro will take up an invitation {by} to visit Nairobi.")["visits"]
        assert [(row["visitor"], row["country"]) for row in rows] == [("Gustavo Petro", "KEN")]


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
