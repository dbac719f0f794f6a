"""Who is most in mind at each point of a text: whom "he", "they", "his army" can mean."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict

from analysis.actors.blame import blames, is_object, leader, stands_in_phrase
from analysis.actors.book import ActorBook
from analysis.actors.company import described_bodies, is_of_the_country, opening_owner, owned_bodies
from analysis.actors.mention import BODIES, PERSONS, Mention
from analysis.actors.offices import ELECT, may_hold, office_words, takes_office
from analysis.grammar import HIS_OR_HER
from analysis.text import Text

# "Nuclear analysts" are several, and no "she" or "it"; a "minister of sports" is one.
PLURAL_TITLE = re.compile(r"(?!.* (?:of|for|to) )(?:.*[ -])?\w+[^\Ws]s")
# Such a body acts for its state, which "the country" can mean.
OF_STATES = BODIES - {"organisation"}
SORT_OF_SECTOR = {"REB": "group", "NGO": "group", "BUS": "firm"}
# "The group" was named so many sentences before.
NAMED_WITHIN = 3
# "The militant group said that it": so many tokens at most.
DESCRIBED_WITHIN = 6
# So many people named last can be meant by a pronoun where nobody leads a sentence.
MOST_PEOPLE = 6


class InMind:
    """Keeps whom a text has named, and who leads its sentences, while its mentions are noted."""

    def __init__(self, text: Text, book: ActorBook, published: dt.date | None, body: int):
        self.text = text
        # The first token behind the dateline, whose places no pronoun means.
        self.body = body
        self.book = book
        self.published = published
        self.people: list[Mention] = []
        # Their states, by who they are.
        self.homes: dict[str, str] = {}
        self.person_now: Mention | None = None
        self.person_before: Mention | None = None
        self.body_now: Mention | None = None
        self.body_before: Mention | None = None
        # The like for "it", which means no "soldiers" and no "analysts".
        self.one_now: Mention | None = None
        self.one_before: Mention | None = None
        # Who leads a quotation that opens the sentence: "“Chad denies it,” its army said".
        self.quoted: Mention | None = None
        # Whom the sentence blames for what its next clause tells.
        self.blamed: Mention | None = None
        # Whose the noun right before is: "Chad's claim that it …".
        self.owner: Mention | None = None
        # The state named last: "the country"; armed groups and firms, each as named last.
        self.state: Mention | None = None
        self.sorts: dict[str, dict[str, Mention]] = defaultdict(dict)
        # What each "the group" means, by the token of its article.
        self.meant: dict[int, Mention] = {}
        self.sentence = -1
        self.passed = 0  # the token behind the last mention
        self.adjective: Mention | None = None  # that mention, if it is an adjective
        self.phrase_end = -1  # where the last mention ends, if it stands in a phrase
        # Unnamed officials of a state, as they were described: "a senior Polish diplomat".
        self.described: list[Mention] = []
        self.states: set[str] = set()
        # Of these, those that led a sentence.
        self.led: set[str] = set()
        # The state of each ministry named so far, by what it is called.
        self.bodies: dict[str, str] = {}

    def note_owned(self, end: int) -> None:
        """Remember whom "his army", "the group" and "the country" mean up to a token."""
        for token, pronoun in owned_bodies(self.text, self.passed, end):
            one = pronoun == "it"
            owner = self.body_meant("it", token) if one else self.person_meant(pronoun)
            if owner is not None:
                self.text.owners[token] = owner.first
        adjective = self.adjective
        opened = adjective.first - 1 if adjective is not None else -1
        for token, sort in described_bodies(self.text, self.passed, end, opened):
            body = self._body_of_sort(sort, token)
            state = adjective.country if adjective is not None and token == opened else ""
            if body is not None and state in ("", body.country):
                self.text.owners[token] = body.first
                self.meant[token] = body

    def _body_of_sort(self, sort: str, token: int) -> Mention | None:
        """Return what "the country" or "the group" is: who leads, or the only one, lately named."""
        led = (body for body in (self.body_now, self.body_before) if body is not None)
        only = list(self.sorts[sort].values()) if len(self.sorts[sort]) == 1 else []
        alike = (body for body in (*led, *only) if self._sort_of(body) == sort)
        body = self._state_told_of(token) if sort == "state" else next(alike, None)
        if body is None:
            return None
        near = self.text.sentence_of[token] - self.text.sentence_of[body.first] <= NAMED_WITHIN
        return body if near else None

    def note_owner(self, mention: Mention) -> None:
        """Remember whom "his" means at the head of a sentence, and in "his army", "his country"."""
        self.note_owned(mention.first)
        self.passed = mention.end
        whose = mention.end + (self.text.lower[mention.end : mention.end + 1] == [","])
        if self.text.lower[whose : whose + 1] == ["whose"]:  # "Chad, whose army"
            self.text.owners[whose] = mention.first
        self.adjective = mention if mention.kind == "demonym" else None
        if self.text.sentence_of[mention.first] == self.sentence:
            return
        token, pronoun = opening_owner(self.text, mention)
        person = self.person_meant(pronoun) if pronoun else None
        named = {p.name for p in self.people if self.text.sentence_of[p.first] == self.sentence}
        if person and (len(named) < 2 or self.book.pronoun_of(person) == pronoun):
            self.text.owners[token] = person.first

    def note(self, mention: Mention) -> None:
        """Remember a mention; the first person named outside a phrase leads its sentence."""
        number = self.text.sentence_of[mention.first]
        if number != self.sentence:
            self.sentence = number
            if self.body_now is not None:
                self.led.add(self.body_now.country)
            self.person_before = self.person_now or self.person_before
            self.body_before = self.body_meant("they", mention.first)
            self.one_before = self.body_meant("it", mention.first)
            self.person_now = self.body_now = self.one_now = self.blamed = None
            opens = self.text.quotes[mention.first] and mention.first == self._opening() + 1
            self.quoted = mention if opens and mention.kind in BODIES else None
        credit = self.text.words[mention.end : mention.end + 1] == ["/"]  # "Ana Silva/Reuters"
        if mention.first < self.body or self.text.quotes[mention.first] or credit:
            return
        if mention.kind in ("state", "capital", "demonym"):
            self.state = mention
        if mention.kind in OF_STATES | {"demonym"} and mention.country:
            self.states.add(mention.country)
        if mention.kind != "pronoun" and (sort := self._sort_of(mention)):
            self.sorts[sort][mention.actor_id] = mention
        self.blamed = mention if blames(self.text, mention) else self.blamed
        if mention.kind == "institution":
            self.bodies[mention.role.lower()] = mention.country
        if mention.kind in PERSONS and mention.kind != "title":
            self.people.append(mention)
            self.homes[mention.actor_id] = mention.country
        elif mention.kind == "title" and mention.country and not mention.actor_id:
            self.described.append(mention)
        self.owner = mention if mention.possessive and mention.kind in BODIES else None
        last = self.people[-1] if self.people else None
        phrase = stands_in_phrase(self.text, mention, self.phrase_end, last)
        self.phrase_end = mention.end if phrase else -1
        if mention.possessive or phrase:
            return
        personal = mention.kind == "pronoun" and self.text.lower[mention.first] in ("he", "she")
        # Who is meant may be unknown, but is nobody named further on.
        personal = personal and (mention.name != "" or mention.first == self._opening())
        several = _are_several(mention)
        if mention.kind in BODIES or (several and self.person_now is None):
            self._note_body(mention)
        elif not several and (mention.kind in PERSONS or personal):
            self.person_now = leader(self.text, self.person_now, mention)

    def _note_body(self, mention: Mention) -> None:
        """Remember whom "they" and "it" can mean: no "they" a newspaper, no "it" soldiers.

        Nor is "it" a newspaper that only passes something on: "…, Reuters says".
        """
        outlet = self.book.is_outlet(mention.actor_id)
        if not outlet:
            self.body_now = leader(self.text, self.body_now, mention)
        many = (mention.plural and mention.name.endswith("s")) or _are_several(mention)
        if not many and (not outlet or mention.first <= self._opening() + 1):
            self.one_now = leader(self.text, self.one_now, mention)

    def _opening(self) -> int:
        return self.text.sentences[self.sentence].first

    def body_meant(self, pronoun: str, token: int) -> Mention | None:
        """Return the body most in mind at a token.

        It is not who was dealt with in the sentence before: "The group accused | Chad |. It said".
        """
        now, before = self.body_now, self.body_before
        if pronoun == "it":
            now, before = self.one_now, self.one_before
        past = now is not None and self.text.sentence_of[token] > self.text.sentence_of[now.first]
        return before if now is None or (past and is_object(self.text, now)) else now

    def described_before(self, pronoun: Mention) -> Mention | None:
        """Return what "the group" before a pronoun is: "the group said that | it | had"."""
        near = range(pronoun.first - 1, pronoun.first - DESCRIBED_WITHIN, -1)
        return next((self.meant[token] for token in near if token in self.meant), None)

    def person_meant(self, pronoun: str) -> Mention | None:
        """Return who is most in mind, but nobody of the other sex: "she" is not "Mr Holm"."""
        led = (person for person in (self.person_now, self.person_before) if person is not None)
        # Whoever opened the last sentence is meant before anybody named later.
        people = [*led, *reversed(self.people[-MOST_PEOPLE:])]
        alone = (person for person in people if not _are_several(person))
        return next((p for p in alone if self._called(p) in ("", pronoun)), None)

    def _called(self, person: Mention) -> str:
        """Return "he" or "she" where a name, title or pronoun tells which; else ''."""
        unknown = person.kind == "pronoun" and not person.name
        return self.text.lower[person.first] if unknown else self.book.pronoun_of(person)

    def main_figure(self, people: list[Mention], title: Mention) -> Mention | None:
        """Return whom of those who fit, who lead first, a title means.

        It is who is named in its sentence or opens the one before, else whom the text names most.
        """
        if not people:
            return None
        namings = Counter(person.actor_id for person in self.people)
        first, main = people[0], max(people, key=lambda person: namings[person.actor_id])
        number = self.text.sentence_of[first.first]
        opens = first in (self.person_now, self.person_before)
        apart = self.text.lower[first.first - 1] == ","  # "In Oslo, Premier Holm said"
        opens = opens and (apart or first.first - self.text.sentences[number].first <= 1)
        near = opens or number == self.text.sentence_of[title.first]
        return first if near or namings[main.actor_id] == namings[first.actor_id] else main

    def may_be(self, person: Mention, words: frozenset[str], head: str) -> bool:
        """Tell whether a title can mean somebody: no "former president" is president now."""
        actor = self.book.actors.get(person.actor_id)
        if words & ELECT and takes_office(actor, words, self.published):
            return True
        day = self.published
        role = actor.role_on(day).lower() if actor is not None and day is not None else ""
        former = "former" in words and head in role.split()
        return may_hold(office_words(person.role), words, head) and not former

    def state_of_owner(self, token: int) -> str:
        """Return whose "his spokesman", "the country's premier" is: the state of who is in mind."""
        pronoun, owner = self.text.lower[token], None
        if is_of_the_country(self.text, token):
            owner = self._state_meant()
        elif pronoun in HIS_OR_HER:
            owner = self.person_now or self.person_before
        elif pronoun in ("its", "their"):
            owner = self.body_now or self.quoted or self.body_before
        return owner.country if owner is not None else ""

    def _state_meant(self) -> Mention | None:
        """Return what "the country" is: who leads, if that is a state's, or the one named last."""
        named_here = self.state and self.text.sentence_of[self.state.first] == self.sentence
        led = (self.body_now, self.state if named_here else self.body_before)
        meant = (m for m in led if m and (m.kind in OF_STATES or m is self.state))
        return next((m for m in meant if m.country not in ("", "IGO")), self.state)

    def _state_told_of(self, token: int) -> Mention | None:
        """Return what "he said the country" is: his own, where the sentence names no other."""
        number, speaker = self.text.sentence_of[token], self.person_now
        named = self.state is not None and self.text.sentence_of[self.state.first] == number
        if named or number != self.sentence or speaker is None or not speaker.country:
            return self._state_meant()
        # "The country" is Mali in the mouth of an "ambassador to Mali".
        return None if " to " in speaker.role else speaker

    def _sort_of(self, mention: Mention) -> str:
        """Return what a text calls a body of the dictionary for short: a "group", a "firm"."""
        actor = self.book.actors.get(mention.actor_id)
        if actor is None or actor.kind not in ("group", "organisation"):
            return ""
        return SORT_OF_SECTOR.get(actor.sector, "")


def _are_several(mention: Mention) -> bool:
    """Tell "analysts" from "the minister", both titles."""
    return mention.kind == "title" and PLURAL_TITLE.fullmatch(mention.role) is not None
