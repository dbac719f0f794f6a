"""dictionaries/grammar.yaml -> Grammar: word classes and verb forms, and a tag for every token.

One letter a token, enough to walk a clause without a parser:

    V finite verb      I base form after "to" or a modal   G -ing form      E past participle
    A be, have, do     M modal        T infinitive "to"    N negation       B adverb
    D determiner       P preposition  R who, which, that   S when, because  C and, or, but
    X named actor      p pronoun      O any other word     # number
    , comma            Q quotation mark                    ; other mark that ends a clause
    t word of time
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis.inflection import VerbForms
from analysis.strict_yaml import load_yaml
from analysis.text import Text

QUOTE_MARKS = frozenset({"“", "”", '"', "``", "''", "‘", "«", "»"})
CLAUSE_MARKS = frozenset({";", ":", "—", "–", "--", "(", ")", "[", "]", ".", "?", "!", "…", "-"})
MARKS = dict.fromkeys(QUOTE_MARKS, "Q") | dict.fromkeys(CLAUSE_MARKS, ";") | {",": ","}
# Plurals that news prose puts behind a state: "Iran talks in Vienna", "Russia exports to India".
TALKS = frozenset(
    ["talks", "exports", "supplies", "imports", "sanctions", "ties", "sales", "shipments"]
)
# Beside the governors of grammar.yaml, these have an infinitive behind them: "began to attack".
ASPECT = frozenset(["begin", "start", "continue", "try", "attempt", "manage"])
# Left of a word that may be noun or verb, these make it a verb …
VERBAL_LEFT = frozenset("TMNp")
# … and these a noun.
NOMINAL_LEFT = frozenset("DP#")
# Behind these a word in -ed is a verb that no list has.
UNLISTED_LEFT = frozenset("AXpR")


@dataclass(frozen=True)
class Grammar:
    """Closed word classes and verb forms."""

    classes: dict[str, str]
    verb_forms: dict[str, list[tuple[str, str]]]
    noun_verbs: frozenset[str]
    rare_verbs: frozenset[str]
    actor_pronouns: frozenset[str]
    governors: dict[str, frozenset[str]]
    lexicon: dict[str, frozenset[str]]
    forms: VerbForms

    @cached_property
    def closed(self) -> frozenset[str]:
        """All words of closed classes: none of them begins a name."""
        return frozenset(self.classes) | {"i"}

    @cached_property
    def governing(self) -> frozenset[str]:
        """Verbs that an infinitive follows: "vowed to launch" tells of no launch as a noun."""
        return ASPECT | frozenset(word for words in self.governors.values() for word in words)

    @cached_property
    def calendar(self) -> frozenset[str]:
        """Weekdays and months: capitalised, but no names."""
        return self.lexicon["calendar"]

    @cached_property
    def times(self) -> frozenset[str]:
        """Weekdays, months, and nouns such as "week": they name no thing or actor."""
        return self.lexicon["calendar"] | self.lexicon["time_nouns"]

    def lemmas(self, form: str) -> list[str]:
        """Return the verbs that a form may belong to."""
        return [lemma for lemma, _ in self.verb_forms.get(form, ())]

    def tag(self, text: Text, actors: Sequence[int]) -> list[str]:
        """Return one letter a token; `actors` holds the mention each token belongs to, or -1."""
        words, lower = text.words, text.lower
        compounds = _list_compounds(text)
        tags: list[str] = []
        timed: list[int] = []
        classes, verb_forms, times = self.classes, self.verb_forms, self.times
        for index, word in enumerate(lower):
            if word in times:
                timed.append(index)
            if actors[index] >= 0 and word not in ("'s", "’s"):
                pronoun = word in self.actor_pronouns and words[index] != "US"
                tags.append("p" if pronoun else "X")
            elif index in compounds:
                tags.append("O")
            elif word in classes:
                letter = self._closed(word, index, lower, tags)
                # "itself" is a pronoun that names no actor: a p has a mention, always.
                tags.append("O" if letter == "p" else letter)
            elif word in verb_forms:
                tags.append(self._verb(word, index, words, lower, tags))
            else:
                tags.append(self._open(word, words[index], tags))
        for index in timed:
            if tags[index] in "OX":
                tags[index] = "t"
        return tags

    def _open(self, word: str, written: str, tags: list[str]) -> str:
        """Return the letter of a word or mark that is in no list."""
        if word in MARKS:
            return MARKS[word]
        if word[0].isdigit():
            return "#"
        if word.endswith("ly") and len(word) > 4:
            return "B"
        if word.endswith("ed") and self._left(tags) in UNLISTED_LEFT and written.islower():
            return "E" if self._after_auxiliary(tags) else "V"
        return "O"

    def _closed(self, word: str, index: int, lower: Sequence[str], tags: list[str]) -> str:
        letter = self.classes[word]
        following = lower[index + 1] if index + 1 < len(lower) else ""
        left = tags[-1] if tags else ";"
        if word == "to":
            base = any("i" in forms for _, forms in self.verb_forms.get(following, ()))
            noun = (
                following in self.noun_verbs
                and left in "VG"
                and following not in ("help", "support")
            )
            noun = noun and self.governing.isdisjoint(self.lemmas(lower[index - 1]))
            return (
                "T"
                if (base and not noun)
                or following in ("be", "have", "do", "not")
                or self.classes.get(following) == "B"
                else "P"
            )
        if word == "that":
            # A relative or conjunction rather than "that country".
            return (
                "R"
                if self.classes.get(following) or following in self.verb_forms or left in "OX"
                else "D"
            )
        if word in ("over", "about", "around") and following[:1].isdigit():
            return "B"  # "sent over 100 containers"
        if word == "once" and following in ("again", "more"):
            return "B"
        if word in ("'s", "’s"):
            return "A" if left in "pRS" else "O"  # "it's", "who's"; else the possessive
        if word in ("all", "both", "each") and left in "A":
            return "B"  # "have all accused"
        return letter

    def _verb(
        self, word: str, index: int, words: Sequence[str], lower: Sequence[str], tags: list[str]
    ) -> str:
        forms = "".join(tags_ for _, tags_ in self.verb_forms[word])
        left = self._left(tags)
        following = lower[index + 1] if index + 1 < len(lower) else ""
        if words[index][0].isupper() and index and tags[-1] not in ";Q,":
            return "O"  # part of a name: "Strike Group"
        if "g" in forms:
            attributive = left == "D" or self._possessed(lower, index)
            return "O" if attributive and following != "of" else "G"
        if "d" in forms or "n" in forms:
            return self._past(word, forms, left, tags, following)
        lemmas = self.lemmas(word)
        if not self.rare_verbs.isdisjoint(lemmas):
            return "I" if "i" in forms and left in "TM" else "O"
        nounish = word in self.noun_verbs or not self.noun_verbs.isdisjoint(lemmas)
        if "i" in forms:
            return self._base(left, tags, lower, index, nounish=nounish)
        return self._third_person(left, lower, index, nounish=nounish)

    def _base(
        self, left: str, tags: list[str], lower: Sequence[str], index: int, *, nounish: bool
    ) -> str:
        if left in VERBAL_LEFT:
            return "V" if left == "p" else "I"
        if left in NOMINAL_LEFT or (nounish and left != "R"):
            return "O"
        return "V" if left in "XORC" and self._agrees(tags, lower, index) else "O"

    def _third_person(self, left: str, lower: Sequence[str], index: int, *, nounish: bool) -> str:
        if left in NOMINAL_LEFT or left in "TM":
            return "O"
        if not nounish:
            return "V"
        following = lower[index + 1] if index + 1 < len(lower) else ""
        subject = left in "XpR" and lower[index - 1] != "that"
        if not subject or following in ("of", "by", "from", "between"):
            return "O"
        if following in ("to", "with", "in") and lower[index] in TALKS:
            return "O"
        return "O" if self._possessed(lower, index) else "V"

    def _past(self, word: str, forms: str, left: str, tags: list[str], following: str) -> str:
        if "i" in forms and left in "TM":  # "cut", "put"
            return "I"
        if self._after_auxiliary(tags):
            return "E"
        if left == "D" and following not in ("by", "to"):
            return "O"  # "the proposed talks"
        if forms.replace("i", "") == "n":
            return "E"
        if "d" not in forms:
            return "E"
        if word in self.noun_verbs and left in NOMINAL_LEFT:
            return "O"
        if left == "O" and following == "by":
            return "E"
        return "V"

    @staticmethod
    def _left(tags: list[str]) -> str:
        for tag in reversed(tags):
            if tag != "B":
                return tag
        return ";"

    @staticmethod
    def _after_auxiliary(tags: list[str]) -> bool:
        for tag in reversed(tags):
            if tag == "A":
                return True
            if tag not in "BN":
                return False
        return False

    @staticmethod
    def _possessed(lower: Sequence[str], index: int) -> bool:
        return index > 0 and lower[index - 1] in ("'s", "’s", "'", "’")

    @staticmethod
    def _agrees(tags: list[str], lower: Sequence[str], index: int) -> bool:
        """A base form can follow a plural subject or a relative pronoun only.

        The subject may have phrases behind it ("analysts at the institute say") or be joined.
        """
        at = index - 1
        while at >= 0:
            if tags[at] == "B":
                at -= 1
                continue
            if tags[at] in "RC" or (lower[at].endswith("s") and lower[at] not in ("'s", "’s")):
                return True
            while at >= 0 and tags[at] in "XOD#":
                at -= 1
            if at < 0 or tags[at] != "P":
                return at >= 0 and tags[at] == "C"
            at -= 1
        return False


def _list_compounds(text: Text) -> set[int]:
    """Return the tokens that are part of a hyphenated word such as "long-range"."""
    compounds: set[int] = set()
    for index, word in enumerate(text.words):
        joins = word == "-" and text.is_glued(index) and index + 1 < len(text.words)
        if joins and text.is_glued(index + 1):
            compounds.update((index - 1, index, index + 1))
    return compounds


def load_grammar(path: Path, rule_verbs: Iterable[str]) -> Grammar:
    """Read grammar.yaml; `rule_verbs` are the lemmas that rules use as triggers."""
    entry = load_yaml(path)
    letters = {
        "determiners": "D",
        "adverbs": "B",
        "numbers": "#",
        "pronouns": "p",
        "subordinators": "S",
        "conjunctions": "C",
        "relatives": "R",
        "negations": "N",
        "modals": "M",
        "do": "A",
        "have": "A",
        "be": "A",
        "prepositions": "P",
    }
    classes: dict[str, str] = {}
    for group, letter in letters.items():
        for word in entry[group]:
            if group != "prepositions" or word not in classes:
                classes[word] = letter
    classes["to"] = "P"
    forms = VerbForms(
        entry["irregular_verbs"],
        frozenset(entry["doubling_verbs"]),
        frozenset(entry["double_l_verbs"]),
    )
    noun_verbs = frozenset(entry["noun_verbs"])
    rare_verbs = frozenset(entry["rare_verbs"])
    lemmas = {*entry["verbs"], *noun_verbs, *rare_verbs, *entry["irregular_verbs"]}
    lemmas |= {verb.split()[0] for verb in rule_verbs}
    verb_forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for lemma in sorted(lemmas):
        for form, tags in forms.of(lemma).items():
            if form not in classes:
                verb_forms[form].append((lemma, tags))
    noun_forms = noun_verbs | {
        form for lemma in noun_verbs for form, tags in forms.of(lemma).items() if tags in ("i", "s")
    }
    return Grammar(
        classes,
        dict(verb_forms),
        noun_forms,
        rare_verbs - {verb.split()[0] for verb in rule_verbs},
        frozenset({"he", "she", "they", "it", "we", "i", "him", "them", "us"}),
        {group: frozenset(words) for group, words in entry["governors"].items()},
        {group: frozenset(words) for group, words in entry["lexicon"].items()},
        forms,
    )
