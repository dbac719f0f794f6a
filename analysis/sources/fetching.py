"""One address -> what the server answers: robots, redirects, limits and a second attempt."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from types import TracebackType

import httpx

from analysis.sources.addresses import find_ports, join_url, read_url
from analysis.sources.bodies import read_body
from analysis.sources.clock import Clock
from analysis.sources.connecting import Connections, Resolve, Transport, resolve
from analysis.sources.manners import LARGEST_ROBOTS, PAUSE, Manners, write_user_agent
from analysis.sources.refusing import FetchError

PROXY = "ATTACHE_PROXY"
# Seconds: to connect, for the next bytes, and for a request in all.
CONNECT, READ, WHOLE = 10.0, 20.0, 60.0
MOST_REDIRECTS = 5
# Seconds until the second and last attempt, where the server does not say.
BACK_OFF = 5.0
_CONDITIONS = {"etag": "if-none-match", "last-modified": "if-modified-since"}
_LONGEST_VALIDATOR, _LONGEST_CHARSET = 300, 40
_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (408, 425, 429, 500, 502, 503, 504)


@dataclass(frozen=True)
class Answer:
    """What a server answered: status 200 with its content, or 304 where nothing has changed.

    `url` is where redirects led; `media_type` and `charset` are what the server says.
    """

    url: str
    status: int
    content: bytes = b""
    media_type: str = ""
    charset: str = ""
    validators: Mapping[str, str] = field(default_factory=dict)


class Fetcher:
    """Asks for the pages of one source until clock time `until`."""

    def __init__(
        self,
        manners: Manners,
        location: str,
        *,
        private: bool = False,
        until: float = math.inf,
        resolve: Resolve = resolve,
    ) -> None:
        self._manners = manners
        self._clock: Clock = manners.clock
        self._until = until
        self._private = private
        self._ports = find_ports(location)
        proxy = os.environ.get(PROXY, "").strip()
        # A proxy is chosen by its user, and stands in one's own network.
        self._connections = Connections(self._clock, resolve, private=private or bool(proxy))
        self._behind = Connections(self._clock, resolve, private=private) if proxy else None
        # Not a client: that has cookies, proxies and redirects of its own.
        self._transport = Transport(self._connections, proxy)
        self._headers = {
            "user-agent": write_user_agent(),
            "accept": "*/*",
            "accept-encoding": "gzip",
        }

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._transport.close()

    def fetch(
        self, url: str, *, largest: int, validators: Mapping[str, str] | None = None
    ) -> Answer:
        """Fetch an address; what failed for now is tried once more.

        `validators` are those of an earlier answer, so that what has not changed is not sent
        again; `largest` counts bytes. Raises FetchError.
        """
        asked = read_url(url, self._ports)
        try:
            return self._follow(asked, largest, validators or {})
        except FetchError as error:
            if not error.again:
                raise
        return self._follow(asked, largest, validators or {})

    def _follow(self, url: httpx.URL, largest: int, validators: Mapping[str, str]) -> Answer:
        for _ in range(MOST_REDIRECTS + 1):
            pause = self._manners.check_rules(url, self._read_robots, private=self._private)
            answer = self._ask(url, largest, validators, pause)
            if isinstance(answer, Answer):
                return answer
            url = answer
        raise FetchError(f"it redirects more than {MOST_REDIRECTS} times")

    def _read_robots(self, url: httpx.URL) -> str:
        """Read a robots.txt; "" where there is none. Raises FetchError where the server fails."""
        for _ in range(MOST_REDIRECTS + 1):
            try:
                answer = self._ask(url, LARGEST_ROBOTS, {}, PAUSE)
            except FetchError as error:
                if 400 <= error.status < 500 and not error.again:
                    return ""
                raise
            if isinstance(answer, Answer):
                return answer.content.decode("utf-8", "replace")
            url = answer
        return ""

    def _ask(
        self, url: httpx.URL, largest: int, validators: Mapping[str, str], pause: float
    ) -> Answer | httpx.URL:
        """Send one request; returns the answer, or where it redirects to."""
        self._manners.take_turn(url.host, pause, self._until)
        self._connections.deadline = min(self._clock.now() + WHOLE, self._until)
        request = httpx.Request(
            "GET",
            url,
            headers=self._headers | _write_conditions(validators),
            extensions={"timeout": httpx.Timeout(READ, connect=CONNECT).as_dict()},
        )
        wait = BACK_OFF
        try:
            if self._behind:
                self._behind.check(url.host, url.port or 0)
            with closing(self._transport.handle_request(request)) as response:
                response.request = request
                wait = self._read_wait(response)
                answer = self._read(response, largest)
        except (FetchError, httpx.HTTPError) as error:
            # A server that drips for a minute would for another one.
            late = self._clock.now() >= self._connections.deadline
            failure = _describe(error, late=late)
            if failure.passing:
                self._manners.leave_alone(url.host, wait)
            else:
                self._manners.note_answer(url.host)
            raise failure from error
        self._manners.note_answer(url.host)
        return answer

    def _read(self, response: httpx.Response, largest: int) -> Answer | httpx.URL:
        status = response.status_code
        if status in _REDIRECTS and "location" in response.headers:
            return join_url(response.url, response.headers["location"], self._ports)
        asked_whether = not set(_CONDITIONS.values()).isdisjoint(response.request.headers)
        if status not in (200, 203) and not (status == 304 and asked_whether):
            raise FetchError(f"HTTP {status}", again=status in _BUSY, status=status)
        validators = {
            name: value
            for name in _CONDITIONS
            if 0 < len(value := response.headers.get(name, "")) <= _LONGEST_VALIDATOR
        }
        return Answer(
            str(response.url),
            304 if status == 304 else 200,
            b"" if status == 304 else read_body(response, largest),
            response.headers.get("content-type", "").partition(";")[0].strip().lower(),
            (response.charset_encoding or "")[:_LONGEST_CHARSET],
            validators,
        )

    def _read_wait(self, response: httpx.Response) -> float:
        """Return the seconds after which a busy server wants to be asked again."""
        asked = response.headers.get("retry-after", "").strip()
        if asked.isdecimal():
            return float(asked[:9])
        try:
            until = parsedate_to_datetime(asked)
            return max(0.0, (until - self._clock.utc()).total_seconds())
        except (ValueError, TypeError):  # no date, or one without a time zone
            return BACK_OFF


def _write_conditions(validators: Mapping[str, str]) -> dict[str, str]:
    """Write the headers that ask for a page only if it has changed."""
    return {_CONDITIONS[name]: value for name, value in validators.items() if name in _CONDITIONS}


def _describe(error: FetchError | httpx.HTTPError, *, late: bool) -> FetchError:
    if isinstance(error, FetchError):
        return error
    if isinstance(error, httpx.TimeoutException):
        return FetchError("the server did not answer in time", passing=late, again=not late)
    return FetchError(f"the connection failed ({error or type(error).__name__})", again=True)
