"""Who claims a transfer, in what words and when, and from whom to whom it is said to go."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.axes import day_axis
from analysis.charts.binning import bin_points, tell_span
from analysis.charts.drawing import (
    draw_flows,
    draw_points,
    fold_rest,
    name_key,
    rank,
    size_points,
    tally,
    tell_apart,
    write_hover,
)
from analysis.charts.style import ACT, finish_figure, label_rows, plural


def select_claims(allegations: pd.DataFrame) -> pd.DataFrame:
    """Leave out the transfers that an article mentions only through their denial."""
    return allegations[allegations["nature"] != "denied_only"]


def name_category(category: str) -> str:
    """Write an item class in words."""
    words = {"uav": "drones", "unspecified": "arms not specified"}
    return words.get(category, category.replace("_", " "))


def count_claims(allegations: pd.DataFrame) -> pd.DataFrame:
    """Count what each claimant claims, in which act, on each publication date.

    One row is one claimant, act and day: `claimant_key`, `claimant`, `claimant_country`, `act`,
    `published` (empty = undated), `claims`, `row_ids` (allegation ids). Earliest first.
    """
    claims = select_claims(allegations)
    keys = ["published", "claimant_key", "act"]
    counts = tally(
        claims.assign(claimant_key=name_key(claims, "claimant")),
        keys,
        count="claims",
        ids="allegation_id",
        first=["claimant", "claimant_country"],
    )
    return counts.sort_values(keys, ignore_index=True)


def plot_claims(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw a row for each of the `top` claimants and a point a day, in the look of its act."""
    dated = counts.dropna(subset="published")
    claimants = rank(dated, "claimant_key", value="claims")[:top]
    names = dict(zip(counts["claimant_key"], counts["claimant"], strict=True))
    drawn, span = bin_points(
        dated[dated["claimant_key"].isin(claimants)],
        ["claimant_key", "act"],
        "published",
        value="claims",
    )
    drawn = drawn.assign(claimant=[names[key] for key in drawn["claimant_key"]])
    rows = {key: row for row, key in enumerate(claimants)}
    figure = go.Figure()
    for act, look in ACT.items():
        points = drawn[drawn["act"] == act]
        if len(points):
            figure.add_trace(
                draw_points(
                    points,
                    x=[str(day.date()) for day in points["published"]],
                    y=[rows[key] for key in points["claimant_key"]],
                    look=look,
                    name=act,
                    hover=_hover_claims(points),
                    sizes=size_points(points["claims"]),
                )
            )
    label_rows(figure, [names[key] or "nobody named" for key in claimants])
    figure.update_xaxes(day_axis(drawn["published"]))
    return finish_figure(
        figure,
        counts,
        name="allegations-claims",
        title=title,
        reading=_read_claims(counts, drawn, span) if len(counts) else "",
        alt="Points: claimants down, publication dates across, look by act, size by claims.",
        columns=["published", "claimant", "claimant_country", "act", "claims"],
    )


def _hover_claims(claims: pd.DataFrame) -> list[str]:
    return [
        write_hover(
            f"{row['claimant'] or 'nobody named'}: {row['act']}",
            row.get("span") or row["published"].date(),
            plural(row["claims"], "claim"),
        )
        for row in claims.to_dict("records")
    ]


def _read_claims(counts: pd.DataFrame, drawn: pd.DataFrame, span: str) -> str:
    total, hidden = int(counts["claims"].sum()), int(counts["claims"].sum() - drawn["claims"].sum())
    acts = counts.groupby("act")["claims"].sum()
    parts = [f"{int(acts[act]):,} {act}" for act in ACT if act in acts]
    tail = f"; {hidden:,} of them not drawn" if hidden else ""
    return (
        f"{plural(total, 'claim')} by {plural(counts['claimant_key'].nunique(), 'claimant')}: "
        f"{', '.join(parts)}{tail}{tell_span(span, 'claims of one claimant and act')}."
    )


def count_flows(allegations: pd.DataFrame) -> pd.DataFrame:
    """Count the claims of each supplier sending each item class to each recipient, most first.

    One row is one supplier, recipient and class: `supplier`, `recipient`, `category`, `claims`,
    `claimants` (how many different ones), `row_ids` (allegation ids).
    """
    claims = select_claims(allegations)
    keys = ["supplier", "recipient", "category"]
    named = claims.assign(
        claimant_key=name_key(claims, "claimant"),
        supplier=_name_side(claims, "supplier"),
        recipient=_name_side(claims, "recipient"),
        category=pd.Series(map(name_category, claims["category"]), claims.index, dtype="str"),
    )
    return (
        named.groupby(keys)
        .agg(
            claims=("allegation_id", "size"),
            claimants=("claimant_key", "nunique"),
            row_ids=("allegation_id", list),
        )
        .reset_index()
        .sort_values(["claims", *keys], ascending=[False, True, True, True], ignore_index=True)
    )


def _name_side(claims: pd.DataFrame, slot: str) -> pd.Series[str]:
    names = pd.Series(
        tell_apart(claims[slot], name_key(claims, slot)), index=claims.index, dtype="str"
    )
    return names.where(names != "", "unnamed")


def plot_flows(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw suppliers flowing to recipients to item classes; those beyond `top` share a node."""
    figure = go.Figure()
    if len(counts):
        folded = counts
        for column, rest in (("supplier", "other suppliers"), ("recipient", "other recipients")):
            folded, _ = fold_rest(folded, column, top, value="claims", rest=rest)
        figure.add_trace(draw_flows(folded, ["supplier", "recipient", "category"], value="claims"))
        most = max(folded[column].nunique() for column in ("supplier", "recipient", "category"))
        figure.update_layout(height=200 + 28 * most)
    return finish_figure(
        figure,
        counts,
        name="allegations-flows",
        title=title,
        reading=_read_flows(counts) if len(counts) else "",
        alt="Sankey: suppliers on the left, recipients in the middle, item classes on the right.",
        columns=["supplier", "recipient", "category", "claims", "claimants"],
    )


def _read_flows(counts: pd.DataFrame) -> str:
    pairs = counts.groupby(["supplier", "recipient"])["claims"].sum()
    supplier, recipient = pairs.index[int(pairs.argmax())]
    return (
        f"{plural(int(counts['claims'].sum()), 'claim')} about "
        f"{plural(len(pairs), 'pair')} of supplier and recipient; most are about "
        f"{supplier} and {recipient}, {int(pairs.max()):,}."
    )
