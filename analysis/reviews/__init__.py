"""What analysts decide on coded rows: read, checked, applied after every extraction, never lost."""

from analysis.reviews.applying import apply_reviews
from analysis.reviews.decisions import (
    Decision,
    read_decisions,
    record,
    reviewer_file,
    settle,
    take_back,
)
from analysis.reviews.reading import NO_REVIEWS, Reviews, read_reviews
from analysis.reviews.regrouping import find_merged_states
from analysis.reviews.states import list_reviews

__all__ = [
    "NO_REVIEWS",
    "Decision",
    "Reviews",
    "apply_reviews",
    "find_merged_states",
    "list_reviews",
    "read_decisions",
    "read_reviews",
    "record",
    "reviewer_file",
    "settle",
    "take_back",
]
