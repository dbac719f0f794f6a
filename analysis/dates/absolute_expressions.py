"""Expressions with a day, a month, a season or a year of their own, the more specific first."""

from __future__ import annotations

from analysis.dates import absolute, relative
from analysis.dates.expressions import list_expressions
from analysis.dates.words import (
    CLEAR_MONTH,
    COUNTED,
    DAY,
    DAY_NUMBER_CUES,
    DAY_OF_MONTH_CUES,
    HOLIDAY_CUES,
    HOLIDAYS,
    MARCH_CUES,
    MONTH,
    MONTH_CUES,
    PART,
    SEASON,
    SEASON_CUES,
    WEEKDAY,
    YEAR,
    YEAR_CUES,
)

_A_YEAR = rf"(?P<y>{YEAR})(?!\s+{COUNTED})"
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?:{_A_YEAR}|(?P<ry>this|last|next)\s+year\b))?"
# "From May 3 (Fri) to".
_NOTED = r"(?:\s*\([A-Z][a-z]{2,8}\.?\))?"
# "Dec. 6", "Dec.6".
_GAP = r"(?:\s+|(?<=\.))"
_TO = rf"{_NOTED}\s*(?:[-–—]|\bto\b|\bthrough\b|\buntil\b)\s*"
_AND = r"\s*(?:[-–—]|\bto\b|\bthrough\b|\buntil\b|\band\b)\s*"
_MO, _MO2 = rf"(?P<mo>{MONTH})", rf"(?P<mo2>{MONTH})"
_D, _D2 = rf"(?<![\d,])(?<!\d\.)(?P<d>{DAY})", rf"(?P<d2>{DAY})"
_ON = rf"(?:(?P<w>{WEEKDAY}),?\s+(?:the\s+)?)?"
_QUALIFIER = rf"(?:(?i:{PART})|\b(?P<q>(?i:last|next|this))\s+)"
_QUALIFIERS = "early mid late beginning start middle end last next this"
_BEFORE_MARCH = (
    r"(?:\b(?i:in|since|until|till|by|of|from|during|through|before|after|around|for)"
    rf"|{MONTH}\s*(?:,|\band|\bor))\s+"
)

