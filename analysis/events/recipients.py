"""Towards whom a rule's event is done: the object, whose it is, or a side of the state itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.actors import Mention
from analysis.events.domestic import OF, UNSAID, domestic_behind
from analysis.events.owners import is_imposer, long_subject, owned_parties
from analysis.events.parties import find_parties
from analysis.events.party import Party, as_parties
from analysis.grammar import POSSESSIVE_PRONOUNS
from analysis.matching import Match
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.rules import Slot

# Slots that hold recipients; the first in the rule that names one counts.
RECIPIENTS = frozenset({"recipient", "towards", "whose"})
# Whose the object is may stand behind these: "rejected a request by Chad", "a plan from Chad".
PROPOSERS = frozenset("of by from".split())
OWNING = {
    "REJECT": PROPOSERS,
    "AGREE": PROPOSERS,
    "ACCUSE": frozenset({"of", "by"}),
    "CONCEDE": frozenset({"of", "from"}),  # "let in lorries from Chad"
    "SANCTION": frozenset({"of", "with", "from", "at"}),  # "a diplomat with the Chadian embassy"
    "COERCE": frozenset({"of", "by"}),  # "seized land owned by Chad"
    "ASSAULT": frozenset({"of", "by"}),  # "bombed a camp run by Chad"
}
CONFLICT = frozenset("ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
MATERIAL_CONFLICT = frozenset({"COERCE", "ASSAULT"})
# What leads from what a preposition governs to whose it is: "attacks on | camps in Chad".
BEHIND = {
    "PROTEST": PROPOSERS,
    "ASSAULT": frozenset({"of", "in"}),
    "SANCTION": frozenset({"of", "from", "to"}),  # "companies linked to Chad"
    "MOBILIZE": frozenset({"of", "with", "in"}),
    "CONCEDE": frozenset({"of", "from", "to"}),  # "a ban on exports to Chad"
}
# So near a protest may say whom it is against: "an anti-French rally".
ANTI_REACH = 7
# … and so near a name stands what is chanted against it: "Down with the | French".
OPPOSING_REACH = 3
# What is a part of the verb, and does not lead to another's: not "hit back at", "sanctions over".
PARTICLES = (["down"], ["off"], ["up"], ["out"])
# Tags behind which another clause begins.
CLAUSE_ENDS = frozenset("VSMA;Q")


def find_recipients(match: Match, acting: set[str]) -> list[Party]:
    """Return towards whom, by the slots that hold recipients; `acting` are the actors' states.

    Of "ambushed a patrol in Chad" it is the patrol where no other state's people act.
    """
    slots = [slot for slot in match.rule.slots if slot.name in RECIPIENTS]
    if match.rule.set["event_type"] == "ACCUSE" and _is_of_harm(match.reading, match.end):
        return []
    named: list[Party] = []
    inside: list[Party] = []
    for slot in slots:
        affected = (f for f in match.filling(slot.name) if not is_imposer(match.reading, f))
        affected = (f for f in affected if not _is_at_border(match, f.first))
        found = find_parties(match.reading, affected)
        stated = [party for party in found if party.country != UNSAID]
        unsaid = [party for party in found if party.country == UNSAID]
        named = named or stated or _owners(match, slot) or _described(match)
        inside = inside or unsaid or _domestic(match, slot)
    plain = all(party.actor_id == party.country for party in named)
    at_home = acting | {party.country for party in inside}
    fits = UNSAID in acting or {party.country for party in named} <= at_home
    fits = fits and (not named or match.rule.set["event_type"] in CONFLICT)
    return inside if inside and plain and fits else named


def _is_at_border(match: Match, name: int) -> bool:
    """Tell where a deed is done, "near the Chadian border", from whom it hits, "near Chad"."""
    if match.rule.set["event_type"] not in MATERIAL_CONFLICT:
        return False
    near = match.lower[match.reading.skip_left(name, "DX", match.sentence.first)]
    border = match.lower[match.reading.skip_right(name, "DX", match.sentence.end - 1)]
    return near == "near" and border in plover_words("borders")


def _is_of_deed(match: Match, lead: int) -> bool:
    """Tell "marched to protest airstrikes | against Chad" from "marched | against Chad"."""
    deed, protest = match.lower[lead - 1], match.rule.set["event_type"] == "PROTEST"
    harms = deed in plover_words("harms") and not deed.startswith("strike")
    return protest and harms and match.tags[lead] == "P"


def favours_somebody(match: Match) -> bool:
    """Tell "rallied in Oslo for President Eide", which is no protest."""
    if match.rule.set["event_type"] != "PROTEST":
        return False
    words = {*match.lower[match.sentence.first : match.sentence.end]}
    if words & plover_words("supporting") and words.isdisjoint(plover_words("out_of_power")):
        return not words.isdisjoint(plover_words("in_power"))
    found = match.resolver.phrases(match.end - 1, frozenset({"for"}))
    people = (m.kind for m in match.reading.named(found))
    return not {"person", "title"}.isdisjoint(people)


def find_opposed(match: Match) -> list[Party]:
    """Return whom a protest is against by its words: "an anti-French rally", "“Death to Chad”"."""
    reading = match.reading
    lower, first = reading.text.lower, max(match.sentence.first, match.trigger - ANTI_REACH)
    for token in range(first, min(match.end + ANTI_REACH, match.sentence.end - 2)):
        named = reading.named_at(token + 2)
        if lower[token : token + 2] == ["anti", "-"] and named is not None:
            opposed = as_parties([named])
            return [replace(party, word="", actor_id=party.country) for party in opposed]
    opposing = plover_words("opposing")
    behind = reading.mentions_between(match.end, match.sentence.end)
    against = (m for _, m in behind if not opposing.isdisjoint(_leading_to(reading, m)))
    return as_parties(against)[:1]


def _leading_to(reading: Reading, mention: Mention) -> list[str]:
    """Return the words close before a name that may oppose it: "boycott | French"."""
    reach = mention.first - OPPOSING_REACH
    first = reading.skip_left(mention.first - 1, "DO#PTGIVE", reach) + 1
    return reading.text.lower[first : mention.first]


def _domestic(match: Match, slot: Slot) -> list[Party]:
    """Return the side of a state that stands as object, or behind a preposition of the slot."""
    event_type = match.rule.set["event_type"]
    loose = event_type in CONFLICT | {"AGREE", "CONCEDE"}
    # "Evacuated its citizens" is nothing that one side does for another, "shelled its citizens" is.
    own = not POSSESSIVE_PRONOUNS.isdisjoint(match.lower[match.end : match.end + 1])
    if slot.role == "object" and own and event_type not in MATERIAL_CONFLICT:
        return []
    for first in _openings(match, slot):
        before = OWNING.get(event_type, OF) if slot.role == "object" else OF
        found = domestic_behind(match.reading, match.sentence, first, loose=loose, before=before)
        if found:
            return found
    return []


def _owners(match: Match, slot: Slot) -> list[Party]:
    """Return whose the object is, or what a preposition leads to: "attacks on Iraq's north"."""
    event_type = match.rule.set["event_type"]
    if slot.role == "object" and event_type == "CONSULT":
        return []  # one meets people, not what is theirs
    before = (OWNING if slot.role == "object" else BEHIND).get(event_type, OF)
    for first in _openings(match, slot):
        if not _is_of_deed(match, first - 1):
            found = owned_parties(match.reading, match.sentence, first, before)
            if found or match.tags[first] not in "t#":  # not "on Monday in Chad"
                return found
    return []


def _openings(match: Match, slot: Slot) -> Iterator[int]:
    """Yield where the object may begin, or what a preposition of the slot leads to."""
    if slot.role == "object" and match.passive:
        start = long_subject(match).start
        if match.lower[start] in POSSESSIVE_PRONOUNS and match.tags[start - 1] == "C":
            # "A Czech ship and | its crew"
            start = match.resolver.skip_left(start - 2, "DOEX#") + 1
        yield start
        return
    if slot.role == "object":
        particle = match.lower[match.end : match.end + 1] in PARTICLES  # "shut | down"
        yield match.resolver.past_insertion(match.end + particle)
        return
    for index in range(match.end, min(match.end + slot.within, match.sentence.end)):
        if match.tags[index] in CLAUSE_ENDS:
            return
        compound = match.lower[index - 1] in match.lexicon["compound_leads"]  # "according to"
        led = match.lower[index] in slot.prepositions and not compound
        led = led and not match.resolver.is_of_topic(index, match.trigger)
        if led and not _is_at_border(match, index + 1):
            yield index + 1


def _described(match: Match) -> list[Party]:
    """Return whose somebody unknown is said to be: "sentenced Zakka, a Lebanese citizen"."""
    end = match.end
    if match.passive:
        end = max((filler.end for filler in match.resolver.object(match.trigger)), default=-1)
    else:
        while end < match.sentence.end and match.reading.text.words[end][:1].isupper():
            end += 1
    apposed = end > 0 and match.tags[end] == "," and match.tags[end + 1] == "D"
    return owned_parties(match.reading, match.sentence, end + 1) if apposed else []


def _is_of_harm(reading: Reading, index: int) -> bool:
    """Tell what somebody suffered: "called violations of Chadian airspace a crime"."""
    index = reading.skip_right(index, "DOE#B", len(reading.tags))
    if reading.text.lower[index : index + 1] == ["at"]:  # "outrage at the murder of Chadians"
        index = reading.skip_right(index + 1, "DOE#B", len(reading.tags))
    of_harm = reading.text.lower[index : index + 1] == ["of"]
    return of_harm and reading.text.lower[index - 1] in plover_words("harms")
