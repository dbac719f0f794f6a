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
KEY = ("supplier_country", "recipient_country", "by", "stance")
SIDES = ("supplier_country", "recipient_country")
# What an answer that tells nothing itself refers back with.
ANAPHORA = frozenset("it this that so them these those such involvement wrongdoing".split())
# How statements note that "both governments" was read as the last two named.
PAIRED = "one of two before"
# How many sentences back an answer may refer: without naming its matter, and naming it.
NEAR = 8
FAR = 40
# "Iran denied it on Monday": an answer of so few words tells nothing of its own.
SHORT = 4
# What is declined by those who leave open whether it happened.
DECLINED = frozenset("comment confirm confirmed confirming deny denied denying denial".split())
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
        stance = STANCES.get(statement.act) or ("denied" if statement.denied else None)
        if stance is None:
            continue
        answer = _read_answer(reading, statement)
        for transfer in _answered(reading, answer, allegations, rulebook):
            claim = _claim(transfer, allegations, statement)
            statement.answers = statement.answers or claim.get("statement_id", "")
            answered = {**transfer, "answers": claim.get("allegation_id", "")}
            for speaker in statement.speakers:
                row = _row(reading, statement, speaker, answered, stance)
                rows += _both_ends(row, answered) if _are_both(reading, speaker) else [row]
    return merge_repeats(rows, KEY)


def _read_answer(reading: Reading, statement: Statement) -> _Answer:
    named = [name_actor(reading, filler, "by") for filler in statement.speakers]
    countries = frozenset(str(row["by_country"]) for row in named) - {""}
    first = max(statement.first, statement.sentence.first)
    return _Answer(statement, countries, first, min(statement.end, statement.sentence.end))


def _answered(
    reading: Reading, answer: _Answer, allegations: list[Row], rulebook: Rulebook
) -> list[Row]:
    """Return the transfers that an answer is about, one a pair of supplier and recipient."""
    denied = [
        ends
        for ends in answer.statement.denied
        if answer.statement.act == "deny" or any(_same_sides(ends, row) for row in allegations)
    ]
    told = denied or [row for row in allegations if _tells(answer.statement, row)]
    both = any(_are_both(reading, speaker) for speaker in answer.statement.speakers)
    if told and answer.countries and not both:
        told = [row for row in told if _is_party(answer, row)]
        if not told:
            return []  # what others do is no answer's matter: "Spain confirmed that Mali …"
    if told:
        pairs = {tuple(row.get(end, "") for end in ENDS): row for row in reversed(told)}
        return list(reversed(pairs.values()))
    own = _told_inside(reading, answer, rulebook)
    if own is not None:
        return [own]
    reach = _reach(reading, answer, rulebook) if answer.statement.act in STANCES else 0
    if not reach:
        return []
    statement = answer.statement
    first = reading.text.sentences[max(0, statement.sentence.number - reach)].char_start
    before = [
        row
        for row in allegations
        if first <= _last_told(reading, row, statement.sentence.char_start)
        and (both or _is_party(answer, row))
    ]
    told_last = {id(row): _last_told(reading, row, statement.sentence.char_start) for row in before}
    return [max(before, key=lambda row: told_last[id(row)])] if before else []


def _last_told(reading: Reading, row: Row, before: int) -> int:
    """Return where a transfer was told last up to an offset, -1 if only later."""
    text = reading.article.text
    starts = [int(row["start"]), *(text.find(sentence) for sentence in row["also"])]
    return max((start for start in starts if start <= before), default=-1)


def _same_sides(row: Row, other: Row) -> bool:
    return all(row.get(side, "") == other.get(side, "") for side in SIDES)


def _are_both(reading: Reading, speaker: Filler) -> bool:
    """Tell "both governments", "the two countries": either side of what was told."""
    words = reading.text.lower[max(0, speaker.first - 1) : speaker.end]
    if speaker.how == PAIRED:
        return True
    named = speaker.mention >= 0 and reading.mentions[speaker.mention].country
    return not named and ("both" in words or "two" in words)


def _both_ends(row: Row, transfer: Row) -> list[Row]:
    """Return an answer by both sides as one row a side."""
    rows = []
    for end in ("supplier", "recipient"):
        by = {f"by{part}": transfer.get(f"{end}{part}", "") for part in ("_id", "", "_country")}
        mine = {**row, **by}
        mine["response_id"] = make_id("responses", mine, KEY)
        rows.append(mine)
    return rows


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


def _reach(reading: Reading, answer: _Answer, rulebook: Rulebook) -> int:
    """Return how many sentences back an answer refers; 0 = it is about something else.

    "Declined to comment" and "denied it" mean what was told just before; "denied the arms deals"
    names its matter, wherever that was told.
    """
    statement, lower = answer.statement, reading.text.lower
    trigger, sentence = statement.match.trigger, statement.sentence
    said = lower[trigger : min(sentence.end, trigger + 12)]
    if statement.act == "decline":
        return 0 if DECLINED.isdisjoint(said) else NEAR
    if statement.match.rule.id == "statement.defend":
        return 0
    first = sentence.first if statement.match.passive else answer.first
    arming = {*reading.grammar.lexicon["transferring"]}
    named = next(reading.items_between(first, sentence.end), None) is not None
    if named or not arming.isdisjoint(lower[first : sentence.end]):
        return FAR
    if statement.act == "confirm":
        return 0
    words = rulebook.acts.speech.claims | ANAPHORA
    if words.isdisjoint(said) and len(said) >= SHORT:
        return 0
    return 0 if _has_own_content(reading, answer, rulebook) else NEAR


def _has_own_content(reading: Reading, answer: _Answer, rulebook: Rulebook) -> bool:
    """Tell "refuted the claim that it was late", which says itself what is denied."""
    lower, claims = reading.text.lower, rulebook.acts.speech.claims
    for token in range(answer.statement.match.trigger + 1, answer.statement.sentence.end - 1):
        if lower[token] in claims:
            return lower[token + 1] in ("that", "of", "about", "it", "he", "they")
    return False


def _claim(transfer: Row, allegations: list[Row], statement: Statement) -> Row:
    """Return the allegation that an answer answers: what others claim before what it tells."""
    same = [row for row in allegations if _same_sides(row, transfer)]
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
    row["response_id"] = make_id("responses", row, KEY)
    return row
