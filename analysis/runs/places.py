"""The values of a YAML file with the lines they are on; what is wrong is collected, not raised.

Whoever mends a file wants to know everything at once. A value that is wrong is told and replaced
by a harmless one, so that reading goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

import yaml

from analysis.errors import PlanError, RuleError
from analysis.strict_yaml import parse_nodes

_Word = TypeVar("_Word", bound=str)
_KINDS: dict[type[yaml.Node], str] = {
    yaml.MappingNode: "keys with values",
    yaml.SequenceNode: "a list",
}


@dataclass
class Problems:
    """What is wrong with a file, in the order it was found."""

    file: str
    found: list[tuple[int, str]] = field(default_factory=list)

    def raise_any(self) -> None:
        """Raise PlanError, with a text line for each problem, where there is any."""
        if self.found:
            lines = [f"{self.file}, line {line}: {text}" for line, text in sorted(self.found)]
            raise PlanError("\n".join(dict.fromkeys(lines)))


@dataclass(frozen=True)
class Place:
    """One value of a file: `way` leads to it, such as `reports.daily.limits.minutes`."""

    node: yaml.Node
    way: str
    line: int
    problems: Problems

    def refuse(self, text: str) -> None:
        """Add a problem of this value: what it is and what to do."""
        self.problems.found.append((self.line, f"{self.way}: {text}" if self.way else text))

    def read_keys(self, allowed: Iterable[str] | None = None) -> dict[str, Place]:
        """Return the values by key; a key that is not allowed, or given twice, is refused."""
        if not isinstance(self.node, yaml.MappingNode):
            self._refuse_kind(_KINDS[yaml.MappingNode])
            return {}
        held: dict[str, Place] = {}
        for key, place in self._walk(self.node):
            if key in held:
                place.refuse("is given twice. Keep one of the two.")
            elif allowed is not None and key not in allowed:
                place.refuse(f"there is no such key. {suggest(key, allowed)}")
            else:
                held[key] = place
        return held

    def read_list(self) -> list[Place]:
        """Return the values of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self._refuse_kind(_KINDS[yaml.SequenceNode])
            return []
        return [
            Place(node, f"{self.way}[{number}]", node.start_mark.line + 1, self.problems)
            for number, node in enumerate(self.node.value, 1)
        ]

    def read_text(self, *, empty: bool = False) -> str:
        """Return a text; an empty one is refused unless it is allowed."""
        if not isinstance(self.node, yaml.ScalarNode):
            self._refuse_kind("one value")
            return ""
        text = str(self.node.value).strip()
        if not text.isprintable():
            self.refuse("has a line break or a sign that cannot be seen. Write it in one line.")
            return ""
        if not text and not empty:
            self.refuse("is empty. Give a value, or leave the key out.")
        return text

    def read_choice(self, choices: tuple[_Word, ...]) -> _Word | None:
        """Return one of some words."""
        text = self.read_text()
        for choice in choices:
            if text == choice:
                return choice
        if text:
            self.refuse(f"is {text!r}. {suggest(text, choices)}")
        return None

    def read_number(self, least: float, most: float) -> float:
        """Return a number between two bounds, both allowed."""
        text = self.read_text()
        if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text) and least <= float(text) <= most:
            return float(text)
        if text:
            self.refuse(f"is {text!r}. Give a number from {least:g} to {most:g}.")
        return least

    def read_count(self, least: int, most: int) -> int:
        """Return a whole number between two bounds, both allowed."""
        text = self.read_text()
        if re.fullmatch(r"[0-9]+", text) and least <= int(text) <= most:
            return int(text)
        if text:
            self.refuse(f"is {text!r}. Give a whole number from {least} to {most}.")
        return least

    def read_flag(self) -> bool:
        """Return true or false."""
        return self.read_choice(("true", "false")) == "true"

    def list_keys(self) -> list[str]:
        """List the keys it has, right or wrong; none where it has no keys."""
        node = self.node
        return [key for key, _ in self._walk(node)] if isinstance(node, yaml.MappingNode) else []

    def is_list(self) -> bool:
        """Whether it is a list."""
        return isinstance(self.node, yaml.SequenceNode)

    def has_keys(self) -> bool:
        """Whether it is keys with values."""
        return isinstance(self.node, yaml.MappingNode)

    def _walk(self, node: yaml.MappingNode) -> Iterator[tuple[str, Place]]:
        for name, value in node.value:
            line = name.start_mark.line + 1
            key = str(name.value) if isinstance(name, yaml.ScalarNode) else "?"
            way = f"{self.way}.{key}" if self.way else key
            yield key, Place(value, way, line, self.problems)

    def _refuse_kind(self, expected: str) -> None:
        found = _KINDS.get(type(self.node)) or f"the text {self.node.value!r}"
        self.refuse(f"is {found}. Give {expected}.")


def read_file(path: Path) -> Place:
    """Read a YAML file; raise PlanError where it is missing, empty or cannot be read."""
    name = path.name
    try:
        node = parse_nodes(path.read_text(encoding="utf-8"), name)
    except OSError as error:
        raise PlanError(f"{path}: {error.strerror}. Write one, or name another.") from error
    except UnicodeDecodeError as error:
        raise PlanError(f"{path}: it is not UTF-8 ({error}). Save it as UTF-8.") from error
    except RuleError as error:
        raise PlanError(str(error)) from error
    if node is None:
        raise PlanError(f"{path}: it is empty. Write reports under the key 'reports'.")
    return Place(node, "", 1, Problems(name))


def suggest(word: str, allowed: Iterable[str], most: int = 30) -> str:
    """Say what a wrong word may have meant, and what is allowed."""
    known = list(allowed)
    close = get_close_matches(word, known, n=1)
    hint = f"Did you mean {close[0]}? " if close else ""
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return f"{hint}Allowed: {', '.join(known[:most]) or 'none'}{more}."
