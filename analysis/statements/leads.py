"""What leads to a name in what is said: verbs and prepositions before it, the verb behind it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.statement import Statement

TALKING = frozenset({"with", "between"})
DOERS = frozenset({"by", "of", "from"})
OWNERS = DOERS | {"between"}
# Behind these another clause begins.
CLAUSE_ENDS = frozenset("VRS;")
# Prepositions that look like verbs.
VERBAL = frozenset({"following", "including", "concerning", "regarding"})
FINITE = frozenset("VAM")


def leads_to(reading: Reading, first: int, start: int) -> Iterator[int]:
    """Yield the verbs and prepositions that lead to a name, the nearest first."""
    for lead in range(first - 1, start - 1, -1):
        if reading.tags[lead] not in "DOEX#Q" and reading.text.lower[lead] != "-":
            yield lead


def lead_before(reading: Reading, first: int, start: int) -> int:
    """Return what leads to a name: a verb, a preposition, the one before "the army of | Chad"."""
    leads = leads_to(reading, first, start)
    return next((lead for lead in leads if reading.text.lower[lead] != "of"), start - 1)


def verb_behind(statement: Statement, end: int) -> int:
    """Return the verb behind a name and those joined to it: "Chad and Mali | must"."""
    last = statement.sentence.end - 1
    return statement.reading.skip_right(min(end, last), "OXBCED", last)


def start_of(statement: Statement) -> int:
    """Return where what the act is about begins: behind its verb, or with what is said."""
    if statement.match.rule.set["act"] == "say":
        return statement.said()[0]
    return statement.match.end


def is_object(statement: Statement, lead: int, filler: Filler) -> bool:
    """Tell "of backing Chad" from "said Chad had fired", "what he called Chad's aggression"."""
    behind = verb_behind(statement, filler.end)
    if statement.tags[lead] not in "VIG" or statement.tags[behind] in FINITE:
        return False
    return not is_spoken(statement, lead) and statement.lower[lead] not in VERBAL


def is_urged(reading: Reading, by: int) -> bool:
    """Tell who was "encouraged | by Oslo to go" from who was so "by Oslo's plan to go"."""
    lower, tags = reading.text.lower, reading.tags
    if lower[by : by + 1] != ["by"]:
        return False
    to = reading.skip_right(by + 1, "DOEX", len(tags) - 1)
    body = tags[to - 1] == "X" or lower[to - 1] in reading.lexicon["state_bodies"]
    return tags[to] == "T" and body


def is_spoken(statement: Statement, verb: int) -> bool:
    """Tell "to say | Chad fired", "calling Chad a threat" from "to curb Chad"."""
    spoken = statement.lexicon["commenting"] | statement.lexicon["telling"]
    return statement.reading.is_form(verb, spoken)
