"""`attache review`: what is left to look at, and decisions by way of a spreadsheet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from analysis.cli.group import main
from analysis.cli.options import (
    find_reviews,
    name_tables,
    reviews_option,
    tables_option,
)


@main.group()
def review() -> None:
    """Look at coded rows: what is left, and decisions by way of a spreadsheet."""


@review.command()
@tables_option
def status(folder: Path) -> None:
    """Count the rows looked at, and list the decisions that need another look."""
    from analysis.reviews.queue import count_reviewed
    from analysis.tables import load_all

    tables = load_all(name_tables(folder))
    click.echo(count_reviewed(tables).to_string(index=False))
    unsettled = tables["reviews"][tables["reviews"]["state"].isin(["look again", "no such row"])]
    for row in unsettled.itertuples(index=False):
        click.echo(f"{row.place}  {row.state}: {row.decision} {row.row_id}  {row.evidence}")


@review.command(name="export")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--table", default="transfer_allegations", show_default=True, help="Whose rows.")
@click.option("--limit", type=click.IntRange(0), default=0, help="At most so many rows; 0: all.")
@tables_option
def export_rows(path: Path, table: str, limit: int, folder: Path) -> None:
    """Write rows nobody has looked at to a CSV file, the most telling first.

    Fill in `decision` (accept or reject), or change cells; then `attache review import`.

    \b
    Example:
        attache review export look.csv --table visits --limit 30
    """
    from analysis.reviews.spreadsheet import export_queue
    from analysis.tables import load_all

    count = export_queue(load_all(name_tables(folder)), table, path, limit=limit)
    click.echo(f"{count} rows of {table} in {path}")


@review.command(name="import")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--reviewer", required=True, help="Who decided.")
@reviews_option
@tables_option
def import_rows(path: Path, reviewer: str, reviews: Path, folder: Path) -> None:
    """Take over what was decided in a CSV file of `attache review export`.

    Decisions go to a file of the reviewer; `attache extract` applies them.

    \b
    Example:
        attache review import look.csv --reviewer "A. Analyst"
    """
    from analysis.reviews import read_decisions, record, reviewer_file, settle
    from analysis.reviews.spreadsheet import import_decisions
    from analysis.tables import load_all

    today = dt.date.today().isoformat()
    tables = load_all(name_tables(folder))
    decisions, left_out = import_decisions(path, tables, reviewer=reviewer, today=today)
    target = find_reviews(reviews)
    settle([*read_decisions(target), *decisions])
    if decisions:
        record(reviewer_file(target, reviewer), decisions)
    for line in left_out:
        click.echo(f"left out: {line}", err=True)
    click.echo(f"{len(decisions)} decisions in {target}; {len(left_out)} rows left out")
