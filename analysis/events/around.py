"""What the statement around an event, or the verb that governs it, makes of it."""

from __future__ import annotations

from analysis.events.owners import long_subject
from analysis.events.parties import find_parties
from analysis.matching import Match
from analysis.statements import Statement
from analysis.statements.pledges import DECIDING
from analysis.text import find_tokens
from analysis.transfer_allegations.claimants import REASONS

# So near before it, its day makes a decision one that was taken.
DATED_BEFORE = 2
AFTER = frozenset({"after", "since"})


def accuses(statement: Statement) -> bool:
    """Tell whether accusing words, said of somebody, carry a claim."""
    return statement.names_others and statement.match.rule.set["act"] in ("accuse", "warn")


def is_denied(statements: list[Statement], token: int) -> bool:
    """Tell whether a denial covers a token, even a claim that is told inside the denial."""
    own = {f.mention for s in statements if s.match.trigger == token for f in s.speakers}
    for statement in statements:
        if statement.act != "deny" or statement.defends:
            continue  # "defended its decision to sell"
        # "rejected the claim and urged Chad to wait": the second is the same speaker's own act.
        # … but not "denied having agreed".
        apart = statement.lower[token - 1] != "having"
        joined = apart and own == {filler.mention for filler in statement.speakers}
        if statement.covers(token) and not joined:
            return True
    return False


def is_blamed_for(match: Match, event_type: str) -> bool:
    """Tell whether aid is what somebody is accused of, or "backing rebels" is."""
    before = match.lower[match.resolver.group_start(match.trigger) - 1]
    return event_type == "AID" or (event_type == "SUPPORT" and before in ("of", "for"))


def stands_apart(match: Match) -> bool:
    """Tell what is done beside from what is said: "called for calm, with Chad blaming Mali".

    So what else the speaker says: "urged Chad to stop, warning that it would strike", and where he
    says it: "called for calm during a call with Mali".
    """
    index = match.resolver.group_start(match.trigger) - 1
    if match.rule.table == "visits" or match.rule.set.get("event_type") == "CONSULT":
        index = match.resolver.skip_left(index, "XOE#t")
        held = match.lower[match.resolver.skip_left(index, "XOEDC,")] in ("as", "while")
        return held or (match.tags[index] == "D" and match.lower[index - 1] in ("during", "in"))
    if match.tags[match.trigger] != "G":
        return False
    if match.rule.table == "statements" and match.tags[index] == ",":
        return True
    index = match.resolver.skip_left(index, "DXOE")
    return match.lower[index] == "with"


def is_told_of(match: Match, statement: Statement) -> bool:
    """Tell what is done with what somebody said: "Chad's request for help was turned down".

    So what is done because somebody asked for it: "was held at the request of Chad", and after
    what somebody vows to act: "threatened to close the port after Chad had seized a ship".
    """
    noun, end = statement.match.trigger, statement.match.end
    asked = statement.act == "request" or match.lower[end] == "to"
    if asked and _occasion(match, end) >= 0:
        return True
    if statement.match.rule.id in REASONS:
        return not match.rule.nouns
    return bool(statement.match.rule.nouns) and noun in long_subject(match)


def _occasion(match: Match, first: int) -> int:
    """Return the "after" or "since" behind a token that opens the clause of a past deed; or -1."""
    letters = match.reading.grammar.form_letters.get(match.lower[match.trigger], "")
    for token in range(match.resolver.group_start(match.trigger) - 1, first, -1):
        if match.tags[token] == "V" or match.lower[token] in AFTER:
            return token if "d" in letters and match.tags[token] != "V" else -1
    return -1


def is_granted(match: Match, statement: Statement | None) -> bool:
    """Tell what a speaker takes for granted: "has doubled since Chad invaded", "thanked it for".

    Not what he gives as a reason: "shut the road since Chad shelled it".
    """
    roles, lower = match.resolver, match.lower
    if match.tags[match.trigger] == "G":
        thanked = statement is not None and statement.act == "praise"
        return thanked and lower[roles.group_start(match.trigger) - 1] == "for"
    since = _occasion(match, match.sentence.first) if match.tags[match.trigger] == "V" else -1
    timed = since > 0 and lower[since] == "since" and lower[since - 1] != ","
    verb = roles.predicate_before(since - 1)
    past = "d" in match.reading.grammar.form_letters.get(lower[verb], "")
    return timed and (verb < 0 or match.tags[verb] == "E" or (match.tags[verb] == "V" and not past))


def is_decided(match: Match, governor: int) -> bool:
    """Tell a measure that was voted, or that a body of states agreed on, from a mere plan.

    So a decision of some day: "its decision on Monday to expel the envoy".
    """
    if match.lower[governor] == "decision":
        dated = slice(governor - DATED_BEFORE, match.resolver.group_start(match.trigger) - 1)
        return "t" in match.tags[dated] and "next" not in match.lower[dated]
    start = match.resolver.group_start(governor)
    if match.tags[governor] not in "VE" or "M" in match.tags[start:governor]:
        return False  # "will vote to", "may agree to", "failed to agree to"
    lemmas = match.reading.lemmas(governor)
    if "vote" in lemmas:
        return True
    bodies = find_parties(match.reading, match.filling("actor"))
    return not DECIDING.isdisjoint(lemmas) and any(body.country == "IGO" for body in bodies)


def announces_plan(match: Match) -> bool:
    """Tell "announced its plan to impose", where only the infinitive tells what is to be done."""
    if not match.reading.is_form(match.trigger, match.reading.grammar.governors["announced"]):
        return False
    end = match.resolver.skip_right(match.end, "DOE")
    plans = find_tokens(match.lower, match.lexicon["plans_of_bodies"], match.end, end)
    return any(match.tags[t + 1] == "T" or match.lower[t + 1] == "for" for t in plans)
