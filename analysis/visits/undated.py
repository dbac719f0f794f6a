"""The month of a visit that a text does not date, where the news around it leaves no doubt.

Such a date is cut to the month, and `implied` says that the text leaves it unsaid.
"""

from __future__ import annotations

import datetime as dt
import itertools

from analysis.dates import first_day, last_day
from analysis.dates.words import YEAR_CUES
from analysis.evidence import Row
from analysis.grammar import HAVE
from analysis.matching import Match
from analysis.reading import Reading
from analysis.visits.journeys import sentence_of
from analysis.visits.other_days import TIME_APART

# Another leg of the journey is told so many sentences away, and dated so near to the news.
BESIDE = 2
RECENT = 30
# On the last of these a journey goes on.
LAST_LEGS = frozenset(("last", leg) for leg in ("day", "leg", "stop", "stage", "evening"))
# Up to so far behind the trigger "former", "last" or "decades" tell that it lies far back.
REACH = 12
# An undated visit told this early is what the news is about.
HEAD = 4


def imply_months(reading: Reading, rows: list[Row]) -> None:
    """Give undated visits the month of the journey told beside them, or of the news; in place."""
    published = reading.article.published
    if published is None:
        return
    dated = [row for row in rows if row.get("date") and _is_recent(row, published)]
    for row in rows:
        if row.get("date_precision") or row["past"]:
            continue
        month = (
            _month_beside(reading, row, dated)
            or _month_before(reading, row, published)
            or _month_of_news(row, published)
        )
        if month:
            row |= {"date": month, "date_end": month, "date_precision": "month"}
            row["implied"] = [*row["implied"], "date"]


def _month_beside(reading: Reading, row: Row, dated: list[Row]) -> str:
    """Return the month of a visit told beside: same visitor, or same sentence.

    A leg of "the tour", of "the trip" is of the month of any other.
    """
    leg = not reading.lexicon["tours"].isdisjoint(_words(reading, row))
    for other in dated:
        distance = abs(sentence_of(other) - sentence_of(row))
        same = other["visitor"] == row["visitor"]
        near = distance == 0 or row["evidence"] in other["also"]
        if near or (same and (leg or distance <= BESIDE)):
            return str(other["date"][:7])
    return ""


def _month_before(reading: Reading, row: Row, published: dt.date) -> str:
    """Return the month of the leg before: "… will meet Ruto this week. From there, he goes to"."""
    number = sentence_of(row)
    first, second = (*_words(reading, row), "")[:2]
    if reading.lexicon["next_leg"].isdisjoint((first, f"{first} {second}")) or not number:
        return ""
    dates = [d for d in reading.dates_in(reading.text.sentences[number - 1]) if d.date_end]
    recent = bool(dates) and abs((last_day(dates[-1].date_end) - published).days) <= RECENT
    return dates[-1].date_end[:7] if recent else ""


def _month_of_news(row: Row, published: dt.date) -> str:
    made = row["status"] in ("occurred", "ongoing")
    fresh = made and (row["fresh"] or "country" in row["implied"] or sentence_of(row) < HEAD)
    return published.isoformat()[:7] if fresh else ""


def is_fresh(match: Match) -> bool:
    """Tell what the news itself tells, "was in Oslo", from "his visit to Oslo", "has been to"."""
    if not match.lexicon["just_now"].isdisjoint(match.resolver.words):
        return True
    deed = not (match.rule.nouns or match.tags[match.trigger] == "O")
    told = deed and HAVE.isdisjoint(match.resolver.auxiliaries(match.trigger))
    return told or match.rule.set.get("now") == "head"


def looks_back(match: Match) -> bool:
    """Tell whether the words look back: "in 2018", "years ago", "months after his last visit"."""
    lexicon, lower = match.lexicon, match.lower
    if any(word in YEAR_CUES for word in lower[match.sentence.first : match.sentence.end]):
        return True
    pairs = list(itertools.pairwise(lower[match.sentence.first : match.trigger + REACH]))
    if any(time in lexicon["time_nouns"] and word in TIME_APART for time, word in pairs):
        return True
    hours = {"then"} & {lower[match.trigger - 1]}  # "… and then flew to"
    if "hours" in lower[match.sentence.first : match.trigger]:
        hours |= {"earlier", "later"}
    return any(
        two[0] in lexicon["long_ago"] and two not in LAST_LEGS and two[0] not in hours
        for two in pairs
    )


def _is_recent(row: Row, published: dt.date) -> bool:
    return len(row["date"]) > 4 and abs((first_day(row["date"]) - published).days) <= RECENT


def _words(reading: Reading, row: Row) -> list[str]:
    sentence = reading.text.sentences[sentence_of(row)]
    return reading.text.lower[sentence.first : sentence.end]
