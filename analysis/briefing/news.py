"""What changed since the briefing published last: claims, answers, journeys, ties."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from analysis.briefing import change, withdrawn
from analysis.briefing.decided import tell_decided
from analysis.briefing.facts import Case, Facts, list_days, list_ids
from analysis.briefing.recoded import find_recoded_claims, find_recoded_journeys
from analysis.briefing.wording import (
    Kinds,
    begin,
    count,
    cut_list,
    join,
    list_names,
    name_actor,
    name_actors,
    name_journey,
    name_place,
    name_transfer,
    say_claim,
    tell_claim,
    write_dates,
    write_day,
    write_reported,
    write_span,
)
from analysis.countries import is_country
from analysis.merging import Row, fold
from analysis.reports import Section, Sentence, Told
from analysis.schema import STANDINGS

_ALLEGED = ("alleged", "reported")
_STATUS = {
    "planned": "is announced to go to",
    "ongoing": "is reported to be in",
    "occurred": "is reported to have gone to",
    "postponed": "is reported to have put off a journey to",
    "cancelled": "is reported to have called off a journey to",
}
# Beside "alleged transfers" the word alone would say nothing.
_STANDS = {"alleged": "neither denied by a party nor borne out"}
_BEFORE = {
    "planned": "only announced",
    "ongoing": "under way",
    "occurred": "told as made",
    "postponed": "put off",
    "cancelled": "called off",
}


def tell_news(facts: Facts, top: int = 8) -> Told:
    """Tell what is new, at most `top` sentences of a kind; what is left is counted."""
    compared = (_tell_comparison(facts), *tell_decided(facts), _tell_contents(facts))
    sections = [Section("Compared with", compared)]
    parts = [
        ("Allegations", _tell_claims(facts), "No new allegation."),
        ("Journeys", _tell_journeys(facts), "No visit was announced, held, put off or called off."),
        ("Ties", _tell_ties(facts), "No tie appeared, switched sign or vanished."),
    ]
    if facts.earlier is not None:
        parts[1:1] = [
            ("Answers", _tell_answers(facts), "Nobody newly denied or confirmed a known case."),
            ("Withdrawn", _tell_withdrawn(facts), "Nothing told before was withdrawn."),
        ]
    sections += [Section(head, limit(told, top, nothing)) for head, told, nothing in parts]
    return Told(sections)


def limit(told: Iterable[Sentence], top: int, nothing: str) -> tuple[Sentence, ...]:
    """Return the first sentences and one that counts the rest; `nothing` where there is none."""
    shown, rest = cut_list(list(told), top)
    if rest:
        row_ids = dict.fromkeys(row_id for one in rest for row_id in one.row_ids)
        shown = [*shown, Sentence(f"And {len(rest):,} more of this kind.", tuple(row_ids))]
    return tuple(shown) or (Sentence(nothing),)


def answer(case: Case, kinds: Kinds) -> str:
    """Say who denied and who confirmed a case: "denied by Russia", "nobody has answered it"."""
    said = [
        f"{stance} by {join(name_actors(rows, 'by', kinds))}"
        for stance in ("denied", "confirmed")
        for rows in [[row for row in case.responses if row["stance"] == stance]]
        if rows
    ]
    return " and ".join(said) or "neither denied nor confirmed by anybody"


def _tell_comparison(facts: Facts) -> Sentence:
    if facts.earlier is None:
        return Sentence("There is no earlier briefing to compare with: everything counts as new.")
    published = f", published on {facts.earlier.published}," if facts.earlier.published else ""
    cutoff = facts.earlier.cutoff
    read = f"articles until {write_day(dt.date.fromisoformat(cutoff))}" if cutoff else "no article"
    return Sentence(f"The earlier briefing{published} read {read}; what it did not tell is new.")


def _tell_contents(facts: Facts) -> Sentence:
    """Say how much there is, and how it stands."""
    standings = Counter(case.row["standing"] for case in facts.cases)
    stand = join(
        [f"{standings[name]:,} {_STANDS.get(name, name)}" for name in STANDINGS if standings[name]]
    )
    cases = f"{count(len(facts.cases), 'alleged transfer')} ({stand})" if stand else "no transfer"
    journeys = count(len(facts.journeys), "journey") if facts.journeys else "no journey"
    span = write_span(list(facts.shown["articles"]["published"].dropna().dt.date))
    articles = f"{count(len(facts.shown['articles']), 'article')} {span}".strip()
    return Sentence(f"This briefing tells of {cases} and {journeys}, from {articles}.")


def _tell_claims(facts: Facts) -> Iterable[Sentence]:
    for news in change.find_new_claims(facts):
        told = _tell_new_case if news.before is None else _tell_further_claims
        row_ids = (*list_ids(news.claims), *list_ids(news.case.responses))
        yield Sentence(told(news, facts.actor_kinds), row_ids)
    yield from _tell_recoded_claims(facts)


def _tell_recoded_claims(facts: Facts) -> Iterable[Sentence]:
    """Tell what a claim is coded as now, and what it was told as."""
    cases = {row_id: case for case in facts.cases for row_id in list_ids(case.claims)}
    for recoded in find_recoded_claims(facts):
        rows = [row for row in recoded.rows if row["allegation_id"] in cases]
        told = [tell_claim(row, cases[row["allegation_id"]].row, facts.actor_kinds) for row in rows]
        if told:
            yield _tell_recoded(told, recoded.held["told"], list_ids(rows))


def _tell_recoded(now: Sequence[str], before: str, row_ids: tuple[str, ...]) -> Sentence:
    said = join(list(dict.fromkeys(now)))
    earlier = "" if said == before else f"; the earlier briefing told: {before}"
    return Sentence(f"Coded anew from the same sentence: {said}{earlier}.", row_ids)


def _tell_new_case(news: change.NewClaims, kinds: Kinds) -> str:
    claims = news.claims
    claimants = begin(join(name_actors(claims, "claimant", kinds)))
    said = f"{claimants} {_claim(claims, news.case, kinds)}{write_reported(list_days(claims))}"
    return f"{said}; it is {answer(news.case, kinds)}{_say_reread(news.reread)}."


def _say_reread(reread: bool) -> str:
    """Say why something is new that no new article tells."""
    return "; found in articles read before, by changed dictionaries or reviews" if reread else ""


def _claim(claims: Sequence[Row], case: Case, kinds: Kinds) -> str:
    """Say what some claimants claimed; where they do not say the same, that it is alleged."""
    transfer = name_transfer(case.row, kinds)
    phrases = {say_claim(row, f"a {transfer}") for row in claims}
    if len(phrases) == 1:
        return phrases.pop()
    if all(row["nature"] in _ALLEGED for row in claims):
        return f"made {count(len(claims), 'allegation')} of a {transfer}"
    return f"made {count(len(claims), 'claim')} about an alleged {transfer}"


def _tell_further_claims(news: change.NewClaims, kinds: Kinds) -> str:
    known = {fold(name) for name in (news.before or {})["claimants"]}
    fresh = [
        row for row in news.claims if not known & set(map(fold, list_names([row], "claimant")))
    ]
    claimants = begin(join(name_actors(fresh or news.claims, "claimant", kinds)))
    does = "joined those who make claims" if fresh else "made further claims"
    what = f"about the alleged {name_transfer(news.case.row, kinds)}"
    told = f"{claimants} {does} {what}{write_reported(list_days(fresh or news.claims))}"
    return f"{told}; it is {answer(news.case, kinds)}{_say_reread(news.reread)}."


def _tell_answers(facts: Facts) -> Iterable[Sentence]:
    kinds = facts.actor_kinds
    for news in change.find_new_answers(facts):
        who = begin(join(name_actors(news.responses, "by", kinds)))
        what = f"{news.stance} the alleged {name_transfer(news.case.row, kinds)}"
        told = f"{who} {what}{write_reported(list_days(news.responses))}"
        yield Sentence(f"{told}; no earlier briefing said so.", list_ids(news.responses))
    for standing in change.find_new_standings(facts):
        what = begin(f"the alleged {name_transfer(standing.case.row, kinds)}")
        now = f"now stands as {standing.case.row['standing']}, for {standing.why}"
        told = f"{what} {now}; it stood as {standing.before}."
        yield Sentence(told, standing.case.row_ids)


def _tell_withdrawn(facts: Facts) -> Iterable[Sentence]:
    for gone in withdrawn.find_withdrawn(facts):
        yield Sentence(f"Withdrawn: {gone.told}; {gone.why}.", gone.row_ids)
    for lost in withdrawn.find_lost_answers(facts):
        what = f"the alleged {name_transfer(lost.case.row, facts.actor_kinds)}"
        told = f"Withdrawn: that {lost.by} {lost.stance} {what}; {lost.why}."
        yield Sentence(told, lost.case.row_ids)
    for gone in withdrawn.find_withdrawn_journeys(facts):
        yield Sentence(f"Withdrawn: a journey of {gone.told}; {gone.why}.", gone.row_ids)


def _tell_journeys(facts: Facts) -> Iterable[Sentence]:
    for news in change.find_journey_news(facts):
        trip, kinds = news.journey.row, facts.actor_kinds
        where = f"{name_place(trip)} {write_dates(trip)}".strip()
        told = f"{name_actor(trip, 'leader', kinds)} {_STATUS[trip['status']]} {where}"
        met = f" and to have met {join(trip['met'])}" if _is_met(trip) else ""
        before = f"; earlier it was {_BEFORE[news.before]}" if news.before else ""
        sources = f" ({count(trip['sources'], 'independent source')})"
        told = f"{begin(told)}{met}{sources}{before}{_say_reread(news.reread)}."
        yield Sentence(told, news.journey.row_ids)
    journeys = {row_id: one for one in facts.journeys for row_id in one.row_ids}
    for recoded in find_recoded_journeys(facts):
        now = [journeys[row_id] for row_id in recoded.row_ids if row_id in journeys]
        if now:
            names = [f"a journey of {name_journey(one.row, facts.actor_kinds)}" for one in now]
            row_ids = tuple(dict.fromkeys(row_id for one in now for row_id in one.row_ids))
            yield _tell_recoded(names, f"a journey of {recoded.held['told']}", row_ids)


def _is_met(trip: Row) -> bool:
    return bool(trip["met"]) and trip["status"] == "occurred"


def _tell_ties(facts: Facts) -> Iterable[Sentence]:
    for news in change.find_tie_news(facts):
        dyad = news.dyad
        pair = " and ".join(_name_end(dyad, end, facts.actor_kinds) for end in ("a", "b"))
        told = {
            "appeared": f"New between {pair}: {_count_events(dyad)}.",
            "switched": f"Between {pair} the balance switched: {_count_events(dyad)}.",
            "vanished": f"Between {pair} no event told as fact is left.",
        }
        yield Sentence(told[news.change], tuple(dyad.get("row_ids", ())))


def _name_end(dyad: Row, end: str, kinds: Kinds) -> str:
    actor_id = dyad[f"{end}_id"]
    state = actor_id if is_country(actor_id) else ""
    return name_actor({**dyad, f"{end}_country": state}, end, kinds)


def _count_events(dyad: Row) -> str:
    if "events" not in dyad:
        return ""
    return f"{count(dyad['events'], 'event')} told as fact, {_name_balance(dyad)}"


def _name_balance(dyad: Row) -> str:
    if not dyad["cooperation_ids"] or not dyad["conflict_ids"]:
        return "cooperation only" if dyad["cooperation_ids"] else "conflict only"
    balance = dyad["balance"]
    if balance == 0:
        return "cooperation and conflict in equal measure"
    return "more cooperation than conflict" if balance > 0 else "more conflict than cooperation"
