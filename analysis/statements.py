"""Who said what, how surely; which statement a later one denies or confirms."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.evidence import Row, describe, make_id
from analysis.likelihood import Hedge
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.text import Sentence

# Verbs whose subject may stand behind them: “…,” said the minister.
INVERTING = frozenset(
    [
        "say",
        "add",
        "write",
        "reply",
        "explain",
        "warn",
        "note",
        "tell",
        "state",
        "ask",
        "declare",
        "report",
        "announce",
        "argue",
        "claim",
        "conclude",
        "insist",
    ]
)
# Subjects that are no speakers.
SILENT = frozenset(
    {"it", "we", "i", "you", "this", "that", "there", "what", "who", "us", "me", "one", "them"}
)
OWN_SIDE = frozenset({"we", "i", "he", "she", "it", "they", "our", "his", "her", "its", "their"})
# A noun phrase without a named actor speaks only if its head does.
SPEAKING_NOUNS = frozenset(
    (
        "official officials source sources spokesman spokeswoman spokesperson minister ministry "
        "government statement report reports agency agencies newspaper paper diplomat diplomats "
        "intelligence military army analyst analysts expert experts monitors investigators "
        "authorities president leader leaders media lawmaker lawmakers commander commanders "
        "adviser aide aides service police embassy council committee panel group groups court "
        "prosecutors prosecutor regulator readout communique document documents rebels activists "
        "witnesses broadcaster television journalist researchers watchdog institute think-tank "
        "envoy ambassador secretary chief deputy parliament mission delegation general officer "
        "officers both sides side data survey study"
    ).split()
)


@dataclass(slots=True)
class Statement:
    """One speech act: who speaks, what the words do, and the tokens [first, end) of its content."""

    match: Match
    sentence: Sentence
    speakers: list[Filler]
    act: str
    first: int
    end: int
    targets: list[Filler] = field(default_factory=list)
    hedge: Hedge | None = None
    quotation: int = 0
    answers: str = ""
    # Ids of the rows made of it, one a speaker, in the order of `speakers`.
    row_ids: list[str] = field(default_factory=list)

    def covers(self, token: int) -> bool:
        """Tell whether a token belongs to what is said."""
        return self.first <= token < self.end


def governing(statements: list[Statement], token: int) -> Statement | None:
    """Return the innermost statement inside which a token is said, if any."""
    covering = [statement for statement in statements if statement.covers(token)]
    return min(covering, key=lambda statement: statement.end - statement.first, default=None)


def find_statements(reading: Reading, matches: list[Match], rulebook: Rulebook) -> list[Statement]:
    """Return the speech acts of a text in order; the first rule of a trigger takes it."""
    statements: list[Statement] = []
    taken: set[int] = set()
    for match in matches:
        if match.rule.table != "statements" or match.trigger in taken:
            continue
        speakers = [filler for filler in match.fillers["speaker"] if _speaks(reading, filler)]
        if not speakers or (match.negated and match.rule.set["act"] != "say"):
            continue
        taken.add(match.trigger)
        first, end = _content(reading, match)
        statement = Statement(match, match.sentence, speakers, match.rule.set["act"], first, end)
        statement.targets = _targets(reading, match, speakers)
        statement.quotation = max(reading.text.quotes[first:end], default=0)
        _refine_act(reading, statement, rulebook)
        statements.append(statement)
    _extend_quotations(reading, statements)
    return statements


def _speaks(reading: Reading, filler: Filler) -> bool:
    if filler.mention >= 0:
        mention = reading.mentions[filler.mention]
        return bool(mention.name) and mention.name.lower() not in SILENT
    words = reading.text.lower[filler.first : filler.end]
    return not SPEAKING_NOUNS.isdisjoint(words[-2:])


def _content(reading: Reading, match: Match) -> tuple[int, int]:
    """Return the tokens of what is said."""
    sentence, trigger = match.sentence, match.trigger
    where = match.rule.set["content"]
    if where == "sentence":
        return (
            (sentence.first, trigger) if trigger - sentence.first > 3 else (match.end, sentence.end)
        )
    if where == "of":
        for token in range(match.end, sentence.end):
            if reading.text.lower[token] in ("of", "for", "that"):
                return token + 1, sentence.end
        return match.end, sentence.end
    if where == "clause":
        return _said_clause(reading, match)
    return match.end, sentence.end


def _said_clause(reading: Reading, match: Match) -> tuple[int, int]:
    """The clause before the verb where the verb stands behind it: "… , officials said"."""
    sentence, tags = match.sentence, reading.tags
    speaker = min((f.first for f in match.fillers["speaker"]), default=match.trigger)
    start = min(speaker, match.trigger)
    behind = sum(tag in "XOVG" for tag in tags[match.end : sentence.end])
    before = start - 1
    while before > sentence.first and tags[before] in "DO":
        before -= 1
    closes = before > sentence.first and (tags[before] in ",Q")
    quoted_before = closes and any(reading.text.quotes[sentence.first : before + 1])
    quoted_behind = any(reading.text.quotes[match.end : sentence.end])
    that = match.end < sentence.end and reading.text.lower[match.end] == "that"
    if (
        closes
        and before - sentence.first >= 3
        and not that
        and (quoted_before or behind <= 4)
        and not (quoted_behind and not quoted_before)
    ):
        verb_inside = any(tag in "VA" for tag in tags[sentence.first : before])
        if verb_inside:
            return sentence.first, before
    return match.end, sentence.end


def _targets(reading: Reading, match: Match, speakers: list[Filler]) -> list[Filler]:
    said = {filler.mention for filler in speakers}
    found = match.fillers.get("target") or match.fillers.get("towards") or []
    return [filler for filler in found if filler.mention >= 0 and filler.mention not in said][:3]


def _refine_act(reading: Reading, statement: Statement, rulebook: Rulebook) -> None:
    """Give a neutral verb the act that its content carries, and find the hedge."""
    lower = reading.text.lower
    first, end = statement.first, statement.end
    hedges = rulebook.likelihood.find(
        lower, statement.match.end if first > statement.match.trigger else first, end
    )
    statement.hedge = hedges[0] if hedges else None
    if statement.act != "say":
        return
    acts = rulebook.acts
    if acts.find("deny", lower, first, end) >= 0:
        statement.act = "deny"
    elif acts.find("warn", lower, first, end) >= 0:
        statement.act = "warn"
    elif hedges and hedges[0].high - hedges[0].low <= 25:
        statement.act = "assess"
    elif (at := acts.find("request", lower, first, end)) >= 0 and at - first < 18:
        statement.act = "request"
    elif (at := acts.find("promise", lower, first, end)) >= 0 and _own_side(reading, statement, at):
        statement.act = "promise"
    elif acts.find("accuse", lower, first, end) >= 0:
        statement.act = "accuse"
    elif acts.find("praise", lower, first, end) >= 0:
        statement.act = "praise"


def _own_side(reading: Reading, statement: Statement, modal: int) -> bool:
    """Tell whether the subject of a modal is the speaker or the speaker's state."""
    index = modal - 1
    while index > statement.first and reading.tags[index] in "BN":
        index -= 1
    if reading.text.lower[index] in OWN_SIDE:
        return True
    number = reading.mention_at[index]
    if number < 0:
        return any(
            word in OWN_SIDE for word in reading.text.lower[max(statement.first, index - 2) : index]
        )
    mention = reading.mentions[number]
    countries = {reading.mentions[f.mention].country for f in statement.speakers if f.mention >= 0}
    return mention.country != "" and mention.country in countries


