"""Capitalised names that no dictionary knows: whose may be a person's, a firm's, a band's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.actors.company import ARMED
from analysis.actors.mention import NATIONAL, Mention, slug
from analysis.actors.spans import Spans
from analysis.grammar import ARTICLES

# No other marks are in a person's name.
NAME_MARKS = frozenset(" .-'’")
# "LIVE Updates", "USS Marrow", "TRADE Chad": not "J. Holm", nor "HOLM Ana Maria" in full.
CAPITALS = re.compile(r"[A-Z]{2,}")
# A space got lost: "PresidentAna Holm".
GLUED = re.compile(r"[a-z]{6,}[A-Z]")
# Endings of nouns for ideas and deeds, which no name has: "Harbour Construction".
NOUN_ENDINGS = ("ism", "tion", "sion", "tions", "sions")
JOINS = frozenset({"for", "of", "and"})
# A description is so long, and a place so near behind: "a militia active in northern | Chad".
WITHIN, SEATED = 9, 4


class Strangers:
    """Tells persons and bodies from all else that one text writes with capital letters."""

    def __init__(self, spans: Spans):
        self.spans = spans
        self.text = spans.text
        self.grammar = spans.grammar
        self._bodies: dict[str, Mention] = {}
        # What the text has told to be a place: "in Fort Holm".
        self._places: set[str] = set()

    def may_be_person(self, name: str, index: int, end: int, *, inside: bool) -> bool:
        """Tell whether tokens [index, end) may name a person; `inside`: behind a body's name."""
        marks = {letter for letter in name if not letter.isalpha()}
        if " " not in marks or not marks <= NAME_MARKS:
            return False
        if name.isupper():
            return self._is_delegate(end)
        lexicon, before = self.grammar.lexicon, self.text.lower[index - 1]
        things = lexicon["not_persons"]
        if before in ARTICLES:
            return False  # "the Marrow Dam"
        thing = not inside and before in things and before not in lexicon["labels"]
        if thing and self.text.words[index - 1][0].isupper():
            return False  # "National | Harvest Supper", but "Republican | Ana Holm"
        if not things.isdisjoint(self.text.lower[index:end]) or self._goes_on(index):
            return False
        return not (self._is_heading(name, index, end) or self._is_place(name, index))

    def _is_delegate(self, end: int) -> bool:
        """Tell "ANA SILVA (Chad)", "ANA SILVA, Minister of Chad," from words in capitals."""
        words, mark = self.text.words, self.text.words[end : end + 1]
        if mark == ["("] and self.spans.state_like(end + 1) is not None:
            closing = self.spans.names[end + 1][0]
            return words[closing : closing + 1] == [")"]
        titled = mark == [","] and self.spans.book.titles.at(self.text.lower, end + 1) is not None
        return titled and not words[end + 1].isupper()

    def is_private(self, index: int, met: Mention | None) -> bool:
        """Tell "Coach Wang" from the minister, also where the text has named him."""
        private = self.text.lower[index - 1] in self.grammar.lexicon["private_roles"]
        return index > 0 and private and (met is None or met.known)

    def _goes_on(self, index: int) -> bool:
        """Tell the rest of what is no name: "Greater | Marrow Harbour", "USS | Ana Holm"."""
        before, lexicon = self.text.words[index - 1], self.grammar.lexicon
        if before.lower() in lexicon["ship_words"] or GLUED.search(before):
            return True
        return before[0].isupper() and before.lower() in lexicon["not_given_names"]

    def _is_heading(self, name: str, index: int, end: int) -> bool:
        """Tell a headline's words and glued words from a name: "Visits Chad"."""
        first, lexicon = self.text.words[index], self.grammar.lexicon
        if first in self.spans.book.given_names:
            return False
        opening = ("not_given_names", "heading_openers")
        if any(first.lower() in lexicon[words] for words in opening) or GLUED.search(name):
            return True
        if CAPITALS.fullmatch(first) or self._is_verb(first.lower()):
            return True
        ending = self.text.lower[end - 1].endswith(NOUN_ENDINGS)
        return ending or self._holds_a_state(index, end)

    def _is_verb(self, word: str) -> bool:
        """Tell "says" and "based", which are verbs and nothing else."""
        letters = set(self.grammar.form_letters.get(word, "i"))
        inflected = "i" not in letters and word not in self.grammar.noun_verbs
        return inflected and word.endswith(("s", "ed"))

    def _holds_a_state(self, index: int, end: int) -> bool:
        """Tell "Ferry Chad" from "Jordan Holm": no person is called like this state."""
        for at in range(index, end):
            names = self.spans.names.get(at, (0, ()))[1]
            state = bool(names) and names[0].kind in ("state", "demonym")
            if state and self.text.lower[at] not in self.grammar.lexicon["names_like_states"]:
                return True
        return False

    def _is_place(self, name: str, index: int) -> bool:
        """Tell "in Fort Holm" and what is so called later on."""
        if self.text.lower[index - 1] in self.grammar.lexicon["place_prepositions"]:
            self._places.add(name)
        return name in self._places

    def body(self, index: int, end: int, *, person: bool) -> Mention | None:
        """Read "Holm Corp.", "Holm, a Chadian maker", "the rebel group X"; it may be a `person`."""
        words, ends = self.text.words, [end]  # "Patriots | for Change | and Peace |"
        while end + 2 < len(words) and words[end] in JOINS:
            at = end + 1 + (words[end + 1] == "the")
            if (end := self.spans.name_end(at)) == at:
                break
            ends.append(end)
        for bare in reversed(ends):
            name, stop = self.text.span(index, bare), bare + self._is_band(index, bare)
            if name not in self._bodies:
                sort, country = self._described(index, stop, person)
                if not sort and (stop > bare or not person):
                    sort, country = self._called(index, stop)
                if not sort:
                    continue
                whole = self.text.span(index, stop)
                own_id = f"{sort}:{slug(whole)}"
                self._bodies[name] = Mention(index, stop, "organisation", own_id, whole, country)
            return replace(self._bodies[name], first=index, end=stop)
        return None

    def _is_band(self, index: int, end: int) -> bool:
        """Tell "the Green Lions | militia" from "a Christian militia", "Mali rebels"."""
        words, lexicon = self.text.lower[index : end + 1], self.grammar.lexicon
        named = end - index > 1 or self.text.words[index].isupper()
        adjective = words[-2] in lexicon["labels"] | lexicon["armed_groups"]
        fights = named and not adjective and words[-1] in lexicon["band_signs"] - {*words[:-1]}
        return fights and not any(self._states(index, end))

    def _called(self, index: int, end: int) -> tuple[str, str]:
        """Read what a name of several words says of itself: "group" or "organisation", state."""
        words, lexicon = self.text.lower[index:end], self.grammar.lexicon
        if len(words) > 1 and words[-1] in lexicon["company_ends"] and JOINS.isdisjoint(words):
            no_name = lexicon["not_persons"].issuperset(words[:-1])  # "Oil Company"
            contact = words[-2] in lexicon["working_groups"]  # "Contact Group"
            return ("" if no_name or contact else "organisation"), ""
        initials = "".join(word[0] for word in self.text.words[index:end] if word[0].isupper())
        signed = not lexicon["band_signs"].isdisjoint(words)
        fights = signed or self.spans.short_form(end) == initials
        if len(words) < 2 or not fights or lexicon["band_names"].isdisjoint((words[0], words[-1])):
            return "", ""
        return "group", next(self._states(index, end), "")

    def _described(self, index: int, end: int, person: bool) -> tuple[str, str]:
        """Read ", a Serbian maker of mortars," behind a name, "the Serbian firm" before it."""
        lower, behind = self.text.lower, end + 3 * bool(self.spans.short_form(end))
        opener = lower[behind : behind + 3]
        one = opener[1:] == ["one", "of"]
        if opener[:1] == [","] and (one or ARTICLES & {*opener[1:2]}):
            first = behind + 2 + one
            nouns = range(first, min(first + WITHIN, len(lower) - 2))
            found = (self._sort(first, at, person) for at in nouns)
            return next((sort for sort in found if sort[0]), ("", ""))
        apart = lower[index - 1] == "," and lower[end : end + 1] == [","] and not person
        noun, first = index - 1 - apart, max(0, index - WITHIN)  # "a Serbian firm, Zorvan,"
        opened = [at for at in range(first, noun) if lower[at] in ARTICLES]
        lowered = self.text.words[noun].islower()  # not "the White House | Office"
        return self._sort(max([first, *opened]), noun, person) if lowered else ("", "")

    def _sort(self, first: int, noun: int, person: bool) -> tuple[str, str]:
        """Return what "Serbian arms maker", "rebel group" says, from its first word to its noun."""
        lower, lexicon, behind = self.text.lower, self.grammar.lexicon, noun + 1
        told, joined = {*lower[first:behind]} - ARTICLES, self.grammar.closed | lexicon["set_up"]
        goes_on = self.text.words[behind].islower() and lower[behind] not in joined
        if goes_on or lower[behind] == "-":  # "a militia commander"
            return "", ""
        plain = all(w.isalpha() and w not in self.grammar.closed for w in told - {"-", "'s", "’s"})
        fights = lower[noun] in lexicon["bands"]
        fights = fights and not told.isdisjoint(ARMED | lexicon["armed_groups"])
        firms = lexicon["firms"] - (lexicon["traders"] if person else set())
        if not plain or not (fights or lower[noun] in firms):
            return "", ""
        at = behind + (lower[behind] in lexicon["set_up"])
        seat = range(at + 1, at + SEATED) if lower[at] in ("in", "from") else range(0)
        country = next(self._states(first, noun), "") or next(
            self._states(seat.start, seat.stop), ""
        )
        return "group" if fights else "organisation", country

    def _states(self, first: int, end: int) -> Iterator[str]:
        """Yield the states named among tokens, but none that only backs: "Iran-backed"."""
        for at in range(first, end):
            stop, names = self.spans.names.get(at, (0, ()))
            hyphened = "-" in self.text.lower[stop : stop + 1] and self.spans.is_hyphened(stop)
            based = self.text.lower[stop : stop + 2] == ["-", "based"]
            if names and names[0].kind in NATIONAL | {"city"} and (based or not hyphened):
                yield names[0].country
