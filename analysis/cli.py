"""The command line. Thin: each command calls one function and prints what came of it."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from analysis import __version__
from analysis.errors import ParameterError, RuleError, WorkbookError

if TYPE_CHECKING:
    from analysis.reports import Run

TABLES = Path("data/tables")


_tables = click.option(
    "--tables",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=TABLES,
    show_default=True,
    help="Folder of the tables.",
)


class _Group(click.Group):
    """Turns WorkbookError into one line on stderr and exit code 1, in one place."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # click ends quietly when nobody reads on
        except (WorkbookError, OSError) as error:
            click.echo(f"attache: {_write_line(error)}", err=True)
            ctx.exit(1)


def _write_line(error: WorkbookError | OSError) -> str:
    """Say in one line what is wrong: a path or a parser's message may hold line breaks."""
    if isinstance(error, RuleError):
        return str(error)  # `check` gives each failed example a line of its own
    message = str(error)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        message = f"{where}{error.strerror or error}. Check the path, its permissions and the disk."
    return " ".join(message.split())


@click.group(cls=_Group)
@click.version_option(__version__, prog_name="attache")
def main() -> None:
    """Read news on diplomacy and arms transfers: who met whom, who is said to have armed whom."""


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
@click.option(
    "--articles", "source", metavar="PATH", help="File, folder or glob. Default: data/articles."
)
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
def extract(source: str | None, out: Path, layout: str, workers: int, parser: str) -> None:
    """Code articles into tables; only what is new or changed is coded again.

    \b
    Example:
        attache extract --articles my-articles --out my-tables --format csv
    """
    from analysis.articles import default_source
    from analysis.coding import extract as code

    summary = code(
        source or default_source(),
        _find_tables(out),
        layout="csv" if layout == "csv" else "parquet",
        workers=workers,
        parser=parser,
    )
    click.echo(summary)
    click.echo(f"tables in {os.path.relpath(_find_tables(out))}")


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
@click.option(
    "--articles",
    "source",
    metavar="PATH",
    help="File, folder or glob to code first. Default: data/articles.",
)
@_tables
def report(
    names: tuple[str, ...],
    parameters: tuple[tuple[str, str], ...],
    source: str | None,
    folder: Path,
) -> None:
    """Code what is new and render notebooks as HTML reports; all of them unless NAMEs are given.

    \b
    Example:
        attache report 3-visits -p since 2024-01-01 -p actors PRK,RUS
    """
    from analysis import reports
    from analysis.articles import default_source
    from analysis.coding import extract as code
    from analysis.tables import find_folder

    values = _read_parameters(parameters)
    notebooks, pages = find_folder("notebooks"), find_folder("reports")
    # Before anything is coded: on many articles that takes minutes.
    reports.check_request(names, values, notebooks=notebooks)
    click.echo(code(source or default_source(), _find_tables(folder)))
    values["tables"] = _name_tables(folder)
    runs = reports.render(names, values, notebooks=notebooks, folder=pages)
    for run in runs:
        click.echo(_describe(run))
    click.echo(f"Open {os.path.relpath(pages / 'index.html')}")
    if any(run.state != "published" for run in runs):
        raise click.exceptions.Exit(1)


def _find_tables(folder: Path) -> Path:
    """The default counts from the project's root, a folder given from where the command runs."""
    from analysis.tables import find_folder

    return find_folder(folder) if folder == TABLES else folder


def _name_tables(folder: Path) -> str:
    """Name a folder for a notebook, which finds a relative one from the project's root."""
    from analysis.tables import find_folder

    found = _find_tables(folder).absolute()
    return str(folder if found == find_folder(folder) else found)


def _read_parameters(given: tuple[tuple[str, str], ...]) -> dict[str, str]:
    for name, count in Counter(name for name, _ in given).items():
        if count > 1:
            raise ParameterError(f"-p {name} is given {count} times. Give it once; lists as A,B.")
        if name == "tables":
            raise ParameterError("-p tables: the folder is coded into first. Give it as --tables.")
    return dict(given)


def _describe(run: Run) -> str:
    why = f": {run.reason}" if run.reason else f", {run.page_bytes / 1e6:.2f} MB"
    return f"{run.report}  {run.state} in {run.seconds:.1f} s{why}"


@main.command()
def check() -> None:
    """Load every dictionary and rule, and run the examples that each rule brings."""
    from analysis.examples import check_examples

    click.echo(check_examples())


@main.command()
@click.argument("row", metavar="ID")
@_tables
def explain(row: str, folder: Path) -> None:
    """Show why a row was coded; ID is that of a row, an article, a trip or a case.

    \b
    Example:
        attache explain s001
    """
    from analysis.coding import shared_rulebook
    from analysis.explaining import explain as explain_row

    for explanation in explain_row(row, shared_rulebook(), Path(_name_tables(folder))):
        click.echo(explanation)


@main.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--since", default="", metavar="DATE", help="First publication date, ISO.")
@click.option("--until", default="", metavar="DATE", help="Last publication date, ISO.")
@click.option("--alleged", is_flag=True, help="Also ties that are only alleged.")
@_tables
def export(path: Path, since: str, until: str, alleged: bool, folder: Path) -> None:
    """Write the network of actors to PATH for Gephi and its like: .gexf or .graphml.

    \b
    Example:
        attache export network.gexf --since 2024-01-01
    """
    from analysis.network import export_network
    from analysis.tables import drop_copies, load

    named = _name_tables(folder)
    events = load("events", named, since=since, until=until)
    events = drop_copies(events, load("articles", named))
    click.echo(export_network(events, load("actors", named), path, alleged=alleged))
