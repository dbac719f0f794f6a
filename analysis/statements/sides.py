"""Who is meant by "we", "it" or a name in what is said: the speaker's own side, or others.

What one's own side does in what one says, one does: "said his government rejects it".
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from analysis.actors import BODIES, PERSONS, ActorBook
from analysis.acts import ContentActs, SpeechWords
from analysis.grammar import FIRST_PERSON, HE_OR_SHE, OWN_POSSESSIVES
from analysis.reading import Reading
from analysis.roles import VERBS, Filler
from analysis.statements.naming import country_of
from analysis.statements.statement import Statement, governing
from analysis.text import find_tokens

# So near to the head of what is said stands the state that opens it.
OPENING = 1


class OwnSide:
    """Tells the subjects in what is said that stand for the speaker or the speaker's state."""

    def __init__(self, statement: Statement, acts: ContentActs):
        self.reading: Reading = statement.reading
        self.statement = statement
        self.acts = acts
        self.first, self.end = statement.said()
        self.lower, self.tags = statement.lower, statement.tags
        self.lexicon = statement.lexicon
        self.home = self.lexicon["home"]

    def find(self, sought: Container[str], end: int) -> Iterator[int]:
        """Yield the tokens of what is said, up to an end, that are one of some words."""
        return find_tokens(self.lower, sought, self.first, end)

    def is_own(self, subject: int) -> bool:
        """Tell whether a subject that ends at a token is the speaker or the speaker's state."""
        if subject < self.first:
            return False
        own = self.acts.speech.own_side
        word = self.lower[subject]
        if word in own:
            return self._is_own_pronoun(subject, word)
        mention = self.reading.named_at(subject)
        if mention is None:
            before = self.lower[max(self.first, subject - 2) : subject]
            return self._is_home(subject) or not OWN_POSSESSIVES.isdisjoint(before)
        if mention.name in self._speakers():
            return True
        own_states = self.statement.own_countries
        return mention.country in own_states or (not own_states and self._has_office(subject))

    def _has_office(self, subject: int) -> bool:
        """Tell whether "the ministry" speaks for the state that what it says begins with.

        So does "a defence spokesman", and one who is named; not "a minister", of whatever state.
        """
        office = self.lower[self.statement.speakers[0].end - 1]
        mention = self.reading.mentions[self.reading.mention_at[subject]]
        return office in self.lexicon["state_offices"] and mention.first - self.first <= OPENING

    def _is_home(self, noun: int) -> bool:
        """Tell "the country" of an official who names no other before, outside quotations."""
        if self.lower[noun] not in self.home or self.lower[noun - 1] != "the":
            return False
        own = self.statement.own_countries
        others = self.reading.countries_between(self.statement.sentence.first, noun) - own
        return bool(own) and not others and not self.reading.text.quotes[noun]

    def is_owned_thing(self, noun: int) -> bool:
        """Tell "his visit", which promises nothing, from "our plan" and "his government"."""
        before = self.lower[max(self.first, noun - 2) : noun]
        if self.tags[noun] != "O" or not FIRST_PERSON.isdisjoint(before):
            return False
        return self.lower[noun] not in self.acts.speech.speaking

    def is_other_at_home(self, subject: int) -> bool:
        """Tell a compatriot who is named, or the state of a lawmaker or critic, from one's own."""
        if self.is_other_person(subject):
            return True
        named = self.reading.kind_at(subject) in ("state", "capital", "metonym", "institution")
        return (named or self.lower[subject] in self.home) and self.is_outsider()

    def is_other_person(self, subject: int) -> bool:
        """Tell a person who is named, but not as who speaks."""
        mention = self.reading.named_at(subject)
        if mention is None or mention.kind not in PERSONS:
            return False
        return mention.name not in self._speakers()

    def is_outsider(self) -> bool:
        """Tell whether a lawmaker or critic speaks, whose state is not at their command."""
        return not self.acts.speech.outsiders.isdisjoint(self._said_by())

    def _said_by(self) -> set[str]:
        """Return the words of who speaks: "the army", "the chief of police"."""
        filler = self.statement.speakers[0]
        words = set(self.lower[filler.first : filler.end])
        for named in self.reading.named([filler]):
            words |= set(named.role.lower().split())
        return words

    def _speakers(self) -> set[str]:
        """Return the names of who speaks: "NATO said NATO would …" too is one's own."""
        return {mention.name for mention in self.reading.named(self.statement.speakers)}

    def _is_own_pronoun(self, token: int, word: str) -> bool:
        """Tell "he" who speaks from another; in a quotation only "we" and "I" are one's own."""
        if word in FIRST_PERSON:
            return True
        if self.reading.text.quotes[token]:
            return False
        mention = self.reading.named_at(token)
        if mention is not None and mention.name in self._speakers():
            return True
        behind = self.statement.match.trigger < token == self.statement.match.end
        speaker = self.reading.kind_of(self.statement.speakers[0])
        if behind and word == "it" and speaker in BODIES:
            return True  # "Oslo said it would", whomever the "it" was read as
        if mention is not None and mention.country:
            return mention.country in self.statement.own_countries
        # "They" cannot stand for one person.
        return word not in ("they", "their") or speaker not in ("person", "title")


