"""Which dates a journey of some status can have: no plan is for a day that is past."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from analysis.dates import DateMention, first_day, last_day
from analysis.dates.words import WEEKDAYS
from analysis.reading import Reading

# "For the next 200 years" is no date of a visit.
LONGEST = 400
# What was put off or called off so many days ago at most is dated by the news.
LAST_DAYS = 7
# An announcement of a journey may be published so many days after it.
LATE = 10
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan. feb. mar. apr. aug. sept. oct. nov. dec.".split()
)
WEEK = dt.timedelta(days=7)


def turned(reading: Reading, date: DateMention, told: str) -> DateMention:
    """Read month or weekday of a plan as the next of that name, if nearer than the last."""
    published = reading.article.published
    if told == "planned" and published is not None and date.text in WEEKDAYS:
        last = first_day(date.date)
        nearer = published - last > last + WEEK - published
        day = (last + WEEK).isoformat() if nearer else date.date
        return replace(date, date=day, date_end=day)
    month = date.precision in ("day", "month") and "-02-29" not in date.date
    named = not MONTHS.isdisjoint(date.text.lower().replace(",", " ").split())
    if told != "planned" or published is None or not (month and named) or date.text[-4:].isdigit():
        return date
    behind, year = first_day(date.date), int(date.date[:4])
    coming = f"{year + 1}{date.date[4:]}"
    if last_day(date.date_end) >= published or first_day(coming) - published > published - behind:
        return date
    end = f"{int(date.date_end[:4]) + 1}{date.date_end[4:]}"
    return replace(date, date=coming, date_end=end)


def fits(reading: Reading, date: DateMention, told: str) -> bool:
    """Tell whether a visit of this status can take place then: no plan for a day that is past."""
    published = reading.article.published
    if not date.date:
        return told != "planned"  # "in recent months" is none of the days named elsewhere
    if published is None:
        return told == ""
    if (last_day(date.date_end) - first_day(date.date)).days > LONGEST:
        return False
    if told == "planned":
        late = date.precision == "day" and any(word in MONTHS for word in date.text.lower().split())
        days = (published - last_day(date.date_end)).days  # an announcement may be published late
        over = not late and date.date != date.date_end and days == 0  # "in the past four days"
        return days <= (LATE if late else 0) and not over
    if told in ("postponed", "cancelled"):  # a day of last week is that of the news
        days = (published - last_day(date.date_end)).days
        return date.precision != "day" or not 0 <= days <= LAST_DAYS
    begins = first_day(date.date)
    return (
        told != "occurred" or begins < published or last_day(date.date_end) == begins <= published
    )
