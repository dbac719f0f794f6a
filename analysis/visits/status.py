"""What became of a visit: planned, ongoing, occurred, put off or called off."""

from __future__ import annotations

from analysis.dates import first_day, last_day
from analysis.grammar import COPULAS, RANKS, TO_COME, WILL
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import VERBS
from analysis.text import find_tokens
from analysis.visits.dating import VisitDate
from analysis.visits.giving_up import (
    given_up,
    is_considered,
    named_as_put_off,
    put_off_before,
    put_off_later,
)
from analysis.visits.journeys import PUT_OFF
from analysis.visits.other_days import is_present, opening

# Of a verb group; "to" is part of one in headlines only: "Ruto to visit Oslo".
FUTURE = WILL | {"would", "may", "might", "to"}
# "A meeting can be arranged on the sidelines of the summit".
OPEN = FUTURE | {"can", "could"}
RANKED = RANKS | {"highest", "most"}
# Behind these a journey is still to come.
AHEAD = ("ahead of", "eve of", "plans for", "plan for", "invitation to", "invitation for")
# What is told happens on the journey that stands behind these.
SETTING = frozenset({"on", "during", "in", "amid"})
# So near before a journey stands what is made of it.
BEFORE_WITHIN = 5
# "Had another good opportunity" is so long.
CHANCE_WITHIN = 3


def status_in_words(match: Match) -> str:
    """Return the status that the words tell without a date; "" where the date decides."""
    if match.negated or _is_unmade(match):
        return "cancelled"
    span = range(match.trigger, match.end)
    if any(match.tags[at] == "M" and match.lower[at] in FUTURE for at in span):
        return "planned"
    told = str(match.rule.set.get("status") or "")
    if told in PUT_OFF and is_considered(match):
        return "planned"  # "threatened to cancel his visit", "may cancel it"
    if told in ("", "postponed", "planned"):  # what was put off may be called off since
        told = given_up(match) or told or put_off_later(match)
    if told:
        return told
    if match.tags[match.trigger] == "O" or match.rule.nouns:
        return _status_of_noun(match)
    verb = match.trigger
    if match.tags[verb] == ",":  # ", where he will attend", ", which he attended"
        verb = next(find_tokens(match.tags, VERBS, match.end, match.sentence.end), verb)
    return _status_of_verb(match, verb)


def is_past_plan(match: Match) -> bool:
    """Tell "had been due to fly to Oslo", "was to meet him there" from "is due to"."""
    noun = match.tags[match.trigger] == "O"
    verb = match.resolver.predicate_before(match.trigger) if noun else match.trigger
    governor = match.resolver.governor(verb) if verb >= 0 else -1
    verb = governor if governor >= 0 else verb
    first = max(match.sentence.first, match.resolver.group_start(verb) - 2)
    words = match.lower[first:verb]
    return not {"had", "was", "were"}.isdisjoint(words)


def is_there(match: Match) -> bool:
    """Tell "is in Oslo", "is on a visit" from the "meets" of headlines and captions."""
    group = [*match.resolver.auxiliaries(match.trigger), *match.lower[match.trigger : match.end]]
    return match.tags[match.trigger] == "O" or not {"is", "are"}.isdisjoint(group)


def _is_unmade(match: Match) -> bool:
    """Tell "was to have flown to Oslo", which came to nothing."""
    start = match.resolver.group_start(match.trigger)
    before = match.lower[max(match.sentence.first, start - 2) : start]
    return match.lower[start] == "have" and before in (["was", "to"], ["were", "to"])


def _status_of_verb(match: Match, verb: int) -> str:
    lower, group = match.lower, match.resolver.auxiliaries(verb)
    # "A meeting between Ruto and Scholz is planned in Oslo".
    planned = match.tags[verb] == "E" and not {"meeting", "event"}.isdisjoint(match.fillers)
    planned = planned and match.resolver.verb_is("planning", verb)
    if planned or not FUTURE.isdisjoint(group) or _is_awaited(match.reading, verb):
        return "planned"
    leading = max(match.resolver.infinitive_before(verb), _shown_by(match, verb))
    if leading >= 0:
        return _status_of_verb(match, leading)
    governor = match.resolver.governor(verb)
    if match.tags[verb] == "G" and match.tags[verb - 1] == "P":
        main = match.resolver.verb_before(verb - 2)
        if main >= 0 and "thank" in match.reading.lemmas(main):
            return "occurred"  # "in order to thank him for coming to"
        if main >= 0:  # "won him over by travelling to", "arrives in Oslo before flying to"
            status = _status_of_verb(match, main)
            ahead = status == "ongoing" and lower[verb - 1] == "before"
            return "planned" if ahead else status
    visitor = match.first_filler("visitor")
    meant = visitor is not None and lower[visitor.first - 1] == "for"
    if match.tags[verb] == "I" and (meant or lower[verb - 2] in COPULAS):
        return "planned"  # "is to visit", "made plans for him to visit"
    if governor >= 0:
        return _status_of_governor(match, governor)
    if match.tags[verb] == "I" or group[:1] == ["be"]:
        return _status_of_infinitive(match, verb)
    return _status_of_tense(match, verb)


