"""Where names begin and end in a text: dictionary names, capitalised names, owners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from analysis.actors.book import ActorBook
from analysis.actors.entries import Name
from analysis.actors.mention import NATIONAL
from analysis.grammar import POSSESSIVE_MARKS, Grammar
from analysis.text import MONTHS, Text

# Dictionary names that stand for a state when a title or group follows.
STATE_LIKE = NATIONAL | {"actor"}
# "May" behind one of these is nobody's month.
HONORIFICS = frozenset({"mr", "mrs", "ms", "mr.", "mrs.", "ms.", "miss"})


class Spans:
    """The names in one text, by their first token."""

    def __init__(self, text: Text, book: ActorBook, grammar: Grammar, things: Container[int] = ()):
        self.text = text
        self.book = book
        self.grammar = grammar
        self.things = things
        self.names = book.find(text.words)
        # Where each name ends: several readings of a name ask for it.
        self._ends: dict[int, int] = {}
        self.sentence_firsts = {sentence.first for sentence in text.sentences}

    def is_possessive(self, index: int) -> bool:
        """Tell whether a token is the "'s" of the word before it."""
        text = self.text
        if index >= len(text.words):
            return False
        word = text.lower[index]
        if word in ("'s", "’s"):
            return True
        plural = text.words[index - 1].endswith("s")
        return word in POSSESSIVE_MARKS and plural and not text.quotes[index]

    def state_like(self, index: int) -> Name | None:
        """Return the state, or body that belongs to one, whose name starts at a token."""
        if index not in self.names:
            return None
        name = self.names[index][1][0]
        if name.kind == "actor" and self.book.actors[name.actor_id].kind == "person":
            return None
        return name if name.kind in STATE_LIKE else None

    def of_state_named(self, meanings: tuple[Name, ...]) -> Name:
        """Return which of several bodies called alike is meant: of the state named most."""
        named = Counter(names[0].country for _, names in self.names.values() if len(names) == 1)
        return max(meanings, key=lambda name: named[name.country] if name.kind == "actor" else -1)

    def opens_sentence(self, index: int) -> bool:
        """Tell whether a word has its capital letter from its place."""
        return index in self.sentence_firsts or self.text.words[index - 1] in '“"‘(:'

    def is_plain_word(self, index: int) -> bool:
        """Tell whether a word is also written without a capital letter: "Fly", not "Emily"."""
        lower = self.text.lower[index]
        if self.text.words[index] in self.book.given_names:
            return False
        titles = self.book.titles
        plain = lower in self.grammar.verb_forms or lower.endswith(("ing", "ed", "ly"))
        return plain or lower in titles.modifiers or lower in titles.phrases

    def is_noun(self, index: int) -> bool:
        """Tell whether a word behind a singular is a noun: "official visit", "chief aim"."""
        words, grammar = self.text.words[index : index + 1], self.grammar
        plain = bool(words) and words[0].isalpha() and words[0].islower()
        if not plain or words[0] in grammar.classes:
            return False
        # A base form does not agree with a singular: "visit" is a noun here.
        letters = {letter for _, form in grammar.verb_forms.get(words[0], ()) for letter in form}
        return letters <= {"i"}

    def town_described(self, start: int) -> tuple[int, int]:
        """Return where the unknown "Sirik" of "Iranian | port of Sirik" stands; (0, 0) = none."""
        words, towns = self.text.words, self.grammar.lexicon["town_nouns"]
        ofs = (at for at in range(start + 1, start + 4) if words[at : at + 1] == ["of"])
        town = next(ofs, len(words)) + 1
        if town >= len(words) or town in self.names or words[town - 2] not in towns:
            return 0, 0
        end = self.name_end(town)
        return (town, end) if end > town else (0, 0)

    def name_end(self, index: int) -> int:
        """Return where the capitalised name that starts at a token ends."""
        if index not in self._ends:
            self._ends[index] = self._seek_end(index)
        return self._ends[index]

    def _seek_end(self, index: int) -> int:
        count = len(self.text.words)
        end = index
        while end < count:
            thing = end in self.things and not self._runs_past(end)
            if end > index and (thing or end in self.sentence_firsts):
                break  # "gave Chad Patriot missiles", but "Elliott Abrams"
            if self._belongs_to_name(end):
                if end > index and self._is_of_a_state(end):
                    break
                end = self._after_hyphens(end + 1)
            elif end > index and self._runs_past(end):
                end = self.names[end - 1][0]
            else:
                behind = self.after_particles(end) if end > index else end
                if behind == end:
                    break
                end = behind
        return min(end, count)

    def name_at(self, first: int, end: int) -> str:
        """Return a name as written, without the full stop that follows one like a month: "Jun."."""
        stem, stop, _ = self.text.lower[end - 1].partition(".")
        name = self.text.span(first, end)
        return name.removesuffix(stop) if stem in MONTHS else name

    def after_particles(self, index: int) -> int:
        """Step over "bin", "al-" and "von der" where a name goes on behind them."""
        words, lower = self.text.words, self.text.lower
        end = index
        while end + 1 < len(words) and lower[end] in self.grammar.lexicon["name_particles"]:
            end += 1
            if words[end][0].isupper():
                return end
            if words[end] == "-":
                return end + 1
        return index

    def _runs_past(self, end: int) -> bool:
        """Tell whether a known name goes on behind a token: "Theresa" before "May"."""
        return end - 1 in self.names and self.names[end - 1][0] > end

    def _belongs_to_name(self, index: int) -> bool:
        lower = self.text.lower[index]
        capital = self.text.words[index][0].isupper()
        if lower in self.grammar.lexicon["calendar"]:
            return capital and self.text.lower[index - 1] in HONORIFICS  # "Mrs May"
        return capital and lower not in self.grammar.closed

    def _is_of_a_state(self, index: int) -> bool:
        """Tell the state of a title behind a name: "Donald Trump | Chinese President Xi"."""
        after, names = self.names.get(index, (0, ()))
        state = bool(names) and names[0].kind in ("state", "demonym")
        return state and self.book.titles.at(self.text.lower, after) is not None

    def is_hyphened(self, end: int) -> bool:
        """Tell "Iran-backed Houthis" and "Iran-EU talks" from names with a hyphen in them."""
        words = self.text.words[end : end + 2]
        if len(words) < 2 or words[0] != "-":
            return False
        other = self.names.get(end + 1)
        paired = other is not None and any(name.kind in NATIONAL for name in other[1])
        return words[1].islower() or paired

    def _after_hyphens(self, end: int) -> int:
        """Step over "-hyun" and "’Brien"."""
        words, count = self.text.words, len(self.text.words)
        while end + 1 < count and words[end] in ("-", "’", "'"):
            if not (self.text.is_glued(end) and self.text.is_glued(end + 1)):
                break
            end += 2
        return end

    def short_form(self, index: int) -> str:
        """Return the capitals in brackets at a token that name what stands before: "(GID)"."""
        words = self.text.words[index : index + 3]
        fits = len(words) == 3 and words[0] == "(" and words[2] == ")" and words[1].isalpha()
        return words[1] if fits and words[1].isupper() and len(words[1]) > 1 else ""

    def behind_body(self, index: int, end: int) -> int:
        """Return where a person's name begins behind a body's: "Security Office | Ana Holm"."""
        bodies = self.grammar.lexicon["body_ends"]
        last = [at for at in range(index, end) if self.text.lower[at] in bodies]
        return last[-1] + 1 if last and last[-1] + 2 < end else index

    def names_a_thing(self, index: int) -> bool:
        """Tell a ship, airport or school from the person it is named after.

        Nor do "US dollars", "US $2m" and "Portuguese-speaking soldiers" name a state.
        """
        end, names = self.names[index]
        money = self.text.lower[end : end + 1]
        paid = money == ["$"] and not self.text.words[end - 1].isupper()  # "lent Malawi $2m"
        if not paid and not self.grammar.lexicon["currencies"].isdisjoint(money):
            return True
        hyphened = self.text.lower[end : end + 2]
        if hyphened[:1] == ["-"] and hyphened[-1] in ("speaking", "language"):
            return True
        if index and self.text.words[index - 1] in ("USS", "HMS"):
            return True
        if names[0].kind not in ("actor", "surname") or " " not in self.text.span(index, end):
            return False
        lexicon, behind = self.grammar.lexicon, self.text.lower[end : end + 1]
        before = self.text.lower[max(0, index - 1) : index]
        named = self.text.words[end : end + 1] and self.text.words[end][0].isupper()
        site = named and not lexicon["named_sites"].isdisjoint(behind)
        return bool(site) or not lexicon["ship_words"].isdisjoint([*before, *behind])

    def is_given_name(self, index: int) -> bool:
        """Tell the place in "President Milan Holm", where a family name stands behind it."""
        behind, last = self.names[index]
        if behind >= len(self.text.words) or last[0].kind not in ("city", "capital", "state"):
            return False
        if self.text.words[index].isupper() or self.book.titles.at(self.text.lower, behind):
            return False  # "UK Gen. Ana Silva"
        family = self.text.words[behind][0].isupper() and behind not in self.names
        return family and self.name_end(index) > behind

    def known_inside(self, index: int, end: int) -> int:
        """Return where a known full name ends a run of capitals: "Democrat | Hillary Clinton"."""
        for at in range(index + 1, end - 1):
            stop, names = self.names.get(at, (0, ()))
            if stop == end > at + 1 and names[0].kind == "actor":
                person = self.book.actors[names[0].actor_id].kind == "person"
                return at if person else 0
        return 0
