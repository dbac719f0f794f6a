"""The state of an official who is named without one, in the company of one who has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.actors.home import STATE_BODIES, is_state_body
from analysis.actors.mention import PERSONAL, STATES, Mention, slug
from analysis.actors.teams import find_team_state
from analysis.grammar import ARTICLES, HIS_OR_HER
from analysis.text import Text, find_tokens

# Words of an owner: "His visit", "But her trip", so near to the head of a sentence.
OWNERS = {"his": "he", "her": "she"}
OPENING = 4
# What is a leader's where "his" stands before it, and his state's.
OWNED = frozenset("army country government nation troops forces soldiers military navy".split())
# What a text that has named a body calls it, and of which sort it is.
SORTS = {
    "group": "group", "movement": "group", "militia": "group", "faction": "group",
    "company": "firm", "firm": "firm", "manufacturer": "firm", "conglomerate": "firm",
    "country": "state", "nation": "state",
}  # fmt: skip
ARMED = frozenset(
    "militant armed rebel islamist extremist jihadist terror terrorist insurgent guerrilla"
    " separatist paramilitary opposition".split()
)
JOINED = ([","], ["and"], [",", "and"])
# Whoever is so joined to the subject belongs to it.
ACCOMPANYING = frozenset({"accompanied", "joined", "flanked", "escorted"})
WITH = (["along", "with"], ["together", "with"])
OWNING = (["'s"], ["’s"])
SENT = frozenset(
    "ambassador consul delegate negotiator envoy representative adviser advisor aide"
    " emissary".split()
)
# "X, a senior adviser to", of whoever stands behind.
SERVING = SENT | {"spokesman", "spokeswoman", "spokesperson", "secretary", "assistant"}
NAMED = frozenset({"person", "name"})
# How the press in the United States tells a lawmaker's party, before his state.
US_PARTIES = (["D", "-"], ["R", "-"], ["I", "-"])
# Parts of a ministry, called after what they deal with: "the Department of Chadian Affairs of …".
DESKS = frozenset("department desk division section bureau affairs directorate".split())
DESK_WITHIN = 12
OF_A_BODY = (["of"], ["of", "the"])
SERVED = frozenset({"for", "to", "of"})
SERVED_WITHIN = 7
# "Ruto and the country's premier, X" serve one state.
SHARED = frozenset("the its country nation 's ’s".split())
# Between the preposition and the first of those who come along.
NEAR = 3
# "'s", a noun, perhaps an adjective, "that".
OWN_CLAIM = 4


def disown(mention: Mention, before: Sequence[Mention], text: Text) -> Mention:
    """Give "Chad's Democratic Party" and "the Chadian Democratic Party" to Chad, and to no other.

    So is whatever is called the same further on in the text.
    """
    country = _owner_of_party(mention, before[-1], text) if before else ""
    if not country or country == mention.country:
        same = (m for m in before if m.name == mention.name and m.actor_id != mention.actor_id)
        country = next((m.country for m in same if m.kind == mention.kind), "")
    if not country:
        return mention
    own_id = f"organisation:{slug(f'{country} {mention.name}')}"
    return Mention(mention.first, mention.end, mention.kind, own_id, mention.name, country)


def _owner_of_party(party: Mention, owner: Mention, text: Text) -> str:
    """Return the state right before a party's name; "" = none: "pro-Chad Democrats"."""
    beside = text.lower[owner.end : party.first] in (*OWNING, [])
    describes = owner.kind in ("state", "demonym") and text.lower[owner.first - 1] != "-"
    return owner.country if beside and describes else ""


def is_sent(role: str) -> bool:
    """Tell an office that one holds for somebody else: "its ambassador to Chad"."""
    return not SENT.isdisjoint(role.lower().split())


def is_of_the_country(text: Text, mark: int) -> bool:
    """Tell "the country's" by its last token."""
    whose = text.lower[max(0, mark - 2) : mark + 1]
    return whose[:2] in (["the", "country"], ["the", "nation"]) and whose[2:] in OWNING


def is_own_claim(text: Text, owner: Mention | None, pronoun: Mention) -> bool:
    """Tell who means himself: "Chad's claim that | it | had"."""
    between = text.lower[owner.end : pronoun.first] if owner else []
    return len(between) <= OWN_CLAIM and between[-1:] == ["that"]


