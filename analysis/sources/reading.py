"""A feed or sitemap, with those it leads to -> the pages it lists, as far as they are news."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.runs.plan import Source
from analysis.sources.feeds import LARGEST_FEED, read_feed
from analysis.sources.fetching import Answer, Fetcher
from analysis.sources.listing import Listed, sort_latest
from analysis.sources.refusing import FetchError
from analysis.sources.sitemaps import LARGEST_SITEMAP, Sitemap, read_sitemap

# An index may name 50,000 sitemaps.
MOST_SITEMAPS = 50
MOST_LISTED = 200_000  # four full sitemaps


@dataclass
class Listing:
    """What a source lists, latest first; the validators of its documents; what failed of them.

    `unchanged` counts the documents that have not changed since their validators were given: what
    they list is not repeated. `passed_over` counts the sitemaps left unread.
    """

    pages: list[Listed] = field(default_factory=list)
    validators: dict[str, dict[str, str]] = field(default_factory=dict)
    failures: list[tuple[str, FetchError]] = field(default_factory=list)
    unchanged: int = 0
    passed_over: int = 0


class Reader:
    """Reads the documents of one source; `validators` are those that they had before."""

    def __init__(self, fetcher: Fetcher, validators: Mapping[str, Mapping[str, str]]) -> None:
        self._fetcher = fetcher
        self._validators = validators
        self._listing = Listing()

    def read(self, source: Source) -> Listing:
        """Read what a source lists: what matches only. Raises FetchError where it fails."""
        if source.kind == "url":
            return Listing([Listed(source.location)])
        read = self._read_feed if source.kind == "feed" else self._read_sitemaps
        pages = [page for page in read(source.location) if source.match in page.url]
        self._listing.pages = sort_latest(page for page in pages if page.url)
        unlinked = [page for page in pages if not page.url]
        failure = FetchError("its entry has no link")
        self._listing.failures += [(page.title or "untitled", failure) for page in unlinked]
        return self._listing

    def _read_feed(self, url: str) -> list[Listed]:
        answer = self._fetch(url, LARGEST_FEED)
        return read_feed(answer.content, answer.url) if answer.status == 200 else []

    def _read_sitemaps(self, url: str) -> list[Listed]:
        """Read a sitemap and those that it names, each once: an index may name itself."""
        pages: list[Listed] = []
        seen, waiting = {url}, deque([url])
        for _ in range(MOST_SITEMAPS):
            if not waiting or len(pages) > MOST_LISTED:
                break
            sitemap = self._read_sitemap(waiting.popleft(), first=len(seen) == 1)
            pages += sitemap.pages
            waiting += [named for named in dict.fromkeys(sitemap.further) if named not in seen]
            seen.update(sitemap.further)
        self._listing.passed_over = len(waiting)
        return pages

    def _read_sitemap(self, url: str, *, first: bool) -> Sitemap:
        try:
            answer = self._fetch(url, LARGEST_SITEMAP)
            sitemap = read_sitemap(answer.content) if answer.status == 200 else Sitemap([], [])
        except FetchError as failure:
            if first:
                raise
            self._listing.failures.append((url, failure))
            return Sitemap([], [])
        if sitemap.further:  # an index may stay as it is while what it names changes
            self._listing.validators.pop(url)
        return sitemap

    def _fetch(self, url: str, largest: int) -> Answer:
        former = self._validators.get(url, {})
        answer = self._fetcher.fetch(url, largest=largest, validators=former)
        if answer.status == 304:
            self._listing.unchanged += 1
        self._listing.validators[url] = {**former, **answer.validators}
        return answer
