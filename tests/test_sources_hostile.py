"""Servers, feeds and pages that mean harm: nothing is reached that must not be, nothing hangs."""

from __future__ import annotations

import datetime as dt
import errno
import gzip
import math
import os
import shutil
import subprocess
import tracemalloc
import zlib
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpcore
import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.articles import read_articles
from analysis.errors import SourceError
from analysis.runs.plan import Source
from analysis.sources import apart
from analysis.sources.addresses import join_url, read_url, refuse_address
from analysis.sources.bodies import inflate
from analysis.sources.connecting import Connections
from analysis.sources.feeds import read_feed
from analysis.sources.fetching import Answer
from analysis.sources.listing import Listed
from analysis.sources.page import describe, name_file
from analysis.sources.refusing import FetchError
from analysis.sources.sitemaps import read_sitemap
from tests.web import (
    Time,
    Web,
    answer,
    feed,
    page,
    sitemap,
    write_entry,
    write_feed,
    write_page,
    write_sitemap,
)

HEAD = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n"


def refuse(web: Web, source: Source, **options: Any) -> str:
    """Gather a source of one page, which must be refused; return why. Nothing may be kept."""
    gathered = web.gather(source, **options)
    (refusal,) = gathered.refused
    assert gathered.articles == ()
    assert list(web.store.glob("[!.]*/*")) == []
    return refusal.reason


# Where it may lead


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://courier.example/a",
        "gopher://courier.example:80/",
        "javascript:alert(1)",
        "data:text/html,<p>x",
        "//courier.example/a",
        "/a",
        "",
        "http://",
        "http:///etc/passwd",
        "http:/courier.example",
        "http://user@courier.example/",
        "http://user:word@courier.example/",
        "http://@courier.example/",
        "http://courier.example@127.0.0.1/",
        "http://127.0.0.1\\@courier.example/",
        "http://courier.example\\.evil.example/",
        "http://courier.example/\\..\\x",
        "http://courier.example/a\nHost: evil.example",
        "http://courier.example/a\r\nX: y",
        "http://courier.example/\u202egpj.a",
        "http://cour\x00ier.example/",
        "http://courier.example:22/",
        "http://courier.example:0/",
        "http://courier.example:99999/",
        "http://courier.example:80:443/",
        "http://courier .example/",
        "http://courier.example%2f@evil.example/",
        "http://%6c%6f%63%61%6c%68%6f%73%74/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://-/",
        "http://../",
        f"http://courier.example/{'a' * 2000}",
    ],
)
def test_an_address_that_is_no_plain_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        read_url(url)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        (" https://courier.example/a?b=c#d ", "https://courier.example/a?b=c"),
        ("HTTPS://Courier.Example:443/ä b", "https://courier.example/%C3%A4%20b"),
        ("http://müller.example/", "http://xn--mller-kva.example/"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
        ("http://courier.example/@user", "http://courier.example/@user"),
    ],
)
def test_a_plain_web_address_is_read_in_one_way(written: str, asked: str) -> None:
    assert str(read_url(written)) == asked


PRIVATE = (
    "127.0.0.1 127.8.8.8 10.0.0.1 172.16.0.1 192.168.1.1 100.64.0.1 100.127.255.255 ::1 fd00::1"
    " ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1::"
).split()
NEVER = (
    "169.254.169.254 169.254.0.1 168.63.129.16 100.100.100.200 fd00:ec2::254 fe80::1 fe80::1%eth0"
    " ::ffff:169.254.169.254 64:ff9b::a9fe:a9fe 2002:a9fe:a9fe:: 0.0.0.0 0.1.2.3 255.255.255.255"
    " 224.0.0.1 239.1.1.1 240.0.0.1 ff02::1 :: fec0::1 64:ff9b:1::1 4000::1 courier.example 1 0x7f.1"
).split()


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_reached_only_where_they_are_allowed(address: str) -> None:
    assert refuse_address(address, private=False)
    assert refuse_address(address, private=True) == ""


