"""The columns that every extracted row starts with, and its id."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any

from analysis.matching import Match
from analysis.reading import Reading
from analysis.text import Sentence

Row = dict[str, Any]


def describe(match: Match, *, confidence: str = "medium", implied: Iterable[str] = ()) -> Row:
    """Return article, offsets, sentence and rule of the row that a match makes."""
    row = describe_sentence(match.reading, match.sentence, match.rule.id)
    return row | {"confidence": confidence, "implied": list(implied)}


def describe_sentence(reading: Reading, sentence: Sentence, rule_id: str) -> Row:
    """Return article, offsets and sentence of a row; `also` starts empty."""
    article = reading.article
    return {
        "article_id": article.article_id,
        "published": article.published,
        "outlet": article.outlet,
        "sentence_id": f"{article.article_id}:{sentence.number}",
        "start": sentence.char_start,
        "end": sentence.char_end,
        "evidence": reading.words(sentence),
        "also": [],
        "rule_id": rule_id,
        "resolver": "surface",
        "confidence": "medium",
        "implied": [],
    }


def make_id(table: str, row: Row, slots: Iterable[str]) -> str:
    """Return a row's id: a hash of table, article, span and filled slots, never of the rule."""
    parts = [table, row["article_id"], str(row["start"]), str(row["end"])]
    parts += [str(row.get(slot, "")) for slot in slots]
    return f"{table[:1]}-{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:12]}"


def merge_repeats(
    rows: list[Row], key: Iterable[str] | Callable[[Row], tuple[str, ...]]
) -> list[Row]:
    """Keep one row of those that agree in `key`: the fullest, with the others' sentences in `also`.

    `key` names columns, or is a function of a row.

    The fullest row leaves nothing to be implied and fills most of its columns; of two that are
    equally full the earlier one stays.
    """
    key_of = key if callable(key) else _by_columns(key)
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(key_of(row), []).append(row)
    merged: list[Row] = []
    for group in groups.values():
        best = group[0] if len(group) == 1 else max(group, key=_fullness)
        others = [row["evidence"] for row in group if row["evidence"] != best["evidence"]]
        best["also"] = list(dict.fromkeys([*best["also"], *others]))
        merged.append(best)
    return merged


def _fullness(row: Row) -> tuple[bool, int, int]:
    filled = sum(value not in ("", None, []) for value in row.values())
    return not row.get("implied"), filled, -row["start"]


def _by_columns(names: Iterable[str]) -> Callable[[Row], tuple[str, ...]]:
    columns = tuple(names)
    return lambda row: tuple(str(row.get(name, "")) for name in columns)
