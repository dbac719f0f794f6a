"""Statements -> rows of STATEMENTS; what an article repeats is joined into one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from analysis.evidence import Row, describe, make_id
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.naming import judge_confidence, name_actor, name_of
from analysis.statements.statement import Statement

# Two statements of one speaker and act repeat each other if they share this much of their words …
SAME_WORDS = 0.5
# … and the shorter has so many words that count.
FEWEST_WORDS = 4
WORD_LENGTH = 4
# What tells the rows of one sentence apart.
ID_SLOTS = ("speaker", "act", "target")


@dataclass
class _Saying:
    """One statement by one of its speakers: its row, and what is said in its sentence."""

    statement: Statement
    row: Row
    said: list[str]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that tell contents apart."""
        return frozenset(word for word in self.said if len(word) >= WORD_LENGTH)


def number_statements(reading: Reading, statements: list[Statement]) -> None:
    """Give each statement its rows and their ids, so that other tables can name them; in place.

    A statement that repeats another shares the row of the one that says it most fully.
    """
    sayings = _sayings(reading, statements)
    groups: dict[tuple[str, ...], list[list[_Saying]]] = {}
    kept: dict[str, Row] = {}
    twins = _twins(sayings)
    for saying in sayings:
        same = groups.setdefault(_key(saying.row), [])
        group = next((g for g in same if any(_repeats(saying, other) for other in g)), None)
        if group is None:
            same.append([saying])
        else:
            group.append(saying)
    for group in (group for same in groups.values() for group in same):
        row = _fullest(group)
        kept |= {saying.row["statement_id"]: row for saying in group}
    for saying in sayings:
        own: str = saying.row["statement_id"]
        row = kept[twins.get(own, own)]
        saying.statement.rows.append(row)
        saying.statement.row_ids.append(row["statement_id"])
    for statement in statements:
        partner = statement.partner
        while partner is not None:
            statement.rows, statement.row_ids = partner.rows, partner.row_ids
            partner = partner.partner
        words = reading.words(statement.sentence)
        for row in statement.rows if statement.repeats is not None else []:
            if words != row["evidence"] and words not in row["also"]:
                row["also"].append(words)


def _twins(sayings: list[_Saying]) -> dict[str, str]:
    """Map the row of an act that is only in the words to the one of its sentence with a target.

    "Oslo called on Rome to leave, saying it must go" asks once.
    """
    aimed: dict[tuple[object, ...], str] = {}
    for saying in sayings:
        if saying.row.get("target"):
            aimed.setdefault(_deed(saying), saying.row["statement_id"])
    return {
        saying.row["statement_id"]: aimed[_deed(saying)]
        for saying in sayings
        if not saying.row.get("target")
        and saying.statement.match.rule.set["act"] == "say" != saying.row["act"]
        and _deed(saying) in aimed
    }


def _deed(saying: _Saying) -> tuple[object, ...]:
    number = saying.statement.sentence.number
    return number, saying.row["speaker_id"] or saying.row["speaker"], saying.row["act"]


def list_statements(statements: list[Statement]) -> list[Row]:
    """Return rows of STATEMENTS: one a speaker, act, target and content."""
    unique: dict[str, Row] = {}
    for statement in statements:
        for row in statement.rows:
            row["answers"] = row["answers"] or statement.answers
            unique.setdefault(row["statement_id"], row)
    return list(unique.values())


def _sayings(reading: Reading, statements: list[Statement]) -> list[_Saying]:
    lower = reading.text.lower
    found: list[_Saying] = []
    by_id: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.partner is not None:
            continue
        said = lower[slice(*statement.here())]
        for speaker in statement.speakers:
            row = _row(statement, speaker)
            same = by_id.get(row["statement_id"], [])
            if same and all(_adds(other, statement) for other in same):
                part = row | {"part": len(same) + 1}
                row["statement_id"] = make_id("statements", part, (*ID_SLOTS, "part"))
            by_id.setdefault(row["statement_id"], []).append(statement)
            found.append(_Saying(statement, row, said))
    return found


def _adds(one: Statement, other: Statement) -> bool:
    """Tell whether two neutral cues of a sentence say two things: "said …, adding that …"."""
    first, second = sorted((one, other), key=lambda statement: statement.match.trigger)
    neutral = all(statement.match.rule.set["act"] == "say" for statement in (first, second))
    between = slice(first.match.end, second.match.trigger)
    before = first.first < first.match.trigger
    told = before or any(tag in "VAMQ" for tag in one.tags[between])
    last = second.match.end + FEWEST_WORDS <= second.sentence.end
    return neutral and told and last


def _key(row: Row) -> tuple[str, ...]:
    return row["speaker_id"] or row["speaker"], row["act"], row.get("target_country", "")


def _repeats(one: _Saying, other: _Saying) -> bool:
    if one.statement.sentence.number == other.statement.sentence.number:
        return bool(one.row["statement_id"] == other.row["statement_id"])
    shorter = min(len(one.words), len(other.words))
    shared, either = one.words & other.words, one.words | other.words
    return shorter >= FEWEST_WORDS and len(shared) >= SAME_WORDS * len(either)


def _fullest(group: list[_Saying]) -> Row:
    """Return the row of the longest saying of a group, the others' sentences in `also`."""
    best = max(group, key=lambda saying: (len(saying.words), -saying.row["start"])).row
    others = [row["evidence"] for row in (saying.row for saying in group)]
    others += [words for saying in group for words in saying.row["also"]]
    best["also"] = [words for words in dict.fromkeys(others) if words != best["evidence"]]
    return best


def _row(statement: Statement, speaker: Filler) -> Row:
    reading = statement.reading
    row = describe(statement.match, confidence=judge_confidence(reading, [speaker]))
    row |= name_actor(reading, speaker, "speaker")
    row["act"] = statement.act
    target = _pick_target(statement, speaker)
    if target is not None:
        row |= name_actor(reading, target, "target")
    if statement.hedge:
        hedge = statement.hedge
        row["likelihood_words"] = reading.text.span(hedge.first, hedge.end)
        row["likelihood_low"], row["likelihood_high"] = hedge.low, hedge.high
    row["quoted"] = bool(statement.quotation)
    row["answers"], row["via"] = "", statement.via
    row["statement_id"] = make_id("statements", row, ID_SLOTS)
    return row


def _pick_target(statement: Statement, speaker: Filler) -> Filler | None:
    """Return whom one of the speakers aims at: of two who promise together, the other one."""
    aimed = statement.targets
    alone = not aimed and not statement.spares
    if alone and statement.act == "promise" and len(statement.own_countries) > 1:
        aimed = [filler for filler in statement.speakers if filler.mention >= 0]
    own = name_of(statement.reading, speaker)
    return next((filler for filler in aimed if name_of(statement.reading, filler) != own), None)
