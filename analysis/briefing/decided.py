"""What reviewers decided since an earlier briefing: it moves counts that no article moved."""

from __future__ import annotations

from collections import defaultdict

from analysis.briefing.facts import Facts
from analysis.briefing.record import list_decisions
from analysis.briefing.wording import count, join
from analysis.reports import Sentence

Key = tuple[str, ...]
# By decision and table ("" = a coded row): what was done, and to what.
_DONE = {
    ("accept", ""): ("accepted", "row"),
    ("reject", ""): ("rejected", "row"),
    ("edit", ""): ("edited", "row"),
    ("edit", "actors"): ("corrected", "actor"),
    ("merge", "actors"): ("merged", "actor into another one"),
    ("merge", "cases"): ("merged", "pair of cases"),
    ("merge", "trips"): ("merged", "pair of journeys"),
    ("split", "cases"): ("split off", "claim from its case"),
    ("split", "trips"): ("split off", "visit from its journey"),
}
_PLURALS = {
    "actor into another one": "actors into others",
    "pair of cases": "pairs of cases",
    "pair of journeys": "pairs of journeys",
    "claim from its case": "claims from their cases",
    "visit from its journey": "visits from their journeys",
}


def tell_decided(facts: Facts) -> list[Sentence]:
    """Tell what reviewers decided and took back since; nothing where they did neither."""
    if facts.earlier is None or facts.earlier.decisions is None:
        return []
    now, before = set(list_decisions(facts.whole["reviews"])), set(facts.earlier.decisions)
    told = _tally(now - before)
    undone = len({key[:3] for key in before - now})
    if undone:
        told.append(f"took back {count(undone, 'decision')}")
    return [Sentence(f"Since then reviewers {join(told, most=9)}.")] if told else []


def _tally(decisions: set[Key]) -> list[str]:
    """Count the rows decided on, a phrase each: "rejected 5 rows"."""
    rows: defaultdict[tuple[str, str], set[Key]] = defaultdict(set)
    for table, row_id, decision, *more in decisions:
        own = table if (decision, table) in _DONE else ""
        # A row edited in two columns is one row; of one case merged with two, each merge counts.
        key = (row_id, *more) if decision == "merge" else (row_id,)
        rows[decision, own].add(key)
    return [
        f"{done} {count(len(rows[key]), what, _PLURALS.get(what, ''))}"
        for key, (done, what) in _DONE.items()
        if key in rows
    ]
