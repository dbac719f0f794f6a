"""One rule of dictionaries/*.yaml: what it says, read and checked.

A rule says what sets it off (trigger), who and what it looks for (slots), what must be there
(require, any_of, follows), what rules it out (unless, not_follows), what the row then says (set),
whether it makes no row but helps others (helps), and shows it: `matches` with the row expected,
`ignores` with text that must give none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from analysis.errors import RuleError
from analysis.inflection import plural
from analysis.roles.leads import HERE
from analysis.roles.phrases import THERE
from analysis.rules.shapes import check_shape
from analysis.strict_yaml import load_yaml

ROLES = tuple(
    "subject object phrase owner compound follower purpose maker clause fronted partner"
    " modifier near itself predicate attached blamed holder whence author".split()
)
WANTS = tuple(
    "actor party person official place town seat item arms personnel speaker noun any".split()
)
KEYS = frozenset(
    "id note trigger slots require any_of follows not_follows before under with reach unless"
    " helps set matches ignores".split()
)
# `reach` and `within` of a rule that does not say how far behind its trigger it looks.
ANYWHERE = 999


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
    within: int = ANYWHERE

    @property
    def leads(self) -> frozenset[str]:
        """The words that may lead to a phrase: its prepositions, or "there" in their place."""
        return self.prepositions | (HERE if self.prepositions & THERE else frozenset())


@dataclass(frozen=True)
class Example:
    """A text and the row that a rule must find in it; an empty row stands for none."""

    text: str
    row: Mapping[str, str]


# What a slot for things sent may want.
ITEMS = frozenset({"item", "arms", "personnel"})
# These are sought far and wide.
COSTLY_ROLES = frozenset({"subject", "owner", "clause", "predicate", "author"})
# A slot, and the sets of slots of which one must be filled once it has been tried.
Attempt = tuple[Slot, list[frozenset[str]]]


@dataclass(frozen=True)
class Rule:
    """One rule, as its file gives it."""

    id: str
    table: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    phrases: tuple[str, ...]
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
    helps: bool
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
    def noun_words(self) -> frozenset[str]:
        """Nouns of which a sentence must have one, or the rule finds nothing there; empty = any."""
        nouns = (s.words for s in self.slots if s.want == "noun" and s.name in self.require)
        return next(nouns, frozenset())

    @cached_property
    def wanted(self) -> tuple[frozenset[str], ...]:
        """Sets of words: a sentence must have a word of each, or the rule finds nothing there."""
        groups = [frozenset([name]) for name in self.require] + list(self.any_of)
        sought = [[slot for slot in self.slots if slot.name in group] for group in groups]
        led = [
            frozenset[str]().union(*(slot.leads for slot in slots))
            for slots in sought
            if all(slot.role == "phrase" for slot in slots)
        ]
        return tuple(words for words in (self.with_words, self.noun_words, *led) if words)

    @cached_property
    def saying(self) -> Rule:
        """The same rule for words that are only said."""
        return replace(self, set={**self.set, "act": "say"})


def load_rules(path: Path, table: str) -> list[Rule]:
    """Read a rule file; raise RuleError at the first rule that cannot be used."""
    entries = load_yaml(path)
    if not entries or not isinstance(entries, list):
        raise RuleError(f"{path}: it is no list of rules. Begin each rule with '- id: …'.")
    return [_read_rule(entry, path, table) for entry in entries]


def _read_rule(entry: Any, path: Path, table: str) -> Rule:
    where = _check_keys(entry, path)
    check_shape(entry, where, table)
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
        phrases=tuple(trigger.get("phrase", ())),
        # What must be there first: most triggers fail at it.
        slots=tuple(sorted(slots, key=lambda slot: slot.name not in required)),
        require=required,
        any_of=any_of,
        follows=frozenset(entry.get("follows", ())),
        not_follows=frozenset(entry.get("not_follows", ())),
        before=frozenset(entry.get("before", ())),
        under=frozenset(entry.get("under", ())),
        with_words=frozenset(entry.get("with", ())),
        reach=int(entry.get("reach", ANYWHERE)),
        unless=frozenset(entry.get("unless", ())),
        helps=entry.get("helps", "no") == "yes",
        set=dict(entry.get("set") or {}),
        matches=tuple(Example(e["text"], e.get("row") or {}) for e in entry["matches"]),
        ignores=tuple(entry.get("ignores") or ()),
    )


def _check_keys(entry: Any, path: Path) -> str:
    """Return where a rule stands; raise RuleError where it lacks a key or has one too many."""
    if not isinstance(entry, dict):
        raise RuleError(f"{path}: {entry!r} is no rule. Begin each rule with '- id: …'.")
    where = f"{path}: rule {entry.get('id', '?')}"
    unknown = set(entry) - KEYS
    if unknown:
        raise RuleError(f"{where} has unknown keys {sorted(unknown)}. Known are {sorted(KEYS)}.")
    for key in ("id", "trigger", "matches"):
        if not entry.get(key):
            raise RuleError(f"{where} has no '{key}'. Every rule needs one.")
    return where


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
        name,
        role,
        want,
        frozenset(slot.get("preposition", ())),
        words,
        int(slot.get("within", ANYWHERE)),
    )
