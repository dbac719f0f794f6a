"""Whose a title is by what stands beside it: "Governor X of Bavaria", "officials in Seoul"."""

from __future__ import annotations

from analysis.actors.company import is_lawmaker
from analysis.actors.entries import Name
from analysis.actors.title_words import TitleWords

PART_WITHIN = 6


class TitleStates(TitleWords):
    """Finds the states of titles in one text."""

    def _state_behind(self, name_end: int, head_class: str, end: int) -> str:
        """Read "Crown Prince X of Norway", "of the Gambia"; a governor is of a part of a state."""
        if head_class == "person" and self.text.lower[end - 1] in self.lexicon["of_a_part"]:
            return self._state_of_part(name_end)
        of_state = self.text.lower[name_end : name_end + 1] == ["of"]
        if head_class != "person" or not of_state:
            return ""
        article = self.text.lower[name_end + 1 : name_end + 2] == ["the"]
        name = self.spans.state_like(name_end + 1 + article)
        return name.country if name is not None and name.kind == "state" else ""

    def _state_of_part(self, name_end: int) -> str:
        """Read the state of "Governor X of Bavaria", "Sen. X, a Republican from Utah"."""
        if is_lawmaker(self.text, name_end):
            return "USA"
        for at in range(name_end, min(name_end + PART_WITHIN, len(self.text.words))):
            found = self.spans.names.get(at)
            if found is not None:
                part = found[1][0]
                return part.country if part.kind == "city" else ""
            if self.text.lower[at] not in self.lexicon["before_part"]:
                return ""
        return ""

    def _is_foreign(self, start: int, end: int) -> bool:
        """Tell "Chad's allies", "an ally of Chad" from "Chadian allies", who may be from there."""
        lower, foreign = self.text.lower, self.lexicon["foreigners"]
        if lower[end - 1] in foreign:
            return start > 0 and self.spans.is_possessive(start - 1)
        of = next((at for at in range(start, end) if lower[at] == "of"), start)
        return lower[of - 1] in foreign and of > start

    def _seat_of(self, end: int) -> Name | None:
        """Read "officials in Seoul" as those of the state; Seoul stays a place of its own."""
        posted = self.text.lower[end - 1] in self.lexicon["posted"]
        if self.text.lower[end : end + 1] == ["in"] and not posted:
            name = self.spans.state_like(end + 1)
            if name is not None and name.kind == "capital":
                return name
        return None

    def _home_of(self, end: int) -> Name | None:
        """Read "a delegation from Burundi", "from Gaza" as that of the state."""
        lower = self.text.lower
        if lower[end - 1] not in self.lexicon["sent_from"] or lower[end : end + 1] != ["from"]:
            return None
        index = end + 1 + (lower[end + 1 : end + 2] == ["the"])
        after, (name, *_) = self.spans.names.get(index, (index, (None,)))
        own = " ".join(lower[index:after]) in self.lexicon["self_ruled"]
        return name if own else self.spans.state_like(index)
