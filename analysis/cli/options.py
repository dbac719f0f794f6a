"""Options that several commands have, and the folders that they name."""

from __future__ import annotations

from pathlib import Path

import click

TABLES = Path("data/tables")
REVIEWS = Path("data/reviews")
REPORTS = Path("reports")
PLAN = Path("reports.yaml")

articles_option = click.option(
    "--articles", "source", metavar="PATH", help="File, folder or glob. Default: data/articles."
)
tables_option = click.option(
    "--tables",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=TABLES,
    show_default=True,
    help="Folder of the tables.",
)


reviews_option = click.option(
    "--reviews",
    type=click.Path(path_type=Path, file_okay=False),
    default=REVIEWS,
    show_default=True,
    help="Folder of analysts' decisions.",
)

reports_option = click.option(
    "--reports",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=REPORTS,
    show_default=True,
    help="Folder of the reports.",
)


plan_option = click.option(
    "--plan",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=PLAN,
    show_default=True,
    help="File of the plan.",
)


def find_path(path: Path) -> Path:
    """Return what an option names; a default counts from the project's root, others from here."""
    return _from_root(path) if path in (TABLES, REVIEWS, REPORTS, PLAN) else path


def name_tables(folder: Path) -> str:
    """Name a folder for a notebook, which finds a relative one from the project's root."""
    found = find_path(folder).absolute()
    return str(folder if found == _from_root(folder) else found)


def _from_root(folder: Path) -> Path:
    from analysis.files import find_folder

    return find_folder(folder)
