"""What an edit writes into a row: the value as its column's type, and what follows from it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NoReturn

import pandas as pd

from analysis.contract import Column
from analysis.countries import is_country, name_country
from analysis.dates import first_day
from analysis.errors import ReviewError, RuleError, SchemaError
from analysis.plover import load_plover
from analysis.reviews.decisions import Decision
from analysis.schema import EVIDENCE_COLUMNS, ROW_ID, TABLES

# What follows from the type and the mode, or links rows, is not for a person to write.
_DERIVED = frozenset({"quad", "score", "statement_id", "answers", "known"})
_PRECISIONS = {4: "year", 7: "month", 10: "day"}


class Names:
    """Name and state of every actor that an id can stand for: those of the articles, and states."""

    def __init__(self, actors: pd.DataFrame) -> None:
        rows = zip(actors["actor_id"], actors["name"], actors["country"], strict=True)
        self._named = {str(actor_id): (str(name), str(country)) for actor_id, name, country in rows}

    def find(self, actor_id: str) -> tuple[str, str] | None:
        """Return name and state; None for an id that nothing is known by."""
        if actor_id in self._named:
            return self._named[actor_id]
        return (name_country(actor_id), actor_id) if is_country(actor_id) else None


def editable(table: str) -> list[str]:
    """Return the columns of a table that an edit may change."""
    fixed = {*EVIDENCE_COLUMNS, *_DERIVED, ROW_ID.get(table, "actor_id")}
    return [name for name in TABLES[table].column_names if name not in fixed]


def read_edit(decision: Decision, row: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """Return all that an edit sets in its row, by column.

    A date sets its end and precision, an actor's id its name and state, a PLOVER type its score.
    Raises ReviewError for a column that cannot be changed or a value that it cannot hold.
    """
    allowed = editable(decision.table)
    if decision.field not in allowed:
        _refuse(decision, f"{decision.field!r} cannot be edited. Edit: {', '.join(allowed)}.")
    column = next(c for c in TABLES[decision.table].columns if c.name == decision.field)
    changed = {column.name: _read(decision, column)}
    if column.name == "date":
        changed |= _follow_date(decision)
    if column.name.endswith(("_id", "_ids")):
        changed |= _follow_actor(decision, row, names)
    if column.name in ("event_type", "mode"):
        changed |= _follow_type(decision, {**row, **changed})
    return changed


def _read(decision: Decision, column: Column) -> Any:
    text = decision.value.strip()
    if column.values and text not in column.values:
        _refuse(
            decision, f"{column.name} cannot be {text!r}. It is one of {', '.join(column.values)}."
        )
    if column.kind == "list":
        values = [part.strip() for part in text.split(";") if part.strip()]
        for value in values if column.name.endswith("_countries") else ():
            _check_country(decision, value)
        return values
    if column.kind == "number":
        return _read_number(decision, text)
    if column.kind == "flag":
        if text not in ("true", "false"):
            _refuse(decision, f"{column.name} is {text!r}. Write true or false.")
        return text == "true"
    if text and (column.name == "country" or column.name.endswith("_country")):
        _check_country(decision, text)
    if text and column.name in ("date", "date_end"):
        _check_date(decision, text)
    return text


def _read_number(decision: Decision, text: str) -> float:
    try:
        number = float(text.replace(",", "")) if text else math.nan
    except ValueError:
        number = math.inf
    if math.isinf(number):
        _refuse(decision, f"{decision.field} is {text!r}. Write a number, such as 12000.")
    return number


def _check_country(decision: Decision, code: str) -> None:
    if not is_country(code):
        _refuse(
            decision,
            f"{decision.field} is {code!r}. Write ISO 3166-1 alpha-3, such as PRK, or IGO.",
        )


def _check_date(decision: Decision, text: str) -> None:
    try:
        first_day(text)
    except SchemaError:
        _refuse(decision, f"{decision.field} is {text!r}. Write it as 2024-06-19, 2024-06 or 2024.")


def _follow_date(decision: Decision) -> dict[str, str]:
    value = decision.value.strip()
    return {"date_end": value, "date_precision": _PRECISIONS.get(len(value), "")}


def _follow_actor(decision: Decision, row: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """Return names and states for the ids given; ids that link to other rows have none."""
    slot = decision.field.removesuffix("s").removesuffix("_id")
    if decision.field.endswith("_ids"):
        ids = [part.strip() for part in decision.value.split(";") if part.strip()]
        return {f"{slot}_countries": [_find(decision, actor_id, names)[1] for actor_id in ids]}
    if slot not in row:
        return {}
    value = decision.value.strip()
    name, country = _find(decision, value, names) if value else ("", "")
    known = {slot: name, f"{slot}_country": country}
    return {column: value for column, value in known.items() if column in row}


def _find(decision: Decision, actor_id: str, names: Names) -> tuple[str, str]:
    found = names.find(actor_id)
    if found is None:
        _refuse(decision, f"no actor has the id {actor_id!r}. Ids stand in the table actors.")
    return found


def _follow_type(decision: Decision, row: Mapping[str, Any]) -> dict[str, Any]:
    plover = load_plover()
    event_type, mode = str(row["event_type"]), str(row["mode"])
    if decision.field == "event_type" and mode not in plover.types[event_type].modes:
        mode = ""
    try:
        plover.check(decision.place, event_type, mode)
    except RuleError as error:
        raise ReviewError(str(error)) from error
    return {"mode": mode, "quad": plover.quad(event_type), "score": plover.score(event_type, mode)}


def _refuse(decision: Decision, what: str) -> NoReturn:
    raise ReviewError(f"{decision.place or 'a decision'} on {decision.row_id}: {what}")
