"""Who acts inside one state: its government, opposition, rebels, people in the streets.

"Protesters", "the opposition", "rebels" are parties of a state like its government, on a side of
their own. Which state, their phrase says ("Thai farmers"), or the one state their sentence names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from analysis.actors import ActorBook
from analysis.actors.entries import Actor
from analysis.events.party import Party
from analysis.plover import load_plover
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.text import Sentence

QUANTITIES = frozenset(
    "dozens scores hundreds thousands crowds group groups number members majority column".split()
)
# What stands in a noun phrase before its head.
INSIDE = frozenset("DOXE#Gtp")
OWNS = (["'"], ["’"], ["'s"], ["’s"])
# Behind a head these lead to its state: "rebels in Chad", "students from Mali".
LEADS = frozenset({"in", "of", "from"})
# Behind these stands where something happens.
WHERE = frozenset("in across throughout around".split())
FORCES = frozenset({"forces", "force", "services", "apparatus"})
# The sector of a state's government, in a rule.
STATE = "state"
# The country of those whose state the phrase does not say.
UNSAID = "?"
# Groups of these sectors act for their state.
STATE_SECTORS = frozenset({"GOV", "MIL", "SPY"})


def put_on_side(reading: Reading, filler: Filler, party: Party) -> Party:
    """Return a named party with the side its words put it on: "opposition leader Ana Silva"."""
    first, lower = filler.first, reading.text.lower
    while first and reading.tags[first - 1] == "O":
        first -= 1
    head = head_of(reading, filler)
    sector = sector_of(lower[first : filler.end], head)
    if not sector:
        organ = _organ([*lower[first : filler.end], head])
        if party.word and not organ:
            return party
        return replace(party, word=party.word or head, organ=organ)
    if _is_leaning(reading, filler.first, filler.end):
        return make_party(UNSAID, sector, head)
    if party.actor_id == party.country:
        return make_party(party.country, sector, head)
    return replace(party, sector=sector, word=head)


def name_domestic(reading: Reading, filler: Filler) -> list[Party]:
    """Return the party that a phrase without a state names: "protesters", "the opposition"."""
    head, plover = head_of(reading, filler), load_plover()
    sector = sector_of(reading.text.lower[filler.first : filler.end], head)
    words = reading.text.lower[filler.first : filler.end]
    forces = head in FORCES and not plover.forces_of_state.isdisjoint(words)
    if sector or forces or head in plover.ruling:
        return [make_party(UNSAID, sector, head)]
    return []


def domestic_behind(
    reading: Reading, sentence: Sentence, index: int, *, loose: bool = False
) -> list[Party]:
    """Return the party that the noun phrase at a token is about, or whose its object is.

    `loose`: what is a party's only by an adjective counts too: "a government offer", "rebel camps".
    """
    tags, lower, first, inside = reading.tags, reading.text.lower, index, -1
    while index < sentence.end and (tags[index] in INSIDE or lower[index] == "of"):
        ends = tags[index + 1 : index + 2] == [] or tags[index + 1] not in "OXE#G"
        owns = lower[index + 1 : index + 2] in OWNS
        if (ends or owns) and _is_side(lower[index]):
            return [_party_in(reading, first, index, sentence)]
        inside = index if _is_side(lower[index]) and tags[index] in "OX" else inside
        index += 1
    return [_party_in(reading, first, inside, sentence)] if loose and inside >= 0 else []


def _is_side(word: str) -> bool:
    plover = load_plover()
    return word in plover.sectors or word in plover.ruling or word in plover.sided


def _party_in(reading: Reading, first: int, head: int, sentence: Sentence) -> Party:
    lower = reading.text.lower
    sector = sector_of(lower[first : head + 1], lower[head])
    return make_party(_state_of(reading, first, head + 1, sentence.end), sector, lower[head])


def settle(
    reading: Reading,
    sentence: Sentence,
    book: ActorBook,
    sides: tuple[list[Party], list[Party]],
) -> tuple[list[Party], list[Party]]:
    """Give parties without a state the only one that the sentence names.

    Without one, gunmen and protesters act in their own name; the rest is left out.
    """
    unsaid = any(party.country == UNSAID for side in sides for party in side)
    home = _only_state(reading, sentence, book) if unsaid else ""
    settled = [[_settle(party, home, book) for party in side] for side in sides]
    actors, recipients = ([party for party in side if party is not None] for side in settled)
    recipients = [
        party
        for party in recipients
        if not (_is_setting(party, actors) or _is_own_body(party, actors))
    ]
    countries = {party.country for party in actors}
    if recipients and countries.isdisjoint(party.country for party in recipients):
        return _as_states(actors), _as_states(recipients)
    return actors, recipients


def stand_in(
    reading: Reading,
    sentence: Sentence,
    book: ActorBook,
    sides: tuple[list[Party], list[Party]],
    values: Mapping[str, str],
) -> tuple[list[Party], list[Party]]:
    """Fill a side that the text leaves out, where a rule says whose it is: its state's own.

    `home` is the sector to whom it is done ("state" is the government): strikers strike against
    their government. `by` is the sector of who does it: "riots broke out in Nairobi".
    """
    actors, recipients = sides
    if not actors and "by" in values:
        state = _only_state(reading, sentence, book) or _setting(reading, sentence)
        actors = [make_party(state, values["by"], "")] if state else []
    if "home" not in values or not actors or not _stands_for_state(actors[0], book):
        return sides[0], recipients
    country, sector = actors[0].country, values["home"].removeprefix(STATE)
    if not recipients and _only_state(reading, sentence, book) == country:
        recipients = [make_party(country, sector, "")]
    at_home = country in {party.country for party in recipients}
    if at_home and not sector and not actors[0].sector:
        if values["event_type"] != "PROTEST":
            return sides  # no army marches on its own government where nobody says so
        actors = [make_party(country, "civilians", actors[0].word)]
    return actors, recipients


def _stands_for_state(party: Party, book: ActorBook) -> bool:
    """Tell a state, its officials and its people from its companies."""
    actor = book.actors.get(party.actor_id)
    acts = actor is None or actor.kind in ("person", "state", "armed_force", "agency")
    return acts and party.country not in ("", "IGO")


def _is_own_body(party: Party, actors: list[Party]) -> bool:
    """Tell a body from the person who may speak for it: "the bloc's envoy", "the bloc"."""
    sides = [party, *(actor for actor in actors if actor.country == party.country)]
    return party.country == "IGO" and len(sides) > 1 and not all(side.sector for side in sides)


def _as_states(parties: list[Party]) -> list[Party]:
    """Let people who deal with another state count as theirs: its citizens, not its rebels."""
    people = load_plover().people
    return [
        replace(party, actor_id=party.country, sector="")
        if party.sector in people and party.actor_id.endswith(f":{party.sector}")
        else party
        for party in parties
    ]


def _settle(party: Party, home: str, book: ActorBook) -> Party | None:
    actor, plover = book.actors.get(party.actor_id), load_plover()
    if actor is not None and (actor.kind == "igo" or _is_group(actor)):
        return replace(party, sector=party.actor_id)
    if party.country != UNSAID:
        return party
    # Those whom the soldiers of a great power fight are seldom its own.
    abroad = party.sector == "rebels" and home in plover.far_afield
    if home and not abroad:
        return make_party(home, party.sector, party.word)
    return Party(party.word, "", word=party.word) if party.word in plover.nameless else None


def _is_group(actor: Actor) -> bool:
    return actor.kind == "group" and actor.sector not in STATE_SECTORS


def at_their_place(
    actors: list[Party], places: list[Party], event_type: str
) -> tuple[list[Party], list[Party]]:
    """Return who was struck where only the state is told in which rebels struck: its people.

    Otherwise whom it is done to is named, but not known, and nothing is told.
    """
    states = {party.country for party in actors if party.sector == "rebels"}
    if event_type != "ASSAULT" or not states or {party.country for party in places} != states:
        return [], []
    return actors, [make_party(state, "civilians", "") for state in sorted(states)]


def at_home(actors: list[Party]) -> list[Party]:
    """Return towards whom people act where nobody is named: "students are demanding an end"."""
    people = load_plover().sectors.values()
    sided = (party.country for party in actors if party.sector in people and party.country)
    return [Party(country, country) for country in sided][:1]


def _is_setting(party: Party, actors: list[Party]) -> bool:
    """Tell where somebody acts from towards whom: "the rebels said in Chad"."""
    plain = party.actor_id == party.country and not party.sector
    inside = any(actor.sector and actor.country == party.country for actor in actors)
    plover, word = load_plover(), party.word
    body = word in plover.ruling or word in plover.acting_for_states
    return inside and plain and not body and word not in ("demonym", "group")


def _only_state(reading: Reading, sentence: Sentence, book: ActorBook) -> str:
    found: set[str] = set()
    for _, mention in reading.mentions_between(sentence.first, sentence.end):
        actor = book.actors.get(mention.actor_id)
        leaning = _is_leaning(reading, mention.first, mention.end)
        medium = actor is not None and actor.kind == "media"
        if mention.country not in ("", "IGO") and not leaning and not medium:
            found.add(mention.country)
    return found.pop() if len(found) == 1 else ""


def _setting(reading: Reading, sentence: Sentence) -> str:
    """Return the state in which something happens: "spread across Georgia"."""
    for _, mention in reading.mentions_between(sentence.first, sentence.end):
        before = reading.text.lower[max(0, mention.first - 3) : mention.first]
        if mention.is_place and not WHERE.isdisjoint(before):
            return mention.country
    return ""


def _is_leaning(reading: Reading, first: int, end: int) -> bool:
    """Tell "pro-Russian" and "Russian-backed" rebels, who are not Russia's."""
    words = reading.text.lower
    return words[first - 1 : first] == ["-"] or words[end : end + 1] == ["-"]


