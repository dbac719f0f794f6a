"""Statements that answer -> the transfers they are about -> rows of RESPONSES.

The transfer is the one told inside the answer ("denied sending guns to Chad"); an answer that only
refers back ("called the reports baseless") takes the last one told before that its speaker is party
to. Denials of anything else are statements, and no responses.
"""

from __future__ import annotations

from analysis.evidence import Row, describe, make_id, merge_repeats
from analysis.grammar import ARTICLES
from analysis.reading import Reading
from analysis.responses.answer import Answer
from analysis.responses.told_before import ENDS, are_both, is_end, number_at, told_before
from analysis.responses.told_inside import told_inside
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements import Statement, judge_confidence, name_actor

STANCES = {"deny": "denied", "confirm": "confirmed", "decline": "declined"}
KEY = (*ENDS, "by", "stance")
# What is told so has not been done, which nobody can own up to.
UNDONE = frozenset({"planned", "considered", "requested"})
# What goes from one side to the other goes so, or over what so near behind is whose.
THROUGH = frozenset({"through", "via", "across"})
BY_WAY, CROSSED = ["way", "of"], 2


def find_responses(
    reading: Reading, statements: list[Statement], allegations: list[Row], rulebook: Rulebook
) -> list[Row]:
    """Return rows of RESPONSES; links each answering statement to what it answers, in place."""
    rows: list[Row] = []
    stances = [_stance(statement, rulebook) for statement in statements]
    if not any(stances):
        return rows
    allegations = [_with_others(reading, row) for row in allegations]
    # What answers alone have told so far is open to further answers.
    told: list[Row] = []
    for statement, stance in zip(statements, stances, strict=True):
        if not stance or _answers_otherwise(statement, statements, allegations):
            continue
        answer = Answer(statement, statements, rulebook)
        transfers = _answered(answer, [*allegations, *told], rulebook)
        told += [_left_open(answer, row) for row in transfers if "allegation_id" not in row]
        for transfer in transfers:
            claim = _claim(transfer, allegations, statement)
            statement.answers = statement.answers or claim.get("statement_id", "")
            answered = {**transfer, "answers": claim.get("allegation_id", "")}
            for speaker in statement.speakers:
                if _is_no_side(reading, speaker):
                    continue  # "…, according to media reports": they pass the answer on
                row = _row(statement, speaker, answered, stance)
                if are_both(reading, speaker):
                    rows += _by_both(row, transfers)
                # Others who speak along answer something else.
                elif not row["by_country"] or is_end((row["by_country"],), transfer):
                    rows.append(row)
    return merge_repeats(rows, KEY)


def _stance(statement: Statement, rulebook: Rulebook) -> str:
    """Return the stance of an answer, or ""; who accuses others of lies denies what they claim."""
    said = statement.lower[slice(*statement.said())]
    lied = statement.act == "accuse" and not rulebook.acts.speech.dismissive.isdisjoint(said)
    return "denied" if lied else STANCES.get(statement.act, "")


def _answers_otherwise(
    statement: Statement, statements: list[Statement], allegations: list[Row]
) -> bool:
    """Tell whether an answer is to a claim in its own sentence that tells of no transfer."""
    before = [
        other
        for other in statements
        if other.sentence is statement.sentence
        and other.match.trigger < statement.match.trigger
        and other.act in ("say", "accuse", "assess")
        and other.speakers != statement.speakers
        and not other.covers(statement.match.trigger)
    ]
    start = statement.sentence.char_start
    told = any(
        row["start"] == start or any(_tells(one, row) for one in (statement, *before))
        for row in allegations
    )
    return bool(before) and not (told or statement.denied)


