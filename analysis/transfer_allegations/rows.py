"""A transfer and who tells it -> rows; what an article repeats is one row."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from analysis.dating import date_columns
from analysis.evidence import Row, describe, make_id, merge_repeats
from analysis.items import ItemMention
from analysis.likelihood import Hedge
from analysis.roles import VERBS
from analysis.statements import CITED, judge_confidence, name_actor
from analysis.transfer_allegations.dating import date_transfer
from analysis.transfer_allegations.goods import quantity_of
from analysis.transfer_allegations.governed import Governing
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Claimant, Retold, Transfer, announces

# What makes two rows tell of one transfer, the item class last.
CLASS = ("supplier_country", "supplier", "recipient_country", "recipient", "kind", "category")
ID_SLOTS = ("claimant", "supplier", "recipient", "kind", "category")
# Who says it, and how.
CLAIM = ("claimant_id", "claimant", "claimant_country", "act", "statement_id")
# Whoever tells these again does not allege them.
SETTLED = frozenset({"announced", "planned", "considered"})
# So is told what others can condemn without claiming it.
KNOWN = frozenset({"reported", "announced", "planned"})
# "The air force", "the Defence Ministry": of whom, is not said.
BARE = 2
QUANTITY = ("quantity_low", "quantity_high", "unit")
# Left unsaid by who only tells again what the outlet tells.
BOTH_ENDS = frozenset({"supplier", "recipient"})
Class = tuple[str, str]


def make_rows(
    parties: Parties, transfer: Transfer, claimants: list[Claimant], nature: str
) -> list[Row]:
    """Return one row a claimant and item class."""
    rows = []
    joint = transfer.reading.countries(transfer.joint_suppliers)
    wanted = {"promise"} if Governing(transfer).asks_to_stop() else {"promise", "request"}
    for (kind, category), items in _classes(transfer).items():
        told = _tell(parties, transfer, items)
        told |= {"kind": kind, "category": category, "nature": nature}
        told_by: list[Claimant | None] = [*claimants] or [None]
        for claimant in told_by:
            row = {**told, **_claim(transfer, claimant), "also": []}
            own = _own_state(transfer, row, claimant)
            row["claimant_country"] = row["claimant_country"] or own
            told_as = "announced" if own and nature == "alleged" else nature
            private = claimant is not None and parties.is_private(claimant[0])
            claimed = private or (claimant is not None and not _owns_up(row, claimant, joint))
            row["nature"] = "alleged" if claimed and told_as == "reported" else told_as
            if row["nature"] == "alleged" and row["act"] in wanted:
                row["act"] = "say"  # "vowed sanctions to curb its sales", which nobody vows
            row["confidence"] = _confidence(transfer, claimant)
            row["allegation_id"] = make_id("transfer_allegations", row, ID_SLOTS)
            rows.append(row)
    return rows


def repeat_rows(parties: Parties, again: Retold) -> list[Row]:
    """Return the rows of a sentence that tells a transfer again: it stands in `also`.

    Their evidence is the sentence that tells the transfer in full.
    """
    transfer = replace(again.told.transfer, implied=["supplier", "recipient"])
    told = again.told.nature if again.told.nature in SETTLED else "alleged"
    rows = []
    for claimant in again.claimants:
        said = claimant[1]
        # Whoever is only cited announces nothing.
        speaks = said is not None and said.match.rule.id != CITED
        own: Collection[str] = said.own_countries if said and speaks else ()
        nature = told
        if told == "alleged" and parties.key(transfer.supplier) in own:
            # Who owns up to what others claimed says that it was done.
            nature = "reported" if said and said.act == "confirm" else "announced"
        rows += make_rows(parties, transfer, [claimant], nature)
    for row in rows:
        row["also"] = [parties.reading.words(again.sentence)]
        for name in QUANTITY:
            row.pop(name, None)
    return rows


def _own_state(transfer: Transfer, row: Row, claimant: Claimant | None) -> str:
    """Return the state of "the government" that announces what it gives or has bought; or ""."""
    name = str(row["claimant"]).lower()
    words = {name, *name.split()}
    statement = claimant[1] if claimant is not None else None
    body = not words.isdisjoint(transfer.reading.lexicon["state_bodies"])
    if statement is None or row["claimant_country"] or not body or len(name.split()) > BARE:
        return ""
    match = transfer.match
    if match.resolver.stands_alone(match.trigger):
        return ""  # "rifles supplied by Oslo were seized, the army announced"
    if statement.act == "promise" or announces(statement) or match.rule.set.get("own"):
        return str(row.get("supplier_country") or "")
    getter = transfer.recipient  # of what rebels get nobody is sure who "the coalition" is
    state = row.get("recipient_id") == row.get("recipient_country")
    if not (state and transfer.is_bought) or getter is None:
        return ""
    got = getter.end < statement.match.trigger
    return str(row.get("recipient_country") or "") if got else ""


def _owns_up(row: Row, claimant: Claimant, joint: set[str]) -> bool:
    """Tell who says what the own side gave, or thanks for what it got.

    `joint` are the states that supply it together.
    """
    side = row["claimant_country"]
    if side and side == row.get("recipient_country"):
        return claimant[1] is not None and claimant[1].act != "accuse"
    return bool(side) and side in (row.get("supplier_country"), *joint)


def _classes(transfer: Transfer) -> dict[Class, list[ItemMention]]:
    classes: dict[Class, list[ItemMention]] = {}
    for item in transfer.items:
        classes.setdefault((item.item.kind, item.item.category), []).append(item)
    return classes or {("arms", "unspecified"): []}


def _tell(parties: Parties, transfer: Transfer, items: list[ItemMention]) -> Row:
    """Return the columns that do not depend on who tells it."""
    match = transfer.match
    row = describe(match, implied=transfer.implied) | {"presupposed": transfer.presupposed}
    row |= name_ends(parties, transfer)
    row["item"] = "; ".join(dict.fromkeys(item.words for item in items))
    row["designation"] = next((item.item.name for item in items if item.item.designation), "")
    quantity = quantity_of(items, transfer.items)
    if quantity is not None and not transfer.shared:
        row |= {"quantity_low": quantity.low, "quantity_high": quantity.high, "unit": quantity.unit}
    return row | date_columns(date_transfer(match, transfer.statement))


def name_ends(parties: Parties, transfer: Transfer) -> Row:
    """Return id, name and country of both ends."""
    row: Row = {}
    for slot, filler in (("supplier", transfer.supplier), ("recipient", transfer.recipient)):
        if filler is not None:
            row |= parties.columns(filler, slot)
    return row


def _claim(transfer: Transfer, claimant: Claimant | None) -> Row:
    reading = transfer.reading
    if claimant is None:
        outlet = reading.article.outlet
        return {"claimant_id": "", "claimant": outlet, "claimant_country": "", "act": "say"}
    speaker, statement = claimant
    row = name_actor(reading, speaker, "claimant") | {"act": "say"}
    if statement is None:
        return row
    act = "confirm" if statement.defends else statement.act  # what is defended is admitted
    row |= {"act": act, "statement_id": next(iter(statement.row_ids), "")}
    hedge = statement.hedge
    if hedge is not None and _weighs(hedge, transfer):
        row["likelihood"] = reading.text.span(hedge.first, hedge.end)
        row |= {"likelihood_low": hedge.low, "likelihood_high": hedge.high}
    return row


def _weighs(hedge: Hedge, transfer: Transfer) -> bool:
    """Tell whether a hedge is one of the transfer.

    Not in "sent rockets, and could be expected to mend them", nor in "is likely to be studying the
    rockets it sent".
    """
    match = transfer.match
    start = match.resolver.group_start(match.trigger)
    apart = ",C" in "".join(match.tags[match.end : hedge.first])
    return not apart and VERBS.isdisjoint(match.tags[hedge.end : start])


def _confidence(transfer: Transfer, claimant: Claimant | None) -> str:
    if transfer.implied:
        return "low"
    named = (transfer.supplier, transfer.recipient, claimant[0] if claimant else None)
    return judge_confidence(transfer.reading, [filler for filler in named if filler is not None])


def merge_rows(rows: list[Row], condemning: Collection[str], reports: Collection[str]) -> list[Row]:
    """One row a claimant, supplier, recipient and class.

    The outlet's own account, and "reports" of nobody's, stand only where nobody else is named for
    it in full, the outlet's also where it tells as done what others only allege; a denial only
    where nobody tells of the transfer otherwise; what a statement only condemns, one of
    `condemning`, only where nobody else tells it as known.
    """
    rows = list(_without_condemned(rows, condemning))
    _share_quantities(rows)
    merged = merge_repeats([*rows, *_announced_elsewhere(rows)], _claim_key)
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in merged:
        groups.setdefault(tuple(row.get(name, "") for name in CLASS), []).append(row)
    told = {_dyad(row) for row in merged if row["nature"] != "denied_only"}
    kept: list[Row] = []
    for group in groups.values():
        told_by = [row for row in group if row["claimant"] != row["outlet"]]
        named = [row for row in told_by if not _is_by_nobody(row, reports)]
        if all(row["nature"] == "denied_only" for row in named):
            named = told_by
        # Not who only condemns it, but who says it, were it by "this was reported by".
        telling = any(set(row["implied"]) != BOTH_ENDS for row in named)
        telling = telling or any(row["act"] in ("say", "promise") for row in named)
        for row in group:
            if row["nature"] == "denied_only" and _dyad(row) in told:
                continue
            if telling and row not in named and not _stands_alone(row, named):
                named[0]["also"] = list(dict.fromkeys([*named[0]["also"], row["evidence"]]))
                continue
            kept.append(row)
    return sorted(kept, key=lambda row: (row["start"], row["allegation_id"]))


def _without_condemned(rows: list[Row], condemning: Collection[str]) -> Iterator[Row]:
    """Leave out who slams the sale that somebody else announces, and so claims nothing."""
    known = {
        (*_dyad(row), category): row["claimant"]
        for row in rows
        for category in (row["category"], "unspecified")
        if row["nature"] in KNOWN and row.get("statement_id") not in condemning
    }
    for row in rows:
        told_by = known.get((*_dyad(row), row["category"]), row["claimant"])
        # Who threatens to send something condemns nothing.
        own = row["claimant_country"] == row.get("supplier_country")
        if own or told_by == row["claimant"] or row.get("statement_id") not in condemning:
            yield row


def _is_by_nobody(row: Row, reports: Collection[str]) -> bool:
    """Tell "media reports" from "a Malian report" and "the army"."""
    known = row["claimant_id"] or row["claimant_country"]
    return not known and str(row["claimant"]).lower().rpartition(" ")[2] in reports


def _stands_alone(row: Row, named: list[Row]) -> bool:
    """Tell what an outlet tells as done, in words of its own, where others only allege it."""
    done = row["nature"] == "reported"
    return done and all(
        other["nature"] != "reported" and other["evidence"] != row["evidence"] for other in named
    )


def _announced_elsewhere(rows: list[Row]) -> Iterator[Row]:
    """Yield what the outlet says will be sent as the words of whoever announces it elsewhere.

    "Oslo will send Mali tanks" tells what a package holds that a minister announces.
    """
    announcing: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        sides = row.get("supplier_country"), row.get("recipient_country")
        named = row["claimant"] != row["outlet"] and row["claimant_country"] in sides
        if named and row["nature"] == "announced":
            announcing.setdefault(_dyad(row), []).append(row)
    told = {_claim_key(row) for row in rows}
    for row in rows:
        if row["claimant"] == row["outlet"] and row["nature"] in ("announced", "planned"):
            for other in announcing.get(_dyad(row), []):
                if _claim_key({**other, "category": row["category"]}) in told:
                    continue
                claim = {name: other[name] for name in CLAIM if name in other}
                again = {**row, **claim, "nature": "announced", "also": [], "confidence": "low"}
                again["allegation_id"] = make_id("transfer_allegations", again, ID_SLOTS)
                yield again


def _claim_key(row: Row) -> tuple[str, ...]:
    """Return what rows of one claim share: the Pentagon and Washington are one claimant."""
    return (row["claimant_id"] or row["claimant"], *(row.get(name, "") for name in CLASS))


def _share_quantities(rows: list[Row]) -> None:
    """Give rows that repeat a claim without its quantity the one that is told elsewhere."""
    told: dict[tuple[str, ...], Row] = {}
    for row in rows:
        if row.get("unit"):
            told.setdefault(_claim_key(row), row)
    for row in rows:
        other = told.get(_claim_key(row))
        if other is not None and not row.get("unit"):
            row |= {name: other.get(name) for name in QUANTITY}


def _dyad(row: Row) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in CLASS[:5])
