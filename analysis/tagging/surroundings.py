"""What stands around a word while its letter is sought: the letters to its left, the next word."""

from __future__ import annotations

from collections.abc import Container, Sequence

from analysis.grammar import POSSESSIVE_MARKS, Grammar
from analysis.text import Text

# A clause that begins with one of these has a verb of its own.
CLAUSE_PREPOSITIONS = frozenset("after before since until till as than like".split())
# So far before the verb stands the comma in "…, two senior officials claim".
TELLERS = 10
# So near behind "say" stand those who do.
TOLD_WITHIN = 4
# Behind these, a verb that helps, stands a bare one.
HELPING = frozenset({"help", "helps", "helped", "helping"})
# … and behind whom these do: "let Oslo build it".
LETTING = HELPING | {"let", "lets", "letting", "make", "makes", "made", "making", "had"}
# With the particle behind it a plural is a verb: "as the bank points out".
PARTICLES = {"points": ("out",), "rules": ("out",), "spells": ("out",), "hits": ("back", "out")}
# "Did sell" stresses that it was done; "did damage", "did business" do something.
EMPHATIC = frozenset({"did", "does"})
DEEDS = frozenset("work damage harm research battle trade time deals good better study".split())
# At the first of these a list of verbs goes on, or the clause is over.
LIST_ENDS = frozenset({",", ".", ";", ":", "and", "or", "but", "”", '"'})
# As what is asked for, what is proposed has a bare verb.
PROPOSING = frozenset({"propose", "proposal", "suggestion", "insist", "insistence"})
# So end many plurals of people: "strikers demand that", "Albanians blame the".
PEOPLE_ENDS = ("kers", "ners", "ders", "tors", "ists", "ians", "sters", "dents", "cans")
# Marks and words that end the clause in which its verb is sought.
CLAUSE_ENDS = frozenset({",", ";", ":", ".", "—", "–", '"', "“", "”", "and", "but"})


