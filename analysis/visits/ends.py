"""Days on which a journey ends, "returned on Monday after a three-day visit", and when it began."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from analysis.dates import DateMention, first_day
from analysis.dates.words import NUMBER, read_number
from analysis.matching import Match
from analysis.reading import Reading

# With these one leaves the place visited.
LEAVING = frozenset(
    {"leave", "depart", "return", "come back", "fly back", "fly home", "arrive back", "get back"}
)
# What is told "after" a visit is told when it is over.
BEHIND = frozenset({"after", "following"})
END_OF = 5
_LENGTH = re.compile(
    rf"(?!\ban?\b)(?P<n>{NUMBER})[\s-](?P<u>day|week|month)\b|\b(?P<u2>week|month)-long\b"
    rf"|\b(?:after|spending|spent)\s+(?P<n3>{NUMBER})\s+(?P<u3>day|week)s\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "month": 30}


def is_over(reading: Reading, match: Match) -> bool:
    """Tell whether the day told beside a journey is that of its end."""
    lower, lexicon = reading.text.lower, reading.grammar.lexicon
    verb = {*reading.lemmas(match.trigger), " ".join(lower[match.trigger : match.end])}
    place = match.first_filler("place")
    between = lower[match.end : place.first] if place is not None else []
    journey = not lexicon["journeys"].isdisjoint(between)
    # "Left for Oslo", "returned to Oslo" begin one, "returned after a visit to Oslo" does not.
    if verb & (LEAVING | lexicon["ending"]) and (journey or match.rule.id != "visit.travel"):
        return True
    before = lower[max(match.sentence.first, match.trigger - END_OF) : match.trigger]
    ended = "end" in before and before[before.index("end") + 1 :][:1] == ["of"]
    return ended or match.resolver.preposition_over(match.trigger) in BEHIND


def find_length(reading: Reading, match: Match) -> re.Match[str] | None:
    """Return the words that tell how long a journey lasted that is over."""
    return _LENGTH.search(reading.words(match.sentence)) if is_over(reading, match) else None


def begin(date: DateMention, length: re.Match[str]) -> DateMention:
    """Return the first day of a journey of some length that ended on a day."""
    if date.precision != "day" or date.date != date.date_end:
        return date
    unit = (length["u"] or length["u2"] or length["u3"]).lower()
    count = length["n"] or length["n3"]
    days = (read_number(count) if count else 1) * _DAYS[unit] - 1
    first = (first_day(date.date) - dt.timedelta(days=days)).isoformat()
    if unit == "month":
        return replace(date, date=first[:7], date_end=date.date[:7], precision="month")
    return replace(date, date=first)
