"""What counts as the same row, a class a table.

`key` says which rows of one side are one row, `fit` how well a found row is a gold row (0 = not at
all), `label` what parts are scored by, `besides` which further columns of a match are right,
`excuses` which found rows without a partner are no error.
"""

from __future__ import annotations

from collections.abc import Iterable

from tests.scoring.fields import (
    OUTLET,
    Row,
    actor,
    actors,
    acts_of,
    amount_of,
    claimant_of,
    date_fits,
    day_of,
    is_analyst,
    kind_of,
    meet,
    names_in,
    overlap,
    recipients,
    share_codes,
    share_words,
    values_of,
    who,
)
from tests.scoring.names import actor_fit, name_fit, party_fit

Pairs = list[tuple[Row, Row]]


class Rules:
    """What tables share; each of them overrides what differs."""

    label_column = "status"
    recall_only: frozenset[str] = frozenset()

    def group(self, rows: Iterable[Row]) -> list[Row]:
        """Return one row of those with the same key: the first."""
        first: dict[tuple[object, ...], Row] = {}
        for row in rows:
            first.setdefault(self.key(row), row)
        return list(first.values())

    def key(self, row: Row) -> tuple[object, ...]:
        """Return what rows of one side must share to be one row."""
        raise NotImplementedError

    def fit(self, gold: Row, found: Row) -> float:
        """Return how well a found row is a gold row; 0 = it is another one."""
        raise NotImplementedError

    def label(self, row: Row) -> str:
        """Return what a row's part of the score is called."""
        return str(row[self.label_column])

    def besides(self, gold: Row, found: Row) -> dict[str, bool]:
        """Return of further columns whether a matched row has them right."""
        return {}

    def excuses(self, found: Row, pairs: Pairs, gold: list[Row]) -> bool:
        """Tell whether a found row without a partner is no error."""
        return False


class Visits(Rules):
    """Same visitor and destination; one row a date and status."""

    def key(self, row: Row) -> tuple[object, ...]:
        return (*who(row, "visitor"), row["country"], row["date"], row["status"])

    def fit(self, gold: Row, found: Row) -> float:
        same = actor_fit(actor(gold, "visitor"), actor(found, "visitor"))
        if gold["country"] != found["country"] or not same:
            return 0.0
        return (
            10 * same
            + 2 * date_fits(gold["date"], found["date"])
            + 2 * self._status_fits(gold, found)
        )

    def besides(self, gold: Row, found: Row) -> dict[str, bool]:
        right = {"status": self._status_fits(gold, found)}
        right["visitor_country"] = gold["visitor_country"] == found["visitor_country"]
        if gold["date"]:
            right["date"] = date_fits(gold["date"], found["date"])
            coarser = bool(found["date"]) and gold["date"].startswith(found["date"])
            right["date_or_coarser"] = right["date"] or coarser
        if gold["city"]:
            right["city"] = bool(names_in(gold["city"]) & names_in(found["city"]))
        if gold["host"]:
            hosts = [(a, b) for a in gold["host"].split("; ") for b in found["host"].split("; ")]
            right["host"] = any(name_fit(a, b) for a, b in hosts)
        return right

    @staticmethod
    def _status_fits(gold: Row, found: Row) -> bool:
        if gold["status"] == found["status"]:
            return True
        if {gold["status"], found["status"]} != {"occurred", "ongoing"}:
            return False
        published, day = day_of(str(found.get("published", ""))[:10]), day_of(gold["date"])
        return bool(published and day and abs((published - day).days) <= 2)


class Transfers(Rules):
    """Same supplier, recipient, kind and item class; several claimants' rows are one transfer."""

    label_column = "nature"
    same_class = True

    def key(self, row: Row) -> tuple[object, ...]:
        sides = (*who(row, "supplier"), *who(row, "recipient"))
        return (kind_of(row), *sides, row["category"] if self.same_class else "")

    def group(self, rows: Iterable[Row]) -> list[Row]:
        groups: dict[tuple[object, ...], list[Row]] = {}
        for row in rows:
            groups.setdefault(self.key(row), []).append(row)
        return [{**members[0], "members": members} for members in groups.values()]

    def fit(self, gold: Row, found: Row) -> float:
        sides = [
            party_fit(actor(gold, side), actor(found, side)) for side in ("supplier", "recipient")
        ]
        other_class = self.same_class and gold["category"] != found["category"]
        if kind_of(gold) != kind_of(found) or other_class or not all(sides):
            return 0.0
        return 10 * sum(sides) + share_words(gold["item"], found["item"])

    def besides(self, gold: Row, found: Row) -> dict[str, bool]:
        right = {"nature": bool(values_of(gold, "nature") & values_of(found, "nature"))}
        right["item"] = any(
            share_words(a["item"], b["item"]) for a in gold["members"] for b in found["members"]
        )
        amounts = [
            {amount_of(row) for row in side["members"]} - {("", "")} for side in (gold, found)
        ]
        if amounts[0]:
            right["quantity"] = bool(amounts[0] & amounts[1])
        named = [row for row in gold["members"] if row["act"] != "deny"]
        claimants = [claimant_of(row) for row in named if row["claimant"] != OUTLET]
        if claimants:
            have = [claimant_of(row) for row in found["members"]]
            right["all_claimants"] = all(any(actor_fit(a, b) for b in have) for a in claimants)
        return right


