"""Charts of what was read: articles over time, gaps, copies, and what was refused."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.axes import count_axis
from analysis.charts.drawing import (
    draw_bars,
    draw_matrix,
    fold_rest,
    label_above,
    rank,
    regroup,
    write_hover,
)
from analysis.charts.style import NEUTRAL, Look, finish_figure, label_rows, plural

# More weeks than this are too narrow to hit on a phone; then a column is a month.
_MOST_WEEKS = 60


def count_by_outlet(articles: pd.DataFrame) -> pd.DataFrame:
    """Count the dated articles of each outlet a week, or a month where there are over 60 weeks.

    One row is one outlet and period that has articles: `outlet`, `period` (a Monday, 2024-06-17, or
    a month, 2024-06), `articles`, `copies` among them, `row_ids` (article ids).
    """
    dated = articles.dropna(subset="published")
    weekly = _count_periods(dated, "W") <= _MOST_WEEKS
    periods = dated["published"].dt.to_period("W" if weekly else "M")
    starts = periods.dt.start_time.dt.strftime("%Y-%m-%d" if weekly else "%Y-%m")
    named = dated.assign(
        period=starts,
        outlet=dated["outlet"].where(dated["outlet"] != "", "no outlet given"),
        copy=dated["duplicate_of"] != "",
    )
    return (
        named.groupby(["outlet", "period"])
        .agg(
            articles=("article_id", "size"),
            copies=("copy", "sum"),
            row_ids=("article_id", list),
        )
        .reset_index()
    )


def _count_periods(dated: pd.DataFrame, frequency: str) -> int:
    days = dated["published"]
    return 0 if dated.empty else len(pd.period_range(days.min(), days.max(), freq=frequency))


def plot_by_outlet(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw outlets against time; the outlets beyond `top` share one line."""
    if counts.empty:
        return _finish_by_outlet(go.Figure(), counts, title)
    folded, outlets = fold_rest(counts, "outlet", top, value="articles", rest="other outlets")
    figure = draw_matrix(
        regroup(folded, ["outlet", "period"], value="articles"),
        row="outlet",
        column="period",
        value="articles",
        rows=outlets,
        columns=_list_periods(counts),
        most=int(counts["articles"].max()),
    )
    # A lone cell has no width on an axis of days, which would then show hours.
    lone = counts["period"].nunique() == 1
    figure.update_xaxes(type="category" if lone else "date", nticks=6)
    return _finish_by_outlet(figure, counts, title)


def _list_periods(counts: pd.DataFrame) -> list[str]:
    """List every period from the first to the last, so that gaps are seen."""
    first, last = min(counts["period"]), max(counts["period"])
    if len(first) == len("2024-06"):
        return list(pd.period_range(first, last, freq="M").strftime("%Y-%m"))
    return list(pd.date_range(first, last, freq="7D").strftime("%Y-%m-%d"))


def _finish_by_outlet(figure: go.Figure, counts: pd.DataFrame, title: str) -> go.Figure:
    return finish_figure(
        figure,
        counts,
        name="corpus-outlets",
        title=title,
        reading=_read_by_outlet(counts) if len(counts) else "",
        alt="Heat map: outlets down, weeks or months across, shade by number of articles.",
        columns=["outlet", "period", "articles", "copies"],
    )


def _read_by_outlet(counts: pd.DataFrame) -> str:
    articles = plural(int(counts["articles"].sum()), "dated article")
    outlets = rank(counts, "outlet", value="articles")
    most = int(counts.loc[counts["outlet"] == outlets[0], "articles"].sum())
    span = " to ".join(dict.fromkeys([min(counts["period"]), max(counts["period"])]))
    return (
        f"{articles} from {plural(len(outlets), 'outlet')}, {span}; "
        f"{outlets[0]} published most, {most:,}."
    )


def count_gaps(articles: pd.DataFrame, *, days: int = 14) -> pd.DataFrame:
    """Find the stretches of at least `days` days on which no article was published.

    One row is one gap, longest first: `first_day` and `last_day` without an article, `days`,
    `row_ids` (the articles on the days before and after it).
    """
    by_day = articles.dropna(subset="published").groupby("published")["article_id"].agg(list)
    rows = [
        {
            "first_day": before + pd.Timedelta(days=1),
            "last_day": after - pd.Timedelta(days=1),
            "days": (after - before).days - 1,
            "row_ids": [*by_day[before], *by_day[after]],
        }
        for before, after in pairwise(by_day.index)
        if (after - before).days > days
    ]
    gaps = pd.DataFrame(rows, columns=["first_day", "last_day", "days", "row_ids"])
    return gaps.sort_values(["days", "first_day"], ascending=[False, True], ignore_index=True)