@pytest.mark.parametrize("address", NEVER)
def test_metadata_and_what_is_no_host_are_never_reached(address: str) -> None:
    assert refuse_address(address, private=False)
    assert refuse_address(address, private=True)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34"])
def test_public_addresses_are_reached(address: str) -> None:
    assert refuse_address(address, private=False) == ""


class Sockets(httpcore.SyncBackend):
    """Notes where it is told to connect to, and fails."""

    def __init__(self) -> None:
        self.connected: list[str] = []

    def connect_tcp(self, host: str, *_: Any, **__: Any) -> httpcore.NetworkStream:
        self.connected.append(host)
        raise httpcore.ConnectError("closed")


def test_a_name_is_resolved_once_and_connected_to_where_it_was_checked() -> None:
    answers = [["93.184.216.34"], ["127.0.0.1"]]  # the second is what rebinding is after
    connections = Connections(Time(), lambda *_: answers.pop(0))
    connections._sockets = sockets = Sockets()
    with pytest.raises(httpcore.ConnectError):
        connections.connect_tcp("rebinding.example", 80)
    assert sockets.connected == ["93.184.216.34"]
    assert answers == [["127.0.0.1"]]
    with pytest.raises(FetchError, match=r"rebinding.example leads to 127.0.0.1, a private"):
        connections.connect_tcp("rebinding.example", 80)
    assert len(sockets.connected) == 1


def test_a_name_with_one_forbidden_address_is_not_connected_to_at_all() -> None:
    connections = Connections(Time(), lambda *_: ["93.184.216.34", "10.0.0.1"])
    connections._sockets = sockets = Sockets()
    with pytest.raises(FetchError, match=r"10.0.0.1, a private address"):
        connections.connect_tcp("both.example", 80)
    assert sockets.connected == []


def test_a_source_leads_into_the_own_network_only_where_it_may(web: Web) -> None:
    url = web.put("/a", write_page())
    assert "leads to 127.0.0.1, a private address" in refuse(web, Source("url", url))
    assert web.asked == []
    allowed = web.gather(page(url), Source("url", url))
    assert [bool(result.failed) for result in allowed.results] == [False, True]


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f000001", "[::1]"])
def test_other_spellings_of_this_machine_lead_to_it_all_the_same(web: Web, host: str) -> None:
    source = Source("url", f"http://{host}:{web.port}/a")
    from analysis.sources.connecting import resolve

    reason = refuse(web, source, resolve=resolve)
    assert "private address" in reason or "names no host" in reason or "resolved" in reason
    assert web.asked == []


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is a link-local or metadata"),
        ("http://metadata.example:{port}/", "metadata.example leads to 169.254.169.254"),
        ("http://[::ffff:169.254.169.254]/", "link-local or metadata"),
        ("file:///etc/passwd", "only http:// and https://"),
        ("http://user:word@courier.example/", "a name or password"),
        ("http://courier.example:22/", "port 22"),
        ("\\\\evil.example\\a", "cannot be read"),
        ("http://[::1", "cannot be read"),
        ("javascript:alert(1)", "only http:// and https://"),
    ],
)
def test_a_redirect_is_checked_like_an_address(web: Web, target: str, reason: str) -> None:
    web.names["metadata.example"] = ["169.254.169.254"]
    assert reason in refuse(web, page(web.lead("/a", target.format(port=web.port))))


def test_a_redirect_to_this_machine_is_refused_where_it_is_not_allowed() -> None:
    base = httpx.URL("https://courier.example/a")
    url = join_url(base, "//127.0.0.1/x", frozenset((80, 443)))
    with pytest.raises(FetchError, match="a private address"):
        Connections(Time()).connect_tcp(url.host, 443)


