"""Why an input was refused: becomes a row of REJECTS, or ArticleError when it stands alone."""

from __future__ import annotations

from analysis.errors import ArticleError


class RefusedError(ArticleError):
    """A file or record that cannot be read as an article: why, and what to do about it."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
