"""dictionaries/plover.yaml -> Plover: event types, modes, contexts and their scores."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from analysis.errors import RuleError
from analysis.phrase_index import PhraseIndex
from analysis.schema import EVENT_TYPES
from analysis.strict_yaml import load_yaml

PLOVER = Path(__file__).parent / "dictionaries" / "plover.yaml"
TOLD_WITHIN = 5  # words: "join the talks" is to meet
QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of a type is done; `score` is the type's where the manual gives none."""

    name: str
    score: float
    meaning: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the sixteen types."""

    name: str
    quad: int
    score: float
    meaning: str
    modes: Mapping[str, Mode]


@dataclass(frozen=True, slots=True)
class Plover:
    """The scheme: types and contexts by name; and the words that tell modes and actors."""

    types: Mapping[str, EventType]
    contexts: Mapping[str, str]
    mode_words: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    words: Mapping[str, frozenset[str]]
    menaces: PhraseIndex[str]
    sectors: Mapping[str, str]
    sided: Mapping[str, str]
    organs: Mapping[str, str]

    def quad(self, event_type: str) -> int:
        """Return the quad class of a type, 1 to 4."""
        return self.types[event_type].quad

    def score(self, event_type: str, mode: str = "") -> float:
        """Return the base score of a type, or of its mode where one is given; -10 to 10."""
        found = self.types[event_type]
        return found.modes[mode].score if mode else found.score

    def mode_of(self, event_type: str, words: Collection[str]) -> str:
        """Return the mode that words of the clause tell, or ""."""
        lists = self.mode_words.get(event_type, ())
        return next((mode for mode, known in lists if not known.isdisjoint(words)), "")

    def first_mode(self, event_type: str, words: list[str]) -> str:
        """Return the mode of what is told first: "withdraw them | before any talks", "give up"."""
        told = [{one, f"{one} {two}"} for one, two in zip(words, [*words[1:], ""], strict=True)]
        first = next((at for at, near in enumerate(told) if self.mode_of(event_type, near)), 0)
        return self.mode_of(event_type, set().union(*told[first : first + TOLD_WITHIN]))

    def check(self, where: str, event_type: str, mode: str = "", context: str = "") -> None:
        """Raise RuleError where a rule uses a type, mode or context that the scheme lacks."""
        if event_type not in self.types:
            _refuse(where, "event type", event_type, self.types)
        if mode and mode not in self.types[event_type].modes:
            _refuse(where, f"mode of {event_type}", mode, self.types[event_type].modes)
        if context and context not in self.contexts:
            _refuse(where, "context", context, self.contexts)


@cache
def load_plover(path: Path = PLOVER) -> Plover:
    """Read the scheme; raise RuleError where it is not complete."""
    entry = load_yaml(path)
    types = {name: _read_type(name, body, path) for name, body in entry["types"].items()}
    if set(types) != set(EVENT_TYPES):
        raise RuleError(
            f"{path}: the types are not those of analysis/schema.py: "
            f"{sorted(set(types) ^ set(EVENT_TYPES))}. Make the two lists agree."
        )
    plover = Plover(
        types,
        dict(entry["contexts"]),
        {
            name: tuple((mode, frozenset(words)) for mode, words in lists.items())
            for name, lists in entry["mode_words"].items()
        },
        {name: frozenset(words) for name, words in entry.items() if isinstance(words, list)},
        PhraseIndex((phrase.split(), phrase) for phrase in entry["menaces"]),
        _by_word(entry["sectors"]),
        _by_word(entry["sided"]),
        _by_word(entry["organs"]),
    )
    for name, lists in plover.mode_words.items():
        for mode, _ in lists:
            plover.check(f"{path}: mode_words", name, mode)
    return plover


@cache
def plover_words(name: str) -> frozenset[str]:
    """Return a plain list of plover.yaml by its name."""
    return load_plover().words[name]


def _by_word(lists: Mapping[str, Collection[str]]) -> dict[str, str]:
    return {word: name for name, words in lists.items() for word in words}


def _read_type(name: str, body: Mapping[str, Any], path: Path) -> EventType:
    where = f"{path}: {name}"
    quad, score = int(_number(body, "quad", where)), _number(body, "score", where)
    if quad not in QUADS:
        raise RuleError(f"{where} has quad {quad}. Use 1, 2, 3 or 4.")
    modes = {
        mode: Mode(
            mode,
            _number(entry, "score", f"{where} {mode}") if "score" in entry else score,
            _meaning(entry, f"{where} {mode}"),
        )
        for mode, entry in (body.get("modes") or {}).items()
    }
    return EventType(name, quad, score, _meaning(body, where), modes)


def _meaning(body: Mapping[str, Any], where: str) -> str:
    if not body.get("meaning"):
        raise RuleError(f"{where} has no 'meaning'. Say in a line what it is.")
    return str(body["meaning"])


def _number(body: Mapping[str, Any], key: str, where: str) -> float:
    try:
        return float(body[key])
    except (KeyError, ValueError) as error:
        raise RuleError(f"{where} has no number under '{key}'. Write one.") from error


def _refuse(where: str, what: str, value: str, known: Mapping[str, object]) -> None:
    names = ", ".join(known) or "none"
    raise RuleError(f"{where}: '{value}' is no {what}. Known are: {names}.")
