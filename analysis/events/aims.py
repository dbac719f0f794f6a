"""Whom a statement is aimed at, where it is an event: who is accused, asked or promised to."""

from __future__ import annotations

from analysis.events.owners import joined_by_hyphen, long_subject, owned_behind, owned_parties
from analysis.events.parties import HOME, find_parties
from analysis.events.party import Party, as_parties
from analysis.events.threats import content_end
from analysis.grammar import BE, HAVE
from analysis.plover import load_plover, plover_words
from analysis.roles import Filler
from analysis.statements import (
    NAMED_BEHIND,
    OBLIGING,
    Statement,
    find_doer,
    find_pair,
    is_aside,
    is_done_to,
    suffers,
)
from analysis.text import find_tokens

# Behind these words stands whose deed is disapproved of, or who has to act; and how far they reach.
BEFORE_TARGET = {
    "accuse": (frozenset("over about at by of".split()), 6),
    "request": (frozenset("that for on upon".split()), 1),
    "promise": (frozenset("to for".split()), 10),
}
# Whom a reason names is not addressed: "warned against it, since Chad was at the border".
BECAUSE = frozenset({"because", "since"})
# So near behind its verb stands what an appeal is for.
APPEAL_REACH = 5
# How far behind a deed stands by whom it was done.
DOER_REACH = 14


def find_aim(statement: Statement, act: str) -> list[Party]:
    """Return who is addressed; else whose deed it is, or who has to act."""
    match, seated = statement.match, statement.lexicon["seated_there"]
    around = (slice(max(0, f.first - 2), f.end + 2) for f in statement.targets)
    near = {word for tokens in around for word in statement.lower[tokens]}
    if "-" in near and not seated.isdisjoint(near):
        return []  # "condemned the Malta-based bank", which is not Malta
    aimed = [filler for filler in statement.targets if not _is_outside(statement, filler)]
    # "Both governments", "the two countries" are two states.
    pair = (one for filler in aimed for one in find_pair(statement.reading, filler))
    found = find_parties(statement.reading, aimed) or find_parties(statement.reading, pair)
    if act == "request":
        rivals = _find_rivals(statement, aimed=bool(found))
        found = rivals if set(found) <= set(rivals) else found
    if act == "request" and match.rule.set["act"] != "request":
        return (found or _obliged(statement)) if _is_asked(statement) else []
    if found:
        return found
    if act in ("accuse", "warn", "praise"):
        found = _told_of(statement) or _summed_up(statement)
    if act == "accuse" and not match.passive:
        found = found or _doer(statement)
    if found or match.passive:
        return found
    if not statement.spares:
        found = owned_parties(statement.reading, statement.sentence, match.end)
    if act == "request":
        found = _holders(statement) or found or _obliged(statement)
    return found if statement.spares else found or _led_to(statement, act)


def _is_outside(statement: Statement, target: Filler) -> bool:
    """Tell whom the text names beside a quotation, unless it tells him: "“…,” he told Chad"."""
    reasons = statement.lower[statement.match.end : target.first]
    if statement.act != "accuse" and target.how == NAMED_BEHIND and not BECAUSE.isdisjoint(reasons):
        return True
    quotes, quoted = statement.reading.text.quotes, statement.match.trigger
    outside = quotes[quoted] and quotes[target.first] != quotes[quoted]
    told = "tell" in statement.reading.lemmas(target.first - 1)
    return bool(outside) and target.how == NAMED_BEHIND and not told


def _is_asked(statement: Statement) -> bool:
    """Tell "told Chad that the raids must end" from "told Chad that disputes must be settled".

    Whom the demand only names is asked for something definite: not in "ties with Chad must grow".
    """
    if any(filler.how == "who must" for filler in statement.targets):  # statements/demands.py
        return True
    lower, end = statement.lower, content_end(statement)
    for token in range(statement.first, end - 1):
        has_to = lower[token] in HAVE and lower[token + 1] == "to"
        if has_to or (lower[token] in OBLIGING and lower[token - 1] not in BE):
            verb = statement.reading.skip_right(token + 1, "TBN", end - 1)
            told = any(filler.how != NAMED_BEHIND for filler in statement.targets)
            clear = told or bool(load_plover().mode_of("REQUEST", lower[verb:end]))
            return clear and lower[verb] != "be"
    return True


def _find_rivals(statement: Statement, *, aimed: bool) -> list[Party]:
    """Return who are to make peace: "called for talks between | Chad and Mali".

    So "called for calm amid Chad-Mali tensions".
    """
    match = statement.match
    peace = plover_words("talks") | plover_words("pacifying") | plover_words("harms")
    if peace.isdisjoint(statement.lower[match.end : content_end(statement)]):
        return []
    between = match.resolver.phrases(match.end - 1, frozenset({"between"}))
    if between or aimed or match.rule.set["act"] != "request":
        return find_parties(statement.reading, between)
    named = statement.reading.mentions_between(match.end, content_end(statement))
    at_odds = (m for _, m in named if statement.lower[m.end] in plover_words("quarrels"))
    pairs = ([*joined_by_hyphen(statement.reading, mention)] for mention in at_odds)
    return as_parties(next((pair for pair in pairs if len(pair) > 1), ()))


