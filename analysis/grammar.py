"""dictionaries/grammar.yaml -> Grammar: closed word classes, verb forms, word lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis.inflection import VerbForms
from analysis.strict_yaml import load_yaml

# Closed sets that several readers ask for.
ARTICLES = frozenset({"the", "a", "an"})
HE_OR_SHE = frozenset({"he", "she"})
HIS_OR_HER = frozenset({"his", "her"})
POSSESSIVE_PRONOUNS = HIS_OR_HER | {"its", "their"}
# Whoever speaks so speaks of what is his: "our army", "its plan".
OWN_POSSESSIVES = POSSESSIVE_PRONOUNS | {"our", "my"}
DETERMINERS = ARTICLES | POSSESSIVE_PRONOUNS
# Before a noun these point to what was told: "the offer", "such a step", not "an offer".
POINTING = POSSESSIVE_PRONOUNS | {"the", "this", "that", "these", "those", "such"}
CONDITIONS = frozenset({"if", "unless", "whether"})
COPULAS = frozenset({"is", "are", "was", "were"})
# With "get", which makes passives as "be" does: "got arrested".
BE = COPULAS | {"be", "been", "being", "get", "got"}
# Auxiliaries that tell what will be, or would, what may be and what somebody wants: none need be.
WILL = frozenset({"will", "shall", "'ll", "’ll"})
FUTURE = WILL | {"would"}
POSSIBLY = frozenset({"may", "might", "could"})
WANTED = frozenset({"should", "must", "ought"})
NEEDING = frozenset({"need", "needs", "needed"})
UNREAL = POSSIBLY | WANTED | {"can"}
# They open the time of something else, by which a deed is told: "before flying to Oslo".
TEMPORAL = frozenset({"after", "before", "since", "upon", "while", "when"})
# Behind these the present tense is of what is to come: "before he visits Oslo".
TO_COME = frozenset({"after", "before", "when", "until", "once"})
# What these open is no part of what the sentence tells.
DESPITE = frozenset({"despite", "amid", "amidst", "notwithstanding", "defying"})
# Who is one of these to do something does it: "the first to visit Oslo".
RANKS = frozenset({"first", "second", "third", "last", "only", "latest"})
# Behind a verb these belong to it: "turned down", "called out".
PARTICLES = frozenset({"out", "off", "up", "over", "down", "back", "away"})
FIRST_PERSON = frozenset({"we", "i", "our", "my"})
# Of "have", what may be a verb of its own.
HAVE = frozenset({"have", "has", "had"})
# They make an owner of the word before.
POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’"})
# Beside the governors of grammar.yaml, these have an infinitive behind them: "began to attack".
ASPECT = frozenset(["begin", "start", "continue", "try", "attempt", "manage", "move"])
# Pronouns that may mean an actor.
# In capitals these are no pronouns: "the US", "HE Ana Silva".
CAPITALS = frozenset({"US", "HE"})
ACTOR_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "him", "them", "us"})
# The closed classes of grammar.yaml and their letters, which tagging/__init__.py explains.
LETTERS = {
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


# By identity: what is found of a grammar is remembered.
@dataclass(frozen=True, eq=False)
class Grammar:
    """Closed word classes and verb forms.

    `classes` gives each word of a closed class its letter, `verb_forms` each form of a verb its
    lemmas with what it is of them: i base, s third person, d past, n participle, g -ing.
    """

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
    def times(self) -> frozenset[str]:
        """Weekdays, months, and nouns such as "week": they name no thing or actor."""
        return self.lexicon["calendar"] | self.lexicon["time_nouns"]

    @cached_property
    def saying(self) -> frozenset[str]:
        """What only people do, and verbs whose content is a clause."""
        return self.lexicon["people_do"] | self.lexicon["clause_takers"]

    @cached_property
    def form_letters(self) -> dict[str, str]:
        """What each verb form may be, by all its readings."""
        readings = self.verb_forms.items()
        return {form: "".join(letters for _, letters in found) for form, found in readings}

    @cached_property
    def verbs_of(self) -> dict[str, list[str]]:
        """The verbs that each form may belong to."""
        return {form: [lemma for lemma, _ in found] for form, found in self.verb_forms.items()}

    def lemmas(self, form: str) -> list[str]:
        """Return the verbs that a form may belong to."""
        return self.verbs_of.get(form, [])


def load_grammar(path: Path, rule_verbs: Iterable[str]) -> Grammar:
    """Read grammar.yaml; `rule_verbs` are the lemmas that rules use as triggers."""
    entry = load_yaml(path)
    classes = _read_classes(entry)
    forms = VerbForms(
        entry["irregular_verbs"],
        frozenset(entry["doubling_verbs"]),
        frozenset(entry["double_l_verbs"]),
    )
    triggers = {verb.split()[0] for verb in rule_verbs}
    noun_verbs, rare_verbs = frozenset(entry["noun_verbs"]), frozenset(entry["rare_verbs"])
    lemmas = {*entry["verbs"], *noun_verbs, *rare_verbs, *entry["irregular_verbs"], *triggers}
    verb_forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for lemma in sorted(lemmas):
        for form, letters in forms.of(lemma).items():
            if form not in classes:
                verb_forms[form].append((lemma, letters))
    plain = (
        form
        for lemma in noun_verbs
        for form, letters in forms.of(lemma).items()
        if letters in ("i", "s")
    )
    return Grammar(
        classes,
        dict(verb_forms),
        noun_verbs.union(plain),
        rare_verbs - triggers,
        ACTOR_PRONOUNS,
        {group: frozenset(words) for group, words in entry["governors"].items()},
        {group: frozenset(words) for group, words in entry["lexicon"].items()},
        forms,
    )


def _read_classes(entry: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the letter of each word of a closed class; of a preposition only if it is no other."""
    classes: dict[str, str] = {}
    for group, letter in LETTERS.items():
        for word in entry[group]:
            if group != "prepositions" or word not in classes:
                classes[word] = letter
    classes["to"] = "P"
    return classes
