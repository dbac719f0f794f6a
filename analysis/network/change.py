"""What changed in the network from one period to the next."""

from __future__ import annotations

import datetime as dt
from typing import Any

import networkx as nx
import pandas as pd

from analysis.errors import ParameterError
from analysis.frames import make_frame
from analysis.network.pairs import index_dyads

CHANGES = ("appeared", "vanished", "switched sign", "stronger", "weaker", "steady")
CHANGE_COLUMNS = {
    "a_id": "str",
    "a": "str",
    "b_id": "str",
    "b": "str",
    "change": "str",
    "events_before": "int64",
    "events_after": "int64",
    "balance_before": "float64",
    "balance_after": "float64",
    "before_ids": "object",
    "after_ids": "object",
    "row_ids": "object",
}

_ABSENT: dict[str, Any] = {"events": 0, "balance": 0.0, "row_ids": ()}


def split_events(
    events: pd.DataFrame, split: str = "", *, since: str = "", until: str = ""
) -> tuple[pd.DataFrame, pd.DataFrame, str]:
    """Divide events by publication date; return those before, those from then on, and the date.

    `split` is the first day of the second period, ISO. Empty = the middle of the window from
    `since` to `until`, where an open end is the first or last dated event. Undated events are in
    neither period. Without any dated event the middle is "". Raises ParameterError for a date that
    is none.
    """
    dated = events[events["published"].notna()]
    day = _read_day(split, "split") or _find_middle(dated, since, until)
    if day is None:
        return dated, dated, ""
    later = dated["published"] >= pd.Timestamp(day)
    return dated[~later], dated[later], day.isoformat()


def compare_networks(before: nx.MultiDiGraph, after: nx.MultiDiGraph) -> pd.DataFrame:
    """Compare each pair in two networks; the greatest change in events first.

    One row is one unordered pair of either network: `change` (appeared, vanished, switched sign,
    stronger, weaker, steady), events and signed balance in both periods, and the row ids of each.
    A pair switched sign where its balance went from above to below zero or back; this is told
    before a change in strength, because it says more.
    """
    old, new = index_dyads(before), index_dyads(after)
    rows = [_describe_change(pair, old.get(pair), new.get(pair)) for pair in sorted({*old, *new})]
    rows.sort(key=lambda row: -abs(row["events_after"] - row["events_before"]))
    return make_frame(rows, CHANGE_COLUMNS)


def _read_day(text: str, name: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ParameterError(f"{name}: {text!r} is no date. Write it like 2024-06-30.") from None


def _find_middle(dated: pd.DataFrame, since: str, until: str) -> dt.date | None:
    if dated.empty:
        return None
    first = _read_day(since, "since") or dated["published"].min().date()
    last = _read_day(until, "until") or dated["published"].max().date()
    # Of an odd number of days the second period has one more.
    return first + dt.timedelta(days=((last - first).days + 1) // 2)


def _describe_change(
    pair: tuple[str, str], old: dict[str, Any] | None, new: dict[str, Any] | None
) -> dict[str, Any]:
    named = new or old or {}
    was, now = old or _ABSENT, new or _ABSENT
    return {
        "a_id": pair[0],
        "a": named["a"],
        "b_id": pair[1],
        "b": named["b"],
        "change": _name_change(was, now),
        "events_before": was["events"],
        "events_after": now["events"],
        "balance_before": was["balance"],
        "balance_after": now["balance"],
        "before_ids": list(was["row_ids"]),
        "after_ids": list(now["row_ids"]),
        "row_ids": sorted({*was["row_ids"], *now["row_ids"]}),
    }


def _name_change(was: dict[str, Any], now: dict[str, Any]) -> str:
    if not was["events"]:
        return "appeared"
    if not now["events"]:
        return "vanished"
    if was["balance"] * now["balance"] < 0:
        return "switched sign"
    if was["events"] == now["events"]:
        return "steady"
    return "stronger" if now["events"] > was["events"] else "weaker"
