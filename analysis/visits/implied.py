"""The month of a visit that a text does not date, where the news around it leaves no doubt.

Such a date is cut to the month, and `implied` says that the text leaves it unsaid.
"""

from __future__ import annotations

import datetime as dt
import itertools

from analysis.dates import first_day, last_day
from analysis.evidence import Row
from analysis.reading import Reading

# Another leg of the journey is told so many sentences away, and dated so near to the news.
BESIDE = 2
RECENT = 30
# Others came to the same town so many sentences away.
NEAR = 10
# On the last of these a journey goes on.
LAST_LEGS = frozenset(("last", leg) for leg in ("day", "leg", "stop", "stage", "evening"))
# An undated visit told this early is what the news is about.
HEAD = 4


def imply_months(reading: Reading, rows: list[Row], present: frozenset[str]) -> None:
    """Give undated visits the month of the journey told beside them, or of the news; in place.

    `present` are the rules that tell what somebody says or does abroad: news, wherever it stands.
    """
    published = reading.article.published
    if published is None:
        return
    dated = [row for row in rows if row.get("date") and _is_recent(row, published)]
    for row in rows:
        if row.get("date_precision") or _is_of_the_past(reading, row):
            continue
        fresh = row["rule_id"] in present or "country" in row["implied"]
        month = (
            _month_beside(row, dated)
            or _month_before(reading, row, published)
            or _month_of_news(reading, row, published, fresh=fresh)
        )
        if month:
            row |= {"date": month, "date_end": month, "date_precision": "month"}
            row["implied"] = [*row["implied"], "date"]


def _month_beside(row: Row, dated: list[Row]) -> str:
    """Return the month of a visit told beside: same visitor, same sentence, or same town."""
    for other in dated:
        distance = abs(_number(other) - _number(row))
        same = other["visitor"] == row["visitor"]
        there = other["city"] and (other["country"], other["city"]) == (row["country"], row["city"])
        if (
            distance == 0
            or row["evidence"] in other["also"]
            or (same and distance <= BESIDE)
            or (there and row["status"] == other["status"] == "occurred" and distance <= NEAR)
        ):
            return str(other["date"][:7])
    return ""


def _month_before(reading: Reading, row: Row, published: dt.date) -> str:
    """Return the month of the leg before: "… will meet Ruto this week. From there, he goes to"."""
    number = _number(row)
    first, second = (*reading.text.lower[slice(*_tokens(reading, row))], "")[:2]
    if reading.grammar.lexicon["next_leg"].isdisjoint((first, f"{first} {second}")) or not number:
        return ""
    dates = [d for d in reading.dates_in(reading.text.sentences[number - 1]) if d.date_end]
    recent = bool(dates) and abs((last_day(dates[-1].date_end) - published).days) <= RECENT
    return dates[-1].date_end[:7] if recent else ""


def _month_of_news(reading: Reading, row: Row, published: dt.date, *, fresh: bool) -> str:
    if row["status"] not in ("occurred", "ongoing"):
        return ""
    words = reading.text.lower[slice(*_tokens(reading, row))]
    fresh = fresh or not reading.grammar.lexicon["just_now"].isdisjoint(words)
    return published.isoformat()[:7] if fresh or _number(row) < HEAD else ""


def _is_of_the_past(reading: Reading, row: Row) -> bool:
    """Tell whether the sentence looks back: "in 2018", "years ago", "his last visit"."""
    words = reading.text.lower[slice(*_tokens(reading, row))]
    times = reading.grammar.lexicon["time_nouns"]
    if any(
        time in times and word in ("after", "before") for time, word in itertools.pairwise(words)
    ):
        return True  # "two months after his visit"
    legs = {at + 1 for at, two in enumerate(itertools.pairwise(words)) if two in LAST_LEGS}
    words = [word for at, word in enumerate(words, 1) if at not in legs]
    years = any(len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") for word in words)
    if row["status"] == "planned":
        return years  # "she will then go on to"
    return years or not reading.grammar.lexicon["long_ago"].isdisjoint(words)


def _is_recent(row: Row, published: dt.date) -> bool:
    return len(row["date"]) > 4 and abs((first_day(row["date"]) - published).days) <= RECENT


def _number(row: Row) -> int:
    return int(row["sentence_id"].rsplit(":", 1)[1])


def _tokens(reading: Reading, row: Row) -> tuple[int, int]:
    sentence = reading.text.sentences[_number(row)]
    return sentence.first, sentence.end
