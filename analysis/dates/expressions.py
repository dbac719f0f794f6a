"""What an expression of a date is, and those words that only seem to be one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from analysis.dates.periods import Period
from analysis.dates.setting import Setting
from analysis.dates.words import (
    MONTH_CUES,
    NUMBER,
    UNIT_CUES,
    WEEKDAY,
    WEEKDAY_CUES,
    YEAR,
    YEAR_CUES,
    both_cases,
)

Resolver = Callable[[re.Match[str], Setting], Period]


@dataclass(frozen=True)
class Expression:
    """A pattern with a group `date`, which holds the date's words, and how it is resolved.

    Without a resolver it is no date: it keeps "Black Friday" from being read as one.
    It is looked for only where the text has one of `cues` and, if there are any, one of `also`:
    most patterns begin with optional words, which makes them slow to search for.
    """

    source: str
    resolve: Resolver | None
    cues: frozenset[str]
    also: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when first sought: a process that reads no text needs none."""
        return re.compile(self.source)

    def may_occur(self, words: set[str]) -> bool:
        """Tell whether a text of these words can hold the expression."""
        return not self.cues.isdisjoint(words) and not (self.also and self.also.isdisjoint(words))


def list_expressions(
    cues: frozenset[str], also: str | frozenset[str], *rows: tuple[Resolver | None, str]
) -> tuple[Expression, ...]:
    """Make expressions of resolvers and patterns; all share `cues` and `also` (in lower case)."""
    needed = both_cases(also) if isinstance(also, str) else also
    return tuple(
        Expression(
            pattern if "(?P<date>" in pattern else f"(?P<date>{pattern})",
            resolve,
            cues,
            needed,
        )
        for resolve, pattern in rows
    )


NO_DATES = (
    *list_expressions(
        WEEKDAY_CUES,
        "every each black bloody super cyber shrove times telegraph mirror mail express herald",
        (
            None,
            r"\b(?i:every|each|black|bloody|super|cyber|shrove)\s+"
            rf"(?P<date>{WEEKDAY})",
        ),
        (None, r"\bSunday\s+(?:Times|Telegraph|Mirror|Mail|Express|Herald)\b"),
    ),
    # "The visit will last two days".
    *list_expressions(
        UNIT_CUES,
        "last",
        (None, rf"\b(?i:will|would|to|may|might|can|could|should|not)\s+(?P<date>last\s+{NUMBER})"),
    ),
    *list_expressions(
        YEAR_CUES,
        "resolution resolutions no flight route room nearly almost than least most up roughly some"
        " approximately",
        (
            None,
            r"\b(?i:resolutions?|no\.?|flight|route|room|nearly|almost|than|least|most|up to"
            rf"|roughly|some|approximately)\s+(?P<date>{YEAR})",
        ),
    ),
    *list_expressions(
        MONTH_CUES,
        "revolution war attacks attack",
        (None, r"\b(?:October|July)\s+Revolution\b|\bOctober\s+War\b"),
        (
            None,
            r"\b(?:September\s+11|Sept\.?\s+11)(?:,\s+2001,?)?\s+(?:terror(?:ist)?\s+)?attacks?\b",
        ),
    ),
)
