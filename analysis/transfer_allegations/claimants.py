"""Who tells of a transfer: everybody who says it, the outlet only where nobody is named."""

from __future__ import annotations

from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement
from analysis.transfer_allegations.transfer import Transfer

PASSED_ON = "statement.citing"


def find_claimants(
    reading: Reading, transfer: Transfer, statements: list[Statement], nature: str
) -> list[tuple[Filler, Statement | None]]:
    """Return each claimant with the statement it makes; empty = the outlet's own account."""
    statement = transfer.statement
    told: list[tuple[Filler, Statement | None]] = []
    if statement is not None:
        told = [(speaker, statement) for speaker in statement.speakers]
        told += _cited(statement, statements)
    announcer = _announcer(reading, transfer) if nature == "announced" else None
    if announcer is not None and not _speaks_already(reading, announcer, told):
        told.append((announcer, None))
    return told


def _speaks_already(
    reading: Reading, announcer: Filler, told: list[tuple[Filler, Statement | None]]
) -> bool:
    state = reading.mentions[announcer.mention].country
    speakers = [speaker.mention for speaker, _ in told if speaker.mention >= 0]
    return any(reading.mentions[number].country == state for number in speakers)


def _cited(
    statement: Statement, statements: list[Statement]
) -> list[tuple[Filler, Statement | None]]:
    """Return whom "Yonhap, citing the intelligence service, said" names as its source."""
    return [
        (speaker, other)
        for other in statements
        if other.match.rule.id == PASSED_ON and other.sentence is statement.sentence
        for speaker in other.speakers
        if other is not statement
    ]


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
