"""Statements that answer -> the transfers they are about -> rows of RESPONSES.

The transfer is the one told inside the answer ("denied sending guns to Chad"); an answer that only
refers back ("called the reports baseless") takes the last one told before that its speaker is party
to. Denials of anything else are statements, and no responses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from analysis.evidence import Row, describe, make_id, merge_repeats
from analysis.reading import Reading
from analysis.responses.answer import (
    DECLINED,
    Answer,
    calls_it_a_lie,
    clause_end,
    find_reach,
    gives_what_was_named,
    means_another,
    read_answer,
)
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements import Statement, country_of, judge_confidence, name_actor, own_countries

STANCES = {"deny": "denied", "confirm": "confirmed", "decline": "declined"}
ENDS = ("supplier", "supplier_country", "recipient", "recipient_country")
KEY = ("supplier_country", "recipient_country", "by", "stance")
SIDES = ("supplier_country", "recipient_country")
# How statements note that "both governments" was read as the last two named.
PAIRED = "one of two before"
# What its own side makes known is nothing that a denial or a lie is about.
FIRM = frozenset({"announced", "requested", "blocked"})
# "Denied a role in Mali's war": what is denied has a place of its own.
PARTAKING = frozenset({"involvement", "role", "part", "participation"})
# Whoever does one of these to arms is at the receiving end.
RECEIVING = frozenset("receive buy import purchase acquire obtain procure get use".split())
# What a denial in one of the first sentences is about may follow within so many more.
LEAD, NEXT = 2, 3
DESTINATION = frozenset("to into for in with".split())


def find_responses(
    reading: Reading, statements: list[Statement], allegations: list[Row], rulebook: Rulebook
) -> list[Row]:
    """Return rows of RESPONSES; links each answering statement to what it answers, in place."""
    rows: list[Row] = []
    for statement in statements:
        stance = STANCES.get(statement.act)
        if stance is None and (statement.denied or calls_it_a_lie(reading, statement, rulebook)):
            stance = "denied"
        if stance is None:
            continue
        answer = read_answer(reading, statement)
        others = statements, allegations
        if _withholds(reading, statement) or _answers_otherwise(reading, answer, *others):
            continue
        if means_another(reading, answer, *others):
            continue
        for transfer in _answered(reading, answer, allegations, rulebook):
            claim = _claim(transfer, allegations, statement)
            statement.answers = statement.answers or claim.get("statement_id", "")
            answered = {**transfer, "answers": claim.get("allegation_id", "")}
            for speaker in statement.speakers:
                row = _row(reading, statement, speaker, answered, stance)
                if _are_both(reading, speaker):
                    rows += _both_ends(row, answered)
                elif _is_side(row):
                    rows.append(row)
    return merge_repeats(rows, KEY)


def _withholds(reading: Reading, statement: Statement) -> bool:
    """Tell "denying Oman the jets", which keeps them back, from a denial."""
    number = reading.mention_at[statement.match.end] if statement.act == "deny" else -1
    if number < 0 or statement.match.end >= statement.sentence.end:
        return False
    return reading.item_at[reading.mentions[number].end] >= 0


def _answers_otherwise(
    reading: Reading, answer: Answer, statements: list[Statement], allegations: list[Row]
) -> bool:
    """Tell whether an answer is to a claim in its own sentence that tells of no transfer."""
    statement = answer.statement
    if statement.denied or any(_tells(statement, row) for row in allegations):
        return False
    before = [
        other
        for other in statements
        if other.sentence is statement.sentence
        and other.match.trigger < statement.match.trigger
        and other.act in ("say", "accuse", "assess")
        and other.speakers != statement.speakers
        # "Oslo said that it would neither confirm nor deny it"
        and not (answer.countries and own_countries(reading, other) == answer.countries)
    ]
    told = any(_tells(other, row) for other in before for row in allegations)
    return bool(before) and not told


def _is_side(row: Row) -> bool:
    """Tell a party's answer from that of others who speak along: they answer something else."""
    return not row["by_country"] or row["by_country"] in (row[side] for side in SIDES)


def _answered(
    reading: Reading, answer: Answer, allegations: list[Row], rulebook: Rulebook
) -> list[Row]:
    """Return the transfers that an answer is about, one a pair of supplier and recipient."""
    if answer.statement.act == "accuse":
        return _told_before(reading, answer, allegations, rulebook)
    denied = [ends for ends in answer.statement.denied if _is_answered(answer, ends, allegations)]
    if answer.statement.act not in STANCES:
        return denied
    told = denied or [row for row in allegations if _tells(answer.statement, row)]
    both = any(_are_both(reading, speaker) for speaker in answer.statement.speakers)
    if told and answer.statement.defends:
        return []  # who defends what it bought or sold denies nothing
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
    return _told_before(reading, answer, allegations, rulebook)


def _is_answered(answer: Answer, ends: Row, allegations: list[Row]) -> bool:
    """Tell a denial from a mere "will not send", which answers only what others tell."""
    if answer.statement.act == "deny":
        return True
    return bool(answer.countries) and any(
        _same_sides(ends, row)
        and row["nature"] not in FIRM
        and row["claimant_country"] not in answer.countries
        for row in allegations
    )


