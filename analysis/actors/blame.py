"""Who is blamed for what the next clause tells: "criticised Chad because it …"."""

from __future__ import annotations

from analysis.actors.mention import BODIES, Mention
from analysis.grammar import DETERMINERS
from analysis.text import Text

BLAMING = frozenset(
    "criticised criticized criticises criticizes condemned condemns denounced denounces blamed "
    "blames accused accuses slammed sanctioned sanctions punished regards considers views warned "
    "threatened rebuked faulted kicked expelled ousted suspended barred banned excluded".split()
)


def blames(text: Text, mention: Mention) -> bool:
    """Tell the state in "criticised Chad", "sanctions on Chad": what it did comes behind."""
    before = text.lower[max(0, mention.first - 2) : mention.first]
    punished = before[:1] == ["sanctions"] and before[-1:] in (["on"], ["against"])
    return mention.kind in BODIES and (punished or word_before(text, mention) in BLAMING)


def word_before(text: Text, mention: Mention) -> str:
    """Return the word before a mention and its determiner, or ""."""
    index = mention.first - 1
    while index >= 0 and text.lower[index] in DETERMINERS:
        index -= 1
    return text.lower[index] if index >= 0 else ""
