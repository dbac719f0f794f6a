"""Whom something is asked of: "an end to Chadian raids" asks Chad, "help to Chad" does not."""

from __future__ import annotations

from analysis.grammar import NEEDING, WANTED
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.leads import CLAUSE_ENDS, DOERS, TALKING, lead_before, verb_behind
from analysis.statements.named import NAMED_BEHIND
from analysis.statements.statement import Statement

# Before a verb these oblige: "Chad must leave".
OBLIGING = WANTED | NEEDING
# What a noun phrase consists of.
PHRASE = frozenset("DOEXB#GC")
# Right behind the verb or noun of asking stands whom it is put to.
ADDRESSING = frozenset("to on upon for that with".split())


def is_asked(statement: Statement, filler: Filler) -> bool:
    """Tell whom something is asked of from who is only named in what is asked.

    Where a verb that only says carries it, it must be who has to act: "Chad must leave".
    """
    reading = statement.reading
    verb = verb_behind(statement, filler.end)
    start = reading.skip_left(filler.first - 1, "DEO#", statement.first) + 1
    obliged = reading.text.lower[verb] in OBLIGING
    if (obliged and is_aside(reading, start)) or is_done_to(reading, verb):
        return False
    if filler.how != NAMED_BEHIND:
        return True
    if _must_act(statement, start, filler.end):
        return True
    asks = statement.match.rule.set["act"] == "request"
    lead = lead_before(reading, filler.first, statement.match.end)
    between = reading.tags[statement.match.end : filler.first]
    if asks and reading.text.lower[lead] == "from" and CLAUSE_ENDS.isdisjoint(between):
        return reading.text.lower[lead - 1] not in plover_words("leaving")
    return asks and start >= statement.match.end and _is_in_object(statement, filler)


def _must_act(statement: Statement, first: int, end: int) -> bool:
    """Tell who has to act: "the need for Chad to leave", "that Chad leave", "Chad must leave"."""
    lower, tags = statement.lower, statement.tags
    verb = verb_behind(statement, end)
    before = lower[first - 1] if first else ""
    if before in ADDRESSING and (tags[verb] == "T" or (before == "for" and tags[end] == "C")):
        return True
    if lower[verb] in OBLIGING or lower[verb : verb + 2] in (["has", "to"], ["have", "to"]):
        return True
    opens = before == "that" or first == statement.match.end
    return opens and lower[verb] in statement.reading.lemmas(verb)


def is_aside(reading: Reading, first: int) -> bool:
    """Tell "ties with | Chad must grow" from "raids by | Chad must end", which ask Chad."""
    return reading.tags[first - 1] == "P" and reading.text.lower[first - 1] not in DOERS


def is_done_to(reading: Reading, verb: int) -> bool:
    """Tell "Chad | must be helped", which others are asked for, from "Chad | must help"."""
    tags, lower = reading.tags, reading.text.lower
    while tags[verb] in "MTBN" or lower[verb] in OBLIGING:
        verb += 1
    if lower[verb] != "be":
        return False
    verb = reading.skip_right(verb + 1, "B", len(tags) - 1)
    return tags[verb] == "E" and lower[verb] not in reading.lexicon["prepared_to"]


def _is_in_object(statement: Statement, filler: Filler) -> bool:
    """Tell "demanded Chad's withdrawal", "an answer from Chad" from "a border with Chad"."""
    lower, tags = statement.lower, statement.tags
    # "Appeals by Oslo | for Chadian restraint".
    ends = [speaker.end for speaker in statement.speakers if speaker.end < filler.first]
    start = max([statement.match.end, *ends])
    start += 2 * (lower[start : start + 2] == ["to", "see"])  # "wants | to see | Chad's withdrawal"
    for token in range(start, filler.first):
        word, noun = lower[token], lower[token - 1]
        leads = (
            (tags[token] in PHRASE and word != "that")
            or (token == start and word in ADDRESSING)
            or word in ("of", "by")
            or (word == "to" and noun in statement.lexicon["ended_to"])
            or (word == "from" and noun not in plover_words("leaving"))
            or (word in TALKING and noun in plover_words("talks"))
        )
        if not leads:
            return False
    behind = lower[filler.end : filler.end + 4]
    return plover_words("not_asked").isdisjoint(behind)
