"""Who denies, confirms or declines to comment on a transfer, and what that answers.

The transfer is the one told inside the answer ("denied sending guns to Chad"); an answer that only
refers back ("called the reports baseless") takes the last one told before that its speaker is party
to. Denials of anything else are statements, and no responses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.evidence import Row, describe, make_id, merge_repeats
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements import Statement, judge_confidence, name_actor

STANCES = {"deny": "denied", "confirm": "confirmed", "decline": "declined"}
ENDS = ("supplier", "supplier_country", "recipient", "recipient_country")
SIDES = ("supplier_country", "recipient_country")
# What an answer that tells nothing itself refers back with.
ANAPHORA = frozenset("it this that so them these those such involvement wrongdoing".split())
# "declined to comment" concerns what was told just before.
NEAR = 3
# Whoever does one of these to arms is at the receiving end.
RECEIVING = frozenset("receive buy import purchase acquire obtain procure get use".split())
DESTINATION = frozenset("to into for in with".split())


@dataclass(frozen=True, slots=True)
class _Answer:
    """A statement that answers, its speakers' states, and its tokens [first, end)."""

    statement: Statement
    countries: frozenset[str]
    first: int
    end: int


def find_responses(
    reading: Reading, statements: list[Statement], allegations: list[Row], rulebook: Rulebook
) -> list[Row]:
    """Return rows of RESPONSES; links each answering statement to what it answers, in place."""
    rows: list[Row] = []
    for statement in statements:
        stance = STANCES.get(statement.act)
        if stance is None:
            continue
        answer = _read_answer(reading, statement)
        for transfer in _answered(reading, answer, allegations, rulebook):
            claim = _claim(transfer, allegations, statement)
            statement.answers = statement.answers or claim.get("statement_id", "")
            answered = {**transfer, "answers": claim.get("allegation_id", "")}
            rows += [
                _row(reading, statement, speaker, answered, stance)
                for speaker in statement.speakers
            ]
    return merge_repeats(rows, ("supplier_country", "recipient_country", "by", "stance"))


def _read_answer(reading: Reading, statement: Statement) -> _Answer:
    named = [name_actor(reading, filler, "by") for filler in statement.speakers]
    countries = frozenset(str(row["by_country"]) for row in named) - {""}
    first = max(statement.first, statement.sentence.first)
    return _Answer(statement, countries, first, min(statement.end, statement.sentence.end))


def _answered(
    reading: Reading, answer: _Answer, allegations: list[Row], rulebook: Rulebook
) -> list[Row]:
    """Return the transfers that an answer is about, one a pair of supplier and recipient."""
    told = [row for row in allegations if _tells(answer.statement, row)]
    if told:
        pairs = {tuple(row.get(end, "") for end in ENDS): row for row in reversed(told)}
        return list(reversed(pairs.values()))
    own = _told_inside(reading, answer, rulebook)
    if own is not None:
        return [own]
    if not _refers_back(reading, answer, rulebook):
        return []
    start = answer.statement.sentence.char_start
    before = [row for row in allegations if row["start"] <= start and _is_party(answer, row)]
    if answer.statement.act == "decline":
        first = max(0, answer.statement.sentence.number - NEAR)
        before = [row for row in before if row["start"] >= reading.text.sentences[first].char_start]
    return [max(before, key=lambda row: int(row["start"]))] if before else []


def _tells(statement: Statement, row: Row) -> bool:
    """Tell whether a transfer is told by the answer itself."""
    if row.get("statement_id"):
        return row["statement_id"] in statement.row_ids
    return bool(row["start"] == statement.sentence.char_start)


def _is_party(answer: _Answer, row: Row) -> bool:
    return not answer.countries.isdisjoint(row.get(side, "") for side in SIDES)


def _told_inside(reading: Reading, answer: _Answer, rulebook: Rulebook) -> Row | None:
    """Read "denied sending troops to Mali": what is denied of the speaker's own state."""
    arming = rulebook.acts.speech.arming
    if not answer.countries or next(reading.items_between(answer.first, answer.end), None) is None:
        return None
    for token in range(answer.first, answer.end):
        lemmas = set(reading.lemmas(token)) if reading.tags[token] in "VIGE" else set()
        if reading.tags[token] == "C" and reading.tags[token + 1] in "VA":
            break  # "denies this and says the West arms …" goes on with something else
        if not arming & lemmas:
            continue
        for other in _destinations(reading, token + 1, answer):
            ends = ("recipient", "supplier") if RECEIVING & lemmas else ("supplier", "recipient")
            own = _own_end(reading, answer.statement.speakers[0], ends[0])
            return own | name_actor(reading, other, ends[1])
    return None


def _destinations(reading: Reading, first: int, answer: _Answer) -> Iterable[Filler]:
    for number, mention in reading.mentions_between(first, answer.end):
        before = reading.text.lower[mention.first - 1]
        if before == "the":
            before = reading.text.lower[mention.first - 2]
        if before in DESTINATION and mention.country and mention.country not in answer.countries:
            yield Filler(mention.first, mention.end, mention=number)


def _own_end(reading: Reading, speaker: Filler, slot: str) -> Row:
    """Name the speaker's state as one end of the transfer."""
    country = str(name_actor(reading, speaker, slot)[f"{slot}_country"])
    name = next((m.name for m in reading.mentions if m.actor_id == country), country)
    return {f"{slot}_id": country, slot: name, f"{slot}_country": country}


def _refers_back(reading: Reading, answer: _Answer, rulebook: Rulebook) -> bool:
    """Tell "denied the claims", "called it baseless" from a denial of something else."""
    statement, lower = answer.statement, reading.text.lower
    trigger = statement.match.trigger
    said = lower[trigger : min(statement.sentence.end, trigger + 12)]
    if statement.act == "decline":
        return "comment" in said or "confirm" in said or "confirmed" in said
    words = rulebook.acts.speech.claims | ANAPHORA
    if not words.isdisjoint(said) or len(said) < NEAR:
        return True
    return next(reading.items_between(answer.first, answer.end), None) is not None


def _claim(transfer: Row, allegations: list[Row], statement: Statement) -> Row:
    """Return the allegation that an answer answers: what others claim before what it tells."""
    same = [
        row
        for row in allegations
        if all(row.get(side, "") == transfer.get(side, "") for side in SIDES)
    ]
    others = [row for row in same if row.get("statement_id", "") not in statement.row_ids]
    before = [row for row in others if row["start"] <= statement.sentence.char_start]
    return (before or others or same or [{}])[-1]


def _row(
    reading: Reading, statement: Statement, speaker: Filler, transfer: Row, stance: str
) -> Row:
    row = describe(
        reading,
        statement.sentence,
        rule_id=statement.match.rule.id,
        confidence=judge_confidence(reading, [speaker]),
    )
    for column in ENDS:
        row[column] = transfer.get(column, "")
    row |= name_actor(reading, speaker, "by")
    row["stance"], row["answers"] = stance, transfer["answers"]
    row["response_id"] = make_id(
        "responses", row, ("supplier_country", "recipient_country", "by", "stance")
    )
    return row
