"""Which words are titles here: "a Chinese official" has one, "an official visit" has none."""

from __future__ import annotations

from analysis.actors.described import HEADED
from analysis.actors.entries import Name
from analysis.actors.topics import TopicReader

RELATIVE = frozenset({"who", "which"})
# One group, which "a" tells from the one that the text has named.
ONE_BAND = frozenset({"army", "faction", "force", "group", "militia", "movement"})
# So near before it: "a clan | militia".
ARTICLE_WITHIN = 2


class TitleWords(TopicReader):
    """Tells titles from the like words of one text that are none."""

    def _describes(self, first: int, word: int) -> bool:
        """Tell whether a title is none: "a new official visit", "will monitor it", "who do"."""
        lower, grammar = self.text.lower, self.spans.grammar
        before = lower[first - 1] if first == word and first else ""
        verb = lower[word].removesuffix("s") if before in RELATIVE else lower[word]
        acts = before in RELATIVE | {"to"} and verb in self.lexicon["verb_titles"]
        if acts or grammar.classes.get(before) == "M":
            return True
        if lower[word] not in self.lexicon["adjective_titles"] or word + 1 >= len(lower):
            return False
        return self.spans.is_noun(word + 1)

    def _heads_body(self, index: int, base: Name | None) -> bool:
        """Tell "the NATO | chief", "the | head of Mossad" from "the NATO | chief aim"."""
        lower, behind = self.text.lower, index + 1
        if lower[index] not in HEADED:
            return False
        if lower[behind : behind + 1] == ["of"]:
            base = self.spans.state_like(behind + 1 + (lower[behind + 1 : behind + 2] == ["the"]))
        elif self.titles.at(lower, behind) is not None or self.spans.is_noun(behind):
            return False
        elif self.spans.state_like(behind) is not None:
            return False  # "the CBS chief Washington correspondent"
        return base is not None and base.kind == "actor"

    def _studies(self, first: int, end: int, base: Name) -> bool:
        """Tell "a Chad expert" from the "Chadian", the "US" and Chad's own, who are from there."""
        studying, words = self.lexicon["studying"], self.text.words[first:end]
        if self.text.lower[end - 1] not in studying or base.kind != "state":
            return False
        state = [w for w in words if w[0].isupper() and w.lower() not in studying]
        return not (state and state[-1].isupper()) and words[-1] == words[-1].lower()

    def _is_somebody(self, index: int) -> bool:
        """Tell whether a full name of the dictionary begins here, whose first word is a title."""
        found = self.spans.names.get(index)
        if found is None or found[0] - index < 2 or found[1][0].kind != "actor":
            return False
        return self.spans.book.actors[found[1][0].actor_id].kind == "person"

    def _is_office(self, index: int) -> bool:
        """Tell "the Israeli PM" from "3 pm"."""
        before = self.text.lower[index - 1] if index else ""
        return self.text.words[index].isupper() and not before[:1].isdigit()

    def _describes_a_thing(self, index: int) -> bool:
        """Tell "his official visit", "the official Xinhua" from "a Chinese official"."""
        behind = self.text.words[index + 1 : index + 2]
        if behind and behind[0][0].isupper():
            return self._is_body(index + 1)
        return not self.lexicon["official_things"].isdisjoint(behind)

    def _is_body(self, start: int) -> bool:
        """Tell a body's name by its end: "the official | Fars News Agency"."""
        end, known = self.spans.name_end(start), self.spans.names.get(start)
        if known is not None and known[0] == end and known[1][0].kind == "actor":
            return self.spans.book.actors[known[1][0].actor_id].kind != "person"
        behind = self.text.lower[end] if end < len(self.text.words) else ""
        last, bodies = self.text.lower[end - 1], self.lexicon["body_ends"]
        paper = last == "news" and behind == "agency"
        return last in bodies or (paper and end > start + 1)

    def _is_named_band(self, first: int, head: int, base: Name | None) -> bool:
        """Tell "the armed group", "M23, a rebel group", which has a name, from "a rebel group".

        "The rebel group of Ruiz", "the militia in Chad" have none either.
        """
        lower = self.text.lower
        if lower[head - 1] not in ONE_BAND:
            return False
        if base is not None and base.kind == "actor":
            return True
        before = range(max(0, first - ARTICLE_WITHIN), first)
        article = next((at for at in before if lower[at] in ("a", "an")), -1)
        if article < 0:
            based = lower[head] == "in" and self.text.words[head + 1][:1].isupper()
            return not based and lower[head] not in ("of", "led")
        return article > 0 and lower[article - 1] in (",", "(")
