"""Who acts, by the slots of a rule: its subject, a pair, a host, or the side of who speaks."""

from __future__ import annotations

from analysis.actors import ActorBook
from analysis.events.domestic import UNSAID, crowd_in, make_party
from analysis.events.governed import BY_LAW
from analysis.events.homes import setting_of
from analysis.events.owners import imposes, is_held
from analysis.events.parties import find_actors, find_parties
from analysis.events.party import Party, as_parties
from analysis.events.unnamed import find_around, find_host, places_left
from analysis.grammar import POSSESSIVE_PRONOUNS
from analysis.matching import Match
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement, find_pair, find_them, governing

TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
# Who is summoned or sent away may tell where he is posted.
POSTED = frozenset({"event.summoned", "event.force_leave"})
# Who speaks means his own side.
WE = frozenset({"we", "i"})


def find_doers(match: Match, statements: list[Statement], book: ActorBook) -> list[Party]:
    """Return who does what a rule's trigger tells; empty where nobody is named."""
    reading = match.reading
    protest, doing = match.rule.set["event_type"] == "PROTEST", _doers(match)
    if match.rule.set["event_type"] == "CONSULT":
        # "Received Chadian tanks", unlike "received Chadian generals", who are guests.
        doing = [f for f in doing if max(reading.item_at[f.first : f.end], default=-1) < 0]
    if protest:  # a state and its minister protest in words
        doing = [filler for filler in doing if not _holds_office(reading, filler)]
    actors = find_actors(reading, doing, civilian=protest or "civilian" in match.rule.set)
    if protest:  # "Kenyans marched": people, not their state
        states = {party.actor_id for party in actors} & {party.country for party in actors}
        people = {state: make_party(state, "civilians", "people") for state in states}
        actors = [people.get(party.actor_id, party) for party in actors]
    actors += find_parties(reading, match.filling("parties"))
    actors = (
        actors
        or find_around(match)
        or find_parties(reading, match.filling("sender"))  # "a ship with aid from Chad"
        or _of_document(match)
        or _of_unsaid(match, book)
    )
    actors = _pair(match, actors) or actors
    if all(party.country == UNSAID for party in actors):  # "said that its soldiers fired"
        actors = _speaking_of_us(match, statements) or actors
    if not actors and protest and setting_of(reading, match.sentence):
        return crowd_in(reading, doing)
    return actors


def _of_unsaid(match: Match, book: ActorBook) -> list[Party]:
    """Return who does what nobody is said to do: "Omani troops were put on alert".

    "A Swede was jailed in Iran", "the arrest of a Swede in Iran": the state where they are held.
    """
    reading = match.reading
    if not match.passive:
        return find_parties(reading, match.filling("where")) if match.rule.nouns else []
    if match.rule.set["event_type"] == "MOBILIZE":
        moved = [*match.resolver.object(match.trigger), *match.filling("forces")]
        return find_actors(reading, moved)
    if match.rule.set.get("mode") == "withdraw":  # "Chad's ambassador was recalled"
        return find_parties(reading, match.resolver.object(match.trigger))
    if match.rule.set["event_type"] == "CONCEDE":  # "UN sanctions on Chad were lifted"
        start = match.resolver.group_start(match.trigger)
        named = reading.mentions_between(match.sentence.first, start)
        return as_parties(mention for _, mention in named if imposes(reading, mention))
    held = match.filling("where") or match.filling("held")
    held = [f for f in held if not is_held(reading, f.first, f.end)]
    actors = find_parties(reading, held) or places_left(match)
    return actors or (find_host(match, book) if match.rule.id in POSTED else [])


def _of_document(match: Match) -> list[Party]:
    """Return who made what does it: "signed an order that lifts", "an order lifting sanctions"."""
    lower, index = match.lower, match.resolver.group_start(match.trigger) - 1
    index = match.resolver.skip_left(index, "tP")  # "an order on Friday lifting sanctions"
    at_home = match.rule.set.get("home") == "civilians"  # "an order banning rallies"
    lawful = match.rule.set["event_type"] in BY_LAW or at_home
    if not lawful or lower[index] not in plover_words("documents"):
        return []
    maker = match.resolver.verb_before(index)
    if maker < 0 or not match.reading.is_form(maker, match.lexicon["making_law"]):
        return []
    return find_actors(match.reading, match.resolver.subject(maker))


def _doers(match: Match) -> list[Filler]:
    """Return who does it: of "announced the arrest of a Swede" not the Swede, whose it is not."""
    actors, authors = match.filling("actor"), match.filling("author")
    if "where" in match.fillers:  # "the arrest of a Swede in Iran" is no Swede's
        done_to = match.filling("recipient")
        actors = [filler for filler in actors if filler not in done_to]
    # "Confirmed a test | by Iran".
    by_them = [filler for filler in actors if authors and filler.how == "after by"]
    return by_them or authors or actors


def _holds_office(reading: Reading, filler: Filler) -> bool:
    """Tell a state, or who speaks for one, from people and crowds."""
    if filler.mention < 0:
        return False
    mention = reading.mentions[filler.mention]
    return mention.is_place or (mention.official and mention.kind in ("person", "title"))


def _pair(match: Match, actors: list[Party]) -> list[Party]:
    """Return the two states that "the two sides", "both countries", "they" are.

    Whoever quarrels in the streets is called so as well, so only what states do together counts.
    """
    if match.rule.set["event_type"] not in TOGETHER:
        return []
    fillers = match.filling("actor", "parties")
    # "Officials of both countries" are of no state that their phrase names.
    find = find_pair if all(party.country == UNSAID for party in actors) else find_them
    pair = find_parties(match.reading, (one for f in fillers for one in find(match.reading, f)))
    bodies = "sides" in (match.lower[filler.end - 1] for filler in fillers)
    return [Party(p.country or p.actor_id, p.country) for p in pair] if bodies else pair


def _speaking_of_us(match: Match, statements: list[Statement]) -> list[Party]:
    """Return who says "we", or tells of its own: "the bank said its board had lent Mali"."""
    us = [f for f in match.filling("actor") if _is_own_side(match.reading, f)]
    statement = governing(statements, match.trigger) if us else None
    if statement is None:
        return []
    known = any(speaker.mention >= 0 for speaker in statement.speakers)
    if known and match.reading.kind_of(us[0]) == "pronoun" and match.lower[us[0].first] not in WE:
        return []  # "Kerry said they fired"
    between = match.reading.mentions_between(statement.match.end, us[0].first - 1)
    said_of_us = match.lower[us[0].first] in WE
    if not said_of_us and any(mention.country for _, mention in between):
        return []  # "said that if Mali fell, its army would flee"
    return find_actors(match.reading, statement.speakers)


def _is_own_side(reading: Reading, filler: Filler) -> bool:
    """Tell "we" and "its board", said by somebody of himself, from "its neighbour".

    A group's mention begins behind the "its": "its | soldiers".
    """
    lower = reading.text.lower
    if reading.kind_of(filler) == "pronoun":  # "the army said | it had fired"
        return not reading.mentions[filler.mention].country
    first, last = lower[filler.first], lower[filler.end - 1]
    owned = not POSSESSIVE_PRONOUNS.isdisjoint(lower[max(0, filler.first - 1) : filler.first + 1])
    own = owned and last in plover_words("acting_for_states") | plover_words("harms")
    return first in WE or own
