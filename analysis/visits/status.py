"""What became of a visit: planned, ongoing, occurred, put off or called off."""

from __future__ import annotations

from analysis.dates import DateMention, first_day
from analysis.matching import Match
from analysis.reading import Reading

FUTURE = frozenset(["will", "would", "shall", "'ll", "’ll"])


PLANNING = frozenset(
    (
        "expect plan schedule due set intend prepare arrange hope want agree invite slate propose "
        "likely going ready about consider announce promise pledge vow decide aim seek"
    ).split()
)


def is_called_off(reading: Reading, match: Match) -> bool:
    """Tell whether a negated journey was to come: "will not travel", "will no longer visit"."""
    group = reading.text.lower[match.resolver.group_start(match.trigger) : match.trigger]
    return not FUTURE.isdisjoint(group)


def find_status(reading: Reading, match: Match, date: DateMention | None) -> str:
    """Return the status that verb group, governing verb, tense and date tell."""
    tags, lower, resolver = reading.tags, reading.text.lower, match.resolver
    token = match.trigger
    group = lower[resolver.group_start(token) : token]
    if FUTURE.intersection(group):
        return "planned"
    governor = resolver.governor(token)
    if governor >= 0:
        lemmas = {*reading.lemmas(governor), lower[governor]}
        if PLANNING & lemmas:
            return "planned"
    if tags[token] == "I" and not FUTURE.intersection(group):
        return "planned" if governor >= 0 else "occurred"
    if lower[token] in ("is", "are"):
        return "ongoing"
    if tags[token] == "G" and {"is", "are"} & set(group):
        return _by_date(reading, date, "ongoing")
    if tags[token] == "O":
        before = set(lower[max(match.sentence.first, token - 4) : token])
        if before & {
            "planned",
            "upcoming",
            "expected",
            "possible",
            "forthcoming",
            "future",
            "scheduled",
            "proposed",
            "next",
        }:
            return "planned"
    return _by_date(reading, date, "occurred")


def _by_date(reading: Reading, date: DateMention | None, otherwise: str) -> str:
    published = reading.article.published
    if published and date and date.date and first_day(date.date) > published:
        return "planned"
    return otherwise
