"""What a statement does, to whom, and how surely: act, target and hedge, read off its content."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.matching import ACTING
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements.naming import name_actor
from analysis.statements.statement import Statement

# Words behind a verb of speech that lead to whom it is aimed at.
TOWARDS = frozenset("of to for on upon against at about over towards toward with by in".split())
# A judgement with so narrow a band is an assessment; "may" and "possibly" are not.
WIDEST_BAND = 25
# What only appears so, or is believed by others, is told rather than judged.
APPARENT = frozenset(
    "appears appear appeared seems seem seemed apparently presumably believed thought presumed"
    " expected".split()
)
# How far into what is said "must" or "will" still speaks for the whole of it.
REACH = 40


def find_meaning(
    reading: Reading, statement: Statement, statements: list[Statement], rulebook: Rulebook
) -> None:
    """Give a statement its act, targets, hedge and who passed it on; in place."""
    first, end = _said(statement)
    hedges = rulebook.likelihood.find(reading.text.lower, first, end)
    statement.hedge = hedges[0] if hedges else None
    if statement.act == "say":
        _ContentReader(reading, statement, rulebook).find_act()
    else:
        statement.targets = _targets(reading, statement, rulebook)
        if statement.match.rule.set.get("only") == "measures" and _is_appointment(
            reading, statement, rulebook
        ):
            statement.act = "say"
    statement.via = _passed_on_by(reading, statement, statements, rulebook)


def _said(statement: Statement) -> tuple[int, int]:
    """Return the tokens of the content that stand in the sentence of the cue, the cue left out."""
    first = max(statement.first, statement.sentence.first)
    end = min(statement.end, statement.sentence.end)
    trigger = statement.match.trigger
    around = first <= trigger < end and first == statement.sentence.first
    if around or end <= trigger:
        return first, end
    return max(first, statement.match.end), end


def _own_countries(reading: Reading, statement: Statement) -> set[str]:
    """Return the states that the speakers belong to."""
    rows = [name_actor(reading, filler, "speaker") for filler in statement.speakers]
    return {row["speaker_country"] for row in rows} - {"", "IGO"}


class _ContentReader:
    """Finds the act that the content of a neutral verb carries."""

    def __init__(self, reading: Reading, statement: Statement, rulebook: Rulebook):
        self.reading = reading
        self.statement = statement
        self.acts = rulebook.acts
        self.first, self.end = _said(statement)
        self.lower, self.tags = reading.text.lower, reading.tags

    def find_act(self) -> None:
        """Set act and targets of the statement by what is said; "say" stays where nothing tells."""
        if self._denies():
            self.statement.act = "deny"
        elif self._has("warn"):
            self._take("warn", [])
        elif self._has("praise"):
            self._take("praise", [])
        elif (obliged := self._obligation()) >= 0:
            self._take("request", self._named_at(obliged))
        elif self._has("request"):
            self._take("request", [])
        elif self._promises():
            self._take("promise", [])
        elif self._judges():
            self._take("assess", [])

    def _judges(self) -> bool:
        hedge = self.statement.hedge
        if hedge is None or hedge.high - hedge.low > WIDEST_BAND:
            return False
        return self.lower[hedge.first] not in APPARENT

    def _take(self, act: str, subject: list[Filler]) -> None:
        self.statement.act = act
        addressed = [f for f in self.statement.match.fillers.get("told", []) if f.mention >= 0]
        self.statement.targets = (subject or addressed or self._others())[:1]

    def _has(self, act: str) -> bool:
        return self.acts.find(act, self.lower, self.first, self.end) >= 0

    def _others(self) -> list[Filler]:
        """The first state or body in the content that is not the speaker's own."""
        own = _own_countries(self.reading, self.statement)
        for number, mention in self.reading.mentions_between(self.first, self.end):
            if (
                mention.country
                and mention.country not in own
                and mention.kind not in ("city", "pronoun")
            ):
                return [
                    Filler(mention.first, mention.end, mention=number, how="named in the content")
                ]
        return []

    def _denies(self) -> bool:
        """Tell whether something is called untrue, or one's own side said not to do it."""
        if self._has("deny"):
            return True
        for token in range(self.first, min(self.end, self.first + REACH)):
            if self.tags[token] in "VIGE" and not self.acts.speech.arming.isdisjoint(
                self.reading.lemmas(token)
            ):
                resolver = self.statement.match.resolver
                start = resolver.group_start(token)
                if "N" in self.tags[start:token] and "M" not in self.tags[start:token]:
                    return self._is_own(start - 1)
        return False

    def _modals(self, act: str) -> Iterator[tuple[int, int]]:
        """Yield (last token of the subject, first behind the verb) of each modal verb of an act."""
        end = min(self.end, self.first + REACH)
        at, after = self.acts.find_modal(act, self.lower, self.first, end)
        while at >= 0:
            subject = at - 1
            while subject > self.first and self.tags[subject] in "ABN":
                subject -= 1
            if "S" not in self.tags[max(self.first, subject - 6) : subject]:  # "whether it must"
                yield subject, after
            at, after = self.acts.find_modal(act, self.lower, after, end)

    def _obligation(self) -> int:
        """Return the last token of who has to act, somebody other than the speaker, or -1."""
        for subject, after in self._modals("request"):
            perfect = self.lower[after : after + 1] == ["have"]
            if self.tags[subject] in "XOp" and not perfect and not self._is_own(subject):
                return subject
        return -1

    def _promises(self) -> bool:
        for subject, after in self._modals("promise"):
            verb = after
            while verb < self.end and self.tags[verb] in "BNT":
                verb += 1
            if verb >= self.end or self.tags[verb] not in "IOVGE" or not self._is_own(subject):
                continue
            if self.acts.speech.appointments.isdisjoint(self.reading.lemmas(verb)):
                return True
        return False

    def _is_own(self, subject: int) -> bool:
        """Tell whether a subject that ends at a token is the speaker or the speaker's state."""
        if subject < self.first:
            return False
        own = self.acts.speech.own_side
        word = self.lower[subject]
        if word in own:
            return word not in ("they", "their") or not self._is_one_person()
        number = self.reading.mention_at[subject]
        if number < 0:
            return any(word in own for word in self.lower[max(self.first, subject - 2) : subject])
        return self.reading.mentions[number].country in _own_countries(self.reading, self.statement)

    def _is_one_person(self) -> bool:
        """Tell whether "they" cannot stand for the speaker."""
        speaker = self.statement.speakers[0]
        return speaker.mention >= 0 and self.reading.mentions[speaker.mention].kind == "person"

    def _named_at(self, token: int) -> list[Filler]:
        number = self.reading.mention_at[token]
        if number < 0 or not self.reading.mentions[number].name:
            return []
        mention = self.reading.mentions[number]
        return [Filler(mention.first, mention.end, mention=number, how="who must")]


