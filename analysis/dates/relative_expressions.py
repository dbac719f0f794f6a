"""Expressions that count from the publication or from the date told before."""

from __future__ import annotations

from analysis.dates import relative
from analysis.dates.expressions import list_expressions
from analysis.dates.words import (
    NEAR_DAY_CUES,
    NUMBER,
    PART,
    UNIT,
    UNIT_CUES,
    WEEKDAY,
    WEEKDAY_CUES,
    both_cases,
)

_TIME_OF_DAY = r"(?:\s+(?:night|morning|evening|afternoon)\b)?"
_OF_WEEK = r"(?:,?\s+(?:of\s+)?(?P<rw>last|next|this)\s+week\b)?"
_N_UNITS = rf"(?P<n>{NUMBER})\s+(?P<u>{UNIT})"
_SOME_UNITS = rf"(?:few|several|many|some|couple(?:\s+of)?)\s+(?:{UNIT})"
_DISTANCES = "ago earlier later from hence"
_WHOLE = r"\b(?![-–])"  # not "year-long"

_NEAR_DAYS = list_expressions(
    NEAR_DAY_CUES,
    "",
    (
        relative.read_near_day,
        r"\b(?i:the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|yesterday|tomorrow|tonight"
        r"|overnight|last\s+night|(?:(?:earlier|later)\s+)?today"
        r"|this\s+(?:morning|afternoon|evening))\b",
    ),
)
_WEEKDAYS = (
    *list_expressions(
        WEEKDAY_CUES,
        "to through until and",
        (
            relative.read_weekdays,
            rf"\b(?i:from|between)\s+(?P<date>(?P<w>{WEEKDAY})\s+(?:to|through|until|and)\s+"
            rf"(?P<w2>{WEEKDAY}))",
        ),
        (
            relative.read_weekdays,
            rf"(?P<w>{WEEKDAY})\s+(?:to|through|and)\s+(?P<w2>{WEEKDAY})",
        ),
    ),
    *list_expressions(
        WEEKDAY_CUES,
        "",
        (relative.read_weekdays, rf"(?P<w>{WEEKDAY})\s?[-–—]\s?(?P<w2>{WEEKDAY})"),
    ),
    *list_expressions(
        WEEKDAY_CUES,
        "early late last next this coming following previous",
        (
            relative.read_weekday,
            r"\b(?i:early|late|(?P<q>last|next|this|coming|following|previous))\s+"
            rf"(?P<w>{WEEKDAY}){_TIME_OF_DAY}{_OF_WEEK}",
        ),
    ),
    *list_expressions(
        WEEKDAY_CUES,
        "week",
        (
            relative.read_weekday,
            rf"\b(?i:(?P<rw>last|next|this)\s+week)(?:\s+on)?\s+(?P<w>{WEEKDAY})",
        ),
    ),
    *list_expressions(
        WEEKDAY_CUES, "", (relative.read_weekday, rf"(?P<w>{WEEKDAY}){_TIME_OF_DAY}{_OF_WEEK}")
    ),
)
_DISTANT = (
    *list_expressions(
        UNIT_CUES,
        _DISTANCES,
        (
            relative.read_distance,
            rf"\b(?i:{_N_UNITS}(?:\s+and\s+a\s+half)?\s+(?P<way>ago|earlier|later|from\s+now|hence))\b",
        ),
        (
            relative.read_distance,
            rf"\b(?i:(?P<n>{NUMBER})\s+and\s+a\s+half\s+(?P<u>years)\s+(?P<way>ago|earlier|later))\b",
        ),
        (relative.read_hours_ago, rf"\b(?i:(?P<n>{NUMBER})\s+hours\s+ago)\b"),
        (
            relative.read_vague,
            rf"\b(?i:(?:(?:a\s+)?{_SOME_UNITS}|{UNIT})\s+(?:ago|earlier|later|from\s+now))\b",
        ),
    ),
    *list_expressions(
        UNIT_CUES,
        "time",
        (relative.read_distance, rf"\b(?i:in)\s+(?P<date>(?i:{_N_UNITS}['’]?\s+time))\b"),
    ),
    *list_expressions(
        UNIT_CUES,
        "in",
        (
            relative.read_distance_ahead,
            rf"\b(?i:in)\s+(?P<date>(?i:{_N_UNITS}))(?=\s*(?:[.,;]|$)|\s+(?:for|to|with|at)\b)",
        ),
    ),
)
_STRETCHES = list_expressions(
    UNIT_CUES,
    "past last next coming recent",
    (
        relative.read_some_days,
        r"\b(?i:(?:(?:the|these)\s+)?(?P<q>past|last|next|coming|recent)\s+"
        rf"(?:(?:few|several|couple(?:\s+of)?)\s+)?days){_WHOLE}",
    ),
    (
        relative.read_vague,
        r"\b(?i:(?:(?:the|these)\s+)?(?:past|last|next|coming|recent)\s+"
        rf"(?:{_SOME_UNITS}|days|weeks|months|years|decades)){_WHOLE}",
    ),
    (
        relative.read_stretch,
        rf"\b(?i:(?:the\s+)?(?P<q>past|last|next|coming)\s+{_N_UNITS}){_WHOLE}",
    ),
    (
        relative.read_stretch,
        r"\b(?i:(?:the|this)\s+(?P<q>past|last)\s+(?P<u>week|month|year|decade|fortnight))\b",
    ),
    (
        relative.read_stretch,
        r"\b(?i:over|within|in|during)\s+"
        r"(?P<date>(?i:the\s+(?P<q>next|coming)\s+(?P<u>week|month|year|decade)))\b",
    ),
)
_PERIODS = (
    *list_expressions(
        UNIT_CUES,
        "last this next coming",
        (
            relative.read_near_period,
            rf"\b(?i:(?:(?P<clip>earlier|later)\s+|{PART})?(?:the\s+)?(?P<q>last|this|next|coming)"
            rf"\s+(?P<u>week|weekend|month|quarter|year)){_WHOLE}",
        ),
    ),
    *list_expressions(
        UNIT_CUES,
        "beginning start middle end early late",
        (
            relative.read_near_period,
            r"\b(?i:(?:the\s+)?(?P<part>beginning|start|middle|end|early|late)\s+(?:of|in)\s+(?P<q>the)\s+"
            r"(?P<u>week|weekend|month|quarter|year))\b",
        ),
    ),
    *list_expressions(
        both_cases("weekend"),
        "",
        (
            relative.read_near_period,
            rf"\b(?i:(?P<q>the|this\s+past|the\s+past)\s+(?P<u>weekend)){_WHOLE}(?!\s+of\b)",
        ),
    ),
)
_TWO_AWAY = list_expressions(
    UNIT_CUES,
    "after before",
    (
        relative.read_two_away,
        r"\b(?i:the\s+(?P<u>week|weekend|month|year)\s+(?P<way>after\s+next|before\s+last))\b",
    ),
)
_FROM_DATE_TOLD = (
    *list_expressions(
        UNIT_CUES,
        "same that",
        (
            relative.read_same,
            r"\b(?i:(?:(?:earlier|later|early|late)\s+)?(?:the\s+same|that(?:\s+same)?)\s+"
            rf"(?P<u>day|week|month|year)){_WHOLE}",
        ),
    ),
    *list_expressions(
        UNIT_CUES,
        "following next previous preceding before after",
        (
            relative.read_following,
            r"\b(?i:the\s+(?P<q>following|next|previous|preceding)\s+(?P<u>day|week|month|year))"
            rf"{_WHOLE}",
        ),
        (
            relative.read_following,
            r"\b(?i:the\s+(?P<u>day|week|month|year)\s+(?P<q>before|after))(?=\s*(?:[.,;:”\"]|$))",
        ),
    ),
    *list_expressions(
        UNIT_CUES,
        "earlier later",
        (
            relative.read_in_the_day,
            rf"\b(?i:(?:earlier|later)\s+in\s+the\s+(?P<u>day|week|month|year)){_WHOLE}",
        ),
    ),
)

RELATIVE = (
    *_NEAR_DAYS,
    *_TWO_AWAY,
    *_WEEKDAYS,
    *_DISTANT,
    *_STRETCHES,
    *_PERIODS,
    *_FROM_DATE_TOLD,
)
