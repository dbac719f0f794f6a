"""Sitemaps -> the pages that they list, those of further sitemaps included."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from defusedxml import ElementTree

from analysis.sources.apart import read_apart
from analysis.sources.bodies import inflate
from analysis.sources.listing import Listed, clean_line, write_instant
from analysis.sources.refusing import FetchError

# Seconds of work; the largest sitemaps take two.
PATIENCE = 30.0
# Unpacked; the protocol allows no more.
LARGEST_SITEMAP = 50_000_000
# Twice what 50,000 entries with all that can be said of each come to.
_MOST_TAGS = 2_000_000
_NEWS = "/sitemap-news/"
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class Sitemap:
    """One sitemap: the pages it lists, and the addresses of further sitemaps, latest first."""

    pages: list[Listed]
    further: list[str]


def read_sitemap(content: bytes) -> Sitemap:
    """Read a sitemap, a news sitemap or an index of them, packed or not.

    Raises FetchError where it is none, or takes longer to read than PATIENCE.
    """
    if content.startswith(_GZIP):
        content = inflate([content], LARGEST_SITEMAP)
    read = read_apart("sitemap", base64.b64encode(content).decode("ascii"), patience=PATIENCE)
    return Sitemap([Listed(**page) for page in read["pages"]], read["further"])


def parse_sitemap(content: bytes) -> dict[str, list[Any]]:
    """Return the pages of a sitemap as mappings, and the addresses of further ones, latest first.

    Raises FetchError where it is none: any document type is refused, as entities would come in
    one.
    """
    pages, further = [], []
    try:
        for name, entry in _read_entries(content):
            if name == "url":
                pages.append(vars(_read_page(entry)))
            else:
                further.append((write_instant(entry.get("lastmod", "")), entry.get("loc", "")))
    # DefusedXmlException is a ValueError, as is an encoding that the parser does not know.
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise FetchError(f"the sitemap cannot be read ({clean_line(str(error))})") from error
    ordered = sorted(further, key=lambda entry: entry[0], reverse=True)
    return {"pages": pages, "further": [url for _, url in ordered]}


def _read_entries(content: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each <url> and <sitemap> with the texts of what is in it."""
    found: dict[str, str] = {}
    own = None
    for number, (event, element) in enumerate(_parse(content)):
        space, _, name = element.tag.rpartition("}")
        if own is None:
            own = space
            if name not in ("urlset", "sitemapindex"):
                raise FetchError("it is no sitemap")
        if number > _MOST_TAGS:
            raise FetchError("the sitemap holds more than a sitemap can")
        if event == "start" or (space != own and _NEWS not in space):
            continue  # images and videos have titles and addresses too
        if name in ("url", "sitemap"):
            yield name, found
            found = {}
            element.clear()
        elif element.text:
            found.setdefault(name, element.text.strip())


def _parse(content: bytes) -> Iterator[tuple[str, Any]]:
    events = ("start", "end")
    yield from ElementTree.iterparse(io.BytesIO(content), events=events, forbid_dtd=True)


def _read_page(entry: dict[str, str]) -> Listed:
    published = entry.get("publication_date", "")
    return Listed(
        url=entry.get("loc", ""),
        title=clean_line(entry.get("title", "")),
        published=clean_line(published),
        changed=max(write_instant(published), write_instant(entry.get("lastmod", ""))),
        outlet=clean_line(entry.get("name", "")),
    )
