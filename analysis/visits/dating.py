"""When a visit takes place: said in its sentence, in one beside it, or implied by the news."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from analysis.dates import DateMention, first_day, last_day
from analysis.dates.words import NUMBERS, read_number
from analysis.dating import COARSE, nearest_date, pick_date
from analysis.evidence import Row
from analysis.matching import Match
from analysis.reading import Reading
from analysis.visits.beside import date_beside
from analysis.visits.destinations import Destination
from analysis.visits.journeys import PUT_OFF
from analysis.visits.other_days import (
    ARRIVING,
    fits,
    is_behind_speech,
    is_of_another,
    turned,
)

# An official who speaks in a foreign town at the head of the news is there now.
HEAD = 3
# News is of visits so many days away, and dates them so many sentences away.
RECENT = 30
NEAR = 10
# So near behind "planned" stands the day for which a visit is.
PLANNED_WITHIN = 4
# So many sentences behind a journey "the visit" is dated.
BEHIND = 2


@dataclass(frozen=True, slots=True)
class VisitDate:
    """First and last day, how precise they are, and whether the text leaves them unsaid.

    `own` are those that the sentence of the visit itself names.
    """

    date: str
    date_end: str
    precision: str
    implied: bool = False
    own: bool = False

    @property
    def columns(self) -> Row:
        """Return the columns of a row."""
        return {"date": self.date, "date_end": self.date_end, "date_precision": self.precision}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A dated visit to a country, and the guests it is told of; none = guests without a name."""

    sentence: int
    country: str
    guests: frozenset[str]
    date: DateMention


def list_arrivals(reading: Reading, matches: list[Match]) -> list[Arrival]:
    """Return the dated visits of the news of which a text tells, whoever it names as visitor."""
    found, last = [], ("", -BEHIND)
    for match in matches:
        number = match.sentence.number
        places = [reading.mentions[filler.mention].country for filler in match.filling("place")[:1]]
        if match.rule.helps and not places:
            places = _told_before(match, *last)
        elif places and "visitor" in match.fillers:
            last = (places[0], number)
        date = pick_date(match)
        off = match.negated or match.rule.set.get("status") in PUT_OFF
        if date is None or off or not _is_recent(reading, date) or is_of_another(match, date):
            continue
        guests = match.named("visitor")
        names = frozenset(m.name for m in guests if m.name and m.kind in ("person", "title"))
        found += [Arrival(number, country, names, date) for country in places]
    return found


def _told_before(match: Match, country: str, number: int) -> list[str]:
    """Return where "the visit" that opens a sentence leads: told shortly before, nowhere else."""
    sentence = match.sentence
    opens = any(filler.first == sentence.first for filler in match.filling(*match.fillers))
    named = match.reading.mentions_between(sentence.first, sentence.end)
    elsewhere = any(mention.is_place and mention.country != country for _, mention in named)
    near = opens and not elsewhere and sentence.number - number <= BEHIND
    return [country] if near else []


def _is_recent(reading: Reading, date: DateMention) -> bool:
    published = reading.article.published
    if published is None or date.precision not in ("day", "week"):
        return False
    return abs((first_day(date.date) - published).days) <= RECENT


def is_long_past(reading: Reading, date: VisitDate | None) -> bool:
    """Tell a journey of the news, or one that has no date, from one of years or months ago."""
    published = reading.article.published
    if published is None or date is None or not date.date:
        return False
    return (published - last_day(date.date_end)).days > RECENT


def date_visit(
    match: Match, told: str, guest: str, destination: Destination, arrivals: list[Arrival]
) -> VisitDate | None:
    """Return when a visit takes place; `told` is the status that the words tell, "" = none."""
    reading = match.reading
    dates = [
        date
        for date in (turned(reading, date, told) for date in reading.dates_in(match.sentence))
        if fits(reading, date, told)
        and not is_of_another(match, date)
        and not _is_of_clause(match, destination, date)
        and not _is_of_next(match, destination, date)
        and not (told == "planned" and is_behind_speech(reading, match.sentence, date))
    ]
    dates = [date for date in dates if not _is_of_dateline(match, date)] or dates
    country = destination.country
    own = found = _behind_place(match, destination, dates) or nearest_date(match, dates)
    if found is None or found.precision not in ("day", "year"):
        day = _told_elsewhere(match, told, guest, country, arrivals)
        found = day if found is None or (day and _lies_in(day, found)) else found
    now = _is_now(match, told)
    published = reading.article.published
    today = published.isoformat() if now and published else ""
    if found is None and told != "ongoing":
        beside = date_beside(match, told, guest, destination)
        found = beside if beside is not None and beside.date != today else None
    if found is not None:
        first, last = (found.date, found.date_end) if own is None else _stay(match, found)
        return VisitDate(first, last, found.precision, own=own is not None)
    return VisitDate(today, today, "day", implied=True) if today else None


