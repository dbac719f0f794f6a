"""Matches of the rules in transfer_allegations.yaml -> transfers -> rows."""

from __future__ import annotations

from analysis.evidence import Row
from analysis.matching import Match
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.statements import Statement
from analysis.transfer_allegations.authors import Authors
from analysis.transfer_allegations.claimants import find_claimants
from analysis.transfer_allegations.claims import find_denials, find_others_claim
from analysis.transfer_allegations.implied import imply_ends
from analysis.transfer_allegations.items_again import ItemsAgain
from analysis.transfer_allegations.nature import find_nature
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.reader import Reader
from analysis.transfer_allegations.repeating import Repeaters
from analysis.transfer_allegations.rows import make_rows, merge_rows, name_ends, repeat_rows
from analysis.transfer_allegations.standing import (
    drop_headings,
    drop_weak,
    find_returned,
    is_whole,
)
from analysis.transfer_allegations.transfer import Told, Transfer, condemns


def find_transfer_allegations(
    reading: Reading, matches: list[Match], statements: list[Statement], rulebook: Rulebook
) -> list[Row]:
    """Return rows of TRANSFER_ALLEGATIONS: one claimant, supplier, recipient and item class."""
    parties = Parties(reading, rulebook.actors)
    reader = Reader(parties, statements)
    transfers: list[Transfer] = []
    taken: set[int] = set()
    for match in matches:
        if match.rule.table != "transfer_allegations" or match.trigger in taken:
            continue
        found = reader.read(match)
        if match.rule.set.get("weak"):  # tells of a transfer only by naming both ends
            found = [transfer for transfer in found if is_whole(parties, transfer)]
        if found:
            taken.add(match.trigger)
            transfers.extend(found)
    imply_ends(parties, transfers)
    transfers += find_returned(parties, [*transfers])
    transfers = drop_weak(parties, transfers, reader.untold)
    transfers = drop_headings(parties, transfers)
    ItemsAgain(parties).take_up(transfers)
    rows: list[Row] = []
    told: list[Told] = []
    for transfer in transfers:
        if not is_whole(parties, transfer):
            continue
        _leave_to_others(parties, transfer)
        nature = find_nature(parties, transfer, statements)
        if nature == "denied_only" and transfer.statement is not None:
            if transfer.statement.act != "deny":
                told.append(Told(transfer, nature))
                continue  # "will not send": no allegation
            outright = transfer.statement.match.rule.set["act"] == "deny"
            # "Said it plans no change to the use of its arms" denies no transfer.
            deed = reading.tags[transfer.match.trigger] in "VIGE"
            if outright or (deed and not transfer.match.rule.set.get("weak")):
                transfer.statement.denied.append(name_ends(parties, transfer))
        if transfer.statement is not None and transfer.statement.act == "decline":
            # "Did not deny that its tanks were in Chad": nobody claims it; but "would not say
            # whether Chad had used its tanks" takes them for granted.
            open_to = not (transfer.implied or transfer.match.rule.set.get("weak"))
            transfer.statement.denied += [name_ends(parties, transfer)] * open_to
            continue
        if nature:
            for denial in find_denials(transfer, statements):
                denial.denied.append(name_ends(parties, transfer))
            claimants = find_claimants(parties, transfer, statements, nature)
            rows += make_rows(parties, transfer, claimants, nature)
            told.append(Told(transfer, nature))
    again = [
        *Repeaters(parties, rulebook, told).find(statements),
        *Authors(parties, statements).find(told),
    ]
    for one in again:
        rows += repeat_rows(parties, one)
    condemning = {i for one in statements if condemns(one) for i in one.row_ids}
    return merge_rows(rows, condemning, reading.lexicon["reports"])


def _leave_to_others(parties: Parties, transfer: Transfer) -> None:
    """Take a claim of others from who denies or only mentions it."""
    claim, statement = find_others_claim(transfer), transfer.statement
    if statement is not None and statement.act == "deny" and claim < 0 and transfer.presupposed:
        transfer.statement = None  # "denied an attack with rifles supplied by Oslo"
    if statement is not None and statement.act == "decline" and _is_taken_for_granted(transfer):
        transfer.statement = None
    if claim < 0 or statement is None:
        return
    if statement.act == "deny" and statement.match.trigger != claim:
        statement.denied.append(name_ends(parties, transfer))
    transfer.statement, transfer.claim = None, claim


def _is_taken_for_granted(transfer: Transfer) -> bool:
    """Tell "would not say what it has sent Chad" from "whether it has", "what it has sent"."""
    match, lower, tags = transfer.match, transfer.match.lower, transfer.match.tags
    lexicon = match.lexicon
    before = range(match.trigger - 1, match.sentence.first, -1)
    asked = (token for token in before if lower[token] in lexicon["asking"])
    word = next(asked, match.trigger)
    verb = word - 1 - (tags[word - 1] == "P")  # "comment on which", but not "rockets which"
    opens = tags[verb] in "VIGE" or lower[verb] in lexicon["commented"]
    return opens and not transfer.implied and lower[word] in lexicon["details"]
