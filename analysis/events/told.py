"""How an event is told: as fact, as planned, alleged or hypothetical; or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.events.around import (
    accuses,
    announces_plan,
    is_blamed_for,
    is_denied,
    is_granted,
    is_told_of,
    stands_apart,
)
from analysis.events.claims import is_claimed, owns_up, tells_of_itself
from analysis.events.governed import judge_end, judge_governed
from analysis.events.moods import (
    FUTURE,
    is_conditional,
    is_prompt,
    is_to,
    is_yet_to_come,
    judge_mood,
    judge_purpose,
    only_aims,
)
from analysis.events.party import Sides
from analysis.events.rows import TOLD_AS_DONE
from analysis.events.told_nouns import judge_noun
from analysis.grammar import BE, POSSIBLY, TEMPORAL, WILL
from analysis.matching import Match
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.statements import Statement, governing

PRESENT = frozenset({"is", "are", "'re", "’re"})
# A participle behind these has a verb beside it, and none above: "refused before visiting".
BESIDE = TEMPORAL | {"by"}
# … and behind these it is told as what it is joined to.
JOINING = frozenset({"and", "or", "as"})
# Deeds that are told as claims rather than done on the word of one reporter.
MATERIAL = frozenset({"AID", "COOPERATE", "ASSAULT", "COERCE", "MOBILIZE"})
# What one offers who says that he will do it.
PLEDGES = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING = frozenset({"CONCEDE", "RETREAT"})
# A hostile act that is announced is a threat; the mode says with what.
THREATS = {
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "COERCE": "restrict",
    "SANCTION": "restrict",
    "PROTEST": "",
}
THREAT_MODES = {"expel": "expel", "arrest": "arrest"}
REFUSAL_MODES = {"CONSULT": "meet", "CONCEDE": "yield", "RETREAT": "yield"}
# What it is a refusal not to do.
REFUSED = PLEDGES | YIELDING | {"AGREE"}
# What is refused to others than the one whom it would hit.
HARD_WORDS = frozenset("SANCTION COERCE ACCUSE THREATEN PROTEST REQUEST REJECT".split())


@dataclass(frozen=True, slots=True)
class Telling:
    """Type and mode as told, the status, and the statement inside which it is told."""

    event_type: str
    mode: str
    status: str
    statement: Statement | None


def judge_telling(
    match: Match, statements: list[Statement], kind: tuple[str, str, str], sides: Sides
) -> Telling | None:
    """Return how an event of type, mode and context is told; None where it is not said to be."""
    status = _judge_clause(match) or judge_purpose(match, kind[0]) or _judge_refusal(match, kind[0])
    if status in ("", "denied") or is_denied(statements, match.trigger):
        return None
    before = match.lower[match.sentence.first : match.trigger]
    usual = "would" in before and plover_words("usually").intersection(before)
    status = "hypothetical" if usual and status == "planned" else status
    told, statement = status, governing(statements, match.trigger)
    status = "hypothetical" if told == "considered" else status
    granted = is_granted(match, statement)
    if granted or stands_apart(match) or (statement is not None and is_told_of(match, statement)):
        statement = None
    if statement is not None and statement.match.trigger != match.trigger:
        if status == "hypothetical" and _may_act(match, statement, sides):
            told = "considered"
        status = _judge_inside(match, statement, status, sides)
        if not status:
            return None
    if statement is not None and accuses(statement) and is_blamed_for(match, kind[0]):
        return None  # the accusation is the event
    own = statement is not None and owns_up(match, statement, sides)
    claimed = kind[0] in MATERIAL and not (own or granted) and is_claimed(match, sides[0])
    if status in TOLD_AS_DONE and (claimed or match.resolver.claim_before(match.trigger) >= 0):
        status = "alleged"
    if told == "refused" and kind[0] in HARD_WORDS:
        return None  # "refused to condemn Chad": it is others whom that refuses something
    event_type, mode = _retype(kind, told if told in ("refused", "considered") else status)
    # "Is weighing sanctions" has threatened.
    done = status == "refused" or (event_type, status) == ("THREATEN", "ongoing")
    return Telling(event_type, mode, "occurred" if done else status, statement)


def _retype(kind: tuple[str, str, str], status: str) -> tuple[str, str]:
    """Return type and mode of what is pledged, threatened or refused rather than done.

    What somebody considers, or says he may do, is offered or threatened too.
    """
    event_type, mode, context = kind
    if status == "refused":
        return "REJECT", REFUSAL_MODES.get(event_type, "assist" if event_type in PLEDGES else "")
    if status not in ("planned", "considered"):
        return event_type, mode
    if event_type in PLEDGES | YIELDING:
        return "AGREE", ""
    if event_type in THREATS:
        threat = THREAT_MODES.get(mode, THREATS[event_type])
        cuts_ties = threat == "restrict" and context == "diplomatic"
        return "THREATEN", "relations" if cuts_ties else threat
    return event_type, mode


def _may_act(match: Match, statement: Statement, sides: Sides) -> bool:
    """Tell what somebody says of himself that he may do: "Chad said it could cut off the gas"."""
    group = match.resolver.auxiliaries(match.trigger)
    possible = not POSSIBLY.isdisjoint(group) and "have" not in group  # "could have killed"
    return possible and tells_of_itself(statement, sides[0])


def _judge_refusal(match: Match, event_type: str) -> str:
    """Return refused for what somebody will not do: "Chad will not sign the treaty with Mali"."""
    if event_type not in REFUSED or match.tags[match.trigger] != "I":
        return ""
    start = match.resolver.group_start(match.trigger)
    group = set(match.lower[start : match.trigger])
    negated = not group.isdisjoint({"not", "n't", "n’t", "never", "longer"})
    refuses = negated and not group.isdisjoint(FUTURE | {"would", "wo"})
    refuses = refuses or _is_decided_against(match, start)
    return "refused" if refuses and not is_conditional(match, start) else ""


def _is_decided_against(match: Match, start: int) -> bool:
    """Tell "decided not to sign" from "was told not to sign"."""
    verb = start - 3
    decided = match.tags[verb:start] in (["V", "N", "T"], ["E", "N", "T"])
    return decided and match.reading.is_form(verb, match.lexicon["settling"])


# The clause: tense, mood, and the verb that governs it


def _judge_clause(match: Match) -> str:
    """Return the status that the clause itself gives; "" where nothing happens in it."""
    tag = match.tags[match.trigger]
    if match.unreality or only_aims(match):
        return ""
    noun = match.rule.nouns or match.resolver.is_nominal(match.trigger)
    if tag not in "VIGEA" or noun:  # "a planned meeting" is one
        return judge_noun(match)
    start = match.resolver.group_start(match.trigger)
    negated = match.negated or match.resolver.is_negated(match.trigger)
    ended = match.resolver.auxiliaries(match.trigger)[-2:] == ["no", "longer"]
    if negated or ended or announces_plan(match):
        return ""
    mood = judge_mood(match, match.trigger)
    roles, token = match.resolver, match.trigger
    means = roles.means_to(token)
    end = means if means >= 0 else max(roles.used_for(token), roles.joined_deed(token))
    if mood or end >= 0:
        return mood or judge_end(match, end)
    before = match.lower[start - 1 - (match.tags[start - 1] == "B")]  # "while also"
    step = _judge_step(match, start) or _judge_foreseen(match.reading, start)
    if step or is_prompt(match.lower, start) or before in BESIDE:
        return step or "occurred"
    governor = match.resolver.governor(match.trigger)
    if governor >= 0:
        # "Dissuaded Chad from sending".
        return "" if before in ("from", "into") else judge_governed(match, governor)
    if tag == "G":
        under_way = not PRESENT.isdisjoint(match.lower[start : match.trigger])
        return "" if _joins_no_deed(match, start) else "ongoing" if under_way else "occurred"
    if tag == "I":
        return "planned" if is_to(match.lower, start) else ""
    ahead = is_yet_to_come(match, start) or _will_be_what_is(match.reading, start)
    return "planned" if ahead else "occurred"


def _will_be_what_is(reading: Reading, participle: int) -> bool:
    """Tell "trade will be among the matters | weighed by Oslo" from "the matters weighed"."""
    lower = reading.text.lower
    be = reading.skip_left(participle - 1, "DO#PX", 1)
    return reading.tags[participle] == "E" and lower[be] == "be" and lower[be - 1] in WILL


def _joins_no_deed(match: Match, start: int) -> bool:
    """Tell "a choice between talks and bombing Chad" from "is arming Mali and bombing Chad"."""
    lower, tags, index = match.lower, match.tags, start - 2
    if lower[start - 1] not in JOINING or not BE.isdisjoint(lower[start : match.trigger]):
        return False
    while index > match.sentence.first and tags[index] not in "GVI;":
        index -= 1
    first = match.resolver.group_start(index)
    told = lower[first - 1] in BESIDE | {",", "by"} or tags[first - 1] in "Xp"
    return tags[index] != "G" or not (told or not BE.isdisjoint(lower[first:index]))


def _judge_step(match: Match, start: int) -> str:
    """Return the status of what is done by way of a step: "took the rare step of expelling"."""
    verb = match.resolver.verb_before(start - 3)
    by_way = match.lower[start - 2 : start] == ["step", "of"]
    taken = by_way and verb >= 0 and "take" in match.reading.lemmas(verb)
    return judge_end(match, verb) if taken else ""


def _judge_foreseen(reading: Reading, start: int) -> str:
    """Return the status of what others would do: "envisages Chad | withdrawing its troops"."""
    index, groups = reading.skip_left(start - 1, "X", 0), reading.grammar.governors
    foreseen = groups["planned"] | groups["considered"] | groups["requested"]
    verb = index < start - 1 and reading.tags[index] in "VI"
    return "hypothetical" if verb and foreseen & set(reading.lemmas(index)) else ""


# The statement around


def _is_finite(match: Match) -> bool:
    """Tell "arrested her" and "she was arrested" from "to arrest" and "be arrested"."""
    start = match.resolver.group_start(match.trigger)
    return match.tags[match.trigger] == "V" or match.lower[start] in ("was", "were")


def _is_demanded(match: Match, statement: Statement) -> bool:
    """Tell "demands that Chad withdraws" from "demands calm after Chad withdrew"."""
    lower, end = match.lower, statement.match.end
    past = "d" in match.reading.grammar.form_letters.get(lower[match.trigger], "")
    opened = lower[end : end + 1] == ["that"] and "V" not in match.tags[end : match.trigger]
    return opened and not past


def _judge_inside(match: Match, statement: Statement, status: str, sides: Sides) -> str:
    """Return the status of what is said: a fact only where the speaker tells of its own side."""
    told = _is_finite(match) and not _is_demanded(match, statement)
    if statement.act == "request" and not told:
        return ""
    wishes = plover_words("wishes")
    if status == "planned" and match.reading.is_form(statement.match.trigger, wishes):
        return "hypothetical"
    # "The charges by Chad" are told, whoever speaks of them.
    charged = match.rule.nouns and match.rule.set.get("act") == "accuse"
    if charged or status in ("planned", "hypothetical") or owns_up(match, statement, sides):
        return status
    return "alleged"
