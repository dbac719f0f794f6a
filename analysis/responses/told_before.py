"""The transfer that an answer refers back to: "denied it", "called the reports baseless".

Whoever answers is a side of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from functools import partial

from analysis.actors import PERSONAL
from analysis.evidence import Row
from analysis.reading import Reading
from analysis.responses.answer import Answer
from analysis.roles import Filler
from analysis.statements.content import TELL
from analysis.statements.pairs import SIDES as STATES

# What its own side makes known is nothing that a denial or a lie is about.
FIRM = frozenset({"announced", "requested", "blocked"})
# Transfers told in one sentence are one claim if these agree.
CLAIM = ("claimant", "act", "nature")
# What a denial in one of the first sentences is about may follow within so many more.
LEAD, NEXT = 4, 6
# An armed group is an end of its own, beside the state it is based in.
ENDS = ("supplier", "supplier_country", "recipient", "recipient_country")


def told_before(answer: Answer, allegations: list[Row]) -> list[Row]:
    """Return the transfers claimed last before an answer that only refers back."""
    reading, statement, reach = answer.reading, answer.statement, answer.reach()
    if not reach:
        return []
    if not answer.countries and not _may_be_party(answer):
        return []
    first = reading.text.sentences[max(0, statement.sentence.number - reach)].char_start
    at = statement.sentence.char_start
    last = {id(row): _last_told(reading, row, at) for row in allegations}
    before = [row for row in allegations if first <= last[id(row)] and _can_be_meant(answer, row)]
    before = before or told_next(answer, allegations)
    # Of what somebody's own denial told the next one is not, if there is anything else.
    others = [
        row
        for row in before
        if not (row["nature"] == "denied_only" and _is_told_by_side(answer, row))
    ]
    before = _with_end_named(answer, others or before)
    before = _with_items_named(answer, before)
    # "Amman and Rabat rejected the reports": what both are party to, or each what it is.
    shared = [row for row in before if all(is_end((one,), row) for one in answer.countries)]
    if shared:
        return _claimed_last(answer, shared, last)
    meant = []
    for country in sorted(answer.countries):
        meant += _claimed_last(answer, [r for r in before if is_end((country,), r)], last)
    return list({id(row): row for row in meant}.values())


def _claimed_last(answer: Answer, rows: list[Row], last: dict[int, int]) -> list[Row]:
    """Return the transfer told last, with those to others that the same claim tells of.

    "Rome said that Chad armed Mali and Niger. Chad denied it." answers both; "denied the charges"
    answers all that others charge its side with in sentences that follow each other.
    """
    if not rows:
        return []
    latest = max(rows, key=lambda row: last[id(row)])
    told, claim = last[id(latest)], [latest[part] for part in CLAIM]
    near = partial(number_at, answer.reading)
    meant = {}
    for row in sorted(rows, key=lambda row: -last[id(row)]):
        same = last[id(row)] == last[id(latest)] and [row[part] for part in CLAIM] == claim
        charged = row["nature"] == "alleged" and row["supplier_country"] in answer.countries
        if same or (answer.names_several and charged and near(last[id(row)]) + 1 >= near(told)):
            meant[tuple(row.get(end, "") for end in ENDS)], told = row, last[id(row)]
    return [*meant.values()] or [latest]


def _may_be_party(answer: Answer) -> bool:
    """Tell who answers, though nobody says of which state: "Omar Sabri called the report a lie".

    Not "experts called it a lie", but "the rebels denied getting arms from Chad".
    """
    reading, cue, sentence = answer.reading, answer.statement.match, answer.statement.sentence
    speakers = answer.statement.speakers
    official = all(_is_official(reading, speaker) for speaker in speakers)
    if any(are_both(reading, speaker) for speaker in speakers):
        return True
    said = answer.lower[sentence.first : sentence.end]
    # "We have sent nothing", but not "we do not send our tanks to their borders"
    own = answer.gives and "we" in said
    own = own and not reading.items_between(sentence.first, sentence.end)
    if official and (own or not answer.taken_up.isdisjoint(said)):
        return True
    first, end = answer.statement.said()
    if end > cue.trigger:  # not "“We have got nothing from Oslo,” he said"
        first, end = cue.end, answer.clause_end
    other = any(mention.country for _, mention in reading.mentions_between(first, end))
    named = answer.gives or bool(reading.items_between(first, end))
    armed = answer.lexicon["armed_groups"].isdisjoint
    rebels = not any(armed(reading.text.lower[one.first : one.end]) for one in speakers)
    return [other, named, rebels].count(True) > 1


def _is_official(reading: Reading, speaker: Filler) -> bool:
    """Tell somebody named, "he", "the defence minister" and "a spokesman" from "experts"."""
    if speaker.mention >= 0:
        mention = reading.mentions[speaker.mention]
        return bool(mention.name) and mention.kind in PERSONAL
    lexicon = reading.lexicon
    offices = lexicon["state_bodies"] | lexicon["inner_titles"]
    return not offices.isdisjoint(reading.text.lower[speaker.first : speaker.end])


def told_next(answer: Answer, allegations: list[Row]) -> list[Row]:
    """Return what a lead denies before it is told: "Oslo denied the report. Rome had said …".

    Only what others claim or its own side denies too, and the first of it.
    """
    statement, text = answer.statement, answer.reading.text
    answers = statement.act in ("deny", "decline") and not statement.match.rule.nouns
    if not answers or statement.sentence.number >= LEAD:
        return []
    start = statement.sentence.char_start
    end = text.sentences[min(len(text.sentences) - 1, statement.sentence.number + NEXT)].char_start
    told = [
        row
        for row in allegations
        if start < row["start"] <= end
        and (row["nature"] == "denied_only" or not _is_told_by_side(answer, row))
        and _can_be_meant(answer, row)
    ]
    return sorted(told, key=lambda row: row["start"])[:1]


def _can_be_meant(answer: Answer, row: Row) -> bool:
    """Tell whether an answer can be to a transfer so told: of its own side, if that is known.

    Nobody denies what they claimed before, and declines only details of it; what they denied
    before they deny again.
    """
    party = not answer.countries or is_end(answer.countries, row)
    own = _is_told_by_side(answer, row) and row["nature"] != "denied_only"
    before = row["start"] < answer.statement.sentence.char_start
    made_known = row["nature"] in FIRM or (own and before)
    return party and (answer.statement.act == "confirm" or not made_known)


def _is_told_by_side(answer: Answer, row: Row) -> bool:
    """Tell whether its own side tells of a transfer, and no outlet or critic of that state."""
    outsiders = answer.speech.media | answer.speech.outsiders
    apart = not outsiders.isdisjoint(str(row["claimant"]).lower().split())
    outlet = apart or answer.book.is_outlet(str(row.get("claimant_id", "")))
    return row["claimant_country"] in answer.countries and not outlet


def _with_end_named(answer: Answer, rows: list[Row]) -> list[Row]:
    """Keep, of transfers that an answer may be about, those whose other end it names, if any.

    Where it names only others, and no claim, as in "denied a role in Mali's war", it is about none.
    """
    match, (first, end) = answer.statement.match, answer.statement.said()
    before = end <= match.trigger  # "“We have got nothing from Oslo,” he said"
    if not before:
        first, end = match.end, answer.end if answer.denies_backing() else answer.clause_end
    told = {filler.mention for filler in match.resolver.object(match.trigger)}
    told = told if match.rule.id == TELL else set()  # "told an envoy"
    between = answer.reading.mentions_between(first, end)
    found = [
        mention
        for number, mention in between
        if number not in told
        and not answer.book.is_outlet(mention.actor_id)
        and answer.lower[mention.end] not in answer.speech.media
    ]
    named = {mention.country for mention in found if mention.kind != "pronoun"}
    named -= answer.countries | {"", "IGO"}
    # "Stayed silent after Kenya had said so": who says it is no end.
    named -= {
        row["claimant_country"] for row in rows if not is_end((row["claimant_country"],), row)
    }
    said = answer.lower[first:end]
    # "Aiding rebels in Oman" is about the rebels, whatever the state there gets.
    groups = [row for row in rows if _names_group(answer.reading, said, row)]
    same = groups or [row for row in rows if is_end(named, row)]
    if answer.denies_backing():
        return same or (rows if not named and answer.leaves_open_in_what() else [])
    sentence = answer.statement.sentence
    tokens = range(sentence.first, sentence.end)  # "the claim", but not "where it claims to"
    nouns = [answer.lower[token] for token in tokens if answer.tags[token] == "O"]
    # "Reports in a daily that Chad is to get guns" are about Chad.
    claim = next((t for t in range(first, end) if answer.lower[t] == "that"), end)
    claimed = any(one.first > claim and one.country in named for one in found)
    elsewhere = named and not before and (claimed or answer.lexicon["claims"].isdisjoint(nouns))
    return same if same or elsewhere or answer.statement.defends else rows


def _with_items_named(answer: Answer, rows: list[Row]) -> list[Row]:
    """Keep the transfers of what an answer names: "denied selling rifles", and not the tanks."""
    items = [item.item for item in answer.reading.items_between(answer.first, answer.end)]
    named = {(item.kind, item.category) for item in items}
    same = [row for row in rows if (row.get("kind"), row.get("category")) in named]
    return same or rows


def _names_group(reading: Reading, said: list[str], row: Row) -> bool:
    """Tell whether "the rebel offensive" is that of who gets arms, or "the group" is who does.

    "Insurgents" are the same rebels in other words.
    """
    if row.get("recipient_id", "") == row["recipient_country"] != "":
        return False
    name = str(row["recipient"]).lower().split()[-1:]
    group = {*name, *(word.removesuffix("s") for word in name), *reading.lexicon["whatever_group"]}
    return not (group | reading.lexicon["armed_groups"]).isdisjoint(said)


def number_at(reading: Reading, offset: int) -> int:
    """Return the number of the sentence at an offset."""
    return bisect_right([one.char_start for one in reading.text.sentences], offset) - 1


def _last_told(reading: Reading, row: Row, before: int) -> int:
    """Return where a transfer was told last up to an offset, -1 if only later."""
    text = reading.article.text
    starts = [int(row["start"]), *(text.find(sentence) for sentence in row["also"])]
    return max((start for start in starts if start <= before), default=-1)


def are_both(reading: Reading, speaker: Filler) -> bool:
    """Tell "both governments", "the two countries", of whom nothing else says who they are."""
    words = reading.text.lower[max(0, speaker.first - 1) : speaker.end]
    alone = words[-1] in {*STATES, "both", "two"}  # not "two former officials"
    return speaker.mention < 0 and alone and ("both" in words or "two" in words)


def is_end(countries: Collection[str], row: Row) -> bool:
    """Tell whether one of some states is on either side of a transfer, or has a part in it."""
    sides = {row.get("supplier_country", ""), row.get("recipient_country", "")}
    sides |= row.get("others", set())
    return not sides.isdisjoint(countries)
