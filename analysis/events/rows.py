"""One event as a row of EVENTS, and the merging of rows that tell the same event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from analysis.dates import first_day
from analysis.events.party import Sides
from analysis.evidence import Row, make_id
from analysis.plover import load_plover
from analysis.schema import EVIDENCE_COLUMNS

# Types in which both sides do the same: who is named first means nothing.
MUTUAL_TYPES = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# Statuses of what the text tells as done.
TOLD_AS_DONE = frozenset({"occurred", "ongoing"})
# Types of what is agreed on before it is done.
ARRANGED = frozenset({"AGREE", "CONSULT", "COOPERATE", "AID"})


def make_event(
    base: Mapping[str, object],
    kind: tuple[str, str, str],
    sides: Sides,
    *,
    status: str,
    statement_id: str = "",
) -> Row:
    """Return a row of EVENTS; `kind` is type, mode and context, `base` has evidence and dates."""
    dates = {name: base.get(name, "") for name in ("date", "date_end", "date_precision")}
    day, published = str(base.get("date", "")), base["published"]
    to_come = day and isinstance(published, dt.date) and first_day(day) > published
    if status in TOLD_AS_DONE and to_come:
        if kind[0] in ARRANGED:  # "Ruto and Scholz meet on Friday"
            kind, status = ("AGREE", "", kind[2]), "planned"
        else:
            dates = {}  # what is done was not done on that day
    event_type, mode, context = kind
    actors, recipients = sides
    plover = load_plover()
    row: Row = {name: base[name] for name in EVIDENCE_COLUMNS}
    row |= {"date": "", "date_end": "", "date_precision": "", **dates}
    row |= {
        "event_type": event_type,
        "mode": mode,
        "context": context,
        "quad": plover.quad(event_type),
        "score": plover.score(event_type, mode),
        "actor_ids": [party.actor_id for party in actors],
        "actor_countries": [party.country for party in actors],
        "recipient_ids": [party.actor_id for party in recipients],
        "recipient_countries": [party.country for party in recipients],
        "status": status,
        "statement_id": statement_id,
    }
    row["event_id"] = make_id("events", row, ("event_type", "actor_ids", "recipient_ids"))
    return row


def merge_events(rows: Iterable[Row]) -> list[Row]:
    """Keep one row of a type between the same sides in one sentence: the first with a mode."""
    merged: dict[tuple[object, ...], Row] = {}
    for row in rows:
        kept = merged.setdefault(_key(row), row)
        if row["mode"] and not kept["mode"] and row["status"] == kept["status"]:
            merged[_key(row)] = row
    rows = [row for key, row in merged.items() if not _is_told_otherwise(key, row, merged)]
    return sorted(rows, key=lambda row: row["start"])


def _is_told_otherwise(
    key: tuple[object, ...], row: Row, merged: Mapping[tuple[object, ...], Row]
) -> bool:
    """Tell a threat whose sentence tells that it was carried out: "announced sanctions".

    So talks that one rule finds twice: "the trip and the planned talks between Chad and Mali".
    """
    if row["event_type"] == "CONSULT" and row["status"] != "ongoing":
        planned = merged.get((key[0], "AGREE", *key[2:]))
        return planned is not None and planned["rule_id"] == row["rule_id"]
    if row["event_type"] != "THREATEN":
        return False
    done = merged.get((key[0], "SANCTION", *key[2:]))
    return done is not None and done["status"] == "occurred"


def _key(row: Row) -> tuple[object, ...]:
    actors = _sides(row["actor_ids"], row["actor_countries"])
    recipients = _sides(row["recipient_ids"], row["recipient_countries"])
    if row["event_type"] in MUTUAL_TYPES:
        return row["start"], row["event_type"], actors | recipients
    return row["start"], row["event_type"], actors, recipients


def _sides(ids: list[str], countries: list[str]) -> frozenset[str]:
    return frozenset(country or actor for actor, country in zip(ids, countries, strict=True))
