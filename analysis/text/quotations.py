"""Tokens -> which quotation each stands in. Straight and curly marks get mixed in news."""

from __future__ import annotations

# The marks that close a quotation, by the mark that opens it.
CLOSING = {
    "“": ("”", '"', "''"),
    '"': ('"', "”", "''"),
    "``": ("''",),
    "''": ("''",),
    "«": ("»",),
    "‘": ("’",),
}
# So many tokens at most may be quoted once more inside a quotation.
NESTED = 8
# A quotation goes on over the end of a paragraph if it is closed so many tokens later.
FURTHER = 120


def number_quotations(words: list[str], spaced: list[bool]) -> list[int]:
    """Number the quotations; 0 is outside. The marks belong to their quotation."""
    numbers = [0] * len(words)
    current, opened, nested_until = 0, 0, -1
    opening = ""
    for index, word in enumerate(words):
        # A paragraph that opens a quotation anew, or closes it, continues it; another has ended it.
        if current and word.count("\n") > 1 and not _reopens(words, index + 1, opening):
            current = current if _is_closed_later(words, spaced, index + 1, opening) else 0
        opens = word == '"' and _only_opens(words, spaced, index)
        if current and opens and opening == '"':
            nested_until = _nested_end(words, spaced, index)
        if current and not (opens and opening == '"' and nested_until < index):
            numbers[index] = current
            if word in CLOSING[opening] and index > nested_until:
                current = 0
        elif word in CLOSING and not (
            word in ('"', "‘") and not opens and _only_closes(words, spaced, index)
        ):  # not the apostrophe of "the rebels‘ arms"
            opened += 1
            current = numbers[index] = opened
            opening = word
    return numbers


def _only_opens(words: list[str], spaced: list[bool], index: int) -> bool:
    """Tell whether a straight mark stands behind a space and before a word: it closes nothing."""
    behind_space = index == 0 or spaced[index - 1] or words[index - 1].isspace()
    return behind_space and not spaced[index] and words[index + 1 : index + 2] != ["\n"]


def _nested_end(words: list[str], spaced: list[bool], index: int) -> int:
    """Return where a quotation of a few words inside another one ends, or -1."""
    marks = [at for at in range(index + 1, min(len(words), index + NESTED)) if words[at] == '"']
    if not marks:
        return -1
    further = next((at for at in range(marks[0] + 1, len(words)) if words[at] == '"'), -1)
    inside = further > 0 and not _only_opens(words, spaced, further)
    return marks[0] if inside else -1


def _only_closes(words: list[str], spaced: list[bool], index: int) -> bool:
    """Tell whether a mark stands behind a word and before a space: it opens nothing."""
    behind_space = index == 0 or spaced[index - 1] or words[index - 1].isspace()
    before_space = spaced[index] or "\n" in "".join(words[index + 1 : index + 2] or ["\n"])
    return not behind_space and before_space


def _reopens(words: list[str], index: int, opening: str) -> bool:
    """Tell whether a mark opens a quotation that can only be opened by it."""
    return index < len(words) and opening in ("“", "``") and words[index] == opening


def _is_closed_later(words: list[str], spaced: list[bool], index: int, opening: str) -> bool:
    """Tell whether the next straight mark behind a paragraph's end can only close a quotation."""
    reach = range(index, min(len(words), index + FURTHER)) if opening == '"' else ()
    closing = next((at for at in reach if words[at] == '"'), -1)
    return closing > 0 and _only_closes(words, spaced, closing)
