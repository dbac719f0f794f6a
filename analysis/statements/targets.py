"""Whom a statement is aimed at: who is accused, warned, asked, praised or promised to.

That may be "him" or "it" right behind the verb: "met Silva and urged him to go".
"""

from __future__ import annotations

from dataclasses import replace

from analysis.actors import PERSONS, SORTS
from analysis.grammar import HE_OR_SHE, HIS_OR_HER, POSSESSIVE_PRONOUNS
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements.addressed import find_addressed, find_only_person
from analysis.statements.named import AGAINST, JUDGING, is_other, is_party, named_others
from analysis.statements.naming import country_of
from analysis.statements.pairs import find_pair
from analysis.statements.speakers import SpeakerFinder
from analysis.statements.statement import Statement

# Acts whose verb has a clause behind it that need not open with "that".
TELLING = frozenset({"warn", "assess", "confirm"})
AIMING = frozenset({"at", "against", "on", "upon", "to", "with"})
EACH_OTHER = frozenset({"each other", "one another", "the other", "each side"})


def find_targets(statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """Whom the act is aimed at: the object of its verb, or who is named first behind it."""
    match, fillers, speech = statement.match, statement.match.fillers, rulebook.acts.speech
    if len(statement.speakers) > 1 and _is_mutual(statement):
        return [filler for filler in statement.speakers if filler.mention >= 0]
    if statement.act in JUDGING and (owner := _directly_behind(statement, rulebook)):
        return owner
    found = fillers.get("target_on") or fillers.get("target") or fillers.get("towards") or []
    found = [f for f in found if _is_aimed_at(statement, f) and not _planned(statement)]
    found = found or find_addressed(statement, speech) or _unnamed(statement, rulebook)
    if found:
        return [one for filler in found for one in _each(statement, filler)][:3]
    accused = _who_is_said_to(statement)
    answering = accused or _who_answers(statement)
    if answering or accused is not None:
        return answering
    if match.passive:
        return _acted_on(statement, rulebook)
    book = rulebook.actors
    span = _behind_owner(statement, rulebook), _clause_end(statement, speech.verbs)
    behind = named_others(statement, span, book)
    if not behind and statement.act in AGAINST | JUDGING and _points_back(statement):
        relative = statement.speakers[0].first - 1
        of_it = statement.act == "warn" and statement.tags[relative] == "R"
        first = relative - 2 if of_it else statement.sentence.first  # not "Mali's new law that"
        return named_others(statement, (first, match.trigger), book)
    return behind


def _is_aimed_at(statement: Statement, filler: Filler) -> bool:
    """Tell another one, but for one's own side in "warned its troops would fire"."""
    own = country_of(statement.reading, filler) in statement.own_countries
    other = is_other(statement, filler.mention)
    if own and statement.act == "promise":  # "pledged Chadian support", not "reassured Deby"
        return other and statement.reading.mentions[filler.mention].kind in PERSONS
    return other and _is_object(statement, filler.end)


def _is_object(statement: Statement, end: int) -> bool:
    """Tell "warned the army of it", "claims the army fired" from "warned the army would fire"."""
    return statement.act not in TELLING or statement.tags[end] not in "AMV"


def _acted_on(statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """Return the subject of a passive, or whose it is: "Chad's offer was welcomed by Oslo"."""
    resolver, speech = statement.match.resolver, rulebook.acts.speech
    subject = _planned(statement) or resolver.surface_subject(statement.match.trigger)
    whose = [o for f in subject for o in resolver.owner(f.end - 1) if o.how == "owner"]
    named = [f for f in (*subject, *whose) if is_other(statement, f.mention)]
    if named or statement.act not in AGAINST | JUDGING | {"request"}:
        return named[:1]
    parties = (f for f in subject if is_party(statement.lower[f.end - 1], speech))
    return [f for f in parties if f.mention < 0][:1]


def _planned(statement: Statement) -> list[Filler]:
    """Return the noun of "Silva's | decision | to recall the envoy was criticised"; or nothing."""
    resolver, trigger, tags = statement.match.resolver, statement.match.trigger, statement.tags
    verb = resolver.verb_before(resolver.group_start(trigger) - 1)
    plan = tags[verb - 2 : verb] == ["O", "T"] and {*"CRS,"}.isdisjoint(tags[verb:trigger])
    return [Filler(verb - 2, verb - 1)] if plan and statement.match.passive else []


def _who_answers(statement: Statement) -> list[Filler]:
    """Return who rejects or weighs what a noun tells: "Malta dismissed criticism by Ireland"."""
    match, answering = statement.match, statement.lexicon["answering"]
    verb = match.resolver.verb_before(match.trigger) if match.rule.nouns else -1
    if verb < 0 or answering.isdisjoint(statement.reading.lemmas(verb)):
        return []
    found = match.resolver.clause_subject(match.trigger)
    return [filler for filler in found if is_other(statement, filler.mention)]


def _who_is_said_to(statement: Statement) -> list[Filler] | None:
    """Return whom "charges by Malta that | Cyprus | had done it" blame; None = no such clause."""
    reading, that = statement.reading, statement.speakers[-1].end
    blames = statement.match.rule.nouns and statement.act == "accuse"
    if not blames or statement.lower[that : that + 1] != ["that"]:
        return None
    subject = reading.skip_right(that + 1, "D", statement.sentence.end)
    meant = statement.tags[subject] == "X" or statement.lower[subject] in HE_OR_SHE
    number = reading.mention_at[subject] if meant else -1
    return [reading.filler(number, "said to")] if is_other(statement, number) else []


def find_judged_before(statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """Return who acts in what one says of it: "Chad, which Oslo says | is arming", "its plan …"."""
    tags, match = statement.tags, statement.match
    about = statement.reading.mention_at[match.end + 1 + (tags[match.end + 1] == "D")]
    spoke = statement.lower[match.end] == "of" and match.lower[match.trigger] == "said"
    if spoke and is_other(statement, about):  # "“They are thieves,” he said of | the Chadian army"
        return [statement.reading.filler(about, "said of")]
    he = statement.reading.skip_right(statement.said()[0], "QC", statement.sentence.end - 1)
    if statement.lower[he] in HE_OR_SHE and statement.reading.text.quotes[he]:
        alone = find_only_person(statement, he)
        sexes = {rulebook.actors.pronoun_of(one) for one in statement.reading.named(alone)}
        return alone if sexes <= {"", statement.lower[he]} else []
    relative = statement.speakers[0].first - 1
    relative -= tags[relative] == "D"
    if tags[relative] != "R" or tags[match.end] not in "VAM":
        return []
    antecedent = match.resolver.before_relative(relative)
    start, named = SpeakerFinder(match, rulebook.acts.speech).phrases.phrase_ending(antecedent)
    found = [named] if tags[start - 1] != "P" else []
    if named.mention < 0:
        found = match.resolver.owner(named.end - 1)
    return [f for f in found if is_other(statement, f.mention)][:1]


def _is_mutual(statement: Statement) -> bool:
    """Tell whether two speak of one another: "accused each other", "each blaming the other"."""
    behind = statement.lower[statement.match.end : statement.match.end + 3]
    pairs = (" ".join(behind[:2]), " ".join(behind[1:3]))
    mutual = statement.match.rule.set.get("target") == "mutual"
    return mutual or not EACH_OTHER.isdisjoint(pairs)


def _clause_end(statement: Statement, verbs: frozenset[str]) -> int:
    """Return where the speaker does the next thing: "… and also urged Iraq", "…, blaming Iraq".

    "Condemned the launch and urged Chad to stop" blames Chad; what comes after "but" blames nobody.
    """
    end, tags = statement.sentence.end, statement.tags
    if tags[statement.speakers[0].first - 1] == "R":  # "a deal that Oslo warned would fail, …"
        commas = (t for t in range(statement.match.end, end) if tags[t] == ",")
        end = next(commas, end)
    accuses = statement.act == "accuse"
    for token in range(statement.match.end, end - 2):
        goes_on = tags[token] == "," and tags[token + 1] == "G"
        if goes_on and statement.reading.is_form(token + 1, verbs):
            return token
        also = tags[token + 1] == "B" != tags[token - 1]  # not "slowly and surely go"
        contrasts = not accuses or statement.lower[token] == "but"
        if contrasts and tags[token] == "C" and tags[token + 1 + also] == "V":
            return token
    return end


def _behind_owner(statement: Statement, rulebook: Rulebook) -> int:
    """Return where others are named: in "voiced Chad's concern" behind Chad, whose it is."""
    match, nouns = statement.match, statement.match.rule.with_words
    number = statement.reading.mention_at[match.end + (statement.tags[match.end] == "D")]
    voices = statement.reading.is_form(match.trigger, rulebook.acts.speech.voicing)
    if number < 0 or not voices:
        return match.end
    owner = statement.reading.mentions[number]
    first = owner.end + owner.possessive
    last = match.resolver.skip_right(first, "OE")
    return match.end if nouns.isdisjoint(statement.lower[first : last + 1]) else owner.end


def _points_back(statement: Statement) -> bool:
    """Tell "which condemned it", "Iran, which Oslo accuses" and "Iran lied, Oslo alleged".

    Who is meant stands before.
    """
    match, tags = statement.match, statement.tags
    before = statement.speakers[0].first - 1
    # "A move Oslo called illegal": what a noun before its speaker sums up.
    relative = statement.lower[before] in statement.lexicon["summing"] or tags[before] == "R"
    # Not "warned they would go".
    meant = tags[match.end : match.end + 1] == ["p"] and tags[match.end + 1] not in "AMV"
    opening = statement.first + (tags[statement.first] in "DQ")
    told = statement.first < match.trigger and statement.reading.mention_at[opening] >= 0
    return relative or meant or (told and statement.act == "accuse")


def _each(statement: Statement, filler: Filler) -> list[Filler]:
    """Return the two others that "both sides" are; else who they are as they are called."""
    pair = find_pair(statement.reading, filler)
    states = {country_of(statement.reading, one) for one in pair}
    return pair if pair and states.isdisjoint(statement.own_countries) else [filler]


def _directly_behind(statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """Return who stands right behind the verb: "derided Silva's praise of Chad", "hit out at"."""
    first = statement.match.end
    if statement.lower[first] in HIS_OR_HER:  # "criticised | his speech", not "criticised her for"
        return find_only_person(statement, first) if statement.tags[first + 1] in "O#EXVI" else []
    if _behind_owner(statement, rulebook) > first:
        return []
    at = statement.lower[first] in AIMING
    number = statement.reading.mention_at[first + at + (statement.tags[first + at] == "D")]
    if not is_other(statement, number):
        return []
    mention = statement.reading.mentions[number]
    meant = mention.country and (at or mention.possessive)
    return [statement.reading.filler(number, "behind")] if meant else []


def _unnamed(statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """An object without a name that can be spoken to: "accused the West", "urged the rebels"."""
    match_end, tags, speech = statement.match.end, statement.tags, rulebook.acts.speech
    aimed = tags[match_end] == "P" and statement.lower[match_end] in AIMING
    start = match_end + aimed  # "lashed out | at"
    first = statement.match.resolver.skip_right(start, "DO#E")
    number = statement.reading.mention_at[first] if first < statement.sentence.end else -1
    group = statement.reading.mentions[number] if start == match_end and number >= 0 else None
    if group is not None and group.kind == "group" and not group.possessive:
        own = statement.lower[start] in POSSESSIVE_PRONOUNS
        meant = not own and _is_object(statement, group.end)  # "accused | troops"
        return [Filler(start, group.end, how="object without a name")] if meant else []
    named = number >= 0 and tags[first] != "p"  # but "warned states | they would pay"
    if first == start or named or not _is_object(statement, first):
        return []
    head = statement.lower[first - 1]
    # "Left Mali and urged the country to act": the state that the sentence names.
    if SORTS.get(head) == "state" and (home := _state_before(statement, rulebook)):
        return [replace(filler, how="the country") for filler in home]
    # "Confessed on | television"
    medium = statement.lower[match_end] == "on" and head in speech.media
    people = (is_party(head, speech) and not medium) or _is_framed(statement, first)
    return [Filler(start, first, how="object without a name")] if people else []


def _state_before(statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """Return the state that "the country" is: named before, in this sentence or the last."""
    here, number = statement.sentence, statement.sentence.number
    found = named_others(statement, (here.first, statement.match.trigger), rulebook.actors)
    if found or not number:
        return found[:1]
    before = statement.reading.text.sentences[number - 1]
    return named_others(statement, (before.first, before.end), rulebook.actors)[:1]


def _is_framed(statement: Statement, end: int) -> bool:
    """Tell by what follows that an object is somebody: "accused staff | of", "asked heirs | to"."""
    match, behind = statement.match, statement.lower[end]
    if "O" not in statement.tags[match.end : end] or statement.tags[match.end - 1] == "P":
        return False  # "accused her of", "called for the bridge to"
    if "demand" in statement.reading.lemmas(match.trigger):
        return False  # "demanded an end to"
    if behind == "of":
        return "accuse" in statement.reading.lemmas(match.trigger)
    # Not "stressed the need to act", "renewed calls to act", whose verbs are aimed at nobody.
    aimed = any(slot.name == "target" and slot.role == "object" for slot in match.rule.slots)
    infinitive = behind == "to" and statement.tags[end + 1] in "IBN"
    return statement.act == "request" and aimed and infinitive
