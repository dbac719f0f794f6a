"""Which state those belong to whose phrase does not say it: "protesters", "the government".

It is the one state their sentence names, that of the other side, or where a crowd stands. People
and bodies of one state may be sides of their own: its parliament against its president.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from analysis.actors import ActorBook
from analysis.actors.entries import Actor
from analysis.events.domestic import UNSAID, make_party
from analysis.events.homes import home_of, only_state, scene_of, setting_of
from analysis.events.party import Party, Sides
from analysis.plover import load_plover, plover_words
from analysis.reading import Reading
from analysis.text import Sentence

# The sector of a state's government, in a rule.
STATE = "state"
# Groups of these sectors act for their state.
STATE_SECTORS = frozenset({"GOV", "MIL", "SPY"})


def settle(
    reading: Reading,
    sentence: Sentence,
    book: ActorBook,
    sides: Sides,
    *,
    crowds: frozenset[str] = frozenset(),
    apart: bool = False,
) -> Sides:
    """Give parties without a state the only one that the sentence names.

    `crowds` are the sectors whose people are of the state they stand in, as are the police they
    meet: "protesters stormed the embassy in Oslo". Those whom a verb sets `apart` are two sides,
    though of one state: "the court rebuked the police". Without a state, gunmen and protesters
    act in their own name; the rest is left out.
    """
    unsaid = {party.sector for side in sides for party in side if party.country == UNSAID}
    home = home_of(reading, sentence, book, sides) if unsaid else ""
    place = "" if crowds.isdisjoint(unsaid) else _place_of(reading, sentence, sides[0])
    near = place or home
    settled = [[_settle(party, near, book) for party in side] for side in sides]
    actors, recipients = ([party for party in side if party is not None] for side in settled)
    recipients = [
        party
        for party in recipients
        if apart or not (_is_setting(party, actors) or _is_own_body(party, actors))
    ]
    countries = {party.country for party in actors}
    several = recipients or len(countries) > 1
    if several and countries.isdisjoint(party.country for party in recipients):
        return _as_states(actors), _as_states(recipients)
    return set_apart(actors, recipients) if apart else (actors, recipients)


def set_apart(actors: list[Party], recipients: list[Party], *, bodies_only: bool = False) -> Sides:
    """Let people and bodies of one state be sides of their own: a parliament, its president.

    `bodies_only`: only the army, the police and their like; people "attack" with words.
    """
    parties = [*actors, *recipients]
    countries = {party.country for party in parties}
    if len(countries) > 1 or any(party.sector for party in parties):
        return actors, recipients
    apart = [_on_own(party) for party in actors], [_on_own(party) for party in recipients]
    known = (
        party.organ if bodies_only else party.sector or party.word in plover_words("rulers")
        for side in apart
        for party in side
    )
    return apart if all(known) else (actors, recipients)


def _on_own(party: Party) -> Party:
    """Give a person or named body a side of its own, and an organ of a state that of the organ."""
    if party.actor_id != party.country:
        return replace(party, sector=party.actor_id)
    return make_party(party.country, party.organ, party.word)


def _place_of(reading: Reading, sentence: Sentence, actors: list[Party]) -> str:
    """Return where a crowd stands; whom a named state's police arrest only here tells it."""
    named = any(party.country != UNSAID for party in actors)
    return setting_of(reading, sentence) if named else scene_of(reading, sentence)


def stand_in(
    reading: Reading,
    sentence: Sentence,
    book: ActorBook,
    sides: Sides,
    values: Mapping[str, str],
    told: set[int],
) -> Sides:
    """Fill a side that the text leaves out, where a rule says whose it is: its state's own.

    `home` is the sector to whom it is done ("state" is the government): strikers strike against
    their government. `by` is the sector of who does it: "riots broke out in Nairobi". `told` are
    the mentions of who tells it.
    """
    actors, recipients = sides
    if not actors and "by" in values:
        state = only_state(reading, sentence, book, told) or scene_of(reading, sentence)
        sector = values["by"].removeprefix(STATE)
        # Whom a great power's soldiers fight is seldom its own.
        own = state and not (sector == "rebels" and _has_wars_of_others(state))
        actors = [make_party(state, sector, "")] if own else []
    if "home" not in values or not actors or not _stands_for_state(actors[0], book):
        return actors, recipients
    country, sector = actors[0].country, values["home"].removeprefix(STATE)
    abroad = not actors[0].sector and _has_wars_of_others(country)
    organ, assault = actors[0].organ, values["event_type"] == "ASSAULT"
    if abroad and (organ == "military" or (assault and organ != "police")):
        return sides
    told = set() if values["event_type"] == "REJECT" else told  # whom it refuses may tell it
    # "Two Chadian soldiers were killed" are no civilians.
    own = bool(sector) and all(p.side == country and not p.organ for p in recipients)
    alone = not recipients and only_state(reading, sentence, book, told) == country
    if (own and recipients) or alone:
        recipients = [make_party(country, sector, "")]
    at_home = country in {party.country for party in recipients}
    if at_home and not sector and not actors[0].sector:
        if values["event_type"] != "PROTEST":
            return sides  # no army marches on its own government where nobody says so
        actors = [make_party(country, "civilians", actors[0].word)]
    return actors, recipients


