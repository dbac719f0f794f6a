"""What stands beside a name and says whose it is: "Ana Holm, the Chadian envoy,"."""

from __future__ import annotations

from dataclasses import replace

from analysis.actors.company import DESKS
from analysis.actors.mention import Mention
from analysis.actors.spans import Spans
from analysis.actors.titles import TitleReader

HEADS = (["head"], ["chief"], ["boss"], ["member"])


class Appositions:
    """Reads the titles inside and beside the capitalised names of one text."""

    def __init__(self, spans: Spans, titles: TitleReader):
        self.spans = spans
        self.titles = titles
        self.text = spans.text
        self.grammar = spans.grammar

    def titled_inside(self, index: int, end: int) -> Mention | None:
        """Read "Chad Fisheries Minister Ana Silva", whose topic no list has."""
        base = self.spans.state_like(index)
        for start in range(index + 1, end - 1):
            if self.text.lower[start] in self.grammar.lexicon["inner_titles"]:
                found = self.titles.read(start, start, base)
                if found is not None and found.kind == "person":
                    return replace(found, first=index)
        return None

    def apposed(self, mention: Mention) -> Mention:
        """Read the title that follows a name: "Maria Zakharova, the Russian … spokeswoman,"."""
        words, lower, count = self.text.words, self.text.lower, len(self.text.words)
        index = mention.end
        if index + 1 >= count or words[index] != ",":
            return mention
        index += 1
        while index < count and lower[index] in ("the", "a", "an", "who", "is"):
            index += 1
        base = self.spans.state_like(index)
        after = self.spans.names[index][0] if base else index
        titled = self.titles.read(index, after, base) if index < count else None
        owner = ""
        owns = titled is not None and self.spans.is_possessive(titled.end)
        if titled is not None and owns and " of " not in titled.role:  # "the president's lawyer"
            owner, index = titled.country, titled.end + 1
            titled = self.titles.read(index, index, None)
        if titled is None or titled.kind != "title":
            return self._heading(mention, index)
        if not self.grammar.lexicon["source_verbs"].isdisjoint(lower[titled.end : titled.end + 1]):
            return mention  # "speaking to Ana Holm, the envoy said"
        country, official = titled.country or owner, titled.official
        return replace(mention, kind="person", country=country, role=titled.role, official=official)

    def _heading(self, mention: Mention, index: int) -> Mention:
        """Read "Ivan Holm, head of Chad's railways": somebody of that state, of an army its man."""
        lower = self.text.lower
        if lower[index : index + 1] not in HEADS or lower[index + 1 : index + 2] != ["of"]:
            return mention
        body = index + 2 + (lower[index + 2 : index + 3] == ["the"])
        base = self.spans.state_like(body)
        after = self.spans.names[body][0] if base else body
        headed = self.titles.read(body, after, base)
        if headed is not None and headed.kind in ("institution", "group") and headed.country:
            role = self.text.span(index, headed.end)
            return replace(mention, kind="person", country=headed.country, role=role, official=True)
        if base is None or self.spans.name_end(body) > after or lower[after] in DESKS:
            return mention  # "head of Chad Airlines", "head of the Chad desk" of another state
        role = self.text.span(index, after)
        return replace(mention, kind="person", country=base.country, role=role)

    def behind_body(self, mention: Mention, start: int, body: Mention | None) -> Mention:
        """Read "head of Chad's Security Office(,) Ana Holm(,)", whose body a mention precedes."""
        marks = self.text.lower[body.end + body.possessive : start] if body else []
        around = marks + self.text.lower[mention.end : mention.end + len(marks)]
        if body is None or not body.country or around not in ([], [",", ","]):
            return mention
        before = self.text.lower[max(0, body.first - 3) : body.first]
        head = before[:-1] if before[-1:] == ["the"] else before
        if head[-1:] != ["of"] or head[-2:-1] not in HEADS:
            return mention
        role = f"{head[-2]} of {self.text.span(body.first, mention.first - len(marks))}"
        return replace(mention, kind="person", country=body.country, role=role, official=True)
