"""What a rule may hold: the shape of each key, and the words that its settings may use."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from analysis.errors import RuleError
from analysis.plover import load_plover
from analysis.schema import ACTS, NATURES, TABLES, VISIT_STATUS
from analysis.text import split_phrase
from analysis.wordings import SHORT

YES = ("yes",)
TRIGGERS = ("verb", "noun", "phrase")
SLOT_KEYS = ("role", "want", "preposition", "words", "within")
EXAMPLE_KEYS = ("text", "row")
LISTS = ("require", "follows", "not_follows", "before", "under", "with", "unless", "ignores")
# In these stand words of a text, one by one; a mark between two makes them several.
SINGLE = frozenset({"follows", "not_follows", "before", "with", "unless"})
SEVERAL = re.compile(r"[\s-]")
# A word list is not read as a pattern.
PATTERN = re.compile(r"\w[*+?(\[|\\^]|\.\*")
# What `set` may say in each table: a key and its values; no values = any text.
SETTINGS: dict[str, dict[str, Collection[str]]] = {
    "statements": {
        "act": ACTS, "content": ("behind", "clause", "sentence", "of", "claim", "quoted"),
        "speaker": ("any", "written", "predicate", "label", "issuer"), "target": ("mutual",),
        "repeats": YES, "defends": YES, "only": ("measures", "plans", "deeds", "words"),
    },
    "visits": {
        "status": VISIT_STATUS,
        "place": ("host", "event", "gathering", "leader", "dateline", "opening", "told"),
        "visitor": ("told", "met", "led", "several"),
        "now": ("head",), "travel": ("all",), "beside": ("others",), "on_site": YES,
        "country": (), "city": (), "journey": ("noun",), "meets": YES,
    },
    "transfer_allegations": {
        "weak": YES, "only": (), "nature": NATURES, "direction": ("exporter",), "moves": YES,
        "own": YES, "package": YES, "banned": YES, "passive": YES, "beside": YES, "had": YES,
    },
    "events": {
        "event_type": (), "mode": (), "context": (), "mutual": YES, "foreground": YES,
        "beside": YES, "addressed": YES, "journey": YES, "home": ("civilians", "state"),
        "civilian": YES, "alone": ("passive", "yes"),
        "by": ("civilians", "rebels", "state"),
    },
}  # fmt: skip


def check_shape(entry: Mapping[str, Any], where: str, table: str) -> None:
    """Raise RuleError at the first key of a rule that holds something else than it may."""
    for key in ("id", "note"):
        if not isinstance(entry.get(key, ""), str):
            raise RuleError(f"{where}: '{key}' is not text. Write one line.")
    for key in LISTS:
        _check_words(entry.get(key) or [], f"{where}: '{key}'", plain=key != "ignores")
        for word in (entry.get(key) or []) if key in SINGLE else []:
            if SEVERAL.search(word) and len(split_phrase(word)) > 1:
                raise RuleError(f"{where}: '{key}' holds {word!r}, more words than one. List one.")
    for group in _list(entry.get("any_of") or [], f"{where}: 'any_of'"):
        _check_words(group, f"{where}: a group in 'any_of'")
    _check_number(entry, "reach", where)
    if entry.get("helps", "no") not in ("yes", "no"):
        raise RuleError(f"{where}: 'helps' is {entry['helps']!r}. Write yes or no.")
    _check_trigger(entry["trigger"], where)
    slots = _mapping(entry.get("slots") or {}, f"{where}: 'slots'", None)
    for name, slot in slots.items():
        _check_slot(slot, f"{where}: slot {name}")
    for example in _list(entry["matches"], f"{where}: 'matches'"):
        _check_example(example, where, table)
    _check_settings(entry.get("set") or {}, where, table)


def _check_trigger(trigger: object, where: str) -> None:
    words = _mapping(trigger, f"{where}: 'trigger'", TRIGGERS)
    for key, listed in words.items():
        phrases = key == "phrase"
        _check_words(listed, f"{where}: trigger '{key}'", short=phrases, lower=not phrases)
    if not any(words.values()):
        raise RuleError(f"{where}: 'trigger' lists no word. Add a verb, noun or phrase.")


def _check_slot(slot: object, where: str) -> None:
    keys = _mapping(slot, where, SLOT_KEYS)
    for key in ("preposition", "words"):
        _check_words(keys.get(key) or [], f"{where}: '{key}'")
    _check_number(keys, "within", where)


def _check_example(example: object, where: str, table: str) -> None:
    keys = _mapping(example, f"{where}: an example in 'matches'", EXAMPLE_KEYS)
    if not isinstance(keys.get("text"), str):
        raise RuleError(f"{where}: an example in 'matches' has no 'text'. Add it.")
    columns = TABLES[table].column_names
    _mapping(keys.get("row") or {}, f"{where}: the row of {keys['text'][:40]!r}", columns)


def _check_settings(settings: object, where: str, table: str) -> None:
    known = SETTINGS[table]
    for key, value in _mapping(settings, f"{where}: 'set'", known).items():
        if not isinstance(value, str) or (known[key] and value not in known[key]):
            use = " or ".join(known[key]) or "text"
            raise RuleError(f"{where}: 'set' has {key} {value!r}. Use {use}.")
    if table == "events":
        kind = [str(settings.get(key, "")) for key in ("event_type", "mode", "context")]  # type: ignore[attr-defined]
        load_plover().check(where, *kind)
    needed = {"statements": ("act", "content"), "events": ("event_type",)}.get(table, ())
    for key in needed:
        if key not in settings:  # type: ignore[operator]
            raise RuleError(f"{where}: 'set' has no '{key}'. Every rule of {table} needs one.")


def _mapping(value: object, where: str, known: Collection[str] | None) -> dict[str, Any]:
    """Return a mapping as it is; refuse anything else, and keys that are not known."""
    if not isinstance(value, dict):
        raise RuleError(f"{where} is no mapping. Write it as 'key: value'.")
    unknown = sorted(set(value) - set(known)) if known is not None else []
    if unknown:
        names = ", ".join(sorted(known or ()))
        raise RuleError(f"{where} has unknown keys {unknown}. Known are {names}.")
    return value


def _list(value: object, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise RuleError(f"{where} is no list. Put it in brackets: [a, b].")
    return value


def _check_words(
    value: object, where: str, *, plain: bool = True, lower: bool = False, short: bool = False
) -> None:
    """Refuse what is no list of words: a text, an empty word, a pattern, a capital letter.

    `short`: "<be> (kind|warm)" may stand for several.
    """
    for word in _list(value, where):
        if not isinstance(word, str) or not word.strip():
            raise RuleError(f"{where} holds {word!r}, which is no word. Write words.")
        if plain and PATTERN.search(SHORT.sub(" ", word) if short else word):
            raise RuleError(f"{where} holds {word!r}: patterns are not read. List the words.")
        if lower and word != word.lower():
            raise RuleError(f"{where} holds {word!r}. Write it in lower case.")


def _check_number(entry: Mapping[str, Any], key: str, where: str) -> None:
    value = entry.get(key, "1")
    if not isinstance(value, str) or not value.isdecimal():
        raise RuleError(f"{where}: '{key}' is {value!r}. Write a whole number of tokens.")
