"""Which date of a sentence is that of a deed told in it: the one of the deed's own clause."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.dates import DateMention
from analysis.evidence import Row
from analysis.grammar import POSSESSIVE_MARKS
from analysis.matching import Match
from analysis.statements import Statement

# What may stand between a verb of speech and the date of saying it: "said on Monday".
BESIDE_CUE = frozenset("PDtB#")
# A year in the same sentence is rarely that of the deed where a day is named too.
COARSE = {"month": 20, "year": 80, "unresolved": 80}
# "From May 3 to 5" is that of the deed, though "on Monday" may stand nearer.
SPAN = 60
# Prepositions that open a clause, too.
CONJOINING = frozenset({"after", "before", "since", "until"})
# "Agreed in May, when Ruto visited": what these open is of the same day.
TAKING_UP = frozenset({"when", "where"})
# "Visited Oslo in 2018, while Ruto came in May": what these open is of another day.
CONTRASTING = frozenset({"while", "whereas", "whilst"})
# Finite verbs, and what opens a clause.
FINITE, OPENING = frozenset("VMA"), frozenset("RS")


def date_columns(date: DateMention | None) -> Row:
    """Return the three date columns; none where the text gives no date."""
    if date is None:
        return {}
    return {"date": date.date, "date_end": date.date_end, "date_precision": date.precision}


def pick_date(match: Match, statement: Statement | None = None) -> DateMention | None:
    """Return the date of a deed that stands nearest to its trigger, one behind it before one ahead.

    A date of another clause, or of a noun ("last week's raid"), is no date of the deed. Of what is
    told in a statement, only a date inside it: "said last week that" dates the saying.
    """
    return nearest_date(match, own_dates(match, statement))


def own_dates(match: Match, statement: Statement | None = None) -> list[DateMention]:
    """Return the dates that may be those of a deed."""
    dates = [date for date in match.reading.dates_in(match.sentence) if _is_own(match, date)]
    if statement is not None:
        dates = [date for date in dates if _is_told(statement, date)]
    return dates


def nearest_date(match: Match, dates: Sequence[DateMention]) -> DateMention | None:
    """Return the date that stands nearest to a trigger, days before years."""
    at = match.reading.text.starts[match.trigger] - match.sentence.char_start

    def distance(date: DateMention) -> int:
        away = date.start - at if date.start > at else (at - date.end) + 25
        several = date.precision == "day" and date.date != date.date_end
        return away + COARSE.get(date.precision, 0) - several * SPAN

    return min(dates, key=distance) if dates else None


def _is_told(statement: Statement, date: DateMention) -> bool:
    """Tell a date of what is said from that of saying it: "said last week that"."""
    token, cue = date.first_token, statement.match.end
    beside = cue <= token and set(statement.tags[cue:token]) <= BESIDE_CUE
    return statement.covers(token) and not beside


def _is_own(match: Match, date: DateMention) -> bool:
    """Tell a date of a deed's own clause from those of other clauses and of nouns."""
    if describes_noun(match, date):
        return False
    if date.first_token >= match.end:
        return not _is_in_clause_behind(match, date)
    return not is_in_clause_before(match, date)


def describes_noun(match: Match, date: DateMention) -> bool:
    """Tell "condemned last week's raid", "the 2024 campaign" from "the May 3 talks"."""
    first, end = date.first_token, date.end_token
    tags, lower, last = match.tags, match.lower, match.sentence.end
    owned = end < last and lower[end] in POSSESSIVE_MARKS
    noun = end + owned
    while noun < last and tags[noun] in "OX" and noun != match.trigger:
        noun += 1
    if noun == end + owned or noun == match.trigger or tags[noun - 1] != "O":
        return False
    done = match.resolver.antecedent(match.trigger) == noun - 1  # "the 2015 deal Chad signed"
    if done or not match.lexicon["days_of"].isdisjoint(lower[end:noun]):
        return False
    opens = tags[first - 1] in "PtB,;" and lower[first - 1] != "of"
    return owned or not opens


def _is_in_clause_behind(match: Match, date: DateMention) -> bool:
    """Tell "sent troops who had left in May", "attacked after it was hit on Monday"."""
    tags, lower = match.tags, match.lower
    opened = False
    for token in range(match.end, date.first_token):
        opened = opened or tags[token] in OPENING or lower[token] in CONJOINING
        if opened and tags[token] in FINITE:
            return True
    return False


def is_in_clause_before(match: Match, date: DateMention) -> bool:
    """Tell "Chad, which left in May, sent" from "in May, Chad, which left, sent"."""
    tags, lower, first = match.tags, match.lower, match.sentence.first
    closing = next((t for t in range(date.end_token, match.trigger) if tags[t] in ",;"), -1)
    if closing < 0 or lower[closing + 1] in TAKING_UP:
        return False
    finite = False
    for token in range(date.end_token - 1, first - 1, -1):
        if tags[token] == "," and not finite:
            return False
        finite = finite or tags[token] in FINITE
        if tags[token] in OPENING or lower[token] == "since":
            return finite
    return finite and lower[closing + 1] in CONTRASTING
