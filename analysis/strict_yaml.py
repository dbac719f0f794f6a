"""One loader for all YAML: every scalar is text, a key given twice is refused.

A plain loader turns the country code NO into false and the calibre 010 into 8.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from analysis.errors import RuleError

# libyaml reads the dictionaries eight times as fast; a build of PyYAML may lack it.
_Base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _StrictLoader(_Base):  # type: ignore[misc]
    """Reads scalars as text.

    PyYAML asks for each of 140,000 nodes which rules for its tag hold where it stands, and what
    the tag is; there are no rules, and nobody here asks for a tag.
    """

    def resolve(self, _kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        return ""

    def descend_resolver(self, _parent: object, _index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def _read(node: yaml.Node, known: dict[yaml.Node, Any]) -> Any:
    """Return what a node holds: text, a list or a dict; PyYAML's own way takes five times as long.

    `known` holds lists and dicts already read: an alias stands for the same one again.
    """
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if node not in known:
        known[node] = (
            _read_mapping(node, known)
            if isinstance(node, yaml.MappingNode)
            else [_read(item, known) for item in node.value]
        )
    return known[node]


def _read_mapping(node: yaml.MappingNode, known: dict[yaml.Node, Any]) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise yaml.MarkedYAMLError(problem="a key is not a word", problem_mark=key.start_mark)
        if key.value in mapping:
            problem = f"key {key.value!r} is given twice"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
        mapping[key.value] = _read(value, known)
    return mapping


def parse_yaml(text: str, where: str) -> Any:
    """Parse YAML text; raise RuleError with file and line where it cannot be read."""
    with _explain(where), collection_paused():
        node = yaml.compose(text, Loader=_StrictLoader)
        return None if node is None else _read(node, {})


def parse_nodes(text: str, where: str) -> yaml.Node | None:
    """Parse YAML text into nodes, which know their lines; None where it is empty.

    Raises RuleError as `parse_yaml` does, but leaves keys given twice for the caller to find.
    """
    with _explain(where):
        return yaml.compose(text, Loader=_StrictLoader)


@contextmanager
def _explain(where: str) -> Iterator[None]:
    try:
        yield
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise RuleError(f"{where}{line}: {problem}. Correct the YAML.") from error
    except RecursionError as error:
        raise RuleError(f"{where}: an entry holds itself. Correct the YAML.") from error


@contextmanager
def collection_paused() -> Iterator[None]:
    """Make many objects that all stay: looking for garbage among them only takes time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def load_yaml(path: Path) -> Any:
    """Read a YAML file; raise RuleError where it is missing or cannot be read."""
    try:
        return parse_yaml(path.read_text(encoding="utf-8"), str(path))
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror}. Restore the file.") from error
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: it is not UTF-8 ({error}). Save it as UTF-8.") from error
