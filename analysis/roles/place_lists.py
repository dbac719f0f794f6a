"""Whom a list names behind a noun for them: "three countries, namely Chad and Mali"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.reading import Filler
from analysis.roles.places import Places
from analysis.text import DASHES

LISTED = "listed behind a noun"
# So far behind its verb or preposition the noun stands: "a number of West African | countries".
NOUN_WITHIN = 10
# These open the list, behind a comma or without one.
OPENING = frozenset({"namely", "including", "like", "notably", "specifically", "comprising", "viz"})
OPENING_PAIRS = (["such", "as"], ["among", "them"], ["that", "is"], ["in", "particular"])
MARKS = frozenset({":", "(", ",", *DASHES})
JOINING = frozenset({",", "and", "&", "the", "then", "finally", "also", "as", "well", "both"})
OPENING_ASIDE = DASHES | {"(", ","}
# Of so many behind a mark alone one is no list: "two countries, Chad said".
SEVERAL = 2


class PlaceLists(Places):
    """Finds the places that a noun of the plural stands for."""

    def places_for(self, trigger: int, leads: frozenset[str], named: set[int]) -> list[Filler]:
        """Return places not `named` that other words stand for: a list of them, "the country"."""
        listed = [one for one in self.places_listed(trigger, leads) if one.mention not in named]
        if leads or named or listed:
            return listed
        place = self.place_behind(trigger + 1)
        return [place] if place else []

    def places_listed(self, trigger: int, leads: frozenset[str]) -> list[Filler]:
        """Return the places listed behind "(visited) two states" or, with `leads`, "to two"."""
        if self.words.isdisjoint(self.lexicon["lands"]):
            return []
        if not leads:
            return self._listed_from(trigger + 1)
        behind = range(trigger + 1, min(self.end, trigger + NOUN_WITHIN))
        starts = (index + 1 for index in behind if self.lower[index] in leads)
        return next((found for start in starts if (found := self._listed_from(start))), [])

    def _listed_from(self, start: int) -> list[Filler]:
        noun = self._lands_from(start)
        index, told = self._opening_behind(noun + 1) if noun >= 0 else (-1, False)
        found = list(self._list_at(index)) if index >= 0 else []
        return found if told or len(found) >= SEVERAL else []

    def _lands_from(self, start: int) -> int:
        """Return the "countries" of the noun phrases that start at a token, or -1."""
        for index in range(start, min(self.end, start + NOUN_WITHIN)):
            if self.lower[index] in self.lexicon["lands"]:
                return index
            if self.tags[index] not in "DO#XBCE," and self.lower[index] != "of":
                break
        return -1

    def _opening_behind(self, index: int) -> tuple[int, bool]:
        """Return where the list begins, or -1; and whether a word says that it is one."""
        if self.lower[index : index + 1] == ["of"]:
            return index + 1, True  # "the Gulf states of Oman and Qatar"
        if index < self.end and self.lower[index] in self.lexicon["lying_in"]:
            index = self.skip_right(index + 1, "DOX")
        marked = index < self.end and self.lower[index] in MARKS
        index += marked
        for length, openings in ((2, OPENING_PAIRS), (1, [[word] for word in OPENING])):
            if self.lower[index : index + length] in openings:
                index += length
                return index + (self.lower[index : index + 1] == [":"]), True
        return (index, False) if marked else (-1, False)

    def _list_at(self, index: int) -> Iterator[Filler]:
        """Yield the places that stand joined from a token on."""
        while index < self.end:
            number = self.reading.mention_at[index]
            if number >= 0 and self.reading.mentions[number].is_place:
                yield self.reading.filler(number, LISTED)
                index = self.reading.mentions[number].end
            elif self.lower[index] in JOINING:
                index += 1
            else:
                return

    def named_beside(self, filler: Filler) -> list[Filler]:
        """Return whom "two states – Chad and Mali – sent", "the head of the army, X, said" name."""
        noun, lexicon = self.lower[filler.end - 1], self.lexicon
        heads = noun in lexicon["heading"] and self.lower[filler.end : filler.end + 1] == ["of"]
        if filler.mention >= 0 or not (heads or noun in lexicon["several_states"]):
            return []
        opening = self.skip_right(filler.end + 1, "DXO") if heads else filler.end
        if opening + 1 >= self.end or self.lower[opening] not in OPENING_ASIDE:
            return []
        index, told = self._opening_behind(opening)
        found, index = self._names_at(index)
        closed = self.tags[opening] != "," or self.tags[index - 1] == ","
        person = [one for one in found if self.reading.kind_of(one) == "person"]
        named = len(person) == 1 if heads else told or len(found) > 1
        return found if closed and named else []

    def members(self, filler: Filler) -> list[Filler]:
        """Return whom "armed groups, including Hamas", "EU states (Malta and Spain)" names."""
        mention = self.reading.mention_of(filler)
        behind = self.lower[filler.end : filler.end + 1]
        several = not self.lexicon["several_states"].isdisjoint(behind)
        if mention is None or not (several or (mention.kind == "group" and not mention.known)):
            return []
        index, told = self._opening_behind(filler.end + several)
        found, _ = self._names_at(index) if index >= 0 else ([], 0)
        return found if told or (several and len(found) > 1) else []

    def _names_at(self, index: int) -> tuple[list[Filler], int]:
        """Return the names that stand joined from a token on, and where they end."""
        found: list[Filler] = []
        while index < self.end and self.tags[index] in "X,CD":
            if self.tags[index] == "X":
                found.append(self._mention_filler(index, "named beside"))
            index = found[-1].end if self.tags[index] == "X" else index + 1
        return found, index
