"""`attache publish`: readers elsewhere see the old reports or the new ones, never half of either."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import fsspec
import pytest
from click.testing import CliRunner
from fsspec.implementations.local import LocalFileSystem
from fsspec.implementations.memory import MemoryFileSystem

from analysis.cli import main
from analysis.errors import PublishError
from analysis.runs.locks import hold_publication
from analysis.runs.mirroring import MANIFEST, publish

RUN = "runs/20261125T060000Z-aaaaaa"
NEXT_RUN = "runs/20261126T060000Z-bbbbbb"
# A publication that is killed where the first file has been written aside.
DIES = """
import os, signal, sys
from pathlib import Path
from fsspec.implementations.local import LocalFileSystem
from analysis.runs.mirroring import publish
LocalFileSystem.mv = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
publish(Path(sys.argv[1]), sys.argv[2])
"""


class FailingStore(MemoryFileSystem):
    """Memory that refuses after so many writes, or removals, and keeps what it was told."""

    protocol = "failing"
    store: dict = {}  # noqa: RUF012
    pseudo_dirs: list = [""]  # noqa: RUF012
    cachable = False
    writes_left = 10**6
    removals_left = 10**6
    written: list[str] = []  # noqa: RUF012

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return super()._strip_protocol(path.replace("failing://", "memory://"))

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **kwargs: str) -> None:
        FailingStore.writes_left -= 1
        if FailingStore.writes_left < 0:
            raise ConnectionError("the connection\nwas reset")
        FailingStore.written.append(path.removeprefix("/site/"))
        super().pipe_file(path, value, mode, **kwargs)

    def rm_file(self, path: str) -> None:
        FailingStore.removals_left -= 1
        if FailingStore.removals_left < 0:
            raise PermissionError("no rights to delete")
        super().rm_file(path)


class Server(LocalFileSystem):
    """Stands in for sftp: folders and renames, but not those of this machine."""

    protocol = ("standin", "sftp")
    seen: list[str] = []  # noqa: RUF012

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return super()._strip_protocol(path.removeprefix("standin://"))

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **kwargs: str) -> None:
        Server.seen.append(Path(path).name)
        super().pipe_file(path, value, mode, **kwargs)


fsspec.register_implementation("failing", FailingStore)
fsspec.register_implementation("standin", Server)


@pytest.fixture
def failing() -> Iterator[type[FailingStore]]:
    FailingStore.store.clear()
    FailingStore.written.clear()
    FailingStore.writes_left = FailingStore.removals_left = 10**6
    yield FailingStore
    FailingStore.store.clear()


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of reports of one published run, as runs leave it."""
    folder = tmp_path / "reports"
    put(folder, "README.md", "not for readers")
    put(folder, "feed.xml", "<feed/>")
    write_report(folder, RUN, "first")
    return folder


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_report(folder: Path, run: str, words: str, *, earlier: tuple[str, ...] = ()) -> None:
    """Write what a run leaves: its page with a CSV beside it, both in its folder too, the index."""
    page = f'<a href="index.html">all</a> <a href="3-visits-sentences.csv">CSV</a> {words}'
    for place in (folder, folder / run):
        put(place, "3-visits.html", page)
        put(place, "3-visits-sentences.csv", f"sentence\n{words}\n")
    put(folder / run, "3-visits.ipynb", "{}")
    put(folder / run, "run.json", "{}")
    links = "".join(f'<a href="{one}/3-visits.html#x">run</a>' for one in (run, *earlier))
    feed = '<link rel="alternate" href="feed.xml"><a href="https://example.org/x.html">web</a>'
    put(folder, "index.html", f'{feed}<a href="3-visits.html">Visits</a>{links} {words}')


def read_store(store: type[FailingStore]) -> dict[str, str]:
    """What readers can fetch: each file by its name."""
    return {
        path.removeprefix("/site/"): file.getvalue().decode() for path, file in store.store.items()
    }


def check_links(there: dict[str, str]) -> None:
    """Whatever the index that readers see links to can be fetched, as new as the index or newer."""
    for name in ("3-visits.html", "3-visits-sentences.csv", "feed.xml"):
        assert name in there
    for run in (RUN, NEXT_RUN):
        if run in there["index.html"]:
            assert f"{run}/3-visits.html" in there


