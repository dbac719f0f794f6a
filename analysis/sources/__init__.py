"""Feeds, sitemaps and addresses -> articles on disk, fetched politely and safely.

    sources ─ reading (feeds, sitemaps) ─ visiting (pages) ─ shelf: data/articles/fetched/<host>/
                         └── fetching: robots.txt, pauses, limits, redirects ──┘
                                └── connecting: only to addresses that were checked

`gather` is the whole of it. What cannot be taken is listed with its reason; a source that fails
does not stop the others.
"""

from analysis.sources.gathered import Gathered, Refusal, SourceResult
from analysis.sources.gathering import FETCHED, gather

__all__ = ["FETCHED", "Gathered", "Refusal", "SourceResult", "gather"]
