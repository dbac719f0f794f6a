"""Whether somebody who is named in what is said is whom the act is aimed at.

"Condemned Chadian raids" blames Chad, "condemned the raid on Chad" others.
"""

from __future__ import annotations

from analysis.actors import NATIONAL, STATES
from analysis.grammar import BE, CONDITIONS, DESPITE, TEMPORAL
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.asked import is_asked
from analysis.statements.leads import (
    CLAUSE_ENDS,
    FINITE,
    OWNERS,
    TALKING,
    is_object,
    is_spoken,
    lead_before,
    leads_to,
    start_of,
    verb_behind,
)
from analysis.statements.named import NAMED_BEHIND, PRAISED, is_other
from analysis.statements.statement import Statement

# Who stands behind these has something done to it, if a deed stands before.
HITTING = frozenset("of on against upon at to".split())
# Behind these stands who is blamed, where the deed is not told.
BLAMING = frozenset("about over by in of at on as after toward towards".split())
# Who gains by what is promised stands behind these, or is the object of a verb.
GAINING = frozenset("to for with toward towards".split())
# Who suffers stands behind these: "welcomed the embargo on Chad".
SUFFERING = frozenset("against on over upon".split())
# What these open gives nobody anything.
APART = TEMPORAL | DESPITE | {"against", "following"}
STANDING = frozenset({"stand", "stick"})
FINITE_R = FINITE | {"R"}


def is_meant(statement: Statement, filler: Filler) -> bool:
    """Tell whom an act is aimed at from who has another part in what is said."""
    if statement.act == "decline":
        return filler.how != NAMED_BEHIND
    judge = JUDGES.get(statement.act)
    return judge is None or judge(statement, filler)


def _is_promised(statement: Statement, filler: Filler) -> bool:
    """Tell "promised Chad's rebels aid", "will send it to Chad" from "promised calm as Chad …"."""
    if filler.how != NAMED_BEHIND:
        return True
    lower, tags, start = statement.lower, statement.tags, start_of(statement)
    leads = list(leads_to(statement.reading, filler.first, start))
    lead = next((at for at in leads if lower[at] != "of"), start - 1)
    if lower[lead] in TALKING and lower[lead - 1] in statement.lexicon["agreeing"]:
        over = statement.reading.skip_left(lead - 1, "DOEX#", start)
        if lower[over] in APART:  # "send it after | talks with Chad", "against | a pact with Chad"
            return False
    opening = start + (tags[start] == "R")  # "promised that it would"
    if statement.match.rule.set["act"] != "promise":
        if lead <= start and not statement.own_countries and tags[filler.end] in FINITE:
            return False  # "Chad will help, the spokesman said" promises Chad nothing
        opening = next((t + 1 for t in range(lead - 1, start, -1) if tags[t] in "VAMT"), start)
    clause = [token for token in range(opening, filler.first) if lower[token] != "-"]
    if any(tags[token] in CLAUSE_ENDS or lower[token] == "as" for token in clause):
        return False
    if lower[lead] in SUFFERING:  # "announced tariffs on Chad"
        return not any(tags[at] == "P" and lower[at] != "of" for at in leads if at != lead)
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
    reading, start = statement.reading, start_of(statement)
    lead = lead_before(reading, filler.first, start)
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
    mention = reading.mention_of(filler)
    own = statement.own_countries
    mutual = filler in statement.speakers  # "accused each other"
    if mention and mention.kind in NATIONAL and mention.country in own and not mutual:
        return False
    lower, start = reading.text.lower, start_of(statement)
    if statement.match.passive and filler.first < statement.match.trigger:
        return not suffers(reading, filler)
    lead = next(leads_to(reading, filler.first, start), start - 1)
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
        met = noun in plover_words("talks")
        return not met and {"P", *FINITE}.isdisjoint(reading.tags[start:lead])
    if reading.tags[lead] != "P":
        return filler.how != NAMED_BEHIND or not is_object(statement, lead, filler)
    addressed = lead <= start + 1 or noun in reading.lexicon["referring"]
    addressed = addressed or (word == "from" and reading.tags[lead - 1] == "O")  # "raids from Chad"
    return addressed or word in BLAMING or (word == "against" and noun not in plover_words("harms"))


