"""Whose somebody is by what is told of a name without an office: "Ana Silva of Chad's army"."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.actors.company import NAMED, OWNING
from analysis.actors.mention import Mention
from analysis.grammar import ARTICLES
from analysis.text import Text

HEADING = frozenset(
    "heads leads commands runs chairs directs represents headed led commanded ran chaired"
    " represented advises advised".split()
)
HEADED = frozenset({"head", "chief", "boss"})
# One is of a body, whatever joins it to the name; of a state and its people only by the first.
BODIES = frozenset({"institution", "group"})
OF, IN = frozenset({"of", "from"}), frozenset({"in", "at", "for", "with"})
ORIGINS = frozenset({"descent", "origin", "heritage", "ancestry", "extraction", "birth"})
# So many words may stand between a name and the state, those of a title among them.
WITHIN = 6


def state_described(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Return the state of somebody, or a body, named without office or state; '' = none told."""
    name = mentions[number]
    if name.country or name.kind not in NAMED | {"organisation"} or name.known:
        return ""
    before = mentions[number - 1] if number else None
    if before is not None and _leads_to(before, name, text):
        return before.country
    behind = mentions[number + 1 : number + 3]
    return next((m.country for m in behind if _follows(name, m, mentions, text)), "")


def _leads_to(state: Mention, name: Mention, text: Text) -> bool:
    """Tell "Chad's Ana Silva", "Chad's border chief Ana Silva", "the head of its army, X,"."""
    between = text.lower[state.end : name.first]
    closed = text.lower[name.end : name.end + 1] in ([","], ["."])
    if state.kind in ("state", "demonym") and (state.possessive or state.kind == "demonym"):
        words = between[len(between[:1]) if state.possessive else 0 :]
        if not words:
            return between in ([], *OWNING)
        headed = words[:-1] if words[-1] == "," and closed else words
        return len(headed) <= 2 and headed[-1:] in (["chief"], ["officer"], ["head"], ["boss"])
    of = state.first - 1 - (text.lower[state.first - 1] == "the")
    heads = text.lower[of] == "of" and text.lower[of - 1] in HEADED
    return state.kind in BODIES and between == [","] and closed and heads


def _follows(name: Mention, state: Mention, mentions: Sequence[Mention], text: Text) -> bool:
    """Tell "Ana Silva of the Chadian army", ", who heads it", ", a colonel in it", "(Chad)"."""
    between = text.lower[name.end : state.first]
    if not 0 < len(between) <= WITHIN or state.kind not in ("state", "demonym", *BODIES):
        return False
    if between == ["("]:
        return state.kind == "state" and text.lower[state.end] == ")"
    words = [word for word in between if word not in ARTICLES and word != ","]
    body = state.kind in BODIES
    if words[:1] == ["who"]:
        return len(words) == 2 and words[1] in HEADING
    origin = text.lower[state.end : state.end + 1]
    joined = words[-1:] and (words[-1] in OF or (body and words[-1] in IN))
    if not joined or not ORIGINS.isdisjoint(origin):
        return False
    titled = any(m.kind == "title" and name.end < m.first < state.first for m in mentions)
    titled = titled or words[-2:-1] in (["member"], ["officer"])
    return len(words) == 1 or (between[0] == "," and titled and body)