def test_redirects_come_to_an_end(web: Web) -> None:
    assert refuse(web, page(web.lead("/a", "/a"))) == "it redirects more than 5 times"
    assert len(web.paths) == 6


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")
def test_tls_verifies_the_name_though_the_address_is_pinned(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ssl
    import threading
    from http.server import HTTPServer

    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj"
        f" /CN=x -addext subjectAltName=DNS:courier.example -keyout {key} -out {certificate}"
    )
    subprocess.run(command.split(), check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    secure = HTTPServer(("127.0.0.1", 0), web.server.RequestHandlerClass)
    secure.socket = context.wrap_socket(secure.socket, server_side=True)
    secure.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=secure.serve_forever, args=(0.02,), daemon=True).start()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    web.put("/a", write_page())
    named = [page(f"https://{name}.example:{secure.server_port}/a") for name in ("courier", "evil")]
    gathered = web.gather(*named)
    secure.shutdown()
    secure.server_close()
    assert [bool(result.failed) for result in gathered.results] == [False, True]
    assert "certificate verify failed" in gathered.refused[0].reason


# What it sends


def test_an_endless_body_is_cut(web: Web) -> None:
    url = web.behave("/a", head=HEAD + b"\r\n", repeat=b"<p>again</p>" * 5000)
    assert refuse(web, page(url)) == "it is larger than 5 MB"


def test_a_body_that_says_it_is_too_large_is_not_read(web: Web) -> None:
    url = web.write_raw("/a", HEAD + b"Content-Length: 99999999999\r\n\r\n")
    assert refuse(web, page(url)) == "it is larger than 5 MB"


@pytest.mark.parametrize("head", [HEAD + b"\r\n", HEAD, b""])
def test_a_server_that_drips_is_left_after_a_minute(web: Web, head: bytes) -> None:
    """A byte at a time: in the body, in the headers, or never getting to them."""
    web.time.tick = 2.0  # each look at the clock is two seconds later: nobody waits

    def drip(handler: Any) -> None:
        try:
            handler.wfile.write(head)
            while True:
                handler.wfile.write(b"X")
                handler.wfile.flush()
        except OSError:
            handler.close_connection = True

    web.behaviours["/a"] = drip
    reason = refuse(web, page(web.url("/a")))
    assert reason in ("it took too long in all", "there was no time left for it") or (
        "failed" in reason and head != HEAD + b"\r\n"
    )


