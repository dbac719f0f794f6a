"""One speech act, as the other tables use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analysis.evidence import Row
from analysis.likelihood import Hedge
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.naming import country_of
from analysis.text import Sentence

# The rule that reads whom an outlet cites.
CITED = "statement.citing"
ASKED = frozenset({"asked", "pressed", "questioned", "quizzed"})
# What is asked, and not told: "whether it had sold the rifles".
ASKING = frozenset({"if", "whether"})


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
    # Whether somebody it names is not whom it is aimed at (intended.py).
    spares: bool = False
    hedge: Hedge | None = None
    quotation: int = 0
    # Where it ends in its own sentence, if its quotation goes on in the next ones: before the cue.
    ends_here: int = 0
    answers: str = ""
    # Who passed it on: an outlet or agency named between.
    via: str = ""
    # The statement whose quotation it goes on with, and the one that does the same already.
    opening: Statement | None = None
    repeats: Statement | None = None
    # Ends of the transfers that its words negate: "said it had never sold arms to Mali".
    denied: list[Row] = field(default_factory=list)
    # The rows made of it and their ids, one a speaker, in the order of `speakers`.
    row_ids: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    # What the quotation in its own sentence does in its own words: "“We urge …,” he said".
    own_words: Statement | None = None

    # The article it is told in, as its match has it.
    reading: Reading = field(init=False, repr=False, compare=False)
    lower: list[str] = field(init=False, repr=False, compare=False)
    tags: list[str] = field(init=False, repr=False, compare=False)
    lexicon: Mapping[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take what the match knows of the article."""
        match = self.match
        self.reading, self.lexicon = match.reading, match.lexicon
        self.lower, self.tags = match.lower, match.tags

    @property
    def own_countries(self) -> set[str]:
        """The states that the speakers belong to."""
        return {country_of(self.reading, filler) for filler in self.speakers} - {"", "IGO"}

    @property
    def partner(self) -> Statement | None:
        """The statement that says it all already, where this one only says so."""
        if self.act == "say" and self.own_words is not None:
            return self.own_words
        return self.repeats

    @property
    def names_others(self) -> bool:
        """Tell whether it names somebody, aimed at or not."""
        return bool(self.targets) or self.spares

    @property
    def defends(self) -> bool:
        """Tell whether it defends what was done, which denies no part of it."""
        return "defends" in self.match.rule.set

    def here(self) -> tuple[int, int]:
        """Return the tokens of the content in the sentence of the cue."""
        end = min(self.ends_here or self.end, self.sentence.end)
        return max(self.first, self.sentence.first), end

    def said(self) -> tuple[int, int]:
        """Return the same, the cue left out."""
        first, end = self.here()
        if first == self.sentence.first or end <= self.match.trigger:
            return first, end
        return max(first, self.match.end), end

    def question(self) -> int:
        """Return where what is asked in the sentence begins, "whether it had sold guns", or -1."""
        here = range(self.sentence.first + 1, self.sentence.end)
        asked = (t for t in here if self.lower[t - 1] in ASKED and self.lower[t] in ASKING)
        return next(asked, -1)

    def tokens(self) -> Sequence[int]:
        """Return the same without what is put in: "(you know)", "Oslo, | which was old, | has"."""
        first, end = self.said()
        if "R" not in self.tags[first:end] and "(" not in self.lower[first:end]:
            return range(first, end)
        kept: list[int] = []
        resumed = first
        for opening in range(first + 1, end):
            if opening >= resumed and self.lower[opening] in ("(", ","):
                closing = self._closing_of(opening, end)
                if closing > opening:
                    kept += range(resumed, opening)
                    resumed = closing + 1
        return [*kept, *range(resumed, end)]

    def _closing_of(self, opening: int, end: int) -> int:
        """Return the mark that closes the brackets or relative clause that one opens; else it."""
        lower, tags = self.lower, self.tags
        if lower[opening] == "(":
            return next((t for t in range(opening, end) if lower[t] == ")"), opening)
        if tags[opening : opening + 2] != [",", "R"]:
            return opening
        comma = next((t for t in range(opening + 1, end - 1) if tags[t] == ","), opening)
        resumed = tags[self.reading.skip_right(comma + 1, "B", end)] in "VAMp"
        return comma if resumed else opening

    def covers(self, token: int) -> bool:
        """Tell whether a token belongs to what is said."""
        return self.first <= token < self.end


def governing(statements: list[Statement], token: int) -> Statement | None:
    """Return the innermost statement inside which a token is said, if any.

    Who says so behind it only passes on a denial before it: "Oslo denied that …, Reuters said".
    """
    covering = [statement for statement in statements if statement.first <= token < statement.end]
    inner = min(covering, key=_length, default=None)
    first = inner.first if inner is not None else token
    denials = [one for one in covering if one.act == "deny" and first <= one.match.trigger < token]
    return min(denials, key=_length, default=inner)


def _length(statement: Statement) -> int:
    return statement.end - statement.first
