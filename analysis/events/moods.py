"""What auxiliaries, conditions and purposes make of a deed: planned, hypothetical, done."""

from __future__ import annotations

from analysis.grammar import CONDITIONS, TO_COME, UNREAL, WILL
from analysis.matching import Match
from analysis.plover import plover_words
from analysis.visits.giving_up import put_off_later

# Of a verb group; "to" is part of one in headlines only: "Oslo to send tanks".
FUTURE = WILL | {"to"}
# Behind these stands what has happened.
NOW_THAT = (["now", "that"], ["given", "that"], ["seeing", "that"])


def is_prompt(lower: list[str], start: int) -> bool:
    """Tell who was "quick to" do something, which was done."""
    ahead = (FUTURE | UNREAL | {"would"}) - {"to"}
    told = ahead.isdisjoint(lower[max(0, start - 5) : start - 2])
    return told and lower[start - 1] == "to" and lower[start - 2] in plover_words("prompt_to")


def only_aims(match: Match) -> bool:
    """Tell "deployed rockets targeting Chad" from "rockets targeting Chad killed two".

    So what weapons are able to do: "missiles that can hit Chad".
    """
    reading = match.reading
    start = match.resolver.group_start(match.trigger)
    if reading.tags[start - 1 : start + 1] == ["R", "M"] and reading.item_at[start - 2] >= 0:
        return not {"can", "could"}.isdisjoint(reading.text.lower[start : match.trigger])
    aiming, firing = (reading.lexicon[name] for name in ("aiming", "firing"))
    trigger = match.trigger
    if not reading.is_form(trigger, aiming):
        return False
    verb = match.resolver.verb_before(trigger - 1)
    fired = verb < 0 or reading.is_form(verb, firing)
    return reading.item_at[trigger - 1] >= 0 and not fired


def judge_mood(match: Match, verb: int) -> str:
    """Return planned or hypothetical where auxiliaries or an "if" say so."""
    start = match.resolver.group_start(verb)
    group = set(match.lower[start:verb])
    conditional = is_conditional(match, start)
    if conditional and "had" in group:
        return "denied"  # "if Chad had attacked": it did not
    if group & UNREAL or conditional:
        return "hypothetical"
    return "planned" if group & FUTURE or "would" in group else ""


def is_yet_to_come(match: Match, start: int) -> bool:
    """Tell "will speak | when he meets the king" from "will speak of when he met the king"."""
    lower, first = match.lower, match.sentence.first
    if "d" in match.reading.grammar.form_letters.get(lower[match.trigger], ""):
        return False
    for index in range(start - 1, first - 1, -1):
        if match.tags[index] in "V;":
            return False
        how = lower[index] == "how" and match.tags[index + 1] == "B"  # "how loudly he blames it"
        if how or lower[index] in TO_COME:
            return not WILL.isdisjoint(lower[first : match.sentence.end])
    return False


def is_conditional(match: Match, start: int) -> bool:
    """Tell whether an "if" opens the clause; what a quotation says sets no condition outside."""
    quotes = match.reading.text.quotes
    for index in range(start - 1, match.sentence.first - 1, -1):
        if quotes[index] not in (0, quotes[start]):
            continue
        if match.lower[index - 1 : index + 1] in NOW_THAT:
            return False  # "asked whether to help now that Chad has attacked"
        if match.lower[index] in ("until", "till"):
            # "It was not until May that Chad asked": it did.
            only_then = {"not", "n't", "n’t"} & set(match.lower[max(0, index - 2) : index])
            return "V" not in match.tags[index:start] and not only_then
        if match.tags[index] == "S":
            word = match.lower[index]
            return word in CONDITIONS and match.lower[index + 1] not in plover_words("concessive")
    return False