@pytest.mark.parametrize(("seconds", "times"), [(20, 2), (61, 1)])
def test_who_took_the_whole_minute_is_not_asked_once_more(
    web: Web, monkeypatch: pytest.MonkeyPatch, seconds: float, times: int
) -> None:
    asked = []

    def wait(_: Any, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        asked.append(request.url)
        web.time.seconds += seconds
        raise httpx.ReadTimeout("timed out")

    monkeypatch.setattr("analysis.sources.connecting.Transport.handle_request", wait)
    assert refuse(web, page(web.url("/a"))) == "the server did not answer in time"
    assert len(asked) == times


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_bomb_is_refused_before_it_is_unpacked(web: Web, packing: str) -> None:
    bomb = gzip.compress(bytes(50_000_000), 6) if packing == "gzip" else zlib.compress(bytes(10**7))
    url = web.put("/a", bomb, Content_Encoding=packing)
    tracemalloc.start()
    assert refuse(web, page(url)) == "it is larger than 5 MB"
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("packing", ["gzip, gzip", "br", "zstd", "x" * 500])
def test_a_packing_that_was_not_asked_for_is_refused(web: Web, packing: str) -> None:
    url = web.put("/a", gzip.compress(gzip.compress(b"x")), Content_Encoding=packing)
    assert "which was not asked for" in refuse(web, page(url))


def test_a_packed_page_is_kept_unpacked(web: Web) -> None:
    packed = gzip.compress(write_page()[:300].encode()) + gzip.compress(write_page()[300:].encode())
    (path,) = web.gather(page(web.put("/a", packed, Content_Encoding="gzip"))).articles
    assert path.read_text() == write_page()


@given(st.lists(st.binary(min_size=1, max_size=50), max_size=4), st.integers(1, 40))
def test_unpacking_gives_back_what_was_packed_in_any_pieces(parts: list[bytes], size: int) -> None:
    packed = b"".join(gzip.compress(part) for part in parts) or gzip.compress(b"")
    pieces = [packed[at : at + size] for at in range(0, len(packed), size)]
    whole = b"".join(parts)
    assert inflate(pieces, max(1, len(whole))) == whole
    if len(whole) > 1:
        with pytest.raises(FetchError, match="larger"):
            inflate(pieces, len(whole) - 1)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (HEAD + b"Content-Length: 5000\r\n\r\n<p>Cut", "the connection failed"),
        (
            HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"x" * 99, mtime=0)[:-4],
            "it is cut off",
        ),
        (HEAD + b"Content-Encoding: gzip\r\n\r\n<p>not packed", "cannot be unpacked"),
        (HEAD + b"Content-Length: nonsense\r\n\r\n<p>x", "the connection failed"),
        (b"HTTP/9 999 No\r\n\r\n", "the connection failed"),
        (b"", "the connection failed"),
        (HEAD + b"X: " + b"y" * 200_000 + b"\r\n\r\n", "the connection failed"),
        (HEAD + b"\r\n", "it is empty"),
        (HEAD.replace(b"200", b"204") + b"\r\n", "HTTP 204"),
        (HEAD.replace(b"200", b"304") + b"\r\n", "HTTP 304"),
        (HEAD.replace(b"200", b"206") + b"\r\nx", "HTTP 206"),
        (HEAD + b"\r\n\x7fELF\x00\x01\x02" + bytes(range(256)), "binary"),
        (HEAD + b"\r\n\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (HEAD.replace(b"text/html", b"application/pdf") + b"\r\n%PDF", "it is application/pdf"),
        (HEAD.replace(b"text/html", b"\x1b[31mred") + b"\r\nx", "and no page"),
        (
            HEAD + b"\r\n<rss version='2.0'><channel></channel></rss>",
            "a feed or sitemap and no page",
        ),
        (HEAD + b"\r\n<html><body></body></html>", "no text"),
    ],
)
def test_what_is_no_page_is_refused_and_not_kept(web: Web, content: bytes, reason: str) -> None:
    shown = refuse(web, page(web.write_raw("/a", content)))
    assert reason in shown
    assert shown.isprintable()


@pytest.mark.parametrize(
    ("kind", "encoding"),
    [
        ("text/html; charset=utf-16", "utf-8"),
        ("text/html; charset=nonsense", "utf-8"),
        ("text/html; charset=iso-8859-2", "iso-8859-2"),
        ("text/html", "cp1252"),
    ],
)
def test_a_wrong_charset_does_not_spoil_a_page(web: Web, kind: str, encoding: str) -> None:
    word = "Dvořák" if encoding != "cp1252" else "Müller"
    url = web.put("/a", write_page(word).encode(encoding), kind)
    articles, _ = read_articles(web.gather(page(url)).articles)
    assert word in articles["text"][0]


def test_a_title_of_ten_megabytes_is_too_much_and_a_long_one_is_kept_as_it_is(web: Web) -> None:
    huge = write_page().replace("<title>", "<title>" + "A" * 10_000_000)
    assert refuse(web, page(web.put("/a", huge))) == "it is larger than 5 MB"
    long = write_page().replace("<title>", "<title>" + "A" * 100_000)
    assert web.gather(page(web.put("/b", long))).counts["new"] == 1


# robots.txt


@pytest.mark.parametrize(
    "content",
    [b"User-agent: *\nDisallow: /x\n" * 10_000, b"Disallow: /" + b"*a" * 10_000, b"\xff\x00"],
)
def test_a_strange_robots_txt_is_read_as_far_as_it_goes(web: Web, content: bytes) -> None:
    web.put("/robots.txt", content, "text/plain")
    assert web.gather(page(web.put("/a", write_page()))).counts["new"] == 1


