"""Whether somebody who is only named behind a verb of asking or blaming is meant by it.

"Called for an end to Chadian raids" asks Chad, "called for help to Chad" does not; "condemned the
raid on Chad" blames others.
"""

from __future__ import annotations

from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import NAMED_BEHIND, Statement

# Before a verb these oblige: "Chad must leave".
OBLIGING = frozenset("must should ought needs need needed".split())
# Who is told to be one of these has to be it himself.
WILLING = frozenset("prepared committed involved engaged".split())
# What a noun phrase consists of.
PHRASE = frozenset("DOEXB#GC")
# Right behind the verb or noun of asking stands whom it is put to.
ADDRESSING = frozenset("to on upon for that with".split())
# "An end to Chadian raids".
ENDING = frozenset("end halt stop limit limits restrictions changes".split())
TALKING = frozenset({"with", "between"})
BY = frozenset({"by"})
DOERS = BY | {"of", "from"}
# Who stands behind these has something done to it, if a deed stands before.
HITTING = frozenset("of on against upon at to".split())
# Behind these stands who is blamed, where the deed is not told.
BLAMING = frozenset("about over by in with of at on as after toward towards".split())
# "Launched a scathing attack on Chad" blames Chad.
LAUNCHING = frozenset("launch mount begin unleash make".split())
# What one violates is one's own: "a violation of Chad's obligations".
PLEDGED = frozenset("obligations obligation commitments commitment promises pledges".split())
# Behind these another clause begins.
CLAUSE_ENDS = frozenset("VRS;")
REFERRING = frozenset("reference response reply warning message opposition".split())


def is_asked(reading: Reading, statement: Statement, filler: Filler) -> bool:
    """Tell whom something is asked of from who is only named in what is asked.

    Where a verb that only says carries it, it must be who has to act: "Chad must leave".
    """
    verb = _verb_behind(reading, statement, filler.end)
    start = _phrase_start(reading, filler.first, statement.first)
    obliged = reading.text.lower[verb] in OBLIGING
    if (obliged and is_aside(reading, start)) or is_done_to(reading, verb):
        return False
    if filler.how != NAMED_BEHIND:
        return True
    if _must_act(reading, statement, start, filler.end):
        return True
    asks = statement.match.rule.set["act"] == "request"
    return asks and start >= statement.match.end and _is_in_object(reading, statement, filler)


def _phrase_start(reading: Reading, first: int, start: int) -> int:
    while first > start and reading.tags[first - 1] in "DEO#":
        first -= 1
    return first


def _must_act(reading: Reading, statement: Statement, first: int, end: int) -> bool:
    """Tell who has to act: "the need for Chad to leave", "that Chad leave", "Chad must leave"."""
    lower, tags = reading.text.lower, reading.tags
    verb = _verb_behind(reading, statement, end)
    before = lower[first - 1] if first else ""
    if before in ADDRESSING and (tags[verb] == "T" or (before == "for" and tags[end] == "C")):
        return True
    if lower[verb] in OBLIGING or lower[verb : verb + 2] in (["has", "to"], ["have", "to"]):
        return True
    opens = before == "that" or first == statement.match.end
    return opens and lower[verb] in reading.lemmas(verb)


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
    verb += 1
    while tags[verb] == "B":
        verb += 1
    return tags[verb] == "E" and lower[verb] not in WILLING


def _verb_behind(reading: Reading, statement: Statement, end: int) -> int:
    """Return the verb behind a name and those joined to it: "Chad and Mali | must"."""
    tags, last = reading.tags, statement.sentence.end - 1
    while end < last and tags[end] in "OXBCED":
        end += 1
    return min(end, last)


def _is_in_object(reading: Reading, statement: Statement, filler: Filler) -> bool:
    """Tell "demanded Chad's withdrawal", "an answer from Chad" from "a border with Chad"."""
    lower, tags, start = reading.text.lower, reading.tags, statement.match.end
    for token in range(start, filler.first):
        word, noun = lower[token], lower[token - 1]
        leads = (
            (tags[token] in PHRASE and word != "that")
            or (token == start and word in ADDRESSING)
            or word == "of"
            or (word == "to" and noun in ENDING)
            or (word == "from" and noun not in plover_words("leaving"))
            or (word in TALKING and noun in plover_words("talks"))
        )
        if not leads:
            return False
    behind = lower[filler.end : filler.end + 4]
    return plover_words("not_asked").isdisjoint(behind)


def is_promised(reading: Reading, statement: Statement, filler: Filler) -> bool:
    """Tell "promised Chad's rebels aid" from "promised calm as Chad armed its rebels"."""
    if filler.how != NAMED_BEHIND or statement.match.rule.set["act"] != "promise":
        return True
    between = slice(statement.match.end, filler.first)
    apart = "as" in reading.text.lower[between]
    return not apart and CLAUSE_ENDS.isdisjoint(reading.tags[between])


def is_blamed(reading: Reading, statement: Statement, filler: Filler) -> bool:
    """Tell whose deed is blamed from who suffers it: "condemned the raid on Chad"."""
    if statement.match.rule.set["act"] != "accuse":
        return True
    if filler in statement.match.fillers.get("target_on", ()):
        return True  # "blamed the raid on Chad"
    lower = reading.text.lower
    lead = _lead_before(reading, filler.first, statement.match.end)
    word, noun = lower[lead], lower[_before_marks(reading, lead)]
    launched = not LAUNCHING.isdisjoint(reading.lemmas(statement.match.trigger))
    if word in HITTING and noun in plover_words("harms") and not launched:
        return not PLEDGED.isdisjoint(lower[filler.end : filler.end + 4])
    if word in TALKING:
        return noun not in plover_words("talks")
    addressed = lead <= statement.match.end + 1 or noun in REFERRING
    return addressed or word in BLAMING or (word == "against" and noun not in plover_words("harms"))


def _lead_before(reading: Reading, first: int, start: int) -> int:
    """Return the preposition that leads to a name, or -1."""
    lead = first - 1
    while lead > start and reading.tags[lead] in "DOEX#Q":
        lead -= 1
    return lead if lead >= start and reading.tags[lead] == "P" else -1


def _before_marks(reading: Reading, lead: int) -> int:
    """Return the word before a preposition: "terrorist attacks” against"."""
    noun = lead - 1
    while noun > 0 and reading.tags[noun] == "Q":
        noun -= 1
    return noun
