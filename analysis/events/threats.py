"""Which warnings threaten, which announcements are threats, and whom they would hit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from analysis.events.owners import owned_behind, owned_parties
from analysis.events.parties import find_parties
from analysis.events.party import Party, as_party
from analysis.grammar import FUTURE, POSSESSIVE_PRONOUNS
from analysis.plover import load_plover, plover_words
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.statements import Statement
from analysis.text import find_tokens

# How far from "will" the answer to a hostile act may stand.
BEFORE, BEHIND = 6, 8
# … and how far behind "if" who provokes it.
PROVOKER_REACH = 6
# What the other side does would call the deed off: "would attack unless Chad withdrew".
UNLESS = frozenset({"if", "unless"})
AIMING = frozenset({"against", "on"})


def announces_answer(statement: Statement) -> bool:
    """Tell whether a neutral verb carries a threat: "would respond to any attack, he said"."""
    if not statement.targets:
        return False
    lower = statement.lower
    first, end = statement.first, content_end(statement)
    # To respond is hostile only to what is hostile, or where it is done with force.
    if plover_words("provocations").isdisjoint(lower[first:end]):
        return False
    will = next(find_tokens(lower, FUTURE, first, end), -1)
    near = lower[max(first, will - BEFORE) : min(end, will + BEHIND)]
    return will >= 0 and not plover_words("answers").isdisjoint(near)


def menaces(statement: Statement) -> bool:
    """Tell whether words said of another are a threat by themselves: "Chad will regret it"."""
    if statement.act != "warn" or not statement.targets:
        return False
    first, end = statement.first, content_end(statement)
    return next(iter(load_plover().menaces.find(statement.lower, first, end)), None) is not None


def announces_deed(statement: Statement) -> bool:
    """Tell whether a warning tells what the speaker's own side will do: "will strike, he said"."""
    first, end = statement.first, content_end(statement)
    conditional = not UNLESS.isdisjoint(statement.lower[first:end])
    if not statement.targets or not (statement.act == "warn" or conditional):
        return False
    if not tells_own_deed(statement):
        return False
    known = plover_words("deeds") | plover_words("answers") | plover_words("hostile")
    for token in find_tokens(statement.lower, FUTURE, first, end):
        near = statement.lower[token : min(end, token + BEHIND)]
        if "not" not in near or not statement.lexicon["will_not"].isdisjoint(near):
            return not known.isdisjoint(near)
    return False


def content_end(statement: Statement) -> int:
    """Return where the content ends that stands in the statement's own sentence."""
    return min(statement.end, statement.sentence.end)


def is_threat(statement: Statement, words: Sequence[str], rulebook: Rulebook) -> bool:
    """Tell a warning that threatens from one that foretells: "warned of rain"."""
    first, end = statement.match.end, content_end(statement)
    if "warn" in rulebook.acts.find(statement.reading.text.plain, range(first, end)):
        return True
    if find_provoker(statement) and not plover_words("costs").isdisjoint(
        statement.lower[statement.first : end]
    ):
        return True
    if not statement.targets:
        return False
    if "against" in words[:8] or ("not", "to") in pairwise(words[:8]):
        return True
    of_what = words[words.index("of") :][:6] if "of" in words[:4] else ()
    if not plover_words("costs").isdisjoint(of_what) or tells_own_deed(statement):
        return True
    behind = max(filler.end for filler in statement.targets)  # "warned Chad | to stop the flights"
    return statement.tags[behind : behind + 1] == ["T"] and behind > statement.match.trigger


def tells_own_deed(statement: Statement) -> bool:
    """Tell whether the speaker's own side will act: "warned Chad that it would respond"."""
    speakers = {party.side for party in find_parties(statement.reading, statement.speakers)}
    first = min(statement.match.end, statement.first)
    for token in find_tokens(statement.lower, {"will", "would"}, first, content_end(statement) - 1):
        owned = statement.lower[token - 2] in POSSESSIVE_PRONOUNS
        own_side = plover_words("acting_for_states" if owned else "speaking_for_sides")
        if statement.lower[token - 1] in own_side:
            return True
        subject = find_parties(statement.reading, statement.match.resolver.subject(token + 1))
        return not {party.side for party in subject}.isdisjoint(speakers)
    return False


def find_provoker(statement: Statement) -> list[Party]:
    """Return whose deed would be answered: "would respond if Chad sent troops", "any raid by"."""
    reading = statement.reading
    lower, end = reading.text.lower, content_end(statement)
    said = {party.side for party in find_parties(reading, statement.speakers)}
    for token in range(statement.first, end):
        if lower[token] not in UNLESS and not _is_provoking(reading, token, end):
            continue
        told = reading.tags[statement.match.end : token]
        if reading.tags[token + 1] == "p" and statement.targets and "V" not in told:
            continue  # "warned Chad of sanctions if it helps Mali": whoever is addressed
        for _, mention in reading.mentions_between(token, min(end, token + PROVOKER_REACH)):
            party = as_party(mention)
            if party is not None and party.side not in said and mention.kind != "pronoun":
                return owned_parties(reading, statement.sentence, mention.first) or [party]
    return []


def _is_provoking(reading: Reading, token: int, end: int) -> bool:
    """Tell "any American strike on Chad would …", a deed with a price, from other things."""
    lower = reading.text.lower
    near = lower[token : min(end, token + PROVOKER_REACH)]
    return lower[token] == "any" and not plover_words("provoking").isdisjoint(near)


def find_threatened(statement: Statement) -> list[Party]:
    """Return whom the deed would hit: "threatened to cut off gas to Moldova", "force in Chad"."""
    match = statement.match
    lower, end = statement.lower, content_end(statement)
    if lower[match.end : match.end + 1] != ["to"]:
        return _find_aim(statement) if "threaten" in match.reading.lemmas(match.end - 1) else []
    said = {filler.mention for filler in statement.speakers}
    whoever = find_tokens(lower, statement.lexicon["whoever"], match.end, end - 1)
    end = next((at for at in whoever if statement.tags[at + 1] == "R"), end)
    for number, mention in statement.reading.mentions_between(match.end, min(end, match.end + 14)):
        if mention.country and number not in said and mention.kind != "pronoun":
            return [Party(mention.actor_id or mention.country, mention.country)]
    return []


def _find_aim(statement: Statement) -> list[Party]:
    """Return against whom a deed is threatened: "threatened sanctions against Chad"."""
    first, end = statement.match.end, content_end(statement)
    near = range(first, min(end, first + BEHIND))
    return owned_behind(
        statement.reading, statement.sentence, near, AIMING, frozenset({"of", "in"})
    )
