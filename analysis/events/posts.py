"""Where an envoy was posted who is called home, and what one leaves who is sent away."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.actors import ActorBook
from analysis.events.parties import find_parties
from analysis.events.party import Party
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler

# How far behind its verb an envoy stands who is called home.
POST_REACH = 5
# How far behind "ordered" and "given" an envoy is told to leave.
LEAVE_REACH = 8
LEAVING = frozenset({"leave", "quit"})


def find_post(reading: Reading, match: Match, book: ActorBook) -> list[Party]:
    """Return where an envoy was sent who is called home: "recalled its ambassador to Chad"."""
    if match.passive:
        return _post_among(reading, match.resolver.object(match.trigger), book)
    behind = reading.mentions_between(match.end, min(match.end + POST_REACH, match.sentence.end))
    called = (Filler(mention.first, mention.end, mention=number) for number, mention in behind)
    return _post_among(reading, called, book)


def find_host(reading: Reading, match: Match, book: ActorBook) -> list[Party]:
    """Return who summons an envoy, by where he is posted: "Chad's ambassador to Mali was"."""
    return _post_among(reading, match.fillers["recipient"], book)


def _post_among(reading: Reading, envoys: Iterable[Filler], book: ActorBook) -> list[Party]:
    for envoy in envoys:
        words = [*reading.text.words[envoy.first : envoy.end], ","]  # "to Mali, Ana Silva"
        if "to" in words:
            first = words.index("to") + 1
            post = " ".join(words[first : words.index(",", first)]).removeprefix("the ")
            named = [name for name in book.names.get(post, ()) if name.country]
            return [Party(name.country, name.country) for name in named[:1]]
    return []


def places_left(reading: Reading, match: Match) -> list[Party]:
    """Return who sends an envoy away, by what he leaves: "was told to leave | Nairobi"."""
    sent = [m.kind for m in reading.named(match.resolver.object(match.trigger))]
    if match.rule.set.get("mode") != "expel" or "state" in sent:
        return []  # "Chad was forced to leave Mali": its army
    for token in range(match.end, min(match.end + LEAVE_REACH, match.sentence.end)):
        if reading.text.lower[token] in LEAVING:
            return find_parties(reading, match.resolver.object(token))
    return []
