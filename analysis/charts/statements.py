"""Charts of who says what, in which act, when, and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.drawing import (
    draw_matrix,
    fold_rest,
    name_key,
    regroup,
    tally,
    tell_apart,
    write_hover,
)
from analysis.charts.style import ACT, finish_figure, join_ids, label_rows, plural

# Where the bands of ICD-203 begin and end, percent.
_BANDS = (5, 20, 45, 55, 80, 95)
_SPEAKER = ("speaker", "speaker_country")


def count_acts(statements: pd.DataFrame) -> pd.DataFrame:
    """Count the statements of each speaker in each act, most first.

    One row is one speaker and act: `speaker_key`, `speaker`, `speaker_country`, `act`,
    `statements`, `row_ids` (statement ids).
    """
    keys = ["speaker_key", "act"]
    counts = _tally(
        statements.assign(speaker_key=name_key(statements, "speaker")), keys, _SPEAKER
    ).sort_values(["statements", *keys], ascending=[False, True, True], ignore_index=True)
    counts["speaker"] = counts["speaker"].where(counts["speaker"] != "", "nobody named")
    return counts.assign(speaker=tell_apart(counts["speaker"], counts["speaker_key"]))


def _tally(
    statements: pd.DataFrame, keys: Sequence[str], first: Sequence[str] = ()
) -> pd.DataFrame:
    return tally(statements, keys, count="statements", ids="statement_id", first=first)


def plot_acts(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw speakers against acts; the speakers beyond `top` share one line."""
    figure = go.Figure()
    if len(counts):
        folded, speakers = fold_rest(
            counts, "speaker", top, value="statements", rest="other speakers"
        )
        used = set(counts["act"])
        figure = draw_matrix(
            regroup(folded, ["speaker", "act"], value="statements"),
            row="speaker",
            column="act",
            value="statements",
            rows=speakers,
            columns=[act for act in ACT if act in used],
            most=int(counts["statements"].max()),
        )
        figure.update_xaxes(type="category", side="top", ticks="")
    return finish_figure(
        figure,
        counts,
        name="statements-acts",
        title=title,
        reading=_read_acts(counts) if len(counts) else "",
        alt="Heat map: speakers down, acts across, shade by number of statements.",
        columns=["speaker", "speaker_country", "act", "statements"],
    )


def _read_acts(counts: pd.DataFrame) -> str:
    most = counts.iloc[0]
    return (
        f"{plural(int(counts['statements'].sum()), 'statement')} by "
        f"{plural(counts['speaker_key'].nunique(), 'speaker')}; the most frequent: "
        f"{most['speaker']}, {most['act']}, {most['statements']:,}."
    )


def count_acts_by_month(statements: pd.DataFrame) -> pd.DataFrame:
    """Count the dated statements of each act a month.

    One row is one month and act: `month` (2024-06), `act`, `statements`, `row_ids` (statement ids).
    """
    dated = statements.dropna(subset="published")
    return _tally(dated.assign(month=dated["published"].dt.strftime("%Y-%m")), ["month", "act"])


def plot_acts_by_month(counts: pd.DataFrame, *, title: str) -> go.Figure:
    """Draw months as bars, stacked by act; a month without statements stays empty."""
    figure = go.Figure(
        [
            _draw_act(counts[counts["act"] == act], act)
            for act in ACT
            if (counts["act"] == act).any()
        ]
    )
    figure.update_layout(barmode="stack", yaxis_title="statements")
    figure.update_xaxes(type="date", nticks=6)
    figure.update_yaxes(tickformat="d")
    return finish_figure(
        figure,
        counts,
        name="statements-months",
        title=title,
        reading=_read_months(counts) if len(counts) else "",
        alt="Bars: statements a month, stacked by act.",
        columns=["month", "act", "statements"],
    )