def _extend_quotations(reading: Reading, statements: list[Statement]) -> None:
    """Let a quotation that runs over several sentences belong to its speaker as a whole."""
    quotes = reading.text.quotes
    for statement in statements:
        number = statement.quotation
        if not number:
            continue
        while statement.end < len(quotes) and quotes[statement.end] == number:
            statement.end += 1
        while statement.first and quotes[statement.first - 1] == number:
            statement.first -= 1


# Rows


def name_actor(reading: Reading, filler: Filler, slot: str) -> Row:
    """Return the three columns of an actor in a role: id, name, state."""
    if filler.mention >= 0:
        mention = reading.mentions[filler.mention]
        return {
            f"{slot}_id": mention.actor_id,
            slot: mention.name,
            f"{slot}_country": mention.country,
        }
    words = reading.text.span(filler.first, filler.end)
    words = words.removeprefix("the ").removeprefix("The ").removeprefix("a ").removeprefix("A ")
    owner = next((m for _, m in reading.mentions_between(filler.first, filler.end)), None)
    return {f"{slot}_id": "", slot: words, f"{slot}_country": owner.country if owner else ""}


def judge_confidence(reading: Reading, fillers: list[Filler]) -> str:
    """high: every role is a known actor named outright; low: one is a pronoun or not named."""
    mentions = [
        reading.mentions[filler.mention] if filler.mention >= 0 else None for filler in fillers
    ]
    if any(mention is None or mention.kind == "pronoun" for mention in mentions):
        return "low"
    return "high" if all(mention and mention.known for mention in mentions) else "medium"


def number_statements(reading: Reading, statements: list[Statement]) -> None:
    """Give each statement the ids of its rows, so that other tables can name them; in place."""
    for statement in statements:
        statement.row_ids = [
            _row(reading, statement, speaker)["statement_id"] for speaker in statement.speakers
        ]


def list_statements(reading: Reading, statements: list[Statement]) -> list[Row]:
    """Return rows of STATEMENTS: one a speaker, act, target and content."""
    unique: dict[str, Row] = {}
    for statement in statements:
        for speaker in statement.speakers:
            row = _row(reading, statement, speaker)
            unique.setdefault(row["statement_id"], row)
    return list(unique.values())


def _row(reading: Reading, statement: Statement, speaker: Filler) -> Row:
    row = describe(
        reading,
        statement.sentence,
        rule_id=statement.match.rule.id,
        confidence=judge_confidence(reading, [speaker]),
    )
    row |= name_actor(reading, speaker, "speaker")
    row["act"] = statement.act
    if statement.targets:
        row |= name_actor(reading, statement.targets[0], "target")
    if statement.hedge:
        hedge = statement.hedge
        row["likelihood_words"] = reading.text.span(hedge.first, hedge.end)
        row["likelihood_low"], row["likelihood_high"] = hedge.low, hedge.high
    row["quoted"] = bool(statement.quotation)
    row["answers"] = statement.answers
    row["statement_id"] = make_id("statements", row, ("speaker", "act", "target"))
    return row
