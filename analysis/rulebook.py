"""dictionaries/*.yaml -> Rulebook: load, check, refuse with a helpful message.

A rule says what sets it off (trigger), who and what it looks for (slots), what must be there
(require, any_of, follows), what rules it out (unless, not_follows), what the row then says (set),
and shows it: `matches` with the row expected, `ignores` with text that must give none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from analysis.actors import ActorBook, load_actors
from analysis.acts import ContentActs, load_acts
from analysis.errors import RuleError
from analysis.grammar import Grammar, load_grammar
from analysis.inflection import plural
from analysis.items import ItemBook, load_items
from analysis.likelihood import Likelihood, load_likelihood
from analysis.phrase_index import PhraseIndex
from analysis.strict_yaml import load_yaml

DICTIONARIES = Path(__file__).parent / "dictionaries"
RULE_FILES = ("statements", "visits", "transfer_allegations", "events")
ROLES = (
    "subject",
    "object",
    "phrase",
    "owner",
    "compound",
    "follower",
    "purpose",
    "maker",
    "clause",
    "fronted",
    "modifier",
    "near",
    "itself",
    "predicate",
    "attached",
    "blamed",
    "holder",
)
WANTS = (
    "actor",
    "party",
    "person",
    "official",
    "place",
    "town",
    "item",
    "arms",
    "personnel",
    "speaker",
    "noun",
    "any",
)
KEYS = frozenset(
    [
        "id",
        "note",
        "trigger",
        "slots",
        "require",
        "any_of",
        "follows",
        "not_follows",
        "before",
        "under",
        "with",
        "reach",
        "unless",
        "set",
        "matches",
        "ignores",
    ]
)

# Parts of the package that no coded row depends on. Whatever is not named here counts as coding:
# to code too often costs seconds, to keep rows of older code gives wrong tables.
NOT_CODING = frozenset(
    "__main__.py articles charts cli codebook_page.py data_page.py examples.py explaining.py "
    "network readme_page.py report_template reports reviews suggesting.py tables".split()
)


# The tags (tagging.py) that the first word of a trigger may have.
VERB_TAGS = "VIGE"
NOUN_TAGS = "OG"
ALL_TAGS = "VIGEAMTNBDPRSCXpO#t,Q;"


@dataclass(frozen=True, slots=True)
class Slot:
    """What a rule looks for: where in the clause (role) and of which sort (want).

    `within` is how many tokens behind the trigger it may start at most.
    """

    name: str
    role: str
    want: str
    prepositions: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    within: int = 99


@dataclass(frozen=True)
class Example:
    """A text and the row that a rule must find in it; an empty row stands for none."""

    text: str
    row: Mapping[str, str]


# What a slot for things sent may want.
ITEMS = frozenset({"item", "arms", "personnel"})
# These are sought far and wide.
COSTLY_ROLES = frozenset({"subject", "owner", "clause", "predicate"})
# A slot, and the sets of slots of which one must be filled once it has been tried.
Attempt = tuple[Slot, list[frozenset[str]]]


@dataclass(frozen=True)
class Rule:
    """One rule, as its file gives it."""

    id: str
    table: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    slots: tuple[Slot, ...]
    require: frozenset[str]
    any_of: tuple[frozenset[str], ...]
    follows: frozenset[str]
    not_follows: frozenset[str]
    before: frozenset[str]
    under: frozenset[str]
    with_words: frozenset[str]
    reach: int
    unless: frozenset[str]
    set: Mapping[str, str]
    matches: tuple[Example, ...] = field(repr=False, default=())
    ignores: tuple[str, ...] = field(repr=False, default=())

    @cached_property
    def attempts(self) -> list[Attempt]:
        """The slots in the order to try them: first what must be there and is soon sought."""
        demands = [frozenset([name]) for name in self.require] + list(self.any_of)
        demanded = frozenset[str]().union(*demands)
        ordered = sorted(
            self.slots, key=lambda slot: (slot.name not in demanded, slot.role in COSTLY_ROLES)
        )
        tried = [frozenset(slot.name for slot in ordered[: n + 1]) for n in range(len(ordered))]
        return [
            (slot, [group for group in demands if slot.name in group and group <= tried[number]])
            for number, slot in enumerate(ordered)
        ]

    @cached_property
    def needs(self) -> frozenset[str]:
        """What a sentence must name, or the rule finds nothing there: an item, a place, a town."""
        wants = {slot.name: slot.want for slot in self.slots}
        sought = [{wants[name]} for name in self.require]
        sought += [{wants[name] for name in group} for group in self.any_of]
        kinds = {"item": ITEMS, "place": frozenset({"place", "town"}), "town": frozenset({"town"})}
        return frozenset(
            kind for kind, fitting in kinds.items() if any(want <= fitting for want in sought)
        )

    @cached_property
    def saying(self) -> Rule:
        """The same rule for words that are only said."""
        return replace(self, set={**self.set, "act": "say"})


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
        return frozenset(verb for rule in told if not rule.set.get("weak") for verb in rule.verbs)

    @cached_property
    def triggers(self) -> PhraseIndex[tuple[Rule, str]]:
        """Every form of a trigger, with its rule and the tags its first word may have.

        A verb form is none where the word is a noun there, and the other way round; a phrase is
        one whatever the tags.
        """
        forms = [
            (words, (rule, letters))
            for rule in self.rules
            for words, letters in _list_forms(rule, self.grammar)
        ]
        return PhraseIndex(forms, longest_first=False)

    def of(self, table: str) -> list[Rule]:
        """Return the rules of one table in the order of their file."""
        return [rule for rule in self.rules if rule.table == table]


def _list_forms(rule: Rule, grammar: Grammar) -> Iterator[tuple[list[str], str]]:
    """Yield the words of each form of a rule's triggers, and the tags its first word may have."""
    for verb in rule.verbs:
        for form in grammar.forms.of(verb):
            yield form.split(), VERB_TAGS
    for noun in rule.nouns:
        for form in sorted({noun, plural(noun)}):
            yield form.split(), NOUN_TAGS
    for phrase in rule.phrases:
        yield list(phrase), ALL_TAGS


