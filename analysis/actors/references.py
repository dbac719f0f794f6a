"""Pronouns and descriptions -> the actor they refer to, from what the text named before."""

from __future__ import annotations

import datetime as dt
import re

from analysis.actors.blame import CLAUSES, REASONS, blames, leader, stands_in_phrase, word_before
from analysis.actors.book import ActorBook
from analysis.actors.company import (
    find_state,
    is_of_the_country,
    is_own_claim,
    is_sent,
    named_behind,
    opening_owner,
    owned_bodies,
)
from analysis.actors.dateline import find_dateline
from analysis.actors.home import NO_MINISTRIES, find_home, is_of_home, is_officer, is_state_body
from analysis.actors.mention import BODIES, PERSONS, Mention, is_one_of_many
from analysis.actors.offices import RANKS, SAID_FOR, find_holder, is_of_part, office_words
from analysis.grammar import HIS_OR_HER
from analysis.text import Text

# "Analysts" are several, and no "she".
PLURAL_TITLE = re.compile(r"\w+s")
# So many people named last can be meant by a pronoun where nobody leads a sentence.
MOST_PEOPLE = 6


def resolve_references(
    mentions: list[Mention], text: Text, book: ActorBook, published: dt.date | None
) -> None:
    """Give pronouns and bare titles ("the minister") the actor named before; in place."""
    dateline = find_dateline(mentions, text)
    home = find_home(mentions, dateline)
    resolver = _Resolver(text, book, published, dateline.end if dateline is not None else 0)
    for number, mention in enumerate(mentions):
        resolver.note_owner(mention)
        mention.country = mention.country or find_state(mentions, number, text)
        mention.country = mention.country or resolver.state_of_official(mention, home)
        if mention.kind == "pronoun":
            resolver.resolve_pronoun(mention)
        elif mention.kind == "title":
            resolver.resolve_title(mention)
            if (person := named_behind(mentions, number, text)) is not None:
                mention.take_up(person)
        elif mention.kind == "group" and not mention.country:
            resolver.resolve_body(mention, home)
        resolver.note(mention)


