"""Who gained influence between two periods, through whom and on whose word: in sentences.

The charts of notebook 2 show the same tables; each sentence leads to its events.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from analysis.briefing.wording import begin, count, join, name_state, write_day
from analysis.charts.style import plural, shorten
from analysis.countries import is_country
from analysis.frames import list_rows
from analysis.merging import Row
from analysis.network import VOICES
from analysis.reports import Section, Sentence, Told

_WHOSE = dict(
    zip(VOICES, ("its own side", "its partner's side", "others", "the media"), strict=True)
)
_PARTNERS = 2
# Of fewer events in a period a single article can move the shares.
_FEW = 10


def tell_influence(
    influence: pd.DataFrame, gains: pd.DataFrame, periods: Sequence[Any], day: str, top: int = 3
) -> Told:
    """Tell the `top` gainers, each with its partners and voices, who lost most, and the basis.

    Takes `compare_influence`, `explain_gains`, the networks of both periods, and the day that the
    second began, ISO; "" where nothing is dated.
    """
    if not day:
        return Told([Section("No dated event", (Sentence("Nothing can be compared."),))])
    since = write_day(dt.date.fromisoformat(day))
    gained = list_rows(influence[influence["gain"] > 0])
    told = [_tell_gain(row, list_rows(gains)) for row in gained[:top]]
    if len(gained) > top:
        row_ids = [row_id for row in gained[top:] for row_id in row["after_ids"]]
        more = count(len(gained) - top, "more actor gained", "more actors gained")
        told.append(Sentence(f"{more}, less than these.", tuple(dict.fromkeys(row_ids))))
    told = told or [Sentence("No actor has a greater share of the cooperation than before.")]
    told += [*_tell_loss(influence), _tell_basis(periods, since)]
    return Told([Section(f"From {since} on, compared with before", tuple(told))])


def _tell_gain(row: Row, gains: Sequence[Row]) -> Sentence:
    mine = [one for one in gains if one["actor_id"] == row["actor_id"]]
    partners = list(dict.fromkeys(one["partner_id"] for one in mine))[:_PARTNERS]
    through = [_tell_partner([one for one in mine if one["partner_id"] == p]) for p in partners]
    shares = f"from {row['share_before']:.0f} to {row['share_after']:.0f} percent"
    name = begin(_name(row["actor_id"], row["name"]))
    told = f"{name} gained influence, {shares} of all cooperation told as fact"
    row_ids = [row_id for one in mine for row_id in one["row_ids"]] or row["row_ids"]
    said = f"{told}: {join(through)}." if through else f"{told}."
    return Sentence(said, tuple(dict.fromkeys(row_ids)))


def _tell_partner(voices: Sequence[Row]) -> str:
    """Say how much came through a partner, and on whose word most of it rests."""
    first, most = voices[0], max(voices, key=lambda one: float(one["points"]))
    alone = "on the word of" if len(voices) == 1 else "mostly on the word of"
    named = f" ({shorten(most['voices'], 60)})" if most["voices"] else ""
    points = plural(round(first["gain"]), "point")
    through = f"{points} through {_name(first['partner_id'], first['partner'])}"
    return f"{through}, {alone} {_WHOSE[most['whose_word']]}{named}"


def _tell_loss(influence: pd.DataFrame) -> Iterator[Sentence]:
    lost = list_rows(influence[influence["gain"] < 0])
    if lost:
        row = lost[-1]
        shares = f"from {row['share_before']:.0f} to {row['share_after']:.0f} percent"
        name = begin(_name(row["actor_id"], row["name"]))
        yield Sentence(f"{name} lost most, {shares}.", tuple(row["row_ids"]))


def _name(actor_id: str, name: str) -> str:
    return name_state(actor_id) if is_country(actor_id) else name


def _tell_basis(periods: Sequence[Any], since: str) -> Sentence:
    """Say on how many events the shares rest: few of them make a small thing look great."""
    ids = [
        {row_id for *_, data in network.edges(data=True) for row_id in data["row_ids"]}
        for network in periods
    ]
    before, after = map(len, ids)
    told = f"This rests on {count(before, 'event')} before {since} and {after:,} from then on"
    few = ", so few that one article can move it" if min(before, after) < _FEW else ""
    return Sentence(f"{told}{few}.", tuple(sorted(ids[0] | ids[1])))
