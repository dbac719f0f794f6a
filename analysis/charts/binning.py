"""Points in time put together where there are more of them than a reader can tell apart."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.charts.style import collect_ids

# So many points can still be told apart, hit with a finger and drawn at once.
MOST_POINTS = 1200
_SPANS = {"week": "W", "month": "M", "quarter": "Q", "year": "Y"}


def bin_points(
    points: pd.DataFrame, keys: Sequence[str], day: str, *, value: str
) -> tuple[pd.DataFrame, str]:
    """Put the points of one key that fall into one week, month, quarter or year together.

    Takes columns `keys`, `day` (dates) and `value` (numbers), and `row_ids`. Returns the points as
    they are and "" where there are at most MOST_POINTS; otherwise one row a key and span of time,
    and the name of the span, the finest that leaves no more than so many: `day` is its middle,
    `span` its name (2024-03), `points` how many points it holds, `value` their sum.
    """
    if len(points) <= MOST_POINTS:
        return points, ""
    finest = next(
        (name for name in _SPANS if _count(points, keys, day, name) <= MOST_POINTS), "year"
    )
    starts, ends = _find_ends(points[day], finest)
    binned = points.assign(**{day: (starts + (ends - starts) / 2).dt.floor("D")})
    binned["span"] = _name_spans(points[day], finest)
    return (
        binned.groupby([*keys, day, "span"])
        .agg(**{value: (value, "sum")}, points=(value, "size"), row_ids=("row_ids", collect_ids))
        .reset_index()
    ), finest


def _count(points: pd.DataFrame, keys: Sequence[str], day: str, span: str) -> int:
    spans = points[list(keys)].assign(span=_name_spans(points[day], span))
    return len(spans.drop_duplicates())


def _find_ends(days: pd.Series, span: str) -> tuple[pd.Series, pd.Series]:
    periods = days.dt.to_period(_SPANS[span])
    return periods.dt.start_time, periods.dt.end_time


def _name_spans(days: pd.Series, span: str) -> pd.Series:
    """Name a week by its Monday, a month, quarter and year as ever: 2024-03, 2024Q1, 2024."""
    periods = days.dt.to_period(_SPANS[span])
    named: pd.Series = periods.astype("str")
    return periods.dt.start_time.dt.strftime("%Y-%m-%d") if span == "week" else named


def tell_span(span: str, noun: str) -> str:
    """Say in a reading that points were put together: "; a point stands for a visitor's month"."""
    return f"; too many to draw one by one, so a point is all {noun} of one {span}" if span else ""