def _state_of(reading: Reading, first: int, end: int, last: int) -> str:
    """Return the state inside a phrase or right behind it."""
    leads = reading.text.lower[end : end + 1] != [] and reading.text.lower[end] in LEADS
    stop = min(end + 3, last) if leads else end
    named = (m for _, m in reading.mentions_between(first, stop) if m.country)
    states = (m.country for m in named if not _is_leaning(reading, m.first, m.end))
    return next(states, UNSAID)


def sector_of(words: list[str], head: str) -> str:
    """Return whose side a phrase names: "" for a state's own people.

    Some words tell the side wherever they stand: "opposition lawmakers", "student leaders".
    """
    plover = load_plover()
    sided = next((plover.sided[word] for word in words if word in plover.sided), "")
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    described = next((plover.sectors[pair] for pair in pairs if pair in plover.sectors), "")
    return sided or plover.sectors.get(head, "") or described


def _organ(words: Iterable[str]) -> str:
    organs = load_plover().organs
    return next((organs[word] for word in words if word in organs), "")


def make_party(country: str, sector: str, word: str) -> Party:
    """Return a side of a state: "KEN:rebels", or the state itself."""
    actor_id = f"{country}:{sector}" if sector else country
    return Party(actor_id, country, sector, word, _organ([word]))


def head_of(reading: Reading, filler: Filler) -> str:
    """Return the noun a phrase is about, also behind its tokens: "Yemeni | coastguards"."""
    lower, tags, index = reading.text.lower, reading.tags, filler.end
    demonym = filler.mention >= 0 and reading.mentions[filler.mention].kind == "demonym"
    if lower[index - 1] in QUANTITIES and lower[index : index + 1] == ["of"]:
        index += 1  # "hundreds | of Iranian troops"
    elif not demonym:
        inside = range(filler.first + 1, index) if filler.mention < 0 else ()
        lead = next((token for token in inside if lower[token] in LEADS), index)
        return lower[lead - 1]  # "the government of Ecuador", "the rebels in Chad"
    while index < len(tags) and (tags[index] in "DOX#E" or is_joined(tags, index, len(tags))):
        index += 1
    return lower[index - 1]


def is_joined(tags: list[str], index: int, end: int) -> bool:
    """Tell whether a name is joined to what stands before."""
    return index + 1 < end and tags[index] in "C," and tags[index + 1] == "X"