def _told_before(
    reading: Reading, answer: Answer, allegations: list[Row], rulebook: Rulebook
) -> list[Row]:
    """Return the transfer told last before an answer that only refers back."""
    statement = answer.statement
    reach = find_reach(reading, answer, rulebook)
    if not reach:
        return []
    both = any(_are_both(reading, speaker) for speaker in statement.speakers)
    first = reading.text.sentences[max(0, statement.sentence.number - reach)].char_start
    at = statement.sentence.char_start
    last = {id(row): _last_told(reading, row, at) for row in allegations}
    before = [
        row
        for row in allegations
        if first <= last[id(row)]
        and (both or (_is_party(answer, row) and _can_be_meant(reading, answer, row)))
    ]
    before = before or _told_next(reading, answer, allegations)
    before = _with_end_named(reading, answer, before)
    # "Amman and Rabat rejected the reports": each means what it is party to.
    each = [SIDES] if both else [(country,) for country in sorted(answer.countries)]
    meant = []
    for countries in each:
        mine = [row for row in before if both or _is_end(countries, row)]
        meant += [max(mine, key=lambda row: last[id(row)])] if mine else []
    return list({id(row): row for row in meant}.values())


def _told_next(reading: Reading, answer: Answer, allegations: list[Row]) -> list[Row]:
    """Return what a lead denies before it is told: "Oslo denied the report. Rome had said …".

    Only what others claim, and the first of it.
    """
    statement, text = answer.statement, reading.text
    cue = statement.match
    pointing = text.lower[cue.end : cue.end + 1] in (["that"], ["this"])
    if statement.act != "deny" or statement.sentence.number >= LEAD or pointing or cue.rule.nouns:
        return []
    start = statement.sentence.char_start
    end = text.sentences[min(len(text.sentences) - 1, statement.sentence.number + NEXT)].char_start
    told = [
        row
        for row in allegations
        if start < row["start"] <= end
        and row["nature"] not in FIRM
        and row["claimant_country"] not in answer.countries
        and _is_party(answer, row)
        and _can_be_meant(reading, answer, row)
    ]
    return sorted(told, key=lambda row: row["start"])[:1]


def _can_be_meant(reading: Reading, answer: Answer, row: Row) -> bool:
    """Tell whether an answer of this kind can answer a transfer so told."""
    act = answer.statement.act
    own = row["claimant_country"] in answer.countries
    if act in ("deny", "accuse") and row["nature"] in FIRM and own:
        return False
    if act != "accuse":
        return True
    first, end = answer.statement.said()
    named = {mention.country for _, mention in reading.mentions_between(first, end)}
    named |= {
        reading.mentions[f.mention].country for f in answer.statement.targets if f.mention >= 0
    }
    return bool(row["claimant_country"]) and row["claimant_country"] in named


def _with_end_named(reading: Reading, answer: Answer, rows: list[Row]) -> list[Row]:
    """Keep, of transfers that an answer may be about, those whose other end it names, if any.

    Where it names only others, "denied a role in Mali's war", it is about none of them.
    """
    first = answer.statement.match.end
    end = clause_end(reading, answer)
    named = {mention.country for _, mention in reading.mentions_between(first, end)}
    named -= answer.countries | {"", "IGO"}
    same = [row for row in rows if not named.isdisjoint(row.get(side, "") for side in SIDES)]
    only = answer.statement.defends
    elsewhere = named and not PARTAKING.isdisjoint(reading.text.lower[first:end])
    return same if same or only or elsewhere else rows


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


def _is_party(answer: Answer, row: Row) -> bool:
    return _is_end(answer.countries, row)


def _is_end(countries: Collection[str], row: Row) -> bool:
    return any(row.get(side, "") in countries for side in SIDES)


def _told_inside(reading: Reading, answer: Answer, rulebook: Rulebook) -> Row | None:
    """Read "denied sending troops to Mali": what is denied of the speaker's own state."""
    arming = rulebook.acts.speech.arming & rulebook.transfer_verbs
    if not answer.countries:
        return None
    named = next(reading.items_between(answer.first, answer.end), None) is not None
    for token in range(answer.first, answer.end):
        lemmas = set(reading.lemmas(token)) if reading.tags[token] in "VIGE" else set()
        behind = token + 1
        if reading.tags[token] == "C" and reading.tags[behind] in "VA":
            if answer.statement.act == "decline" and reading.text.lower[behind] in DECLINED:
                continue  # "refused to confirm or deny that"
            break  # "denies this and says the West arms …" goes on with something else
        if not arming & lemmas or not (named or gives_what_was_named(reading, answer, token)):
            continue
        for other in _destinations(reading, token + 1, answer):
            ends = ("recipient", "supplier") if RECEIVING & lemmas else ("supplier", "recipient")
            own = _own_end(reading, answer.statement.speakers[0], ends[0])
            return own | name_actor(reading, other, ends[1])
    return None


def _destinations(reading: Reading, first: int, answer: Answer) -> Iterable[Filler]:
    for number, mention in reading.mentions_between(first, answer.end):
        before = reading.text.lower[mention.first - 1]
        if before == "the":
            before = reading.text.lower[mention.first - 2]
        if before in DESTINATION and mention.country and mention.country not in answer.countries:
            yield Filler(mention.first, mention.end, mention=number)


def _own_end(reading: Reading, speaker: Filler, slot: str) -> Row:
    """Name the speaker's state as one end of the transfer."""
    country = country_of(reading, speaker)
    name = next((m.name for m in reading.mentions if m.actor_id == country), country)
    return {f"{slot}_id": country, slot: name, f"{slot}_country": country}


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