class Surroundings:
    """A text of which the first words have their letters."""

    def __init__(
        self, text: Text, actors: Sequence[int], adjectives: Container[int], grammar: Grammar
    ):
        self.words, self.lower = text.words, text.lower
        self.firsts = {sentence.first for sentence in text.sentences}
        self.ends = {sentence.end for sentence in text.sentences}
        self.actors, self.adjectives = actors, adjectives
        self.grammar = grammar
        self.tags: list[str] = []

    def _following(self, index: int) -> str:
        return self.lower[index + 1] if index + 1 < len(self.lower) else ""

    def _skip_left(self, token: int, tags: str) -> int:
        """Return the first token leftwards that has none of some letters, or that of the text."""
        while token > 0 and self.tags[token] in tags:
            token -= 1
        return token

    def _left(self) -> str:
        """Return the letter left of a word; adverbs do not count, nor a mark: "to “destroy” it"."""
        if self.tags and self.lower[len(self.tags) - 1] == "about":
            return "P"  # "asked Oslo about reports"
        quoted = False
        for tag in reversed(self.tags):
            if tag == "Q" and not quoted:
                quoted = True
            elif tag != "B":
                return "Q" if quoted and tag not in "TM" else tag
        return "Q" if quoted else ";"

    def _goes_on_infinitive(self, index: int) -> bool:
        """Tell "agreed to meet and | talk", "to build, | sell and buy" from "came, and | say"."""
        joined = self.tags[-1:] == ["C"] and self.tags[-2:-1] != [","]
        if not joined and not (self.tags[-1:] == [","] and self._lists_on(index)):
            return False
        verb = next((tag for tag in reversed(self.tags) if tag in "VIGEAMTR;SQ"), ";")
        return verb == "I"

    def _lists_on(self, index: int) -> bool:
        """Tell "sell it tanks and buy oil", where one more base form is joined."""
        ends = (at for at in range(index + 1, len(self.lower) - 1) if self.lower[at] in LIST_ENDS)
        end = next(ends, index)
        joined = self.grammar.form_letters.get(self.lower[end + 1], "")
        return self.lower[end] == "and" and "i" in joined

    def _is_helped(self, index: int) -> bool:
        """Tell "helped | build it", "let Oslo | build it" from "help | centres"."""
        helping = self._skip_left(index - 1, "X")
        words = HELPING if helping == index - 1 else LETTING
        return self.lower[helping] in words and self.tags[helping : helping + 1] != ["O"]

    def _after_auxiliary(self, letter: str = "A") -> bool:
        """Tell the left of "was also | hit", "was on Monday | hit", "was in 2002 | hit"."""
        at, times = len(self.tags) - 1, self.grammar.times
        while at > 0 and (
            self.tags[at] in "BN#"
            or self.lower[at] in times
            or self.lower[at + 1] in times
            or self.tags[at : at + 2] == ["P", "#"]
        ):
            at -= 1
        return self.tags[at : at + 1] == [letter]

    def _is_stressed(self, index: int) -> bool:
        """Tell "Oslo did (indeed) sell tanks" from "Oslo did business"."""
        at = self._skip_left(len(self.tags) - 1, "B")
        return self.lower[at] in EMPHATIC and self.lower[index] not in DEEDS

    def _is_plural(self, index: int) -> bool:
        """Tell whether a word can be a plural: "ships", "people"."""
        word = self.lower[index]
        plural = word.endswith("s") or word in self.grammar.lexicon["people"]
        return plural and word not in POSSESSIVE_MARKS

    def _is_possessed(self, index: int) -> bool:
        owns = index > 1 and self.lower[index - 1] in POSSESSIVE_MARKS
        quoted = self.lower[index - 2] in ",.!?"  # "‘It is,’ says Oslo"
        return owns and not quoted and self.tags[-1] != "A"  # "it's aiding"

    def _are_people(self, word: str) -> bool:
        return word in self.grammar.lexicon["telling_people"] or word.endswith(PEOPLE_ENDS)

    def _is_before_name(self, index: int) -> bool:
        return index + 1 < len(self.actors) and self.actors[index + 1] >= 0

    def _lists_names(self, comma: int) -> bool:
        """Tell whether a comma stands for the "and" of a headline: "Oslo, Rome agree to talk"."""
        before, behind = comma - 1, comma + 1
        while before >= 0 and self.tags[before] in "XC" and before not in self.firsts:
            before -= 1
        if before not in self.firsts or self.tags[before] != "X":
            return False
        while self._is_before_name(behind - 1) or self.lower[behind : behind + 1] == [","]:
            if self.lower[behind] in self.grammar.actor_pronouns:
                return False  # "Israel, they say, must"
            behind += 1
        word = self.lower[behind] if behind < len(self.lower) else ""
        if word == "to":
            word = self._following(behind)
        return behind > comma + 1 and "i" in self.grammar.form_letters.get(word, "")

    def _is_told_behind(self, index: int) -> bool:
        """Tell "…, say Oslo and Rome", "…, warn two officials" from "in, say, Oslo"."""
        named = self._is_before_name(index)
        people = any(map(self._are_people, self.lower[index + 1 : index + TOLD_WITHIN]))
        return self.lower[index] in self.grammar.lexicon["people_do"] and (named or people)

    def _is_surely_told(self, index: int, following: str) -> bool:
        """Tell "“…,” the document states." and "as the bank points out" from plurals."""
        if following in PARTICLES.get(self.lower[index], ()):
            return True
        lemmas = self.grammar.lemmas(self.lower[index])
        if following not in (".", ",") or self.grammar.lexicon["claiming_bases"].isdisjoint(lemmas):
            return False
        at = index - 1
        while at > max(0, index - TELLERS) and self.tags[at] in "XDOP":
            at -= 1
        return at < index - 1 and self.tags[at] == "Q"

    def _is_behind_demand(self, index: int) -> bool:
        """Tell the verb of "demanded that Oslo deliver them", which agrees with nobody."""
        at = self._skip_left(index - 1, "XDO")
        return self._is_demanded(at)

    def _is_demanded(self, that: int) -> bool:
        """Tell "demanded that Oslo halt sales": what is asked for has a bare verb."""
        if that < 1 or self.lower[that] != "that":
            return False
        at = that - 1
        while at > 0 and (self.tags[at] in "#,P" or self.lower[at] in self.grammar.times):
            at -= 1  # "demanded on Monday, May 4, that"
        before, asking = self.lower[at], self.grammar.governors["requested"]
        asked = self.grammar.lemmas(before) if self.tags[at] in "VIGE" else []
        return not PROPOSING.isdisjoint([before, *asked]) or not asking.isdisjoint(asked)

    def _joins_verb(self, index: int) -> bool:
        """Tell "trained and | armed rebels" from "the truce ended and armed rebels took Oslo"."""
        named = self.tags[-2:] in (["V", "C"], ["E", "C"]) and self.actors[index + 1] >= 0
        return named and not self._has_finite_behind(index)

    def _has_finite_behind(self, index: int) -> bool:
        for at in range(index + 1, len(self.lower)):
            word = self.lower[at]
            letter = "" if word in POSSESSIVE_MARKS else self.grammar.classes.get(word, "")
            if word in CLAUSE_ENDS or letter in ("R", "S"):
                return False
            forms = self.grammar.form_letters.get(word, "")
            past = "d" in forms and not self._is_described(at)
            third = "s" in forms and word not in self.grammar.noun_verbs
            if letter in ("A", "M") or past or third:
                return True
        return False

    def _is_described(self, index: int) -> bool:
        """Tell a participle from a past: "a town held by", "the banned party", "demand fixed"."""
        before = self.lower[index - 1]
        described = self.grammar.classes.get(before) in ("D", "P")
        described = described or "i" in self.grammar.form_letters.get(before, "")
        return described or self._following(index) in ("by", "in", "at", "near")
