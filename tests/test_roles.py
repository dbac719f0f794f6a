"""Who does what to whom: the clause structures of news prose, on invented events."""

from __future__ import annotations

import pytest

from analysis.roles import Filler, SurfaceResolver


def resolve(read, text: str, word: str):  # type: ignore[no-untyped-def]
    reading = read(text)
    token = max(i for i, lower in enumerate(reading.text.lower) if lower == word)
    sentence = reading.text.sentences[reading.text.sentence_of[token]]
    return reading, SurfaceResolver(reading, sentence), token


def names(reading, fillers: list[Filler]) -> list[str]:  # type: ignore[no-untyped-def]
    return [
        reading.mentions[f.mention].name if f.mention >= 0 else reading.text.span(f.first, f.end)
        for f in fillers
    ]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Norway sent tanks to Chad.", "sent", ["Norway"]),
        ("Tanks were sent to Chad by Norway.", "sent", ["Norway"]),
        ("Norway, which borders Sweden, sent tanks to Chad.", "sent", ["Norway"]),
        ("Officials say Norway sent tanks to Chad.", "sent", ["Norway"]),
        ("Norway and Sweden sent tanks to Chad.", "sent", ["Norway", "Sweden"]),
        (
            "Norway, Sweden and Finland have all sent tanks.",
            "sent",
            ["Norway", "Sweden", "Finland"],
        ),
        ("Norway condemned the raid and sent tanks to Chad.", "sent", ["Norway"]),
        ("A plan by Norway and Sweden to send tanks failed.", "send", ["Norway", "Sweden"]),
        ("Norway itself sent tanks to Chad.", "sent", ["Norway"]),
        (", the Norwegian minister to sign, praised it.", "sign", ["Norwegian minister"]),
        ("Norway as well as Sweden sent tanks.", "sent", ["Norway", "Sweden"]),
        ("Norway, as well as Sweden, sent tanks.", "sent", ["Norway", "Sweden"]),
        ("Norway, in addition to Sweden, sent tanks.", "sent", ["Norway", "Sweden"]),
        ("Not only Norway but also Sweden sent tanks.", "sent", ["Norway", "Sweden"]),
        ("Norway rather than Sweden sent tanks.", "sent", ["Norway"]),
        ("Norway voiced hope that Chad would agree, and sent tanks.", "sent", ["Norway"]),
        ("Norway said Chad had agreed and sent tanks.", "sent", ["Chad"]),
        ("Norway left the talks with Chad, sent tanks and shut the border.", "sent", ["Norway"]),
        (
            "After Chad left, Ola Dahl, the minister, sent tanks and went home.",
            "sent",
            ["Ola Dahl"],
        ),
        (
            "Norway said that Chad is ready and will send tanks but expects more.",
            "expects",
            ["Chad"],
        ),
        ("Norway could not confirm it – but sent tanks.", "sent", ["Norway"]),
        ("Others including Norway sent tanks to Chad.", "sent", ["Others"]),
        ("Norway called the raid “lawful” and sent tanks.", "sent", ["Norway"]),
        ("Norway must “restore order” and sent tanks.", "sent", ["Norway"]),
        ("Norway – the 70-year-old league's host – has sent tanks.", "sent", ["Norway"]),
        ("Norway is due to receive loans, and in return has sent tanks.", "sent", ["Norway"]),
        ("Ola Dahl, a farmer from Oslo, an old man, sent tanks.", "sent", ["Ola Dahl"]),
        ("In Oslo, a farmer sent tanks.", "sent", ["a farmer"]),
        ("Generals in Norway, Sweden and Chad say it failed.", "say", ["Generals"]),
        ("In Oslo, Norway and Sweden sent tanks.", "sent", ["Norway", "Sweden"]),
        ("Norway met Sweden, which praised the plan, and sent tanks.", "sent", ["Norway"]),
        ("Norway added that “the plan is bad” and sent tanks.", "sent", ["Norway"]),
        ("Photographs showing Norway sent tanks were published.", "sent", ["Norway"]),
        ("Tanks, sent from Oslo by Norway and Sweden, were seen.", "sent", ["Norway", "Sweden"]),
        ("Norway vowed to “openly send” tanks.", "send", ["Norway"]),
        ("Chad agreed for Norway to send tanks.", "send", ["Norway"]),
        ("Norway must wait, while still sending tanks.", "sending", ["Norway"]),
        ("Norway is believed by Chad to have sent tanks.", "sent", ["Norway"]),
        ("Norway has agreed to send tanks to Chad.", "send", ["Norway"]),
        ("Kenya accused Norway of sending tanks to Chad.", "sending", ["Norway"]),
        ("Kenya urged Norway to send tanks to Chad.", "send", ["Norway"]),
        ("Norway was accused of sending tanks to Chad.", "sending", ["Norway"]),
        ("The rebels, who Norway armed, sent tanks.", "armed", ["Norway"]),
        ("There was talk of Norway sending tanks.", "sending", ["Norway"]),
        ("After Norway sent tanks, Chad thanked it.", "sent", ["Norway"]),
        ("Norway has for years sent tanks to Chad.", "sent", ["Norway"]),
        ("Kenya gave Norway permission to send tanks.", "send", ["Norway"]),
        ("Norway asked Kenya for permission to send tanks.", "send", ["Norway"]),
        ("Kenya said that Norway, using its tanks, had attacked.", "using", ["Norway"]),
        ("Norway hit the town using tanks.", "using", ["Norway"]),
        (
            "Kenya fined Norwegian officers and a firm accused of selling arms.",
            "selling",
            ["Norwegian officers"],
        ),
        ("Kenya rejected a Chadian request to send tanks.", "send", ["Kenya"]),
        ("Chad approached Kenya with a request to send tanks.", "send", ["Kenya"]),
        (
            "Kenya put two Norwegian firms on a blacklist for selling arms.",
            "selling",
            ["two Norwegian firms"],
        ),
        ("Norway is in talks with Chadian carriers to sell planes.", "sell", ["Norway"]),
        ("Norway, along with Kenya and Chad, has sent tanks.", "sent", ["Norway", "Kenya", "Chad"]),
        ("Norway, joined by Kenya, has sent tanks.", "sent", ["Norway", "Kenya"]),
        ("Along with Kenya and Chad, Norway has sent tanks.", "sent", ["Norway", "Kenya", "Chad"]),
        ("Like Kenya, Norway has sent tanks.", "sent", ["Norway", "Kenya"]),
        ("Like many Kenyans, Norway has sent tanks.", "sent", ["Norway"]),
        ("Unlike Kenya, Norway has sent tanks.", "sent", ["Norway"]),
        ("Norway has sent tanks, as have Kenya and Chad.", "sent", ["Norway", "Kenya", "Chad"]),
        ("Norway sent tanks, and so did Kenya.", "sent", ["Norway", "Kenya"]),
        ("Norway has sent tanks, as has been told in Kenya.", "sent", ["Norway"]),
        ("Norway will send tanks, as has Kenya.", "send", ["Norway"]),
        ("Chad said Norway sent tanks, as did Kenya.", "sent", ["Norway"]),
        ("Kenya chose Norway to supply tanks.", "supply", ["Norway"]),
        ("A decision by Norway to send tanks angered Chad.", "send", ["Norway"]),
        ("Chad, which said Norway had sent tanks, left.", "sent", ["Norway"]),
        ("Chad, which claims Norway sends tanks, left.", "sends", ["Norway"]),
        ("Chad, which knows Norway and sent tanks, left.", "sent", ["Chad"]),
    ],
)
def test_the_subject_is_who_does_it(read, text, verb, subject) -> None:  # type: ignore[no-untyped-def]
    reading, resolver, token = resolve(read, text, verb)
    assert names(reading, resolver.subject(token)) == subject