def settle_sides(
    reading: Reading, statements: list[Statement], words: SpeechWords
) -> list[Statement]:
    """Give what "his government rejects" to who says so; in place.

    What one's own side is said to be determined to do, who says so promises; others who are said to
    be have promised nothing. What somebody denies has nobody said: that is left out, and "its
    inquiry found" inside the inquirer's words.
    """
    home = reading.lexicon["home"] | reading.lexicon["own_bodies"]
    kept = []
    for statement in statements:
        trigger, speaker = statement.match.trigger, statement.speakers[0]
        around = governing([s for s in statements if s is not statement], trigger)
        if around is None:
            kept.append(statement)
            continue
        inside = around.match.end <= speaker.first
        same = _is_owned(reading, speaker, home) or _is_same(speaker, around, words)
        if inside and same:
            statement.speakers = around.speakers
        elif statement.match.rule.phrases and statement.match.rule.set["act"] == "promise":
            # "Is determined to win", "stands ready to help": who is so need say nothing.
            own = {country_of(reading, one) for one in around.speakers} - {""}
            if own.isdisjoint(country_of(reading, one) for one in statement.speakers):
                continue
            statement.speakers, around.own_words = around.speakers, statement
        elif _is_owned(reading, speaker, reading.lexicon["own_papers"]) or any(
            _is_denied(other, speaker) for other in statements if other.covers(trigger)
        ):
            continue  # no act of its own
        if inside and _is_all_said(around, statement):
            around.own_words = statement
        kept.append(statement)
    return kept


def is_guessed(statement: Statement, statements: list[Statement], book: ActorBook) -> bool:
    """Tell "Rossi said Chadians are angry at Mali", which tells what is in the mind of others.

    So does “Chad believes”, quoted. An outlet reports it, a spokesman says it for his own side.
    """
    reading, speaker, verb = statement.reading, statement.speakers[0], statement.match.trigger
    thinks = reading.is_form(verb, statement.lexicon["states_of_mind"])
    felt = statement.match.rule.set.get("speaker") == "predicate"
    if not (felt or (thinks and reading.text.quotes[verb])):
        return False
    around = governing([other for other in statements if other is not statement], verb)
    joined = statement.lower[speaker.first - 3 : speaker.first]  # "he and other ministers"
    own = statement.tags[speaker.first] == "p" or not HE_OR_SHE.isdisjoint(joined)
    if own or around is None or speaker in around.speakers:
        return False
    state, many = country_of(reading, speaker), statement.lower[speaker.end - 1].endswith("s")
    others = state not in around.own_countries if state else many
    return others and not any(book.is_outlet(m.actor_id) for m in reading.named(around.speakers))


def _is_owned(reading: Reading, speaker: Filler, nouns: frozenset[str]) -> bool:
    """Tell "his government" and "our country" from "his aide", by the nouns that count."""
    whose = reading.text.lower[speaker.first] in OWN_POSSESSIVES
    return speaker.mention < 0 and whose and reading.text.lower[speaker.end - 1] in nouns


def _is_same(speaker: Filler, around: Statement, words: SpeechWords) -> bool:
    """Tell "the company said | it expects", "Lee Ray said | he expects", "many say | they fear"."""
    one, word = around.speakers[0], around.lower[speaker.first]
    body = around.lower[one.end - 1] in words.bodies
    named = around.sentence.first < one.end - 1 and len(around.speakers) == 1
    named = named and around.reading.text.words[one.end - 1][0].isupper()
    behind = speaker.first == around.match.end + (around.lower[speaker.first - 1] == "that")
    he = named and not body and word in ("he", "she") and behind
    they = word == "they" and behind and not named
    return one.mention < 0 and (he or they or (word == "it" and body))


def _is_denied(around: Statement, speaker: Filler) -> bool:
    """Tell "denied a report that the army had admitted it": the army has admitted nothing."""
    between = slice(around.match.end, speaker.first)
    reported = "that" in around.lower[between] and "," not in around.tags[between]
    return reported and around.match.rule.set["act"] == "deny"


def _is_all_said(around: Statement, statement: Statement) -> bool:
    """Tell "said he doubted that", one act, from "said they met and he believed that"."""
    reading = statement.reading
    who, one = (reading.named(side.speakers) for side in (statement, around))
    same = statement.speakers == around.speakers or (
        len(who) == len(one) == 1
        and (who[0].actor_id or who[0].name) == (one[0].actor_id or one[0].name)
    )
    start = statement.match.resolver.group_start(statement.match.trigger)
    before = statement.tags[around.match.end : start]
    alone = (VERBS | {"A"}).isdisjoint(before)
    return same and alone and statement.match.rule.set["act"] != "say"