def is_appeal(statement: Statement) -> bool:
    """Tell what one may ask for and name nobody: "called for restraint", "urged states to act"."""
    first, stop = statement.match.end, content_end(statement)
    if not plover_words("pacifying").isdisjoint(statement.lower[first:stop][:APPEAL_REACH]):
        return True
    first += statement.tags[first] in "PTR"  # "called | on", "said | that"
    stop = statement.reading.skip_right(first, "XDEO#", stop)
    named = (m for _, m in statement.reading.mentions_between(first, stop) if m.country)
    stop = min((mention.first for mention in named), default=stop)
    return not plover_words("everybody").isdisjoint(statement.lower[first:stop])


def _led_to(statement: Statement, act: str) -> list[Party]:
    """Return whose deed stands behind a preposition: "protested over | Chadian raids"."""
    first = statement.match.end
    leads, reach = BEFORE_TARGET.get(act, (frozenset(), 0))
    return owned_behind(statement.reading, statement.sentence, range(first, first + reach), leads)


def _told_of(statement: Statement) -> list[Party]:
    """Return whose deed is the subject: "Chadian raids were condemned", "… drew criticism"."""
    match, verb = statement.match, statement.match.trigger
    if match.passive:
        subject, whole = match.resolver.object(verb), long_subject(match)
        owner = statement.reading.named_at(whole.start)
        if owner and owner.possessive and "T" in statement.tags[whole.start : whole.stop]:
            return as_parties([owner])  # "Oslo's decision to shut the port was condemned"
    elif match.rule.nouns and is_drawn(statement):
        subject = match.resolver.clause_subject(verb)
    else:
        return []
    doers = [who for one in subject for who in _doers_of(statement, one)]
    return find_parties(statement.reading, doers)


def _doers_of(statement: Statement, deed: Filler) -> list[Filler]:
    """Return Mali of "The arrest of Danes by Mali was condemned", and never the Danes."""
    reading, lower = statement.reading, statement.lower
    harm = lower[deed.end - 1] in plover_words("harms") and lower[deed.end] in ("of", "on")
    if not harm or any(reading.mentions_between(deed.first, deed.end)):  # "The Danish raid on"
        return [] if suffers(reading, deed) else [deed]
    near = reading.mentions_between(deed.end, statement.match.trigger)
    return next((find_doer(statement, reading.filler(number)) for number, _ in near), [])


def _summed_up(statement: Statement) -> list[Party]:
    """Return who did what is summed up: "Chad closed the port, a move that Mali condemned"."""
    match, lower = statement.match, statement.lower
    patients = match.resolver.object(match.trigger)
    noun = patients[0].end - 1 if patients else match.resolver.antecedent(match.trigger)
    if noun < 2 or statement.tags[noun - 2] not in ",;" or lower[noun - 1] not in ("a", "an"):
        return []
    verb = match.resolver.verb_before(noun - 3)
    return find_parties(statement.reading, match.resolver.subject(verb)) if verb >= 0 else []


def is_drawn(statement: Statement) -> bool:
    """Tell whether a deed brings the blame: "raids that drew condemnation from Mali"."""
    verb = statement.match.resolver.predicate_before(statement.match.trigger - 1)
    return verb >= 0 and statement.reading.is_form(verb, plover_words("drawing"))


def _doer(statement: Statement) -> list[Party]:
    """Return by whom a deed that is blamed was done: "condemned the killing of Malians by"."""
    first = statement.match.end
    near = range(first, first + DOER_REACH)
    return owned_behind(statement.reading, statement.sentence, near, frozenset({"by"}), HOME)


def _holders(statement: Statement) -> list[Party]:
    """Return who holds those whose release is asked for: "two Swedes held by Ethiopia"."""
    lower, first, end = statement.lower, statement.match.end, content_end(statement)
    if load_plover().mode_of("REQUEST", lower[first:end]) != "yield":
        return []  # "to prepare the summit to be held in Addis Ababa"
    for token in range(first, end - 1):
        if lower[token] in statement.lexicon["held_captive"] and lower[token + 1] in ("by", "in"):
            return owned_parties(statement.reading, statement.sentence, token + 2)
    return []


def _obliged(statement: Statement) -> list[Party]:
    """Return who must act: "Ethiopia should withdraw, the minister demanded"."""
    reading, end = statement.reading, min(statement.end, len(statement.lower) - 1)
    for token in find_tokens(statement.lower, OBLIGING, statement.first + 1, end):
        named = reading.named_at(token - 1)
        if named and not is_done_to(reading, token) and not is_aside(reading, named.first):
            return find_parties(reading, statement.match.resolver.subject(token + 1))
    return []
