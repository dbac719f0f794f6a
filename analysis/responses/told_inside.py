"""The transfer that an answer itself tells: "denied sending troops to Mali"."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.evidence import Row
from analysis.grammar import FUTURE, POSSESSIVE_PRONOUNS
from analysis.responses.answer import Answer
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.transfer_allegations.parties import Parties

DESTINATION = frozenset("to into for in with inside".split())
SOURCE = frozenset({"from"})
# So near before and behind soldiers stand whose they are and where.
HELD = 4
NEAR = 9
# So near behind soldiers "going to" and "will" tell what they will do.
TO_COME, AHEAD = FUTURE | {"going"}, 3
INSIDE = frozenset({"in", "inside", "into", "enter", "entered", "entering"})


def told_inside(answer: Answer, speaker: Filler, rulebook: Rulebook) -> Row | None:
    """Read "denied sending troops to Mali": what is denied of a speaker's own state."""
    reading = answer.reading
    items = reading.items_between(answer.first, answer.end)
    parties = Parties(reading, rulebook.actors)
    own = _own_side(parties, answer, speaker)
    aside = reading.tags[answer.first] == ","  # "a report, which Oslo denies, of guns for Chad"
    # "Asked whether he regretted sending troops, he said no": what is denied is told already.
    if own is None or aside or answer.is_asked or answer.countries == {"IGO"}:
        return None
    # "Denied arming any group in Chad" says itself what was not given.
    arming = reading.lexicon["arming_anybody"]
    giving = rulebook.acts.speech.arming & rulebook.transfer_verbs if items else arming
    getting = reading.lexicon["receiving"] | reading.lexicon["got_where_it_comes"]
    for token in range(answer.first, answer.end):
        gets = bool(items) and _does(answer, token, getting)
        gives = _does(answer, token, giving) or _is_dealing(answer, token)
        if not gets and not gives:
            continue
        ends = ("recipient", "supplier") if gets else ("supplier", "recipient")
        behind = SOURCE if gets else DESTINATION
        for other in _named_behind(parties, token + 1, answer.end, answer, behind):
            if gets and other.first < items[0].first:
                break  # "received a letter from Chad about the rockets"
            return parties.columns(own, ends[0]) | parties.columns(other, ends[1])
    return _read_presence(parties, answer, own)


def _own_side(parties: Parties, answer: Answer, speaker: Filler) -> Filler | None:
    """Return the state or group that an answer speaks for: Chad of "Chad's army", the rebels."""
    reading = parties.reading
    numbers = [speaker.mention] if speaker.mention >= 0 else []
    numbers += [number for number, _ in reading.mentions_between(speaker.first, speaker.end)]
    for number in numbers:
        own = reading.filler(number)
        if reading.mentions[number].country in answer.countries or parties.is_group(own):
            return own
    return None


def _does(answer: Answer, token: int, verbs: frozenset[str]) -> bool:
    """Tell a verb of giving or getting, of which nobody else is subject."""
    told = answer.tags[token] in "VIGE" and answer.reading.is_form(token, verbs)
    return told and not _is_anothers(answer, token)


def _is_dealing(answer: Answer, token: int) -> bool:
    """Tell "would not discuss the sale of rockets to Mali", not "the ban on Chadian sales"."""
    reading, lower, lexicon = answer.reading, answer.lower, answer.lexicon
    until = next((item.end for item in reading.items_between(token, answer.end)), token)
    return (
        answer.statement.act != "confirm"
        and lower[token] in lexicon["transferring"]
        and lexicon["bans"].isdisjoint(lower[answer.first : token])
        and reading.countries_between(answer.first, until) <= answer.countries
    )


def _is_anothers(answer: Answer, verb: int) -> bool:
    """Tell what others do; whoever confirms what "was sent" need not have sent it."""
    resolver = answer.statement.match.resolver
    if answer.statement.act == "confirm" and resolver.is_passive(verb):
        return True
    doers = answer.reading.countries(resolver.subject(verb))
    return bool(doers) and "" not in doers and doers.isdisjoint(answer.countries)


def _read_presence(parties: Parties, answer: Answer, own: Filler) -> Row | None:
    """Read "denied that its soldiers were fighting in Mali"."""
    reading = parties.reading
    for item in reading.items_between(answer.first, answer.end):
        near = range(max(answer.first, item.first - HELD), item.first)
        first = max((t + 1 for t in near if reading.tags[t] == "R"), default=near.start)
        whose = reading.countries_between(first, item.end)
        before = reading.text.lower[first : item.first]
        # "There are no Omani tanks in Mali": others there may be anybody's.
        lacked = bool(whose) and not reading.lexicon["not_one"].isdisjoint(before)
        if not (item.item.kind == "personnel" or lacked) or whose - answer.countries:
            continue
        mine = whose | POSSESSIVE_PRONOUNS.intersection(before)
        if answer.statement.act == "confirm" and not mine:
            continue  # "confirmed that troops were in Mali", whosever they are
        if not TO_COME.isdisjoint(reading.text.lower[item.end : item.end + AHEAD]):
            continue  # "these troops will not fight in Chad" says what they are for
        if reading.tags[item.end] not in "AVE" and reading.lexicon["not_one"].isdisjoint(before):
            continue  # "denied killing Malian soldiers in Chad", but "has no soldiers in Chad"
        place = min(answer.end, item.end + NEAR)
        for other in _named_behind(parties, item.end, place, answer, INSIDE):
            return parties.columns(own, "supplier") | parties.columns(other, "recipient")
    return None


def _named_behind(
    parties: Parties, first: int, end: int, answer: Answer, prepositions: frozenset[str]
) -> Iterable[Filler]:
    """Yield other states that stand behind one of some prepositions."""
    lower, passed_over = answer.lower, {"the", *answer.lexicon["parts_of_lands"]}
    # "Sold them, a move that may strain its ties with Chad": nobody gets them behind it.
    end = next((token for token in range(first, end) if answer.tags[token] in "RS;"), end)
    for number, mention in answer.reading.mentions_between(first, end):
        if answer.reading.item_at[mention.end - 1] >= 0:
            continue  # "sending Libyan mercenaries"
        place = mention.first - 1
        while lower[place] in passed_over:
            place -= 1
        before = lower[place]
        # "To any neighbour, including Chad"
        direct = mention.first == first and not mention.possessive and mention.kind != "demonym"
        direct = direct and lower[mention.end] != "to"  # "sold them to Chad" tells of the goods
        given = direct and "to" in prepositions  # "supplying Chad with rockets"
        other = answer.reading.filler(number)
        known = mention.country or parties.is_group(other)  # "to the rebels in Chad"
        if not (given or before in prepositions or before == "including") or not known:
            continue
        if mention.country in answer.countries - {""}:
            return  # "the sale of tanks to Chad", denied by Chad
        yield other
