"""The parameters of a notebook: read from its tagged cell, checked before a kernel starts.

papermill only logs a name that a notebook does not have, and takes `false` for a text.
"""

from __future__ import annotations

import ast
import datetime as dt
import io
import math
import re
import tokenize
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from analysis.errors import ParameterError
from analysis.reports.actor_ids import explain_actor
from analysis.reports.notebooks import Cell, read_cells
from analysis.runs.secrets import explain_secret

Value = str | int | float | bool | list[str]

# The two ends of the window of publication dates (see tables.load), and where it is divided.
_WINDOW = ("since", "until")
DATES = (*_WINDOW, "split")
# Ids or country codes of actors, one or several.
ACTORS = ("actors", "chain", "focus")

_EXPECTED = {
    "str": "a text",
    # Numbers of bars, names, days: none can be drawn with 0, and "all but three" is no number.
    "int": "a whole number from 1",
    "float": "a number",
    "bool": "true or false",
    "list": "names joined with commas, such as PRK,RUS",
}
_ONE_LINE = (
    "Write one parameter a line: name: type = literal  # help, "
    'such as since: str = ""  # first publication date.'
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, declared type (str, int, float, bool, list), default and help."""

    name: str
    type: str
    default: Value
    help: str

    @property
    def expected(self) -> str:
        """What a value must look like, in words for an error message or a help text."""
        if self.name in DATES:
            return "a date such as 2024-01-31, or empty"
        return _EXPECTED[self.type]


def read_parameters(notebook: str | Path) -> dict[str, Parameter]:
    """Read the cell tagged `parameters`; raise ParameterError where it cannot be relied on."""
    path = Path(notebook)
    tagged = [cell for cell in read_cells(path) if "parameters" in cell.tags]
    if len(tagged) != 1:
        raise ParameterError(
            f"{path.name}: {len(tagged)} cells are tagged 'parameters'. Tag exactly one."
        )
    return {found.name: found for found in _read_cell(tagged[0], path.name)}


def read_used(notebook: Any) -> list[tuple[Parameter, Value]]:
    """Read the parameters of an executed notebook, each with the value it ran with."""
    found = {tag: cell.source for cell in notebook.cells for tag in cell.metadata.get("tags", ())}
    cell = Cell("code", found.get("parameters", ""), ("parameters",))
    given = {
        target.id: ast.literal_eval(statement.value)
        for statement in ast.parse(found.get("injected-parameters", "")).body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    declared = _read_cell(cell, "the executed notebook")
    return [(one, given.get(one.name, one.default)) for one in declared]


def check_parameters(
    given: Mapping[str, Value], declared: Mapping[str, Parameter], report: str
) -> dict[str, Value]:
    """Return the given values as the declared types; raise ParameterError at the first misfit."""
    values: dict[str, Value] = {}
    for name, value in given.items():
        if name not in declared:
            raise ParameterError(_unknown(name, declared, report))
        _refuse_secret(name, value, report)
        values[name] = _read_value(value, declared[name], report)
    _check_window({**{p.name: p.default for p in declared.values()}, **values}, report)
    return values


def _read_cell(cell: Cell, where: str) -> list[Parameter]:
    try:
        statements = ast.parse(cell.source).body
    except SyntaxError as error:
        raise ParameterError(
            f"{where}: the parameters cell is not Python: {error}. {_ONE_LINE}"
        ) from error
    helps = _find_comments(cell.source)
    return [_read_statement(statement, helps, where) for statement in statements]


def _read_statement(statement: ast.stmt, helps: Mapping[int, str], where: str) -> Parameter:
    match statement:
        case ast.AnnAssign(
            target=ast.Name(id=name), annotation=annotation, value=ast.expr() as value
        ):
            kind = ast.unparse(annotation).removesuffix("[str]")
        case _:
            raise ParameterError(
                f"{where}: line {statement.lineno} of the parameters cell is "
                f"{ast.unparse(statement)!r}. {_ONE_LINE}"
            )
    if kind not in _EXPECTED:
        raise ParameterError(
            f"{where}: parameter {name} is declared as {kind}. Use one of {', '.join(_EXPECTED)}."
        )
    try:
        default = ast.literal_eval(value)
    except ValueError as error:
        raise ParameterError(
            f"{where}: parameter {name} is not a literal: {ast.unparse(value)}. "
            "Derive it in a later cell."
        ) from error
    unchecked = Parameter(name, kind, default, helps.get(statement.lineno, ""))
    if not _is_typed(default, kind):
        raise ParameterError(_misfit(default, unchecked, where))
    return unchecked


def _find_comments(source: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {
        token.start[0]: token.string.lstrip("# ").strip()
        for token in tokens
        if token.type == tokenize.COMMENT
    }


def _read_value(value: Value, parameter: Parameter, report: str) -> Value:
    if isinstance(value, str) and parameter.type != "str":
        try:
            value = _PARSERS[parameter.type](value.strip())
        except (ValueError, KeyError) as error:
            raise ParameterError(_misfit(value, parameter, report)) from error
    if parameter.type == "float" and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not _is_typed(value, parameter.type) or not _is_date(value, parameter):
        raise ParameterError(_misfit(value, parameter, report))
    _check_actors(value, parameter, report)
    return value


def _check_actors(value: Value, parameter: Parameter, report: str) -> None:
    named = value if isinstance(value, list) else [value] if value else []
    for actor in named if parameter.name in ACTORS else ():
        if wrong := explain_actor(str(actor)):
            raise ParameterError(f"{report}: parameter {parameter.name}: {wrong}.")


def _refuse_secret(name: str, value: Value, report: str) -> None:
    if why := explain_secret(name, str(value)):
        raise ParameterError(
            f"{report}: parameter {name}: {why}. Parameters stand on the page: let the notebook "
            "read secrets from the environment."
        )


def _parse_int(text: str) -> int:
    # int() also reads 1_000 and digits of other scripts.
    if not re.fullmatch(r"[+-]?[0-9]+", text):
        raise ValueError(text)
    return int(text)


def _parse_list(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


_PARSERS: dict[str, Callable[[str], Value]] = {
    "int": _parse_int,
    "float": float,
    "bool": lambda text: {"true": True, "false": False}[text.lower()],
    "list": _parse_list,
}


def _is_typed(value: object, kind: str) -> bool:
    match kind:
        case "list":
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        case "int":
            return isinstance(value, int) and not isinstance(value, bool) and value > 0
        case "float":
            return isinstance(value, float) and math.isfinite(value)
        case "bool":
            return isinstance(value, bool)
    return isinstance(value, str)


def _is_date(value: Value, parameter: Parameter) -> bool:
    if parameter.name not in DATES or value == "":
        return True
    # fromisoformat also reads 20240131 and 2024-W05, which would not compare as text.
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value)):
        return False
    try:
        dt.date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _check_window(values: Mapping[str, Value], report: str) -> None:
    since, until = (str(values.get(name, "")) for name in _WINDOW)
    if since and until and since > until:
        raise ParameterError(f"{report}: since {since} is later than until {until}. Swap them.")


def _misfit(value: object, parameter: Parameter, where: str) -> str:
    return f"{where}: parameter {parameter.name} is {value!r}. Give {parameter.expected}."


def _unknown(name: str, declared: Mapping[str, Parameter], report: str) -> str:
    close = get_close_matches(name, declared, n=1)
    hint = f" Did you mean {close[0]}?" if close else ""
    known = ", ".join(declared) or "none"
    return f"{report}: there is no parameter {name}.{hint} It has: {known}."
