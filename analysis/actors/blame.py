"""What stands before a mention: who is blamed, stands in a phrase, or leads its sentence."""

from __future__ import annotations

from analysis.actors.mention import BODIES, Mention, is_hyphened
from analysis.grammar import DETERMINERS
from analysis.text import Text

BLAMING = frozenset(
    "criticised criticized criticises criticizes condemned condemns denounced denounces blamed "
    "blames accused accuses slammed sanctioned sanctions punished regards considers views warned "
    "threatened rebuked faulted kicked expelled ousted suspended barred banned excluded".split()
)
# They open a clause about what somebody blamed did.
REASONS = frozenset("because after since if unless when should".split())
# They open a clause that may stand before the main one.
CLAUSES = REASONS | frozenset("as while although though before once".split())
PREPOSITIONS = frozenset("in of from with for at on by against to between into under than".split())
# Between two who are joined.
JOINING = frozenset("and with also the his her its their".split())


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


def is_object(text: Text, mention: Mention) -> bool:
    """Tell the state in "the opposition accused Chad" from that in "Landlocked Chad accused"."""
    opening = text.sentences[text.sentence_of[mention.first]].first
    return mention.first > opening + 1 and word_before(text, mention).endswith("ed")


def stands_in_phrase(text: Text, mention: Mention, phrase_end: int, last: Mention | None) -> bool:
    """Tell who stands behind a preposition, or is joined to one: "with Ruto and his guest Holm".

    `phrase_end` is where the mention before ends if it stands in a phrase, else -1; `last` is who
    was named last: "at the invitation of Ruto, | president of Kenya |, Holm flew to".
    """
    apposed = mention.kind == "title" and last is not None and mention.actor_id == last.actor_id
    if apposed and text.lower[phrase_end : mention.first] in ([","], [",", "the"]):
        return True
    joined = text.lower[phrase_end : mention.first] if phrase_end >= 0 else []
    if joined[:1] == ["and"] and JOINING.issuperset(joined):
        return True
    return word_before(text, mention) in PREPOSITIONS or is_hyphened(text, mention)


def leader(text: Text, first: Mention | None, mention: Mention) -> Mention:
    """Return who leads a sentence, its first or "After Rome left, | Chad | denied that it had"."""
    behind = first is not None and word_before(text, first) in CLAUSES
    takes_over = behind and word_before(text, mention) == ","
    return mention if first is None or takes_over else first
