"""Bytes -> text, whatever encoding they came in."""

from __future__ import annotations

import codecs
import html
import re

from analysis.articles.refusals import RefusedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def decode(content: bytes, declared: str = "", served: str = "") -> str:
    """Decode a file's bytes, line ends as they are. Raises RefusedError for what is no text.

    Tried in this order: a byte order mark, the encoding that the file itself declares, UTF-8, the
    one that a server said it was, Windows-1252, and what charset-normalizer takes it for.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode_as(content, encoding)
    if b"\x00" in content:
        raise RefusedError("binary", "It holds NUL bytes. Save the article as text or HTML.")
    # On a few accented letters a detector finds a dozen encodings equally likely. English that is
    # not UTF-8 is nearly always Windows-1252.
    for encoding in filter(None, (declared, "utf-8", served, "cp1252")):
        try:
            return content.decode(encoding)
        except (UnicodeError, LookupError):  # LookupError: it declares what is no encoding
            continue
    return _detect(content)


def decode_entities(text: str) -> str:
    """Turn HTML entities into their characters, once; "R&D" and "AT&T;" stay."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def unify_lines(text: str) -> str:
    """Let every line end with a single "\\n"."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode_as(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise RefusedError(
            "unreadable", f"It says that it is {encoding} but is not ({error}). Save it as UTF-8."
        ) from error


def _detect(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        raise RefusedError("unreadable", "Its encoding cannot be told. Save it as UTF-8.")
    return str(best)
