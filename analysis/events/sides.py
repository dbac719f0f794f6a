"""Who does it and towards whom, of a rule that has found its slots."""

from __future__ import annotations

from itertools import pairwise

from analysis.events.answered import find_proposer
from analysis.events.apart import set_apart
from analysis.events.domestic import UNSAID, crowd_in
from analysis.events.homes import only_other, setting_of
from analysis.events.own_side import speaking_of_us, suffering_speaker
from analysis.events.parties import RECIPROCAL, drop_media, find_actors, find_parties
from analysis.events.party import Party, as_party, divide
from analysis.events.posts import find_host, find_post, places_left
from analysis.events.recipients import MATERIAL_CONFLICT, find_opposed, find_recipients
from analysis.events.settling import at_their_place, is_person, settle, stand_in
from analysis.events.talks import stands_around
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements import Statement, find_pair

# How far behind a verb its object may end: "imposed new and much tougher economic sanctions".
OBJECT_REACH = 9
# What people and bodies of one state do to one another.
AT_HOME = MATERIAL_CONFLICT | {"ACCUSE", "REJECT"}
HYPHENS = frozenset("-–/")
TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
# What is given way in must be the object, where a rule tells of it at home.
YIELDING = frozenset({"CONCEDE", "RETREAT"})
# Who is summoned may tell where he is posted.
SUMMONED = "event.summoned"
Sides = tuple[list[Party], list[Party]]


def find_sides(
    reading: Reading, match: Match, statements: list[Statement], rulebook: Rulebook
) -> Sides:
    """Return actors and recipients, on different sides; nobody where one of them is unknown."""
    actors = drop_media(rulebook, _actors(reading, match, statements, rulebook))
    if not actors and "by" not in match.rule.set:
        return [], []
    recipients = _recipients(reading, match, statements, rulebook, actors)
    mutual = match.rule.set.get("mutual") == "yes"
    if mutual and not recipients:
        actors = _hyphened(reading, match) + actors + _named_before(reading, match, actors)
    sides = _settled(reading, match, statements, rulebook, (actors, recipients))
    together = mutual and len({party.side for party in sides[0]}) > 1
    if not together and is_object(reading, match):
        sides = stand_in(reading, match.sentence, rulebook.actors, sides, match.rule.set)
    if match.rule.set["event_type"] in AT_HOME and all(sides):
        sides = set_apart(*sides, bodies_only=match.rule.set["event_type"] in MATERIAL_CONFLICT)
    return divide(*sides, mutual=mutual or _is_reciprocal(reading, match))


def _actors(
    reading: Reading, match: Match, statements: list[Statement], rulebook: Rulebook
) -> list[Party]:
    event_type = match.rule.set["event_type"]
    civilian = event_type == "PROTEST" or "civilian" in match.rule.set
    doing = _doers(match)
    if event_type == "CONSULT":
        doing = [filler for filler in doing if not _is_goods(reading, filler)]
    actors = find_actors(reading, doing, civilian=civilian)
    actors += find_parties(reading, match.fillers.get("parties", ()))
    if not actors and "around" in match.fillers and stands_around(reading, match):
        actors = find_actors(reading, match.fillers["around"])
    if not actors and match.passive:
        actors = _of_passive(reading, match, rulebook)
    actors = actors or _pair(reading, match) or speaking_of_us(reading, match, statements)
    if not actors and event_type == "PROTEST" and setting_of(reading, match.sentence):
        actors = crowd_in(reading, doing)
    return actors


def _of_passive(reading: Reading, match: Match, rulebook: Rulebook) -> list[Party]:
    """Return who does what nobody is said to do: "Omani troops were put on alert".

    "A Swede was jailed in Iran": the state where they are held holds them.
    """
    if match.rule.set["event_type"] == "MOBILIZE":
        moved = (*match.resolver.object(match.trigger), *match.fillers.get("forces", ()))
        return find_actors(reading, moved)
    held = match.fillers.get("where", ()) or match.fillers.get("held", ())
    actors = find_parties(reading, held) or places_left(reading, match)
    if not actors and match.rule.id == SUMMONED:
        return find_host(reading, match, rulebook.actors)
    return actors


