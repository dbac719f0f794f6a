"""Reports of one journey in one article -> one row."""

from __future__ import annotations

import datetime as dt

from analysis.dates import first_day, last_day
from analysis.evidence import Row

PUT_OFF = ("postponed", "cancelled")


def sentence_of(row: Row) -> int:
    """Return the number of the sentence that is the evidence of a row."""
    return int(row["sentence_id"].rsplit(":", 1)[1])


def join_journeys(rows: list[Row]) -> list[Row]:
    """One row a visitor, country and journey; reports of one journey agree in date, if any."""
    journeys: list[list[Row]] = []
    _mark_tours(rows)
    for row in rows:
        for journey in journeys:
            if _same_journey(journey[0], row) and all(
                _dates_agree(other, row) for other in journey
            ):
                journey.append(row)
                break
        else:
            journeys.append([row])
    joined = [_join(journey) for journey in journeys]
    for row in joined:
        del row["tour"], row["given_up"], row["dated"], row["recalled"], row["there"]
    return joined


def _mark_tours(rows: list[Row]) -> None:
    """Mark reports of several countries at once: their date is that of the first of them.

    Of a tour from day to day the other stops are of the month.
    """
    firsts: dict[tuple[str, str], Row] = {}
    for row in rows:
        first = firsts.setdefault((row["visitor"], row["sentence_id"]), row)
        row["tour"] = first["country"] != row["country"]
        date, end = row.get("date", ""), row.get("date_end", "")
        spanned = row.get("date_precision") == "day" and date != end and date == first.get("date")
        if row["tour"] and spanned and date[:7] == end[:7]:
            row |= {"date": date[:7], "date_end": date[:7], "date_precision": "month"}


def _same_journey(one: Row, other: Row) -> bool:
    return one["country"] == other["country"] and _same_visitor(one, other)


def _same_visitor(one: Row, other: Row) -> bool:
    """Tell whether two rows name one person, of whom one may give a forename more."""
    short, long = sorted((str(row["visitor"]).split() for row in (one, other)), key=len)
    same_state = one["visitor_country"] == other["visitor_country"]
    return same_state and long[-len(short) :] == short


def _dates_agree(one: Row, other: Row) -> bool:
    """Tell whether two reports can be of one journey: their dates overlap or nearly do."""
    if not one.get("date") or not other.get("date"):
        dated, undated = (one, other) if one.get("date") else (other, one)
        if dated["recalled"] and undated["fresh"]:
            return False  # "flew to Ghana, which he had visited in May"
        if undated["status"] == "planned" and dated["status"] == "occurred":
            # "Will go to Ghana, a country he last visited in 2010".
            return len(dated.get("date") or "") != len("2010")
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
    if "date" in row["implied"]:
        return 3
    if row["tour"]:
        return 4
    length = (last_day(row["date_end"]) - first_day(row["date"])).days
    return 10 - 2 * sum(length > limit for limit in (0, 3, 6, 31))


def _join(journey: list[Row]) -> Row:
    """Make one row of the reports of a journey: the fullest, with the status told last."""
    status = _last_status(journey)
    told = [row for row in journey if row["status"] == status] or journey
    best = max(told, key=lambda row: (_worth(row), -row["start"]))
    for row in journey:
        for name in ("host", "host_id"):
            best[name] = best.get(name) or row.get(name, "")
    in_order = sorted(journey, key=lambda row: row["start"])
    cities = (city for row in in_order for city in row["city"].split("; ") if city)
    best["city"] = "; ".join(dict.fromkeys(cities))
    _take_best_date(best, told, journey)
    kinds = {row["kind"] for row in journey}
    if best["kind"] == "bilateral":  # one report may leave out the summit, or who was met there
        away = "bilateral" if best["host"] else "third-party"
        best["kind"] = next((kind for kind in ("multilateral", away) if kind in kinds), "bilateral")
    sentences = [row["evidence"] for row in journey if row["evidence"] != best["evidence"]]
    best["also"] = list(dict.fromkeys(sentences))
    there = status == "occurred" and any(row["there"] for row in journey)
    best["status"] = "ongoing" if there else status  # "met him on Tuesday", "is in Oslo"
    return best


def _take_best_date(best: Row, told: list[Row], journey: list[Row]) -> None:
    """Take the most precise date of the reports that share the status, else of any."""
    for rows in (told, journey):
        most = max(map(_date_worth, rows))
        worthy = [row for row in rows if _date_worth(row) == most]
        # Of several days told of a journey the first is when it begins.
        dated = min(worthy, key=lambda row: row.get("date") or "")
        if dated.get("date"):
            best |= {name: dated[name] for name in ("date", "date_end", "date_precision")}
            implied = ["date"] if "date" in dated["implied"] else []
            best["implied"] = [name for name in best["implied"] if name != "date"] + implied
            return


def _last_status(journey: list[Row]) -> str:
    """A journey that was put off or called off stays so unless it is planned anew afterwards."""
    own = [row for row in journey if not row["tour"]] or journey
    if all("date" in row["implied"] and row["status"] == "ongoing" for row in own):
        # A day to come that the text tells is worth more than the day of the news.
        own += [r for r in journey if r["status"] == "planned" and "date" not in r["implied"]]
    status = max(own, key=lambda row: (_worth(row), -row["start"]))["status"]
    if status == "planned" and any(map(_has_begun, own)):
        status = "occurred"  # "landed on Tuesday", "will meet him there on Thursday"
    said = -1
    for row in sorted(journey, key=lambda row: row["start"]):
        anew = status in PUT_OFF and row["status"] == "planned" and row["start"] > said
        # "He will come at some later time", "still wanted to come" are no new plans.
        anew = anew and row["dated"] and not row["given_up"]
        if row["status"] in PUT_OFF or anew:
            status, said = row["status"], row["start"]
    return str(status)


def _has_begun(row: Row) -> bool:
    return (
        row["status"] == "occurred"
        and row.get("date_precision") == "day"
        and "date" not in row["implied"]
    )


def _worth(row: Row) -> int:
    return _date_worth(row) + 4 * bool(row["city"]) + 4 * bool(row["host"])
