"""Where fetched pages stand: one file a page as it was received, what is known of it beside it.

A page is `<host>/<words of its address>-<hash of its address>-<hash of its bytes>.html`. Its
article has the address's hash for an id, so that a page that has changed is the same article still:
the new text takes the place of the former one, which is kept beside it in `.former/`.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from analysis.articles.files import SIDECAR, find_sidecar
from analysis.files import write_aside
from analysis.sources.addresses import identify
from analysis.sources.clock import Clock
from analysis.sources.fetching import Answer
from analysis.sources.listing import Listed
from analysis.sources.page import (
    Article,
    Page,
    describe,
    hash_bytes,
    name_file,
    read_article,
    read_page,
    write_now,
)
from analysis.sources.refusing import FetchError

FORMER = ".former"
_INCOMING = ".incoming"
_LEAST_LEFT = 0.5
# What an analyst may have corrected, or what was known before, stays said of a changed page.
_STAYS = ("id", "outlet", "title", "published", "asked", "listed_in")
Outcome = Literal["new", "changed", "unchanged"]


class Shelf:
    """The pages fetched so far. One process at a time may change them."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self._clock = clock
        self._pages: dict[str, Page] = {}
        self.clear()
        sidecars = folder.glob(f"[!.]*/*{SIDECAR}")
        pages = [read_page(path.with_name(path.name.removesuffix(SIDECAR))) for path in sidecars]
        for page in sorted(pages, key=lambda page: (page.checked, page.path)):
            if page.path.is_file():
                self._note(page)

    def clear(self) -> None:
        """Remove what came in and was not kept."""
        shutil.rmtree(self.folder / _INCOMING, ignore_errors=True)

    def find(self, url: str) -> Page | None:
        """Return the page that an address leads to, if it was fetched before."""
        return self._pages.get(identify(url))

    def list_pages(self, source: str) -> list[Page]:
        """List the pages that a feed or sitemap has ever listed, by file."""
        found = {page.path: page for page in self._pages.values() if source in page.listed_in}
        return [found[path] for path in sorted(found)]

    def note_listed(self, page: Page, source: str) -> None:
        """Write down that a feed or sitemap lists a page; "" where none does."""
        self._say(page, {"listed_in": _add(page.listed_in, source)})

    def note_unchanged(self, page: Page, listed: Listed, answer: Answer, source: str) -> None:
        """Write down that a page was asked for and has not changed."""
        news: dict[str, Any] = {
            "asked": _list_asked(page, listed.url),
            "listed_in": _add(page.listed_in, source),
        }
        if listed.changed:  # its source will say so again, and be believed only once
            news["checked"] = write_now(self._clock.utc())
        self._say(page, news | dict(answer.validators))

    def keep(self, answer: Answer, listed: Listed, source: str, outlet: str) -> Outcome:
        """Keep a page that was fetched, if an article can be read from it and it is not kept yet.

        `source` is the feed or sitemap that lists it, if any; `outlet` who publishes what does not
        say it. Raises FetchError where it holds no article: what was there before then stays.
        """
        former = self._find_former(answer, listed, source)
        if former and former.said.get("sha256") == hash_bytes(answer.content):
            self.note_unchanged(former, listed, answer, source)
            return "unchanged"
        incoming = self._receive(answer)
        article = read_article(incoming)
        if former and not _has_changed(former, article):
            self.note_unchanged(former, listed, answer, source)
            return "unchanged"
        said = describe(answer, listed, article, outlet, self._clock.utc())
        if former:
            said |= {name: former.said[name] for name in _STAYS if name in former.said}
        page = Page(self.folder / incoming.path.relative_to(self.folder / _INCOMING), said)
        said["asked"] = _list_asked(page, *(former.addresses if former else ()), listed.url)
        said["listed_in"] = _add(page.listed_in, source)
        page.write()  # first, so that no reader sees the page without its id and date
        incoming.path.replace(page.path)
        self._note(page)
        return "changed" if former else "new"

    def _find_former(self, answer: Answer, listed: Listed, source: str) -> Page | None:
        """Find the page as it was. Raises FetchError where an address leads to another's page.

        Outlets lead from articles that are gone, or not free, to one and the same page.
        """
        asked, led_to = self.find(listed.url), self.find(answer.url)
        if led_to and led_to is not asked and (asked or (source and source in led_to.listed_in)):
            raise FetchError(f"it redirects to the page of another entry, {answer.url}")
        return asked or led_to

    def _receive(self, answer: Answer) -> Page:
        """Write a page where no reader looks; nothing but its bytes and their encoding."""
        said = {"charset": answer.charset} if answer.charset else {}
        page = Page(self.folder / _INCOMING / name_file(answer), said)
        page.write()
        write_aside(page.path, answer.content)
        return page

    def _say(self, page: Page, news: Mapping[str, Any]) -> None:
        """Add to what is said of a page, and write it down if it is new."""
        said = {**page.said, **{name: value for name, value in news.items() if value}}
        changed = Page(page.path, said)
        if said != page.said:
            changed.write()
            self._note(changed)

    def _note(self, page: Page) -> None:
        """Know a page by its addresses; one of the same id that was known before is put away."""
        former = {self._pages[key] for key in page.keys if key in self._pages}
        self._pages |= dict.fromkeys(page.keys, page)
        for other in former:
            if other.path != page.path and other.said.get("id") == page.said.get("id"):
                _put_away(other)


def _put_away(page: Page) -> None:
    folder = page.path.parent / FORMER
    folder.mkdir(exist_ok=True)
    page.path.replace(folder / page.path.name)
    find_sidecar(page.path).replace(folder / find_sidecar(page.path).name)


def _has_changed(former: Page, article: Article) -> bool:
    """Tell whether a page's article has changed, rather than what stands around it.

    Raises FetchError where most of its text is gone: articles are cut to teasers when they age.
    """
    try:
        before = read_article(former)
    except FetchError:
        return True
    if article["words"] < before["words"] * _LEAST_LEFT:
        raise FetchError("less than half of its text is left; what was fetched before is kept")
    declared = [name for name in ("title", "published") if name not in former.said]
    return before["text"] != article["text"] or any(
        article[name] not in ("", before[name]) for name in declared
    )


def _list_asked(page: Page, *more: str) -> list[str]:
    """List the addresses that led to a page beside its own, with more of them."""
    known: dict[str, str] = {}
    for address in (*page.addresses, *more):
        known.setdefault(identify(address), address)
    return list(known.values())[1:]


def _add(items: list[str], item: str) -> list[str]:
    return items if not item or item in items else [*items, item]