class Dyads(Transfers):
    """Supplier, recipient and kind alone, whatever the item."""

    label_column = "kind"
    same_class = False

    def label(self, row: Row) -> str:
        return kind_of(row)

    def besides(self, gold: Row, found: Row) -> dict[str, bool]:
        return {}


class Responses(Rules):
    """Same supplier, recipient, stance and who responds."""

    label_column = "stance"

    def key(self, row: Row) -> tuple[object, ...]:
        return (row["supplier_country"], row["recipient_country"], row["stance"], *who(row, "by"))

    def fit(self, gold: Row, found: Row) -> float:
        same = ("supplier_country", "recipient_country", "stance")
        if any(gold[name] != found[name] for name in same):
            return 0.0
        return actor_fit(actor(gold, "by"), actor(found, "by"))


class Statements(Rules):
    """Same speaker and act, and evidence that shares a run of words."""

    label_column = "act"
    # The gold has a sample of these only.
    recall_only = frozenset({"say", "decline"})

    def key(self, row: Row) -> tuple[object, ...]:
        return (*who(row, "speaker"), row["act"], row["target_country"], row["evidence"])

    def fit(self, gold: Row, found: Row) -> float:
        same = actor_fit(actor(gold, "speaker"), actor(found, "speaker"))
        if (
            found["act"] not in acts_of(gold)
            or not same
            or not overlap(gold["evidence"], found["evidence"])
        ):
            return 0.0
        exact = sum(bool(gold[name] == found[name]) for name in ("act", "evidence"))
        return 10 * same + 5 * exact + share_codes(gold, found, "target_country")

    def besides(self, gold: Row, found: Row) -> dict[str, bool]:
        right = {"exact_act": gold["act"] == found["act"]}
        right["speaker_country"] = gold["speaker_country"] == found["speaker_country"]
        if gold["target_country"]:
            right["target_country"] = share_codes(gold, found, "target_country")
        return right

    def excuses(self, found: Row, pairs: Pairs, gold: list[Row]) -> bool:
        """Excuse outside analysts, and a passage that repeats what the gold has elsewhere."""
        if found["act"] in self.recall_only or is_analyst(found):
            return True
        speaker = actor(found, "speaker")
        theirs = [row for row in gold if actor_fit(actor(row, "speaker"), speaker) >= 0.5]
        repeats = any(
            row["act"] == found["act"] and share_codes(row, found, "target_country")
            for row in theirs
        )
        return repeats and not any(overlap(row["evidence"], found["evidence"]) for row in theirs)


class Events(Rules):
    """Same type, an actor and a recipient; one row a pair of sides and status."""

    label_column = "event_type"
    undirected = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})

    def key(self, row: Row) -> tuple[object, ...]:
        return (
            row["event_type"],
            frozenset(actors(row)),
            frozenset(recipients(row)),
            row["status"],
        )

    def fit(self, gold: Row, found: Row) -> float:
        if gold["event_type"] != found["event_type"] or not self._sides_fit(gold, found):
            return 0.0
        same_sides = actors(gold) == actors(found) and recipients(gold) == recipients(found)
        same_status, same_sentence = (bool(gold[n] == found[n]) for n in ("status", "evidence"))
        return 1.0 + 4 * same_status + 2 * same_sides + same_sentence

    def _sides_fit(self, gold: Row, found: Row) -> bool:
        straight = meet(actors(gold), actors(found)) and meet(recipients(gold), recipients(found))
        crossed = meet(actors(gold), recipients(found)) and meet(recipients(gold), actors(found))
        return straight or (gold["event_type"] in self.undirected and crossed)

    def besides(self, gold: Row, found: Row) -> dict[str, bool]:
        return {"status": gold["status"] == found["status"]}

    def excuses(self, found: Row, pairs: Pairs, gold: list[Row]) -> bool:
        """Excuse further rows of an event with several actors or recipients."""
        return any(
            actors(found) | recipients(found) <= actors(row) | recipients(row)
            and len(actors(row) | recipients(row)) > 2
            and row["status"] == found["status"]
            and self.fit(row, found) > 0
            for row, _ in pairs
        )


RULES: dict[str, Rules] = {
    "visits": Visits(),
    "transfer_allegations": Transfers(),
    "transfer_dyads": Dyads(),
    "responses": Responses(),
    "statements": Statements(),
    "events": Events(),
}
