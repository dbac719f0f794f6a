"""One word after another: closed classes, marks, numbers, and what no list has."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from analysis.grammar import CAPITALS, Grammar
from analysis.tagging.verbs import Verbs
from analysis.text import Text

QUOTE_MARKS = frozenset({"“", "”", '"', "``", "''", "‘", "«", "»"})
CLAUSE_MARKS = frozenset({";", ":", "—", "–", "--", "(", ")", "[", "]", ".", "?", "!", "…", "-"})
MARKS = dict.fromkeys(QUOTE_MARKS, "Q") | dict.fromkeys(CLAUSE_MARKS, ";") | {",": ","}
# "to" behind these is followed by a noun, though "people" and "sources" could be verbs.
NOUN_FOLLOWS = frozenset({"according", "contrary", "thanks", "prior"})
# Before a number, a hedge rather than a preposition: the word and what stands before it.
HEDGED = {
    "than": ("more", "less", "fewer", "other"),
    "to": ("up", "close"),
    "as": ("many", "few", "much"),
}
# The words of closed classes whose letter depends on what stands around; the rest have one.
AMBIGUOUS = frozenset(
    "next no so to that over about around may once 's ’s all both each with at up than as since "
    "between most back then".split()
)
# Words of a closed class that are adverbs before some words.
ADVERBIAL = frozenset({"once", "so", "since", "next"})
# "Has so far pledged", "has to date pledged": what stands behind "so" and "to".
UNTIL_NOW = {"so": "far", "to": "date"}
# Behind "that" a word in s is a plural, and no "that" stands before it as before a noun; not these.
SINGULAR_ENDS = ("ss", "us", "is", "news", "series")
# No adverbs for all their ending; PERIODICAL are none behind an article: "the weekly Der …".
LY_NOUNS = frozenset(
    "family assembly anomaly monopoly firefly butterfly kelly sally molly emily holly polly billy "
    "kimberly beverly anatoly vasily vitaly willy carly connolly connelly donnelly reilly o'reilly "
    "o’reilly daly healy".split()
)
PERIODICAL = frozenset({"weekly", "daily", "monthly", "fortnightly", "quarterly"})
# Behind a name these stress it; behind a verb they are its object.
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
# Beside a name these tell only where one stands in a picture.
PICTURED = tuple([side, ")"] for side in "left right center centre l r c".split())
# Before "of" and without an article these are prepositions: "fighting south of Oslo".
DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())
# With a hyphen these begin verbs: "re-armed", "co-produce".
VERB_PREFIXES = frozenset({"re", "co"})
# Behind these a word in -ed is a verb that no list has.
UNLISTED_LEFT = frozenset("AXpR")


class Tagger(Verbs):
    """Gives the words of a text their letters."""

    def __init__(
        self, text: Text, actors: Sequence[int], adjectives: Container[int], grammar: Grammar
    ):
        super().__init__(text, actors, adjectives, grammar)
        self.compounds = _list_compounds(text)

    def tag(self) -> list[str]:
        """Return one letter a token."""
        tags, actors, compounds = self.tags, self.actors, self.compounds
        settled, verb_forms = _settle(self.grammar), self.grammar.verb_forms
        for index, word in enumerate(self.lower):
            if actors[index] >= 0 and word not in ("'s", "’s"):
                pronoun = word in self.grammar.actor_pronouns and self.words[index] not in CAPITALS
                tags.append("p" if pronoun else "X")
            elif index in compounds:
                tags.append(compounds[index])
                self._mark_hyphened_verb(index)
            elif word in settled:
                tags.append(settled[word] or self._unsettled(index, word))
            elif word in verb_forms:
                tags.append(self._verb(index, word))
            else:
                tags.append(self._open(index, word))
        self._mark_reduced()
        self._mark_abbreviations()
        return tags

    def _mark_hyphened_verb(self, last: int) -> None:
        """Read "re-exported", "co-chaired" as the verb that the part behind the hyphen is."""
        if last < 2 or self.tags[last - 2 :] != ["O", "O", "O"] or self.lower[last - 1] != "-":
            return
        before, word = self.lower[last - 2], self.lower[last]
        joined = f"{before}-{word}"
        verb = joined if joined in self.grammar.verb_forms else word
        if verb == word and (before not in VERB_PREFIXES or word not in self.grammar.verb_forms):
            return
        self.tags[last - 2 :] = ["B", "B"]
        letter = self._verb(last, verb)
        self.tags[last - 2 :] = ["O", "O", "O"] if letter == "O" else ["B", "B", letter]

    def _describes(self, index: int) -> bool:
        """Tell "current and former officials" from "officials and soldiers"."""
        beside = {self.lower[index - 1], self._following(index)}
        return index > 0 and len(beside) > 1 and beside <= self.grammar.lexicon["describing"]

    def _mark_abbreviations(self) -> None:
        """Read "the African Union (AU) summit" as one noun phrase."""
        for index in range(len(self.tags) - 3):
            named = self.lower[index] == "(" and self.lower[index + 2] == ")"
            if named and self.words[index + 1].isupper() and self.tags[index + 3] == "O":
                self.tags[index] = self.tags[index + 2] = "O"

    def _unsettled(self, index: int, word: str) -> str:
        if word == "and":
            return "O" if self._describes(index) else "C"
        if word == ",":
            return "C" if self._lists_names(index) else ","
        if word in REFLEXIVES and self.tags and self.tags[-1] in "XOp":
            return "B"  # "Ruto himself denied it"
        if word == "back" and self._left() in "TMN" and self._is_named_next(index):
            return "I"  # "will fully back Oslo", "does not back the plan"
        letter = self._closed(index, word) if word in AMBIGUOUS else self.grammar.classes[word]
        # "itself" is a pronoun that names no actor: a p has a mention, always.
        stressed = word.endswith(("self", "selves")) and self._left() in "Xp"  # not "hit himself"
        return ("B" if stressed else "O") if letter == "p" else letter

    def _open(self, index: int, word: str) -> str:
        if word[0].isdigit():
            return "t" if ":" in word else "#"  # "13:55", the head of an entry, too
        if word.isspace():  # inside a sentence a second space, or a wrapped line, says nothing
            return ";" if index in self.ends else "B"
        if word.endswith("ly") and len(word) > 4:
            # "The Arabic-language daily The Citizen", unlike "left daily"
            capital = self.words[index + 1][0].isupper() and index + 1 not in self.firsts
            titled = word in PERIODICAL and (self._left() == "D" or capital)
            return "O" if titled or word in LY_NOUNS else "B"
        if word == "public" and "make" in self.grammar.lemmas(self.lower[index - 1]):
            return "B"  # "made public", which is no subject of what follows
        if word in DIRECTIONS and self._following(index) == "of" and self._left() in "VGIEP":
            return "P"
        if word.endswith("ed") and self._left() in UNLISTED_LEFT and self.words[index].islower():
            return "E" if self._after_auxiliary() else "V"
        return "O"

    def _closed(self, index: int, word: str) -> str:
        following = self._following(index)
        left = self.tags[-1] if self.tags else ";"
        degree = word == "most" and left == "A" and following.endswith("ly")  # "most likely sent"
        if degree or self._counts(index, word, following) or (word, following) == ("no", "longer"):
            return "B"
        if word == "to":
            return self._to(index, following, left)
        if word == "that":
            return "R" if left in "OX" or self._opens_clause(index, following, left) else "D"
        if word in ("over", "about", "around") and following[:1].isdigit():
            return "B"  # "sent over 100 containers"
        if word == "may" and self.words[index] == "May" and left not in ";Q":
            return "t"
        if word in ADVERBIAL and self._is_adverb(index, word, following):
            return "B"
        if word in ("'s", "’s"):
            return "A" if left in "pRS" else "O"  # "it's", "who's"; else the possessive
        if word in ("all", "both", "each"):
            return self._shared(index, word, following, left)
        if word == "about" and left == "X" and following.endswith("ing"):
            word = "on"  # "talks with Oslo about selling it tanks"
        return "C" if self._joins(index, word, left) else self.grammar.classes[word]

    def _is_named_next(self, index: int) -> bool:
        """Tell whether a name or a noun with an article comes next."""
        named = self.actors[index + 1 : index + 2] not in ([], [-1])
        return named or self.grammar.classes.get(self._following(index)) == "D"

    def _joins(self, index: int, word: str, left: str) -> bool:
        """Tell "tanks along with shells", "tanks as well as shells" from "fights as well as Oslo".

        All three words of "as well as" join.
        """
        if word == "then":  # "met Ruto, then flew to Oslo"
            return left == "," and self._following(index) in self.grammar.verb_forms
        if word == "with":
            return index > 0 and self.lower[index - 1] in ("along", "together")
        if word != "as":
            return False
        if self.lower[index + 1 : index + 3] == ["well", "as"]:
            return left in "XOp,Q"
        closes = self.lower[index - 2 : index] == ["as", "well"] and self.tags[index - 2] == "C"
        if closes:
            self.tags[index - 1] = "C"
        return closes

    def _opens_clause(self, index: int, following: str, left: str) -> bool:
        """Tell "said that it", "that Ruto", "that sales are" from "that country", "That report"."""
        if left in ";Q" and following in self.grammar.noun_verbs:
            return False
        if following in self.grammar.classes or following in self.grammar.verb_forms:
            return True
        if following.endswith("s") and not following.endswith(SINGULAR_ENDS):
            return True
        named = self.actors[index + 1 : index + 2] not in ([], [-1])
        return named or (left in "VGIE" and self.words[index + 1][:1].isupper())

    def _is_adverb(self, index: int, word: str, following: str) -> bool:
        """Tell "once more", "at once", "to do so", "has since said" from what opens a clause."""
        if word == "since":
            done = following in self.grammar.verb_forms or following == "been"
            return done and self.tags[-1:] == ["A"]
        if word == "once":
            apart = following in ("again", "more", "and", "but", ",", ".")
            return apart or self.lower[index - 1] == "at"
        if word == "next":  # as "first" is one; "beside", but for "travels next to Oslo"
            lemmas = self.grammar.lemmas(self.lower[index - 1])
            return following != "to" or not self.grammar.lexicon["going_next"].isdisjoint(lemmas)
        return index > 0 and self.lower[index - 1] in ("do", "does", "did", "doing", "done")

    def _shared(self, index: int, word: str, following: str, left: str) -> str:
        """Read "have all accused", "Chad and Niger(, two foes,) each accused", "Both deny it"."""
        verb = following in self.grammar.verb_forms
        first = self._skip_left(index - 1, "XODC,")
        summed = left == "," and self.tags[first] != "P" and "C" in self.tags[first:]
        if left == "A" or (verb and (left == "X" or summed or (word, left) == ("each", ","))):
            return "B"
        alone = word == "both" and verb and following not in self.grammar.noun_verbs
        return "O" if alone and left in ";SC" else self.grammar.classes[word]

    def _counts(self, index: int, word: str, following: str) -> bool:
        """Tell a hedge, "more than 100", "up to 30", "at least twelve", or "has so far sent"."""
        if UNTIL_NOW.get(word) == following and self.tags[-1:] == ["A"]:
            self.compounds[index + 1] = "B"
            return True
        if word == "at":
            return following in ("least", "most", "once")
        if word == "between":  # "between 40 and 60 tanks"
            return self._is_number(following) and self._following(index + 1) == "and"
        if word == "up":
            return following == "to" and self._is_number(self._following(index + 1))
        before = self.lower[index - 1] if index else ""
        return before in HEDGED.get(word, ()) and self._is_number(following)

    def _is_number(self, word: str) -> bool:
        counts = self.grammar.classes.get(word) == "#" or word in ("a", "half", "several")
        return counts or word[:1].isdigit()

    def _past_quotes(self, index: int, following: str) -> str:
        """Return the word behind a mark and its adverb: "vowed to “firmly oppose”"."""
        if following not in QUOTE_MARKS:
            return following
        word = self._following(index + 1)
        return self._following(index + 2) if word.endswith("ly") else word

    def _to(self, index: int, following: str, left: str) -> str:
        """Tell "agreed to visit" from "a trip to Oslo" and "turned to aid"."""
        following = self._past_quotes(index, following)
        if following == "date" or (index and self.lower[index - 1] in (*NOUN_FOLLOWS, following)):
            return "P"  # "face to face", too
        if self._is_headline(index, following, left):
            return "M"
        if following in ("be", "have", "do", "not") or self.grammar.classes.get(following) == "B":
            return "T"
        if "i" not in self.grammar.form_letters.get(following, ""):
            return "P"
        nounish = following in self.grammar.noun_verbs
        nounish = nounish and following not in ("help", "support", "fight")
        if not nounish or left not in "VG":
            return "T"
        lemmas = self.grammar.lemmas(self.lower[index - 1])
        return "P" if self.grammar.governing.isdisjoint(lemmas) else "T"

    def _is_headline(self, index: int, following: str, left: str) -> bool:
        """Tell "Oslo to send tanks", where nothing but who will do it stands before."""
        if left != "X" or "i" not in self.grammar.form_letters.get(following, ""):
            return False
        at = index - 1
        while at >= 0 and self.tags[at] in "XDO#C,":
            at -= 1
        return at < 0 or self.tags[at] == ";"


@cache
def _settle(grammar: Grammar) -> dict[str, str]:
    """Return the letter of each mark and word of a closed class, "" where others decide."""
    letters = {word: "" if letter == "p" else letter for word, letter in grammar.classes.items()}
    return letters | MARKS | dict.fromkeys((*AMBIGUOUS, *REFLEXIVES, "and", ","), "")


def _list_compounds(text: Text) -> dict[int, str]:
    """Return the letters of what a hyphen or a bracket joins: "long-range", "13-0", "(left)"."""
    compounds: dict[int, str] = {}
    for index, word in enumerate(text.words):
        joins = word == "-" and text.is_glued(index) and index + 1 < len(text.words)
        if joins and text.is_glued(index + 1):
            numbers = text.words[index - 1].isdigit() and text.words[index + 1].isdigit()
            compounds.update(dict.fromkeys((index - 1, index, index + 1), "#" if numbers else "O"))
        elif word == "(" and text.lower[index + 1 : index + 3] in PICTURED:
            compounds.update(dict.fromkeys(range(index, index + 3), "B"))
    return compounds
