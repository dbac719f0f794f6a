"""Who went to whom: official visitors, another country, and what became of the journey."""

from __future__ import annotations

import datetime as dt

from analysis.actors.mention import Mention
from analysis.dates import DateMention, first_day, last_day
from analysis.evidence import Row, describe, make_id
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements import Statement, governing, judge_confidence, name_actor

# Officials of these kinds travel; a state alone does not.
TRAVELLERS = frozenset({"person", "title", "pronoun", "group", "institution"})
DELEGATIONS = frozenset(
    [
        "delegation",
        "delegations",
        "envoy",
        "envoys",
        "minister",
        "ministers",
        "inspectors",
        "monitors",
        "team",
        "mission",
        "officials",
        "diplomats",
        "lawmakers",
        "negotiators",
    ]
)
MEETING = frozenset(
    [
        "with",
        "met",
        "meet",
        "meets",
        "meeting",
        "by",
        "counterpart",
        "host",
        "president",
        "minister",
        "king",
    ]
)
JOINING = frozenset({",", "and", "or", "the", "then", "&"})
FUTURE = frozenset(["will", "would", "shall", "'ll", "’ll"])
PLANNING = frozenset(
    (
        "expect plan schedule due set intend prepare arrange hope want agree invite slate propose "
        "likely going ready about consider announce promise pledge vow decide aim seek"
    ).split()
)
FAILED = frozenset(["fail", "refuse", "decline"])


def find_visits(
    reading: Reading, matches: list[Match], statements: list[Statement], rulebook: Rulebook
) -> list[Row]:
    """Return rows of VISITS: one visitor, destination country and journey."""
    rows: list[Row] = []
    for match in matches:
        if match.rule.table == "visits" and not (
            match.negated and not _is_called_off(reading, match)
        ):
            rows.extend(_rows(reading, match, statements, rows))
    return _join_journeys(rows)


def _rows(
    reading: Reading, match: Match, statements: list[Statement], before: list[Row]
) -> list[Row]:
    travellers = [*match.fillers.get("visitor", [])]
    if match.rule.id in ("visit.meet", "visit.talks"):
        travellers += [*match.fillers.get("partner", []), *match.fillers.get("with_partner", [])]
    rows = []
    seen: set[tuple[str, str]] = set()
    for country, city, implied in _destinations(reading, match, before):
        for filler in travellers:
            mention = reading.mentions[filler.mention] if filler.mention >= 0 else None
            if mention is None or not _is_traveller(mention, reading):
                continue
            if mention.country in ("", country) or (mention.name, country) in seen:
                continue
            seen.add((mention.name, country))
            rows.append(_row(reading, match, filler, country, city, implied, statements))
    return rows


