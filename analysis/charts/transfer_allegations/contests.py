"""What stands against what: claims of a transfer, and who denies or confirms it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.drawing import rank, write_hover
from analysis.charts.style import STANCE, Look, finish_figure, join_ids, label_rows, plural
from analysis.charts.transfer_allegations.claims import name_category, select_claims
from analysis.countries import name_country
from analysis.schema import STANDINGS

_NO_CASE = "belongs to no case"
# Claims and what bears them out to the right, what speaks against them to the left.
_LEFT = ("denied", "declined")
_STEPS = [factor * 10**power for power in range(7) for factor in (1, 2, 5)]


def count_contests(
    cases: pd.DataFrame,
    members: pd.DataFrame,
    allegations: pd.DataFrame,
    responses: pd.DataFrame,
) -> pd.DataFrame:
    """Count the claims, denials, confirmations and refusals to comment of each case.

    One row is one case and stance: `case_id` (empty = what belongs to no case), `case`,
    `first_claim`, `standing`, `stance` (alleged, denied, confirmed, declined), `reports`, `row_ids`
    (allegation and response ids). Only the rows given are counted, so a window shows what was said
    in it. Most said of first, what belongs to no case last.
    """
    counts = (
        _place(members, allegations, responses)
        .groupby(["case_id", "stance"])
        .agg(reports=("row_id", "size"), row_ids=("row_id", list))
        .reset_index()
        .merge(name_cases(cases), on="case_id", how="left")
    )
    counts["case"] = counts["case"].fillna(_NO_CASE).astype("str")
    counts["standing"] = counts["standing"].fillna("").astype("str")
    places = {case: at for at, case in enumerate(rank(counts, "case_id", value="reports"))}
    order = pd.DataFrame(
        {
            "stray": counts["case_id"] == "",
            "place": counts["case_id"].map(places),
            "stance": counts["stance"].map({stance: at for at, stance in enumerate(STANCE)}),
        }
    ).sort_values(["stray", "place", "stance"])
    return counts.loc[order.index].reset_index(drop=True)


def _place(
    members: pd.DataFrame, allegations: pd.DataFrame, responses: pd.DataFrame
) -> pd.DataFrame:
    """List who claims, denies or confirms, each with its case."""
    claims = select_claims(allegations)
    said = pd.concat(
        [
            pd.DataFrame({"row_id": claims["allegation_id"], "stance": "alleged"}),
            pd.DataFrame({"row_id": responses["response_id"], "stance": responses["stance"]}),
        ]
    )
    case_ids = members.loc[members["kind"] == "case"].set_index("row_id")["merged_id"]
    return said.assign(case_id=said["row_id"].map(case_ids).fillna("").astype("str"))


def name_cases(cases: pd.DataFrame) -> pd.DataFrame:
    """Name CASES: `case_id`, `first_claim`, `standing`, and `case` (sides and class in words)."""
    names = [
        f"{_name_side(case, 'supplier')} → {_name_side(case, 'recipient')}, "
        f"{name_category(case['category'])}"
        for case in cases.to_dict("records")
    ]
    named = cases[["case_id", "first_claim", "standing"]]
    return named.assign(case=pd.Series(names, index=cases.index, dtype="str"))


def _name_side(case: Mapping[Any, Any], slot: str) -> str:
    """Name the state: the sides of a case are states, whoever of theirs is named."""
    code = case[f"{slot}_country"]
    return str(case[slot]) if code in ("", "IGO") else name_country(code)


def label_case(case: Mapping[Any, Any]) -> str:
    """Write the two sides over item class and month: one pair may have many cases."""
    if not case["case_id"]:
        return str(case["case"])
    sides, _, category = case["case"].partition(", ")
    month = "" if pd.isna(case["first_claim"]) else f"{case['first_claim']:%Y-%m}"
    return f"{sides}\n{', '.join(filter(None, (category, month)))}"


def plot_contests(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw a row a case: claims and confirmations to the right, denials and silence to the left."""
    strays = [""] if (counts["case_id"] == "").any() else []
    cases = [case_id for case_id in dict.fromkeys(counts["case_id"]) if case_id][:top] + strays
    drawn = counts[counts["case_id"].isin(cases)]
    rows = {case_id: row for row, case_id in enumerate(cases)}
    figure = go.Figure(
        [
            _draw_stance(drawn[drawn["stance"] == stance], rows, stance, look)
            for stance, look in STANCE.items()
            if (drawn["stance"] == stance).any()
        ]
    )
    labels = {case["case_id"]: label_case(case) for case in drawn.to_dict("records")}
    label_rows(figure, [labels[case_id] for case_id in cases], row=36)
    figure.update_layout(barmode="relative")
    figure.update_xaxes(title_text="← against · reports · for →", zeroline=True)
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
    step = next(step for step in _STEPS if most <= 4 * step)
    ticks = list(range(-most // step * step, most + step, step))
    figure.update_xaxes(tickvals=ticks, ticktext=[f"{abs(tick):,}" for tick in ticks])


def _read_contests(counts: pd.DataFrame) -> str:
    standings = counts[counts["case_id"] != ""].drop_duplicates("case_id")["standing"]
    tally = standings.value_counts()
    parts = [f"{tally[standing]:,} {standing}" for standing in STANDINGS if standing in tally]
    stray = int(counts.loc[counts["case_id"] == "", "reports"].sum())
    tail = f"; {plural(stray, 'report')} in no case" if stray else ""
    return f"{plural(len(standings), 'case')}: {', '.join(parts) or 'none'}{tail}."
