"""Secrets stay in the environment: none in a plan, none on a page. No value is ever shown.

A parameter is recorded, shown on the page and mailed with it, so it must not be a secret. And a
page that holds the value of a secret variable, however it came there, must not be published.
"""

from __future__ import annotations

import base64
import html
import json
import math
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from urllib.parse import quote, quote_plus, unquote, urlsplit

# Shorter values stand in any text by chance.
SHORTEST = 8
_WHOLE = (
    r"pass(?:word|wd|phrase)?s?|pwd|tokens?|secrets?|credentials?|bearer|cookie|webhook|pat|dsn"
)
_WITH_KEY = r"api|access|secret|private|auth|account|signing|encryption|master|service|app|client"
# Words of a name, joined with _: my_api_key, PGPASSWORD, GITHUB_TOKEN_2.
_SECRET_NAME = re.compile(
    rf"(?:^|_)(?:\w*(?:password|passwd|passphrase|token|secret|apikey)s?|{_WHOLE}"
    rf"|(?:{_WITH_KEY})_?keys?|auth$)(?:_|$)"
)
# What is said about a secret is none: TOKEN_URL, PASSWORD_FILE, SECRET_NAME.
_ABOUT = re.compile(
    r"_(?:file|path|dir|folder|type|name|host|port|sock|socket|uri|ttl|timeout|expiry|expires|length"
    r"|mode|backend|provider|enabled|method)$|(?<!webhook)_url$|^(?:old)?pwd$"
)
_KNOWN_SHAPES = re.compile(
    r"AKIA[0-9A-Z]{16}|ASIA[0-9A-Z]{16}|gh[pousr]_\w{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}"
    r"|xox[abeoprs]-[\w-]{10,}|\bsk-[\w-]{20,}|\b[rsp]k_(?:live|test)_\w{16,}|AIza[\w-]{35}"
    r"|eyJ[\w-]{8,}\.eyJ[\w-]{8,}|-----BEGIN [A-Z ]*PRIVATE KEY|npm_\w{36}|pypi-\w{16,}"
    r"|SG\.[\w-]{16,}|hooks\.slack\.com/services/\w|(?i:bearer|basic)\s+[\w+/=.-]{16,}|://[^/\s:@]*:[^/\s@]+@"
    r"|(?i:[?&](?:api_?key|token|access_token|secret|password|sig|signature|auth)=)"
)
_LONG_WORD = re.compile(r"[A-Za-z0-9+=]{16,}")


def find_secret(
    text: str, listed: Iterable[str] = (), environment: Mapping[str, str] = os.environ
) -> str | None:
    """Name the environment variable whose value occurs in a text; None where none does.

    Looked for are variables whose name looks like that of a secret, the listed ones, and the
    passwords of addresses, each as it is, in base64, in an address, in HTML and in JSON.
    """
    named = set(listed)
    for name, value in sorted(environment.items()):
        for secret in _list_secrets(name, value, named):
            if any(form in text for form in _write_forms(secret)):
                return name
    return None


def explain_secret(name: str, value: str) -> str:
    """Say why a parameter looks like a secret; empty where it does not."""
    if is_secret_name(name):
        return "its name is that of a secret"
    if _KNOWN_SHAPES.search(value) or any(map(_is_random, _LONG_WORD.findall(value))):
        return "its value looks like a secret"
    return ""


def has_secret_shape(value: str) -> bool:
    """Whether a text has the shape of a known kind of key, or an address a password in it."""
    return _KNOWN_SHAPES.search(value) is not None


def is_secret_name(name: str) -> bool:
    """Whether a variable or parameter has the name of a secret: API_KEY, dbPassword."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[-.\s]", "_", name).lower()
    return bool(_SECRET_NAME.search(words)) and not _ABOUT.search(words)


def _list_secrets(name: str, value: str, listed: set[str]) -> Iterator[str]:
    """The parts of a variable's value that no text may hold."""
    # SORT_KEY=published is a key of another sort.
    key = name.endswith("_KEY") and re.search(r"\d|[a-z][A-Z]", value)
    if name in listed or key or is_secret_name(name):
        # Of a key in several lines each one is telling, but its first and last say only what it is.
        lines = [line.strip() for line in value.splitlines()] if "\n" in value.strip() else [value]
        yield from (x for x in lines if len(x.strip()) >= SHORTEST and not x.startswith("-----"))
    password = _find_password(value)
    if len(password) >= SHORTEST:
        yield password


def _find_password(address: str) -> str:
    try:
        return unquote(urlsplit(address).password or "")
    except ValueError:
        return ""


def _write_forms(secret: str) -> set[str]:
    """The ways in which a value may stand in a page or a notebook."""
    plain = secret.strip()
    percent = quote(plain, safe="")
    in_json = json.dumps(plain, ensure_ascii=False)[1:-1]
    # As jinja writes JSON into a page.
    in_page = in_json
    for sign in "<>&'":
        in_page = in_page.replace(sign, f"\\u{ord(sign):04x}")
    return {
        *(plain, in_json, json.dumps(plain)[1:-1], in_page),
        *(percent, percent.lower(), quote(plain), quote_plus(plain)),
        *(
            html.escape(plain),
            html.escape(plain).replace("&quot;", "&#34;").replace("&#x27;", "&#39;"),
        ),
        *_write_base64(plain.encode("utf-8", "surrogateescape")),
    }


def _write_base64(secret: bytes) -> Iterator[str]:
    """What base64 makes of it, alone or inside something longer, such as `user:password`."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + secret).decode().rstrip("=")
        # The first and last signs also hold bits of what stands beside it.
        start = (0, 2, 3)[before]
        end = len(encoded) - ((before + len(secret)) % 3 != 0)
        yield encoded[start:end]
        yield encoded[start:end].replace("+", "-").replace("/", "_")


def _is_random(word: str) -> bool:
    """Whether a long word is made of signs as no one writes them: a key, not a name or a hash."""
    kinds = "".join("a" if s.islower() else "A" if s.isupper() else "0" for s in word)
    if not {"a", "A", "0"} <= set(kinds):
        return False  # hashes and ids are of small letters and digits
    counts = Counter(word).values()
    entropy = -sum(n / len(word) * math.log2(n / len(word)) for n in counts)
    # A capital followed by small letters is a name.
    changes = sum(x != y and x + y != "Aa" for x, y in pairwise(kinds))
    return entropy > 3.3 and changes / len(word) > 0.3
