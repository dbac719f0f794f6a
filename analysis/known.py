"""What was known by a day: trips and cases as what was published until then tells them.

Which rows are one trip or case stays as all dates have it: a later report may show that two were
one. How a case stands, how many sources it has, and what became of a trip, follow from the rows
until the day.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.cases import describe_case
from analysis.ledgers import read_cases
from analysis.merging import Sources
from analysis.schema import CASES, CODED, TRIPS
from analysis.tables import select
from analysis.trips import describe_trip
from analysis.trips.journeys import read_trips


def cut_tables(tables: Mapping[str, pd.DataFrame], until: str) -> dict[str, pd.DataFrame]:
    """Return the tables with what was published until an ISO day, trips and cases told anew.

    Takes all tables. What is undated is left out, as from every window. Without a day the tables
    stay as they are.
    """
    if not until:
        return dict(tables)
    names = ("articles", *(table.name for table in CODED))
    kept = {**tables, **{name: select(tables[name], name, until=until) for name in names}}
    sources = Sources(tables["articles"], tables["origins"])
    cases = [case for case in read_cases(kept).values() if case.allegations]
    trips = read_trips(kept["visits"], kept["members"])
    return {
        **kept,
        "cases": CASES.frame(describe_case(case, sources) for case in cases),
        "trips": TRIPS.frame(describe_trip(trip, sources) for trip in trips),
    }
