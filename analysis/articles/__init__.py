"""Files of articles -> the tables ARTICLES and REJECTS.

Nothing is lost silently: what cannot be read as an article becomes a row of REJECTS with what was
found and what to do about it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from analysis.articles.adding import add_articles
from analysis.articles.copies import mark_copies
from analysis.articles.formats import is_single, read_file
from analysis.articles.records import Row, read_record
from analysis.articles.refusals import Refusal
from analysis.articles.sidecars import read_sidecar
from analysis.articles.sources import Source, default_source, find_files
from analysis.schema import ARTICLES, REJECTS

__all__ = ["add_articles", "default_source", "mark_copies", "read_articles"]