def _is_warned(statement: Statement, filler: Filler) -> bool:
    """Tell "warned of raids on Chad" from "a raid on Chad would", "unless it frees Chad"."""
    if filler.how != NAMED_BEHIND or statement.match.rule.nouns:
        return True
    lower, tags, start = statement.lower, statement.tags, start_of(statement)
    others = (at for at in range(start + 1, filler.first) if tags[at] == "R")
    if any(lower[at - 1] in statement.lexicon["whoever"] for at in others):
        return False  # "would punish any firm that trades with Chad"
    lead = next(leads_to(statement.reading, filler.first, start), start)
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
    if hit and tags[verb_behind(statement, filler.end)] in FINITE:
        return False
    supposed = next((at for at in range(lead, start, -1) if lower[at] in CONDITIONS), lead + 1)
    clause = tags[supposed : lead + 1]  # not "if need be", "if necessary to stop Chad"
    return FINITE.isdisjoint(clause) or not is_object(statement, lead, filler)


def _is_thing(reading: Reading, verb: int) -> bool:
    """Tell "a delay | could hurt Chad", which threatens nobody, from "the army | could hit it"."""
    head = reading.skip_left(verb - 1, "B", 0)
    body = reading.text.lower[head] in reading.lexicon["state_bodies"]
    return reading.tags[head] in "OG" and not body


def _is_judged(statement: Statement, filler: Filler) -> bool:
    """Tell who acts in what is said, or whose deed: not in "trade with Chad", "as Chad arms"."""
    reading, lower, tags = statement.reading, statement.lower, statement.tags
    if _is_topic(reading, filler) or suffers(reading, filler):
        return filler.how != NAMED_BEHIND
    # "lets Chad | to", "hard for Chad | to"
    let = tags[filler.end] == "T" and statement.act == "assess"
    acts = let or tags[verb_behind(statement, filler.end)] in FINITE
    for lead in leads_to(reading, filler.first, start_of(statement)):
        tag, word = tags[lead], lower[lead]
        verb = statement.match.resolver.skip_left(lead - 1, "P")  # "carried | out by Chad"
        if word == "by" and tags[verb] == "E":
            return _is_agent(statement, verb)
        if tag == "R" or (tag == "P" and word not in OWNERS):
            return let or word == "that"
        if tag == "A" and word in BE:  # "the culprits are | Chad's rebels"
            return acts or statement.act == "praise" or tags[filler.end] not in "OX"
        if tag in "VIG":
            told = tag == "V" and tags[lead - 1] != "R"  # not "to curb Chad's arms would"
            return let or (acts and told) or is_spoken(statement, lead)
        if tag in "SMt;" or (acts and tag in "C," and tags[lead - 1] != "X"):
            return acts and tag != "S"
    return True


def is_about(statement: Statement, filler: Filler) -> bool:
    """Tell whom a judgement is about who does nothing in it: "deals with | Chad will go on".

    Not whom something is done to or happens to: "would curb Chad", "is a blow to Chad", "if Chad".
    """
    start, tags = start_of(statement), statement.tags
    lead = next(leads_to(statement.reading, filler.first, start), start - 1)
    word = statement.lower[lead]
    if lead < start or tags[lead] not in "VGIP":
        return word not in CONDITIONS
    if tags[lead] != "P":
        return is_spoken(statement, lead)
    return word in OWNERS - {"from"} or FINITE.isdisjoint(tags[start:lead])


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
    "request": is_asked,
    "accuse": _is_blamed,
    "promise": _is_promised,
    "praise": _is_praised,
}