def judge_purpose(match: Match, event_type: str) -> str:
    """Return the status of what people go somewhere for: "blocked a road to protest"."""
    if match.tags[match.trigger] != "I" or match.negated:
        return ""
    if event_type in ("CONSULT", "COOPERATE"):
        return _judge_journey(match, plover_words("gathering"))
    if event_type == "MOBILIZE":  # "scrambled two jets to intercept it"
        return _judge_journey(match, match.lexicon["scrambling"])
    if event_type != "PROTEST":
        return ""
    governor = match.resolver.governor(match.trigger)
    done = governor >= 0 and match.tags[governor] in "VE"
    wished = done and not match.resolver.is_negated(governor)
    groups = match.reading.grammar.governors
    unreal = groups["planned"] | groups["requested"] | plover_words("refusing")
    unreal |= {"threaten", "ban", "forbid"}
    return "occurred" if wished and not match.reading.is_form(governor, unreal) else ""


def _judge_journey(match: Match, journeys: frozenset[str]) -> str:
    """Return the status of a journey that leads to a meeting: "flew to Oslo to meet"."""
    to = match.resolver.group_start(match.trigger) - 1
    verb = match.resolver.predicate_before(to - 1)
    if match.lower[to] != "to" or verb < 0 or match.resolver.is_negated(verb):
        return ""
    there = "be" in match.reading.lemmas(verb) and match.lower[verb + 1] in ("in", "at")
    if match.tags[verb] not in "VAIE" or not (there or journeys & set(match.reading.lemmas(verb))):
        return ""
    return judge_mood(match, verb) or "occurred"


def judge_predicate(match: Match, start: int) -> str:
    """Return the status of a noun by the verb it is the subject of: "talks will take place"."""
    tags, first, end = match.tags, match.sentence.first, match.sentence.end
    if match.rule.table == "statements":
        return ""  # what is asked for, "should stop", is asked all the same
    saying, ahead = match.reading.grammar.governors["alleged"], FUTURE
    for index in range(start - 1, first - 1, -1):
        says = tags[index] == "V" and match.reading.is_form(index, saying)
        if tags[index] in ",;SRQ" or says:
            ahead = FUTURE | {"would"} if says else FUTURE  # "said talks would resume"
            break
        if tags[index] == "A" and tags[index - 1] == "M" and index == start - 1:
            # "It will be the first meeting": the noun is what will be.
            return "planned" if match.lower[index - 1] in FUTURE else "hypothetical"
        if tags[index] in "VIGEA":
            return ""  # an object, or something further on
    for index in range(match.end, end):
        if tags[index] == "M":
            if tags[index + 1] == "N":
                return "denied"  # "talks will not take place"
            return "planned" if match.lower[index] in ahead else "hypothetical"
        if tags[index] == "A":
            return _judge_arranged(match, index)
        if tags[index] == "R" and "suppose" in match.reading.lemmas(min(index + 2, end - 1)):
            return "denied"  # "talks that were supposed to open"
        if tags[index] in "VA,;SRQ":
            return ""
    return ""


def is_called_off(match: Match) -> bool:
    """Tell talks that "were due on Friday but were called off", "but never took place"."""
    if match.rule.set.get("event_type") != "CONSULT":
        return False
    if put_off_later(match):
        return True
    for token in range(match.end, match.sentence.end):
        if match.tags[token] in "VIE" and match.reading.is_form(token, match.lexicon["being_held"]):
            before = match.lower[token - 2 : token]  # "have yet to open", "failed to open"
            missed = before[1:] == ["to"] and before[0] in ("yet", "failed", "fail")
            return missed or match.resolver.is_negated(token)
    return False


def _judge_arranged(match: Match, auxiliary: int) -> str:
    """Return the status of talks that "are scheduled for Monday"."""
    index = match.resolver.skip_right(auxiliary, "ABN")
    if match.rule.set.get("event_type") != "CONSULT" or index >= match.sentence.end:
        return ""
    lemmas = match.reading.word_and_lemmas(index)
    return "" if lemmas.isdisjoint(match.lexicon["arranged"]) else "planned"


def is_to(lower: list[str], start: int) -> bool:
    """Tell "is to invest", "is likely to invest" from other infinitives."""
    be = start - 3 if lower[start - 2] in plover_words("likely") else start - 2
    return lower[be] in ("is", "are")
