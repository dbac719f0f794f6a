"""Who is the first, last or only one to do something does it: "the first leader to visit Oslo"."""

from __future__ import annotations

from analysis.grammar import BE, RANKS
from analysis.reading import Filler
from analysis.roles.deeds import Deeds

RANKED = RANKS | {"among"}
COUNTS = frozenset({"one", "some", "many", "several", "most", "part"})


class Ranks(Deeds):
    """Finds whom a sentence gives a rank, before an infinitive."""

    def being_before(self, index: int) -> int:
        """Return the "is" of "Russia is the main supplier", "is an ally and supplier", or -1."""
        while index >= self.first and (
            (self.tags[index] in "XO#DBE" or self.lower[index] in ("of", "among", "and"))
            and "become" not in self.reading.lemmas(index)
        ):
            index -= 1
        if index < self.first:
            return -1
        becomes = "become" in self.reading.lemmas(index)
        return index if becomes or self.lower[index] in BE else -1

    def ranking(self, index: int) -> int:
        """Return the "became" of "Obama became the first president to visit", or -1.

        So of "Italy and Greece are among the states sending", "is one of the states".
        """
        being = self.being_before(index)
        return being if being >= 0 and self._ranks(being + 1, index + 1) else -1

    def _ranks(self, first: int, end: int) -> bool:
        """Tell "the first", "among them", "one of the states" from "the head of the states"."""
        lower, tags = self.lower, self.tags
        return not RANKED.isdisjoint(lower[first:end]) or any(
            lower[at] == "of" and (lower[at - 1] in COUNTS or tags[at - 1] == "#")
            for at in range(first + 1, end)
        )

    def _apposed_to_rank(self, index: int) -> Filler | None:
        """Return Obama of "Obama, the first president to visit Cuba, said"."""
        start = self.skip_left(index, "XO#DEB")
        ranked = not RANKED.isdisjoint(self.lower[start + 1 : index + 1])
        if not ranked or start <= self.first or self.tags[start] != ",":
            return None
        named = self.tags[start - 1] == "X"
        return self._mention_filler(start - 1, "before a rank in apposition") if named else None

    def _named_behind_rank(self, index: int) -> Filler | None:
        """Return Obama of "The first president to visit Cuba was Obama"."""
        start = self.skip_left(index, "XO#DB")
        opens = start < self.first or self.tags[start] in ";,SQ"
        if not opens or RANKED.isdisjoint(self.lower[start + 1 : index + 1]):
            return None
        for token in range(index + 3, self.end - 1):
            if self.lower[token] in BE:
                named = self.tags[token + 1] == "X"
                return self._mention_filler(token + 1, "named behind a rank") if named else None
            if self.tags[token] not in "XODP#":
                break
        return None