def test_a_name_inside_a_phrase_is_no_subject(read) -> None:  # type: ignore[no-untyped-def]
    reading, resolver, token = resolve(read, "The mayor of a town in Norway sent tanks.", "sent")
    assert "Norway" not in names(reading, resolver.subject(token))


@pytest.mark.parametrize(
    ("text", "noun", "owner"),
    [
        ("Norway's delivery of tanks to Chad went ahead.", "delivery", ["Norway"]),
        ("The delivery of tanks by Norway went ahead.", "delivery", ["Norway"]),
        ("Norwegian deliveries of tanks went ahead.", "deliveries", ["Norway"]),
    ],
)
def test_the_owner_of_a_noun_is_who_does_it(read, text, noun, owner) -> None:  # type: ignore[no-untyped-def]
    reading, resolver, token = resolve(read, text, noun)
    assert names(reading, resolver.owner(token)) == owner


def test_the_phrase_after_a_preposition_stops_at_the_clause(read) -> None:  # type: ignore[no-untyped-def]
    text = "Norway sent tanks to Chad while Sweden talked to Mali."
    reading, resolver, token = resolve(read, text, "sent")
    assert names(reading, resolver.phrases(token, frozenset({"to"}))) == ["Chad"]


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        ("Norway did not send tanks.", "send", True),
        ("Norway has never sent tanks.", "sent", True),
        ("Norway sent not only tanks but also shells.", "sent", False),
        ("Norway sent tanks.", "sent", False),
    ],
)
def test_negation_belongs_to_its_verb(read, text, verb, negated) -> None:  # type: ignore[no-untyped-def]
    _, resolver, token = resolve(read, text, verb)
    assert resolver.is_negated(token) is negated


def test_the_object_may_stand_behind_who_gets_it(read) -> None:  # type: ignore[no-untyped-def]
    reading, resolver, token = resolve(read, "Norway handed over to Chad twelve tanks.", "handed")
    assert [reading.items[f.item].words for f in resolver.object(token)] == ["tanks"]


def test_makers_are_joined(read) -> None:  # type: ignore[no-untyped-def]
    text = "Chad bought Turkish, Chinese and Iranian drones."
    reading, resolver, token = resolve(read, text, "bought")
    assert names(reading, resolver.maker(token)) == ["Turkey", "China", "Iran"]


def test_who_has_a_thing_given_by_another_holds_it(read) -> None:  # type: ignore[no-untyped-def]
    reading, resolver, token = resolve(read, "Chad has tanks supplied by Kenya.", "supplied")
    assert names(reading, resolver.holder(token)) == ["Chad"]


def test_a_subject_tells_where_it_is_from(read) -> None:  # type: ignore[no-untyped-def]
    reading, resolver, token = resolve(read, "Tanks from Kenya reached Chad.", "reached")
    assert names(reading, resolver.attached(token, frozenset({"from"}))) == ["Kenya"]


def test_who_is_blamed_for_what_a_noun_tells(read) -> None:  # type: ignore[no-untyped-def]
    text = "Kenya criticised Norway over arms deliveries to Chad."
    reading, resolver, token = resolve(read, text, "deliveries")
    assert names(reading, resolver.blamed(token)) == ["Norway"]
