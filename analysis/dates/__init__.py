"""Words + publication date -> dates, each with its precision.

What the words do not settle is marked `unresolved`, never guessed. A weekday or a month without a
year takes its direction from the tense around it: "will visit on Thursday", "visited on Thursday".
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from analysis.dates.absolute_expressions import ABSOLUTE
from analysis.dates.expressions import NO_DATES, Resolver
from analysis.dates.periods import Period, first_day, last_day, read_period
from analysis.dates.relative_expressions import RELATIVE
from analysis.dates.setting import Setting, UnresolvedError

__all__ = ["DateMention", "find_dates", "first_day", "last_day"]

_EXPRESSIONS = (*NO_DATES, *ABSOLUTE, *RELATIVE)
# Those that follow one another with the same cues: whether they may occur is asked once for all.
_ALIKE = [list(alike) for _, alike in groupby(_EXPRESSIONS, attrgetter("cues", "also"))]
_WORD = re.compile(r"[A-Za-z]+|\d+")


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date in a text.

    `text[start:end] == mention.text`. `date` and `date_end` are its first and last day, ISO text
    cut to the precision: "2024-06-19" (day, week), "2024-06" (month), "2024" (year), ""
    (unresolved). A day lasts from `date` to `date_end`; the others lie somewhere between them.
    `first_token` and `end_token` are its tokens in an article that has been read.
    """

    text: str
    start: int
    end: int
    date: str
    date_end: str
    precision: str
    first_token: int = -1
    end_token: int = -1


def find_dates(
    text: str, published: dt.date | None, previous: DateMention | None = None
) -> list[DateMention]:
    """Find the dates that a text names, in the order of the text.

    `published` anchors relative words; without it they are unresolved. `previous` is the last date
    told before this text, from which "two days earlier" or "the same month" count.
    """
    words = set(_WORD.findall(text))
    told = read_period(previous.date, previous.date_end, previous.precision) if previous else None
    found = []
    for resolve, match in _match(text, words):
        period: Period | None = None
        try:
            period = resolve(match, Setting(text, published, told))
        except UnresolvedError:
            pass  # told all the same, of no known day
        except (ValueError, OverflowError):  # 31 June, or a million years ago
            continue
        found.append(_mention(match, period))
        told = period or told
    return found


def _match(text: str, words: set[str]) -> list[tuple[Resolver, re.Match[str]]]:
    """Match the expressions, the more specific first, so that none overlaps another."""
    matches: list[tuple[Resolver | None, re.Match[str]]] = []
    for expression in (e for alike in _ALIKE if alike[0].may_occur(words) for e in alike):
        for match in expression.pattern.finditer(text):
            if not any(_overlap(match, other) for _, other in matches):
                matches.append((expression.resolve, match))
    found = [(resolve, match) for resolve, match in matches if resolve is not None]
    return sorted(found, key=lambda pair: pair[1].start("date"))


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start("date") < other.end("date") and other.start("date") < one.end("date")


def _mention(match: re.Match[str], period: Period | None) -> DateMention:
    date, date_end, precision = period.cut() if period else ("", "", "unresolved")
    return DateMention(
        match["date"], match.start("date"), match.end("date"), date, date_end, precision
    )