def opening_owner(text: Text, mention: Mention) -> tuple[int, str]:
    """Return the "his" or "her" that opens the sentence of a mention, and its pronoun; or -1."""
    first = text.sentences[text.sentence_of[mention.first]].first
    found = find_tokens(text.lower, OWNERS, first, min(first + OPENING, mention.first))
    token = next((at for at in found if not text.quotes[at]), -1)
    return token, OWNERS[text.lower[token]] if token >= 0 else ""


def owned_bodies(text: Text, first: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield each "his" and "her" of "his army", "her country" among tokens, and its pronoun.

    So with the "its" that opens a sentence, where no subject before it may be the owner.
    """
    for noun in find_tokens(text.lower, OWNED, first + 1, end + 1):
        token = noun - 1
        word = text.lower[token]
        if text.quotes[token]:
            continue
        if word in OWNERS:
            yield token, OWNERS[word]
        elif word == "its" and text.sentences[text.sentence_of[token]].first == token:
            yield token, "it"


def described_bodies(
    text: Text, first: int, end: int, opened: int = -1
) -> Iterator[tuple[int, str]]:
    """Yield each "the" of "the militant group", "the company", "the country", and the sort.

    `opened` is that of "the Lebanese | group" where the name in it ends at `first`.
    """
    articles = find_tokens(text.lower, {"the"}, first, max(first, end - 1))
    for token in (*([opened] if opened >= 0 else []), *articles):
        if text.lower[token] != "the" or text.quotes[token]:
            continue
        noun = first if token == opened else token + 1
        while noun + 1 < end and text.lower[noun] in ARMED:
            noun += 1
        sort = SORTS.get(text.lower[noun], "")
        # "The Group" is short for a name: that of the Group of Experts.
        named = sort == "group" and not text.words[noun].islower()
        if sort and not named and text.lower[noun + 1 : noun + 2] != ["of"]:
            yield token, sort


def find_state(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Return the state of a body or official named without one, from who stands beside; or ''."""
    return (
        _state_of_body(mentions, number, text)
        or _state_of_party(mentions, number, text)
        or _state_of_owner(mentions, number, text)
        or _state_served(mentions, number, text)
        or _state_of_sender(mentions, number, text)
        or _state_of_desk(mentions, number, text)
        or _state_of_company(mentions, number, text)
        or find_team_state(mentions, number, text)
    )


def _state_of_party(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Return the state of a lawmaker in the United States, by the party behind the name; or ''."""
    mention = mentions[number]
    return "USA" if mention.kind in NAMED and is_lawmaker(text, mention.end) else ""


def is_lawmaker(text: Text, name_end: int) -> bool:
    """Tell whether a party and a state stand behind a name: "Holm (D-Wash.)", "Holm, R-Ohio,"."""
    behind = text.words[name_end : name_end + 4]
    return behind[:1] in (["("], [","]) and behind[1:3] in US_PARTIES and behind[3][0].isupper()


def _state_of_owner(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Return the state of whom an official named with an office serves: "His deputy, X"; or ''.

    "Ruto sent his deputy, X", too, where a sentence names people of one state alone before.
    """
    mention = mentions[number]
    if mention.kind != "person" or not mention.role or "counterpart" in mention.role:
        return ""
    owner = text.owners.get(mention.first - 1, -1)
    if owner >= 0:
        return next((m.country for m in mentions if m.first == owner), "")
    his = text.lower[mention.first - 1] in HIS_OR_HER
    states = {m.country for m in _people_before(mentions, number, text)} if his else set()
    return states.pop() if len(states) == 1 else ""


def _state_served(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Return the state of whom somebody serves: "X, a spokesman for President Silva"; or ''."""
    name = mentions[number]
    served = next((m for m in mentions[number + 1 : number + 3] if m.kind == "person"), None)
    if name.country or name.kind not in NAMED or served is None:
        return ""
    between = text.lower[name.end : served.first]
    apposed = between[:1] == [","] and len(between) <= SERVED_WITHIN and between[-1] in SERVED
    return served.country if apposed and not SERVING.isdisjoint(between) else ""


def _state_of_desk(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Return the state of "X, head of the Department of Thai Affairs of Chad's ministry"; or ''."""
    mention = mentions[number]
    behind = mentions[number + 1 : number + 4] if mention.kind in PERSONAL else []
    body = next((m for m in behind if m.kind == "institution"), None)
    if body is None:
        return ""
    between = text.lower[mention.end : body.first]
    part = len(between) <= DESK_WITHIN and not DESKS.isdisjoint(between)
    of = between[-2:] if between[-1:] == ["the"] else between[-1:]
    apposed = "," not in between[1:] and "who" not in between
    return body.country if part and of in OF_A_BODY and apposed else ""


def _state_of_sender(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Return the state of whom "Silva's spokeswoman, X" and "the UN chief's envoy" serve; or ''.

    A counterpart is another's.
    """
    if number == 0:
        return ""
    sender, mention = mentions[number - 1], mentions[number]
    owned = sender.possessive and text.lower[sender.end : mention.first] in OWNING
    serves = not SERVING.isdisjoint(mention.role.lower().split()) and not mention.country
    sent = mention.kind == "person" or (mention.kind == "title" and mention.official)
    return sender.country if owned and serves and sent and sender.kind in PERSONAL else ""


def _state_of_company(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Return the state of who is joined to an official or comes along; or ''.

    "Chad's president and Trade Minister X", "Chad's president, accompanied by Trade Minister X".
    """
    mention = mentions[number]
    if mention.country or not mention.official or number == 0:
        return ""
    # Not a name alone: "the pope and Dolan".
    titled = text.words[mention.first] != (mention.name.split() or [""])[0]
    if mention.kind != "person" or not titled:
        return ""
    before = mentions[number - 1]
    between = text.lower[before.end : mention.first]
    if before.kind in PERSONAL and [word for word in between if word not in SHARED] in JOINED:
        return before.country
    coming = between[-1:] == ["by"] and not ACCOMPANYING.isdisjoint(between[-NEAR:])
    comes_along = coming or between[-2:] in WITH
    people = _people_before(mentions, number, text) if comes_along else []
    return people[0].country if people else ""


def past_bracket(text: Text, at: int) -> int:
    """Return where "(rtd.)" at a token ends; `at` itself where no short bracket opens."""
    bracket = text.lower[at : at + 4]
    return at + bracket.index(")") + 1 if bracket[:1] == ["("] and ")" in bracket else at


def named_behind(mentions: Sequence[Mention], number: int, text: Text) -> Mention | None:
    """Return who a title is by the name in commas behind it: "the chairman, Ana Silva, spoke".

    So it is with "the governor in Oslo, Ana Silva, spoke", "head of the Board (IB), Ana Silva,".
    """
    title, *behind = mentions[number : number + 3]
    end = title.end
    if behind and behind[0].is_place and text.lower[end : behind[0].first] == ["in"]:
        end = behind.pop(0).end
    elif (past := past_bracket(text, end)) > end:
        end = past
    elif text.lower[end] in SERVED | {"on"} and "," in text.lower[end : end + SERVED_WITHIN]:
        end = text.lower.index(",", end)  # "the envoy for Balkan affairs, Ana Silva, spoke"
    behind = [mention for mention in behind if mention.first > end]
    person = behind[0] if behind else None
    if person is None or person.kind not in NAMED or title.actor_id:
        return None
    if title.country and person.country not in ("", title.country):
        return None
    after = past_bracket(text, person.end)  # "Ana Silva (rtd), spoke"
    marks = text.lower[end : person.first] + text.lower[after : after + 1]
    return person if marks == [",", ","] else None


def _state_of_body(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Return whose body it is: "the North's Ministry", "In Oslo, Foreign Minister X"."""
    if number == 0:
        return ""
    before, mention = mentions[number - 1], mentions[number]
    between, words = text.lower[before.end : mention.first], mention.role.lower().split()
    body = mention.kind == "group" and is_state_body(mention.role.lower())
    if body and before.kind in STATES and before.possessive and between in OWNING:
        return before.country
    opening = text.sentences[text.sentence_of[mention.first]].first
    opening += text.lower[opening] in ("but", "and")
    seated = before.is_place and before.first == opening + 1
    seated = seated and text.lower[opening] == "in" and ARTICLES | {","} >= set(between)
    speaks = mention.kind in PERSONAL and not STATE_BODIES.isdisjoint(words)
    serves = mention.kind == "person" and mention.official
    return before.country if seated and (body or speaks or serves) else ""


def _people_before(mentions: Sequence[Mention], number: int, text: Text) -> list[Mention]:
    """Return the people that a sentence names before a mention."""
    first = text.sentences[text.sentence_of[mentions[number].first]].first
    return [m for m in mentions[:number] if m.first >= first and m.kind in PERSONAL]
