"""Who receives the visitor in the country visited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.actors import PERSONAL
from analysis.actors.mention import Mention
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler

SIDES = ("visitor", "host", "partner", "with_partner")
# Nothing but these stands between a journey and who comes along.
COMING = frozenset("PXDt#B,C")
# A meeting this many sentences away belongs to the visit, so many behind to one long past.
NEAR = 15
BEHIND = 1
# So many sentences on a host is told by "talks with", "hosted by" alone.
AHEAD = 6


@dataclass(frozen=True, slots=True)
class Meeting:
    """People of several states who meet in a sentence."""

    sentence: int
    people: tuple[Mention, ...]


def list_meetings(matches: list[Match]) -> list[Meeting]:
    """Return who meets whom, in order of the text."""
    found = []
    for match in matches:
        named = (person for person in match.named(*SIDES) if person.kind != "name")
        people = tuple(person for person in named if _is_somebody(match.reading, person))
        if not match.negated:
            found.append(Meeting(match.sentence.number, people))
    return found


def _is_somebody(reading: Reading, mention: Mention) -> bool:
    """Tell a person whom one can meet from "it", a state."""
    state = bool(mention.country) and mention.actor_id == mention.country
    return mention.kind in PERSONAL and not state and not is_absent(reading, mention)


def is_absent(reading: Reading, mention: Mention) -> bool:
    """Tell "the grave of | President Ruto", "the late | President Ruto" from whom one meets."""
    lower, absent = reading.text.lower, reading.lexicon["absent_themselves"]
    before = reading.skip_left(mention.first - 1, "DX", 0)
    of = lower[before] in ("of", "to", "for")
    return lower[mention.first - 1] == "late" or (of and lower[before - 1] in absent)


def find_host(
    match: Match,
    visitor: Filler,
    country: str,
    meetings: list[Meeting],
    *,
    recent: bool,
) -> Mention | None:
    """Return who receives the visitor there: named by the rule, or met in sentences near by.

    Of a journey long past, only there and in the next: the text is about other meetings.
    """
    reading = match.reading
    for filler in [*match.filling("host", "partner", "with_partner", "visitor"), *_inviting(match)]:
        mention = reading.mention_of(filler)
        if mention is None or filler.mention == visitor.mention or mention.country != country:
            continue
        if _is_somebody(reading, mention):
            return _named_with(reading, mention)
    guest = reading.mentions[visitor.mention]
    at = match.sentence.number
    near = range(at - NEAR, at + NEAR + 1) if recent else range(at, at + BEHIND + 1)
    found = _met_in(reading, meetings, guest, country, at, near)
    return _named_with(reading, found) if found else None


def _inviting(match: Match) -> list[Filler]:
    """Return who "is inviting Eide to come to Oslo"."""
    verb = match.resolver.governor(match.trigger)
    invites = verb >= 0 and "invite" in match.reading.lemmas(verb)
    return match.resolver.subject(verb) if invites else []


def list_met(match: Match) -> Iterator[Filler]:
    """Yield officials whom one travels to meet: "will fly to Rome to meet Museveni and Scholz".

    Who of them is not at home there travels too; ambassadors are posted there.
    """
    meeting, end = match.lexicon["before_hosts"], match.end
    residents, elsewhere = match.lexicon["residents"], match.lexicon["met_elsewhere"]
    met, along = False, True
    for number, mention in match.reading.mentions_between(match.end, match.sentence.end):
        between = match.tags[end : mention.first]
        before = match.lower[end : mention.first]
        apart = elsewhere - {"from"} if mention.is_place else elsewhere  # "flew in from Oslo"
        later = "by the time" in " ".join(before)  # "had left for Rome by the time Ruto spoke"
        if any(tag in "VMRS;" for tag in between) or later or not apart.isdisjoint(before):
            return
        met = met or not meeting.isdisjoint(before)
        end = mention.end
        official = mention.kind == "person" and mention.official
        # "Came to Rome on Monday | with the finance minister", who is of the same state.
        along = along and COMING.issuperset(between)
        if along and official and not mention.country:
            mention.country = next((visitor.country for visitor in match.named("visitor")), "")
        if met and official and residents.isdisjoint(match.lower[mention.first : mention.end]):
            yield match.reading.filler(number)


def _named_with(reading: Reading, found: Mention) -> Mention:
    """Return the person of "the Saudi premier and Crown Prince Mohammed bin Salman"."""
    behind = reading.mentions_between(found.end + 1, found.end + 2)
    joined = found.kind == "title"
    named = (m for _, m in behind if joined and (m.kind, m.country) == ("person", found.country))
    return next(named, found)


def _met_in(
    reading: Reading,
    meetings: list[Meeting],
    guest: Mention,
    country: str,
    at: int,
    near: range,
) -> Mention | None:
    """Return whom the guest meets nearest by: told by a rule, or behind "with", "hosted by"."""
    last = min(at + AHEAD, len(reading.text.sentences) - 1)
    receiving = (
        (n, m) for n in range(at, last + 1) for m in _receiving(reading, n, guest, country)
    )
    told = (
        (meeting.sentence, person)
        for meeting in meetings
        if any(person.name == guest.name for person in meeting.people)
        for person in meeting.people
        if person.country == country
    )
    found = [(abs(n - at), m) for n, m in [*told, *receiving] if n in near]
    return min(found, key=lambda one: one[0], default=(0, None))[1]


def _receiving(reading: Reading, number: int, guest: Mention, country: str) -> Iterator[Mention]:
    """Yield officials of a country who are met in a sentence: "talks with", "met", "hosted by".

    Not where a sentence that leaves out the guest names another foreigner: that one meets them.
    """
    meeting, sentence = reading.lexicon["before_hosts"], reading.text.sentences[number]
    named = [mention for _, mention in reading.mentions_between(sentence.first, sentence.end)]
    people = [m for m in named if m.kind == "person" and m.country != country]
    if people and all(person.name != guest.name for person in people):
        return
    for mention in named:
        first = reading.skip_left(mention.first - 1, "D", 0) + 1
        before = reading.text.lower[max(0, first - 2) : first]
        met = not meeting.isdisjoint(before[-1:]) or " ".join(before) in reading.lexicon["inviting"]
        receives = mention.kind in ("person", "title") and mention.country == country
        near = set(reading.text.lower[max(0, first - 6) : first])  # "has no plans to meet"
        if receives and met and not (mention.possessive or near & reading.lexicon["negating"]):
            yield mention
