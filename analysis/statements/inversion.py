"""Who stands behind the verb of speech: “…,” said X; "The deal, says X, is weak"."""

from __future__ import annotations

from analysis.roles import Filler
from analysis.statements.participles import ParticipleSubjects


class Inversion(ParticipleSubjects):
    """Finds the subject behind a finite verb; before it is the heir's."""

    def inverted(self, verb: int, left: int = -2) -> list[Filler]:
        """The name behind the verb: “…,” said X; "The road is open, said X".

        `left` is the token before the verb, -2 = a quotation is known to stand there.
        """
        if self.words.inverting.isdisjoint(self.reading.lemmas(verb)):
            return []
        if left > self.first and self.tags[left] != ",":
            return []
        found, after = self.phrases.right(verb)
        if not found:
            found, after = self._behind_phrase(verb)
        if after >= self.end or self.tags[after] not in "VAMXO#":
            return found
        issued = self.reading.is_form(after, self.words.issuing)
        return found if issued else []  # "said the statement posted on its page"

    def tells(self, first: int, end: int, behind: list[Filler]) -> bool:
        """Tell "…, (but) Rome stayed, said X" from "…, who stayed, said it"."""
        opener = next((t for t in range(first, end) if self.tags[t] in "RSVAM"), first)
        return self.tags[opener] in "VAM" and self.voices.is_somebody(behind)

    def ending(self, verb: int) -> list[Filler]:
        """The name that ends a headline or its part: "Oslo sold arms, says Rome"; …."""
        if "say" not in self.reading.lemmas(verb):
            return []
        closing = (t for t in range(verb + 1, self.end) if self.tags[t] == ";")
        found, boundary = self.phrases.region(next(closing, self.end) - 1)
        return found if boundary == verb else []

    def _behind_phrase(self, verb: int) -> tuple[list[Filler], int]:
        """Read the author behind a phrase, last in a sentence: “…,” said in a note the rebels."""
        at = verb + 1
        while at < self.end - 1 and self.tags[at] in "PDOBtX":
            if self.tags[at] == "D" and self.tags[at - 1] in "OtX":
                break
            at += 1
        return self.phrases.right(at - 1)

    def quoted_name(self, closing: int) -> list[Filler]:
        """Return the paper of "“Desert Wire” reported": words with capitals that marks enclose."""
        words, first = self.reading.text.words, closing
        while first > self.first and words[first - 1][0].isupper():
            first -= 1
        named = self.first < first < closing and self.tags[first - 1] == "Q"
        return [self.phrases.phrase_ending(closing - 1)[1]] if named else []
