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
_TAGS: dict[type[yaml.Node], str] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}


class _StrictLoader(_Base):  # type: ignore[misc]
    """Reads scalars as text."""

    def resolve(self, kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        # What a node without a tag is does not depend on its value here; asking the rules for
        # every one of 100,000 nodes takes as long as parsing them.
        return _TAGS[kind]


def _construct_mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            raise yaml.constructor.ConstructorError(
                None, None, "a key is not a word", key_node.start_mark
            )
        if key in mapping:
            raise yaml.constructor.ConstructorError(
                None, None, f"key {key!r} is given twice", key_node.start_mark
            )
        mapping[key] = loader.construct_object(value_node, deep=True)
    return mapping


_StrictLoader.add_constructor("tag:yaml.org,2002:map", _construct_mapping)


def parse_yaml(text: str, where: str) -> Any:
    """Parse YAML text; raise RuleError with file and line where it cannot be read."""
    with _explain(where), collection_paused():
        return yaml.load(text, Loader=_StrictLoader)  # a BaseLoader makes no objects


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
        problem = getattr(error, "problem", None) or str(error)
        raise RuleError(f"{where}{line}: {problem}. Correct the YAML.") from error


@contextmanager
def collection_paused() -> Iterator[None]:
    """Make many objects that all stay: looking for garbage among them takes twice the time."""
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
