"""Whom pronouns behind a verb of speech mean: "urged | him to", "called | his pledge a farce"."""

from __future__ import annotations

from analysis.actors import BODIES, PERSONS, Mention
from analysis.acts import SpeechWords
from analysis.grammar import HE_OR_SHE, HIS_OR_HER
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.named import is_other, is_party
from analysis.statements.naming import country_of
from analysis.statements.pairs import find_partner
from analysis.statements.statement import Statement

ADDRESSED = frozenset("to of for not that against over".split())
WITH = frozenset({"with", "to", "on"})


def find_addressed(statement: Statement, speech: SpeechWords) -> list[Filler]:
    """Return whom "him", "it" behind the verb means, who is not the speaker.

    That is whom the speaker did something to before in the sentence; where nobody is, the other one
    of two whom the sentence before brought together.
    """
    reading, pronoun = statement.reading, statement.match.end
    if statement.act == "warn" and statement.tags[pronoun] == "T":  # "threatened to sack | him"
        pronoun = reading.skip_right(pronoun, "TBI", statement.sentence.end - 1)
    if not _is_addressed(reading, pronoun, statement.sentence.end):
        return []
    own = {country_of(reading, filler) for filler in statement.speakers} - {""}
    kinds = PERSONS if statement.lower[pronoun] in ("him", "her") else BODIES
    resolver = statement.match.resolver
    verb = resolver.verb_before(resolver.group_start(statement.match.trigger) - 1)
    while verb >= 0:
        for filler in (*resolver.object(verb), *resolver.phrases(verb, WITH)):
            states = reading.countries_between(filler.first, filler.end)
            one = is_other(statement, filler.mention) and reading.kind_of(filler) in kinds
            if (own and states and states.isdisjoint(own)) or one:
                return [filler]
        first = verb + 1 + (statement.lower[verb + 1] in WITH)
        head = resolver.skip_right(first, "DOXE#") - 1
        party = is_party(statement.lower[head], speech) or reading.text.words[head][0].isupper()
        if head >= first and party and kinds is BODIES:  # "left the party, accusing | it of"
            return [Filler(first, head + 1, how="object without a name")]
        verb = resolver.verb_before(resolver.group_start(verb) - 1)
    return find_partner(reading, Filler(pronoun, pronoun + 1), own)


def find_only_person(statement: Statement, pronoun: int) -> list[Filler]:
    """Return whom "his speech" or “He …” means: who alone, but the speaker, was named before."""
    reading, here = statement.reading, statement.sentence
    kinds = {reading.kind_of(one) for one in statement.speakers}
    heads = (statement.lower[one.end - 1] for one in statement.speakers if one.mention < 0)
    # Whose "his speech" is, only others than one person tell.
    others = kinds <= BODIES | {"group", ""} and all(head[-1] == "s" for head in heads)
    told = {*statement.lower[pronoun : pronoun + 3]}
    others = others and not plover_words("suffered") & told  # "condemned his arrest"
    if not others and statement.lower[pronoun] in HIS_OR_HER:
        return []
    before = reading.text.sentences[max(0, here.number - 1)].first
    near = (reading.mentions_between(*at) for at in ((here.first, pronoun), (before, here.first)))
    named = ([nm for nm in at if _is_other_person(statement, *nm)] for at in near)
    people = {one.name: number for number, one in next((some for some in named if some), [])}
    return [reading.filler(number) for number in people.values()] if len(people) == 1 else []


def _is_other_person(statement: Statement, number: int, one: Mention) -> bool:
    """Tell somebody with a name, be it a "he", from who speaks and "a CNN analyst"."""
    person = one.kind in PERSONS or statement.lower[one.first] in HE_OR_SHE
    named = bool(one.actor_id) and one.name.split()[-1:] != statement.lower[one.end - 1 : one.end]
    return person and named and is_other(statement, number)


def _is_addressed(reading: Reading, pronoun: int, end: int) -> bool:
    """Tell "praised him", "urged it to" from "praised her book", "condemned it"."""
    if pronoun + 1 >= end:
        return False
    word, behind = reading.text.lower[pronoun : pronoun + 2]
    if word in ("it", "them"):  # which may be things, but what is addressed so is somebody
        return behind in ADDRESSED
    return word in ("him", "her") and (word == "him" or reading.tags[pronoun + 1] not in "O#EX")
