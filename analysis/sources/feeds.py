"""RSS and Atom -> the pages that a feed lists."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from analysis.articles.decoding import decode_entities
from analysis.sources.listing import Listed, clean_line
from analysis.sources.refusing import FetchError

LARGEST_FEED = 10_000_000
# Seconds; the largest honest feeds take one.
PATIENCE = 30.0
_PROGRAM = Path(__file__).with_name("feed_parser.py")


def read_feed(content: bytes, url: str, *, patience: float = PATIENCE) -> list[Listed]:
    """Return the entries of a feed, in its order; an entry without a link has an empty address.

    Raises FetchError where it is no feed, or takes longer to read than `patience` seconds.
    """
    # A process of its own can be ended; isolated, it finds nothing but what is installed.
    command = [sys.executable, "-I", str(_PROGRAM), url]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=patience, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise FetchError(f"the feed takes more than {patience:g} s to read") from error
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").split("\n")
        reason = next((line for line in reversed(lines) if line.strip()), "")
        raise FetchError(f"the feed cannot be read ({clean_line(reason)})")
    read = json.loads(done.stdout)
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
