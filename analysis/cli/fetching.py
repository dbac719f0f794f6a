"""`attache fetch`: articles from the web into data/articles/."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from analysis.cli.group import main

if TYPE_CHECKING:
    from analysis.runs.plan import SourceKind

# Seconds: whoever is waiting can end it.
_PATIENCE = 3600.0


@main.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("--feed", "kind", flag_value="feed", help="Each URL is an RSS or Atom feed.")
@click.option("--sitemap", "kind", flag_value="sitemap", help="Each URL is a sitemap.")
@click.option("--outlet", default="", help="Who published what does not say it itself.")
@click.option("--match", default="", metavar="TEXT", help="Only pages with TEXT in their address.")
@click.option(
    "--most",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help="So many of the latest pages of each feed or sitemap.",
)
@click.option("--allow-private", is_flag=True, help="Also from this machine and its own network.")
def fetch(
    urls: tuple[str, ...], kind: str | None, outlet: str, match: str, most: int, allow_private: bool
) -> None:
    """Fetch pages, or those that feeds and sitemaps list, into data/articles/fetched/.

    What is there and has not changed is not fetched again. robots.txt is obeyed, and each server
    asked once a second at most. ATTACHE_CONTACT in the environment tells servers whom to write to.

    \b
    Example:
        attache fetch --feed https://courier.example/world/rss.xml --outlet "Daily Courier"
    """
    from analysis.files import find_folder
    from analysis.runs.plan import Source
    from analysis.sources import FETCHED, gather

    found: dict[str | None, SourceKind] = {"feed": "feed", "sitemap": "sitemap"}
    gathered = gather(
        [
            Source(found.get(kind, "url"), url, outlet, match, most, allow_private)
            for url in dict.fromkeys(urls)
        ],
        seconds=_PATIENCE,
    )
    for refusal in gathered.refused:
        click.echo(f"refused {refusal.url}: {refusal.reason}", err=True)
    for result in gathered.failed:
        if result.kind != "url":  # of an address that is told already
            click.echo(f"failed {result.source}: {result.failed}", err=True)
    click.echo(f"{gathered}, in {os.path.relpath(find_folder(FETCHED))}")
    if len(gathered.failed) == len(gathered.results):
        raise click.exceptions.Exit(1)