def _recipients(
    reading: Reading,
    match: Match,
    statements: list[Statement],
    rulebook: Rulebook,
    actors: list[Party],
) -> list[Party]:
    event_type, acting = match.rule.set["event_type"], {party.country for party in actors}
    recipients = find_recipients(reading, match, acting)
    if event_type == "PROTEST":
        recipients = find_opposed(reading, match) or recipients
    if all(party.country == UNSAID for party in recipients):
        recipients = suffering_speaker(reading, match, statements, acting) or recipients
    if not recipients and event_type == "REJECT":
        recipients = find_proposer(reading, match, acting)
    if match.rule.set.get("mode") == "withdraw":
        recipients = find_post(reading, match, rulebook.actors) or recipients
    if event_type in ("CONSULT", "REQUEST"):
        recipients = drop_media(rulebook, recipients)
    return recipients


def _settled(
    reading: Reading,
    match: Match,
    statements: list[Statement],
    rulebook: Rulebook,
    sides: Sides,
) -> Sides:
    """Give those without a state theirs, and find towards whom where nobody is named for it."""
    place, named = (reading, match.sentence, rulebook.actors), sides[1]
    event_type = match.rule.set["event_type"]
    sides = settle(*place, sides, crowded=event_type == "PROTEST")
    if sides[0] and not sides[1] and match.rule.set.get("beside") == "yes":
        telling = [f for s in statements if s.act != "request" for f in s.speakers]
        # "The islands, which Chad claims": Chad tells of nothing.
        told = {f.mention for f in telling if reading.tags[f.first - 1 : f.first] != ["R"]}
        if not any(is_person(party, rulebook.actors) for party in sides[0]):
            return sides[0], only_other(*place, sides[0], told)
        return sides
    if named and not sides[1]:
        return at_their_place(sides[0], named, event_type)
    return sides


def _doers(match: Match) -> list[Filler]:
    """Return who does it: of "announced the arrest of a Swede" not the Swede, whose it is not."""
    actors, authors = match.fillers.get("actor", []), match.fillers.get("author", [])
    return [filler for filler in actors if filler.first < match.trigger] or authors or actors


def is_object(reading: Reading, match: Match) -> bool:
    """Tell whether what a rule wants `with` is the object: not so in "won over the truce"."""
    wanted = match.rule.with_words
    if match.passive or not wanted or match.rule.set["event_type"] not in YIELDING:
        return True
    for token in range(match.end, min(match.end + OBJECT_REACH, match.sentence.end)):
        if reading.text.lower[token] in wanted:
            return True
        word, tag = reading.text.lower[token], reading.tags[token]
        if (tag in "PVS;,I" and word != "of") or word == "about":
            return False
    return False


def _is_goods(reading: Reading, filler: Filler) -> bool:
    """Tell "received Chadian tanks" from "received Chadian generals", who are guests."""
    return max(reading.item_at[filler.first : filler.end + 1], default=-1) >= 0


def _pair(reading: Reading, match: Match) -> list[Party]:
    """Return the two states that "the two sides", "both countries" are.

    Whoever quarrels in the streets is called so as well, so only what states do together counts.
    """
    if match.rule.set["event_type"] not in TOGETHER:
        return []
    fillers = [*match.fillers.get("actor", ()), *match.fillers.get("parties", ())]
    return find_parties(reading, (one for f in fillers for one in find_pair(reading, f)))


def _named_before(reading: Reading, match: Match, actors: list[Party]) -> list[Party]:
    """Return the other side of a headline that has a comma for "and": "India, Nepal sign pact"."""
    first = match.sentence.first
    number = reading.mention_at[first]
    if number < 0 or len({party.side for party in actors}) != 1:
        return []
    end = reading.mentions[number].end
    subject = match.fillers.get("actor", ())
    joined = reading.tags[end : end + 1] == [","] and any(f.first == end + 1 for f in subject)
    party = as_party(reading.mentions[number]) if joined else None
    return [] if party is None else [party]


def _hyphened(reading: Reading, match: Match) -> list[Party]:
    """Return the first of two that a hyphen joins: "the India-Nepal talks"."""
    found: list[Party] = []
    for filler in match.fillers.get("parties", ()):
        before = filler.first - 2
        if before < match.sentence.first or reading.text.lower[before + 1] not in HYPHENS:
            continue
        number = reading.mention_at[before]
        party = as_party(reading.mentions[number]) if number >= 0 else None
        found += [] if party is None else [party]
    return found


def _is_reciprocal(reading: Reading, match: Match) -> bool:
    """Tell whether they do it to one another: "Chad and Niger each expelled a diplomat"."""
    lower = reading.text.lower
    before = lower[max(match.sentence.first, match.trigger - 3) : match.trigger]
    behind = lower[match.trigger : match.trigger + OBJECT_REACH]
    pairs = set(pairwise(behind))
    return bool(pairs & RECIPROCAL) or ("each" in before and "other" in behind)
