"""`attache review`: what is left to look at, and decisions by way of a spreadsheet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from analysis.cli.group import main
from analysis.cli.options import (
    find_path,
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
    from analysis.frames import list_rows
    from analysis.reviews.queue import count_reviewed
    from analysis.tables import load_all

    tables = load_all(name_tables(folder))
    click.echo(count_reviewed(tables).to_string(index=False))
    unsettled = tables["reviews"][tables["reviews"]["state"].isin(["look again", "no such row"])]
    for row in list_rows(unsettled):
        told = " ".join(row[name] for name in ("decision", "row_id", "field", "value") if row[name])
        click.echo(f"{row['place']}  {row['state']}: {told} ({row['why']})")
        click.echo(f"    {row['evidence']}")


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
    target = find_path(reviews)
    settle([*read_decisions(target), *decisions])
    if decisions:
        record(reviewer_file(target, reviewer), decisions)
    for line in left_out:
        click.echo(f"left out: {line}", err=True)
    click.echo(f"{len(decisions)} decisions in {target}; {len(left_out)} rows left out")


@review.command(name="decide")
@click.argument("decision", type=click.Choice(["accept", "reject", "edit", "merge", "split"]))
@click.argument("row", metavar="ID")
@click.argument("rest", nargs=-1, metavar="[VALUE]...")
@click.option("--reviewer", required=True, help="Who decides.")
@click.option("--reason", default="", help="Why; reports and `attache explain` tell it.")
@click.option("--source-grade", default="", metavar="A-F", help="Admiralty grade of the source.")
@click.option("--information-grade", default="", metavar="1-6", help="Of the information.")
@reviews_option
@tables_option
def decide_row(
    decision: str,
    row: str,
    rest: tuple[str, ...],
    reviewer: str,
    reviews: Path,
    folder: Path,
    **more: str,
) -> None:
    """Decide on a row, an actor, a trip or a case; `attache extract` applies it.

    \b
    edit   takes a column and its new value
    merge  takes the id of the other actor, trip or case
    split  takes a visit or an allegation off its trip or case; those with one label stay together

    \b
    Examples:
        attache review decide accept t-7d2fd57e7b4c --reviewer "A. Analyst" --source-grade B
        attache review decide edit yoon-suk-yeol name "Yoon Suk Yeol" --reviewer "A. Analyst"
        attache review decide merge case-01caa2d978a5 case-44402a6b92d9 --reviewer "A. Analyst"
    """
    from analysis.reviews import Decision
    from analysis.reviews.deciding import decide, read_values
    from analysis.tables import load_all

    field, value = read_values(decision, rest)
    made = Decision(
        table="",
        row_id=row,
        decision=decision,
        field=field,
        value=value,
        reviewer=reviewer,
        date=dt.date.today().isoformat(),
        **more,
    )
    kept = decide(load_all(name_tables(folder)), find_path(reviews), made)
    click.echo(f"{kept.decision} {kept.row_id} in {kept.table}; `attache extract` applies it")


@review.command(name="undo")
@click.option("--reviewer", required=True, help="Whose last decision.")
@reviews_option
def undo_last(reviewer: str, reviews: Path) -> None:
    """Take back the last decision of a reviewer; `attache extract` then does without it.

    \b
    Example:
        attache review undo --reviewer "A. Analyst"
    """
    from analysis.reviews.deciding import undo

    gone = undo(find_path(reviews), reviewer)
    told = " ".join(filter(None, (gone.decision, gone.row_id, gone.field, gone.value)))
    click.echo(f"taken back: {told}, of {gone.date}")