def load_rulebook(folder: Path = DICTIONARIES) -> Rulebook:
    """Read every dictionary and rule; raise RuleError at the first that cannot be used."""
    rules = [rule for table in RULE_FILES for rule in load_rules(folder / f"{table}.yaml", table)]
    _refuse_repeated_ids(rules, folder)
    verbs = sorted({verb for rule in rules for verb in rule.verbs})
    return Rulebook(
        load_actors(folder),
        load_items(folder / "items.yaml"),
        load_grammar(folder / "grammar.yaml", verbs),
        load_likelihood(folder / "likelihood.yaml"),
        load_acts(folder / "acts.yaml"),
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


def load_rules(path: Path, table: str) -> list[Rule]:
    """Read a rule file; raise RuleError at the first rule that cannot be used."""
    return [_read_rule(entry, path, table) for entry in load_yaml(path) or []]


def _refuse_repeated_ids(rules: Iterable[Rule], folder: Path) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise RuleError(f"{folder}: rule {rule.id} appears twice. Give one of them another id.")
        seen.add(rule.id)


def _read_rule(entry: Mapping[str, Any], path: Path, table: str) -> Rule:
    where = f"{path}: rule {entry.get('id', '?')}"
    unknown = set(entry) - KEYS
    if unknown:
        raise RuleError(f"{where} has unknown keys {sorted(unknown)}. Known are {sorted(KEYS)}.")
    for key in ("id", "trigger", "matches"):
        if not entry.get(key):
            raise RuleError(f"{where} has no '{key}'. Every rule needs one.")
    slots = tuple(
        _read_slot(name, slot, where) for name, slot in (entry.get("slots") or {}).items()
    )
    required = frozenset(entry.get("require", ()))
    names = {slot.name for slot in slots}
    any_of = tuple(frozenset(group) for group in entry.get("any_of", ()))
    for name in {*required, *(name for group in any_of for name in group)} - names:
        raise RuleError(f"{where} requires the slot {name}, which it does not describe.")
    trigger = entry["trigger"]
    return Rule(
        id=entry["id"],
        table=table,
        verbs=tuple(trigger.get("verb", ())),
        nouns=tuple(trigger.get("noun", ())),
        phrases=tuple(tuple(phrase.split()) for phrase in trigger.get("phrase", ())),
        # What must be there first: most triggers fail at it.
        slots=tuple(sorted(slots, key=lambda slot: slot.name not in required)),
        require=required,
        any_of=any_of,
        follows=frozenset(entry.get("follows", ())),
        not_follows=frozenset(entry.get("not_follows", ())),
        before=frozenset(entry.get("before", ())),
        under=frozenset(entry.get("under", ())),
        with_words=frozenset(entry.get("with", ())),
        reach=int(entry.get("reach", 999)),
        unless=frozenset(entry.get("unless", ())),
        set=dict(entry.get("set") or {}),
        matches=tuple(Example(e["text"], e.get("row") or {}) for e in entry["matches"]),
        ignores=tuple(entry.get("ignores") or ()),
    )


def _read_slot(name: str, slot: Mapping[str, Any], where: str) -> Slot:
    role, want = slot.get("role", ""), slot.get("want", "any")
    if role not in ROLES:
        raise RuleError(f"{where}: slot {name} has role {role!r}. Use one of {', '.join(ROLES)}.")
    if want not in WANTS:
        raise RuleError(f"{where}: slot {name} wants {want!r}. Use one of {', '.join(WANTS)}.")
    if role in ("phrase", "fronted", "attached") and not slot.get("preposition"):
        raise RuleError(f"{where}: slot {name} is a {role} without 'preposition'. List them.")
    words = frozenset(form for word in slot.get("words", ()) for form in (word, plural(word)))
    return Slot(
        name, role, want, frozenset(slot.get("preposition", ())), words, int(slot.get("within", 99))
    )
