"""The program that reads feeds, sitemaps and pages for `apart`: each line of its input is a task.

It ends itself when a task takes too long, so that it outlives nobody who was killed meanwhile.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from analysis.articles.files import read_rows
from analysis.articles.refusals import RefusedError
from analysis.sources.feed_parser import parse_feed
from analysis.sources.refusing import FetchError
from analysis.sources.sitemaps import parse_sitemap

# Bytes of address space; libraries on many cores reserve half of it.
_MEMORY = 8 << 30


def read_page(path: str) -> dict[str, Any]:
    """Read the article of a page as it will be coded, or why there is none."""
    ((_, outcome),) = read_rows(Path(path), Path(path).name)
    if isinstance(outcome, RefusedError):
        return {"refused": str(outcome)}
    published = str(outcome["published"])
    article = {name: outcome[name] for name in ("title", "outlet", "text", "words")}
    return article | {"published": "" if published == "NaT" else published[:10]}


def read_feed(content: str, url: str) -> dict[str, Any]:
    """Read a feed, its bytes in base 64."""
    return parse_feed(base64.b64decode(content), url)


def read_sitemap(content: str) -> dict[str, Any]:
    """Read a sitemap, its bytes in base 64."""
    return parse_sitemap(base64.b64decode(content))


_TASKS: dict[str, Callable[..., dict[str, Any]]] = {
    "page": read_page,
    "feed": read_feed,
    "sitemap": read_sitemap,
}


def main() -> None:
    """Answer each line with a line, until there are no more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library may print is no answer
    _limit_memory()
    for line in sys.stdin:
        task, patience, arguments = json.loads(line)
        _limit_time(patience)
        try:
            answer = _TASKS[task](*arguments)
        except FetchError as failure:
            answer = {"refused": str(failure)}
        except Exception as error:  # whatever a parser breaks off with is a fault of its input
            answer = {"refused": f"it cannot be read ({type(error).__name__}: {error})"}
        _limit_time(0.0)
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _limit_time(seconds: float) -> None:
    """End this process after so many seconds of its own work; 0 is no limit."""
    with suppress(ImportError, AttributeError):  # Windows has no such timer
        import signal

        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit_memory() -> None:
    with suppress(ImportError, ValueError):  # nor this, and a lower limit may be set already
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()
