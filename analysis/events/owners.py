"""Whose something is: "bombed Ukrainian cities", "rejected an offer of Iran"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.actors import Mention
from analysis.events.domestic import OF, is_joined
from analysis.events.party import Party, as_parties
from analysis.grammar import POSSESSIVE_MARKS, POSSESSIVE_PRONOUNS
from analysis.matching import Match
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.roles import NOMINAL, Filler
from analysis.statements import is_shared_seat
from analysis.text import Sentence

# Before the name that tells whose it is: "two detained | American reporters".
INSIDE_PHRASE = frozenset("DO#EBt")
MEASURES_REACH = 4
LINKING = frozenset({"to", "with", "for"})
ALLIES = (["ally"], ["allies"])
HYPHENS = (["-"], ["–"])
# Tags behind which another clause begins.
CLAUSE_ENDS = frozenset("VS;")
# What a subject may be made up of with all that belongs to it: "a plan by Chad to open the port".
LONG_SUBJECT = NOMINAL | {"G", "T", "I"}


def owned_parties(
    reading: Reading, sentence: Sentence, behind: int, before: frozenset[str] = OF
) -> list[Party]:
    """Return whose the object is: "bombed | Ukrainian cities", "rejected | an offer of Iran".

    `before` are the prepositions that may lead to the name.
    """
    return list(dict.fromkeys(as_parties(_owners(reading, sentence, behind, before))))


def owned_behind(
    reading: Reading,
    sentence: Sentence,
    tokens: range,
    leads: frozenset[str],
    before: frozenset[str] = OF,
) -> list[Party]:
    """Return whose it is that the first of some prepositions leads to: "protested over | …"."""
    for token in tokens:
        if token >= sentence.end or reading.tags[token] in CLAUSE_ENDS:
            break
        leading = reading.text.lower[token] in leads
        if leading and (found := owned_parties(reading, sentence, token + 1, before)):
            return found
    return []


def long_subject(match: Match) -> range:
    """Return the tokens before a verb that are its subject with all that belongs to it."""
    start = match.resolver.group_start(match.trigger)
    return range(match.reading.skip_left(start - 1, LONG_SUBJECT, match.sentence.first) + 1, start)


def _owners(
    reading: Reading, sentence: Sentence, index: int, before: frozenset[str]
) -> Iterator[Mention]:
    tags, lower = reading.tags, reading.text.lower
    while index < sentence.end:
        if (mention := reading.named_at(index)) is not None:
            if any(tell(reading, mention) for tell in (is_maker, imposes, is_only_named)):
                return
            yield from joined_by_hyphen(reading, mention)
            if not is_joined(tags, mention.end, sentence.end):
                return
            index = mention.end + 1
        elif tags[index] in INSIDE_PHRASE or lower[index] in before:
            index += 1
        else:
            return


def is_held(reading: Reading, first: int, end: int) -> bool:
    """Tell a place where its state does not rule: "a court in | Crimea"."""
    return " ".join(reading.text.lower[first:end]) in plover_words("held_by_others")


def joined_by_hyphen(reading: Reading, mention: Mention) -> Iterator[Mention]:
    """Yield all that hyphens join, or who is named alone: "an Omani-Yemeni plan"."""
    lower, first = reading.text.lower, mention.first
    while lower[first - 1 : first] in HYPHENS and (named := reading.named_at(first - 2)):
        mention, first = named, named.first
    yield mention
    while lower[mention.end : mention.end + 1] in HYPHENS:
        behind = reading.named_at(mention.end + 1)
        if behind is None:
            return
        mention = behind
        yield mention


def imposes(reading: Reading, mention: Mention) -> bool:
    """Tell whose measures they are: "lifted | US sanctions on Chad"."""
    lower = reading.text.lower
    against = mention.first and lower[mention.first - 1] == "-"  # "anti-Chadian"
    if mention.possessive or against:
        return False
    last = min(mention.end + MEASURES_REACH, len(lower))
    end = min(reading.skip_right(mention.end, "OE", last) + 1, last)
    return not reading.lexicon["measures_of_states"].isdisjoint(lower[mention.end : end])


def is_imposer(reading: Reading, filler: Filler) -> bool:
    """Tell who is only named for his measures."""
    named = reading.mentions_between(filler.first, filler.end)
    return any(imposes(reading, mention) for _, mention in named)


def is_only_named(reading: Reading, mention: Mention) -> bool:
    """Tell "the close Russian ally", another state, from "its Russian ally", which is Russia.

    So "the Iran deal" and "Lula's Iran plan", which are about a state, from "the Iranian deal" and
    "the US policy". "The Iranian nuclear issue" is about it in any case.
    """
    lower, first, behind = reading.text.lower, mention.first, mention.end
    of_ally = lower[first - 1] == "of" and [lower[first - 2]] in ALLIES
    ally = lower[behind : behind + 1] in ALLIES and lower[first - 1] not in POSSESSIVE_PRONOUNS
    noun = reading.skip_right(behind + mention.possessive, "OE", len(lower)) - 1
    sore = noun >= behind and lower[noun] in reading.lexicon["sore_points"]
    about = not reading.lexicon["state_topics"].isdisjoint(lower[behind : behind + 1])
    about = about or (lower[first - 1] in POSSESSIVE_MARKS and reading.tags[behind] in "OQ")
    initials = reading.text.words[behind - 1].replace(".", "").isupper()
    return of_ally or ally or sore or (about and mention.kind == "state" and not initials)


def is_maker(reading: Reading, mention: Mention) -> bool:
    """Tell whose make something is, "Turkish-made drones"; or whose friends: "US-backed forces"."""
    behind, lexicon = reading.text.lower[mention.end : mention.end + 2], reading.lexicon
    made = lexicon["made_or_given"] | lexicon["backed_only"]
    hyphened = behind[:1] == ["-"] and not made.isdisjoint(behind)
    return hyphened or is_shared_seat(reading, mention)
