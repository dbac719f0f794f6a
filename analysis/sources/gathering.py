"""Sources -> articles on disk: fetch what is new, keep it, and say what came of each source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from analysis.articles.sources import default_source, find_files
from analysis.errors import ArticleError, SourceError
from analysis.files import find_folder
from analysis.runs.plan import Source
from analysis.sources.addresses import hash_text
from analysis.sources.clock import Clock, SystemClock
from analysis.sources.connecting import Resolve, resolve
from analysis.sources.fetching import Fetcher
from analysis.sources.gathered import Gathered, SourceResult
from analysis.sources.manners import Manners
from analysis.sources.memory import Notes, read_memory, write_memory
from analysis.sources.page import hash_bytes
from analysis.sources.shelf import Shelf
from analysis.sources.visiting import Visit
from analysis.tables.locking import lock

FETCHED = Path("data/articles/fetched")
# Seconds that all sources together may take, and pages that are asked for in all.
PATIENCE = 300.0
MOST_PAGES = 1_000


def gather(
    sources: Sequence[Source],
    *,
    store: Path = FETCHED,
    seconds: float = PATIENCE,
    clock: Clock | None = None,
    resolve: Resolve = resolve,
) -> Gathered:
    """Fetch what sources list and is not kept yet; return where all their articles are.

    Pages are kept in `store`; where another process fetches into it, waits for it. The sources
    share `seconds` evenly. What fails is listed, never raised: the other pages and sources go on,
    and what a source gave earlier stays. Without sources: data/articles, or the sample articles.
    Raises SourceError where nothing can be kept in `store`.
    """
    sources = sources or [Source("path", str(default_source()))]
    if all(source.kind == "path" for source in sources):
        return _join(read_path(source) for source in sources)
    folder = find_folder(store)
    try:
        with lock(folder):
            return _join(_gather(sources, folder, seconds, clock or SystemClock(), resolve))
    except OSError as error:
        raise SourceError(
            f"{folder}: pages cannot be kept there ({error.strerror}). "
            "Make it a folder that can be written to, with room for the pages."
        ) from error


def _gather(
    sources: Sequence[Source], folder: Path, seconds: float, clock: Clock, resolve: Resolve
) -> Iterator[Gathered]:
    shelf, memory, manners = Shelf(folder, clock), read_memory(folder), Manners(clock)
    end, most = clock.now() + seconds, MOST_PAGES
    for number, source in enumerate(sources):
        if source.kind == "path":
            yield read_path(source)
            continue
        until = clock.now() + (end - clock.now()) / (len(sources) - number)
        notes = memory.setdefault(_name(source), Notes())
        visit = Visit(source, shelf, notes, clock)
        with Fetcher(
            manners, source.location, private=source.allow_private, until=until, resolve=resolve
        ) as fetcher:
            visit.read(fetcher, most=min(source.most, most), until=until)
        most -= visit.asked
        with suppress(OSError):  # a full disk fails sources, not what remembers them
            write_memory(folder, memory)
        yield _describe(source, visit)
    shelf.clear()


def _name(source: Source) -> str:
    """Name what is remembered of a source; with other settings it is another one."""
    return f"{source.kind} {source.location} {source.most} {source.match}".strip()


def _describe(source: Source, visit: Visit) -> Gathered:
    pages = visit.pages
    inputs = {page.said["url"]: page.said["sha256"] for page in visit.taken}
    digest = _hash_all((page.said["url"], page.said["sha256"]) for page in pages)
    return Gathered(
        articles=tuple(page.path for page in pages),
        inputs=inputs | ({source.location: digest} if pages else {}),
        refused=tuple(visit.refused),
        results=(visit.result,),
    )


def read_path(source: Source) -> Gathered:
    """Find the articles of a file, folder or pattern; a relative one counts from the root."""
    path = find_folder(source.location)
    try:
        files = find_files(path)
        digest = _hash_all((name, hash_bytes(file.read_bytes())) for file, name in files)
    except (ArticleError, OSError) as error:
        return Gathered(results=(SourceResult(source.location, "path", {}, failed=str(error)),))
    counts = {"unchanged": len(files)}
    return Gathered(
        articles=(path,),
        inputs={source.location: digest},
        results=(SourceResult(source.location, "path", counts),),
    )


def _hash_all(named: Iterable[tuple[str, str]]) -> str:
    """Return one hash for what is named, whatever its order."""
    return hash_text("\n".join(f"{digest} {name}" for name, digest in sorted(named)))


def _join(parts: Iterable[Gathered]) -> Gathered:
    gathered = list(parts)
    return Gathered(
        # A page that two sources list is one article.
        articles=tuple(dict.fromkeys(path for part in gathered for path in part.articles)),
        inputs={name: digest for part in gathered for name, digest in part.inputs.items()},
        refused=tuple(refusal for part in gathered for refusal in part.refused),
        results=tuple(result for part in gathered for result in part.results),
    )