def _status_of_tense(match: Match, verb: int) -> str:
    lower, group = match.lower, match.resolver.auxiliaries(verb)
    tag, now = match.tags[verb], not {"is", "are", "'s", "’s"}.isdisjoint(group)
    present = lower[verb] in ("is", "are") or (tag == "V" and is_present(match.reading, verb))
    when = opening(match) in TO_COME
    told_ahead = "would" in lower[match.sentence.first : verb]
    if when and (present or told_ahead or (now and tag == "E")):
        return "planned"  # "when Ruto visits Oslo", "said he would raise it when he met him"
    if present or (now and tag == "G"):
        # Who "is coming" has not set out, nor who "heads to Oslo next".
        later = [lower[place.end] for place in match.filling("place")]
        ahead = lower[verb] in ("coming", "going") or "next" in later
        return "planned" if ahead else "ongoing"
    past = tag in "VE" or lower[verb] in ("was", "were")
    return "occurred" if past else ""


def _status_of_infinitive(match: Match, verb: int) -> str:
    """Tell "is likely to visit" from "was the first to visit", unlike "will be the first to"."""
    before = match.lower[match.sentence.first : match.resolver.group_start(verb)]
    if RANKED.isdisjoint(before[-5:]):
        return "planned" if before[-1:] == ["to"] else ""
    return "planned" if "be" in before else "occurred"


def _shown_by(match: Match, verb: int) -> int:
    """Return the "see" of "the tour will see him visit Oslo", or -1.

    So it is with the "meet" of "flying to Oslo, he will meet Ruto", "while in Oslo, he will".
    """
    visitor = match.first_filler("visitor")
    if visitor is None:
        return -1
    before = visitor.first - 1
    bare = match.tags[verb] == "V" and match.lower[verb] in match.reading.lemmas(verb)
    if bare and match.sentence.first < before < verb and match.tags[before] in "VI":
        return before
    opens = match.tags[verb] in "GS" and verb == match.sentence.first
    behind = find_tokens(match.tags, "VI", visitor.end, match.sentence.end)
    return next(behind, -1) if opens else -1


def _is_awaited(reading: Reading, verb: int) -> bool:
    """Tell "looks forward to meeting him in Oslo", which has not come about."""
    return reading.text.lower[verb + 1 : verb + 2] == ["forward"]


def _status_of_governor(match: Match, governor: int) -> str:
    """Read "agreed to visit" as a plan, "flew there to meet" by the tense of the governor."""
    lower = match.lower
    if match.tags[governor] == "O" and not RANKED.isdisjoint(lower[governor - 5 : governor + 1]):
        being = match.resolver.predicate_before(governor)
        if being >= 0:  # "became the first president to visit"
            return _status_of_verb(match, being)
    if took_chance(match, governor):
        return "occurred"
    if match.tags[governor] == "O":  # "scrapped plans to visit"
        main = match.resolver.predicate_before(governor)
        if main >= 0 and (told := named_as_put_off(match, lower[main])):
            return told
    plans = match.tags[governor] not in VERBS or _is_planning(match, governor)
    return "planned" if plans else _status_of_verb(match, governor)


def _is_planning(match: Match, token: int) -> bool:
    """Tell "plans to visit", "the planned visit", "is set to" from what is done."""
    return not match.lexicon["planning"].isdisjoint(match.reading.word_and_lemmas(token))


def took_chance(match: Match, noun: int) -> bool:
    """Tell "had the opportunity to meet him" from "a chance to meet him", which may come."""
    had = match.resolver.predicate_before(noun)
    chance = match.lower[noun] in ("opportunity", "chance")
    taken = had >= 0 and match.lower[had] in ("had", "took", "used", "seized")
    return chance and taken and noun - had <= CHANCE_WITHIN


