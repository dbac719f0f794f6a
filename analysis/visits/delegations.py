"""Who leads a delegation, alone or with others, told beside it or in a sentence behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.actors import PERSONAL, Mention
from analysis.actors.mention import PERSONS
from analysis.actors.teams import LEADS, LED, MEMBERS, TEAMS
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.text import Sentence, find_tokens

# So many sentences behind it may tell who leads.
WITHIN = 2
# Behind a delegation so soon "led by" is told, and behind that a name.
LED_WITHIN = 6
NAMED_WITHIN = 9
AHEAD_WITHIN = 12
LISTING = frozenset({",", "and", "the"})
# A team stands so few words before "by", and talks have so many sides.
TEAM_BEFORE, SIDES = 6, 2
# In a sentence behind, these take it up among its first words.
OPENING = 8


def find_leaders(match: Match, filler: Filler) -> list[Filler]:
    """Return whom "a delegation led by" names; without a name the delegation itself."""
    guest = match.reading.mentions[filler.mention]
    if guest.kind in PERSONS:  # whoever else leads a team
        return [filler]
    last = min(max(filler.end + LED_WITHIN, match.trigger), len(match.lower) - 2)
    leader = _led_by(match.reading, filler.end, last)
    if leader < 0:
        leader = _leader_told_later(match, guest)
    if leader < 0:
        return [filler]
    led_by = match.reading.mentions[leader]
    led_by.country = led_by.country or guest.country
    return [
        replace(filler, first=person.first, end=person.end, mention=number, how="led by")
        for number, person in _list_from(match.reading, leader)
    ]


def who_led(match: Match) -> list[Filler]:
    """Return who led the two sides of talks: "The Chadian team was led by X, and Mali's by Y".

    Empty where the text names one side alone, or where other states talk.
    """
    reading = match.reading
    opening = reading.text.sentences[max(0, match.sentence.number - WITHIN)].first
    named = reading.mentions_between(opening, match.sentence.end)
    told = {mention.country for _, mention in named}
    led: dict[str, Filler] = {}
    for token in find_tokens(reading.text.lower, {"by"}):
        number = _named_behind(reading, token)
        if _is_of_team(reading, token) and number >= 0:
            filler = reading.filler(number, "led one side")
            led.setdefault(reading.mentions[number].country, filler)
    return list(led.values()) if len(led) == SIDES and led.keys() <= told - {""} else []


def _is_of_team(reading: Reading, by: int) -> bool:
    """Tell "the team was led | by", "and the Chadian team | by" from "a song sung | by"."""
    return not TEAMS.isdisjoint(reading.text.lower[max(0, by - TEAM_BEFORE) : by])


def _list_from(reading: Reading, number: int) -> Iterator[tuple[int, Mention]]:
    """Yield who opens a list and the officials in it: "led by X, Y and Z"."""
    end = reading.mentions[number].first
    for following in range(number, len(reading.mentions)):
        person = reading.mentions[following]
        if not LISTING.issuperset(reading.text.lower[end : person.first]):
            break
        if following == number or (person.kind in PERSONAL and person.official):
            yield following, person
        end = person.end


def _led_by(reading: Reading, first: int, last: int) -> int:
    """Return whom "led by X", "including X", "with X at its head" names, or -1."""
    lower = reading.text.lower
    for token in range(first, last):
        ahead = lower[token] == "with" and any(
            lower[at : at + 3 : 2] == ["at", "head"] for at in range(token, token + AHEAD_WITHIN)
        )
        of = next((of for of in (*LED, *MEMBERS) if lower[token : token + len(of)] == of), [])
        if ahead or of:
            leader = _named_behind(reading, token + max(0, len(of) - 1))
            if leader >= 0:
                return leader
    return -1


def _named_behind(reading: Reading, by: int) -> int:
    """Return who is named first behind "by", or -1."""
    near = reading.mentions_between(by + 1, by + 1 + NAMED_WITHIN)
    return next((number for number, m in near if m.kind in PERSONS), -1)


def _leader_told_later(match: Match, group: Mention) -> int:
    """Read "The five-member team is led by X", "X is leading the team" behind, or -1."""
    reading = match.reading
    number = match.sentence.number
    for sentence in reading.text.sentences[number + 1 : number + 1 + WITHIN]:
        words = reading.text.lower[sentence.first : sentence.first + OPENING]
        taken_up = words[:1] == ["it"] or (words[:1] == ["the"] and not TEAMS.isdisjoint(words))
        leader = _led_by(reading, sentence.first, sentence.first + len(words) - 1)
        leader = leader if taken_up else _who_leads(reading, sentence)
        if leader >= 0 and reading.mentions[leader].country in ("", group.country):
            return leader
    return -1


def _who_leads(reading: Reading, sentence: Sentence) -> int:
    """Return who is said to lead "the team", "the delegation", or -1."""
    lower = reading.text.lower
    for number, mention in reading.mentions_between(sentence.first, sentence.end):
        verb = reading.skip_right(mention.end, "AM", sentence.end - 1)
        team = lower[verb + 1 : verb + 4]
        leads = lower[verb] in LEADS and team[:1] == ["the"] and not TEAMS.isdisjoint(team)
        if leads and mention.kind in PERSONS:
            return number
    return -1
