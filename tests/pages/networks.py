"""A network to explore, small and invented, in a figure that only declares itself to be one."""

from __future__ import annotations

from pathlib import Path

from tests.pages.samples import write_notebook

# Whose ties, of which type, on which day of 2024, as fact or only alleged.
EVENTS = (
    ("ann", "bob", "CONSULT", "01-10", "occurred"),
    ("ann", "bob", "AID", "03-10", "occurred"),
    ("bob", "cid", "ACCUSE", "02-10", "occurred"),
    ("cid", "dan", "ASSAULT", "03-20", "alleged"),
    ("dan", "ann", "CONSULT", "", "occurred"),
)
_TABLES = f"""\
import pandas as pd
from analysis import charts, network, reports
from analysis.schema import ACTORS, ARTICLES, EVENTS

quads = {{"CONSULT": 1, "AID": 2, "ACCUSE": 3, "ASSAULT": 4}}
articles = ARTICLES.frame(dict(article_id=f"a{{n}}", outlet=f"Wire {{n}}",
    published=pd.Timestamp("2024-" + day) if day else pd.NaT)
    for n, (*_, day, _) in enumerate({EVENTS!r}))
actors = ACTORS.frame(dict(actor_id=name, name=name.title() + " <b>", kind="person")
                      for name in ("ann", "bob", "cid", "dan"))
events = EVENTS.frame(dict(article_id=f"a{{n}}", outlet=f"Wire {{n}}", event_id=f"e{{n}}",
    published=pd.Timestamp("2024-" + day) if day else pd.NaT, confidence="high",
    evidence=f"{{one}} and {{other}}: {{kind}}.", event_type=kind, quad=quads[kind], score=1.0,
    actor_ids=[one], recipient_ids=[other], status=status)
    for n, (one, other, kind, day, status) in enumerate({EVENTS!r}))
"""
_DRAW = """\
both = network.build_network(events, actors, status=network.STATUS_ALLEGED)
facts = network.build_network(events, actors)
held = charts.hold_network(both, events, {}, within=both)
charts.plot_network(network.count_links(facts), charts.count_actors(facts, within=both),
                    title="Who with whom", name="circle", explore=held)"""
_FINISH = "reports.finish(articles=articles, events=events)"


def write_network(path: Path) -> Path:
    """Write a notebook with one network that its readers can explore."""
    return write_notebook(path, [_TABLES, _DRAW, _FINISH], title="Network")