def _has_wars_of_others(state: str) -> bool:
    """Tell whose soldiers fight abroad, or whom others have invaded."""
    return state in plover_words("far_afield") | plover_words("invaded")


def _stands_for_state(party: Party, book: ActorBook) -> bool:
    """Tell a state, its officials, people and rebels from its companies."""
    actor = book.actors.get(party.actor_id)
    kinds = ("person", "state", "armed_force", "agency", "group")
    acts = actor is None or actor.kind in kinds
    return acts and party.country not in ("", "IGO")


def _is_own_body(party: Party, actors: list[Party]) -> bool:
    """Tell a body from the person who may speak for it: "the bloc's envoy", "the bloc"."""
    sides = [party, *(actor for actor in actors if actor.country == party.country)]
    return party.country == "IGO" and len(sides) > 1 and not all(side.sector for side in sides)


def _as_states(parties: list[Party]) -> list[Party]:
    """Let people who deal with another state count as theirs: its citizens, not its rebels."""
    people = plover_words("people")
    return [
        replace(party, actor_id=party.country, sector="")
        if party.sector in people and party.actor_id.endswith(f":{party.sector}")
        else party
        for party in parties
    ]


def _settle(party: Party, home: str, book: ActorBook) -> Party | None:
    actor = book.actors.get(party.actor_id)
    if actor is not None and (actor.kind == "igo" or is_group(actor)):
        return replace(party, sector=party.actor_id)
    if party.country != UNSAID:
        return party
    # Those whom the soldiers of a great power fight are seldom its own.
    abroad = party.sector == "rebels" and home in plover_words("far_afield")
    if home and not abroad and party.word not in plover_words("of_no_state"):
        return make_party(home, party.sector, party.word)
    nameless = party.word in plover_words("nameless")
    return Party(party.word, "", word=party.word) if nameless else None


def is_person(party: Party, book: ActorBook) -> bool:
    """Tell a person, on a list or not, from a state or body."""
    actor = book.actors.get(party.actor_id)
    return party.actor_id.startswith("person:") or (actor is not None and actor.kind == "person")


def is_group(actor: Actor) -> bool:
    """Tell an armed group or movement from those who act for their state."""
    return actor.kind == "group" and actor.sector not in STATE_SECTORS


def at_their_place(actors: list[Party], places: list[Party], event_type: str) -> Sides:
    """Return who suffers what rebels do where only their own state is named: it, or its people.

    Otherwise whom it is done to is named, but not known, and nothing is told.
    """
    own = {party.country for party in actors}
    if {party.country for party in places} != own:
        return [], []
    if event_type == "PROTEST":
        return actors, []  # "Greek drivers blocked Athens airport": it is against their own state
    groups = {party.actor_id for party in actors} if event_type == "COERCE" else set()
    rebels = {party.sector for party in actors} <= groups | {"rebels"}
    if not rebels or event_type not in ("ASSAULT", "COERCE"):
        return [], []
    sector = "civilians" if event_type == "ASSAULT" else ""  # "rebels seized a town in Chad"
    return actors, [make_party(state, sector, "") for state in sorted(own)]


def at_home(actors: list[Party]) -> list[Party]:
    """Return towards whom people act where nobody is named: "students are demanding an end"."""
    people = load_plover().sectors.values()
    sided = (party.country for party in actors if party.sector in people and party.country)
    return [Party(country, country) for country in sided][:1]


def _is_setting(party: Party, actors: list[Party]) -> bool:
    """Tell where somebody acts from towards whom: "the rebels said in Chad"."""
    plain = party.actor_id == party.country
    inside = any(actor.sector and actor.country == party.country for actor in actors)
    bodies = plover_words("acting_for_states") | {"demonym", "group"}
    return inside and plain and party.word not in bodies
