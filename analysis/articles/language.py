"""Is a text English? Never refused for being short."""

from __future__ import annotations

import re

# Too few words to tell: a headline, a ticker line.
_FEWEST = 20
# Words of which English is full and other languages hold next to none (so no "for", "at", "on"). A
# text full of names still has more than one in twelve, and no model needs to be asked.
_FUNCTION_WORDS = frozenset("the of and to that with was were has have from said which".split())
_SHARE = 0.08
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Tell whether a text is English; short ones are, unless in another script."""
    words = _WORD.findall(text.lower())
    if sum(word in _FUNCTION_WORDS for word in words) >= max(1.0, _SHARE * len(words)):
        return True
    letters = "".join(words)
    if sum(letter.isascii() for letter in letters) * 2 < len(letters):
        return False
    if len(words) < _FEWEST:
        return True
    import py3langid  # 0.7 s to load, and hardly ever needed

    language: str = py3langid.classify(text)[0]
    return language == "en"
