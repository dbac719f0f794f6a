"""Who does it and towards whom, of a rule that has found its slots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from analysis.events.doers import find_doers
from analysis.events.domestic import UNSAID, make_party
from analysis.events.homes import only_other, scene_of
from analysis.events.owners import long_subject
from analysis.events.parties import drop_media, is_reciprocal
from analysis.events.party import OWNER, Party, Sides, divide
from analysis.events.recipients import MATERIAL_CONFLICT, find_opposed, find_recipients
from analysis.events.settling import STATE, at_their_place, is_person, set_apart, settle, stand_in
from analysis.events.unnamed import find_addressed, find_post, find_proposer, suffering_side
from analysis.matching import Match
from analysis.plover import plover_words
from analysis.rulebook import Rulebook
from analysis.statements import Statement

# What people and bodies of one state do to one another.
AT_HOME = MATERIAL_CONFLICT | {"ACCUSE", "REJECT"}
# Who is of the state where they stand, in what they do or suffer there.
CROWDS = {
    "PROTEST": frozenset({"civilians", "unions", "opposition"}),
    **dict.fromkeys(MATERIAL_CONFLICT, frozenset({"", "civilians", "unions"})),
}
# Who does these has to do with what is asked for or praised.
ADDRESSED = frozenset({"request", "praise"})
PERSONAL, THERE_REACH = frozenset({"his", "her"}), 4
# What is done to people so, where nobody says by whom, their authorities do.
BY_AUTHORITIES = frozenset({"CONCEDE", "COERCE"})


def find_sides(match: Match, statements: list[Statement], rulebook: Rulebook) -> Sides:
    """Return actors and recipients, on different sides; nobody where one of them is unknown."""
    actors = drop_media(rulebook, find_doers(match, statements, rulebook.actors))
    values = _with_authorities(match)
    if not actors and "by" not in values:
        return [], []
    recipients = _recipients(match, statements, rulebook, actors)
    mutual = match.rule.set.get("mutual") == "yes"
    told = _tellers(match, statements)
    sides = _settled(match, told, rulebook, (actors, recipients))
    sides = stand_in(match.reading, match.sentence, rulebook.actors, sides, values, told)
    if values["event_type"] == "PROTEST":
        sides = _before_embassy(match, sides)
    if match.rule.set["event_type"] in AT_HOME:
        sides = set_apart(*sides, bodies_only=match.rule.set["event_type"] in MATERIAL_CONFLICT)
    each = is_reciprocal(match.reading, match.sentence, match.trigger)
    return divide(*sides, mutual=mutual or each)


def _with_authorities(match: Match) -> Mapping[str, str]:
    """Return what a rule sets; what is done to people, nobody says by whom, the state there does.

    "All rallies were banned in Lomé", "a ban on rallies was lifted in Uganda".
    """
    values = match.rule.set
    scene = scene_of(match.reading, match.sentence) if match.passive else ""
    # "People are jailed there", "his supporters were jailed": by whoever rules where that is.
    there = match.passive and "there" in match.lower[match.end : match.end + THERE_REACH]
    named = any(match.reading.countries_between(match.sentence.first, match.sentence.end))
    if there or (_are_somebodys(match) and not named):
        return {name: value for name, value in values.items() if name != "by"}
    at_home = values["event_type"] in BY_AUTHORITIES and values.get("home") == "civilians"
    return {**values, "by": STATE} if at_home and scene else values


def _are_somebodys(match: Match) -> bool:
    """Tell "his supporters were arrested", who may be at home elsewhere than where he is."""
    return match.passive and any(match.lower[at] in PERSONAL for at in long_subject(match))


def _recipients(
    match: Match, statements: list[Statement], rulebook: Rulebook, actors: list[Party]
) -> list[Party]:
    event_type, acting = match.rule.set["event_type"], {party.country for party in actors}
    recipients = find_recipients(match, acting)
    if event_type == "PROTEST":
        recipients = find_opposed(match) or _rulers_of(recipients, acting)
    if all(party.country == UNSAID for party in recipients):
        recipients = suffering_side(match, statements, acting) or recipients
    if not recipients and event_type == "REJECT":
        recipients = find_proposer(match, acting)
    if not recipients and match.rule.set.get("addressed") == "yes":
        recipients = find_addressed(match, statements)
    if match.rule.set.get("mode") == "withdraw":
        recipients = find_post(match, rulebook.actors) or recipients
    if event_type in ("CONSULT", "REQUEST"):
        recipients = drop_media(rulebook, recipients)
    if event_type == "CONSULT":  # who meets Silva's envoy does not meet Silva
        recipients = [replace(p, actor_id=p.country) if p.word == OWNER else p for p in recipients]
    return recipients


def _rulers_of(parties: list[Party], acting: set[str]) -> list[Party]:
    """Give "the parliament" before which people protest their own state."""
    rulers = plover_words("protested_against")
    unsaid = all(party.country == UNSAID and party.word in rulers for party in parties)
    if len(acting) != 1 or acting & {"", UNSAID} or not unsaid:
        return parties
    (state,) = acting
    return [make_party(state, party.sector, party.word) for party in parties]


def _tellers(match: Match, statements: list[Statement]) -> set[int]:
    """Return the mentions of those who tell of something else than what they do themselves."""
    others = [s for s in statements if s.match.trigger != match.trigger]
    telling = [f for s in others if s.act not in ADDRESSED for f in s.speakers]
    # "The islands, which Chad claims": Chad tells of nothing.
    return {f.mention for f in telling if match.tags[f.first - 1 : f.first] != ["R"]}


def _settled(match: Match, told: set[int], rulebook: Rulebook, sides: Sides) -> Sides:
    """Give those without a state theirs, and find towards whom where nobody is named for it."""
    place, named = (match.reading, match.sentence, rulebook.actors), sides[1]
    event_type = match.rule.set["event_type"]
    crowds = frozenset() if _are_somebodys(match) else CROWDS.get(event_type, frozenset())
    sides = settle(*place, sides, crowds=crowds)
    if event_type == "AID":  # whose "extremists" somebody pays, nobody says
        own = {f"{party.country}:rebels" for party in sides[0]}
        sides = sides[0], [party for party in sides[1] if party.actor_id not in own]
    if sides[0] and not sides[1] and match.rule.set.get("beside") == "yes":
        if not any(is_person(party, rulebook.actors) for party in sides[0]):
            return sides[0], only_other(*place, sides[0], told)
        return sides
    if named and not sides[1]:
        return at_their_place(sides[0], named, event_type)
    return sides


def _before_embassy(match: Match, sides: Sides) -> Sides:
    """Tell whose people stand before an embassy where its state alone is named beside them.

    They are of the place told before; where none is, it is left open.
    """
    words = match.lower[match.sentence.first : match.sentence.end]
    states = {party.country for side in sides for party in side}
    police = any(party.organ for party in sides[1])
    if match.lexicon["embassies"].isdisjoint(words) or police or not all(sides) or len(states) > 1:
        return sides
    place = scene_of(match.reading, match.sentence)
    known = place not in {"", *states}
    return [Party(place, place) if known else Party("people", "", word="people")], sides[1]
