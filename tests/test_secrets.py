"""Secrets: none is a parameter, none gets onto a page, none is ever shown."""

from __future__ import annotations

import base64
import html
import json
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, strategies

from analysis.runs.secrets import explain_secret, find_secret, has_secret_shape, is_secret_name

SECRET = "p&ss\"w<o>rd/+é'1"


def write_in_page(text: str) -> str:
    """As jinja's tojson does."""
    written = json.dumps(text, ensure_ascii=False)
    for sign in "<>&'":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return written


FORMS = {
    "plain": str,
    "HTML": html.escape,
    "jinja": lambda text: html.escape(text).replace("&quot;", "&#34;").replace("&#x27;", "&#39;"),
    "JSON": json.dumps,
    "JSON, not ASCII": lambda text: json.dumps(text, ensure_ascii=False),
    "JSON in a page": write_in_page,
    "address": quote,
    "address, all signs": lambda text: quote(text, safe=""),
    "address, small letters": lambda text: quote(text, safe="").lower(),
    "form": quote_plus,
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(text.encode()).decode(),
    "HTTP's basic": lambda text: base64.b64encode(f"user:{text}".encode()).decode(),
    "base64 inside": lambda text: base64.b64encode(f"ab{text}, and so on".encode()).decode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_secret_is_found_however_it_is_written(form: str) -> None:
    page = f"<p>{FORMS[form](SECRET)}</p>"
    assert find_secret(page, environment={"HOME": "/x", "NEWS_PASSWORD": SECRET}) == "NEWS_PASSWORD"
    assert find_secret(page, environment={"NEWS_PASSWORD": "another-one"}) is None


# A small letter would be taken for an escaped sign.
KEYS = strategies.text(strategies.characters(min_codepoint=33, max_codepoint=126), min_size=8)


@given(KEYS, strategies.binary(max_size=7), strategies.binary(max_size=7))
def test_base64_of_anything_with_a_secret_in_it_is_found(
    key: str, before: bytes, after: bytes
) -> None:
    text = base64.b64encode(before + key.encode() + after).decode()
    assert find_secret(f"x{text}x", environment={"A_TOKEN": key}) == "A_TOKEN"


@pytest.mark.parametrize(
    "name",
    "TOKEN API_KEY PGPASSWORD MYSQL_PWD SMTP_PASS GITHUB_TOKEN_2 AWS_SECRET_ACCESS_KEY dbPassword "
    "apiKey api-key SLACK_WEBHOOK_URL SENTRY_DSN GITHUB_PAT NPM_CONFIG_AUTH credentials".split(),
)
def test_names_of_secrets_are_known(name: str) -> None:
    assert is_secret_name(name)
    assert find_secret("it is hunter2-hunter2!", environment={name: "hunter2-hunter2"}) == name


@pytest.mark.parametrize(
    "name",
    "PATH PWD OLDPWD HOME SSH_AUTH_SOCK TOKEN_URL PASSWORD_FILE TOKENIZER COMPASS KEYBOARD authors "
    "since until actors tables top silent split focus chain keys passages topics sort_key".split(),
)
def test_other_names_are_not_taken_for_them(name: str) -> None:
    assert not is_secret_name(name)
    assert explain_secret(name, "PRK") == ""
    assert find_secret("in /home/somebody", environment={name: "/home/somebody"}) is None


def test_listed_variables_and_passwords_in_addresses_are_looked_for_too() -> None:
    assert find_secret("published in a1b2-c3d4", environment={"SORT_KEY": "published"}) is None
    assert find_secret("published in a1b2-c3d4", environment={"S_KEY": "a1b2-c3d4"}) == "S_KEY"
    environment = {"NEWS_LOGIN": "correct-horse", "DATABASE": "db://me:battery%2Fstaple@host/db"}
    assert find_secret("correct-horse", environment=environment) is None
    assert find_secret("correct-horse", ["NEWS_LOGIN"], environment) == "NEWS_LOGIN"
    assert find_secret("as battery/staple", environment=environment) == "DATABASE"


def test_what_is_short_empty_or_not_set_is_in_no_text() -> None:
    environment = {"A_TOKEN": "", "B_TOKEN": "seven77", "C_TOKEN": "  \n "}
    assert find_secret("seven77  \n ", ["D"], environment) is None


def test_each_line_of_a_key_is_a_secret_but_not_what_frames_it() -> None:
    key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END PRIVATE KEY-----"
    assert find_secret("a kqhkiG9w0BAQEF", environment={"TLS_KEY": key}) == "TLS_KEY"
    assert find_secret("-----BEGIN PRIVATE KEY-----", environment={"TLS_KEY": key}) is None


def test_the_environment_of_the_process_is_the_one_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ATTACHE_TEST_TOKEN", "hunter2-hunter2")
    assert find_secret("hunter2-hunter2") == "ATTACHE_TEST_TOKEN"


@pytest.mark.parametrize(
    "value",
    [
        "AKIA" + "A1B2" * 4,
        "ghp_" + "aB3" * 12,
        "xoxb-" + "1234567890",
        "sk-" + "aB3" * 8,
        "eyJhbGciOiJI.eyJzdWIiOiIx",
        "-----BEGIN RSA PRIVATE KEY",
        "https://me:secret@sample.example",
        "Bearer " + "aB3" * 8,
        "Zk3vQ9xT2mB7nL4pR8wY6cF1",
    ],
)
def test_values_with_the_shape_of_a_key_are_known(value: str) -> None:
    assert explain_secret("focus", value) == "its value looks like a secret"


@pytest.mark.parametrize(
    "value",
    [
        *("PRK", "PRK RUS CHN", "kim-jong-un", "person:comrade-kim-jong-un", "v-1a2b3c4d5e6f"),
        *("20261126T185715Z-a1b2c3", "reports/runs/20261126T185715Z-a1b2c3/briefing.json"),
        *("da39a3ee5e6b4b0d3255bfef95601890afd80709", "550e8400-e29b-41d4-a716-446655440000"),
        *("550E8400-E29B-41D4-A716-446655440000", "start of last quarter", "2024-01-31"),
        *("NorthKoreaRussiaArmsTransfers2024", "data/tables/NorthKoreaRussia2024Q3/visits"),
        *("KN-23_and_Hwasong-11Ga_missiles", "Mi-8MTV-5 Su-35S MiG-31BM Tu-22M3"),
        "https://sample.example/2024/06/20/Putin-Visits-Pyongyang-A1b2.html?page=2",
    ],
)
def test_codes_ids_hashes_paths_and_names_are_no_secrets(value: str) -> None:
    assert explain_secret("focus", value) == ""
    assert not has_secret_shape(value)
