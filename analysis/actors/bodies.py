"""Firms and armed groups that no dictionary knows, by their names or what the text calls them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.actors.company import ARMED
from analysis.actors.mention import NATIONAL, Mention, slug
from analysis.actors.spans import Spans
from analysis.grammar import ARTICLES

Sort = tuple[str, str]  # "group" or "organisation", and the state; "" = none is told
NOTHING: Sort = ("", "")
# A description is so long: "a little-known Serbian state-owned arms | maker".
WITHIN = 9
# A place stands so near behind: "a militia active in northern | Chad".
SEATED = 4
JOINS = frozenset({"for", "of", "and"})
OWNING = frozenset({"-", "'s", "’s"})


class Bodies:
    """Reads the bodies that one text names, and remembers them by their names."""

    def __init__(self, spans: Spans):
        self.spans, self.words, self.lower = spans, spans.text.words, spans.text.lower
        self.lexicon, self.closed = spans.grammar.lexicon, spans.grammar.closed
        self._met: dict[str, Mention] = {}

    def read(self, index: int, end: int, *, person: bool) -> Mention | None:
        """Read "Holm Trading Corp.", "Holm, a Chadian maker", "the rebel group Front for Bread".

        `person` tells that the name may be a person's.
        """
        ends = [end]  # "Patriots | for Change | and Peace |"
        while end + 2 < len(self.words) and self.words[end] in JOINS:
            at = end + 1 + (self.words[end + 1] == "the")
            end = self.spans.name_end(at)
            if end == at:
                break
            ends.append(end)
        for bare in reversed(ends):
            name, stop = self.spans.text.span(index, bare), bare + self._is_band(index, bare)
            if name in self._met:
                return replace(self._met[name], first=index, end=stop)
            sort, country = self._described(index, stop, person=person)
            if not sort and (stop > bare or not person):
                sort, country = self._named(index, stop)
            if sort:
                whole = self.spans.text.span(index, stop)
                found = Mention(
                    index, stop, "organisation", f"{sort}:{slug(whole)}", whole, country
                )
                self._met[name] = found
                return found
        return None

    def _is_band(self, index: int, end: int) -> bool:
        """Tell "the Green Lions | militia" from "a Christian militia", "Mali rebels"."""
        adjectives = self.lexicon["labels"] | self.lexicon["armed_groups"]
        fights = self.lower[end] in self.lexicon["band_signs"] - {*self.lower[index:end]}
        named = end - index > 1 or self.words[index].isupper()
        told = self.lower[end - 1] in adjectives or any(self._states(index, end))
        return fights and named and not told

    def _named(self, index: int, end: int) -> Sort:
        """Read what a name of several words says of itself."""
        words, lexicon = self.lower[index:end], self.lexicon
        if len(words) < 2:
            return NOTHING
        if words[-1] in lexicon["company_ends"] and JOINS.isdisjoint(words):
            no_name = lexicon["not_persons"].issuperset(words[:-1])  # "Oil Company"
            contact = words[-2] in lexicon["working_groups"]  # "Contact Group"
            return NOTHING if no_name or contact else ("organisation", "")
        initials = "".join(word[0] for word in self.words[index:end] if word[0].isupper())
        fights = not lexicon["band_signs"].isdisjoint(words)
        if not (fights or self.spans.short_form(end) == initials):
            return NOTHING
        band = not lexicon["band_names"].isdisjoint((words[0], words[-1]))
        return ("group", next(self._states(index, end), "")) if band else NOTHING

    def _described(self, index: int, end: int, *, person: bool) -> Sort:
        """Read ", a Serbian maker of mortars," behind a name, "the Serbian firm" before it."""
        behind = end + 3 * bool(self.spans.short_form(end))
        opener, one = {*self.lower[behind + 1 : behind + 2]}, self.lower[behind + 1 : behind + 3]
        if self.lower[behind : behind + 1] == [","] and (one == ["one", "of"] or opener & ARTICLES):
            first = behind + 2 + (one == ["one", "of"])
            nouns = range(first, min(first + WITHIN, len(self.lower) - 1))
            return next(filter(any, (self._sort(first, at, person) for at in nouns)), NOTHING)
        apart = self.lower[index - 1] == ","  # "a Serbian firm, Zorvan,"
        if apart and (person or self.lower[end : end + 1] != [","]):
            return NOTHING
        noun, first = index - 1 - apart, max(0, index - WITHIN)
        if not self.words[noun].islower():
            return NOTHING  # "the White House | Office"
        opened = [at for at in range(first, noun) if self.lower[at] in ARTICLES]
        return self._sort(max([first, *opened]), noun, person)

    def _sort(self, first: int, noun: int, person: bool) -> Sort:
        """Return what "Serbian arms maker", "rebel group" says, from its first word to its noun."""
        lower, lexicon, at = self.lower, self.lexicon, noun + 1
        word, told = lower[noun], {*lower[first:at]}
        if lower[at] == "-" or (
            self.words[at].islower() and lower[at] not in self.closed | lexicon["set_up"]
        ):
            return NOTHING  # "a militia commander"
        if any(w in self.closed or not w.isalpha() for w in told - OWNING - ARTICLES):
            return NOTHING
        fights = word in lexicon["bands"] and not told.isdisjoint(ARMED | lexicon["armed_groups"])
        if not fights and (word not in lexicon["firms"] or (person and word in lexicon["traders"])):
            return NOTHING
        at += lower[at] in lexicon["set_up"]
        seats = self._states(at + 1, at + SEATED) if lower[at] in ("in", "from") else iter(())
        country = next(self._states(first, noun), "") or next(seats, "")
        return "group" if fights else "organisation", country

    def _states(self, first: int, end: int) -> Iterator[str]:
        """Yield the states named among tokens, but none that only backs: "Iran-backed"."""
        for at in range(first, end):
            stop, names = self.spans.names.get(at, (0, ()))
            hyphened = "-" in self.lower[stop : stop + 1] and self.lower[stop + 1] != "based"
            if names and names[0].kind in NATIONAL | {"city"} and not hyphened:
                yield names[0].country
