"""Reports that make themselves: what is planned, and a schedule kept in the foreground."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from analysis.cli.group import main
from analysis.cli.options import find_path, plan_option, reports_option


@main.command()
@plan_option
def plan(path: Path) -> None:
    """Check reports.yaml and show what is planned: parameters, next times, sources.

    Whatever is wrong is told at once, with its line and what is allowed; then the exit code is 1.
    """
    from analysis.files import find_folder
    from analysis.runs.overview import describe_plan, list_gaps
    from analysis.runs.plan_file import read_plan

    plans = read_plan(find_path(path), notebooks=find_folder("notebooks"))
    now = dt.datetime.now(dt.UTC)
    click.echo("\n\n".join("\n".join(describe_plan(report, now)) for report in plans.values()))
    for report in plans.values():
        for gap in list_gaps(report, find_folder(".")):
            click.echo(gap, err=True)


@main.command()
@plan_option
@reports_option
def schedule(path: Path, folder: Path) -> None:
    """Stay in the foreground and make each report when it is due, until SIGTERM or Ctrl-C.

    Runs under way are then ended, and tried again at the next start. reports.yaml is read again
    when it changes. REPORTS/.schedule/heartbeat.json is renewed every 10 seconds.
    """
    from functools import partial

    from analysis.files import find_folder
    from analysis.runs.scheduler import Keeper, keep_schedule, start_run

    reports = find_path(folder).absolute()
    keep_schedule(
        Keeper(
            path=find_path(path),
            folder=reports,
            notebooks=find_folder("notebooks"),
            tell=partial(click.echo, err=True),
            start=partial(start_run, folder=reports),
        )
    )
