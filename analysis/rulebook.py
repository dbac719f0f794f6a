"""dictionaries/*.yaml -> Rulebook: every dictionary and every rule (rules.py), ready for coding."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis.actors import ActorBook, load_actors
from analysis.acts import ContentActs, load_acts
from analysis.errors import RuleError
from analysis.grammar import Grammar, load_grammar
from analysis.inflection import plural
from analysis.items import ItemBook, load_items
from analysis.likelihood import Likelihood, load_likelihood
from analysis.phrase_index import PhraseIndex
from analysis.rules import Rule, load_rules
from analysis.wordings import expand

DICTIONARIES = Path(__file__).parent / "dictionaries"
RULE_FILES = ("statements", "visits", "transfer_allegations", "events")

# Parts of the package that no coded row depends on. Whatever is not named here counts as coding:
# to code too often costs seconds, to keep rows of older code gives wrong tables.
NOT_CODING = frozenset(
    "__main__.py articles briefing charts cli examples.py explaining key_figures.py known.py "
    "ledgers.py network pages report_template reports reviews runs sources suggesting.py tables "
    "telling_influence.py".split()
)


# The tags (tagging.py) that the first word of a trigger may have.
VERB_TAGS = "VIGE"
NOUN_TAGS = "OG"
ALL_TAGS = "VIGEAMTNBDPRSCXpO#t,Q;"
# A rule with what most sentences fail at: its needs, its `unless` and the words it wants.
Candidate = tuple[Rule, frozenset[str], frozenset[str], tuple[frozenset[str], ...]]


@dataclass(frozen=True)
class Rulebook:
    """All dictionaries and rules, and a fingerprint that changes with any of them."""

    actors: ActorBook
    items: ItemBook
    grammar: Grammar
    likelihood: Likelihood
    acts: ContentActs
    rules: tuple[Rule, ...]
    fingerprint: str

    @cached_property
    def transfer_verbs(self) -> frozenset[str]:
        """Verbs that by themselves tell of giving, getting or moving something."""
        told = (rule for rule in self.rules if rule.table == "transfer_allegations")
        told = (rule for rule in told if not rule.set.keys() & {"weak", "package"})
        return frozenset(verb for rule in told for verb in rule.verbs)

    @cached_property
    def triggers(self) -> PhraseIndex[dict[str, list[Candidate]]]:
        """Every form of a trigger: by the tag that its first word has, the rules it may set off.

        A verb form is none where the word is a noun there, and the other way round; a phrase is
        one whatever the tags.
        """
        forms: dict[tuple[str, ...], dict[str, list[Candidate]]] = {}
        for rule in self.rules:
            candidate = rule, rule.needs, rule.unless, rule.wanted
            for words, letters in _list_forms(rule, self.grammar):
                by_tag = forms.setdefault(tuple(words), {})
                for letter in letters:
                    by_tag.setdefault(letter, []).append(candidate)
        listed = [(list(words), by_tag) for words, by_tag in forms.items()]
        return PhraseIndex(listed, longest_first=False)

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each rule, by its id, in the order of the files."""
        return {rule.id: place for place, rule in enumerate(self.rules)}

    @cached_property
    def by_speaker(self) -> dict[str, Rule]:
        """The first rule of each word that says where to look for the speaker."""
        speaking = (rule for rule in reversed(self.rules) if "speaker" in rule.set)
        return {rule.set["speaker"]: rule for rule in speaking}


def _list_forms(rule: Rule, grammar: Grammar) -> Iterator[tuple[list[str], str]]:
    """Yield the words of each form of a rule's triggers, and the tags its first word may have."""
    for verb in rule.verbs:
        for form in grammar.forms.of(verb):
            yield form.replace("-", " - ").split(), VERB_TAGS
    for noun in rule.nouns:
        for form in sorted({noun, plural(noun)}):
            yield form.split(), NOUN_TAGS
    for phrase in rule.phrases:
        yield from ((words, ALL_TAGS) for words in expand(phrase, grammar.forms))


def load_rulebook(folder: Path = DICTIONARIES) -> Rulebook:
    """Read every dictionary and rule; raise RuleError at the first that cannot be used."""
    rules = [rule for table in RULE_FILES for rule in load_rules(folder / f"{table}.yaml", table)]
    _refuse_repeated_ids(rules, folder)
    verbs = sorted({verb for rule in rules for verb in rule.verbs})
    grammar = load_grammar(folder / "grammar.yaml", verbs)
    return Rulebook(
        load_actors(folder),
        load_items(folder / "items.yaml"),
        grammar,
        load_likelihood(folder / "likelihood.yaml"),
        load_acts(folder / "acts.yaml", grammar.forms),
        tuple(rules),
        fingerprint(folder),
    )


def fingerprint(folder: Path = DICTIONARIES, package: Path = DICTIONARIES.parent) -> str:
    """Return a hash of every dictionary and of the code that applies them."""
    code = {path.relative_to(package): path for path in package.rglob("*.py")}
    digest = hashlib.sha256()
    for name, path in sorted(code.items()):
        if name.parts[0] not in NOT_CODING:
            digest.update(name.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for path in sorted(folder.glob("*.yaml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _refuse_repeated_ids(rules: Iterable[Rule], folder: Path) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            where = folder / f"{rule.table}.yaml"
            raise RuleError(f"{where}: rule {rule.id} appears twice. Give one of them another id.")
        seen.add(rule.id)
