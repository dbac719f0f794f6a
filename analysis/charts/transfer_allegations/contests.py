"""What stands against what: claims of a transfer, and who denies or confirms it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.drawing import rank, write_hover
from analysis.charts.style import STANCE, Look, finish_figure, join_ids, label_rows, plural
from analysis.charts.transfer_allegations.claims import select_claims

# Claims and what bears them out to the right, what speaks against them to the left.
_LEFT = ("denied", "declined")


def count_contests(
    cases: pd.DataFrame,
    members: pd.DataFrame,
    allegations: pd.DataFrame,
    responses: pd.DataFrame,
) -> pd.DataFrame:
    """Count the claims, denials, confirmations and refusals to comment of each case.

    One row is one case and stance: `case_id`, `case`, `first_claim`, `standing`, `stance` (alleged,
    denied, confirmed, declined), `reports`, `row_ids` (allegation and response ids). Only the rows
    given are counted, so a window shows what was said in it. Most said of first.
    """
    claims = select_claims(allegations)
    said = pd.concat(
        [
            pd.DataFrame({"row_id": claims["allegation_id"], "stance": "alleged"}),
            pd.DataFrame({"row_id": responses["response_id"], "stance": responses["stance"]}),
        ]
    )
    places = members.loc[members["kind"] == "case", ["row_id", "merged_id"]]
    placed = said.merge(places, on="row_id").rename(columns={"merged_id": "case_id"})
    counts = (
        placed.groupby(["case_id", "stance"])
        .agg(reports=("row_id", "size"), row_ids=("row_id", list))
        .reset_index()
    )
    named = cases.assign(case=[_name_case(case) for case in cases.to_dict("records")])
    counts = counts.merge(named[["case_id", "case", "first_claim", "standing"]], on="case_id")
    order = {
        case_id: place for place, case_id in enumerate(rank(counts, "case_id", value="reports"))
    }
    stances = {stance: place for place, stance in enumerate(STANCE)}
    return (
        counts.assign(_case=counts["case_id"].map(order), _stance=counts["stance"].map(stances))
        .sort_values(["_case", "_stance"], ignore_index=True)
        .drop(columns=["_case", "_stance"])
    )


def _name_case(case: Mapping[Any, Any]) -> str:
    category = str(case["category"]).replace("_", " ")
    sides = [
        case[f"{side}_country"] or case[side] or "unnamed" for side in ("supplier", "recipient")
    ]
    return f"{sides[0]} → {sides[1]}, {category}"


def plot_contests(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw a row a case: claims and confirmations to the right, denials and silence to the left."""
    cases = list(dict.fromkeys(counts["case_id"]))[:top]
    drawn = counts[counts["case_id"].isin(cases)]
    rows = {case_id: row for row, case_id in enumerate(cases)}
    figure = go.Figure(
        [
            _draw_stance(drawn[drawn["stance"] == stance], rows, stance, look)
            for stance, look in STANCE.items()
            if (drawn["stance"] == stance).any()
        ]
    )
    names = dict(zip(drawn["case_id"], drawn["case"], strict=True))
    label_rows(figure, [names[case_id] for case_id in cases])
    figure.update_layout(barmode="relative")
    figure.update_xaxes(title_text="← against      reports      for →", zeroline=True)
    _count_both_ways(figure, drawn)
    return finish_figure(
        figure,
        counts,
        name="allegations-contests",
        title=title,
        reading=_read_contests(counts) if len(counts) else "",
        alt="Bars: cases down; claims and confirmations to the right, denials to the left.",
        columns=["case", "first_claim", "standing", "stance", "reports"],
    )


def _draw_stance(counts: pd.DataFrame, rows: dict[str, int], stance: str, look: Look) -> go.Bar:
    sign = -1 if stance in _LEFT else 1
    return go.Bar(
        orientation="h",
        name=stance,
        x=[sign * int(reports) for reports in counts["reports"]],
        y=[rows[case_id] for case_id in counts["case_id"]],
        width=0.7,
        marker=look.bar,
        customdata=join_ids(counts["row_ids"]),
        hovertext=[
            write_hover(
                row["case"], f"{row['stance']}: {plural(row['reports'], 'report')}", row["standing"]
            )
            for row in counts.to_dict("records")
        ],
        hoverinfo="text",
    )


def _count_both_ways(figure: go.Figure, drawn: pd.DataFrame) -> None:
    """Label the axis with counts: there is no negative number of denials."""
    sums = drawn.groupby(["case_id", drawn["stance"].isin(_LEFT)])["reports"].sum()
    most = int(sums.max()) if len(sums) else 1
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000, 10**6) if most <= 5 * step)
    ticks = list(range(-most // step * step, most + step, step))
    figure.update_xaxes(tickvals=ticks, ticktext=[f"{abs(tick):,}" for tick in ticks])


def _read_contests(counts: pd.DataFrame) -> str:
    standings = counts.drop_duplicates("case_id")["standing"].value_counts()
    parts = [f"{count:,} {standing}" for standing, count in sorted(standings.items())]
    return f"{plural(int(standings.sum()), 'case')}: {', '.join(parts)}."
