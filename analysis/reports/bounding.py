"""What of foreign text a page shows: no more than anybody reads, and nothing that turns lines.

A title of ten megabytes would make the page one that no mailbox takes; a control character for the
direction of writing would turn round what the page says beside it. Sentences keep theirs: each
stands in an element of its own, which confines it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Characters of a name or title, of what is shown over a mark, and of a sentence.
LABEL = 300
HOVER = 2000
SENTENCE = 4000
# Sentences that repeat another.
_ALSO = 20
# Embeddings, overrides and isolates of the Unicode bidirectional algorithm, and its marks.
_TURNING = {
    code: None
    for first, last in ((0x202A, 0x202E), (0x2066, 0x2069), (0x200E, 0x200F), (0x61C, 0x61C))
    for code in range(first, last + 1)
}
_SENTENCES = ("sentence", "lead", "also")
# Ids, which the page looks up, numbers in one text, and addresses: no good when cut.
_WHOLE = ("customdata", "bdata", "article", "duplicate_of", "url", "rule", "table")


def bound_text(text: str, most: int = LABEL) -> str:
    """Cut a text to so many characters, its end marked."""
    return text if len(text) <= most else f"{text[:most]}…"


def bound_label(text: str, most: int = LABEL) -> str:
    """Make a text fit to stand among the page's own words."""
    return bound_text(text.translate(_TURNING), most)


def bound_labels(value: Any, most: int = LABEL) -> Any:
    """Do so for every text in what a chart is drawn from; ids and addresses stay whole."""
    if isinstance(value, str):
        return bound_label(value, most)
    if isinstance(value, list):
        return [bound_labels(item, most) for item in value]
    if isinstance(value, Mapping):
        return {
            key: item if key in _WHOLE else bound_labels(item, most) for key, item in value.items()
        }
    return value


def bound_payload(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Do so for the rows and articles of the evidence; their sentences are only cut."""
    bounded = {
        part: {name: _bound_entry(entry) for name, entry in payload[part].items()}
        for part in ("rows", "articles")
    }
    return {**payload, **bounded}


def _bound_entry(entry: Mapping[str, Any]) -> dict[str, Any]:
    said = {key: _cut_sentences(entry[key]) for key in _SENTENCES if key in entry}
    return {**bound_labels(entry), **said}


def _cut_sentences(value: str | list[str]) -> str | list[str]:
    if isinstance(value, str):
        return bound_text(value, SENTENCE)
    return [bound_text(one, SENTENCE) for one in value[:_ALSO]]
