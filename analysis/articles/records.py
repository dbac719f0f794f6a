"""One record -> one row of ARTICLES, or the reason why it is none."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.articles.language import is_english
from analysis.articles.refusals import RefusedError
from analysis.dates import find_dates

Row = dict[str, Any]
Record = Mapping[str, Any]
# The first that is filled counts.
_KEYS = {
    "article_id": ("id", "article_id"),
    "title": ("title", "headline"),
    "text": ("text", "body", "content"),
    "published": ("published", "date", "published_at", "publication_date"),
    "outlet": ("outlet", "source", "publisher"),
    "url": ("url", "link"),
    "notice": ("sample", "notice"),
    "facts": ("facts",),
}
_ADDED = ("title", "published", "outlet", "url", "notice", "facts")
_LONGEST = 500_000  # a novel; some steps compare every sentence of an article with every other
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
# A program that has no date may write its first or last one.
_YEARS = range(1800, 2200)
_NUMBERS = re.compile(r"\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_ISO = re.compile(r"\s*(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d\d)(\d\d))(?!\d)")


def read_record(record: Record, source_path: str, beside: Record, *, overrides: bool) -> Row:
    """Turn a record into a row of ARTICLES; keys in any case, unknown keys are left aside.

    `beside` is what the sidecar says: it overrides what the file says of its one article, its id
    included, and fills what the records of a file of many leave open. The text is kept character
    for character. Raises RefusedError where it cannot be coded.
    """
    values, added = _find_values(record), _find_values(beside)
    for name in (*_ADDED, "article_id") if overrides else _ADDED:
        first, second = (added, values) if overrides else (values, added)
        values[name] = first[name] or second[name]
    text = values["text"]
    if not isinstance(text, str):
        raise RefusedError("no text", "It has no text. Give it under `text`, `body` or `content`.")
    _check_text(text)
    row: Row = {name: _read_word(values[name]) for name in ("title", "outlet", "url", "notice")}
    row["published"] = _to_timestamp(values["published"])
    row |= {"text": text, "language": "en", "words": len(text.split())}
    row["facts"] = [str(fact) for fact in _read_list(values["facts"])]
    row["source_path"] = source_path
    row["article_id"] = _read_word(values["article_id"]) or _make_id(row)
    return row


def read_published(value: Any) -> dt.date | None:
    """Read a publication date as the calendar date it states, in its own time zone.

    Takes dates, ISO dates with or without a time, "Wed, 19 Jun 2024 10:00:00 GMT", "June 19, 2024",
    19/06/2024 and 06/19/2024. Anything else, such as 03/04/2024, which may be March or April, is no
    date: None.
    """
    day = _read_day(value)
    return day if day and day.year in _YEARS else None


def _read_day(value: Any) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return None if pd.isna(value) else value.date()
    return value if isinstance(value, dt.date) else _read_words(str(value or ""))


def _read_words(text: str) -> dt.date | None:
    iso, numbers = _ISO.match(text), _NUMBERS.match(text)
    if iso:
        year, month, day = (int(part) for part in iso.groups() if part and part.isdigit())
        return _make_day(year, month, day)
    if numbers:
        one, other, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
        days = {_make_day(year, one, other), _make_day(year, other, one)} - {None}
        return days.pop() if len(days) == 1 else None
    named = [found.date for found in find_dates(text, None) if found.precision == "day"]
    return dt.date.fromisoformat(named[0]) if named else None


def _make_day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _find_values(record: Record) -> dict[str, Any]:
    lower = {str(key).strip().lower(): value for key, value in record.items()}
    values = {}
    for name, keys in _KEYS.items():
        given = [lower[key] for key in keys if key in lower]
        # "" where a key is there without a value, None where it is not: an empty text is no typo.
        values[name] = next(filter(_is_filled, given), "" if given else None)
    return values


def _is_filled(value: Any) -> bool:
    empty = value is None or value == "" or (isinstance(value, float) and math.isnan(value))
    return not empty


def _check_text(text: str) -> None:
    if not text.strip():
        raise RefusedError("empty", "Its text is empty. Remove it, or add the text.")
    if not any(sign.isalpha() for sign in text):
        raise RefusedError("empty", "Its text holds no words. Remove it, or add the text.")
    if len(text) > _LONGEST:
        raise RefusedError("too long", f"Its text has more than {_LONGEST:,} characters. Split it.")
    if "\x00" in text:
        raise RefusedError("binary", "Its text holds NUL characters. Save the article as text.")
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            detail = f"Its text holds half a character ({error}). Write the record anew as UTF-8."
            raise RefusedError("unreadable", detail) from error
    if not is_english(text):
        raise RefusedError("not English", "Attaché reads English only. Add a translation instead.")


def _read_word(value: Any) -> str:
    """Read a title, a name or an id: one line, without characters that some file cannot hold."""
    text = str(value) if isinstance(value, (str, int, float)) else ""
    text = " ".join(_CONTROL.sub(" ", text).split())
    return text.encode("utf-8", "replace").decode("utf-8")


def _read_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _to_timestamp(value: Any) -> Any:
    published = read_published(value)
    return pd.NaT if published is None else pd.Timestamp(published)


def _make_id(row: Row) -> str:
    published: str = "" if pd.isna(row["published"]) else row["published"].date().isoformat()
    content = "\x1f".join((row["outlet"], published, row["title"], row["text"]))
    return "a-" + hashlib.sha256(content.encode("utf-8")).hexdigest()[:12]