def _lies_in(day: DateMention, span: DateMention) -> bool:
    """Tell "later this month" from a day of another month."""
    if not span.date:
        return False
    first, last = first_day(span.date), last_day(span.date_end)
    return first <= first_day(day.date) and last_day(day.date_end) <= last


def _stay(match: Match, date: DateMention) -> tuple[str, str]:
    """Return the days of who "began a three-day visit on Monday", or "ended" it then."""
    lower, resolver = match.lower, match.resolver
    begun, over = (resolver.verb_is(name, match.trigger) for name in ("visit_begins", "ending"))
    told = (begun or over) and date.precision == "day"
    for at in range(match.end, match.sentence.end if told else 0):
        journey = not match.lexicon["visits"].isdisjoint(lower[at + 3 : at + 6])
        if journey and lower[at + 1 : at + 3] == ["-", "day"] and lower[at] in NUMBERS:
            length = dt.timedelta(days=read_number(lower[at]) - 1)
            if over:
                return (first_day(date.date) - length).isoformat(), date.date_end
            return date.date, max(date.date_end, (first_day(date.date) + length).isoformat())
    return date.date, date.date_end


def _behind_place(
    match: Match, destination: Destination, dates: list[DateMention]
) -> DateMention | None:
    """Return the day right behind a place: "Rome today and Oslo on …"."""
    if destination.end < 0 or match.resolver.verb_is("departing", match.trigger):
        return None
    end = _end_of_list(match.reading, destination.end)
    past = match.resolver.past_times(end)
    return next((d for d in dates if end <= d.first_token and d.end_token <= past), None)


def _end_of_list(reading: Reading, end: int) -> int:
    """Return the end of the places joined to one: "to Oslo | and Riga on Monday"."""
    while reading.tags[end : end + 1] and reading.tags[end] in ",C":
        behind = end + 1 + (reading.tags[end + 1] == "C")
        place = reading.named_at(behind)
        if place is None or not place.is_place:
            break
        end = place.end
    return end


def _is_of_dateline(match: Match, date: DateMention) -> bool:
    """Tell the day of the report, "OSLO, May 3 (Agency) -", from those told in it."""
    end = match.reading.dateline.end if match.reading.dateline is not None else 0
    return match.sentence.char_start + date.end < match.reading.text.starts[end]


def _is_of_clause(match: Match, destination: Destination, date: DateMention) -> bool:
    """Tell whether a date stands in a clause of its own: "talks on troops who left in May".

    A day is also that of "in Oslo, where he met Ruto on Monday", and of "a visit that begins".
    """
    first = destination.end if match.end < destination.end <= date.first_token else match.end
    between = match.tags[first : date.first_token]
    near = range(max(match.end, date.first_token - PLANNED_WITHIN), date.first_token)
    if any(match.lexicon["planning"] & match.reading.word_and_lemmas(at) for at in near):
        return False  # "a visit by Ruto that had been planned for May"
    if date.precision not in COARSE:
        return ("O", "R") in pairwise(between)
    return not {"R", "S"}.isdisjoint(between)


def _is_of_next(match: Match, destination: Destination, date: DateMention) -> bool:
    """Tell "visited Oslo and will fly to Rome on Monday", which is not the day of Oslo."""
    joined = range(max(destination.end, match.end), date.first_token)
    deeds = (at for at in joined if match.tags[at] == "C" and match.tags[at + 1] in "VMA")
    named = match.reading.mentions_between(next(deeds, date.first_token), date.first_token)
    return any(place.is_place and place.country != destination.country for _, place in named)


def _told_elsewhere(
    match: Match, told: str, guest: str, country: str, arrivals: list[Arrival]
) -> DateMention | None:
    """Return when this guest, or one not named, is said to come to the country, near by.

    The days of the match's own sentence have been judged before.
    """
    fitting = [
        arrival
        for arrival in arrivals
        if arrival.country == country
        and (not arrival.guests or guest in arrival.guests)
        and 0 < abs(arrival.sentence - match.sentence.number) <= NEAR
        and fits(match.reading, arrival.date, told)
    ]
    number = match.sentence.number
    nearest = min(fitting, key=lambda arrival: abs(arrival.sentence - number), default=None)
    return nearest.date if nearest else None


def _is_now(match: Match, told: str) -> bool:
    """Tell whether an undated journey is under way as the article appears.

    So it is in the present tense, and at the head of the news where an official speaks there or
    "has arrived".
    """
    if told == "ongoing":
        return True
    there = match.rule.set.get("now") == "head"
    group = match.resolver.auxiliaries(match.trigger)
    over = match.resolver.preposition_over(match.trigger)
    there = there and over not in ("after", "following")  # "left here after a visit to Oslo"
    come = not {"has", "have"}.isdisjoint(group) and match.reading.is_form(match.trigger, ARRIVING)
    return match.sentence.number < HEAD and told in ("", "occurred") and (there or come)