def test_where_robots_txt_never_ends_nothing_is_fetched(web: Web) -> None:
    web.behave("/robots.txt", head=HEAD + b"\r\n", repeat=b"Allow: /\n" * 5000)
    reason = refuse(web, page(web.put("/a", write_page())))
    assert reason == "its robots.txt cannot be read: it is larger than 1 MB"


def test_robots_txt_may_not_lead_astray(web: Web) -> None:
    web.lead("/robots.txt", "http://169.254.169.254/robots.txt")
    assert "metadata" in refuse(web, page(web.put("/a", write_page())))


@pytest.mark.parametrize("delay", ["99999999", "nan", "-1", "1e999", "x", ""])
def test_a_strange_pause_does_not_stop_a_run(web: Web, delay: str) -> None:
    web.put("/robots.txt", f"User-agent: *\nCrawl-delay: {delay}\n", "text/plain")
    web.gather(*[page(web.put(f"/{name}", write_page(name))) for name in "ab"], seconds=60)
    assert all(0 <= pause <= 60 for pause in web.time.slept)


# Feeds


LAUGHS = (
    "<!DOCTYPE rss [<!ENTITY a 'ha'>"
    + "".join(
        f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "<!ENTITY file SYSTEM 'file:///etc/passwd'>]>"
)


def test_entities_of_a_feed_are_not_expanded() -> None:
    content = LAUGHS + write_feed(write_entry("http://c.example/a", title="&i; &file; x"))
    (entry,) = read_feed(content.encode(), "http://c.example/feed")
    assert len(entry.title) < 100
    assert "root:" not in entry.title


def test_a_feed_is_content_and_never_the_name_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(write_feed(write_entry("http://c.example/a")))
    for content in (str(file), "http://127.0.0.1/feed"):
        with pytest.raises(FetchError, match="neither RSS nor Atom"):
            read_feed(content.encode(), "http://c.example/feed")


def test_a_feed_that_keeps_the_parser_busy_is_given_up() -> None:
    attributes = " ".join(f"x{number}='1'" for number in range(60_000))
    content = write_feed(f"<item><a {attributes}/></item>")
    with pytest.raises(FetchError, match=r"takes more than 0.5 s"):
        read_feed(content.encode(), "http://c.example/feed", patience=0.5)


def test_a_page_that_keeps_the_reader_busy_is_given_up_and_the_next_is_read(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    attributes = " ".join(f"x{number}=1" for number in range(40_000))
    web.put("/a", write_page().replace("<article>", f"<article><p {attributes}>x</p>"))
    web.put("/b", write_page())
    monkeypatch.setattr("analysis.sources.page.PATIENCE", 0.5)
    gathered = web.gather(page(web.url("/a")), page(web.url("/b")))
    assert [refusal.reason for refusal in gathered.refused] == ["it takes more than 0.5 s to read"]
    assert len(gathered.articles) == 1


def test_a_forked_process_does_not_take_the_answers_of_its_parent() -> None:
    content = write_feed(write_entry("http://c.example/a")).encode()
    read_feed(content, "http://c.example/feed")
    parents = apart._WORKER._process
    assert parents is not None
    apart._WORKER._owner -= 1  # as it is seen after a fork
    assert read_feed(content, "http://c.example/feed")[0].url == "http://c.example/a"
    assert apart._WORKER._process is not parents
    assert parents.poll() is None, "the parent's goes on"
    parents.communicate()


def test_entries_that_mean_harm_are_refused_one_by_one(web: Web) -> None:
    web.put("/../../etc/passwd.html", write_page("one"))
    web.put("/etc/passwd.html", write_page("one"))
    bad = (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://169.254.169.254/latest/",
        "http://user:word@courier.example/",
        "http://courier.example/a\nb",
        "http://[::1",
        "http://courier.example:25/",
    )
    title = "&lt;script&gt;alert(1)&lt;/script&gt; \u202egpj.exe\n=cmd() &#xD800;"
    entries = [write_entry(link, title=title) for link in (*bad, "/../../etc/passwd.html")]
    web.put("/feed", write_feed(*entries))
    gathered = web.gather(feed(web.url("/feed")))
    assert gathered.counts["refused"] == len(bad)
    assert all(refusal.url.isprintable() for refusal in gathered.refused)
    (path,) = gathered.articles
    assert path.parent == web.store / "courier.example"


def test_a_hostile_title_is_one_plain_line_beside_a_page_that_has_none(web: Web) -> None:
    web.put("/a", write_page().replace("Envoy of Ruritania lands</", "</"))
    title = "&lt;b onclick=x&gt;Envoy&lt;/b&gt;\u202e\n: {a: *b} # ' \"" + "A" * 10_000
    web.put("/feed", write_feed(write_entry("/a", title=title)))
    articles, rejects = read_articles(web.gather(feed(web.url("/feed"))).articles)
    assert rejects.empty, "the sidecar can be read back"
    (shown,) = articles["title"]
    assert shown.startswith("Envoy : {a: *b} # ' \"AAA")
    assert shown.isprintable()
    assert len(shown) <= 300


@pytest.mark.parametrize("content", [b"", b"{}", b"<html></html>", b"\x00\xff" * 100, b"<rss"])
def test_what_is_no_feed_fails_as_one(web: Web, content: bytes) -> None:
    gathered = web.gather(feed(web.put("/feed", content)))
    assert "neither RSS nor Atom" in gathered.failed[0].failed


# Sitemaps


@pytest.mark.parametrize(
    "content",
    [
        LAUGHS + write_sitemap("<url><loc>&i;</loc></url>"),
        "<!DOCTYPE urlset SYSTEM 'http://127.0.0.1/x.dtd'>" + write_sitemap(),
        write_sitemap()[:-5],
        "<urlset>" + "<a>" * 50_000,
        "<html><body>none</body></html>",
        "<rss/>",
        "",
        "\x00",
        "<?xml version='1.0' encoding='nonsense'?><urlset/>",
        "<?xml version='1.0' encoding='rot13'?><urlset/>",
    ],
)
def test_what_is_no_sitemap_is_refused(content: str) -> None:
    with pytest.raises(FetchError, match=r"sitemap"):
        read_sitemap(content.encode())


def test_a_sitemap_that_keeps_the_parser_busy_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.sources.sitemaps.PATIENCE", 0.05)
    # Thirty times that, so that no machine is fast enough.
    attributes = " ".join(f"x{number}='1'" for number in range(400_000))
    with pytest.raises(FetchError, match=r"takes more than 0.05 s"):
        read_sitemap(f"<urlset><url {attributes}/></urlset>".encode())


def test_a_packed_sitemap_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.sources.sitemaps.LARGEST_SITEMAP", 1_000_000)
    with pytest.raises(FetchError, match="larger than 1 MB"):
        read_sitemap(gzip.compress(b" " * 2_000_000))


def test_an_index_that_names_itself_and_too_many_others_comes_to_an_end(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.sources.reading.MOST_SITEMAPS", 5)
    named = ["/map.xml", *(f"/{number}.xml" for number in range(9))]
    index = write_sitemap(
        *[f"<sitemap><loc>{web.url(path)}</loc></sitemap>" for path in named], root="sitemapindex"
    )
    for path in named:
        web.put(path, index)
    gathered = web.gather(sitemap(web.url("/map.xml")))
    assert len(web.paths) == len(set(web.paths)) == 5
    assert gathered.counts["left"] == 5


def test_addresses_of_a_sitemap_are_checked_like_others(web: Web) -> None:
    urls = ("file:///etc/passwd", "http://169.254.169.254/", "/relative", "", "x" * 5000)
    web.put("/map.xml", write_sitemap(*[f"<url><loc>{url}</loc></url>" for url in urls]))
    assert web.gather(sitemap(web.url("/map.xml"))).counts["refused"] == len(urls)


# What is kept


@settings(max_examples=40)
@given(st.text(max_size=300), st.binary(min_size=1, max_size=20))
def test_a_file_name_is_short_safe_and_another_for_another_address(path: str, body: bytes) -> None:
    url = f"http://courier.example/{quote(path)}"
    for ending in ("", "?x=1"):
        name = name_file(Answer(f"{url}{ending}", 200, b"<p>" + body, "text/html"))
        assert name.parent == Path("courier.example")
        assert len(name.name) < 80
        assert set(name.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
        assert not name.name.startswith(".")
    other = name_file(Answer(url, 200, b"<p>" + body, "text/html"))
    assert other != name


@pytest.mark.parametrize("host", ["[2606:4700::1111]", "..a..example", "a_b.example"])
def test_a_host_names_a_plain_folder(host: str) -> None:
    name = name_file(Answer(f"http://{host}/x", 200, b"<p>x", "text/html"))
    assert len(name.parts) == 2
    assert not name.parts[0].startswith(".")
    assert ":" not in str(name)


def test_a_page_may_say_anything_of_itself(web: Web) -> None:
    hostile = "x: [&a, *a]\n--- !!python/object:os.system"
    url = web.put("/a", write_page(), ETag=hostile.replace("\n", " "), Last_Modified="'\"#")
    source = page(url)
    web.gather(source)
    assert web.gather(source).counts["unchanged"] == 1


def test_a_full_disk_fails_the_source_and_leaves_nothing_half_written(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    url = web.put("/a", write_page())
    with monkeypatch.context() as patched:
        patched.setattr("analysis.sources.shelf.write_aside", fill)
        gathered = web.gather(page(url), Source("path", "data/articles/sample"))
    assert "No space left on device" in gathered.failed[0].failed
    assert len(gathered.articles) == 1, "the other source goes on"
    assert web.gather(page(url)).counts["new"] == 1


def test_a_store_that_cannot_be_written_to_is_said_in_one_line(web: Web) -> None:
    web.store.parent.joinpath("file").touch()
    with pytest.raises(SourceError, match="cannot be kept there"):
        web.gather(page(web.url("/a")), store=web.store.parent / "file")


def test_a_damaged_sidecar_costs_no_more_than_its_page(web: Web) -> None:
    pages = [page(web.put(f"/{name}", write_page(name))) for name in "ab"]
    first = web.gather(*pages)
    sidecar = first.articles[0].with_name(first.articles[0].name + ".meta.yaml")
    sidecar.write_text("url: [")
    second = web.gather(*pages)
    assert (second.counts["new"], second.counts["unchanged"]) == (1, 1)
    assert second.articles == first.articles


def test_two_processes_take_turns(web: Web) -> None:
    import fcntl
    import threading

    web.store.mkdir(parents=True)
    source = page(web.put("/a", write_page()))
    with (web.store / ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        other = threading.Thread(target=web.gather, args=(source,))
        other.start()
        other.join(timeout=0.2)
        assert web.asked == [], "nothing is asked for while another process fetches"
    other.join()
    assert web.paths == ["/a"]


def test_dates_of_sources_cannot_be_stranger_than_a_day_ahead() -> None:
    now = dt.datetime(2024, 6, 20, tzinfo=dt.UTC)
    article = {"title": "", "published": math.nan, "outlet": ""}
    said = describe(
        Answer("http://www.courier.example/a", 200, b"x"),
        Listed("", published="2024-06-22"),
        article,
        "",
        now,
    )
    assert "published" not in said
    assert said["outlet"] == "courier.example"


def test_a_server_that_closes_in_the_middle_is_asked_once_more(web: Web) -> None:
    calls = []

    def serve(handler: Any) -> None:
        calls.append(1)
        if len(calls) == 1:
            handler.wfile.write(HEAD + b"Content-Length: 5000\r\n\r\n<p>Cut")
        else:
            answer(handler, 200, write_page().encode(), "text/html")

    web.behaviours["/a"] = serve
    assert web.gather(page(web.url("/a"))).counts["new"] == 1
