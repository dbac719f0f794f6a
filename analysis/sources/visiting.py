"""One feed, sitemap or address: what it lists, and what becomes of each page."""

from __future__ import annotations

import sys
from collections import Counter

import httpx
from tqdm import tqdm

from analysis.runs.plan import Source
from analysis.sources.addresses import find_ports, read_url
from analysis.sources.clock import Clock
from analysis.sources.fetching import Fetcher
from analysis.sources.gathered import COUNTS, Refusal, SourceResult
from analysis.sources.listing import Listed, clean_line
from analysis.sources.memory import Notes
from analysis.sources.page import Page, write_now
from analysis.sources.reading import Listing, Reader
from analysis.sources.refusing import FetchError, NoTimeError
from analysis.sources.shelf import Shelf

LARGEST_PAGE = 5_000_000


class Visit:
    """Reads one source once; what it finds is on the shelf, in the notes, and in `result`."""

    def __init__(self, source: Source, shelf: Shelf, notes: Notes, clock: Clock) -> None:
        self.refused: list[Refusal] = []
        self.taken: list[Page] = []
        self.asked = 0
        self._source = source
        self._shelf = shelf
        self._notes = notes
        self._clock = clock
        self._counts: Counter[str] = Counter(dict.fromkeys(COUNTS, 0))
        self._not_modified = 0
        self._failed = ""
        # Whether a later run may take what this one did not.
        self._pending = False

    @property
    def result(self) -> SourceResult:
        """What the visit came to."""
        source = self._source
        return SourceResult(
            source.location, source.kind, dict(self._counts), self._not_modified, self._failed
        )

    @property
    def pages(self) -> list[Page]:
        """The pages that the source gives, and ever gave."""
        if self._is_listing:
            return self._shelf.list_pages(self._source.location)
        page = self._shelf.find(self._source.location)
        return [page] if page else []

    def read(self, fetcher: Fetcher, *, most: int, until: float) -> None:
        """Read the source, and the pages it lists: the `most` latest, until clock time `until`."""
        try:
            listing = Reader(fetcher, self._notes.validators).read(self._source)
            pages = listing.pages[:most]
            bar = tqdm(pages, unit="page", leave=False, disable=not sys.stderr.isatty())
            for number, page in enumerate(bar):
                if self._clock.now() >= until or not self._visit(page, fetcher):
                    self._leave(len(pages) - number)
                    break
        except FetchError as failure:
            self._failed = str(failure)
        except OSError as error:  # a full disk, a folder without permission
            self._failed = f"pages cannot be kept in {self._shelf.folder} ({error.strerror})"
        else:
            left = listing.pages[most : self._source.most]
            self._leave(len(left))
            self._counts["left"] += len(listing.pages[self._source.most :]) + listing.passed_over
            self._conclude(listing)

    @property
    def _is_listing(self) -> bool:
        return self._source.kind != "url"

    def _visit(self, page: Listed, fetcher: Fetcher) -> bool:
        """See to one page; False where there was no time left for it."""
        given_up = self._notes.find_given_up(page.url, page.changed)
        if given_up and self._is_listing:
            self._refuse(page.url, f"not asked for again: {given_up.reason}")
            return True
        try:
            outcome = self._take(page, fetcher)
        except NoTimeError as failure:
            self._failed = "" if self._is_listing else str(failure)
            return False
        except FetchError as failure:
            self._refuse(page.url, str(failure))
            if not failure.passing:
                self._notes.note_failure(page.url, page.changed, str(failure))
            if not self._notes.find_given_up(page.url, page.changed):
                self._pending = True
            if not self._is_listing:
                self._failed = str(failure)
        else:
            self._counts[outcome] += 1
            self._notes.failures.pop(page.url, None)
        return True

    def _take(self, page: Listed, fetcher: Fetcher) -> str:
        """Fetch a page unless it is known as its source tells of it; returns what became of it."""
        asked = read_url(page.url, find_ports(self._source.location))
        known = self._shelf.find(page.url)
        listed_in = self._source.location if self._is_listing else ""
        if known and self._is_listing and not self._is_said_to_change(page, known):
            self._shelf.note_listed(known, listed_in)
            return "unchanged"
        self.asked += 1
        validators = known.validators if known else {}
        answer = fetcher.fetch(page.url, largest=LARGEST_PAGE, validators=validators)
        if answer.status == 304 and known:
            self._shelf.note_unchanged(known, page, answer, listed_in)
            return "unchanged"
        if httpx.URL(answer.url).path == "/" != asked.path:
            raise FetchError("it redirects to the front page")
        outcome = self._shelf.keep(answer, page, listed_in, self._source.outlet)
        kept = self._shelf.find(answer.url)
        if kept and outcome != "unchanged":
            self.taken.append(kept)
        return outcome

    def _is_said_to_change(self, page: Listed, known: Page) -> bool:
        """Tell whether a source says that a page changed since it was looked at; not tomorrow."""
        return known.checked < page.changed <= write_now(self._clock.utc())

    def _refuse(self, url: str, reason: str) -> None:
        self._counts["refused"] += 1
        refusal = Refusal(self._source.location, clean_line(url), clean_line(reason))
        self.refused.append(refusal)

    def _leave(self, count: int) -> None:
        """Count pages that a later run may take."""
        self._counts["left"] += count
        self._pending = self._pending or count > 0

    def _conclude(self, listing: Listing) -> None:
        self._not_modified = listing.unchanged
        for url, failure in listing.failures:
            self._refuse(url, str(failure))
            self._pending = self._pending or failure.passing
        if not listing.unchanged:
            listed = {page.url for page in listing.pages}
            failures = self._notes.failures
            self._notes.failures = {url: failures[url] for url in failures if url in listed}
        # While something is pending, what lists it is to be read again, changed or not.
        self._notes.validators = {} if self._pending else listing.validators
