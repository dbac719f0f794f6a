"""Text -> mentions: who is named where, by which words, and which actor it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from dataclasses import replace
from itertools import compress, count
from operator import ne

from analysis.actors.apposition import Appositions
from analysis.actors.book import ActorBook
from analysis.actors.company import disown
from analysis.actors.dateline import find_town, opens_line
from analysis.actors.entries import Name
from analysis.actors.koreas import HALVES, half_of_korea
from analysis.actors.memory import Memory
from analysis.actors.mention import GOVERNMENTS, Mention, MentionKind, slug
from analysis.actors.spans import Spans
from analysis.actors.strangers import Strangers
from analysis.actors.titles import TitleReader
from analysis.grammar import CAPITALS, Grammar
from analysis.text import Text, find_tokens, load_tokenizer

# Before a town or state rather than a person.
TO_PLACES = frozenset({"in", "from", "to", "of", "at", "into", "near", "across", "outside"})
# Kinds of names that a text may give a short form: "the General Directorate (GD)".
NAMED_BODIES = frozenset({"organisation", "institution", "group"})
LISTS = ({","}, {"and"}, {"or"}, {",", "and"}, {",", "or"})
# Behind a name it belongs to it: "Joseph R. Biden, Jr. met".
JUNIOR = ([",", "Jr."], [",", "Sr."], [",", "Jr"], [",", "Sr"])


class MentionFinder:
    """Finds the mentions of one text from left to right, remembering the names met so far."""

    def __init__(
        self,
        text: Text,
        book: ActorBook,
        grammar: Grammar,
        published: dt.date | None,
        things: Container[int] = (),
    ):
        self.text = text
        self.book = book
        self.grammar = grammar
        self.spans = Spans(text, book, grammar, things)
        self.mentions: list[Mention] = []
        self.memory = Memory(book, published, self.mentions)
        self.titles = TitleReader(self.spans, self.memory)
        self.beside = Appositions(self.spans, self.titles)
        self.strangers = Strangers(self.spans)
        # Bodies by the short form that the text gives them: "the General Directorate (GD)".
        self.short: dict[str, Mention] = {}

    def remember(self, context: str) -> None:
        """Take the full names of another text, such as the title, as met already."""
        found = self.book.find(load_tokenizer().split(context).words)
        for name in (name for _, names in found.values() for name in names):
            if name.kind == "actor" and self.book.actors[name.actor_id].kind == "person":
                self.memory.learn(self.memory.known_person(0, 0, name.actor_id), "")

    def find(self) -> list[Mention]:
        """Return the mentions in order of their first token."""
        covered = 0
        for index in self._candidates():
            mention = self._at(index) if index >= covered else None
            if mention is None:
                continue
            mention = self._over_bracket(mention)
            if self.text.words[mention.end : mention.end + 2] in JUNIOR:
                mention.end += 2
            owns = mention.kind != "pronoun" and self.spans.is_possessive(mention.end)
            mention.possessive = owns
            if mention.kind in ("person", "name"):
                self.memory.learn(mention, self.text.span(mention.first, mention.end))
            self.mentions.append(mention)
            covered = mention.end
            if mention.kind in NAMED_BODIES and (short := self.spans.short_form(covered)):
                self.short[short] = mention
        return self.mentions

    def _over_bracket(self, mention: Mention) -> Mention:
        """Read "[President Ana] Silva", a name that an editor completed, as one."""
        words, family = self.text.words, mention.end + 1
        given = mention.kind in ("person", "name") and words[mention.end : family] == ["]"]
        whole = self._at(family) if given and family < len(words) else None
        person = whole is not None and whole.kind in ("person", "name")
        return replace(whole, first=mention.first) if whole and person else mention

    def _candidates(self) -> list[int]:
        """Return the tokens at which a mention may begin: most words of a text are none.

        In small letters but for the first, "The" begins no name that no dictionary has.
        """
        words, lower, closed = self.text.words, self.text.lower, self.grammar.closed
        openers = self.grammar.actor_pronouns | self.book.titles.openers
        found = {*self.spans.names, *find_tokens(lower, openers)}
        found.update(
            at
            for at in compress(count(), map(ne, words, lower))
            if words[at][0].isupper() and (lower[at] not in closed or words[at].isupper())
        )
        return sorted(found)

    def _at(self, index: int) -> Mention | None:
        word, lower = self.text.words[index], self.text.lower[index]
        if not word[0].isalnum():
            return None
        meanings = self.spans.names.get(index)
        mention = None
        if meanings:
            if meanings[1][0].kind == "none" or self.spans.names_a_thing(index):
                return None  # "South China Sea", "the USS Gerald R. Ford"
            if meanings[1][0].kind == "demonym" and self.text.lower[index - 1] == "ethnic":
                return None  # "ethnic Albanian rebels" are not of Albania
            mention = self._dictionary_name(index, *meanings)
            actor = self.book.actors.get(mention.actor_id) if mention is not None else None
            if mention is not None and actor is not None and actor.sector == "PTY":
                mention = disown(mention, self.mentions, self.text)
        unsure = len(meanings[1]) > 1 if meanings else self.text.words[index - 1] != "("
        if word in self.short and unsure:
            mention = self.short[word].again(index, index + 1)
        if mention is None and lower in self.grammar.actor_pronouns and word not in CAPITALS:
            plural = lower in ("they", "we", "them", "us")
            return Mention(index, index + 1, "pronoun", "", word, "", via="pronoun", plural=plural)
        if mention is None and lower in self.book.titles.openers:
            mention = self.titles.read(index, index, None)
            if mention is not None and mention.kind == "person" and not mention.country:
                mention = self.beside.apposed(mention)
        if mention is None and word in HALVES:
            mention = half_of_korea(self.text, index, self.mentions, self.book)
        if mention is None and word.isupper() and opens_line(self.text, index):
            end, town = find_town(self.text, self.book.names, index)
            if town is not None:
                mention = replace(self._state(index, end, town), kind="city", official=False)
        if mention is None and word[0].isupper() and lower not in self.grammar.closed:
            mention = self._capitalised(index)
        return mention

    # Names of the dictionary

    def _dictionary_name(self, index: int, end: int, meanings: tuple[Name, ...]) -> Mention | None:
        best = self._listed(index, end, meanings) if len(meanings) > 1 else meanings[0]
        if best.kind == "surname":
            return self._surname(index, end, best.canonical)
        if best.kind == "nickname":
            return self._nickname(index, end, best)
        actor = self.book.actors[best.actor_id]
        if best.kind == "actor" and actor.kind == "person":
            people = [m.actor_id for m in meanings if m.kind == "actor"]
            return self.memory.known_person(index, end, self.memory.best(people))
        titled = self.titles.read(index, end, best)
        if titled is not None:
            return titled
        if best.kind == "actor":
            kind: MentionKind = "group" if actor.kind == "armed_force" else "organisation"
            return Mention(
                index, end, kind, actor.actor_id, actor.name, actor.country,
                known=True, official=True,
            )  # fmt: skip
        name_end = self.spans.name_end(index)
        longer = name_end > end and end not in self.spans.names
        longer = longer and self.spans.behind_body(index, name_end) == index
        longer = longer and self.text.lower[end] not in self.grammar.lexicon["site_words"]
        longer = longer and not self.spans.is_hyphened(end)
        if longer and best.kind in ("state", "city", "capital"):
            return self._capitalised(index)  # "Jordan Smith", "China Daily"
        namesake = self._namesake(index, end, best)
        return namesake or self._capital_city(index, end, best) or self._state(index, end, best)

    def _listed(self, index: int, end: int, meanings: tuple[Name, ...]) -> Name:
        """Return which of its places a name beside others means: "Ohio, Georgia and Texas".

        Of several bodies the one is meant whose state the text names most.
        """
        if meanings[0].kind == "actor":
            return self.spans.of_state_named(meanings)
        places = {name.country: name for name in meanings if name.kind == "city"}
        lower, after = self.text.lower, end
        if not places or meanings[0].kind != "state":
            return meanings[0]
        while after < len(lower) and lower[after] in (",", "and", "or"):
            after += 1
        near = [self.spans.names[after][1][0]] if end < after and after in self.spans.names else []
        countries = [name.country for name in near if name.kind == "city"]
        last = self.mentions[-1] if self.mentions else None
        between = lower[last.end : index] if last else []
        listed = last and last.kind == "city" and {*between} in LISTS
        if last and (listed or (last.kind == "person" and between == ["of"])):
            countries.append(last.country)
        return next((places[code] for code in countries if code in places), meanings[0])

    def _namesake(self, index: int, end: int, name: Name) -> Mention | None:
        """Read "London said" as Anna London, where the text has named her and nothing British."""
        person = self.memory.taken_up(self.text.span(index, end), index, end)
        if person is None or name.kind == "demonym" or self.text.lower[index - 1] in TO_PLACES:
            return None
        named = any(mention.country == name.country for mention in self.mentions)
        return person if not named else None

    def _capital_city(self, index: int, end: int, name: Name) -> Mention | None:
        """Read "Iran's capital" as the city, "the Iranian port of Sirik" as one no list has."""
        lower, after = self.text.lower, end + self.spans.is_possessive(end)
        if name.kind not in ("state", "demonym"):
            return None
        state, capitals = self.book.actors[name.country], self.book.capitals
        town, stop = self.spans.town_described(after)
        city = self.text.span(town, stop)
        if lower[after : after + 1] == ["capital"]:
            stop, city = after + 1, capitals.get(name.country, "")
            if not self.grammar.lexicon["capital_nouns"].isdisjoint(lower[stop : stop + 1]):
                return None  # "the Chinese capital market"
        if not stop:
            return None
        return Mention(
            index, stop, "city", state.actor_id, state.name, state.country,
            via="alias", city=city, known=True,
        )  # fmt: skip

    def _state(self, index: int, end: int, name: Name) -> Mention:
        state = self.book.actors[name.country]
        found = Mention(index, end, "state", state.actor_id, state.name, state.country, known=True)
        word = self.text.words[end - 1]
        found.official = name.kind in ("state", "capital", "metonym")
        if name.kind == "state":
            return found
        found.via = "alias"
        if name.kind == "demonym":
            found.plural = word.endswith("s") and not word.endswith("ss")
            found.kind = "group" if found.plural else "demonym"
            return found
        found.city = (name.town or name.canonical) if name.kind in ("city", "capital") else ""
        found.kind = name.kind  # type: ignore[assignment]
        return found

    def _nickname(self, index: int, end: int, name: Name) -> Mention | None:
        """Read "the North" where the text has named the state before."""
        if not any(mention.country == name.country for mention in self.mentions):
            return None
        return replace(self._state(index, end, name), kind="state", via="alias", official=True)

    def _surname(self, index: int, end: int, surname: str) -> Mention | None:
        governs = self.text.lower[end : end + 1] and self.text.lower[end] in GOVERNMENTS
        longer = self.spans.name_end(index) > end and end not in self.spans.names
        if longer and not governs:
            return self._capitalised(index)
        found = self.memory.taken_up(surname, index, end)
        if self.strangers.is_private(index, found):
            return None
        if found is None:
            person = self.memory.best(self.book.surnames.get(surname, ()), only_clear=True)
            found = self.memory.known_person(index, end, person) if person else None
        return self._government_of(found) if governs and found else found

    def _government_of(self, leader: Mention) -> Mention:
        """Read "the Holm administration" and "Holm administration officials" as Holm's state."""
        state = self.book.actors.get(leader.country)
        named = self.book.names.get(state.name, ()) if state is not None else ()
        if state is None or not named:
            return leader
        end = leader.end + 1
        return Mention(
            leader.first, end, "organisation", state.actor_id, self.text.span(leader.first, end),
            state.country, via="alias", known=True, official=True,
        )  # fmt: skip

    # Names that no dictionary knows

    def _capitalised(self, index: int) -> Mention | None:
        end = self.spans.name_end(index)
        if end == index:
            return None
        titled = self.beside.titled_inside(index, end)
        if titled is not None:
            return titled
        inside = self.spans.known_inside(index, end)
        if inside:
            return self._dictionary_name(inside, *self.spans.names[inside])
        start, index = index, self.spans.behind_body(index, end)
        plain = self.spans.opens_sentence(index) and self.spans.is_plain_word(index)
        if plain and end - index > 1:
            return None
        name = self.spans.name_at(index, end)
        known = self.memory.person_named(name, "") if " " in name else ""
        if known:
            return self.memory.known_person(index, end, known)
        met = None if plain else self.memory.taken_up(name, index, end)
        if met and not self.strangers.is_private(index, met):
            return met
        person = self.strangers.may_be_person(name, index, end, inside=index > start)
        body = self.strangers.body(index, end, person=person)
        if body is not None or not person:
            return body
        found = Mention(index, end, "name", f"person:{slug(name)}", name, "")
        found = self.beside.behind_body(found, start, self.mentions[-1] if self.mentions else None)
        return found if found.country else self.beside.apposed(found)
