"""What lies ahead of the cut-off: announced visits whose dates have not passed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from analysis.briefing.facts import Facts, Journey, list_days
from analysis.briefing.news import limit
from analysis.briefing.wording import name_journey, write_day, write_span
from analysis.dates import first_day, last_day
from analysis.merging import published_on
from analysis.reports import Section, Sentence, Told

# An announcement without a date, or one that passed unreported, is worth watching so many days.
RECENT = 60


def tell_outlook(facts: Facts, top: int = 8) -> Told:
    """Tell the announced visits ahead of the cut-off, and those that passed without a report."""
    until = f" of {write_day(facts.cutoff)}" if facts.cutoff else ""
    return Told(
        [
            Section(
                "Ahead",
                limit(_tell_ahead(facts), top, f"No announced visit lies ahead{until}."),
            ),
            Section(
                "Announced, not yet reported as held",
                limit(_tell_overdue(facts), top, "No announced visit passed without a report."),
            ),
        ]
    )


def _tell_ahead(facts: Facts) -> Iterator[Sentence]:
    ahead = [
        journey
        for journey in facts.journeys
        if journey.row["status"] in ("planned", "postponed") and _lies_ahead(journey, facts.cutoff)
    ]
    for journey in sorted(ahead, key=_begins):
        does = "is announced" if journey.row["status"] == "planned" else "is postponed"
        dated = "" if journey.row["date"] else " without a date"
        yield _tell(facts, journey, f"{does}{dated}", "")


def _tell_overdue(facts: Facts) -> Iterator[Sentence]:
    overdue = [journey for journey in facts.journeys if _is_overdue(journey, facts.cutoff)]
    for journey in sorted(overdue, key=_begins, reverse=True):
        yield _tell(facts, journey, "was announced", "; no article says that it was held")


def _tell(facts: Facts, journey: Journey, what: str, open_question: str) -> Sentence:
    span = write_span(list_days(journey.visits))
    reported = f" (reported {span})" if span else ""
    named = name_journey(journey.row, facts.actor_kinds)
    return Sentence(f"A visit of {named} {what}{reported}{open_question}.", journey.row_ids)


def _lies_ahead(journey: Journey, cutoff: dt.date | None) -> bool:
    """Tell whether a date is still to come, or none is given and the announcement is recent."""
    if cutoff is None:
        return False
    if journey.row["date"]:
        return last_day(journey.row["date_end"] or journey.row["date"]) > cutoff
    days = [day for day in map(published_on, journey.visits) if day]
    return bool(days) and (cutoff - max(days)).days <= RECENT


def _is_overdue(journey: Journey, cutoff: dt.date | None) -> bool:
    if cutoff is None or journey.row["status"] != "planned" or not journey.row["date"]:
        return False
    passed = (cutoff - last_day(journey.row["date_end"] or journey.row["date"])).days
    return 0 <= passed <= RECENT


def _begins(journey: Journey) -> tuple[dt.date, str]:
    date = journey.row["date"]
    return (first_day(date) if date else dt.date.max, journey.row["trip_id"])