def _draw_act(counts: pd.DataFrame, act: str) -> go.Bar:
    return go.Bar(
        name=act,
        x=[f"{month}-01" for month in counts["month"]],
        y=[int(count) for count in counts["statements"]],
        marker=ACT[act].bar,
        customdata=join_ids(counts["row_ids"]),
        hovertext=[
            write_hover(f"{month}, {act}", plural(count, "statement"))
            for month, count in zip(counts["month"], counts["statements"], strict=True)
        ],
        hoverinfo="text",
        xperiod="M1",
        xperiodalignment="middle",
    )


def _read_months(counts: pd.DataFrame) -> str:
    months = counts.groupby("month")["statements"].sum()
    return (
        f"{plural(int(months.sum()), 'dated statement')}, {months.index[0]} to {months.index[-1]}; "
        f"most in {months.idxmax()}, {int(months.max()):,}."
    )


def count_likelihoods(statements: pd.DataFrame) -> pd.DataFrame:
    """Count the statements of each speaker with the same words of likelihood and the same act.

    One row is one speaker, wording and act: `speaker_key`, `speaker`, `speaker_country`, `act`,
    `words` (the article's own), `low` and `high` (ICD-203 band, percent), `statements`, `row_ids`
    (statement ids). Least likely first.
    """
    hedged = statements.dropna(subset=["likelihood_low", "likelihood_high"])
    keys = ["low", "high", "words", "speaker_key", "act"]
    named = hedged.assign(
        speaker_key=name_key(hedged, "speaker"),
        words=hedged["likelihood_words"],
        low=hedged["likelihood_low"],
        high=hedged["likelihood_high"],
    )
    return _tally(named, keys, _SPEAKER).sort_values(keys, ignore_index=True)


def plot_likelihoods(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw the band of each wording on a scale of 0 to 100 percent, in the look of its act.

    The `top` rows with most statements are drawn, least likely first; all are in the table.
    """
    most = counts.sort_values("statements", ascending=False, kind="stable").head(top)
    shown = counts.loc[sorted(most.index)].reset_index(drop=True)
    figure = go.Figure(
        [_draw_bands(shown[shown["act"] == act], act) for act in ACT if (shown["act"] == act).any()]
    )
    labels = [f"“{row['words']}”\n{row['speaker']}" for row in shown.to_dict("records")]
    label_rows(figure, labels, row=36)
    figure.update_layout(barmode="overlay")
    ticks: dict[str, Any] = {"tickvals": list(_BANDS), "tickangle": 0, "showgrid": True}
    figure.update_xaxes(range=[0, 100], title_text="likelihood, percent", **ticks)
    return finish_figure(
        figure,
        counts,
        name="statements-likelihoods",
        title=title,
        reading=_read_likelihoods(counts, len(shown)) if len(counts) else "",
        alt="Ranges: wordings and speakers down, ICD-203 bands from 0 to 100 percent across.",
        columns=["words", "speaker", "speaker_country", "act", "low", "high", "statements"],
    )


def _draw_bands(rows: pd.DataFrame, act: str) -> go.Bar:
    return go.Bar(
        orientation="h",
        name=act,
        base=[round(float(low), 1) for low in rows["low"]],
        x=[
            round(float(high - low), 1) for low, high in zip(rows["low"], rows["high"], strict=True)
        ],
        y=[int(row) for row in rows.index],
        width=0.7,
        marker=ACT[act].bar,
        customdata=join_ids(rows["row_ids"]),
        hovertext=[
            write_hover(
                f"“{row['words']}”",
                f"{row['speaker'] or 'nobody named'}: {row['act']}",
                f"{row['low']:g} to {row['high']:g} percent",
                plural(row["statements"], "statement"),
            )
            for row in rows.to_dict("records")
        ],
        hoverinfo="text",
    )


def _read_likelihoods(counts: pd.DataFrame, shown: int) -> str:
    statements = plural(int(counts["statements"].sum()), "statement")
    words = plural(counts["words"].str.lower().nunique(), "wording")
    tail = f"; {len(counts) - shown:,} rows not drawn" if len(counts) > shown else ""
    return f"{statements} with a likelihood, in {words}{tail}."
