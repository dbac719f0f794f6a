"""The transfer that an answer itself tells: "denied sending troops to Mali"."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.evidence import Row
from analysis.reading import Reading
from analysis.responses.answer import DECLINED, Answer, gives_what_was_named
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements import country_of, name_actor

# Whoever does one of these to arms is at the receiving end.
RECEIVING = frozenset("receive buy import purchase acquire obtain procure get use".split())
DESTINATION = frozenset("to into for in with".split())


def told_inside(reading: Reading, answer: Answer, rulebook: Rulebook) -> Row | None:
    """Read "denied sending troops to Mali": what is denied of the speaker's own state."""
    arming = rulebook.acts.speech.arming & rulebook.transfer_verbs
    if not answer.countries:
        return None
    named = next(reading.items_between(answer.first, answer.end), None) is not None
    for token in range(answer.first, answer.end):
        lemmas = set(reading.lemmas(token)) if reading.tags[token] in "VIGE" else set()
        behind = token + 1
        if reading.tags[token] == "C" and reading.tags[behind] in "VA":
            if answer.statement.act == "decline" and reading.text.lower[behind] in DECLINED:
                continue  # "refused to confirm or deny that"
            break  # "denies this and says the West arms …" goes on with something else
        if not arming & lemmas or not (named or gives_what_was_named(reading, answer, token)):
            continue
        for other in _destinations(reading, token + 1, answer):
            ends = ("recipient", "supplier") if RECEIVING & lemmas else ("supplier", "recipient")
            own = _own_end(reading, answer.statement.speakers[0], ends[0])
            return own | name_actor(reading, other, ends[1])
    return None


def _destinations(reading: Reading, first: int, answer: Answer) -> Iterable[Filler]:
    for number, mention in reading.mentions_between(first, answer.end):
        before = reading.text.lower[mention.first - 1]
        if before == "the":
            before = reading.text.lower[mention.first - 2]
        if before in DESTINATION and mention.country and mention.country not in answer.countries:
            yield Filler(mention.first, mention.end, mention=number)


def _own_end(reading: Reading, speaker: Filler, slot: str) -> Row:
    """Name the speaker's state as one end of the transfer."""
    country = country_of(reading, speaker)
    name = next((m.name for m in reading.mentions if m.actor_id == country), country)
    return {f"{slot}_id": country, slot: name, f"{slot}_country": country}
