"""Who tells of a transfer: everybody who says it, the outlet only where nobody is named."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement, own_countries
from analysis.transfer_allegations.transfer import Transfer

PASSED_ON = "statement.citing"
# Acts that tell what happens or will happen.
TELLING = frozenset({"say", "accuse", "assess", "confirm", "promise"})
Claimant = tuple[Filler, Statement | None]


def find_claimants(
    reading: Reading, transfer: Transfer, statements: list[Statement], nature: str
) -> list[Claimant]:
    """Return each claimant with the statement it makes; empty = the outlet's own account."""
    statement = transfer.statement
    told: list[Claimant] = []
    if statement is not None:
        joined = [statement, *_joining(reading, transfer, statement, statements)]
        told = [(speaker, other) for other in joined for speaker in other.speakers]
    announcer = _announcer(reading, transfer) if nature == "announced" else None
    if announcer is not None and not _speaks_already(reading, announcer, told):
        told.append((announcer, None))
    return told


def _speaks_already(reading: Reading, announcer: Filler, told: list[Claimant]) -> bool:
    state = reading.mentions[announcer.mention].country
    speakers = [speaker.mention for speaker, _ in told if speaker.mention >= 0]
    return any(reading.mentions[number].country == state for number in speakers)


def _joining(
    reading: Reading, transfer: Transfer, statement: Statement, statements: list[Statement]
) -> Iterator[Statement]:
    """Yield the other statements of the sentence that tell it too.

    "Yonhap, citing the intelligence service, said": the source, and who cites it. "Norway
    believes that …, its minister said": those who speak for one state.
    """
    cited = statement.match.rule.id == PASSED_ON
    own = own_countries(reading, statement)
    for other in statements:
        if other is statement or other.sentence is not statement.sentence:
            continue
        one_side = cited or not own.isdisjoint(own_countries(reading, other))
        tells = other.act in TELLING and other.covers(transfer.match.trigger)
        if other.match.rule.id == PASSED_ON or (tells and one_side):
            yield other


def _announcer(reading: Reading, transfer: Transfer) -> Filler | None:
    """Return the supplier where it is the subject of the word that announces the transfer."""
    match = transfer.match
    if transfer.supplier not in match.fillers.get("supplier", []):
        return None
    announcing = reading.grammar.governors["announced"]
    governor = match.resolver.governor(match.trigger)
    for token in (match.trigger, governor):
        if token >= 0 and not announcing.isdisjoint(reading.lemmas(token)):
            return transfer.supplier
    return None
