"""How a notice leaves this machine: as JSON to a webhook, or by e-mail.

Addresses that are secrets, and the way to the mail server, come from the environment only.
"""

from __future__ import annotations

import json
import os
import re
import smtplib
import ssl
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any

from analysis.errors import NoticeError

# Seconds for one step of talking to a server.
_TIMEOUT = 5.0
# A webhook that is not there, or has too much to do, is asked so often.
_TRIES = 3
# Seconds before the second try, twice as many before the third.
_PAUSE = 1.0
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]+")


@dataclass(frozen=True)
class Notice:
    """What people are told of a run: a subject of one line, a text, and the facts by name."""

    subject: str
    text: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def post_webhook(notice: Notice, variable: str) -> None:
    """Post a notice as JSON to the address that an environment variable holds.

    `text` is what chat services show, the facts stand beside it. Raises NoticeError where the
    variable is not set or the address is not https, unless ATTACHE_ALLOW_HTTP is 1, and where
    nobody takes it. No message names the address: it lets whoever knows it post.
    """
    import httpx

    address = os.environ.get(variable, "").strip()
    _check_address(address, variable)
    facts = {"text": f"{notice.subject}\n{notice.text}", **notice.facts}
    # A reason may hold half a character.
    content = json.dumps(facts, ensure_ascii=False).encode("utf-8", "replace")
    kind = {"Content-Type": "application/json"}
    why = ""
    with httpx.Client(timeout=_TIMEOUT, follow_redirects=False) as client:
        for attempt in range(_TRIES):
            time.sleep(_PAUSE * attempt)
            try:
                status = client.post(address, content=content, headers=kind).status_code
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                why = type(error).__name__
                continue
            if 200 <= status < 300:
                return
            why = f"it answers {status}"
            if status < 500 and status != 429:
                break
    raise NoticeError(f"webhook {variable}: not taken ({why}). Check the address in {variable}.")


def _check_address(address: str, variable: str) -> None:
    if not address:
        raise NoticeError(f"webhook {variable}: the environment has no {variable}. Set it.")
    allowed = ("https://", "http://") if os.environ.get("ATTACHE_ALLOW_HTTP") == "1" else "https://"
    if not address.lower().startswith(allowed):
        raise NoticeError(
            f"webhook {variable}: its address is not https. Give one that is, or set "
            "ATTACHE_ALLOW_HTTP=1 where nobody can listen in."
        )


@dataclass(frozen=True)
class MailServer:
    """The way to a mail server, as the variables ATTACHE_SMTP_… say it."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    sender: str
    security: str


def read_mail_server() -> MailServer:
    """Read the mail server from the environment; raise NoticeError where that does not do."""
    setting = {
        name: os.environ.get(f"ATTACHE_SMTP_{name}", "").strip()
        for name in ("HOST", "PORT", "USER", "PASSWORD", "FROM", "SECURITY")
    }
    security = setting["SECURITY"] or "starttls"
    usual = {"starttls": 587, "tls": 465, "none": 25}
    if security not in usual:
        raise NoticeError(f"ATTACHE_SMTP_SECURITY is {security!r}. Use one of {', '.join(usual)}.")
    sender = setting["FROM"] or setting["USER"]
    if not setting["HOST"] or "@" not in sender:
        raise NoticeError(
            "e-mail: the way to the mail server is missing. Set ATTACHE_SMTP_HOST and "
            "ATTACHE_SMTP_FROM, or ATTACHE_SMTP_USER where that is an address."
        )
    port = setting["PORT"] or str(usual[security])
    if not port.isdecimal():
        raise NoticeError(f"ATTACHE_SMTP_PORT is {port!r}. Give a number.")
    user, password = setting["USER"], setting["PASSWORD"]
    if security == "none" and password:
        raise NoticeError("ATTACHE_SMTP_SECURITY is none: anybody could read the password.")
    return MailServer(setting["HOST"], int(port), user, password, sender, security)


def send_mail(notice: Notice, recipients: Sequence[str]) -> None:
    """Send a notice to some addresses; raise NoticeError where it cannot be sent to all."""
    server = read_mail_server()
    message = write_mail(notice, recipients, server.sender)
    try:
        refused = _hand_over(message, server, recipients)
    except (OSError, smtplib.SMTPException) as error:
        raise NoticeError(
            f"e-mail: {server.host}:{server.port} does not take it ({_describe(error)}). "
            "Check the variables ATTACHE_SMTP_…."
        ) from error
    if refused:
        raise NoticeError(f"e-mail: not taken for {', '.join(refused)}. Check the addresses.")


def write_mail(notice: Notice, recipients: Sequence[str], sender: str) -> EmailMessage:
    """Write a notice as a message; whatever its words hold, they add no header."""
    message = EmailMessage()
    try:
        message["From"] = sender
        message["To"] = ", ".join(recipients)
    except ValueError as error:
        raise NoticeError(f"e-mail: an address is none ({error}). Correct it.") from error
    message["Subject"] = clean_line(notice.subject)
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    # So that no out-of-office notice answers.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("\n".join(map(clean_line, notice.text.splitlines())) + "\n")
    return message


def clean_line(text: str) -> str:
    """Write a text as one line, without signs that control how it is shown."""
    plain = text.encode("utf-8", "replace").decode()
    return " ".join(_CONTROL.sub(" ", plain).split())


def _hand_over(
    message: EmailMessage, server: MailServer, recipients: Sequence[str]
) -> dict[str, Any]:
    context = ssl.create_default_context()
    connection: smtplib.SMTP
    if server.security == "tls":
        connection = smtplib.SMTP_SSL(server.host, server.port, timeout=_TIMEOUT, context=context)
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT)
    try:
        if server.security == "starttls":
            connection.starttls(context=context)
        if server.password:
            connection.login(server.user, server.password)
        return dict(connection.send_message(message, server.sender, list(recipients)))
    finally:
        with suppress(OSError, smtplib.SMTPException):
            connection.quit()


def _describe(error: Exception) -> str:
    """Say what a mail server did, without what it repeats of the log-in."""
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{type(error).__name__} {error.smtp_code}"
    return type(error).__name__ if isinstance(error, smtplib.SMTPException) else str(error)
