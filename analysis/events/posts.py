"""Where an envoy was posted who is called home, and what one leaves who is sent away."""

from __future__ import annotations

from analysis.actors import ActorBook, Mention
from analysis.events.parties import find_parties
from analysis.events.party import Party
from analysis.matching import Match
from analysis.reading import Reading

# How far behind its verb an envoy stands who is called home.
POST_REACH = 5
# How far behind "ordered" and "given" an envoy is told to leave.
LEAVE_REACH = 8
LEAVING = frozenset({"leave", "quit"})


def find_post(reading: Reading, match: Match, book: ActorBook) -> list[Party]:
    """Return where an envoy was sent who is called home: "recalled its ambassador to Chad"."""
    behind = reading.mentions_between(match.end, min(match.end + POST_REACH, match.sentence.end))
    called = [mention for _, mention in behind]
    if match.passive:
        sent = match.resolver.object(match.trigger)
        called = [reading.mentions[filler.mention] for filler in sent if filler.mention >= 0]
    posted = (mention for mention in called if mention.kind == "title")
    return next((post for mention in posted if (post := _post_of(reading, mention, book))), [])


def find_host(reading: Reading, match: Match, book: ActorBook) -> list[Party]:
    """Return who summons an envoy, by where he is posted: "Chad's ambassador to Mali was"."""
    called = [reading.mentions[f.mention] for f in match.fillers["recipient"] if f.mention >= 0]
    return _post_of(reading, called[0], book) if len(called) == 1 else []


def _post_of(reading: Reading, mention: Mention, book: ActorBook) -> list[Party]:
    words = reading.text.words[mention.first : mention.end]
    if "to" not in words:
        return []
    behind = words[words.index("to") + 1 :]
    end = behind.index(",") if "," in behind else len(behind)  # "to Mali, Ana Silva"
    post = " ".join(behind[:end]).removeprefix("the ")
    named = [name for name in book.names.get(post, ()) if name.country]
    return [Party(name.country, name.country) for name in named[:1]]


def places_left(reading: Reading, match: Match) -> list[Party]:
    """Return who sends an envoy away, by what he leaves: "was told to leave | Nairobi"."""
    sent = [
        reading.mentions[f.mention].kind
        for f in match.resolver.object(match.trigger)
        if f.mention >= 0
    ]
    if match.rule.set.get("mode") != "expel" or "state" in sent:
        return []  # "Chad was forced to leave Mali": its army
    for token in range(match.end, min(match.end + LEAVE_REACH, match.sentence.end)):
        if reading.text.lower[token] in LEAVING and reading.tags[token] == "I":
            return find_parties(reading, match.resolver.object(token))
    return []
