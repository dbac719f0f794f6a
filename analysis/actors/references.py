"""Pronouns and descriptions -> the actor they refer to, from what the text named before."""

from __future__ import annotations

import datetime as dt

from analysis.actors.blame import CLAUSES, REASONS, word_before
from analysis.actors.book import ActorBook
from analysis.actors.company import (
    find_state,
    is_of_the_country,
    is_own_claim,
    is_sent,
    named_behind,
)
from analysis.actors.dateline import find_dateline
from analysis.actors.described import state_described
from analysis.actors.home import (
    NO_MINISTRIES,
    OFFICERS,
    find_home,
    is_of_home,
    is_state_body,
    serves_a_state,
    state_of_office,
)
from analysis.actors.in_mind import InMind
from analysis.actors.mention import Mention, is_one_of_many, slug
from analysis.actors.offices import (
    REPRESENTING,
    SAID_FOR,
    find_holder_told,
    is_of_part,
    office_words,
)
from analysis.grammar import HIS_OR_HER, POSSESSIVE_PRONOUNS
from analysis.text import Text

# "Had warmly received" is so long.
VERB_GROUP = 3


def resolve_references(
    mentions: list[Mention],
    text: Text,
    book: ActorBook,
    published: dt.date | None,
    outlet: str,
) -> None:
    """Give pronouns and bare titles ("the minister") the actor named before; in place."""
    dateline = find_dateline(mentions, text)
    home = state_of_office(outlet, book) or find_home(mentions, dateline)
    resolver = _Resolver(text, book, published, dateline.end if dateline is not None else 0)
    for number, mention in enumerate(mentions):
        resolver.note_owner(mention)
        mention.country = mention.country or find_state(mentions, number, text)
        mention.country = mention.country or resolver.homes.get(mention.actor_id, "")
        mention.country = mention.country or state_described(mentions, number, text)
        if not mention.country and not _is_held_by_another(mentions, number, home, text):
            mention.country = resolver.state_of_official(mention, home)
        if mention.kind == "pronoun":
            resolver.resolve_pronoun(mention)
        elif mention.kind == "title":
            person = named_behind(mentions, number, text)
            # "The minister, Gen. Ana Silva, said"
            if person is None or not OFFICERS.issuperset(person.role.lower().split()):
                resolver.resolve_title(mention)
                person = named_behind(mentions, number, text)
            if person is not None:
                mention.take_up(person)
                person.country = person.country or mention.country or resolver.state_served(mention)
        elif mention.kind == "group" and not mention.country:
            resolver.resolve_body(mention, home)
        resolver.note(mention)
    resolver.note_owned(len(text.words))


def _is_held_by_another(mentions: list[Mention], number: int, home: str, text: Text) -> bool:
    """Tell that a text names who holds an official's office in its home state: somebody else.

    "Foreign Minister Ana Silva met Omani Foreign Minister Ali Said": she is not Oman's.
    """
    official = mentions[number]
    if not home or not is_of_home(official, home):
        return False
    return any(
        other.kind == "person"
        and other.role == official.role
        and set(slug(other.name).split("-")).isdisjoint(slug(official.name).split("-"))
        and home in (other.country, find_state(mentions, rank, text))
        for rank, other in enumerate(mentions)
        if rank != number
    )


