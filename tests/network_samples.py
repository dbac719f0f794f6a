"""Small networks made by hand, for the tests of the network and its charts."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pandas as pd

from analysis import network
from analysis.schema import ACTORS, EVENTS

QUADS = {"CONSULT": 1, "SUPPORT": 1, "AID": 2, "ACCUSE": 3, "ASSAULT": 4}
SCORES = {"CONSULT": 1.5, "SUPPORT": 4.0, "AID": 7.0, "ACCUSE": -2.0, "ASSAULT": -9.0}


def make_events(*rows: dict[str, Any]) -> pd.DataFrame:
    """Fill in what a test does not care about."""
    return EVENTS.frame(
        {
            "event_id": f"e{number}",
            "published": pd.Timestamp("2024-03-01"),
            "outlet": "Wire",
            "confidence": "high",
            "status": "occurred",
            "quad": QUADS[row["event_type"]],
            "score": SCORES[row["event_type"]],
            **row,
        }
        for number, row in enumerate(rows)
    )


def tie(actor: str, recipient: str, event_type: str = "CONSULT", **more: Any) -> dict[str, Any]:
    """One event; actors and recipients joined by spaces."""
    return {
        "actor_ids": actor.split(),
        "recipient_ids": recipient.split(),
        "event_type": event_type,
        **more,
    }


NOBODY = ACTORS.frame()


def build(*rows: dict[str, Any], **options: Any) -> nx.MultiDiGraph:
    return network.build_network(make_events(*rows), NOBODY, **options)
