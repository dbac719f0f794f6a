"""The bytes of a web page -> the article in it; what was read once is kept.

Finding the article in a page takes a tenth of a second: 50 pages a day come to an hour a year, on
each run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from analysis.articles.decoding import decode, unify_lines
from analysis.articles.records import Record
from analysis.articles.refusals import RefusedError
from analysis.files import write_aside

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
# What a page is read with; what other versions of these found is not used.
_READERS = (Path(__file__), Path(__file__).with_name("decoding.py"))


def read_page(content: bytes, served: str = "", kept: Path | None = None) -> Record:
    """Find the article in a page; `served` is the encoding that its server gave.

    `kept` is a folder of what was read before, by hash. Raises RefusedError where there is none.
    """
    if kept is None:
        return _extract(content, served)
    key = _hash([_name_reader(), served.encode(), content])
    path = kept / key[:2] / f"{key}.json"
    found = _load(path)
    if found is None:
        found = _try(content, served)
        with suppress(OSError):  # it is read again, then
            write_aside(path, json.dumps(found).encode())
    if "refused" in found:
        raise RefusedError(*found["refused"])
    return found


def _load(path: Path) -> dict[str, Any] | None:
    """Return what was found before; None where nothing was kept, or it is damaged."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and ("text" in found or "refused" in found) else None


def _try(content: bytes, served: str) -> dict[str, Any]:
    try:
        return _extract(content, served)
    except RefusedError as refusal:
        return {"refused": [refusal.reason, refusal.detail]}


def _extract(content: bytes, served: str) -> dict[str, Any]:
    import trafilatura  # 0.4 s to load

    declared = _CHARSET.search(content[:4096])
    page = unify_lines(decode(content, declared[1].decode("ascii") if declared else "", served))
    # Only dates that the page itself declares; a search through its words would guess.
    dates = {
        "extensive_search": False,
        "original_date": True,
        "min_date": "1900-01-01",
        "max_date": "2199-12-31",
    }
    found: Any = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=dates
    )
    if found is None or not (found.text or "").strip():
        raise RefusedError(
            "no text", "No article text was found in the page. Save its text as .txt."
        )
    return {
        "title": found.title or "",
        "text": found.text,
        "outlet": found.sitename or "",
        "published": found.date or "",
        "url": found.url or "",
    }


@cache
def _name_reader() -> bytes:
    code = [path.read_bytes() for path in _READERS]
    return _hash([version("trafilatura").encode(), *code]).encode()


def _hash(parts: Iterable[bytes]) -> str:
    return sha256(b"\x1f".join(parts)).hexdigest()
