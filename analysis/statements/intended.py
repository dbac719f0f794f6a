"""Whether somebody who is named in what is said is whom the act is aimed at.

"Called for an end to Chadian raids" asks Chad, "called for help to Chad" does not; "condemned the
raid on Chad" blames others.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.actors import NATIONAL, STATES
from analysis.grammar import BE, CONDITIONS, NEEDING, WANTED
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.named import NAMED_BEHIND, PRAISED, is_other
from analysis.statements.statement import Statement

# Before a verb these oblige: "Chad must leave".
OBLIGING = WANTED | NEEDING
# What a noun phrase consists of.
PHRASE = frozenset("DOEXB#GC")
# Right behind the verb or noun of asking stands whom it is put to.
ADDRESSING = frozenset("to on upon for that with".split())
TALKING = frozenset({"with", "between"})
BY = frozenset({"by"})
DOERS = BY | {"of", "from"}
OWNERS = DOERS | {"between"}
# Who stands behind these has something done to it, if a deed stands before.
HITTING = frozenset("of on against upon at to".split())
# Behind these stands who is blamed, where the deed is not told.
BLAMING = frozenset("about over by in of at on as after toward towards".split())
# Behind these another clause begins.
CLAUSE_ENDS = frozenset("VRS;")

# Who gains by what is promised stands behind these, or is the object of a verb.
GAINING = frozenset("to for with toward towards".split())
JOINING = frozenset({"of"})
# Who suffers stands behind these: "welcomed the embargo on Chad".
SUFFERING = frozenset("against on over upon".split())
STANDING = frozenset({"stand", "stick"})
# Prepositions that look like verbs.
VERBAL = frozenset({"following", "including", "concerning", "regarding"})
FINITE = frozenset("VAM")
FINITE_R = FINITE | {"R"}


def is_meant(statement: Statement, filler: Filler) -> bool:
    """Tell whom an act is aimed at from who has another part in what is said."""
    if statement.act == "decline":
        return filler.how != NAMED_BEHIND
    judge = JUDGES.get(statement.act)
    return judge is None or judge(statement, filler)


def _is_asked(statement: Statement, filler: Filler) -> bool:
    """Tell whom something is asked of from who is only named in what is asked.

    Where a verb that only says carries it, it must be who has to act: "Chad must leave".
    """
    reading = statement.reading
    verb = _verb_behind(statement, filler.end)
    start = reading.skip_left(filler.first - 1, "DEO#", statement.first) + 1
    obliged = reading.text.lower[verb] in OBLIGING
    if (obliged and is_aside(reading, start)) or is_done_to(reading, verb):
        return False
    if filler.how != NAMED_BEHIND:
        return True
    if _must_act(statement, start, filler.end):
        return True
    asks = statement.match.rule.set["act"] == "request"
    lead = _lead_before(reading, filler.first, statement.match.end)
    between = reading.tags[statement.match.end : filler.first]
    if asks and reading.text.lower[lead] == "from" and CLAUSE_ENDS.isdisjoint(between):
        return reading.text.lower[lead - 1] not in plover_words("leaving")
    return asks and start >= statement.match.end and _is_in_object(statement, filler)


def _must_act(statement: Statement, first: int, end: int) -> bool:
    """Tell who has to act: "the need for Chad to leave", "that Chad leave", "Chad must leave"."""
    lower, tags = statement.lower, statement.tags
    verb = _verb_behind(statement, end)
    before = lower[first - 1] if first else ""
    if before in ADDRESSING and (tags[verb] == "T" or (before == "for" and tags[end] == "C")):
        return True
    if lower[verb] in OBLIGING or lower[verb : verb + 2] in (["has", "to"], ["have", "to"]):
        return True
    opens = before == "that" or first == statement.match.end
    return opens and lower[verb] in statement.reading.lemmas(verb)


def is_aside(reading: Reading, first: int) -> bool:
    """Tell "ties with | Chad must grow" from "raids by | Chad must end", which ask Chad."""
    return reading.tags[first - 1] == "P" and reading.text.lower[first - 1] not in DOERS


def is_done_to(reading: Reading, verb: int) -> bool:
    """Tell "Chad | must be helped", which others are asked for, from "Chad | must help"."""
    tags, lower = reading.tags, reading.text.lower
    while tags[verb] in "MTBN" or lower[verb] in OBLIGING:
        verb += 1
    if lower[verb] != "be":
        return False
    verb = reading.skip_right(verb + 1, "B", len(tags) - 1)
    return tags[verb] == "E" and lower[verb] not in reading.lexicon["prepared_to"]


def _verb_behind(statement: Statement, end: int) -> int:
    """Return the verb behind a name and those joined to it: "Chad and Mali | must"."""
    last = statement.sentence.end - 1
    return statement.reading.skip_right(min(end, last), "OXBCED", last)


def _is_in_object(statement: Statement, filler: Filler) -> bool:
    """Tell "demanded Chad's withdrawal", "an answer from Chad" from "a border with Chad"."""
    lower, tags = statement.lower, statement.tags
    # "Appeals by Oslo | for Chadian restraint".
    ends = [speaker.end for speaker in statement.speakers if speaker.end < filler.first]
    start = max([statement.match.end, *ends])
    for token in range(start, filler.first):
        word, noun = lower[token], lower[token - 1]
        leads = (
            (tags[token] in PHRASE and word != "that")
            or (token == start and word in ADDRESSING)
            or word in ("of", "by")
            or (word == "to" and noun in statement.lexicon["ended_to"])
            or (word == "from" and noun not in plover_words("leaving"))
            or (word in TALKING and noun in plover_words("talks"))
        )
        if not leads:
            return False
    behind = lower[filler.end : filler.end + 4]
    return plover_words("not_asked").isdisjoint(behind)


def _is_promised(statement: Statement, filler: Filler) -> bool:
    """Tell "promised Chad's rebels aid", "will send it to Chad" from "promised calm as Chad …"."""
    if filler.how != NAMED_BEHIND:
        return True
    lower, tags, start = statement.lower, statement.tags, _start(statement)
    leads = list(_leads(statement.reading, filler.first, start))
    lead = next((at for at in leads if lower[at] not in JOINING), start - 1)
    opening = start + (tags[start] == "R")  # "promised that it would"
    if statement.match.rule.set["act"] != "promise":
        if lead <= start and not statement.own_countries and tags[filler.end] in FINITE:
            return False  # "Chad will help, the spokesman said" promises Chad nothing
        opening = next((t + 1 for t in range(lead - 1, start, -1) if tags[t] in "VAMT"), start)
    clause = [token for token in range(opening, filler.first) if lower[token] != "-"]
    if any(tags[token] in CLAUSE_ENDS or lower[token] == "as" for token in clause):
        return False
    if lower[lead] in SUFFERING:  # "announced tariffs on Chad"
        return not any(tags[at] == "P" and lower[at] not in JOINING for at in leads if at != lead)
    lemmas = statement.reading.lemmas(lead - 1)
    stood_by = lower[lead] == "by" and not STANDING.isdisjoint(lemmas)
    of = leads[0] if leads and lower[leads[0]] == "of" else 0
    backed = of > 0 and lower[of - 1] in statement.lexicon["in_support"]
    gains = stood_by or backed or tags[lead] in "IG" or lower[lead] in GAINING
    hostile = plover_words("hostile")
    together = tags[lead] == "C" and tags[filler.end] in FINITE  # "Oslo and Chad will work"
    return lead <= start or together or (gains and hostile.isdisjoint(lower[start : filler.first]))


def _is_praised(statement: Statement, filler: Filler) -> bool:
    """Tell "praised the army of Chad" from "a plan for Chad", "whose army beat Chad"."""
    reading, start = statement.reading, _start(statement)
    lead = _lead_before(reading, filler.first, start)
    if lead <= start or filler.how not in (NAMED_BEHIND, PRAISED):
        return True
    word, noun = statement.lower[lead], statement.lower[reading.skip_left(lead - 1, "Q", 1)]
    if word in TALKING and noun in statement.lexicon["agreeing"]:
        return False
    thanked = word != "for" and noun in statement.match.rule.with_words
    if thanked or noun in statement.lexicon["in_support"]:
        return True
    named = filler.how == NAMED_BEHIND
    return _is_judged(statement, filler) if named else word not in SUFFERING


def suffers(reading: Reading, filler: Filler) -> bool:
    """Tell the victim in "The killing of two Chadians was condemned"."""
    lead, lower = reading.skip_left(filler.first - 1, "DOE#", 0), reading.text.lower
    return lower[lead] in ("of", "on", "against") and lower[lead - 1] in plover_words("harms")


def find_doer(statement: Statement, hurt: Filler) -> list[Filler]:
    """Return by whom a deed that is blamed was done: "condemned the killing of Malians by Chad"."""
    reading = statement.reading
    last = statement.sentence.end - 1
    by = reading.skip_right(hurt.end, "DOEX#t", last)
    number = reading.mention_at[reading.skip_right(by + 1, "DEO#", last)]
    if reading.text.lower[by] != "by" or not is_other(statement, number):
        return []
    return [reading.filler(number, "by")]


def _is_blamed(statement: Statement, filler: Filler) -> bool:
    """Tell whose deed is blamed from who suffers it: "condemned the raid on Chad".

    A state does not accuse itself.
    """
    reading = statement.reading
    mention = reading.mentions[filler.mention] if filler.mention >= 0 else None
    own = statement.own_countries
    mutual = filler in statement.speakers  # "accused each other"
    if mention and mention.kind in NATIONAL and mention.country in own and not mutual:
        return False
    lower, start = reading.text.lower, _start(statement)
    if statement.match.passive and filler.first < statement.match.trigger:
        return not suffers(reading, filler)
    lead = next(_leads(reading, filler.first, start), start - 1)
    if lead < start:
        return True
    word, noun = lower[lead], lower[reading.skip_left(lead - 1, "Q", 1)]
    launched = reading.is_form(statement.match.trigger, reading.lexicon["launching"])
    pinned = reading.is_form(statement.match.trigger, reading.lexicon["pinning"])
    committed = word == "of" and noun in reading.lexicon["committed"]
    if word in ("on", "to") and pinned:
        return True  # "blamed the raid on Chad"
    if word in HITTING and noun in plover_words("harms") and not (launched or committed):
        return not reading.lexicon["obligations"].isdisjoint(lower[filler.end : filler.end + 4])
    if word in ("with", "to", "before") and mention and mention.country == "IGO":
        return False  # "lodged a complaint with the UN"
    if word in TALKING:  # "voiced anger with Chad", not "hit it in talks with Chad"
        return {"P", *FINITE}.isdisjoint(reading.tags[start:lead]) and noun not in plover_words(
            "talks"
        )
    if reading.tags[lead] != "P":
        named = filler.how == NAMED_BEHIND
        return not (named and _is_object(statement, lead, filler))
    addressed = lead <= start + 1 or noun in reading.lexicon["referring"]
    addressed = addressed or (word == "from" and reading.tags[lead - 1] == "O")  # "raids from Chad"
    return addressed or word in BLAMING or (word == "against" and noun not in plover_words("harms"))


def _is_warned(statement: Statement, filler: Filler) -> bool:
    """Tell "warned of raids on Chad" from "a raid on Chad would", "unless it frees Chad"."""
    if filler.how != NAMED_BEHIND or statement.match.rule.nouns:
        return True
    lower, tags, start = statement.lower, statement.tags, _start(statement)
    lead = next(_leads(statement.reading, filler.first, start), start)
    if lower[lead] in CONDITIONS or (lead == start and tags[lead] == "P"):
        return True
    verb = next((t for t in range(start + 1, lead) if tags[t] in FINITE_R), -1)
    verb = -1 if tags[verb] == "R" else verb  # "that rebels who back Chad would"
    told = lower[start] == "that" or statement.match.rule.set["act"] == "say"
    if lead <= start or (told and verb < 0):
        return _is_judged(statement, filler)
    if tags[lead] == "I" and _is_thing(statement.reading, verb):
        return False
    deed = lower[statement.reading.skip_left(lead - 1, "Q", 1)]
    hit = lower[lead] in HITTING and deed in plover_words("harms")
    if hit and tags[_verb_behind(statement, filler.end)] in FINITE:
        return False
    supposed = next((at for at in range(lead, start, -1) if lower[at] in CONDITIONS), lead + 1)
    clause = tags[supposed : lead + 1]  # not "if need be", "if necessary to stop Chad"
    return FINITE.isdisjoint(clause) or not _is_object(statement, lead, filler)


def _is_thing(reading: Reading, verb: int) -> bool:
    """Tell "a delay | could hurt Chad", which threatens nobody, from "the army | could hit it"."""
    head = reading.skip_left(verb - 1, "B", 0)
    return (
        reading.tags[head] in "OG"
        and reading.text.lower[head] not in reading.lexicon["state_bodies"]
    )


def _is_judged(statement: Statement, filler: Filler) -> bool:
    """Tell who acts in what is said, or whose deed: not in "trade with Chad", "as Chad arms"."""
    reading, lower, tags = statement.reading, statement.lower, statement.tags
    if _is_topic(reading, filler) or suffers(reading, filler):
        return filler.how != NAMED_BEHIND
    let = (
        tags[filler.end] == "T" and statement.act == "assess"
    )  # "lets Chad | to", "hard for Chad | to"
    acts = let or tags[_verb_behind(statement, filler.end)] in FINITE
    for lead in _leads(reading, filler.first, _start(statement)):
        tag, word = tags[lead], lower[lead]
        verb = statement.match.resolver.skip_left(lead - 1, "P")  # "carried | out by Chad"
        if word in BY and tags[verb] == "E":
            return _is_agent(statement, verb)
        if tag == "R" or (tag == "P" and word not in OWNERS):
            return let or word == "that"
        if tag == "A" and word in BE:  # "the culprits are | Chad's rebels"
            return acts or statement.act == "praise" or tags[filler.end] not in "OX"
        if tag in "VIG":
            told = tag == "V" and tags[lead - 1] != "R"  # not "to curb Chad's arms would"
            return let or (acts and told) or _is_spoken(statement, lead)
        if tag in "SMt;" or (acts and tag in "C," and tags[lead - 1] != "X"):
            return acts and tag != "S"
    return True


def _is_agent(statement: Statement, verb: int) -> bool:
    """Tell "was | shelled by Chad" from "efforts | backed by Chad"; praised is what one made."""
    made = statement.act == "praise" and statement.lower[verb] not in statement.lexicon["favoured"]
    return made or not statement.match.resolver.stands_alone(verb)


def _is_topic(reading: Reading, filler: Filler) -> bool:
    """Tell who only takes part: "a NATO summit", "the Iran deal"."""
    mention = reading.mentions[filler.mention]
    bare = mention.kind in STATES or mention.kind == "organisation"
    met = reading.text.lower[mention.end] in reading.lexicon["encounters"]
    return bare and met and not mention.possessive


JUDGES = {
    "assess": _is_judged,
    "warn": _is_warned,
    "request": _is_asked,
    "accuse": _is_blamed,
    "promise": _is_promised,
    "praise": _is_praised,
}


def _start(statement: Statement) -> int:
    """Return where what the act is about begins: behind its verb, or with what is said."""
    if statement.match.rule.set["act"] == "say":
        return statement.said()[0]
    return statement.match.end


def _is_object(statement: Statement, lead: int, filler: Filler) -> bool:
    """Tell "of backing Chad" from "said Chad had fired", "what he called Chad's aggression"."""
    behind = _verb_behind(statement, filler.end)
    if statement.tags[lead] not in "VIG" or statement.tags[behind] in FINITE:
        return False
    return not _is_spoken(statement, lead) and statement.lower[lead] not in VERBAL


def _is_spoken(statement: Statement, verb: int) -> bool:
    """Tell "to say | Chad fired", "calling Chad a threat" from "to curb Chad"."""
    spoken = statement.lexicon["commenting"] | statement.lexicon["telling"]
    return statement.reading.is_form(verb, spoken)


def _lead_before(reading: Reading, first: int, start: int) -> int:
    """Return what leads to a name: a verb, a preposition, the one before "the army of | Chad"."""
    leads = _leads(reading, first, start)
    return next((lead for lead in leads if reading.text.lower[lead] not in JOINING), start - 1)


def _leads(reading: Reading, first: int, start: int) -> Iterator[int]:
    """Yield the verbs and prepositions that lead to a name, the nearest first."""
    for lead in range(first - 1, start - 1, -1):
        if reading.tags[lead] not in "DOEX#Q" and reading.text.lower[lead] != "-":
            yield lead
