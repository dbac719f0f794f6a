"""The verbs of one sentence by their tags, and what belongs to each."""

from __future__ import annotations

from collections.abc import Container, Set
from typing import Self

from analysis.grammar import BE, POSSESSIVE_MARKS
from analysis.reading import Filler, Reading
from analysis.text import Sentence

VERBS = frozenset("VIGE")
# Tags of a noun phrase with what its prepositions govern; of several, with pronouns, a subject.
NOMINAL = frozenset("DOXE#PBt")
SUBJECT = NOMINAL | {"p", "C"}
# Nouns that "of" makes a preposition with, and what it says: "in the wake of".
COMPOUNDS = {"ahead": "ahead of", "wake": "following", "aftermath": "following"}
# "Has for years denied": a time between an auxiliary and its verb.
TIME_BETWEEN = frozenset({"for", "since", "over", "in", "on", "at"})
PAST = ["in", "the", "past"]


class VerbGroups:
    """One sentence, read outwards from a token; tagging/__init__.py explains the tags.

    What is `hidden` (insertions.py) has an adverb's letter in `tags`: it is stepped over.
    """

    def __init__(
        self,
        reading: Reading,
        sentence: Sentence,
        tags: list[str] | None = None,
        hidden: Set[int] = frozenset(),
    ):
        self.reading = reading
        self.sentence = sentence
        self.first = sentence.first
        self.end = sentence.end
        self.tags = reading.tags if tags is None else tags
        self.hidden = hidden
        self.lower = reading.text.lower
        self.quotes = reading.text.quotes
        self.lexicon = reading.lexicon
        self.words = frozenset(self.lower[self.first : self.end])
        # What has been sought, by the token and what else it depends on: rules ask it repeatedly.
        self.subjects: dict[tuple[int, int], Filler | None] = {}
        self.objects: dict[int, list[Filler]] = {}
        self.agreeing: dict[int, list[Filler]] = {}
        self.leads: dict[int, list[int]] = {}
        self.governed: dict[int, list[Filler]] = {}
        self.starts: dict[int, int] = {}
        self.judged: dict[int, str] = {}

    def inside(self, token: int) -> Self:
        """Return who sees what stands around a token that is hidden here."""
        return type(self)(self.reading, self.sentence) if token in self.hidden else self

    def skip_left(self, token: int, tags: Container[str]) -> int:
        """Return the first token of the sentence leftwards that has none of some tags."""
        while token >= self.first and self.tags[token] in tags:
            token -= 1
        return token

    def skip_right(self, token: int, tags: Container[str]) -> int:
        """Return the first token of the sentence rightwards that has none of some tags."""
        while token < self.end and self.tags[token] in tags:
            token += 1
        return token

    def verb_is(self, name: str, verb: int) -> bool:
        """Tell whether a verb is on a list of grammar.yaml, in whatever form."""
        return not self.lexicon[name].isdisjoint(self.reading.lemmas(verb))

    def is_passive(self, verb: int) -> bool:
        """Tell whether a participle stands after a form of "be", or alone after its noun."""
        if self.tags[verb] != "E":
            return False
        if self.lower[verb - 1] == "," and self.tags[verb - 2] == "E":
            return self.is_passive(verb - 2)  # "has armed, | trained | and paid them"
        index = self.skip_left(verb - 1, "BNC")
        index = self._over_time(index + 1) - 1
        alone = index < self.first or self.tags[index] != "A"
        return alone or self.lower[index] in BE

    def stands_alone(self, verb: int) -> bool:
        """Tell the participle of "rebels | armed | by Oslo" from "were armed by Oslo"."""
        return self.tags[verb] == "E" and self.group_start(verb) == verb

    def is_to_be(self, verb: int) -> bool:
        """Tell "the tanks to be delivered", which describes the tanks."""
        start = self.group_start(verb)
        item = self.reading.item_at[start - 2] if start - 2 >= self.first else -1
        return item >= 0 and self.lower[start - 1 : start + 1] == ["to", "be"]

    def is_nominal(self, verb: int) -> bool:
        """Tell "Oslo's signing of", "the formal signing of" from "Oslo signing"."""
        index = verb - 1
        while (
            index > self.first
            and self.tags[index] in "OE"
            and self.lower[index] not in POSSESSIVE_MARKS
        ):
            index -= 1
        owned = index >= self.first and (
            self.tags[index] == "D" or self.lower[index] in POSSESSIVE_MARKS
        )
        return owned and self.tags[verb] == "G" and self.lower[verb + 1 : verb + 2] == ["of"]

    def is_negated(self, verb: int) -> bool:
        """Tell whether the verb group holds a negation, "not only" apart."""
        start = self.group_start(verb)
        for index in range(verb - 1, max(self.first, start - 1) - 1, -1):
            if self.tags[index] == "N" and self.lower[index + 1] not in ("only", "just"):
                return True
        if start - 2 >= self.first and self.tags[start - 1] == "T" and self.tags[start - 2] == "N":
            return self.lower[start] not in ("only", "just")  # "warned Oslo not to supply"
        if start - 2 >= self.first and self.lower[start - 2 : start] == ["going", "to"]:
            return self.is_negated(start - 2)  # "is not going to supply"
        listed = self.lower[verb - 1] == "," and self.tags[verb - 2] == self.tags[verb] == "E"
        if (self.lower[verb - 1] in ("or", "nor") and verb > self.first) or listed:
            # "did not sell or lend", "was not questioned, held or jailed"
            other = self.verb_before(verb - 2)
            alike = other >= 0 and (
                self.tags[other] == self.tags[verb]
                or (self.tags[other] == "I" and self.lower[verb] in self.reading.lemmas(verb))
            )
            return alike and self.is_negated(other)
        return self.lower[verb - 1] == "no" if verb > self.first else False

    def is_of_another(self, by: int, verb: int) -> bool:
        """Tell "accused of firing guns made | by Oslo" from "was seen and blamed | by Oslo"."""
        before = self.skip_left(by - 1, "B")
        if before == verb or self.tags[before] != "E":
            return False
        return any(tag not in "EC,BAM" for tag in self.tags[verb + 1 : before])

    def group_start(self, verb: int) -> int:
        """Return the first token of the verb group: auxiliaries, adverbs, negations."""
        if verb not in self.starts:
            self.starts[verb] = self._seek_start(verb)
        return self.starts[verb]

    def _seek_start(self, verb: int) -> int:
        index, tags = verb, self.tags
        # In "vowed to “destroy” it" only a part of the group is quoted.
        while index > self.first and (
            tags[index - 1] in "AMBN"
            or (tags[index - 1] == "Q" and index - 1 > self.first and tags[index - 2] in "TM")
        ):
            index -= 1
        while index in self.hidden:  # "Oslo, which is small, | has sent"
            index += 1
        start = self._over_time(index)
        return index if start == index else self.group_start(start)

    def _over_time(self, index: int) -> int:
        """Return where "for years" begins in "has for years", "has, for years,"; else `index`.

        What follows it stands at `index`; "will next week" has no preposition.
        """
        inserted = index > self.first and self.tags[index - 1] == ","
        last = index - 1 - inserted
        if inserted and "".join(self.tags[last - 2 : last + 1]) in ("A,B", "M,B"):
            return last - 1  # "has, however, sent"
        if last <= self.first or not (
            self.tags[last] in "t#" or self.lower[last] in self.lexicon["inserted_ends"]
        ):
            return index
        bare = self.skip_left(last, "tD#B")
        if self.tags[bare] in "AM" and self.tags[last] == "t" and not inserted:
            return bare + 1
        before = self.skip_left(last, "tD#OB")
        opens = before - inserted
        between = self.lower[before] in TIME_BETWEEN and self.tags[opens - 1] in "AM"
        between = between and (not inserted or self.tags[opens] == ",")
        return opens if between and opens > self.first else index

    def auxiliaries(self, verb: int) -> list[str]:
        """Return the words of its group before a verb: "has not yet" of "has not yet sent".

        Not "since May", which is no "may".
        """
        group = range(self.group_start(verb), verb)
        apart = self.hidden
        return [self.lower[at] for at in group if self.tags[at] != "t" and at not in apart]

    def verb_before(self, index: int) -> int:
        """Return the nearest verb left of a noun phrase in the same clause, or -1.

        What is quoted there is stepped over: "called the raid “lawful” and sent".
        """
        quoted = self.quotes[index + 1] if index + 1 < self.end else 0
        while index >= self.first:
            tag = self.tags[index]
            if tag == "Q" and self.quotes[index] and self.quotes[index] != quoted:
                before = self._before_quotation(index)
                before -= self.tags[before] == "R"  # "added that “…” and accused"
                # "Must “restore order” and said": what is quoted holds the verb itself.
                index = index - 1 if self.tags[before] in "TM" else before
                continue
            if tag in VERBS:
                return index
            if self.lower[index] == ")" and self.lower[index - 2] == "(":
                index -= 3  # "met the African Union (AU) and asked"
                continue
            if tag in ";SRQ":
                return -1
            index -= 1
        return -1

    def _before_quotation(self, index: int) -> int:
        number = self.quotes[index]
        while index >= self.first and self.quotes[index] == number:
            index -= 1
        return index

    def predicate_before(self, index: int) -> int:
        """Return the nearest verb left of a noun phrase, "was" in "was on a visit" too, or -1."""
        left = range(index, self.first - 1, -1)
        found = next((at for at in left if self.tags[at] in "VIGEA;SRQ"), -1)
        return found if found >= 0 and self.tags[found] in "VIGEA" else -1

    def _before_adverbial(self, index: int) -> int:
        """Step left over adverbs and times: "sent him [earlier this month] to meet"."""
        if self.lower[index - 2 : index + 1] == PAST:
            index -= len(PAST)
        while index >= self.first and self.tags[index] in "Bt":
            timed = self.tags[index] == "t"
            index -= 1
            if timed:
                index = self.skip_left(index, "D#t")
                if index >= self.first and self.lower[index] in ("on", "in", "during"):
                    index -= 1
        return index

    def preposition_over(self, noun: int) -> str:
        """Return the preposition that governs a noun: "during a state visit"; "" = none."""
        index = self.skip_left(noun - 1, "DO#EGtX")
        if self.tags[index : index + 2] == ["B", "t"]:  # "at last week's summit"
            index -= 1
        if self.tags[index - 1 : index + 1] == ["D", "B"]:  # "in a thinly veiled warning"
            index -= 2
        if index < self.first or self.tags[index] != "P":
            return ""
        word = self.lower[index]
        led = word == "of" and index > self.first
        return COMPOUNDS.get(self.lower[index - 1], word) if led else word

    def _copula_before(self, index: int) -> int:
        """Return the "be" right before an adjective: "is due", "was not likely"; -1 = none."""
        before = self.skip_left(index - 1, "BN")
        is_copula = before >= self.first and self.lower[before] in BE
        return before if is_copula and self.tags[before] == "A" else -1
