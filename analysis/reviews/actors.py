"""Corrections of actors, carried to every row that names them."""

from __future__ import annotations

import pandas as pd

from analysis.errors import ReviewError
from analysis.reviews.decisions import Decision
from analysis.reviews.values import Names, read_edit
from analysis.schema import TABLES

Tables = dict[str, pd.DataFrame]


def change_actors(tables: Tables, decisions: list[Decision]) -> None:
    """Apply edits and merges of actors to `tables`, in place.

    An edited name or state changes in every row of the actor. A merged actor disappears; its rows
    are those of the other one. Raises ReviewError where that one is unknown, or merges go round.
    """
    for decision in decisions:
        if decision.decision == "edit":
            _edit(tables, decision)
    into = {d.row_id: d for d in decisions if d.decision == "merge"}
    if not into:
        return
    names = Names(tables["actors"])
    actors = tables["actors"]
    tables["actors"] = actors[~actors["actor_id"].isin(list(into))].reset_index(drop=True)
    for actor_id, decision in into.items():
        last = _follow(decision, into)
        known = names.find(last)
        if known is None:
            raise ReviewError(
                f"{decision.place}: there is no actor {last!r} to merge {actor_id} into."
            )
        _carry(tables, actor_id, (last, *known))


def _follow(decision: Decision, into: dict[str, Decision]) -> str:
    """Return the actor that a chain of merges ends at."""
    passed = {decision.row_id}
    while decision.value in into:
        if decision.value in passed:
            raise ReviewError(f"{decision.place}: merges of actors go round: {sorted(passed)}.")
        passed.add(decision.value)
        decision = into[decision.value]
    return decision.value


def _edit(tables: Tables, decision: Decision) -> None:
    actors = tables["actors"]
    rows = actors["actor_id"] == decision.row_id
    changed = read_edit(decision, {}, Names(actors))
    for column, value in changed.items():
        actors.loc[rows, column] = value
    first = actors[rows].iloc[0]
    if not {"name", "country"}.isdisjoint(changed):
        _carry(
            tables, decision.row_id, (decision.row_id, str(first["name"]), str(first["country"]))
        )


def _carry(tables: Tables, actor_id: str, known: tuple[str, str, str]) -> None:
    """Write id, name and state wherever a row has the actor."""
    for name, frame in tables.items():
        if name not in TABLES or name == "actors":
            continue
        for column in frame.columns:
            if column.endswith("_id"):
                _carry_column(frame, column, actor_id, known)
            elif column.endswith("_ids"):
                _carry_lists(frame, column, actor_id, known)


def _carry_column(
    frame: pd.DataFrame, column: str, actor_id: str, known: tuple[str, str, str]
) -> None:
    rows = frame[column] == actor_id
    if not rows.any():
        return
    slot = column.removesuffix("_id")
    for name, value in zip((column, slot, f"{slot}_country"), known, strict=True):
        if name in frame and not (name == slot == "actor"):
            frame.loc[rows, name] = value


def _carry_lists(
    frame: pd.DataFrame, column: str, actor_id: str, known: tuple[str, str, str]
) -> None:
    """Write id and state into the lists of a side of events; states stand in the order of ids."""
    states = f"{column.removesuffix('_ids')}_countries"
    changed = [
        _replace(ids, countries, actor_id, known) if actor_id in ids else (ids, countries)
        for ids, countries in zip(frame[column], frame[states], strict=True)
    ]
    frame[column] = pd.Series([ids for ids, _ in changed], frame.index, dtype="object")
    frame[states] = pd.Series([countries for _, countries in changed], frame.index, dtype="object")


def _replace(
    ids: list[str], countries: list[str], actor_id: str, known: tuple[str, str, str]
) -> tuple[list[str], list[str]]:
    places = {place for place, each in enumerate(ids) if each == actor_id}
    return (
        [known[0] if place in places else each for place, each in enumerate(ids)],
        [known[2] if place in places else each for place, each in enumerate(countries)],
    )
