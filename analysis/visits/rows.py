"""One visitor, one destination -> a row of VISITS."""

from __future__ import annotations

from analysis.actors.mention import Mention
from analysis.evidence import Row, describe, make_id
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement, governing, judge_confidence, name_actor
from analysis.visits.dating import is_now, pick_date
from analysis.visits.hosts import find_host
from analysis.visits.status import find_status


def make_row(
    reading: Reading,
    match: Match,
    visitor: Filler,
    country: str,
    city: str,
    implied: tuple[str, ...],
    statements: list[Statement],
) -> Row:
    """Return the row of one visitor and one destination."""
    host = find_host(reading, match, visitor, country)
    row = describe(
        reading,
        match.sentence,
        rule_id=match.rule.id,
        confidence=judge_confidence(reading, [visitor]),
        implied=implied,
    )
    row |= name_actor(reading, visitor, "visitor")
    row |= {"country": country, "city": city, "host": "", "host_id": ""}
    if host is not None:
        row["host_id"], row["host"] = host.actor_id, host.name
    date = pick_date(reading, match)
    if date is not None:
        row |= {"date": date.date, "date_end": date.date_end, "date_precision": date.precision}
    row["status"] = match.rule.set.get("status") or find_status(reading, match, date)
    if match.negated:
        row["status"] = "cancelled"
    if "date" not in row and is_now(reading, match, row["status"]):
        published = reading.article.published.isoformat() if reading.article.published else ""
        row |= {
            "date": published,
            "date_end": published,
            "date_precision": "day" if published else "",
        }
        row["implied"] = [*row["implied"], "date"]
    row["kind"] = _kind(reading, match, host, country)
    statement = governing(statements, match.trigger)
    row["statement_id"] = statement.row_ids[0] if statement and statement.row_ids else ""
    row["visit_id"] = make_id("visits", row, ("visitor", "country", "status"))
    return row


def _kind(reading: Reading, match: Match, host: Mention | None, country: str) -> str:
    words = set(reading.text.lower[match.sentence.first : match.sentence.end])
    if words & {
        "summit",
        "conference",
        "forum",
        "assembly",
        "nato",
        "g20",
        "g7",
        "brics",
        "parade",
    }:
        return "multilateral"
    partners = match.fillers.get("partner", []) + match.fillers.get("with_partner", [])
    abroad = [
        f
        for f in partners
        if f.mention >= 0 and reading.mentions[f.mention].country not in ("", country)
    ]
    return "third-party" if abroad and host is None else "bilateral"
