"""RSS and Atom -> the pages that a feed lists."""

from __future__ import annotations

import base64

from analysis.articles.decoding import decode_entities
from analysis.sources.apart import read_apart
from analysis.sources.listing import Listed, clean_line
from analysis.sources.refusing import FetchError

LARGEST_FEED = 10_000_000
# Seconds of work; the largest honest feeds take one.
PATIENCE = 30.0


def read_feed(content: bytes, url: str, *, patience: float = PATIENCE) -> list[Listed]:
    """Return the entries of a feed, in its order; an entry without a link has an empty address.

    Raises FetchError where it is no feed, or takes longer to read than `patience` seconds.
    """
    packed = base64.b64encode(content).decode("ascii")
    read = read_apart("feed", packed, url, patience=patience)
    if not read["kind"]:
        raise FetchError("it is neither RSS nor Atom")
    return [
        Listed(
            url=entry["url"],
            title=clean_line(decode_entities(entry["title"])),
            published=clean_line(entry["published"]),
            changed=entry["changed"],
        )
        for entry in read["entries"]
    ]