def plot_gaps(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw the `top` longest gaps, longest first; each leads to the articles around it."""
    shown = counts.head(top)
    spans = [
        f"{a.date()} – {b.date()}"
        for a, b in zip(shown["first_day"], shown["last_day"], strict=True)
    ]
    hover = [
        write_hover(span, f"{days} days") for span, days in zip(spans, shown["days"], strict=True)
    ]
    figure = go.Figure(draw_bars(shown, value="days", hover=hover))
    label_rows(figure, spans)
    figure.update_xaxes(title_text="days without an article")
    return finish_figure(
        figure,
        counts,
        name="corpus-gaps",
        title=title,
        reading=_read_gaps(counts, spans) if len(counts) else "",
        alt="Bars: stretches without an article, by length in days.",
        columns=["first_day", "last_day", "days"],
    )


def _read_gaps(counts: pd.DataFrame, spans: list[str]) -> str:
    return (
        f"{plural(len(counts), 'gap')}; the longest is {plural(int(counts['days'].max()), 'day')}, "
        f"{spans[0]}."
    )


def count_received(articles: pd.DataFrame, rejects: pd.DataFrame) -> pd.DataFrame:
    """Count what became of each input; every input is counted once.

    One row is one outcome: `outcome`, `inputs`, `refused` (flag), `row_ids` (article ids; the
    source paths of what was refused).
    """
    copies = articles["duplicate_of"] != ""
    undated = articles["published"].isna()
    outcomes = {
        "dated": articles[~undated & ~copies],
        "dated copy of another": articles[~undated & copies],
        "undated": articles[undated],
    }
    rows = [(name, list(found["article_id"]), False) for name, found in outcomes.items()]
    for reason, refused in rejects.groupby("reason"):
        rows.append((f"refused: {reason}", list(refused["source_path"]), True))
    return pd.DataFrame(
        [
            {"outcome": name, "inputs": len(ids), "refused": refused, "row_ids": ids}
            for name, ids, refused in rows
            if ids
        ],
        columns=["outcome", "inputs", "refused", "row_ids"],
    )


def plot_received(counts: pd.DataFrame, *, title: str) -> go.Figure:
    """Draw a bar an outcome; what was refused is hatched."""
    hover = [
        write_hover(name, plural(count, "input"))
        for name, count in zip(counts["outcome"], counts["inputs"], strict=True)
    ]
    figure = go.Figure(draw_bars(counts, value="inputs", hover=hover))
    shapes = ["/" if refused else "" for refused in counts["refused"]]
    look = Look(NEUTRAL[0], "x-open", "/")
    figure.update_traces(marker={**look.bar, "pattern": {**look.bar["pattern"], "shape": shapes}})
    label_rows(figure, list(counts["outcome"]))
    figure.update_xaxes(title_text="inputs", **count_axis(counts["inputs"].max()))
    return finish_figure(
        figure,
        counts,
        name="corpus-received",
        title=title,
        reading=_read_received(counts),
        alt="Bars: inputs by what became of them.",
        columns=["outcome", "inputs"],
    )


def _read_received(counts: pd.DataFrame) -> str:
    refused = int(counts.loc[counts["refused"].astype(bool), "inputs"].sum())
    return f"Of {plural(int(counts['inputs'].sum()), 'input')}, {refused:,} were refused."


def count_copies(articles: pd.DataFrame) -> pd.DataFrame:
    """Count the near-identical copies of each article that has some, most first.

    One row is one text: `title` and `outlet` of the first, `copies`, `outlets` (all that ran it),
    `row_ids` (the article, then its copies).
    """
    copies = articles[articles["duplicate_of"] != ""]
    originals = articles.set_index("article_id")
    rows = []
    for original, found in copies.groupby("duplicate_of"):
        known = original in originals.index
        outlet = str(originals.at[original, "outlet"]) if known else ""
        rows.append(
            {
                "title": str(originals.at[original, "title"]) if known else str(original),
                "outlet": outlet,
                "copies": len(found),
                "outlets": sorted({outlet, *found["outlet"]} - {""}),
                "row_ids": ([str(original)] if known else []) + list(found["article_id"]),
            }
        )
    counts = pd.DataFrame(rows, columns=["title", "outlet", "copies", "outlets", "row_ids"])
    return counts.sort_values(["copies", "title"], ascending=[False, True], ignore_index=True)


def plot_copies(counts: pd.DataFrame, *, title: str, top: int = 25) -> go.Figure:
    """Draw the `top` texts that were copied most."""
    shown = counts.head(top)
    hover = [
        write_hover(row["title"], row["outlet"], plural(row["copies"], "copy", "copies"))
        for row in shown.to_dict("records")
    ]
    figure = go.Figure(draw_bars(shown, value="copies", hover=hover))
    figure.update_traces(width=0.3)
    label_above(figure, [name or "untitled" for name in shown["title"]])
    figure.update_xaxes(title_text="copies", **count_axis(counts["copies"].max()))
    total = plural(int(counts["copies"].sum()), "copy", "copies")
    return finish_figure(
        figure,
        counts,
        name="corpus-copies",
        title=title,
        reading=f"{total} of {plural(len(counts), 'article')}; each text counts as one source.",
        alt="Bars: articles by number of near-identical copies.",
        columns=["title", "outlet", "copies", "outlets"],
    )
