"""What stands between a verb and what belongs to it: times, asides, who says it."""

from __future__ import annotations

from analysis.dates.words import YEAR_CUES
from analysis.roles.governing import Governing

# Days that are adverbs.
DAYS = frozenset({"today", "tomorrow", "yesterday", "tonight"})
# So many words "on the evening of May 3" has at most, and so many an aside, its marks included.
TIME_WORDS, INSERTED = 6, 9


class Asides(Governing):
    """Steps over what is put in between."""

    def past_times(self, index: int) -> int:
        """Step right over a time: "on Monday", "tomorrow", "early next week", "in 2001"."""
        end = index
        for token in range(index, min(self.end, index + TIME_WORDS)):
            if self.tags[token] not in "PDB#t":
                break
            timed = self.tags[token] == "t" or self.lower[token] in DAYS
            timed = timed or (self.lower[token] in YEAR_CUES and self.lower[token - 1] == "in")
            if timed or (self.tags[token] == "#" and index < token == end):
                end = token + 1
        return end

    def past_insertion(self, index: int) -> int:
        """Step right over an aside: "vetoed - for the third time - a plan"; `index` = none."""
        if self.lower[index : index + 1] == ["as"]:
            return self._past_verdict(index)
        aside = self.tags[index : index + 1] in ([","], [";"]) and index + 1 < self.end
        rather = self.lower[index + 1 : index + 2] in (["more"], ["most"])  # "recently"
        if not aside or not (rather or self.tags[index + 1] in "PB"):
            return index
        for token in range(index + 2, min(self.end, index + INSERTED)):
            if self.lower[token] == self.lower[index]:
                return token + 1
            if self.tags[token] in "VAM,;":
                break
        return index

    def before_insertion(self, index: int) -> int:
        """Step left over an aside: "accused Oslo – its ally – of", "Oslo, though not Rome, of"."""
        opening = {")": "("}.get(self.lower[index], self.lower[index])
        if self.tags[index] not in ",;":
            return index
        for token in range(index - 1, max(self.first, index - INSERTED), -1):
            if self.lower[token] == opening:  # "asked Oslo, Rome, and Paris, | to send"
                return token - 1 if self.tags[token + 1] != "C" else index - 1
            if self.tags[token] in "VAM,;":
                break
        return index

    def _past_verdict(self, index: int) -> int:
        """Step over what an object is called: "dismissed as “unreal” | demands by Oslo"."""
        verdict = range(index + 1, min(self.end, index + INSERTED))
        end = next((token for token in verdict if self.tags[token] not in "QOEB"), index)
        closing = [t for t in verdict if self.tags[t] == "Q"][1:2]
        if self.tags[index + 1] == "Q" and closing:
            return closing[0] + 1
        return end if end > index + 1 and self.tags[end] in "DX" else index

    def past_attribution(self, index: int) -> int:
        """Step right over who says it, to the comma behind: "gave tanks, Oslo said, and"."""
        if self.tags[index] != ",":
            return index
        told, saying = False, self.reading.grammar.saying
        for token in range(index + 1, min(self.end, index + INSERTED)):
            if self.tags[token] == ",":
                return token if told else index
            if self.tags[token] == "V":
                if told or not self.reading.is_form(token, saying):
                    break
                told = True
            elif self.tags[token] not in "XOpDt#P":
                break
        return index
