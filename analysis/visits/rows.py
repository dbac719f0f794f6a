"""One visitor, one destination -> a row of VISITS."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.evidence import Row, describe, make_id
from analysis.matching import Match
from analysis.roles import Filler
from analysis.statements import Statement, governing, judge_confidence, name_actor
from analysis.visits.dating import Arrival, VisitDate, date_visit, is_long_past
from analysis.visits.destinations import Destination
from analysis.visits.hosts import Meeting, find_host
from analysis.visits.kinds import find_kind
from analysis.visits.status import find_status, is_past_plan, is_there, status_in_words
from analysis.visits.undated import is_fresh, looks_back


@dataclass(frozen=True)
class Background:
    """What the whole text says that a row may need."""

    statements: list[Statement]
    meetings: list[Meeting]
    arrivals: list[Arrival]


def make_row(match: Match, visitor: Filler, destination: Destination, known: Background) -> Row:
    """Return the row of one visitor and one destination."""
    reading = match.reading
    country, guest = destination.country, reading.mentions[visitor.mention].name
    row = describe(
        match, confidence=judge_confidence(reading, [visitor]), implied=destination.implied
    )
    row |= name_actor(reading, visitor, "visitor")
    if destination.like and not row["visitor_country"]:  # who comes along is of the same state
        row["visitor_country"] = destination.like["visitor_country"]
    row |= {"country": country, "city": destination.city}
    told = status_in_words(match)
    date = date_visit(match, told, guest, destination, known.arrivals)
    like = destination.like
    if like and like.get("date") and not (date and date.own):
        date = VisitDate(*(like[name] for name in ("date", "date_end", "date_precision")))
    row["status"] = like["status"] if like else find_status(match, told, date)
    if date is not None:
        row |= date.columns
        row["implied"] += ["date"] if date.implied else []
    recent = not is_long_past(reading, date)
    host = find_host(match, visitor, country, known.meetings, recent=recent)
    row |= {"host_id": host.actor_id if host else "", "host": host.name if host else ""}
    row["dated"] = date is not None and date.own
    row["given_up"] = told == "planned" and is_past_plan(match)
    row["there"] = row["status"] == "ongoing" and is_there(match)
    row["past"] = looks_back(match)
    row["fresh"] = is_fresh(match)
    row["recalled"] = not (recent or row["fresh"])
    row["kind"] = find_kind(match, host, country)
    statement = governing(known.statements, match.trigger)
    row["statement_id"] = statement.row_ids[0] if statement and statement.row_ids else ""
    row["visit_id"] = make_id("visits", row, ("visitor", "country", "status"))
    return row
