"""What is told as somebody's claim although no named speaker stands around it.

"Reports that Chad armed the rebels", "Chad allegedly armed them", "Chad armed them, it said" where
nobody knows who "it" is: such an event is alleged.
"""

from __future__ import annotations

from collections.abc import Iterable

from analysis.events.domestic import UNSAID
from analysis.events.parties import find_parties
from analysis.events.party import Party, Sides
from analysis.matching import Match
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.roles import SUBJECT
from analysis.statements import Statement, country_of
from analysis.text import Sentence

# How far before its verb a claim may be named, and a word of reserve may stand.
CLAIM_REACH, RESERVE_REACH = 16, 6
# Where another clause or an aside ends.
ENDS = frozenset("V,;Q")
ASKED = frozenset("asked question questions queries".split())


def is_claimed(match: Match, parties: Iterable[Party]) -> bool:
    """Tell whether words around an event say that it is a claim, and not one of its parties'."""
    place, own = (match.reading, match.sentence, match.trigger), {p.country for p in parties}
    doubted = has_reserve(*place) or match.resolver.is_disputed(match.trigger)
    return doubted or _hangs_on_claim(match, own) or _is_attributed(*place, own)


def tells_of_itself(statement: Statement, parties: Iterable[Party]) -> bool:
    """Tell whether the speaker belongs to one of the parties; rebels are not their state."""
    reading, speakers = statement.reading, statement.speakers
    speaking = find_parties(reading, speakers)
    known = {country_of(reading, filler) for filler in speakers} - {""}  # "his office"
    known -= {party.country for party in speaking if party.sector}
    known |= {name for party in speaking for name in (party.side, party.actor_id)}
    unsaid = {party.word for party in speaking if party.country == UNSAID}
    return any(p.side in known or p.actor_id in known or p.word in unsaid for p in parties)


def owns_up(match: Match, statement: Statement, sides: Sides) -> bool:
    """Tell whether the speaker's side did it: of a meeting either, of arrests at home the police.

    So does "a company spokesman" of a firm, and "an army officer" whom his state's agency quotes.
    """
    reading, lower = match.reading, statement.lower
    either = sides[1] if match.rule.set.get("event_type") == "CONSULT" else []
    if tells_of_itself(statement, [*sides[0], *either]):
        return True
    states = {party.country for side in sides for party in side}
    speaking, firms = find_parties(reading, statement.speakers), plover_words("firms")
    if match.passive and states == {p.side for p in sides[0]} and "author" not in match.fillers:
        return any(p.country == UNSAID and p.word in plover_words("arresting") for p in speaking)
    words = {word for speaker in statement.speakers for word in lower[speaker.first : speaker.end]}
    if words & firms:
        named = (reading.text.words[f.end - 1] for f in match.filling("actor") if f.mention < 0)
        return any(word[0].isupper() for word in named) or any(p.word in firms for p in sides[0])
    behind = reading.mentions_between(statement.speakers[-1].end, statement.sentence.end)
    agencies = {m.country for _, m in behind if lower[m.first - 1] == "by" and "quoted" in lower}
    return bool(words & plover_words("serving")) and "western" not in words and agencies == states


def has_reserve(reading: Reading, sentence: Sentence, trigger: int) -> bool:
    """Tell whether a word of reserve stands near: "reportedly sent", "sent, allegedly by Chad".

    Not so where it only describes whom it is done to: "arrested a suspected spy".
    """
    reserve, lower = reading.lexicon["reserve"], reading.text.lower
    start = max(sentence.first, trigger - RESERVE_REACH)
    return any(
        lower[token] in reserve
        and reading.tags[token] != "V"
        and (token < trigger or lower[token].endswith("ly"))
        for token in range(start, min(trigger + 3, sentence.end))
    )


def _hangs_on_claim(match: Match, own: set[str]) -> bool:
    """Tell whether a word for a claim governs it: "the charge that it is sending soldiers".

    Somebody who "said that" counts too, whoever it is, but for those who tell of themselves.
    """
    reading = match.reading
    sentence, first = match.sentence, match.resolver.group_start(match.trigger)
    claims, lower = reading.lexicon["claims"], reading.text.lower
    saying = reading.grammar.governors["alleged"] | {"tell"}
    for token in range(first - 1, max(sentence.first, first - CLAIM_REACH) - 1, -1):
        if reading.tags[token] == "V" and reading.is_form(token, saying):
            named = reading.mentions_between(sentence.first, token)
            return own.isdisjoint(mention.country for _, mention in named)
        if reading.tags[token] in ENDS:
            return False
        if lower[token] in claims and reading.tags[token] != "I":  # not "did not comment"
            return True
        if reading.tags[token] == "E" and reading.is_form(token, saying):
            # "The session was told that", "believed to have sent", not "a man accused of it was
            # arrested", where it describes the subject.
            return "that" in lower[token:first] or reading.tags[first - 1] in "TP"
        if lower[token] == "about" and not ASKED.isdisjoint(lower[max(0, token - 3) : token]):
            return True
    return False


def _is_attributed(reading: Reading, sentence: Sentence, trigger: int, own: set[str]) -> bool:
    """Tell whether somebody else speaks behind it: "has sent guns, the agency told lawmakers"."""
    tags, saying = reading.tags, reading.grammar.governors["alleged"] | {"tell"}
    for token in range(trigger + 3, sentence.end):
        if tags[token] != "V" or not reading.is_form(token, saying):
            continue
        first = reading.skip_left(token - 1, SUBJECT, trigger) + 1
        if first == token and tags[token + 1] == "P":
            continue  # "was arrested, charged with theft"
        # Nothing is told behind but to whom and when.
        behind = reading.skip_right(token + 1, SUBJECT, sentence.end)
        last = behind == sentence.end or tags[behind] in ",;Q"
        if tags[first - 1] in ",Q" and last:
            named = {mention.country for _, mention in reading.mentions_between(first, token)}
            return own.isdisjoint(named)
    return False
