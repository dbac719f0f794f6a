"""How servers are treated: robots.txt obeyed, and each host asked only so often."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx
from protego import Protego

from analysis import __version__
from analysis.sources.clock import Clock
from analysis.sources.refusing import AddressError, FetchError, NoTimeError

CONTACT = "ATTACHE_CONTACT"
NAME = "Attache"
# Seconds between two requests to a host that does not ask for more.
PAUSE = 1.0
# A host that asks to be left alone for longer is left alone for the rest of the run.
LONGEST_WAIT = 120.0
# Search engines read half a megabyte of it.
LARGEST_ROBOTS = 1_000_000
# After so many failed attempts in a row a host is asked for nothing more in this run.
MOST_FAILURES = 4

ReadRobots = Callable[[httpx.URL], str]


def write_user_agent() -> str:
    """Say who asks, with the contact that ATTACHE_CONTACT gives: an e-mail or web address."""
    contact = re.sub(r"[^\x21-\x7e]+", " ", os.environ.get(CONTACT, "")).strip("() ")
    purpose = "news research" + (f"; {contact}" if contact else "")
    return f"{NAME}/{__version__} ({purpose})"


@dataclass
class Manners:
    """What is known of the servers asked in one run: their rules, and when each is next free."""

    clock: Clock
    pause: float = PAUSE
    _rules: dict[tuple[str, bool], Protego | FetchError] = field(default_factory=dict)
    _free: dict[str, float] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)

    def check_rules(self, url: httpx.URL, read: ReadRobots, *, private: bool) -> float:
        """Return the seconds that a host wants between two requests.

        Raises FetchError where its robots.txt forbids the page, or cannot be read because the
        server fails. Sources that may lead into one's own network have their own copy of the rules.
        """
        origin = str(url.copy_with(raw_path=b"/robots.txt"))
        if (origin, private) not in self._rules:
            self._rules[origin, private] = _read_rules(url.join("/robots.txt"), read)
        rules = self._rules[origin, private]
        if isinstance(rules, FetchError):
            raise rules
        if not rules.can_fetch(str(url), NAME):
            raise FetchError("robots.txt forbids it")
        return max(self.pause, rules.crawl_delay(NAME) or 0.0, _read_rate(rules))

    def take_turn(self, host: str, pause: float, until: float) -> None:
        """Wait until a host is free, and keep it busy for `pause` seconds.

        Raises FetchError where that takes longer than LONGEST_WAIT, or than clock time `until`,
        and where the host has only failed of late.
        """
        if self._failures.get(host, 0) >= MOST_FAILURES:
            raise FetchError("the server failed time and again", passing=True)
        wait = self._free.get(host, 0.0) - self.clock.now()
        if wait > LONGEST_WAIT:
            raise FetchError("the server asks to be left alone for longer", passing=True)
        if wait > 0:
            if self.clock.now() + wait > until:
                raise NoTimeError
            self.clock.sleep(wait)
        self._free[host] = self.clock.now() + pause

    def leave_alone(self, host: str, seconds: float) -> None:
        """Ask a host that failed for nothing for so many seconds."""
        self._failures[host] = self._failures.get(host, 0) + 1
        self._free[host] = max(self._free.get(host, 0.0), self.clock.now() + seconds)

    def note_answer(self, host: str) -> None:
        """Forget the failures of a host that has answered."""
        self._failures.pop(host, None)


def _read_rules(url: httpx.URL, read: ReadRobots) -> Protego | FetchError:
    try:
        return Protego.parse(read(url))
    except NoTimeError:
        raise  # the next source may have more
    except AddressError as error:
        return error
    except FetchError as error:
        # What could not be read may forbid everything: RFC 9309 says to ask for nothing.
        return FetchError(f"its robots.txt cannot be read: {error}", passing=True)


def _read_rate(rules: Protego) -> float:
    rate = rules.request_rate(NAME)
    return rate.seconds / rate.requests if rate and rate.requests else 0.0
