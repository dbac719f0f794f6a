"""Which days told beside a visit are those of something else: "a week after his visit to".

Nor can it have others than its status allows: no plan is for a day that is past.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from analysis.dates import DateMention, first_day, last_day
from analysis.dates.words import WEEKDAYS
from analysis.dating import BESIDE_CUE, describes_noun, is_in_clause_before
from analysis.grammar import TO_COME
from analysis.matching import Match
from analysis.reading import Reading
from analysis.text import Sentence
from analysis.visits.journeys import PUT_OFF

# What may part a visit from the day told before it, and how far before a noun it may stand.
TIME_APART = frozenset({"after", "before"})
APART_WITHIN = 5

ARRIVING = frozenset({"arrive", "land"})
# "For the next 200 years" is no date of a visit.
LONGEST = 400
# What was put off or called off so many days ago at most is dated by the news.
LAST_DAYS = 7
# An announcement of a journey may be published so many days after it.
LATE = 10
WEEK = dt.timedelta(days=7)


def is_of_another(match: Match, date: DateMention) -> bool:
    """Tell "the first visit since 2009", and "in May, a week after a visit by", of other days."""
    before = match.reading.words(match.sentence)[: date.start].lower()
    spanned = date.precision == "year" and before.rstrip().endswith(" in")
    said = match.lower[max(match.sentence.first, match.trigger - APART_WITHIN) : date.first_token]
    since = before.rstrip().endswith("since")
    if since and match.lower[match.end - 1] == "in" and date.precision == "day":
        return False  # "has been in Oslo since Sunday"
    told = match.lower[match.trigger - 1] == "first"  # "first went to Oslo in 1987"
    if since or (spanned and "first" in said and not told):
        return True  # "the first visit since 2009", "in a decade"
    apart = _is_of_leg_before(match, date) or _is_of_other_journey(match, date)
    apart = apart or _is_of_name(match, date) or _is_of_other_deed(match, date)
    apart = apart or _is_of_other_event(match, date)
    apart = apart or _is_behind_quotation(match, date) or _is_of_saying(match, date)
    if apart or "since" in _words_before(match, date):  # "since he took office in May"
        return True
    # In "Ruto, who arrived on Monday, paid a visit" the day is of both.
    verb = match.resolver.inside(date.first_token).verb_before(date.first_token - 1)
    comes = verb >= 0 and match.reading.is_form(verb, ARRIVING)
    ahead = date.end_token <= match.trigger and not comes
    if ahead and is_in_clause_before(match, date):
        return True
    after = _apart(match)
    behind = after >= 0 and "," in match.lower[match.end : date.first_token]  # of what came after
    return behind or date.first_token < after or describes_noun(match, date)


def _is_of_leg_before(match: Match, date: DateMention) -> bool:
    """Tell "will visit Rome on Monday and then fly to Oslo" from "on Monday … and then fly to"."""
    if "then" not in match.lower[date.end_token : match.trigger]:
        return False
    named = match.reading.mentions_between(match.sentence.first, date.first_token)
    return any(mention.is_place for _, mention in named)


def _words_before(match: Match, date: DateMention) -> list[str]:
    words = match.lower[match.end : date.first_token]
    return words[len(words) - words[::-1].index(",") :] if "," in words else words


def _is_of_name(match: Match, date: DateMention) -> bool:
    """Tell "the 2024 campaign", "the 2012 treaty" from "a 2012 visit", "the 2019 G20 summit"."""
    if date.precision != "year":
        return False
    first, end = date.first_token, date.end_token
    head = match.resolver.skip_right(end, "XO")
    lexicon, words = match.lexicon, match.lower[end:head]
    journey = any(not lexicon[name].isdisjoint(words) for name in ("journeys", "multilateral"))
    return match.tags[first - 1] == "D" and head > end and not journey


def _is_of_other_event(match: Match, date: DateMention) -> bool:
    """Tell "in Oslo ahead of Monday's talks" from "arrives ahead of Monday's talks in Oslo"."""
    over = match.resolver.preposition_over(date.first_token)
    moves = match.rule.set.keys().isdisjoint(("now", "travel")) and not match.rule.with_words
    # What is no journey may be on the day of what came before: "spoke in Oslo after Monday's talk".
    apart = over in ("ahead of", "before", "until") or (moves and over in ("after", "following"))
    place = next((place.first for place in match.filling("place")), 0)
    its_own = "," not in match.lower[date.end_token : place] and date.end_token <= place
    return apart and match.tags[date.end_token] in "pOX" and not its_own


def _is_behind_quotation(match: Match, date: DateMention) -> bool:
    """Tell "called his trip to Oslo “useful” on Monday", when he spoke of it."""
    quotes, token = match.reading.text.quotes, date.first_token
    return (
        any(quotes[at] and not quotes[token] for at in range(match.end, token))
        and not quotes[match.trigger]
        and match.tags[match.trigger] == "O"
    )


def _is_of_saying(match: Match, date: DateMention) -> bool:
    """Tell "told Reuters on Monday that he was in Oslo", and "said this week he will fly to".

    In "On Monday, he told Reuters that Ruto would visit Oslo", too.
    """
    lower, speech, end = match.lower, match.lexicon["people_do"], date.end_token
    claim = next((at for at in range(match.trigger, end, -1) if lower[at] == "that"), end)
    if not speech.isdisjoint(lower[end:claim]):
        return True
    told = is_behind_speech(match.reading, match.sentence, date)
    return told and end < match.trigger and match.tags[end] in "RXpD"


def is_behind_speech(reading: Reading, sentence: Sentence, date: DateMention) -> bool:
    """Tell whether a date is of "told Reuters on Monday", "said this week"."""
    cue = reading.skip_left(date.first_token - 1, "PDtX", sentence.first)  # over whom one told
    return reading.text.lower[cue] in reading.lexicon["people_do"]


def _is_of_other_deed(match: Match, date: DateMention) -> bool:
    """Tell "his trip, announced in April", and "ends on Friday", from the day it begins."""
    reading = match.reading
    lexicon, lower = reading.lexicon, reading.text.lower
    first = date.first_token - 1
    if "home" in lower[first - 1 : first + 1]:
        # "Arriving home on Monday, hailed his trip"
        return lower[match.end : match.end + 1] != ["home"]
    token = match.resolver.skip_left(first, BESIDE_CUE)
    inserted = reading.tags[token - 1] == "," and token < match.trigger  # "…, announced in May,"
    if inserted and reading.is_form(token, lexicon["dated_apart"]):
        return True
    ending = any(reading.is_form(verb, lexicon["ending"]) for verb in (token, match.trigger))
    published = reading.article.published
    if ending and published is not None and date.date:
        return first_day(date.date) >= published
    planned = lower[token - 1] in lexicon["at_first"]
    return token >= match.end and (planned or reading.is_form(token, lexicon["dated_apart"]))


def _is_of_other_journey(match: Match, date: DateMention) -> bool:
    """Tell "his trip to Oslo follows a visit by Ruto last month", which dates the second."""
    token = date.first_token
    told = next((at for at in range(match.end, token) if match.tags[at] == "V"), token)
    # "Follows his decision in March to", too.
    return match.tags[match.trigger] == "O" and any(
        "follow" in match.reading.lemmas(at) or match.lower[at] in match.lexicon["visits"]
        for at in range(told, token)
    )


def _apart(match: Match) -> int:
    """Return the "after" of "a day after his visit to", "a week before he flew to", or -1.

    Without a time before it, only where the visit is still to come: "before he flies to".
    """
    if match.lower[match.trigger] in TIME_APART:  # "days after returning from"
        return match.trigger if match.tags[match.trigger - 1] == "t" else -1
    first = max(match.sentence.first + 1, match.trigger - APART_WITHIN)
    for token in range(first, match.trigger):
        if match.lower[token] in TIME_APART:
            if _is_same_day(match, token):
                return -1
            ahead = opening(match) in TO_COME and is_present(match.reading, match.trigger)
            return token if ahead or match.tags[token - 1] in "t#" else -1
    return -1


def _is_same_day(match: Match, after: int) -> bool:
    """Tell "said on Tuesday after talks", held on that day, from "a week after talks"."""
    lower, times = match.lower, match.lexicon["time_nouns"]
    talks = lower[match.trigger] in match.lexicon["meetings"]
    return talks and match.tags[after - 1] == "t" and lower[after - 1] not in times


def opening(match: Match) -> str:
    """Return the word before the visitor of a clause: "before" of "before he visits Oslo"."""
    visitor = match.first_filler("visitor")
    return match.lower[visitor.first - 1] if visitor is not None else ""


def is_present(reading: Reading, verb: int) -> bool:
    """Tell whether a finite verb is in the present tense: "visits", "they meet"."""
    word = reading.text.lower[verb]
    forms = "".join(forms for _, forms in reading.grammar.verb_forms.get(word, ()))
    return "d" not in forms and ("s" in forms or "i" in forms)


def turned(reading: Reading, date: DateMention, told: str) -> DateMention:
    """Read month or weekday of a plan as the next of that name, if nearer than the last.

    What is left of "this week" begins on the day of the news.
    """
    published = reading.article.published
    if told == "planned" and published is not None and date.precision == "week":
        today = published.isoformat()
        return replace(date, date=today) if date.date < today < date.date_end else date
    weekend = date.text.lower() == "this weekend" and told in PUT_OFF
    if published is not None and (weekend or (told == "planned" and date.text in WEEKDAYS)):
        first, last = first_day(date.date), last_day(date.date_end)
        shift = WEEK * (published - first > first + WEEK - published)
        return replace(date, date=(first + shift).isoformat(), date_end=(last + shift).isoformat())
    month = date.precision in ("day", "month") and "-02-29" not in date.date
    named = not reading.lexicon["month_names"].isdisjoint(
        date.text.lower().replace(",", " ").split()
    )
    if told != "planned" or published is None or not (month and named) or date.text[-4:].isdigit():
        return date
    behind, year = first_day(date.date), int(date.date[:4])
    coming = f"{year + 1}{date.date[4:]}"
    if last_day(date.date_end) >= published or first_day(coming) - published > published - behind:
        return date
    end = f"{int(date.date_end[:4]) + 1}{date.date_end[4:]}"
    return replace(date, date=coming, date_end=end)


def fits(reading: Reading, date: DateMention, told: str) -> bool:
    """Tell whether a visit of this status can take place then: no plan for a day that is past."""
    published = reading.article.published
    if not date.date:
        return told != "planned"  # "in recent months" is none of the days named elsewhere
    if published is None:
        return told == ""
    begins, ends = first_day(date.date), last_day(date.date_end)
    if (ends - begins).days > LONGEST:
        return False
    days = (published - ends).days
    if told == "planned":
        late = date.precision == "day" and not reading.lexicon["month_names"].isdisjoint(
            date.text.lower().split()
        )
        over = not late and date.date != date.date_end and days == 0  # "in the past four days"
        return days <= (LATE if late else 0) and not over  # it may be published late
    if told in ("postponed", "cancelled"):  # a day of last week is that of the news
        return date.precision != "day" or not 0 <= days <= LAST_DAYS
    return told != "occurred" or begins < published or ends == begins <= published
