"""How an event that a noun names is told: "planned talks", "called for talks", "after talks"."""

from __future__ import annotations

from analysis.events.governed import judge_end, judge_governed
from analysis.events.moods import FUTURE, is_called_off, judge_predicate
from analysis.grammar import UNREAL
from analysis.matching import Match
from analysis.plover import plover_words

SEEKING = frozenset({"for", "to", "into"})
BEHIND = frozenset({"after", "following"})
AHEAD = frozenset({"planned", "considered", "hypothetical"})


def judge_noun(match: Match) -> str:
    """Return the status of talks or an attack by the words around; "" where none is told."""
    lower, tags, first = match.lower, match.tags, match.sentence.first
    start = match.resolver.skip_left(match.trigger - 1, "DOE#GXBt") + 1
    before = lower[max(first, min(start, match.trigger - 4)) : match.trigger]
    if not {"no", "without", "any"}.isdisjoint(before):
        return ""
    ends = not plover_words("easing").isdisjoint(lower[start : match.trigger])
    if ends or is_called_off(match):
        return ""  # "talks on ending clashes"
    if plover_words("coming").intersection(before) and judge_predicate(match, start) != "denied":
        return "planned"
    if lower[max(first, start - 2) : start] == ["ahead", "of"] or _is_due(match):
        return "planned"
    if ahead := judge_predicate(match, start):
        return ahead
    if ahead := _judge_occasion(match, start):
        return ahead
    index = start - 1
    if index > first and tags[index] in "PT":
        index = match.resolver.skip_left(index - 1, "B")  # "called again for talks"
    verb = index - (tags[index] == "P")
    if lower[start - 1] in SEEKING and match.resolver.is_negated(verb):
        return ""  # "would not sit down for talks"
    if any(tags[at] == "G" and lower[at - 1] in plover_words("kept_from") for at in (start, index)):
        return ""  # "barred from | holding talks"
    return _judge_bringer(match, index) or _judge_holder(match, index)


def _is_due(match: Match) -> bool:
    """Tell "talks between Chad and Mali | set for Sunday"."""
    behind = match.resolver.skip_right(match.end, "PXDC")
    due = match.lower[behind : behind + 2]
    return len(due) == 2 and due[0] in plover_words("due") and due[1] in plover_words("due_behind")


def _judge_occasion(match: Match, start: int) -> str:
    """Return the status of the talks at which something has yet to be done: "will raise it at"."""
    lower, first = match.lower, match.sentence.first
    verb = match.resolver.predicate_before(start - 2)
    group = match.resolver.auxiliaries(verb) if verb >= 0 else []
    due = plover_words("due").intersection(lower[max(first, start - 12) : start])
    due = due or FUTURE.intersection(group)
    if lower[start - 1] == "for" and due:
        return "planned"  # "is expected in Oslo on Friday for talks", "will fly there for talks"
    meets = match.rule.set.get("event_type") == "CONSULT"
    if not meets or lower[start - 1] not in plover_words("occasions"):
        return ""
    status = "" if verb < 0 or lower[start - 1] in BEHIND else judge_end(match, verb)
    return status if status in AHEAD else "occurred"


def _judge_bringer(match: Match, verb: int) -> str:
    """Return the status of what a verb has yet to bring about: "would trigger talks".

    What one only has a mind to do, "the desire to open talks", tells of none.
    """
    if match.tags[verb] not in "VI":
        return ""
    governor = match.resolver.governor(verb) if match.tags[verb] == "I" else -1
    meeting = match.rule.set.get("event_type") == "CONSULT"
    if meeting and governor >= 0 and match.tags[governor] == "O":
        return judge_governed(match, governor) or "denied"
    group = set(match.resolver.auxiliaries(verb))
    if group & UNREAL or "would" in group:
        return "hypothetical"
    return "planned" if group & FUTURE else ""


def _judge_holder(match: Match, index: int) -> str:
    """Return the status by what a noun hangs on: "planned talks", "called for talks"."""
    groups = match.reading.grammar.governors
    words = match.reading.word_and_lemmas(index)
    if match.filling("author") and "order" in words:
        return "occurred"
    unreal = plover_words("undone") | plover_words("only_about")
    if words & (unreal | groups["requested"] | groups["denied"]):
        return ""
    if words & groups["planned"]:
        return "planned"
    return "hypothetical" if words & groups["considered"] else "occurred"
