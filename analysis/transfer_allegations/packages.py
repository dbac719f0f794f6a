"""Who sends a package, and to whom, whose contents a sentence tells."""

from __future__ import annotations

from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Transfer

# How many sentences back a transfer still says what a sentence is about.
SAME_TOPIC = 3


def take_ends(parties: Parties, transfer: Transfer, before: list[Transfer]) -> None:
    """Give a package the ends it was told of with; else who tells of it, if that exports arms."""
    statement, exporters = transfer.statement, parties.reading.lexicon["arms_exporters"]
    whole = [one for one in before if one.supplier is not None and one.recipient is not None]
    told = [
        one
        for one in whole
        if transfer.match.sentence.number - one.match.sentence.number <= SAME_TOPIC
    ]
    ends = {(parties.key(one.supplier), parties.key(one.recipient)) for one in whole}
    told = told or (whole if len(ends) == 1 else [])  # the article tells of one supplier only
    if transfer.supplier is not None:
        same = [one for one in told if parties.key(one.supplier) == parties.key(transfer.supplier)]
        if same and transfer.recipient is None:
            transfer.recipient = same[-1].recipient
            transfer.implied.append("recipient")
    elif told:
        transfer.supplier = told[-1].supplier
        transfer.recipient = transfer.recipient or told[-1].recipient
        transfer.implied.append("supplier")
    elif statement is not None and transfer.match.fillers.get("package"):
        sellers = [one for one in statement.speakers if parties.key(one) in exporters]
        transfer.supplier = sellers[0] if sellers else None
        transfer.implied.append("supplier")