def _status_of_noun(match: Match) -> str:
    reading, lexicon = match.reading, match.lexicon
    lower, token = match.lower, match.trigger
    visitor, first = match.first_filler("visitor"), token - BEFORE_WITHIN
    if visitor is not None and first <= visitor.end <= token:
        first = min(first, visitor.first - 2)  # "preparations for | President Ruto's visit"
    before = lower[max(match.sentence.first, first) : token]
    held = [place.end for place in match.filling("place") if place.first > token]
    future = any(reading.tags[end] == "M" and lower[end] in OPEN for end in (match.end, *held[:1]))
    if reading.tags[match.end] == "T":  # "Ruto's Oslo visit to focus on trade" is a headline
        future = {"V", "A"}.isdisjoint(reading.tags[match.sentence.first : match.sentence.end])
    if future or _is_foreseen(match) or _opens_plan(match):
        return "planned"  # "his trip will be to Oslo", "his trip is being planned"
    verb = match.resolver.predicate_before(token - 1)
    if told := put_off_before(match, verb):
        return told  # "postponed his upcoming trip"
    ahead = any(words in " ".join(before) for words in AHEAD)
    if ahead or not lexicon["journey_ahead"].isdisjoint(before):
        return "planned"
    if verb >= 0:
        governor = match.resolver.governor(verb)
        if (
            not OPEN.isdisjoint([*match.resolver.auxiliaries(verb), lower[verb]])
            or _is_awaited(reading, verb)
            or _is_awaited(reading, governor)
            or (_is_planning(match, verb) and not match.resolver.preposition_over(token))
        ):
            return "planned"
        behind = match.resolver.skip_right(verb + 1, "B")  # "is currently on"
        if lower[verb] in ("is", "are") and lower[behind] in ("on", "in"):
            return "ongoing"
        meant = reading.tags[verb] == "I" and governor >= 0 and reading.tags[governor] in VERBS
        if meant and _is_planning(match, governor):
            return "planned"  # "intends to fly there for talks"
    return ""


def _opens_plan(match: Match) -> bool:
    """Tell "during his stay in Oslo, Ruto will sign" of a stay that is still to come."""
    opens = match.lower[match.sentence.first] in ("during", "on")
    if not opens or match.resolver.predicate_before(match.trigger - 1) >= 0:
        return False
    main = next(find_tokens(match.tags, "MAV", match.end, match.sentence.end), match.trigger)
    return match.lower[main] in WILL


def _is_foreseen(match: Match) -> bool:
    """Tell "a visit is on the cards", "is being planned", "is expected in May"."""
    for token in range(match.end, match.sentence.end - 1):
        if match.tags[token] in "V,;SRQ":
            return False
        said = match.lower[token + 1 : token + 4]
        being = match.lower[token] in ("was", "were") and said[:1] == ["being"]
        if being or match.lower[token] in ("is", "are"):
            near = range(token + 1, min(token + 3, match.sentence.end))
            planned = any(match.resolver.verb_is("planning", verb) for verb in near)
            return planned or not match.lexicon["foreseen"].isdisjoint(said)
    return False


def find_status(match: Match, told: str, date: VisitDate | None) -> str:
    """Return the status: what the words tell, corrected by a date that the text gives."""
    published = match.reading.article.published
    if told in ("postponed", "cancelled") or not (date and date.date and published):
        return told or "occurred"
    first, last = first_day(date.date), last_day(date.date_end)
    if first > published or (told == "ongoing" and _lies_ahead(date, published.isoformat())):
        return "planned"
    if told == "planned":
        return told
    # "Said today on a visit to Oslo", "began a three-day visit today" are not over.
    today = date.precision == "day" and first <= published <= last
    if today and (first < last or first < published or _is_on_journey(match)):
        return "ongoing"
    there = told == "ongoing" and not date.own and is_there(match)  # came some days ago
    return "occurred" if last < published and not there else told or "occurred"


def _is_on_journey(match: Match) -> bool:
    """Tell whether what is told happens "during a trip to Oslo", "on a tour", "on a stop in"."""
    journeys = match.lexicon["visits"] | match.lexicon["stops"]
    told = find_tokens(match.lower, journeys, match.sentence.first, match.sentence.end)
    return any(match.resolver.preposition_over(journey) in SETTING for journey in told)


def _lies_ahead(date: VisitDate, published: str) -> bool:
    """Tell whether a span begins today and goes on: "heads to Rome later this week"."""
    return date.precision == "week" and date.date >= published and date.date_end > published
