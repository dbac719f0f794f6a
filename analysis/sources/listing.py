"""What feeds and sitemaps say of the pages that they list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

# A title longer than this is cut: it stands in for one only where the page has none.
_LONGEST_TITLE = 300


@dataclass(frozen=True)
class Listed:
    """One page that a source lists: its address, and what the source says of it.

    `published` is the date as it is written there; `changed` the instant, UTC in ISO, at which the
    source says that it was published or changed last; "" = it does not say.
    """

    url: str
    title: str = ""
    published: str = ""
    changed: str = ""
    outlet: str = ""


def write_instant(text: str) -> str:
    """Write an ISO date or time as an instant, UTC; "" where it is none, "2024-06" included."""
    try:
        instant = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        return ""
    zoned = instant if instant.tzinfo else instant.replace(tzinfo=dt.UTC)
    try:
        return zoned.astimezone(dt.UTC).isoformat(timespec="seconds")
    except OverflowError:  # the first or last day that there is
        return ""


def clean_line(text: str, longest: int = _LONGEST_TITLE) -> str:
    """Write a text as one line that can be stored, and not longer than `longest`."""
    line = " ".join(text[: 4 * longest].encode("utf-8", "replace").decode("utf-8").split())
    line = "".join(sign for sign in line if sign.isprintable() or sign == " ")
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def sort_latest(pages: Iterable[Listed]) -> list[Listed]:
    """List pages, the latest first; those without a date come last, in the source's order.

    Of a page that is listed twice the later entry stays.
    """
    ordered = sorted(pages, key=lambda page: page.changed, reverse=True)
    return list({page.url: page for page in reversed(ordered)}.values())[::-1]
