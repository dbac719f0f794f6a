"""Who is said to have sent arms, soldiers or technology to whom, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.evidence import Row, describe, make_id, merge_repeats
from analysis.items import ItemMention
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements import Statement, governing, judge_confidence, name_actor
from analysis.visits import pick_date

# Rules whose supplier is told only by the make of the item.
NAMED_BY_MAKER = frozenset({"transfer.use_foreign", "transfer.debris"})
# What makes two rows tell of one transfer, the item class last.
CLASS = ("supplier_country", "supplier", "recipient_country", "recipient", "kind", "category")
FUTURE = frozenset(["will", "would", "shall", "'ll", "’ll"])
# Which nature a governing word gives, the first that fits.
NATURES = {
    "requested": "requested",
    "refused": "blocked",
    "considered": "considered",
    "planned": "planned",
    "alleged": "alleged",
}
ANNOUNCED = frozenset(
    [
        "announce",
        "unveil",
        "approve",
        "authorise",
        "authorize",
        "pledge",
        "promise",
        "confirm",
        "vow",
        "commit",
    ]
)


# Words that make a transfer a thought: nobody claims that it happens.
HYPOTHETICAL = frozenset(["if", "unless", "would", "could", "might", "were", "whether"])
PARTIES = frozenset({"group", "organisation", "institution"})


@dataclass(slots=True)
class _Transfer:
    """Supplier, recipient and items of one match, before claimants are added."""

    match: Match
    supplier: Filler | None
    recipient: Filler | None
    items: list[ItemMention]
    implied: list[str]


def find_transfer_allegations(
    reading: Reading, matches: list[Match], statements: list[Statement], rulebook: Rulebook
) -> list[Row]:
    """Return rows of TRANSFER_ALLEGATIONS: one claimant, supplier, recipient and item class."""
    transfers: list[_Transfer] = []
    taken: set[int] = set()
    for match in matches:
        if match.rule.table != "transfer_allegations" or match.trigger in taken:
            continue
        found = _transfers(reading, match, statements)
        if found:
            taken.add(match.trigger)
            transfers.extend(found)
    _imply_ends(reading, transfers)
    rows = [
        row
        for transfer in transfers
        if _is_complete(reading, transfer)
        for row in _rows(reading, transfer, statements)
    ]
    return _merge(rows)


def _transfers(reading: Reading, match: Match, statements: list[Statement]) -> list[_Transfer]:
    """Return one transfer a supplier and recipient; several of either may be joined."""
    if match.negated and not _denied(reading, match, statements):
        return []
    suppliers = _ends(match, ("supplier", "origin", "maker"))
    recipients = _ends(match, ("recipient", "beneficiary", "receiver", "destination"))
    statement = governing(statements, match.trigger)
    implied = []
    if not suppliers and statement and statement.act == "accuse" and statement.targets:
        suppliers, implied = list(statement.targets), ["supplier"]
    named = match.fillers.get("item") or match.fillers.get("direct") or []
    items = [reading.items[filler.item] for filler in named]
    if match.rule.id in NAMED_BY_MAKER:
        items = _made_by(reading, items, suppliers)
        if not items:
            return []
    return [
        _Transfer(match, supplier, recipient, items, list(implied))
        for supplier in suppliers or [None]
        for recipient in recipients or [None]
    ]


def _made_by(
    reading: Reading, items: list[ItemMention], makers: list[Filler | None]
) -> list[ItemMention]:
    """Return the item that stands behind the name of its maker."""
    start = min((maker.first for maker in makers if maker), default=0)
    clear = [item for item in items if not item.item.needs_transfer]
    behind = [item for item in clear if item.end > start]
    return sorted(behind, key=lambda item: item.first)[:1]


def _ends(match: Match, slots: tuple[str, ...]) -> list[Filler | None]:
    for slot in slots:
        if match.fillers.get(slot):
            return list(match.fillers[slot])
    return []


def _denied(reading: Reading, match: Match, statements: list[Statement]) -> bool:
    """Tell whether a negated transfer is denied by one of its parties, not just not made."""
    statement = governing(statements, match.trigger)
    return statement is not None and statement.act == "deny"


def _imply_ends(reading: Reading, transfers: list[_Transfer]) -> None:
    """Fill an end left unsaid from the transfer told last that shares the other end; in place."""
    for index, transfer in enumerate(transfers):
        for slot, other in (("recipient", "supplier"), ("supplier", "recipient")):
            said, unsaid = getattr(transfer, other), getattr(transfer, slot)
            if unsaid is not None or said is None:
                continue
            for earlier in [*reversed(transfers[:index]), *transfers[index + 1 :]]:
                known = getattr(earlier, slot)
                if known is not None and _party(reading, getattr(earlier, other)) == _party(
                    reading, said
                ):
                    setattr(transfer, slot, known)
                    transfer.implied.append(slot)
                    break


def _is_complete(reading: Reading, transfer: _Transfer) -> bool:
    """Tell whether a transfer has two different ends, and is more than a thought."""
    supplier, recipient = _party(reading, transfer.supplier), _party(reading, transfer.recipient)
    if not supplier or not recipient or supplier == recipient:
        return False
    sentence = transfer.match.sentence
    words = reading.text.lower[sentence.first : transfer.match.trigger]
    return not ("if" in words or words[:1] == ["were"])


def _party(reading: Reading, filler: Filler | None) -> str:
    """Return the state at one end, or the name of a group that is none."""
    if filler is None or filler.mention < 0:
        return ""
    mention = reading.mentions[filler.mention]
    if mention.kind in ("organisation", "group") and mention.actor_id not in ("", mention.country):
        return mention.actor_id
    return mention.country or (mention.name if mention.kind in PARTIES else "")


def _rows(reading: Reading, transfer: _Transfer, statements: list[Statement]) -> list[Row]:
    match = transfer.match
    statement = governing(statements, match.trigger)
    classes: dict[tuple[str, str], list[ItemMention]] = {}
    for item in transfer.items:
        classes.setdefault((item.item.kind, item.item.category), []).append(item)
    if not transfer.items:
        classes["arms", "unspecified"] = []
    rows: list[Row] = []
    for (kind, category), items in classes.items():
        claimants: list[Filler | None] = list(statement.speakers) if statement else [None]
        for claimant in claimants:
            rows.append(_row(reading, transfer, statement, claimant, kind, category, items))
    return rows


def _row(
    reading: Reading,
    transfer: _Transfer,
    statement: Statement | None,
    claimant: Filler | None,
    kind: str,
    category: str,
    items: list[ItemMention],
) -> Row:
    match = transfer.match
    ends = [filler for filler in (transfer.supplier, transfer.recipient, claimant) if filler]
    row = describe(
        reading,
        match.sentence,
        rule_id=match.rule.id,
        confidence="low" if transfer.implied else judge_confidence(reading, ends),
        implied=transfer.implied,
    )
    row["kind"], row["category"] = kind, category
    for slot, filler in (("supplier", transfer.supplier), ("recipient", transfer.recipient)):
        if filler is not None:
            row |= name_actor(reading, filler, slot)
    row["item"] = "; ".join(dict.fromkeys(item.words for item in items))
    row["designation"] = next((item.item.name for item in items if item.item.designation), "")
    quantity = next((item.quantity for item in items if item.quantity), None)
    if quantity is not None:
        row |= {"quantity_low": quantity.low, "quantity_high": quantity.high, "unit": quantity.unit}
    date = pick_date(reading, match)
    if date is not None:
        row |= {"date": date.date, "date_end": date.date_end, "date_precision": date.precision}
    if claimant is None:
        row |= {
            "claimant_id": "",
            "claimant": reading.article.outlet,
            "claimant_country": "",
            "act": "say",
        }
    else:
        assert statement is not None
        row |= name_actor(reading, claimant, "claimant")
        row["act"] = statement.act
        row["statement_id"] = statement.row_ids[0] if statement.row_ids else ""
        if statement.hedge:
            row["likelihood"] = reading.text.span(statement.hedge.first, statement.hedge.end)
            row["likelihood_low"], row["likelihood_high"] = (
                statement.hedge.low,
                statement.hedge.high,
            )
    row["nature"] = _nature(reading, match, statement)
    row["allegation_id"] = make_id(
        "transfer_allegations", row, ("claimant", "supplier", "recipient", "kind", "category")
    )
    return row


def _nature(reading: Reading, match: Match, statement: Statement | None) -> str:
    if statement is not None and statement.act == "deny":
        return "denied_only"
    governed = _governed(reading, match)
    if governed:
        return governed
    if match.rule.set.get("nature"):
        return match.rule.set["nature"]
    if statement is None:
        return "reported"
    own = {reading.mentions[f.mention].country for f in statement.speakers if f.mention >= 0}
    supplier = match.mention("supplier")
    if supplier and supplier.mention >= 0 and reading.mentions[supplier.mention].country in own:
        return "announced"
    return "requested" if statement.act == "request" else "alleged"


def _governed(reading: Reading, match: Match) -> str:
    lower, resolver = reading.text.lower, match.resolver
    if reading.tags[match.trigger] not in "VIGE":
        return ""
    if FUTURE.intersection(lower[resolver.group_start(match.trigger) : match.trigger]):
        return "planned"
    governor = resolver.governor(match.trigger)
    if governor < 0:
        return ""
    lemmas = {*reading.lemmas(governor), lower[governor]}
    if ANNOUNCED & lemmas:
        return "announced"
    governors = reading.grammar.governors
    for group, nature in NATURES.items():
        if lemmas & {word.removeprefix("be ") for word in governors[group]}:
            return nature
    return ""


def _merge(rows: list[Row]) -> list[Row]:
    """One row a claimant, supplier, recipient and class.

    The outlet's own account stands only where nobody else is named for it, a denial only where
    nobody tells of the transfer otherwise.
    """
    merged = merge_repeats(rows, ("claimant", *CLASS))
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in merged:
        groups.setdefault(tuple(row.get(name, "") for name in CLASS), []).append(row)
    told = {_dyad(row) for row in merged if row["nature"] != "denied_only"}
    kept: list[Row] = []
    for group in groups.values():
        named = [row for row in group if row["claimant"] != row["outlet"]]
        for row in group:
            if row["nature"] == "denied_only" and _dyad(row) in told:
                continue
            if named and row not in named:
                named[0]["also"] = list(dict.fromkeys([*named[0]["also"], row["evidence"]]))
                continue
            kept.append(row)
    return sorted(kept, key=lambda row: (row["start"], row["allegation_id"]))


def _dyad(row: Row) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in CLASS[:5])
