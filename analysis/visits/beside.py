"""The day of a visit that only the sentence before or after tells."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.actors.mention import Mention
from analysis.dates import DateMention
from analysis.matching import Match
from analysis.reading import Reading
from analysis.text import DASHES, Sentence
from analysis.visits.destinations import Destination
from analysis.visits.other_days import fits, is_behind_speech
from analysis.visits.undated import HEAD

# Of several days the one so many words from the place is meant: "Friday in Panama City".
ADJACENT = 2
# Behind these a state is named for what it has to do with another.
PAIRING = frozenset({"between", "and"})
# Between who speaks and the day: "Eide said earlier on Monday", "on Monday, Eide made clear".
SPEAKING = frozenset("VBDPt,")
SPEAKING_WITHIN = 5


def date_beside(
    match: Match, told: str, guest: str, destination: Destination
) -> DateMention | None:
    """Return the day named in the sentence before or after, if that one is of the place.

    Of "the meeting" it is that of the sentence before, which tells of it, and of who speaks there
    that of what else he is quoted with.
    """
    reading = match.reading
    told_before = match.rule.set.get("visitor") == "met"
    says = match.resolver.predicate_before(match.trigger - 1) if match.rule.nouns else -1
    said = reading.text.lower[says] in reading.lexicon["people_do"]  # "said after talks in Oslo"
    speaks = (said or match.rule.set.get("now") == "head") and told != "planned"
    town = reading.town if speaks and match.sentence.number < HEAD else None
    opens = town is not None and town.country == destination.country
    for sentence in _beside(reading, match.sentence, opens=opens):
        named = [m for _, m in reading.mentions_between(sentence.first, sentence.end)]
        places = [m for m in named if m.kind != "city" or m.city == destination.city]
        there = [m for m in places if m.country == destination.country]
        if told == "planned":  # "on ties between Oslo and Riga" tells of no journey there
            there = [m for m in there if reading.text.lower[m.first - 1] not in PAIRING]
        dates = [date for date in reading.dates_in(sentence) if date.precision in ("day", "week")]
        if not speaks:
            dates = [date for date in dates if not is_behind_speech(reading, sentence, date)]
        if len(dates) > 1:
            towns = [m for m in there if m.is_place]
            dates = [date for date in dates if _gap(date, towns) <= ADJACENT]
        quoted = speaks and _is_quoted(reading, dates, guest, named)
        fitting = len(dates) == 1 and fits(reading, dates[0], told or "occurred")
        label = fitting and _is_label(reading, sentence, dates[0])
        if label and sentence.number > match.sentence.number:
            continue
        if fitting and (there or told_before or quoted or label):
            return dates[0]
    return None


def _is_label(reading: Reading, sentence: Sentence, date: DateMention) -> bool:
    """Tell the day of a diary, "Monday – Ruto was in Oslo. Tuesday – ", from that of a deed."""
    opens = date.first_token == sentence.first
    return opens and reading.text.lower[date.end_token] in DASHES | {":"}


def _beside(reading: Reading, sentence: Sentence, *, opens: bool) -> Iterator[Sentence]:
    """Yield the sentences after and before one, and that which opens the news from there."""
    for number in (sentence.number + 1, sentence.number - 1, *([0] if opens else [])):
        if 0 <= number < len(reading.text.sentences) and number != sentence.number:
            yield reading.text.sentences[number]


def _between(date: DateMention, mention: Mention) -> tuple[int, int]:
    """Return the first token between a date and a mention, and the one behind the last."""
    behind = date.end_token <= mention.first
    return (date.end_token, mention.first) if behind else (mention.end, date.first_token)


def _gap(date: DateMention, places: list[Mention]) -> int:
    spans = (_between(date, place) for place in places)
    return min((end - first for first, end in spans), default=ADJACENT + 1)


def _is_quoted(
    reading: Reading, dates: list[DateMention], guest: str, named: list[Mention]
) -> bool:
    """Tell whether the guest, said to be nowhere else, speaks on the day of a sentence."""
    guests = [m for m in named if m.name == guest and not m.possessive]
    if len(dates) != 1 or not guests:
        return False
    first, end = _between(dates[0], guests[0])
    if any(m.is_place and m.first <= end + SPEAKING_WITHIN for m in named):
        return False
    return end - first <= SPEAKING_WITHIN and set(reading.tags[first:end]) <= SPEAKING
