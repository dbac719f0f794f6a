"""Files as they were received -> articles; what cannot be read is refused with a reason."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles import add_articles, default_source, mark_copies, read_articles
from analysis.articles.records import read_published
from analysis.errors import ArticleError
from analysis.schema import ARTICLES

TEXT = "The minister of Ruritania said that he would visit Freedonia with a delegation."
FRENCH = (
    "Le ministre des affaires étrangères a déclaré mardi que son pays ne livrerait pas d’armes aux"
    " belligérants et que la visite du président, prévue la semaine prochaine, était maintenue."
)
PAGE = """<!doctype html><html><head><meta charset="{charset}">
<title>Envoy lands &amp; leaves - Daily Courier</title>
<meta property="og:title" content="Envoy lands &amp; leaves">
<meta property="og:site_name" content="Daily Courier">
<meta property="article:published_time" content="2031-06-19T23:30:00-05:00">
<link rel="canonical" href="https://courier.example/envoy"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Envoy lands &amp; leaves</h1>
<p>The envoy of Ruritania landed in Sylvania’s capital on Tuesday for talks with the president and
left again after two hours, the foreign ministry said in a statement that gave no reasons.</p>
<p>It was the first journey of its kind since the border was closed, and those who had waited at the
airport said that nobody had expected it to be over so soon, least of all the band.</p></article>
<footer>Copyright 2019 Daily Courier</footer></body></html>"""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def read_one(folder: Path, name: str, content: str | bytes) -> Any:
    """Read a file that must give one article and no refusal; return its row."""
    articles, rejects = read_articles(write(folder, name, content))
    assert rejects.empty, rejects.to_dict("records")
    (row,) = articles.itertuples()
    return row


def refuse(folder: Path, name: str, content: str | bytes) -> str:
    """Read a file that must be refused; return the reasons."""
    articles, rejects = read_articles(write(folder, name, content))
    assert articles.empty
    assert rejects["detail"].str.contains(r"\. ").all(), "a remedy follows what was found"
    return ", ".join(rejects["reason"])


# Texts


def test_front_matter_gives_what_is_known_of_the_article(tmp_path: Path) -> None:
    row = read_one(
        tmp_path,
        "a.md",
        "---\nid: s1\ntitle: 'Envoy: no'\npublished: 2024-06-20T23:30:00+09:00\noutlet: Courier\n"
        f"url: https://c.example/1\nsample: Synthetic.\nfacts: [f-1, 010]\n---\n\n{TEXT}\n",
    )
    assert (row.article_id, row.title, row.outlet) == ("s1", "Envoy: no", "Courier")
    assert row.published == pd.Timestamp("2024-06-20"), "the date in the article's own zone"
    assert (row.url, row.notice, row.facts) == ("https://c.example/1", "Synthetic.", ["f-1", "010"])
    assert (row.text, row.language, row.words) == (f"{TEXT}\n", "en", 13)
    assert row.source_path == "a.md"


def test_other_names_for_the_same_thing_are_understood(tmp_path: Path) -> None:
    row = read_one(tmp_path, "a.md", f"---\nDate: June 19, 2024\nsource: Courier\n---\n{TEXT}")
    assert (row.published, row.outlet) == (pd.Timestamp("2024-06-19"), "Courier")


def test_a_heading_becomes_the_title_and_the_text_stays_whole(tmp_path: Path) -> None:
    text = f"Envoy lands in Sylvania\n\n{TEXT}\n"
    row = read_one(tmp_path, "a.txt", text)
    assert (row.title, row.text) == ("Envoy lands in Sylvania", text)


@pytest.mark.parametrize(
    "text",
    [
        f"The envoy has landed.\n\n{TEXT}",
        f"Envoy lands in Sylvania\n{TEXT}",
        f"{'Envoy lands ' * 20}\n\n{TEXT}",
        "Envoy lands in Sylvania\n\n",
        TEXT,
    ],
)
def test_a_first_line_that_may_be_a_sentence_is_no_title(tmp_path: Path, text: str) -> None:
    row = read_one(tmp_path, "a.txt", text)
    assert (row.title, row.text) == ("", text)


def test_line_ends_and_entities_of_a_text_file_are_decoded_once(tmp_path: Path) -> None:
    row = read_one(tmp_path, "a.txt", f"R&D &amp;amp; arms, it&#8217;s said.\r\n{TEXT}\r")
    assert row.text == f"R&D &amp; arms, it’s said.\n{TEXT}\n"


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + "“Señor Müller” – he said no.".encode(),
        "“Señor Müller” – he said no.".encode("utf-16"),
        "“Señor Müller” – he said no.".encode("cp1252"),
    ],
)
def test_texts_come_in_any_encoding(tmp_path: Path, content: bytes) -> None:
    assert read_one(tmp_path, "a.txt", content).text == "“Señor Müller” – he said no."


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-7"])
def test_a_page_gives_its_article_without_what_is_around_it(tmp_path: Path, charset: str) -> None:
    page = PAGE.replace("{charset}", charset)
    if charset == "iso-8859-7":
        page = page.replace("Sylvania’s", "the Λευκάδα")
    row = read_one(tmp_path, "page.html", page.encode(charset))
    assert (row.title, row.outlet) == ("Envoy lands & leaves", "Daily Courier")
    assert row.url == "https://courier.example/envoy"
    assert row.published == pd.Timestamp("2031-06-19"), "the future is no error; nor is the zone"
    assert "Λευκάδα" in row.text or "Sylvania’s capital" in row.text
    assert "Home" not in row.text
    assert "Copyright" not in row.text
    assert row.text.count("\n") >= 1, "paragraphs are kept apart"


def test_a_page_without_a_declared_date_is_undated(tmp_path: Path) -> None:
    page = PAGE.replace("{charset}", "utf-8").replace("2031-06-19T23:30:00-05:00", "")
    assert pd.isna(read_one(tmp_path, "page.html", page).published)


def test_what_was_found_in_a_page_is_kept_for_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "news/a.html", PAGE.replace("{charset}", "utf-8"))
    write(tmp_path, "news/b.html", "<html><body></body></html>")
    kept = tmp_path / "kept"
    first = read_articles(tmp_path / "news", kept)
    assert list(first[1]["reason"]) == ["no text"]
    with monkeypatch.context() as patched:
        patched.setattr("trafilatura.bare_extraction", lambda *_, **__: pytest.fail("read again"))
        for one, other in zip(first, read_articles(tmp_path / "news", kept), strict=True):
            pd.testing.assert_frame_equal(one, other)
    for path in kept.glob("*/*.json"):
        path.write_text("{}" if "no text" in path.read_text() else "{")
    assert len(read_articles(tmp_path / "news", kept)[0]) == 1, "what is damaged is read anew"
    write(tmp_path, "news/a.html", PAGE.replace("{charset}", "utf-8").replace("two hours", "three"))
    assert "three" in read_articles(tmp_path / "news", kept)[0]["text"][0]


def test_a_sidecar_gives_the_id_of_its_article_and_the_encoding_of_its_server(
    tmp_path: Path,
) -> None:
    write(tmp_path, "a.html.meta.yaml", "id: u-1\ncharset: iso-8859-2\n")
    page = PAGE.replace('<meta charset="{charset}">', "").replace("The envoy", "Mr Dvořák")
    row = read_one(tmp_path, "a.html", page.replace("’", "'").encode("iso-8859-2"))
    assert row.article_id == "u-1"
    assert "Mr Dvořák" in row.text


def test_several_places_are_read_as_one_and_no_file_twice(tmp_path: Path) -> None:
    write(tmp_path, "one/a.txt", TEXT)
    write(tmp_path, "two/b.txt", f"{TEXT} And left.")
    places = [tmp_path / "one", tmp_path / "*" / "*.txt", tmp_path / "two" / "b.txt"]
    articles, rejects = read_articles(places)
    assert list(articles["source_path"]) == ["one/a.txt", "two/b.txt"]
    assert rejects.empty
    with pytest.raises(ArticleError, match="No source gave an article"):
        read_articles([])


# Records


RECORD = {"id": " n1 ", "title": "T", "published": "2024-06-19", "outlet": "O", "url": "u"}


def write_parquet(records: list[dict[str, Any]], path: Path) -> None:
    pd.DataFrame(records).to_parquet(path)


def write_csv(records: list[dict[str, Any]], path: Path) -> None:
    pd.DataFrame(records).to_csv(path, index=False, sep=";")


def write_json(records: list[dict[str, Any]], path: Path) -> None:
    path.write_text(json.dumps(records), encoding="utf-8")


def write_json_lines(records: list[dict[str, Any]], path: Path) -> None:
    path.write_text("\r\n\r\n".join(map(json.dumps, records)), encoding="utf-8")


WRITERS = {
    "a.parquet": write_parquet,
    "a.csv": write_csv,
    "a.json": write_json,
    "a.jsonl": write_json_lines,
}


@pytest.mark.parametrize("name", WRITERS)
def test_records_keep_their_text_character_for_character(tmp_path: Path, name: str) -> None:
    odd = f'He said: "no"; &amp; \u2028 left.\r\n\r\n  {TEXT}\t'
    WRITERS[name]([RECORD | {"text": odd}, {"id": "n2", "text": TEXT}], tmp_path / name)
    articles, rejects = read_articles(tmp_path)
    assert rejects.empty
    assert list(articles["article_id"]) == ["n1", "n2"]
    assert articles["text"][0] == odd
    assert list(articles["published"]) == [pd.Timestamp("2024-06-19"), pd.NaT]
    assert list(articles["title"]) == ["T", ""]
    assert articles["source_path"][0] == f"{name}#1"


def test_a_json_file_may_hold_a_single_record(tmp_path: Path) -> None:
    row = read_one(tmp_path, "a.json", json.dumps({"headline": "T", "body": TEXT}))
    assert (row.title, row.text, row.source_path) == ("T", TEXT, "a.json")


def test_one_bad_record_does_not_stop_the_others(tmp_path: Path) -> None:
    lines = [json.dumps({"text": TEXT}), "{", "[]", '{"title": "T"}', '{"text": "half \\ud800"}']
    path = write(tmp_path, "a.jsonl", "\n".join(lines))
    articles, rejects = read_articles(path)
    assert len(articles) == 1
    assert dict(zip(rejects["source_path"], rejects["reason"], strict=True)) == {
        "a.jsonl#2": "unreadable",
        "a.jsonl#3": "no record",
        "a.jsonl#4": "no text",
        "a.jsonl#5": "unreadable",
    }


# Dates and ids


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-06-19", "2024-06-19"),
        ("2024-06-19T23:59:00Z", "2024-06-19"),
        ("2024-06-19 00:30:00+09:00", "2024-06-19"),
        ("20240619", "2024-06-19"),
        ("2024/6/9", "2024-06-09"),
        ("Wed, 19 Jun 2024 23:30:00 -0700", "2024-06-19"),
        ("19 June 2024", "2024-06-19"),
        ("Published: June 19, 2024 at 10:00", "2024-06-19"),
        ("Wed, 19 Jun 2024 23:30:00 EST", "2024-06-19"),
        ("20240619T233000Z", "2024-06-19"),
        ("19.06.2024", "2024-06-19"),
        ("06/19/2024 11:30 PM", "2024-06-19"),
        ("06/06/2024", "2024-06-06"),
        (pd.Timestamp("2024-06-19T23:30", tz="Asia/Seoul"), "2024-06-19"),
    ],
)
def test_a_publication_date_is_the_day_it_states(value: Any, day: str) -> None:
    published = read_published(value)
    assert published is not None
    assert published.isoformat() == day


@pytest.mark.parametrize(
    "value",
    [
        *("", None, pd.NaT, "yesterday", "June 2024", "2024-W25", 1718755200),
        *("03/04/2024", "2024-02-31", "31/02/2024", "24-06-19"),
        *("0001-01-01", "9999-12-31T00:00:00"),  # what programs write that have no date
    ],
)
def test_what_is_no_certain_date_leaves_the_article_undated(value: Any) -> None:
    assert read_published(value) is None


def test_an_article_without_an_id_gets_one_from_its_content(tmp_path: Path) -> None:
    first = read_one(tmp_path, "a.txt", TEXT).article_id
    again = read_one(tmp_path, "b.txt", TEXT).article_id
    other = read_one(tmp_path, "c.txt", TEXT + " He did not.").article_id
    assert first == again != other
    assert first.startswith("a-")
    assert len(first) == 14


def test_an_id_is_given_once(tmp_path: Path) -> None:
    records = [{"id": "x", "text": TEXT}, {"id": "x", "text": TEXT}, {"id": "x", "text": "No."}]
    articles, rejects = read_articles(write(tmp_path, "a.json", json.dumps(records)))
    assert list(articles["text"]) == [TEXT]
    assert list(rejects["reason"]) == ["same article twice", "duplicate id"]
    assert rejects["detail"].str.contains("a.json#1", regex=False).all()


# Refusals


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", "", "empty"),
        ("a.txt", " \n\t\n", "empty"),
        ("a.txt", "... 12, 13 \u200b !!!", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.csv", "", "empty"),
        ("a.csv", "title,text\n", "empty"),
        ("a.json", "[]", "empty"),
        ("a.jsonl", "\n\n", "empty"),
        ("a.md", "---\ntitle: T\n---\n", "empty"),
        ("a.txt", b"\x89PNG\r\n\x00\x00", "binary"),
        ("a.txt", b"\xff\xfe\x00", "unreadable"),
        ("a.txt", "word " * 400_001, "too long"),
        ("a.txt", FRENCH, "not English"),
        ("a.txt", "大统领周二访问首都,双方签署了协议。" * 5, "not English"),
        ("a.md", f"---\ntitle: Envoy: no\n---\n{TEXT}", "front matter"),
        ("a.md", f"---\nonly words\n---\n{TEXT}", "front matter"),
        ("a.md", f"---\n? [a]\n: b\n---\n{TEXT}", "front matter"),
        ("a.md", f"---\na: {'[' * 9000}\n---\n{TEXT}", "front matter"),
        ("a.json", "[" * 100_000, "unreadable"),
        ("a.jsonl", "[" * 100_000, "unreadable"),
        ("a.html", "<html><body></body></html>", "no text"),
        ("a.json", "{", "unreadable"),
        ("a.csv", "title,date\nT,2024-06-19\n", "no text"),
        ("a.csv", "title,text\nT\n", "unreadable"),
        ("a.csv", f'title,text\nT,"{TEXT}\nT,{TEXT}', "unreadable"),
        ("a.json", f'{{"text": "{TEXT}", "id": {"9" * 5000}}}', "unreadable"),
        ("a.json", json.dumps({"articles": [{"text": TEXT}]}), "no text"),
        ("a.txt", TEXT.encode("utf-32"), "binary"),
        ("a.parquet", b"PAR1", "unreadable"),
        ("scan.pdf", b"%PDF", "unknown format"),
    ],
)
def test_what_cannot_be_read_is_refused_with_reason_and_remedy(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    assert refuse(tmp_path, name, content) == reason


@pytest.mark.parametrize(
    "text",
    [
        "No.",
        "Kim Jong Un, Vladimir Putin, Sergei Lavrov, Choe Son Hui.",
        "KCNA: Kim, Putin, Choe, Lavrov, Shoigu, No, Pak, Kang, Ri, Jo, Belousov, Ushakov, Peskov"
        " met; talks, then dinner, then arms show, and drills off Wonsan.",
    ],
)
def test_english_is_not_refused_for_being_short_or_full_of_names(tmp_path: Path, text: str) -> None:
    assert read_one(tmp_path, "a.txt", text).text == text


def test_a_title_and_an_id_are_one_line_that_every_file_can_hold(tmp_path: Path) -> None:
    record = {
        "id": "a\x00b\n",
        "title": " Envoy\r\n\x1b lands\x85",
        "outlet": "O\x07",
        "text": TEXT,
    }
    row = read_one(tmp_path, "a.json", json.dumps(record))
    assert (row.article_id, row.title, row.outlet) == ("a b", "Envoy lands", "O")


def test_front_matter_makes_no_objects_and_runs_nothing(tmp_path: Path) -> None:
    call = f"!!python/object/apply:os.mkdir [{tmp_path}/made]"
    row = read_one(tmp_path, "a.md", f"---\ntitle: T\nx: {call}\n---\n{TEXT}")
    assert row.title == "T"
    assert not (tmp_path / "made").exists()


# Folders, patterns, the sample


def test_what_lies_in_a_folder_and_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "good.txt", TEXT)
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "folder").symlink_to(tmp_path)  # not entered: it would never end
    os.mkfifo(tmp_path / "pipe.txt")  # reading it would wait for ever
    articles, rejects = read_articles(tmp_path)
    assert list(articles["source_path"]) == ["good.txt"]
    assert list(rejects["source_path"]) == ["gone.txt", "loop.txt", "pipe.txt"]
    assert set(rejects["reason"]) == {"unreadable"}


def test_a_file_or_folder_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "good.txt", TEXT)
    write(tmp_path, "secret.txt", TEXT + " No.")
    (tmp_path / "closed").mkdir()
    read_bytes, scandir = Path.read_bytes, os.scandir

    def guard(path: Any) -> None:
        if str(path).endswith(("secret.txt", "closed")):
            raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", lambda path: guard(path) or read_bytes(path))
    monkeypatch.setattr(os, "scandir", lambda path: guard(path) or scandir(path))
    articles, rejects = read_articles(tmp_path)
    assert list(articles["source_path"]) == ["good.txt"]
    assert list(rejects["source_path"]) == ["closed", "secret.txt"]
    assert rejects["detail"].str.contains("Check its permissions").any()
    with pytest.raises(PermissionError):
        read_articles(tmp_path / "closed")


def test_any_file_name_can_be_shown(tmp_path: Path) -> None:
    for number, name in enumerate((b"new\nline.txt", b"not-utf8-\xff.txt", "müde;,“.txt".encode())):
        (tmp_path / os.fsdecode(name)).write_text(f"{number}: {TEXT}")
    articles, rejects = read_articles(tmp_path)
    assert rejects.empty
    assert list(articles["source_path"]) == [
        "müde;,“.txt",
        r"new\nline.txt",
        r"not-utf8-\udcff.txt",
    ]


def test_coded_tables_among_the_articles_are_not_read_as_articles(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "tables/.parts/x/index.json", "{}")
    write(tmp_path, "tables/mentions.csv", f"text\n{TEXT}\n")
    articles, rejects = read_articles(tmp_path)
    assert list(articles["source_path"]) == ["a.txt"]
    assert rejects.empty


def test_a_folder_is_read_with_all_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/1.TXT"):
        write(tmp_path, name, f"{name}: {TEXT}")
    for name in (
        ".hidden.txt",
        ".git/x.txt",
        "README.md",
        "a.txt.meta.yaml",
        "page_files/style.css",
    ):
        write(tmp_path, name, "x: y")
    write(tmp_path, "scan.pdf", "%PDF")
    articles, rejects = read_articles(tmp_path)
    assert list(articles["source_path"]) == ["a.txt", "b/1.TXT", "b/2.txt"]
    assert list(rejects["source_path"]) == ["scan.pdf"]


def test_a_pattern_names_files_from_where_its_wildcards_begin(tmp_path: Path) -> None:
    for name in ("x/1.txt", "x/2.md", "y/1.txt"):
        write(tmp_path, name, f"{name}: {TEXT}")
    articles, _ = read_articles(tmp_path / "*" / "1.txt")
    assert list(articles["source_path"]) == ["x/1.txt", "y/1.txt"]
    assert len(read_articles(f"{tmp_path}/**/*.md")[0]) == 1


@pytest.mark.parametrize("source", ["missing", "none/*.txt", "empty", "missing.txt"])
def test_a_source_without_files_says_what_to_do(tmp_path: Path, source: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ArticleError, match=r"(Check the path|Put some there)"):
        read_articles(tmp_path / source)


def test_the_sample_is_read_only_while_nothing_else_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    write(tmp_path, "data/articles/sample/s1.txt", TEXT)
    write(tmp_path, "data/articles/README.md", "About.")
    assert list(read_articles(default_source())[0]["source_path"]) == ["s1.txt"]
    write(tmp_path, "data/articles/mine.txt", TEXT)
    assert list(read_articles(default_source())[0]["source_path"]) == ["mine.txt"]


# Sidecars and adding


def test_a_sidecar_overrides_what_a_file_says_of_its_one_article(tmp_path: Path) -> None:
    write(tmp_path, "a.txt.meta.yaml", "outlet: Courier\npublished: 2024-06-19\nsample: Made up.\n")
    row = read_one(tmp_path, "a.txt", TEXT)
    assert (row.outlet, row.published) == ("Courier", pd.Timestamp("2024-06-19"))
    assert row.notice == "Made up."
    write(tmp_path, "b.md.meta.yaml", "published: 2024-06-19\n")
    row = read_one(tmp_path, "b.md", f"---\ndate: 2020-01-01\noutlet: Post\n---\n{TEXT}")
    assert (row.outlet, row.published) == ("Post", pd.Timestamp("2024-06-19"))


def test_a_sidecar_fills_what_records_leave_open(tmp_path: Path) -> None:
    write(tmp_path, "a.json.meta.yaml", "outlet: Courier\npublished: 2024-06-19\n")
    records = [{"text": TEXT, "source": "Post"}, {"text": "No.", "date": "2020-01-01"}]
    articles, _ = read_articles(write(tmp_path, "a.json", json.dumps(records)))
    assert list(articles["outlet"]) == ["Post", "Courier"]
    assert [str(day.date()) for day in articles["published"]] == ["2024-06-19", "2020-01-01"]


@pytest.mark.parametrize("sidecar", [b"outlet: [", b"outlet: \xff", b"", b"- outlet"])
def test_a_damaged_sidecar_is_no_reason_to_guess(tmp_path: Path, sidecar: bytes) -> None:
    write(tmp_path, "a.txt.meta.yaml", sidecar)
    assert refuse(tmp_path, "a.txt", TEXT) == "sidecar"


def test_an_added_file_stays_as_it_is_and_what_is_said_of_it_lies_beside(tmp_path: Path) -> None:
    source = write(tmp_path, "in/summit.txt", f"{TEXT}\r\n")
    (added,) = add_articles(
        [source], published="2024-06-19", outlet="Kyiv “Observer”", folder=tmp_path / "out"
    )
    assert added == tmp_path / "out" / "summit.txt"
    assert added.read_bytes() == source.read_bytes() == f"{TEXT}\r\n".encode()
    articles, _ = read_articles(tmp_path / "out")
    assert list(articles["outlet"]) == ["Kyiv “Observer”"]
    assert list(articles["published"]) == [pd.Timestamp("2024-06-19")]


def test_adding_never_overwrites_an_article(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = write(tmp_path, "1/summit.txt", TEXT)
    other = write(tmp_path, "2/summit.txt", f"{TEXT} He did.")
    names = [add_articles([path], folder=out)[0].name for path in (first, other, other, first)]
    assert names == ["summit.txt", "summit-2.txt", "summit-2.txt", "summit.txt"]
    assert sorted(path.name for path in out.iterdir()) == ["summit-2.txt", "summit.txt"]


def test_what_was_said_before_is_kept_when_more_is_added(tmp_path: Path) -> None:
    source = write(tmp_path, "in/summit.txt", TEXT)
    add_articles([source], outlet="Courier", folder=tmp_path / "out")
    add_articles([source], published="2024-06-19", folder=tmp_path / "out")
    articles, _ = read_articles(tmp_path / "out")
    assert list(articles["outlet"]) == ["Courier"]
    assert list(articles["published"]) == [pd.Timestamp("2024-06-19")]


@pytest.mark.parametrize(
    ("name", "content", "said", "message"),
    [
        ("scan.pdf", "%PDF", {}, "unknown format"),
        ("a.txt", FRENCH, {}, "not English"),
        ("a.jsonl", "", {}, "no records"),
        ("README.md", TEXT, {}, "Rename it"),
        ("a.txt", TEXT, {"published": "last June"}, "Write it as 2024-06-19"),
        ("a.jsonl", json.dumps({"text": TEXT}), {"title": "T"}, "cannot share a title"),
    ],
)
def test_nothing_is_added_where_one_file_cannot_be_read(
    tmp_path: Path, name: str, content: str, said: dict[str, str], message: str
) -> None:
    good = write(tmp_path, "good.txt", TEXT)
    with pytest.raises(ArticleError, match=message):
        add_articles([good, write(tmp_path, name, content)], **said, folder=tmp_path / "out")
    with pytest.raises(ArticleError, match="no such file"):
        add_articles([good, tmp_path / "missing.txt"], folder=tmp_path / "out")
    assert not (tmp_path / "out").exists()


# Copies


WIRE = (
    "SYLVANIA CITY, June 19 (Wire) - The leaders of Ruritania and Sylvania signed a treaty of mutual "
    "help on Wednesday, the first of its kind in a generation. It obliges each side to come to the "
    "other's aid if it is attacked. Neighbours voiced alarm. Freedonia's ministry called for calm and "
    "said that it would raise the matter with its allies next week. Observers noted that the text "
    "was kept secret, and that the two sides described its second article in different words. "
    "Nothing was said of the shells that Freedonia believes were shipped by rail in the spring."
)
SAME_TOPIC = (
    "Ruritania and Sylvania have a pact again. Signed on Wednesday, it promises help in war. Our "
    "reporter watched as the motorcade crossed the bridge, flags on every lamp, and asked those in "
    "the crowd what they made of it. Freedonia, across the river, is worried, and says so. The "
    "shells it believes were shipped by rail in the spring went unmentioned at the banquet."
)


def corpus(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return ARTICLES.frame(
        {"article_id": name, "published": pd.Timestamp(day) if day else pd.NaT, "text": text}
        for name, day, text in rows
    )


def copies(articles: pd.DataFrame) -> dict[str, str]:
    marked = mark_copies(articles)
    return {row.article_id: row.duplicate_of for row in marked.itertuples() if row.duplicate_of}


def test_copies_point_to_the_article_published_first() -> None:
    cut = WIRE.partition(" Observers")[0]
    edited = "In a surprise, " + WIRE.replace("voiced alarm", "were silent").partition(" - ")[2]
    articles = corpus(
        ("undated", "", WIRE),
        ("edited", "2024-06-20", edited),
        ("later", "2024-06-19", cut),
        ("first", "2024-06-19", WIRE),
        ("own", "2024-06-19", SAME_TOPIC),
    )
    assert copies(articles) == {"undated": "first", "edited": "first", "later": "first"}


def test_copies_of_copies_point_to_the_original() -> None:
    sentences = [f"Sentence {n} tells of matter {n * 7} and of person {n * 13}." for n in range(30)]
    articles = corpus(
        ("a", "2024-06-01", " ".join(sentences[:20])),
        ("b", "2024-06-02", " ".join(sentences[6:26])),
        ("c", "2024-06-03", " ".join(sentences[12:])),
    )
    assert copies(articles) == {"b": "a", "c": "a"}


def test_short_texts_are_copies_only_word_for_word() -> None:
    articles = corpus(
        ("a", "2024-06-01", "No comment, he said."),
        ("b", "2024-06-02", "No comment; he said"),
        ("c", "2024-06-03", "No comment, he said. Then he left the room."),
    )
    assert copies(articles) == {"b": "a"}


@given(st.permutations(range(6)))
def test_copies_are_the_same_in_any_order(order: list[int]) -> None:
    texts = [WIRE, WIRE + " More soon.", SAME_TOPIC, SAME_TOPIC, TEXT, WIRE.upper()]
    days = ["2024-06-03", "2024-06-01", "", "2024-06-01", "2024-06-01", "2024-06-01"]
    rows = [(f"n{n}", days[n], texts[n]) for n in order]
    assert copies(corpus(*rows)) == {"n0": "n1", "n5": "n1", "n2": "n3"}


def test_marking_copies_changes_nothing_else() -> None:
    articles = corpus(("b", "2024-06-02", WIRE), ("a", "2024-06-01", WIRE))
    before = articles.copy()
    marked = mark_copies(articles)
    pd.testing.assert_frame_equal(articles, before)
    pd.testing.assert_frame_equal(
        marked.drop(columns="duplicate_of"), before.drop(columns="duplicate_of")
    )
    assert mark_copies(ARTICLES.frame()).empty


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.json", "a.jsonl", "a.csv"]))
def test_whatever_a_file_holds_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str
) -> None:
    articles, rejects = read_articles(write(tmp_path_factory.mktemp("any"), name, content))
    assert len(articles) + len(rejects) >= (name in ("a.txt", "a.md"))