class _Resolver(InMind):
    """Gives pronouns and titles who is most in mind, while the mentions are read in order."""

    def resolve_pronoun(self, mention: Mention) -> None:
        """he, she: the person who leads this or the last sentence; they, it: a body; not we, I."""
        word = mention.name.lower()
        mention.name = ""
        if self.text.quotes[mention.first]:
            return
        fresh = self.text.sentence_of[mention.first] == self.sentence
        if word in ("he", "she", "him"):
            source = self.person_meant("she" if word == "she" else "he")
            if word == "him" and fresh and self.person_now and self._is_object(mention):
                source = self.person_before  # "Ruto received him": somebody else
            last = self.people[-1] if self.people and self.person_now is None else None
            between = self.text.lower[last.end : mention.first] if last is not None else []
            if len(between) == 1 and CLAUSES.issuperset(between):
                source = last  # "a gift for Ruto when he came", where nobody else leads
        elif word in ("it", "they", "them"):
            source = self.described_before(mention) or self.body_meant(word, mention.first)
            if fresh and self.blamed and word_before(self.text, mention) in REASONS:
                source = self.blamed  # "criticised Chad because it had …"
            source = self.owner if is_own_claim(self.text, self.owner, mention) else source
        else:
            return
        if source is not None:
            mention.take_up(source)

    def _is_object(self, pronoun: Mention) -> bool:
        """Tell whether a verb alone stands between who leads the sentence and a pronoun."""
        end = self.person_now.end if self.person_now else pronoun.first
        end += self.text.lower[end] == ","  # "Holm, the premier, received him"
        between = self.text.lower[end : pronoun.first]
        meal = between[-1:] in (["for"], ["with"])  # "held a dinner for him"
        length = VERB_GROUP + 2 * meal
        return 0 < len(between) <= length and all(word.isalpha() for word in between)

    def resolve_title(self, mention: Mention) -> None:
        """Give "the minister" or "the Russian leader" the person of that office."""
        role = self.book.office_in(mention.role, mention.country)
        head = role.split()[-1] if role else ""
        if is_one_of_many(self.text.lower, mention.first):
            return
        owned = ""
        if mention.first and not mention.country:
            whose = mention.first - 1
            whose -= self.text.lower[whose - 1] in POSSESSIVE_PRONOUNS  # "its transport | minister"
            owned = self.state_of_owner(whose)
            mention.country = owned
        if head == "counterpart":
            mention.country = "" if owned else mention.country  # of another state than "his"
            self._take_counterpart(mention)
            return
        words = office_words(SAID_FOR.get(role, role))
        if role == "top diplomat" and not mention.country:
            self._take_latest(mention, self.book.titles.like(role))
            return
        if self._take_named(mention, words, head):
            return
        if not mention.country and mention.first and self.text.lower[mention.first - 1] == "the":
            self._take_described(mention)
            return
        if not mention.country or owned:
            return
        if role == "official" and self.text.lower[mention.first - 1] == "the":
            self._take_only_one(mention)
            return
        if {"top", "diplomat"} <= words:
            if self.text.lower[mention.end] not in ("in", "to", "at"):  # "the top diplomat in Oslo"
                self._take_holder(mention, self.book.titles.like("top diplomat"))
            return
        title = self.text.span(mention.first, mention.end)
        part = is_of_part(self.book, title)
        if role == "leader" and not part:  # of the state, or of its government
            heads = self.book.titles.like("president") | self.book.titles.like("prime minister")
            self._take_latest(mention, heads, alone=True)
            if mention.actor_id:
                return
        office = title.lower() if part else role  # "the Turkish Cypriot leader"
        holder = find_holder_told(self.book, mention, office, self.text, self.published)
        if holder is not None and self.published is not None:
            mention.actor_id, mention.name, mention.known = holder.actor_id, holder.name, True

    def _take_named(self, mention: Mention, words: frozenset[str], head: str) -> bool:
        """Give a title a person named before in an office of these words, if any.

        Those who lead this sentence or the last are meant before any named later, and "the
        foreign secretary" is before any secretary.
        """
        led = [person for person in (self.person_now, self.person_before) if person]
        people = list(reversed(self.people))
        fitting = [
            person
            for person in [*led, *people]
            if person.actor_id
            and (
                mention.country in ("", person.country)
                or (not person.country and office_words(person.role) == words)
            )
            and self.may_be(person, words, head)
        ]
        wholly = [person for person in fitting if words <= office_words(person.role)]
        partly = [person for person in people if person in fitting]
        named = wholly or partly
        if not named and "the" in self.text.lower[max(0, mention.first - 2) : mention.first]:
            like = REPRESENTING.get(head, frozenset())  # "the diplomat", an ambassador
            posted = (p for p in led if p.actor_id and mention.country in ("", p.country))
            named = [person for person in posted if like & office_words(person.role)]
        person = self.main_figure(named, mention)
        if person is not None:
            mention.take_up(person)
            person.country = person.country or mention.country
        return person is not None

    def resolve_body(self, mention: Mention, home: str) -> None:
        """Give "the foreign ministry" the state whose ministry was named before, or the home.

        Else it is of the only state named so far; "its foreign ministry" is of its owner.
        """
        role = mention.role.lower()
        before = self.text.lower[mention.first - 1] if mention.first else ""
        owned = before in POSSESSIVE_PRONOUNS or is_of_the_country(self.text, mention.first - 1)
        named = self.text.words[mention.first][0].isupper()
        if not is_state_body(role) or not (before == "the" or owned or named):
            return
        if owned:
            mention.country = self.state_of_owner(mention.first - 1)
        else:
            state = home or (next(iter(self.states)) if len(self.states) == 1 else "")
            mention.country = self.bodies.get(role, state if state not in NO_MINISTRIES else "")
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

    def _take_only_one(self, mention: Mention) -> None:
        """Read "the Chadian official" as the one official of Chad of whom the text told before."""
        told = [p for p in [*self.people, *self.described] if p.country == mention.country]
        people = [person for person in told if person.official]
        if len({person.name for person in people}) == 1 and people[-1].actor_id:
            mention.take_up(people[-1])

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
        known = actor.role_on(self.published).lower() if actor else ""
        return self.book.titles.like(owner.role.lower(), known)

    def state_of_official(self, official: Mention, home: str) -> str:
        """Return an official's state: whose "its envoy" is, the home, or what was just told of."""
        at_home = is_of_home(official, home)
        owned = at_home or (official.kind == "person" and is_sent(official.role))
        state = self.state_of_owner(official.first - 1) if owned else ""
        named = official.kind == "person" and official.official
        labels = self.text.lower[official.end : official.end + 1] == [":"]  # "Ana Silva: We …"
        told = self.state_served(official) if named and not labels else ""
        return state or (home if at_home else "") or told

    def state_served(self, official: Mention) -> str:
        """Return whose "army spokesman", "trade minister" a text names: of who led last; or ''."""
        led = self.body_now.country if self.body_now is not None else ""
        serves = serves_a_state(official, alone=self.led <= {led})
        return led if serves and led != "IGO" else ""
