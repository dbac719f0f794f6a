"""When a transfer takes place: only a date beside its own verb or noun says so."""

from __future__ import annotations

from analysis.dates import DateMention
from analysis.dating import nearest_date, own_dates
from analysis.matching import Match
from analysis.statements import Statement

VERBS = frozenset("VIGEAM")
# Letters of what may part a date from its own verb: "in May has | already | sent".
OWN_GROUP = frozenset("AMBN")
# A clause of its own begins with these.
OPENERS = frozenset("RS;")


def date_transfer(match: Match, statement: Statement | None) -> DateMention | None:
    """Return the date of the clause that tells a transfer, None where another verb is nearer.

    The day on which arms are used is not that on which they were given.
    """
    dates = [] if match.rule.set.get("weak") else own_dates(match, statement)
    return nearest_date(match, [one for one in dates if _is_own(match, one)])


def _is_own(match: Match, date: DateMention) -> bool:
    """Tell "sent tanks in May" from "announced in May that it had sent"."""
    tags, lower = match.tags, match.lower
    first, end = date.first_token, date.end_token
    if not match.lexicon["through"].isdisjoint(lower[end : end + 1]):
        return False
    if date.precision == "year" and lower[first].isdigit() and tags[first - 1] != "P":
        return False  # "Mirage 2000 jets"
    if tags[match.trigger] == "G" and tags[match.trigger - 1] in "OX":
        return False  # "fired at bases housing troops on Monday"
    by_noun = tags[match.trigger] not in "VIGE"
    if by_noun and "since" in lower[first - 1 : first + 1]:
        return False  # "the sixth delivery since May"
    if first >= match.end:
        between = "".join(tags[match.end : first])
        return VERBS.isdisjoint(between) and OPENERS.isdisjoint(between) and ",C" not in between
    return _is_ahead(match, first, end)


def _is_ahead(match: Match, first: int, end: int) -> bool:
    """Tell "in May Oslo sent", "Oslo in May sent" from "said in May it had sent"."""
    tags, resolver = match.tags, match.resolver
    verb = match.trigger
    if tags[verb] not in "VIGE":
        verb = resolver.verb_before(verb - 1)
        announcing = match.reading.grammar.governors["announced"]
        if verb < 0 or announcing.isdisjoint(match.reading.lemmas(verb)):
            return False
    if end <= verb and set(tags[end:verb]) <= OWN_GROUP:
        return True
    between = tags[end : resolver.group_start(verb)]
    opening = first - (tags[first - 1] == "P")
    opens = opening <= match.sentence.first or tags[opening - 1] in ",;CQ"
    return opens and VERBS.isdisjoint(between) and OPENERS.isdisjoint(between)
