"""Events that the rules of events.yaml find."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from analysis.events.answered import find_proposer
from analysis.events.apart import set_apart
from analysis.events.doers import find_doers
from analysis.events.homes import only_other
from analysis.events.modes import find_mode
from analysis.events.parties import (
    RECIPROCAL,
    drop_media,
)
from analysis.events.party import Party, as_party, divide
from analysis.events.posts import find_post
from analysis.events.recipients import MATERIAL_CONFLICT, find_recipients
from analysis.events.rows import date_columns, make_event
from analysis.events.settling import at_their_place, is_person, settle, stand_in
from analysis.events.told import judge_telling
from analysis.evidence import Row, describe
from analysis.matching import Match, reach_over
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.rules import ANYWHERE
from analysis.statements import Statement, judge_confidence
from analysis.visits import pick_date

# "killed in an attack" tells of the attack, "since the attack" has it as its setting.
HARMED = frozenset("killed wounded injured died hurt destroyed damaged hit displaced".split())
# A deed that is condemned is told by whoever condemns it.
CONDEMNING = frozenset(
    "protest condemn denounce decry deplore slam blast criticise criticize".split()
)
# How far behind a verb its object may end: "imposed new and much tougher economic sanctions".
OBJECT_REACH = 9
# What people and bodies of one state do to one another.
AT_HOME = MATERIAL_CONFLICT | {"ACCUSE", "REJECT"}
HYPHENS = frozenset("-–/")
# What is given way in must be the object, where a rule tells of it at home.
YIELDING = frozenset({"CONCEDE", "RETREAT"})
# Who is let go must be the object: not so in "handed over a note to diplomats".
RELEASE = "release"


def events_of_rules(
    reading: Reading,
    matches: list[Match],
    statements: list[Statement],
    visits: list[Row],
    rulebook: Rulebook,
) -> Iterator[Row]:
    """Yield one event a match; the first rule that finds both sides takes a trigger."""
    journeys = {visit["start"] for visit in visits}
    # A denial is no event, whatever verb it uses.
    taken = {
        s.match.trigger
        for s in statements
        if s.act == "deny" and "defend" not in reading.lemmas(s.match.trigger)
    }
    # "The minister blasted Chad" is no attack.
    blaming = {s.match.trigger for s in statements if s.act == "accuse"}
    for match in matches:
        if match.rule.table != "events" or match.trigger in taken:
            continue
        if match.rule.set.get("journey") == "yes" and match.sentence.char_start in journeys:
            continue  # the table of visits tells it
        row = _event(reading, match, statements, rulebook)
        if row is not None and not (row["event_type"] == "ASSAULT" and match.trigger in blaming):
            taken.add(match.trigger)
            yield row


def _event(
    reading: Reading, match: Match, statements: list[Statement], rulebook: Rulebook
) -> Row | None:
    values = match.rule.set
    if not _has_object(reading, match) or not _is_foreground(reading, match):
        return None
    sides = _sides(reading, match, statements, rulebook)
    if not all(sides) or _is_war_of_words(reading, match, sides, rulebook):
        return None
    event_type = values["event_type"]
    mode = values.get("mode") or find_mode(reading, match, event_type, sides)
    context = values.get("context", "")
    telling = judge_telling(reading, match, statements, (event_type, mode, context), sides)
    if telling is None:
        return None
    fillers = [filler for slot in match.fillers.values() for filler in slot if filler.item < 0]
    base = describe(
        reading,
        match.sentence,
        rule_id=match.rule.id,
        confidence=judge_confidence(reading, fillers),
    )
    statement = telling.statement
    base |= date_columns(pick_date(reading, match, statement))
    return make_event(
        base,
        (telling.event_type, telling.mode, context),
        sides,
        status=telling.status,
        statement_id=statement.row_ids[0] if statement and statement.row_ids else "",
    )


def _is_war_of_words(
    reading: Reading, match: Match, sides: tuple[list[Party], list[Party]], rulebook: Rulebook
) -> bool:
    """Tell a debate from an attack: "Silva hit Costa over the bill", "attacked Oslo for voting"."""
    people = [is_person(party, rulebook.actors) for side in sides for party in side]
    if match.rule.set["event_type"] != "ASSAULT":
        return False
    return all(people) or (not match.passive and _tells_why(reading, match))


def _tells_why(reading: Reading, match: Match) -> bool:
    """Tell what one is attacked for in words: "attacked Oslo for voting against it"."""
    for token in range(match.end, min(match.end + OBJECT_REACH, match.sentence.end - 1)):
        if reading.tags[token] not in "DOXE#P":
            return False
        if reading.text.lower[token] == "for":
            return reading.tags[token + 1] == "G"
    return False


def _has_object(reading: Reading, match: Match) -> bool:
    """Tell whether what a rule wants `with` its verb stands near enough to be its object."""
    wanted = match.rule.with_words
    first = max(match.sentence.first, match.trigger - OBJECT_REACH) if match.passive else match.end
    # What they protest for may stand at the end: "gathered outside the embassy … to protest".
    far = match.rule.set.get("event_type") == "PROTEST"
    stop = match.end + OBJECT_REACH
    if match.rule.reach < ANYWHERE:
        stop = reach_over(reading.text.lower, match.end, match.rule.reach, match.sentence.end)
    near = reading.text.lower[first : match.sentence.end if far else stop]
    # "Signed no agreements".
    if not wanted or (near[:1] != ["no"] and not wanted.isdisjoint(near)):
        return match.rule.set.get("mode") != RELEASE or _is_object(reading, match)
    antecedent = match.resolver.antecedent(match.trigger)
    return antecedent >= 0 and reading.text.lower[antecedent] in wanted


def _is_object(reading: Reading, match: Match) -> bool:
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


def _is_foreground(reading: Reading, match: Match) -> bool:
    """Tell what is told from the setting: "since the attack on Chad", where a rule asks for it.

    A deed that a noun names is told where the noun is a subject, or somebody was killed in it.
    """
    if match.rule.set.get("foreground") != "yes" or match.fillers.get("author"):
        return True
    lower, tags, index = reading.text.lower, reading.tags, match.trigger - 1
    while index >= match.sentence.first and tags[index] in "DOE#GXtB":
        index -= 1
    if index < match.sentence.first or tags[index] in ",;SRQC":
        return True
    if tags[index] in "VIG" and not CONDEMNING.isdisjoint(reading.lemmas(index)):
        return True
    harmed = match.resolver.verb_before(index)
    return lower[index] in ("in", "by", "during") and harmed >= 0 and lower[harmed] in HARMED


def _sides(
    reading: Reading, match: Match, statements: list[Statement], rulebook: Rulebook
) -> tuple[list[Party], list[Party]]:
    """Return actors and recipients, on different sides."""
    mutual = match.rule.set.get("mutual") == "yes"
    actors = drop_media(rulebook, find_doers(reading, match, statements, rulebook.actors))
    if not actors and "by" not in match.rule.set:
        return [], []
    acting = {party.country for party in actors}
    recipients = find_recipients(reading, match, acting)
    if not recipients and match.rule.set["event_type"] == "REJECT":
        recipients = find_proposer(reading, match, acting)
    if match.rule.set.get("mode") == "withdraw":
        recipients = find_post(reading, match, rulebook.actors) or recipients
    if match.rule.set["event_type"] in ("CONSULT", "REQUEST"):
        recipients = drop_media(rulebook, recipients)
    if mutual and not recipients:
        actors = _hyphened(reading, match) + actors + _named_before(reading, match, actors)
    place = reading, match.sentence, rulebook.actors
    crowded = match.rule.set["event_type"] == "PROTEST"
    sides = settle(*place, (actors, recipients), crowded=crowded)
    if sides[0] and not sides[1] and match.rule.set.get("beside") == "yes":
        telling = [f for s in statements if s.act != "request" for f in s.speakers]
        # "The islands, which Chad claims": Chad tells of nothing.
        told = {f.mention for f in telling if reading.tags[f.first - 1 : f.first] != ["R"]}
        if not any(is_person(party, rulebook.actors) for party in sides[0]):
            sides = sides[0], only_other(*place, sides[0], told)
    elif recipients and not sides[1]:
        sides = at_their_place(sides[0], recipients, match.rule.set["event_type"])
    together = mutual and len({party.side for party in sides[0]}) > 1
    if not together and _is_object(reading, match):
        sides = stand_in(*place, sides, match.rule.set)
    if match.rule.set["event_type"] in AT_HOME and all(sides):
        sides = set_apart(*sides, bodies_only=match.rule.set["event_type"] in MATERIAL_CONFLICT)
    return divide(*sides, mutual=mutual or _is_reciprocal(reading, match))


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