def test_a_folder_takes_what_the_index_leads_to_and_nothing_else(
    reports: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    done = publish(reports, str(site))
    found = sorted(str(path.relative_to(site)) for path in site.rglob("*") if path.is_file())
    assert found == sorted(
        [
            "3-visits-sentences.csv",
            "3-visits.html",
            MANIFEST,
            "feed.xml",
            "index.html",
            f"{RUN}/3-visits-sentences.csv",
            f"{RUN}/3-visits.html",
        ]
    )
    assert (site / "3-visits.html").read_bytes() == (reports / "3-visits.html").read_bytes()
    assert (done.files, done.written, done.removed) == (6, 6, 0)
    assert str(done).startswith("6 files, 6 of them new or changed")


def test_only_what_changed_is_written_again(reports: Path, failing: type[FailingStore]) -> None:
    publish(reports, "failing://site")
    failing.written.clear()
    assert publish(reports, "failing://site").written == 0
    assert failing.written == []
    put(reports, "feed.xml", "<feed>more</feed>")
    publish(reports, "failing://site")
    assert [name for name in failing.written if name != MANIFEST] == ["feed.xml"]


def test_new_files_come_first_and_the_index_last(
    reports: Path, failing: type[FailingStore]
) -> None:
    publish(reports, "failing://site")
    failing.written.clear()
    write_report(reports, NEXT_RUN, "second", earlier=(RUN,))
    publish(reports, "failing://site")
    assert failing.written == [
        MANIFEST,
        f"{NEXT_RUN}/3-visits-sentences.csv",
        f"{NEXT_RUN}/3-visits.html",
        "3-visits-sentences.csv",
        "3-visits.html",
        "index.html",
        MANIFEST,
    ]


@pytest.mark.parametrize("protocol", ["", "standin://"])
def test_what_is_no_longer_linked_is_removed_last(
    reports: Path, tmp_path: Path, protocol: str
) -> None:
    site = tmp_path / "site"
    publish(reports, f"{protocol}{site}")
    put(site, "robots.txt", "put there by somebody else")
    write_report(reports, NEXT_RUN, "second")
    done = publish(reports, f"{protocol}{site}")
    assert done.removed == 2
    assert not (site / RUN).exists()
    assert (site / NEXT_RUN / "3-visits.html").exists()
    assert (site / "robots.txt").exists()


@pytest.mark.parametrize("allowed", range(7))
def test_a_store_that_fails_at_any_write_leaves_the_old_index_and_all_it_links_to(
    reports: Path, failing: type[FailingStore], allowed: int
) -> None:
    publish(reports, "failing://site")
    write_report(reports, NEXT_RUN, "second", earlier=(RUN,))
    failing.writes_left = allowed
    with pytest.raises(PublishError, match=r"^failing://site: .* cannot be written \(the conn"):
        publish(reports, "failing://site")
    there = read_store(failing)
    # The manifest is written first and last, the index before that: the sixth of seven writes.
    assert ("second" in there["index.html"]) == (allowed == 6)
    check_links(there)
    failing.writes_left = 10**6
    publish(reports, "failing://site")
    there = read_store(failing)
    assert "second" in there["index.html"]
    check_links(there)
    assert all(json.loads(there[MANIFEST])["files"].values())


def test_a_first_publication_that_fails_can_be_made_again(
    reports: Path, failing: type[FailingStore]
) -> None:
    failing.writes_left = 3
    with pytest.raises(PublishError):
        publish(reports, "failing://site")
    assert "index.html" not in read_store(failing)
    failing.writes_left = 10**6
    assert publish(reports, "failing://site").files == 6
    check_links(read_store(failing))


def test_a_store_that_lets_nothing_be_removed_still_shows_the_new_index(
    reports: Path, failing: type[FailingStore]
) -> None:
    publish(reports, "failing://site")
    write_report(reports, NEXT_RUN, "second")
    failing.removals_left = 0
    with pytest.raises(PublishError, match=r"cannot be removed \(no rights to delete"):
        publish(reports, "failing://site")
    assert "second" in read_store(failing)["index.html"]
    failing.removals_left = 10**6
    assert publish(reports, "failing://site").removed == 2
    assert not [name for name in read_store(failing) if name.startswith(RUN)]


def test_a_report_published_meanwhile_does_not_show_through(
    reports: Path, failing: type[FailingStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index that goes up is the one whose pages went up, whatever a run replaces meanwhile."""
    pipe = FailingStore.pipe_file

    def pipe_slowly(store: FailingStore, path: str, value: bytes, **kwargs: str) -> None:
        pipe(store, path, value, **kwargs)
        write_report(reports, NEXT_RUN, "second")

    monkeypatch.setattr(FailingStore, "pipe_file", pipe_slowly)
    publish(reports, "failing://site")
    there = read_store(failing)
    assert there["index.html"].endswith("first")
    assert there["3-visits.html"].endswith("first")
    check_links(there)


def test_what_a_killed_publication_left_aside_is_written_over(
    reports: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-c", DIES, str(reports), str(site)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert [path.name for path in site.iterdir()] == [f".{MANIFEST}.part"]
    publish(reports, str(site))
    assert not [path for path in site.rglob("*") if path.name.startswith(".")]


def test_where_files_are_seen_while_they_are_written_that_is_done_aside(
    reports: Path, tmp_path: Path
) -> None:
    Server.seen.clear()
    publish(reports, f"standin://{tmp_path / 'site'}")
    assert Server.seen
    assert all(name.startswith(".") and name.endswith(".part") for name in Server.seen)


def test_two_publications_take_turns(reports: Path, failing: type[FailingStore]) -> None:
    """A slow older one that ended after a newer one would lead to what that one removed."""
    with ThreadPoolExecutor() as pool:
        with hold_publication(reports):
            waiting = pool.submit(publish, reports, "failing://site")
            write_report(reports, NEXT_RUN, "second")
        waiting.result(timeout=30)
    assert read_store(failing)["index.html"].endswith("second")


def _remove_page(reports: Path, site: Path) -> None:
    (reports / RUN / "3-visits.html").unlink()


def _remove_index(reports: Path, site: Path) -> None:
    (reports / "index.html").unlink()


def _occupy(reports: Path, site: Path) -> None:
    put(site, "index.html", "the home page of somebody else")


def _spoil_manifest(reports: Path, site: Path) -> None:
    put(site, MANIFEST, "[]")


def _make_a_file(reports: Path, site: Path) -> None:
    site.write_text("a file", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_remove_index, "no index.html, so nothing to publish"),
        (_remove_page, "3-visits.html: cannot be read"),
        (_occupy, "holds index.html, which attache did not publish"),
        (_spoil_manifest, "is not what attache wrote"),
        (_make_a_file, "cannot be"),
    ],
    ids=["no index", "lost page", "occupied", "manifest", "a file"],
)
def test_what_cannot_be_published_is_refused_and_nothing_changes(
    reports: Path, tmp_path: Path, spoil: Callable[[Path, Path], None], said: str
) -> None:
    site = tmp_path / "site"
    spoil(reports, site)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    with pytest.raises(PublishError, match=said):
        publish(reports, str(site))
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_manifest_cannot_have_files_elsewhere_removed(reports: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(reports, str(site))
    held = json.loads((site / MANIFEST).read_text("utf-8"))
    held["files"] |= {"../precious.csv": "0", "/precious.csv": "0", "runs/../../precious.csv": "0"}
    put(site, MANIFEST, json.dumps(held))
    put(tmp_path, "precious.csv", "kept")
    assert publish(reports, str(site)).removed == 0
    assert (tmp_path / "precious.csv").exists()


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("s3://bucket/reports", "Install s3fs to access S3"),
        ("nowhere://bucket", "Protocol not known: nowhere"),
        (" ", "no place to publish to. Give a folder, or an address"),
    ],
)
def test_an_address_that_nothing_here_can_open_says_what_to_install(
    reports: Path, target: str, said: str
) -> None:
    with pytest.raises(PublishError, match=said):
        publish(reports, target)


def test_no_password_of_an_address_is_ever_shown(reports: Path) -> None:
    with pytest.raises(PublishError) as refusal:
        publish(reports, "nowhere://user:hunter2@example.org/reports")
    assert "hunter2" not in str(refusal.value)


def test_the_command_says_what_it_did_or_why_not(reports: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    done = CliRunner().invoke(main, ["publish", str(site), "--reports", str(reports)])
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("6 files, 6 of them new or changed")
    inside = str(reports / "public")
    refused = CliRunner().invoke(main, ["publish", inside, "--reports", str(reports)])
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.count("\n") == 1
    assert "is where the reports are made. Give another folder." in refused.stderr
