"""An accusation never becomes a fact, a denial never a delivery, a negated sentence never a visit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.evidence import Row

Code = Callable[[str], dict[str, list[Row]]]
GIVEN = {"AID", "COOPERATE", "CONSULT", "MOBILIZE"}

SAID_TO_BE_SO = {"occurred", "ongoing"}

UNTRUE = """
Neither Ghana nor Benin has supplied rockets to Togo.
None of the rockets came from Ghana to Togo.
Not a single Ghanaian soldier was sent to Togo.
Ghana hardly ever sent arms to Togo.
Ghana nearly sent troops to Togo in 2012.
Kenya would prefer Ghana to send tanks to Togo.
Kenya rejected a Chadian statement that Ghana had sent tanks to Togo.
Kenya rejected a statement by a Chadian official saying Ghana had sent tanks to Togo.
Ghana has yet to deliver the rockets to Togo.
Ghana has made no move to send tanks to Togo.
Ghana took no decision to send tanks to Togo.
Ghana never got round to delivering the tanks to Togo.
Ghana is in no position to send tanks to Togo.
Far from delivering tanks to Togo, Ghana closed the border.
Ghana thought better of sending tanks to Togo.
It is untrue that Ghana supplied rockets to Togo.
It would be wrong to say that Ghana armed Togo.
There is nothing to suggest that Ghana supplied rockets to Togo.
There is no truth to the claim that Ghana sent tanks to Togo.
The report that Ghana shipped missiles to Togo turned out to be wrong.
Contrary to reports that Ghana delivered tanks to Togo, the ship carried rice.
Ghana's alleged delivery of tanks to Togo never took place.
Ghana's so-called deliveries of tanks to Togo are an invention, Accra says.
Benin withdrew its claim that Ghana had sent tanks to Togo.
A court acquitted a Ghanaian general of smuggling rifles to Togo.
Benin has failed to prove that Ghana sent tanks to Togo.
UN experts could not verify that Ghana had sent tanks to Togo.
Has Ghana been arming Togo? Nobody knows.
Had Ghana sent tanks to Togo, the war would be over.
Ghana would have sent tanks to Togo had the coup failed.
Ghana's critics say it should have sent tanks to Togo.
Imagine Ghana sending tanks to Togo.
Ghana pretended to send tanks to Togo.
A draft law would allow Ghana to send tanks to Togo.
Ghana was about to send tanks to Togo when the coup happened.
Ghana refused to confirm that it had sent tanks to Togo.
Ghana did not deny that it had sent tanks to Togo.
Ghana allegedly sent tanks to Togo.
Ghana ruled out sending tanks to Togo.
Ghana wished it had sent tanks to Togo.
It is not clear that Ghana ever sent tanks to Togo.
Nobody believes that Ghana sent tanks to Togo.
Perhaps Ghana sent tanks to Togo.
Ghana said that it was Benin, not Ghana, that had sent tanks to Togo.
He denied that Ghana had sent tanks to Togo.
It was denied Ghana had sent tanks to Togo.
Ghana could respond by sending tanks to Togo.
Ghana might help Togo by training its pilots and sending it tanks.
Ghana did not respond by sending tanks to Togo.
Ghana was on the verge of sending tanks to Togo.
Ghana lacks the money to send tanks to Togo.
Ghana has the right to send tanks to Togo.
Ghana is unlikely to send tanks to Togo.
Ghana forgot to send tanks to Togo.
Ghana must have sent tanks to Togo.
Opponents of sending Ghanaian tanks to Togo marched in Accra.
In the film, Ghana sends tanks to Togo.
Ghana has sent tanks to Togo, a charge that Accra denies.
Ghana sent tanks to Togo, which Accra denies.
Ghana has sent tanks to Togo, allegations Accra calls baseless.
The sale of Ghanaian tanks to Togo collapsed.
The sale of Ghanaian tanks to Togo is on hold.
Ghanaian tanks for Togo are on hold.
A shipment of Ghanaian tanks to Togo has been put on ice.
The delivery of Ghanaian tanks to Togo is under review.
The delivery of Ghanaian tanks to Togo is in doubt.
The delivery of Ghanaian tanks to Togo was cancelled.
""".strip().splitlines()

NO_VISITS = """
It is not true that Ghana's president visited Lomé last week.
Neither Ghana's president nor his foreign minister travelled to Lomé.
No Ghanaian president has visited Lomé since 1990.
Not once did Ghana's president visit Lomé.
Ghana's president has yet to visit Lomé.
Ghana's president denied visiting Lomé in secret.
Ghana's president denied that he had visited Lomé.
Accra rejected claims of a secret visit by its president to Lomé.
Reports that Ghana's president had flown to Lomé were false.
Rumours of a secret visit by Ghana's president to Lomé were denied in Accra.
There was no visit by Ghana's president to Lomé, his office said.
The visit by Ghana's president to Lomé never took place.
Had Ghana's president visited Lomé, the crowd would have cheered.
Ghana's president would have visited Lomé had it not been for the storm.
Did Ghana's president visit Lomé?
Without visiting Lomé, Ghana's president signed the deal.
Ghana's president is unlikely to visit Lomé.
Ghana's president could calm tempers by visiting Lomé.
There is no evidence that Ghana's president visited Lomé.
A visit by Ghana's president to Lomé would anger Benin.
A visit by Ghana's president to Lomé is out of the question.
Hopes for a visit by Ghana's president to Lomé faded.
Ghana's president criticised the summit in Lomé, which he did not attend.
""".strip().splitlines()

SO_ALL_THE_SAME = """
Not only did Ghana send tanks to Togo, Ghana sent rockets to Togo as well.
Ghana sent not only tanks but also crews to Togo.
No fewer than 12 tanks were sent by Ghana to Togo.
Only Ghana has sent tanks to Togo.
Ghana was wrong to send tanks to Togo.
Ghana was the first African state to send tanks to Togo.
Ghana has a history of sending tanks to Togo.
Ghana went on to send tanks to Togo.
Ghana has been able to send tanks to Togo.
Ghana helped by sending tanks to Togo.
Ghana sent tanks to Togo, evidence of its growing role.
""".strip().splitlines()


NO_ATTACKS = """
There is no evidence that Ghana shelled Togo.
No sign has emerged of a Ghanaian attack on Togo.
Diplomats saw no reason to believe that Ghana had shelled Togo.
An attack by Ghana on Togo was averted.
An attack by Ghana on Togo is unlikely.
It was not Ghana that shelled Togo.
Ghana refrained from shelling Togo.
Ghana could respond by shelling Togo.
Ghana did not respond by shelling Togo.
He denied that Ghana had shelled Togo.
Ghana has shelled Togo, a charge that Accra denies.
""".strip().splitlines()


def facts(rows: dict[str, list[Row]]) -> set[str]:
    """Return the types of the deeds that are said to be so."""
    told = {row["event_type"] for row in rows["events"] if row["status"] in SAID_TO_BE_SO}
    return told & GIVEN


@pytest.mark.parametrize("text", UNTRUE)
def test_what_is_not_said_to_be_so_is_no_delivery(code: Code, text: str) -> None:
    rows = code(text)
    assert not facts(rows)
    natures = {row["nature"] for row in rows["transfer_allegations"]}
    assert natures.isdisjoint({"reported", "announced"})


@pytest.mark.parametrize("text", NO_VISITS)
def test_what_is_not_said_to_be_so_is_no_visit(code: Code, text: str) -> None:
    rows = code(text)
    assert rows["visits"] == []
    assert not facts(rows)


@pytest.mark.parametrize("text", NO_ATTACKS)
def test_what_is_not_said_to_be_so_is_no_attack(code: Code, text: str) -> None:
    told = {(row["event_type"], row["status"]) for row in code(text)["events"]}
    assert told.isdisjoint({("ASSAULT", status) for status in SAID_TO_BE_SO})


@pytest.mark.parametrize("text", SO_ALL_THE_SAME)
def test_what_only_sounds_negated_is_told_all_the_same(code: Code, text: str) -> None:
    assert "AID" in facts(code(text))


@pytest.mark.parametrize(
    "denied", ["denied the charge", "dismissed reports of a rift", "called it “absurd”"]
)
def test_a_visit_during_which_something_is_denied_takes_place(code: Code, denied: str) -> None:
    rows = code(f"Ghana's president {denied} during a visit to Lomé.")["visits"]
    assert [(row["country"], row["status"]) for row in rows] == [("TGO", "ongoing")]


def test_a_visit_that_is_only_reported_to_have_been_is_an_alleged_event(code: Code) -> None:
    events = code("Ghana's president reportedly visited Lomé in May.")["events"]
    assert [event["status"] for event in events] == ["alleged"]


@pytest.mark.parametrize(
    ("text", "attacks"),
    [
        ("Ghana committed to deploying missiles targeting Togo.", False),
        ("Ghanaian rockets targeting Togo killed five people.", True),
        ("Ghana launched strikes targeting Togo.", True),
    ],
)
def test_weapons_that_are_only_aimed_at_somebody_attack_nobody(
    code: Code, text: str, attacks: bool
) -> None:
    assert any(row["event_type"] == "ASSAULT" for row in code(text)["events"]) is attacks
