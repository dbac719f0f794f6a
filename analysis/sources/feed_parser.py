"""The bytes of a feed -> its entries, by feedparser."""

from __future__ import annotations

import html
import io
import re
import time
from typing import Any

import feedparser

_TAG = re.compile(r"<[^<>]{1,500}>")
# Half a character, which no text can hold: feedparser breaks off there.
_HALF = re.compile(
    rb"&#(?:[xX]0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*5(?:529[6-9]|5[3-9]\d\d|[67]\d{3}));"
)


def parse_feed(content: bytes, url: str) -> dict[str, Any]:
    """Return the kind of a feed, "" where it is none, and its entries.

    Relative addresses count from `url`, or from what the feed says itself.
    """
    # As a stream: of bytes or a text feedparser would first try whether they name a file.
    read = feedparser.parse(
        io.BytesIO(_HALF.sub(b"", content)),
        response_headers={"content-location": url, "content-type": "application/xml"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    return {
        "kind": read.get("version", ""),
        "entries": [_read_entry(entry) for entry in read.entries],
    }


def _read_entry(entry: Any) -> dict[str, str]:
    times = [entry.get(f"{name}_parsed") for name in ("published", "updated")]
    return {
        "url": str(entry.get("link") or ""),
        "title": _read_title(entry),
        "published": str(entry.get("published") or entry.get("updated") or ""),
        "changed": max(map(_write_time, times)),
    }


def _read_title(entry: Any) -> str:
    """Return the title of an entry; where it is HTML, without its tags."""
    title = str(entry.get("title") or "")
    kind = (entry.get("title_detail") or {}).get("type")
    return title if kind == "text/plain" else html.unescape(_TAG.sub("", title))


def _write_time(parsed: time.struct_time | None) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", parsed) if parsed else ""
