"""Who does too what a verb tells, away from its subject: "Like Rome, Oslo sent it, as did Bonn"."""

from __future__ import annotations

from functools import cached_property

from analysis.grammar import BE, HAVE
from analysis.reading import Filler
from analysis.roles.joined import ALONG, Joined

# Behind these stands who did it before the subject is named: "Like Rome, Oslo has sent it".
LIKEWISE = (["like"], ["along", "with"], ["together", "with"], ["alongside"], ["joined", "by"])
# The forms of one helping verb tell again what another of them, or a verb without one, told.
DO = frozenset({"do", "does", "did"})
ECHOES = (HAVE, DO, BE)
# What several names and their titles are made of, and names alone.
NAMES, BARE = "DXOCp", "DXC"


class Company(Joined):
    """Finds those who do it too."""

    def company(self, subject: Filler, verb: int) -> list[Filler]:
        """Return who is named apart from a subject for doing what its verb tells."""
        ahead = self._ahead_of(subject)
        return [*ahead, *self._along_with(subject.end), *self._doing_so(verb)]

    def _ahead_of(self, subject: Filler) -> list[Filler]:
        """Return those in "Like the Swedes, | Chad has", "Along with Chad, | its ally Mali"."""
        words = self.lower[self.first : self.first + 3]
        likewise = next((one for one in LIKEWISE if words[: len(one)] == one), None)
        if likewise is None:
            return []
        first = self.first + len(likewise)
        stop = self.skip_right(first, NAMES)
        closed = stop < subject.first and self.tags[stop] == ","
        if not closed or self.skip_right(stop + 1, "DXO") < subject.first:
            return []
        return self._named(first, stop)

    def _along_with(self, end: int) -> list[Filler]:
        """Return those in "the Swedes, along with Chad and Mali, have"."""
        apart = self.lower[end : end + 1] == [","]
        behind = self.lower[end + apart : end + apart + 3]
        joining = (words for words in (*ALONG, ["and"]) if behind[: len(words)] == words)
        along = next(joining, None)
        if along is None or not (apart or along != ["and"]):
            return []
        # "Oslo, and possibly Rome, sent"
        first = self.skip_right(end + apart + len(along), "B")
        stop = self.skip_right(first, BARE)
        closed = self.tags[stop : stop + 1]
        return self._named(first, stop) if closed and closed[0] in ("," if apart else "VAM") else []

    def _doing_so(self, verb: int) -> list[Filler]:
        """Return those in "Oslo has sent it, as have | Chad and Mali", "and so did | Chad"."""
        helping = self._helping(verb) if self._echoes else frozenset()
        for index in self._echoes:
            if index < verb or self.lower[index + 1] not in helping:
                continue
            told = {self.lower[at] for at in range(verb + 1, index) if self.tags[at] == "A"}
            # "Said Mali sent it, as did Chad": one of two did what Chad did.
            twice = self.tags[self.first : index].count("V") > 1
            again = twice if helping is DO else told & helping
            stop = self.skip_right(index + 2, NAMES)
            if not again and (stop >= self.end or self.tags[stop] in ",;"):
                return self._named(index + 2, stop)
        return []

    @cached_property
    def _echoes(self) -> list[int]:
        """Return each "as" or "so" of the sentence behind which a verb tells something again."""
        tokens = range(self.first + 1, self.end - 2)
        return [
            index
            for index in tokens
            if self.lower[index] in ("as", "so")
            and self.tags[index + 1] == "A"
            and self.tags[index + 2] in "XDO"
        ]

    def _helping(self, verb: int) -> frozenset[str]:
        """Return the forms that can tell a verb again."""
        start = self.group_start(verb)
        helper = self.lower[start] if self.tags[start] == "A" else "do"
        return next((forms for forms in ECHOES if helper in forms), frozenset())

    def _named(self, first: int, stop: int) -> list[Filler]:
        some = not self.lexicon["shares"].isdisjoint(self.lower[first:stop])
        named = [] if some else self.reading.mentions_between(first, stop)
        return [
            self.reading.filler(number, "does it too")
            for number, mention in named
            if not mention.possessive
        ]