class _Resolver:
    """Keeps who is most in mind while the mentions are read in order."""

    def __init__(self, text: Text, book: ActorBook, published: dt.date | None, body: int):
        self.text = text
        # The first token behind the dateline, whose places no pronoun means.
        self.body = body
        self.book = book
        self.published = published
        self.people: list[Mention] = []
        self.person_now: Mention | None = None
        self.person_before: Mention | None = None
        self.body_now: Mention | None = None
        self.body_before: Mention | None = None
        # Whom the sentence blames for what its next clause tells.
        self.blamed: Mention | None = None
        # Whose the noun right before is: "Chad's claim that it …".
        self.owner: Mention | None = None
        self.sentence = -1
        self.passed = 0  # the token behind the last mention
        self.phrase_end = -1  # where the last mention ends, if it stands in a phrase
        # Unnamed officials of a state, as they were described: "a senior Polish diplomat".
        self.described: list[Mention] = []
        # The state of each ministry named so far, by what it is called.
        self.bodies: dict[str, str] = {}

    def note_owner(self, mention: Mention) -> None:
        """Remember whom "his" means at the head of a sentence, and in "his army", "his country"."""
        for token, pronoun in owned_bodies(self.text, self.passed, mention.first):
            if (leader := self._person_meant(pronoun)) is not None:
                self.text.owners[token] = leader.first
        self.passed = mention.end
        if self.text.sentence_of[mention.first] == self.sentence:
            return
        token, pronoun = opening_owner(self.text, mention)
        person = self._person_meant(pronoun) if pronoun else None
        named = {p.name for p in self.people if self.text.sentence_of[p.first] == self.sentence}
        if person and (len(named) < 2 or self.book.pronoun_of(person) == pronoun):
            self.text.owners[token] = person.first

    def note(self, mention: Mention) -> None:
        """Remember a mention; the first person named outside a phrase leads its sentence."""
        number = self.text.sentence_of[mention.first]
        if number != self.sentence:
            self.sentence = number
            self.person_before = self.person_now or self.person_before
            self.body_before = self.body_now or self.body_before
            self.person_now = self.body_now = self.blamed = None
        credit = self.text.words[mention.end : mention.end + 1] == ["/"]  # "Ana Silva/Reuters"
        if mention.first < self.body or self.text.quotes[mention.first] or credit:
            return
        self.blamed = mention if blames(self.text, mention) else self.blamed
        if mention.kind == "institution":
            self.bodies[mention.role.lower()] = mention.country
        if mention.kind in PERSONS and mention.kind != "title":
            self.people.append(mention)
        elif mention.kind == "title" and mention.country and not mention.actor_id:
            self.described.append(mention)
        self.owner = mention if mention.possessive and mention.kind in BODIES else None
        last = self.people[-1] if self.people else None
        phrase = stands_in_phrase(self.text, mention, self.phrase_end, last)
        self.phrase_end = mention.end if phrase else -1
        if mention.possessive or phrase:
            return
        personal = mention.kind == "pronoun" and self.text.lower[mention.first] in ("he", "she")
        if mention.kind in PERSONS or (personal and mention.name):
            self.person_now = leader(self.text, self.person_now, mention)
        elif mention.kind in BODIES:
            self.body_now = leader(self.text, self.body_now, mention)

    def resolve_pronoun(self, mention: Mention) -> None:
        """he, she: the person who leads this or the last sentence; they, it: a body; not we, I."""
        word = mention.name.lower()
        mention.name = ""
        if self.text.quotes[mention.first]:
            return
        fresh = self.text.sentence_of[mention.first] == self.sentence
        if word in ("he", "she", "him"):
            source = self._person_meant("she" if word == "she" else "he")
            last = self.people[-1] if self.people and self.person_now is None else None
            between = self.text.lower[last.end : mention.first] if last is not None else []
            if len(between) == 1 and CLAUSES.issuperset(between):
                source = last  # "a gift for Ruto when he came", where nobody else leads
        elif word in ("it", "they", "them"):
            source = self._body_meant(word)
            if fresh and self.blamed and word_before(self.text, mention) in REASONS:
                source = self.blamed  # "criticised Chad because it had …"
            source = self.owner if is_own_claim(self.text, self.owner, mention) else source
        else:
            return
        if source is not None:
            mention.take_up(source)

    def _body_meant(self, pronoun: str) -> Mention | None:
        """Return the body most in mind; no "it" is "soldiers"."""
        led = (body for body in (self.body_now, self.body_before) if body is not None)
        one = pronoun == "it"
        return next((b for b in led if not (one and b.plural and b.name.endswith("s"))), None)

    def _person_meant(self, pronoun: str) -> Mention | None:
        """Return who is most in mind, but nobody of the other sex: "she" is not "Mr Holm"."""
        led = (person for person in (self.person_now, self.person_before) if person is not None)
        # Whoever opened the last sentence is meant before anybody named later.
        for person in [*led, *reversed(self.people[-MOST_PEOPLE:])]:
            several = person.kind == "title" and PLURAL_TITLE.fullmatch(person.name)
            if not several and self.book.pronoun_of(person) in ("", pronoun):
                return person
        return None

    def resolve_title(self, mention: Mention) -> None:
        """Give "the minister" or "the Russian leader" the person of that office."""
        role = self.book.office_in(mention.role, mention.country)
        head = role.split()[-1] if role else ""
        if is_one_of_many(self.text.lower, mention.first):
            return
        owned = ""
        if mention.first and not mention.country:
            owned = self.state_of_owner(mention.first - 1)
            mention.country = owned
        if head == "counterpart":
            mention.country = "" if owned else mention.country  # of another state than "his"
            self._take_counterpart(mention)
            return
        words = office_words(SAID_FOR.get(role, role))
        if role == "top diplomat" and not mention.country:
            self._take_latest(mention, self.book.titles.like(role))
            return
        for wanted in (words, frozenset({head})):  # "the foreign secretary" before any secretary
            led = [p for p in (self.person_now, self.person_before) if p and wanted is words]
            if self._take_named(mention, wanted, words & RANKS, led):
                return
        if not mention.country and mention.first and self.text.lower[mention.first - 1] == "the":
            self._take_described(mention)
            return
        if not mention.country or owned:
            return
        if {"top", "diplomat"} <= words:
            if self.text.lower[mention.end] not in ("in", "to", "at"):  # "the top diplomat in Oslo"
                self._take_holder(mention, self.book.titles.like("top diplomat"))
            return
        part = is_of_part(self.book, self.text.span(mention.first, mention.end))
        if role == "leader" and not part:  # of the state, or of its government
            heads = self.book.titles.like("president") | self.book.titles.like("prime minister")
            self._take_latest(mention, heads, alone=True)
            if mention.actor_id:
                return
        holder = find_holder(self.book, mention, role, self.published)
        ruling = part and holder is not None and holder.sector == "GOV"
        if holder is not None and self.published is not None and not ruling:
            mention.actor_id, mention.name, mention.known = holder.actor_id, holder.name, True

    def _take_named(
        self, mention: Mention, words: frozenset[str], ranks: frozenset[str], led: list[Mention]
    ) -> bool:
        """Give a title a person in an office of these words and ranks, if any.

        Those who lead this sentence or the last are meant before any named later.
        """
        for person in [*led, *reversed(self.people)]:
            held = office_words(person.role)
            if not person.actor_id or not words <= held or held & RANKS != ranks:
                continue
            if mention.country in ("", person.country):
                mention.take_up(person)
                return True
        return False

    def resolve_body(self, mention: Mention, home: str) -> None:
        """Give "the foreign ministry" the state whose ministry was named before, or the home."""
        role = mention.role.lower()
        before = self.text.lower[mention.first - 1] if mention.first else ""
        named = self.text.words[mention.first][0].isupper()
        if not is_state_body(role) or not (before == "the" or named):
            return
        mention.country = self.bodies.get(role, home if home not in NO_MINISTRIES else "")
        mention.official = True

    def _take_described(self, mention: Mention) -> None:
        """Read "the intelligence official" as the "senior Polish intelligence official" before."""
        words = set(mention.role.lower().split())
        if "leader" in words:
            return  # he has a name, and most texts say it
        for person in reversed(self.described):
            if words and words <= set(person.role.lower().split()):
                mention.name, mention.country = person.name, person.country
                return

    def _take_latest(
        self, mention: Mention, offices: frozenset[str], *, alone: bool = False
    ) -> None:
        """Give a title who of these offices leads or was named last, or the only one named."""
        led = [p for p in (self.person_before, self.person_now) if p and p.actor_id]
        people = [p for p in [*self.people, *led] if mention.country in ("", p.country)]
        found = [p for p in people if p.role.lower() in offices]
        if found and not (alone and len({p.actor_id for p in found}) > 1):
            mention.take_up(found[-1])

    def _take_counterpart(self, mention: Mention) -> None:
        """Read "his Chinese counterpart" as who holds that office in the other state."""
        owner = self.person_now or self.person_before
        pronoun = self.text.lower[mention.first - 1] if mention.first else ""
        if owner is not None and pronoun in HIS_OR_HER and owner.country != mention.country:
            self._take_holder(mention, self._equals(owner))

    def _take_holder(self, mention: Mention, offices: frozenset[str]) -> None:
        """Give a title the person of its state who holds one of these offices: named, or known."""
        for person in reversed(self.people):
            if person.country == mention.country and person.role.lower() in offices:
                mention.take_up(person)
                return
        held = {
            actor.actor_id: actor
            for office in offices
            for actor in self.book.holders.get((mention.country, office.split()[-1]), ())
            if self.published is not None and actor.role_on(self.published).lower() in offices
        }
        if len(held) == 1:
            (holder,) = held.values()
            mention.actor_id, mention.name, mention.known = holder.actor_id, holder.name, True
            mention.role = holder.role_on(self.published)

    def _equals(self, owner: Mention) -> frozenset[str]:
        """Return the offices abroad that are like the owner's: a secretary of state's, say."""
        actor = self.book.actors.get(owner.actor_id)
        return self.book.titles.like(
            owner.role.lower(), actor.role_on(self.published).lower() if actor else ""
        )

    def state_of_official(self, official: Mention, home: str) -> str:
        """Return an official's state: whose "its envoy" is, the home, or what was just told of."""
        at_home = is_of_home(official, home)
        owned = at_home or (official.kind == "person" and is_sent(official.role))
        state = self.state_of_owner(official.first - 1) if owned else ""
        told = self.body_now.country if is_officer(official) and self.body_now else ""
        return state or (home if at_home else "") or told.replace("IGO", "")

    def state_of_owner(self, token: int) -> str:
        """Return whose "his spokesman", "the country's premier" is: the state of who is in mind."""
        pronoun = self.text.lower[token]
        if pronoun in HIS_OR_HER:
            owner = self.person_now or self.person_before
        elif pronoun in ("its", "their") or is_of_the_country(self.text, token):
            owner = self.body_now or self.body_before
        else:
            return ""
        return owner.country if owner is not None else ""
