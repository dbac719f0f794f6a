"""When a visit takes place."""

from __future__ import annotations

from analysis.dates import DateMention
from analysis.matching import Match
from analysis.reading import Reading


def pick_date(reading: Reading, match: Match) -> DateMention | None:
    """Return the date that stands nearest to the trigger, one behind it before one ahead of it."""
    dates = reading.dates_in(match.sentence)
    if not dates:
        return None
    at = reading.text.starts[match.trigger] - match.sentence.char_start

    def distance(date: DateMention) -> int:
        return date.start - at if date.start > at else (at - date.end) + 25

    return min(dates, key=distance)


def is_now(reading: Reading, match: Match, status: str) -> bool:
    """Tell whether an undated journey is under way as the article appears.

    So it is in the present tense, and where an official speaks there at the head of the news.
    """
    if status == "ongoing" or reading.text.lower[match.trigger] in ("is", "are"):
        return True
    head = match.sentence.number < 3
    return (
        head
        and status == "occurred"
        and match.rule.id in ("visit.speak_there", "visit.clause", "visit.event_there")
    )
