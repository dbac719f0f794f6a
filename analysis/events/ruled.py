"""Events that the rules of events.yaml find, and how they are done where the words tell it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.dating import date_columns, pick_date
from analysis.events.party import Party, Sides
from analysis.events.recipients import RECIPIENTS, favours_somebody
from analysis.events.rows import make_event
from analysis.events.settling import is_person
from analysis.events.sides import find_sides
from analysis.events.told import judge_telling
from analysis.evidence import Row, describe
from analysis.grammar import BE, POSSESSIVE_PRONOUNS
from analysis.matching import Match, reach_over
from analysis.plover import load_plover, plover_words
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.rules import ANYWHERE
from analysis.statements import Statement, judge_confidence

# A deed towards nobody is told where it is done, not where it may come.
TOLD = frozenset({"occurred", "ongoing", "alleged"})
# How far behind a verb its object may end: "imposed new and much tougher economic sanctions".
OBJECT_REACH = 9
# How far from the verb of an attack its means may stand, in words.
BEFORE, BEHIND = 8, 12


def events_of_rules(
    reading: Reading,
    matches: list[Match],
    statements: list[Statement],
    visits: list[Row],
    allegations: list[Row],
    rulebook: Rulebook,
) -> Iterator[tuple[int, Row]]:
    """Yield one event a match, with its trigger: the first rule that finds both sides takes it.

    What no rule finds both sides of may be done towards nobody ("tested a missile"), unless the
    sentence tells what is sent to whom.
    """
    sent = {allegation["start"] for allegation in allegations}
    journeys = {visit["start"] for visit in visits}
    # A denial is no event, whatever verb it uses.
    taken = {s.match.trigger for s in statements if s.act == "deny" and not s.defends}
    blaming = {s.match.trigger: s for s in statements if s.act == "accuse"}
    matches = [match for match in matches if match.rule.table == "events"]
    nouns = {match.trigger for match in matches if match.rule.nouns}
    alone = [
        match
        for match in matches
        if "alone" in match.rule.set and match.sentence.char_start not in sent
    ]
    for number, match in enumerate([*matches, *alone]):
        verbal = match.trigger in nouns and not match.rule.nouns
        if match.trigger in taken or (verbal and match.resolver.is_nominal(match.trigger)):
            continue  # a gerund that is a noun, and has a rule as one: "the killing of Poles by"
        if match.rule.set.get("journey") == "yes" and match.sentence.char_start in journeys:
            continue  # the table of visits tells it
        row = _event(match, statements, rulebook, alone=number >= len(matches))
        if row is None or _is_blamed_by_others(reading, row, blaming.get(match.trigger)):
            continue
        guests = row["mode"] == "visit" and row["recipient_ids"][1:]
        if guests and match.sentence.char_start in journeys:
            continue  # who came to whom it tells, too
        taken.add(match.trigger)
        yield match.trigger, row


def _is_blamed_by_others(reading: Reading, row: Row, statement: Statement | None) -> bool:
    """Tell "the minister blasted Chad", no attack, and "said Chad had fired, calling it a crime".

    Whom the sentence has as subject of the last word does not call it so: who speaks does.
    """
    if statement is None or row["event_type"] != "ACCUSE":
        return statement is not None and row["event_type"] == "ASSAULT"
    speaking = reading.countries(statement.speakers) - {""}
    return bool(speaking) and speaking.isdisjoint(row["actor_countries"])


def _event(
    match: Match, statements: list[Statement], rulebook: Rulebook, *, alone: bool
) -> Row | None:
    values = match.rule.set
    if not _has_object(match) or not _is_foreground(match):
        return None
    sides = find_sides(match, statements, rulebook)
    one_sided = alone and bool(sides[0]) and _is_at_nobody(match, sides[0])
    if not (all(sides) or one_sided) or favours_somebody(match):
        return None
    if _is_war_of_words(match, sides, rulebook):
        return None
    event_type = values["event_type"]
    mode = values.get("mode") or find_mode(match, event_type, sides)
    context = values.get("context", "")
    telling = judge_telling(match, statements, (event_type, mode, context), sides)
    if telling is None or (one_sided and telling.status not in TOLD):
        return None
    fillers = [filler for slot in match.fillers.values() for filler in slot if filler.item < 0]
    base = describe(match, confidence=judge_confidence(match.reading, fillers))
    statement = telling.statement
    base |= date_columns(pick_date(match, statement))
    return make_event(
        base,
        (telling.event_type, telling.mode, context),
        sides,
        status=telling.status,
        statement_id=statement.row_ids[0] if statement and statement.row_ids else "",
    )


def _is_at_nobody(match: Match, actors: list[Party]) -> bool:
    """Tell what a state does by itself from what has another as its aim: "sent ships to Chad"."""
    own = {party.country for party in actors}
    if match.passive and match.rule.set["alone"] != "passive":  # unlike "were put on alert"
        return False  # "helicopters sent to rescue them": a description
    aims = match.resolver.phrases(match.end - 1, plover_words("aims"))
    states = match.reading.countries(aims)
    return len(own - {"", "IGO"}) == len(own) == 1 and states <= own | {""}


def _is_war_of_words(match: Match, sides: Sides, rulebook: Rulebook) -> bool:
    """Tell a debate from an attack: "Silva hit Costa over the bill", "attacked Oslo for voting"."""
    people = (is_person(party, rulebook.actors) for side in sides for party in side)
    return match.rule.set["event_type"] == "ASSAULT" and (all(people) or _tells_why(match))


def _tells_why(match: Match) -> bool:
    """Tell what one is attacked for in words: "attacked Oslo for voting against it"."""
    near = range(match.end, min(match.end + OBJECT_REACH, match.sentence.end - 1))
    why = (token for token in near if match.lower[token] == "for")
    return any(match.tags[token + 1] in "GA" for token in why)  # "for having shelled"


def _has_object(match: Match) -> bool:
    """Tell whether what a rule wants `with` its verb stands near enough to be its object."""
    wanted = match.rule.with_words
    head = match.lower[match.resolver.skip_right(match.end, "DO#") - 1]
    if match.reading.is_form(match.trigger, {"meet"}) and head in plover_words("met_by_deeds"):
        return False  # "is meeting the demands"
    first = max(match.sentence.first, match.trigger - OBJECT_REACH) if match.passive else match.end
    # What they protest for may stand at the end: "gathered outside the embassy … to protest".
    far = match.rule.set.get("event_type") == "PROTEST"
    stop = match.end + OBJECT_REACH
    if match.rule.reach < ANYWHERE:
        stop = reach_over(match.lower, match.end, match.rule.reach, match.sentence.end)
    near = match.lower[first : match.sentence.end if far else stop]
    if match.rule.set["event_type"] == "SANCTION" and _is_eased(near, wanted):
        return False
    # "Signed no agreements".
    if not wanted or (near[:1] != ["no"] and not wanted.isdisjoint(near)):
        # Who is let go must be the object: not so in "handed over a note to diplomats".
        verb = match.rule.set["event_type"] == "RETREAT" and not match.rule.nouns
        return not verb or _is_object(match)
    antecedent = match.resolver.antecedent(match.trigger)
    return antecedent >= 0 and match.lower[antecedent] in wanted


def _is_object(match: Match) -> bool:
    """Tell whether what a rule wants `with` is the object: not so in "won over the truce"."""
    wanted = match.rule.with_words
    if match.passive or not wanted:
        return True
    for token in range(match.end, min(match.end + OBJECT_REACH, match.sentence.end)):
        if match.lower[token] in wanted:
            return True
        word, tag = match.lower[token], match.tags[token]
        if (tag in "PVS;,I" and word not in ("of", "from")) or word == "about":
            return False
    return False


def _is_eased(words: list[str], measures: frozenset[str]) -> bool:
    """Tell "announced an end to sanctions", "approved sanctions relief" from a new measure."""
    named = next((number for number, word in enumerate(words) if word in measures), len(words))
    return not plover_words("easing").isdisjoint(words[: named + 2])


def _is_foreground(match: Match) -> bool:
    """Tell what is told from the setting: "since the attack on Chad", where a rule asks for it.

    A deed that a noun names is told where the noun is a subject, or somebody was killed in it.
    """
    if match.rule.set.get("foreground") != "yes" or match.filling("author"):
        return True
    lower, tags, index = match.lower, match.tags, match.trigger - 1
    index = match.resolver.skip_left(index, "DOE#GXtB")
    if index < match.sentence.first or tags[index] in ",;SRQC" or lower[index] in BE:
        return True  # "This is their deepest raid into Chad" tells of it too.
    if match.reading.is_form(index, plover_words("deed_tellers")):
        return True
    before = lower[max(match.sentence.first, index - 1) : index + 1]
    if not plover_words("answered").isdisjoint(before):
        named = POSSESSIVE_PRONOUNS.isdisjoint(lower[index + 1 : match.trigger])
        return named and bool(match.filling("recipient"))
    verb, harmed = match.resolver.verb_before(index), plover_words("harmed")
    return lower[index] in ("in", "by", "during") and verb >= 0 and lower[verb] in harmed


def find_mode(match: Match, event_type: str, sides: Sides) -> str:
    """Return how they consulted or by what they attacked; "" where the words do not say."""
    lower, sentence = match.lower, match.sentence
    if event_type == "ASSAULT":
        near = range(max(sentence.first, match.trigger - BEFORE), match.trigger + BEHIND)
        # The drone of "shot down a drone" is no means.
        hit = {
            token
            for filler in match.filling(*RECIPIENTS)
            if not filler.how.startswith("after")  # "a wave | of drone raids"
            for token in range(match.resolver.skip_left(filler.first, "OEX#") + 1, filler.end)
        }
        means = [lower[token] for token in near if token < len(lower) and token not in hit]
        return load_plover().mode_of(event_type, means)
    if event_type == "THREATEN":
        return load_plover().mode_of(event_type, lower[match.end : sentence.end])
    if event_type != "CONSULT":
        return ""
    within = range(sentence.first, sentence.end)
    words = [lower[index] for index in within if lower[index - 1] not in plover_words("press")]
    return load_plover().mode_of(event_type, words) or _by_place(match, sides)


def _by_place(match: Match, sides: Sides) -> str:
    """Tell a visit from a meeting in a third country."""
    actors, recipients = ({party.country for party in side} for side in sides)
    for filler in match.resolver.phrases(match.end - 1, frozenset({"in", "at"})):
        mention = match.reading.mention_of(filler)
        if mention is not None and mention.is_place:
            if mention.country in recipients:
                return "visit"
            return "" if mention.country in actors else "third-party"
    return ""
