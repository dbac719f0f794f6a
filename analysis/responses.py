"""Who denies, confirms or declines to comment on a transfer, and what that answers."""

from __future__ import annotations

from analysis.evidence import Row, describe, make_id, merge_repeats
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements import Statement, judge_confidence, name_actor

STANCES = {"deny": "denied", "confirm": "confirmed", "decline": "declined"}


def find_responses(
    reading: Reading,
    matches: list[Match],
    statements: list[Statement],
    allegations: list[Row],
    rulebook: Rulebook,
) -> list[Row]:
    """Return rows of RESPONSES; links each answering statement to what it answers, in place."""
    rows: list[Row] = []
    for statement in statements:
        stance = STANCES.get(statement.act)
        if stance is None:
            continue
        allegation = _answered(reading, statement, allegations)
        if allegation is None:
            continue
        statement.answers = allegation.get("statement_id", "")
        rows.extend(
            _row(reading, statement, speaker, allegation, stance) for speaker in statement.speakers
        )
    return merge_repeats(rows, ("supplier_country", "recipient_country", "by", "stance"))


def _answered(reading: Reading, statement: Statement, allegations: list[Row]) -> Row | None:
    """The transfer told inside the answer, else the last one told before it."""
    sentence = statement.sentence
    inside = [row for row in allegations if row["start"] == sentence.char_start]
    if inside:
        return inside[0]
    before = [row for row in allegations if row["start"] < sentence.char_start]
    if not before:
        return None
    nearest = max(before, key=lambda row: row["start"])
    speakers = {reading.mentions[f.mention].country for f in statement.speakers if f.mention >= 0}
    parties = {nearest.get("supplier_country", ""), nearest.get("recipient_country", "")}
    return nearest if speakers & parties else None


def _row(
    reading: Reading, statement: Statement, speaker: Filler, allegation: Row, stance: str
) -> Row:
    row = describe(
        reading,
        statement.sentence,
        rule_id=statement.match.rule.id,
        confidence=judge_confidence(reading, [speaker]),
    )
    for column in ("supplier", "supplier_country", "recipient", "recipient_country"):
        row[column] = allegation.get(column, "")
    row |= name_actor(reading, speaker, "by")
    row["stance"] = stance
    row["answers"] = allegation["allegation_id"]
    row["response_id"] = make_id("responses", row, ("by", "stance", "answers"))
    return row
