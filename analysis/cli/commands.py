"""The commands. Thin: each calls one function and prints what came of it."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analysis.cli.ending import ended_by_signals, rate
from analysis.cli.group import main
from analysis.cli.options import (
    TABLES,
    articles_option,
    find_path,
    name_tables,
    reviews_option,
    tables_option,
)
from analysis.errors import ParameterError

if TYPE_CHECKING:
    from analysis.runs.record import Run


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--published", default="", metavar="DATE", help="Publication date, ISO.")
@click.option("--outlet", default="", help="Who published it.")
@click.option("--title", default="", help="Its title.")
@click.option("--url", default="", help="Where it was published.")
def add(files: tuple[Path, ...], published: str, outlet: str, title: str, url: str) -> None:
    """Put articles into data/articles/ as they are; what is said of them goes beside them.

    \b
    Example:
        attache add summit.html --published 2024-06-20 --outlet "Daily Courier"
    """
    from analysis.articles import add_articles

    added = add_articles(files, published=published, outlet=outlet, title=title, url=url)
    for path in added:
        click.echo(path)


@main.command()
@articles_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=TABLES,
    show_default=True,
    help="Folder for the tables.",
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["parquet", "csv"]),
    default="parquet",
    show_default=True,
    help="How tables are written.",
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Processes that code at once.",
)
@click.option(
    "--parser",
    default="",
    metavar="PIPELINE",
    help="spaCy pipeline that gives a second opinion on each row, such as en_core_web_sm.",
)
@reviews_option
def extract(
    source: str | None, out: Path, layout: str, workers: int, parser: str, reviews: Path
) -> None:
    """Code articles into tables; only what is new or changed is coded again.

    \b
    Example:
        attache extract --articles my-articles --out my-tables --format csv
    """
    from analysis.articles import default_source
    from analysis.coding import extract as code

    summary = code(
        source or default_source(),
        find_path(out),
        layout="csv" if layout == "csv" else "parquet",
        workers=workers,
        parser=parser,
        reviews=find_path(reviews),
    )
    click.echo(summary)
    click.echo(f"tables in {os.path.relpath(find_path(out))}")


@main.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "-p",
    "parameters",
    type=(str, str),
    multiple=True,
    metavar="NAME VALUE",
    help="Set a notebook parameter. May be repeated.",
)
@articles_option
@tables_option
@reviews_option
@click.option("--pdf", is_flag=True, help="Print each page to a PDF beside it (takes Chromium).")
def report(
    names: tuple[str, ...],
    parameters: tuple[tuple[str, str], ...],
    source: str | None,
    folder: Path,
    reviews: Path,
    pdf: bool,
) -> None:
    """Code what is new and render notebooks as HTML reports; all of them unless NAMEs are given.

    Ctrl-C or SIGTERM ends the runs under way; the pages before them stay. The exit code is that of
    `attache run`.

    \b
    Example:
        attache report 3-visits -p since 2024-01-01 -p actors PRK,RUS
    """
    from analysis.articles import default_source
    from analysis.coding import extract as code
    from analysis.files import find_folder
    from analysis.reports.pdf import find_chromium
    from analysis.runs import by_hand

    values = _read_parameters(parameters)
    notebooks, pages = find_folder("notebooks"), find_folder("reports")
    # Before anything is coded: on many articles that takes minutes.
    by_hand.check_request(names, values, notebooks=notebooks)
    if pdf:
        find_chromium()
    found = code(source or default_source(), find_path(folder), reviews=find_path(reviews))
    click.echo(found)
    values["tables"] = name_tables(folder)
    with ended_by_signals() as stop:
        ended = by_hand.render(names, values, notebooks=notebooks, folder=pages, pdf=pdf, stop=stop)
    for run in ended:
        click.echo(_describe(run))
    click.echo(f"Open {os.path.relpath(pages / 'index.html')}")
    raise click.exceptions.Exit(max(map(rate, ended), default=0))


def _read_parameters(given: tuple[tuple[str, str], ...]) -> dict[str, str]:
    for name, count in Counter(name for name, _ in given).items():
        if count > 1:
            raise ParameterError(f"-p {name} is given {count} times. Give it once; lists as A,B.")
        if name == "tables":
            raise ParameterError("-p tables: the folder is coded into first. Give it as --tables.")
    return dict(given)


def _describe(run: Run) -> str:
    size = sum(page.bytes for page in run.pages)
    why = f": {run.reason}" if run.reason else f", {size / 1e6:.2f} MB"
    return f"{run.report}  {run.state} in {run.seconds:.1f} s{why}"


@main.command()
def check() -> None:
    """Load every dictionary and rule, and run the examples that each rule brings."""
    from analysis.examples import check_examples

    click.echo(check_examples())


@main.command()
@click.argument("row", metavar="ID")
@tables_option
def explain(row: str, folder: Path) -> None:
    """Show why a row was coded; ID is that of a row, an article, a trip or a case.

    First what reviewers decided, then of a trip or case what it is, its members with why each
    belongs and through whom it came, then the sentences. An id from before more articles came in
    still leads to it, that of a rejected row to its sentence.

    \b
    Example:
        attache explain s001
    """
    from analysis.coding import shared_rulebook
    from analysis.explaining import describe_decisions, describe_merged
    from analysis.explaining import explain as explain_row
    from analysis.tables import load_all

    tables = load_all(name_tables(folder))
    explanations = explain_row(row, shared_rulebook(), tables)
    told = [*describe_decisions(row, tables), *describe_merged(row, tables), *explanations]
    for line in told:
        click.echo(line)


@main.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--since", default="", metavar="DATE", help="First publication date, ISO.")
@click.option("--until", default="", metavar="DATE", help="Last publication date, ISO.")
@click.option("--alleged", is_flag=True, help="Also ties that are only alleged.")
@click.option("--roll-up", is_flag=True, help="Count persons, ministries and forces as states.")
@tables_option
def export(path: Path, since: str, until: str, alleged: bool, roll_up: bool, folder: Path) -> None:
    """Write the network of actors to PATH for other programs; its ending says how.

    \b
    .gexf           Gephi, with the days of each tie
    .graphml        Cytoscape, yEd
    .json, .jsonl   Aleph and others: FollowTheMoney entities
    .csv, .parquet  pandas, R, a spreadsheet: one row a tie

    \b
    Example:
        attache export network.gexf --since 2024-01-01
    """
    from analysis.network import export_network
    from analysis.tables import load, load_all

    named = name_tables(folder)
    # Cases and actors stay whole: a window cuts what is told, not what is known of it.
    tables = {**load_all(named), "events": load("events", named, since=since, until=until)}
    click.echo(export_network(tables, path, alleged=alleged, roll_up=roll_up))


@main.command()
@articles_option
@click.option(
    "--least",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="In so many articles at least.",
)
@click.option(
    "--top",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="At most so many of a kind.",
)
def suggest(source: str | None, least: int, top: int) -> None:
    """List what the articles name and the dictionaries lack, each with its entry to add.

    \b
    Example:
        attache suggest --articles my-articles --least 3
    """
    from analysis.articles import default_source, mark_copies, read_articles
    from analysis.coding import shared_rulebook
    from analysis.suggesting import suggest as find_suggestions

    articles, _ = read_articles(source or default_source())
    found = find_suggestions(mark_copies(articles), shared_rulebook(), least=least, top=top)
    said = [str(suggestion) for suggestion in found]
    click.echo("\n\n".join(said) or "The dictionaries lack nothing that is named so often.")
