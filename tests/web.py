"""A small web for the tests of fetching: one local server under many names, and its own time."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from analysis.runs.plan import Source
from analysis.sources import Gathered, gather

Handler = BaseHTTPRequestHandler
Behaviour = Callable[[Handler], None]
BODY = (
    "The envoy of {where} landed in Sylvania's capital on Tuesday for talks with the president and"
    " left again after two hours, the foreign ministry said in a statement that gave no reasons."
)
MORE = (
    "It was the first journey of its kind since the border was closed, and those who had waited at"
    " the airport said that nobody had expected it to be over so soon, least of all the band."
)


def write_page(where: str = "Ruritania", *, head: str = "", around: str = "") -> str:
    """A page whose article differs with `where`, and what stands around it with `around`."""
    return (
        f"<!doctype html><html><head><title>Envoy of {where} lands</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> {around}</nav><article><h1>Envoy of {where} lands</h1>"
        f"<p>{BODY.format(where=where)}</p><p>{MORE}</p></article></body></html>"
    )


def write_feed(*entries: str, head: str = "") -> str:
    return (
        f"<rss version='2.0'><channel><title>World</title>{head}{''.join(entries)}</channel></rss>"
    )


def write_entry(link: str, *, title: str = "", date: str = "") -> str:
    dated = f"<pubDate>{date}</pubDate>" if date else ""
    return f"<item><title>{title}</title><link>{link}</link>{dated}</item>"


def write_sitemap(*entries: str, root: str = "urlset") -> str:
    news = "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'"
    space = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
    return f"<{root} {space} {news}>{''.join(entries)}</{root}>"


@dataclass
class Time:
    """Time that passes when it is waited for, and `tick` seconds whenever it is looked at."""

    tick: float = 0.0
    seconds: float = 1_000.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        self.seconds += self.tick
        return self.seconds

    def utc(self) -> dt.datetime:
        return dt.datetime(2024, 6, 20, 12, tzinfo=dt.UTC) + dt.timedelta(seconds=self.seconds)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds


class Web:
    """Serves what is put at its paths, under any name that ends in .example."""

    def __init__(self) -> None:
        web = self

        class _Handler(Handler):
            def do_GET(self) -> None:
                said = {name.lower(): value for name, value in self.headers.items()}
                web.asked.append((self.path, said))
                web.behaviours.get(self.path, _miss)(self)

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self.port = self.server.server_port
        # A page's body may never end: no test waits for it.
        self.server.daemon_threads = True
        self.server.block_on_close = False
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        self.clear(Path())

    def clear(self, store: Path) -> None:
        self.behaviours: dict[str, Behaviour] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.store = store
        self.time = Time()
        self.names: dict[str, list[str]] = {}

    def url(self, path: str, host: str = "courier.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, content: str | bytes, kind: str = "text/html", **headers: str) -> str:
        """Serve content at a path; asked with the validators it gives, answer that it stays."""
        body = content if isinstance(content, bytes) else content.encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        def serve(handler: Handler) -> None:
            etag = named.get("ETag")
            known = etag and handler.headers.get("If-None-Match") == etag
            answer(handler, 304 if known else 200, b"" if known else body, kind, **named)

        self.behaviours[path] = serve
        return self.url(path)

    def fail(self, path: str, status: int, **headers: str) -> str:
        """Answer a path with a status."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.behaviours[path] = lambda handler: answer(handler, status, b"", "text/html", **named)
        return self.url(path)

    def lead(self, path: str, target: str) -> str:
        """Redirect a path."""
        return self.fail(path, 302, Location=target)

    def behave(self, path: str, *, repeat: bytes, head: bytes = b"") -> str:
        """Answer a path with bytes that never end."""

        def serve(handler: Handler) -> None:
            try:
                handler.wfile.write(head)
                while True:
                    handler.wfile.write(repeat)
            except OSError:
                handler.close_connection = True

        self.behaviours[path] = serve
        return self.url(path)

    def write_raw(self, path: str, content: bytes) -> str:
        """Answer a path with exactly these bytes, head and all."""
        self.behaviours[path] = lambda handler: handler.wfile.write(content)
        return self.url(path)

    @property
    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def resolve(self, host: str, port: int) -> list[str]:
        if host in self.names:
            return self.names[host]
        if not host.endswith(".example"):
            return [host]
        return ["127.0.0.1"]

    def gather(self, *sources: Source, **options: Any) -> Gathered:
        """Gather with this web's names and time."""
        options = {"store": self.store, "clock": self.time, "resolve": self.resolve} | options
        return gather(sources, **options)


def _miss(handler: Handler) -> None:
    answer(handler, 404, b"", "text/html")


def answer(handler: Handler, status: int, body: bytes, kind: str, **headers: str) -> None:
    handler.send_response(status)
    for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
        if value:
            handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def feed(location: str, **options: Any) -> Source:
    return Source("feed", location, **{"allow_private": True, **options})


def sitemap(location: str, **options: Any) -> Source:
    return Source("sitemap", location, **{"allow_private": True, **options})


def page(location: str, **options: Any) -> Source:
    return Source("url", location, **{"allow_private": True, **options})


def serve() -> Iterator[Web]:
    """Yield a web, and take it down."""
    web = Web()
    yield web
    web.server.shutdown()
    web.server.server_close()
