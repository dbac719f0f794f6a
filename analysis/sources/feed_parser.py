"""The program that reads a feed from standard input and writes its entries as JSON.

It runs by itself, since a hostile feed can keep feedparser busy for hours: see `feeds`.
"""

from __future__ import annotations

import io
import json
import re
import sys
import time
from typing import Any

_TAG = re.compile(r"<[^<>]{1,500}>")
# Half a character, which no text can hold: feedparser breaks off there.
_HALF = re.compile(
    rb"&#(?:[xX]0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*5(?:529[6-9]|5[3-9]\d\d|[67]\d{3}));"
)


def parse_feed(content: bytes, url: str) -> dict[str, Any]:
    """Return the kind of a feed, "" where it is none, its title and its entries.

    Relative addresses count from `url`, or from what the feed says itself.
    """
    import feedparser

    # As a stream: of bytes or a text feedparser would first try whether they name a file.
    read = feedparser.parse(
        io.BytesIO(_HALF.sub(b"", content)),
        response_headers={"content-location": url, "content-type": "application/xml"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    return {
        "kind": read.get("version", ""),
        "title": _read_title(read.feed),
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


def _read_title(holder: Any) -> str:
    """Return the title of a feed or entry; where it is HTML, without its tags."""
    import html

    title = str(holder.get("title") or "")
    kind = (holder.get("title_detail") or {}).get("type")
    return title if kind == "text/plain" else html.unescape(_TAG.sub("", title))


def _write_time(parsed: time.struct_time | None) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", parsed) if parsed else ""


if __name__ == "__main__":
    json.dump(parse_feed(sys.stdin.buffer.read(), sys.argv[1]), sys.stdout)