_DAYS = (
    *list_expressions(
        YEAR_CUES,
        "",
        (absolute.read_iso, r"(?<![\d-])(?P<date>(?:19|20)\d\d-\d\d-\d\d)(?!\d|-\d)"),
    ),
    *list_expressions(
        MONTH_CUES,
        DAY_NUMBER_CUES,
        (absolute.read_days_across, rf"{_MO}{_GAP}{_D}{_TO}{_MO2}{_GAP}{_D2}{_OF_YEAR}"),
        (absolute.read_days_across, rf"{_D}\s+{_MO}{_TO}{_D2}\s+{_MO2}{_OF_YEAR}"),
        (
            absolute.read_days_across,
            rf"\b(?i:between)\s+(?P<date>{_MO}{_GAP}{_D}\s+and\s+{_MO2}{_GAP}{_D2}{_OF_YEAR})",
        ),
        (
            absolute.read_days_across,
            rf"\b(?i:between)\s+(?P<date>{_D}\s+{_MO}\s+and\s+{_D2}\s+{_MO2}{_OF_YEAR})",
        ),
        (absolute.read_days, rf"{_D}{_AND}{_D2}\s+(?:of\s+)?{_MO}{_OF_YEAR}"),
        (absolute.read_days, rf"{_MO}{_GAP}{_D}{_AND}{_D2}(?!\s+{MONTH}){_OF_YEAR}"),
        (absolute.read_day, rf"{_ON}{_D}\s+(?:of\s+)?{_MO}{_OF_YEAR}"),
        (absolute.read_day, rf"{_ON}{_MO}{_GAP}(?:the\s+)?{_D}{_OF_YEAR}"),
    ),
)
_NUMERIC = (
    *list_expressions(
        YEAR_CUES,
        DAY_NUMBER_CUES,
        (
            absolute.read_numeric,
            r"(?<![\d./-])(?P<date>(?P<d>\d{1,2})(?P<mark>[./])(?P<d2>\d{1,2})(?P=mark)"
            r"(?P<y>(?:19|20)\d\d))(?![\d/-]|\.\d)",
        ),
    ),
    *list_expressions(
        DAY_OF_MONTH_CUES,
        "",
        (
            absolute.read_day_of_near_month,
            r"\b(?P<date>the\s+(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))\s+(?:of\s+)?"
            r"(?P<q>last|this|next)\s+month)\b",
        ),
        (
            absolute.read_day_of_month,
            r"\b(?i:on|from|until|till|by|since|before|after)\s+(?P<date>the\s+"
            r"(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)))(?=\s*(?:[.,;:)”\"]|$)"
            r"|\s+(?:for|in|at|to|and|with|when|where|after|before|by|as)\b)",
        ),
    ),
)
_NTH = r"(?:the\s+)?(?P<nth>(?i:first|opening|second|third|fourth|last|final|closing))"
_OF_MONTH = list_expressions(
    MONTH_CUES,
    "first opening second third fourth last final closing",
    (absolute.read_week_of_month, rf"\b{_NTH}\s+week\s+(?:of|in)\s+{_MO}{_OF_YEAR}"),
    (
        absolute.read_weekday_of_month,
        rf"\b{_NTH}\s+(?P<w>{WEEKDAY})\s+(?:of|in)\s+{_MO}{_OF_YEAR}",
    ),
)
_MONTHS = (
    *list_expressions(
        MONTH_CUES,
        "from between",
        (absolute.read_months, rf"\b(?i:from|between)\s+(?P<date>{_MO}{_AND}{_MO2}{_OF_YEAR})"),
    ),
    *list_expressions(MONTH_CUES, "", (absolute.read_months, rf"{_MO}{_TO}{_MO2}{_OF_YEAR}")),
    *list_expressions(
        MONTH_CUES,
        _QUALIFIERS,
        (absolute.read_month_name, rf"{_QUALIFIER}{_MO},?\s+(?:of\s+)?{_A_YEAR}"),
        (absolute.read_month_name, rf"{_QUALIFIER}(?P<mo>{CLEAR_MONTH}|March|May)\b{_OF_YEAR}"),
    ),
    *list_expressions(
        MONTH_CUES,
        YEAR_CUES,
        (absolute.read_month_name, rf"{_MO},?\s+(?:of\s+)?{_A_YEAR}"),
    ),
    *list_expressions(
        MONTH_CUES, "", (absolute.read_month_name, rf"(?P<mo>{CLEAR_MONTH}){_OF_YEAR}")
    ),
    *list_expressions(
        MARCH_CUES,
        "",
        (
            absolute.read_month_name,
            rf"{_BEFORE_MARCH}(?P<date>(?P<mo>March|May)\b(?!['’]s){_OF_YEAR})",
        ),
        (
            absolute.read_month_name,
            r"\b(?i:the|a|his|her|their|its)\s+(?P<date>(?P<mo>March|May)\b)(?=\s+(?:visit|trip"
            r"|tour|summit|meeting|talks|election|vote|agreement|deal|session|conference)s?\b)",
        ),
    ),
)
_SEASONS = list_expressions(
    SEASON_CUES,
    "",
    (absolute.read_season, rf"\b(?P<s>(?i:{SEASON}))(?:\s+of)?,?\s+{_A_YEAR}"),
    (
        absolute.read_season,
        rf"\b(?P<s>(?i:{SEASON}))\s+of\s+(?P<ry>this|last|next)\s+year\b",
    ),
    (absolute.read_season, rf"\b(?P<q>(?i:last|next|this|past))\s+(?P<s>{SEASON})\b"),
    (absolute.read_season, rf"\b(?i:in)\s+(?P<date>the\s+(?P<s>{SEASON}))\b(?!\s+of\b)"),
)
_HOLIDAYS = list_expressions(
    HOLIDAY_CUES,
    "",
    (
        absolute.read_holiday,
        rf"\b(?P<holiday>(?i:{'|'.join(HOLIDAYS)}))\b{_OF_YEAR}".replace("'", "['’]"),
    ),
)
_HALVES = list_expressions(
    frozenset(("half", "quarter")),
    "",
    (
        relative.read_half,
        r"\b(?i:(?:the\s+)?(?P<half>first|second|latter)\s+half\s+of\s+(?:(?P<q>the|this|last|next)"
        rf"\s+year\b|(?P<y>{YEAR})))",
    ),
    (
        relative.read_quarter,
        r"\b(?i:(?:the\s+)?(?P<nth>first|second|third|fourth|last|final)\s+quarter\s+of\s+"
        rf"(?:(?P<q>the|this|last|next)\s+year\b|(?P<y>{YEAR})))",
    ),
)
_YEARS = list_expressions(
    YEAR_CUES,
    "",
    (
        absolute.read_years,
        rf"(?<![\d-])(?P<date>(?P<y>{YEAR})\s*[-–—/]\s*(?P<y2>\d\d(?:\d\d)?))(?![\d-])",
    ),
    (
        absolute.read_years,
        rf"\b(?i:from|between)\s+(?P<date>(?P<y>{YEAR})\s+(?:to|and|until)\s+(?P<y2>{YEAR}))",
    ),
    (absolute.read_decade, r"\b(?P<y>(?:19|20)\d0)s\b"),
    (absolute.read_year, rf"\b(?i:in|since|until|during|late|early|mid)[\s-]+(?P<date>{_A_YEAR})"),
    (
        absolute.read_year,
        rf"(?<![\d.,$€£/])\b(?<!\d-)(?P<date>{_A_YEAR})(?!\s+(?:[\w-]+\s+){{1,2}}{COUNTED})",
    ),
)

ABSOLUTE = (
    *_HOLIDAYS,
    *_HALVES,
    *_DAYS,
    *_NUMERIC,
    *_OF_MONTH,
    *_MONTHS,
    *_SEASONS,
    *_YEARS,
)