def _answered(answer: Answer, allegations: list[Row], rulebook: Rulebook) -> list[Row]:
    """Return the transfers that an answer is about, one a pair of supplier and recipient."""
    denied = answer.statement.denied
    allegations = [row for row in allegations if _is_claimed(answer, row)]
    if answer.statement.act == "accuse":
        liars = answer.reading.countries(answer.statement.targets) - answer.countries - {""}
        return told_before(answer, [r for r in allegations if r["claimant_country"] in liars])
    told = denied or [row for row in allegations if _tells(answer.statement, row)]
    if answer.statement.defends:
        if any("statement_id" in row for row in told):
            return []  # who defends what it bought or sold denies nothing
        told = []  # not "after a report said"
    if answer.statement.act == "confirm" and any(row["nature"] in UNDONE for row in told):
        return []  # "confirmed that it plans to send", "acknowledged the need to send"
    if not (denied or any("statement_id" in row for row in told) or answer.reach()):
        told = []  # "Chad, which sold Mali tanks, denied it had attacked": the outlet tells of them
    if told:
        told = [row for row in told if not answer.countries or is_end(answer.countries, row)]
        # What others do is no answer's matter: "Spain confirmed that Mali …".
        pairs = {tuple(row.get(end, "") for end in ENDS): row for row in reversed(told)}
        return list(reversed(pairs.values()))
    speakers = answer.statement.speakers
    own = [row for one in speakers if (row := told_inside(answer, one, rulebook)) is not None]
    return own or told_before(answer, allegations)


def _is_claimed(answer: Answer, row: Row) -> bool:
    """Tell a claim from what it takes for granted: "said Chad raided it with Oslo's rifles".

    That Oslo sent them only Oslo can deny.
    """
    own = row.get("supplier_country") in answer.countries and answer.statement.act != "confirm"
    return own or not (row.get("presupposed") and "statement_id" in row)


def _with_others(reading: Reading, row: Row) -> Row:
    """Add the states through which a transfer goes: "through Togo", "over Togo's airspace"."""
    lower, crossed = reading.text.lower, reading.lexicon["crossed"]
    sentence = reading.text.sentences[number_at(reading, row["start"])]
    others = {
        mention.country
        for _, mention in reading.mentions_between(sentence.first, sentence.end)
        if lower[mention.first - 1 - (lower[mention.first - 1] in ARTICLES)] in THROUGH
        or lower[mention.first - 2 : mention.first] == BY_WAY
        or not crossed.isdisjoint(lower[mention.end : mention.end + CROSSED])
    }
    return row | {"others": others - {""}}


def _is_no_side(reading: Reading, speaker: Filler) -> bool:
    """Tell a document, and "two former officials", who answer for no state."""
    words = reading.text.lower[speaker.first : speaker.end]
    return words[-1] in reading.lexicon["reports"] or "former" in words


def _left_open(answer: Answer, transfer: Row) -> Row:
    """Return what only an answer tells as those told that may answer it, too."""
    statement = answer.statement
    return {
        "start": statement.sentence.char_start,
        "also": [],
        "nature": "denied_only" if statement.act == "deny" else "reported",
        "claimant": "",
        "claimant_country": min(answer.countries, default=""),
        "act": statement.act,
        "statement_id": statement.row_ids[0],
        **transfer,
    }


def _by_both(row: Row, transfers: list[Row]) -> list[Row]:
    """Return an answer by both sides, or one of two that are said to have armed the same."""
    alike = len({one.get("supplier") for one in transfers}) > 1
    sides = []
    for end in ("supplier",) if alike else ("supplier", "recipient"):
        sides.append(row | {"by": row[end], "by_country": row[f"{end}_country"]})
        sides[-1]["response_id"] = make_id("responses", sides[-1], KEY)
    return sides


def _tells(statement: Statement, row: Row) -> bool:
    """Tell whether a transfer is told by the answer itself."""
    if row.get("statement_id"):
        return row["statement_id"] in statement.row_ids
    return bool(row["start"] == statement.sentence.char_start)


def _claim(transfer: Row, allegations: list[Row], statement: Statement) -> Row:
    """Return the allegation that an answer answers: what others claim before what it tells."""
    ends = [transfer.get(end, "") for end in ENDS]
    same = [row for row in allegations if [row.get(end, "") for end in ENDS] == ends]
    others = [row for row in same if row.get("statement_id", "") not in statement.row_ids]
    before = [row for row in others if row["start"] <= statement.sentence.char_start]
    return (before or others or same or [{}])[-1]


def _row(statement: Statement, speaker: Filler, transfer: Row, stance: str) -> Row:
    row = describe(statement.match, confidence=judge_confidence(statement.reading, [speaker]))
    row |= {column: transfer.get(column, "") for column in ENDS}
    row |= name_actor(statement.reading, speaker, "by")
    row["stance"], row["answers"] = stance, transfer["answers"]
    row["response_id"] = make_id("responses", row, KEY)
    return row
