"""Runs that have been: listed, pruned, their pages copied to where they are read."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analysis.cli.group import main
from analysis.cli.options import find_path, plan_option, reports_option

if TYPE_CHECKING:
    from analysis.runs.record import Run


@main.command(name="runs")
@click.argument("names", nargs=-1, metavar="[REPORT]...")
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many."
)
@click.option("--json", "as_json", is_flag=True, help="The whole records, a line each.")
@reports_option
def list_runs(names: tuple[str, ...], limit: int, as_json: bool, folder: Path) -> None:
    """List runs, the latest first: of which report, how each ended, when, and why.

    \b
    Example:
        attache runs 3-visits --limit 5
    """
    from analysis.runs.record import read_runs

    runs = read_runs(find_path(folder))
    shown = [run for run in runs if not names or run.report in names][:limit]
    for run in shown:
        click.echo(_write_record(run) if as_json else _describe(run))
    if not shown and not as_json:
        click.echo("No runs.")


def _describe(run: Run) -> str:
    from analysis.runs.channels import clean_line
    from analysis.runs.telling import tell_duration, tell_moment, tell_outcome, tell_state

    when = tell_moment(run.started or run.queued)
    took = f" in {tell_duration(run.seconds)}" if run.ended else ""
    why = f": {tell_outcome(run)}" if run.ended else ""
    return clean_line(f"{when}  {run.report}  {tell_state(run)}{took}{why}")


def _write_record(run: Run) -> str:
    return json.dumps({**asdict(run), "folder": str(run.folder)})


@main.command()
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@plan_option
@reports_option
def prune(dry_run: bool, path: Path, folder: Path) -> None:
    """Remove runs that `keep_for` in reports.yaml lets go, failed ones too.

    The run behind a page that readers see stays, and the one it is compared with.

    \b
    Example:
        attache prune --dry-run
    """
    from analysis.files import find_folder
    from analysis.runs.plan_file import read_plan
    from analysis.runs.pruning import prune as remove

    plans = read_plan(find_path(path), notebooks=find_folder("notebooks"))
    now = dt.datetime.now(dt.UTC)
    gone = remove(find_path(folder), plans, now=now, dry_run=dry_run)
    for run, size in gone:
        click.echo(f"{run.report}  runs/{run.name}  {run.state}  {size / 1e6:.1f} MB")
    total = sum(size for _, size in gone)
    said = "would go" if dry_run else "removed"
    click.echo(f"{len(gone)} {'run' if len(gone) == 1 else 'runs'} {said}: {total / 1e6:.1f} MB.")


@main.command()
@click.argument("target", metavar="TARGET")
@reports_option
def publish(target: str, folder: Path) -> None:
    """Copy pages, feed and index to TARGET: a folder, or an address such as s3://bucket/reports.

    Only what changed is copied, new files first and the index last; what is no longer linked is
    removed. Notebooks and records of runs stay here.

    \b
    Example:
        attache publish ../website/reports
    """
    from analysis.runs.mirroring import publish as copy

    click.echo(copy(find_path(folder), target))
