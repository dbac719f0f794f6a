"""What a governing verb makes of a deed: "agreed to", "refused to", "accused of"."""

from __future__ import annotations

from analysis.events.around import is_decided
from analysis.events.moods import FUTURE, judge_mood
from analysis.grammar import UNREAL
from analysis.matching import Match
from analysis.plover import plover_words

# What a vote, or a body of states that agrees on it, brings about.
BY_LAW = frozenset({"SANCTION", "CONCEDE"})


def judge_end(match: Match, verb: int) -> str:
    """Return the status of a means by that of its end, "would respond by expelling".

    So that of an infinitive by the one it is joined to: "refused to meet and talk".
    """
    if match.resolver.is_negated(verb):
        return ""
    mood = judge_mood(match, verb)
    governor = match.resolver.governor(verb)
    hangs_on_noun = match.tags[verb] == "G" and match.tags[governor] == "O"
    if mood or governor < 0 or hangs_on_noun:  # "their seizure for violating the truce by"
        return mood or "occurred"
    return judge_governed(match, governor)


def _is_told(match: Match, governor: int) -> bool:
    """Tell what has had an effect: "prompted Chad to", "Mali struck, prompting Chad to"."""
    if match.tags[governor - 1 : governor + 1] == [",", "G"]:
        governor = match.resolver.verb_before(governor - 1)
    return governor >= 0 and match.tags[governor] == "V"


def judge_governed(match: Match, governor: int) -> str:
    """Return the status that "agreed to", "refused to", "accused of" give to what follows.

    What is only considered may be offered or threatened so: the type tells (told.py).
    """
    word = match.lower[governor]
    lemmas = {*match.reading.lemmas(governor), word, f"be {word}"}
    groups = match.reading.grammar.governors
    if word in match.lexicon["intentions"]:  # "has no intention of meeting"
        return "refused" if match.lower[governor - 1] == "no" else ""
    above = match.resolver.governor(governor) if match.tags[governor] == "I" else -1
    undoing = plover_words("undone")  # "failed | to agree to"
    undone = lemmas & undoing or (above >= 0 and match.reading.is_form(above, undoing))
    spoken_of = match.tags[governor] == "O" and lemmas & plover_words("talked_of")
    sought = match.lower[match.resolver.skip_left(governor - 1, "B")] == "after"
    over = sought and lemmas & plover_words("seeking")  # "after first seeking to mend ties"
    if undone or spoken_of or over or match.resolver.is_negated(governor):
        return ""
    goes_on = match.tags[governor] == "I" and not match.lexicon["achieved"].isdisjoint(lemmas)
    if goes_on and match.rule.table == "events":
        return judge_end(match, governor)  # "pledged to continue to back"
    if match.rule.set.get("event_type") in BY_LAW and is_decided(match, governor):
        return "occurred"
    praises = match.rule.set.get("act") == "praise"
    # "Its claim to have hit Chad", unlike "new sanctions to pressure Chad".
    aim = match.tags[governor] == "O" and match.tags[match.trigger] == "I"
    # In this order: a verb may stand in several groups.
    ranked = (
        (plover_words("wishing") if praises else frozenset(), "occurred"),
        (plover_words("refusing"), "refused"),
        (match.lexicon["hoping_to"], "considered"),
        (groups["planned"] | match.lexicon["decided_to"], "planned"),
        (groups["requested"], ""),
        (groups["considered"], "hypothetical"),
        # "charges of bombing" tell of a bombing that is alleged, "the means of bombing" of none.
        (match.lexicon["claims"] | (frozenset() if aim else groups["alleged"]), "alleged"),
        (match.lexicon["achieved"], "occurred"),
        (match.lexicon["causing"] if _is_told(match, governor) else frozenset(), "occurred"),
    )
    for known, status in ranked:
        if not known.isdisjoint(lemmas):
            return status
    if match.rule.table == "statements":
        # What is only to be said makes no statement, but what will be said may.
        ahead = match.resolver.auxiliaries(governor)
        return "" if not {"would", *FUTURE, *UNREAL}.isdisjoint(ahead) else "occurred"
    if (rank := match.resolver.ranking(governor)) >= 0:  # "became the first state to recognise"
        return judge_mood(match, rank) or "occurred"
    if match.tags[governor] == "O" or not match.resolver.is_gerund(match.trigger):
        return ""
    return judge_mood(match, governor) or "occurred"