def _destinations(
    reading: Reading, match: Match, before: list[Row]
) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return each destination as country, cities and the columns that the text leaves unsaid."""
    cities: dict[str, list[str]] = {}
    for mention in _places(reading, match):
        if mention.country and mention.country != "IGO":
            named = cities.setdefault(mention.country, [])
            if mention.city and mention.city not in named:
                named.append(mention.city)
    if cities:
        return [(country, "; ".join(named), ()) for country, named in cities.items()]
    if match.rule.set.get("journey") == "leader":
        return _journey_of(reading, match, before)
    place = _implied_place(reading, match)
    return [place] if place else []


def _places(reading: Reading, match: Match) -> list[Mention]:
    """Return the places of the first phrase that names one; others belong to something else."""
    found: list[Mention] = []
    end = -1
    for filler in match.fillers.get("place") or match.fillers.get("front") or []:
        between = reading.text.lower[end : filler.first] if found else []
        if not all(word in JOINING for word in between):
            break
        found.append(reading.mentions[filler.mention])
        end = filler.end
    return found


def _journey_of(
    reading: Reading, match: Match, before: list[Row]
) -> list[tuple[str, str, tuple[str, ...]]]:
    leaders = {reading.mentions[f.mention].name for f in match.fillers["leader"] if f.mention >= 0}
    found = {(row["country"], row["city"]): None for row in before if row["visitor"] in leaders}
    return [(country, city, ("country",)) for country, city in found]


def _is_called_off(reading: Reading, match: Match) -> bool:
    """Tell whether a negated journey was to come: "will not travel", "will no longer visit"."""
    group = reading.text.lower[match.resolver.group_start(match.trigger) : match.trigger]
    return not FUTURE.isdisjoint(group)


def _is_traveller(mention: Mention, reading: Reading) -> bool:
    if mention.kind not in TRAVELLERS or not mention.official or not mention.name:
        return False
    if mention.kind in ("group", "institution"):
        words = reading.text.lower[mention.first : mention.end]
        return not DELEGATIONS.isdisjoint(words)
    return True


def _implied_place(reading: Reading, match: Match) -> tuple[str, str, tuple[str, ...]] | None:
    if match.rule.id == "visit.host":
        host = match.mention("host")
        if host and host.mention >= 0 and reading.mentions[host.mention].country not in ("", "IGO"):
            return reading.mentions[host.mention].country, "", ("city",)
    if match.rule.set.get("status") in ("postponed", "cancelled"):
        return _place_near(reading, match)
    return None


def _place_near(reading: Reading, match: Match) -> tuple[str, str, tuple[str, ...]] | None:
    """A trip that was put off often has its destination in the clause or sentence before."""
    visitor = match.mention("visitor")
    home = reading.mentions[visitor.mention].country if visitor and visitor.mention >= 0 else ""
    number = match.sentence.number
    for sentence in reversed(reading.text.sentences[max(0, number - 1) : number + 1]):
        for _, mention in reading.mentions_between(sentence.first, sentence.end):
            preposition = reading.text.lower[mention.first - 1] if mention.first else ""
            if mention.is_place and mention.country != home and preposition in ("in", "to", "at"):
                return mention.country, mention.city, ("country",)
    return None


def _row(
    reading: Reading,
    match: Match,
    visitor: Filler,
    country: str,
    city: str,
    implied: tuple[str, ...],
    statements: list[Statement],
) -> Row:
    host = _host(reading, match, visitor, country)
    row = describe(
        reading,
        match.sentence,
        rule_id=match.rule.id,
        confidence=judge_confidence(reading, [visitor]),
        implied=implied,
    )
    row |= name_actor(reading, visitor, "visitor")
    row |= {"country": country, "city": city, "host": "", "host_id": ""}
    if host is not None:
        row["host_id"], row["host"] = host.actor_id, host.name
    date = pick_date(reading, match)
    if date is not None:
        row |= {"date": date.date, "date_end": date.date_end, "date_precision": date.precision}
    row["status"] = match.rule.set.get("status") or _status(reading, match, date)
    if match.negated:
        row["status"] = "cancelled"
    if "date" not in row and _is_now(reading, match, row["status"]):
        published = reading.article.published.isoformat() if reading.article.published else ""
        row |= {
            "date": published,
            "date_end": published,
            "date_precision": "day" if published else "",
        }
        row["implied"] = [*row["implied"], "date"]
    row["kind"] = _kind(reading, match, host, country)
    statement = governing(statements, match.trigger)
    row["statement_id"] = statement.row_ids[0] if statement and statement.row_ids else ""
    row["visit_id"] = make_id("visits", row, ("visitor", "country", "status"))
    return row


def _host(reading: Reading, match: Match, visitor: Filler, country: str) -> Mention | None:
    for slot in ("host", "partner", "with_partner"):
        for filler in match.fillers.get(slot, []):
            mention = reading.mentions[filler.mention] if filler.mention >= 0 else None
            if mention and mention.country == country and filler.mention != visitor.mention:
                return mention
    subject = match.mention("visitor")
    if subject and subject.mention >= 0 and subject.mention != visitor.mention:
        mention = reading.mentions[subject.mention]
        if mention.country == country:
            return mention
    return _met_nearby(reading, match, country)


def _met_nearby(reading: Reading, match: Match, country: str) -> Mention | None:
    """Return who is met in this sentence or the next: "talks with", "met", "hosted by"."""
    sentences = reading.text.sentences[match.sentence.number : match.sentence.number + 2]
    for sentence in sentences:
        for _, mention in reading.mentions_between(sentence.first, sentence.end):
            before = reading.text.lower[mention.first - 1] if mention.first else ""
            if mention.kind == "person" and mention.country == country and before in MEETING:
                return mention
    return None


def _is_now(reading: Reading, match: Match, status: str) -> bool:
    """Tell whether an undated journey is under way as the article appears.

    So it is in the present tense, and where an official speaks there at the head of the news.
    """
    if status == "ongoing" or reading.text.lower[match.trigger] in ("is", "are"):
        return True
    head = match.sentence.number < 3
    return (
        head
        and status == "occurred"
        and match.rule.id in ("visit.speak_there", "visit.clause", "visit.event_there")
    )


def _kind(reading: Reading, match: Match, host: Mention | None, country: str) -> str:
    words = set(reading.text.lower[match.sentence.first : match.sentence.end])
    if words & {
        "summit",
        "conference",
        "forum",
        "assembly",
        "nato",
        "g20",
        "g7",
        "brics",
        "parade",
    }:
        return "multilateral"
    partners = match.fillers.get("partner", []) + match.fillers.get("with_partner", [])
    abroad = [
        f
        for f in partners
        if f.mention >= 0 and reading.mentions[f.mention].country not in ("", country)
    ]
    return "third-party" if abroad and host is None else "bilateral"


def pick_date(reading: Reading, match: Match) -> DateMention | None:
    """Return the date that stands nearest to the trigger, one behind it before one ahead of it."""
    dates = reading.dates_in(match.sentence)
    if not dates:
        return None
    at = reading.text.starts[match.trigger] - match.sentence.char_start

    def distance(date: DateMention) -> int:
        return date.start - at if date.start > at else (at - date.end) + 25

    return min(dates, key=distance)


def _status(reading: Reading, match: Match, date: DateMention | None) -> str:
    tags, lower, resolver = reading.tags, reading.text.lower, match.resolver
    token = match.trigger
    group = lower[resolver.group_start(token) : token]
    if FUTURE.intersection(group):
        return "planned"
    governor = resolver.governor(token)
    if governor >= 0:
        lemmas = {*reading.lemmas(governor), lower[governor]}
        if PLANNING & lemmas:
            return "planned"
    if tags[token] == "I" and not FUTURE.intersection(group):
        return "planned" if governor >= 0 else "occurred"
    if lower[token] in ("is", "are"):
        return "ongoing"
    if tags[token] == "G" and {"is", "are"} & set(group):
        return _by_date(reading, date, "ongoing")
    if tags[token] == "O":
        before = set(lower[max(match.sentence.first, token - 4) : token])
        if before & {
            "planned",
            "upcoming",
            "expected",
            "possible",
            "forthcoming",
            "future",
            "scheduled",
            "proposed",
            "next",
        }:
            return "planned"
    return _by_date(reading, date, "occurred")


def _by_date(reading: Reading, date: DateMention | None, otherwise: str) -> str:
    published = reading.article.published
    if published and date and date.date and first_day(date.date) > published:
        return "planned"
    return otherwise


def _join_journeys(rows: list[Row]) -> list[Row]:
    """One row a visitor, country and journey; reports of one journey agree in date, if any."""
    journeys: list[list[Row]] = []
    for row in rows:
        for journey in journeys:
            if _same_journey(journey[0], row) and all(
                _dates_agree(other, row) for other in journey
            ):
                journey.append(row)
                break
        else:
            journeys.append([row])
    return [_join(journey) for journey in journeys]


def _same_journey(one: Row, other: Row) -> bool:
    key = "visitor_id" if one["visitor_id"] and other["visitor_id"] else "visitor"
    return one[key] == other[key] and one["country"] == other["country"]


def _dates_agree(one: Row, other: Row) -> bool:
    """Tell whether two reports can be of one journey: their dates overlap or nearly do."""
    if not one.get("date") or not other.get("date"):
        # A put-off trip and its new date are two pieces of news about one journey.
        return True
    slack = dt.timedelta(days=3)
    return (
        first_day(one["date"]) <= last_day(other["date_end"]) + slack
        and first_day(other["date"]) <= last_day(one["date_end"]) + slack
    )


def _date_worth(row: Row) -> int:
    """A day is worth more than a span, what is said more than what is implied."""
    if not row.get("date"):
        return 0
    worth = len(row["date"]) - (row["date"] != row["date_end"])
    return worth - 6 if "date" in row["implied"] else worth


def _join(journey: list[Row]) -> Row:
    """Make one row of the reports of a journey: the fullest, with the status told last."""
    status = _last_status(journey)
    told = [row for row in journey if row["status"] == status] or journey
    best = max(told, key=lambda row: (_worth(row), -row["start"]))
    for row in journey:
        for name in ("city", "host", "host_id"):
            best[name] = best.get(name) or row.get(name, "")
        if not best.get("date") and row.get("date"):
            best |= {name: row[name] for name in ("date", "date_end", "date_precision")}
    sentences = [row["evidence"] for row in journey if row["evidence"] != best["evidence"]]
    best["also"] = list(dict.fromkeys(sentences))
    best["status"] = status
    return best


def _last_status(journey: list[Row]) -> str:
    """A journey that was put off or called off stays so unless it is planned anew afterwards."""
    status = max(journey, key=lambda row: (_worth(row), -row["start"]))["status"]
    for row in sorted(journey, key=lambda row: row["start"]):
        put_off = status in ("postponed", "cancelled")
        if row["status"] in ("postponed", "cancelled") or (put_off and row["status"] == "planned"):
            status = row["status"]
    return str(status)


def _worth(row: Row) -> int:
    return _date_worth(row) + 4 * bool(row["city"]) + 4 * bool(row["host"])
