"""Why something could not be fetched, and what of it another attempt may mend."""

from __future__ import annotations

from analysis.errors import SourceError


class FetchError(SourceError):
    """A feed, sitemap or page that was not fetched: why.

    `passing` tells what may be over at the next run: a busy server, a lack of time. `again` tells
    what is worth a second attempt in this one. `status` is that of HTTP, 0 where there was none.
    """

    def __init__(
        self, reason: str, *, passing: bool = False, again: bool = False, status: int = 0
    ) -> None:
        super().__init__(reason)
        self.passing = passing or again
        self.again = again
        self.status = status


class AddressError(FetchError):
    """An address that must not be asked, of a page or of a machine."""


class NoTimeError(FetchError):
    """What a source was not asked for, since its time was up."""

    def __init__(self) -> None:
        super().__init__("there was no time left for it", passing=True)
