"""The ledgers of the cases most is said of: who claims, denies or confirms it, and when."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.axes import day_axis
from analysis.charts.drawing import draw_points, rank, write_hover
from analysis.charts.style import STANCE, finish_figure, plural
from analysis.charts.transfer_allegations.contests import name_cases
from analysis.charts.transfer_allegations.panels import lay_panels, name_rows
from analysis.ledgers import list_ledgers

_COLUMNS = (
    "case standing published who who_country entry act nature likelihood quantity unit answers "
    "outlet origin"
).split()


def count_ledgers(
    cases: pd.DataFrame,
    members: pd.DataFrame,
    allegations: pd.DataFrame,
    responses: pd.DataFrame,
    origins: pd.DataFrame,
) -> pd.DataFrame:
    """List the ledgers of all cases, those with most entries first, each in order of time.

    One row is one claim, denial, confirmation or refusal to comment, as `list_ledgers` gives it,
    with `case` and `standing`, and `row_ids`. Only the rows given are listed, so a window shows
    what was said in it.
    """
    tables = {
        "members": members,
        "transfer_allegations": allegations,
        "responses": responses,
        "origins": origins,
    }
    named = name_cases(cases)[["case_id", "case", "standing"]]
    ledgers = list_ledgers(tables).merge(named, on="case_id", how="left")
    ledgers["row_ids"] = pd.Series([[row_id] for row_id in ledgers["row_id"]], dtype="object")
    ledgers["entries"] = 1
    places = {case_id: at for at, case_id in enumerate(rank(ledgers, "case_id", value="entries"))}
    order = ledgers["case_id"].map(places).sort_values(kind="stable").index
    return ledgers.loc[order].drop(columns="entries").reset_index(drop=True)


def plot_ledgers(ledgers: pd.DataFrame, *, title: str, cases: int = 4, top: int = 12) -> go.Figure:
    """Draw a panel for each of the `cases` with most entries, a row for each of `top` speakers.

    A mark is one entry on its publication date, in the look of its stance.
    """
    dated = ledgers.dropna(subset="published")
    shown = list(dict.fromkeys(dated["case_id"]))[:cases]
    panels = [place_speakers(dated[dated["case_id"] == case_id], top) for case_id in shown]
    figure = lay_panels(panels, [_head(panel) for panel in panels])
    for number, panel in enumerate(panels, start=1):
        _draw_entries(figure, panel, number, legend=_first_shown(panels[: number - 1]))
        name_rows(figure, panel, "who", number)
        figure.update_xaxes(day_axis(panel["published"]), row=number)
    figure.update_layout(showlegend=bool(panels))
    return finish_figure(
        figure,
        ledgers,
        name="allegations-ledgers",
        title=title,
        reading=_read_ledgers(ledgers, panels) if len(ledgers) else "",
        alt="Points: a panel a case, speakers down, publication dates across, look by stance.",
        columns=list(_COLUMNS),
    )


def place_speakers(entries: pd.DataFrame, top: int) -> pd.DataFrame:
    """Give each of the `top` speakers with most entries a row, in the order of their first one."""
    named = entries.assign(who=entries["who"].where(entries["who"] != "", "nobody named"), said=1)
    kept = named[named["who"].isin(rank(named, "who", value="said")[:top])]
    rows = {who: row for row, who in enumerate(dict.fromkeys(kept["who"]))}
    return kept.assign(row=[rows[who] for who in kept["who"]])


def _head(panel: pd.DataFrame) -> str:
    first = panel.iloc[0]
    return f"{first['case']}: {first['standing']}"


def _first_shown(panels: Sequence[pd.DataFrame]) -> set[str]:
    """Return the stances that the legend has already."""
    return {entry for panel in panels for entry in panel["entry"]}


def _draw_entries(figure: go.Figure, panel: pd.DataFrame, number: int, *, legend: set[str]) -> None:
    for stance, look in STANCE.items():
        entries = panel[panel["entry"] == stance]
        if entries.empty:
            continue
        points = draw_points(
            entries,
            x=[str(day.date()) for day in entries["published"]],
            y=entries["row"].tolist(),
            look=look,
            name=stance,
            hover=_hover(entries),
        )
        points.update(legendgroup=stance, showlegend=stance not in legend)
        figure.add_trace(points, row=number, col=1)


def _hover(entries: pd.DataFrame) -> list[str]:
    return [
        write_hover(
            f"{row['who']}: {row['entry']}",
            row["published"].date(),
            row["act"],
            f"“{row['likelihood']}”" if row["likelihood"] else "",
            f"{row['quantity']} {row['unit']}".strip() if row["quantity"] else "",
            f"answers {row['answers']}" if row["answers"] else "",
            f"in {row['outlet']}",
        )
        for row in entries.to_dict("records")
    ]


def _read_ledgers(ledgers: pd.DataFrame, panels: Sequence[pd.DataFrame]) -> str:
    """Say of the case most is said of who began it and who answered first, and what is left out."""
    hidden = len(ledgers) - sum(map(len, panels))
    table = f"; {plural(hidden, 'entry', 'entries')} not drawn" if hidden else ""
    if not panels:
        return f"Nothing that was said of a case has a date{table}."
    entries = panels[0]
    first = entries.iloc[0]
    told = f"Most is said of {first['case']}, {first['standing']}: {first['who']} first"
    answers = entries[entries["entry"] != "alleged"]
    begun = f"{told} ({first['published'].date()}), {plural(len(entries), 'entry', 'entries')}"
    if answers.empty:
        return f"{begun}, none of them an answer{table}."
    reply = answers.iloc[0]
    return f"{begun}; {reply['who']} {reply['entry']} it on {reply['published'].date()}{table}."
