"""Journeys that the text takes up without naming them: "the trip was put off", "again in May"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from analysis.dates import DateMention, first_day
from analysis.evidence import Row, describe, make_id
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import find_who_met
from analysis.text import Sentence
from analysis.visits.dating import VisitDate
from analysis.visits.possible_days import fits
from analysis.visits.status import find_status

# So many sentences behind a plan is told what became of it, and where else it leads.
WITHIN = 2
# The journey is the one told last: "the visit", not "a visit" nor "Biden's visit".
POINTING = frozenset({"the", "this", "that", "his", "her", "their"})
# Of it a sentence tells that opens so.
OPENING = 5
TRAVELLING = frozenset({"travel", "visit", "tour", "go", "fly", "trip", "journey"})
OF_OTHERS = frozenset({"of", "between", "with"})
JOURNEYS = frozenset({"visit", "trip", "tour", "journey"})
# With these a tour begins; so many days later its other countries are still ahead.
BEGINNING = frozenset(
    {"begin", "start", "kick off", "leave", "depart", "set off", "set out", "embark"}
)
JUST = 1
# What stands before the second date of two: "in May and again in June".
LEADING = frozenset({"in", "on", "at", "during", "early", "late", "earlier", "later"})


def who_told(reading: Reading, match: Match, before: list[Row]) -> list[Filler]:
    """Return whose "the trip" is that a sentence takes up: who alone is said to travel before."""
    journey = match.fillers["journey"][0]
    if POINTING.isdisjoint(reading.text.lower[journey.first : journey.end]):
        return []
    last = max((_number(row) for row in before), default=-1)
    names = {row["visitor"] for row in before if _number(row) == last}
    number = next((n for n, m in enumerate(reading.mentions) if {m.name} == names), -1)
    if number < 0 or not 0 <= match.sentence.number - last <= WITHIN:
        return []
    return [Filler(journey.first, journey.end, mention=number, how="whose journey it is")]


def who_met(reading: Reading, match: Match) -> list[Filler]:
    """Return the two whose "the meeting" is that a sentence takes up: told to have met before."""
    meeting = match.first_filler("meeting") or match.fillers["event"][0]
    lower = reading.text.lower
    definite = not POINTING.isdisjoint(lower[max(0, meeting.first - 1) : meeting.end])
    own = definite and lower[meeting.end] not in OF_OTHERS
    return find_who_met(reading, meeting) if own else []


def take_status(row: Row, before: list[Row]) -> None:
    """Give a later leg, told in the present tense, the status of the journey; in place."""
    last = [other for other in before if other["visitor"] == row["visitor"]][-1]
    if row["status"] == "ongoing":
        row["status"] = last["status"]
        for name in ("date", "date_end", "date_precision"):
            row.pop(name, None)


def date_later(reading: Reading, rows: list[Row]) -> None:
    """Give visits of no day that of "The trip, from 4 to 8 March," in a sentence behind; in place.

    A month that is told for the visit must hold it. What a trip includes is of the days that the
    sentence before gives it: "will travel to Africa on 4-8 March. His trip includes Chad".
    """
    for row in rows:
        if row["status"] == "planned" and row.get("date_precision") in (None, "month"):
            after = _number(row) + 1
            span = _span_of_tour(reading, row) if not row.get("date") else None
            if span is not None:
                row.update(VisitDate(span.date, span.date_end, "day").columns)
                continue
            for sentence in reading.text.sentences[after : after + WITHIN]:
                day = _day_of_journey(reading, sentence)
                if day is not None and day.date.startswith(row.get("date") or ""):
                    row.update(VisitDate(day.date, day.date_end, "day").columns)
                    row["implied"] = [name for name in row["implied"] if name != "date"]
                    break


def _span_of_tour(reading: Reading, row: Row) -> DateMention | None:
    """Return the days to come that the sentence before gives the tour of which a row is a stop."""
    own = reading.text.sentences[_number(row)]
    if not own.number or JOURNEYS.isdisjoint(reading.text.lower[own.first : own.end]):
        return None
    before = reading.text.sentences[own.number - 1]
    travels = any(
        not TRAVELLING.isdisjoint({*reading.lemmas(token), reading.text.lower[token]})
        for token in range(before.first, before.end)
    )
    named = {mention.name for _, mention in reading.mentions_between(before.first, before.end)}
    spans = [d for d in reading.dates_in(before) if d.precision == "day" and d.date < d.date_end]
    if not travels or row["visitor"] not in named or len(spans) != 1 or reading.dates_in(own):
        return None
    return spans[0] if fits(reading, spans[0], "planned") else None


def _day_of_journey(reading: Reading, sentence: Sentence) -> DateMention | None:
    """Return the one day named in a sentence that begins with "The trip" or such."""
    words = reading.text.lower[sentence.first : sentence.first + OPENING]
    if words[0] not in POINTING or JOURNEYS.isdisjoint(words):
        return None
    days = [date for date in reading.dates_in(sentence) if date.precision == "day"]
    return days[0] if len(days) == 1 else None


def put_off(reading: Reading, match: Match, before: list[Row]) -> Iterator[Row]:
    """Yield the journeys planned in the sentence before, with what becomes of them in this one."""
    journey = match.fillers["journey"][0]
    named = "X" in reading.tags[journey.first : match.trigger]
    if named or POINTING.isdisjoint(reading.text.lower[journey.first : journey.end]):
        return
    last = max((_number(row) for row in before), default=-1)
    if not 0 < match.sentence.number - last <= WITHIN:
        return
    for row in [row for row in before if _number(row) == last and row["status"] == "planned"]:
        told = describe(
            reading,
            match.sentence,
            rule_id=match.rule.id,
            confidence=row["confidence"],
            implied=row["implied"],
        )
        yield _identified(row | told | {"status": match.rule.set["status"]})


def told_again(reading: Reading, match: Match, row: Row) -> Iterator[Row]:
    """Yield the second journey of "visited Chad in February and again in May"."""
    lower = reading.text.lower
    if "again" not in lower[match.end : match.sentence.end] or not row.get("date"):
        return
    for date in reading.dates_in(match.sentence):
        token = bisect_left(reading.text.starts, match.sentence.char_start + date.start) - 1
        token -= lower[token] in LEADING
        if lower[token - 1 : token + 1] == ["and", "again"] and date.date not in ("", row["date"]):
            found = VisitDate(date.date, date.date_end, date.precision)
            status = find_status(reading, row["status"], found)
            yield _identified(row | found.columns | {"status": status})


def put_later(reading: Reading, match: Match, row: Row) -> None:
    """Make a later country of a tour that has just begun one that is still to come; in place."""
    published = reading.article.published
    begun = not BEGINNING.isdisjoint(reading.lemmas(match.trigger)) or any(
        not BEGINNING.isdisjoint(reading.lemmas(token))
        for token in range(match.resolver.verb_before(match.trigger), match.trigger)
        if token >= 0 and reading.tags[token] in "VE"
    )
    if not begun or published is None or row["status"] not in ("occurred", "ongoing"):
        return
    if row.get("date_precision") != "day" or row["date"] != row["date_end"]:
        return
    if 0 <= (published - first_day(row["date"])).days <= JUST:
        month = row["date"][:7]
        row |= {"status": "planned", "date": month, "date_end": month, "date_precision": "month"}
        row["implied"] = [*row["implied"], "date"]


def _identified(row: Row) -> Row:
    slots = ("visitor", "country", "status", "date")
    return row | {"visit_id": make_id("visits", row, slots), "implied": list(row["implied"])}


def _number(row: Row) -> int:
    return int(row["sentence_id"].rsplit(":", 1)[1])
