"""`attache run`: reports of reports.yaml, by name or those that are due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from analysis.cli.ending import ended_by_signals, rate
from analysis.cli.group import main
from analysis.cli.options import (
    TABLES,
    find_path,
    plan_option,
    reports_option,
    reviews_option,
)
from analysis.errors import PlanError

if TYPE_CHECKING:
    from analysis.runs.plan import ReportPlan
    from analysis.runs.setting import Setting
    from analysis.runs.together import Became


@main.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--due", is_flag=True, help="Only what is due, of all reports or those named.")
@click.option("--wait", is_flag=True, help="Wait where another run of a report is under way.")
@click.option(
    "--since-last",
    is_flag=True,
    help="Compare briefings with the last published run, whatever the plan says.",
)
@click.option(
    "--log",
    "form",
    type=click.Choice(["auto", "json", "text"]),
    default="auto",
    show_default=True,
    help="Form of the lines on stderr; auto is text at a terminal, else JSON.",
)
@plan_option
@reports_option
@click.option(
    "--tables",
    type=click.Path(path_type=Path, file_okay=False),
    default=TABLES,
    show_default=True,
    help="Folder of tables where what was coded before is kept.",
)
@reviews_option
def run(  # noqa: PLR0913
    *,
    names: tuple[str, ...],
    due: bool,
    wait: bool,
    since_last: bool,
    form: Literal["auto", "json", "text"],
    path: Path,
    folder: Path,
    tables: Path,
    reviews: Path,
) -> None:
    """Make reports of reports.yaml: those named, or with --due those whose time has come.

    Reads the sources, codes them, runs the notebooks and publishes all pages of a report or none.
    For cron, systemd and CI: a time that was missed is made up for once, none is served twice.

    \b
    Exit code, of several the highest:
    0  all were published, or none was due
    1  the request or the plan is wrong; nothing ran
    3  refused by the gate           4  failed
    5  took too long                 6  ended from outside
    7  another run of the report is under way

    \b
    Example:
        attache run daily-briefing
        attache run --due --log json
    """
    from analysis.files import find_folder
    from analysis.runs import together
    from analysis.runs.locks import BusyError
    from analysis.runs.log import choose_show
    from analysis.runs.plan_file import read_plan
    from analysis.runs.setting import Setting

    if not names and not due:
        raise click.UsageError("Name the reports to make, or give --due.")
    notebooks, reports = find_folder("notebooks"), find_path(folder)
    plans = _choose(names, read_plan(find_path(path), notebooks=notebooks))
    if since_last:
        plans = together.compare_with_last(plans, notebooks)
    setting = Setting(
        wait=wait,
        tables=find_path(tables),
        reviews=find_path(reviews),
        show=choose_show(form),
    )
    became = _run(plans, reports, notebooks, setting, due=due)
    # To somebody who looks now and then, a report that is being made is nothing to tell.
    told = [one for one in became if not (due and isinstance(one, BusyError))]
    for one in told:
        _tell(one)
    raise click.exceptions.Exit(max(map(rate, told), default=0))


def _run(
    plans: list[ReportPlan], reports: Path, notebooks: Path, setting: Setting, *, due: bool
) -> list[Became]:
    """Run reports until they end, or this process is told to end them."""
    from analysis.runs import together

    with ended_by_signals() as stop:
        setting = replace(setting, stop=stop)
        if due:
            tell = partial(click.echo, err=True)
            return together.run_due(plans, reports, notebooks, tell, setting)
        return together.run_named(plans, reports, notebooks, setting)


def _choose(names: Sequence[str], plans: dict[str, ReportPlan]) -> list[ReportPlan]:
    for name in names:
        if name not in plans:
            close = get_close_matches(name, plans, n=1, cutoff=0.5)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise PlanError(f"There is no report {name}.{hint} Planned: {', '.join(plans)}.")
    return [plans[name] for name in dict.fromkeys(names or plans)]


def _tell(became: Became) -> None:
    from analysis.runs.record import Run
    from analysis.runs.telling import tell_duration, tell_outcome, tell_state

    if isinstance(became, Run):
        told = f"{tell_state(became)} in {tell_duration(became.seconds)}: {tell_outcome(became)}"
        click.echo(f"{became.report}  {told}")
    else:
        click.echo(f"attache: {became}", err=True)
