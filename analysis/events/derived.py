"""Events that visits and transfers are, by the rows of those tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from analysis.actors import ActorBook
from analysis.events.around import accuses, is_denied, stands_apart
from analysis.events.claims import has_reserve, is_claimed, tells_of_itself
from analysis.events.domestic import make_party, sector_of
from analysis.events.parties import find_parties
from analysis.events.party import Party, as_parties, divide
from analysis.events.rows import make_event
from analysis.events.settling import is_group
from analysis.evidence import Row
from analysis.grammar import POSSIBLY, WILL
from analysis.matching import Match
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.statements import Statement
from analysis.transfer_allegations.goods import ITEM
from analysis.transfer_allegations.standing import find_exchanges
from analysis.visits.kinds import list_sides, meets_others

# Type, mode and status by the status of a visit; a postponed one is no event.
VISITS = {
    "occurred": ("CONSULT", "visit", "occurred"),
    "ongoing": ("CONSULT", "visit", "ongoing"),
    "planned": ("AGREE", "", "planned"),
    "cancelled": ("REJECT", "meet", "occurred"),
}
# … and by the nature of a transfer; one that is only denied or considered is no event.
TRANSFERS = {
    "alleged": ("AID", "", "alleged"),
    "reported": ("AID", "", "occurred"),
    "planned": ("AGREE", "", "planned"),
    "announced": ("AGREE", "", "planned"),
    "blocked": ("REJECT", "assist", "occurred"),
    "requested": ("REQUEST", "assist", "occurred"),
}
AHEAD = WILL | POSSIBLY | {"can", "would", "to"}
# How far behind its verb a border makes a transfer a deployment.
BORDER_REACH = 12
# Whose weapon it was is inferred, even where the article itself says so.
INFERRED = frozenset({"transfer.use_foreign", "transfer.attack_with", "transfer.debris"})


def events_of_visits(
    reading: Reading,
    matches: list[Match],
    visits: list[Row],
    statements: list[Statement],
    deeds: Mapping[int, Row],
) -> Iterator[Row]:
    """Yield one event a visit, the visitor as actor and the host or its state as recipient.

    `deeds` are the events that rules found, by trigger: one that tells of a meeting with others
    there is the event.
    """
    by_id = _statements_by_id(statements)
    for visit in visits:
        visitor = _party(visit, "visitor")
        host = Party(visit["host_id"] or visit["country"], visit["country"])
        if visitor is None or visit["status"] not in VISITS:
            continue
        told_by = _find_tellers(matches, visit)
        if _is_venue(visit, told_by, deeds):
            continue
        event_type, mode, status = VISITS[visit["status"]]
        if visit["kind"] == "multilateral" and mode == "visit":
            mode = "multilateral"
        statement = by_id.get(visit["statement_id"])
        hearsay = _is_hearsay(statement, visitor, host) or any(
            has_reserve(reading, match.sentence, match.trigger) for match in told_by
        )
        if event_type == "CONSULT" and hearsay and not any(map(stands_apart, told_by)):
            status = "alleged"
        yield make_event(
            visit,
            (event_type, mode, "diplomatic"),
            ([visitor], _list_met(visit, visitor, told_by) or [host]),
            status=status,
            statement_id=visit["statement_id"],
        )


def _list_met(visit: Row, visitor: Party, told_by: list[Match]) -> list[Party]:
    """Return whom a visitor meets in a third country: "a G20 meeting of Ruto and Lula in Oslo"."""
    country, host = visit["country"], visit["host_id"]
    meetings = [match for match in told_by if not host and meets_others(match, country)]
    met = as_parties(side for match in meetings for side in list_sides(match))
    return divide([visitor], met, mutual=False)[1]


def _is_venue(visit: Row, told_by: list[Match], deeds: Mapping[int, Row]) -> bool:
    """Tell where others are met: "will meet the king of Chad at a summit in Oslo"."""
    if visit["kind"] == "third-party" or visit["rule_id"] == "visit.sidelines":
        return True
    if not visit["host_id"] and any(match.filling("with_partner") for match in told_by):
        return True  # "a meeting with Lula in Oslo": who else takes part is not said
    met = [deeds[match.trigger] for match in told_by if match.trigger in deeds]
    return bool(met) and not any(
        visit["country"] in (*row["actor_countries"], *row["recipient_countries"]) for row in met
    )


def events_of_transfers(
    reading: Reading,
    matches: list[Match],
    allegations: list[Row],
    statements: list[Statement],
    book: ActorBook,
) -> Iterator[Row]:
    """Yield one event a transfer, the supplier as actor; of a request, who asks for it."""
    by_id = _statements_by_id(statements)
    for row in allegations:
        supplier, recipient = _party(row, "supplier"), _party(row, "recipient")
        if supplier is None or recipient is None:
            continue
        told_by = _find_tellers(matches, row)
        # An exchange is one event, of whoever it is told of.
        if any(_gets(m, row) or _ends_at_border(m) or _marches_in(m) for m in told_by):
            continue
        if any(m.unreality or is_denied(statements, m.trigger) for m in told_by):
            continue
        statement = by_id.get(row.get("statement_id", ""))
        if statement is not None and accuses(statement):
            continue  # the accusation is the event
        if any(_is_charged(statements, match) for match in told_by):
            continue
        # Whose soldiers stand in a state is for their own state to tell: they may be no help.
        alone = row["kind"] == "personnel" and row["act"] != "praise"
        telling = [supplier] if alone else [supplier, recipient]
        telling = [_who_may_tell(party, book) for party in telling]
        states = [party for party in telling if party.country]
        hearsay = _is_hearsay(statement, *telling) or any(is_claimed(m, states) for m in told_by)
        kind = _kind_of_transfer(reading, row, told_by, hearsay=hearsay)
        if kind is None:
            continue
        event_type, mode, status = kind
        if event_type == "REQUEST" and _asks_for_others(row, statement, recipient):
            continue
        if event_type == "REQUEST" and _is_hearsay(statement, supplier, recipient):
            status = "alleged"  # "Oslo said Chad had asked for jets"
        sides = ([recipient], [supplier]) if event_type == "REQUEST" else ([supplier], [recipient])
        yield make_event(
            row,
            (event_type, mode, "military"),
            sides,
            status=status,
            statement_id=row.get("statement_id", ""),
        )


def _is_charged(statements: list[Statement], match: Match) -> bool:
    """Tell what somebody is accused of in words that others pass on: "…, local media said"."""
    charging = (s for s in statements if s.covers(match.trigger) and accuses(s))
    lemmas = match.reading.lemmas
    return any(not plover_words("charging").isdisjoint(lemmas(s.match.trigger)) for s in charging)


def _who_may_tell(party: Party, book: ActorBook) -> Party:
    """Return a group without its state, which does not tell what its rebels were sent."""
    actor = book.actors.get(party.actor_id)
    grouped = bool(party.sector) or (actor is not None and is_group(actor))
    return replace(party, country="") if grouped else party


def _asks_for_others(row: Row, statement: Statement | None, recipient: Party) -> bool:
    """Tell "Oslo urged Chad to buy jets" from a state that asks for jets itself."""
    urged = statement is not None and statement.act == "request"
    other = row["claimant_country"] or row["claimant"] != row["recipient"]
    return urged and other and row["claimant_country"] != recipient.country


def _kind_of_transfer(
    reading: Reading, row: Row, told_by: list[Match], *, hearsay: bool
) -> tuple[str, str, str] | None:
    """Return type, mode and status; None where nothing is said to have been sent, or will be."""
    nature = row["nature"]
    if nature == "blocked":
        urged, stopping = row["act"] == "request", plover_words("stopping")
        if urged and any(reading.is_form(match.trigger - 1, stopping) for match in told_by):
            return None  # "London must stop arming Chad"
        if all(_is_refused_by_others(match, row) for match in told_by):
            return None
        if any(map(_is_stopped, told_by)):
            return "SANCTION", "discontinue", "occurred"
    if nature == "alleged" and all(_is_ahead(match) for match in told_by):
        nature = "planned"
    if nature == "announced" and row["rule_id"] in INFERRED:
        nature = "reported"  # what is fired has come
    kind = TRANSFERS.get(nature)
    if kind is None or kind[0] != "AID":
        return kind
    # Where one's own newspaper tells it, nobody of the state owns up.
    unowned = not row.get("statement_id") or row["claimant_country"] == row["supplier_country"]
    inferred = row["rule_id"] in INFERRED and not any(map(_is_called_given, told_by))
    claim = hearsay or inferred or (nature == "alleged" and unowned)
    traded = any(reading.is_form(match.trigger, reading.lexicon["trading"]) for match in told_by)
    return "COOPERATE" if traded else "AID", "", "alleged" if claim else "occurred"


def _is_called_given(match: Match) -> bool:
    """Tell "Chad fired Omani-donated rockets" from "Omani rockets", "Omani-made rockets"."""
    behind = (match.lower[maker.end : maker.end + 2] for maker in match.filling("supplier"))
    return any(words[0] == "-" and words[1] in match.lexicon["given"] for words in behind)


def _gets(match: Match, row: Row) -> bool:
    """Tell the drones of "sent guns in exchange for drones"."""
    given = any(_names_item(match, {"item": item}) for item in row["item"].split("; "))
    return not given and any(find_exchanges(match))


def _statements_by_id(statements: list[Statement]) -> dict[str, Statement]:
    return {row_id: statement for statement in statements for row_id in statement.row_ids}


def _party(row: Row, slot: str) -> Party | None:
    actor, country = row.get(f"{slot}_id", ""), row.get(f"{slot}_country", "")
    words = row[slot].lower().split()
    unnamed = country and actor in ("", country)
    sector = sector_of(words, words[-1]) if unnamed else ""
    if sector:
        return make_party(country, sector, words[-1])  # "militants in Kenya", "Kenyan rebels"
    return Party(actor or country, country) if actor or country else None


def _is_hearsay(statement: Statement | None, *parties: Party) -> bool:
    """Tell whether somebody says so who is no party to it, or perhaps none: "…, it said"."""
    if statement is None:
        return False
    # Who will not confirm it does not say so.
    return statement.act == "decline" or not tells_of_itself(statement, parties)


def _is_ahead(match: Match) -> bool:
    """Tell what is put into the future: "will send", "promised tanks"."""
    promised = match.rule.set.get("nature") in ("announced", "planned")
    return promised or not AHEAD.isdisjoint(match.resolver.auxiliaries(match.trigger))


def _is_stopped(match: Match) -> bool:
    """Tell deliveries that were stopped or banned from those that were refused."""
    near = (match.trigger, match.trigger - 1)
    stopped = any(match.reading.is_form(token, plover_words("stopping")) for token in near)
    return stopped or "banned" in match.rule.set


def _is_refused_by_others(match: Match, row: Row) -> bool:
    """Tell "Chad rejected Omani troops", "customs stopped Omani rifles": Oman refused nothing."""
    stops = match.tags[match.trigger] in "VIG" and not match.passive and _is_stopped(match)
    verb = match.trigger if stops else match.resolver.verb_before(match.trigger - 1)
    if verb < 0 or not (stops or match.reading.is_form(verb, plover_words("barring"))):
        return False
    barring = find_parties(match.reading, match.resolver.subject(verb))
    told = bool(barring) or (stops and "supplier" not in match.fillers)
    return told and row["supplier_country"] not in {p.country for p in barring}


def _ends_at_border(match: Match) -> bool:
    """Tell a deployment from a delivery: "moved tanks to its frontier with Chad"."""
    behind = match.lower[match.end : min(match.sentence.end, match.end + BORDER_REACH)]
    return not plover_words("borders").isdisjoint(behind) and "across" not in behind


def _marches_in(match: Match) -> bool:
    """Tell an invasion from help: "sent tanks into Chad"."""
    lower, end = match.lower, min(match.sentence.end, match.end + BORDER_REACH)
    if not match.reading.is_form(match.trigger, match.lexicon["marching"]):
        return False
    helps = not plover_words("relief").isdisjoint(lower[match.sentence.first : match.sentence.end])
    return "into" in lower[match.end : end] and not helps


def _find_tellers(matches: list[Match], row: Row) -> list[Match]:
    """Return the matches that a row was made of: of two in a sentence those with its item."""
    told_by = [
        match
        for match in matches
        if match.rule.id == row["rule_id"] and match.sentence.char_start == row["start"]
    ]
    return [match for match in told_by if _names_item(match, row)] or told_by


def _names_item(match: Match, row: Row) -> bool:
    spans = (match.reading.text.span(item.first, item.end) for item in match.filling(*ITEM))
    return any(row.get("item", "") in span for span in spans)
