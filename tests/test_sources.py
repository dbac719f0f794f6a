"""Feeds, sitemaps and addresses -> articles on disk: what is fetched, kept, counted and said."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.articles import read_articles
from analysis.articles.files import find_sidecar, read_sidecar
from analysis.errors import SourceError
from analysis.runs.plan import Source
from analysis.sources import Gathered
from analysis.sources.addresses import identify
from analysis.sources.gathering import gather
from tests.web import Web, feed, page, sitemap, write_entry, write_feed, write_page, write_sitemap

DATED = "<meta property='article:published_time' content='2024-06-18T23:30:00-05:00'>"
NAMED = "<meta property='og:site_name' content='Sylvania Herald'>"


def count(gathered: Gathered) -> dict[str, int]:
    """The counts that are not 0."""
    return {name: number for name, number in gathered.counts.items() if number}


def reasons(gathered: Gathered) -> dict[str, str]:
    """Why each path was refused."""
    return {refusal.url.partition(".example")[2]: refusal.reason for refusal in gathered.refused}


def read_one(gathered: Gathered) -> Any:
    """Read what was gathered, which must be one article and no refusal; return its row."""
    articles, rejects = read_articles(gathered.articles)
    assert rejects.empty, rejects.to_dict("records")
    (row,) = articles.itertuples()
    return row


# Feeds


def test_the_pages_of_a_feed_become_articles(web: Web) -> None:
    content = write_page(head=DATED + NAMED)
    url = web.put("/world/envoy-lands.html", content, ETag='"1"')
    web.put("/feed", write_feed(write_entry(url)))
    gathered = web.gather(feed(web.url("/feed")))
    assert count(gathered) == {"new": 1}
    (path,) = gathered.articles
    assert path.read_text() == content, "a page is kept as it was received"
    assert path.parent.name == "courier.example"
    assert path.name.startswith("envoy-lands-")
    row = read_one(gathered)
    assert row.title == "Envoy of Ruritania lands"
    assert row.outlet == "Sylvania Herald"
    assert row.published == pd.Timestamp("2024-06-18"), "the date in the page's own time zone"
    assert row.url == url
    assert "for talks with the president" in row.text


def test_what_is_known_of_a_page_stands_beside_it(web: Web) -> None:
    url = web.put("/a", write_page(), ETag='"1"', Last_Modified="Tue, 18 Jun 2024 08:00:00 GMT")
    web.put("/feed", write_feed(write_entry(url, title="Envoy", date="Tue, 18 Jun 2024 08:00 GMT")))
    gathered = web.gather(feed(web.url("/feed")))
    said = read_sidecar(gathered.articles[0])
    assert said["url"] == url
    assert said["retrieved"] == web.time.utc().isoformat()
    assert said["sha256"] == gathered.inputs[url]
    assert (said["etag"], said["last-modified"]) == ('"1"', "Tue, 18 Jun 2024 08:00:00 GMT")
    assert said["listed_in"] == [web.url("/feed")]


@pytest.mark.parametrize(
    ("given", "outlet"), [("Daily Courier", "Daily Courier"), ("", "courier.example")]
)
def test_what_a_page_leaves_unsaid_its_source_says(web: Web, given: str, outlet: str) -> None:
    page_without_title = write_page().replace("Envoy of Ruritania lands</", "</")
    web.put("/a", page_without_title)
    entry = write_entry(web.url("/a"), title="Envoy &amp;amp; band", date="2024-06-17T23:00-05:00")
    web.put("/feed", write_feed(entry))
    row = read_one(web.gather(feed(web.url("/feed"), outlet=given)))
    assert (row.title, row.outlet) == ("Envoy & band", outlet)
    assert row.published == pd.Timestamp("2024-06-17")


@pytest.mark.parametrize("date", ["", "1970-01-01", "2031-01-01", "soon", "03/04/2024"])
def test_a_date_that_cannot_be_is_not_believed(web: Web, date: str) -> None:
    web.put("/a", write_page())
    web.put("/feed", write_feed(write_entry("/a", date=date)))
    assert pd.isna(read_one(web.gather(feed(web.url("/feed")))).published)


def test_atom_is_read_with_links_from_its_own_base(web: Web) -> None:
    web.put("/b/one", write_page())
    web.put(
        "/feed",
        f"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='{web.url('/b/')}'><entry>"
        "<title type='html'>One &lt;b&gt;bold&lt;/b&gt;</title><link href='one'/>"
        "<updated>2024-06-18T10:00:00Z</updated><summary>Only a summary.</summary></entry></feed>",
        kind="application/atom+xml",
    )
    row = read_one(web.gather(feed(web.url("/feed"))))
    assert row.published == pd.Timestamp("2024-06-18")
    assert "a summary" not in row.text


def test_only_the_latest_pages_that_match_are_read(web: Web) -> None:
    for day in range(1, 5):
        web.put(f"/world/{day}", write_page(f"Land {day}"))
    entries = [write_entry(f"/world/{day}", date=f"2024-06-0{day}") for day in range(1, 5)]
    web.put("/feed", write_feed(write_entry("/sport/1", date="2024-06-19"), *entries))
    gathered = web.gather(feed(web.url("/feed"), match="/world/", most=2))
    assert web.paths == ["/feed", "/world/4", "/world/3"]
    assert count(gathered) == {"new": 2, "left": 2}


def test_an_entry_without_a_link_is_listed(web: Web) -> None:
    web.put("/feed", write_feed("<item><title>Nowhere</title></item>"))
    (refusal,) = web.gather(feed(web.url("/feed"))).refused
    assert (refusal.url, refusal.reason) == ("Nowhere", "its entry has no link")


# Sitemaps


def test_an_index_leads_to_sitemaps_packed_or_not(web: Web) -> None:
    urls = [web.put(f"/{name}", write_page(name)) for name in ("old", "new")]
    entries = [
        f"<url><loc>{url}</loc><lastmod>2024-06-1{at}</lastmod></url>"
        for at, url in enumerate(urls)
    ]
    web.put("/1.xml.gz", gzip.compress(write_sitemap(entries[0]).encode()), "application/gzip")
    web.put("/2.xml", write_sitemap(entries[1]), "text/xml")
    named = [f"<sitemap><loc>{web.url(path)}</loc></sitemap>" for path in ("/1.xml.gz", "/2.xml")]
    web.put("/map.xml", write_sitemap(*named, root="sitemapindex"), "text/xml")
    gathered = web.gather(sitemap(web.url("/map.xml")))
    assert count(gathered) == {"new": 2}
    assert web.paths[-2:] == ["/new", "/old"], "the latest first"


def test_a_news_sitemap_tells_title_date_and_outlet(web: Web) -> None:
    url = web.put("/a", write_page().replace("Envoy of Ruritania lands</", "</"))
    image = (
        "<image:image xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>"
        "<image:loc>http://x.example/i.jpg</image:loc><image:title>A photo</image:title></image:image>"
    )
    news = (
        "<news:news><news:publication><news:name>Courier</news:name></news:publication>"
        "<news:publication_date>2024-06-18T23:00:00-05:00</news:publication_date>"
        "<news:title>Envoy lands</news:title></news:news>"
    )
    web.put("/map.xml", write_sitemap(f"<url>{image}<loc>{url}</loc>{news}</url>"))
    row = read_one(web.gather(sitemap(web.url("/map.xml"))))
    assert (row.title, row.outlet, row.url) == ("Envoy lands", "Courier", url)
    assert row.published == pd.Timestamp("2024-06-18")


def test_one_sitemap_that_fails_does_not_stop_the_others(web: Web) -> None:
    url = web.put("/a", write_page())
    web.put("/good.xml", write_sitemap(f"<url><loc>{url}</loc></url>"))
    named = [f"<sitemap><loc>{web.url(path)}</loc></sitemap>" for path in ("/bad.xml", "/good.xml")]
    web.put("/map.xml", write_sitemap(*named, root="sitemapindex"))
    gathered = web.gather(sitemap(web.url("/map.xml")))
    assert count(gathered) == {"new": 1, "refused": 1}
    assert reasons(gathered) == {f":{web.port}/bad.xml": "HTTP 404"}


# What has not changed


def test_what_has_not_changed_is_not_read_twice(web: Web) -> None:
    url = web.put("/a", write_page(), ETag='"p"')
    web.put("/feed", write_feed(write_entry(url)), ETag='"f"')
    first = web.gather(feed(web.url("/feed")))
    web.asked.clear()
    second = web.gather(feed(web.url("/feed")))
    assert web.paths == ["/feed"]
    assert web.asked[-1][1]["if-none-match"] == '"f"'
    assert str(second) == "0 new, nothing new in 1 feed or sitemap"
    assert second.articles == first.articles, "what was fetched before is still there"
    assert second.inputs == {web.url("/feed"): first.inputs[web.url("/feed")]}


def test_a_known_page_is_asked_for_when_its_entry_says_that_it_changed(web: Web) -> None:
    web.put("/a", write_page(), ETag='"p"')
    source = feed(web.url("/feed"))
    web.put("/feed", write_feed(write_entry("/a", date="2024-06-18T10:00Z")))
    web.gather(source)
    web.asked.clear()
    assert count(web.gather(source)) == {"unchanged": 1}
    assert web.paths == ["/feed"]
    web.time.sleep(3600)
    web.put("/feed", write_feed(write_entry("/a", date="2024-06-20T13:00Z")))
    assert count(web.gather(source)) == {"unchanged": 1}
    assert web.asked[-1][1]["if-none-match"] == '"p"'
    web.asked.clear()
    web.gather(source)
    assert web.paths == ["/feed"], "said once, looked at once"


def test_an_address_is_asked_for_on_each_run_but_read_only_if_changed(web: Web) -> None:
    source = page(web.put("/a", write_page(), ETag='"1"'))
    assert count(web.gather(source)) == {"new": 1}
    assert count(web.gather(source)) == {"unchanged": 1}
    assert web.asked[-1][1]["if-none-match"] == '"1"'
    assert len(list(web.store.glob("*/*.html"))) == 1


def test_what_changes_around_an_article_is_no_change(web: Web) -> None:
    source = page(web.put("/a", write_page(around="12 readers")))
    first = web.gather(source)
    web.put("/a", write_page(around="13 readers"))
    second = web.gather(source)
    assert count(second) == {"unchanged": 1}
    assert second.articles == first.articles


# What has changed


def test_an_article_that_changed_is_the_same_article_and_its_former_text_is_kept(web: Web) -> None:
    source = page(web.put("/a", write_page("Ruritania")))
    before = read_one(web.gather(source))
    web.put("/a", write_page("Freedonia"))
    gathered = web.gather(source)
    assert count(gathered) == {"changed": 1}
    after = read_one(gathered)
    assert "Freedonia" in after.text
    assert after.article_id == before.article_id
    articles, rejects = read_articles(web.store)
    assert len(articles) == 1, "never two rows for one article"
    assert rejects.empty
    (former,) = web.store.glob("*/.former/*.html")
    assert "Ruritania" in former.read_text()
    assert read_sidecar(former)["retrieved"] < read_sidecar(gathered.articles[0])["retrieved"]


def test_a_run_killed_between_new_text_and_old_is_made_good(web: Web) -> None:
    source = page(web.put("/a", write_page("Ruritania")))
    (old,) = web.gather(source).articles
    kept = {path: path.read_bytes() for path in (old, find_sidecar(old))}
    web.put("/a", write_page("Freedonia"))
    web.gather(source)
    for path, content in kept.items():
        path.write_bytes(content)
    _, rejects = read_articles(web.store)
    assert list(rejects["reason"]) == ["duplicate id"], "meanwhile it is refused, and said"
    assert "Freedonia" in read_one(web.gather(source)).text
    assert len(read_articles(web.store)[0]) == 1


@pytest.mark.parametrize("rest", ["", "<p>The envoy landed. Subscribe to read on.</p>"])
def test_a_page_that_lost_its_text_does_not_replace_what_was_there(web: Web, rest: str) -> None:
    source = page(web.put("/a", write_page()))
    web.gather(source)
    web.put("/a", f"<html><body>{rest}</body></html>")
    gathered = web.gather(source)
    assert count(gathered) == {"refused": 1}
    assert "Ruritania" in read_one(gathered).text


def test_what_an_analyst_corrected_stays_when_a_page_changes(web: Web) -> None:
    source = page(web.put("/a", write_page("Ruritania")))
    (path,) = web.gather(source).articles
    sidecar = find_sidecar(path)
    sidecar.write_text(sidecar.read_text() + "published: 2024-06-01\n")
    web.put("/a", write_page("Freedonia"))
    assert read_one(web.gather(source)).published == pd.Timestamp("2024-06-01")


# Failures


def test_a_page_that_fails_for_good_is_tried_on_three_runs(web: Web) -> None:
    source = feed(web.put("/feed", write_feed(write_entry("/gone")), ETag='"f"'))
    for _ in range(3):
        assert reasons(web.gather(source)) == {f":{web.port}/gone": "HTTP 404"}
    assert web.paths.count("/gone") == 3
    web.asked.clear()
    assert web.gather(source).results[0].not_modified == 1
    web.put("/feed", write_feed(write_entry("/gone")))
    gathered = web.gather(source)
    assert reasons(gathered) == {f":{web.port}/gone": "not asked for again: HTTP 404"}
    assert "/gone" not in web.paths


def test_a_page_that_fails_for_now_is_tried_twice_and_again_on_the_next_run(web: Web) -> None:
    source = feed(web.put("/feed", write_feed(write_entry("/busy")), ETag='"f"'))
    web.fail("/busy", 503)
    assert reasons(web.gather(source)) == {f":{web.port}/busy": "HTTP 503"}
    assert web.paths == ["/feed", "/busy", "/busy"]
    web.put("/busy", write_page())
    assert count(web.gather(source)) == {"new": 1}, "the feed is read though it has not changed"


def test_a_source_that_fails_does_not_stop_the_others(web: Web) -> None:
    web.put("/feed", write_feed(write_entry(web.put("/a", write_page()))))
    sources = (feed(web.fail("/down", 500)), feed(web.url("/feed")), page(web.url("/none")))
    gathered = web.gather(*sources)
    assert count(gathered) == {"new": 1, "refused": 1}
    assert [result.failed for result in gathered.failed] == ["HTTP 500", "HTTP 404"]
    assert "2 of 3 sources failed" in str(gathered)
    assert len(gathered.articles) == 1


def test_where_all_fail_what_was_there_is_there_still(web: Web) -> None:
    source = feed(web.put("/feed", write_feed(write_entry(web.put("/a", write_page())))))
    before = web.gather(source)
    web.fail("/feed", 500)
    gathered = web.gather(source)
    assert len(gathered.failed) == len(gathered.results) == 1
    assert gathered.articles == before.articles
    assert gathered.inputs[source.location] == before.inputs[source.location]


def test_where_there_is_no_article_at_all_the_reasons_are_told(web: Web) -> None:
    web.put("/feed", write_feed(write_entry("/gone")))
    gathered = web.gather(feed(web.url("/feed")), page(web.url("/none")))
    with pytest.raises(SourceError) as told:
        gathered.check()
    assert str(told.value) == (
        f"No source gave an article: {web.url('/feed')} (no page of it could be kept), "
        f"{web.url('/none')} (HTTP 404). Mend one of them."
    )
    web.gather(page(web.put("/a", write_page()))).check()


def test_the_record_of_a_run_tells_each_source_and_refusal(web: Web) -> None:
    source = feed(web.put("/feed", write_feed(write_entry("/gone"))))
    record = json.loads(json.dumps(web.gather(source).to_record()))
    assert record["sources"][0]["source"] == web.url("/feed")
    assert record["sources"][0]["counts"]["refused"] == 1
    assert record["refused"] == [
        {"source": web.url("/feed"), "url": web.url("/gone"), "reason": "HTTP 404"}
    ]


@pytest.mark.parametrize("damage", ["{", '{"x": {"failures": 1}}'])
def test_the_memory_of_feeds_may_be_lost(web: Web, damage: str) -> None:
    source = feed(web.put("/feed", write_feed(write_entry(web.put("/a", write_page())))))
    before = web.gather(source)
    (web.store / ".sources.json").write_text(damage)
    web.put("/feed", write_feed())
    assert web.gather(source).articles == before.articles, "pages say themselves who listed them"


# Manners


def test_robots_txt_is_obeyed_and_read_once_a_run(web: Web) -> None:
    web.put("/robots.txt", "User-agent: *\nDisallow: /private\n", "text/plain")
    for path in ("/private/a", "/open"):
        web.put(path, write_page())
    web.put("/feed", write_feed(write_entry("/private/a"), write_entry("/open")))
    gathered = web.gather(feed(web.url("/feed")))
    assert reasons(gathered) == {f":{web.port}/private/a": "robots.txt forbids it"}
    assert [path for path, _ in web.asked] == ["/robots.txt", "/feed", "/open"]


def test_rules_for_others_do_not_bind_and_those_for_us_do(web: Web) -> None:
    url = web.put("/a", write_page())
    web.put("/robots.txt", "User-agent: other\nDisallow: /\n", "text/plain")
    assert count(web.gather(page(url))) == {"new": 1}
    web.put("/robots.txt", "User-agent: attache\nDisallow: /\n", "text/plain")
    assert reasons(web.gather(page(url))) == {f":{web.port}/a": "robots.txt forbids it"}


@pytest.mark.parametrize("status", [500, 503, 429])
def test_where_robots_txt_cannot_be_read_nothing_is_fetched(web: Web, status: int) -> None:
    url = web.put("/a", write_page())
    web.fail("/robots.txt", status)
    (reason,) = reasons(web.gather(page(url))).values()
    assert reason == f"its robots.txt cannot be read: HTTP {status}"
    assert web.paths == []


@pytest.mark.parametrize("status", [403, 404, 410])
def test_where_there_is_no_robots_txt_everything_may_be_fetched(web: Web, status: int) -> None:
    web.fail("/robots.txt", status)
    assert count(web.gather(page(web.put("/a", write_page())))) == {"new": 1}


def test_a_redirect_obeys_the_robots_txt_of_where_it_leads(web: Web) -> None:
    web.put("/robots.txt", "User-agent: *\nDisallow: /private\n", "text/plain")
    web.put("/private", write_page())
    gathered = web.gather(page(web.lead("/a", "/private")))
    assert list(reasons(gathered).values()) == ["robots.txt forbids it"]
    assert web.paths == ["/a"]


@pytest.mark.parametrize(
    ("rules", "pause"), [("", 1.0), ("Crawl-delay: 7", 7.0), ("Request-rate: 1/20s", 20.0)]
)
def test_a_host_is_asked_as_often_as_it_wants(web: Web, rules: str, pause: float) -> None:
    web.put("/robots.txt", f"User-agent: *\n{rules}\n", "text/plain")
    pages = [page(web.put(f"/{name}", write_page(name))) for name in "abc"]
    web.gather(*pages)
    assert web.time.slept == [1.0, pause, pause]


def test_other_hosts_need_not_wait(web: Web) -> None:
    web.put("/a", write_page())
    web.gather(*[page(web.url("/a", host=f"{name}.example")) for name in ("one", "two")])
    assert web.time.slept == [1.0, 1.0], "once after each robots.txt"


def test_what_a_source_wants_to_wait_for_too_long_is_left(web: Web) -> None:
    web.put("/robots.txt", "User-agent: *\nCrawl-delay: 100\n", "text/plain")
    links = [write_entry(web.put(f"/{name}", write_page(name))) for name in "abcde"]
    gathered = web.gather(feed(web.put("/feed", write_feed(*links))), seconds=300)
    assert count(gathered) == {"new": 2, "left": 3}
    assert count(web.gather(feed(web.url("/feed")), seconds=3000)) == {"new": 3, "unchanged": 2}


@pytest.mark.parametrize(
    ("asked", "waited"),
    [("30", 30.0), ("Thu, 20 Jun 2024 12:17:41 GMT", 60.0), ("", 5.0), ("soon", 5.0), ("-4", 5.0)],
)
def test_a_busy_server_is_asked_once_more_when_it_wants_to(
    web: Web, asked: str, waited: float
) -> None:
    web.fail("/a", 429, Retry_After=asked)
    web.gather(page(web.url("/a")))
    assert web.paths == ["/a", "/a"]
    assert web.time.slept[-1] == waited


def test_a_server_that_wants_to_be_left_alone_is(web: Web) -> None:
    web.fail("/a", 503, Retry_After="7200")
    web.put("/b", write_page())
    gathered = web.gather(page(web.url("/a")), page(web.url("/b")))
    assert web.paths == ["/a"]
    assert set(reasons(gathered).values()) == {"the server asks to be left alone for longer"}


def test_a_server_that_only_fails_is_given_up(web: Web) -> None:
    links = [write_entry(web.fail(f"/{name}", 500)) for name in "abcdef"]
    gathered = web.gather(feed(web.put("/feed", write_feed(*links))))
    assert web.paths == ["/feed", "/a", "/a", "/b", "/b"]
    assert "the server failed time and again" in reasons(gathered).values()


def test_servers_are_told_who_asks_and_whom_to_write_to(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATTACHE_CONTACT", "desk@courier.example\r\nCookie: x")
    web.gather(page(web.put("/a", write_page())))
    said = web.asked[-1][1]
    assert said["user-agent"].startswith("Attache/")
    assert said["user-agent"].endswith("(news research; desk@courier.example Cookie: x)")
    assert "cookie" not in said


def test_proxies_of_the_environment_are_not_used(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert count(web.gather(page(web.put("/a", write_page())))) == {"new": 1}


def test_what_all_sources_together_may_ask_for_is_bounded_and_the_rest_comes_later(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.sources.gathering.MOST_PAGES", 2)
    links = [write_entry(web.put(f"/{name}", write_page(name))) for name in "abc"]
    source = feed(web.put("/feed", write_feed(*links), ETag='"f"'))
    assert count(web.gather(source)) == {"new": 2, "left": 1}
    monkeypatch.setattr("analysis.sources.gathering.MOST_PAGES", 9)
    assert count(web.gather(source)) == {"new": 1, "unchanged": 2}, "the feed is read again"


def test_a_proxy_is_used_where_it_is_chosen(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTACHE_PROXY", f"http://desk:word@127.0.0.1:{web.port}")
    for host in ("far.example", "metadata.example"):
        web.put(f"http://{host}/a", write_page())

    def resolve(host: str, port: int) -> list[str]:
        if host == "far.example":
            raise OSError("only the proxy knows")
        return ["169.254.169.254"] if host == "metadata.example" else [host]

    sources = [Source("url", f"http://{name}/a") for name in ("far.example", "metadata.example")]
    gathered = web.gather(*sources, Source("url", "http://10.0.0.1/a"), resolve=resolve)
    assert count(gathered) == {"new": 1, "refused": 2}
    assert web.asked[-1][1]["proxy-authorization"] == "Basic ZGVzazp3b3Jk"
    assert [path for path, _ in web.asked] == [
        f"http://far.example/{x}" for x in ("robots.txt", "a")
    ]


# What is the same


def test_a_page_in_two_feeds_is_one_article(web: Web) -> None:
    url = web.put("/a", write_page())
    web.put("/1", write_feed(write_entry(url)))
    web.put("/2", write_feed(write_entry(f"{url}?utm_source=rss#top")))
    both = web.gather(feed(web.url("/1")), feed(web.url("/2")))
    assert count(both) == {"new": 1, "unchanged": 1}
    assert web.paths.count("/a") == 1
    assert len(both.articles) == 1
    assert web.gather(feed(web.url("/2"))).articles == both.articles


def test_a_page_is_the_same_by_http_and_https() -> None:
    assert identify("http://a.example/x?utm_source=y#z") == identify("https://a.example/x")
    assert identify(" https://A.example:443/x ") == identify("https://a.example/x")
    assert identify("https://a.example/x?id=1") != identify("https://a.example/x?id=2")


def test_a_redirect_is_followed_and_remembered(web: Web) -> None:
    web.put("/a", write_page())
    source = feed(web.put("/feed", write_feed(write_entry(web.lead("/go?to=a", "/a")))))
    gathered = web.gather(source)
    assert read_one(gathered).url == web.url("/a")
    web.asked.clear()
    assert count(web.gather(source)) == {"unchanged": 1}
    assert web.paths == ["/feed"]


def test_an_article_that_moves_stays_the_same_article(web: Web) -> None:
    source = feed(
        web.put("/feed", write_feed(write_entry(web.put("/old", write_page("Ruritania")))))
    )
    before = read_one(web.gather(source))
    web.time.sleep(3600)
    web.put("/new", write_page("Freedonia"))
    web.lead("/old", "/new")
    web.put("/feed", write_feed(write_entry("/old", date="2024-06-20T13:00Z")))
    after = read_one(web.gather(source))
    assert (after.article_id, after.url) == (before.article_id, web.url("/new"))
    web.asked.clear()
    web.put("/feed", write_feed(write_entry("/old"), write_entry("/new")))
    assert count(web.gather(source)) == {"unchanged": 2}
    assert web.paths == ["/feed"]


@pytest.mark.parametrize("target", ["/", "/consent"])
def test_articles_that_lead_to_one_and_the_same_page_are_refused(web: Web, target: str) -> None:
    web.put(target, write_page("Consent"))
    links = [write_entry(web.lead(f"/{name}", target)) for name in "abc"]
    gathered = web.gather(feed(web.put("/feed", write_feed(*links))))
    assert gathered.counts["refused"] == (3 if target == "/" else 2)
    assert all("redirects to the" in reason for reason in reasons(gathered).values())


# Paths


def test_paths_are_passed_through_and_hashed(web: Web, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.txt").write_text("The envoy landed in Sylvania.")
    sources = [Source("path", str(place)) for place in (folder, folder / "*.txt", tmp_path / "no")]
    gathered = gather(sources, store=web.store)
    assert gathered.articles == (folder, folder / "*.txt")
    assert len(read_articles(gathered.articles)[0]) == 1, "a file in two places is read once"
    assert "there is no such file or folder" in gathered.failed[0].failed
    assert not web.store.exists(), "nothing is fetched, nothing is kept"
    before = gathered.inputs
    (folder / "a.txt").write_text("The envoy left Sylvania.")
    after = gather(sources, store=web.store).inputs
    assert all(before[name] != after[name] for name in before)


def test_without_sources_the_articles_of_the_project_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "data" / "articles"
    own.mkdir(parents=True)
    (own / "a.txt").write_text("The envoy landed in Sylvania.")
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.chdir(tmp_path)
    assert gather([]).articles == (own,)


# The command


def test_attache_fetch_tells_what_came_and_what_was_refused(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from analysis.cli import main

    (tmp_path / "pyproject.toml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("analysis.sources.gathering.SystemClock", lambda: web.time)
    web.put("/feed", write_feed(write_entry("/a"), write_entry("/gone\u202e")))
    web.put("/a", write_page())
    url = web.url("/feed", host="127.0.0.1")
    result = CliRunner().invoke(main, ["fetch", "--feed", url, "--allow-private", "--outlet", "X"])
    assert result.stdout == "1 new, 1 refused, in data/articles/fetched\n"
    assert "refused http://127.0.0.1" in result.stderr
    assert "\u202e" not in result.stderr
    assert list(read_articles("data/articles")[0]["outlet"]) == ["X"]
    private = CliRunner().invoke(main, ["fetch", url])
    assert private.exit_code == 1
    assert "127.0.0.1 is a private address" in private.stderr
