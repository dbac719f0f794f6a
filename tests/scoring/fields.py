"""What the columns of a row say, made comparable."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from tests.scoring.names import Actor, alike, fold, is_state

Row = Mapping[str, Any]

# A row whose outlet is the claimant stands in the gold as this.
OUTLET = "(article)"
_ANALYST = re.compile(
    r"\b(analysts?|experts?|professor|researchers?|historian|scholars?|academics?)\b", re.I
)
_ACCUSING = re.compile(
    r"\b(accus|blam|condemn|denounc|critici[sz]|alleg|decr[yi]|slam|blast|deplor|charg|rebuk)\w*",
    re.I,
)


def actor(row: Row, slot: str) -> Actor:
    """Return the actor in a slot; the gold leaves out names where only the state counts."""
    return Actor(str(row.get(slot, "") or ""), str(row.get(f"{slot}_country", "") or ""))


def date_fits(gold: str, found: str) -> bool:
    """Tell whether a date agrees as far as the gold goes: 2024-06 accepts 2024-06-19."""
    return bool(gold) and found.startswith(gold)


@cache
def overlap(a: str, b: str) -> bool:
    """Tell whether two passages share a run of words: half of the shorter, or eight."""
    first, second = re.findall(r"\w+", a.casefold()), re.findall(r"\w+", b.casefold())
    if not first or not second:
        return False
    needed = min(8, -(-min(len(first), len(second)) // 2))
    run = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    return run.size >= needed


def who(row: Row, slot: str) -> tuple[str, str]:
    """Return what makes two rows name the same actor there: a state is its code alone."""
    named = actor(row, slot)
    return ("" if is_state(named.name) else fold(named.name), named.country)


def kind_of(row: Row) -> str:
    """Return the kind of a transfer; technology counts as arms."""
    return "arms" if row["kind"] == "technology" else str(row["kind"])


def claimant_of(row: Row) -> Actor:
    """Return who claims; the article itself under one name, whatever its outlet."""
    by_outlet = row["claimant"] in (OUTLET, row.get("outlet"))
    return Actor(OUTLET, "") if by_outlet else actor(row, "claimant")


def amount_of(row: Row) -> tuple[str, str]:
    """Return the least and the greatest number claimed, as text; empty = no such bound."""
    low, high = (_number(row.get(f"quantity_{end}")) for end in ("low", "high"))
    return (low, high)


def _number(value: object) -> str:
    text = str(value)
    return "" if text in ("None", "", "nan", "<NA>") else f"{float(text):g}"


def acts_of(gold: Row) -> frozenset[str]:
    """Return the acts that do for a gold statement: accusing by a neutral verb may be `say`."""
    if gold["act"] == "accuse" and not _ACCUSING.search(gold["evidence"]):
        return frozenset({"accuse", "say", "assess"})
    return frozenset({"say", "decline"} if gold["act"] == "say" else {gold["act"]})


def is_analyst(row: Row) -> bool:
    """Tell whether a speaker is an outside analyst, of whom the gold has a sample only."""
    speaker = re.escape(row["speaker"])
    beside = rf"{speaker}, [^,.]{{0,40}}{_ANALYST.pattern}|{_ANALYST.pattern} {speaker}"
    return bool(_ANALYST.search(row["speaker"])) or bool(re.search(beside, row["evidence"], re.I))


def codes(value: object) -> frozenset[str]:
    """Return the codes of a list, or of a text that joins several."""
    listed = value if isinstance(value, list) else re.split(r"[;,]\s*", str(value or ""))
    return frozenset(code for code in listed if code)


def share_codes(gold: Row, found: Row, column: str) -> bool:
    """Tell whether a column of countries has one in both rows."""
    return bool(codes(gold[column]) & codes(found[column]))


def actors(row: Row) -> frozenset[str]:
    """Return the states that act in an event."""
    return codes(row["actor_countries"])


def recipients(row: Row) -> frozenset[str]:
    """Return the states towards which an event goes."""
    return codes(row["recipient_countries"])


def meet(gold: frozenset[str], found: frozenset[str]) -> bool:
    """Tell whether two sides share a state; a side that the gold leaves open is met by any."""
    return bool(gold & found) or not gold


def names_in(text: str) -> set[str]:
    """Return the names that a text joins."""
    return {fold(name) for name in text.split(";")}


def values_of(group: Row, column: str) -> set[str]:
    """Return what the rows of a group say in one column."""
    return {row[column] for row in group["members"]}


def share_words(a: str, b: str) -> bool:
    """Tell whether two items have a word in common, singular or plural."""
    return any(
        alike(x, y) or x.rstrip("s") == y.rstrip("s")
        for x in fold(a).split()
        for y in fold(b).split()
    )


def day_of(text: str) -> dt.date | None:
    """Return the day of an ISO date; None for one that is cut short or absent."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
