"""Whom a statement is aimed at: who is accused, warned, asked, praised or promised to.

That may be "him" or "it" right behind the verb: "met Silva and urged him to go".
"""

from __future__ import annotations

from dataclasses import replace

from analysis.actors import PERSONS, SORTS
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements.named import (
    AGAINST,
    JUDGING,
    is_other,
    is_party,
    named_others,
    own_countries,
)
from analysis.statements.naming import country_of, name_of
from analysis.statements.pairs import find_pair, find_partner
from analysis.statements.statement import Statement

# Acts whose verb has a clause behind it that need not open with "that".
TELLING = frozenset({"warn", "assess", "confirm"})
AIMING = frozenset({"at", "against", "on"})
EACH_OTHER = frozenset({"each other", "one another", "the other", "each side"})
ADDRESSED = frozenset("to of for not that against over".split())
WITH = frozenset({"with", "to", "on"})


def find_targets(reading: Reading, statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """Whom the act is aimed at: the object of its verb, or who is named first behind it."""
    match, fillers = statement.match, statement.match.fillers
    if len(statement.speakers) > 1 and _is_mutual(reading, statement):
        return [filler for filler in statement.speakers if filler.mention >= 0]
    if statement.act in JUDGING and (owner := _directly_behind(reading, statement, rulebook)):
        return owner
    found = fillers.get("target_on") or fillers.get("target") or fillers.get("towards") or []
    found = [filler for filler in found if _is_aimed_at(reading, statement, filler)]
    found = found or find_addressed(reading, statement) or _unnamed(reading, statement, rulebook)
    if found:
        found = [one for filler in found for one in _each(reading, statement, filler)]
        return found[:3]
    if answering := _who_answers(reading, statement):
        return answering
    if match.passive:
        return _acted_on(reading, statement)
    book = rulebook.actors
    span = _behind_owner(reading, statement, rulebook), _clause_end(reading, statement)
    behind = named_others(reading, statement, span, book)
    if not behind and statement.act in AGAINST and _points_back(reading, statement):
        return named_others(reading, statement, (statement.sentence.first, match.trigger), book)
    return behind


def _is_aimed_at(reading: Reading, statement: Statement, filler: Filler) -> bool:
    """Tell another one, but for one's own side in "warned its troops would fire"."""
    own = country_of(reading, filler) in own_countries(reading, statement)
    other = is_other(reading, statement, filler.mention)
    if own and statement.act == "promise":  # "pledged Chadian support", not "reassured Deby"
        return other and reading.mentions[filler.mention].kind in PERSONS
    return other and _is_object(reading, statement, filler.end)


def _is_object(reading: Reading, statement: Statement, end: int) -> bool:
    """Tell "warned the army of it", "claims the army fired" from "warned the army would fire"."""
    return statement.act not in TELLING or reading.tags[end] not in "AMV"


def _acted_on(reading: Reading, statement: Statement) -> list[Filler]:
    """Return the subject of a passive, or whose it is: "Chad's offer was welcomed by Oslo"."""
    resolver = statement.match.resolver
    subject = resolver.surface_subject(statement.match.trigger)
    whose = [o for f in subject for o in resolver.owner(f.end - 1) if o.how == "owner"]
    return [f for f in (*subject, *whose) if is_other(reading, statement, f.mention)][:1]


def _who_answers(reading: Reading, statement: Statement) -> list[Filler]:
    """Return who rejects or weighs what a noun tells: "Malta dismissed criticism by Ireland"."""
    match, answering = statement.match, reading.lexicon["answering"]
    verb = match.resolver.verb_before(match.trigger) if match.rule.nouns else -1
    if verb < 0 or answering.isdisjoint(reading.lemmas(verb)):
        return []
    found = match.resolver.clause_subject(match.trigger)
    return [filler for filler in found if is_other(reading, statement, filler.mention)]


def _is_mutual(reading: Reading, statement: Statement) -> bool:
    """Tell whether two speak of one another: "accused each other", "each blaming the other"."""
    behind = reading.text.lower[statement.match.end : statement.match.end + 3]
    pairs = (" ".join(behind[:2]), " ".join(behind[1:3]))
    mutual = statement.match.rule.set.get("target") == "mutual"
    return mutual or not EACH_OTHER.isdisjoint(pairs)


def _clause_end(reading: Reading, statement: Statement) -> int:
    """Return where the speaker does the next thing: "warned Iran of … and also urged Iraq".

    "Condemned the launch and urged Chad to stop" blames Chad; what comes after "but" blames nobody.
    """
    end, tags = statement.sentence.end, reading.tags
    if tags[statement.speakers[0].first - 1] == "R":  # "a deal that Oslo warned would fail, …"
        commas = (t for t in range(statement.match.end, end) if tags[t] == ",")
        end = next(commas, end)
    accuses = statement.act == "accuse"
    for token in range(statement.match.end, end - 2):
        also = tags[token + 1] == "B" != tags[token - 1]  # not "slowly and surely go"
        contrasts = not accuses or reading.text.lower[token] == "but"
        if contrasts and tags[token] == "C" and tags[token + 1 + also] == "V":
            return token
    return end


def _behind_owner(reading: Reading, statement: Statement, rulebook: Rulebook) -> int:
    """Return where others are named: in "voiced Chad's concern" behind Chad, whose it is."""
    match, nouns = statement.match, statement.match.rule.with_words
    number = reading.mention_at[match.end + (reading.tags[match.end] == "D")]
    voices = reading.is_form(match.trigger, rulebook.acts.speech.voicing)
    if number < 0 or not voices:
        return match.end
    owner = reading.mentions[number]
    noun = owner.end + owner.possessive
    while reading.tags[noun] in "OE" and reading.text.lower[noun] not in nouns:
        noun += 1
    return owner.end if reading.text.lower[noun] in nouns else match.end


def _points_back(reading: Reading, statement: Statement) -> bool:
    """Tell "which condemned it", "Iran, which Oslo accuses" and "Iran lied, Oslo alleged".

    Who is meant stands before.
    """
    match, tags = statement.match, reading.tags
    before = statement.speakers[0].first - 1
    # "A move Oslo called illegal": what a noun before its speaker sums up.
    relative = reading.text.lower[before] in reading.lexicon["summing"] or tags[before] == "R"
    # Not "warned they would go".
    meant = tags[match.end : match.end + 1] == ["p"] and tags[match.end + 1] not in "AMV"
    opening = statement.first + (tags[statement.first] in "DQ")
    told = statement.first < match.trigger and reading.mention_at[opening] >= 0
    return relative or meant or (told and statement.act == "accuse")


def _each(reading: Reading, statement: Statement, filler: Filler) -> list[Filler]:
    """Return the two others that "both sides" are; else who they are as they are called."""
    pair, own = find_pair(reading, filler), own_countries(reading, statement)
    return [filler] if own & {country_of(reading, one) for one in pair} else pair or [filler]


def _directly_behind(reading: Reading, statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """Return who stands right behind the verb: "derided Silva's praise of Chad", "hit out at"."""
    first = statement.match.end
    if _behind_owner(reading, statement, rulebook) > first:
        return []
    at = reading.text.lower[first] in AIMING
    number = reading.mention_at[first + at + (reading.tags[first + at] == "D")]
    if not is_other(reading, statement, number):
        return []
    mention = reading.mentions[number]
    meant = mention.country and (at or mention.possessive)
    return [reading.filler(number, "behind")] if meant else []


def _unnamed(reading: Reading, statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """An object without a name that can be spoken to: "accused the West", "urged the rebels"."""
    start, tags, speech = statement.match.end, reading.tags, rulebook.acts.speech
    start += tags[start] == "P" and reading.text.lower[start] in AIMING  # "lashed out | at"
    first = statement.match.resolver.skip_right(start, "DO#E")
    number = reading.mention_at[first] if first < statement.sentence.end else -1
    if first == start or (number >= 0 and tags[first] != "p"):  # "warned states | they would pay"
        return []
    if not _is_object(reading, statement, first):
        return []
    head = reading.text.lower[first - 1]
    # "Left Mali and urged the country to act": the state that the sentence names.
    if SORTS.get(head) == "state" and (home := _state_before(reading, statement, rulebook)):
        return [replace(filler, how="the country") for filler in home]
    people = is_party(head, speech) or _is_framed(reading, statement, first)
    return [Filler(start, first, how="object without a name")] if people else []


def _state_before(reading: Reading, statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """Return the state that "the country" is: named before, in this sentence or the last."""
    here, number = statement.sentence, statement.sentence.number
    found = named_others(reading, statement, (here.first, statement.match.trigger), rulebook.actors)
    if found or not number:
        return found
    before = reading.text.sentences[number - 1]
    return named_others(reading, statement, (before.first, before.end), rulebook.actors)


def _is_framed(reading: Reading, statement: Statement, end: int) -> bool:
    """Tell by what follows that an object is somebody: "accused staff | of", "asked heirs | to"."""
    match, behind = statement.match, reading.text.lower[end]
    if "O" not in reading.tags[match.end : end] or reading.tags[match.end - 1] == "P":
        return False  # "accused her of", "called for the bridge to"
    if "demand" in reading.lemmas(match.trigger):
        return False  # "demanded an end to"
    if behind == "of":
        return "accuse" in reading.lemmas(match.trigger)
    # Not "stressed the need to act", "renewed calls to act", whose verbs are aimed at nobody.
    aimed = any(slot.name == "target" and slot.role == "object" for slot in match.rule.slots)
    infinitive = behind == "to" and reading.tags[end + 1] in "IBN"
    return statement.act == "request" and aimed and infinitive


def pick_target(reading: Reading, statement: Statement, speaker: Filler) -> Filler | None:
    """Return whom one of the speakers aims at: of two who promise together, the other one."""
    aimed = statement.targets
    alone = not aimed and not statement.spares
    if alone and statement.act == "promise" and len(own_countries(reading, statement)) > 1:
        aimed = [filler for filler in statement.speakers if filler.mention >= 0]
    own = name_of(reading, speaker)
    return next((filler for filler in aimed if name_of(reading, filler) != own), None)


def find_addressed(reading: Reading, statement: Statement) -> list[Filler]:
    """Return whom the pronoun behind the verb means, who is not the speaker.

    That is whom the speaker did something to before in the sentence; where nobody is, the other one
    of two whom the sentence before brought together.
    """
    pronoun = statement.match.end
    if not _is_addressed(reading, pronoun, statement.sentence.end):
        return []
    own = {country_of(reading, filler) for filler in statement.speakers} - {""}
    resolver = statement.match.resolver
    verb = resolver.verb_before(resolver.group_start(statement.match.trigger) - 1)
    while verb >= 0 and own:
        for filler in (*resolver.object(verb), *resolver.phrases(verb, WITH)):
            states = reading.countries_between(filler.first, filler.end)
            if states and states.isdisjoint(own):
                return [filler]
        verb = resolver.verb_before(resolver.group_start(verb) - 1)
    return find_partner(reading, Filler(pronoun, pronoun + 1), own)


def _is_addressed(reading: Reading, pronoun: int, end: int) -> bool:
    """Tell "praised him", "urged it to" from "praised her book", "condemned it"."""
    if pronoun + 1 >= end:
        return False
    word, behind = reading.text.lower[pronoun : pronoun + 2]
    if word in ("it", "them"):  # which may be things, but what is addressed so is somebody
        return behind in ADDRESSED
    return word in ("him", "her") and (word == "him" or reading.tags[pronoun + 1] not in "O#EX")
