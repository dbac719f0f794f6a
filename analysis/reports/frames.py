"""The HTML of a frame that a notebook shows, reduced to what makes it a table."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

_TAGS = {"table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "br", "p"}
_ATTRIBUTES = {"colspan", "rowspan"}
_DROPPED = {"style", "script"}


def clean_table(html: str) -> str:
    """Keep cells, rows and their text; a frame's own style would break the page's policy."""
    writer = _TableWriter()
    writer.feed(html)
    writer.close()
    # A corner without a name heads nothing.
    return re.sub(r"<th([^>]*)></th>", r"<td\1></td>", "".join(writer.parts))


class _TableWriter(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._dropping = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._dropping = tag in _DROPPED
        if tag in _TAGS:
            kept = "".join(
                f' {name}="{escape(value or "")}"' for name, value in attrs if name in _ATTRIBUTES
            )
            self.parts.append(f"<{tag}{kept}>")

    def handle_endtag(self, tag: str) -> None:
        self._dropping = False
        if tag in _TAGS:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            self.parts.append(escape(data))