def _is_appointment(reading: Reading, statement: Statement, rulebook: Rulebook) -> bool:
    """Tell "agreed to meet again" from "agreed to send guns"."""
    verb = statement.match.end
    while verb < statement.sentence.end and reading.tags[verb] in "TB":
        verb += 1
    return not rulebook.acts.speech.appointments.isdisjoint(reading.lemmas(verb))


def _targets(reading: Reading, statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """Whom the act is aimed at: the object of its verb, or who is named first behind it."""
    match, fillers = statement.match, statement.match.fillers
    found = fillers.get("target_on") or fillers.get("target") or fillers.get("towards") or []
    found = [filler for filler in found if _is_other(reading, statement, filler.mention)]
    if found:
        return found[:3]
    if match.passive:
        return [f for f in match.resolver.surface_subject(match.trigger) if f.mention >= 0][:1]
    if statement.act == "deny":
        return _accuser(reading, statement, rulebook)
    own = _own_countries(reading, statement)
    for number, mention in reading.mentions_between(match.end, statement.sentence.end):
        named = (
            mention.country and mention.kind in (*ACTING, "demonym") and mention.kind != "pronoun"
        )
        arms = reading.item_at[mention.first] >= 0
        if (
            named
            and not arms
            and mention.country not in own
            and _is_other(reading, statement, number)
        ):
            return [Filler(mention.first, mention.end, mention=number, how="named behind")]
    return []


def _is_other(reading: Reading, statement: Statement, number: int) -> bool:
    """Tell whether a mention names somebody who is not among the speakers."""
    speakers = {reading.mentions[f.mention].name for f in statement.speakers if f.mention >= 0}
    return number >= 0 and reading.mentions[number].name not in speakers


def _accuser(reading: Reading, statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """Whose claim is denied: "rejected Kyiv's accusations", "denied the claim by the UN"."""
    claims, match = rulebook.acts.speech.claims, statement.match
    for token in range(match.end, min(statement.sentence.end, match.end + 8)):
        if reading.text.lower[token] in claims:
            return [f for f in match.resolver.owner(token) if f.mention >= 0][:1]
    return []


def _passed_on_by(
    reading: Reading, statement: Statement, statements: list[Statement], rulebook: Rulebook
) -> str:
    """Name the outlet that passed a statement on: "told Reuters", "…, Reuters reported"."""
    told = [f.mention for f in statement.match.fillers.get("told", []) if f.mention >= 0]
    around = [
        filler.mention
        for other in statements
        if other is not statement and other.covers(statement.match.trigger)
        and other.sentence.number == statement.sentence.number
        for filler in other.speakers
        if filler.mention >= 0
    ]  # fmt: skip
    own = {filler.mention for filler in statement.speakers}
    for number in told + around:
        actor = rulebook.actors.actors.get(reading.mentions[number].actor_id)
        if actor is not None and actor.kind == "media" and number not in own:
            return actor.name
    return ""
