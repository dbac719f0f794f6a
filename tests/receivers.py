"""Servers of this machine that take notices: a webhook and a mail server, each as told to behave."""

from __future__ import annotations

import base64
import json
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Webhook:
    """What a webhook was sent; it answers with `statuses` in turn, the last one from then on."""

    address: str
    statuses: list[int]
    received: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    # While this is not set, it takes what it is sent and does not answer.
    answering: threading.Event = field(default_factory=threading.Event)


@contextmanager
def open_webhook(*statuses: int) -> Iterator[Webhook]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            hook.received.append(json.loads(content))
            hook.paths.append(self.path)
            hook.answering.wait(30)
            status = hook.statuses.pop(0) if len(hook.statuses) > 1 else hook.statuses[0]
            self.send_response(status)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    hook = Webhook(f"http://127.0.0.1:{server.server_port}/hook/s3cr3t", list(statuses) or [200])
    hook.answering.set()
    with _serve(server):
        yield hook
    hook.answering.set()


@dataclass
class MailSink:
    """What a mail server took: envelopes (recipients) and messages, and how it behaves."""

    port: int = 0
    recipients: list[list[str]] = field(default_factory=list)
    messages: list[bytes] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)
    refused: str = ""
    password: str = ""
    certificate: str = ""
    encrypted: list[bool] = field(default_factory=list)


class _Session(socketserver.StreamRequestHandler):
    """As much SMTP as smtplib speaks."""

    def handle(self) -> None:
        sink: MailSink = self.server.sink  # type: ignore[attr-defined]
        self.encrypted = False
        self.say("220 ready")
        while line := self.rfile.readline().decode().strip():
            verb, _, rest = line.partition(" ")
            if not self.answer(sink, verb.upper(), rest):
                return

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())
        self.wfile.flush()

    def answer(self, sink: MailSink, verb: str, rest: str) -> bool:
        if verb == "EHLO":
            extra = ["AUTH PLAIN"] if sink.password else []
            extra += ["STARTTLS"] if sink.certificate and not self.encrypted else []
            names = ["localhost", *extra]
            for name in names[:-1]:
                self.say(f"250-{name}")
            self.say(f"250 {names[-1]}")
        elif verb == "STARTTLS":
            self.say("220 go on")
            self.encrypt(sink.certificate)
        elif verb == "AUTH":
            given = base64.b64decode(rest.removeprefix("PLAIN ")).decode()
            _, user, password = given.split("\0")
            sink.logins.append(user)
            good = password == sink.password
            self.say("235 ok" if good else f"535 wrong: {rest}")
        elif verb == "MAIL":
            sink.recipients.append([])
            self.say("250 ok")
        elif verb == "RCPT":
            address = rest.partition("<")[2].rstrip(">")
            if address == sink.refused:
                self.say("550 nobody of that name")
            else:
                sink.recipients[-1].append(address)
                self.say("250 ok")
        elif verb == "DATA":
            self.say("354 go on")
            lines = iter(self.rfile.readline, b".\r\n")
            sink.messages.append(b"".join(lines))
            sink.encrypted.append(self.encrypted)
            self.say("250 taken")
        else:
            self.say("221 bye" if verb == "QUIT" else "250 ok")
        return verb != "QUIT"

    def encrypt(self, certificate: str) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self.connection = context.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb")
        self.encrypted = True

    def finish(self) -> None:
        super().finish()
        self.connection.close()


@contextmanager
def open_mail_sink(**behaviour: Any) -> Iterator[MailSink]:
    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

        def handle_error(self, *_: Any) -> None:
            pass  # a client that breaks off is what some tests are about

    server = Server(("127.0.0.1", 0), _Session)
    sink = MailSink(port=server.server_address[1], **behaviour)
    server.sink = sink  # type: ignore[attr-defined]
    with _serve(server):
        yield sink


@contextmanager
def _serve(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
