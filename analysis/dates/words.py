"""The words of the calendar, as sets to look up and as pieces of patterns."""

from __future__ import annotations

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple of": 2, "a couple of": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
# Days of the calendar that have names.
HOLIDAYS = {
    "new year's day": (1, 1), "valentine's day": (2, 14), "may day": (5, 1),
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "international women's day": (3, 8),
    "st. patrick's day": (3, 17), "st patrick's day": (3, 17), "anzac day": (4, 25),
    "victory day": (5, 9), "juneteenth": (6, 19), "canada day": (7, 1), "bastille day": (7, 14),
    "fourth of july": (7, 4), "halloween": (10, 31), "armistice day": (11, 11),
    "remembrance day": (11, 11), "veterans day": (11, 11),
}  # fmt: skip
_SHORT_WEEKDAYS = "Mon Tues Tue Weds Wed Thurs Thur Thu Fri Sat"
_ABBREVIATIONS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".replace(" ", "|")


def read_number(text: str) -> int:
    """Read a number in digits or words; ValueError where it is neither."""
    word = " ".join(text.lower().split())
    return NUMBERS[word] if word in NUMBERS else int(word)


def read_month(text: str) -> int:
    """Return the number of a month from its name or abbreviation."""
    return [month[:3] for month in MONTHS].index(text[:3]) + 1


def read_weekday_name(text: str) -> int:
    """Return the number of a weekday from its name or abbreviation; Monday is 0."""
    return [weekday[:3] for weekday in WEEKDAYS].index(text[:3])


def both_cases(words: str) -> frozenset[str]:
    """Return the words as they stand within a sentence and at its start."""
    return frozenset(words.split()) | {word.capitalize() for word in words.split()}


# Cues: an expression is looked for only where a text has one of its words.
MONTH_CUES = frozenset([*MONTHS, *_ABBREVIATIONS.split("|")])
MARCH_CUES = frozenset(("March", "May"))
WEEKDAY_CUES = frozenset([*WEEKDAYS, *_SHORT_WEEKDAYS.split()])
HOLIDAY_CUES = frozenset(("Day", "Eve", "Halloween", "Juneteenth", "Fourth"))
YEAR_CUES = frozenset(str(number) for number in range(1900, 2100))
DAY_NUMBER_CUES = frozenset(f"{number:{form}}" for number in range(1, 32) for form in ("d", "02d"))
NEAR_DAY_CUES = both_cases(
    "today yesterday tomorrow tonight overnight night morning afternoon evening day"
)
UNIT_CUES = both_cases(
    "day days week weeks weekend month months quarter year years decade decades fortnight hours"
)
DAY_OF_MONTH_CUES = frozenset(("st", "nd", "rd", "th"))
SEASON_CUES = both_cases("spring summer autumn fall winter")

# Pieces of patterns.
YEAR = r"(?:19|20)\d\d(?![\d%]|[,.]\d)"
MONTH = rf"\b(?:{'|'.join(MONTHS)}|(?:{_ABBREVIATIONS})\b\.?)(?![A-Za-z])"
# "May" and "March" are verbs and names too, and short forms without a stop are names: these do not
# stand alone.
CLEAR_MONTH = (
    rf"\b(?:(?:{'|'.join(name for name in MONTHS if name not in MARCH_CUES)})\b"
    r"|(?:Jan|Feb|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.)"
)
WEEKDAY = rf"\b(?:(?:{'|'.join(WEEKDAYS)})\b|(?:{_SHORT_WEEKDAYS.replace(' ', '|')})\.)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![,.]\d)"
NUMBER = rf"\b(?:\d{{1,4}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
UNIT = "days?|weeks?|months?|years?|decades?|fortnights?"
SEASON = "spring|summer|autumn|fall|winter"
# "2000 troops" is a number, "2019 summit" a year.
COUNTED = (
    "(?:troops|soldiers|men|women|people|personnel|shells|rounds|missiles|drones|rockets|tanks"
    "|vehicles|containers|tonnes|tons|kilomet(?:er|re)s|km|miles|met(?:er|re)s|feet|kg|pounds"
    "|dollars|euros|homes|houses|prisoners|fighters|civilians|refugees|workers|families|members"
    "|units|pieces|bombs|guns|barrels|casualties|deaths|children|officers|advisers|students"
    r"|companies|million|billion|percent|hours|days)\b"
)
PART = r"(?:the\s+)?\b(?P<part>early|mid|late|beginning|start|middle|end)\b(?:\s+(?:of|in))?[\s-]+"
