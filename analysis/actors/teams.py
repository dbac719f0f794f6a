"""The state of who leads a delegation, is in one or comes along with somebody."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.actors.mention import BODIES, PERSONS, Mention
from analysis.grammar import ARTICLES
from analysis.text import Text

# What a delegation is called, also by "the team is led by" so many sentences on.
TEAMS = frozenset({"delegation", "team", "group", "mission", "party", "side", "contingent"})
TEAM_WITHIN = 2
ENVOYS = frozenset("negotiators envoys emissaries officials representatives mediators".split())
# "Led by X", "made up of X", with "the" left out.
LED = (["led", "by"], ["headed", "by"])
MEMBERS = (["up", "of"], ["composed", "of"], ["consisting", "of"], ["including"], ["comprising"])
LEADS = frozenset(
    {"will", "is", "who", "leads", "led", "lead", "leading", "heads", "headed", "heading"}
)
# "Will send a high-level delegation".
SENDING = frozenset({"send", "sends", "sent", "sending", "dispatch", "dispatched", "dispatching"})
SENT_WITHIN = 4
SENT_BESIDE = 3
SENDERS = PERSONS | BODIES
COMING = frozenset({"accompany", "accompanies", "accompanied", "accompanying"})
# Of so many names behind one is accompanied.
COMING_WITHIN = 3


def find_team_state(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Return whose team an official or a name leads or is in, who sends it or is accompanied."""
    if mentions[number].country:
        return ""
    return (
        _state_led(mentions, number, text)
        or _state_leading(mentions, number, text)
        or _state_sending(mentions, number, text)
        or _state_accompanied(mentions, number, text)
    )


def _state_led(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Read "a Chadian team led by X", "Chad's delegation, including X", "the team is led by"."""
    mention = mentions[number]
    first = text.sentences[text.sentence_of[mention.first]].first
    if mention.kind not in PERSONS or TEAMS.isdisjoint(text.lower[first : mention.first]):
        return ""
    words = [word for word in text.lower[first : mention.first] if word != "the"]
    told = words[-2:] in LED or any(words[-len(of) :] == of for of in MEMBERS)
    return _team_before(mentions, number, text) if told else ""


def _state_leading(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Read "X leads a Chadian delegation"."""
    leader, team = mentions[number], next(iter(mentions[number + 1 : number + 2]), None)
    if team is None or team.kind != "group" or text.lower[team.end - 1] not in TEAMS:
        return ""
    words = set(text.lower[leader.end : team.first])
    leads = leader.official and words & LEADS and words <= LEADS | ARTICLES | {","}
    return team.country if leads else ""


def _team_before(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Return the state of the delegation that was named last, in a sentence near by."""
    last = text.sentence_of[mentions[number].first]
    for before in reversed(mentions[:number]):
        if text.sentence_of[before.first] < last - TEAM_WITHIN:
            break
        team = not TEAMS.isdisjoint(text.lower[before.first : before.end + 2])
        if before.country and team:  # "a Chadian military | team", "Chad's | team", too
            return before.country
    return ""


def _state_sending(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Read "Chad sent envoys", "Chad was represented by X".

    The sender is who stands right before the verb, else whom the sentence names first.
    """
    mention = mentions[number]
    first = text.sentences[text.sentence_of[mention.first]].first
    words = text.lower[first : mention.first]
    team = mention.kind == "group" and text.lower[mention.end - 1] in TEAMS | ENVOYS
    official = mention.kind == "person" and mention.official
    sent = team and not SENDING.isdisjoint(words[-SENT_WITHIN:])
    sent = sent and "to" not in words[-2:]  # "sent rifles to a group"
    sent = sent or (official and not SENDING.isdisjoint(words[-1:]))
    stands = mention.kind == "person" and "by" in words[-2:] and "represented" in words
    if not (sent or stands):
        return ""
    named = (m for m in mentions[:number] if m.first >= first and m.kind in SENDERS)
    senders = [m for m in named if text.lower[m.first - 1] not in ("in", "at")]
    beside = (m for m in senders if not SENDING.isdisjoint(text.lower[m.end : m.end + SENT_BESIDE]))
    return next((m.country for m in (*beside, *senders)), "")


def _state_accompanied(mentions: Sequence[Mention], number: int, text: Text) -> str:
    """Read "Trade Minister X and army chief Y accompanied the Chadian president"."""
    mention = mentions[number]
    if mention.kind != "person" or not mention.official:
        return ""
    for behind in mentions[number + 1 : number + 1 + COMING_WITHIN]:
        words = text.lower[mention.end : behind.first]
        if ";" in words or "." in words:
            return ""
        if behind.country:
            return "" if COMING.isdisjoint(words) else behind.country
    return ""
