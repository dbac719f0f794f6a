"""What a minister or a body is for: "roads and urban transport", "of National Defence"."""

from __future__ import annotations

from analysis.actors.entries import Name
from analysis.actors.spans import Spans

# Classes of titles in actors.yaml: "Mr", which is no office, and those of bodies.
HONORIFIC = "honorific"
BODY_CLASSES = frozenset({"institution", "group"})
# A topic that no list has is so many words long: "roads and urban transport minister".
MAX_TOPIC = 5


class TopicReader:
    """Reads how far the topic of a title reaches in one text."""

    def __init__(self, spans: Spans):
        self.spans = spans
        self.text = spans.text
        self.titles = spans.book.titles
        self.lexicon = spans.grammar.lexicon

    def _topic_ends(self, index: int, base: Name) -> int:
        """Return where the title behind a topic that no list has begins; 0 = there is none."""
        owned = base.kind == "demonym" or self.spans.is_possessive(index - 1)
        owned = owned or self.text.lower[index - 1] in self.lexicon["adjective_names"]
        for stop in range(index, min(index + MAX_TOPIC, len(self.text.words))):
            word = self.text.lower[stop]
            topical = word in self.lexicon["topic_heads"]
            title = self.titles.at(self.text.lower, stop) if owned or topical else None
            if stop > index and title is not None and title[1] != HONORIFIC:
                joins = "and" in self.text.lower[index:stop]
                return stop if topical or not joins else 0
            if not (self._is_topic(stop) or (stop > index and word == "and")):
                return 0
        return 0

    def _is_topic(self, index: int) -> bool:
        """Tell whether a word can say what a minister or body is for."""
        word, grammar = self.text.lower[index], self.spans.grammar
        if not word.isalpha() or word in grammar.closed or index in self.spans.names:
            return False
        noun = word not in grammar.verb_forms or word in grammar.noun_verbs
        return noun or word in self.lexicon["title_topics"]

    def _topic_end(self, index: int, *, capital: bool) -> int:
        """Return where "National Defence", "state" ends."""
        lower, words, count = self.text.lower, self.text.words, len(self.text.words)
        stop = index
        while stop < count and (
            lower[stop] in self.lexicon["title_topics"]
            or (capital and words[stop][0].isupper() and self._is_free(stop))
        ):
            stop += 1
            topical = lower[stop - 1] in self.lexicon["title_topics"]
            stop += topical and self._lists_topics(stop)
            goes_on = lower[stop : stop + 1] and lower[stop] in self.lexicon["title_topics"]
            if topical and not goes_on and lower[stop - 1] not in ("and", "the"):
                break  # "for Political Affairs Ana Silva"
        while stop > index and lower[stop - 1] in ("and", "the"):
            stop -= 1
        return stop

    def _lists_topics(self, comma: int) -> bool:
        """Tell "of Trade | , Industry and Ports Ana Silva" from "of Trade, Defence Minister"."""
        lower, topics = self.text.lower, self.lexicon["title_topics"]
        if lower[comma : comma + 1] != [","] or lower[comma + 1] in ("and", "the"):
            return False
        end = comma + 1
        while lower[end] in topics or (lower[end] == "," and lower[end + 1] in topics):
            end += 1
        return "and" in lower[comma:end] and self.titles.at(lower, end) is None

    def _is_free(self, index: int) -> bool:
        """Tell whether a capital belongs to no name and to no rank: "for Reform Ambassador X"."""
        rank = self.titles.at(self.text.lower, index) or (0, "")
        ranked = rank[1] == "person" and self.text.words[index - 1][0].isupper()
        return index not in self.spans.names and not ranked

    def _body_end(self, index: int) -> int:
        """Return where "Defence Ministry", "army" behind "for the Russian" ends."""
        lower, words, count = self.text.lower, self.text.words, len(self.text.words)
        stop = index
        while stop < count:
            title = self.titles.at(lower, stop)
            if title is not None and title[1] in BODY_CLASSES:
                return title[0]
            if not (lower[stop] in self.titles.modifiers or words[stop][0].isupper()):
                return stop
            stop += 1
        return stop

    def _named_body_end(self, index: int) -> int:
        """Return where "foreign ministry" behind "for Chad's", "Navy" behind "the Chad" ends.

        `index` itself where there is none.
        """
        first = index + self.spans.is_possessive(index)
        if first == index and not "".join(self.text.words[index : index + 1])[:1].isupper():
            return index
        stop = self._body_end(first)
        body = self.titles.at(self.text.lower, stop - 1) if stop > first else None
        return stop if body is not None and body[1] in BODY_CLASSES else index
