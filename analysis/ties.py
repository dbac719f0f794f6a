"""EVENTS -> TIES: how often one actor did one kind of thing to another, over all dates."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pandas as pd

from analysis.merging import count_sources, find_copies, list_records, name_merged, order_rows
from analysis.schema import TIES

TOLD_AS_FACT = frozenset({"occurred", "ongoing"})


def merge_ties(events: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return TIES: one directed pair of actors and one PLOVER type; copies are not counted."""
    copies = find_copies(articles)
    names = {row["actor_id"]: row for row in list_records(actors)}
    pairs: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    own = order_rows(events[~events["article_id"].isin(copies)], "event_id")
    for row in list_records(own):
        for actor in row["actor_ids"]:
            for recipient in row["recipient_ids"]:
                if actor and recipient and actor != recipient:
                    pairs[actor, recipient, row["event_type"]].append(row)
    return TIES.frame(_describe(key, rows, names) for key, rows in sorted(pairs.items()))


def _describe(
    key: tuple[str, str, str], found: list[dict[str, Any]], names: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    actor, recipient, event_type = key
    rows = pd.DataFrame(found)
    described: dict[str, Any] = {
        "tie_id": name_merged("tie", "\x1f".join(key)),
        "event_type": event_type,
        "quad": found[0]["quad"],
        "events": len(found),
        "sources": count_sources(rows, frozenset()),
        "first": rows["published"].min(),
        "last": rows["published"].max(),
        "score": float(rows["score"].sum()),
        "share_alleged": float((~rows["status"].isin(TOLD_AS_FACT)).mean()),
        "event_ids": list(rows["event_id"]),
    }
    for slot, actor_id in (("actor", actor), ("recipient", recipient)):
        known = names.get(actor_id, {})
        described[f"{slot}_id"] = actor_id
        described[slot] = known.get("name", actor_id)
        described[f"{slot}_country"] = known.get("country", "")
    return described
