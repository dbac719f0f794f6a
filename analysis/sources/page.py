"""One fetched page: its file, the sidecar beside it, and the article that is read from both."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import yaml

from analysis.articles.files import find_sidecar, read_sidecar
from analysis.articles.records import read_published
from analysis.articles.refusals import RefusedError
from analysis.files import write_aside
from analysis.sources.addresses import hash_text, identify
from analysis.sources.apart import read_apart
from analysis.sources.fetching import Answer
from analysis.sources.listing import Listed, clean_line
from analysis.sources.refusing import FetchError

_ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
_LIST_OF_PAGES = re.compile(rb"<(rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_NO_HOST = re.compile(r"[^a-z0-9.-]+")
# Seconds of work: every run reads every page again, and must come to its end.
PATIENCE = 10.0
# Before this there was no web to publish on: it is a program's idea of no date.
_FIRST_YEAR = 1990

# Title, outlet, text, words, and the date as ISO; "" where a page does not say.
Article = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Page:
    """A page that was kept: its file, and what its sidecar says."""

    path: Path
    said: Mapping[str, Any]

    @property
    def validators(self) -> dict[str, str]:
        """What asks the server whether it has changed since."""
        names = ("etag", "last-modified")
        return {name: str(self.said[name]) for name in names if name in self.said}

    @property
    def checked(self) -> str:
        """When it was asked for last, UTC in ISO."""
        return max(str(self.said.get(name, "")) for name in ("retrieved", "checked"))

    @property
    def listed_in(self) -> list[str]:
        """The feeds and sitemaps that have listed it."""
        return _read_list(self.said.get("listed_in"))

    @property
    def keys(self) -> list[str]:
        """What identifies it: its addresses, without what does not matter in them."""
        return [identify(address) for address in self.addresses if address]

    @property
    def addresses(self) -> list[str]:
        """The address it has, and those that led to it."""
        return [str(self.said.get("url", "")), *_read_list(self.said.get("asked"))]

    def write(self) -> None:
        """Write its sidecar."""
        said = {name: value for name, value in self.said.items() if value}
        text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False)
        write_aside(find_sidecar(self.path), text.encode("utf-8"))


def read_page(path: Path) -> Page:
    """Read what is known of a page; nothing where its sidecar is damaged."""
    try:
        return Page(path, read_sidecar(path))
    except RefusedError:
        return Page(path, {})


def read_article(page: Page) -> Article:
    """Read the article of a page, as it will be coded.

    Raises FetchError where there is none, or it takes longer than PATIENCE.
    """
    return read_apart("page", str(page.path), patience=PATIENCE)


def name_file(answer: Answer) -> Path:
    """Name the file of a page: words of its address to know it by, hashes to tell it from others.

    Raises FetchError for what is no page.
    """
    start = answer.content[:1000].lstrip()
    if not start:
        raise FetchError("it is empty")
    if _LIST_OF_PAGES.search(start):
        raise FetchError("it is a feed or sitemap and no page; give it as one")
    media_type = answer.media_type or ("text/html" if start.startswith(b"<") else "of no kind")
    ending = _ENDINGS.get(media_type)
    if ending is None:
        raise FetchError(f"it is {clean_line(media_type, 60)} and no page")
    url = httpx.URL(answer.url)
    words = [word for part in url.path.split("/") if (word := _NO_WORD.sub("-", part.lower()))]
    slug = (words[-1] if words else "page").removesuffix("-html")[:40].strip("-") or "page"
    hashes = f"{hash_text(identify(answer.url))[:10]}-{hash_bytes(answer.content)[:8]}"
    host = _NO_HOST.sub("-", url.raw_host.decode("ascii")).strip(".-")
    return Path(host, f"{slug}-{hashes}{ending}")


def describe(
    answer: Answer, listed: Listed, article: Article, outlet: str, now: dt.datetime
) -> dict[str, Any]:
    """Return what a page's sidecar says of it.

    What the page says of itself holds, such as the date in its own time zone; what it leaves open
    is taken from the source that lists it. `outlet` is who publishes what does not say it.
    """
    host = httpx.URL(answer.url).host.removeprefix("www.")
    open_ones = {
        "outlet": clean_line(outlet or listed.outlet or host),
        "title": listed.title,
        "published": _read_day(listed.published, now),
    }
    said: dict[str, Any] = {
        "id": f"u-{hash_text(identify(answer.url))[:12]}",
        "url": answer.url,
        **{name: value for name, value in open_ones.items() if value and not article[name]},
        "retrieved": write_now(now),
        "sha256": hash_bytes(answer.content),
        **answer.validators,
    }
    if answer.charset:
        said["charset"] = answer.charset
    if listed.published:
        said["listed_as"] = f"{listed.published} {listed.title}".strip()
    return said


def write_now(now: dt.datetime) -> str:
    """Write an instant as it is kept: UTC, ISO, to the second."""
    return now.astimezone(dt.UTC).isoformat(timespec="seconds")


def hash_bytes(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes."""
    return sha256(content).hexdigest()


def _read_day(text: str, now: dt.datetime) -> str:
    """Return the date that a source gives a page, as it is written there; "" if it cannot be."""
    day = read_published(text)
    latest = now.date() + dt.timedelta(days=1)
    return day.isoformat() if day and day.year >= _FIRST_YEAR and day <= latest else ""


def _read_list(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
