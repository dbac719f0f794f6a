"""What becomes of runs: copied to where they are read."""

from __future__ import annotations

from pathlib import Path

import click

from analysis.cli.group import main
from analysis.cli.options import find_reports, reports_option


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

    click.echo(copy(find_reports(folder), target))
