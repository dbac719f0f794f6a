"""Who is told what of a run; and whatever happens to the telling, nothing happens to the run."""

from __future__ import annotations

import email
import email.policy
import json
import shutil
import socket
import subprocess
import threading
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from analysis.reports.sentences import MIME
from analysis.runs import channels, together
from analysis.runs.notices import read_problems, send_notices
from analysis.runs.plan import Notify, ReportPlan
from tests.receivers import MailSink, open_mail_sink, open_webhook
from tests.run_samples import add_run, make_page

PEOPLE = ("desk@example.org", "Duty <duty@example.org>")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "http_proxy",
        "https_proxy",
        "all_proxy",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ATTACHE_ALLOW_HTTP", "1")
    monkeypatch.setattr(channels, "_PAUSE", 0.01)


def plan(*on: str, webhook: str = "HOOK", people: tuple[str, ...] = ()) -> ReportPlan:
    return ReportPlan("3-visits", ("3-visits",), notify=Notify(on, webhook, people))  # type: ignore[arg-type]


def use_mail(monkeypatch: pytest.MonkeyPatch, sink: MailSink, **more: str) -> None:
    setting = {"HOST": "localhost", "PORT": str(sink.port), "FROM": "attache@example.org"}
    for name, value in {**setting, "SECURITY": "none", **more}.items():
        monkeypatch.setenv(f"ATTACHE_SMTP_{name}", value)


def read_mail(sink: MailSink) -> EmailMessage:
    (raw,) = sink.messages
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


# What happened before, what has happened now, and who is told of it under which name.
OCCASIONS = [
    ((), "published", ("publication",), "publication"),
    ((), "published", ("failure",), None),
    (("published",), "failed", ("failure",), "failure"),
    (("published",), "failed", ("publication",), None),
    (("published",), "refused", ("failure",), "failure"),
    (("published",), "timed_out", ("failure",), "failure"),
    (("published",), "killed", ("failure",), "failure"),
    (("published", "failed"), "published", ("failure",), "recovery"),
    (("failed", "refused"), "published", ("publication",), "recovery"),
    (("failed",), "failed", ("failure", "publication"), "failure"),
    (("failed",), "published", (), None),
]


