"""What tests of merged tables share: the independent sources of some coded rows."""

from __future__ import annotations

import pandas as pd

from analysis.merging import Sources
from analysis.origins import find_origins
from analysis.schema import CODED


def sources_of(articles: pd.DataFrame, **coded: pd.DataFrame) -> Sources:
    """Return the sources of coded tables; those not given are empty."""
    tables = {table.name: table.frame() for table in CODED} | coded
    return Sources(articles, find_origins(tables | {"articles": articles}))