@pytest.mark.parametrize(("before", "state", "on", "expected"), OCCASIONS)
def test_who_wants_to_be_told_is_told_of_failures_publications_and_recoveries(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: tuple[str, ...],
    state: str,
    on: tuple[str, ...],
    expected: str | None,
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(
        "analysis.runs.notices.post_webhook",
        lambda notice, variable: sent.append(notice.facts["occasion"]),
    )
    for earlier in before:
        add_run(tmp_path, "3-visits", earlier, hours=9)
    add_run(tmp_path, "5-statements", "failed", hours=8)
    send_notices(add_run(tmp_path, "3-visits", state), plan(*on))
    assert sent == ([expected] if expected else [])


def test_a_failure_is_told_with_its_reason_and_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_run(tmp_path, "3-visits", "failed", hours=5)
    run = add_run(tmp_path, "3-visits", "failed", reason="ValueError: no such day", cell=7)
    with open_webhook() as hook:
        monkeypatch.setenv("HOOK", hook.address)
        send_notices(run, plan("failure"))
    (told,) = hook.received
    assert told["text"].splitlines()[:2] == [
        "Attaché: 3-visits failed",
        "3-visits, cell 7: ValueError: no such day",
    ]
    assert "1 failed run before this one." in told["text"]
    facts = ("report", "state", "reason", "notebook", "cell", "run", "pages")
    assert [told[name] for name in facts] == [
        *("3-visits", "failed", "ValueError: no such day", "3-visits", 7),
        *(run.name, []),
    ]
    assert read_problems(run) == []


def test_a_publication_says_where_the_page_is_and_what_the_briefing_says_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_run(tmp_path, "3-visits", "failed", hours=5)
    run = add_run(
        tmp_path, "3-visits", "published", pages=[make_page("3-visits", record="briefing.json")]
    )
    sections = [
        {"heading": heading, "sentences": [{"text": text, "row_ids": []}]}
        for heading, text in (("New", "Iran denies it now."), ("Gone", "A claim was withdrawn."))
    ]
    outputs = [{"data": {MIME: {"sections": sections}}}, {"data": {MIME: {"sections": []}}}]
    notebook = {"cells": [{"outputs": [output]} for output in outputs]}
    (run.folder / "3-visits.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    monkeypatch.setenv("ATTACHE_SITE", "https://reports.example.org/")
    with open_mail_sink() as sink:
        use_mail(monkeypatch, sink)
        send_notices(run, plan("publication", webhook="", people=PEOPLE))
    message = read_mail(sink)
    text = message.get_content().replace("\r\n", "\n")
    assert message["Subject"] == "Attaché: 3-visits published after 1 failed run"
    assert sink.recipients == [["desk@example.org", "duty@example.org"]]
    assert "Page: https://reports.example.org/3-visits.html" in text
    assert "- Iran denies it now.\n- A claim was withdrawn.\n" in text
    assert "Title of 3-visits: Articles published until 2026-11-25" in text


@pytest.mark.parametrize("channel", ["webhook", "e-mail"])
def test_hostile_words_add_no_header_and_no_recipient(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, channel: str
) -> None:
    hostile = "x\r\nBcc: spy@example.org\r\n\r\n.\r\nMAIL FROM:<spy@example.org>\n\u202e\x07\ud800"
    run = replace(add_run(tmp_path, "3-visits", "failed"), reason=hostile, notebook=hostile)
    with open_mail_sink() as sink, open_webhook() as hook:
        use_mail(monkeypatch, sink)
        monkeypatch.setenv("HOOK", hook.address)
        if channel == "webhook":
            send_notices(run, plan("failure"))
        else:
            send_notices(run, plan("failure", webhook="", people=PEOPLE[:1]))
    assert read_problems(run) == []
    if channel == "webhook":
        assert "Bcc: spy@example.org" in hook.received[0]["text"]
        return
    message = read_mail(sink)
    assert sink.recipients == [["desk@example.org"]]
    assert message["Bcc"] is None
    assert "\u202e" not in message.get_content()
    assert set(message.keys()) == {
        *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
        *("Content-Type", "Content-Transfer-Encoding", "MIME-Version"),
    }


def test_a_subject_is_one_line_whatever_a_report_is_called(tmp_path: Path) -> None:
    notice = channels.Notice("Attaché: a\r\nBcc: spy@example.org failed", "text")
    message = channels.write_mail(notice, PEOPLE, "attache@example.org")
    assert message["Subject"] == "Attaché: a Bcc: spy@example.org failed"
    assert b"\nBcc" not in message.as_bytes()


@pytest.mark.parametrize(
    ("statuses", "posts", "problem"),
    [
        ([200], 1, ""),
        ([500, 429, 204], 3, ""),
        ([503], 3, "not taken (it answers 503)"),
        ([404], 1, "not taken (it answers 404)"),
        ([302], 1, "not taken (it answers 302)"),
    ],
)
def test_a_webhook_is_asked_again_only_where_that_may_help(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    statuses: list[int],
    posts: int,
    problem: str,
) -> None:
    run = add_run(tmp_path, "3-visits", "failed")
    with open_webhook(*statuses) as hook:
        monkeypatch.setenv("HOOK", hook.address)
        send_notices(run, plan("failure"))
    assert hook.paths == ["/hook/s3cr3t"] * posts
    assert problem in "".join(read_problems(run))
    assert bool(read_problems(run)) == bool(problem)


WRONG = {
    "not set": ({"HOOK": ""}, "the environment has no HOOK"),
    "not https": ({"ATTACHE_ALLOW_HTTP": ""}, "its address is not https"),
    "a file": ({"HOOK": "file:///etc/s3cr3t"}, "its address is not https"),
    "no address": ({"HOOK": "https://[s3cr3t"}, "not taken"),
    "nobody": ({"HOOK": "http://127.0.0.1:9/s3cr3t"}, "not taken (ConnectError)"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_webhook_that_does_not_do_is_recorded_without_its_address(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    wrong: str,
) -> None:
    setting, problem = WRONG[wrong]
    monkeypatch.setenv("HOOK", "http://127.0.0.1:9/s3cr3t")
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    run = add_run(tmp_path, "3-visits", "failed")
    send_notices(run, plan("failure"))
    (told,) = read_problems(run)
    assert problem in told
    assert "s3cr3t" not in told + caplog.text
    assert problem in caplog.text


WRONG_MAIL = {
    "no server": ({"HOST": ""}, "the way to the mail server is missing"),
    "no sender": ({"FROM": ""}, "the way to the mail server is missing"),
    "port": ({"PORT": "smtp"}, "ATTACHE_SMTP_PORT is 'smtp'"),
    "security": ({"SECURITY": "ssl"}, "Use one of starttls, tls, none"),
    "open password": ({"USER": "a", "PASSWORD": "hunter2!"}, "anybody could read the password"),
    "no encryption": ({"SECURITY": "starttls"}, "SMTPNotSupportedError"),
    "nobody": ({"PORT": "9"}, "refused"),
}


@pytest.mark.parametrize("wrong", WRONG_MAIL)
def test_a_mail_server_that_does_not_do_is_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    setting, problem = WRONG_MAIL[wrong]
    run = add_run(tmp_path, "3-visits", "failed")
    with open_mail_sink() as sink:
        use_mail(monkeypatch, sink, **setting)
        send_notices(run, plan("failure", webhook="", people=PEOPLE))
    (told,) = read_problems(run)
    assert problem in told
    assert "hunter2" not in told
    assert sink.messages == []


def test_one_recipient_who_is_refused_does_not_keep_the_others_from_being_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = add_run(tmp_path, "3-visits", "failed")
    with open_mail_sink(refused="duty@example.org") as sink:
        use_mail(monkeypatch, sink)
        send_notices(run, plan("failure", webhook="", people=PEOPLE))
    assert sink.recipients == [["desk@example.org"]]
    assert "not taken for" in read_problems(run)[0]


@pytest.mark.skipif(not shutil.which("openssl"), reason="makes a certificate with openssl")
@pytest.mark.parametrize("password", ["right", "wr0ng-s3cr3t"])
def test_a_password_goes_over_an_encrypted_line_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, password: str
) -> None:
    certificate = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    run = add_run(tmp_path, "3-visits", "failed")
    with open_mail_sink(password="right", certificate=str(certificate)) as sink:
        use_mail(monkeypatch, sink, SECURITY="", USER="attache", PASSWORD=password)
        send_notices(run, plan("failure", webhook="", people=PEOPLE[:1]))
    assert sink.logins[:1] == ["attache"]
    if password == "right":
        assert (read_problems(run), sink.encrypted) == ([], [True])
    else:
        assert "SMTPAuthenticationError 535" in read_problems(run)[0]
        assert "s3cr3t" not in read_problems(run)[0]
        assert sink.messages == []


def make_certificate(folder: Path) -> Path:
    path = folder / "server.pem"
    options = (
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost"
    )
    names = ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(path), "-out", "-"]
    made = subprocess.run(["openssl", *options.split(), *names], capture_output=True, check=True)
    path.write_bytes(path.read_bytes() + made.stdout)
    return path


@pytest.mark.parametrize("channel", ["webhook", "e-mail"])
def test_a_server_that_never_answers_keeps_a_run_for_so_long_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, channel: str
) -> None:
    run = add_run(tmp_path, "3-visits", "failed")
    with open_webhook() as hook, socket.create_server(("127.0.0.1", 0)) as silent:
        hook.answering.clear()
        monkeypatch.setenv("HOOK", hook.address)
        use_mail(monkeypatch, MailSink(port=silent.getsockname()[1]))
        people = PEOPLE if channel == "e-mail" else ()
        send_notices(
            run, plan("failure", webhook="" if people else "HOOK", people=people), longest=0.2
        )
        hook.answering.set()  # only now, so that it was not the server that let go
    assert "took longer than 0.2 seconds" in read_problems(run)[0]


def test_all_are_told_at_once_and_one_that_fails_keeps_no_other_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = add_run(tmp_path, "3-visits", "failed")
    met = threading.Barrier(2, timeout=10)
    monkeypatch.setattr("analysis.runs.notices.post_webhook", lambda *_: [met.wait(), 1 / 0])

    def take(*_: object) -> None:
        met.wait()

    monkeypatch.setattr("analysis.runs.notices.send_mail", take)
    send_notices(run, plan("failure", people=PEOPLE))
    record = json.loads((run.folder / "notices.json").read_text("utf-8"))
    assert [(one["by"], one["problem"]) for one in record] == [
        ("webhook HOOK", "webhook HOOK: ZeroDivisionError."),
        ("e-mail", ""),
    ]


@pytest.mark.parametrize("spoil", ["folder", "plan", "record"])
def test_nothing_that_goes_wrong_here_reaches_the_run(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    spoil: str,
) -> None:
    run = add_run(tmp_path, "3-visits", "published", pages=[make_page("3-visits", record="b.json")])
    monkeypatch.setattr("analysis.runs.notices.post_webhook", lambda *_: None)
    chosen = plan("publication")
    if spoil == "folder":
        shutil.rmtree(tmp_path / "runs")
    elif spoil == "plan":
        chosen = plan("publication", webhook=None)  # type: ignore[arg-type]
        object.__setattr__(chosen, "notify", None)
    else:
        (run.folder / "3-visits.ipynb").write_text("cut", encoding="utf-8")
    send_notices(run, chosen)
    assert "its notices could not be sent" in caplog.text


def test_a_run_that_was_killed_is_told_of_by_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is killed tells nobody."""
    sent: list[str] = []
    monkeypatch.setattr(
        "analysis.runs.notices.post_webhook",
        lambda notice, variable: sent.append(notice.facts["state"]),
    )
    reports = tmp_path / "reports"
    run = add_run(reports, "3-visits", "running", hours=1)
    due = together.run_due([plan("failure")], reports, tmp_path / "notebooks", sent.append)
    assert (due, sent) == ([], ["killed"])
    assert not run.folder.exists()
